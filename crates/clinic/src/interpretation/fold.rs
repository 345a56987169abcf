//! The ten-fold rule with censored values.

use super::Truth;
use crate::result::Count;

/// Whether a count after massage is at least ten times each count before it, of the same organism.
///
/// Holds when its lower end reaches ten times the highest upper end before; does not when its upper end lies below ten
/// times the highest lower end before, or when nothing grew. An upper end counts by its number, open or not, so that a
/// value on the very edge stays undecided. With nothing before there is nothing to compare.
#[must_use]
pub fn ten_fold(after: Count, before: &[Count]) -> Truth {
    if matches!(after, Count::NoGrowth { .. }) {
        return Truth::No;
    }
    let after = after.interval();
    let highest_hi = before.iter().map(|count| count.interval().hi()).try_fold(0, |most, hi| hi.map(|hi| hi.max(most)));
    let Some(highest_lo) = before.iter().map(|count| count.interval().lo()).max() else { return Truth::Open };
    let ten_times = |number: u64| number.saturating_mul(10);
    if highest_hi.is_some_and(|hi| after.lo() > 0 && after.lo() >= ten_times(hi)) {
        return Truth::Yes;
    }
    if after.hi().is_some_and(|hi| hi < ten_times(highest_lo)) { Truth::No } else { Truth::Open }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::result::ReceivedCount;

    fn count(text: &str) -> Count {
        ReceivedCount::new(text, "cfu/mL").read().unwrap()
    }

    fn check(after: &str, before: &[&str], expect: Truth) {
        let before: Vec<Count> = before.iter().map(|text| count(text)).collect();
        assert_eq!(ten_fold(count(after), &before), expect, "{after} {before:?}");
    }

    #[test]
    fn the_rule_is_decided_only_where_the_values_decide_it() {
        use Truth::{No, Open, Yes};
        check("1e4", &["1e3", "<1e3"], Yes);
        check("1e4", &["no growth <10^3", "no growth <10^3"], Yes);
        check(">1e5", &["1e4", "5e3"], Yes);
        check("9999", &["1000", "<1e3"], No);
        check("9999", &["<1e3", "<1e3"], Open);
        check(">1e5", &["2e4", "<1e3"], Open);
        check("1e6", &[">1e5", "<1e3"], Open);
        check("<1e3", &["1e3", "<1e3"], No);
        check("<1e4", &["1e3"], Open);
        check("<1e3", &["no growth"], Open);
        check("no growth", &["no growth"], No);
        check("no growth", &[], No);
        check("no growth <10", &[">1e5"], No);
        check("1e5", &[], Open);
        check("1e5", &["0"], Yes);
        check("0", &["0"], No);
        check("1e3-1e4", &["100", "50"], Yes);
        check("1e3-1e4", &["100-200"], Open);
    }
}
