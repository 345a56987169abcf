//! What must hold for every text that a laboratory could send: it is read or kept with a reason, and never loses its words.
#![cfg(test)]

use super::*;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Reading is total, and what is received stays as it was.
    #[test]
    fn any_text_is_read_or_refused_and_stays(text in ".{0,40}", unit in ".{0,12}") {
        let received = ReceivedCount { text: text.clone(), unit };
        let read = received.read();
        prop_assert_eq!(received.text, text);
        if let Ok(Count::NoGrowth { limit, .. }) = read {
            prop_assert!(limit > 0);
        }
    }

    /// A thousandfold number per litre is the same count.
    #[test]
    fn a_litre_is_a_thousand_millilitres(number in 1_u64..1_000_000_000, sign in prop::sample::select(vec!["", "<", ">", "≤"])) {
        let millilitre = ReceivedCount::new(&format!("{sign}{number}"), "cfu/mL").read();
        let litre = ReceivedCount::new(&format!("{sign}{number}000"), "CFU/L").read();
        prop_assert!(millilitre.is_ok());
        prop_assert_eq!(millilitre, litre);
    }

    /// Nothing certainly reaches a threshold and certainly stays under it.
    #[test]
    fn no_interval_is_on_both_sides(lo in 0_u64..100, hi in 0_u64..100, threshold in 0_u64..100) {
        for upper in [Upper::To(hi), Upper::Under(hi), Upper::Unbounded] {
            let Some(interval) = Interval::new(lo, upper) else { continue };
            prop_assert!(!(interval.reaches(threshold) && interval.stays_under(threshold)));
        }
    }
}
