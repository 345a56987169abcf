//! Strokes before a post-DRE urine: counted three on either side or explained, and with a clock of their own.

use super::*;

fn planned() -> Collection {
    Collection::plan(ProcedureKind::PostDreUrine).unwrap()
}

fn strokes_cleared(seconds: i64) -> Cleared {
    Cleared::by_verdict(Act::PostDreStrokes, at(seconds))
}

fn stroking() -> Collection {
    let passed = planned().pass_gate(&strokes_cleared(60), at(60), at(60), nurse()).unwrap();
    passed.start_massage(&strokes_cleared(90), at(90), nurse()).unwrap()
}

fn counted((right, left, why): (u8, u8, &str)) -> Strokes {
    Strokes { right, left, why: (!why.is_empty()).then(|| why.to_owned()) }
}

/// How the strokes of a kit may end, with the count on the right, on the left and the word about it: the refusal, or
/// nothing when they may.
fn check(reason: Option<StopReason>, count: Option<(u8, u8, &str)>, expect: &str) {
    let strokes = count.map(counted);
    let ended = stroking().stop_massage(reason, strokes.clone(), at(100), nurse());
    let said = ended.as_ref().map_or_else(ToString::to_string, |_| String::new());
    assert_eq!(said, expect, "{strokes:?}");
    if let Ok(ended) = ended {
        assert_eq!(ended.strokes(), strokes.as_ref(), "the laboratory is told the count");
    }
}

#[test]
fn strokes_are_counted_or_explained() {
    let why = |right, left| {
        format!(
            "the kit asks for three strokes on either side: say why there were {right} on the right and {left} on the left"
        )
    };
    check(None, None, "count the strokes on either side first: the laboratory is told");
    check(None, Some((3, 3, "")), "");
    check(None, Some((2, 3, "")), &why(2, 3));
    check(None, Some((3, 4, "")), &why(3, 4));
    check(None, Some((2, 2, " ")), &why(2, 2));
    check(None, Some((2, 3, "the left lobe hurt")), "");
    check(None, Some((30, 30, "counted twice")), "");
    check(None, Some((31, 3, "counted twice")), "31 strokes on one side cannot be: count again");
    check(None, Some((3, 31, "counted twice")), "31 strokes on one side cannot be: count again");
}

#[test]
fn strokes_that_were_broken_off_need_no_count_and_an_impossible_one_is_refused_all_the_same() {
    check(Some(StopReason::Pain), None, "");
    check(Some(StopReason::Pain), Some((1, 0, "")), "");
    check(Some(StopReason::Pain), Some((31, 0, "")), "31 strokes on one side cannot be: count again");
}

#[test]
fn a_massage_is_no_clearance_for_strokes_nor_strokes_for_a_massage() {
    let gate = |set: Collection, clearance: &Cleared| set.pass_gate(clearance, at(60), at(60), nurse()).err();
    assert_eq!(gate(planned(), &cleared(60)), Some(CollectionRefusal::NotCleared));
    assert_eq!(gate(first_urines(), &strokes_cleared(60)), Some(CollectionRefusal::NotCleared));
    let passed = planned().pass_gate(&strokes_cleared(60), at(60), at(60), nurse()).unwrap();
    assert_eq!(passed.start_massage(&cleared(90), at(90), nurse()), Err(CollectionRefusal::NotCleared));
    assert_eq!((planned().act(), four_glass().act()), (Act::PostDreStrokes, Act::Massage));
}

#[test]
fn the_urine_of_a_kit_has_its_own_clock_and_the_strokes_have_none() {
    assert_eq!(planned().step(), Step::Gate, "no urine comes before the strokes");
    assert!(stroking().timers(None, at(100)).is_empty(), "three strokes are not timed");
    let ended = stroking().stop_massage(None, Some(counted((3, 3, ""))), at(100), nurse()).unwrap();
    let running: Vec<_> = ended.timers(None, at(200)).iter().map(|timer| (timer.timer, timer.since)).collect();
    assert_eq!(running, [(Timer::StrokesToUrine, at(100))]);
    assert_eq!(ended.step(), Step::UrineAfter);
    let caught = ended.receive(SpecimenRole::Pdu, urine(400), at(410), nurse()).unwrap();
    assert!(caught.timers(None, at(500)).is_empty(), "nothing runs when the urine is there");
    let lasted: Vec<_> = caught.intervals(None).iter().map(|interval| (interval.timer, interval.lasted)).collect();
    assert_eq!(lasted, [(Timer::StrokesToUrine, Lasted::Known(TimeDelta::seconds(300)))]);
}
