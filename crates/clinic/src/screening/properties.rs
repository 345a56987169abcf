//! What must hold for every picture: the unknown never clears, and nothing said later un-blocks what was blocked.

use super::testing::well;
use super::*;
use crate::Moment;
use crate::exam::{Consistency, Gate, Inspection, Tenderness};
use chrono::TimeDelta;
use proptest::prelude::*;

fn by() -> crate::ids::StaffId {
    uuid::Uuid::from_u128(1).into()
}

/// Any answer that an item takes.
fn reply(item: &'static Item) -> BoxedStrategy<Reply> {
    let said = |words: &[Said]| prop::sample::select(words.to_vec()).prop_map(Reply::Said).boxed();
    match &item.kind {
        Kind::Symptom => said(&[Said::No, Said::No, Said::No, Said::Usual, Said::NewOrWorse, Said::NotKnown]),
        Kind::Number(number) => {
            let units: Vec<Unit> = number.units.iter().map(|row| row.unit).collect();
            let measured =
                (0.0..60.0, prop::sample::select(units)).prop_map(|(value, unit)| Reply::Measured { value, unit });
            prop_oneof![said(&[Said::NoReasonToMeasure, Said::NotKnown]), measured].boxed()
        }
        Kind::Date(_) => {
            let day = (0..400_u64).prop_map(|ago| {
                let day = well().now.date().checked_sub_days(chrono::Days::new(ago)).unwrap();
                Reply::Dated(day.to_string().parse().unwrap())
            });
            prop_oneof![2 => said(&[Said::No]), 1 => said(&[Said::Yes, Said::NotKnown]), 2 => day].boxed()
        }
        Kind::Hours(asked) => {
            let most = f64::from(asked.most);
            let ago = (0.0..most).prop_map(|value| Reply::Measured { value, unit: Unit::Hours });
            prop_oneof![said(&[Said::No, Said::Yes, Said::NotKnown]), ago].boxed()
        }
        Kind::OneOf(words) => said(words),
        _ if item.mitigation.is_some() => said(&[Said::No, Said::No, Said::Yes, Said::YesMitigated, Said::NotKnown]),
        _ => said(&[Said::No, Said::No, Said::No, Said::No, Said::Yes, Said::NotKnown]),
    }
}

/// Any item with any answer to it.
fn any_answer() -> impl Strategy<Value = (&'static Item, Reply)> {
    prop::sample::select(told().collect::<Vec<_>>()).prop_flat_map(|item| (Just(item), reply(item)))
}

fn told() -> impl Iterator<Item = &'static Item> {
    checklist().items.iter().filter(|item| {
        !matches!(item.kind, Kind::Temperature | Kind::Age | Kind::Consent | Kind::Derived)
            && item.asked_of != AskedOf::Inspection
    })
}

prop_compose! {
    fn gate()(
        tenderness in prop::sample::select(Tenderness::ALL),
        consistency in prop::sample::select(Consistency::ALL),
        inspection in prop::sample::select(Inspection::ALL),
        warmth in prop::bool::weighted(0.1),
        fluctuance in prop::bool::weighted(0.1),
    ) -> Gate {
        let at = well().now;
        Gate { inspection: vec![inspection], inspection_text: None, tenderness, consistency, warmth, fluctuance, bundled: false, at, by: by() }
    }
}

