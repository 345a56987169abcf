//! Visits that were recorded on the wrong patient: what became of them, and the tubes that carry the wrong name meanwhile.

mod carry;
mod quarantine;
mod recreate;

use crate::laboratory_call::LaboratoryCallView;
use crate::order::OrderChangeView;
use crate::patient::PatientRow;
use crate::specimen::SpecimenRecord;
use crate::visit::VisitState;
use crate::{Error, Event, Reading, Stamp, Word, Writing};
use clinic::accession::Accession;
use clinic::catalogue;
use clinic::ids::{ProcedureId, SpecimenId, StaffId, VisitId, WrongPatientId};
use clinic::order::{OrderChangeKind, OrderStatus};
use clinic::specimen::{SpecimenRole, SpecimenStatus};
use clinic::wrong_patient::{LateStatement, OpenStep, Progress, StatementAnswer};
use serde::Serialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// One of the two visits.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct SideView {
    /// The visit.
    pub visit_id: VisitId,
    /// Its procedure.
    pub procedure_id: ProcedureId,
    /// Whose.
    pub patient: PatientRow,
}

/// A tube that carried the wrong name.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct QuarantinedTube {
    /// The specimen.
    pub specimen_id: SpecimenId,
    /// Which glass.
    pub role: SpecimenRole,
    /// Its number.
    pub accession: Option<Accession>,
    /// Where it stands.
    pub status: SpecimenStatus,
    /// It cannot be had a second time, and may be relabelled.
    pub may_relabel: bool,
    /// When it became somebody's again, or was thrown away.
    pub released_at: Option<Stamp>,
}

/// What the right patient said afterwards.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct StatementView {
    /// The answer.
    pub answer: StatementAnswer,
    /// The statement as it was read.
    pub text: String,
    /// Who heard it.
    pub witness: Option<String>,
    /// Who recorded it.
    pub by: String,
    /// When.
    pub at: Stamp,
    /// SHA-256 of the whole, in lower-case hexadecimal.
    pub sha256: String,
}

/// One visit on the wrong patient, and how far its putting right has come.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct WrongPatientView {
    /// This putting right.
    pub wrong_patient_id: WrongPatientId,
    /// The visit that was entered in error.
    pub mistaken: SideView,
    /// The visit it was made again as.
    pub right: SideView,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Stamp,
    /// Who put it right.
    pub by: String,
    /// Who confirmed it; none where one person works alone.
    pub second: Option<String>,
    /// An order had gone out in the wrong name.
    pub order_sent: bool,
    /// What the laboratory was told of that order.
    pub changes: Vec<OrderChangeView>,
    /// Calls to the laboratory.
    pub calls: Vec<LaboratoryCallView>,
    /// What the right patient said.
    pub statement: Option<StatementView>,
    /// The tubes that carried the wrong name.
    pub tubes: Vec<QuarantinedTube>,
    /// What is still to be done.
    pub open: Vec<OpenStep>,
    /// The same in words.
    pub open_words: Vec<String>,
}

/// A putting right as it begins.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewWrongPatient {
    /// This putting right.
    pub id: WrongPatientId,
    /// Why.
    pub reason: String,
    /// Who confirmed it.
    pub second_person: Option<StaffId>,
    /// An order had gone out in the wrong name.
    pub order_sent: bool,
}

struct Row {
    id: Uuid,
    visit: Uuid,
    to_visit: Uuid,
    reason: String,
    at: Stamp,
    by: String,
    second: Option<String>,
    order_sent: bool,
}

