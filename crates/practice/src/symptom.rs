//! The clinic's own table of symptom codes: an administrator keeps it, and an order may name one row of the day.

use crate::form::{Form, optional, sentence};
use crate::{Deed, Desk, Refusal};
use chrono::NaiveDate;
use clinic::symptom::{SymptomCode, SymptomRefusal, SymptomSystem, Validity};
use records::Reading;
pub use records::symptom::SymptomRow;
use serde::Deserialize;
use uuid::Uuid;

/// A row as an administrator types it.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct AddSymptom {
    /// The code.
    pub code: String,
    /// What it means.
    pub text: String,
    /// Whose code it is; none until somebody says so.
    pub system: Option<SymptomSystem>,
    /// The first day on which it may be chosen, `2026-11-22`.
    pub from: String,
    /// The last day; empty while it goes on.
    pub until: Option<String>,
}

/// A row that is not to be offered any more.
#[derive(Debug, Clone, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct EndSymptom {
    /// The row.
    pub symptom_id: Uuid,
    /// The last day on which it may be chosen.
    pub until: String,
}

/// The whole table.
pub async fn list(desk: &Desk) -> Result<Vec<SymptomRow>, Refusal> {
    desk.may(Deed::KeepClinic)?;
    Ok(desk.records.reading().await?.symptoms().await?)
}

/// The rows that an order of today may name.
pub async fn of_today(desk: &Desk) -> Result<Vec<SymptomRow>, Refusal> {
    desk.may(Deed::SendOrders)?;
    let rows = desk.records.reading().await?.symptoms().await?;
    Ok(rows.into_iter().filter(|row| row.validity().covers(desk.today())).collect())
}

/// Adds a row.
///
/// # Errors
/// Beside each field; `until` when it lies before the first day, `code` when the code is no symptom's or stands already.
pub async fn add(desk: &Desk, request: AddSymptom) -> Result<Vec<SymptomRow>, Refusal> {
    desk.may(Deed::KeepClinic)?;
    let mut form = Form::default();
    let system = form.read("system", request.system.ok_or("choose whose code it is"));
    let from = form.read("from", day(&request.from));
    let until = optional(request.until).and_then(|text| form.read("until", day(&text)));
    let code = system.and_then(|system| match SymptomCode::read(&request.code, &request.text, system) {
        Ok(code) => Some(code),
        Err(refused) => {
            form.refuse(if refused == SymptomRefusal::NoText { "text" } else { "code" }, refused);
            None
        }
    });
    let days = from.and_then(|from| form.read("until", Validity::new(from, until)));
    let mut writing = desk.writing().await?;
    let (Some(code), Some(days), true) = (code, days, form.is_clean()) else { return Err(form.refusal()) };
    let same = |row: &SymptomRow| row.code.code == code.code && row.code.system == code.system;
    if writing.symptoms().await?.iter().any(|row| same(row) && row.validity().overlaps(days)) {
        return Err(Refusal::field("code", "symptom-overlaps", sentence(&SymptomRefusal::Overlaps.to_string())));
    }
    writing.add_symptom(&code, days).await?;
    writing.commit().await?;
    list(desk).await
}

/// Ends a row.
///
/// # Errors
/// Beside `until` when that is no day, or one before the row began.
pub async fn end(desk: &Desk, request: EndSymptom) -> Result<Vec<SymptomRow>, Refusal> {
    desk.may(Deed::KeepClinic)?;
    let mut writing = desk.writing().await?;
    let row = row(&mut writing, request.symptom_id).await?;
    let mut form = Form::default();
    let until = form.read("until", day(&request.until));
    let days = until.and_then(|until| form.read("until", Validity::new(row.from, Some(until))));
    let Some(Validity { until: Some(until), .. }) = days else { return Err(form.refusal()) };
    writing.end_symptom(request.symptom_id, until).await?;
    writing.commit().await?;
    list(desk).await
}

/// The code of a row that may be chosen on `today`.
pub(crate) async fn chosen(reading: &mut Reading, id: Uuid, today: NaiveDate) -> Result<SymptomCode, Refusal> {
    let row = row(reading, id).await?;
    if row.validity().covers(today) {
        return Ok(row.code);
    }
    let words = format!("{} is not in the clinic’s table today: choose another symptom, or none.", row.code.code);
    Err(Refusal::field("symptom", "symptom-not-valid", words))
}

async fn row(reading: &mut Reading, id: Uuid) -> Result<SymptomRow, Refusal> {
    let rows = reading.symptoms().await?;
    rows.into_iter().find(|row| row.symptom_id == id).ok_or_else(|| Refusal::not_found("symptom code"))
}

fn day(text: &str) -> Result<NaiveDate, &'static str> {
    text.trim().parse().map_err(|_| "write a day that exists, as day month year (22 11 2026)")
}