/// The well patient with a few things changed, some forgotten, some old.
fn any_picture() -> impl Strategy<Value = Picture> {
    let items: Vec<&'static Item> = told().collect();
    let change = prop::sample::select(items).prop_flat_map(|item| {
        (
            Just(item),
            prop::option::weighted(0.8, reply(item)),
            prop_oneof![8 => Just(0_i64), 1 => Just(1), 1 => Just(31)],
        )
    });
    let vitals = (340..395_i32, 50..130_u16, 80..180_u16, prop::option::of(8..30_u16), 0..90_i64);
    let kind = prop::option::of(prop::sample::select(crate::procedure::ProcedureKind::ALL));
    (prop::collection::vec(change, 0..8), vitals, prop::option::weighted(0.8, gate()), prop::bool::weighted(0.9), kind)
        .prop_map(|(changes, (tenths, pulse, systolic, breaths, minutes), gate, consented, kind)| {
            let mut picture = well();
            for (item, reply, days) in changes {
                let at = picture.now.plus(TimeDelta::days(-days));
                match reply {
                    Some(reply) => drop(picture.answers.insert(item.id.clone(), Standing { reply, at, by: by() })),
                    None => drop(picture.answers.remove(&item.id)),
                }
            }
            let at = picture.now.plus(TimeDelta::minutes(-minutes));
            let temperature = Some(Temperature { tenths, unit: TemperatureUnit::Celsius });
            picture.vitals = vec![VitalSigns {
                at,
                by: by(),
                temperature,
                pulse: Some(pulse),
                systolic: Some(systolic),
                diastolic: Some(60),
                breaths,
            }];
            picture.kind = kind;
            picture.examined = gate.map(|gate| Examined { gate, findings: None });
            if !consented {
                picture.consent = ConsentFacts::default();
            }
            picture
        })
}

fn goes(picture: &Picture, act: Act) -> bool {
    judge(picture).cleared(act).is_some()
}

fn blocked(picture: &Picture, act: Act) -> bool {
    judge(picture).on(act).is_some_and(|verdict| verdict.word == VerdictWord::Blocked)
}

fn answer(picture: &mut Picture, item: &Item, reply: Reply, at: Moment) {
    picture.answers.insert(item.id.clone(), Standing { reply, at, by: by() });
}

/// The answer that fires a level.
fn firing(item: &Item, when: When) -> Reply {
    let measured = |value: f64| match &item.kind {
        Kind::Number(number) => Reply::Measured { value, unit: number.units[0].unit },
        _ => Reply::Measured { value, unit: Unit::Hours },
    };
    match when {
        When::Yes => Reply::Said(Said::Yes),
        When::Present => Reply::Said(Said::NewOrWorse),
        When::AtLeast(limit) | When::WithinHours(limit) => measured(limit),
        When::Above(limit) => measured(limit + 0.1),
        When::Below(limit) => measured(limit - 0.1),
        When::WithinDays(_) => Reply::Dated(well().now.date().to_string().parse().unwrap()),
    }
}

