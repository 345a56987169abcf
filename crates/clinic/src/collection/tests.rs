//! One man's four glasses, told as a story: what happens next, and what is refused.

use super::*;
use crate::specimen::{Amount, CollectedHow, NotAVolume, Volume};

fn nurse() -> StaffId {
    uuid::Uuid::from_u128(7).into()
}

/// Ten o'clock and so many seconds.
fn at(seconds: i64) -> Moment {
    let ten: Moment = "2026-11-22T10:00:00+01:00".parse().unwrap();
    ten.plus(TimeDelta::seconds(seconds))
}

fn urine(seconds: i64) -> Catch {
    Catch { at: at(seconds), amount: Amount::Enough, appearance: None, how: CollectedHow::ByPatient }
}

fn drops(seconds: i64) -> Catch {
    Catch { at: at(seconds), amount: Amount::Drops, appearance: None, how: CollectedHow::ByStaff }
}

fn cleared(seconds: i64) -> Cleared {
    Cleared::by_verdict(Act::Massage, at(seconds))
}

fn four_glass() -> Collection {
    Collection::plan(ProcedureKind::FourGlass).unwrap()
}

fn first_urines() -> Collection {
    let received = four_glass().receive(SpecimenRole::Vb1, urine(-240), at(0), nurse()).unwrap();
    received.receive(SpecimenRole::Vb2, urine(-180), at(0), nurse()).unwrap()
}

fn gate_passed() -> Collection {
    first_urines().pass_gate(&cleared(60), at(60), at(60), nurse()).unwrap()
}

fn massaging() -> Collection {
    gate_passed().start_massage(&cleared(90), at(90), nurse()).unwrap()
}

fn massaged() -> Collection {
    massaging().stop_massage(None, Some(Strokes { right: 4, left: 4, why: None }), at(150), nurse()).unwrap()
}

#[test]
fn a_well_man_gives_four_glasses() {
    let mut steps = vec![four_glass().step(), first_urines().step(), gate_passed().step(), massaging().step()];
    let eps = massaged().receive(SpecimenRole::Eps, drops(140), at(160), nurse()).unwrap();
    steps.extend([massaged().step(), eps.step()]);
    let vb3 = eps.receive(SpecimenRole::Vb3, urine(200), at(210), nurse()).unwrap();
    steps.push(vb3.step());
    let finished = vb3.finish(at(220), nurse()).unwrap();
    steps.push(finished.step());
    let words: Vec<_> = steps.into_iter().map(Step::as_str).collect();
    assert_eq!(
        words,
        ["first-urines", "gate", "massage", "massaging", "secretion", "urine-after", "finish", "finished"]
    );
    assert_eq!(
        finished.not_obtained(SpecimenRole::Vb3, NotObtainedReason::Spilled, at(230), nurse()).unwrap_err(),
        CollectionRefusal::Finished
    );
}

#[test]
fn nothing_that_follows_the_massage_comes_before_it() {
    for role in [SpecimenRole::Eps, SpecimenRole::Vb3] {
        let catch = if role == SpecimenRole::Eps { drops(70) } else { urine(70) };
        let early = gate_passed().receive(role, catch.clone(), at(70), nurse());
        assert_eq!(early, Err(CollectionRefusal::MassageBefore));
        let during = massaging().receive(role, catch, at(100), nurse());
        assert_eq!(during, Err(CollectionRefusal::MassageRuns));
    }
    let dry = gate_passed().not_obtained(SpecimenRole::Eps, NotObtainedReason::Dry, at(70), nurse());
    assert_eq!(dry, Err(CollectionRefusal::MassageBefore), "nobody can know that it is dry");
    let before_it_began = massaged().receive(SpecimenRole::Eps, drops(80), at(160), nurse());
    assert_eq!(before_it_began, Err(CollectionRefusal::TimeGoesBack));
}

