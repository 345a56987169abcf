//! Procedures for somebody at a command line: the list without names, the figures, and all papers of one.

use crate::{Deed, Desk, Refusal, booking, document};
pub use clinic::ids::ProcedureId;
use clinic::label::{LabelContent, LabelStatus};
use delivery::folder::{self, FileName};
pub use records::procedure::{Figures, ProcedureRow};
use records::{Event, Reading};
use serde::Serialize;
use std::path::Path;

/// The clinic and how much of everything there is. No patient is named.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct StatusView {
    /// As papers name it.
    pub clinic: String,
    /// Invented, for looking around.
    pub fictional: bool,
    /// The clinic's day.
    pub today: String,
    /// How much there is.
    #[serde(flatten)]
    pub figures: Figures,
}

/// The figures of the clinic.
pub async fn status(desk: &Desk) -> Result<StatusView, Refusal> {
    desk.may(Deed::SeeCounts)?;
    let figures = desk.records.reading().await?.figures().await?;
    Ok(StatusView {
        clinic: desk.clinic.name.clone(),
        fictional: desk.clinic.fictional,
        today: desk.today().to_string(),
        figures,
    })
}

/// Every procedure without its patient, the oldest first.
pub async fn list(desk: &Desk) -> Result<Vec<ProcedureRow>, Refusal> {
    desk.may(Deed::SeeCounts)?;
    Ok(desk.records.reading().await?.procedures().await?)
}

/// Writes every paper that a procedure has into `out`, and says which. A file that is there already is not replaced.
pub async fn papers(desk: &Desk, procedure: ProcedureId, out: &Path) -> Result<Vec<String>, Refusal> {
    desk.may(Deed::PrintPapers)?;
    let visit = desk.records.reading().await?.visit_of_procedure(procedure).await?;
    let mut papers: Vec<(&'static str, Vec<u8>)> = Vec::new();
    papers.extend(booking::letter_pdf(desk, visit.visit_id).await?.map(|bytes| ("letter.pdf", bytes)));
    papers.extend(document::note_pdf(desk, procedure).await?.map(|bytes| ("note.pdf", bytes)));
    papers.extend(document::result_pdf(desk, procedure).await?.map(|bytes| ("result.pdf", bytes)));
    papers.extend(document::consent_pdf_of(desk, procedure).await?.map(|bytes| ("consent.pdf", bytes)));
    let mut reading = desk.records.reading().await?;
    let labels = labels_of(&mut reading, procedure).await?;
    if !labels.is_empty() {
        papers.extend(label_papers(desk, labels).await?);
    }
    if let Some(order) = reading.order_record(procedure).await? {
        papers.push(("requisition.pdf", order.requisition));
        papers.push(("order.hl7", order.message));
    }
    drop(reading);
    let mut written = Vec::new();
    for (name, bytes) in papers {
        let name = FileName::parse(name).map_err(|problem| Refusal::unexpected(&problem))?;
        folder::make_folder(out).and_then(|()| folder::deliver(out, &name, &bytes)).map_err(|problem| {
            Refusal::field("out", "paper-not-written", format!("{problem}. Choose an empty folder."))
        })?;
        written.push(name.as_str().to_owned());
    }
    let mut writing = desk.writing().await?;
    let event = Event::seen("document.print", format!("procedure/{procedure}"), &written);
    writing.note(event.about(visit.patient_id)).await?;
    writing.commit().await?;
    Ok(written)
}

/// What stands on the labels that count, in the order of the glasses.
async fn labels_of(reading: &mut Reading, procedure: ProcedureId) -> Result<Vec<LabelContent>, Refusal> {
    let mut labels = Vec::new();
    for specimen in reading.specimens_of(procedure).await? {
        let last = reading.labels_of(specimen.id).await?.pop();
        labels.extend(last.filter(|label| label.status != LabelStatus::Voided).map(|label| label.content));
    }
    Ok(labels)
}

async fn label_papers(desk: &Desk, labels: Vec<LabelContent>) -> Result<Vec<(&'static str, Vec<u8>)>, Refusal> {
    let at = desk.now;
    let (pdf, zpl) = tokio::task::spawn_blocking(move || {
        let pdf = paperwork::label::set_labels(&labels, at).and_then(|pages| pages.pdf());
        (pdf, paperwork::zpl::write_labels(&labels, paperwork::zpl::Density::Dpi203))
    })
    .await
    .map_err(|problem| Refusal::unexpected(&problem))?;
    let refused =
        |problem: paperwork::PaperRefusal| Refusal::new("paper-refused", crate::form::sentence(&problem.to_string()));
    Ok(vec![("labels.pdf", pdf.map_err(refused)?), ("labels.zpl", zpl.map_err(refused)?.into_bytes())])
}
