//! How much of an organism grew: what the laboratory wrote, and the interval of cfu/mL that it means.

use super::interval::{Interval, Upper};
use super::number;
use crate::interpretation::content::thresholds;
use serde::{Deserialize, Serialize};

/// A count as received: the words and the unit, kept for ever whatever can be read from them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ReceivedCount {
    /// The value as written.
    pub text: String,
    /// The unit as written; empty when it stands in the text or nowhere.
    pub unit: String,
}

/// What was read: how much there may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// Nothing grew; less than the limit may be there.
    NoGrowth {
        /// The limit in thousandths of cfu/mL.
        limit: u64,
        /// The report states it; otherwise the highest usual one stands for it.
        stated: bool,
    },
    /// It grew, this much, in thousandths of cfu/mL.
    Grew(Interval),
}

/// Why a count is kept as received and not interpreted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Nothing was written.
    #[error("no value is written")]
    Empty,
    /// It is no number that can be read in one way only.
    #[error("this can not be read as one count")]
    Number,
    /// There is no unit.
    #[error("the unit is missing")]
    UnitMissing,
    /// The unit is none that is known.
    #[error("the unit is not known here: cfu/mL and CFU/L are")]
    UnitUnknown,
    /// Text and unit name two units.
    #[error("two different units are given")]
    UnitsDiffer,
}

/// The two units that counts come in; 10^6 CFU/L are 10^3 cfu/mL.
#[derive(Clone, Copy, PartialEq, Eq)]
enum PerVolume {
    Millilitre,
    Litre,
}

/// How colonies are called in a unit. The longer ones come first, for the shorter begin them.
const COLONIES: [&str; 8] =
    ["colony forming units", "colony-forming units", "colonies", "[cfu]", "cfu", "kbe", "ufc", "col"];
const NOTHING_GREW: [&str; 4] = ["no bacterial growth", "no growth detected", "no growth", "sterile"];

impl ReceivedCount {
    /// A count as received.
    #[must_use]
    pub fn new(text: &str, unit: &str) -> Self {
        Self { text: text.trim().to_owned(), unit: unit.trim().to_owned() }
    }

    /// Whether nothing was written at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Whether two entries say the same: the same count, or the same words where no count can be read.
    #[must_use]
    pub fn says_same(&self, other: &Self) -> bool {
        match (self.read(), other.read()) {
            (Ok(one), Ok(again)) => one == again,
            _ => self.text.trim().to_lowercase() == other.text.trim().to_lowercase(),
        }
    }

    /// What it means.
    ///
    /// # Errors
    /// Why it is kept as received only.
    pub fn read(&self) -> Result<Count, Unreadable> {
        let text = self.text.trim().to_lowercase();
        if text.is_empty() {
            return Err(Unreadable::Empty);
        }
        if let Some(rest) = NOTHING_GREW.iter().find_map(|words| text.strip_prefix(words)) {
            return self.no_growth(rest);
        }
        let interval = self.interval(&text)?;
        // A nought says that nothing grew, not that nothing is there.
        if interval.hi() == Some(0) { Ok(Count::limit_not_stated()) } else { Ok(Count::Grew(interval)) }
    }

    fn no_growth(&self, rest: &str) -> Result<Count, Unreadable> {
        let rest = rest.trim_matches(|sign: char| sign.is_whitespace() || "(),:;.".contains(sign));
        let rest = rest.strip_prefix("at ").unwrap_or(rest).trim();
        if rest.is_empty() {
            return Ok(Count::limit_not_stated());
        }
        let interval = self.interval(rest)?;
        let limit = match (interval.lo(), interval.upper()) {
            (0, Upper::Under(limit) | Upper::To(limit)) => limit,
            (lo, Upper::To(hi)) if lo == hi => hi,
            _ => return Err(Unreadable::Number),
        };
        if limit == 0 { Err(Unreadable::Number) } else { Ok(Count::NoGrowth { limit, stated: true }) }
    }

    fn interval(&self, text: &str) -> Result<Interval, Unreadable> {
        let starts = COLONIES.iter().filter_map(|word| text.find(word)).min();
        let (number, inside) = starts.map_or((text, ""), |start| text.split_at(start));
        let beside = self.unit.trim().to_lowercase();
        let (inside, beside) = (unit(inside.trim())?, unit(&beside)?);
        let unit = match (inside, beside) {
            (Some(inside), Some(beside)) if inside != beside => return Err(Unreadable::UnitsDiffer),
            (inside, beside) => inside.or(beside),
        };
        let interval = number::interval(number).ok_or(Unreadable::Number)?;
        match unit {
            Some(PerVolume::Millilitre) => Ok(interval),
            Some(PerVolume::Litre) => per_millilitre(interval).ok_or(Unreadable::Number),
            // Nothing is nothing in any unit.
            None if interval.hi() == Some(0) => Ok(interval),
            None => Err(Unreadable::UnitMissing),
        }
    }
}

