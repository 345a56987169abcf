//! One tube: found by its number, shown with all that happened to it, stored, packed or thrown away.

use crate::collection::specimen_refusal;
use crate::form::Form;
use crate::{Deed, Desk, Refusal};
use clinic::accession::Accession;
use clinic::ids::PatientId;
pub use clinic::ids::SpecimenId;
pub use clinic::incident::SpecimenFault;
use clinic::label::VoidReason;
use clinic::specimen::{CustodyEvent, DiscardReason, Handled, Specimen, SpecimenRefusal};
use records::Writing;
pub use records::handoff::HandoffSet;
use records::incident::NewIncident;
pub use records::specimen::SpecimenView;
use records::specimen::{CustodyEntry, SpecimenRecord};
use records::visit::VisitState;
use serde::{Deserialize, Serialize};

/// Tubes are put away.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct StoreSpecimens {
    /// Which.
    pub specimen_ids: Vec<SpecimenId>,
    /// The refrigerator, as the clinic calls it.
    pub place: String,
}

/// A tube is packed for the laboratory, as scanned or typed.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct PackSpecimen {
    /// Its whole number.
    pub accession: String,
    /// The bag or box.
    pub place: String,
}

/// A tube that exists is thrown away.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct DiscardSpecimen {
    /// Which.
    pub specimen_id: SpecimenId,
    /// Why.
    pub reason: DiscardReason,
}

/// Somebody says that a tube was mislabelled, lost or rejected.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ReportFault {
    /// Which tube.
    pub specimen_id: SpecimenId,
    /// What happened.
    pub fault: SpecimenFault,
    /// How it came about, or what the laboratory said.
    pub words: String,
}

/// A tube that was scanned, and whose it is.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct FoundSpecimen {
    /// The specimen.
    pub specimen_id: SpecimenId,
    /// The patient.
    pub patient_id: PatientId,
}

/// The timeline of one tube. Opening it leaves a trace in the patient's record.
pub async fn open(desk: &Desk, specimen: SpecimenId) -> Result<SpecimenView, Refusal> {
    desk.may(Deed::HandleSpecimens)?;
    let mut writing = desk.writing().await?;
    let view = writing.specimen_view(specimen, desk.now).await?;
    let visit = writing.visit_of_procedure(view.procedure_id).await?;
    let event = records::Event::seen("specimen.open", format!("specimen/{specimen}"), &()).about(visit.patient_id);
    writing.note(event).await?;
    writing.commit().await?;
    Ok(view)
}

/// The specimen with a scanned or typed number; none when this clinic has no such tube.
pub async fn find(desk: &Desk, text: &str) -> Result<Option<FoundSpecimen>, Refusal> {
    desk.may(Deed::HandleSpecimens)?;
    let Ok(number) = Accession::parse(text) else { return Ok(None) };
    let mut reading = desk.records.reading().await?;
    let Some(specimen_id) = reading.specimen_numbered(number).await? else { return Ok(None) };
    let record = reading.specimen(specimen_id).await?;
    let patient_id = reading.visit_of_procedure(record.procedure).await?.patient_id;
    Ok(Some(FoundSpecimen { specimen_id, patient_id }))
}

/// Everything that still has to leave the house.
pub async fn handoff(desk: &Desk) -> Result<Vec<HandoffSet>, Refusal> {
    desk.may(Deed::HandleSpecimens)?;
    Ok(desk.records.reading().await?.handoff(desk.now).await?)
}

/// Tubes are put into their storage place; the clock of their culture runs on, cold.
pub async fn store(desk: &Desk, request: StoreSpecimens) -> Result<Vec<HandoffSet>, Refusal> {
    desk.may(Deed::HandleSpecimens)?;
    let place = place("place", &request.place)?;
    for specimen in request.specimen_ids {
        step(desk, specimen, CustodyEvent::Stored, &place, Specimen::store).await?;
    }
    handoff(desk).await
}

/// A tube is packed; an unverified one is refused.
pub async fn pack(desk: &Desk, request: PackSpecimen) -> Result<Vec<HandoffSet>, Refusal> {
    desk.may(Deed::HandleSpecimens)?;
    let place = place("place", &request.place)?;
    let number = Accession::parse(&request.accession).map_err(|refusal| {
        Refusal::field("accession", "not-an-accession", crate::form::sentence(&refusal.to_string()))
    })?;
    let found = desk.records.reading().await?.specimen_numbered(number).await?;
    let unknown = || Refusal::field("accession", "specimen-unknown", format!("No tube here has the number {number}."));
    let specimen = found.ok_or_else(unknown)?;
    let mut reading = desk.records.reading().await?;
    let record = reading.specimen(specimen).await?;
    crate::tube::filled_before_packing(&mut reading, &record).await?;
    drop(reading);
    step(desk, specimen, CustodyEvent::Packed, &place, Specimen::pack).await?;
    handoff(desk).await
}

