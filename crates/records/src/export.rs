//! Exports: the rows that a month's table is made of, and the ledger of the tables that left.

mod overrides;

pub use overrides::ExportOverride;

use crate::{Error, Event, Reading, Stamp, Word, Writing};
use clinic::export::ExportContents;
use clinic::ids::{ExportId, ProcedureId, StaffId};
use clinic::patient::{BirthDate, LaboratorySex, Mrn, NamePart};
use clinic::procedure::{ProcedureKind, ProcedureStatus};
use clinic::specimen::{NotObtainedReason, SpecimenRole, SpecimenStatus};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// One procedure, with whose it is. What of it goes into a table is decided by who makes it.
#[derive(Debug, Clone)]
pub struct ExportProcedure {
    /// The procedure.
    pub procedure_id: ProcedureId,
    /// Day of the visit, `2026-11-22`.
    pub date: String,
    /// The patient's number.
    pub mrn: Mrn,
    /// Family name.
    pub family: NamePart,
    /// Given names.
    pub given: NamePart,
    /// Birth date.
    pub birth_date: BirthDate,
    /// Sex for the laboratory.
    pub sex: LaboratorySex,
    /// What was ordered.
    pub kind: ProcedureKind,
    /// Id of its indication.
    pub indication: String,
    /// How it stands.
    pub status: ProcedureStatus,
    /// Who examined; none before the time-out.
    pub urologist: Option<String>,
    /// A note was signed.
    pub signed: bool,
    /// The planned glasses, in their order.
    pub glasses: Vec<ExportGlass>,
}

/// One glass of a procedure.
#[derive(Debug, Clone)]
pub struct ExportGlass {
    /// Which.
    pub role: SpecimenRole,
    /// How it stands.
    pub status: SpecimenStatus,
    /// Why there is none.
    pub reason: Option<NotObtainedReason>,
    /// Its number.
    pub accession: Option<String>,
}

/// One export, as it is written down before its file gets its name.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NewExport {
    /// Its id.
    pub id: ExportId,
    /// Which table.
    pub contents: ExportContents,
    /// The month of the procedures, `2026-11`.
    pub month: String,
    /// With names, numbers and dates.
    pub identified: bool,
    /// The urologist who allowed that.
    pub confirmed_by: Option<StaffId>,
    /// What it is for, in words.
    pub purpose: String,
    /// Names of its columns.
    pub fields: Vec<String>,
    /// How many rows, without the heading.
    pub rows: u32,
    /// The path of its file.
    pub target: String,
    /// SHA-256 of the file.
    pub sha256: Vec<u8>,
}

/// One export, as the ledger lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ExportView {
    /// The export.
    pub export_id: ExportId,
    /// Which table.
    pub contents: ExportContents,
    /// When.
    pub at: Stamp,
    /// By whom.
    pub by: String,
    /// Who allowed identities.
    pub confirmed_by: Option<String>,
    /// The month of the procedures.
    pub month: String,
    /// With names, numbers and dates.
    pub identified: bool,
    /// What for.
    pub purpose: String,
    /// Names of its columns.
    pub fields: Vec<String>,
    /// How many rows.
    pub rows: i32,
    /// The path of its file.
    pub target: String,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
}

struct ProcedureRow {
    procedure_id: Uuid,
    date: String,
    mrn: Word<Mrn>,
    family: Word<NamePart>,
    given: Word<NamePart>,
    birth_date: Word<BirthDate>,
    sex: Word<LaboratorySex>,
    kind: Word<ProcedureKind>,
    indication: String,
    status: Word<ProcedureStatus>,
    urologist: Option<String>,
    signed: bool,
}

struct GlassRow {
    role: Word<SpecimenRole>,
    status: Word<SpecimenStatus>,
    reason: Option<String>,
    accession: Option<String>,
}

struct LedgerRow {
    id: Uuid,
    contents: Word<ExportContents>,
    at: Stamp,
    by: String,
    confirmed_by: Option<String>,
    month: String,
    identified: bool,
    purpose: String,
    fields: String,
    row_count: i64,
    target: String,
    sha256: Vec<u8>,
}

