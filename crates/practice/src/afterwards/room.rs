//! What the page shows: what may still be told of a visit, what was told, and what the rules said of it.

use crate::screening::{self, CheckInRoom};
use crate::{Deed, Desk, Refusal};
use clinic::Moment;
use clinic::afterwards::{DoneAgainst, Told};
use clinic::collection::Collection;
use clinic::ids::VisitId;
use clinic::procedure::Act;
use records::collection::CollectionGlass;
use serde::Serialize;

/// One thing that was told, as the list shows it.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ToldView {
    /// What it is.
    pub title: String,
    /// What was told of it.
    pub words: String,
    /// When it happened.
    pub happened: Moment,
    /// When it was written down.
    pub noted: Moment,
    /// By whom.
    pub by: String,
    /// Why so late.
    pub because: String,
    /// Who stood by, or that the recovery kit did.
    pub stood_by: Option<String>,
    /// What the rules said, where it is that.
    pub judged: Option<DoneAgainst>,
}

/// The page, all of it.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct AfterwardsRoom {
    /// The visit with the questions that can be answered.
    #[serde(flatten)]
    pub room: CheckInRoom,
    /// The day for which it was booked.
    pub booked: String,
    /// What is done to the gland, when anything is.
    pub act: Option<Act>,
    /// The gate was answered.
    pub has_gate: bool,
    /// The massage stands in the record.
    pub massaged: bool,
    /// The glasses, each with its end; empty before the set is planned.
    pub glasses: Vec<CollectionGlass>,
    /// The roles of the set, in order.
    pub roles: Vec<clinic::specimen::SpecimenRole>,
    /// What was told, in the order in which it happened.
    pub told: Vec<ToldView>,
    /// The hour of all this.
    pub now: Moment,
}

/// What the page shows of one visit.
pub async fn room(desk: &Desk, visit: VisitId) -> Result<AfterwardsRoom, Refusal> {
    desk.may(Deed::RecordAfterwards)?;
    let room = screening::room(desk, visit).await?;
    let mut reading = desk.records.reading().await?;
    let state = reading.visit_state(visit).await?;
    let booked = reading.visits_of(state.patient_id).await?.into_iter().find(|row| row.visit_id == visit);
    let collection = reading.collection(&state).await?;
    let glasses = match collection {
        Some(_) => reading.glasses_of(state.procedure_id, desk.now).await?,
        None => Vec::new(),
    };
    let planned = Collection::plan(state.kind).map(|set| set.planned().to_vec()).unwrap_or_default();
    let told = reading.told_of(visit).await?.into_iter().map(|stored| ToldView {
        title: stored.told.title(),
        words: stored.told.words(),
        happened: stored.happened,
        noted: stored.noted,
        by: stored.by,
        because: stored.because,
        stood_by: stored.second_person.or_else(|| stored.by_kit.then(|| "the recovery kit".to_owned())),
        judged: match stored.told {
            Told::Judged(judged) => Some(judged),
            _ => None,
        },
    });
    Ok(AfterwardsRoom {
        room,
        booked: booked.map(|row| row.date).unwrap_or_default(),
        act: state.kind.act_on_gland(),
        has_gate: reading.gate_of(state.procedure_id).await?.is_some(),
        massaged: collection.is_some_and(|set| set.was_massaged()),
        glasses,
        roles: planned,
        told: told.collect(),
        now: desk.now,
    })
}
