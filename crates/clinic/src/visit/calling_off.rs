//! A visit that does not take place: who called it off and why, that nobody came, and who came after all.

use super::VisitStatus;
use crate::words::words;
use chrono::{Months, NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

/// How far ahead a visit may be booked; a later day is a slip of the finger.
const MONTHS_AHEAD: Months = Months::new(24);

words! {
    /// Who called a visit off.
    pub enum CancelledBy {
        /// The patient, or somebody for the patient.
        Patient = "patient",
        /// The clinic.
        Clinic = "clinic",
    }
}

/// What became of a visit that did not take place as it was booked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum CalledOff {
    /// Somebody called it off.
    Cancelled {
        /// Who.
        by: CancelledBy,
        /// Why, in words.
        reason: String,
    },
    /// Nobody came.
    NoShow,
    /// Nobody had come, and then the patient did.
    CameAfterAll,
}

/// What was already done at a visit that somebody wants to call off.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct BegunVisit {
    /// The time-out was taken.
    pub time_out: bool,
    /// A rule ends the procedure.
    pub stopped: bool,
    /// A number for tubes is set aside for it, or tubes exist.
    pub tubes: bool,
}

/// Why a visit cannot be called off, or cannot be said to have been missed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CallOffRefusal {
    /// It is cancelled already.
    #[error("this visit is cancelled already")]
    Cancelled,
    /// Nobody came to it.
    #[error("nobody came to this visit: it is over, and another one is booked anew")]
    Missed,
    /// It has taken place.
    #[error("this visit has taken place: what was done stands, and is not cancelled")]
    Over,
    /// It is on the wrong patient.
    #[error("this visit was entered in error")]
    InError,
    /// The time-out was taken.
    #[error("the time-out was taken: stop the procedure in its room, and the visit ends from there")]
    Begun,
    /// A rule ended it, which is not a cancellation.
    #[error("a rule stops this procedure: end it on the stop screen, so that what fired stays in the record")]
    Stopped,
    /// Tubes exist.
    #[error("tubes or labels exist of this visit: send or discard them; what was collected is not cancelled")]
    Collected,
    /// The patient is here.
    #[error("the patient has come: cancel the visit instead, and say why")]
    Here,
    /// Nobody is late yet.
    #[error("the visit is booked for {}: nobody has failed to come before that", .0.format("%-d %b %Y, %H:%M"))]
    NotYet(NaiveDateTime),
    /// A patient who comes on another day needs another visit.
    #[error("nobody came on {}: book a new visit for today", .0.format("%-d %b %Y"))]
    AnotherDay(NaiveDate),
}

impl CallOffRefusal {
    /// The stable name of this refusal.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Cancelled => "visit-cancelled",
            Self::Missed => "visit-missed",
            Self::Over => "visit-over",
            Self::InError => "visit-entered-in-error",
            Self::Begun => "visit-begun",
            Self::Stopped => "procedure-stopped",
            Self::Collected => "visit-has-tubes",
            Self::Here => "patient-here",
            Self::NotYet(_) => "not-yet-missed",
            Self::AnotherDay(_) => "visit-of-another-day",
        }
    }
}

/// Why a day cannot be booked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DayRefusal {
    /// It has passed.
    #[error("this day has passed; what was already done is entered as recorded afterwards")]
    Passed,
    /// Nobody books so far ahead.
    #[error("this day is more than two years ahead; look at the year again")]
    TooFar,
}

/// Whether a visit may be booked for `day`.
///
/// # Errors
/// For a day before today, and for one more than two years ahead.
pub fn may_book(day: NaiveDate, today: NaiveDate) -> Result<NaiveDate, DayRefusal> {
    match today.checked_add_months(MONTHS_AHEAD) {
        _ if day < today => Err(DayRefusal::Passed),
        Some(last) if day > last => Err(DayRefusal::TooFar),
        _ => Ok(day),
    }
}

impl VisitStatus {
    /// It will not take place: nothing is asked, measured or agreed to under it any more.
    #[must_use]
    pub const fn is_called_off(self) -> bool {
        matches!(self, Self::Cancelled | Self::NoShow)
    }

    /// Somebody calls the visit off before anything was done to the patient.
    ///
    /// # Errors
    /// Once the time-out was taken, a rule has stopped it, or tubes exist; and when it is over in whatever way.
    pub const fn cancel(self, begun: BegunVisit) -> Result<Self, CallOffRefusal> {
        match self {
            Self::Booked | Self::Arrived | Self::InRoom if begun.tubes => Err(CallOffRefusal::Collected),
            Self::Booked | Self::Arrived if begun.time_out => Err(CallOffRefusal::Begun),
            // What would stop it is known from booking on; only of somebody who is here is it a stop.
            Self::Arrived if begun.stopped => Err(CallOffRefusal::Stopped),
            Self::Booked | Self::Arrived => Ok(Self::Cancelled),
            Self::InRoom => Err(CallOffRefusal::Begun),
            Self::Done | Self::LeftEarly => Err(CallOffRefusal::Over),
            Self::NoShow => Err(CallOffRefusal::Missed),
            Self::Cancelled => Err(CallOffRefusal::Cancelled),
            Self::EnteredInError => Err(CallOffRefusal::InError),
        }
    }