#[test]
fn no_massage_begins_uncleared_early_or_for_nothing() {
    let start = |collection: Collection, clearance| collection.start_massage(&clearance, at(90), nurse()).unwrap_err();
    assert_eq!(start(gate_passed(), Cleared::by_verdict(Act::Dre, at(90))), CollectionRefusal::NotCleared);
    assert_eq!(start(gate_passed(), cleared(29)), CollectionRefusal::NotCleared, "61 seconds in the hand");
    assert_eq!(start(gate_passed(), cleared(91)), CollectionRefusal::NotCleared, "a verdict from the future");
    assert_eq!(start(four_glass(), cleared(90)), CollectionRefusal::GlassBefore(SpecimenRole::Vb1));
    assert_eq!(start(first_urines(), cleared(90)), CollectionRefusal::GateBefore);
    assert_eq!(start(massaging(), cleared(90)), CollectionRefusal::MassageRuns);
    let declined = |collection: Collection, role| {
        collection.not_obtained(role, NotObtainedReason::Declined, at(80), nurse()).unwrap()
    };
    let for_nothing = declined(declined(gate_passed(), SpecimenRole::Eps), SpecimenRole::Vb3);
    assert_eq!(start(for_nothing, cleared(90)), CollectionRefusal::NothingToMassageFor);
}

#[test]
fn a_slip_of_the_thumb_on_the_button_can_be_taken_up_again_but_a_reason_ends_it() {
    let again = massaged().start_massage(&cleared(155), at(155), nurse()).unwrap();
    assert_eq!(again.step(), Step::Massaging);
    for reason in StopReason::ALL {
        let stopped = massaging().stop_massage(Some(*reason), None, at(100), nurse()).unwrap();
        let again = stopped.clone().start_massage(&cleared(110), at(110), nurse());
        assert_eq!(again, Err(CollectionRefusal::MassageOver), "{reason}");
        assert!(stopped.receive(SpecimenRole::Vb3, urine(120), at(120), nurse()).is_ok(), "what he can give is kept");
    }
    let collected = massaged().receive(SpecimenRole::Eps, drops(140), at(160), nurse()).unwrap();
    assert_eq!(collected.start_massage(&cleared(170), at(170), nurse()), Err(CollectionRefusal::MassageOver));
}

#[test]
fn every_glass_can_end_honestly_without_a_specimen() {
    let ended = four_glass()
        .not_obtained(SpecimenRole::Vb1, NotObtainedReason::CannotVoid, at(0), nurse())
        .unwrap()
        .receive(SpecimenRole::Vb2, urine(10), at(20), nurse())
        .unwrap()
        .pass_gate(&cleared(60), at(60), at(60), nurse())
        .unwrap()
        .start_massage(&cleared(90), at(90), nurse())
        .unwrap()
        .stop_massage(None, None, at(150), nurse())
        .unwrap()
        .not_obtained(SpecimenRole::Eps, NotObtainedReason::Dry, at(160), nurse())
        .unwrap();
    assert_eq!(ended.clone().finish(at(170), nurse()), Err(CollectionRefusal::StillAwaited(SpecimenRole::Vb3)));
    let vb3 = ended.receive(SpecimenRole::Vb3, urine(200), at(210), nurse()).unwrap();
    assert_eq!(vb3.ending(SpecimenRole::Eps), Some(Ending::NotObtained(NotObtainedReason::Dry)));
    assert!(vb3.finish(at(220), nurse()).is_ok());
}

#[test]
fn a_safety_stop_ends_the_massage_and_keeps_what_exists() {
    for stopped in [first_urines(), gate_passed(), massaging()] {
        let stopped = stopped.stop_for_safety(at(100), nurse()).unwrap();
        assert!(matches!(stopped.ending(SpecimenRole::Vb1), Some(Ending::Received(_))));
        assert_eq!(stopped.ending(SpecimenRole::Vb3), Some(Ending::NotObtained(NotObtainedReason::SafetyStop)));
        let again = stopped.clone().pass_gate(&cleared(110), at(110), at(110), nurse()).unwrap();
        let again = again.start_massage(&cleared(110), at(110), nurse());
        assert_eq!(again, Err(CollectionRefusal::NothingToMassageFor));
        assert_eq!(stopped.step(), Step::Finish);
    }
    let early = four_glass().stop_for_safety(at(0), nurse()).unwrap();
    assert_eq!((early.ending(SpecimenRole::Vb1), early.step()), (None, Step::FirstUrines), "urine may still be given");
    let by_hand = first_urines().not_obtained(SpecimenRole::Eps, NotObtainedReason::SafetyStop, at(0), nurse());
    assert_eq!(by_hand, Err(CollectionRefusal::ReasonNotOurs(NotObtainedReason::SafetyStop)));
}

