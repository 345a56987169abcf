//! Further specimens of a visit: urine, blood and seminal fluid that are taken beside the glasses of a procedure. None of
//! them is an act on the gland, so no verdict stands before them, and none of them ever clears one.

mod report;

pub use report::{FurtherReport, ReportLine, ReportRefused, TypedReportLine, read_report};

use crate::Moment;
use crate::specimen::SpecimenRole;
use crate::words::words;
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

words! {
    /// What bears on the result of a further specimen, known when it was taken.
    pub enum Caution {
        /// Serum for PSA was drawn after the gland had been examined or massaged.
        AfterExamination = "after-examination",
        /// First-catch urine followed another urine within the hour.
        SoonAfterVoid = "soon-after-void",
    }
}

impl Caution {
    /// A whole sentence for the note, the requisition and the laboratory.
    ///
    /// Source: Int Urol Nephrol 2022;54:2117 (PSA after an examination); PMC4047970 (not voided for an hour).
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::AfterExamination => {
                "The blood was drawn after the prostate had been examined: total PSA may be raised by 0.4 to 0.9 ng/mL, and free PSA proportionally more."
            }
            Self::SoonAfterVoid => {
                "The patient had passed urine less than an hour before: the test may miss an infection."
            }
        }
    }
}

/// What a further specimen is, beside its role.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct FurtherFacts {
    /// Which container it is, where one collection fills several that differ.
    pub bottle: Option<String>,
    /// From where it was drawn, in the words of whoever drew it.
    pub site: Option<String>,
    /// What bears on its result.
    pub cautions: Vec<Caution>,
}

impl FurtherFacts {
    /// What the label and the requisition say it is.
    #[must_use]
    pub fn source(&self, source: &str) -> String {
        [Some(source.to_owned()), self.bottle.as_ref().map(|bottle| bottle.to_lowercase()), self.site.clone()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// Each caution as a sentence about the specimen with this code.
    pub fn sentences(&self, role: SpecimenRole) -> impl Iterator<Item = String> {
        self.cautions.iter().map(move |caution| format!("{}: {}", role.code(), caution.words()))
    }
}

/// What was known when a further specimen was taken.
#[derive(Debug, Clone, Copy, Default)]
pub struct Before {
    /// When the gland was first felt, massaged or stroked in this visit.
    pub touched: Option<Moment>,
    /// When a glass of urine was last passed in this visit.
    pub voided: Option<Moment>,
}

impl Before {
    /// What bears on the result of a specimen that was taken at `at`.
    #[must_use]
    pub fn cautions(self, role: SpecimenRole, at: Moment) -> Vec<Caution> {
        let touched = self.touched.is_some_and(|touched| touched <= at);
        let voided = self.voided.is_some_and(|voided| voided <= at && at.since(voided) < TimeDelta::hours(1));
        match role {
            SpecimenRole::PsaSerum if touched => vec![Caution::AfterExamination],
            SpecimenRole::FcuNaat if voided => vec![Caution::SoonAfterVoid],
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blood_for_psa_is_drawn_first_and_first_catch_urine_waits_an_hour() {
        let at = |minute| {
            let ten: Moment = "2026-11-22T10:00:00+01:00".parse().unwrap();
            ten.plus(TimeDelta::minutes(minute))
        };
        let before = Before { touched: Some(at(0)), voided: Some(at(0)) };
        let check = |role, minute, expect: &[Caution]| assert_eq!(before.cautions(role, at(minute)), expect, "{role}");
        check(SpecimenRole::PsaSerum, -1, &[]);
        check(SpecimenRole::PsaSerum, 0, &[Caution::AfterExamination]);
        check(SpecimenRole::FcuNaat, 59, &[Caution::SoonAfterVoid]);
        check(SpecimenRole::FcuNaat, 60, &[]);
        check(SpecimenRole::FcuNaat, -1, &[]);
        check(SpecimenRole::Msu, 5, &[]);
        check(SpecimenRole::BloodCulture, 5, &[]);
        assert_eq!(Before::default().cautions(SpecimenRole::PsaSerum, at(0)), []);
    }

    #[test]
    fn a_bottle_says_which_it_is_and_from_where() {
        let facts = FurtherFacts {
            bottle: Some("Aerobic bottle".into()),
            site: Some("left arm".into()),
            cautions: vec![Caution::SoonAfterVoid],
        };
        assert_eq!(facts.source("Blood culture"), "Blood culture, aerobic bottle, left arm");
        assert_eq!(FurtherFacts::default().source("Seminal fluid"), "Seminal fluid");
        let said: Vec<_> = facts.sentences(SpecimenRole::FcuNaat).collect();
        assert_eq!(
            said,
            ["FCU: The patient had passed urine less than an hour before: the test may miss an infection."]
        );
    }
}
