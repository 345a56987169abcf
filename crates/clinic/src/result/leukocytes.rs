//! Leukocytes with the method that saw them. Wet mount, Gram and chamber found 83 %, 22 % and 60 % of the same men
//! positive (Krieger 2003), so a number without its method says nothing, and two methods are never compared.

use super::interval::Interval;
use super::number;
use crate::interpretation::content::thresholds;
use crate::specimen::SpecimenRole;
use crate::words::words;
use serde::{Deserialize, Serialize};

words! {
    /// How leukocytes were counted or detected.
    pub enum LeukocyteMethod {
        /// Wet mount or sediment, per high-power field.
        WetMount = "wet-mount",
        /// Gram stain, per field.
        Gram = "gram",
        /// Counting chamber, per microlitre.
        Chamber = "chamber",
        /// Dipstick: esterase, no count.
        Dipstick = "dipstick",
    }
}

impl LeukocyteMethod {
    /// The method as people say it.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::WetMount => "wet mount",
            Self::Gram => "Gram stain",
            Self::Chamber => "counting chamber",
            Self::Dipstick => "dipstick",
        }
    }

    /// What one number counts.
    #[must_use]
    pub const fn unit(self) -> &'static str {
        match self {
            Self::WetMount => "/HPF",
            Self::Gram => "/field",
            Self::Chamber => "/µL",
            Self::Dipstick => "",
        }
    }
}

/// Leukocytes as received.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ReceivedLeukocytes {
    /// The value as written.
    pub text: String,
    /// How they were counted.
    pub method: LeukocyteMethod,
    /// The microscope's magnification, where one was used and is stated.
    pub magnification: Option<u16>,
}

/// Leukocytes that were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leukocytes {
    /// How they were counted.
    pub method: LeukocyteMethod,
    /// The magnification, if stated.
    pub magnification: Option<u16>,
    /// How many, in thousandths.
    pub interval: Interval,
}

words! {
    /// Where leukocytes stand against the threshold of their method.
    pub enum LeukocyteLevel {
        /// Certainly below it.
        Low = "low",
        /// Certainly at it or above.
        Significant = "significant",
    }
}

/// Two methods, or two magnifications.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("leukocytes counted by different methods are not compared")]
pub struct OtherMethod;

/// Why leukocytes are kept as received.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoLeukocyteCount {
    /// A dipstick gives no count.
    #[error("a dipstick does not count")]
    Dipstick,
    /// It is no number that can be read in one way only.
    #[error("this can not be read as one count")]
    Number,
}

impl ReceivedLeukocytes {
    /// What it means.
    ///
    /// # Errors
    /// Why it is kept as received only.
    pub fn read(&self) -> Result<Leukocytes, NoLeukocyteCount> {
        if self.method == LeukocyteMethod::Dipstick {
            return Err(NoLeukocyteCount::Dipstick);
        }
        let text = self.text.trim().to_lowercase();
        let text = text.replace("/ul", "/µl");
        // Another method's unit stays in the text, and so makes it unreadable.
        let number = text.strip_suffix(self.method.unit().to_lowercase().as_str()).unwrap_or(&text);
        let interval = number::interval(number).ok_or(NoLeukocyteCount::Number)?;
        Ok(Leukocytes { method: self.method, magnification: self.magnification, interval })
    }

    /// Whether two entries say the same: the same number, or the same words where none can be read.
    #[must_use]
    pub fn says_same(&self, again: &str) -> bool {
        let other = Self { text: again.trim().to_owned(), ..self.clone() };
        match (self.read(), other.read()) {
            (Ok(one), Ok(again)) => one.interval == again.interval,
            _ => self.text.trim().to_lowercase() == other.text.to_lowercase(),
        }
    }

    /// As a list shows it: `12 /HPF, wet mount, x400`.
    #[must_use]
    pub fn words(&self) -> String {
        let unit = if self.text.contains('/') { "" } else { self.method.unit() };
        let value = format!("{} {unit}", self.text);
        let lens = self.magnification.map_or_else(String::new, |times| format!(", ×{times}"));
        format!("{}, {}{lens}", value.trim_end(), self.method.words())
    }
}

