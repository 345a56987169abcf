//! When something happened: an instant to the millisecond, with the offset the clinic's clock showed.

use chrono::{DateTime, FixedOffset, NaiveDate, SubsecRound, TimeDelta, TimeZone, Utc};
use serde::{Deserialize, Serialize};

/// An instant in UTC milliseconds together with the local offset at which it was recorded.
///
/// Ordered by the instant alone, so that two stations in two zones agree on what came first. Crosses to the
/// window and into signed records as an RFC 3339 string.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type)]
#[serde(try_from = "String", into = "String")]
#[specta(transparent)]
pub struct Moment(#[specta(type = String)] DateTime<FixedOffset>);

/// The text or number was not a time we can hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a time with its zone, such as 2026-11-22T09:15:00+01:00")]
pub struct NotAMoment(pub String);

impl Moment {
    /// The instant `utc_ms` milliseconds after 1970, seen at `offset_minutes` east of Greenwich.
    ///
    /// # Errors
    /// When the offset is a day or more, or the instant lies outside the calendar.
    pub fn new(utc_ms: i64, offset_minutes: i32) -> Result<Self, NotAMoment> {
        let offset = FixedOffset::east_opt(offset_minutes.saturating_mul(60));
        let instant = DateTime::<Utc>::from_timestamp_millis(utc_ms);
        match (instant, offset) {
            (Some(instant), Some(offset)) => Ok(Self(instant.with_timezone(&offset))),
            _ => Err(NotAMoment(format!("{utc_ms} ms, {offset_minutes} min"))),
        }
    }

    /// This instant as `zone` would have shown it.
    #[must_use]
    pub fn in_zone(instant: DateTime<Utc>, zone: chrono_tz::Tz) -> Self {
        use chrono::Offset;
        let offset = zone.offset_from_utc_datetime(&instant.naive_utc()).fix();
        Self(instant.trunc_subsecs(3).with_timezone(&offset))
    }

    /// Milliseconds since 1970, UTC.
    #[must_use]
    pub fn utc_ms(self) -> i64 {
        self.0.timestamp_millis()
    }

    /// Minutes east of Greenwich.
    #[must_use]
    pub fn offset_minutes(self) -> i32 {
        self.0.offset().local_minus_utc() / 60
    }

    /// The local wall clock with its offset, for formatting.
    #[must_use]
    pub fn local(self) -> DateTime<FixedOffset> {
        self.0
    }

    /// The local day.
    #[must_use]
    pub fn date(self) -> NaiveDate {
        self.0.date_naive()
    }

    /// The day of this instant where `there` was recorded, counted from 1970.
    #[must_use]
    pub fn day_at(self, there: Self) -> i64 {
        let local = self.utc_ms() + i64::from(there.offset_minutes()) * 60_000;
        local.div_euclid(24 * 3_600_000)
    }

    /// How long after `earlier` this is; negative when it came before.
    #[must_use]
    pub fn since(self, earlier: Self) -> TimeDelta {
        self.0.signed_duration_since(earlier.0)
    }

    /// The same offset, `delta` later.
    #[must_use]
    pub fn plus(self, delta: TimeDelta) -> Self {
        Self(self.0 + delta)
    }

    /// Date and time as labels and papers print them: `2026-11-20 09:15`.
    #[must_use]
    pub fn label_text(self) -> String {
        self.0.format("%Y-%m-%d %H:%M").to_string()
    }

    /// Date and time as sentences write them: `20 Nov 2026, 09:15`.
    #[must_use]
    pub fn long_text(self) -> String {
        self.0.format("%-d %b %Y, %H:%M").to_string()
    }
}

impl std::fmt::Display for Moment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%dT%H:%M:%S%.3f%:z"))
    }
}

impl From<Moment> for String {
    fn from(moment: Moment) -> Self {
        moment.to_string()
    }
}

impl TryFrom<String> for Moment {
    type Error = NotAMoment;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        match DateTime::parse_from_rfc3339(&text) {
            Ok(moment) => Ok(Self(moment.trunc_subsecs(3))),
            Err(_) => Err(NotAMoment(text)),
        }
    }
}

impl std::str::FromStr for Moment {
    type Err = NotAMoment;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::try_from(text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_survives_a_border_and_the_wire() {
        let written: Moment = "2026-11-22T09:15:00.250+01:00".parse().unwrap();
        assert_eq!(written.to_string(), "2026-11-22T09:15:00.250+01:00");
        assert_eq!(Moment::new(written.utc_ms(), written.offset_minutes()), Ok(written));
        let elsewhere = Moment::new(written.utc_ms(), -300).unwrap();
        assert_eq!(elsewhere.since(written), TimeDelta::zero());
        assert_eq!(elsewhere.label_text(), "2026-11-22 03:15");
    }

    #[test]
    fn a_day_is_counted_where_the_other_moment_was() {
        let late: Moment = "2026-11-22T23:30:00+01:00".parse().unwrap();
        let there = |offset| Moment::new(0, offset).unwrap();
        let days: Vec<_> = [-300, 0, 60, 90, 120].map(|offset| late.day_at(there(offset))).into();
        assert_eq!(days, [20_779, 20_779, 20_779, 20_780, 20_780]);
        let before: Moment = "1969-12-31T23:00:00Z".parse().unwrap();
        assert_eq!((before.day_at(there(0)), before.day_at(there(60))), (-1, 0));
    }

    #[test]
    fn a_time_without_its_zone_is_refused() {
        assert!("2026-11-22T09:15:00".parse::<Moment>().is_err());
        assert!(Moment::new(0, 24 * 60).is_err());
    }
}
