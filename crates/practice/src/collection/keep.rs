//! A set while one act is at work on it: loaded whole, changed by the rules, kept with every tube, number and label.

use crate::{Desk, Refusal, aftercare, label};
use clinic::collection::{Afterwards, Collection, CollectionEvent, Step};
use clinic::ids::ProcedureId;
use clinic::procedure::ProcedureStatus;
use clinic::specimen::{Catch, CustodyEvent, Handled, NotObtainedReason, SpecimenRole};
use records::Writing;
use records::specimen::{CustodyEntry, SpecimenRecord};
use records::visit::VisitState;

/// A set that is being worked on.
pub(crate) struct Set {
    pub(crate) visit: VisitState,
    pub(crate) collection: Collection,
    known: usize,
}

/// The set of a procedure, planned now when it was not before.
pub(crate) async fn load(writing: &mut Writing, procedure: ProcedureId) -> Result<Set, Refusal> {
    let visit = writing.visit_of_procedure(procedure).await?;
    let collection = match writing.collection(&visit).await? {
        Some(collection) => collection,
        None => writing.plan_collection(&visit).await?,
    };
    let set = Set { known: collection.record().len(), visit, collection };
    // Planned only after the rules had stopped it: the glasses after massage end at once.
    let stopped = set.visit.procedure_status == ProcedureStatus::AbortedSafety;
    if stopped && set.collection.awaited().any(SpecimenRole::follows_massage) {
        let (now, by) = (writing.now(), writing.who().staff);
        let collection = set.collection.clone().stop_for_safety(now, by)?;
        return keep(writing, set, collection, None).await;
    }
    // Planned only after the patient had taken consent back: nothing is collected any more.
    let wished = set.visit.procedure_status == ProcedureStatus::StoppedByPatient;
    if wished && set.collection.step() != Step::Finished {
        let (now, by) = (writing.now(), writing.who().staff);
        let collection = set.collection.clone().collect_no_more(NotObtainedReason::Stopped, now, by)?;
        return keep(writing, set, collection, None).await;
    }
    Ok(set)
}

/// Keeps what an act made of a set. `desk` issues the labels, and is none for acts that collect nothing.
pub(crate) async fn keep(
    writing: &mut Writing,
    set: Set,
    collection: Collection,
    desk: Option<&Desk>,
) -> Result<Set, Refusal> {
    writing.record_collection(&set.visit, &collection, set.known).await?;
    for recorded in &collection.record()[set.known..] {
        match &recorded.event {
            CollectionEvent::Received { role, catch } => {
                let told = recorded.afterwards.as_ref();
                stamp(writing, &set.visit, *role, catch.clone(), desk, told).await?;
            }
            CollectionEvent::NotObtained { role, reason } => end(writing, &set.visit, *role, *reason).await?,
            CollectionEvent::StoppedForSafety => {
                for role in set.collection.awaited().filter(|role| role.follows_massage()) {
                    end(writing, &set.visit, role, NotObtainedReason::SafetyStop).await?;
                }
            }
            _ => {}
        }
    }
    let visit = writing.visit_of_procedure(set.visit.procedure_id).await?;
    // A massage that has ended is followed by a call, whatever becomes of the visit.
    if set.collection.massage_runs() && !collection.massage_runs() && collection.was_massaged() {
        aftercare::owe_a_call(writing, &visit, false).await?;
    }
    Ok(Set { visit, known: collection.record().len(), collection })
}

/// The rules stopped the massage, before or during it: whoever records that calls this in the same transaction.
pub(crate) async fn stop_for_safety(writing: &mut Writing, visit: &VisitState) -> Result<(), Refusal> {
    let Some(collection) = writing.collection(visit).await? else { return Ok(()) };
    if !collection.massage_runs() && !collection.awaited().any(SpecimenRole::follows_massage) {
        return Ok(());
    }
    let set = Set { visit: *visit, known: collection.record().len(), collection };
    let (now, by) = (writing.now(), writing.who().staff);
    let stopped = set.collection.clone().stop_for_safety(now, by)?;
    keep(writing, set, stopped, None).await.map(drop)
}

