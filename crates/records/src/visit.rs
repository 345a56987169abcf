//! Visits and the procedures ordered for them.

use crate::{Error, Event, Reading, Stamp, Word, Writing};
use chrono::{NaiveDate, NaiveTime};
use clinic::Moment;
use clinic::ids::{PatientId, ProcedureId, VisitId};
use clinic::indication::Evidence;
use clinic::procedure::{ProcedureKind, ProcedureStatus};
use clinic::visit::VisitStatus;
use serde::Serialize;
use uuid::Uuid;

/// One visit and its procedure, as a timeline shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct VisitRow {
    /// The visit.
    pub visit_id: VisitId,
    /// The procedure ordered for it.
    pub procedure_id: ProcedureId,
    /// Day in the clinic's calendar, `2026-11-22`.
    pub date: String,
    /// Local time, `09:15`.
    pub time: String,
    /// What was ordered.
    pub kind: ProcedureKind,
    /// Id of the indication.
    pub indication: String,
    /// How far the visit has come.
    pub status: VisitStatus,
    /// How far the procedure has come.
    pub procedure_status: ProcedureStatus,
    /// Which side of a putting right it is, `mistaken` or `right`; none for nearly every visit.
    pub put_right: Option<String>,
    /// What its results wait for, `to-read`, `to-tell` or `closed`; none while none were typed in.
    pub result: Option<String>,
    /// The number it was recorded under, when that chart was merged into this one.
    pub recorded_as: Option<String>,
    /// Who called it off and why, or that the patient came after all; none for nearly every visit.
    pub called_off: Option<String>,
}

/// A visit with its procedure, as it is booked.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewVisit {
    /// The visit's id.
    pub id: VisitId,
    /// The procedure's id.
    pub procedure: ProcedureId,
    /// Whose visit.
    pub patient: PatientId,
    /// Day in the clinic's calendar.
    pub date: NaiveDate,
    /// Local time.
    pub time: NaiveTime,
    /// What is ordered.
    pub kind: ProcedureKind,
    /// Id of the indication.
    pub indication: String,
    /// Its evidence badge as it stands today.
    pub evidence: Evidence,
    /// The version of the list of indications.
    pub content_version: String,
}

/// The states that decide what may come next in a visit, loaded to be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VisitState {
    /// The visit.
    pub visit_id: VisitId,
    /// The procedure.
    pub procedure_id: ProcedureId,
    /// The patient.
    pub patient_id: PatientId,
    /// What was ordered.
    pub kind: ProcedureKind,
    /// How far the visit has come.
    pub status: VisitStatus,
    /// How far the procedure has come.
    pub procedure_status: ProcedureStatus,
    /// The version of the visit that was read.
    pub version: i64,
    /// The version of the procedure that was read.
    pub procedure_version: i64,
    /// When the patient came.
    pub arrived_at: Option<Stamp>,
}

impl Reading {
    /// Every visit of a patient, the latest first.
    pub async fn visits_of(&mut self, patient: PatientId) -> Result<Vec<VisitRow>, Error> {
        let id = Uuid::from(patient);
        Ok(sqlx::query_as!(
            VisitRow,
            r#"
            select
                visit.id as "visit_id: Uuid",
                procedure.id as "procedure_id: Uuid",
                visit.booked_date as date,
                visit.booked_time as time,
                procedure.kind as "kind: Word<ProcedureKind>",
                procedure.indication,
                visit.status as "status: Word<VisitStatus>",
                procedure.status as "procedure_status: Word<ProcedureStatus>",
                case
                    when exists (select 1 from wrong_patient where wrong_patient.visit = visit.id) then 'mistaken'
                    when exists (select 1 from wrong_patient where wrong_patient.to_visit = visit.id) then 'right'
                end as "put_right: String",
                (
                    select case
                        when exists (
                            select 1 from result_telling
                            where result_telling.result = result.id and result_telling.ends = 1
                        ) then 'closed'
                        when exists (
                            select 1 from result_acknowledgement where result_acknowledgement.result = result.id
                        ) then 'to-tell'
                        else 'to-read'
                    end
                    from result
                    where result.procedure = procedure.id
                    order by result.version desc
                    limit 1
                ) as "result: String",
                (select mrn from patient where patient.id = visit.patient and patient.id <> ?1) as "recorded_as: String",
                (
                    select
                        case
                            when called_off.what = 'cancelled' and visit.status = 'cancelled'
                                then 'by the ' || called_off.by_whom || ': ' || called_off.reason
                            when called_off.what = 'came-after-all' then 'came after all'
                        end
                    from called_off
                    where called_off.visit = visit.id
                    order by called_off.place desc
                    limit 1
                ) as "called_off: String"
            from visit
            join procedure on procedure.visit = visit.id
            where visit.patient = ?1
                or visit.patient in (select merged from patient_merge where kept = ?1 and undone_at is null)
            order by visit.booked_date desc, visit.booked_time desc
            "#,
            id,
        )
        .fetch_all(self.conn())
        .await?)
    }

    /// The states of one visit.
    pub async fn visit_state(&mut self, visit: VisitId) -> Result<VisitState, Error> {
        let id = Uuid::from(visit);
        sqlx::query_as!(
            VisitState,
            r#"
            select
                visit.id as "visit_id: Uuid",
                procedure.id as "procedure_id: Uuid",
                patient_now.now as "patient_id!: Uuid",
                procedure.kind as "kind: Word<ProcedureKind>",
                visit.status as "status: Word<VisitStatus>",
                procedure.status as "procedure_status: Word<ProcedureStatus>",
                visit.version,
                procedure.version as procedure_version,
                visit.arrived_at as "arrived_at: Stamp"
            from visit
            join patient_now on patient_now.id = visit.patient
            join procedure on procedure.visit = visit.id
            where visit.id = ?
            "#,
            id,
        )
        .fetch_optional(self.conn())
        .await?
        .ok_or(Error::NotFound("visit"))
    }

