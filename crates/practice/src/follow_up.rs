//! Follow-up: the calls that are owed, the six questions of one, and every attempt.

use crate::critical::CriticalView;
use crate::form::{Form, optional};
use crate::patient::PatientView;
use crate::result::OpenResultView;
use crate::{Deed, Desk, Refusal, critical, result, wrong_patient};
use clinic::Moment;
use clinic::follow_up::{
    self, Bowel, CallAnswers, CallAttempt, CallBleeding, CallRefusal, CallTime, NextStep, UrineFlow,
};
use clinic::ids::VisitId;
pub use records::follow_up::{CallRow, StoredAttempt};
use serde::{Deserialize, Serialize};

/// The calls of the clinic.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct FollowUpRoom {
    /// Every call that is owed, the oldest first.
    pub calls: Vec<CallView>,
    /// Every set whose results are overdue, to be read or to be told, whoever waits longest first.
    pub results: Vec<OpenResultView>,
    /// Every critical result that is open, the oldest first.
    pub criticals: Vec<CriticalView>,
}

/// One call with its hours.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct CallView {
    /// Whom, why and how often tried.
    #[serde(flatten)]
    pub row: CallRow,
    /// From when on.
    pub from: Moment,
    /// Until when at the latest.
    pub until: Moment,
    /// Where it stands now.
    pub time: CallTime,
}

/// One call as its page shows it.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct CallRoom {
    /// The call.
    pub call: CallView,
    /// The patient.
    pub patient: PatientView,
    /// The language of the sheet that was given, by its own name.
    pub sheet_language: Option<String>,
    /// Every attempt, in order.
    pub attempts: Vec<StoredAttempt>,
}

/// What came of an attempt, as typed. Nothing is answered until a person answers.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(tag = "what", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum TypedAttempt {
    /// The patient was reached.
    Reached {
        /// Name and birth date were said on the telephone.
        identified: bool,
        /// Felt or measured.
        fever: Option<bool>,
        /// Shaking chills.
        chills: Option<bool>,
        /// 0 to 10.
        pain: String,
        /// How the urine runs.
        urine: Option<UrineFlow>,
        /// Blood.
        bleeding: Option<CallBleeding>,
        /// The bowel.
        bowel: Option<Bowel>,
        /// Anything else.
        other: Option<String>,
        /// What was advised.
        advice: Option<String>,
        /// What follows.
        next: Option<NextStep>,
    },
    /// Nobody was reached.
    NotReached {
        /// A voicemail was left.
        message_left: bool,
        /// In words.
        note: Option<String>,
    },
    /// The call is given up for another way.
    Ended {
        /// What was done instead.
        words: String,
    },
}

/// One attempt.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct LogCall {
    /// After which visit.
    pub visit_id: VisitId,
    /// What came of it.
    pub attempt: TypedAttempt,
}

/// Every call that is owed, every result that waits, every critical result that is open.
pub async fn list(desk: &Desk) -> Result<FollowUpRoom, Refusal> {
    desk.may(Deed::FollowUp)?;
    let mut reading = desk.records.reading().await?;
    let calls = reading.open_calls().await?;
    Ok(FollowUpRoom {
        calls: calls.into_iter().map(|row| view(row, desk.now)).collect(),
        results: result::open(&mut reading, desk.now).await?,
        criticals: critical::open(&mut reading, desk.now).await?,
    })
}

/// One call.
pub async fn call(desk: &Desk, visit: VisitId) -> Result<CallRoom, Refusal> {
    desk.may(Deed::FollowUp)?;
    let mut reading = desk.records.reading().await?;
    let row = reading.call_of(visit).await?.ok_or_else(|| Refusal::not_found("call"))?;
    let patient = reading.patient(row.patient.patient_id, desk.today()).await?;
    let sheet = reading.sheets_of(visit).await?.pop();
    Ok(CallRoom {
        call: view(row, desk.now),
        patient: patient.ok_or_else(|| Refusal::not_found("patient"))?,
        sheet_language: sheet.map(|given| clinic::aftercare::text(given.sheet.language).language_name.clone()),
        attempts: reading.attempts_of(visit).await?,
    })
}