impl Leukocytes {
    /// Where they stand in a glass of `role`; none when the method has no threshold there, or the number spans it.
    ///
    /// A high-power field is one at x400; a chamber has a threshold for EPS alone.
    #[must_use]
    pub fn level(self, role: SpecimenRole) -> Option<LeukocyteLevel> {
        let threshold = match self.method {
            LeukocyteMethod::WetMount if self.magnification.is_none_or(|times| times == 400) => {
                thresholds().leukocytes_per_field()
            }
            LeukocyteMethod::Chamber if role == SpecimenRole::Eps => thresholds().eps_leukocytes_per_microlitre(),
            LeukocyteMethod::WetMount
            | LeukocyteMethod::Chamber
            | LeukocyteMethod::Gram
            | LeukocyteMethod::Dipstick => return None,
        };
        if self.interval.reaches(threshold) {
            return Some(LeukocyteLevel::Significant);
        }
        self.interval.stays_under(threshold).then_some(LeukocyteLevel::Low)
    }

    /// Whether there are certainly more of them than of `other`.
    ///
    /// # Errors
    /// When they were counted in another way.
    pub fn more_than(self, other: Self) -> Result<bool, OtherMethod> {
        if self.method != other.method || self.magnification != other.magnification {
            return Err(OtherMethod);
        }
        Ok(other.interval.stays_under(self.interval.lo()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use LeukocyteMethod::{Chamber, Dipstick, Gram, WetMount};

    fn seen(text: &str, method: LeukocyteMethod, magnification: Option<u16>) -> ReceivedLeukocytes {
        ReceivedLeukocytes { text: text.to_owned(), method, magnification }
    }

    fn check(text: &str, method: LeukocyteMethod, role: SpecimenRole, expect: &str) {
        let found = match seen(text, method, None).read() {
            Err(problem) => format!("{problem:?}"),
            Ok(read) => read.level(role).map_or_else(|| "no level".to_owned(), |level| level.to_string()),
        };
        assert_eq!(found, expect, "{text} {method} {role}");
    }

    #[test]
    fn each_method_has_its_own_threshold_or_none() {
        use SpecimenRole::{Eps, Vb2, Vb3};
        check("9", WetMount, Vb2, "low");
        check("<10", WetMount, Vb2, "low");
        check("0-2/HPF", WetMount, Eps, "low");
        check("10", WetMount, Vb3, "significant");
        check("10-15", WetMount, Eps, "significant");
        check(">50", WetMount, Eps, "significant");
        check("5-10", WetMount, Eps, "no level");
        check(">5", WetMount, Eps, "no level");
        check("1000", Chamber, Eps, "significant");
        check("999 /µL", Chamber, Eps, "low");
        check("1000", Chamber, Vb3, "no level");
        check("20", Gram, Eps, "no level");
        check("numerous", WetMount, Eps, "Number");
        check("12/µL", WetMount, Eps, "Number");
        check("++", Dipstick, Vb2, "Dipstick");
    }

    #[test]
    fn a_field_of_another_lens_has_no_threshold() {
        let read = |times| seen("12", WetMount, times).read().unwrap().level(SpecimenRole::Eps);
        assert_eq!(read(Some(400)), Some(LeukocyteLevel::Significant));
        assert_eq!(read(Some(1000)), None);
    }

    #[test]
    fn across_methods_there_is_no_more_and_no_less() {
        let read = |text, method, times| seen(text, method, times).read().unwrap();
        let field = read("12", WetMount, Some(400));
        assert_eq!(field.more_than(read("3", WetMount, Some(400))), Ok(true));
        assert_eq!(field.more_than(read("5-12", WetMount, Some(400))), Ok(false));
        assert_eq!(field.more_than(read("3", Gram, Some(400))), Err(OtherMethod));
        assert_eq!(field.more_than(read("3", WetMount, Some(200))), Err(OtherMethod));
        assert_eq!(seen("12", WetMount, Some(400)).words(), "12 /HPF, wet mount, ×400");
    }
}
