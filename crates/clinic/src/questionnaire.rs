//! NIH-CPSI and IPSS as numbers: ranges, sums, bands and what a change means. Never their wording, which
//! is licensed: the patient fills in the clinic's own paper, and its numbers are typed in.
//!
//! A missing item is never guessed: what it belongs to has no sum.

mod content;
mod score;

pub use content::{Band, Direction, Domain, Item, Questionnaire, content_version, find};
pub use score::{Answers, Banded, DomainScore, NotAnAnswer, Score, ScoreChange, change, score};

use crate::words::words;

words! {
    /// Which questionnaire.
    pub enum QuestionnaireKind {
        /// NIH Chronic Prostatitis Symptom Index.
        NihCpsi = "nih-cpsi",
        /// International Prostate Symptom Score.
        Ipss = "ipss",
    }
}

impl QuestionnaireKind {
    /// What it is called.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::NihCpsi => "NIH-CPSI",
            Self::Ipss => "IPSS",
        }
    }
}
