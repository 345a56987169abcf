//! What is collected: the roles a container can have in its set.

use crate::words::words;

words! {
    /// The role a specimen has in its set; printed large on its label.
    pub enum SpecimenRole {
        /// First-void urine: the urethra.
        Vb1 = "vb1",
        /// Midstream urine: the bladder.
        Vb2 = "vb2",
        /// Expressed prostatic secretion.
        Eps = "eps",
        /// First urine after massage: the prostate.
        Vb3 = "vb3",
    }
}

impl SpecimenRole {
    /// The four glasses, in the order in which they are collected.
    pub const FOUR_GLASS: [Self; 4] = [Self::Vb1, Self::Vb2, Self::Eps, Self::Vb3];

    /// The code as labels print it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Vb1 => "VB1",
            Self::Vb2 => "VB2",
            Self::Eps => "EPS",
            Self::Vb3 => "VB3",
        }
    }
}
