//! What was against a massage that is told only afterwards, by the plain facts of the story.

use super::papers::at;
use super::story::{Story, holding};

impl Story {
    /// Every reason why a massage at that hour was one against the rules, as far as the hour can be told from here: what
    /// was said and measured until now, and what was agreed to and felt by then.
    pub(super) fn against_a_massage_of(&self, then: i64) -> Vec<&'static str> {
        let mut against = holding(&self.chart());
        let felt_before = self.gate.as_ref().is_some_and(|gate| gate.at <= at(then));
        if felt_before {
            against.extend(self.felt());
        } else {
            against.push("gate");
        }
        // Who took a consent back since may have agreed at that hour; of the others the record is plain.
        let agreed_then = self.consents.iter().filter(|asked| asked.massage && asked.at <= then);
        let last = agreed_then.max_by_key(|asked| asked.at);
        let changed_since = self.consents.iter().any(|asked| asked.at > then);
        if !changed_since && last.is_none_or(|asked| !asked.stands(then)) {
            against.push("no standing consent");
        }
        against
    }
}
