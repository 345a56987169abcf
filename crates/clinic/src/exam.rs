//! The digital rectal examination: the finding gate before any stroke, then what the finger found.

mod findings;
mod gate;
mod nodule;
mod sector;

pub use findings::{
    AnalPain, BloodOnGlove, ExamRefused, Findings, Glove, Impression, Lubricant, Margins, Mobility, Position, Reached,
    RectalMass, SeminalVesicles, SphincterTone, StatedFindings, Sulcus, Symmetry,
};
pub use gate::{Consistency, Gate, GateRefused, Inspection, StatedGate, Tenderness};
pub use nodule::{Change, Firmness, Nodule, NoduleMargin, NoduleRefused, Suspicion};
pub use sector::{Sector, Side};
