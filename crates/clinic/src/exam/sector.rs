//! The twelve sectors of the gland as a finger tells them apart; right and left are always the patient's.

use crate::words::words;

words! {
    /// One of the twelve sectors: side, level (base, middle, apex), medial or lateral.
    ///
    /// Follows the 12-core biopsy template. Drawn with the patient's right on the viewer's left, as biopsy and MRI
    /// maps are: the other way round invites a wrong-side biopsy.
    pub enum Sector {
        /// Right base, lateral.
        RightBaseLateral = "R-B-l",
        /// Right base, medial.
        RightBaseMedial = "R-B-m",
        /// Left base, medial.
        LeftBaseMedial = "L-B-m",
        /// Left base, lateral.
        LeftBaseLateral = "L-B-l",
        /// Right middle, lateral.
        RightMidLateral = "R-M-l",
        /// Right middle, medial.
        RightMidMedial = "R-M-m",
        /// Left middle, medial.
        LeftMidMedial = "L-M-m",
        /// Left middle, lateral.
        LeftMidLateral = "L-M-l",
        /// Right apex, lateral.
        RightApexLateral = "R-A-l",
        /// Right apex, medial.
        RightApexMedial = "R-A-m",
        /// Left apex, medial.
        LeftApexMedial = "L-A-m",
        /// Left apex, lateral.
        LeftApexLateral = "L-A-l",
    }
}

words! {
    /// Where something is, seen from the patient.
    pub enum Side {
        /// The patient's right.
        Right = "right",
        /// The patient's left.
        Left = "left",
        /// Both sides.
        Both = "both",
        /// The midline.
        Midline = "midline",
    }
}

impl Sector {
    /// The sector as a note writes it: `right base, lateral`.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::RightBaseLateral => "right base, lateral",
            Self::RightBaseMedial => "right base, medial",
            Self::LeftBaseMedial => "left base, medial",
            Self::LeftBaseLateral => "left base, lateral",
            Self::RightMidLateral => "right middle, lateral",
            Self::RightMidMedial => "right middle, medial",
            Self::LeftMidMedial => "left middle, medial",
            Self::LeftMidLateral => "left middle, lateral",
            Self::RightApexLateral => "right apex, lateral",
            Self::RightApexMedial => "right apex, medial",
            Self::LeftApexMedial => "left apex, medial",
            Self::LeftApexLateral => "left apex, lateral",
        }
    }

    /// On the patient's right.
    #[must_use]
    pub fn is_right(self) -> bool {
        self.as_str().starts_with('R')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_map_has_six_sectors_a_side_and_reads_as_it_is_drawn() {
        assert_eq!(Sector::ALL.len(), 12);
        assert_eq!(Sector::ALL.iter().filter(|sector| sector.is_right()).count(), 6);
        let first_row: Vec<_> = Sector::ALL[..4].iter().map(|sector| sector.as_str()).collect();
        assert_eq!(first_row, ["R-B-l", "R-B-m", "L-B-m", "L-B-l"]);
    }
}
