//! The urologist's override of a relative item: per item, per act, this visit only. Absolute items have none.

use super::content;
use crate::Moment;
use crate::ids::StaffId;
use crate::procedure::Act;
use crate::words::words;
use serde::{Deserialize, Serialize};

words! {
    /// Why the urologist goes on.
    pub enum OverrideReason {
        /// The benefit outweighs the risk.
        BenefitOutweighs = "benefit-outweighs-risk",
        /// A mitigation is in place.
        MitigationInPlace = "mitigation-in-place",
        /// The information was corrected.
        InformationCorrected = "information-corrected",
        /// A specialist advised so.
        SpecialistAdvice = "specialist-advice",
        /// Another, in words.
        Other = "other",
    }
}

/// One override of one item or rule for one act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Override {
    /// The item or rule, as the verdict names it.
    pub id: String,
    /// For which act.
    pub act: Act,
    /// Why.
    pub reason: OverrideReason,
    /// In the urologist's words; needed for `other` and where the rule asks for it.
    pub text: Option<String>,
    /// The patient was told.
    pub patient_told: bool,
    /// Who.
    pub by: StaffId,
    /// When.
    pub at: Moment,
}

/// Why an override cannot stand.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OverrideRefused {
    /// The rule is absolute.
    #[error("“{0}” cannot be overridden by anybody")]
    Absolute(String),
    /// It does not stand in the way.
    #[error("“{0}” does not need an override")]
    NotNeeded(String),
    /// Words are missing.
    #[error("write the reason in your own words")]
    TextMissing,
}

impl Override {
    /// Looks whether this override answers something that the verdict asks to be overridden.
    ///
    /// # Errors
    /// When the item is absolute or does not stand in the way, or when its words are missing.
    pub fn check(&self, verdict: &super::Verdict) -> Result<(), OverrideRefused> {
        let fired = verdict.fired.iter().find(|fired| fired.id == self.id);
        let fired = fired.filter(|fired| verdict.act == self.act && fired.severity >= content::Severity::Relative);
        let fired = fired.ok_or_else(|| OverrideRefused::NotNeeded(self.id.clone()))?;
        if fired.severity == content::Severity::Absolute {
            return Err(OverrideRefused::Absolute(fired.title.clone()));
        }
        let wants_text =
            self.reason == OverrideReason::Other || content::rule(&self.id).is_some_and(|row| row.text_required);
        let has_text = self.text.as_ref().is_some_and(|text| !text.trim().is_empty());
        if wants_text && !has_text { Err(OverrideRefused::TextMissing) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screening::judge;
    use crate::screening::testing::{now, nurse, picture};

    /// Whether a massage of this patient may be overridden so: nothing said when it may.
    fn check(story: &str, (id, act): (&str, Act), (reason, text): (OverrideReason, &str), expect: &str) {
        let text = Some(text.to_owned()).filter(|text| !text.is_empty());
        let made = Override { id: id.into(), act, reason, text, patient_told: true, by: nurse(), at: now() };
        let verdicts = judge(&picture(&format!("gate none normal; {story}")));
        let said = made
            .check(verdicts.on(Act::Massage).unwrap())
            .map_or_else(|refused| refused.to_string(), |()| String::new());
        assert_eq!(said, expect, "{story}");
    }

    #[test]
    fn an_override_answers_what_stands_in_the_way_of_its_own_act() {
        let benefit = || (OverrideReason::BenefitOutweighs, "");
        let catheter = ("catheter", Act::Massage);
        check("catheter yes", catheter, benefit(), "");
        check("catheter yes", ("catheter", Act::PostDreStrokes), benefit(), "“catheter” does not need an override");
        check("catheter no", catheter, benefit(), "“catheter” does not need an override");
        let note = ("anticoagulant", Act::Massage);
        check("anticoagulant yes", note, benefit(), "“anticoagulant” does not need an override");
    }

    #[test]
    fn another_reason_is_written_in_words() {
        let catheter = ("catheter", Act::Massage);
        check("catheter yes", catheter, (OverrideReason::Other, ""), "write the reason in your own words");
        check("catheter yes", catheter, (OverrideReason::Other, " "), "write the reason in your own words");
        check("catheter yes", catheter, (OverrideReason::Other, "changed this morning"), "");
    }
}
