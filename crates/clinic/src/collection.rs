//! The guided order of one specimen set: first urines, gate, massage, secretion, urine after massage.
//!
//! A collection is what was recorded of it, in order; every act asks that record whether it may happen now, and adds to
//! it. So VB3 cannot precede the massage, no massage begins uncleared, and every glass has an end.

mod afterwards;
mod clock;
mod event;
mod interruption;
mod refusal;
mod time;

pub use afterwards::{Afterwards, MassageTold, Teller};
pub use clock::{Interval, Lasted, Limits, TimeLevel, Timer, TimerView};
pub use event::{CollectionEvent, MassageAccount, Recorded, StopReason, Strokes};
pub use interruption::Interruption;
pub use refusal::CollectionRefusal;
pub use time::{TimeCorrection, may_be_corrected};

use crate::Moment;
use crate::ids::StaffId;
use crate::procedure::{Act, Cleared, ProcedureKind};
use crate::specimen::{Catch, NotObtainedReason, SpecimenRole};
use crate::words::words;
use chrono::TimeDelta;

/// How far back a guided time may be put; anything earlier is recorded afterwards, with a reason.
pub const REACH: TimeDelta = TimeDelta::minutes(120);
/// How long a clearance may have been in the hand when the massage begins.
pub const CLEARANCE_HOLDS: TimeDelta = TimeDelta::minutes(1);

/// One specimen set while it is collected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collection {
    act: Act,
    planned: Vec<SpecimenRole>,
    record: Vec<Recorded>,
}

/// How one planned glass ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// It was caught.
    Received(Catch),
    /// It was not.
    NotObtained(NotObtainedReason),
}

words! {
    /// What is to be done now.
    pub enum Step {
        /// Receive the urines before massage.
        FirstUrines = "first-urines",
        /// Examine, and pass the gate.
        Gate = "gate",
        /// Begin the massage.
        Massage = "massage",
        /// The massage runs: stop it.
        Massaging = "massaging",
        /// Say what the massage brought.
        Secretion = "secretion",
        /// Receive the urine after massage, at once.
        UrineAfter = "urine-after",
        /// Every glass has its end: finish.
        Finish = "finish",
        /// Finished.
        Finished = "finished",
    }
}

impl Collection {
    /// The set that `kind` plans, with nothing recorded yet.
    ///
    /// # Errors
    /// When this procedure has no guided collection.
    pub fn plan(kind: ProcedureKind) -> Result<Self, CollectionRefusal> {
        Self::replay(kind, Vec::new())
    }

    /// A set as its record tells it; the record was checked when it was written.
    ///
    /// # Errors
    /// When this procedure has no guided collection.
    pub fn replay(kind: ProcedureKind, record: Vec<Recorded>) -> Result<Self, CollectionRefusal> {
        match (kind.act_on_gland(), SpecimenRole::planned_for(kind)) {
            (None, _) | (_, []) => Err(CollectionRefusal::NothingToCollect(kind)),
            (Some(act), planned) => Ok(Self { act, planned: planned.to_vec(), record }),
        }
    }

    /// What is done to the gland: a massage, or the strokes before a post-DRE urine. Its start and stop are told alike.
    #[must_use]
    pub const fn act(&self) -> Act {
        self.act
    }

    /// The glasses of this set, in order.
    #[must_use]
    pub fn planned(&self) -> &[SpecimenRole] {
        &self.planned
    }

    /// Everything that was recorded, in order.
    #[must_use]
    pub fn record(&self) -> &[Recorded] {
        &self.record
    }

    /// How `role` ended; none while it is awaited.
    #[must_use]
    pub fn ending(&self, role: SpecimenRole) -> Option<Ending> {
        let ends = |recorded: &Recorded| recorded.event.ends(role);
        // A glass that was caught and recorded afterwards was there, also when a stop had ended it before the entry.
        let told = self.record.iter().filter(|recorded| recorded.afterwards.is_some()).filter_map(ends);
        let mut received = told.filter(|ending| matches!(ending, Ending::Received(_)));
        let first = received.next().or_else(|| self.record.iter().find_map(ends))?;
        Some(match first {
            Ending::Received(catch) => Ending::Received(Catch { at: self.corrected(role, catch.at), ..catch }),
            none @ Ending::NotObtained(_) => none,
        })
    }