impl Reading {
    /// The putting right that a visit is a side of; none for nearly every visit.
    pub async fn wrong_patient_of(&mut self, visit: VisitId) -> Result<Option<WrongPatientView>, Error> {
        let id = Uuid::from(visit);
        let row = sqlx::query_as!(
            Row,
            r#"
            select
                wrong_patient.id as "id: Uuid",
                wrong_patient.visit as "visit: Uuid",
                wrong_patient.to_visit as "to_visit: Uuid",
                wrong_patient.reason,
                wrong_patient.at as "at: Stamp",
                staff.name as by,
                second.name as "second?",
                wrong_patient.order_sent as "order_sent: bool"
            from wrong_patient
            join staff on staff.id = wrong_patient.staff
            left join staff as second on second.id = wrong_patient.second_person
            where wrong_patient.visit = ?1 or wrong_patient.to_visit = ?1
            order by wrong_patient.at desc
            limit 1
            "#,
            id,
        )
        .fetch_optional(self.conn())
        .await?;
        match row {
            Some(row) => self.wrong_patient_view(row).await.map(Some),
            None => Ok(None),
        }
    }

    /// One putting right.
    pub async fn wrong_patient(&mut self, wrong_patient: WrongPatientId) -> Result<WrongPatientView, Error> {
        let id = Uuid::from(wrong_patient);
        let visit = sqlx::query_scalar!(r#"select to_visit as "visit: Uuid" from wrong_patient where id = ?"#, id)
            .fetch_optional(self.conn())
            .await?
            .ok_or(Error::NotFound("putting right"))?;
        self.wrong_patient_of(visit.into()).await?.ok_or(Error::NotFound("putting right"))
    }

    /// Every putting right that is still open, as the visit it was made again as, the oldest first.
    pub async fn wrong_patients_open(&mut self) -> Result<Vec<WrongPatientView>, Error> {
        let ids = sqlx::query_scalar!(r#"select to_visit as "visit: Uuid" from wrong_patient order by at"#)
            .fetch_all(self.conn())
            .await?;
        let mut open = Vec::new();
        for visit in ids {
            open.extend(self.wrong_patient_of(visit.into()).await?.filter(|view| !view.open.is_empty()));
        }
        Ok(open)
    }

    async fn wrong_patient_view(&mut self, row: Row) -> Result<WrongPatientView, Error> {
        let id = WrongPatientId::from(row.id);
        let (mistaken, right) = (self.side(row.visit.into()).await?, self.side(row.to_visit.into()).await?);
        let changes = self.order_changes_of(mistaken.procedure_id).await?;
        let calls = self.laboratory_calls_of(mistaken.procedure_id).await?;
        let statement = self.statement_of(id).await?;
        let tubes = self.tubes_of(id, right.procedure_id).await?;
        let open = Progress {
            order_sent: row.order_sent,
            cancelled: changes.iter().any(cancelled),
            called: !calls.is_empty(),
            stated: statement.is_some(),
            quarantined: tubes.iter().filter(|tube| tube.released_at.is_none()).count(),
        }
        .open();
        Ok(WrongPatientView {
            wrong_patient_id: id,
            mistaken,
            right,
            reason: row.reason,
            at: row.at,
            by: row.by,
            second: row.second,
            order_sent: row.order_sent,
            changes,
            calls,
            statement,
            tubes,
            open_words: open.iter().map(|step| step.words().to_owned()).collect(),
            open,
        })
    }

    async fn side(&mut self, visit: VisitId) -> Result<SideView, Error> {
        let state = self.visit_state(visit).await?;
        let patient = self.patient_row(state.patient_id).await?.ok_or(Error::NotFound("patient"))?;
        Ok(SideView { visit_id: visit, procedure_id: state.procedure_id, patient })
    }

    async fn statement_of(&mut self, wrong_patient: WrongPatientId) -> Result<Option<StatementView>, Error> {
        let id = Uuid::from(wrong_patient);
        let row =
            sqlx::query!(r#"select form, sha256, at as "at: Stamp" from late_statement where wrong_patient = ?"#, id)
                .fetch_optional(self.conn())
                .await?;
        let Some(row) = row else { return Ok(None) };
        let kept: LateStatement =
            serde_json::from_str(&row.form).map_err(|problem| Error::Damaged(format!("late statement: {problem}")))?;
        if crate::audit::hex(&Sha256::digest(row.form.as_bytes())) != row.sha256 {
            return Err(Error::Damaged(format!("the late statement {id}")));
        }
        Ok(Some(StatementView {
            answer: kept.answer,
            text: kept.text,
            witness: kept.witness,
            by: kept.recorded_by,
            at: row.at,
            sha256: row.sha256,
        }))
    }

    async fn tubes_of(
        &mut self,
        wrong_patient: WrongPatientId,
        procedure: ProcedureId,
    ) -> Result<Vec<QuarantinedTube>, Error> {
        let id = Uuid::from(wrong_patient);
        let rows = sqlx::query!(
            r#"
            select specimen as "specimen: Uuid", released_at as "released_at: Stamp"
            from quarantine
            where wrong_patient = ?
            "#,
            id,
        )
        .fetch_all(self.conn())
        .await?;
        let view = |record: SpecimenRecord| {
            let held = rows.iter().find(|row| SpecimenId::from(row.specimen) == record.id)?;
            Some(QuarantinedTube {
                specimen_id: record.id,
                role: record.role,
                accession: record.accession,
                status: record.specimen.status(),
                may_relabel: catalogue::entry(record.role).irretrievable.is_some(),
                released_at: held.released_at,
            })
        };
        Ok(self.specimens_of(procedure).await?.into_iter().filter_map(view).collect())
    }
}

fn cancelled(change: &OrderChangeView) -> bool {
    change.kind == OrderChangeKind::Cancel && change.status == OrderStatus::Written
}

impl Writing {
    /// Begins the putting right: `from` was recorded on the wrong patient, and `to` is the same visit made again.
    pub async fn begin_wrong_patient(
        &mut self,
        new: &NewWrongPatient,
        from: &VisitState,
        to: &VisitState,
    ) -> Result<(), Error> {
        let id = Uuid::from(new.id);
        let (visit, procedure, patient) =
            (Uuid::from(from.visit_id), Uuid::from(from.procedure_id), Uuid::from(from.patient_id));
        let (to_visit, to_procedure, to_patient) =
            (Uuid::from(to.visit_id), Uuid::from(to.procedure_id), Uuid::from(to.patient_id));
        let (at, staff) = (Stamp::from(self.now()), Uuid::from(self.who().staff));
        let second = new.second_person.map(Uuid::from);
        sqlx::query!(
            "
            insert into wrong_patient (
                id, visit, procedure, patient, to_visit, to_procedure, to_patient, reason, at, staff, second_person,
                order_sent
            )
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ",
            id,
            visit,
            procedure,
            patient,
            to_visit,
            to_procedure,
            to_patient,
            new.reason,
            at,
            staff,
            second,
            new.order_sent,
        )
        .execute(self.conn())
        .await?;
        // Both charts are touched, so both are told of in the trail.
        let object = format!("wrong-patient/{id}");
        self.trace(
            Event::first("wrong-patient.begin", object.clone(), new).about(from.patient_id).because(&new.reason),
        )
        .await?;
        self.trace(Event::seen("wrong-patient.receive", object, new).about(to.patient_id).because(&new.reason)).await
    }

    /// Keeps what the right patient said.
    ///
    /// # Errors
    /// [`Error::Taken`] when it was said before.
    pub async fn keep_late_statement(
        &mut self,
        wrong_patient: WrongPatientId,
        statement: &LateStatement,
    ) -> Result<(), Error> {
        let id = Uuid::from(wrong_patient);
        let form = serde_json::to_string(statement).map_err(|problem| Error::Damaged(problem.to_string()))?;
        let sha256 = crate::audit::hex(&Sha256::digest(form.as_bytes()));
        let (answer, at, staff) = (Word(statement.answer), Stamp::from(self.now()), Uuid::from(self.who().staff));
        sqlx::query!(
            "
            insert into late_statement (wrong_patient, form, sha256, answer, at, staff) values (?, ?, ?, ?, ?, ?)
            ",
            id,
            form,
            sha256,
            answer,
            at,
            staff,
        )
        .execute(self.conn())
        .await
        .map_err(|problem| crate::taken(problem, "statement"))?;
        let event = Event::first("wrong-patient.state", format!("wrong-patient/{id}"), statement);
        self.trace(event.about(statement.identity.patient)).await
    }
}
