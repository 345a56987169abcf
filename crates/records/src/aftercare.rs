//! What a patient was given and how the patient left: sheets as they were printed, and each check in order.

use crate::{Error, Event, Reading, Stamp, Word, Writing};
use clinic::Moment;
use clinic::aftercare::Sheet;
use clinic::departure::{Departure, DepartureCheck};
use clinic::ids::{PatientId, VisitId};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// A sheet that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenSheet {
    /// The sheet as it was printed.
    pub sheet: Sheet,
    /// Its name in the folder for papers.
    pub file: String,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: String,
}

/// What is recorded of a departure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum DepartureNote {
    /// Somebody looked.
    Checked {
        /// What was seen.
        check: DepartureCheck,
    },
    /// The patient went without waiting.
    Left,
}

/// One entry about a departure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DepartureEntry {
    /// What was recorded.
    pub note: DepartureNote,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: String,
}

impl Reading {
    /// The sheets of a visit, in the order in which they were given.
    pub async fn sheets_of(&mut self, visit: VisitId) -> Result<Vec<GivenSheet>, Error> {
        let id = Uuid::from(visit);
        let rows = sqlx::query!(
            r#"
            select sheet.body, sheet.file, sheet.at as "at: Stamp", staff.name
            from aftercare_sheet sheet
            join staff on staff.id = sheet.staff
            where sheet.visit = ?
            order by sheet.place
            "#,
            id,
        )
        .fetch_all(self.conn())
        .await?;
        let damaged = |_| Error::Damaged(format!("aftercare sheet {visit}"));
        rows.into_iter()
            .map(|row| {
                let sheet = serde_json::from_str(&row.body).map_err(damaged)?;
                Ok(GivenSheet { sheet, file: row.file, at: row.at.into(), by: row.name })
            })
            .collect()
    }

    /// Everything that was recorded of a departure, in order.
    pub async fn departure_entries(&mut self, visit: VisitId) -> Result<Vec<DepartureEntry>, Error> {
        let id = Uuid::from(visit);
        let rows = sqlx::query!(
            r#"
            select departure.body, departure.at as "at: Stamp", staff.name
            from departure
            join staff on staff.id = departure.staff
            where departure.visit = ?
            order by departure.place
            "#,
            id,
        )
        .fetch_all(self.conn())
        .await?;
        let damaged = |_| Error::Damaged(format!("departure {visit}"));
        rows.into_iter()
            .map(|row| {
                let note = serde_json::from_str(&row.body).map_err(damaged)?;
                Ok(DepartureEntry { note, at: row.at.into(), by: row.name })
            })
            .collect()
    }

    /// The departure as the rules see it.
    pub async fn departure(&mut self, visit: VisitId) -> Result<Departure, Error> {
        let mut departure = Departure { sheet_given: !self.sheets_of(visit).await?.is_empty(), ..Departure::default() };
        for entry in self.departure_entries(visit).await? {
            match entry.note {
                DepartureNote::Checked { check } => departure.checks.push((entry.at, check)),
                DepartureNote::Left => departure.left = Some(entry.at),
            }
        }
        Ok(departure)
    }
}

impl Writing {
    /// Keeps that this sheet was given, printed as `file`.
    pub async fn give_sheet(
        &mut self,
        visit: VisitId,
        patient: PatientId,
        sheet: &Sheet,
        file: &str,
    ) -> Result<(), Error> {
        let id = Uuid::from(visit);
        let body = serde_json::to_string(sheet).map_err(|problem| Error::Damaged(problem.to_string()))?;
        let sha256 = Sha256::digest(body.as_bytes()).to_vec();
        let (language, act) = (Word(sheet.language), Word(sheet.act));
        let (at, staff) = (Stamp::from(self.now()), Uuid::from(self.who().staff));
        sqlx::query!(
            "
            insert into aftercare_sheet (visit, place, language, version, act, body, sha256, file, at, staff)
            values (
                ?1, (select coalesce(max(place), 0) + 1 from aftercare_sheet where visit = ?1),
                ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9
            )
            ",
            id,
            language,
            sheet.version,
            act,
            body,
            sha256,
            file,
            at,
            staff,
        )
        .execute(self.conn())
        .await?;
        self.trace(Event::first("aftercare.give-sheet", format!("visit/{visit}"), sheet).about(patient)).await
    }

    /// Adds what was seen before the patient left, or that the patient went.
    pub async fn note_departure(
        &mut self,
        visit: VisitId,
        patient: PatientId,
        note: &DepartureNote,
    ) -> Result<(), Error> {
        let id = Uuid::from(visit);
        let body = serde_json::to_string(note).map_err(|problem| Error::Damaged(problem.to_string()))?;
        let (at, staff) = (Stamp::from(self.now()), Uuid::from(self.who().staff));
        sqlx::query!(
            "
            insert into departure (visit, place, body, at, staff)
            values (?1, (select coalesce(max(place), 0) + 1 from departure where visit = ?1), ?2, ?3, ?4)
            ",
            id,
            body,
            at,
            staff,
        )
        .execute(self.conn())
        .await?;
        self.trace(Event::first("departure.note", format!("visit/{visit}"), note).about(patient)).await
    }
}
