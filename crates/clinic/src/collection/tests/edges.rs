//! The very edge of what may be: the last second that counts, the first that does not, and reasons that fit one glass.

use super::*;

#[test]
fn the_last_second_that_may_be_still_counts() {
    let two_hours_ago = four_glass().receive(SpecimenRole::Vb1, urine(-2 * 3600), at(0), nurse());
    assert!(two_hours_ago.is_ok(), "two hours ago to the second");
    let vb1 = four_glass().receive(SpecimenRole::Vb1, urine(0), at(0), nurse()).unwrap();
    assert!(vb1.receive(SpecimenRole::Vb2, urine(0), at(0), nurse()).is_ok(), "one void, one moment");
    let minute_old = gate_passed().start_massage(&cleared(30), at(90), nurse());
    assert!(minute_old.is_ok(), "a clearance holds for a whole minute");
    let drops = massaged().receive(SpecimenRole::Eps, drops(90), at(160), nurse()).unwrap();
    assert!(drops.receive(SpecimenRole::Vb3, urine(150), at(160), nurse()).is_ok(), "with the last stroke");
}

#[test]
fn a_gate_is_answered_before_it_is_recorded() {
    let passed = |answered, now| first_urines().pass_gate(&cleared(60), at(answered), at(now), nurse());
    assert_eq!(passed(61, 60), Err(CollectionRefusal::InTheFuture));
    assert!(passed(60, 60).is_ok() && passed(50, 60).is_ok());
}

#[test]
fn a_reason_fits_its_glass() {
    let check = |set: Collection, role, reason, expect| {
        let refused = set.not_obtained(role, reason, at(160), nurse()).err();
        assert_eq!(refused, expect, "{role}: {reason}");
    };
    let (vb3, eps) = (SpecimenRole::Vb3, SpecimenRole::Eps);
    let not_ours = |reason| Some(CollectionRefusal::ReasonNotOurs(reason));
    check(massaged(), vb3, NotObtainedReason::Dry, not_ours(NotObtainedReason::Dry));
    check(massaged(), eps, NotObtainedReason::Dry, None);
    check(massaged(), eps, NotObtainedReason::CannotVoid, not_ours(NotObtainedReason::CannotVoid));
    check(massaged(), vb3, NotObtainedReason::CannotVoid, None);
    check(massaged(), vb3, NotObtainedReason::Spilled, None);
    check(gate_passed(), vb3, NotObtainedReason::Spilled, Some(CollectionRefusal::MassageBefore));
    check(gate_passed(), vb3, NotObtainedReason::Declined, None);
    check(four_glass(), SpecimenRole::Vb1, NotObtainedReason::Spilled, None);
}

#[test]
fn nothing_is_finished_under_a_running_massage() {
    let declined =
        |set: Collection, role| set.not_obtained(role, NotObtainedReason::Declined, at(100), nurse()).unwrap();
    let running = declined(declined(massaging(), SpecimenRole::Eps), SpecimenRole::Vb3);
    assert_eq!(running.step(), Step::Massaging);
    assert_eq!(running.finish(at(110), nurse()), Err(CollectionRefusal::MassageRuns));
}

#[test]
fn whoever_wants_no_more_ends_the_massage_and_every_glass() {
    let over = massaging().collect_no_more(NotObtainedReason::Stopped, at(110), nurse()).unwrap();
    assert_eq!((over.step(), over.broken_off()), (Step::Finished, Some(StopReason::PatientAsked)));
    assert_eq!(over.ending(SpecimenRole::Vb3), Some(Ending::NotObtained(NotObtainedReason::Stopped)));
    let before = first_urines().collect_no_more(NotObtainedReason::Left, at(110), nurse()).unwrap();
    assert_eq!((before.was_massaged(), before.broken_off()), (false, None));
    assert_eq!(before.collect_no_more(NotObtainedReason::Left, at(120), nurse()), Err(CollectionRefusal::Finished));
}

#[test]
fn a_set_that_is_finished_takes_nothing_more() {
    let over = || massaged().collect_no_more(NotObtainedReason::Left, at(200), nurse()).unwrap();
    let finished = CollectionRefusal::Finished;
    assert_eq!(over().pass_gate(&cleared(210), at(210), at(210), nurse()), Err(finished.clone()));
    assert_eq!(over().start_massage(&cleared(210), at(210), nurse()), Err(finished.clone()));
    assert_eq!(over().stop_for_safety(at(210), nurse()), Err(finished.clone()));
    assert_eq!(over().receive(SpecimenRole::Vb3, urine(205), at(210), nurse()), Err(finished));
}

#[test]
fn what_is_told_of_a_massage_is_what_was_recorded_of_it() {
    let broken = massaging().stop_massage(Some(StopReason::Pain), None, at(100), nurse()).unwrap();
    assert_eq!((broken.broken_off(), broken.strokes(), broken.became_tender()), (Some(StopReason::Pain), None, None));
    let tender = massaging().stop_massage(Some(StopReason::Tender), None, at(100), nurse()).unwrap();
    assert_eq!(tender.became_tender(), Some(at(100)));
    let told = massaging().account_for(MassageAccount::BrokenOff(StopReason::Tender), at(1010), nurse()).unwrap();
    assert_eq!((told.broken_off(), told.became_tender()), (Some(StopReason::Tender), Some(at(1010))));
    assert_eq!((massaged().broken_off(), massaged().strokes().map(|told| told.right)), (None, Some(4)));
    assert_eq!((massaging().broken_off(), massaging().strokes()), (None, None));
    let stopped = massaging().stop_for_safety(at(100), nurse()).unwrap();
    assert_eq!((stopped.massage_stopped(), stopped.broken_off()), (Some(at(100)), None));
    assert!(!first_urines().stop_for_safety(at(100), nurse()).unwrap().was_massaged());
}