    /// Nobody came. Said only once the booked hour has passed.
    ///
    /// # Errors
    /// Before that hour, when somebody has come, and when the visit is over.
    pub fn miss(self, booked: NaiveDateTime, now: NaiveDateTime) -> Result<Self, CallOffRefusal> {
        match self {
            Self::Booked if now <= booked => Err(CallOffRefusal::NotYet(booked)),
            Self::Booked => Ok(Self::NoShow),
            Self::Arrived | Self::InRoom => Err(CallOffRefusal::Here),
            Self::Done | Self::LeftEarly => Err(CallOffRefusal::Over),
            Self::NoShow => Err(CallOffRefusal::Missed),
            Self::Cancelled => Err(CallOffRefusal::Cancelled),
            Self::EnteredInError => Err(CallOffRefusal::InError),
        }
    }

    /// Whether somebody who had not come may be said to have come after all: on the day of the booking alone.
    ///
    /// # Errors
    /// On any other day.
    pub fn may_come_after_all(self, booked: NaiveDate, today: NaiveDate) -> Result<(), CallOffRefusal> {
        if self == Self::NoShow && booked != today { Err(CallOffRefusal::AnotherDay(booked)) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    fn check(told: Result<VisitStatus, CallOffRefusal>, expect: &str) {
        assert_eq!(told.map_or_else(|refusal| refusal.code(), VisitStatus::as_str), expect);
    }

    #[test]
    fn a_visit_is_called_off_before_anything_was_done_and_never_after() {
        let begun = BegunVisit { time_out: true, ..BegunVisit::default() };
        let stopped = BegunVisit { stopped: true, ..BegunVisit::default() };
        let tubes = BegunVisit { tubes: true, ..begun };
        check(VisitStatus::Booked.cancel(BegunVisit::default()), "cancelled");
        check(VisitStatus::Arrived.cancel(BegunVisit::default()), "cancelled");
        check(VisitStatus::Booked.cancel(stopped), "cancelled");
        check(VisitStatus::Arrived.cancel(stopped), "procedure-stopped");
        check(VisitStatus::Arrived.cancel(begun), "visit-begun");
        check(VisitStatus::Arrived.cancel(tubes), "visit-has-tubes");
        check(VisitStatus::InRoom.cancel(begun), "visit-begun");
        check(VisitStatus::InRoom.cancel(tubes), "visit-has-tubes");
        for (over, expect) in [
            (VisitStatus::Done, "visit-over"),
            (VisitStatus::LeftEarly, "visit-over"),
            (VisitStatus::NoShow, "visit-missed"),
            (VisitStatus::Cancelled, "visit-cancelled"),
            (VisitStatus::EnteredInError, "visit-entered-in-error"),
        ] {
            check(over.cancel(BegunVisit::default()), expect);
        }
    }

    #[test]
    fn nobody_has_failed_to_come_before_the_hour() {
        let booked = at("2026-11-22T09:30:00");
        check(VisitStatus::Booked.miss(booked, at("2026-11-22T09:30:00")), "not-yet-missed");
        check(VisitStatus::Booked.miss(booked, at("2026-11-22T09:30:01")), "no-show");
        check(VisitStatus::Arrived.miss(booked, at("2026-11-22T10:00:00")), "patient-here");
        check(VisitStatus::InRoom.miss(booked, at("2026-11-22T10:00:00")), "patient-here");
        check(VisitStatus::Done.miss(booked, at("2026-11-22T10:00:00")), "visit-over");
        check(VisitStatus::Cancelled.miss(booked, at("2026-11-22T10:00:00")), "visit-cancelled");
        check(VisitStatus::NoShow.miss(booked, at("2026-11-22T10:00:00")), "visit-missed");
        let words = CallOffRefusal::NotYet(booked).to_string();
        assert_eq!(words, "the visit is booked for 22 Nov 2026, 09:30: nobody has failed to come before that");
    }

    #[test]
    fn whoever_comes_after_all_comes_on_the_same_day() {
        let day = |text: &str| -> NaiveDate { text.parse().unwrap() };
        let came = |today| VisitStatus::NoShow.may_come_after_all(day("2026-11-22"), day(today));
        assert_eq!(came("2026-11-22"), Ok(()));
        assert_eq!(
            came("2026-11-23").unwrap_err().to_string(),
            "nobody came on 22 Nov 2026: book a new visit for today"
        );
        assert!(VisitStatus::Booked.may_come_after_all(day("2026-11-22"), day("2026-11-23")).is_ok());
    }

    #[test]
    fn a_day_is_booked_from_today_to_two_years_ahead() {
        let day = |text: &str| -> NaiveDate { text.parse().unwrap() };
        let book = |text| may_book(day(text), day("2026-11-22")).map_err(|refused| refused.to_string());
        assert_eq!(book("2026-11-22"), Ok(day("2026-11-22")));
        assert_eq!(book("2028-11-22"), Ok(day("2028-11-22")));
        assert_eq!(book("2028-11-23").unwrap_err(), "this day is more than two years ahead; look at the year again");
        assert_eq!(book("2099-01-01").unwrap_err(), "this day is more than two years ahead; look at the year again");
        assert!(book("2026-11-21").unwrap_err().starts_with("this day has passed"));
    }
}
