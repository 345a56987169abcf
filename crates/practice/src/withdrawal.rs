//! The patient stops: “stop” ends the act and touches no tube; a withdrawal of consent holds labels, orders and packing at
//! once, until the patient says what becomes of what was taken. Any of the staff records either, at any phase.

use crate::consent::{ConsentId, ConsentView, VisitId, WithdrawConsent, me};
use crate::form::{optional, sentence};
use crate::{Deed, Desk, Refusal, collection, label, order, screening};
use clinic::Moment;
use clinic::collection::{Collection, Step};
use clinic::consent::{Consent, Given, SpecimenWish, WishRefused, Withdrawal, WithdrawalPhase, covering};
use clinic::ids::ProcedureId;
use clinic::label::VoidReason;
use clinic::procedure::ProcedureStatus;
use clinic::specimen::{CustodyEvent, DiscardReason, Handled, SpecimenRole};
use clinic::visit::VisitStatus;
use records::consent::StoredConsent;
use records::specimen::{CustodyEntry, SpecimenRecord};
use records::visit::VisitState;
use records::{Reading, Writing};
use serde::{Deserialize, Serialize};

/// What the patient can stop or take back now.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct WithdrawalRoom {
    /// The visit.
    pub visit_id: VisitId,
    /// Its procedure.
    pub procedure_id: ProcedureId,
    /// The patient is here and the procedure goes on.
    pub may_stop: bool,
    /// Consents that were given and not taken back.
    pub standing: Vec<StandingConsent>,
    /// How far it has come.
    pub phase: WithdrawalPhase,
    /// The tubes that are in the house.
    pub collected: Vec<SpecimenRole>,
    /// What is held until the patient answers.
    pub held: Option<HeldSpecimens>,
}

/// A consent that can be taken back.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct StandingConsent {
    /// The consent.
    pub consent_id: ConsentId,
    /// Its text's title.
    pub title: String,
}

/// Tubes that wait for the patient's word.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct HeldSpecimens {
    /// The withdrawn consent.
    pub consent_id: ConsentId,
    /// Since when.
    pub since: Moment,
    /// Which.
    pub roles: Vec<SpecimenRole>,
    /// The laboratory has an order for them.
    pub ordered: bool,
}

/// The patient says what becomes of what was taken.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct AnswerForSpecimens {
    /// The withdrawn consent.
    pub consent_id: ConsentId,
    /// Send or discard.
    pub wish: SpecimenWish,
}

const DESTROY: &str = "The patient withdrew consent: destroy what was received of this order.";

/// What can be stopped or taken back at a visit.
pub async fn room(desk: &Desk, visit: VisitId) -> Result<WithdrawalRoom, Refusal> {
    desk.may(Deed::RecordConsent)?;
    let mut reading = desk.records.reading().await?;
    let state = reading.visit_state(visit).await?;
    let consents = reading.consents_of(visit, desk.now).await?;
    let set = reading.collection(&state).await?;
    let felt = reading.gate_of(state.procedure_id).await?.is_some();
    let roles = here(&mut reading, &state).await?;
    let ordered = reading.standing_order(state.procedure_id).await?.is_some_and(|order| order.sent);
    let held = consents.iter().find_map(|stored| match &stored.consent {
        Consent::Withdrawn { given, withdrawal } if withdrawal.wish() == SpecimenWish::Held && !roles.is_empty() => {
            let (consent_id, since) = (given.offered.consent, withdrawal.at);
            Some(HeldSpecimens { consent_id, since, roles: roles.clone(), ordered })
        }
        _ => None,
    });
    let mistaken = state.status == VisitStatus::EnteredInError;
    let standing = consents.iter().filter(|_| !mistaken).filter_map(|stored| {
        let offered = &given(stored)?.offered;
        Some(StandingConsent { consent_id: offered.consent, title: offered.text.title.clone() })
    });
    Ok(WithdrawalRoom {
        visit_id: visit,
        procedure_id: state.procedure_id,
        may_stop: state.procedure_status.is_open() && is_here(&state),
        standing: standing.collect(),
        phase: phase(&state, set.as_ref(), felt),
        collected: roles,
        held,
    })
}

