//! Calls that the clinic owes: opened by what was recorded, kept with every attempt, and open until one ends them.

use crate::patient::PatientRow;
use crate::visit::VisitState;
use crate::{Error, Event, Reading, Stamp, Word, Writing};
use clinic::Moment;
use clinic::follow_up::{CallAttempt, CallReason, is_over};
use clinic::ids::{PatientId, VisitId};
use clinic::patient::{BirthDate, LaboratorySex, Mrn, NamePart, YesNoUnknown};
use clinic::procedure::ProcedureKind;
use clinic::visit::VisitStatus;
use serde::Serialize;
use uuid::Uuid;

/// One call as a list shows it.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct CallRow {
    /// After which visit.
    pub visit_id: VisitId,
    /// Who is called.
    pub patient: PatientRow,
    /// The number on the chart.
    pub phone: Option<String>,
    /// The number or the way that the patient confirmed before leaving.
    pub reach: Option<String>,
    /// Whether a voicemail may be left.
    pub may_leave_message: YesNoUnknown,
    /// In custody: the health unit is called.
    pub under_custody: bool,
    /// What was done.
    pub kind: ProcedureKind,
    /// How the visit ended.
    pub visit_status: VisitStatus,
    /// Why the clinic calls.
    pub reason: CallReason,
    /// From when its hours are counted.
    pub since: Moment,
    /// How often somebody has tried.
    pub attempts: u32,
    /// An attempt has ended it.
    pub over: bool,
}

/// One attempt as it was kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct StoredAttempt {
    /// What came of it.
    pub attempt: CallAttempt,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: String,
}

struct Row {
    visit_id: Uuid,
    patient_id: Uuid,
    family: Word<NamePart>,
    given: Word<NamePart>,
    birth_date: Word<BirthDate>,
    mrn: Word<Mrn>,
    sex: Word<LaboratorySex>,
    phone: Option<String>,
    reach: Option<String>,
    may_leave_message: Word<YesNoUnknown>,
    under_custody: bool,
    kind: Word<ProcedureKind>,
    visit_status: Word<VisitStatus>,
    reason: Word<CallReason>,
    since: Stamp,
    attempts: i64,
    over: bool,
}

impl From<Row> for CallRow {
    fn from(row: Row) -> Self {
        Self {
            visit_id: row.visit_id.into(),
            patient: PatientRow {
                patient_id: row.patient_id.into(),
                family: row.family.0,
                given: row.given.0,
                birth_date: row.birth_date.0,
                mrn: row.mrn.0,
                sex: row.sex.0,
            },
            phone: row.phone,
            reach: row.reach,
            may_leave_message: row.may_leave_message.0,
            under_custody: row.under_custody,
            kind: row.kind.0,
            visit_status: row.visit_status.0,
            reason: row.reason.0,
            since: row.since.into(),
            attempts: u32::try_from(row.attempts).unwrap_or(u32::MAX),
            over: row.over,
        }
    }
}

/// Calls with whom they are for, chosen by what follows.
macro_rules! calls {
    ($which:literal $(, $bound:expr)* $(,)?) => {
        sqlx::query_as!(
            Row,
            r#"
            select
                follow_up_call.visit as "visit_id: Uuid",
                patient.id as "patient_id: Uuid",
                patient.family as "family: Word<NamePart>",
                patient.given as "given: Word<NamePart>",
                patient.birth_date as "birth_date: Word<BirthDate>",
                patient.mrn as "mrn: Word<Mrn>",
                patient.sex as "sex: Word<LaboratorySex>",
                patient.phone,
                (
                    select body ->> '$.check.reach' from departure
                    where departure.visit = visit.id and body ->> '$.check.reach' is not null
                    order by place desc
                    limit 1
                ) as "reach: String",
                coalesce(patient.may_leave, iif(patient.may_leave_message = 1, 'yes', 'unknown'))
                    as "may_leave_message!: Word<YesNoUnknown>",
                patient.under_custody as "under_custody!: bool",
                procedure.kind as "kind: Word<ProcedureKind>",
                visit.status as "visit_status: Word<VisitStatus>",
                follow_up_call.reason as "reason: Word<CallReason>",
                follow_up_call.since as "since: Stamp",
                (select count(*) from call_attempt where call_attempt.visit = visit.id) as "attempts!: i64",
                exists (
                    select 1 from call_attempt
                    where call_attempt.visit = visit.id and call_attempt.ends = 1
                ) as "over!: bool"
            from follow_up_call
            join visit on visit.id = follow_up_call.visit
            join procedure on procedure.visit = visit.id
            join patient_now on patient_now.id = follow_up_call.patient
            join patient on patient.id = patient_now.now
            "# + $which
            $(, $bound)*
        )
    };
}