/// The unit as written; none when nothing is written.
fn unit(text: &str) -> Result<Option<PerVolume>, Unreadable> {
    if text.is_empty() {
        return Ok(None);
    }
    let volume = COLONIES.iter().find_map(|word| text.strip_prefix(word)).ok_or(Unreadable::UnitUnknown)?;
    let volume = volume.trim();
    let volume = volume.strip_prefix('/').or_else(|| volume.strip_prefix("per ")).ok_or(Unreadable::UnitUnknown)?;
    match volume.trim() {
        "ml" | "milliliter" | "millilitre" => Ok(Some(PerVolume::Millilitre)),
        "l" | "liter" | "litre" => Ok(Some(PerVolume::Litre)),
        _ => Err(Unreadable::UnitUnknown),
    }
}

/// Thousandths of CFU/L into thousandths of cfu/mL; none when that is no whole number of them.
fn per_millilitre(interval: Interval) -> Option<Interval> {
    let down = |number: u64| number.is_multiple_of(1000).then_some(number / 1000);
    let upper = match interval.upper() {
        Upper::To(hi) => Upper::To(down(hi)?),
        Upper::Under(hi) => Upper::Under(down(hi)?),
        Upper::Unbounded => Upper::Unbounded,
    };
    Interval::new(down(interval.lo())?, upper)
}

impl Count {
    /// No growth by a report that does not say how little would have been seen.
    #[must_use]
    pub fn limit_not_stated() -> Self {
        Self::NoGrowth { limit: thresholds().no_growth_limit(), stated: false }
    }

    /// Where the true count lies, in thousandths of cfu/mL.
    #[must_use]
    pub fn interval(self) -> Interval {
        match self {
            Self::NoGrowth { limit, .. } => Interval::new(0, Upper::Under(limit)).unwrap_or(Interval::ANYTHING),
            Self::Grew(interval) => interval,
        }
    }

    /// As a sentence says it.
    #[must_use]
    pub fn words(self) -> String {
        match self {
            Self::NoGrowth { stated: true, .. } => format!("no growth ({})", self.interval().text()),
            Self::NoGrowth { stated: false, .. } => format!("no growth (limit not stated: {})", self.interval().text()),
            Self::Grew(Interval::ANYTHING) => "not known".to_owned(),
            Self::Grew(interval) => interval.text(),
        }
    }
}

impl std::fmt::Display for ReceivedCount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", format!("{} {}", self.text, self.unit).trim())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, unit: &str, expect: &str) {
        let found = ReceivedCount::new(text, unit).read();
        let found = found.map_or_else(|problem| format!("{problem:?}"), Count::words);
        assert_eq!(found.replace('\u{202f}', " "), expect, "{text} {unit}");
    }

    #[test]
    fn both_units_and_their_synonyms_mean_the_same() {
        check("5 x 10^3", "cfu/mL", "5000");
        check("5 x 10^6", "CFU/L", "5000");
        check("<10^3 CFU/ml", "", "<1000");
        check("10*3-10*4", "KBE/ml", "1000–10 000");
        check(">100,000 UFC/mL", "cfu/mL", "≥100 000");
        check("1 000 colonies per mL", "", "1000");
        check("500", "[CFU]/L", "0.5");
        check("20 colony forming units / millilitre", "", "20");
    }

    #[test]
    fn nothing_grew_says_how_little_would_have_been_seen() {
        check("No growth", "", "no growth (limit not stated: <1000)");
        check("no growth (<10^2)", "cfu/mL", "no growth (<100)");
        check("No growth at <10 cfu/mL", "", "no growth (<10)");
        check("Sterile", "cfu/mL", "no growth (limit not stated: <1000)");
        check("0", "", "no growth (limit not stated: <1000)");
        check("0", "CFU/L", "no growth (limit not stated: <1000)");
    }

    #[test]
    fn two_entries_say_the_same_by_their_count_or_by_their_words() {
        let same =
            |one: &str, again: &str| ReceivedCount::new(one, "cfu/mL").says_same(&ReceivedCount::new(again, "cfu/mL"));
        assert!(same("10^3", "1 000") && same("heavy growth", "Heavy growth") && same("no growth", "0"));
        assert!(!same("1000", "100") && !same("<1000", "1000") && !same("heavy growth", "1000") && !same("10^3", ""));
    }

    #[test]
    fn what_cannot_be_read_says_why_and_stays() {
        check("10^3", "", "UnitMissing");
        check("10^3", "per field", "UnitUnknown");
        check("10^3", "cfu/uL", "UnitUnknown");
        check("10^3 cfu/mL", "CFU/L", "UnitsDiffer");
        check("10E5", "cfu/mL", "Number");
        check("heavy growth", "cfu/mL", "Number");
        check("no significant growth", "cfu/mL", "Number");
        check("no growth of Candida", "", "Number");
        check("no growth <100", "", "UnitMissing");
        check("", "cfu/mL", "Empty");
        assert_eq!(ReceivedCount::new("heavy growth", "cfu/mL").to_string(), "heavy growth cfu/mL");
    }
}
