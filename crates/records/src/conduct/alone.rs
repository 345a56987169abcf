//! Stops that somebody lifted alone, where one person is the whole practice.

use crate::{Error, Event, Reading, Stamp, Writing};
use chrono::NaiveDate;
use clinic::Moment;
use clinic::ids::{PatientId, StaffId, VisitId};
use serde::Serialize;
use uuid::Uuid;

/// One correction that lifted a stop, and that nobody else confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CorrectedAlone {
    /// What was put right, as it was asked or measured.
    pub what: String,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: StaffId,
    /// Their name.
    pub by_name: String,
}

/// One to be kept.
#[derive(Debug, Clone, Serialize)]
pub struct NewCorrectedAlone {
    /// What was put right.
    pub what: String,
    /// Why.
    pub reason: String,
}

impl Reading {
    /// Every one on the days from `from` to `to`, in order.
    pub async fn corrected_alone(&mut self, from: NaiveDate, to: NaiveDate) -> Result<Vec<CorrectedAlone>, Error> {
        let rows = sqlx::query!(
            r#"
            select made.what, made.reason, made.at as "at: Stamp", made.staff as "staff: Uuid", staff.name
            from correction_alone made
            join staff on staff.id = made.staff
            order by made.at, made.id
            "#,
        )
        .fetch_all(self.conn())
        .await?;
        let made = rows.into_iter().map(|row| CorrectedAlone {
            what: row.what,
            reason: row.reason,
            at: row.at.into(),
            by: row.staff.into(),
            by_name: row.name,
        });
        // A day is one of the clinic's calendar, which the offset beside each instant tells.
        Ok(made.filter(|made: &CorrectedAlone| (from..=to).contains(&made.at.date())).collect())
    }
}

impl Writing {
    /// Keeps one, in the step that puts it right.
    pub async fn note_corrected_alone(
        &mut self,
        visit: VisitId,
        patient: PatientId,
        new: &NewCorrectedAlone,
    ) -> Result<(), Error> {
        let (id, at): (Uuid, _) = (self.id(), Stamp::from(self.now()));
        let (visit_id, staff) = (Uuid::from(visit), Uuid::from(self.who().staff));
        sqlx::query!(
            "insert into correction_alone (id, visit, what, reason, at, staff) values (?, ?, ?, ?, ?, ?)",
            id,
            visit_id,
            new.what,
            new.reason,
            at,
            staff,
        )
        .execute(self.conn())
        .await?;
        self.trace(Event::first("correction.alone", format!("visit/{visit}"), new).about(patient)).await
    }
}
