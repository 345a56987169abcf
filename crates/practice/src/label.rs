//! Labels: issued with the stamp, sent to file and printer afterwards, read back from the tube before they count.

use crate::form::sentence;
use crate::{Deed, Desk, Refusal, hold};
use clinic::accession::Accession;
use clinic::ids::{PatientId, ProcedureId, SpecimenId};
use clinic::incident::{IncidentKind, SpecimenFault};
use clinic::label::{
    LabelCheck, LabelContent, LabelRefusal, LabelStatus, PrintWay, PrintedLabel, ReadBack, ReprintReason, VerifiedBy,
    VoidReason, initials,
};
use clinic::specimen::{CustodyEvent, Specimen};
use delivery::folder::{FileName, deliver, make_folder};
use delivery::printer::{Job, QueueName, Spooler};
use records::Writing;
use records::incident::NewIncident;
pub use records::label::LabelView;
use records::label::{LabelToPrint, NewLabel, PrintAttempt};
use records::specimen::{CustodyEntry, SpecimenRecord};
use records::visit::VisitState;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// What is said of a label that was stuck on the wrong tube.
const MISAPPLIED: &str = "its label had been stuck on the wrong tube and was printed anew";
/// The setting that names the label printer's queue; without it labels are files.
pub const QUEUE_SETTING: &str = "label-queue";

/// What was read from the applied tube.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct VerifyLabel {
    /// In whose set the tube is expected.
    pub procedure_id: ProcedureId,
    /// Which tube is in the hand; a scan of a whole number says so itself.
    pub specimen_id: Option<SpecimenId>,
    /// The whole number, or its last four characters.
    pub read: String,
    /// Scanned or typed.
    pub how: VerifiedBy,
}

/// One label once more.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ReprintLabel {
    /// Whose.
    pub specimen_id: SpecimenId,
    /// Why.
    pub reason: ReprintReason,
}

impl From<LabelRefusal> for Refusal {
    fn from(refusal: LabelRefusal) -> Self {
        Self::field("read", refusal.code(), sentence(&refusal.to_string()))
    }
}

/// Whether a tube was recorded afterwards, so that its label says so.
pub(crate) async fn is_late(
    writing: &mut Writing,
    visit: &VisitState,
    role: clinic::specimen::SpecimenRole,
) -> Result<bool, Refusal> {
    Ok(writing.collection(visit).await?.is_some_and(|set| set.told_of(role).is_some()))
}

/// Issues the label of a stamped tube, in the transaction of the stamp.
pub(crate) async fn issue(
    writing: &mut Writing,
    desk: &Desk,
    visit: &VisitState,
    record: &SpecimenRecord,
    late: bool,
    reprint_reason: Option<ReprintReason>,
) -> Result<(), Refusal> {
    let patient =
        writing.patient(visit.patient_id, desk.today()).await?.ok_or_else(|| Refusal::not_found("patient"))?;
    let (Some(accession), Some(catch), Some(collector)) =
        (record.accession, record.specimen.catch(), record.collected_by)
    else {
        return Err(Refusal::not_found("collected specimen"));
    };
    let collector = if collector == desk.who.staff {
        desk.who.name.clone()
    } else {
        writing.staff_member(collector).await?.map(|person| person.name).unwrap_or_default()
    };
    let entry = writing.entry_of(record, desk.now).await?;
    let further = writing.further_of(record.id).await?;
    let serial = writing.labels_of(record.id).await?.len() + 1;
    let content = LabelContent {
        family: patient.identity.family,
        given: patient.identity.given,
        birth: patient.identity.birth_date,
        mrn: patient.identity.mrn,
        role: record.role,
        position: u8::try_from(record.position).unwrap_or(u8::MAX),
        of: u8::try_from(record.planned_of).unwrap_or(u8::MAX),
        accession,
        collected_at: catch.at,
        collector_initials: initials(&collector),
        source: further.map_or_else(|| entry.source.clone(), |facts| facts.source(&entry.source)),
        clinic: desk.clinic.name.clone(),
        storage: entry.storage,
        serial: u32::try_from(serial).unwrap_or(u32::MAX),
        late,
    };
    let label = NewLabel { id: writing.id(), specimen: record.id, content, reprint_reason };
    Ok(writing.issue_label(&label, visit.patient_id).await?)
}

