//! Check-in and the verdict: what is asked, measured, put right and overridden, and what the rules say to each act.
//!
//! The verdict is judged afresh at every step; what [`crate::today`] shows is the last one, kept by [`judge_again`].

mod asking;
mod measuring;
mod overriding;
mod picture;
mod room;
mod setting_right;

pub use crate::second::SecondPerson;
pub use asking::{GiveAnswers, answer, confirm_unchanged};
pub use measuring::{MeasureVitals, measure};
pub use overriding::{OneOverride, OverrideRules, override_rules};
pub(crate) use picture::load_then as picture_at;
pub use room::{AnswerKind, AnswerView, AskedItem, CheckInRoom, room};

pub use clinic::ids::VisitId;
pub use clinic::screening::Verdicts;

use crate::{Deed, Desk, Refusal};
use clinic::Moment;
use clinic::procedure::{Act, Cleared};
use clinic::screening::{AskedOf, Verdict, judge};
use clinic::visit::VisitStatus;
use records::visit::VisitState;
use records::{Reading, Writing};

/// What the rules say to every act of a visit now. Reads through the caller's own moment of the record: a room that
/// asked for a second one while it held its first could wait for good.
pub(crate) async fn verdicts(reading: &mut Reading, state: &VisitState, now: Moment) -> Result<Verdicts, Refusal> {
    Ok(judge(&picture::load(reading, state, now).await?))
}

/// Proof that `act` may be done now, for the acts that need it. Reads through the caller's own step, so that nothing
/// can change between the verdict and the act.
///
/// # Errors
/// `not-cleared` with the first reason.
pub async fn clear_for(reading: &mut Reading, state: &VisitState, act: Act, now: Moment) -> Result<Cleared, Refusal> {
    let verdicts = verdicts(reading, state, now).await?;
    match verdicts.cleared(act) {
        Some(cleared) => Ok(cleared),
        None => Err(not_cleared(act, verdicts.on(act))),
    }
}

/// Judges the acts of a visit again within a step that changed something, and keeps the verdicts for the day's list.
pub async fn judge_again(writing: &mut Writing, visit: VisitId) -> Result<Verdicts, Refusal> {
    let now = writing.now();
    let state = writing.visit_state(visit).await?;
    let mut verdicts = verdicts(writing, &state, now).await?;
    verdicts.acts.retain(|verdict| state.kind.acts().contains(&verdict.act));
    writing.keep_verdicts(visit, &verdicts).await?;
    Ok(verdicts)
}

/// Closes check-in: everything the nurse asks has an answer, and the vital signs are there.
///
/// # Errors
/// `check-in-incomplete` with what is missing, or that it is closed already.
pub async fn close_check_in(desk: &Desk, visit: VisitId) -> Result<CheckInRoom, Refusal> {
    desk.may(Deed::CheckIn)?;
    let mut writing = desk.writing().await?;
    let state = writing.visit_state(visit).await?;
    is_open(&state)?;
    let loaded = picture::load(&mut writing, &state, desk.now).await?;
    let mut verdicts = judge(&loaded);
    // What only a massage would need is not asked before an examination alone.
    verdicts.acts.retain(|verdict| state.kind.acts().contains(&verdict.act));
    let missing = open_questions(&verdicts);
    if let Some(first) = missing.first() {
        let more = if missing.len() > 1 { format!(" ({} more are open.)", missing.len() - 1) } else { String::new() };
        return Err(Refusal::new("check-in-incomplete", format!("{first}{more}")));
    }
    writing.close_check_in(visit, state.patient_id).await?;
    judge_again(&mut writing, visit).await?;
    writing.use_draft("check-in", &visit.to_string()).await?;
    writing.commit().await?;
    room(desk, visit).await
}

/// What the nurse still has to ask before check-in can be closed.
fn open_questions(verdicts: &Verdicts) -> Vec<String> {
    let asked_now = |asked_of| matches!(asked_of, AskedOf::Patient | AskedOf::Nurse);
    let mut open: Vec<String> = Vec::new();
    for missing in verdicts.acts.iter().flat_map(|verdict| &verdict.missing) {
        // “Not known” is an answer: the patient goes on to the urologist, uncleared.
        let unanswered = asked_now(missing.asked_of) && !missing.answered;
        if unanswered && !open.contains(&missing.sentence) {
            open.push(missing.sentence.clone());
        }
    }
    open
}

pub(crate) fn not_cleared(act: Act, verdict: Option<&Verdict>) -> Refusal {
    let why = verdict.map_or("", |verdict| verdict.first_reason.as_str());
    let what = match act {
        Act::Dre => "The examination",
        Act::Massage => "The massage",
        Act::PostDreStrokes => "The strokes",
    };
    Refusal::new("not-cleared", format!("{what} is not cleared. {why}"))
}

pub(crate) fn is_open(state: &VisitState) -> Result<(), Refusal> {
    crate::calling_off::refuse_called_off(state)?;
    if state.procedure_status.is_open() {
        return Ok(());
    }
    Err(Refusal::new("procedure-ended", "This procedure has ended; what was recorded stands."))
}

fn still_here(state: &VisitState) -> Result<(), Refusal> {
    match state.status {
        VisitStatus::Booked | VisitStatus::Arrived | VisitStatus::InRoom => Ok(()),
        ended => Err(Refusal::new("visit-ended", format!("This visit is {ended}; nothing more is measured at it."))),
    }
}
