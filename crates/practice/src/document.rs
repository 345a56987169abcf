//! Papers of one chart: consent, note and results, as pages to look at and as PDF to keep.

use crate::form::sentence;
use crate::letterhead::letterhead;
use crate::{Deed, Desk, Refusal, note};
use clinic::ids::{ConsentId, ProcedureId};
use clinic::note::SignedNote;
use delivery::folder::{FileName, FolderRefusal, deliver, make_folder};
use paperwork::consent::{ConsentPaper, set_consent};
use paperwork::note::{NotePaper, set_note};
use paperwork::result::set_result;
use paperwork::{PaperRefusal, Typeset};
use records::Reading;
use records::visit::VisitState;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// Which note to look at.
#[derive(Debug, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ShowNote {
    /// The procedure.
    pub procedure_id: ProcedureId,
    /// A signed version; the draft when empty.
    pub version: Option<i32>,
    /// What is being added to the draft.
    pub remarks: Option<String>,
}

/// A paper that was written as a file.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct PrintedPaper {
    /// The file's name in the folder for papers.
    pub file: String,
    /// The folder.
    pub folder: String,
}

/// The pages of a note as they print, each as SVG.
pub async fn note_pages(desk: &Desk, request: ShowNote) -> Result<Vec<String>, Refusal> {
    desk.may(Deed::OpenChart)?;
    let mut reading = desk.records.reading().await?;
    let state = reading.visit_of_procedure(request.procedure_id).await?;
    let paper = match request.version.and_then(|version| u32::try_from(version).ok()) {
        Some(version) => signed_paper(desk, &mut reading, &state, Some(version)).await?,
        None => draft_paper(desk, &mut reading, &state, request.remarks).await?,
    };
    pages(move || set_note(&paper)).await
}

/// The last signed note of a procedure as PDF; none while nothing is signed.
pub async fn note_pdf(desk: &Desk, procedure: ProcedureId) -> Result<Option<Vec<u8>>, Refusal> {
    desk.may(Deed::PrintPapers)?;
    let mut reading = desk.records.reading().await?;
    let state = reading.visit_of_procedure(procedure).await?;
    if reading.signed_notes(procedure).await?.is_empty() {
        return Ok(None);
    }
    let paper = signed_paper(desk, &mut reading, &state, None).await?;
    Ok(Some(pdf(move || set_note(&paper)).await?))
}

/// The latest results of a set as PDF; none while nothing was typed in.
pub async fn result_pdf(desk: &Desk, procedure: ProcedureId) -> Result<Option<Vec<u8>>, Refusal> {
    desk.may(Deed::PrintPapers)?;
    let mut reading = desk.records.reading().await?;
    let state = reading.visit_of_procedure(procedure).await?;
    let number = number(&mut reading, &state).await?;
    match crate::result::paper::paper(desk, &mut reading, &state, number).await? {
        Some(paper) => Ok(Some(pdf(move || set_result(&paper)).await?)),
        None => Ok(None),
    }
}

/// The pages of a consent as they print, each as SVG.
pub async fn consent_pages(desk: &Desk, consent: ConsentId) -> Result<Vec<String>, Refusal> {
    desk.may(Deed::OpenChart)?;
    let paper = consent_paper(desk, consent).await?;
    pages(move || set_consent(&paper)).await
}

/// A consent as PDF, in whatever state it is.
pub async fn consent_pdf(desk: &Desk, consent: ConsentId) -> Result<Vec<u8>, Refusal> {
    desk.may(Deed::PrintPapers)?;
    let paper = consent_paper(desk, consent).await?;
    pdf(move || set_consent(&paper)).await
}

/// The newest consent of a procedure's visit as PDF; none when none was asked for.
pub async fn consent_pdf_of(desk: &Desk, procedure: ProcedureId) -> Result<Option<Vec<u8>>, Refusal> {
    desk.may(Deed::PrintPapers)?;
    let mut reading = desk.records.reading().await?;
    let visit = reading.visit_of_procedure(procedure).await?.visit_id;
    let newest = reading.consents_of(visit, desk.now).await?.pop();
    drop(reading);
    match newest {
        Some(stored) => Ok(Some(consent_pdf(desk, stored.consent.offered().consent).await?)),
        None => Ok(None),
    }
}