/// Every absolute row by itself, with nothing else said, blocks its act; those that only the examination answers too.
#[test]
fn each_absolute_row_alone_blocks() {
    let mut tried = 0;
    for item in told() {
        for level in &item.fires {
            for act in Act::ALL.iter().filter(|act| level.on(**act) == Severity::Absolute) {
                let mut picture = testing::picture("gate none normal");
                let now = picture.now;
                answer(&mut picture, item, firing(item, level.when), now);
                assert!(blocked(&picture, *act), "{} does not stop {act}", item.id);
                tried += 1;
            }
        }
    }
    assert!(tried > 20, "only {tried} absolute rows were tried");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Cleared for massage means: every absolute item that applies is known, today's and answered.
    #[test]
    fn nothing_unknown_is_cleared(picture in any_picture()) {
        for act in [Act::Massage, Act::PostDreStrokes] {
            if !goes(&picture, act) {
                continue;
            }
            prop_assert!(picture.examined.is_some());
            prop_assert!(picture.temperature().is_some_and(|(temperature, _)| !temperature.at_least(38.0)));
            prop_assert!(picture.pulse().is_some());
            prop_assert!(picture.consent.given.contains(&act));
            for item in asked(&picture).into_iter().filter(|item| item.worst_on(act) == Severity::Absolute) {
                if item.kind == Kind::Temperature {
                    continue;
                }
                let reply = picture.reply(item, act);
                prop_assert!(reply.is_some_and(|reply| reply != Reply::Said(Said::NotKnown)), "{} is unknown", item.id);
                let fires = item.fires.iter().find(|level| reply.is_some_and(|reply| picture.fits(item, level.when, reply)));
                prop_assert!(fires.is_none_or(|level| level.on(act) != Severity::Absolute), "{} stands", item.id);
            }
        }
    }

    /// An answer that fires an absolute item blocks, whatever else is said.
    #[test]
    fn an_absolute_answer_always_blocks(mut picture in any_picture(), at in 0..100_usize) {
        let absolute: Vec<_> = told().filter(|item| item.worst_on(Act::Massage) == Severity::Absolute && matches!(item.kind, Kind::YesNo | Kind::Date(_))).collect();
        let item = absolute[at % absolute.len()];
        let now = picture.now;
        answer(&mut picture, item, Reply::Said(Said::Yes), now);
        prop_assert!(blocked(&picture, Act::Massage), "{}", item.id);
    }

    /// Saying “yes” or “new” to anything never turns a stop into a go.
    #[test]
    fn a_further_complaint_never_unblocks(picture in any_picture(), at in 0..100_usize) {
        let items: Vec<_> = told().filter(|item| !matches!(item.kind, Kind::Number(_) | Kind::OneOf(_))).collect();
        let item = items[at % items.len()];
        let complaint = if item.kind == Kind::Symptom { Said::NewOrWorse } else { Said::Yes };
        let mut worse = picture.clone();
        answer(&mut worse, item, Reply::Said(complaint), picture.now);
        for act in Act::ALL {
            prop_assert!(!blocked(&picture, *act) || blocked(&worse, *act), "{} unblocks {act}", item.id);
        }
    }

    /// No answer to what nobody had answered yet turns a stop into a go, and no examination does.
    #[test]
    fn an_answer_added_never_unblocks(picture in any_picture(), (item, reply) in any_answer(), gate in gate()) {
        let mut before = picture;
        before.answers.remove(&item.id);
        before.examined = None;
        let (mut answered, mut examined) = (before.clone(), before.clone());
        answer(&mut answered, item, reply, before.now);
        examined.examined = Some(Examined { gate, findings: None });
        for act in Act::ALL {
            prop_assert!(!blocked(&before, *act) || blocked(&answered, *act), "{} unblocks {act}", item.id);
            prop_assert!(!blocked(&before, *act) || blocked(&examined, *act), "the examination unblocks {act}");
        }
    }

    /// A combined rule that stops an act blocks it.
    #[test]
    fn a_rule_that_stops_blocks(picture in any_picture()) {
        for act in Act::ALL {
            let stops = rules::fired(&picture, *act).into_iter().find(|fired| fired.severity == Severity::Absolute);
            prop_assert!(stops.is_none() || blocked(&picture, *act));
        }
    }

    /// Forgetting an answer never clears; only a dipstick need not be done.
    #[test]
    fn forgetting_never_clears(picture in any_picture(), at in 0..100_usize) {
        let items: Vec<_> = told().filter(|item| !item.optional).collect();
        let item = items[at % items.len()];
        let mut forgotten = picture.clone();
        forgotten.answers.remove(&item.id);
        for act in [Act::Massage, Act::PostDreStrokes] {
            prop_assert!(!goes(&forgotten, act) || goes(&picture, act), "without {} it goes", item.id);
        }
    }

    /// No override touches a stop.
    #[test]
    fn an_override_never_lifts_a_stop(picture in any_picture()) {
        let mut overridden = picture.clone();
        for act in Act::ALL {
            for fired in &judge(&picture).on(*act).unwrap().fired {
                let (id, at) = (fired.id.clone(), picture.now);
                let reason = OverrideReason::Other;
                overridden.overrides.push(Override { id, act: *act, reason, text: None, patient_told: true, by: by(), at });
            }
        }
        for act in Act::ALL {
            prop_assert!(!blocked(&picture, *act) || blocked(&overridden, *act));
        }
    }
}
