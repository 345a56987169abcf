//! The kits of post-DRE urine, as content: what a kit asks of the examination, the cup and the tubes. A rule of a kit is
//! data, never code, and a laboratory's own leaflet wins.

mod tubes;

pub use tubes::{TransportTube, TubeRefused, TypedTube, clocks, fill, flags};

use crate::catalogue::OrderedTest;
use crate::specimen::Volume;
use serde::Deserialize;
use std::sync::LazyLock;

/// One kit.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Kit {
    /// Its id.
    pub id: String,
    /// The indication under which it is ordered.
    pub indication: String,
    /// The name people say.
    pub title: String,
    /// Whether it is collected after an examination at all.
    pub requires_dre: bool,
    /// So many strokes on either lobe.
    pub strokes_per_lobe: u8,
    /// How much urine the cup is to hold, in words.
    pub cup: String,
    /// Transport tubes that are filled from the cup.
    pub tubes: u8,
    /// Millilitres into each; none where the leaflet decides.
    pub tube_ml: Option<Volume>,
    /// Hours from the urine to the tube; none where the leaflet decides.
    pub tube_hours: Option<u8>,
    /// How to keep it.
    pub storage: String,
    /// What is ordered.
    pub order: OrderedTest,
    /// Where that is from.
    pub source: String,
}

#[derive(Deserialize)]
struct Content {
    version: String,
    kits: Vec<Kit>,
}

static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    // The file is compiled in and read by a test, so a broken one never leaves the house.
    serde_json::from_str(include_str!("../../../content/kits.json")).expect("the kits are read by a test")
});

/// Every kit.
#[must_use]
pub fn all() -> &'static [Kit] {
    &CONTENT.kits
}

/// The version of the kits.
#[must_use]
pub fn content_version() -> &'static str {
    &CONTENT.version
}

/// The kit that is ordered for this reason, if the reason names one.
#[must_use]
pub fn for_indication(indication: &str) -> Option<&'static Kit> {
    all().iter().find(|kit| kit.indication == indication)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collection::Strokes;
    use crate::indication;
    use crate::procedure::ProcedureKind;

    #[test]
    fn every_reason_for_a_post_dre_urine_has_its_kit() {
        let reasons = indication::all().iter().filter(|reason| reason.kind == ProcedureKind::PostDreUrine);
        let told: Vec<_> = reasons.filter_map(|reason| Some(for_indication(&reason.id)?.id.as_str())).collect();
        assert_eq!(told, ["pca3", "selectmdx", "mps"]);
        assert!(for_indication("ind-four-glass").is_none());
        // No table is sure of a LOINC code for these: the laboratory's own code is sent.
        assert!(
            all()
                .iter()
                .all(|kit| kit.order.loinc.is_none() && kit.strokes_per_lobe == Strokes::OF_A_KIT && kit.requires_dre)
        );
    }
}
