//! What is collected: the role of each container in its set, and where it stands from its planning to its end.
//!
//! A transition consumes the state and gives the next one or a named refusal, so there is no packed tube
//! whose label nobody verified, and no later date without the earlier one.

mod custody;
mod discard;
mod role;
mod status;
mod volume;

pub use custody::CustodyEvent;
pub use discard::{Absence, DiscardReason};
pub use role::SpecimenRole;
pub use status::SpecimenStatus;
pub use volume::{Amount, NotAVolume, Volume};

use crate::catalogue::CatalogueEntry;
use crate::collection::{Timer, TimerView};
use crate::label::LabelCheck;
use crate::words::words;
use crate::{Moment, ids::StaffId};
use serde::{Deserialize, Serialize};

words! {
    /// How a specimen looks; said only when it was looked at.
    pub enum Appearance {
        /// Clear.
        Clear = "clear",
        /// Cloudy.
        Cloudy = "cloudy",
        /// Milky, as healthy prostatic fluid is.
        Milky = "milky",
        /// Yellow.
        Yellow = "yellow",
        /// Streaked with blood.
        BloodStreaked = "blood-streaked",
        /// Purulent.
        Purulent = "purulent",
    }
}

words! {
    /// Who handled the cup.
    pub enum CollectedHow {
        /// The patient filled it alone and a member of staff received it.
        ByPatient = "by-patient",
        /// A member of staff caught it.
        ByStaff = "by-staff",
    }
}

words! {
    /// Why a planned specimen does not exist.
    pub enum NotObtainedReason {
        /// The patient could not void.
        CannotVoid = "cannot-void",
        /// The stream missed the cup.
        MissedCup = "missed-cup",
        /// The patient declined this glass.
        Declined = "declined",
        /// The act was stopped.
        Stopped = "stopped",
        /// The patient left.
        Left = "left",
        /// It was spilled before it was labelled.
        Spilled = "spilled",
        /// The massage brought no secretion.
        Dry = "dry",
        /// The rules stopped the massage: nothing of it may be collected.
        SafetyStop = "safety-stop",
    }
}

impl NotObtainedReason {
    /// The reason as timelines and papers say it.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::CannotVoid => "could not void",
            Self::MissedCup => "missed the cup",
            Self::Declined => "declined",
            Self::Stopped => "the act was stopped",
            Self::Left => "the patient left",
            Self::Spilled => "spilled",
            Self::Dry => "no secretion",
            Self::SafetyStop => "stopped for safety",
        }
    }
}

impl CollectedHow {
    /// Who handled the cup, as timelines say it.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::ByPatient => "collected by the patient",
            Self::ByStaff => "collected by staff",
        }
    }
}

/// A glass as it was caught.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Catch {
    /// When it was caught, which may be minutes before it was received.
    pub at: Moment,
    /// How much there is.
    pub amount: Amount,
    /// How it looks, when somebody looked.
    pub appearance: Option<Appearance>,
    /// Who handled the cup.
    pub how: CollectedHow,
}

/// Who did something to a specimen, when, and where it went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Handled {
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: StaffId,
    /// The refrigerator, bag or box; empty when there is no place to name.
    pub place: String,
}

/// Where one specimen stands, with the evidence for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Specimen {
    /// Awaited.
    Planned,
    /// In its container; its label is not yet verified.
    Collected(Catch),
    /// Its applied label was read back beside the patient.
    Verified(Catch, LabelCheck),
    /// In its storage place.
    Stored(Catch, LabelCheck, Handled),
    /// Packed for the laboratory.
    Packed(Catch, LabelCheck, Handled),
    /// It will not exist, and why.
    NotObtained(NotObtainedReason, Handled),
    /// It existed and was thrown away, and why.
    Discarded(Catch, DiscardReason, Handled),
}

/// Why a specimen cannot go where it was sent.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SpecimenRefusal {
    /// This step does not follow from where it stands.
    #[error("this specimen is {}: that step does not follow", .0.as_str())]
    OutOfOrder(SpecimenStatus),
    /// Its label was not read back.
    #[error("scan the label on the tube first: it was printed, but nobody has verified it")]
    LabelUnverified,
    /// The step is said to have happened before the one it follows.
    #[error("this time lies before the step it follows")]
    TimeGoesBack,
    /// The volume does not fit the glass.
    #[error(transparent)]
    Amount(#[from] NotAVolume),
}

impl SpecimenRefusal {
    /// The stable name of this refusal.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::OutOfOrder(_) => "specimen-out-of-order",
            Self::LabelUnverified => "label-not-verified",
            Self::TimeGoesBack => "time-goes-back",
            Self::Amount(_) => "volume",
        }
    }
}

impl Specimen {
    /// Its state in one word.
    #[must_use]
    pub const fn status(&self) -> SpecimenStatus {
        match self {
            Self::Planned => SpecimenStatus::Planned,
            Self::Collected(..) => SpecimenStatus::Collected,
            Self::Verified(..) => SpecimenStatus::Verified,
            Self::Stored(..) => SpecimenStatus::Stored,
            Self::Packed(..) => SpecimenStatus::Packed,
            Self::NotObtained(..) => SpecimenStatus::NotObtained,
            Self::Discarded(..) => SpecimenStatus::Discarded,
        }
    }

    /// How it was caught, if it ever was.
    #[must_use]
    pub const fn catch(&self) -> Option<&Catch> {
        match self {
            Self::Collected(catch)
            | Self::Verified(catch, _)
            | Self::Stored(catch, ..)
            | Self::Packed(catch, ..)
            | Self::Discarded(catch, ..) => Some(catch),
            Self::Planned | Self::NotObtained(..) => None,
        }
    }