impl Reading {
    /// The procedures of the visits of `month` (`2026-11`), in their order. Those entered in error are left out.
    pub async fn procedures_of_month(&mut self, month: &str) -> Result<Vec<ExportProcedure>, Error> {
        let rows = sqlx::query_as!(
            ProcedureRow,
            r#"
            select
                procedure.id as "procedure_id: Uuid",
                visit.booked_date as date,
                patient.mrn as "mrn: Word<Mrn>",
                patient.family as "family: Word<NamePart>",
                patient.given as "given: Word<NamePart>",
                patient.birth_date as "birth_date: Word<BirthDate>",
                patient.sex as "sex: Word<LaboratorySex>",
                procedure.kind as "kind: Word<ProcedureKind>",
                procedure.indication,
                procedure.status as "status: Word<ProcedureStatus>",
                staff.name as "urologist?",
                exists (
                    select 1
                    from note
                    join note_version on note_version.note = note.id
                    where note.procedure = procedure.id
                ) as "signed!: bool"
            from visit
            join procedure on procedure.visit = visit.id
            join patient_now on patient_now.id = visit.patient
            join patient on patient.id = patient_now.now
            left join staff on staff.id = procedure.urologist
            where substr(visit.booked_date, 1, 7) = ?
                and visit.status in ('in-room', 'done', 'left-early')
                and procedure.status <> 'entered-in-error'
            order by visit.booked_date, visit.booked_time, procedure.id
            "#,
            month,
        )
        .fetch_all(self.conn())
        .await?;
        let mut procedures = Vec::with_capacity(rows.len());
        for row in rows {
            procedures.push(ExportProcedure {
                glasses: self.export_glasses(row.procedure_id).await?,
                procedure_id: row.procedure_id.into(),
                date: row.date,
                mrn: row.mrn.0,
                family: row.family.0,
                given: row.given.0,
                birth_date: row.birth_date.0,
                sex: row.sex.0,
                kind: row.kind.0,
                indication: row.indication,
                status: row.status.0,
                urologist: row.urologist,
                signed: row.signed,
            });
        }
        Ok(procedures)
    }

    async fn export_glasses(&mut self, procedure: Uuid) -> Result<Vec<ExportGlass>, Error> {
        let rows = sqlx::query_as!(
            GlassRow,
            r#"
            select
                role as "role: Word<SpecimenRole>",
                status as "status: Word<SpecimenStatus>",
                reason,
                accession
            from specimen
            where procedure = ?
            order by position
            "#,
            procedure,
        )
        .fetch_all(self.conn())
        .await?;
        let glass = |row: GlassRow| ExportGlass {
            role: row.role.0,
            status: row.status.0,
            // A tube that was thrown away has a reason of its own, which no table carries.
            reason: row.reason.and_then(|reason| reason.parse().ok()),
            accession: row.accession,
        };
        Ok(rows.into_iter().map(glass).collect())
    }

    /// Every export, the newest first.
    pub async fn exports(&mut self) -> Result<Vec<ExportView>, Error> {
        let rows = sqlx::query_as!(
            LedgerRow,
            r#"
            select
                export.id as "id: Uuid",
                export.contents as "contents: Word<ExportContents>",
                export.at as "at: Stamp",
                maker.name as by,
                confirmer.name as "confirmed_by?",
                export.month,
                export.identified as "identified: bool",
                export.purpose,
                export.fields,
                export.row_count,
                export.target,
                export.sha256
            from export
            join staff as maker on maker.id = export.staff
            left join staff as confirmer on confirmer.id = export.confirmed_by
            order by export.at desc, export.id desc
            "#
        )
        .fetch_all(self.conn())
        .await?;
        let view = |row: LedgerRow| ExportView {
            export_id: row.id.into(),
            contents: row.contents.0,
            at: row.at,
            by: row.by,
            confirmed_by: row.confirmed_by,
            month: row.month,
            identified: row.identified,
            purpose: row.purpose,
            fields: row.fields.split(' ').map(str::to_owned).collect(),
            rows: i32::try_from(row.row_count).unwrap_or(i32::MAX),
            target: row.target,
            sha256: crate::audit::hex(&row.sha256),
        };
        Ok(rows.into_iter().map(view).collect())
    }
}

impl Writing {
    /// Writes an export into the ledger.
    pub async fn keep_export(&mut self, export: &NewExport) -> Result<(), Error> {
        let id = Uuid::from(export.id);
        let (at, staff) = (Stamp::from(self.now()), Uuid::from(self.who().staff));
        let contents = Word(export.contents);
        let confirmed_by = export.confirmed_by.map(Uuid::from);
        let fields = export.fields.join(" ");
        sqlx::query!(
            "
            insert into export (
                id, contents, at, staff, confirmed_by, month, identified, purpose, fields, row_count, target, sha256
            )
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ",
            id,
            contents,
            at,
            staff,
            confirmed_by,
            export.month,
            export.identified,
            export.purpose,
            fields,
            export.rows,
            export.target,
            export.sha256,
        )
        .execute(self.conn())
        .await?;
        let action = match export.contents {
            ExportContents::Procedures => "export.procedures",
            ExportContents::Overrides => "export.overrides",
        };
        let event = Event::first(action, format!("export/{id}"), export);
        self.trace(event.because(&export.purpose)).await
    }
}
