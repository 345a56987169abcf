//! Questionnaires of a patient: the numbers of each sheet, and what was made of them on the day.

use crate::{Error, Event, Reading, Stamp, Word, Writing, taken};
use chrono::NaiveDate;
use clinic::Moment;
use clinic::ids::{PatientId, QuestionnaireId};
use clinic::questionnaire::{Answers, QuestionnaireKind, Score};
use serde::Serialize;
use uuid::Uuid;

/// One sheet as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredQuestionnaire {
    /// This sheet.
    pub id: QuestionnaireId,
    /// Which questionnaire.
    pub kind: QuestionnaireKind,
    /// The day on the sheet.
    pub filled_on: NaiveDate,
    /// Its numbers.
    pub answers: Answers,
    /// What they came to on the day.
    pub score: Score,
    /// A later sheet stands in its place.
    pub replaced: bool,
    /// Why it stands in place of an earlier one.
    pub reason: Option<String>,
    /// When it was typed in.
    pub at: Moment,
    /// By whom.
    pub by: String,
}

/// A sheet to be kept.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewQuestionnaire {
    /// Which questionnaire.
    pub kind: QuestionnaireKind,
    /// The day on the sheet.
    pub filled_on: NaiveDate,
    /// Its numbers.
    pub answers: Answers,
    /// What they come to.
    pub score: Score,
    /// The version of items and bands.
    pub content_version: String,
    /// The sheet in whose place it stands.
    pub replaces: Option<QuestionnaireId>,
    /// Why.
    pub reason: Option<String>,
}

impl Reading {
    /// Every sheet of a patient, by the day on it; replaced ones too.
    pub async fn questionnaires_of(&mut self, patient: PatientId) -> Result<Vec<StoredQuestionnaire>, Error> {
        let id = Uuid::from(patient);
        let rows = sqlx::query!(
            r#"
            select
                sheet.id as "id: Uuid",
                sheet.kind as "kind: Word<QuestionnaireKind>",
                sheet.filled_on as "filled_on: Word<NaiveDate>",
                sheet.answers,
                sheet.score,
                sheet.reason,
                sheet.at as "at: Stamp",
                staff.name,
                exists (select 1 from questionnaire later where later.replaces = sheet.id) as "replaced: bool"
            from questionnaire sheet
            join staff on staff.id = sheet.staff
            where sheet.patient = ?1
                or sheet.patient in (select merged from patient_merge where kept = ?1 and undone_at is null)
            order by sheet.filled_on, sheet.at, sheet.id
            "#,
            id,
        )
        .fetch_all(self.conn())
        .await?;
        let sheets = rows.into_iter().map(|row| {
            let damaged = |problem: serde_json::Error| Error::Damaged(format!("questionnaire: {problem}"));
            Ok(StoredQuestionnaire {
                id: row.id.into(),
                kind: row.kind.0,
                filled_on: row.filled_on.0,
                answers: serde_json::from_str(&row.answers).map_err(damaged)?,
                score: serde_json::from_str(&row.score).map_err(damaged)?,
                replaced: row.replaced,
                reason: row.reason,
                at: row.at.into(),
                by: row.name,
            })
        });
        sheets.collect()
    }
}

impl Writing {
    /// Adds a sheet, or one in the place of another.
    ///
    /// # Errors
    /// [`Error::Taken`] when that other one was replaced already.
    pub async fn keep_questionnaire(&mut self, patient: PatientId, sheet: &NewQuestionnaire) -> Result<(), Error> {
        let new: QuestionnaireId = self.id();
        let (id, patient_id) = (Uuid::from(new), Uuid::from(patient));
        let (kind, filled_on) = (Word(sheet.kind), Word(sheet.filled_on));
        let json = |value: serde_json::Result<String>| value.map_err(|problem| Error::Damaged(problem.to_string()));
        let answers = json(serde_json::to_string(&sheet.answers))?;
        let score = json(serde_json::to_string(&sheet.score))?;
        let replaces = sheet.replaces.map(Uuid::from);
        let (at, staff) = (Stamp::from(self.now()), Uuid::from(self.who().staff));
        sqlx::query!(
            "
            insert into questionnaire (
                id, patient, kind, filled_on, answers, score, content_version, replaces, reason, at, staff
            )
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ",
            id,
            patient_id,
            kind,
            filled_on,
            answers,
            score,
            sheet.content_version,
            replaces,
            sheet.reason,
            at,
            staff,
        )
        .execute(self.conn())
        .await
        .map_err(|problem| taken(problem, "questionnaire"))?;
        let event = Event::first("questionnaire.enter", format!("questionnaire/{new}"), sheet).about(patient);
        let event = match sheet.reason.as_deref() {
            Some(reason) => event.because(reason),
            None => event,
        };
        self.trace(event).await
    }
}