    /// The clock of its culture: at room temperature until it is stored, cold from then on, each for the hours of `entry`.
    /// None when nothing waits, or no culture.
    #[must_use]
    pub fn clock(&self, entry: &CatalogueEntry, now: Moment) -> Option<TimerView> {
        if !entry.role.waits_for_culture() {
            return None;
        }
        let (timer, hours, catch) = match self {
            Self::Collected(catch) | Self::Verified(catch, _) => (Timer::CultureAmbient, entry.ambient_hours, catch),
            Self::Stored(catch, ..) | Self::Packed(catch, ..) => (Timer::CultureCold, entry.cold_hours, catch),
            Self::Planned | Self::NotObtained(..) | Self::Discarded(..) => return None,
        };
        Some(hours.map_or_else(|| timer.running(catch.at, now), |hours| timer.within(hours, catch.at, now)))
    }

    /// Planned, and now in its container.
    pub fn collect(self, role: SpecimenRole, catch: Catch) -> Result<Self, SpecimenRefusal> {
        match self {
            Self::Planned => {
                catch.amount.fits(role)?;
                Ok(Self::Collected(catch))
            }
            other => Err(SpecimenRefusal::OutOfOrder(other.status())),
        }
    }

    /// In its container since then, as somebody says afterwards; also when a stop had ended it before the entry.
    pub fn collect_afterwards(self, role: SpecimenRole, catch: Catch) -> Result<Self, SpecimenRefusal> {
        match self {
            Self::NotObtained(NotObtainedReason::SafetyStop | NotObtainedReason::Stopped, _) => {
                Self::Planned.collect(role, catch)
            }
            other => other.collect(role, catch),
        }
    }

    /// Collected, and its applied label read back.
    pub fn verify(self, check: LabelCheck) -> Result<Self, SpecimenRefusal> {
        match self {
            Self::Collected(catch) if check.at < catch.at => Err(SpecimenRefusal::TimeGoesBack),
            Self::Collected(catch) => Ok(Self::Verified(catch, check)),
            other => Err(SpecimenRefusal::OutOfOrder(other.status())),
        }
    }

    /// Its label was voided: the new one must be read back before anything else.
    pub fn relabel(self) -> Result<Self, SpecimenRefusal> {
        match self {
            Self::Collected(catch) | Self::Verified(catch, _) => Ok(Self::Collected(catch)),
            other => Err(SpecimenRefusal::OutOfOrder(other.status())),
        }
    }

    /// What its label says was put right, wherever in the house the tube is: it is taken out, labelled anew and read
    /// back. Of its custody nothing is lost; where it stood is told there.
    pub fn label_anew(self) -> Result<Self, SpecimenRefusal> {
        match self {
            Self::Collected(catch) | Self::Verified(catch, _) | Self::Stored(catch, ..) | Self::Packed(catch, ..) => {
                Ok(Self::Collected(catch))
            }
            other => Err(SpecimenRefusal::OutOfOrder(other.status())),
        }
    }

    /// Verified, and put into its storage place; it may move from one to another.
    pub fn store(self, handled: Handled) -> Result<Self, SpecimenRefusal> {
        match self {
            Self::Verified(_, LabelCheck { at, .. }) | Self::Stored(_, _, Handled { at, .. }) if handled.at < at => {
                Err(SpecimenRefusal::TimeGoesBack)
            }
            Self::Verified(catch, check) | Self::Stored(catch, check, _) => Ok(Self::Stored(catch, check, handled)),
            Self::Collected(_) => Err(SpecimenRefusal::LabelUnverified),
            other => Err(SpecimenRefusal::OutOfOrder(other.status())),
        }
    }

    /// Verified, stored or not, and packed for the laboratory.
    pub fn pack(self, handled: Handled) -> Result<Self, SpecimenRefusal> {
        match self {
            Self::Verified(_, LabelCheck { at, .. }) | Self::Stored(_, _, Handled { at, .. }) if handled.at < at => {
                Err(SpecimenRefusal::TimeGoesBack)
            }
            Self::Verified(catch, check) | Self::Stored(catch, check, _) => Ok(Self::Packed(catch, check, handled)),
            Self::Collected(_) => Err(SpecimenRefusal::LabelUnverified),
            other => Err(SpecimenRefusal::OutOfOrder(other.status())),
        }
    }

    /// Planned, and it will not exist.
    pub fn not_obtained(self, reason: NotObtainedReason, handled: Handled) -> Result<Self, SpecimenRefusal> {
        match self {
            Self::Planned => Ok(Self::NotObtained(reason, handled)),
            other => Err(SpecimenRefusal::OutOfOrder(other.status())),
        }
    }

    /// It exists, and is thrown away before it was packed; what a mistaken name or a withdrawal forbids to send also out
    /// of its bag.
    pub fn discard(self, reason: DiscardReason, handled: Handled) -> Result<Self, SpecimenRefusal> {
        match self {
            Self::Packed(catch, ..) if reason.takes_out_of_the_bag() => Ok(Self::Discarded(catch, reason, handled)),
            Self::Collected(catch) | Self::Verified(catch, _) | Self::Stored(catch, ..) => {
                Ok(Self::Discarded(catch, reason, handled))
            }
            other => Err(SpecimenRefusal::OutOfOrder(other.status())),
        }
    }
}

#[cfg(test)]
mod tests;
