//! The procedures of the clinic and the acts on a body that each is made of.

use crate::words::words;

words! {
    /// What is ordered and documented as one procedure.
    pub enum ProcedureKind {
        /// Digital rectal examination alone.
        Dre = "dre",
        /// Expressed prostatic secretion alone.
        Eps = "eps",
        /// Meares-Stamey four-glass test: VB1, VB2, EPS, VB3.
        FourGlass = "four-glass",
        /// Pre- and post-massage test (PPMT), two glasses.
        TwoGlass = "two-glass",
        /// First-catch urine after a DRE, for biomarkers.
        PostDreUrine = "post-dre-urine",
    }
}

words! {
    /// What is done to the body; the safety rules speak of these, not of procedures.
    pub enum Act {
        /// Digital rectal examination.
        Dre = "dre",
        /// Prostatic massage: EPS, four-glass, two-glass.
        Massage = "mas",
        /// Strokes for post-DRE urine.
        PostDreStrokes = "pdu",
    }
}

impl ProcedureKind {
    /// The name that people say and papers print.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Dre => "Digital rectal examination",
            Self::Eps => "Expressed prostatic secretion",
            Self::FourGlass => "Four-glass test",
            Self::TwoGlass => "Two-glass test (PPMT)",
            Self::PostDreUrine => "Post-DRE urine",
        }
    }

    /// The acts it asks of the patient, in their order.
    #[must_use]
    pub const fn acts(self) -> &'static [Act] {
        match self {
            Self::Dre => &[Act::Dre],
            Self::Eps | Self::FourGlass | Self::TwoGlass => &[Act::Dre, Act::Massage],
            Self::PostDreUrine => &[Act::Dre, Act::PostDreStrokes],
        }
    }
}