/// Keeps an attempt.
///
/// # Errors
/// Beside each question without an answer; beside `next` when a red flag would end in nothing said.
pub async fn log(desk: &Desk, request: LogCall) -> Result<CallRoom, Refusal> {
    desk.may(Deed::FollowUp)?;
    let attempt = read(request.attempt)?;
    let mut writing = desk.writing().await?;
    let row = writing.call_of(request.visit_id).await?.ok_or_else(|| Refusal::not_found("call"))?;
    wrong_patient::refuse_entered_in_error(&writing.visit_state(request.visit_id).await?)?;
    let known = writing.attempts_of(request.visit_id).await?;
    let known: Vec<CallAttempt> = known.into_iter().map(|stored| stored.attempt).collect();
    follow_up::may_add(&known, &attempt)?;
    writing.add_attempt(request.visit_id, row.patient.patient_id, &attempt).await?;
    writing.use_draft("call", &request.visit_id.to_string()).await?;
    writing.commit().await?;
    call(desk, request.visit_id).await
}

/// How many calls are overdue, for the strip of open loops.
pub(crate) fn overdue(since: &[Moment], now: Moment) -> u32 {
    let late = since
        .iter()
        .filter(|since| matches!(follow_up::time_of(**since, now), CallTime::Overdue | CallTime::PastWindow));
    u32::try_from(late.count()).unwrap_or(u32::MAX)
}

fn view(row: CallRow, now: Moment) -> CallView {
    CallView {
        from: follow_up::due_from(row.since),
        until: follow_up::due_until(row.since),
        time: follow_up::time_of(row.since, now),
        row,
    }
}

fn read(typed: TypedAttempt) -> Result<CallAttempt, Refusal> {
    const LONGEST: usize = 1_000;
    let mut form = Form::default();
    let attempt = match typed {
        TypedAttempt::Reached { identified, fever, chills, pain, urine, bleeding, bowel, other, advice, next } => {
            if !identified {
                form.refuse("identified", "ask for name and birth date first, and say that both are right");
            }
            let pain = form.read("pain", pain.trim().parse::<u8>().map_err(|_| "write a number from 0 to 10"));
            let answers = CallAnswers {
                fever: answered(&mut form, "fever", fever).unwrap_or_default(),
                chills: answered(&mut form, "chills", chills).unwrap_or_default(),
                pain: pain.unwrap_or_default(),
                urine: answered(&mut form, "urine", urine).unwrap_or(UrineFlow::Usual),
                bleeding: answered(&mut form, "bleeding", bleeding).unwrap_or(CallBleeding::None),
                bowel: answered(&mut form, "bowel", bowel).unwrap_or(Bowel::Usual),
                other: form.line("other", other, LONGEST),
                advice: form.line("advice", advice, LONGEST),
                next: answered(&mut form, "next", next).unwrap_or(NextStep::Nothing),
            };
            Some(CallAttempt::Reached { answers })
        }
        TypedAttempt::NotReached { message_left, note } => {
            Some(CallAttempt::NotReached { message_left, note: form.line("note", note, LONGEST) })
        }
        TypedAttempt::Ended { words } => {
            let words = optional(Some(words));
            if words.is_none() {
                form.refuse("words", "write what was done instead, such as “letter sent”");
            }
            words.map(|words| CallAttempt::Ended { words })
        }
    };
    match attempt {
        Some(attempt) if form.is_clean() => Ok(attempt),
        _ => Err(form.refusal()),
    }
}

fn answered<T>(form: &mut Form, field: &str, answer: Option<T>) -> Option<T> {
    form.read(field, answer.ok_or("answer this"))
}

impl From<CallRefusal> for Refusal {
    fn from(refusal: CallRefusal) -> Self {
        let said = crate::form::sentence(&refusal.to_string());
        match refusal.field() {
            Some(field) => Self::field(field, "call-refused", said),
            None => Self::new("call-over", said),
        }
    }
}
