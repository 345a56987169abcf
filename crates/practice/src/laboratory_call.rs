//! A telephone call to the laboratory, written down by whoever made it.

use crate::form::Form;
use crate::{Deed, Desk, Refusal};
use chrono::TimeDelta;
use clinic::ids::ProcedureId;
use records::Writing;
pub use records::laboratory_call::LaboratoryCallView;
use records::laboratory_call::NewLaboratoryCall;
use records::visit::VisitState;
use serde::{Deserialize, Serialize};

/// A call as it is written down.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct CallLaboratory {
    /// How many minutes ago they spoke; 0 is now.
    pub minutes_ago: i32,
    /// Whom they spoke to.
    pub spoken_to: String,
    /// What was said.
    pub words: String,
}

/// Most minutes a call may lie back: two days.
const LONGEST_AGO: i32 = 2 * 24 * 60;

/// Writes a call about a set down.
pub async fn call(desk: &Desk, procedure: ProcedureId, request: CallLaboratory) -> Result<(), Refusal> {
    desk.may(Deed::SendOrders)?;
    let mut writing = desk.writing().await?;
    let visit = writing.visit_of_procedure(procedure).await?;
    note(desk, &mut writing, &visit, request).await?;
    Ok(writing.commit().await?)
}

/// Writes a call down within a step.
///
/// # Errors
/// Beside `spokenTo`, `words` or `minutesAgo`: what is missing.
pub(crate) async fn note(
    desk: &Desk,
    writing: &mut Writing,
    visit: &VisitState,
    request: CallLaboratory,
) -> Result<(), Refusal> {
    let mut form = Form::default();
    let spoken_to = form.line("spokenTo", Some(request.spoken_to), 120);
    let words = form.line("words", Some(request.words), 600);
    if spoken_to.is_none() {
        form.refuse("spokenTo", "write whom you spoke to");
    }
    if words.is_none() {
        form.refuse("words", "write what was said");
    }
    if !(0..=LONGEST_AGO).contains(&request.minutes_ago) {
        form.refuse("minutesAgo", "write how many minutes ago it was, at most two days");
    }
    let (Some(spoken_to), Some(words), true) = (spoken_to, words, form.is_clean()) else { return Err(form.refusal()) };
    let at = desk.now.plus(-TimeDelta::minutes(i64::from(request.minutes_ago)));
    let call = NewLaboratoryCall { id: writing.id(), procedure: visit.procedure_id, at, spoken_to, words };
    Ok(writing.note_laboratory_call(&call, visit.patient_id).await?)
}
