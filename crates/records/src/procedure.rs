//! Procedures as a list without names, and the clinic in figures: what somebody may know who opens no chart.

use crate::{Error, Reading, Word};
use clinic::ids::ProcedureId;
use clinic::procedure::{ProcedureKind, ProcedureStatus};
use clinic::visit::VisitStatus;
use serde::Serialize;
use uuid::Uuid;

/// One procedure, without the patient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ProcedureRow {
    /// The procedure.
    pub id: ProcedureId,
    /// What was ordered.
    pub kind: ProcedureKind,
    /// How far it has come, or how it ended.
    pub status: ProcedureStatus,
    /// Day of its visit, `2026-11-22`.
    pub date: String,
    /// Its visit was cancelled, or nobody came; none for nearly every one.
    pub called_off: Option<VisitStatus>,
}

/// The clinic in figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Figures {
    /// People who may sign on.
    pub staff: i32,
    /// Patients registered.
    pub patients: i32,
    /// Procedures ordered.
    pub procedures: i32,
    /// Procedures that have not ended.
    pub open_procedures: i32,
    /// Ended procedures whose note nobody has signed.
    pub unsigned_notes: i32,
    /// Tables that left.
    pub exports: i32,
    /// Entries of the audit trail.
    pub audit_entries: i32,
}

struct Row {
    id: Uuid,
    kind: Word<ProcedureKind>,
    status: Word<ProcedureStatus>,
    date: String,
    visit: Word<VisitStatus>,
}

impl Reading {
    /// Every procedure, the oldest visit first.
    pub async fn procedures(&mut self) -> Result<Vec<ProcedureRow>, Error> {
        let rows = sqlx::query_as!(
            Row,
            r#"
            select
                procedure.id as "id: Uuid",
                procedure.kind as "kind: Word<ProcedureKind>",
                procedure.status as "status: Word<ProcedureStatus>",
                visit.booked_date as date,
                visit.status as "visit: Word<VisitStatus>"
            from procedure
            join visit on visit.id = procedure.visit
            order by visit.booked_date, visit.booked_time, procedure.id
            "#
        )
        .fetch_all(self.conn())
        .await?;
        let view = |row: Row| ProcedureRow {
            id: row.id.into(),
            kind: row.kind.0,
            status: row.status.0,
            date: row.date,
            called_off: Some(row.visit.0).filter(|status| status.is_called_off()),
        };
        Ok(rows.into_iter().map(view).collect())
    }

    /// The clinic in figures.
    pub async fn figures(&mut self) -> Result<Figures, Error> {
        Ok(sqlx::query_as!(
            Figures,
            r#"
            select
                (select count(*) from staff where active = 1) as "staff!: i32",
                (select count(*) from patient) as "patients!: i32",
                (select count(*) from procedure) as "procedures!: i32",
                (
                    select count(*)
                    from procedure
                    join visit on visit.id = procedure.visit
                    where procedure.status in ('planned', 'underway') and visit.status not in ('cancelled', 'no-show')
                ) as "open_procedures!: i32",
                (
                    select count(*)
                    from procedure
                    where status not in ('planned', 'underway', 'entered-in-error')
                        and not exists (
                            select 1
                            from note
                            join note_version on note_version.note = note.id
                            where note.procedure = procedure.id
                        )
                ) as "unsigned_notes!: i32",
                (select count(*) from export) as "exports!: i32",
                (select count(*) from audit) as "audit_entries!: i32"
            "#
        )
        .fetch_one(self.conn())
        .await?)
    }
}
