//! Answers to the checklist, overrides, and the verdicts as they were last judged. Answers are only ever added.

use crate::visit::VisitState;
use crate::{Error, Event, Reading, Stamp, Word, Writing};
use clinic::Moment;
use clinic::ids::{AnswerId, PatientId, StaffId, VisitId};
use clinic::procedure::Act;
use clinic::screening::{EventDate, Override, OverrideReason, Reply, Said, Standing, Stated, Unit, Verdicts};
use serde::Serialize;
use uuid::Uuid;

/// An answer that stands, with where it was given.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredAnswer {
    /// The answer's id, for the one that puts it right.
    pub id: AnswerId,
    /// The item.
    pub item: String,
    /// The visit at which it was given.
    pub visit: VisitId,
    /// The answer with its hour and its person.
    pub standing: Standing,
    /// What was written beside it.
    pub detail: Option<String>,
}

/// What puts an earlier entry right.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Corrects<Id> {
    /// The entry that was wrong.
    pub id: Id,
    /// Why, where a reason was asked for.
    pub reason: Option<String>,
    /// The second person, where one was asked for.
    pub second_person: Option<StaffId>,
}

/// An answer as it is added.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewAnswer {
    /// The item.
    pub item: String,
    /// The answer.
    pub reply: Reply,
    /// What was written beside it.
    pub detail: Option<String>,
    /// How it came to be given.
    pub stated: Stated,
    /// What it puts right.
    pub corrects: Option<Corrects<AnswerId>>,
}

struct AnswerRow {
    id: Uuid,
    item: String,
    visit: Uuid,
    said: Option<Word<Said>>,
    value: Option<f64>,
    unit: Option<Word<Unit>>,
    dated: Option<Word<EventDate>>,
    detail: Option<String>,
    at: Stamp,
    staff: Uuid,
}

impl TryFrom<AnswerRow> for StoredAnswer {
    type Error = Error;

    fn try_from(row: AnswerRow) -> Result<Self, Error> {
        let reply = match (row.said, row.value, row.unit, row.dated) {
            (Some(Word(_)), None, None, Some(Word(day))) => Reply::Dated(day),
            (Some(Word(said)), None, None, None) => Reply::Said(said),
            (None, Some(value), Some(Word(unit)), None) => Reply::Measured { value, unit },
            _ => return Err(Error::Damaged(format!("answer {}", row.id))),
        };
        let standing = Standing { reply, at: row.at.into(), by: row.staff.into() };
        Ok(Self { id: row.id.into(), item: row.item, visit: row.visit.into(), standing, detail: row.detail })
    }
}

struct OverrideRow {
    rule: String,
    act: Word<Act>,
    reason: Word<OverrideReason>,
    text: Option<String>,
    patient_told: i64,
    at: Stamp,
    staff: Uuid,
}

impl Reading {
    /// The answers that speak to a visit and that nobody has put right, the oldest first, from every visit of its patient
    /// up to `until`. What was entered in error on this patient speaks to no other visit.
    pub async fn answers_of(&mut self, visit: &VisitState, until: Moment) -> Result<Vec<StoredAnswer>, Error> {
        let (id, of_visit) = (Uuid::from(visit.patient_id), Uuid::from(visit.visit_id));
        let until = Stamp::from(until);
        let rows = sqlx::query_as!(
            AnswerRow,
            r#"
            select
                answer.id as "id: Uuid",
                answer.item,
                answer.visit as "visit: Uuid",
                answer.said as "said: Word<Said>",
                answer.value,
                answer.unit as "unit: Word<Unit>",
                answer.dated as "dated: Word<EventDate>",
                answer.detail,
                answer.at as "at: Stamp",
                answer.staff as "staff: Uuid"
            from answer
            join visit on visit.id = answer.visit
            where (answer.patient = ?1 or answer.patient in (select merged from patient_merge where kept = ?1 and undone_at is null))
                and answer.at <= ?2
                and (visit.id = ?3 or visit.status <> 'entered-in-error')
                and not exists (select 1 from answer as later where later.corrects = answer.id)
            order by answer.at, answer.id
            "#,
            id,
            until,
            of_visit,
        )
        .fetch_all(self.conn())
        .await?;
        rows.into_iter().map(StoredAnswer::try_from).collect()
    }

