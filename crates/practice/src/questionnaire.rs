//! NIH-CPSI and IPSS of a patient: the numbers of a sheet typed in, summed, and compared with the sheet before.

use crate::form::{Form, optional};
use crate::patient::PatientView;
use crate::{Deed, Desk, Refusal};
use chrono::NaiveDate;
use clinic::ids::{PatientId, QuestionnaireId};
use clinic::questionnaire::{
    Answers, NotAnAnswer, Questionnaire, QuestionnaireKind, Score, ScoreChange, change, content_version, find, score,
};
use records::questionnaire::{NewQuestionnaire, StoredQuestionnaire};
use serde::{Deserialize, Serialize};

/// The questionnaires of a patient as their room shows them.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct QuestionnaireRoom {
    /// The patient.
    pub patient: PatientView,
    /// Both forms, by topics and ranges.
    pub forms: Vec<Questionnaire>,
    /// Every sheet, by the day on it.
    pub sheets: Vec<Sheet>,
    /// Today in the clinic's calendar.
    pub today: String,
}

/// One sheet.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Sheet {
    /// This sheet.
    pub questionnaire_id: QuestionnaireId,
    /// Which questionnaire.
    pub kind: QuestionnaireKind,
    /// The day on the sheet, `2026-11-22`.
    pub filled_on: String,
    /// Its numbers.
    pub answers: Answers,
    /// What they came to.
    pub score: Score,
    /// What has changed since the sheet before; none when there is none or either has no total.
    pub change: Option<ScoreChange>,
    /// A later entry stands in its place.
    pub replaced: bool,
    /// Why it stands in the place of another.
    pub reason: Option<String>,
    /// When it was typed in.
    pub at: clinic::Moment,
    /// By whom.
    pub by: String,
}

/// One item as typed; empty when it was not answered.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct TypedItem {
    /// Its number on the form.
    pub item: String,
    /// The answer.
    pub value: String,
}

/// The numbers of a sheet.
#[derive(Debug, Clone, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct EnterQuestionnaire {
    /// The patient.
    pub patient_id: PatientId,
    /// Which questionnaire.
    pub kind: QuestionnaireKind,
    /// The day on the sheet, `2026-11-22`.
    pub filled_on: String,
    /// Each item.
    pub items: Vec<TypedItem>,
    /// The sheet that was mistyped.
    pub replaces: Option<QuestionnaireId>,
    /// Why it is typed in again.
    pub reason: Option<String>,
}

/// The questionnaires of a patient.
pub async fn room(desk: &Desk, patient: PatientId) -> Result<QuestionnaireRoom, Refusal> {
    desk.may(Deed::OpenChart)?;
    let mut reading = desk.records.reading().await?;
    let patient = reading.patient_now(patient).await?;
    let view = reading.patient(patient, desk.today()).await?;
    let stored = reading.questionnaires_of(patient).await?;
    Ok(QuestionnaireRoom {
        patient: view.ok_or_else(|| Refusal::not_found("patient"))?,
        forms: QuestionnaireKind::ALL.iter().map(|kind| find(*kind).clone()).collect(),
        sheets: (0..stored.len()).map(|place| sheet(&stored, place)).collect(),
        today: desk.today().to_string(),
    })
}

/// Keeps the numbers of a sheet.
///
/// # Errors
/// Beside each item what it cannot be; beside `filledOn`, `items` and `reason` what is missing.
pub async fn enter(desk: &Desk, request: EnterQuestionnaire) -> Result<QuestionnaireRoom, Refusal> {
    desk.may(Deed::EnterQuestionnaires)?;
    let mut form = Form::default();
    let day = NaiveDate::parse_from_str(request.filled_on.trim(), "%Y-%m-%d");
    let day = form.read("filledOn", day.map_err(|_| "write the day on the sheet"));
    if day.is_some_and(|day| day > desk.today()) {
        form.refuse("filledOn", "this day lies ahead");
    }
    let mut answers = Answers::new();
    for typed in request.items.iter().filter(|typed| !typed.value.trim().is_empty()) {
        let value = typed.value.trim().parse::<u8>().map_err(|_| "write one number");
        if let Some(value) = form.read(&format!("items.{}", typed.item), value) {
            answers.insert(typed.item.clone(), value);
        }
    }
    for (item, value) in &answers {
        let one = Answers::from([(item.clone(), *value)]);
        if let Err(problem @ (NotAnAnswer::NoSuchItem { .. } | NotAnAnswer::OutOfRange { .. })) =
            score(request.kind, &one)
        {
            form.refuse(&format!("items.{item}"), problem);
        }
    }
    if answers.is_empty() && form.is_clean() {
        form.refuse("items", "type in at least one number");
    }
    let reason = optional(request.reason).filter(|_| request.replaces.is_some());
    if request.replaces.is_some() && reason.is_none() {
        form.refuse("reason", "write why the sheet is typed in again");
    }
    let (Some(filled_on), true) = (day, form.is_clean()) else { return Err(form.refusal()) };
    let sum = score(request.kind, &answers).map_err(|problem| Refusal::unexpected(&problem))?;
    let mut writing = desk.writing().await?;
    let patient = writing.patient_now(request.patient_id).await?;
    if let Some(replaces) = request.replaces {
        let known = writing.questionnaires_of(patient).await?;
        let found = known.iter().find(|one| one.id == replaces && one.kind == request.kind);
        if found.ok_or_else(|| Refusal::not_found("questionnaire"))?.replaced {
            return Err(records::Error::Stale("questionnaire").into());
        }
    }
    let sheet = NewQuestionnaire {
        kind: request.kind,
        filled_on,
        answers,
        score: sum,
        content_version: content_version().to_owned(),
        replaces: request.replaces,
        reason,
    };
    writing.keep_questionnaire(patient, &sheet).await?;
    writing.commit().await?;
    room(desk, patient).await
}

/// The sheet at `place`, compared with the last one before it that counts.
fn sheet(stored: &[StoredQuestionnaire], place: usize) -> Sheet {
    let here = &stored[place];
    let before = stored[..place].iter().rev().find(|one| one.kind == here.kind && !one.replaced);
    Sheet {
        questionnaire_id: here.id,
        kind: here.kind,
        filled_on: here.filled_on.to_string(),
        answers: here.answers.clone(),
        score: here.score.clone(),
        change: before.filter(|_| !here.replaced).and_then(|before| change(&before.score, &here.score)),
        replaced: here.replaced,
        reason: here.reason.clone(),
        at: here.at,
        by: here.by.clone(),
    }
}