/// Sends every label of a set that was not sent yet: to the folder of labels as PDF and ZPL, and to the printer where
/// one is set. What did not get there stands in the ledger with its reason; nothing waits for it.
pub async fn print(desk: &Desk, procedure: ProcedureId) -> Result<Vec<LabelView>, Refusal> {
    desk.may(Deed::HandleSpecimens)?;
    let _turn = desk.session.printing.lock().await;
    let mut reading = desk.records.reading().await?;
    let visit = reading.visit_of_procedure(procedure).await?;
    let queue = reading.setting(QUEUE_SETTING).await?;
    // A label that is held is not printed; it waits where it stands.
    let held = crate::withdrawal::is_held(&mut reading, visit.visit_id, desk.now).await?;
    let waiting = if held { Vec::new() } else { reading.labels_to_print(procedure).await? };
    drop(reading);
    let mut sent = Vec::new();
    for label in waiting {
        sent.push((label.id, label.specimen, attempts(desk, &label, queue.as_deref()).await?));
    }
    let mut views = Vec::new();
    if sent.is_empty() {
        return Ok(views);
    }
    let mut writing = desk.writing().await?;
    for (label, specimen, attempts) in sent {
        for attempt in &attempts {
            writing.note_print(label, attempt, visit.patient_id).await?;
        }
        let words: Vec<_> = attempts.iter().map(attempt_words).collect();
        let note = Some(words.join("; "));
        let entry = CustodyEntry { note, ..CustodyEntry::new(CustodyEvent::LabelPrinted, desk.now) };
        writing.note_custody(specimen, &entry, visit.patient_id).await?;
        views.extend(writing.labels_of(specimen).await?.pop());
    }
    writing.commit().await?;
    Ok(views)
}

fn attempt_words(attempt: &PrintAttempt) -> String {
    match &attempt.failure {
        None => format!("sent to {}", attempt.target),
        Some(failure) => format!("not sent to {}: {failure}", attempt.target),
    }
}

async fn attempts(desk: &Desk, label: &LabelToPrint, queue: Option<&str>) -> Result<Vec<PrintAttempt>, Refusal> {
    let folder = desk.places.labels.clone();
    let (content, at) = (label.content.clone(), desk.now);
    // Typesetting takes a tenth of a second, and a disk may be slow: neither belongs on the threads that answer.
    let (mut attempts, zpl) = tokio::task::spawn_blocking(move || {
        let name = format!("{}-{}", content.accession.compact(), content.serial);
        let pdf = paperwork::label::set_labels(std::slice::from_ref(&content), at)
            .and_then(|label| label.pdf())
            .map_err(|refusal| refusal.to_string());
        let zpl = paperwork::zpl::write_labels(std::slice::from_ref(&content), paperwork::zpl::Density::Dpi203)
            .map(String::into_bytes)
            .map_err(|refusal| refusal.to_string());
        let files = vec![
            to_file(&folder, PrintWay::PdfFile, &format!("{name}.pdf"), &pdf),
            to_file(&folder, PrintWay::ZplFile, &format!("{name}.zpl"), &zpl),
        ];
        (files, zpl)
    })
    .await
    .map_err(|problem| Refusal::unexpected(&problem))?;
    if let Some(queue) = queue {
        attempts.push(to_queue(queue, zpl).await);
    }
    Ok(attempts)
}

fn to_file(folder: &Path, way: PrintWay, name: &str, bytes: &Result<Vec<u8>, String>) -> PrintAttempt {
    let written = bytes.clone().and_then(|bytes| {
        let name = FileName::parse(name).map_err(|refusal| refusal.to_string())?;
        make_folder(folder).and_then(|()| deliver(folder, &name, &bytes)).map_err(|refusal| refusal.to_string())
    });
    PrintAttempt { way, target: name.to_owned(), failure: written.err() }
}

