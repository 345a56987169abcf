//! Why a procedure is done: the reasons a clinic may order it for, each with the strength of its evidence.

use crate::procedure::ProcedureKind;
use crate::words::words;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

words! {
    /// How well the indication is supported; shown beside it and stored with the order.
    pub enum Evidence {
        /// Supported by guidelines or labelled use.
        Supported = "supported",
        /// Limited or disputed.
        Limited = "limited",
    }
}

/// One reason, as the content file has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Indication {
    /// Stable id, such as `ind-four-glass`.
    pub id: String,
    /// The procedure it is a reason for.
    pub kind: ProcedureKind,
    /// The words on the order and the note.
    pub title: String,
    /// Evidence badge.
    pub evidence: Evidence,
    /// Where the badge comes from.
    pub source: String,
}

#[derive(Deserialize)]
struct Content {
    version: String,
    indications: Vec<Indication>,
}

static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    // The file is compiled in and read by a test, so a broken one never leaves the house.
    serde_json::from_str(include_str!("../../../content/indications.json"))
        .unwrap_or(Content { version: String::new(), indications: Vec::new() })
});

/// The version of the list of indications; stored with every order.
#[must_use]
pub fn content_version() -> &'static str {
    &CONTENT.version
}

/// Every indication, in the order in which it is offered.
#[must_use]
pub fn all() -> &'static [Indication] {
    &CONTENT.indications
}

/// The indication `id` for `kind`; none when that procedure is not done for that reason.
#[must_use]
pub fn find(kind: ProcedureKind, id: &str) -> Option<&'static Indication> {
    all().iter().find(|indication| indication.kind == kind && indication.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_file_is_readable_and_its_ids_are_unique() {
        assert_eq!(content_version(), "2026.11.3");
        for (place, indication) in all().iter().enumerate() {
            assert!(!all()[..place].iter().any(|other| other.id == indication.id && other.kind == indication.kind));
        }
        assert!(find(ProcedureKind::FourGlass, "ind-four-glass").is_some());
        assert!(find(ProcedureKind::Dre, "ind-four-glass").is_none());
        assert!(find(ProcedureKind::Eps, "ind-eps-infertility").is_some(), "secretion alone is enough for it");
    }
}
