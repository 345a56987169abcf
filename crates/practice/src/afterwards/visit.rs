//! A visit that took place without having been booked here: on paper, on a day that has passed.

use crate::form::Form;
use crate::visit::BookVisit;
use crate::{Deed, Desk, Refusal};
use chrono::{NaiveDate, NaiveTime};
use clinic::indication;
use records::visit::{NewVisit, VisitRow};

/// Enters a visit of today or an earlier day, so that what happened at it can be told.
///
/// # Errors
/// Beside a day that has not come or on which the patient was not born, and beside what is missing.
pub async fn book_past(desk: &Desk, request: BookVisit) -> Result<VisitRow, Refusal> {
    desk.may(Deed::RecordAfterwards)?;
    let mut writing = desk.writing().await?;
    let patient =
        writing.patient(request.patient_id, desk.today()).await?.ok_or_else(|| Refusal::not_found("patient"))?;
    let mut form = Form::default();
    let day: Option<NaiveDate> = form.read(
        "date",
        request.date.trim().parse().map_err(|_| "write a day that exists, as day month year (22 11 2026)"),
    );
    if day.is_some_and(|day| day > desk.today()) {
        form.refuse("date", "this day has not come: book the visit instead");
    } else if day.is_some_and(|day| patient.identity.birth_date.plausible(day).is_err()) {
        form.refuse("date", "the patient was not born then");
    }
    let time = NaiveTime::parse_from_str(request.time.trim(), "%H:%M");
    let time = form.read("time", time.map_err(|_| "write the time as hours:minutes, such as 09:15"));
    let reason = indication::find(request.kind, &request.indication);
    if reason.is_none() {
        form.refuse("indication", format!("choose why this {} was done", request.kind.name()));
    }
    let (Some(date), Some(time), Some(reason), true) = (day, time, reason, form.is_clean()) else {
        return Err(form.refusal());
    };
    let visit = NewVisit {
        id: writing.id(),
        procedure: writing.id(),
        patient: request.patient_id,
        date,
        time,
        kind: request.kind,
        indication: reason.id.clone(),
        evidence: reason.evidence,
        content_version: indication::content_version().to_owned(),
    };
    writing.book_visit(&visit).await?;
    let row = writing.visits_of(request.patient_id).await?.into_iter().find(|row| row.visit_id == visit.id);
    writing.commit().await?;
    row.ok_or_else(|| Refusal::not_found("visit"))
}