async fn to_queue(queue: &str, zpl: Result<Vec<u8>, String>) -> PrintAttempt {
    let handed = match (QueueName::parse(queue), zpl) {
        (Err(refusal), _) => Err(refusal.to_string()),
        (_, Err(refusal)) => Err(refusal),
        // The title is shown to anybody who looks at the queue.
        (Ok(name), Ok(zpl)) => {
            let handed = Spooler::default().hand_over(&name, Job::Zpl, "Fourglass label", &zpl).await;
            handed.map(drop).map_err(|refusal| refusal.to_string())
        }
    };
    PrintAttempt { way: PrintWay::Queue, target: queue.to_owned(), failure: handed.err() }
}

/// The label on the tube is read back beside the patient; only now does the tube count.
pub async fn verify(desk: &Desk, request: VerifyLabel) -> Result<LabelView, Refusal> {
    desk.may(Deed::HandleSpecimens)?;
    let read = ReadBack::parse(&request.read, request.how)?;
    let mut writing = desk.writing().await?;
    let visit = writing.visit_of_procedure(request.procedure_id).await?;
    let set = writing.specimens_of(request.procedure_id).await?;
    let from = meant(&set, &read, request.specimen_id)?;
    let accession = from.accession.ok_or_else(|| Refusal::not_found("label"))?;
    if matches!(from.specimen, Specimen::Discarded(..)) {
        let said = format!("Tube {accession} was discarded: put it aside, it goes nowhere.");
        return Err(Refusal::field("read", "specimen-discarded", said));
    }
    hold::refuse_quarantined(&mut writing, from).await.map_err(|refusal| refusal.beside("read"))?;
    let live = writing.live_label(from.id).await?.ok_or_else(|| Refusal::not_found("label"))?;
    if !writing.was_printed(live.id).await? {
        let said =
            format!("Label {accession} was never printed. Print it again, put it on the tube, then read it back.");
        return Err(Refusal::field("read", "label-not-printed", said));
    }
    let verified = live.label.clone().verify(accession, &read, desk.now, desk.who.staff)?;
    writing.move_label(&live, &verified, visit.patient_id).await?;
    let how = match verified {
        PrintedLabel::Verified { ref check, .. } => check.how,
        _ => request.how,
    };
    let check = LabelCheck { at: desk.now, by: desk.who.staff, how };
    let specimen =
        from.specimen.clone().verify(check).map_err(|refusal| crate::collection::specimen_refusal(&refusal))?;
    let to = SpecimenRecord { specimen, ..from.clone() };
    let entry =
        CustodyEntry { note: Some(how.to_string()), ..CustodyEntry::new(CustodyEvent::LabelVerified, desk.now) };
    writing.move_specimen(from, &to, &entry, visit.patient_id).await?;
    let view = writing.labels_of(from.id).await?.pop().ok_or_else(|| Refusal::not_found("label"))?;
    writing.commit().await?;
    Ok(view)
}

/// The tube that is in the hand: named by its whole number, or chosen on the screen when only four characters were typed.
fn meant<'a>(
    set: &'a [SpecimenRecord],
    read: &ReadBack,
    chosen: Option<SpecimenId>,
) -> Result<&'a SpecimenRecord, Refusal> {
    let numbered = |number: &Accession| set.iter().find(|record| record.accession.as_ref() == Some(number));
    let found = match (read, chosen) {
        (_, Some(id)) => set.iter().find(|record| record.id == id),
        (ReadBack::Scanned(number) | ReadBack::Typed(number), None) => {
            return numbered(number).ok_or_else(|| {
                Refusal::field(
                    "read",
                    "another-patients-tube",
                    format!("Tube {number} is not of this set. Put it aside and look for the right one."),
                )
            });
        }
        (ReadBack::LastFour(four), None) => {
            set.iter().find(|record| record.accession.is_some_and(|number| number.last_four() == *four))
        }
    };
    found.ok_or_else(|| LabelRefusal::Unreadable.into())
}

