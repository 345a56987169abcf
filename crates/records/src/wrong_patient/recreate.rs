//! Making a visit again for another patient: everything that was recorded of it is copied, and the tubes themselves go
//! over, for a tube exists once. What was sealed (consents, signed notes, results) stays where it was.

use crate::visit::VisitState;
use crate::{Error, Event, Writing};
use clinic::ids::{PatientId, ProcedureId, VisitId};
use clinic::procedure::ProcedureStatus;
use clinic::visit::VisitStatus;
use std::collections::HashMap;
use uuid::Uuid;

/// The ids of both sides, as columns want them.
pub(super) struct Sides {
    pub(super) visit: Uuid,
    procedure: Uuid,
    pub(super) to_visit: Uuid,
    to_procedure: Uuid,
    pub(super) to_patient: Uuid,
}

impl Writing {
    /// Makes `from` again for `patient`, enters it in error where it stands, and gives the new visit.
    pub async fn recreate_visit(&mut self, from: &VisitState, patient: PatientId) -> Result<VisitState, Error> {
        let (visit, procedure): (VisitId, ProcedureId) = (self.id(), self.id());
        let sides = Sides {
            visit: from.visit_id.into(),
            procedure: from.procedure_id.into(),
            to_visit: visit.into(),
            to_procedure: procedure.into(),
            to_patient: patient.into(),
        };
        self.copy_visit(&sides).await?;
        self.copy_answers(&sides).await?;
        self.copy_vitals(&sides).await?;
        self.copy_steps(&sides).await?;
        self.copy_exam(&sides).await?;
        self.move_collection(&sides).await?;
        self.carry_what_followed(&sides).await?;
        let event = Event::first("visit.recreate", format!("visit/{visit}"), &from.visit_id);
        self.trace(event.about(patient)).await?;
        self.move_visit(from, VisitStatus::EnteredInError).await?;
        self.move_procedure(from, ProcedureStatus::EnteredInError).await?;
        self.visit_state(visit).await
    }

