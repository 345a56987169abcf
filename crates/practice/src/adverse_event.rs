//! Adverse events: recorded after an act, put right by a further version, reviewed by a urologist, shown in the chart.

mod typed;

use crate::form::{Form, optional};
use crate::patient::PatientView;
use crate::{Deed, Desk, Refusal, permission, wrong_patient};
use clinic::Moment;
use clinic::adverse_event::{AdverseEvent, AnswerThen, Risk, Snapshot, content_version, refusals, risk_of, risks};
use clinic::consent::Consent;
use clinic::ids::{AdverseEventId, PatientId, VisitId};
use clinic::incident::IncidentKind;
use clinic::procedure::ProcedureKind;
use clinic::screening::{Override, item};
pub use records::adverse_event::{EventReview, EventVersion, StoredEvent};
use records::adverse_event::{NewEvent, NextVersion};
use records::incident::NewIncident;
use records::visit::VisitState;
use records::{Reading, Writing};
use serde::{Deserialize, Serialize};
pub use typed::TypedEvent;

/// The events after one visit.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct EventRoom {
    /// The visit.
    pub visit_id: VisitId,
    /// The patient.
    pub patient: PatientView,
    /// What was done.
    pub kind: ProcedureKind,
    /// When it began; none while nothing was done, and then nothing can be recorded.
    pub act_at: Option<Moment>,
    /// The risks with their terms.
    pub risks: Vec<Risk>,
    /// What is recorded of this visit.
    pub events: Vec<StoredEvent>,
    /// Who is at the desk may review.
    pub may_review: bool,
}

/// Something that happened after an act.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct RecordEvent {
    /// After which visit.
    pub visit_id: VisitId,
    /// What happened.
    pub event: TypedEvent,
}

/// What is known better now.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct CorrectEvent {
    /// The event.
    pub event_id: AdverseEventId,
    /// The version that was on the screen.
    pub version: u32,
    /// What is known now, whole.
    pub event: TypedEvent,
    /// Why it is put right.
    pub reason: String,
}

/// A urologist has read it.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ReviewEvent {
    /// The event.
    pub event_id: AdverseEventId,
    /// In words.
    pub words: String,
}

/// The events after one visit.
pub async fn room(desk: &Desk, visit: VisitId) -> Result<EventRoom, Refusal> {
    desk.may(Deed::OpenChart)?;
    let mut reading = desk.records.reading().await?;
    let state = reading.visit_state(visit).await?;
    let patient = reading.patient(state.patient_id, desk.today()).await?;
    let events = reading.adverse_events_at(visit).await?;
    Ok(EventRoom {
        visit_id: visit,
        patient: patient.ok_or_else(|| Refusal::not_found("patient"))?,
        kind: state.kind,
        act_at: reading.time_out_of(visit).await?.map(|taken| taken.at),
        risks: risks().to_vec(),
        events,
        may_review: permission::may(&desk.who.roles, Deed::ReviewAdverseEvents),
    })
}

/// Every event of a patient, for the chart.
pub async fn of_patient(desk: &Desk, patient: PatientId) -> Result<Vec<StoredEvent>, Refusal> {
    desk.may(Deed::OpenChart)?;
    Ok(desk.records.reading().await?.adverse_events_of(patient).await?)
}

/// Records an event with what was known at the act. From grade 3 on, and for sepsis, it opens an incident.
///
/// # Errors
/// Beside each field what cannot be; `nothing-done` when no act was begun.
pub async fn record(desk: &Desk, request: RecordEvent) -> Result<EventRoom, Refusal> {
    desk.may(Deed::RecordAdverseEvents)?;
    let mut writing = desk.writing().await?;
    let state = writing.visit_state(request.visit_id).await?;
    let act = act_of(&mut writing, &state).await?;
    let event = possible(request.event.read()?, act, desk.now)?;
    let risk = risk_of(&event.term).map(|risk| risk.risk.clone()).unwrap_or_default();
    let snapshot = snapshot(&mut writing, &state, act, &risk).await?;
    let new = NewEvent {
        id: writing.id(),
        visit: state.visit_id,
        patient: state.patient_id,
        risk,
        snapshot,
        event,
        content_version: content_version().to_owned(),
    };
    writing.record_adverse_event(&new).await?;
    if new.event.opens_incident() {
        open_incident(&mut writing, &state, &new.event).await?;
    }
    writing.use_draft("adverse-event", &request.visit_id.to_string()).await?;
    writing.commit().await?;
    room(desk, request.visit_id).await
}

