//! What the rules say to one act: one word, and everything that led to it.

use super::content::{AskedOf, Severity};
use crate::Moment;
use crate::procedure::{Act, Cleared};
use crate::words::words;
use serde::{Deserialize, Serialize};

words! {
    /// The verdict in one word, from the lightest to the heaviest.
    pub enum VerdictWord {
        /// Nothing stands against it.
        Clear = "clear",
        /// It may go on; there is something to know.
        ProceedWithNotes = "proceed-with-notes",
        /// A urologist may override.
        NeedsOverride = "needs-override",
        /// Something that could stop it is not known yet: not cleared.
        Incomplete = "incomplete",
        /// Nobody goes on.
        Blocked = "blocked",
    }
}

words! {
    /// Whether what fired still stands in the way.
    pub enum FiredStands {
        /// It does.
        Stands = "stands",
        /// A precaution is confirmed: it is a note now.
        Mitigated = "mitigated",
        /// A urologist has overridden it: it is a note now.
        Overridden = "overridden",
    }
}

/// One item or rule that fired.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Fired {
    /// The item or rule.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Its weight on this act.
    pub severity: Severity,
    /// Whether it still stands in the way.
    pub stands: FiredStands,
    /// Why, in a sentence.
    pub reason: String,
    /// What was seen: values and answers with their times.
    pub evidence: Vec<String>,
    /// What to do now.
    pub todo: Vec<String>,
    /// The precaution that would make it a note.
    pub mitigation: Option<String>,
    /// An override of it needs the urologist's own words.
    pub text_required: bool,
    /// Its stop passes with what is missing: the act waits, and nothing is ended for it.
    #[serde(default)]
    pub passes: bool,
    /// Where the rule is from.
    pub source: String,
}

/// Something that could stop the act and is not known yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Missing {
    /// The item or vital sign.
    pub id: String,
    /// What is missing, in a sentence.
    pub sentence: String,
    /// Who answers it.
    pub asked_of: AskedOf,
    /// It was asked, and nobody knows.
    pub answered: bool,
}

/// What the rules say to one act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Verdict {
    /// The act.
    pub act: Act,
    /// The word.
    pub word: VerdictWord,
    /// What fired, the heaviest first.
    pub fired: Vec<Fired>,
    /// What is not known yet (C15).
    pub missing: Vec<Missing>,
    /// The first reason in words, for lists.
    pub first_reason: String,
}

/// What the rules say to every act, with the versions they were asked in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Verdicts {
    /// One for each act.
    pub acts: Vec<Verdict>,
    /// When they were asked.
    pub at: Moment,
    /// The version of the items and of the rules.
    pub content_version: String,
    /// Whether a named urologist has adopted that version.
    pub mark: String,
}

impl Verdict {
    pub(super) fn of(act: Act, mut fired: Vec<Fired>, missing: Vec<Missing>) -> Self {
        fired.sort_by_key(|fired| (std::cmp::Reverse(fired.weight()), std::cmp::Reverse(fired.severity)));
        let heaviest = fired.first().map_or(Severity::None, Fired::weight);
        let word = match (heaviest, missing.is_empty()) {
            (Severity::Absolute, _) => VerdictWord::Blocked,
            (_, false) => VerdictWord::Incomplete,
            (Severity::Relative, true) => VerdictWord::NeedsOverride,
            (Severity::Note, true) => VerdictWord::ProceedWithNotes,
            (Severity::None, true) => VerdictWord::Clear,
        };
        let first_reason = match word {
            VerdictWord::Incomplete => missing.first().map(|missing| missing.sentence.clone()),
            _ => fired.first().map(|fired| fired.reason.clone()),
        };
        Self { act, word, fired, missing, first_reason: first_reason.unwrap_or_default() }
    }

    /// Whether it stops the act for this visit, and not only until something is entered.
    #[must_use]
    pub fn ends_the_act(&self) -> bool {
        self.word == VerdictWord::Blocked
            && self.fired.iter().any(|fired| fired.severity == Severity::Absolute && !fired.passes)
    }

    /// The first reason as a list may show it.
    #[must_use]
    pub fn listed_reason(&self) -> &str {
        // A question that is only open gives nothing away; its answer might.
        let first = match self.word {
            VerdictWord::Incomplete => {
                self.missing.first().filter(|missing| missing.answered).map(|missing| missing.id.as_str())
            }
            _ => self.fired.first().map(|fired| fired.id.as_str()),
        };
        let private = first.and_then(super::item).is_some_and(|item| item.private);
        if private { "See chart." } else { &self.first_reason }
    }

    /// Proof that nothing stands against the act; nothing when something does.
    #[must_use]
    pub fn cleared(&self, at: Moment) -> Option<Cleared> {
        let goes = matches!(self.word, VerdictWord::Clear | VerdictWord::ProceedWithNotes);
        goes.then(|| Cleared::by_verdict(self.act, at))
    }
}

impl Fired {
    /// What it weighs now: a note once mitigated or overridden.
    #[must_use]
    pub fn weight(&self) -> Severity {
        if self.stands == FiredStands::Stands { self.severity } else { Severity::Note }
    }
}

impl Verdicts {
    /// The verdict on one act.
    #[must_use]
    pub fn on(&self, act: Act) -> Option<&Verdict> {
        self.acts.iter().find(|verdict| verdict.act == act)
    }

    /// Proof that nothing stands against `act`; nothing when something does.
    #[must_use]
    pub fn cleared(&self, act: Act) -> Option<Cleared> {
        self.on(act).and_then(|verdict| verdict.cleared(self.at))
    }
}

#[cfg(test)]
mod tests {
    use crate::procedure::Act;
    use crate::screening::judge;
    use crate::screening::testing::picture;

    /// The first reason against the massage as a list shows it begins so.
    fn check(story: &str, expect: &str) {
        let verdicts = judge(&picture(&format!("gate none normal; {story}")));
        let listed = verdicts.on(Act::Massage).unwrap().listed_reason();
        assert!(if expect.is_empty() { listed.is_empty() } else { listed.starts_with(expect) }, "{story}: {listed}");
    }

    #[test]
    fn a_list_gives_the_first_reason_and_nothing_private() {
        check("", "");
        check("prostatectomy yes", "There is no gland");
        check("catheter yes; burning unasked", "Not asked yet: ");
        check("discharge-swelling usual; acute-urethritis no; acute-epididymitis yes", "See chart.");
        check("discharge-swelling usual; acute-urethritis no; acute-epididymitis unknown", "See chart.");
        check("discharge-swelling unasked", "Not asked yet: ");
    }
}