impl Reading {
    /// Every call that is still owed, the oldest first.
    pub async fn open_calls(&mut self) -> Result<Vec<CallRow>, Error> {
        let rows = calls!(
            "
            where not exists (
                select 1 from call_attempt
                where call_attempt.visit = follow_up_call.visit and call_attempt.ends = 1
            )
                and visit.status <> 'entered-in-error'
            order by follow_up_call.since
            ",
        )
        .fetch_all(self.conn())
        .await?;
        Ok(rows.into_iter().map(CallRow::from).collect())
    }

    /// The call after one visit; none when none is owed.
    pub async fn call_of(&mut self, visit: VisitId) -> Result<Option<CallRow>, Error> {
        let id = Uuid::from(visit);
        let row = calls!("where follow_up_call.visit = ?", id).fetch_optional(self.conn()).await?;
        Ok(row.map(CallRow::from))
    }

    /// Since when each call is counted that is still owed; enough to say which are overdue.
    pub async fn owed_since(&mut self) -> Result<Vec<Moment>, Error> {
        let rows = sqlx::query_scalar!(
            r#"
            select follow_up_call.since as "since: Stamp"
            from follow_up_call
            join visit on visit.id = follow_up_call.visit
            where not exists (
                select 1 from call_attempt
                where call_attempt.visit = follow_up_call.visit and call_attempt.ends = 1
            )
                and visit.status <> 'entered-in-error'
            "#
        )
        .fetch_all(self.conn())
        .await?;
        Ok(rows.into_iter().map(Moment::from).collect())
    }

    /// Every attempt at the call after one visit, in order.
    pub async fn attempts_of(&mut self, visit: VisitId) -> Result<Vec<StoredAttempt>, Error> {
        let id = Uuid::from(visit);
        let rows = sqlx::query!(
            r#"
            select call_attempt.body, call_attempt.at as "at: Stamp", staff.name
            from call_attempt
            join staff on staff.id = call_attempt.staff
            where call_attempt.visit = ?
            order by call_attempt.place
            "#,
            id,
        )
        .fetch_all(self.conn())
        .await?;
        let damaged = |_| Error::Damaged(format!("call {visit}"));
        rows.into_iter()
            .map(|row| {
                let attempt = serde_json::from_str(&row.body).map_err(damaged)?;
                Ok(StoredAttempt { attempt, at: row.at.into(), by: row.name })
            })
            .collect()
    }
}

impl Writing {
    /// A call is owed from `since` on. Owed already, it stays as it is.
    pub async fn open_call(&mut self, visit: &VisitState, reason: CallReason, since: Moment) -> Result<(), Error> {
        let (id, patient) = (Uuid::from(visit.visit_id), Uuid::from(visit.patient_id));
        let (word, from, at) = (Word(reason), Stamp::from(since), Stamp::from(self.now()));
        let staff = Uuid::from(self.who().staff);
        let opened = sqlx::query!(
            "
            insert into follow_up_call (visit, patient, reason, since, opened_at, staff)
            select ?1, ?2, ?3, ?4, ?5, ?6
            where not exists (select 1 from follow_up_call where visit = ?1)
            ",
            id,
            patient,
            word,
            from,
            at,
            staff,
        )
        .execute(self.conn())
        .await?
        .rows_affected();
        if opened == 0 {
            return Ok(());
        }
        let event = Event::first("follow-up.open", format!("visit/{}", visit.visit_id), &reason);
        self.trace(event.about(visit.patient_id)).await
    }

    /// Adds an attempt; one that ends the call is marked so.
    pub async fn add_attempt(
        &mut self,
        visit: VisitId,
        patient: PatientId,
        attempt: &CallAttempt,
    ) -> Result<(), Error> {
        let id = Uuid::from(visit);
        let body = serde_json::to_string(attempt).map_err(|problem| Error::Damaged(problem.to_string()))?;
        let ends = is_over(std::slice::from_ref(attempt));
        let (at, staff) = (Stamp::from(self.now()), Uuid::from(self.who().staff));
        sqlx::query!(
            "
            insert into call_attempt (visit, place, body, ends, at, staff)
            values (?1, (select coalesce(max(place), 0) + 1 from call_attempt where visit = ?1), ?2, ?3, ?4, ?5)
            ",
            id,
            body,
            ends,
            at,
            staff,
        )
        .execute(self.conn())
        .await?;
        self.trace(Event::first("follow-up.attempt", format!("visit/{visit}"), attempt).about(patient)).await
    }
}
