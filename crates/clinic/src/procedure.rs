//! The procedures of the clinic and the acts on a body that each is made of.

use crate::Moment;
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

/// Proof that the safety rules cleared one act at one moment.
///
/// Only `screening` can make one, from a verdict; whoever holds it need not ask again, and nobody can
/// begin a massage without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cleared {
    act: Act,
    at: Moment,
}

impl Cleared {
    /// For `screening` alone: the verdict on `act` at `at` left nothing standing against it.
    pub(crate) const fn by_verdict(act: Act, at: Moment) -> Self {
        Self { act, at }
    }

    /// What may be done.
    #[must_use]
    pub const fn act(&self) -> Act {
        self.act
    }

    /// When the verdict was reached.
    #[must_use]
    pub const fn at(&self) -> Moment {
        self.at
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

    /// The same in the middle of a sentence.
    #[must_use]
    pub fn name(self) -> String {
        let (first, rest) = self.title().split_at(1);
        first.to_lowercase() + rest
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

    /// What it does to the gland beyond feeling it, if anything.
    #[must_use]
    pub fn act_on_gland(self) -> Option<Act> {
        self.acts().iter().copied().find(|act| *act != Act::Dre)
    }
}

words! {
    /// How far a procedure has come, or how it ended.
    pub enum ProcedureStatus {
        /// Ordered; the time-out has not been taken.
        Planned = "planned",
        /// After the time-out.
        Underway = "underway",
        /// Everything planned has its end.
        Finished = "finished",
        /// The patient asked to stop, or withdrew consent.
        StoppedByPatient = "stopped-by-patient",
        /// Stopped for another reason: pain, equipment, gland not reached.
        Stopped = "stopped",
        /// A safety rule stopped it, before or during the examination.
        AbortedSafety = "aborted-safety",
        /// Recorded on the wrong patient or twice; kept, and marked so.
        EnteredInError = "entered-in-error",
    }
}

impl ProcedureStatus {
    /// Whether something may still be done to the patient under it.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Planned | Self::Underway)
    }
}