/// Voids the label of a tube that counts, if there is one, with its line in the chain of custody.
pub(crate) async fn void_live(
    writing: &mut Writing,
    desk: &Desk,
    record: &SpecimenRecord,
    reason: VoidReason,
    patient: PatientId,
) -> Result<(), Refusal> {
    let Some(live) = writing.live_label(record.id).await? else { return Ok(()) };
    // What was voided before stays so, with its own reason.
    let Ok(voided) = live.label.clone().void(reason) else { return Ok(()) };
    writing.move_label(&live, &voided, patient).await?;
    let note = Some(reason.as_str().replace('-', " "));
    let entry = CustodyEntry { note, ..CustodyEntry::new(CustodyEvent::LabelVoided, desk.now) };
    Ok(writing.note_custody(record.id, &entry, patient).await?)
}

/// Opens an incident for the labels that nobody had read back when the patient left: from then on it is sure no more whose
/// tubes they are.
pub(crate) async fn missed(writing: &mut Writing, visit: &VisitState) -> Result<(), Refusal> {
    let mut tubes = Vec::new();
    for record in writing.specimens_of(visit.procedure_id).await? {
        let last = writing.labels_of(record.id).await?.pop();
        if last.is_some_and(|label| label.status == LabelStatus::Unverified) {
            let number = record.accession.map(|number| format!(" ({number})")).unwrap_or_default();
            tubes.push(format!("{}{number}", record.role.code()));
        }
    }
    if tubes.is_empty() {
        return Ok(());
    }
    let incident = NewIncident {
        kind: IncidentKind::UnverifiedLabel,
        patient: visit.patient_id,
        visit: Some(visit.visit_id),
        words: format!("The patient left before the label was read back from the tube: {}.", tubes.join(", ")),
    };
    writing.open_incident(&incident).await?;
    Ok(())
}

/// Prints a label once more: the earlier one is voided with the reason, and the new one must be read back.
pub async fn reprint(desk: &Desk, request: ReprintLabel) -> Result<LabelView, Refusal> {
    desk.may(Deed::HandleSpecimens)?;
    let mut writing = desk.writing().await?;
    let from = writing.specimen(request.specimen_id).await?;
    hold::refuse_held_tube(desk, &mut writing, &from).await?;
    let visit = writing.visit_of_procedure(from.procedure).await?;
    let live = writing.live_label(from.id).await?.ok_or_else(|| Refusal::not_found("label"))?;
    let voided = live.label.clone().void(request.reason.into())?;
    writing.move_label(&live, &voided, visit.patient_id).await?;
    let specimen = from.specimen.clone().relabel().map_err(|refusal| crate::collection::specimen_refusal(&refusal))?;
    let to = SpecimenRecord { specimen, ..from.clone() };
    let entry = CustodyEntry {
        note: Some(request.reason.to_string()),
        ..CustodyEntry::new(CustodyEvent::LabelVoided, desk.now)
    };
    writing.move_specimen(&from, &to, &entry, visit.patient_id).await?;
    let late = is_late(&mut writing, &visit, from.role).await?;
    issue(&mut writing, desk, &visit, &to, late, Some(request.reason)).await?;
    if request.reason == ReprintReason::Misapplied {
        crate::specimen::open_fault(&mut writing, desk, &visit, &from, SpecimenFault::Mislabelled, MISAPPLIED).await?;
    }
    writing.commit().await?;
    print(desk, from.procedure).await?;
    let mut reading = desk.records.reading().await?;
    reading.labels_of(from.id).await?.pop().ok_or_else(|| Refusal::not_found("label"))
}

/// The labels of a tube as they were printed, a picture (SVG) each, the latest last.
pub async fn pictures(desk: &Desk, specimen: SpecimenId) -> Result<Vec<String>, Refusal> {
    desk.may(Deed::HandleSpecimens)?;
    let labels = desk.records.reading().await?.labels_of(specimen).await?;
    let contents: Vec<_> = labels.into_iter().map(|label| label.content).collect();
    if contents.is_empty() {
        return Ok(Vec::new());
    }
    let at = desk.now;
    let pages = move || paperwork::label::set_labels(&contents, at).map(|labels| labels.pages_svg());
    let pages = tokio::task::spawn_blocking(pages).await.map_err(|problem| Refusal::unexpected(&problem))?;
    pages.map_err(|refusal| Refusal::new("paper-refused", sentence(&refusal.to_string())))
}