/// The patient asked to stop: nothing more is done. What was taken goes on as it was agreed to.
///
/// # Errors
/// `procedure-ended` when nothing goes on, `visit-not-here` when nobody is here.
pub async fn ask_to_stop(desk: &Desk, procedure: ProcedureId) -> Result<WithdrawalRoom, Refusal> {
    desk.may(Deed::RecordConsent)?;
    let mut writing = desk.writing().await?;
    let visit = writing.visit_of_procedure(procedure).await?;
    if !visit.procedure_status.is_open() {
        return Err(Refusal::new("procedure-ended", "This procedure has ended already; nothing is left to stop."));
    }
    if !is_here(&visit) {
        return Err(Refusal::new("visit-not-here", "Only a patient who is here can ask to stop."));
    }
    collection::stop_for_withdrawal(&mut writing, &visit).await?;
    writing.move_procedure(&visit, ProcedureStatus::StoppedByPatient).await?;
    screening::judge_again(&mut writing, visit.visit_id).await?;
    writing.commit().await?;
    room(desk, visit.visit_id).await
}

/// The patient takes the consent back. What is under way stops here; what was sealed stays as it was. A consent that ran
/// out with its visit is taken back as well: its tubes are still there.
pub async fn withdraw(desk: &Desk, request: WithdrawConsent) -> Result<ConsentView, Refusal> {
    desk.may(Deed::RecordConsent)?;
    let mut writing = desk.writing().await?;
    let stored = writing.consent(request.consent_id, desk.now).await?;
    let Some(given) = given(&stored).cloned() else {
        return Err(Refusal::new("consent-not-standing", "There is no standing consent to withdraw."));
    };
    let visit = writing.visit_state(given.offered.visit).await?;
    let how = Withdrawal {
        at: desk.now,
        phase: request.phase,
        recorded_by: me(desk),
        reason: optional(request.reason),
        collected: collected(&mut writing, &visit).await?,
        specimens: request.specimens,
        answered: None,
    };
    writing.withdraw_consent(&given, stored.version, &how).await?;
    // Consent to the examination alone, taken back while another covers it, stops nothing that was agreed to elsewhere.
    let left: Vec<Consent> =
        writing.consents_of(visit.visit_id, desk.now).await?.into_iter().map(|one| one.consent).collect();
    let uncovered = visit.kind.acts().iter().any(|act| covering(&left, *act).is_err());
    if uncovered && visit.procedure_status.is_open() {
        collection::stop_for_withdrawal(&mut writing, &visit).await?;
        writing.move_procedure(&visit, ProcedureStatus::StoppedByPatient).await?;
    }
    if request.specimens == SpecimenWish::Discard {
        discard_all(desk, &mut writing, &visit).await?;
    }
    screening::judge_again(&mut writing, visit.visit_id).await?;
    let view = writing.consent(request.consent_id, desk.now).await?.into();
    writing.commit().await?;
    order::write_changes(desk, &visit).await?;
    Ok(view)
}

/// The patient answers later what becomes of what was taken.
///
/// # Errors
/// `wish-refused` when it was said before, or “held” is no answer.
pub async fn answer(desk: &Desk, request: AnswerForSpecimens) -> Result<WithdrawalRoom, Refusal> {
    desk.may(Deed::RecordConsent)?;
    let mut writing = desk.writing().await?;
    let stored = writing.consent(request.consent_id, desk.now).await?;
    let Consent::Withdrawn { given, withdrawal } = stored.consent else {
        return Err(Refusal::new("consent-not-withdrawn", "This consent was not withdrawn; nothing of it is held."));
    };
    let visit = writing.visit_state(given.offered.visit).await?;
    let answered = withdrawal.answer(request.wish, me(desk), desk.now)?;
    writing.answer_withdrawal(&given, stored.version, &answered).await?;
    if request.wish == SpecimenWish::Discard {
        discard_all(desk, &mut writing, &visit).await?;
    }
    writing.commit().await?;
    order::write_changes(desk, &visit).await?;
    room(desk, visit.visit_id).await
}

