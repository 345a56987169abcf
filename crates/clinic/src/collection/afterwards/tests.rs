//! A power cut, a pencil and a sheet of paper: what may be written down afterwards, and what cannot have been.

use super::*;
use crate::collection::{Lasted, Step};
use crate::procedure::ProcedureKind;
use crate::specimen::{Amount, CollectedHow};
use chrono::TimeDelta;

fn at(minutes: i64) -> Moment {
    let ten: Moment = "2026-11-23T10:00:00+01:00".parse().unwrap();
    ten.plus(TimeDelta::minutes(minutes))
}

/// Three hours later, when the power is back.
fn teller() -> Teller<'static> {
    Teller { by: StaffId::from(uuid::Uuid::from_u128(7)), now: at(180), because: "power cut" }
}

fn catch(role: SpecimenRole, minutes: i64) -> Catch {
    let amount = if role == SpecimenRole::Eps { Amount::Drops } else { Amount::Enough };
    Catch { at: at(minutes), amount, appearance: None, how: CollectedHow::ByPatient }
}

fn massage(began: i64, ended: Option<i64>) -> MassageTold {
    MassageTold { began: at(began), ended: ended.map(at), reason: None, strokes: None }
}

fn told(set: Collection, role: SpecimenRole, minutes: i64) -> Result<Collection, CollectionRefusal> {
    set.receive_afterwards(role, catch(role, minutes), teller())
}

fn plan() -> Collection {
    Collection::plan(ProcedureKind::FourGlass).unwrap()
}

fn massaged() -> Collection {
    let urines = told(told(plan(), SpecimenRole::Vb1, 0).unwrap(), SpecimenRole::Vb2, 1).unwrap();
    urines.massage_afterwards(massage(5, None), teller()).unwrap()
}

#[test]
fn a_whole_visit_is_told_with_both_times_and_no_clock_runs_from_it() {
    let set = massaged();
    assert_eq!((set.step(), set.timers(None, at(180)).len()), (Step::Secretion, 0));
    let drops = told(set, SpecimenRole::Eps, 6).unwrap();
    let whole = told(drops, SpecimenRole::Vb3, 7).unwrap();
    assert_eq!(whole.step(), Step::Finish);
    let entry = whole.told_of(SpecimenRole::Vb3).unwrap();
    let late = entry.afterwards.as_ref().unwrap();
    assert_eq!((entry.at, late.happened, late.because.as_str()), (at(180), at(7), "power cut"));
    assert_eq!(whole.massage_began(), Some(at(5)));
    let unknown = whole.intervals(None).into_iter().filter(|one| one.lasted == Lasted::NotKnown).count();
    assert_eq!(unknown, 2, "neither the massage nor the wait for VB3 was observed");
    assert!(whole.finish(at(181), teller().by).is_ok());
}

#[test]
fn only_what_cannot_have_been_is_refused() {
    assert_eq!(told(plan(), SpecimenRole::Vb3, 5), Err(CollectionRefusal::MassageBefore), "VB3 before any massage");
    assert_eq!(told(massaged(), SpecimenRole::Vb3, 4), Err(CollectionRefusal::TimeGoesBack));
    assert_eq!(told(plan(), SpecimenRole::Vb1, 181), Err(CollectionRefusal::InTheFuture));
    assert_eq!(told(massaged(), SpecimenRole::Vb1, 0), Err(CollectionRefusal::HasItsEnd(SpecimenRole::Vb1)));
    assert_eq!(told(plan(), SpecimenRole::PostM, 0), Err(CollectionRefusal::NotPlanned(SpecimenRole::PostM)));
    let only_massaged = plan().massage_afterwards(massage(5, Some(6)), teller()).unwrap();
    let late_vb1 = told(only_massaged.clone(), SpecimenRole::Vb1, 6);
    assert_eq!(late_vb1, Err(CollectionRefusal::AfterTheMassage(SpecimenRole::Vb1)));
    let vb2_first = told(plan(), SpecimenRole::Vb2, 1).unwrap();
    assert_eq!(told(vb2_first, SpecimenRole::Vb1, 2), Err(CollectionRefusal::TimeGoesBack));
    let strokes = Some(Strokes { right: 40, left: 3, why: None });
    let counted = MassageTold { strokes, ..massage(5, None) };
    assert_eq!(plan().massage_afterwards(counted, teller()), Err(CollectionRefusal::StrokesImplausible(40)));
    for (told, why) in [
        (massage(5, Some(4)), CollectionRefusal::TimeGoesBack),
        (massage(5, Some(181)), CollectionRefusal::InTheFuture),
        (massage(181, None), CollectionRefusal::InTheFuture),
    ] {
        assert_eq!(plan().massage_afterwards(told, teller()), Err(why));
    }
    let after_urine = told(plan(), SpecimenRole::Vb1, 10).unwrap();
    assert_eq!(after_urine.massage_afterwards(massage(5, None), teller()), Err(CollectionRefusal::TimeGoesBack));
    let twice = only_massaged.massage_afterwards(massage(6, None), teller());
    assert_eq!(twice, Err(CollectionRefusal::MassageOver));
}

