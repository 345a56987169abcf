//! The chaperone in the room: that they came and left, and that a visit is rebooked because one was wanted and none was there.

use crate::consent::{self, ConsentRoom};
use crate::time_out::{self, TimeOutRoom};
use crate::{Deed, Desk, Refusal, collection, screening};
use clinic::consent::chaperone::{
    Chaperone, ChaperoneOffer, ChaperoneOutcome, ChaperoneResponse, StayEvent, StayRefusal,
};
use clinic::ids::VisitId;
use clinic::procedure::ProcedureStatus;
use records::chaperone::StayEntry;
use serde::{Deserialize, Serialize};

/// Who wants the chaperone that is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum WantedBy {
    /// The patient.
    Patient,
    /// Whoever examines.
    Examiner,
}

/// The visit is rebooked for want of a chaperone.
#[derive(Debug, Clone, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct RebookForChaperone {
    /// The visit.
    pub visit_id: VisitId,
    /// Who wants one.
    pub wanted_by: WantedBy,
}

/// The chaperone has come.
pub async fn arrived(desk: &Desk, visit: VisitId) -> Result<TimeOutRoom, Refusal> {
    saw(desk, visit, StayEvent::Arrived).await
}

/// The chaperone has left.
pub async fn left(desk: &Desk, visit: VisitId) -> Result<TimeOutRoom, Refusal> {
    saw(desk, visit, StayEvent::Left).await
}

/// A chaperone was wanted and none was there: nothing is done today. The procedure ends, and what was still awaited
/// will not exist; what exists is kept.
///
/// # Errors
/// `procedure-ended`.
pub async fn rebook(desk: &Desk, request: RebookForChaperone) -> Result<ConsentRoom, Refusal> {
    desk.may(Deed::RecordConsent)?;
    let mut writing = desk.writing().await?;
    let state = writing.visit_state(request.visit_id).await?;
    screening::is_open(&state)?;
    let by_examiner = request.wanted_by == WantedBy::Examiner;
    let response = if by_examiner { ChaperoneResponse::Declined } else { ChaperoneResponse::Accepted };
    let chaperone = Chaperone {
        offer: ChaperoneOffer::Yes { by: desk.who.staff, at: desk.now },
        response: Some(response),
        preference: None,
        clinician_requires: by_examiner,
        present: None,
        outcome: ChaperoneOutcome::Rebooked,
    };
    let entry = StayEntry { event: StayEvent::Rebooked, at: desk.now, chaperone: Some(chaperone) };
    writing.note_chaperone(state.visit_id, state.patient_id, &entry).await?;
    collection::stop_for_withdrawal(&mut writing, &state).await?;
    writing.move_procedure(&state, ProcedureStatus::Stopped).await?;
    screening::judge_again(&mut writing, state.visit_id).await?;
    writing.commit().await?;
    consent::room(desk, request.visit_id).await
}

async fn saw(desk: &Desk, visit: VisitId, event: StayEvent) -> Result<TimeOutRoom, Refusal> {
    desk.may(Deed::RecordConsent)?;
    let mut writing = desk.writing().await?;
    let state = writing.visit_state(visit).await?;
    writing.chaperone_stay(visit).await?.check(event)?;
    let entry = StayEntry { event, at: desk.now, chaperone: None };
    writing.note_chaperone(visit, state.patient_id, &entry).await?;
    writing.commit().await?;
    time_out::room(desk, visit).await
}

impl From<StayRefusal> for Refusal {
    fn from(refusal: StayRefusal) -> Self {
        let code = match refusal {
            StayRefusal::HereAlready => "chaperone-here-already",
            StayRefusal::NotHere => "chaperone-not-here",
        };
        Self::new(code, crate::form::sentence(&refusal.to_string()))
    }
}
