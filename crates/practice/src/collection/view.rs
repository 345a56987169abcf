//! What the procedure room shows: the glasses, what to do now, the clocks, and whether the massage is cleared.

use super::keep::load;
use crate::{Deed, Desk, Refusal, screening};
use chrono::TimeDelta;
use clinic::Moment;
use clinic::collection::{Collection, Step, StopReason, TimerView};
use clinic::ids::{PatientId, ProcedureId, VisitId};
use clinic::procedure::{Act, ProcedureKind, ProcedureStatus};
use clinic::screening::{Reply, Said, VerdictWord};
use clinic::visit::VisitStatus;
use records::collection::CollectionGlass;
use records::screening::StoredAnswer;
use serde::Serialize;

/// The procedure room, all of it.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct CollectionView {
    /// The procedure.
    pub procedure_id: ProcedureId,
    /// The visit.
    pub visit_id: VisitId,
    /// The patient.
    pub patient_id: PatientId,
    /// What is done.
    pub kind: ProcedureKind,
    /// What is done to the gland: a massage, or the strokes before a post-DRE urine.
    pub act: Act,
    /// How far the procedure has come.
    pub procedure_status: ProcedureStatus,
    /// How far the visit has come.
    pub visit_status: VisitStatus,
    /// What to do now.
    pub step: Step,
    /// Every planned glass, in order.
    pub glasses: Vec<CollectionGlass>,
    /// The clocks that run.
    pub timers: Vec<TimerView>,
    /// Whether the massage may begin.
    pub clearance: ClearanceView,
    /// The dipstick of VB2, while it can still speak to the massage.
    pub dipstick: Option<DipstickView>,
    /// The massage, once there was one.
    pub massage: Option<MassageView>,
    /// The station stopped during it, and nobody has said yet what happened.
    pub interruption: Option<InterruptionView>,
    /// Labels neither read back nor voided.
    pub open_labels: u32,
    /// The hour of all this.
    pub now: Moment,
}

/// What the rules say to the massage now.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ClearanceView {
    /// Their word.
    pub word: VerdictWord,
    /// The first reason, in words; empty when there is none.
    pub reason: String,
    /// Consent to it is still to be asked for.
    pub asks_consent: bool,
}

/// The dipstick of VB2 from an aliquot of its own; what was not looked at is not said.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct DipstickView {
    /// Nitrite positive.
    pub nitrite: Option<bool>,
    /// Leukocyte esterase positive.
    pub leukocytes: Option<bool>,
}

/// The massage as it was recorded.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct MassageView {
    /// The first stroke.
    pub started_at: Moment,
    /// The last stroke; none while it runs, or when nobody saw it.
    pub stopped_at: Option<Moment>,
    /// It runs.
    pub running: bool,
    /// Why it was broken off.
    pub reason: Option<StopReason>,
    /// It took longer than three minutes, and nobody has said why.
    pub asks_why_long: bool,
    /// Why it took so long.
    pub long_because: Option<String>,
}

/// The station stopped during the massage.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct InterruptionView {
    /// When the massage had begun.
    pub began: Moment,
    /// The last sign of life of the station.
    pub stopped: Moment,
}

/// Opens the procedure room. The set is planned with the first opening.
pub async fn open(desk: &Desk, procedure: ProcedureId) -> Result<CollectionView, Refusal> {
    desk.may(Deed::HandleSpecimens)?;
    let mut reading = desk.records.reading().await?;
    let visit = reading.visit_of_procedure(procedure).await?;
    let planned = reading.collection(&visit).await?.is_some();
    drop(reading);
    if !planned {
        let mut writing = desk.writing().await?;
        load(&mut writing, procedure).await?;
        writing.commit().await?;
    }
    view(desk, procedure).await
}

/// The room as it is now.
pub(super) async fn view(desk: &Desk, procedure: ProcedureId) -> Result<CollectionView, Refusal> {
    let now = desk.now;
    let mut reading = desk.records.reading().await?;
    let visit = reading.visit_of_procedure(procedure).await?;
    let collection = reading.collection(&visit).await?.ok_or_else(|| Refusal::not_found("collection"))?;
    let last_alive = match collection.massage_began() {
        Some(began) => reading.last_alive(procedure, began).await?,
        None => None,
    };
    let interruption = collection.interruption(desk.opened_at(), last_alive);
    let day_before = now.plus(-TimeDelta::days(1));
    let vitals = reading.vitals_of(&visit, day_before).await?;
    let vitals = vitals.iter().map(|taken| taken.signs.at).max();
    let verdicts = screening::verdicts(&mut reading, &visit, now).await?;
    let verdict = verdicts.on(collection.act());
    let answers = reading.answers_of(&visit, now).await?;
    let asks_consent = crate::consent::asks_consent(&mut reading, &visit, now).await?;
    let counts = collection.dipstick_counts() && visit.procedure_status.is_open();
    Ok(CollectionView {
        procedure_id: procedure,
        visit_id: visit.visit_id,
        patient_id: visit.patient_id,
        kind: visit.kind,
        act: collection.act(),
        procedure_status: visit.procedure_status,
        visit_status: visit.status,
        step: collection.step(),
        glasses: reading.glasses_of(procedure, now).await?,
        timers: collection.timers(vitals, now),
        clearance: ClearanceView {
            word: verdict.map_or(VerdictWord::Incomplete, |verdict| verdict.word),
            reason: verdict.map(|verdict| verdict.first_reason.clone()).unwrap_or_default(),
            asks_consent,
        },
        dipstick: counts.then(|| dipstick(&answers, visit.visit_id)),
        massage: massage(&collection),
        interruption: interruption.map(|at| InterruptionView { began: at.began, stopped: at.stopped }),
        open_labels: u32::try_from(reading.open_labels(procedure).await?).unwrap_or(u32::MAX),
        now,
    })
}

fn dipstick(answers: &[StoredAnswer], visit: VisitId) -> DipstickView {
    let positive = |item: &str| {
        let latest = answers.iter().rev().find(|answer| answer.visit == visit && answer.item == item)?;
        match latest.standing.reply {
            Reply::Said(Said::Yes) => Some(true),
            Reply::Said(Said::No) => Some(false),
            _ => None,
        }
    };
    DipstickView { nitrite: positive("dipstick-nitrite"), leukocytes: positive("dipstick-leukocytes") }
}

fn massage(collection: &Collection) -> Option<MassageView> {
    collection.massage_began().map(|started_at| MassageView {
        started_at,
        stopped_at: collection.massage_stopped(),
        running: collection.massage_runs(),
        reason: collection.broken_off(),
        asks_why_long: collection.asks_why_long(),
        long_because: collection.long_because().map(str::to_owned),
    })
}
