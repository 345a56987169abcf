//! What must hold for every set: an answer always, never both yes and no, and no certainty out of less knowledge.

use super::*;
use crate::result::{
    Count, Culture, GlassReport, Interval, Isolate, LeukocyteMethod, Organism, ReceivedCount, ReceivedLeukocytes, Upper,
};
use proptest::prelude::*;

prop_compose! {
    fn interval()(lo in 0_u64..1_000_000, width in 0_u64..1_000_000, end in 0..3_u8) -> Interval {
        let upper = match end { 0 => Upper::To(lo + width), 1 => Upper::Under(lo + width + 1), _ => Upper::Unbounded };
        Interval::new(lo, upper).unwrap()
    }
}

fn any_count() -> impl Strategy<Value = Count> {
    let limit = (1_u64..1_000_000).prop_map(|limit| Count::NoGrowth { limit, stated: true });
    prop_oneof![1 => limit, 4 => interval().prop_map(Count::Grew)]
}

/// The same value, less well known.
fn wider(count: Count, down: u64, up: Option<u64>) -> Count {
    let interval = count.interval();
    let upper = match (interval.upper(), up) {
        (_, None) | (Upper::Unbounded, _) => Upper::Unbounded,
        (Upper::To(hi), Some(up)) => Upper::To(hi + up),
        (Upper::Under(hi), Some(up)) => Upper::Under(hi + up),
    };
    Count::Grew(Interval::new(interval.lo().saturating_sub(down), upper).unwrap())
}

fn any_received() -> impl Strategy<Value = ReceivedCount> {
    let texts = vec!["<1e3", ">1e5", "100", "1000", "1e4", "1e5", "1e3-1e4", "no growth", "0", "some", "", ">0"];
    let units = vec!["cfu/mL", "cfu/mL", "cfu/mL", "CFU/L", "", "per field"];
    (prop::sample::select(texts), prop::sample::select(units)).prop_map(|(text, unit)| ReceivedCount::new(text, unit))
}

fn any_glass() -> impl Strategy<Value = Glass> {
    let names = vec!["E. coli", "K. pneumoniae", "CoNS", "Candida albicans"];
    let isolate = (prop::sample::select(names), any_received())
        .prop_map(|(name, count)| Isolate { organism: Organism::named(name).unwrap(), count });
    let culture = prop_oneof![
        1 => Just(Culture::Missing),
        2 => any_received().prop_map(|received| Culture::NoGrowth { received }),
        4 => prop::collection::vec(isolate, 0..3).prop_map(|isolates| Culture::Growth { isolates }),
    ];
    let seen = (
        prop::sample::select(vec!["2", "<10", "10", "5-10", ">50", "many"]),
        prop::sample::select(LeukocyteMethod::ALL),
        prop::option::of(prop::sample::select(vec![400_u16, 1000])),
    );
    let seen = seen.prop_map(|(text, method, magnification)| ReceivedLeukocytes {
        text: text.to_owned(),
        method,
        magnification,
    });
    let flags = prop::collection::vec(prop::sample::select(GlassFlag::ALL), 0..2);
    let flags = prop_oneof![4 => Just(Vec::new()), 1 => flags];
    (culture, prop::option::of(seen), flags)
        .prop_map(|(culture, leukocytes, flags)| Glass { report: GlassReport { culture, leukocytes }, flags })
}

prop_compose! {
    fn any_circumstances()(
        acute in prop::bool::weighted(0.1),
        symptoms in prop::sample::select(Symptoms::ALL),
        antibiotic_7d in prop::option::of(any::<bool>()),
        late in prop::collection::vec(prop::sample::select(Timer::ALL), 0..2),
    ) -> Circumstances {
        Circumstances { acute, symptoms, antibiotic_7d, late }
    }
}

prop_compose! {
    fn any_four()(circumstances in any_circumstances(), vb1 in any_glass(), vb2 in any_glass(), eps in any_glass(), vb3 in any_glass()) -> FourGlass {
        FourGlass { circumstances, vb1, vb2, eps, vb3 }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    /// A yes holds for every true value that the intervals allow, and so does a no; so they are never both.
    #[test]
    fn the_rule_agrees_with_every_value_it_could_be(after in any_count(), before in prop::collection::vec(any_count(), 1..3), spread in 0_u64..=100) {
        let truth = ten_fold(after, &before);
        let within = |count: &Count| {
            let (lo, hi) = (count.interval().lo(), count.interval().hi().unwrap_or(100_000_000));
            let top = if matches!(count.interval().upper(), Upper::Under(_)) { hi - 1 } else { hi };
            u128::from(lo) + u128::from(top.saturating_sub(lo)) * u128::from(spread) / 100
        };
        let most = before.iter().map(within).max().unwrap_or(0);
        let rises = within(&after) >= 10 * most;
        match truth {
            Truth::Yes => prop_assert!(rises),
            // That nothing grew is a no by the rule itself.
            Truth::No if matches!(after, Count::Grew(_)) => prop_assert!(!rises),
            Truth::No | Truth::Open => {}
        }
    }

    /// To know less never decides what was open.
    #[test]
    fn widening_never_decides(after in any_count(), before in prop::collection::vec(any_count(), 1..3), down in 0_u64..1_000_000, up in prop::option::of(0_u64..1_000_000), which in 0..4_usize) {
        let truth = ten_fold(after, &before);
        let (mut wide_after, mut wide_before) = (after, before.clone());
        match wide_before.get_mut(which) {
            Some(count) => *count = wider(*count, down, up),
            None => wide_after = wider(after, down, up),
        }
        let less = ten_fold(wide_after, &wide_before);
        prop_assert!(less == truth || less == Truth::Open, "{truth:?} became {less:?}");
    }

    /// Any set gets one row, with its reason, its source and its limit.
    #[test]
    fn every_set_gets_an_answer(set in any_four()) {
        let found = set.suggest();
        prop_assert!(found.row.starts_with("four-glass-") && !found.because.is_empty() && !found.source.is_empty());
        let two = TwoGlass { circumstances: set.circumstances, pre_m: set.vb2, post_m: set.vb3 };
        prop_assert!(two.suggest().row.starts_with("two-glass-"));
    }

    /// What nobody could read never makes a category, and an unread count never stays unsaid.
    #[test]
    fn an_unread_count_decides_nothing(mut set in any_four(), which in 0..4_usize) {
        let before = set.suggest();
        let glasses = [&mut set.vb1, &mut set.vb2, &mut set.eps, &mut set.vb3];
        let glass = glasses.into_iter().nth(which).unwrap();
        let Culture::Growth { isolates } = &mut glass.report.culture else { return Ok(()) };
        let Some(isolate) = isolates.first_mut() else { return Ok(()) };
        isolate.count = ReceivedCount::new("heavy", "cfu/mL");
        let after = set.suggest();
        prop_assert!(after.cautions.iter().any(|said| said.contains("heavy")));
        if before.category == Category::Indeterminate {
            prop_assert!(!matches!(after.category, Category::NihII), "{before:#?}");
        }
    }

    /// A category that denies bacteria is marked whenever an antibiotic or a late specimen could feign it.
    #[test]
    fn a_negative_outcome_is_marked(set in any_four()) {
        let found = set.suggest();
        let feigned = set.circumstances.antibiotic_7d != Some(false) || !set.circumstances.late.is_empty();
        prop_assert!(!found.category.is_negative() || !feigned || !found.provisional.is_empty());
        prop_assert!(found.category != Category::NihI || set.circumstances.acute);
    }
}
