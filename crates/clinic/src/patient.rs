//! Who the patient is: names, birth date, numbers, and what is known of sex and anatomy.

use crate::words::words;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// The clinic's number of a patient: 1 to 20 letters, digits, `-`, `/` or `.`; compared in capitals.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type)]
#[serde(try_from = "String", into = "String")]
#[specta(transparent)]
pub struct Mrn(String);

/// Why a text cannot be a patient number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a patient number has 1 to 20 letters, digits, “-”, “/” or “.”, and no spaces")]
pub struct NotAnMrn;

impl Mrn {
    /// Reads a number as typed or scanned.
    ///
    /// # Errors
    /// When it is empty, too long or holds other signs.
    pub fn parse(text: &str) -> Result<Self, NotAnMrn> {
        let number = text.trim().to_uppercase();
        let fits = (1..=20).contains(&number.len())
            && number.bytes().all(|sign| sign.is_ascii_alphanumeric() || b"-/.".contains(&sign));
        if fits { Ok(Self(number)) } else { Err(NotAnMrn) }
    }

    /// The number as stored and printed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::str::FromStr for Mrn {
    type Err = NotAnMrn;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl TryFrom<String> for Mrn {
    type Error = NotAnMrn;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<Mrn> for String {
    fn from(mrn: Mrn) -> Self {
        mrn.0
    }
}

impl std::fmt::Display for Mrn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// One part of a person's name: 1 to 80 characters, no control characters, trimmed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type)]
#[serde(try_from = "String", into = "String")]
#[specta(transparent)]
pub struct NamePart(String);

/// Why a text cannot be a part of a name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a name has 1 to 80 characters on one line")]
pub struct NotAName;

/// Whether a sign is not seen itself but turns or hides others: soft hyphens, marks and overrides of direction, tags.
///
/// Joiners (U+200C, U+200D) are part of the spelling in some scripts and are none of these.
#[must_use]
pub fn is_misleading(sign: char) -> bool {
    matches!(
        sign,
        '\u{ad}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
    )
}

impl NamePart {
    /// Reads a name as typed; inner spaces are folded.
    ///
    /// # Errors
    /// When nothing is left, it is too long, or it holds control characters or signs that turn or hide others: a name
    /// that is drawn in another order than it is spelt identifies nobody.
    pub fn parse(text: &str) -> Result<Self, NotAName> {
        if text.chars().any(|sign| is_misleading(sign) || sign.is_control() && !sign.is_whitespace()) {
            return Err(NotAName);
        }
        let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if (1..=80).contains(&name.chars().count()) { Ok(Self(name)) } else { Err(NotAName) }
    }

    /// The name as stored.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::str::FromStr for NamePart {
    type Err = NotAName;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl TryFrom<String> for NamePart {
    type Error = NotAName;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<NamePart> for String {
    fn from(name: NamePart) -> Self {
        name.0
    }
}

impl std::fmt::Display for NamePart {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// A birth date as far as it is known. Written `1961-04-09`, `1961-04`, `1961` or `unknown`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(try_from = "String", into = "String")]
#[specta(transparent)]
pub struct BirthDate(#[specta(type = String)] Known);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Known {
    Day(NaiveDate),
    Month(i32, u32),
    Year(i32),
    Nothing,
}

/// Why a text cannot be a birth date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotABirthDate {
    /// Not one of the four forms.
    #[error("write a day that exists, as day month year (09 04 1961), or say how much of it is known")]
    Unreadable,
    /// It lies after today.
    #[error("the birth date lies after today")]
    InTheFuture,
    /// More than 130 years ago.
    #[error("the birth date lies more than 130 years back")]
    TooLongAgo,
}

impl BirthDate {
    /// Nothing is known of it: name and number identify.
    pub const UNKNOWN: Self = Self(Known::Nothing);

    /// Reads one of the four forms without asking whether it is plausible.
    ///
    /// # Errors
    /// When the text has another form or names no day of the calendar.
    pub fn parse(text: &str) -> Result<Self, NotABirthDate> {
        let text = text.trim();
        if text == "unknown" {
            return Ok(Self::UNKNOWN);
        }
        let parts: Option<Vec<u32>> = text.split('-').map(|part| part.parse().ok()).collect();
        let known = match parts.as_deref() {
            Some(&[year @ 1800..=2999]) => Some(Known::Year(year.cast_signed())),
            Some(&[year @ 1800..=2999, month @ 1..=12]) => Some(Known::Month(year.cast_signed(), month)),
            Some(&[year @ 1800..=2999, month, day]) => {
                NaiveDate::from_ymd_opt(year.cast_signed(), month, day).map(Known::Day)
            }
            _ => None,
        };
        known.map(Self).ok_or(NotABirthDate::Unreadable)
    }

    /// This date, if somebody alive today can have it.
    ///
    /// # Errors
    /// When it lies after `today` or more than 130 years before it.
    pub fn plausible(self, today: NaiveDate) -> Result<Self, NotABirthDate> {
        let Some(earliest) = self.earliest() else { return Ok(self) };
        if earliest > today {
            return Err(NotABirthDate::InTheFuture);
        }
        if earliest.year() < today.year() - 130 {
            return Err(NotABirthDate::TooLongAgo);
        }
        Ok(self)
    }

    /// The whole date, when it is known; only then does it count as an identifier.
    #[must_use]
    pub fn full(self) -> Option<NaiveDate> {
        match self.0 {
            Known::Day(day) => Some(day),
            _ => None,
        }
    }

    /// Completed years on `today`, reckoned from the earliest day it can be; none when unknown.
    #[must_use]
    pub fn age(self, today: NaiveDate) -> Option<u32> {
        self.earliest().and_then(|born| today.years_since(born))
    }

    fn earliest(self) -> Option<NaiveDate> {
        match self.0 {
            Known::Day(day) => Some(day),
            Known::Month(year, month) => NaiveDate::from_ymd_opt(year, month, 1),
            Known::Year(year) => NaiveDate::from_ymd_opt(year, 1, 1),
            Known::Nothing => None,
        }
    }
}

impl std::fmt::Display for BirthDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            Known::Day(day) => write!(f, "{day}"),
            Known::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Known::Year(year) => write!(f, "{year:04}"),
            Known::Nothing => f.write_str("unknown"),
        }
    }
}

impl std::str::FromStr for BirthDate {
    type Err = NotABirthDate;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl TryFrom<String> for BirthDate {
    type Error = NotABirthDate;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<BirthDate> for String {
    fn from(date: BirthDate) -> Self {
        date.to_string()
    }
}

words! {
    /// Sex as the laboratory needs it for its reference ranges (HL7 table 0001). It never refuses or warns.
    pub enum LaboratorySex {
        /// Male.
        Male = "male",
        /// Female.
        Female = "female",
        /// Other.
        Other = "other",
        /// Unknown.
        Unknown = "unknown",
    }
}

words! {
    /// A plain question that may honestly be open.
    pub enum YesNoUnknown {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
        /// Not known.
        Unknown = "unknown",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_birth_date_may_be_partial_or_unknown() {
        for text in ["1961-04-09", "1961-04", "1961", "unknown"] {
            assert_eq!(BirthDate::parse(text).unwrap().to_string(), text);
        }
        for text in ["09/04/1961", "1961-02-30", "61", "", "1961-13"] {
            assert_eq!(BirthDate::parse(text), Err(NotABirthDate::Unreadable), "{text}");
        }
    }

    #[test]
    fn nobody_is_born_tomorrow_or_in_1880() {
        let today = day("2026-11-22");
        assert_eq!(BirthDate::parse("2026-11-23").unwrap().plausible(today), Err(NotABirthDate::InTheFuture));
        assert_eq!(BirthDate::parse("1880").unwrap().plausible(today), Err(NotABirthDate::TooLongAgo));
        assert_eq!(BirthDate::parse("1961-11-23").unwrap().age(today), Some(64));
        assert_eq!(BirthDate::parse("1961-11-22").unwrap().age(today), Some(65));
    }

    #[test]
    fn numbers_and_names_are_read_as_typed() {
        assert_eq!(Mrn::parse(" fg-1042 ").unwrap().as_str(), "FG-1042");
        assert_eq!(Mrn::parse("10 42"), Err(NotAnMrn));
        assert_eq!(NamePart::parse("  van   der Berg ").unwrap().as_str(), "van der Berg");
        assert_eq!(NamePart::parse("\u{1b}[2J"), Err(NotAName));
        assert_eq!(NamePart::parse("  "), Err(NotAName));
        assert_eq!(NamePart::parse("a\u{202e}b"), Err(NotAName), "would be drawn as “ba”");
        assert!(NamePart::parse("علی\u{200c}رضا").is_ok(), "a joiner is spelling");
    }
}
