//! The day of something that happened to the patient, as far as it is known: whole, a month, or a year alone.

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// Written `2026-10-04`, `2026-10` or `2026`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(try_from = "String", into = "String")]
#[specta(transparent)]
pub struct EventDate(#[specta(type = String)] Known);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Known {
    Day(NaiveDate),
    /// The first day of the month.
    Month(NaiveDate),
    Year(i32),
}

/// Why a text cannot be such a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAnEventDate {
    /// None of the three forms, or no day of the calendar.
    #[error("write a day that exists as day month year (04 10 2026), or the month and year, or the year alone")]
    Unreadable,
    /// It lies after today.
    #[error("this day lies after today")]
    InTheFuture,
    /// More than 130 years ago.
    #[error("this day lies more than 130 years back")]
    TooLongAgo,
}

impl EventDate {
    /// Reads one of the three forms.
    ///
    /// # Errors
    /// When the text has another form or names no day of the calendar.
    pub fn parse(text: &str) -> Result<Self, NotAnEventDate> {
        let parts: Option<Vec<u32>> = text.trim().split('-').map(|part| part.parse().ok()).collect();
        let day = |year: u32, month, day| NaiveDate::from_ymd_opt(year.cast_signed(), month, day);
        let known = match parts.as_deref() {
            Some(&[year @ 1800..=2999]) => Some(Known::Year(year.cast_signed())),
            Some(&[year @ 1800..=2999, month]) => day(year, month, 1).map(Known::Month),
            Some(&[year @ 1800..=2999, month, of_month]) => day(year, month, of_month).map(Known::Day),
            _ => None,
        };
        known.map(Self).ok_or(NotAnEventDate::Unreadable)
    }

    /// This day, if it can have happened to somebody who is here today.
    ///
    /// # Errors
    /// When it lies after `today` or more than 130 years before it.
    pub fn plausible(self, today: NaiveDate) -> Result<Self, NotAnEventDate> {
        let (year, later) = match self.0 {
            Known::Day(day) | Known::Month(day) => (day.year(), day > today),
            Known::Year(year) => (year, year > today.year()),
        };
        match (later, year < today.year() - 130) {
            (true, _) => Err(NotAnEventDate::InTheFuture),
            (_, true) => Err(NotAnEventDate::TooLongAgo),
            _ => Ok(self),
        }
    }

    /// Whether it may have been within so many days of `today`: of a month or a year, its last day counts.
    #[must_use]
    pub fn within(self, days: i64, today: NaiveDate) -> bool {
        let latest = match self.0 {
            Known::Day(day) => Some(day),
            Known::Month(first) => {
                first.checked_add_months(Months::new(1)).and_then(|next| next.checked_sub_days(Days::new(1)))
            }
            Known::Year(year) => NaiveDate::from_ymd_opt(year, 12, 31),
        };
        latest.is_none_or(|latest| today.signed_duration_since(latest).num_days() <= days)
    }

    /// As a sentence holds it: `4 Oct 2026`, `Oct 2026`, `2026`.
    #[must_use]
    pub fn text(self) -> String {
        match self.0 {
            Known::Day(day) => day.format("%-d %b %Y").to_string(),
            Known::Month(first) => first.format("%b %Y").to_string(),
            Known::Year(year) => year.to_string(),
        }
    }
}

impl std::fmt::Display for EventDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            Known::Day(day) => write!(f, "{}", day.format("%Y-%m-%d")),
            Known::Month(first) => write!(f, "{}", first.format("%Y-%m")),
            Known::Year(year) => write!(f, "{year}"),
        }
    }
}

impl From<EventDate> for String {
    fn from(date: EventDate) -> Self {
        date.to_string()
    }
}

impl TryFrom<String> for EventDate {
    type Error = NotAnEventDate;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl std::str::FromStr for EventDate {
    type Err = NotAnEventDate;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, days: i64, expect: &str) {
        let today = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
        let found = match EventDate::parse(text).and_then(|date| date.plausible(today)) {
            Ok(date) => {
                assert_eq!((date.to_string().parse(), String::from(date).as_str()), (Ok(date), text));
                format!("{}, {}", date.text(), if date.within(days, today) { "within" } else { "before" })
            }
            Err(refused) => format!("{refused:?}"),
        };
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn what_is_not_known_of_a_day_is_taken_at_its_latest() {
        check("2026-10-09", 42, "9 Oct 2026, within");
        check("2026-10-08", 42, "8 Oct 2026, before");
        check("2026-10", 42, "Oct 2026, within");
        check("2026-09", 42, "Sep 2026, before");
        check("2026-11", 42, "Nov 2026, within");
        check("2026", 42, "2026, within");
        check("2025", 42, "2025, before");
        check("2025", 330, "2025, within");
        check("2026-11-20", 0, "20 Nov 2026, within");
        check("1896", 42, "1896, before");
    }

    #[test]
    fn a_day_that_cannot_have_been_is_refused() {
        check("2026-11-21", 1, "InTheFuture");
        check("2026-12", 1, "InTheFuture");
        check("2027", 1, "InTheFuture");
        check("1895", 1, "TooLongAgo");
        check("1895-12-31", 1, "TooLongAgo");
        check("2026-02-30", 1, "Unreadable");
        check("in autumn", 1, "Unreadable");
    }
}
