//! One nodule: where, how large, and what it feels like.

use super::sector::Sector;
use crate::words::words;
use serde::{Deserialize, Serialize};

words! {
    /// How hard a nodule is.
    pub enum Firmness {
        /// Soft.
        Soft = "soft",
        /// Firm.
        Firm = "firm",
        /// Hard.
        Hard = "hard",
    }
}

words! {
    /// The edge of a nodule.
    pub enum NoduleMargin {
        /// Smooth.
        Smooth = "smooth",
        /// Irregular.
        Irregular = "irregular",
    }
}

words! {
    /// Whether the examiner suspects cancer in it.
    pub enum Suspicion {
        /// No.
        No = "no",
        /// Equivocal.
        Equivocal = "equivocal",
        /// Yes.
        Yes = "yes",
    }
}

words! {
    /// Compared with the last examination.
    pub enum Change {
        /// Not there before.
        New = "new",
        /// Larger.
        Larger = "larger",
        /// The same.
        Same = "same",
        /// Smaller.
        Smaller = "smaller",
        /// Nothing to compare with.
        Unknown = "unknown",
    }
}

/// A nodule as felt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Nodule {
    /// Where, one sector or more.
    pub sectors: Vec<Sector>,
    /// Greatest diameter in mm, 1 to 60.
    pub diameter_mm: u16,
    /// How hard.
    pub firmness: Firmness,
    /// Its edge.
    pub margin: NoduleMargin,
    /// Tender to touch.
    pub tender: bool,
    /// Reaches across the midline.
    pub crosses_midline: bool,
    /// Suspicious of cancer.
    pub suspicious: Suspicion,
    /// Compared with the last examination.
    pub change: Change,
}

/// Why a nodule cannot stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoduleRefused {
    /// Nowhere.
    #[error("tap the sector in which the nodule lies")]
    Nowhere,
    /// Too small or too large.
    #[error("a nodule measures 1 to 60 mm, not {0}")]
    Size(u16),
    /// On one side only, and said to cross.
    #[error("the nodule is said to cross the midline, but lies on one side only; tap the other side too")]
    DoesNotCross,
}

impl Nodule {
    /// Looks whether it can be.
    ///
    /// # Errors
    /// When it lies nowhere, has no possible size, or contradicts itself.
    pub fn check(mut self) -> Result<Self, NoduleRefused> {
        self.sectors.sort_unstable();
        self.sectors.dedup();
        if self.sectors.is_empty() {
            return Err(NoduleRefused::Nowhere);
        }
        if !(1..=60).contains(&self.diameter_mm) {
            return Err(NoduleRefused::Size(self.diameter_mm));
        }
        let right = self.sectors.iter().any(|sector| sector.is_right());
        let left = self.sectors.iter().any(|sector| !sector.is_right());
        if self.crosses_midline && !(right && left) {
            return Err(NoduleRefused::DoesNotCross);
        }
        Ok(self)
    }

    /// Hard, or suspicious in the examiner's view: a question of cancer.
    #[must_use]
    pub const fn raises_suspicion(&self) -> bool {
        matches!(self.firmness, Firmness::Hard) || matches!(self.suspicious, Suspicion::Yes)
    }

    /// The nodule as a note writes it.
    #[must_use]
    pub fn text(&self) -> String {
        let places: Vec<_> = self.sectors.iter().map(|sector| sector.title()).collect();
        let tender = if self.tender { ", tender" } else { "" };
        let crosses = if self.crosses_midline { ", crossing the midline" } else { "" };
        let suspicious = match self.suspicious {
            Suspicion::No => "not suspicious",
            Suspicion::Equivocal => "equivocal",
            Suspicion::Yes => "suspicious",
        };
        format!(
            "{} and {} nodule of {} mm, {}{tender}{crosses}, {suspicious}",
            self.firmness,
            self.margin,
            self.diameter_mm,
            places.join("; ")
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nodule(sectors: &[Sector], diameter_mm: u16, crosses_midline: bool) -> Nodule {
        Nodule {
            sectors: sectors.to_vec(),
            diameter_mm,
            firmness: Firmness::Hard,
            margin: NoduleMargin::Irregular,
            tender: false,
            crosses_midline,
            suspicious: Suspicion::Yes,
            change: Change::New,
        }
    }

    #[test]
    fn a_nodule_lies_somewhere_and_has_a_size() {
        let check = |nodule: Nodule, expect: &str| {
            let found = match nodule.check() {
                Ok(nodule) => nodule.text(),
                Err(refused) => refused.to_string(),
            };
            assert_eq!(found, expect);
        };
        let mid = Sector::RightMidLateral;
        check(nodule(&[mid, mid], 8, false), "hard and irregular nodule of 8 mm, right middle, lateral, suspicious");
        check(nodule(&[], 8, false), "tap the sector in which the nodule lies");
        check(nodule(&[mid], 0, false), "a nodule measures 1 to 60 mm, not 0");
        check(nodule(&[mid], 61, false), "a nodule measures 1 to 60 mm, not 61");
        check(
            nodule(&[mid], 8, true),
            "the nodule is said to cross the midline, but lies on one side only; tap the other side too",
        );
    }
}
