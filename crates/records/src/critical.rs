//! Critical results: opened by a call from the laboratory or by what stood in a report, with every step until both the
//! urologist and the patient know.

use crate::patient::PatientRow;
use crate::visit::VisitState;
use crate::{Error, Event, Reading, Stamp, Word, Writing};
use clinic::Moment;
use clinic::critical::{Critical, CriticalStage, CriticalStep, stage};
use clinic::ids::{CriticalId, PatientId, ResultId, VisitId};
use clinic::patient::{BirthDate, LaboratorySex, Mrn, NamePart};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// A step as it was kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct StoredStep {
    /// What was done.
    pub step: CriticalStep,
    /// When.
    pub at: Moment,
    /// Who wrote it down.
    pub by: String,
}

/// A critical result with everything that was done about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct StoredCritical {
    /// This one.
    pub critical_id: CriticalId,
    /// Of which visit.
    pub visit_id: VisitId,
    /// Whose.
    pub patient: PatientRow,
    /// In custody: the health unit is told.
    pub under_custody: bool,
    /// What was received.
    pub critical: Critical,
    /// When the clinic came to know.
    pub received_at: Moment,
    /// When that was written down.
    pub noted_at: Moment,
    /// Who received it.
    pub by: String,
    /// What was done about it, in order.
    pub steps: Vec<StoredStep>,
}

impl StoredCritical {
    /// What it waits for.
    #[must_use]
    pub fn stage(&self) -> CriticalStage {
        let steps: Vec<CriticalStep> = self.steps.iter().map(|kept| kept.step.clone()).collect();
        stage(&steps)
    }
}

struct Row {
    id: Uuid,
    visit: Uuid,
    patient_id: Uuid,
    family: Word<NamePart>,
    given: Word<NamePart>,
    birth_date: Word<BirthDate>,
    mrn: Word<Mrn>,
    sex: Word<LaboratorySex>,
    under_custody: bool,
    body: String,
    received_at: Stamp,
    noted_at: Stamp,
    name: String,
}

fn read<T: DeserializeOwned>(body: &str) -> Result<T, Error> {
    serde_json::from_str(body).map_err(|problem| Error::Damaged(format!("critical result: {problem}")))
}

fn write(value: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|problem| Error::Damaged(problem.to_string()))
}

/// Critical results with whom they are about, chosen by what follows.
macro_rules! criticals {
    ($which:literal $(, $bound:expr)* $(,)?) => {
        sqlx::query_as!(
            Row,
            r#"
            select
                critical.id as "id: Uuid",
                critical.visit as "visit: Uuid",
                patient.id as "patient_id: Uuid",
                patient.family as "family: Word<NamePart>",
                patient.given as "given: Word<NamePart>",
                patient.birth_date as "birth_date: Word<BirthDate>",
                patient.mrn as "mrn: Word<Mrn>",
                patient.sex as "sex: Word<LaboratorySex>",
                patient.under_custody as "under_custody: bool",
                critical.body,
                critical.received_at as "received_at: Stamp",
                critical.noted_at as "noted_at: Stamp",
                staff.name
            from critical
            join visit on visit.id = critical.visit
            join patient_now on patient_now.id = visit.patient
            join patient on patient.id = patient_now.now
            join staff on staff.id = critical.staff
            "# + $which
            $(, $bound)*
        )
    };
}

impl Reading {
    /// Every critical result that somebody still has to hear of, the oldest first; also of a visit that was recorded on the
    /// wrong patient, for somebody's blood it is.
    pub async fn open_criticals(&mut self) -> Result<Vec<StoredCritical>, Error> {
        let rows = criticals!(
            "
            where not exists (
                select 1 from critical_step
                where critical_step.critical = critical.id and critical_step.ends = 1
            )
            order by critical.received_at, critical.id
            "
        )
        .fetch_all(self.conn())
        .await?;
        self.criticals(rows).await
    }

    /// Every critical result of a patient, the latest first.
    pub async fn criticals_of(&mut self, patient: PatientId) -> Result<Vec<StoredCritical>, Error> {
        let id = Uuid::from(patient);
        let rows = criticals!("where patient.id = ? order by critical.received_at desc, critical.id desc", id)
            .fetch_all(self.conn())
            .await?;
        self.criticals(rows).await
    }

