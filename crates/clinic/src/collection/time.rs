//! Putting the time of a collection right: the old one stays in the record, and what cannot have been is refused.

use super::{Collection, CollectionEvent, CollectionRefusal, Ending};
use crate::Moment;
use crate::ids::StaffId;
use crate::specimen::SpecimenRole;

/// A time that was put right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeCorrection {
    /// Which glass.
    pub role: SpecimenRole,
    /// The time that was wrong.
    pub from: Moment,
    /// The time that holds.
    pub to: Moment,
    /// Why.
    pub reason: String,
    /// Who put it right.
    pub by: StaffId,
    /// When.
    pub at: Moment,
}

impl Collection {
    /// The glass was caught at another time than was recorded. `came` is when the patient came, and `handled` when the
    /// tube was first read back, put away or packed.
    ///
    /// # Errors
    /// When the glass was not caught, or the time cannot be: in the future, before the patient came, out of the order of
    /// the glasses and the massage, or after the tube had been handled.
    pub fn correct_time(
        self,
        role: SpecimenRole,
        (to, reason): (Moment, String),
        (came, handled): (Option<Moment>, Option<Moment>),
        now: Moment,
        by: StaffId,
    ) -> Result<Self, CollectionRefusal> {
        let Some(Ending::Received(catch)) = self.ending(role) else { return Err(CollectionRefusal::NotCaught(role)) };
        may_be_corrected(catch.at, to, (came, handled), now)?;
        let (after, before) = match role {
            SpecimenRole::Vb1 => (None, self.caught_at(SpecimenRole::Vb2).or(self.massage_began())),
            SpecimenRole::Vb2 => (self.caught_at(SpecimenRole::Vb1), self.massage_began()),
            SpecimenRole::PreM => (None, self.massage_began()),
            SpecimenRole::Eps => (self.massage_began(), None),
            SpecimenRole::Vb3 | SpecimenRole::PostM | SpecimenRole::Pdu => {
                (self.massage_stopped().or(self.massage_began()), None)
            }
            // What stands beside a set is bound by no glass of it.
            SpecimenRole::FcuNaat
            | SpecimenRole::Msu
            | SpecimenRole::BloodCulture
            | SpecimenRole::PsaSerum
            | SpecimenRole::Semen => (None, None),
        };
        if after.is_some_and(|earlier| to < earlier) {
            return Err(CollectionRefusal::TimeGoesBack);
        }
        if before.is_some_and(|later| to > later) {
            return Err(CollectionRefusal::TimeRunsAhead);
        }
        Ok(self.with(now, by, CollectionEvent::TimeCorrected { role, from: catch.at, to, reason }))
    }

    /// Every time that was put right, in order.
    #[must_use]
    pub fn time_corrections(&self) -> Vec<TimeCorrection> {
        let corrections = self.record.iter().filter_map(|recorded| match &recorded.event {
            CollectionEvent::TimeCorrected { role, from, to, reason } => Some(TimeCorrection {
                role: *role,
                from: *from,
                to: *to,
                reason: reason.clone(),
                by: recorded.by,
                at: recorded.at,
            }),
            _ => None,
        });
        corrections.collect()
    }

    /// The time that holds for a glass which was caught at `first`.
    pub(super) fn corrected(&self, role: SpecimenRole, first: Moment) -> Moment {
        let last = self.time_corrections().into_iter().rev().find(|correction| correction.role == role);
        last.map_or(first, |correction| correction.to)
    }
}