/// Writes the last signed note as a file into the folder for papers.
pub async fn print_note(desk: &Desk, procedure: ProcedureId) -> Result<PrintedPaper, Refusal> {
    let unsigned = || Refusal::new("note-unsigned", "This note is not signed yet; sign it, then print it.");
    let bytes = note_pdf(desk, procedure).await?.ok_or_else(unsigned)?;
    let signed = note::last_signed(desk, procedure).await?.ok_or_else(unsigned)?;
    let name = format!("note-{procedure}-v{}", signed.draft().version);
    keep(desk, name, bytes, format!("note/{}", signed.draft().note)).await
}

/// Writes the latest results of a set as a file into the folder for papers.
pub async fn print_result(desk: &Desk, procedure: ProcedureId) -> Result<PrintedPaper, Refusal> {
    let missing = || Refusal::new("result-missing", "No result was typed in yet; type it in, then print it.");
    let bytes = result_pdf(desk, procedure).await?.ok_or_else(missing)?;
    let latest = crate::result::latest(&mut desk.records.reading().await?, procedure).await?.ok_or_else(missing)?;
    // An opinion makes another paper of the same version.
    let name = format!("result-{procedure}-v{}-{}", latest.version, latest.opinions.len());
    keep(desk, name, bytes, format!("result/{procedure}")).await
}

/// Writes a consent as a file into the folder for papers.
pub async fn print_consent(desk: &Desk, consent: ConsentId) -> Result<PrintedPaper, Refusal> {
    let bytes = consent_pdf(desk, consent).await?;
    let state = desk.records.reading().await?.consent(consent, desk.now).await?.consent.state();
    keep(desk, format!("consent-{consent}-{state}"), bytes, format!("consent/{consent}")).await
}

async fn keep(desk: &Desk, stem: String, bytes: Vec<u8>, object: String) -> Result<PrintedPaper, Refusal> {
    keep_as(desk, stem, "pdf", bytes, object).await
}

/// The same for a file of another kind.
pub(crate) async fn keep_as(
    desk: &Desk,
    stem: String,
    ending: &'static str,
    bytes: Vec<u8>,
    object: String,
) -> Result<PrintedPaper, Refusal> {
    let file = put_down(desk, stem, ending, bytes).await?;
    let mut writing = desk.writing().await?;
    writing.note(records::Event::seen("document.print", object, &file)).await?;
    writing.commit().await?;
    Ok(PrintedPaper { file, folder: desk.places.papers.display().to_string() })
}

/// Puts a paper into its folder under `stem` and says under which name it stands. A paper that says something else,
/// printed before a setting changed or the content was adopted, keeps its name: the later one is counted. Whoever
/// calls it leaves the trace.
pub(crate) async fn put_down(
    desk: &Desk,
    stem: String,
    ending: &'static str,
    bytes: Vec<u8>,
) -> Result<String, Refusal> {
    let there = desk.places.papers.clone();
    tokio::task::spawn_blocking(move || put(&there, &stem, ending, &bytes))
        .await
        .map_err(|problem| Refusal::unexpected(&problem))?
        .map_err(|refusal| Refusal::new("paper-not-written", sentence(&refusal.to_string())))
}

/// The name under which the paper stands now.
fn put(folder: &Path, stem: &str, ending: &str, bytes: &[u8]) -> Result<String, FolderRefusal> {
    make_folder(folder)?;
    let mut counted = 1;
    loop {
        let name = if counted == 1 { format!("{stem}.{ending}") } else { format!("{stem}-{counted}.{ending}") };
        match deliver(folder, &FileName::parse(&name)?, bytes) {
            Err(FolderRefusal::NameTaken(_)) if counted < 1000 => counted += 1,
            delivered => return delivered.map(|_| name),
        }
    }
}

