//! The clinic's own table of symptom codes: rows are added and ended, never changed.

use crate::{Error, Event, Reading, Stamp, Word, Writing};
use chrono::NaiveDate;
use clinic::symptom::{SymptomCode, SymptomSystem, Validity};
use serde::Serialize;
use uuid::Uuid;

/// One row of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct SymptomRow {
    /// The row.
    pub symptom_id: Uuid,
    /// Its code with words and system.
    #[serde(flatten)]
    pub code: SymptomCode,
    /// The first day on which it may be chosen.
    #[specta(type = String)]
    pub from: NaiveDate,
    /// The last day; none while it goes on.
    #[specta(type = Option<String>)]
    pub until: Option<NaiveDate>,
    /// Who added it.
    pub added_by: String,
}

impl SymptomRow {
    /// Its days.
    #[must_use]
    pub const fn validity(&self) -> Validity {
        Validity { from: self.from, until: self.until }
    }
}

impl Reading {
    /// Every row, by code.
    pub async fn symptoms(&mut self) -> Result<Vec<SymptomRow>, Error> {
        let rows = sqlx::query!(
            r#"
            select
                symptom_code.id as "id: Uuid",
                symptom_code.code,
                symptom_code.text,
                symptom_code.system as "system: Word<SymptomSystem>",
                symptom_code.valid_from as "valid_from: Word<NaiveDate>",
                symptom_code.valid_until as "valid_until: Word<NaiveDate>",
                staff.name
            from symptom_code
            join staff on staff.id = symptom_code.added_by
            order by symptom_code.code, symptom_code.valid_from, symptom_code.id
            "#,
        )
        .fetch_all(self.conn())
        .await?;
        let read = rows.into_iter().map(|row| SymptomRow {
            symptom_id: row.id,
            code: SymptomCode { code: row.code, text: row.text, system: row.system.0 },
            from: row.valid_from.0,
            until: row.valid_until.map(|Word(day)| day),
            added_by: row.name,
        });
        Ok(read.collect())
    }
}

impl Writing {
    /// Adds a row.
    pub async fn add_symptom(&mut self, code: &SymptomCode, days: Validity) -> Result<(), Error> {
        let id: Uuid = self.id();
        let system = Word(code.system);
        let (from, until) = (Word(days.from), days.until.map(Word));
        let (at, staff) = (Stamp::from(self.now()), Uuid::from(self.who().staff));
        sqlx::query!(
            "
            insert into symptom_code (id, code, text, system, valid_from, valid_until, added_at, added_by, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, 1)
            ",
            id,
            code.code,
            code.text,
            system,
            from,
            until,
            at,
            staff,
        )
        .execute(self.conn())
        .await?;
        self.trace(Event::first("symptom.add", format!("symptom/{id}"), &(code, days))).await
    }

    /// Ends a row: after `until` it is not offered any more.
    pub async fn end_symptom(&mut self, row: Uuid, until: NaiveDate) -> Result<(), Error> {
        let day = Word(until);
        let version = sqlx::query_scalar!(
            r#"
            update symptom_code
            set valid_until = ?, version = version + 1
            where id = ?
            returning version as "version!"
            "#,
            day,
            row,
        )
        .fetch_optional(self.conn())
        .await?
        .ok_or(Error::NotFound("symptom code"))?;
        self.trace(Event::next("symptom.end", format!("symptom/{row}"), version - 1, &until)).await
    }
}
