//! How far the results of a set have come: awaited, to be read by the urologist, to be told to the patient; and by when.
//!
//! Terms are in working days, Monday to Friday. They are a decision of the product and await clinical sign-off.

use crate::Moment;
use crate::words::words;
use chrono::{Datelike, TimeDelta, Weekday};

words! {
    /// What the results of a set wait for.
    pub enum ResultStage {
        /// The laboratory.
        Awaited = "awaited",
        /// The urologist has not said what follows.
        ToRead = "to-read",
        /// The patient has not been told.
        ToTell = "to-tell",
        /// Told, or not reached and written to.
        Closed = "closed",
    }
}

words! {
    /// What follows from a result, by the urologist's word.
    pub enum ResultAction {
        /// The patient is told, and nothing more.
        None = "none",
        /// Somebody calls him.
        Call = "call",
        /// He comes again.
        Visit = "visit",
        /// Treatment.
        Treat = "treat",
    }
}

impl ResultAction {
    /// As a sentence says it.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::None => "nothing more than telling the patient",
            Self::Call => "a call to the patient",
            Self::Visit => "another visit",
            Self::Treat => "treatment",
        }
    }
}

words! {
    /// Where it stands in its term.
    pub enum ResultTime {
        /// Within it.
        Due = "due",
        /// The term has passed.
        Late = "late",
    }
}

/// How many working days a laboratory usually has; a clinic sets its own.
pub const TURNAROUND_DAYS: u32 = 5;
/// How many working days the urologist has to read a result.
pub const READ_DAYS: u32 = 2;
/// How many days after the urologist's word the patient is told at the latest.
pub const TELL_DAYS: i64 = 7;

impl ResultStage {
    /// By when, counted from `since`; none for what is over. `turnaround` is the laboratory's, in working days.
    #[must_use]
    pub fn until(self, since: Moment, turnaround: u32) -> Option<Moment> {
        match self {
            Self::Awaited => Some(working_days_after(since, turnaround)),
            Self::ToRead => Some(working_days_after(since, READ_DAYS)),
            Self::ToTell => Some(since.plus(TimeDelta::days(TELL_DAYS))),
            Self::Closed => None,
        }
    }

    /// Where it stands at `now`.
    #[must_use]
    pub fn time(self, since: Moment, turnaround: u32, now: Moment) -> ResultTime {
        if self.until(since, turnaround).is_some_and(|until| now > until) { ResultTime::Late } else { ResultTime::Due }
    }
}

/// The same hour so many working days later.
#[must_use]
pub fn working_days_after(since: Moment, days: u32) -> Moment {
    let mut at = since;
    let mut left = days;
    while left > 0 {
        at = at.plus(TimeDelta::days(1));
        if !matches!(at.date().weekday(), Weekday::Sat | Weekday::Sun) {
            left -= 1;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(stage: ResultStage, since: &str, expect: &str) {
        let until = stage.until(since.parse().unwrap(), TURNAROUND_DAYS);
        assert_eq!(until.map(Moment::long_text).unwrap_or_default(), expect, "{stage} since {since}");
    }

    #[test]
    fn a_weekend_is_nobodys_working_day() {
        check(ResultStage::Awaited, "2026-11-23T10:00:00+01:00", "30 Nov 2026, 10:00");
        check(ResultStage::ToRead, "2026-11-26T16:00:00+01:00", "30 Nov 2026, 16:00");
        check(ResultStage::ToRead, "2026-11-28T09:00:00+01:00", "1 Dec 2026, 09:00");
        check(ResultStage::ToTell, "2026-11-26T16:00:00+01:00", "3 Dec 2026, 16:00");
        check(ResultStage::Closed, "2026-11-26T16:00:00+01:00", "");
    }

    #[test]
    fn it_is_late_once_the_term_has_passed() {
        let since: Moment = "2026-11-23T10:00:00+01:00".parse().unwrap();
        let at = |hours| ResultStage::ToRead.time(since, TURNAROUND_DAYS, since.plus(TimeDelta::hours(hours)));
        assert_eq!([at(0), at(48), at(49)], [ResultTime::Due, ResultTime::Due, ResultTime::Late]);
        let never = ResultStage::Closed.time(since, 0, since.plus(TimeDelta::days(400)));
        assert_eq!(never, ResultTime::Due);
    }
}
