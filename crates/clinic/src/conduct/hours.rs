//! The hours of the clinic, as an administrator writes them: `Mon-Fri 08:00-18:00`, a line for each.

use crate::Moment;
use chrono::{Datelike, NaiveTime, Weekday};

/// When the clinic is open, by its own clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClinicHours(Vec<(Weekday, Weekday, NaiveTime, NaiveTime)>);

/// What was written is no line of hours.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("write a line for each as Mon-Fri 08:00-18:00 or Sat 09:00-12:00; “{0}” is none")]
pub struct NotHours(pub String);

/// What stands while nobody has written any.
const USUAL: &str = "Mon-Fri 08:00-18:00";

impl ClinicHours {
    /// Monday to Friday, 08:00 to 18:00. [design]
    #[must_use]
    pub fn usual() -> Self {
        Self::parse(USUAL).unwrap_or(Self(Vec::new()))
    }

    /// How the usual hours are written.
    #[must_use]
    pub const fn usual_text() -> &'static str {
        USUAL
    }

    /// Reads the lines.
    ///
    /// # Errors
    /// The first line that is none.
    pub fn parse(text: &str) -> Result<Self, NotHours> {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(|line| read(line).ok_or_else(|| NotHours(line.to_owned()))).collect::<Result<_, _>>().map(Self)
    }

    /// Whether the clinic is open at `at`; its last minute is no longer open.
    #[must_use]
    pub fn open_at(&self, at: Moment) -> bool {
        let local = at.local();
        let (day, time) = (local.weekday().num_days_from_monday(), local.time());
        self.0.iter().any(|(first, last, from, until)| {
            (first.num_days_from_monday()..=last.num_days_from_monday()).contains(&day)
                && *from <= time
                && time < *until
        })
    }
}

fn read(line: &str) -> Option<(Weekday, Weekday, NaiveTime, NaiveTime)> {
    let (days, hours) = line.split_once(char::is_whitespace)?;
    let (first, last) = days.split_once(['-', '–']).unwrap_or((days, days));
    let (first, last): (Weekday, Weekday) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
    let (from, until) = hours.trim().split_once(['-', '–'])?;
    let time = |text: &str| NaiveTime::parse_from_str(text.trim(), "%H:%M").ok();
    let (from, until) = (time(from)?, time(until)?);
    (first.num_days_from_monday() <= last.num_days_from_monday() && from < until).then_some((first, last, from, until))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(hours: &str, at: &str) -> bool {
        ClinicHours::parse(hours).unwrap().open_at(format!("2026-11-{at}:00+01:00").parse().unwrap())
    }

    #[test]
    fn hours_are_read_by_the_clinics_own_clock() {
        let week = "Mon-Fri 08:00-18:00\nSat 09:00-12:00";
        assert!(check(week, "23T08:00") && check(week, "23T17:59") && !check(week, "23T18:00"));
        assert!(check(week, "28T11:00") && !check(week, "28T12:30") && !check(week, "29T11:00"));
        assert!(!check("", "23T10:00"), "a clinic without hours is never open");
        assert!(ClinicHours::usual().open_at("2026-11-23T10:00:00+01:00".parse().unwrap()));
    }

    #[test]
    fn what_is_no_line_of_hours_is_named() {
        for line in ["Mon-Fri", "Mo 8-18", "Fri-Mon 08:00-18:00", "Mon 18:00-08:00"] {
            assert_eq!(ClinicHours::parse(line), Err(NotHours(line.to_owned())));
        }
    }
}
