//! The two closings before the room: check-in closed by whoever asked, and the urologist's time-out.

use crate::{Error, Event, Reading, Stamp, Writing};
use clinic::Moment;
use clinic::ids::{PatientId, StaffId, VisitId};
use serde::Serialize;
use uuid::Uuid;

/// That something was closed, when and by whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ClosedBy {
    /// When.
    pub at: Moment,
    /// Who.
    pub staff: StaffId,
    /// Their name as printed.
    pub name: String,
}

struct Row {
    at: Stamp,
    staff: Uuid,
    name: String,
}

impl From<Row> for ClosedBy {
    fn from(row: Row) -> Self {
        Self { at: row.at.into(), staff: row.staff.into(), name: row.name }
    }
}

/// What was said at the time-out, as the trail keeps it.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TimeOutTaken {
    /// The two identifiers that were said aloud.
    pub identifiers: Vec<String>,
    /// Consent and chaperone stand.
    pub consent_stands: bool,
    /// The version of items and rules that the verdict came from.
    pub content_version: String,
}

impl Reading {
    /// Whether check-in was closed.
    pub async fn check_in_of(&mut self, visit: VisitId) -> Result<Option<ClosedBy>, Error> {
        let id = Uuid::from(visit);
        let row = sqlx::query_as!(
            Row,
            r#"
            select check_in.closed_at as "at: Stamp", check_in.closed_by as "staff: Uuid", staff.name
            from check_in
            join staff on staff.id = check_in.closed_by
            where check_in.visit = ?
            "#,
            id,
        )
        .fetch_optional(self.conn())
        .await?;
        Ok(row.map(ClosedBy::from))
    }

    /// Whether the time-out was taken.
    pub async fn time_out_of(&mut self, visit: VisitId) -> Result<Option<ClosedBy>, Error> {
        let id = Uuid::from(visit);
        let row = sqlx::query_as!(
            Row,
            r#"
            select time_out.taken_at as "at: Stamp", time_out.taken_by as "staff: Uuid", staff.name
            from time_out
            join staff on staff.id = time_out.taken_by
            where time_out.visit = ?
            "#,
            id,
        )
        .fetch_optional(self.conn())
        .await?;
        Ok(row.map(ClosedBy::from))
    }
}

impl Writing {
    /// Closes check-in.
    ///
    /// # Errors
    /// [`Error::Taken`] when it was closed already.
    pub async fn close_check_in(&mut self, visit: VisitId, patient: PatientId) -> Result<(), Error> {
        let id = Uuid::from(visit);
        let (at, staff) = (Stamp::from(self.now()), Uuid::from(self.who().staff));
        sqlx::query!("insert into check_in (visit, closed_at, closed_by) values (?, ?, ?)", id, at, staff)
            .execute(self.conn())
            .await
            .map_err(|problem| crate::taken(problem, "check-in"))?;
        self.trace(Event::first("check-in.close", format!("visit/{visit}"), &visit).about(patient)).await
    }

    /// Keeps the time-out.
    ///
    /// # Errors
    /// [`Error::Taken`] when it was taken already.
    pub async fn take_time_out(
        &mut self,
        visit: VisitId,
        patient: PatientId,
        taken: &TimeOutTaken,
    ) -> Result<(), Error> {
        let id = Uuid::from(visit);
        let (at, staff) = (Stamp::from(self.now()), Uuid::from(self.who().staff));
        sqlx::query!(
            "insert into time_out (visit, taken_at, taken_by, content_version) values (?, ?, ?, ?)",
            id,
            at,
            staff,
            taken.content_version,
        )
        .execute(self.conn())
        .await
        .map_err(|problem| crate::taken(problem, "time-out"))?;
        self.trace(Event::first("time-out.take", format!("visit/{visit}"), taken).about(patient)).await
    }
}