impl From<WishRefused> for Refusal {
    fn from(refusal: WishRefused) -> Self {
        Self::field("wish", "wish-refused", sentence(&refusal.to_string()))
    }
}

/// Whether a patient who withdrew has not agreed that what was taken be sent: unanswered, it is held.
pub(crate) async fn is_held(reading: &mut Reading, visit: VisitId, now: Moment) -> Result<bool, Refusal> {
    let consents = reading.consents_of(visit, now).await?;
    Ok(consents.into_iter().any(|stored| match stored.consent {
        Consent::Withdrawn { withdrawal, .. } => withdrawal.wish() != SpecimenWish::Send,
        _ => false,
    }))
}

/// Refuses what a held set waits for.
///
/// # Errors
/// `specimens-held`.
pub(crate) async fn refuse_held(reading: &mut Reading, visit: VisitId, now: Moment) -> Result<(), Refusal> {
    if is_held(reading, visit, now).await? {
        let said = "The patient withdrew consent and has not agreed that the specimens be sent. Hold them.";
        return Err(Refusal::new("specimens-held", said));
    }
    Ok(())
}

/// Everything that exists is thrown away, also out of its bag, and the laboratory is asked to destroy what it has.
async fn discard_all(desk: &Desk, writing: &mut Writing, visit: &VisitState) -> Result<(), Refusal> {
    order::cancel(desk, writing, visit, DESTROY).await?;
    for from in writing.specimens_of(visit.procedure_id).await? {
        if !from.specimen.status().is_here() {
            continue;
        }
        let reason = DiscardReason::ConsentWithdrawn;
        let handled = Handled { at: desk.now, by: desk.who.staff, place: String::new() };
        let moved = from.specimen.clone().discard(reason, handled);
        let moved = moved.map_err(|refusal| collection::specimen_refusal(&refusal))?;
        label::void_live(writing, desk, &from, VoidReason::Discarded, visit.patient_id).await?;
        writing.release_quarantine(from.id, "discarded", visit.patient_id).await?;
        let to = SpecimenRecord { specimen: moved, ..from.clone() };
        let note = Some(reason.words().to_owned());
        let entry = CustodyEntry { note, ..CustodyEntry::new(CustodyEvent::Discarded, desk.now) };
        writing.move_specimen(&from, &to, &entry, visit.patient_id).await?;
    }
    Ok(())
}

fn given(stored: &StoredConsent) -> Option<&Given> {
    match &stored.consent {
        Consent::Given(given) | Consent::Expired { given, .. } => Some(given),
        _ => None,
    }
}

const fn is_here(visit: &VisitState) -> bool {
    matches!(visit.status, VisitStatus::Arrived | VisitStatus::InRoom)
}

async fn collected(reading: &mut Reading, visit: &VisitState) -> Result<Vec<SpecimenRole>, Refusal> {
    let of_set = reading.specimens_of(visit.procedure_id).await?.into_iter();
    Ok(of_set.filter(|record| record.specimen.catch().is_some()).map(|record| record.role).collect())
}

async fn here(reading: &mut Reading, visit: &VisitState) -> Result<Vec<SpecimenRole>, Refusal> {
    let of_set = reading.specimens_of(visit.procedure_id).await?.into_iter();
    Ok(of_set.filter(|record| record.specimen.status().is_here()).map(|record| record.role).collect())
}

/// How far it has come, from what was recorded of it: nobody has to say it in a hurry.
fn phase(visit: &VisitState, set: Option<&Collection>, felt: bool) -> WithdrawalPhase {
    let massaged = set.is_some_and(Collection::was_massaged);
    let finished = set.is_some_and(|set| set.step() == Step::Finished) || !visit.procedure_status.is_open();
    match () {
        () if finished => WithdrawalPhase::AfterCollection,
        () if set.is_some_and(Collection::massage_runs) => WithdrawalPhase::DuringMassage,
        () if massaged => WithdrawalPhase::AfterMassage,
        () if felt => WithdrawalPhase::BeforeMassage,
        () if visit.procedure_status == ProcedureStatus::Underway => WithdrawalPhase::DuringExam,
        () => WithdrawalPhase::BeforeExam,
    }
}
