//! What was seen of the chaperone in the room, in order; beside the sealed consent and never in it.

use crate::{Error, Event, Reading, Stamp, Word, Writing};
use clinic::Moment;
use clinic::consent::chaperone::{Chaperone, Stay, StayEvent};
use clinic::ids::{PatientId, VisitId};
use serde::Serialize;
use uuid::Uuid;

/// One entry about the chaperone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StayEntry {
    /// What was seen.
    pub event: StayEvent,
    /// When.
    pub at: Moment,
    /// For a rebooking: what was offered and answered.
    pub chaperone: Option<Chaperone>,
}

impl Reading {
    /// Everything that was recorded of the chaperone of a visit, in order.
    pub async fn chaperone_entries(&mut self, visit: VisitId) -> Result<Vec<StayEntry>, Error> {
        let id = Uuid::from(visit);
        let rows = sqlx::query!(
            r#"
            select event as "event: Word<StayEvent>", at as "at: Stamp", body
            from chaperone_stay
            where visit = ?
            order by place
            "#,
            id,
        )
        .fetch_all(self.conn())
        .await?;
        let read = |body: String| serde_json::from_str(&body).map_err(|_| Error::Damaged(format!("chaperone {visit}")));
        let entry = |event: Word<StayEvent>, at: Stamp, body: Option<String>| {
            Ok(StayEntry { event: event.0, at: at.into(), chaperone: body.map(read).transpose()? })
        };
        rows.into_iter().map(|row| entry(row.event, row.at, row.body)).collect()
    }

    /// When the chaperone of a visit came and left.
    pub async fn chaperone_stay(&mut self, visit: VisitId) -> Result<Stay, Error> {
        let entries = self.chaperone_entries(visit).await?;
        Ok(Stay::told(entries.into_iter().map(|entry| (entry.event, entry.at))))
    }
}

impl Writing {
    /// Adds what was seen of the chaperone.
    pub async fn note_chaperone(&mut self, visit: VisitId, patient: PatientId, entry: &StayEntry) -> Result<(), Error> {
        let id = Uuid::from(visit);
        let (event, at, staff) = (Word(entry.event), Stamp::from(entry.at), Uuid::from(self.who().staff));
        let body = entry.chaperone.as_ref().map(serde_json::to_string).transpose();
        let body = body.map_err(|problem| Error::Damaged(problem.to_string()))?;
        sqlx::query!(
            "
            insert into chaperone_stay (visit, place, event, at, staff, body)
            values (?1, (select coalesce(max(place), 0) + 1 from chaperone_stay where visit = ?1), ?2, ?3, ?4, ?5)
            ",
            id,
            event,
            at,
            staff,
            body,
        )
        .execute(self.conn())
        .await?;
        self.trace(Event::seen("chaperone.note", format!("visit/{visit}"), entry).about(patient)).await
    }
}
