//! The terms of each consented risk as content, with the grades each can have.

use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// One CTCAE term, by its name alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Term {
    /// Stable id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The lowest grade it can have.
    pub lowest: u8,
    /// The highest.
    pub highest: u8,
    /// It opens an incident in whatever grade.
    #[serde(default)]
    pub opens_incident: bool,
}

/// A risk of the consent text with the terms that belong to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Risk {
    /// The risk's id, as consent texts name it.
    pub risk: String,
    /// What it is called.
    pub title: String,
    /// Its terms.
    pub terms: Vec<Term>,
    /// What asks for attention.
    pub red_flag: String,
    /// What makes which grade.
    pub grade_hint: String,
    /// Where it comes from.
    pub source: String,
}

#[derive(Deserialize)]
struct Content {
    version: String,
    risks: Vec<Risk>,
}

static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    // The file is compiled in and read by a test, so a broken one never leaves the house.
    serde_json::from_str(include_str!("../../../../content/adverse-events.json"))
        .expect("the terms of adverse events are read by a test")
});

/// The version of the table; stored with every event.
#[must_use]
pub fn content_version() -> &'static str {
    &CONTENT.version
}

/// Every risk that has a term.
#[must_use]
pub fn risks() -> &'static [Risk] {
    &CONTENT.risks
}

/// A term by its id.
#[must_use]
pub fn term(id: &str) -> Option<&'static Term> {
    risks().iter().flat_map(|risk| &risk.terms).find(|term| term.id == id)
}

/// The risk that a term belongs to.
#[must_use]
pub fn risk_of(id: &str) -> Option<&'static Risk> {
    risks().iter().find(|risk| risk.terms.iter().any(|term| term.id == id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consent::edition;

    #[test]
    fn every_risk_of_the_table_is_one_that_patients_consent_to() {
        assert_eq!(content_version(), "2026.11.1");
        let consented: Vec<&str> =
            edition::all().iter().flat_map(|one| one.text.risks.iter().map(|risk| risk.risk.as_str())).collect();
        for risk in risks() {
            assert!(consented.contains(&risk.risk.as_str()), "{}", risk.risk);
            assert!(!risk.source.is_empty() && !risk.terms.is_empty());
            for term in &risk.terms {
                assert!((1..=5).contains(&term.lowest) && term.lowest <= term.highest && term.highest <= 5);
                assert_eq!(risk_of(&term.id).map(|found| &found.risk), Some(&risk.risk), "{} stands once", term.id);
            }
        }
        assert!(risks().iter().all(|risk| risk.risk != "risk-cancer-spread"), "never an event of one visit");
    }
}
