//! The two questionnaires as content: topics, ranges and bands, versioned, with their sources.

use super::QuestionnaireKind;
use crate::words::words;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// One item, by its topic alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Item {
    /// Its number on the form, such as `1a`.
    pub id: String,
    /// What it is about.
    pub topic: String,
    /// The domain that it counts in.
    pub domain: String,
    /// The highest answer; the lowest is 0.
    pub to: u8,
}

/// A band of a score, from its lowest value to that of the next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Band {
    /// What it is called.
    pub name: String,
    /// Its lowest value.
    pub from: u8,
}

/// A part of a questionnaire that has its own sum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Domain {
    /// Stable id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Whether it is part of the total; the quality of life of the IPSS is not.
    pub counts: bool,
    /// Its bands, where it has any.
    pub bands: Vec<Band>,
}

words! {
    /// Which way a score has to move to mean something.
    pub enum Direction {
        /// Down.
        Fall = "fall",
        /// Up or down.
        Either = "either",
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub(super) struct Meaningful {
    pub(super) points: u8,
    pub(super) direction: Direction,
    pub(super) meaning: String,
    pub(super) source: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub(super) struct ItemBands {
    pub(super) item: String,
    pub(super) bands: Vec<Band>,
}

/// One questionnaire.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Questionnaire {
    /// Which.
    pub id: QuestionnaireKind,
    /// What it is called.
    pub title: String,
    /// The time it asks about.
    pub recall: String,
    /// Its parts.
    pub domains: Vec<Domain>,
    /// The bands of its total.
    pub bands: Vec<Band>,
    pub(super) item_bands: Vec<ItemBands>,
    pub(super) change: Meaningful,
    /// Where ranges and bands come from.
    pub source: String,
    /// Its items, in the order of the form.
    pub items: Vec<Item>,
}

#[derive(Deserialize)]
struct Content {
    version: String,
    /// In the order of their kinds, so that neither can be missing.
    questionnaires: [Questionnaire; 2],
}

static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    // The file is compiled in and read by a test, so a broken one never leaves the house.
    serde_json::from_str(include_str!("../../../../content/questionnaires.json"))
        .expect("the questionnaires are read by a test")
});

/// The version of items and bands; stored with every score.
#[must_use]
pub fn content_version() -> &'static str {
    &CONTENT.version
}

/// The questionnaire of this kind.
#[must_use]
pub fn find(kind: QuestionnaireKind) -> &'static Questionnaire {
    let [cpsi, ipss] = &CONTENT.questionnaires;
    match kind {
        QuestionnaireKind::NihCpsi => cpsi,
        QuestionnaireKind::Ipss => ipss,
    }
}

impl Questionnaire {
    /// The highest sum of the items that `counted` takes.
    pub(super) fn most(&self, counted: impl Fn(&Domain) -> bool) -> u8 {
        let counts = |item: &&Item| self.domains.iter().any(|domain| domain.id == item.domain && counted(domain));
        self.items.iter().filter(counts).map(|item| item.to).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_have_the_ranges_of_their_forms() {
        assert_eq!(content_version(), "2026.11.1");
        let ranges = |kind| {
            let form = find(kind);
            let domain = |one: &Domain| form.most(|other| other.id == one.id);
            (form.most(|domain| domain.counts), form.domains.iter().map(domain).collect::<Vec<_>>())
        };
        assert_eq!(ranges(QuestionnaireKind::NihCpsi), (43, vec![21, 10, 12]));
        assert_eq!(ranges(QuestionnaireKind::Ipss), (35, vec![15, 20, 6]));
        for kind in QuestionnaireKind::ALL {
            let form = find(*kind);
            let known = |item: &Item| form.domains.iter().any(|domain| domain.id == item.domain);
            assert!(
                form.id == *kind
                    && form.items.iter().all(known)
                    && form.title == kind.title()
                    && !form.source.is_empty()
            );
        }
    }
}