/// Adds the next version; the ones before stay as they are.
///
/// # Errors
/// As [`record`]; `stale` when somebody else was quicker; beside `reason` when there is none.
pub async fn correct(desk: &Desk, request: CorrectEvent) -> Result<EventRoom, Refusal> {
    desk.may(Deed::RecordAdverseEvents)?;
    let mut writing = desk.writing().await?;
    let known = writing.adverse_event(request.event_id).await?;
    let last = known.versions.last().ok_or_else(|| Refusal::not_found("adverse event"))?;
    if last.version != request.version {
        return Err(records::Error::Stale("adverse event").into());
    }
    let state = writing.visit_state(known.visit_id).await?;
    let act = act_of(&mut writing, &state).await?;
    let event = possible(request.event.read()?, act, desk.now)?;
    let Some(reason) = optional(Some(request.reason)) else {
        return Err(Refusal::field("reason", "reason-missing", "Write why it is put right."));
    };
    if event == last.event {
        return Err(Refusal::field("reason", "event-unchanged", "Nothing differs from the version before."));
    }
    if risk_of(&event.term).map(|risk| risk.risk.as_str()) != Some(known.risk.as_str()) {
        return Err(Refusal::field(
            "term",
            "other-risk",
            "This term belongs to another risk: record it as an event of its own.",
        ));
    }
    let newly_grave = event.opens_incident() && !known.versions.iter().any(|version| version.event.opens_incident());
    let next = NextVersion { event, content_version: content_version().to_owned(), reason };
    writing.correct_adverse_event(&known, &next).await?;
    writing.use_draft("adverse-event", &request.event_id.to_string()).await?;
    if newly_grave {
        open_incident(&mut writing, &state, &next.event).await?;
    }
    writing.commit().await?;
    room(desk, known.visit_id).await
}

/// A urologist has read the last version and says so in words.
pub async fn review(desk: &Desk, request: ReviewEvent) -> Result<EventRoom, Refusal> {
    desk.may(Deed::ReviewAdverseEvents)?;
    let mut form = Form::default();
    let words = form.line("words", Some(request.words), 1_000);
    if words.is_none() {
        form.refuse("words", "write what you make of it");
    }
    let (Some(words), true) = (words, form.is_clean()) else { return Err(form.refusal()) };
    let mut writing = desk.writing().await?;
    let known = writing.adverse_event(request.event_id).await?;
    writing.review_adverse_event(&known, &words).await?;
    writing.commit().await?;
    room(desk, known.visit_id).await
}

async fn act_of(reading: &mut Reading, state: &VisitState) -> Result<Moment, Refusal> {
    wrong_patient::refuse_entered_in_error(state)?;
    let begun = reading.time_out_of(state.visit_id).await?;
    let nothing =
        || Refusal::new("nothing-done", "Nothing was done at this visit, so nothing can have followed from it.");
    begun.map(|taken| taken.at).ok_or_else(nothing)
}

fn possible(event: AdverseEvent, act: Moment, now: Moment) -> Result<AdverseEvent, Refusal> {
    let mut form = Form::default();
    for refusal in refusals(&event, act, now) {
        form.refuse(refusal.field(), refusal);
    }
    form.check()?;
    Ok(event)
}

/// What the clinic knew when the act was done.
async fn snapshot(reading: &mut Reading, state: &VisitState, act: Moment, risk: &str) -> Result<Snapshot, Refusal> {
    let answers = reading.answers_of(state, act).await?;
    let last = answers
        .iter()
        .enumerate()
        .filter(|(place, answer)| !answers[place + 1..].iter().any(|later| later.item == answer.item));
    let then = |answer: &records::screening::StoredAnswer| {
        let asked = item(&answer.item).map_or_else(|| answer.item.clone(), |asked| asked.question.clone());
        let said = answer.standing.reply.text();
        let detail = answer.detail.iter().fold(said, |said, more| format!("{said}, {more}"));
        AnswerThen { question: asked, answer: detail }
    };
    let overrides = reading.overrides_of(state.visit_id).await?;
    let over = |made: &Override| {
        let reason = made.text.clone().unwrap_or_else(|| made.reason.as_str().replace('-', " "));
        format!("{}, for {}: {reason}", made.id, made.act)
    };
    let consents = reading.consents_of(state.visit_id, act).await?;
    let names_it = |consent: &Consent| consent.offered().text.risks.iter().any(|named| named.risk == risk);
    Ok(Snapshot {
        answers: last.map(|(_, answer)| then(answer)).collect(),
        overrides: overrides.iter().map(over).collect(),
        consented: consents.iter().any(|stored| {
            matches!(stored.consent, Consent::Given(_) | Consent::Withdrawn { .. } | Consent::Expired { .. })
                && names_it(&stored.consent)
        }),
    })
}

async fn open_incident(writing: &mut Writing, state: &VisitState, event: &AdverseEvent) -> Result<(), Refusal> {
    let incident = NewIncident {
        kind: IncidentKind::AdverseEvent,
        patient: state.patient_id,
        visit: Some(state.visit_id),
        words: format!("{}, after this: {}", event.title(), state.kind.title()),
    };
    writing.open_incident(&incident).await?;
    Ok(())
}
