//! The chain of custody of a specimen: each line written once, and read in order.

use crate::{Error, Event, Reading, Stamp, Word, Writing};
use clinic::Moment;
use clinic::ids::{PatientId, SpecimenId};
use clinic::specimen::CustodyEvent;
use serde::Serialize;
use uuid::Uuid;

/// What is written into the chain of custody together with a step.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CustodyEntry {
    /// What happened.
    pub event: CustodyEvent,
    /// When.
    pub at: Moment,
    /// Where it went.
    pub place: Option<String>,
    /// Reason, printer, file.
    pub note: Option<String>,
}

impl CustodyEntry {
    /// An entry without place or note.
    #[must_use]
    pub const fn new(event: CustodyEvent, at: Moment) -> Self {
        Self { event, at, place: None, note: None }
    }
}

/// One line of the timeline of a tube.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct CustodyRow {
    /// What happened.
    pub event: CustodyEvent,
    /// In words.
    pub title: String,
    /// When it happened.
    pub at: Stamp,
    /// Who did it.
    pub by: String,
    /// Where it went.
    pub place: Option<String>,
    /// Reason, printer, file.
    pub note: Option<String>,
}

impl Reading {
    /// What happened to a specimen, in order.
    pub async fn custody_of(&mut self, specimen: SpecimenId) -> Result<Vec<CustodyRow>, Error> {
        let id = Uuid::from(specimen);
        let rows = sqlx::query!(
            r#"
            select
                custody.event as "event: Word<CustodyEvent>",
                custody.at as "at: Stamp",
                staff.name,
                custody.place,
                custody.note
            from custody
            join staff on staff.id = custody.staff
            where custody.specimen = ?
            order by custody.seq
            "#,
            id,
        )
        .fetch_all(self.conn())
        .await?;
        let row_of = |event: CustodyEvent, at, by, place, note| CustodyRow {
            event,
            title: event.title().to_owned(),
            at,
            by,
            place,
            note,
        };
        Ok(rows.into_iter().map(|row| row_of(row.event.0, row.at, row.name, row.place, row.note)).collect())
    }
}

impl Writing {
    /// Adds a line to the chain of custody without moving the specimen: a print, an order.
    pub async fn note_custody(
        &mut self,
        specimen: SpecimenId,
        entry: &CustodyEntry,
        patient: PatientId,
    ) -> Result<(), Error> {
        self.add_custody(specimen, entry).await?;
        self.trace(Event::seen("specimen.note", format!("specimen/{specimen}"), entry).about(patient)).await
    }

    pub(crate) async fn add_custody(&mut self, specimen: SpecimenId, entry: &CustodyEntry) -> Result<(), Error> {
        let id = Uuid::from(specimen);
        let (event, at, noted_at) = (Word(entry.event), Stamp::from(entry.at), Stamp::from(self.now()));
        let staff = Uuid::from(self.who().staff);
        sqlx::query!(
            "
            insert into custody (seq, specimen, event, at, noted_at, staff, place, note)
            values ((select coalesce(max(seq), 0) + 1 from custody), ?, ?, ?, ?, ?, ?, ?)
            ",
            id,
            event,
            at,
            noted_at,
            staff,
            entry.place,
            entry.note,
        )
        .execute(self.conn())
        .await?;
        Ok(())
    }
}
