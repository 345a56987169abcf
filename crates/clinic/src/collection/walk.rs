//! Random walks: whatever buttons are pressed in whatever order, the record never tells of a thing that must not be.

use super::*;
use crate::specimen::{Amount, CollectedHow};
use proptest::prelude::*;

#[derive(Debug, Clone)]
enum Press {
    Receive(SpecimenRole, i64),
    NotObtained(SpecimenRole, NotObtainedReason),
    Gate(Act),
    Start(Act, i64),
    Stop(Option<StopReason>),
    Account(MassageAccount),
    Safety,
    Finish,
    Correct(SpecimenRole, i64),
}

fn press() -> impl Strategy<Value = Press> {
    let role = || prop::sample::select(SpecimenRole::ALL);
    let act = || prop::sample::select(&[Act::Massage, Act::Massage, Act::Massage, Act::Dre]);
    prop_oneof![
        4 => (role(), -300_i64..30).prop_map(|(role, ago)| Press::Receive(role, ago)),
        1 => (role(), prop::sample::select(NotObtainedReason::ALL)).prop_map(|(role, why)| Press::NotObtained(role, why)),
        3 => act().prop_map(Press::Gate),
        3 => (act(), prop_oneof![3 => -60_i64..=0, 1 => -600_i64..60]).prop_map(|(act, held)| Press::Start(act, held)),
        2 => prop::option::of(prop::sample::select(StopReason::ALL)).prop_map(Press::Stop),
        1 => prop::sample::select(&[MassageAccount::Completed, MassageAccount::NotBegun]).prop_map(Press::Account),
        1 => Just(Press::Safety),
        1 => Just(Press::Finish),
        1 => (role(), -600_i64..30).prop_map(|(role, ago)| Press::Correct(role, ago)),
    ]
}

fn pressed(collection: Collection, press: &Press, now: Moment) -> Result<Collection, CollectionRefusal> {
    let by = StaffId::from(uuid::Uuid::from_u128(7));
    let later = |seconds| now.plus(TimeDelta::seconds(seconds));
    match press {
        Press::Receive(role, ago) => {
            let amount = if *role == SpecimenRole::Eps { Amount::Drops } else { Amount::Enough };
            let catch = Catch { at: later(*ago), amount, appearance: None, how: CollectedHow::ByPatient };
            collection.receive(*role, catch, now, by)
        }
        Press::NotObtained(role, reason) => collection.not_obtained(*role, *reason, now, by),
        Press::Gate(act) => collection.pass_gate(&Cleared::by_verdict(*act, now), now, now, by),
        Press::Start(act, held) => collection.start_massage(&Cleared::by_verdict(*act, later(*held)), now, by),
        Press::Stop(reason) => collection.stop_massage(*reason, None, now, by),
        Press::Account(account) => collection.account_for(*account, now, by),
        Press::Safety => collection.stop_for_safety(now, by),
        Press::Finish => collection.finish(now, by),
        Press::Correct(role, ago) => {
            collection.correct_time(*role, (later(*ago), "read wrong".to_owned()), (None, None), now, by)
        }
    }
}

/// A start stands at this place, and nobody said afterwards that it was not begun.
fn begins_a_massage(record: &[Recorded], at: usize) -> bool {
    let next = record[at + 1..].iter().find(|entry| {
        use CollectionEvent::{MassageAccountedFor, MassageStarted, MassageStopped};
        matches!(entry.event, MassageStarted | MassageStopped { .. } | MassageAccountedFor { .. })
    });
    let not_begun = CollectionEvent::MassageAccountedFor { account: MassageAccount::NotBegun };
    record[at].event == CollectionEvent::MassageStarted && next.is_none_or(|next| next.event != not_begun)
}

/// What must hold of every record, read from the record alone and not from the machine's own answers.
fn check(record: &[Recorded], planned: &[SpecimenRole]) {
    let place = |wanted: &dyn Fn(&CollectionEvent) -> bool| record.iter().position(|entry| wanted(&entry.event));
    let start = (0..record.len()).find(|at| begins_a_massage(record, *at));
    let gate = place(&|event| matches!(event, CollectionEvent::GatePassed { .. }));
    for (index, entry) in record.iter().enumerate() {
        match &entry.event {
            CollectionEvent::Received { role, catch } => {
                assert!(catch.at <= entry.at, "a glass from the future");
                let twice = record[..index].iter().any(|earlier| earlier.event.ends(*role).is_some());
                assert!(!twice, "{role} ended twice");
                if role.follows_massage() {
                    let began = start.filter(|start| *start < index).expect("a glass after massage before any massage");
                    assert!(catch.at >= record[began].at, "{role} is dated before the massage");
                }
            }
            CollectionEvent::TimeCorrected { role, to, .. } => {
                assert!(*to <= entry.at, "a glass from the future");
                let began = start.map(|start| record[start].at);
                let fits = began.is_none_or(|began| if role.follows_massage() { *to >= began } else { *to <= began });
                assert!(fits, "{role} was moved to the other side of the massage");
            }
            CollectionEvent::MassageStarted => {
                assert!(gate.is_some_and(|gate| gate < index), "massage before the gate");
            }
            CollectionEvent::Finished => {
                let only_times = |entry: &Recorded| matches!(entry.event, CollectionEvent::TimeCorrected { .. });
                assert!(record[index + 1..].iter().all(only_times), "something was recorded after the end");
                let ended = |role: &SpecimenRole| record.iter().any(|earlier| earlier.event.ends(*role).is_some());
                assert!(planned.iter().all(ended), "finished with a glass awaited");
            }
            _ => {}
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_walk_reaches_what_must_not_be(presses in prop::collection::vec((press(), 1_i64..240), 1..60)) {
        let mut now: Moment = "2026-11-22T10:00:00+01:00".parse().unwrap();
        let mut collection = Collection::plan(ProcedureKind::FourGlass).unwrap();
        for (press, seconds) in presses {
            now = now.plus(TimeDelta::seconds(seconds));
            let held = match &press {
                Press::Start(act, held) => Some((*act, *held)),
                _ => None,
            };
            if let Ok(next) = pressed(collection.clone(), &press, now) {
                if let Some((act, held)) = held {
                    prop_assert!(act == Act::Massage && (-60..=0).contains(&held), "a massage without its clearance");
                }
                prop_assert_eq!(next.record().len(), collection.record().len() + 1, "one act, one entry");
                collection = next;
            }
            check(collection.record(), collection.planned());
            let done = matches!(collection.step(), Step::Finish | Step::Finished);
            prop_assert!(!done || collection.awaited().next().is_none(), "done with a glass awaited");
        }
    }
}
