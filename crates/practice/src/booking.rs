//! The day around one visit: what was booked and by whom referred, the sheet before it, the letter after it, and where
//! post goes.

mod letter;
mod preparation;

pub(crate) use letter::letter_pdf;
pub use letter::{letter_pages, make_letter};
pub use preparation::{MakePreparation, make_preparation, preparation_pages};

use crate::form::{Form, optional};
use crate::patient::PatientView;
use crate::{Deed, Desk, Refusal};
use clinic::aftercare::Language;
use clinic::consent::text::TextApproval;
use clinic::ids::{PatientId, VisitId};
use clinic::indication;
use clinic::preparation::text;
use clinic::visit::{BegunVisit, VisitStatus};
pub use records::booking::{BookingPaper, BookingPaperKind, Referrer};
use records::visit::VisitRow;
use serde::{Deserialize, Serialize};

/// One visit as its own room shows it.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct VisitRoom {
    /// The visit with its procedure.
    pub visit: VisitRow,
    /// Why it is done, in words.
    pub indication: String,
    /// The patient.
    pub patient: PatientView,
    /// The patient can be recorded as come.
    pub may_arrive: bool,
    /// It can still be called off; the rules of the act look further.
    pub may_cancel: bool,
    /// Its hour has passed and nobody has come.
    pub may_miss: bool,
    /// It lies before the patient: it can be prepared for.
    pub may_prepare: bool,
    /// Who referred the patient.
    pub referrer: Option<Referrer>,
    /// The languages in which there is a sheet.
    pub languages: Vec<PreparationLanguage>,
    /// The papers that were made.
    pub papers: Vec<BookingPaper>,
    /// Why no letter can be made; none when it can.
    pub no_letter: Option<String>,
}

/// A language of the preparation sheet.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct PreparationLanguage {
    /// Which.
    pub language: Language,
    /// Its own name for itself.
    pub name: String,
    /// A qualified translator has read it, or it is the language of the content.
    pub reviewed: bool,
}

/// Who referred a patient to a visit, as typed.
#[derive(Debug, Clone, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct NameReferrer {
    /// The visit.
    pub visit_id: VisitId,
    /// The clinician, or the practice.
    pub name: String,
    /// Where post reaches them, a line each.
    pub address: Option<String>,
    /// A number or an address of another kind.
    pub contact: Option<String>,
}

/// Where a patient wants post sent.
#[derive(Debug, Clone, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct KeepPostAddress {
    /// The patient.
    pub patient_id: PatientId,
    /// A line each; empty when post goes home again.
    pub lines: Option<String>,
}

/// The room of one visit.
pub async fn room(desk: &Desk, visit: VisitId) -> Result<VisitRoom, Refusal> {
    desk.may(Deed::OpenChart)?;
    let mut reading = desk.records.reading().await?;
    let state = reading.visit_state(visit).await?;
    let patient =
        reading.patient(state.patient_id, desk.today()).await?.ok_or_else(|| Refusal::not_found("patient"))?;
    let row = patient.visits.iter().find(|row| row.visit_id == visit).cloned();
    let row = row.ok_or_else(|| Refusal::not_found("visit"))?;
    let booked = reading.booked_for(visit).await?;
    let now = desk.now.local().naive_local();
    Ok(VisitRoom {
        indication: indication::find(row.kind, &row.indication).map(|one| one.title.clone()).unwrap_or_default(),
        may_arrive: state.status.arrive().is_ok()
            && state.status.may_come_after_all(booked.date(), desk.today()).is_ok(),
        may_cancel: state.status.cancel(BegunVisit::default()).is_ok(),
        may_miss: state.status.miss(booked, now).is_ok(),
        may_prepare: state.status == VisitStatus::Booked,
        referrer: reading.referrer_of(visit).await?,
        languages: Language::ALL.iter().map(|language| language_of(*language)).collect(),
        papers: reading.booking_papers_of(visit).await?,
        no_letter: letter::why_not(&mut reading, &state).await?.map(|refusal| refusal.message),
        visit: row,
        patient,
    })
}

/// Keeps who referred the patient.
///
/// # Errors
/// Beside `name` when it is missing, and beside what is too long.
pub async fn name_referrer(desk: &Desk, request: NameReferrer) -> Result<VisitRoom, Refusal> {
    desk.may(Deed::RegisterPatient)?;
    let mut form = Form::default();
    let name = form.line("name", Some(request.name), 80);
    if name.is_none() {
        form.refuse("name", "write who referred the patient");
    }
    let address = lines(&mut form, "address", request.address);
    let contact = form.line("contact", request.contact, 80).unwrap_or_default();
    let (Some(name), true) = (name, form.is_clean()) else { return Err(form.refusal()) };
    let mut writing = desk.writing().await?;
    let state = writing.visit_state(request.visit_id).await?;
    writing.keep_referrer(state.visit_id, state.patient_id, &Referrer { name, address, contact }).await?;
    writing.commit().await?;
    room(desk, request.visit_id).await
}

/// Keeps where a patient wants post sent, or that it goes home again.
pub async fn keep_post_address(desk: &Desk, request: KeepPostAddress) -> Result<PatientView, Refusal> {
    desk.may(Deed::RegisterPatient)?;
    let mut form = Form::default();
    let lines = lines(&mut form, "lines", request.lines);
    form.check()?;
    let mut writing = desk.writing().await?;
    let patient = writing.patient_now(request.patient_id).await?;
    if writing.post_address_of(patient).await?.unwrap_or_default() == lines {
        let words = "This is where post goes already: write the other address, or leave it as it is.";
        return Err(Refusal::field("lines", "address-unchanged", words));
    }
    writing.keep_post_address(patient, &lines).await?;
    let view = writing.patient(patient, desk.today()).await?.ok_or_else(|| Refusal::not_found("patient"))?;
    writing.commit().await?;
    Ok(view)
}

/// An address as it is written on an envelope.
fn lines(form: &mut Form, field: &str, text: Option<String>) -> String {
    let text = optional(text).unwrap_or_default();
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.len() > 6 || lines.iter().any(|line| line.chars().count() > 60) {
        form.refuse(field, "write at most six lines of 60 characters, as on an envelope");
    }
    lines.join("\n")
}

/// Under the patient's name, where post to them goes; nothing when it goes home, which is not kept here.
pub(crate) fn post_to(patient: &PatientView) -> Vec<String> {
    let Some(lines) = &patient.post_address else { return Vec::new() };
    let identity = &patient.identity;
    let name = format!("{} {}", identity.given, identity.family);
    std::iter::once(name).chain(lines.lines().map(str::to_owned)).collect()
}

fn language_of(language: Language) -> PreparationLanguage {
    let sheet = text(language);
    let reviewed = sheet.approval != TextApproval::NotReviewed;
    PreparationLanguage { language, name: sheet.language_name.clone(), reviewed }
}