#[test]
fn whoever_said_there_was_none_has_looked_and_an_amount_does_not_follow() {
    let dry = massaged().not_obtained_afterwards(SpecimenRole::Eps, NotObtainedReason::Dry, at(6), teller()).unwrap();
    assert_eq!(told(dry.clone(), SpecimenRole::Eps, 6), Err(CollectionRefusal::HasItsEnd(SpecimenRole::Eps)));
    let again = dry.not_obtained_afterwards(SpecimenRole::Eps, NotObtainedReason::Spilled, at(6), teller());
    assert_eq!(again, Err(CollectionRefusal::HasItsEnd(SpecimenRole::Eps)));
    for (role, reason) in [
        (SpecimenRole::Vb3, NotObtainedReason::Dry),
        (SpecimenRole::Eps, NotObtainedReason::CannotVoid),
        (SpecimenRole::Vb3, NotObtainedReason::SafetyStop),
    ] {
        let refused = massaged().not_obtained_afterwards(role, reason, at(6), teller());
        assert_eq!(refused, Err(CollectionRefusal::ReasonNotOurs(reason)), "{role}");
    }
    let soon = massaged().not_obtained_afterwards(SpecimenRole::Eps, NotObtainedReason::Dry, at(181), teller());
    assert_eq!(soon, Err(CollectionRefusal::InTheFuture));
}

#[test]
fn a_stop_or_the_end_of_the_set_does_not_hide_what_was_done_before() {
    let by = teller().by;
    let stopped = plan().stop_for_safety(at(30), by).unwrap();
    let massaged = stopped.massage_afterwards(massage(5, Some(6)), teller()).unwrap();
    let vb3 = told(massaged, SpecimenRole::Vb3, 7).unwrap();
    assert!(matches!(vb3.ending(SpecimenRole::Vb3), Some(Ending::Received(_))), "it was there before the stop");
    assert!(vb3.told_of(SpecimenRole::Vb3).is_some());
    assert_eq!(vb3.ending(SpecimenRole::Eps), Some(Ending::NotObtained(NotObtainedReason::SafetyStop)));
    assert_eq!(vb3.told_of(SpecimenRole::Eps), None);

    let over = plan().collect_no_more(NotObtainedReason::Stopped, at(30), by).unwrap();
    let told = told(over, SpecimenRole::Vb1, 0).unwrap();
    assert_eq!(told.step(), Step::Finished, "the set stays finished");
    assert!(told.receive(SpecimenRole::Vb2, catch(SpecimenRole::Vb2, 1), at(31), by).is_err());
}

#[test]
fn a_massage_that_was_told_is_not_taken_up_again() {
    let set = massaged();
    let cleared = crate::procedure::Cleared::by_verdict(set.act(), at(180));
    assert_eq!(set.start_massage(&cleared, at(180), teller().by), Err(CollectionRefusal::MassageOver));
    let tender = MassageTold { reason: Some(StopReason::Tender), ..massage(5, None) };
    let set = plan().massage_afterwards(tender, teller()).unwrap();
    assert_eq!((set.became_tender(), set.broken_off()), (Some(at(5)), Some(StopReason::Tender)));
}