/// Consent was taken back: a running massage ends, and what was still awaited will not exist. What exists is kept.
pub(crate) async fn stop_for_withdrawal(writing: &mut Writing, visit: &VisitState) -> Result<(), Refusal> {
    let Some(collection) = writing.collection(visit).await? else { return Ok(()) };
    if collection.step() == Step::Finished {
        return Ok(());
    }
    let set = Set { visit: *visit, known: collection.record().len(), collection };
    let (now, by) = (writing.now(), writing.who().staff);
    let stopped = set.collection.clone().collect_no_more(NotObtainedReason::Stopped, now, by)?;
    keep(writing, set, stopped, None).await.map(drop)
}

/// Gives a caught glass its number and its label.
async fn stamp(
    writing: &mut Writing,
    visit: &VisitState,
    role: SpecimenRole,
    catch: Catch,
    desk: Option<&Desk>,
    told: Option<&Afterwards>,
) -> Result<(), Refusal> {
    let desk = desk.ok_or_else(|| Refusal::not_found("desk"))?;
    let number = writing.collection_number(visit.procedure_id).await?;
    let from = specimen(writing, visit, role).await?;
    let entry = CustodyEntry {
        note: Some(format!("{}, {}{}", catch.amount, how_words(&catch), told.map(late_words).unwrap_or_default())),
        ..CustodyEntry::new(CustodyEvent::Collected, catch.at)
    };
    let to = SpecimenRecord {
        accession: number.tube(role),
        collected_by: Some(desk.who.staff),
        laboratory_version: writing.laboratory_version_now(role, desk.now).await?,
        specimen: match told {
            None => from.specimen.clone().collect(role, catch),
            Some(_) => from.specimen.clone().collect_afterwards(role, catch),
        }
        .map_err(|refusal| specimen_refusal(&refusal))?,
        ..from.clone()
    };
    writing.move_specimen(&from, &to, &entry, visit.patient_id).await?;
    label::issue(writing, desk, visit, &to, told.is_some(), None).await
}

/// The hour of the entry stands beside it in the timeline.
fn late_words(told: &Afterwards) -> String {
    format!("; recorded afterwards, because {}", told.because)
}

async fn end(
    writing: &mut Writing,
    visit: &VisitState,
    role: SpecimenRole,
    reason: NotObtainedReason,
) -> Result<(), Refusal> {
    let from = specimen(writing, visit, role).await?;
    let handled = Handled { at: writing.now(), by: writing.who().staff, place: String::new() };
    let ended = from.specimen.clone().not_obtained(reason, handled).map_err(|refusal| specimen_refusal(&refusal))?;
    let to = SpecimenRecord { specimen: ended, ..from.clone() };
    let entry = CustodyEntry {
        note: Some(reason.words().to_owned()),
        ..CustodyEntry::new(CustodyEvent::NotObtained, writing.now())
    };
    Ok(writing.move_specimen(&from, &to, &entry, visit.patient_id).await?)
}

async fn specimen(writing: &mut Writing, visit: &VisitState, role: SpecimenRole) -> Result<SpecimenRecord, Refusal> {
    let of_set = writing.specimens_of(visit.procedure_id).await?;
    of_set.into_iter().find(|record| record.role == role).ok_or_else(|| Refusal::not_found("specimen"))
}

pub(crate) fn specimen_refusal(refusal: &clinic::specimen::SpecimenRefusal) -> Refusal {
    let said = crate::form::sentence(&refusal.to_string());
    Refusal::new(refusal.code(), said)
}

fn how_words(catch: &Catch) -> String {
    let how = catch.how.words();
    match catch.appearance {
        Some(appearance) => format!("{how}, {appearance}"),
        None => how.to_owned(),
    }
}
