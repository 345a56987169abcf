//! What happened before it could be recorded: written down later, with its true time and the reason why so late.
//!
//! Nothing here is refused because it should not have been done, only because it cannot have been: no clearance is asked
//! for, no gate, no time limit. What it stood against is for [`crate::afterwards`] to say.

use super::event::Strokes;
use super::{Collection, CollectionEvent, CollectionRefusal, Ending, Recorded, StopReason};
use crate::Moment;
use crate::ids::StaffId;
use crate::specimen::{Catch, NotObtainedReason, SpecimenRole};
use serde::{Deserialize, Serialize};

/// Why an entry is later than what it tells of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Afterwards {
    /// When it happened; the entry itself has the hour at which it was written down.
    pub happened: Moment,
    /// Why it was not recorded then.
    pub because: String,
}

/// A massage as it is told afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MassageTold {
    /// The first stroke.
    pub began: Moment,
    /// The last one; none when nobody observed it, and then no duration is ever reckoned.
    pub ended: Option<Moment>,
    /// Why it was broken off; none when it was complete.
    pub reason: Option<StopReason>,
    /// Strokes, when they were counted.
    pub strokes: Option<Strokes>,
}

/// Who writes it down, when, and why so late.
#[derive(Debug, Clone, Copy)]
pub struct Teller<'a> {
    /// The person.
    pub by: StaffId,
    /// When.
    pub now: Moment,
    /// Why so late.
    pub because: &'a str,
}

impl Collection {
    /// A glass was caught then. It may belong to a set that was stopped or finished since.
    ///
    /// # Errors
    /// When it has its end, follows a massage that there was not, lies in the future, or its time or amount cannot be.
    pub fn receive_afterwards(
        self,
        role: SpecimenRole,
        catch: Catch,
        teller: Teller<'_>,
    ) -> Result<Self, CollectionRefusal> {
        self.may_be_told(role)?;
        catch.amount.fits(role)?;
        let happened = catch.at;
        not_in_the_future(happened, teller.now)?;
        if role.follows_massage() {
            self.massage_done()?;
        } else if self.massage_began().is_some_and(|began| happened > began) {
            return Err(CollectionRefusal::AfterTheMassage(role));
        }
        let follows = match role {
            SpecimenRole::Vb2 => self.caught_at(SpecimenRole::Vb1),
            // No set plans what stands beside it, so none of that came as far as here.
            SpecimenRole::Vb1
            | SpecimenRole::PreM
            | SpecimenRole::FcuNaat
            | SpecimenRole::Msu
            | SpecimenRole::BloodCulture
            | SpecimenRole::PsaSerum
            | SpecimenRole::Semen => None,
            // It drips while the massage still runs.
            SpecimenRole::Eps => self.massage_began(),
            SpecimenRole::Vb3 | SpecimenRole::PostM | SpecimenRole::Pdu => {
                self.massage_stopped().or(self.massage_began())
            }
        };
        let precedes = (role == SpecimenRole::Vb1).then(|| self.caught_at(SpecimenRole::Vb2)).flatten();
        if follows.is_some_and(|earlier| happened < earlier) || precedes.is_some_and(|later| happened > later) {
            return Err(CollectionRefusal::TimeGoesBack);
        }
        Ok(self.told(happened, teller, CollectionEvent::Received { role, catch }))
    }

    /// A planned glass did not come to be.
    ///
    /// # Errors
    /// When it has its end, the reason cannot be that glass's, or the time lies in the future.
    pub fn not_obtained_afterwards(
        self,
        role: SpecimenRole,
        reason: NotObtainedReason,
        happened: Moment,
        teller: Teller<'_>,
    ) -> Result<Self, CollectionRefusal> {
        if self.ending(role).is_some() {
            return Err(CollectionRefusal::HasItsEnd(role));
        }
        self.may_be_told(role)?;
        not_in_the_future(happened, teller.now)?;
        let not_its_own = match reason {
            NotObtainedReason::SafetyStop => true,
            NotObtainedReason::Dry => role != SpecimenRole::Eps,
            NotObtainedReason::CannotVoid => role == SpecimenRole::Eps,
            _ => false,
        };
        if not_its_own {
            return Err(CollectionRefusal::ReasonNotOurs(reason));
        }
        Ok(self.told(happened, teller, CollectionEvent::NotObtained { role, reason }))
    }

    /// The massage, or the strokes, as they were done then: whatever was known, agreed to or felt.
    ///
    /// # Errors
    /// When one runs or was recorded already, or its times or strokes cannot be.
    pub fn massage_afterwards(self, massage: MassageTold, teller: Teller<'_>) -> Result<Self, CollectionRefusal> {
        if self.massage_runs() {
            return Err(CollectionRefusal::MassageRuns);
        }
        if self.was_massaged() {
            return Err(CollectionRefusal::MassageOver);
        }
        let MassageTold { began, ended, reason, strokes } = massage;
        not_in_the_future(began, teller.now)?;
        if let Some(ended) = ended {
            not_in_the_future(ended, teller.now)?;
        }
        let before = self.planned().iter().filter(|role| !role.follows_massage());
        let last_urine = before.filter_map(|role| self.caught_at(*role)).max();
        if ended.is_some_and(|ended| ended < began) || last_urine.is_some_and(|urine| urine > began) {
            return Err(CollectionRefusal::TimeGoesBack);
        }
        if let Some(counted) = &strokes {
            counted.check()?;
        }
        Ok(self.told(began, teller, CollectionEvent::MassageTold { ended, reason, strokes }))
    }

    /// Why the end of this glass was recorded late; none when it was recorded as it happened, or has no end.
    #[must_use]
    pub fn told_of(&self, role: SpecimenRole) -> Option<&Recorded> {
        let ending = self.ending(role)?;
        let tells = |recorded: &&Recorded| recorded.event.ends(role).as_ref() == Some(&ending);
        self.record().iter().find(tells).filter(|recorded| recorded.afterwards.is_some())
    }

    /// The massage was recorded afterwards.
    #[must_use]
    pub fn massage_was_told(&self) -> bool {
        self.record().iter().any(|recorded| matches!(recorded.event, CollectionEvent::MassageTold { .. }))
    }

    fn told(mut self, happened: Moment, teller: Teller<'_>, event: CollectionEvent) -> Self {
        let afterwards = Some(Afterwards { happened, because: teller.because.to_owned() });
        self.record.push(Recorded { at: teller.now, by: teller.by, event, afterwards });
        self
    }

    /// A stop ends what was only awaited: a glass that was caught before it may still be told of. Whoever said that a
    /// glass could not be had has looked.
    fn may_be_told(&self, role: SpecimenRole) -> Result<(), CollectionRefusal> {
        if !self.planned().contains(&role) {
            return Err(CollectionRefusal::NotPlanned(role));
        }
        match self.ending(role) {
            None | Some(Ending::NotObtained(NotObtainedReason::SafetyStop | NotObtainedReason::Stopped)) => Ok(()),
            Some(_) => Err(CollectionRefusal::HasItsEnd(role)),
        }
    }
}

fn not_in_the_future(happened: Moment, now: Moment) -> Result<(), CollectionRefusal> {
    if happened > now { Err(CollectionRefusal::InTheFuture) } else { Ok(()) }
}

#[cfg(test)]
mod tests;
