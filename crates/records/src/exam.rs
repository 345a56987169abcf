//! Examinations: the five answers of the gate, the findings, and the stop when a rule ended the procedure.

use crate::{Error, Event, Reading, Stamp, Writing};
use clinic::Moment;
use clinic::exam::{Findings, Gate};
use clinic::ids::{ExamId, PatientId, ProcedureId};
use clinic::screening::Verdict;
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// Findings with when they were stated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct StoredFindings {
    /// This version of the examination.
    pub exam_id: ExamId,
    /// What was found.
    pub findings: Findings,
    /// When it was stated.
    pub at: Moment,
    /// Who stated it.
    pub by: String,
}

/// A safety stop: what fired, when, and who stood there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct SafetyStop {
    /// The verdict that ended it.
    pub verdict: Verdict,
    /// When.
    pub at: Moment,
    /// Who.
    pub by: String,
}

struct FindingsRow {
    id: Uuid,
    body: String,
    at: Stamp,
    name: String,
}

struct StopRow {
    body: String,
    at: Stamp,
    name: String,
}

fn read<T: DeserializeOwned>(body: &str, what: &str) -> Result<T, Error> {
    serde_json::from_str(body).map_err(|problem| Error::Damaged(format!("{what}: {problem}")))
}

fn write(value: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|problem| Error::Damaged(problem.to_string()))
}

impl Reading {
    /// The five answers of the gate as they were last felt.
    pub async fn gate_of(&mut self, procedure: ProcedureId) -> Result<Option<Gate>, Error> {
        let id = Uuid::from(procedure);
        let body = sqlx::query_scalar!(
            "select body from exam_gate where procedure = ? order by at desc, id desc limit 1",
            id,
        )
        .fetch_optional(self.conn())
        .await?;
        body.map(|body| read(&body, "gate")).transpose()
    }

    /// The latest findings of a procedure.
    pub async fn findings_of(&mut self, procedure: ProcedureId) -> Result<Option<StoredFindings>, Error> {
        let id = Uuid::from(procedure);
        let row = sqlx::query_as!(
            FindingsRow,
            r#"
            select exam.id as "id: Uuid", exam.body, exam.at as "at: Stamp", staff.name
            from exam
            join staff on staff.id = exam.staff
            where exam.procedure = ?
            order by exam.place desc
            limit 1
            "#,
            id,
        )
        .fetch_optional(self.conn())
        .await?;
        row.map(FindingsRow::stored).transpose()
    }

    /// The last findings of a patient from a visit before this procedure's, to compare with.
    pub async fn earlier_findings(
        &mut self,
        patient: PatientId,
        procedure: ProcedureId,
    ) -> Result<Option<StoredFindings>, Error> {
        let (patient, procedure) = (Uuid::from(patient), Uuid::from(procedure));
        let row = sqlx::query_as!(
            FindingsRow,
            r#"
            select exam.id as "id: Uuid", exam.body, exam.at as "at: Stamp", staff.name
            from exam
            join staff on staff.id = exam.staff
            join procedure on procedure.id = exam.procedure
            join visit on visit.id = procedure.visit
            where (
                    visit.patient = ?1
                    or visit.patient in (select merged from patient_merge where kept = ?1 and undone_at is null)
                )
                and exam.procedure <> ?2
                and procedure.status <> 'entered-in-error'
                and not exists (
                    select 1 from exam as here
                    where here.procedure = ?2 and here.at < exam.at
                )
            order by exam.at desc
            limit 1
            "#,
            patient,
            procedure,
        )
        .fetch_optional(self.conn())
        .await?;
        row.map(FindingsRow::stored).transpose()
    }

    /// The safety stop of a procedure, if a rule ended it.
    pub async fn safety_stop_of(&mut self, procedure: ProcedureId) -> Result<Option<SafetyStop>, Error> {
        let id = Uuid::from(procedure);
        let row = sqlx::query_as!(
            StopRow,
            r#"
            select safety_stop.body, safety_stop.at as "at: Stamp", staff.name
            from safety_stop
            join staff on staff.id = safety_stop.staff
            where safety_stop.procedure = ?
            "#,
            id,
        )
        .fetch_optional(self.conn())
        .await?;
        let stop = row.map(|row| {
            let verdict = read(&row.body, "safety stop")?;
            Ok(SafetyStop { verdict, at: row.at.into(), by: row.name })
        });
        stop.transpose()
    }
}

impl FindingsRow {
    fn stored(self) -> Result<StoredFindings, Error> {
        let findings = read(&self.body, "findings")?;
        Ok(StoredFindings { exam_id: self.id.into(), findings, at: self.at.into(), by: self.name })
    }
}

impl Writing {
    /// Adds the five answers of the gate.
    pub async fn feel_gate(&mut self, procedure: ProcedureId, patient: PatientId, gate: &Gate) -> Result<(), Error> {
        let id: Uuid = self.id();
        let procedure_id = Uuid::from(procedure);
        let body = write(gate)?;
        let (at, staff) = (Stamp::from(gate.at), Uuid::from(self.who().staff));
        sqlx::query!(
            "insert into exam_gate (id, procedure, body, at, staff) values (?, ?, ?, ?, ?)",
            id,
            procedure_id,
            body,
            at,
            staff,
        )
        .execute(self.conn())
        .await?;
        self.trace(Event::first("exam.gate", format!("procedure/{procedure}"), gate).about(patient)).await
    }

    /// Adds a version of the findings, stated now.
    pub async fn state_findings(
        &mut self,
        procedure: ProcedureId,
        patient: PatientId,
        findings: &Findings,
    ) -> Result<(), Error> {
        self.state_findings_of(procedure, patient, findings, self.now()).await
    }

    /// Adds a version of findings that were made `then` and are written down now.
    pub async fn state_findings_of(
        &mut self,
        procedure: ProcedureId,
        patient: PatientId,
        findings: &Findings,
        then: Moment,
    ) -> Result<(), Error> {
        let new: ExamId = self.id();
        let (id, procedure_id) = (Uuid::from(new), Uuid::from(procedure));
        let known = sqlx::query_scalar!("select count(*) from exam where procedure = ?", procedure_id)
            .fetch_one(self.conn())
            .await?;
        let place = known + 1;
        let body = write(findings)?;
        let (at, staff) = (Stamp::from(then), Uuid::from(self.who().staff));
        sqlx::query!(
            "insert into exam (id, procedure, place, body, at, staff) values (?, ?, ?, ?, ?, ?)",
            id,
            procedure_id,
            place,
            body,
            at,
            staff,
        )
        .execute(self.conn())
        .await?;
        let object = format!("exam/{procedure}");
        let event = if known == 0 {
            Event::first("exam.state", object, findings)
        } else {
            Event::next("exam.state", object, known, findings)
        };
        self.trace(event.about(patient)).await
    }

    /// Keeps why a rule ended the procedure.
    pub async fn stop_for_safety(
        &mut self,
        procedure: ProcedureId,
        patient: PatientId,
        verdict: &Verdict,
    ) -> Result<(), Error> {
        let id = Uuid::from(procedure);
        let body = write(verdict)?;
        let (at, staff) = (Stamp::from(self.now()), Uuid::from(self.who().staff));
        sqlx::query!("insert into safety_stop (procedure, body, at, staff) values (?, ?, ?, ?)", id, body, at, staff)
            .execute(self.conn())
            .await
            .map_err(|problem| crate::taken(problem, "safety stop"))?;
        self.trace(Event::first("exam.stop-for-safety", format!("procedure/{procedure}"), verdict).about(patient)).await
    }
}
