//! The name of a specimen's state, and what follows from the name alone.

use crate::words::words;

words! {
    /// The name of a specimen's state, as lists and the database write it.
    pub enum SpecimenStatus {
        /// See [`super::Specimen::Planned`].
        Planned = "planned",
        /// See [`super::Specimen::Collected`].
        Collected = "collected",
        /// See [`super::Specimen::Verified`].
        Verified = "verified",
        /// See [`super::Specimen::Stored`].
        Stored = "stored",
        /// See [`super::Specimen::Packed`].
        Packed = "packed",
        /// See [`super::Specimen::NotObtained`].
        NotObtained = "not-obtained",
        /// See [`super::Specimen::Discarded`].
        Discarded = "discarded",
    }
}

impl SpecimenStatus {
    /// Whether there is a tube in the house.
    #[must_use]
    pub const fn is_here(self) -> bool {
        matches!(self, Self::Collected | Self::Verified | Self::Stored | Self::Packed)
    }
}