#[test]
fn times_and_volumes_that_cannot_be_are_refused() {
    let vb1 = |catch| four_glass().receive(SpecimenRole::Vb1, catch, at(0), nurse()).unwrap_err();
    assert_eq!(vb1(urine(1)), CollectionRefusal::InTheFuture);
    assert_eq!(vb1(urine(-2 * 3600 - 1)), CollectionRefusal::TooLongAgo);
    let flood = Amount::Measured(Volume::of_hundredths(20_001));
    assert!(matches!(
        vb1(Catch { amount: flood, ..urine(0) }),
        CollectionRefusal::Amount(NotAVolume::OutOfRange { role: SpecimenRole::Vb1, .. })
    ));
    assert_eq!(
        four_glass().receive(SpecimenRole::Vb2, urine(0), at(0), nurse()),
        Err(CollectionRefusal::GlassBefore(SpecimenRole::Vb1))
    );
    let vb1 = four_glass().receive(SpecimenRole::Vb1, urine(-60), at(0), nurse()).unwrap();
    assert_eq!(
        vb1.clone().receive(SpecimenRole::Vb2, urine(-61), at(0), nurse()),
        Err(CollectionRefusal::TimeGoesBack)
    );
    assert_eq!(
        vb1.receive(SpecimenRole::Vb1, urine(0), at(0), nurse()),
        Err(CollectionRefusal::HasItsEnd(SpecimenRole::Vb1))
    );
    let too_early = massaged().receive(SpecimenRole::Vb3, urine(149), at(160), nurse());
    assert_eq!(too_early, Err(CollectionRefusal::TimeGoesBack), "VB3 follows the last stroke");
    assert_eq!(Collection::plan(ProcedureKind::Dre), Err(CollectionRefusal::NothingToCollect(ProcedureKind::Dre)));
}

#[test]
fn clocks_run_warn_and_flag() {
    fn shown(collection: &Collection, seconds: i64) -> String {
        let timers = collection.timers(Some(at(-1800)), at(seconds));
        timers.iter().map(|timer| format!("{} {}", timer.timer, timer.level)).collect::<Vec<_>>().join(", ")
    }
    assert_eq!(shown(&four_glass(), 0), "vitals ok");
    assert_eq!(shown(&first_urines(), 900), "vitals amber, midstream-to-massage amber");
    assert_eq!(shown(&first_urines(), 1800), "vitals red, midstream-to-massage red");
    assert_eq!(shown(&massaging(), 90 + 89), "massage ok");
    assert_eq!(shown(&massaging(), 90 + 90), "massage amber");
    assert_eq!(shown(&massaging(), 90 + 180), "massage red");
    assert_eq!(shown(&massaged(), 150 + 299), "massage-to-urine ok");
    assert_eq!(shown(&massaged(), 150 + 900), "massage-to-urine red");
    let vb3 = massaged().receive(SpecimenRole::Vb3, urine(200), at(210), nurse()).unwrap();
    assert_eq!(shown(&vb3, 5000), "", "nothing runs when nothing is awaited but a word about EPS");
    let lasted: Vec<_> =
        vb3.intervals(Some(at(-1800))).into_iter().map(|interval| (interval.timer, interval.lasted)).collect();
    let known = |seconds| Lasted::Known(TimeDelta::seconds(seconds));
    assert_eq!(
        lasted,
        [
            (Timer::Vitals, known(1890)),
            (Timer::MidstreamToMassage, known(270)),
            (Timer::Massage, known(60)),
            (Timer::MassageToUrine, known(50)),
        ]
    );
}

#[test]
fn a_clock_that_never_ran_or_still_runs_has_not_stopped() {
    let stopped = |set: Collection| set.intervals(None).iter().map(|one| one.timer).collect::<Vec<_>>();
    assert_eq!(stopped(first_urines()), []);
    assert_eq!(stopped(massaging()), [Timer::MidstreamToMassage]);
    assert_eq!(stopped(massaged()), [Timer::MidstreamToMassage, Timer::Massage]);
}

