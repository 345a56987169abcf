//! Findings that ask for somebody else: each says what to think of, and the examiner says what is arranged.

use super::findings::StatedFindings;
use super::nodule::Nodule;
use super::vocabulary::{BloodOnGlove, Mobility, RectalMass, SeminalVesicles};
use crate::words::words;

words! {
    /// A finding to refer.
    pub enum Referral {
        /// A mass in the rectum.
        RectalMass = "rectal-mass",
        /// Blood that is more than a streak.
        Blood = "blood",
        /// Something suspicious in the gland.
        Suspicious = "suspicious",
        /// A gland that does not move.
        Fixed = "fixed",
        /// An indurated seminal vesicle.
        Vesicle = "vesicle",
    }
}

impl Referral {
    /// What the room says of it.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::RectalMass => "Rectal mass: refer for endoscopy without delay.",
            Self::Blood => {
                "Frank blood or melaena: look for its source; record an adverse event if the finger caused it."
            }
            Self::Suspicious => "Suspicious gland: PSA and imaging before anything presses on it again.",
            Self::Fixed => "Fixed gland: think of growth beyond it.",
            Self::Vesicle => "Indurated seminal vesicle: think of growth into it.",
        }
    }
}

/// What of these findings asks for a referral.
#[must_use]
pub fn referrals(findings: &StatedFindings) -> Vec<Referral> {
    let suspicious = findings.nodules.iter().any(Nodule::raises_suspicion)
        || !findings.indurations.is_empty()
        || findings.impression == Some(super::Impression::Suspicious);
    let fits = |referral: &Referral| match referral {
        Referral::RectalMass => findings.rectal_mass == Some(RectalMass::Present),
        Referral::Blood => {
            matches!(findings.blood_on_glove, Some(BloodOnGlove::Frank | BloodOnGlove::Melaena))
        }
        Referral::Suspicious => suspicious,
        Referral::Fixed => findings.mobility == Some(Mobility::Fixed),
        Referral::Vesicle => findings.seminal_vesicles == Some(SeminalVesicles::Indurated),
    };
    Referral::ALL.iter().copied().filter(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_asks_for_somebody_else_is_said() {
        let check = |findings: StatedFindings, expect: &[Referral]| assert_eq!(referrals(&findings), expect);
        let open = StatedFindings::default;
        check(open(), &[]);
        check(StatedFindings { rectal_mass: Some(RectalMass::Present), ..open() }, &[Referral::RectalMass]);
        check(StatedFindings { blood_on_glove: Some(BloodOnGlove::Streak), ..open() }, &[]);
        check(StatedFindings { blood_on_glove: Some(BloodOnGlove::Melaena), ..open() }, &[Referral::Blood]);
        check(StatedFindings { mobility: Some(Mobility::Fixed), ..open() }, &[Referral::Fixed]);
        check(StatedFindings { seminal_vesicles: Some(SeminalVesicles::Indurated), ..open() }, &[Referral::Vesicle]);
        check(
            StatedFindings { impression: Some(super::super::Impression::Suspicious), ..open() },
            &[Referral::Suspicious],
        );
    }
}