    async fn copy_visit(&mut self, sides: &Sides) -> Result<(), Error> {
        sqlx::query!(
            "
            insert into visit (
                id, patient, booked_date, booked_time, status, arrived_at, in_room_at, ended_at, version
            )
            select ?, ?, booked_date, booked_time, status, arrived_at, in_room_at, ended_at, 1
            from visit
            where id = ?
            ",
            sides.to_visit,
            sides.to_patient,
            sides.visit,
        )
        .execute(self.conn())
        .await?;
        sqlx::query!(
            "
            insert into procedure (
                id, visit, kind, indication, evidence, content_version, status, urologist, version
            )
            select ?, ?, kind, indication, evidence, content_version, status, urologist, 1
            from procedure
            where id = ?
            ",
            sides.to_procedure,
            sides.to_visit,
            sides.procedure,
        )
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// A correction names the answer it puts right, so the copies are named by the same steps.
    async fn copy_answers(&mut self, sides: &Sides) -> Result<(), Error> {
        let rows = sqlx::query!(
            r#"select id as "id: Uuid", corrects as "corrects: Uuid" from answer where visit = ? order by at, id"#,
            sides.visit,
        )
        .fetch_all(self.conn())
        .await?;
        let mut copies: HashMap<Uuid, Uuid> = HashMap::new();
        for row in rows {
            let id: Uuid = self.id();
            let corrects = row.corrects.and_then(|wrong| copies.get(&wrong).copied());
            sqlx::query!(
                "
                insert into answer (
                    id, visit, patient, item, said, value, unit, dated, detail, stated, at, staff, content_version,
                    corrects, reason, second_person
                )
                select
                    ?, ?, ?, item, said, value, unit, dated, detail, stated, at, staff, content_version, ?, reason,
                    second_person
                from answer
                where id = ?
                ",
                id,
                sides.to_visit,
                sides.to_patient,
                corrects,
                row.id,
            )
            .execute(self.conn())
            .await?;
            copies.insert(row.id, id);
        }
        Ok(())
    }

    async fn copy_vitals(&mut self, sides: &Sides) -> Result<(), Error> {
        let rows = sqlx::query!(
            r#"select id as "id: Uuid", corrects as "corrects: Uuid" from vital_signs where visit = ? order by at, id"#,
            sides.visit,
        )
        .fetch_all(self.conn())
        .await?;
        let mut copies: HashMap<Uuid, Uuid> = HashMap::new();
        for row in rows {
            let id: Uuid = self.id();
            let corrects = row.corrects.and_then(|wrong| copies.get(&wrong).copied());
            sqlx::query!(
                "
                insert into vital_signs (
                    id, visit, patient, at, staff, temperature, temperature_unit, pulse, systolic, diastolic, breaths,
                    corrects, reason, second_person
                )
                select
                    ?, ?, ?, at, staff, temperature, temperature_unit, pulse, systolic, diastolic, breaths, ?, reason,
                    second_person
                from vital_signs
                where id = ?
                ",
                id,
                sides.to_visit,
                sides.to_patient,
                corrects,
                row.id,
            )
            .execute(self.conn())
            .await?;
            copies.insert(row.id, id);
        }
        Ok(())
    }

    /// The steps of the visit, the overrides and the verdicts as they were kept.
    async fn copy_steps(&mut self, sides: &Sides) -> Result<(), Error> {
        let (visit, to_visit) = (sides.visit, sides.to_visit);
        sqlx::query!(
            "insert into check_in (visit, closed_at, closed_by) select ?, closed_at, closed_by from check_in where visit = ?",
            to_visit,
            visit,
        )
        .execute(self.conn())
        .await?;
        sqlx::query!(
            "
            insert into time_out (visit, taken_at, taken_by, content_version)
            select ?, taken_at, taken_by, content_version from time_out where visit = ?
            ",
            to_visit,
            visit,
        )
        .execute(self.conn())
        .await?;
        sqlx::query!(
            "
            insert into chaperone_stay (visit, place, event, at, staff, body)
            select ?, place, event, at, staff, body from chaperone_stay where visit = ? order by place
            ",
            to_visit,
            visit,
        )
        .execute(self.conn())
        .await?;
        sqlx::query!(
            "
            insert into verdict (visit, act, word, reason, body, judged_at)
            select ?, act, word, reason, body, judged_at from verdict where visit = ?
            ",
            to_visit,
            visit,
        )
        .execute(self.conn())
        .await?;
        let overrides = sqlx::query_scalar!(r#"select id as "id: Uuid" from rule_override where visit = ?"#, visit)
            .fetch_all(self.conn())
            .await?;
        for made in overrides {
            let id: Uuid = self.id();
            sqlx::query!(
                "
                insert into rule_override (id, visit, rule, act, reason, text, patient_told, at, staff)
                select ?, ?, rule, act, reason, text, patient_told, at, staff from rule_override where id = ?
                ",
                id,
                to_visit,
                made,
            )
            .execute(self.conn())
            .await?;
        }
        Ok(())
    }

    async fn copy_exam(&mut self, sides: &Sides) -> Result<(), Error> {
        let (procedure, to_procedure) = (sides.procedure, sides.to_procedure);
        let gates = sqlx::query_scalar!(
            r#"select id as "id: Uuid" from exam_gate where procedure = ? order by at, id"#,
            procedure,
        )
        .fetch_all(self.conn())
        .await?;
        for gate in gates {
            let id: Uuid = self.id();
            sqlx::query!(
                "
                insert into exam_gate (id, procedure, body, at, staff)
                select ?, ?, body, at, staff from exam_gate where id = ?
                ",
                id,
                to_procedure,
                gate,
            )
            .execute(self.conn())
            .await?;
        }
        let exams =
            sqlx::query_scalar!(r#"select id as "id: Uuid" from exam where procedure = ? order by place"#, procedure)
                .fetch_all(self.conn())
                .await?;
        for exam in exams {
            let id: Uuid = self.id();
            sqlx::query!(
                "
                insert into exam (id, procedure, place, body, at, staff)
                select ?, ?, place, body, at, staff from exam where id = ?
                ",
                id,
                to_procedure,
                exam,
            )
            .execute(self.conn())
            .await?;
        }
        sqlx::query!(
            "
            insert into safety_stop (procedure, body, at, staff)
            select ?, body, at, staff from safety_stop where procedure = ?
            ",
            to_procedure,
            procedure,
        )
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// The events are copied; the number and the tubes that carry it go over.
    async fn move_collection(&mut self, sides: &Sides) -> Result<(), Error> {
        let (procedure, to_procedure) = (sides.procedure, sides.to_procedure);
        let planned = sqlx::query!("select number, planned_at, planned from collection where procedure = ?", procedure)
            .fetch_optional(self.conn())
            .await?;
        let Some(planned) = planned else { return Ok(()) };
        sqlx::query!("update collection set number = null, version = version + 1 where procedure = ?", procedure)
            .execute(self.conn())
            .await?;
        sqlx::query!(
            "insert into collection (procedure, number, planned_at, planned, version) values (?, ?, ?, ?, 1)",
            to_procedure,
            planned.number,
            planned.planned_at,
            planned.planned,
        )
        .execute(self.conn())
        .await?;
        sqlx::query!(
            "
            insert into collection_event (procedure, place, at, staff, body, happened_at, because)
            select ?, place, at, staff, body, happened_at, because
            from collection_event
            where procedure = ?
            order by place
            ",
            to_procedure,
            procedure,
        )
        .execute(self.conn())
        .await?;
        sqlx::query!(
            "update specimen set procedure = ?, version = version + 1 where procedure = ?",
            to_procedure,
            procedure,
        )
        .execute(self.conn())
        .await?;
        Ok(())
    }
}