#[test]
fn the_edge_of_what_can_have_been_can() {
    let at_once = plan().massage_afterwards(massage(5, Some(5)), teller()).unwrap();
    assert!(told(at_once, SpecimenRole::Vb1, 5).is_ok(), "with the first stroke");
    assert!(plan().massage_afterwards(massage(180, Some(180)), teller()).is_ok(), "as it is written down");
    assert!(told(plan(), SpecimenRole::Vb1, 180).is_ok());
    let vb1 = || told(plan(), SpecimenRole::Vb1, 5).unwrap();
    assert!(vb1().massage_afterwards(massage(5, None), teller()).is_ok());
    assert!(told(vb1(), SpecimenRole::Vb2, 5).is_ok(), "one void, one moment");
    assert!(told(told(plan(), SpecimenRole::Vb2, 5).unwrap(), SpecimenRole::Vb1, 5).is_ok());
    assert!(told(massaged(), SpecimenRole::Eps, 5).is_ok());
    assert_eq!(told(massaged(), SpecimenRole::Eps, 4), Err(CollectionRefusal::TimeGoesBack));
}

#[test]
fn a_reason_fits_its_glass_also_afterwards() {
    for (role, reason) in [
        (SpecimenRole::Eps, NotObtainedReason::Dry),
        (SpecimenRole::Vb3, NotObtainedReason::CannotVoid),
        (SpecimenRole::Vb1, NotObtainedReason::MissedCup),
        (SpecimenRole::Eps, NotObtainedReason::Declined),
    ] {
        let set = plan().not_obtained_afterwards(role, reason, at(180), teller()).unwrap();
        assert_eq!(set.ending(role), Some(Ending::NotObtained(reason)));
        let entry = set.told_of(role).and_then(|entry| entry.afterwards.clone());
        assert_eq!(entry.map(|late| late.happened), Some(at(180)));
    }
    let not_planned = plan().not_obtained_afterwards(SpecimenRole::PostM, NotObtainedReason::Left, at(6), teller());
    assert_eq!(not_planned, Err(CollectionRefusal::NotPlanned(SpecimenRole::PostM)));
}

#[test]
fn a_massage_that_runs_or_was_recorded_is_not_told_again() {
    let by = teller().by;
    let cleared = |minute| crate::procedure::Cleared::by_verdict(crate::procedure::Act::Massage, at(minute));
    let urines = told(told(plan(), SpecimenRole::Vb1, 0).unwrap(), SpecimenRole::Vb2, 1).unwrap();
    let passed = urines.pass_gate(&cleared(2), at(2), at(2), by).unwrap();
    let running = passed.start_massage(&cleared(3), at(3), by).unwrap();
    assert_eq!(running.clone().massage_afterwards(massage(2, None), teller()), Err(CollectionRefusal::MassageRuns));
    assert!(!running.massage_was_told());
    let stopped = running.stop_massage(None, None, at(4), by).unwrap();
    assert_eq!(stopped.clone().massage_afterwards(massage(2, None), teller()), Err(CollectionRefusal::MassageOver));
    let seen = stopped.receive(SpecimenRole::Eps, catch(SpecimenRole::Eps, 4), at(5), by).unwrap();
    assert_eq!(seen.told_of(SpecimenRole::Eps), None, "recorded as it happened");
    assert!(massaged().massage_was_told());
}

#[test]
fn what_was_told_of_the_strokes_is_kept() {
    let strokes = Some(Strokes { right: 4, left: 3, why: None });
    let told = MassageTold { strokes: strokes.clone(), ..massage(5, Some(6)) };
    let set = plan().massage_afterwards(told, teller()).unwrap();
    assert_eq!((set.strokes(), set.broken_off(), set.massage_stopped()), (strokes.as_ref(), None, Some(at(6))));
    let pain = MassageTold { reason: Some(StopReason::Pain), ..massage(5, None) };
    let set = plan().massage_afterwards(pain, teller()).unwrap();
    assert_eq!((set.strokes(), set.broken_off(), set.became_tender()), (None, Some(StopReason::Pain), None));
}
