//! Booking a visit, and the patient's coming and going.

use crate::form::Form;
use crate::{Deed, Desk, Refusal, aftercare, calling_off};
use chrono::{NaiveDate, NaiveTime};
use clinic::collection::Collection;
use clinic::ids::PatientId;
pub use clinic::ids::VisitId;
use clinic::indication;
pub use clinic::indication::Indication;
use clinic::procedure::ProcedureKind;
use clinic::visit::{VisitRefusal, VisitStatus, may_book};
use records::visit::NewVisit;
pub use records::visit::VisitRow;
use serde::Deserialize;

/// A visit as booked at the desk.
#[derive(Debug, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct BookVisit {
    /// Whose visit.
    pub patient_id: PatientId,
    /// What is ordered.
    pub kind: ProcedureKind,
    /// Id of the indication.
    pub indication: String,
    /// Day in the clinic's calendar, `2026-11-22`; not before today, and not more than two years ahead.
    pub date: String,
    /// Local time, `09:15`.
    pub time: String,
}

/// Books a visit for one procedure.
pub async fn book(desk: &Desk, request: BookVisit) -> Result<VisitRow, Refusal> {
    desk.may(Deed::RegisterPatient)?;
    let mut form = Form::default();
    let date = form.read("date", read_date(&request.date, desk.today()));
    let time = form.read("time", read_time(&request.time));
    let reason = indication::find(request.kind, &request.indication);
    if reason.is_none() {
        form.refuse("indication", format!("choose why this {} is done", request.kind.name()));
    }
    let (Some(date), Some(time), Some(reason)) = (date, time, reason) else { return Err(form.refusal()) };

    let mut writing = desk.writing().await?;
    // Whoever comes by the number of a merged chart books for the one it is read as.
    let patient = writing.patient_now(request.patient_id).await?;
    if writing.patient(patient, desk.today()).await?.is_none() {
        return Err(Refusal::not_found("patient"));
    }
    let visit = NewVisit {
        id: writing.id(),
        procedure: writing.id(),
        patient,
        date,
        time,
        kind: request.kind,
        indication: reason.id.clone(),
        evidence: reason.evidence,
        content_version: indication::content_version().to_owned(),
    };
    writing.book_visit(&visit).await?;
    let row = writing.visits_of(patient).await?.into_iter().find(|row| row.visit_id == visit.id);
    writing.commit().await?;
    row.ok_or_else(|| Refusal::not_found("visit"))
}

/// The patient has come; also one of whom it was said today that nobody came.
pub async fn arrive(desk: &Desk, visit: VisitId) -> Result<(), Refusal> {
    desk.may(Deed::RegisterPatient)?;
    let mut writing = desk.writing().await?;
    let state = writing.visit_state(visit).await?;
    calling_off::comes(&mut writing, desk, &state).await?;
    Ok(writing.commit().await?)
}

/// The visit ends. Refused while a label is unverified, a glass has no end, or a patient whose gland was touched has not
/// been looked at: nobody leaves before that.
pub async fn close(desk: &Desk, visit: VisitId) -> Result<(), Refusal> {
    desk.may(Deed::HandleSpecimens)?;
    let mut writing = desk.writing().await?;
    let state = writing.visit_state(visit).await?;
    // A held tube is not labelled, and its patient is not kept here for it.
    let held = crate::withdrawal::is_held(&mut writing, visit, desk.now).await?;
    let open_labels = if held { 0 } else { writing.open_labels(state.procedure_id).await? };
    let done = state.status.close(state.procedure_status, open_labels)?;
    let collection = writing.collection(&state).await?;
    let collection = collection.as_ref();
    if collection.is_some_and(|collection| collection.awaited().next().is_some()) {
        return Err(VisitRefusal::ProcedureOpen.into());
    }
    // Whoever went before the last glass left early, also when the tubes were read back only afterwards.
    let left = collection.is_some_and(Collection::patient_left);
    let left = left || aftercare::may_leave(&mut writing, &state, desk.now).await?;
    aftercare::owe_a_call(&mut writing, &state, left).await?;
    writing.move_visit(&state, if left { VisitStatus::LeftEarly } else { done }).await?;
    Ok(writing.commit().await?)
}

/// The reasons for which each procedure may be ordered.
pub fn indications() -> Vec<Indication> {
    indication::all().to_vec()
}

fn read_date(text: &str, today: NaiveDate) -> Result<NaiveDate, String> {
    let day = text.trim().parse().map_err(|_| "write a day that exists, as day month year (22 11 2026)")?;
    may_book(day, today).map_err(|refused| refused.to_string())
}

fn read_time(text: &str) -> Result<NaiveTime, &'static str> {
    NaiveTime::parse_from_str(text.trim(), "%H:%M").map_err(|_| "write the time as hours:minutes, such as 09:15")
}

impl From<VisitRefusal> for Refusal {
    fn from(refusal: VisitRefusal) -> Self {
        let code = match refusal {
            VisitRefusal::NotBooked(_) => "visit-not-booked",
            VisitRefusal::NotArrived(_) => "visit-not-arrived",
            VisitRefusal::OpenLabels(_) => "labels-not-verified",
            VisitRefusal::ProcedureOpen => "procedure-open",
        };
        let message = refusal.to_string();
        let mut form = Form::default();
        form.refuse("", &message);
        Self { code: code.to_owned(), fields: Vec::new(), ..form.refusal() }
    }
}
