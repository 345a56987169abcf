//! The sheet on paper: looked at, and given with its place in the ledger.

use super::{AftercareRoom, leaving, room};
use crate::document::{pages, pdf, put_down};
use crate::letterhead::{TELEPHONE_SETTING, letterhead};
use crate::{Deed, Desk, Refusal};
use clinic::aftercare::{ClinicWords, Language, Sheet, text};
use clinic::ids::VisitId;
use paperwork::aftercare::{AftercarePaper, set_aftercare};
use records::Reading;
use records::visit::VisitState;
use serde::{Deserialize, Serialize};

/// The setting with whom a patient tells of a concern: somebody who is not in the room.
pub(crate) const CONCERN_SETTING: &str = "concern-contact";

/// Which sheet.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct GiveSheet {
    /// The visit.
    pub visit_id: VisitId,
    /// In the patient's language; for any other an interpreter reads it out.
    pub language: Language,
}

/// The pages of a sheet as it would be given now, each as SVG.
pub async fn sheet_pages(desk: &Desk, request: GiveSheet) -> Result<Vec<String>, Refusal> {
    desk.may(Deed::OpenChart)?;
    let mut reading = desk.records.reading().await?;
    let state = reading.visit_state(request.visit_id).await?;
    let paper = paper(desk, &mut reading, &state, request.language).await?;
    pages(move || set_aftercare(&paper)).await
}

/// Prints the sheet and keeps that it was given, in which language and version.
///
/// # Errors
/// `procedure-open` before there is anything to look after.
pub async fn give_sheet(desk: &Desk, request: GiveSheet) -> Result<AftercareRoom, Refusal> {
    desk.may(Deed::GiveAftercare)?;
    let visit = request.visit_id;
    let mut reading = desk.records.reading().await?;
    let state = reading.visit_state(visit).await?;
    if state.procedure_status.is_open() {
        return Err(Refusal::new("procedure-open", "The procedure has not ended; the sheet is given when it has."));
    }
    let paper = paper(desk, &mut reading, &state, request.language).await?;
    drop(reading);
    let sheet = paper.sheet.clone();
    let bytes = pdf(move || set_aftercare(&paper)).await?;
    // On paper first: the ledger says given, and a sheet that could not be written was not.
    let file = put_down(desk, format!("aftercare-{visit}-{}", sheet.language), bytes).await?;
    let mut writing = desk.writing().await?;
    writing.give_sheet(visit, state.patient_id, &sheet, &file).await?;
    writing.note(records::Event::seen("document.print", format!("visit/{visit}"), &file)).await?;
    writing.commit().await?;
    room(desk, visit).await
}

async fn paper(
    desk: &Desk,
    reading: &mut Reading,
    state: &VisitState,
    language: Language,
) -> Result<AftercarePaper, Refusal> {
    let patient = reading.patient(state.patient_id, desk.today()).await?;
    let patient = patient.ok_or_else(|| Refusal::not_found("patient"))?;
    Ok(AftercarePaper {
        letterhead: letterhead(desk, reading).await?,
        patient: crate::consent::identity(&patient),
        sheet: sheet(desk, reading, state, language).await?,
        at: desk.now,
    })
}

async fn sheet(desk: &Desk, reading: &mut Reading, state: &VisitState, language: Language) -> Result<Sheet, Refusal> {
    let known = leaving(reading, state, desk.now).await?;
    let clinic = ClinicWords {
        telephone: reading.setting(TELEPHONE_SETTING).await?.unwrap_or_default(),
        concern: reading.setting(CONCERN_SETTING).await?.unwrap_or_default(),
    };
    let holds: &[&str] = if known.circumstances.high_cord_injury { &[super::CORD_INJURY] } else { &[] };
    Ok(text(language).render(known.act, holds, &clinic))
}