    /// The overrides of a visit.
    pub async fn overrides_of(&mut self, visit: VisitId) -> Result<Vec<Override>, Error> {
        let id = Uuid::from(visit);
        let rows = sqlx::query_as!(
            OverrideRow,
            r#"
            select
                rule,
                act as "act: Word<Act>",
                reason as "reason: Word<OverrideReason>",
                text,
                patient_told,
                at as "at: Stamp",
                staff as "staff: Uuid"
            from rule_override
            where visit = ?
            order by at, id
            "#,
            id,
        )
        .fetch_all(self.conn())
        .await?;
        let overrides = rows.into_iter().map(|row| Override {
            id: row.rule,
            act: row.act.0,
            reason: row.reason.0,
            text: row.text,
            patient_told: row.patient_told != 0,
            by: row.staff.into(),
            at: row.at.into(),
        });
        Ok(overrides.collect())
    }
}

impl Writing {
    /// Adds an answer, given now.
    pub async fn give_answer(
        &mut self,
        visit: VisitId,
        patient: PatientId,
        answer: &NewAnswer,
    ) -> Result<AnswerId, Error> {
        self.give_answer_of(visit, patient, answer, self.now()).await
    }

    /// Adds an answer that was given `then` and is written down now.
    pub async fn give_answer_of(
        &mut self,
        visit: VisitId,
        patient: PatientId,
        answer: &NewAnswer,
        then: Moment,
    ) -> Result<AnswerId, Error> {
        let new: AnswerId = self.id();
        let (id, visit_id, patient_id) = (Uuid::from(new), Uuid::from(visit), Uuid::from(patient));
        let (said, value, unit, dated) = match answer.reply {
            Reply::Said(said) => (Some(Word(said)), None, None, None),
            Reply::Measured { value, unit } => (None, Some(value), Some(Word(unit)), None),
            Reply::Dated(day) => (Some(Word(Said::Yes)), None, None, Some(Word(day))),
        };
        let stated = Word(answer.stated);
        let (at, staff) = (Stamp::from(then), Uuid::from(self.who().staff));
        let version = &clinic::screening::checklist().version;
        let corrects = answer.corrects.as_ref().map(|corrects| Uuid::from(corrects.id));
        let reason = answer.corrects.as_ref().and_then(|corrects| corrects.reason.clone());
        let second = answer.corrects.as_ref().and_then(|corrects| corrects.second_person).map(Uuid::from);
        sqlx::query!(
            "
            insert into answer (
                id, visit, patient, item, said, value, unit, dated, detail, stated, at, staff, content_version,
                corrects, reason, second_person
            )
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ",
            id,
            visit_id,
            patient_id,
            answer.item,
            said,
            value,
            unit,
            dated,
            answer.detail,
            stated,
            at,
            staff,
            version,
            corrects,
            reason,
            second,
        )
        .execute(self.conn())
        .await?;
        let action = if answer.corrects.is_some() { "answer.correct" } else { "answer.give" };
        let event = Event::first(action, format!("answer/{id}"), answer).about(patient);
        self.trace(Event { purpose: reason.as_deref(), ..event }).await?;
        Ok(new)
    }

    /// Adds an override by the person at the desk.
    pub async fn override_rule(&mut self, visit: VisitId, patient: PatientId, what: &Override) -> Result<(), Error> {
        let id: Uuid = self.id();
        let visit_id = Uuid::from(visit);
        let (act, reason) = (Word(what.act), Word(what.reason));
        let (at, staff) = (Stamp::from(what.at), Uuid::from(what.by));
        sqlx::query!(
            "
            insert into rule_override (id, visit, rule, act, reason, text, patient_told, at, staff)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ",
            id,
            visit_id,
            what.id,
            act,
            reason,
            what.text,
            what.patient_told,
            at,
            staff,
        )
        .execute(self.conn())
        .await?;
        let event = Event::first("rule.override", format!("visit/{visit}"), what).about(patient);
        self.trace(event.because(what.reason.as_str())).await
    }

    /// Keeps the verdicts for the day's list. Belongs to the step that changed them and shares its trace.
    pub async fn keep_verdicts(&mut self, visit: VisitId, verdicts: &Verdicts) -> Result<(), Error> {
        let id = Uuid::from(visit);
        let at = Stamp::from(verdicts.at);
        for verdict in &verdicts.acts {
            let (act, word) = (Word(verdict.act), Word(verdict.word));
            let reason = verdict.listed_reason();
            let body = serde_json::to_string(verdict).map_err(|problem| Error::Damaged(problem.to_string()))?;
            sqlx::query!(
                "
                insert into verdict (visit, act, word, reason, body, judged_at) values (?, ?, ?, ?, ?, ?)
                on conflict (visit, act) do update
                set word = excluded.word, reason = excluded.reason, body = excluded.body, judged_at = excluded.judged_at
                ",
                id,
                act,
                word,
                reason,
                body,
                at,
            )
            .execute(self.conn())
            .await?;
        }
        Ok(())
    }
}
