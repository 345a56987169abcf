//! Calling a visit off: who cancels it and why, and that nobody came. What was collected is never cancelled.

use crate::form::{Form, sentence};
use crate::{Deed, Desk, Refusal, screening};
use clinic::ids::VisitId;
pub use clinic::visit::CancelledBy;
use clinic::visit::{BegunVisit, CallOffRefusal, CalledOff, VisitStatus};
use records::visit::VisitState;
use records::{Reading, Writing};
use serde::Deserialize;

/// A visit that will not take place.
#[derive(Debug, Clone, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct CancelVisit {
    /// Which.
    pub visit_id: VisitId,
    /// Who calls it off; none until somebody says so.
    pub by: Option<CancelledBy>,
    /// Why, in words.
    pub reason: String,
}

/// Cancels a visit at which nothing was done.
///
/// # Errors
/// Beside `by` and `reason` when they are missing; `visit-…`, `procedure-stopped` when the visit cannot be called off.
pub async fn cancel(desk: &Desk, request: CancelVisit) -> Result<(), Refusal> {
    desk.may(Deed::RegisterPatient)?;
    let mut writing = desk.writing().await?;
    let state = writing.visit_state(request.visit_id).await?;
    // Why it cannot be comes first: nobody is asked for a reason in vain.
    let to = state.status.cancel(begun(&mut writing, &state, desk).await?)?;
    let mut form = Form::default();
    let by = form.read("by", request.by.ok_or("say who calls it off"));
    let reason = form.line("reason", Some(request.reason), 120);
    if reason.is_none() {
        form.refuse("reason", "say why, in a few words");
    }
    let (Some(by), Some(reason), true) = (by, reason, form.is_clean()) else { return Err(form.refusal()) };
    writing.call_off(&state, &CalledOff::Cancelled { by, reason }, to).await?;
    drop_drafts(&mut writing, request.visit_id).await?;
    Ok(writing.commit().await?)
}

/// Nobody came to a visit whose hour has passed.
pub async fn did_not_come(desk: &Desk, visit: VisitId) -> Result<(), Refusal> {
    desk.may(Deed::RegisterPatient)?;
    let mut writing = desk.writing().await?;
    let state = writing.visit_state(visit).await?;
    let booked = writing.booked_for(visit).await?;
    let to = state.status.miss(booked, desk.now.local().naive_local())?;
    writing.call_off(&state, &CalledOff::NoShow, to).await?;
    Ok(writing.commit().await?)
}

/// Somebody comes: as booked, or after all on the same day.
pub(crate) async fn comes(writing: &mut Writing, desk: &Desk, state: &VisitState) -> Result<(), Refusal> {
    let to = state.status.arrive()?;
    if state.status != VisitStatus::NoShow {
        return Ok(writing.move_visit(state, to).await?);
    }
    let booked = writing.booked_for(state.visit_id).await?;
    state.status.may_come_after_all(booked.date(), desk.today())?;
    Ok(writing.call_off(state, &CalledOff::CameAfterAll, to).await?)
}

/// Refuses to ask, measure or agree to anything under a visit that does not take place.
pub(crate) fn refuse_called_off(state: &VisitState) -> Result<(), Refusal> {
    let words = match state.status {
        VisitStatus::Cancelled => "This visit is cancelled: book a new one.",
        VisitStatus::NoShow => "Nobody came to this visit: record that the patient came after all, or book a new one.",
        _ => return Ok(()),
    };
    Err(Refusal::new("visit-called-off", words))
}

async fn begun(reading: &mut Reading, state: &VisitState, desk: &Desk) -> Result<BegunVisit, Refusal> {
    let verdicts = screening::verdicts(reading, state, desk.now).await?;
    let acts = state.kind.acts();
    Ok(BegunVisit {
        time_out: reading.time_out_of(state.visit_id).await?.is_some(),
        stopped: verdicts.acts.iter().any(|verdict| acts.contains(&verdict.act) && verdict.ends_the_act()),
        tubes: reading.number_of_set(state.procedure_id).await?.is_some()
            || reading.specimens_of(state.procedure_id).await?.iter().any(|record| record.accession.is_some()),
    })
}

/// What was being typed for a visit that does not take place.
async fn drop_drafts(writing: &mut Writing, visit: VisitId) -> Result<(), Refusal> {
    for place in ["check-in", "consent"] {
        writing.use_draft(place, &visit.to_string()).await?;
    }
    Ok(())
}

impl From<CallOffRefusal> for Refusal {
    fn from(refusal: CallOffRefusal) -> Self {
        Self::new(refusal.code(), sentence(&refusal.to_string()))
    }
}