/// A tube is thrown away, with its reason: its label is void, and it is neither packed nor ordered.
pub async fn discard(desk: &Desk, request: DiscardSpecimen) -> Result<SpecimenView, Refusal> {
    desk.may(Deed::HandleSpecimens)?;
    let mut writing = desk.writing().await?;
    let from = writing.specimen(request.specimen_id).await?;
    let patient = writing.visit_of_procedure(from.procedure).await?.patient_id;
    let handled = Handled { at: desk.now, by: desk.who.staff, place: String::new() };
    let moved = from.specimen.clone().discard(request.reason, handled).map_err(|refusal| specimen_refusal(&refusal))?;
    let reason = Some(request.reason.words().to_owned());
    crate::label::void_live(&mut writing, desk, &from, VoidReason::Discarded, patient).await?;
    writing.release_quarantine(from.id, "discarded", patient).await?;
    let to = SpecimenRecord { specimen: moved, ..from.clone() };
    let entry = CustodyEntry { note: reason, ..CustodyEntry::new(CustodyEvent::Discarded, desk.now) };
    writing.move_specimen(&from, &to, &entry, patient).await?;
    if request.reason == DiscardReason::WrongTube {
        let visit = writing.visit_of_procedure(from.procedure).await?;
        let why = "it was not what its label said, and was thrown away";
        open_fault(&mut writing, desk, &visit, &from, SpecimenFault::Mislabelled, why).await?;
    }
    let view = writing.specimen_view(from.id, desk.now).await?;
    writing.commit().await?;
    Ok(view)
}

/// Opens an incident for a tube that was mislabelled, lost or rejected. What becomes of the tube is another act.
///
/// # Errors
/// Beside `words` when nothing was written; `nothing-collected` for a tube that never existed.
pub async fn report_fault(desk: &Desk, request: ReportFault) -> Result<SpecimenView, Refusal> {
    desk.may(Deed::HandleSpecimens)?;
    let mut form = Form::default();
    let words = form.line("words", Some(request.words), 300);
    if words.is_none() {
        form.refuse("words", "write how it came about, or what the laboratory said");
    }
    let Some(words) = words.filter(|_| form.is_clean()) else { return Err(form.refusal()) };
    let mut writing = desk.writing().await?;
    let record = writing.specimen(request.specimen_id).await?;
    if record.specimen.catch().is_none() {
        return Err(Refusal::new(
            "nothing-collected",
            "This specimen was never collected: there is nothing to report.",
        ));
    }
    let visit = writing.visit_of_procedure(record.procedure).await?;
    open_fault(&mut writing, desk, &visit, &record, request.fault, &words).await?;
    writing.commit().await?;
    Ok(desk.records.reading().await?.specimen_view(request.specimen_id, desk.now).await?)
}

/// Opens the incident of a tube, with its line in the chain of custody.
pub(crate) async fn open_fault(
    writing: &mut Writing,
    desk: &Desk,
    visit: &VisitState,
    record: &SpecimenRecord,
    fault: SpecimenFault,
    words: &str,
) -> Result<(), Refusal> {
    let tube = record
        .accession
        .map_or_else(|| record.role.code().to_owned(), |number| format!("{} ({number})", record.role.code()));
    let why = words.trim_end_matches('.');
    let incident = NewIncident {
        kind: fault.incident(),
        patient: visit.patient_id,
        visit: Some(visit.visit_id),
        words: format!("{tube} {}: {why}.", fault.words()),
    };
    let number = writing.open_incident(&incident).await?;
    let note = Some(format!("incident {number}: {}: {why}", fault.as_str()));
    let entry = CustodyEntry { note, ..CustodyEntry::new(CustodyEvent::IncidentOpened, desk.now) };
    Ok(writing.note_custody(record.id, &entry, visit.patient_id).await?)
}

async fn step(
    desk: &Desk,
    specimen: SpecimenId,
    event: CustodyEvent,
    place: &str,
    act: impl FnOnce(Specimen, Handled) -> Result<Specimen, SpecimenRefusal>,
) -> Result<(), Refusal> {
    let mut writing = desk.writing().await?;
    let from = writing.specimen(specimen).await?;
    let visit = writing.visit_of_procedure(from.procedure).await?;
    if event == CustodyEvent::Packed {
        crate::hold::refuse_held_tube(desk, &mut writing, &from).await?;
    }
    let handled = Handled { at: desk.now, by: desk.who.staff, place: place.to_owned() };
    let moved = act(from.specimen.clone(), handled).map_err(|refusal| specimen_refusal(&refusal))?;
    let to = SpecimenRecord { specimen: moved, ..from.clone() };
    let entry = CustodyEntry { place: Some(place.to_owned()), ..CustodyEntry::new(event, desk.now) };
    writing.move_specimen(&from, &to, &entry, visit.patient_id).await?;
    Ok(writing.commit().await?)
}

fn place(field: &str, text: &str) -> Result<String, Refusal> {
    let name = text.trim();
    if (1..=60).contains(&name.chars().count()) && !name.chars().any(char::is_control) {
        return Ok(name.to_owned());
    }
    Err(Refusal::field(field, "place-missing", "Name the place in 1 to 60 characters, such as “Fridge 1”."))
}
