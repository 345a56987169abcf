//! The finding gate: five answers that must stand before the first stroke. None is ever filled in beforehand.

use crate::Moment;
use crate::ids::StaffId;
use crate::words::words;
use serde::{Deserialize, Serialize};

words! {
    /// What the eye found before the finger.
    pub enum Inspection {
        /// Nothing that stops us.
        Clear = "clear",
        /// A fissure.
        Fissure = "fissure",
        /// A thrombosed haemorrhoid.
        ThrombosedHemorrhoid = "thrombosed-hemorrhoid",
        /// An abscess, cellulitis or an infected fistula.
        Abscess = "abscess",
        /// Something else, which is written down.
        Other = "other",
    }
}

words! {
    /// How tender the gland is.
    pub enum Tenderness {
        /// Not tender.
        None = "none",
        /// Mildly.
        Mild = "mild",
        /// Moderately.
        Moderate = "moderate",
        /// Severely, exquisitely.
        Severe = "severe",
    }
}

words! {
    /// How the whole gland feels.
    pub enum Consistency {
        /// Soft.
        Soft = "soft",
        /// Normal, rubbery.
        Normal = "normal",
        /// Firm.
        Firm = "firm",
        /// Hard.
        Hard = "hard",
        /// Boggy: swollen, yielding.
        Boggy = "boggy",
        /// Fluctuant: fluid under the finger.
        Fluctuant = "fluctuant",
        /// Differs from place to place.
        Mixed = "mixed",
    }
}

/// The five answers as they come in; each may still be open.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct StatedGate {
    /// “None of the stop findings”: answers all five at once, and is recorded as such.
    pub none_of_the_stop_findings: bool,
    /// What the eye found; one or more.
    pub inspection: Vec<Inspection>,
    /// What else was seen, for `other`.
    pub inspection_text: Option<String>,
    /// Tenderness.
    pub tenderness: Option<Tenderness>,
    /// Consistency.
    pub consistency: Option<Consistency>,
    /// Warm to the finger.
    pub warmth: Option<bool>,
    /// Fluctuation anywhere.
    pub fluctuance: Option<bool>,
}

/// The five answers, complete.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Gate {
    /// What the eye found.
    pub inspection: Vec<Inspection>,
    /// What else was seen.
    pub inspection_text: Option<String>,
    /// Tenderness.
    pub tenderness: Tenderness,
    /// Consistency.
    pub consistency: Consistency,
    /// Warm to the finger.
    pub warmth: bool,
    /// Fluctuation anywhere.
    pub fluctuance: bool,
    /// All five were stated by one press, “none of the stop findings”.
    pub bundled: bool,
    /// When.
    pub at: Moment,
    /// Who examined.
    pub by: StaffId,
}

/// Why the gate stays shut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum GateRefused {
    /// Nothing said of the inspection.
    #[error("say what the inspection showed")]
    Inspection,
    /// Nothing that stops us, and something all the same.
    #[error("the inspection shows nothing that stops us, and a finding too; choose one")]
    InspectionContradicts,
    /// Other, without words.
    #[error("write what else was seen")]
    InspectionText,
    /// Nothing said of the tenderness.
    #[error("say how tender the gland is")]
    Tenderness,
    /// Nothing said of the consistency.
    #[error("say how the gland feels")]
    Consistency,
    /// Nothing said of the warmth.
    #[error("say whether the gland is warm")]
    Warmth,
    /// Nothing said of fluctuation.
    #[error("say whether anything fluctuates")]
    Fluctuance,
    /// One press for all, and answers beside it.
    #[error("“none of the stop findings” answers all five; take it back, or take the single answers back")]
    BundledWithAnswers,
}

impl GateRefused {
    /// The answer that is missing.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::Inspection | Self::InspectionContradicts => "inspection",
            Self::InspectionText => "inspectionText",
            Self::Tenderness => "tenderness",
            Self::Consistency => "consistency",
            Self::Warmth => "warmth",
            Self::Fluctuance => "fluctuance",
            Self::BundledWithAnswers => "noneOfTheStopFindings",
        }
    }
}

