//! What can be recorded of a collection, and what the record says about the massage.

use super::{Afterwards, Collection, CollectionRefusal, Ending};
use crate::Moment;
use crate::ids::StaffId;
use crate::specimen::{Catch, NotObtainedReason, SpecimenRole};
use crate::words::words;
use serde::{Deserialize, Serialize};

/// One entry of a collection's record; never changed once written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Recorded {
    /// When it was recorded; for the massage also when it happened, unless it was recorded afterwards.
    pub at: Moment,
    /// By whom.
    pub by: StaffId,
    /// What.
    pub event: CollectionEvent,
    /// When it happened and why it was written down only later; none for what was recorded as it happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub afterwards: Option<Afterwards>,
}

impl Recorded {
    /// When it happened.
    #[must_use]
    pub fn happened(&self) -> Moment {
        self.afterwards.as_ref().map_or(self.at, |told| told.happened)
    }
}

/// What was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum CollectionEvent {
    /// A glass was caught.
    Received {
        /// Which.
        role: SpecimenRole,
        /// How.
        catch: Catch,
    },
    /// A glass will not exist.
    NotObtained {
        /// Which.
        role: SpecimenRole,
        /// Why.
        reason: NotObtainedReason,
    },
    /// The finger found nothing that forbids the massage.
    GatePassed {
        /// When the gate was answered.
        at: Moment,
    },
    /// The first stroke.
    MassageStarted,
    /// The last stroke.
    MassageStopped {
        /// Why it was broken off; none when it was complete.
        reason: Option<StopReason>,
        /// How many strokes, when they were counted.
        strokes: Option<Strokes>,
    },
    /// Nobody saw the end of the massage, and somebody said afterwards what happened.
    MassageAccountedFor {
        /// What happened.
        account: MassageAccount,
    },
    /// A massage that was recorded afterwards, from its first stroke on.
    MassageTold {
        /// The last stroke, when somebody observed it.
        ended: Option<Moment>,
        /// Why it was broken off; none when it was complete.
        reason: Option<StopReason>,
        /// How many strokes, when they were counted.
        strokes: Option<Strokes>,
    },
    /// Why the massage took longer than its clock allows.
    LongMassageExplained {
        /// In words.
        why: String,
    },
    /// The rules stopped the massage: nothing of it will be collected.
    StoppedForSafety,
    /// Every glass has its end.
    Finished,
    /// A glass was caught at another time than was recorded.
    TimeCorrected {
        /// Which.
        role: SpecimenRole,
        /// The time that was wrong.
        from: Moment,
        /// The time that holds.
        to: Moment,
        /// Why.
        reason: String,
    },
}

/// Strokes of one massage on either side, as counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Strokes {
    /// On the patient's right.
    pub right: u8,
    /// On the patient's left.
    pub left: u8,
    /// Why they were not as many as the kit asks for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[specta(optional)]
    pub why: Option<String>,
}

impl Strokes {
    /// More than this on one side were not counted but mistyped.
    pub const MOST: u8 = 30;
    /// What every kit of post-DRE urine asks for on either side.
    pub const OF_A_KIT: u8 = 3;

    pub(super) fn check(&self) -> Result<(), CollectionRefusal> {
        let most = self.right.max(self.left);
        if most > Self::MOST { Err(CollectionRefusal::StrokesImplausible(most)) } else { Ok(()) }
    }

    pub(super) fn as_the_kit_asks(&self) -> Result<(), CollectionRefusal> {
        let exact = self.right == Self::OF_A_KIT && self.left == Self::OF_A_KIT;
        let said = self.why.as_deref().is_some_and(|why| !why.trim().is_empty());
        if exact || said {
            Ok(())
        } else {
            Err(CollectionRefusal::StrokesUnexplained { right: self.right, left: self.left })
        }
    }
}

words! {
    /// Why a massage was broken off (RP5). Any stop is a complete and valid record.
    pub enum StopReason {
        /// The patient asked to stop.
        PatientAsked = "patient-asked",
        /// Pain of 7 or more out of 10.
        Pain = "pain",
        /// More than a streak of blood.
        Bleeding = "bleeding",
        /// The gland could not be reached.
        GlandNotReached = "gland-not-reached",
        /// Faintness or a slow pulse.
        Faintness = "faintness",
        /// Systolic pressure up by 20 mmHg or more, after a spinal cord injury.
        SystolicRise = "systolic-rise",
        /// The gland became exquisitely tender.
        Tender = "tender",
        /// Something did not work.
        Equipment = "equipment",
        /// Another reason.
        Other = "other",
    }
}

