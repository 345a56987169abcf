//! The digital rectal examination: the finding gate before any stroke, then what the finger found.

mod allergy;
mod category;
mod compare;
mod findings;
mod gate;
mod induration;
mod nodule;
mod referral;
mod refused;
mod sector;
mod vocabulary;

pub use allergy::against_allergies;
pub use category::{CategorySuggestion, ClinicalT, suggest};
pub use compare::compare;
pub use findings::{Findings, Mass, StatedFindings};
pub use gate::{Consistency, Gate, GateRefused, Inspection, StatedGate, Tenderness};
pub use induration::{Extent, Induration, IndurationRefused};
pub use nodule::{Change, Firmness, Nodule, NoduleMargin, NoduleRefused, Suspicion};
pub use referral::{Referral, referrals};
pub use refused::ExamRefused;
pub use sector::{Sector, Side};
pub use vocabulary::{
    AnalPain, BloodOnGlove, Glove, Impression, Lubricant, Margins, Mobility, PelvicFloor, Perianal, Position, Reached,
    RectalMass, Route, SeminalVesicles, SphincterTone, Stool, Sulcus, Symmetry,
};
