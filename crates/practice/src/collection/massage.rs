//! The massage: begun only with a clearance that is seconds old, stopped at any moment, accounted for when nobody saw its end.

use super::glass::{done, in_room};
use super::keep::{keep, load};
use super::view::CollectionView;
use crate::{Deed, Desk, Refusal, screening};
use clinic::collection::{MassageAccount, Step, StopReason, Strokes};
use clinic::ids::ProcedureId;
use clinic::procedure::{Act, ProcedureStatus};
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

/// The first stroke. The rules are asked now, in the same transaction that records it.
pub async fn start_massage(desk: &Desk, procedure: ProcedureId) -> Result<CollectionView, Refusal> {
    desk.may(Deed::Massage)?;
    let (now, by) = (desk.now, desk.who.staff);
    let mut writing = desk.writing().await?;
    let set = in_room(load(&mut writing, procedure).await?)?;
    screening::is_open(&set.visit)?;
    if set.visit.procedure_status != ProcedureStatus::Underway {
        return Err(Refusal::new("time-out-before", "Take the time-out first: the massage follows it."));
    }
    let cleared = screening::clear_for(&mut writing, &set.visit, Act::Massage, now).await?;
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
    let mut stopped = set.collection.clone().stop_massage(request.reason, request.strokes, now, by)?;
    let unsafe_to_go_on = request.reason == Some(StopReason::Tender);
    if unsafe_to_go_on {
        stopped = stopped.stop_for_safety(now, by)?;
    }
    let set = keep(&mut writing, set, stopped, None).await?;
    if unsafe_to_go_on {
        writing.move_procedure(&set.visit, ProcedureStatus::AbortedSafety).await?;
    }
    writing.use_draft("massage", &request.procedure_id.to_string()).await?;
    done(desk, writing, request.procedure_id).await
}

/// The honest answer to “the station stopped during massage: what happened?”.
pub async fn account_for_massage(desk: &Desk, request: AccountForMassage) -> Result<CollectionView, Refusal> {
    desk.may(Deed::Massage)?;
    let (now, by) = (desk.now, desk.who.staff);
    let mut writing = desk.writing().await?;
    let set = load(&mut writing, request.procedure_id).await?;
    let mut told = set.collection.clone().account_for(request.account, now, by)?;
    let unsafe_to_go_on = request.account == MassageAccount::BrokenOff(StopReason::Tender);
    if unsafe_to_go_on {
        told = told.stop_for_safety(now, by)?;
    }
    let set = keep(&mut writing, set, told, None).await?;
    if unsafe_to_go_on {
        writing.move_procedure(&set.visit, ProcedureStatus::AbortedSafety).await?;
    }
    writing.use_draft("massage", &request.procedure_id.to_string()).await?;
    done(desk, writing, request.procedure_id).await
}
