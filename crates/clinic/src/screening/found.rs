//! What the eye and the finger found, as answers to the items of the checklist.

use super::{Reply, Said};
use crate::exam::{BloodOnGlove, Findings, Gate, Inspection, Reached, RectalMass, SphincterTone};

/// The examination as far as it has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Examined {
    /// The five answers of the gate.
    pub gate: Gate,
    /// The structured findings, once stated.
    pub findings: Option<Findings>,
}

impl Examined {
    /// The answer to one item that only an examination answers.
    pub(super) fn reply(&self, item: &str) -> Reply {
        Reply::Said(if self.shows(item) { Said::Yes } else { Said::No })
    }

    fn shows(&self, item: &str) -> bool {
        let seen = |what| self.gate.inspection.contains(&what);
        let found = |holds: fn(&Findings) -> bool| self.findings.as_ref().is_some_and(holds);
        match item {
            "perianal-abscess" => seen(Inspection::Abscess),
            "anal-fissure" => seen(Inspection::Fissure),
            "thrombosed-hemorrhoids" => seen(Inspection::ThrombosedHemorrhoid),
            "inspection-other" => seen(Inspection::Other),
            "anal-stenosis" => found(|findings| findings.sphincter_tone == SphincterTone::Spasm),
            "rectal-mass" => found(|findings| findings.rectal_mass == RectalMass::Present),
            "frank-blood" => {
                found(|findings| matches!(findings.blood_on_glove, BloodOnGlove::Frank | BloodOnGlove::Melaena))
            }
            "gland-not-palpable" => found(|findings| findings.reached == Reached::NotPalpable),
            "prostate-cancer-suspected" => {
                found(|findings| findings.nodules.iter().any(crate::exam::Nodule::raises_suspicion))
            }
            _ => false,
        }
    }
}