/// Whether a container can have been filled at `to` and not at `from`, whatever it is: what every correction keeps.
///
/// # Errors
/// When the time is the same, in the future, before the patient came or after the container had been handled.
pub fn may_be_corrected(
    from: Moment,
    to: Moment,
    (came, handled): (Option<Moment>, Option<Moment>),
    now: Moment,
) -> Result<(), CollectionRefusal> {
    if to == from {
        return Err(CollectionRefusal::TimeUnchanged);
    }
    if to > now {
        return Err(CollectionRefusal::InTheFuture);
    }
    if came.is_some_and(|came| to < came) {
        return Err(CollectionRefusal::BeforeArrival);
    }
    if handled.is_some_and(|handled| to > handled) {
        return Err(CollectionRefusal::AfterHandling);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collection::Timer;
    use crate::procedure::{Act, Cleared, ProcedureKind};
    use crate::specimen::{Amount, Catch, CollectedHow};
    use chrono::TimeDelta;

    fn at(minutes: i64) -> Moment {
        let ten: Moment = "2026-11-22T10:00:00+01:00".parse().unwrap();
        ten.plus(TimeDelta::minutes(minutes))
    }

    fn nurse() -> StaffId {
        uuid::Uuid::from_u128(7).into()
    }

    /// VB1 at 10:00, VB2 at 10:02, the massage from 10:10 to 10:11, VB3 at 10:20, finished at 10:25.
    fn finished() -> Collection {
        let urine =
            |minute| Catch { at: at(minute), amount: Amount::Enough, appearance: None, how: CollectedHow::ByPatient };
        let cleared = Cleared::by_verdict(Act::Massage, at(10));
        Collection::plan(ProcedureKind::FourGlass)
            .and_then(|set| set.receive(SpecimenRole::Vb1, urine(0), at(5), nurse()))
            .and_then(|set| set.receive(SpecimenRole::Vb2, urine(2), at(5), nurse()))
            .and_then(|set| set.pass_gate(&cleared, at(10), at(10), nurse()))
            .and_then(|set| set.start_massage(&cleared, at(10), nurse()))
            .and_then(|set| set.stop_massage(None, None, at(11), nurse()))
            .and_then(|set| {
                set.not_obtained(SpecimenRole::Eps, crate::specimen::NotObtainedReason::Dry, at(12), nurse())
            })
            .and_then(|set| set.receive(SpecimenRole::Vb3, urine(20), at(21), nurse()))
            .and_then(|set| set.finish(at(25), nurse()))
            .unwrap()
    }

    fn corrected(role: SpecimenRole, minute: i64, handled: i64) -> Result<Collection, String> {
        let time = (at(minute), "the clock was read wrong".to_owned());
        let bounds = (Some(at(-30)), Some(at(handled)));
        finished().correct_time(role, time, bounds, at(60), nurse()).map_err(|refusal| refusal.to_string())
    }

    #[test]
    fn the_new_time_holds_everywhere_and_the_old_one_stays_in_the_record() {
        let set = corrected(SpecimenRole::Vb3, 13, 25).unwrap();
        let wait = |set: &Collection| {
            set.intervals(None).into_iter().find(|interval| interval.timer == Timer::MassageToUrine).unwrap().level
        };
        assert_eq!((wait(&finished()).as_str(), wait(&set).as_str()), ("amber", "ok"), "its clock is reckoned anew");
        let kept = &set.time_corrections()[0];
        assert_eq!((kept.from, kept.to), (at(20), at(13)));
        assert_eq!(set.step().as_str(), "finished", "a set that was finished stays so");
        let twice =
            set.correct_time(SpecimenRole::Vb3, (at(14), "and once more".to_owned()), (None, None), at(61), nurse());
        assert_eq!(twice.unwrap().time_corrections()[1].from, at(13));
    }

    #[test]
    fn a_time_that_cannot_be_is_refused() {
        let check = |role, minute, handled, said: &str| {
            assert_eq!(corrected(role, minute, handled).unwrap_err(), said, "{role} at {minute}");
        };
        check(SpecimenRole::Vb3, 61, 90, "this time lies in the future");
        check(SpecimenRole::Vb3, 10, 25, "this time lies before the step it follows");
        check(SpecimenRole::Vb2, -1, 25, "this time lies before the step it follows");
        check(SpecimenRole::Vb1, 3, 25, "this time lies after the step that follows it");
        check(SpecimenRole::Vb2, 11, 25, "this time lies after the step that follows it");
        check(SpecimenRole::Vb1, -31, 25, "this time lies before the patient came");
        check(SpecimenRole::Vb3, 24, 23, "the tube had been read back, put away or packed before this time");
        check(SpecimenRole::Vb3, 20, 25, "this is the time that stands already");
        check(SpecimenRole::Eps, 12, 25, "EPS was not caught: there is no time to put right");
    }

    #[test]
    fn the_edge_of_what_can_be_still_can() {
        let check = |role, minute, handled| {
            let put_right = corrected(role, minute, handled).map(|set| set.caught_at(role));
            assert_eq!(put_right, Ok(Some(at(minute))), "{role} at {minute}");
        };
        check(SpecimenRole::Vb3, 60, 90);
        check(SpecimenRole::Vb3, 25, 25);
        check(SpecimenRole::Vb3, 11, 25);
        check(SpecimenRole::Vb1, -30, 25);
        check(SpecimenRole::Vb1, 2, 25);
        check(SpecimenRole::Vb2, 0, 25);
        check(SpecimenRole::Vb2, 10, 25);
    }

    #[test]
    fn each_glass_has_its_own_time() {
        let earlier = corrected(SpecimenRole::Vb2, 3, 25).unwrap();
        assert_eq!(earlier.caught_at(SpecimenRole::Vb1), Some(at(0)));
        let both = earlier.correct_time(SpecimenRole::Vb1, (at(1), "too".to_owned()), (None, None), at(61), nurse());
        let both = both.unwrap();
        let times = [SpecimenRole::Vb1, SpecimenRole::Vb2, SpecimenRole::Vb3].map(|role| both.caught_at(role));
        assert_eq!(times, [Some(at(1)), Some(at(3)), Some(at(20))]);
    }
}