#[test]
fn a_long_massage_is_asked_about_once_and_holds_nothing_up() {
    let stopped = |after: i64| massaging().stop_massage(None, None, at(90 + after), nurse()).unwrap();
    let explain = |collection: Collection| collection.explain_long("two pauses".to_owned(), at(400), nurse());
    assert!(!massaging().asks_why_long(), "it still runs");
    assert_eq!(explain(stopped(179)), Err(CollectionRefusal::NothingToExplain));
    let long = stopped(180);
    assert!(long.asks_why_long());
    let urine = long.clone().receive(SpecimenRole::Vb3, urine(300), at(300), nurse()).unwrap();
    assert_eq!(urine.step(), Step::Secretion, "the next glass did not wait");
    let explained = explain(urine).unwrap();
    assert_eq!((explained.long_because(), explained.asks_why_long()), (Some("two pauses"), false));
    assert_eq!(explain(explained), Err(CollectionRefusal::NothingToExplain));
}

#[test]
fn an_interrupted_massage_is_asked_about_and_never_measured() {
    let opened_again = at(1000);
    assert_eq!(massaging().interruption(at(90), None), None, "begun as the station was opened");
    assert_eq!(massaged().interruption(opened_again, None), None);
    assert_eq!(massaging().interruption(at(0), None), None, "this very station is running it");
    let asked = massaging().interruption(opened_again, Some(at(130))).unwrap();
    assert_eq!(asked, Interruption { began: at(90), stopped: at(130) });
    assert_eq!(massaging().interruption(opened_again, Some(at(10))).map(|asked| asked.stopped), Some(at(90)));

    let completed = massaging().account_for(MassageAccount::Completed, at(1010), nurse()).unwrap();
    assert_eq!(completed.step(), Step::Secretion);
    assert!(completed.timers(None, at(2000)).is_empty(), "the last stroke was not seen: nothing runs from it");
    let vb3 = completed.receive(SpecimenRole::Vb3, urine(1020), at(1020), nurse()).unwrap();
    let unknown: Vec<_> = vb3.intervals(None).into_iter().filter(|known| known.lasted == Lasted::NotKnown).collect();
    assert_eq!(unknown.len(), 2, "neither the massage nor the wait for VB3: {unknown:?}");

    let broken = massaging().account_for(MassageAccount::BrokenOff(StopReason::Pain), at(1010), nurse()).unwrap();
    let again = broken.start_massage(&cleared(1020), at(1020), nurse());
    assert_eq!(again, Err(CollectionRefusal::MassageOver));

    let never = massaging().account_for(MassageAccount::NotBegun, at(1010), nurse()).unwrap();
    assert_eq!(never.step(), Step::Massage);
    assert!(never.clone().receive(SpecimenRole::Vb3, urine(1020), at(1020), nurse()).is_err());
    assert!(never.start_massage(&cleared(1020), at(1020), nurse()).is_ok());

    let second = massaged().start_massage(&cleared(155), at(155), nurse()).unwrap();
    let only_the_second_was_none = second.account_for(MassageAccount::NotBegun, at(1010), nurse()).unwrap();
    assert!(only_the_second_was_none.was_massaged());
    assert_eq!(
        massaged().account_for(MassageAccount::Completed, at(160), nurse()),
        Err(CollectionRefusal::NoMassageRuns)
    );
}

#[test]
fn a_glass_that_ends_because_he_left_says_so_and_no_other_does() {
    let ended = |reason| four_glass().not_obtained(SpecimenRole::Vb1, reason, at(0), nurse()).unwrap();
    assert!(ended(NotObtainedReason::Left).patient_left());
    assert!(!ended(NotObtainedReason::CannotVoid).patient_left());
    assert!(!four_glass().patient_left() && !massaged().patient_left());
}

#[test]
fn a_dipstick_speaks_to_the_massage_from_the_midstream_glass_to_the_first_stroke() {
    let no_eps = first_urines().not_obtained(SpecimenRole::Eps, NotObtainedReason::Declined, at(10), nurse()).unwrap();
    assert!(first_urines().dipstick_counts() && gate_passed().dipstick_counts() && no_eps.dipstick_counts());
    assert!(!four_glass().dipstick_counts(), "no midstream urine yet");
    assert!(!massaging().dipstick_counts() && !massaged().dipstick_counts(), "too late for this massage");
    let over = first_urines().collect_no_more(NotObtainedReason::Left, at(10), nurse()).unwrap();
    assert!(!over.dipstick_counts(), "finished without one");
}

mod edges;
mod strokes;
