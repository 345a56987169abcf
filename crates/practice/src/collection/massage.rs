//! The massage: begun only with a clearance that is seconds old, stopped at any moment, accounted for when nobody saw its end.

use super::glass::{done, in_room};
use super::keep::{Set, keep, load};
use super::view::CollectionView;
use crate::form::Form;
use crate::{Deed, Desk, Refusal, screening, stop, wrong_patient};
use clinic::collection::{MassageAccount, Step, StopReason, Strokes};
use clinic::ids::ProcedureId;
use clinic::procedure::ProcedureStatus;
use clinic::screening::VerdictWord;
use records::Writing;
use serde::{Deserialize, Serialize};

/// The massage ends.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct StopMassage {
    /// Of which procedure.
    pub procedure_id: ProcedureId,
    /// Why it was broken off; none when it was complete.
    pub reason: Option<StopReason>,
    /// Strokes, when they were counted.
    pub strokes: Option<Strokes>,
}

/// Somebody says what became of a massage whose end nobody saw.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct AccountForMassage {
    /// Of which procedure.
    pub procedure_id: ProcedureId,
    /// What happened.
    pub account: MassageAccount,
}

/// Why a massage took longer than its clock allows.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ExplainMassage {
    /// Of which procedure.
    pub procedure_id: ProcedureId,
    /// In words.
    pub why: String,
}

/// The first stroke. The rules are asked now, in the same transaction that records it.
pub async fn start_massage(desk: &Desk, procedure: ProcedureId) -> Result<CollectionView, Refusal> {
    desk.may(Deed::Massage)?;
    let (now, by) = (desk.now, desk.who.staff);
    let mut writing = desk.writing().await?;
    let set = in_room(load(&mut writing, procedure).await?)?;
    screening::is_open(&set.visit)?;
    if set.visit.procedure_status != ProcedureStatus::Underway {
        return Err(Refusal::new("time-out-before", "Take the time-out first: this follows it."));
    }
    let cleared = screening::clear_for(&mut writing, &set.visit, set.collection.act(), now).await?;
    let mut collection = set.collection.clone();
    // The verdict rests on the gate's answers: without them it could not be clear.
    if collection.step() == Step::Gate {
        collection = collection.pass_gate(&cleared, now, now, by)?;
    }
    let started = collection.start_massage(&cleared, now, by)?;
    keep(&mut writing, set, started, None).await?;
    done(desk, writing, procedure).await
}

/// The last stroke. A gland that became exquisitely tender stops everything that would follow.
pub async fn stop_massage(desk: &Desk, request: StopMassage) -> Result<CollectionView, Refusal> {
    desk.may(Deed::Massage)?;
    let (now, by) = (desk.now, desk.who.staff);
    let mut writing = desk.writing().await?;
    let set = load(&mut writing, request.procedure_id).await?;
    let stopped = set.collection.clone().stop_massage(request.reason, request.strokes, now, by)?;
    let set = keep(&mut writing, set, stopped, None).await?;
    follow_the_gland(&mut writing, &set).await?;
    writing.use_draft("massage", &request.procedure_id.to_string()).await?;
    done(desk, writing, request.procedure_id).await
}

/// The honest answer to “the station stopped during massage: what happened?”.
pub async fn account_for_massage(desk: &Desk, request: AccountForMassage) -> Result<CollectionView, Refusal> {
    desk.may(Deed::Massage)?;
    let (now, by) = (desk.now, desk.who.staff);
    let mut writing = desk.writing().await?;
    let set = load(&mut writing, request.procedure_id).await?;
    let told = set.collection.clone().account_for(request.account, now, by)?;
    let set = keep(&mut writing, set, told, None).await?;
    follow_the_gland(&mut writing, &set).await?;
    writing.use_draft("massage", &request.procedure_id.to_string()).await?;
    done(desk, writing, request.procedure_id).await
}

/// Keeps why a massage took so long. It is asked for and holds nothing up, so it may come at any time after the last stroke.
///
/// # Errors
/// Beside `why` when nothing was written; `nothing-to-explain` when it was not long, or the reason stands already.
pub async fn explain_massage(desk: &Desk, request: ExplainMassage) -> Result<CollectionView, Refusal> {
    desk.may(Deed::HandleSpecimens)?;
    let mut form = Form::default();
    let why = form.line("why", Some(request.why), 300);
    if why.is_none() {
        form.refuse("why", "write why it took so long");
    }
    let (Some(why), true) = (why, form.is_clean()) else { return Err(form.refusal()) };
    let mut writing = desk.writing().await?;
    let set = load(&mut writing, request.procedure_id).await?;
    wrong_patient::refuse_entered_in_error(&set.visit)?;
    let explained = set.collection.clone().explain_long(why, desk.now, desk.who.staff)?;
    keep(&mut writing, set, explained, None).await?;
    done(desk, writing, request.procedure_id).await
}

/// A gland that became exquisitely tender is the stop of the gate, met later: a rule fires, and the procedure ends here.
async fn follow_the_gland(writing: &mut Writing, set: &Set) -> Result<(), Refusal> {
    let verdicts = screening::judge_again(writing, set.visit.visit_id).await?;
    let verdict = verdicts.on(set.collection.act()).filter(|verdict| verdict.word == VerdictWord::Blocked);
    match (set.collection.became_tender(), verdict) {
        (Some(_), Some(verdict)) if set.visit.procedure_status.is_open() => {
            stop::stop(writing, &set.visit, verdict).await
        }
        _ => Ok(()),
    }
}
