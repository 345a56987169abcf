//! Why a tube that exists is thrown away. Nothing is discarded without one of these.

use super::{NotObtainedReason, SpecimenRole};
use crate::words::words;

words! {
    /// Why a collected tube was thrown away.
    pub enum DiscardReason {
        /// The tube broke.
        Broken = "broken",
        /// It was spilled after it was labelled.
        Spilled = "spilled",
        /// Something came into it that does not belong there.
        Contaminated = "contaminated",
        /// It is not what its label says.
        WrongTube = "wrong-tube",
        /// It was labelled with another patient's name, and another one can be collected.
        WrongPatient = "wrong-patient",
        /// The patient withdrew consent and wants it thrown away.
        ConsentWithdrawn = "consent-withdrawn",
    }
}

impl DiscardReason {
    /// Whether a tube that is packed already is taken out for it.
    #[must_use]
    pub const fn takes_out_of_the_bag(self) -> bool {
        matches!(self, Self::WrongPatient | Self::ConsentWithdrawn)
    }

    /// The reason as timelines and papers say it.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Broken => "broken",
            Self::Spilled => "spilled",
            Self::Contaminated => "contaminated",
            Self::WrongTube => "wrong tube",
            Self::WrongPatient => "it carried another patient’s name",
            Self::ConsentWithdrawn => "the patient withdrew consent",
        }
    }
}

/// Why a planned glass does not reach the laboratory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Absence {
    /// It never existed.
    NotObtained(NotObtainedReason),
    /// It was thrown away.
    Discarded(DiscardReason),
}

impl Absence {
    /// As the order and its paper say it of this glass: “EPS not obtained: no secretion”.
    #[must_use]
    pub fn sentence(self, role: SpecimenRole) -> String {
        let code = role.code();
        match self {
            Self::NotObtained(reason) => format!("{code} not obtained: {}", reason.words()),
            Self::Discarded(reason) => format!("{code} discarded: {}", reason.words()),
        }
    }

    /// The same beside the glass's name.
    #[must_use]
    pub fn words(self) -> String {
        match self {
            Self::NotObtained(reason) => reason.words().to_owned(),
            Self::Discarded(reason) => format!("collected and discarded, {}", reason.words()),
        }
    }
}