async fn consent_paper(desk: &Desk, consent: ConsentId) -> Result<ConsentPaper, Refusal> {
    let mut reading = desk.records.reading().await?;
    let stored = reading.consent(consent, desk.now).await?;
    Ok(ConsentPaper {
        letterhead: letterhead(desk, &mut reading).await?,
        seal: stored.sealed.map_or_else(String::new, |sealed| sealed.sha256),
        consent: crate::consent::presence::shown(&mut reading, stored.consent).await?,
    })
}

async fn draft_paper(
    desk: &Desk,
    reading: &mut Reading,
    state: &VisitState,
    remarks: Option<String>,
) -> Result<NotePaper, Refusal> {
    let signed = reading.signed_notes(state.procedure_id).await?;
    let patient =
        reading.patient(state.patient_id, desk.today()).await?.ok_or_else(|| Refusal::not_found("patient"))?;
    Ok(NotePaper {
        letterhead: letterhead(desk, reading).await?,
        patient: crate::consent::identity(&patient),
        number: number(reading, state).await?,
        text: note::written(desk, reading, state, crate::form::optional(remarks)).await?,
        version: u32::try_from(signed.len()).unwrap_or(u32::MAX).saturating_add(1),
        reason: None,
        signing: None,
        superseded: false,
        at: desk.now,
    })
}

/// One signed version, the last when none is named.
async fn signed_paper(
    desk: &Desk,
    reading: &mut Reading,
    state: &VisitState,
    version: Option<u32>,
) -> Result<NotePaper, Refusal> {
    let signed = reading.signed_notes(state.procedure_id).await?;
    let last = signed.last().map(|note: &SignedNote| note.draft().version);
    let wanted = signed.into_iter().find(|note| Some(note.draft().version) == version.or(last));
    let note = wanted.ok_or_else(|| Refusal::not_found("version of this note"))?;
    let draft = note.draft();
    Ok(NotePaper {
        letterhead: letterhead(desk, reading).await?,
        patient: draft.identity.clone(),
        number: number(reading, state).await?,
        text: draft.text.clone(),
        version: draft.version,
        reason: draft.reason.clone(),
        superseded: last > Some(draft.version),
        at: note.signing().at,
        signing: Some(note.signing().clone()),
    })
}

/// What the procedure is called when it is spoken of: the collection's number, or else the patient's.
pub(crate) async fn number(reading: &mut Reading, state: &VisitState) -> Result<String, Refusal> {
    let specimens = reading.specimens_shown(state.procedure_id).await?;
    if let Some(tube) = specimens.into_iter().find_map(|record| record.accession) {
        return Ok(tube.collection().to_string());
    }
    let patient = reading.patient(state.patient_id, chrono::NaiveDate::default()).await?;
    Ok(patient.map_or_else(String::new, |patient| patient.identity.mrn.to_string()))
}

pub(crate) async fn pages(
    set: impl FnOnce() -> Result<Typeset, PaperRefusal> + Send + 'static,
) -> Result<Vec<String>, Refusal> {
    pressed(move || set().map(|paper| paper.pages_svg())).await
}

pub(crate) async fn pdf(
    set: impl FnOnce() -> Result<Typeset, PaperRefusal> + Send + 'static,
) -> Result<Vec<u8>, Refusal> {
    pressed(move || set().and_then(|paper| paper.pdf())).await
}

/// Setting a page takes a moment, so it is done where that holds up nobody.
async fn pressed<T: Send + 'static>(
    press: impl FnOnce() -> Result<T, PaperRefusal> + Send + 'static,
) -> Result<T, Refusal> {
    tokio::task::spawn_blocking(press)
        .await
        .map_err(|problem| Refusal::unexpected(&problem))?
        .map_err(|refusal| Refusal::new("paper-refused", sentence(&refusal.to_string())))
}