    /// One critical result.
    pub async fn critical(&mut self, critical: CriticalId) -> Result<StoredCritical, Error> {
        let id = Uuid::from(critical);
        let row = criticals!("where critical.id = ?", id).fetch_all(self.conn()).await?;
        self.criticals(row).await?.pop().ok_or(Error::NotFound("critical result"))
    }

    async fn criticals(&mut self, rows: Vec<Row>) -> Result<Vec<StoredCritical>, Error> {
        let mut criticals = Vec::with_capacity(rows.len());
        for row in rows {
            criticals.push(StoredCritical {
                critical_id: row.id.into(),
                visit_id: row.visit.into(),
                patient: PatientRow {
                    patient_id: row.patient_id.into(),
                    family: row.family.0,
                    given: row.given.0,
                    birth_date: row.birth_date.0,
                    mrn: row.mrn.0,
                    sex: row.sex.0,
                },
                under_custody: row.under_custody,
                critical: read(&row.body)?,
                received_at: row.received_at.into(),
                noted_at: row.noted_at.into(),
                by: row.name,
                steps: self.steps_of(row.id).await?,
            });
        }
        Ok(criticals)
    }

    async fn steps_of(&mut self, critical: Uuid) -> Result<Vec<StoredStep>, Error> {
        let rows = sqlx::query!(
            r#"
            select critical_step.body, critical_step.at as "at: Stamp", staff.name
            from critical_step
            join staff on staff.id = critical_step.staff
            where critical_step.critical = ?
            order by critical_step.place
            "#,
            critical,
        )
        .fetch_all(self.conn())
        .await?;
        rows.into_iter().map(|row| Ok(StoredStep { step: read(&row.body)?, at: row.at.into(), by: row.name })).collect()
    }
}

impl Writing {
    /// Opens a critical result that the clinic came to know of at `received`.
    pub async fn open_critical(
        &mut self,
        visit: &VisitState,
        result: Option<ResultId>,
        critical: &Critical,
        received: Moment,
    ) -> Result<CriticalId, Error> {
        let new: CriticalId = self.id();
        let (id, visit_id) = (Uuid::from(new), Uuid::from(visit.visit_id));
        let (body, result) = (write(critical)?, result.map(Uuid::from));
        let (received_at, noted_at) = (Stamp::from(received), Stamp::from(self.now()));
        let staff = Uuid::from(self.who().staff);
        sqlx::query!(
            "
            insert into critical (id, visit, result, body, received_at, noted_at, staff)
            values (?, ?, ?, ?, ?, ?, ?)
            ",
            id,
            visit_id,
            result,
            body,
            received_at,
            noted_at,
            staff,
        )
        .execute(self.conn())
        .await?;
        self.trace(Event::first("critical.open", format!("critical/{new}"), critical).about(visit.patient_id)).await?;
        Ok(new)
    }

    /// Adds what was done about it at `at`.
    pub async fn add_critical_step(
        &mut self,
        known: &StoredCritical,
        step: &CriticalStep,
        at: Moment,
    ) -> Result<(), Error> {
        let id = Uuid::from(known.critical_id);
        let mut steps: Vec<CriticalStep> = known.steps.iter().map(|kept| kept.step.clone()).collect();
        steps.push(step.clone());
        let (body, ends) = (write(step)?, stage(&steps) == CriticalStage::Closed);
        let (at, noted_at) = (Stamp::from(at), Stamp::from(self.now()));
        let staff = Uuid::from(self.who().staff);
        sqlx::query!(
            "
            insert into critical_step (critical, place, body, ends, at, noted_at, staff)
            values (?1, (select coalesce(max(place), 0) + 1 from critical_step where critical = ?1), ?2, ?3, ?4, ?5, ?6)
            ",
            id,
            body,
            ends,
            at,
            noted_at,
            staff,
        )
        .execute(self.conn())
        .await?;
        let object = format!("critical/{}", known.critical_id);
        self.trace(Event::first("critical.step", object, step).about(known.patient.patient_id)).await
    }
}
