//! The review of a translation: who read it against the original, and with what right. Unreviewed, it cannot be signed.

use serde::{Deserialize, Serialize};

/// That a qualified translator has read one version of a translation against the original.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TranslationReview {
    /// The translator.
    pub reviewer: String,
    /// What makes them one.
    pub qualification: String,
    /// The day on which they read it.
    pub reviewed_on: String,
}

/// Why a review cannot stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReviewRefusal {
    /// Nobody is named.
    #[error("name the translator who read it")]
    Reviewer,
    /// Nothing says that they are one.
    #[error("say what qualifies them, such as “certified medical translator”")]
    Qualification,
    /// No day, or one that has not come.
    #[error("write the day on which it was read, today or earlier, as day month year")]
    Day,
}

impl TranslationReview {
    /// Longest name or qualification, in letters.
    pub const LONGEST: usize = 120;

    /// Reads what was typed; all that is wrong at once.
    ///
    /// # Errors
    /// When a part is missing, too long, or the day has not come.
    pub fn parse(
        reviewer: &str,
        qualification: &str,
        day: &str,
        today: chrono::NaiveDate,
    ) -> Result<Self, Vec<ReviewRefusal>> {
        let fits = |text: &str| !text.trim().is_empty() && text.trim().chars().count() <= Self::LONGEST;
        let read: Option<chrono::NaiveDate> = day.trim().parse().ok();
        let checks = [
            (fits(reviewer), ReviewRefusal::Reviewer),
            (fits(qualification), ReviewRefusal::Qualification),
            (read.is_some_and(|day| day <= today), ReviewRefusal::Day),
        ];
        let wrong: Vec<_> = checks.into_iter().filter(|(fine, _)| !fine).map(|(_, refusal)| refusal).collect();
        if !wrong.is_empty() {
            return Err(wrong);
        }
        Ok(Self {
            reviewer: reviewer.trim().to_owned(),
            qualification: qualification.trim().to_owned(),
            reviewed_on: day.trim().to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::text::{ConsentText, TextApproval};
    use super::*;

    const DRE: &str = include_str!("../../../../content/consent/dre.en.json");

    #[test]
    fn a_review_names_who_with_what_right_and_when() {
        let today = "2026-11-23".parse().unwrap();
        let read = |who, what, day| TranslationReview::parse(who, what, day, today);
        let review = read(" Marta Ruiz ", "sworn translator", "2026-11-20").unwrap();
        assert_eq!(review.reviewer, "Marta Ruiz");
        assert_eq!(read("", "", "2026-11-24").unwrap_err().len(), 3);
        let mut text = ConsentText::parse(DRE).unwrap();
        text.approval = TextApproval::NotReviewed;
        let rendered = text.render("Ada Brandt", "urologist", &[]);
        assert_eq!(rendered.clone().reviewed(None).approval, TextApproval::NotReviewed);
        assert_eq!(rendered.reviewed(Some(review)).approval, TextApproval::AwaitingSignOff);
    }
}
