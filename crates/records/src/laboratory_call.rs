//! Telephone calls to the laboratory about one set: who, when, whom they spoke to, and what was said.

use crate::{Error, Event, Reading, Stamp, Writing};
use clinic::Moment;
use clinic::ids::{LaboratoryCallId, PatientId, ProcedureId};
use serde::Serialize;
use uuid::Uuid;

/// One call as it was written down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct LaboratoryCallView {
    /// The call.
    pub call_id: LaboratoryCallId,
    /// When they spoke.
    pub at: Stamp,
    /// Who called.
    pub by: String,
    /// Whom they spoke to.
    pub spoken_to: String,
    /// What was said.
    pub words: String,
}

/// A call as it is written down.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewLaboratoryCall {
    /// The call.
    pub id: LaboratoryCallId,
    /// About which set.
    pub procedure: ProcedureId,
    /// When they spoke.
    pub at: Moment,
    /// Whom they spoke to.
    pub spoken_to: String,
    /// What was said.
    pub words: String,
}

impl Reading {
    /// The calls about a set, in their order.
    pub async fn laboratory_calls_of(&mut self, procedure: ProcedureId) -> Result<Vec<LaboratoryCallView>, Error> {
        let id = Uuid::from(procedure);
        let rows = sqlx::query!(
            r#"
            select
                laboratory_call.id as "id: Uuid",
                laboratory_call.at as "at: Stamp",
                staff.name,
                laboratory_call.spoken_to,
                laboratory_call.words
            from laboratory_call
            join staff on staff.id = laboratory_call.staff
            where laboratory_call.procedure = ?
            order by laboratory_call.at, laboratory_call.id
            "#,
            id,
        )
        .fetch_all(self.conn())
        .await?;
        let view =
            |id: Uuid, at, by, spoken_to, words| LaboratoryCallView { call_id: id.into(), at, by, spoken_to, words };
        Ok(rows.into_iter().map(|row| view(row.id, row.at, row.name, row.spoken_to, row.words)).collect())
    }
}

impl Writing {
    /// Writes a call down.
    pub async fn note_laboratory_call(&mut self, call: &NewLaboratoryCall, patient: PatientId) -> Result<(), Error> {
        let (id, procedure) = (Uuid::from(call.id), Uuid::from(call.procedure));
        let (at, noted_at) = (Stamp::from(call.at), Stamp::from(self.now()));
        let staff = Uuid::from(self.who().staff);
        sqlx::query!(
            "
            insert into laboratory_call (id, procedure, at, noted_at, staff, spoken_to, words)
            values (?, ?, ?, ?, ?, ?, ?)
            ",
            id,
            procedure,
            at,
            noted_at,
            staff,
            call.spoken_to,
            call.words,
        )
        .execute(self.conn())
        .await?;
        self.trace(Event::first("laboratory.call", format!("laboratory-call/{id}"), call).about(patient)).await
    }
}
