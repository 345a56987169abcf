//! Visits that did not take place as they were booked, each with who said so and when; entries are only ever added.

use crate::visit::VisitState;
use crate::{Error, Event, Reading, Stamp, Writing};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use clinic::ids::VisitId;
use clinic::visit::{CalledOff, VisitStatus};
use uuid::Uuid;

impl Reading {
    /// The local day and time for which a visit is booked.
    pub async fn booked_for(&mut self, visit: VisitId) -> Result<NaiveDateTime, Error> {
        let id = Uuid::from(visit);
        let row = sqlx::query!("select booked_date, booked_time from visit where id = ?", id)
            .fetch_optional(self.conn())
            .await?
            .ok_or(Error::NotFound("visit"))?;
        let day: Option<NaiveDate> = row.booked_date.parse().ok();
        let time: Option<NaiveTime> = NaiveTime::parse_from_str(&row.booked_time, "%H:%M").ok();
        day.zip(time).map(|(day, time)| day.and_time(time)).ok_or(Error::Damaged(format!("booking of visit {visit}")))
    }
}

impl Writing {
    /// Keeps what became of a visit, and moves it there.
    ///
    /// # Errors
    /// [`Error::Stale`] when the visit is no longer in the version that was read.
    pub async fn call_off(&mut self, from: &VisitState, what: &CalledOff, to: VisitStatus) -> Result<(), Error> {
        let id = Uuid::from(from.visit_id);
        let (word, by, reason) = match what {
            CalledOff::Cancelled { by, reason } => ("cancelled", Some(by.as_str()), Some(reason.as_str())),
            CalledOff::NoShow => ("no-show", None, None),
            CalledOff::CameAfterAll => ("came-after-all", None, None),
        };
        let (at, staff) = (Stamp::from(self.now()), Uuid::from(self.who().staff));
        sqlx::query!(
            "
            insert into called_off (visit, place, what, by_whom, reason, at, staff)
            values (?1, (select coalesce(max(place), 0) + 1 from called_off where visit = ?1), ?2, ?3, ?4, ?5, ?6)
            ",
            id,
            word,
            by,
            reason,
            at,
            staff,
        )
        .execute(self.conn())
        .await?;
        let event = Event::first("visit.call-off", format!("visit/{id}"), what).about(from.patient_id);
        self.trace(Event { purpose: reason, ..event }).await?;
        self.move_visit(from, to).await
    }
}
