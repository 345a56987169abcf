//! The preparation sheet on paper: looked at, and made with its place among the papers of the visit.

use super::{BookingPaperKind, VisitRoom, post_to, room};
use crate::document::{pages, pdf, put_down};
use crate::letterhead::{ADDRESS_SETTING, TELEPHONE_SETTING, letterhead};
use crate::{Deed, Desk, Refusal};
use clinic::aftercare::Language;
use clinic::ids::VisitId;
use clinic::preparation::{Appointment, text};
use clinic::visit::VisitStatus;
use paperwork::preparation::{PreparationPaper, set_preparation};
use records::Reading;
use records::visit::VisitState;
use serde::Deserialize;

/// Which sheet.
#[derive(Debug, Clone, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct MakePreparation {
    /// The visit.
    pub visit_id: VisitId,
    /// In the patient's language; for any other an interpreter reads it out.
    pub language: Language,
}

/// The pages of a sheet as it would be made now, each as SVG.
pub async fn preparation_pages(desk: &Desk, request: MakePreparation) -> Result<Vec<String>, Refusal> {
    desk.may(Deed::OpenChart)?;
    let mut reading = desk.records.reading().await?;
    let state = reading.visit_state(request.visit_id).await?;
    let paper = paper(desk, &mut reading, &state, request.language).await?;
    drop(reading);
    pages(move || set_preparation(&paper)).await
}

/// Prints the sheet and keeps that it was made, in which language and version.
///
/// # Errors
/// `preparation-too-late` once the patient is here, or the visit is called off.
pub async fn make_preparation(desk: &Desk, request: MakePreparation) -> Result<VisitRoom, Refusal> {
    desk.may(Deed::PrintPapers)?;
    let visit = request.visit_id;
    let mut reading = desk.records.reading().await?;
    let state = reading.visit_state(visit).await?;
    if state.status != VisitStatus::Booked {
        let words = "Nobody prepares for this visit any more: the sheet is made before the patient comes.";
        return Err(Refusal::new("preparation-too-late", words));
    }
    let paper = paper(desk, &mut reading, &state, request.language).await?;
    drop(reading);
    let sheet = paper.sheet.clone();
    let said = format!("{}, version {}", text(sheet.language).language_name, sheet.version);
    let bytes = pdf(move || set_preparation(&paper)).await?;
    // On paper first: a sheet that could not be written was not made.
    let file = put_down(desk, format!("preparation-{visit}-{}", sheet.language), "pdf", bytes).await?;
    let mut writing = desk.writing().await?;
    let about = (visit, state.patient_id);
    writing.keep_booking_paper(about, (BookingPaperKind::Preparation, &said), &sheet, &file).await?;
    writing.commit().await?;
    room(desk, visit).await
}

async fn paper(
    desk: &Desk,
    reading: &mut Reading,
    state: &VisitState,
    language: Language,
) -> Result<PreparationPaper, Refusal> {
    let patient = reading.patient(state.patient_id, desk.today()).await?;
    let patient = patient.ok_or_else(|| Refusal::not_found("patient"))?;
    let address = reading.setting(ADDRESS_SETTING).await?.unwrap_or_default();
    let place: Vec<&str> = std::iter::once(desk.clinic.name.as_str()).chain(address.lines()).collect();
    let appointment = Appointment {
        when: reading.booked_for(state.visit_id).await?,
        place: place.join(", "),
        telephone: reading.setting(TELEPHONE_SETTING).await?.unwrap_or_default(),
    };
    Ok(PreparationPaper {
        letterhead: letterhead(desk, reading).await?,
        post: post_to(&patient),
        patient: crate::consent::identity(&patient),
        sheet: text(language).render(state.kind, &appointment),
        at: desk.now,
    })
}
