//! The day's list: one row for each procedure, with everything that decides what comes next.

use crate::patient::PatientRow;
use crate::{Error, Reading, Word};
use chrono::NaiveDate;
use clinic::ids::{ProcedureId, VisitId};
use clinic::patient::{BirthDate, LaboratorySex, Mrn, NamePart};
use clinic::procedure::{ProcedureKind, ProcedureStatus};
use clinic::visit::{NextAct, Progress, VisitStatus, next_act};
use serde::Serialize;
use uuid::Uuid;

/// One procedure of the day.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TodayRow {
    /// The visit.
    pub visit_id: VisitId,
    /// The procedure.
    pub procedure_id: ProcedureId,
    /// Local time, `09:15`.
    pub time: String,
    /// Who is expected.
    pub patient: PatientRow,
    /// What is ordered.
    pub kind: ProcedureKind,
    /// Id of the indication.
    pub indication: String,
    /// How far the visit has come.
    pub status: VisitStatus,
    /// How far the procedure has come.
    pub procedure_status: ProcedureStatus,
    /// What to do next.
    pub next_act: NextAct,
    /// Another patient of the day has the same family name.
    pub same_name: bool,
    /// One light for each act that the procedure asks of the patient.
    pub lights: Vec<Light>,
    /// The last temperature, pulse and blood pressure with their hour, in one line.
    pub vitals: Option<String>,
    /// The word of the consent's state.
    pub consent: Option<String>,
    /// The glasses of the set, in their order.
    pub glasses: Vec<GlassView>,
}

/// The verdict on one act, as it was last judged.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Light {
    /// Word of the act.
    pub act: String,
    /// Word of the verdict.
    pub verdict: String,
    /// The first reason, in words; "see chart" where it is nobody's business in a list.
    pub reason: Option<String>,
}

/// One glass of a set.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct GlassView {
    /// Word of its role.
    pub role: String,
    /// Word of its state.
    pub state: String,
}

/// Work that somebody must still finish.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct OpenLoop {
    /// Which kind.
    pub kind: String,
    /// How many.
    pub count: u32,
    /// In words.
    pub words: String,
}

/// The list of one day.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TodayView {
    /// The day, `2026-11-22`.
    pub date: String,
    /// In the order of their times.
    pub rows: Vec<TodayRow>,
    /// What is open in the clinic, from any day.
    pub open_loops: Vec<OpenLoop>,
}

struct Row {
    visit_id: Uuid,
    procedure_id: Uuid,
    time: String,
    patient_id: Uuid,
    family: Word<NamePart>,
    given: Word<NamePart>,
    birth_date: Word<BirthDate>,
    mrn: Word<Mrn>,
    sex: Word<LaboratorySex>,
    kind: Word<ProcedureKind>,
    indication: String,
    status: Word<VisitStatus>,
    procedure_status: Word<ProcedureStatus>,
}

impl Row {
    fn progress(&self) -> Progress {
        Progress {
            visit: self.status.0,
            procedure: self.procedure_status.0,
            checked_in: false,
            consented: false,
            examined: false,
            collected: false,
            open_labels: 0,
            has_specimens: false,
            ordered: false,
            signed: false,
        }
    }
}

impl Reading {
    /// The list of `day`.
    pub async fn today(&mut self, day: NaiveDate) -> Result<TodayView, Error> {
        let date = day.to_string();
        let rows = sqlx::query_as!(
            Row,
            r#"
            select
                visit.id as "visit_id: Uuid",
                procedure.id as "procedure_id: Uuid",
                visit.booked_time as time,
                patient.id as "patient_id: Uuid",
                patient.family as "family: Word<NamePart>",
                patient.given as "given: Word<NamePart>",
                patient.birth_date as "birth_date: Word<BirthDate>",
                patient.mrn as "mrn: Word<Mrn>",
                patient.sex as "sex: Word<LaboratorySex>",
                procedure.kind as "kind: Word<ProcedureKind>",
                procedure.indication,
                visit.status as "status: Word<VisitStatus>",
                procedure.status as "procedure_status: Word<ProcedureStatus>"
            from visit
            join patient on patient.id = visit.patient
            join procedure on procedure.visit = visit.id
            where visit.booked_date = ?
            order by visit.booked_time, visit.id
            "#,
            date,
        )
        .fetch_all(self.conn())
        .await?;
        let families: Vec<(Uuid, String)> =
            rows.iter().map(|row| (row.patient_id, row.family.0.as_str().to_lowercase())).collect();
        let rows = rows
            .into_iter()
            .zip(&families)
            .map(|(row, (patient, family))| TodayRow {
                next_act: next_act(row.progress()),
                same_name: families.iter().any(|(other, name)| other != patient && name == family),
                visit_id: row.visit_id.into(),
                procedure_id: row.procedure_id.into(),
                time: row.time,
                patient: PatientRow {
                    patient_id: row.patient_id.into(),
                    family: row.family.0,
                    given: row.given.0,
                    birth_date: row.birth_date.0,
                    mrn: row.mrn.0,
                    sex: row.sex.0,
                },
                kind: row.kind.0,
                indication: row.indication,
                status: row.status.0,
                procedure_status: row.procedure_status.0,
                lights: Vec::new(),
                vitals: None,
                consent: None,
                glasses: Vec::new(),
            })
            .collect();
        Ok(TodayView { date, rows, open_loops: Vec::new() })
    }
}
