//! Telling the patient a result: what was said and by whom, or the attempts that reached nobody and the letter.

use crate::document::{pdf, put_down};
use crate::form::{Form, sentence};
use crate::letterhead::letterhead;
use crate::result::{self, ResultRoom, must_be_latest};
use crate::{Deed, Desk, Refusal};
use clinic::Moment;
use clinic::ids::{ResultId, VisitId};
use clinic::patient::YesNoUnknown;
use clinic::result::ReportIdentifier;
use clinic::telling::{LetterKind, Reachable, Telling, TellingRefusal, ToldBy, may_add};
use paperwork::patient_letter::{LetterPaper, set_letter};
use records::patient::PatientView;
use serde::Deserialize;

/// What came of an attempt, as typed. Nothing is answered until a person answers.
#[derive(Debug, Clone, Deserialize, specta::Type)]
#[serde(tag = "what", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum TypedTelling {
    /// The patient knows.
    Told {
        /// How.
        by: Option<ToldBy>,
        /// What the patient said on the telephone and was right.
        identifiers: Vec<ReportIdentifier>,
        /// Whom the health unit put on the line.
        to: Option<String>,
        /// What was said.
        said: String,
        /// What was agreed.
        plan: Option<String>,
    },
    /// Nobody was reached.
    NotReached {
        /// A voicemail was left.
        message_left: Option<bool>,
        /// In words.
        note: Option<String>,
    },
    /// A letter is written.
    Letter {
        /// What it says.
        kind: Option<LetterKind>,
        /// What is written into it.
        said: Option<String>,
    },
}

/// One attempt to tell a result.
#[derive(Debug, Clone, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TellResult {
    /// The version that was on the screen.
    pub result_id: ResultId,
    /// What came of it.
    pub telling: TypedTelling,
}

/// Keeps an attempt to tell the patient the latest results.
///
/// # Errors
/// Beside each question without an answer; `not-read` before the urologist has said what follows; `stale` when there is a
/// later version.
pub async fn tell(desk: &Desk, request: TellResult) -> Result<ResultRoom, Refusal> {
    desk.may(Deed::FollowUp)?;
    let mut reading = desk.records.reading().await?;
    let known = must_be_latest(&mut reading, request.result_id).await?;
    let state = reading.visit_of_procedure(known.procedure).await?;
    if reading.acknowledged(request.result_id).await?.is_none() {
        let words = "The urologist has not read this version and said what follows; the patient is told after that.";
        return Err(Refusal::new("not-read", words));
    }
    let patient = patient(desk, &mut reading, state.patient_id).await?;
    let before = reading.tellings_of(request.result_id).await?;
    let hours: Vec<Moment> = before.iter().map(|kept| kept.at).collect();
    let before: Vec<Telling> = before.into_iter().map(|kept| kept.telling).collect();
    drop(reading);
    let telling = read(request.telling)?;
    may_add(&before, &telling, reachable(&patient))?;
    let telling = written(desk, telling, &patient, state.visit_id, &hours).await?;
    let mut writing = desk.writing().await?;
    if writing.tellings_of(request.result_id).await?.len() != before.len() {
        return Err(records::Error::Stale("result").into());
    }
    writing.add_telling(request.result_id, state.patient_id, &telling).await?;
    writing.use_draft("telling", &known.procedure.to_string()).await?;
    writing.commit().await?;
    result::room(desk, known.procedure).await
}

pub(crate) async fn patient(
    desk: &Desk,
    reading: &mut records::Reading,
    patient: clinic::ids::PatientId,
) -> Result<PatientView, Refusal> {
    reading.patient(patient, desk.today()).await?.ok_or_else(|| Refusal::not_found("patient"))
}

pub(crate) fn reachable(patient: &PatientView) -> Reachable {
    Reachable {
        under_custody: patient.details.under_custody,
        may_leave_message: patient.details.may_leave_message == YesNoUnknown::Yes,
    }
}

/// Reads what was typed; a letter has no paper yet.
pub(crate) fn read(typed: TypedTelling) -> Result<Telling, Refusal> {
    const LONGEST: usize = 1_000;
    let mut form = Form::default();
    let telling = match typed {
        TypedTelling::Told { by, identifiers, to, said, plan } => {
            let by = form.read("by", by.ok_or("say how the patient was told"));
            let said = form.line("said", Some(said), LONGEST).unwrap_or_default();
            let (to, plan) = (form.line("to", to, 120), form.line("plan", plan, LONGEST));
            by.map(|by| Telling::Told { by, identifiers, to, said, plan })
        }
        TypedTelling::NotReached { message_left, note } => {
            let left = form.read("messageLeft", message_left.ok_or("say whether a message was left"));
            let note = form.line("note", note, LONGEST);
            left.map(|message_left| Telling::NotReached { message_left, note })
        }
        TypedTelling::Letter { kind, said } => {
            let kind = form.read("kind", kind.ok_or("say what the letter does"));
            let said = form.line("said", said, 3_000).filter(|_| kind == Some(LetterKind::TellsTheResult));
            kind.map(|kind| Telling::Letter { kind, said, file: String::new(), addressed: false })
        }
    };
    match telling {
        Some(telling) if form.is_clean() => Ok(telling),
        _ => Err(form.refusal()),
    }
}

/// A letter is put on paper before anything says that there is one; every other attempt stays as it is.
pub(crate) async fn written(
    desk: &Desk,
    telling: Telling,
    patient: &PatientView,
    visit: VisitId,
    tried: &[Moment],
) -> Result<Telling, Refusal> {
    let Telling::Letter { kind, said, .. } = telling else { return Ok(telling) };
    let mut reading = desk.records.reading().await?;
    let row = patient.visits.iter().find(|row| row.visit_id == visit);
    let day = row.and_then(|row| row.date.parse::<chrono::NaiveDate>().ok()).unwrap_or_else(|| desk.today());
    let mut days: Vec<String> = tried.iter().map(|at| at.local().format("%-d %b %Y").to_string()).collect();
    days.dedup();
    let address = patient.post_address.as_deref().unwrap_or_default().lines().map(str::to_owned).collect();
    let paper = LetterPaper {
        letterhead: letterhead(desk, &mut reading).await?,
        patient: crate::consent::identity(patient),
        // Without an address in the chart it is written on by hand. In custody it goes by the health unit, whose it is not.
        address: if patient.details.under_custody { Vec::new() } else { address },
        kind,
        visit: day.format("%-d %b %Y").to_string(),
        said: said.clone(),
        tried: days,
        by: desk.who.name.clone(),
        at: desk.now,
    };
    drop(reading);
    let addressed = !paper.address.is_empty();
    let bytes = pdf(move || set_letter(&paper)).await?;
    let file = put_down(desk, format!("letter-{visit}"), "pdf", bytes).await?;
    Ok(Telling::Letter { kind, said, file, addressed })
}

impl From<TellingRefusal> for Refusal {
    fn from(refusal: TellingRefusal) -> Self {
        let said = sentence(&refusal.to_string());
        match refusal.field() {
            Some(field) => Self::field(field, "telling-refused", said),
            None => Self::new("told-already", said),
        }
    }
}