impl StatedGate {
    /// The one press that answers all five.
    #[must_use]
    pub fn none_of_the_stop_findings() -> Self {
        Self { none_of_the_stop_findings: true, ..Self::default() }
    }

    /// The gate, if all five answers stand.
    ///
    /// # Errors
    /// Every answer that is missing or contradicts another.
    pub fn close(self, by: StaffId, at: Moment) -> Result<Gate, Vec<GateRefused>> {
        if self.none_of_the_stop_findings {
            let single = self != Self::none_of_the_stop_findings();
            return if single { Err(vec![GateRefused::BundledWithAnswers]) } else { Ok(Gate::clear(by, at)) };
        }
        let mut refused = Vec::new();
        let mut inspection = self.inspection;
        inspection.sort_unstable();
        inspection.dedup();
        if inspection.is_empty() {
            refused.push(GateRefused::Inspection);
        }
        if inspection.len() > 1 && inspection.contains(&Inspection::Clear) {
            refused.push(GateRefused::InspectionContradicts);
        }
        let inspection_text = self.inspection_text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        if inspection.contains(&Inspection::Other) && inspection_text.is_none() {
            refused.push(GateRefused::InspectionText);
        }
        match (self.tenderness, self.consistency, self.warmth, self.fluctuance) {
            (Some(tenderness), Some(consistency), Some(warmth), Some(fluctuance)) if refused.is_empty() => Ok(Gate {
                inspection,
                inspection_text,
                tenderness,
                consistency,
                warmth,
                fluctuance,
                bundled: false,
                at,
                by,
            }),
            (tenderness, consistency, warmth, fluctuance) => {
                let missing = [
                    (tenderness.is_none(), GateRefused::Tenderness),
                    (consistency.is_none(), GateRefused::Consistency),
                    (warmth.is_none(), GateRefused::Warmth),
                    (fluctuance.is_none(), GateRefused::Fluctuance),
                ];
                refused.extend(missing.into_iter().filter(|(is_missing, _)| *is_missing).map(|(_, why)| why));
                Err(refused)
            }
        }
    }
}

impl Gate {
    fn clear(by: StaffId, at: Moment) -> Self {
        Self {
            inspection: vec![Inspection::Clear],
            inspection_text: None,
            tenderness: Tenderness::None,
            consistency: Consistency::Normal,
            warmth: false,
            fluctuance: false,
            bundled: true,
            at,
            by,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(gate: StatedGate, expect: &str) {
        let found = match gate.close(uuid::Uuid::from_u128(1).into(), "2026-11-20T10:00:00Z".parse().unwrap()) {
            Ok(gate) => format!("{} {} bundled={}", gate.tenderness, gate.consistency, gate.bundled),
            Err(refused) => refused.iter().map(|why| why.field()).collect::<Vec<_>>().join(" "),
        };
        assert_eq!(found, expect);
    }

    #[test]
    fn the_gate_opens_only_on_five_answers() {
        let full = StatedGate {
            none_of_the_stop_findings: false,
            inspection: vec![Inspection::Clear],
            inspection_text: None,
            tenderness: Some(Tenderness::Severe),
            consistency: Some(Consistency::Boggy),
            warmth: Some(true),
            fluctuance: Some(false),
        };
        check(full.clone(), "severe boggy bundled=false");
        check(StatedGate::default(), "inspection tenderness consistency warmth fluctuance");
        check(StatedGate { warmth: None, ..full.clone() }, "warmth");
        check(StatedGate { inspection: vec![Inspection::Clear, Inspection::Fissure], ..full.clone() }, "inspection");
        check(StatedGate { inspection: vec![Inspection::Other], ..full.clone() }, "inspectionText");
        check(StatedGate { none_of_the_stop_findings: true, ..full }, "noneOfTheStopFindings");
    }

    #[test]
    fn one_explicit_press_answers_all_five_and_says_so() {
        check(StatedGate::none_of_the_stop_findings(), "none normal bundled=true");
    }
}