    /// The glasses that have no end yet, in order.
    pub fn awaited(&self) -> impl Iterator<Item = SpecimenRole> + '_ {
        self.planned.iter().copied().filter(|role| self.ending(*role).is_none())
    }

    /// Whether a glass does not exist because the patient left.
    #[must_use]
    pub fn patient_left(&self) -> bool {
        let left = Some(Ending::NotObtained(NotObtainedReason::Left));
        self.planned.iter().any(|role| self.ending(*role) == left)
    }

    /// Whether a dipstick of the midstream urine can still speak to the massage: it is there, and no stroke was made.
    #[must_use]
    pub fn dipstick_counts(&self) -> bool {
        self.caught_midstream().is_some() && !self.was_massaged() && !self.is_finished()
    }

    /// What is to be done now.
    #[must_use]
    pub fn step(&self) -> Step {
        if self.is_finished() {
            return Step::Finished;
        }
        if self.massage_runs() {
            return Step::Massaging;
        }
        match self.awaited().next() {
            None => Step::Finish,
            Some(role) if !role.follows_massage() => Step::FirstUrines,
            Some(_) if !self.was_massaged() && self.gate_passed_at().is_none() => Step::Gate,
            Some(_) if !self.was_massaged() => Step::Massage,
            Some(SpecimenRole::Eps) => Step::Secretion,
            Some(_) => Step::UrineAfter,
        }
    }

    /// A urine or secretion was caught. VB1 and VB2, which come from one void, are two calls in one transaction.
    ///
    /// # Errors
    /// When it is not this glass's turn, its time or amount cannot be, or the set is finished.
    pub fn receive(
        self,
        role: SpecimenRole,
        catch: Catch,
        now: Moment,
        by: StaffId,
    ) -> Result<Self, CollectionRefusal> {
        self.may_end(role)?;
        catch.amount.fits(role)?;
        may_be_dated(catch.at, now)?;
        if role.follows_massage() {
            self.massage_done()?;
        } else if let Some(earlier) = self.awaited().take_while(|glass| *glass != role).next() {
            return Err(CollectionRefusal::GlassBefore(earlier));
        }
        let follows = match role {
            // No set plans what stands beside it, so none of that came as far as here.
            SpecimenRole::Vb1
            | SpecimenRole::PreM
            | SpecimenRole::FcuNaat
            | SpecimenRole::Msu
            | SpecimenRole::BloodCulture
            | SpecimenRole::PsaSerum
            | SpecimenRole::Semen => None,
            SpecimenRole::Vb2 => self.caught_at(SpecimenRole::Vb1),
            // It drips while the massage still runs.
            SpecimenRole::Eps => self.massage_began(),
            SpecimenRole::Vb3 | SpecimenRole::PostM | SpecimenRole::Pdu => {
                self.massage_stopped().or(self.massage_began())
            }
        };
        if follows.is_some_and(|earlier| catch.at < earlier) {
            return Err(CollectionRefusal::TimeGoesBack);
        }
        Ok(self.with(now, by, CollectionEvent::Received { role, catch }))
    }

    /// A planned glass will not exist.
    ///
    /// # Errors
    /// When it has its end already, or the reason cannot be that glass's.
    pub fn not_obtained(
        self,
        role: SpecimenRole,
        reason: NotObtainedReason,
        now: Moment,
        by: StaffId,
    ) -> Result<Self, CollectionRefusal> {
        self.may_end(role)?;
        match reason {
            NotObtainedReason::SafetyStop => return Err(CollectionRefusal::ReasonNotOurs(reason)),
            NotObtainedReason::Dry if role != SpecimenRole::Eps => {
                return Err(CollectionRefusal::ReasonNotOurs(reason));
            }
            NotObtainedReason::CannotVoid if role == SpecimenRole::Eps => {
                return Err(CollectionRefusal::ReasonNotOurs(reason));
            }
            NotObtainedReason::Dry | NotObtainedReason::Spilled if role.follows_massage() => self.massage_done()?,
            _ => {}
        }
        Ok(self.with(now, by, CollectionEvent::NotObtained { role, reason }))
    }

    /// The finger found nothing that forbids the massage. `at` is when the gate was answered.
    ///
    /// # Errors
    /// When the clearance is not one for massage, or the set is finished.
    pub fn pass_gate(self, cleared: &Cleared, at: Moment, now: Moment, by: StaffId) -> Result<Self, CollectionRefusal> {
        self.is_open()?;
        if cleared.act() != self.act {
            return Err(CollectionRefusal::NotCleared);
        }
        if at > now {
            return Err(CollectionRefusal::InTheFuture);
        }
        Ok(self.with(now, by, CollectionEvent::GatePassed { at }))
    }

    /// The massage begins. A stop without a reason may be followed by a new start, as long as nothing was collected of it.
    ///
    /// # Errors
    /// When the first urines have no end yet, the gate is not passed, the clearance is for something else or older than
    /// [`CLEARANCE_HOLDS`], or there is nothing to massage for any more.
    pub fn start_massage(self, cleared: &Cleared, now: Moment, by: StaffId) -> Result<Self, CollectionRefusal> {
        self.is_open()?;
        let held = now.since(cleared.at());
        if cleared.act() != self.act || held < TimeDelta::zero() || held > CLEARANCE_HOLDS {
            return Err(CollectionRefusal::NotCleared);
        }
        if self.massage_runs() {
            return Err(CollectionRefusal::MassageRuns);
        }
        match self.awaited().next() {
            None => return Err(CollectionRefusal::NothingToMassageFor),
            Some(glass) if !glass.follows_massage() => return Err(CollectionRefusal::GlassBefore(glass)),
            Some(_) => {}
        }
        let collected = self.planned.iter().any(|role| role.follows_massage() && self.ending(*role).is_some());
        if self.massage_is_over() || (self.was_massaged() && collected) {
            return Err(CollectionRefusal::MassageOver);
        }
        if self.gate_passed_at().is_none() {
            return Err(CollectionRefusal::GateBefore);
        }
        Ok(self.with(now, by, CollectionEvent::MassageStarted))
    }

    /// The massage ends, with the reason when it was broken off. Strokes before a post-DRE urine are counted: three on
    /// either side, or a word why not.
    ///
    /// # Errors
    /// When none runs, or a count is missing, impossible or unexplained.
    pub fn stop_massage(
        self,
        reason: Option<StopReason>,
        strokes: Option<Strokes>,
        now: Moment,
        by: StaffId,
    ) -> Result<Self, CollectionRefusal> {
        if !self.massage_runs() {
            return Err(CollectionRefusal::NoMassageRuns);
        }
        if let Some(counted) = &strokes {
            counted.check()?;
        }
        if self.act == Act::PostDreStrokes && reason.is_none() {
            strokes.as_ref().ok_or(CollectionRefusal::StrokesNotCounted)?.as_the_kit_asks()?;
        }
        Ok(self.with(now, by, CollectionEvent::MassageStopped { reason, strokes }))
    }

    /// The rules stopped it: a running massage ends, and nothing after massage will be collected. What exists is kept.
    ///
    /// # Errors
    /// When the set is finished.
    pub fn stop_for_safety(self, now: Moment, by: StaffId) -> Result<Self, CollectionRefusal> {
        self.is_open()?;
        Ok(self.with(now, by, CollectionEvent::StoppedForSafety))
    }

    /// Nothing more is collected: a running massage ends as the patient's wish, every awaited glass for `reason`, and
    /// the set is finished.
    ///
    /// # Errors
    /// When the set is finished, or the reason cannot be that of a glass.
    pub fn collect_no_more(
        self,
        reason: NotObtainedReason,
        now: Moment,
        by: StaffId,
    ) -> Result<Self, CollectionRefusal> {
        let awaited: Vec<_> = self.awaited().collect();
        let mut ended = self;
        if ended.massage_runs() {
            ended = ended.stop_massage(Some(StopReason::PatientAsked), None, now, by)?;
        }
        for role in awaited {
            ended = ended.not_obtained(role, reason, now, by)?;
        }
        ended.finish(now, by)
    }

    /// Every glass has its end.
    ///
    /// # Errors
    /// While one is awaited, or a massage runs.
    pub fn finish(self, now: Moment, by: StaffId) -> Result<Self, CollectionRefusal> {
        self.is_open()?;
        if self.massage_runs() {
            return Err(CollectionRefusal::MassageRuns);
        }
        if let Some(glass) = self.awaited().next() {
            return Err(CollectionRefusal::StillAwaited(glass));
        }
        Ok(self.with(now, by, CollectionEvent::Finished))
    }

    fn with(mut self, at: Moment, by: StaffId, event: CollectionEvent) -> Self {
        self.record.push(Recorded { at, by, event, afterwards: None });
        self
    }

    fn is_open(&self) -> Result<(), CollectionRefusal> {
        if self.is_finished() { Err(CollectionRefusal::Finished) } else { Ok(()) }
    }

    fn may_end(&self, role: SpecimenRole) -> Result<(), CollectionRefusal> {
        self.is_open()?;
        if !self.planned.contains(&role) {
            return Err(CollectionRefusal::NotPlanned(role));
        }
        if self.ending(role).is_some() { Err(CollectionRefusal::HasItsEnd(role)) } else { Ok(()) }
    }

    fn massage_done(&self) -> Result<(), CollectionRefusal> {
        if self.massage_runs() {
            return Err(CollectionRefusal::MassageRuns);
        }
        if self.was_massaged() { Ok(()) } else { Err(CollectionRefusal::MassageBefore) }
    }

    fn is_finished(&self) -> bool {
        self.record.iter().any(|recorded| recorded.event == CollectionEvent::Finished)
    }

    fn gate_passed_at(&self) -> Option<Moment> {
        self.record.iter().rev().find_map(|recorded| match recorded.event {
            CollectionEvent::GatePassed { at } => Some(at),
            _ => None,
        })
    }
}

fn may_be_dated(at: Moment, now: Moment) -> Result<(), CollectionRefusal> {
    if at > now {
        return Err(CollectionRefusal::InTheFuture);
    }
    if now.since(at) > REACH { Err(CollectionRefusal::TooLongAgo) } else { Ok(()) }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod walk;