    /// The states of the visit that a procedure belongs to.
    pub async fn visit_of_procedure(&mut self, procedure: ProcedureId) -> Result<VisitState, Error> {
        let id = Uuid::from(procedure);
        let visit = sqlx::query_scalar!(r#"select visit as "visit: Uuid" from procedure where id = ?"#, id)
            .fetch_optional(self.conn())
            .await?
            .ok_or(Error::NotFound("procedure"))?;
        self.visit_state(visit.into()).await
    }
}

impl Writing {
    /// Books a visit for one procedure.
    pub async fn book_visit(&mut self, visit: &NewVisit) -> Result<(), Error> {
        let id = Uuid::from(visit.id);
        let patient = Uuid::from(visit.patient);
        let date = visit.date.to_string();
        let time = visit.time.format("%H:%M").to_string();
        let status = Word(VisitStatus::Booked);
        sqlx::query!(
            "
            insert into visit (id, patient, booked_date, booked_time, status, version)
            values (?, ?, ?, ?, ?, 1)
            ",
            id,
            patient,
            date,
            time,
            status,
        )
        .execute(self.conn())
        .await?;
        let procedure = Uuid::from(visit.procedure);
        let (kind, evidence, planned) = (Word(visit.kind), Word(visit.evidence), Word(ProcedureStatus::Planned));
        sqlx::query!(
            "
            insert into procedure (id, visit, kind, indication, evidence, content_version, status, version)
            values (?, ?, ?, ?, ?, ?, ?, 1)
            ",
            procedure,
            id,
            kind,
            visit.indication,
            evidence,
            visit.content_version,
            planned,
        )
        .execute(self.conn())
        .await?;
        self.trace(Event::first("visit.book", format!("visit/{id}"), visit).about(visit.patient)).await
    }

    /// Moves a visit on. The hour of arrival, of entering the room and of the end are kept once each.
    ///
    /// # Errors
    /// [`Error::Stale`] when the visit is no longer in the version that was read.
    pub async fn move_visit(&mut self, from: &VisitState, to: VisitStatus) -> Result<(), Error> {
        let id = Uuid::from(from.visit_id);
        let status = Word(to);
        let now = Stamp::from(self.now());
        let arrived = (to == VisitStatus::Arrived).then_some(now);
        let in_room = (to == VisitStatus::InRoom).then_some(now);
        // A cancelled visit has ended too: what was agreed to for it runs out with it.
        let over = matches!(to, VisitStatus::Done | VisitStatus::LeftEarly | VisitStatus::Cancelled);
        let ended = over.then_some(now);
        let moved = sqlx::query!(
            "
            update visit
            set
                status = ?,
                arrived_at = coalesce(arrived_at, ?),
                in_room_at = coalesce(in_room_at, ?),
                ended_at = coalesce(ended_at, ?),
                version = version + 1
            where id = ? and version = ?
            ",
            status,
            arrived,
            in_room,
            ended,
            id,
            from.version,
        )
        .execute(self.conn())
        .await?
        .rows_affected();
        if moved == 0 {
            return Err(Error::Stale("visit"));
        }
        self.trace(Event::next("visit.move", format!("visit/{id}"), from.version, &to).about(from.patient_id)).await
    }

    /// The patient had come `then`, as is written down only now: into the room, unless the visit has ended. A visit that
    /// was cancelled on the screen and took place all the same has not ended.
    ///
    /// # Errors
    /// [`Error::Stale`] when the visit is no longer in the version that was read.
    pub async fn came_before(&mut self, from: &VisitState, then: Moment) -> Result<(), Error> {
        let id = Uuid::from(from.visit_id);
        let (status, at) = (Word(VisitStatus::InRoom), Stamp::from(then));
        let moved = sqlx::query!(
            "
            update visit
            set
                status = ?,
                arrived_at = coalesce(arrived_at, ?),
                in_room_at = coalesce(in_room_at, ?),
                ended_at = null,
                version = version + 1
            where id = ? and version = ?
            ",
            status,
            at,
            at,
            id,
            from.version,
        )
        .execute(self.conn())
        .await?
        .rows_affected();
        if moved == 0 {
            return Err(Error::Stale("visit"));
        }
        self.trace(Event::next("visit.came-before", format!("visit/{id}"), from.version, &then).about(from.patient_id))
            .await
    }

    /// Moves a procedure on; the urologist of the time-out stays its urologist.
    ///
    /// # Errors
    /// [`Error::Stale`] when the procedure is no longer in the version that was read.
    pub async fn move_procedure(&mut self, from: &VisitState, to: ProcedureStatus) -> Result<(), Error> {
        let id = Uuid::from(from.procedure_id);
        let status = Word(to);
        let urologist = (to == ProcedureStatus::Underway).then(|| Uuid::from(self.who().staff));
        let moved = sqlx::query!(
            "
            update procedure
            set status = ?, urologist = coalesce(urologist, ?), version = version + 1
            where id = ? and version = ?
            ",
            status,
            urologist,
            id,
            from.procedure_version,
        )
        .execute(self.conn())
        .await?
        .rows_affected();
        if moved == 0 {
            return Err(Error::Stale("procedure"));
        }
        let object = format!("procedure/{id}");
        self.trace(Event::next("procedure.move", object, from.procedure_version, &to).about(from.patient_id)).await
    }
}
