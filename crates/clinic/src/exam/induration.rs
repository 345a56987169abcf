//! An indurated area: harder than the gland around it, without the edge of a nodule.

use super::sector::Sector;
use crate::words::words;
use serde::{Deserialize, Serialize};

words! {
    /// How much of the lobe it takes.
    pub enum Extent {
        /// Half of it or less.
        Half = "half-or-less",
        /// More than half.
        More = "more-than-half",
    }
}

/// An indurated area as felt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Induration {
    /// Where, one sector or more.
    pub sectors: Vec<Sector>,
    /// How much of the lobe.
    pub extent: Extent,
}

/// Why an area cannot stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IndurationRefused {
    /// Nowhere.
    #[error("tap the sectors that are indurated")]
    Nowhere,
    /// More sectors than the stated part of a lobe has.
    #[error("more than three sectors of one lobe are more than half of it")]
    Extent,
}

impl Induration {
    /// Looks whether it can be.
    ///
    /// # Errors
    /// When it lies nowhere, or covers more of a lobe than it says.
    pub fn check(mut self) -> Result<Self, IndurationRefused> {
        self.sectors.sort_unstable();
        self.sectors.dedup();
        if self.sectors.is_empty() {
            return Err(IndurationRefused::Nowhere);
        }
        let right = self.sectors.iter().filter(|sector| sector.is_right()).count();
        if self.extent == Extent::Half && right.max(self.sectors.len() - right) > 3 {
            return Err(IndurationRefused::Extent);
        }
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_area_lies_somewhere_and_is_as_large_as_it_says() {
        let check = |sectors: &[Sector], extent| Induration { sectors: sectors.to_vec(), extent }.check().map(drop);
        let right = &Sector::ALL.iter().copied().filter(|sector| sector.is_right()).collect::<Vec<_>>();
        assert_eq!(check(&[], Extent::Half), Err(IndurationRefused::Nowhere));
        assert_eq!(check(&right[..3], Extent::Half), Ok(()));
        assert_eq!(check(&right[..4], Extent::Half), Err(IndurationRefused::Extent));
        assert_eq!(check(&right[..4], Extent::More), Ok(()));
        assert_eq!(check(&[right[0]], Extent::More), Ok(()), "a large part of a lobe may lie in one sector's reach");
    }
}