/// The honest answers to “the station stopped during massage: what happened?”.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "kind", content = "reason", rename_all = "kebab-case")]
pub enum MassageAccount {
    /// It was carried on and completed; how long it took is not known.
    Completed,
    /// It was broken off, and why; how long it took is not known.
    BrokenOff(StopReason),
    /// The button had been pressed, but there was no stroke.
    NotBegun,
}

impl CollectionEvent {
    /// How this entry ends `role`, if it does.
    pub(super) fn ends(&self, role: SpecimenRole) -> Option<Ending> {
        match self {
            Self::Received { role: ended, catch } if *ended == role => Some(Ending::Received(catch.clone())),
            Self::NotObtained { role: ended, reason } if *ended == role => Some(Ending::NotObtained(*reason)),
            Self::StoppedForSafety if role.follows_massage() => {
                Some(Ending::NotObtained(NotObtainedReason::SafetyStop))
            }
            _ => None,
        }
    }
}

impl Collection {
    /// Whether a massage was started that nobody has ended.
    #[must_use]
    pub fn massage_runs(&self) -> bool {
        self.massage().last().is_some_and(|last| last.event == CollectionEvent::MassageStarted)
    }

    /// Whether there was a massage, whole or broken off.
    #[must_use]
    pub fn was_massaged(&self) -> bool {
        !self.massage().is_empty()
    }

    /// Why the massage was broken off, if it was, as seen or as somebody said afterwards.
    #[must_use]
    pub fn broken_off(&self) -> Option<StopReason> {
        self.massage().last().and_then(|last| match last.event {
            CollectionEvent::MassageStopped { reason, .. } | CollectionEvent::MassageTold { reason, .. } => reason,
            CollectionEvent::MassageAccountedFor { account: MassageAccount::BrokenOff(reason) } => Some(reason),
            _ => None,
        })
    }

    /// The strokes that were counted when they ended, if they were.
    #[must_use]
    pub fn strokes(&self) -> Option<&Strokes> {
        self.massage().last().and_then(|last| match &last.event {
            CollectionEvent::MassageStopped { strokes, .. } | CollectionEvent::MassageTold { strokes, .. } => {
                strokes.as_ref()
            }
            _ => None,
        })
    }

    /// Whether the massage may not be taken up again: only a stop without a reason leaves that open.
    pub(super) fn massage_is_over(&self) -> bool {
        self.massage().last().is_some_and(|last| {
            !matches!(
                last.event,
                CollectionEvent::MassageStarted | CollectionEvent::MassageStopped { reason: None, .. }
            )
        })
    }

    /// The first stroke.
    #[must_use]
    pub fn massage_began(&self) -> Option<Moment> {
        self.massage().first().map(|first| first.happened())
    }

    /// The last stroke, when somebody saw it.
    #[must_use]
    pub fn massage_stopped(&self) -> Option<Moment> {
        let last = self.massage().last().copied()?;
        if let CollectionEvent::MassageTold { ended, .. } = last.event {
            return ended;
        }
        let seen = matches!(last.event, CollectionEvent::MassageStopped { .. } | CollectionEvent::StoppedForSafety);
        seen.then_some(last.at)
    }

    /// When the gland became exquisitely tender under the strokes, if that is why they ended.
    #[must_use]
    pub fn became_tender(&self) -> Option<Moment> {
        let tender = |recorded: &&&Recorded| {
            matches!(
                recorded.event,
                CollectionEvent::MassageStopped { reason: Some(StopReason::Tender), .. }
                    | CollectionEvent::MassageTold { reason: Some(StopReason::Tender), .. }
                    | CollectionEvent::MassageAccountedFor { account: MassageAccount::BrokenOff(StopReason::Tender) }
            )
        };
        self.massage().iter().find(tender).map(|recorded| recorded.happened())
    }

    /// The entries that tell of the massage; a start that was no start, as somebody said afterwards, is left out.
    fn massage(&self) -> Vec<&Recorded> {
        let mut told: Vec<&Recorded> = Vec::new();
        for recorded in &self.record {
            match recorded.event {
                CollectionEvent::MassageAccountedFor { account: MassageAccount::NotBegun } => {
                    told.pop();
                }
                CollectionEvent::MassageStarted
                | CollectionEvent::MassageStopped { .. }
                | CollectionEvent::MassageTold { .. }
                | CollectionEvent::MassageAccountedFor { .. } => told.push(recorded),
                // A stop for safety ends a massage only when one runs.
                CollectionEvent::StoppedForSafety
                    if told.last().is_some_and(|last| last.event == CollectionEvent::MassageStarted) =>
                {
                    told.push(recorded);
                }
                _ => {}
            }
        }
        told
    }
}
