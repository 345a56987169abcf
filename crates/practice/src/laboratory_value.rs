//! The laboratory's own values of each kind of specimen, kept by an administrator: a version for each change, counted from
//! a day that is named. What was stamped before keeps the version it was stamped under.

use crate::form::Form;
use crate::{Deed, Desk, Refusal};
use chrono::NaiveDate;
use clinic::catalogue::{self, CatalogueEntry, LaboratoryValues, TypedLaboratoryValues};
use clinic::specimen::SpecimenRole;
pub use records::laboratory_value::LaboratoryVersion;
use serde::{Deserialize, Serialize};

/// One kind of specimen with what is shipped of it and what counts here.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct LaboratorySpecimen {
    /// Which.
    pub role: SpecimenRole,
    /// What it is, in words.
    pub title: String,
    /// As it was shipped.
    pub shipped: TypedLaboratoryValues,
    /// As it counts today.
    pub now: TypedLaboratoryValues,
    /// Every version of the laboratory's own values, the first one first.
    pub versions: Vec<LaboratoryVersion>,
}

/// The laboratory's own values as typed.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct KeepLaboratoryValues {
    /// Of which kind of specimen.
    pub role: SpecimenRole,
    /// How many versions were on the screen; another one since then refuses this.
    pub after_version: i32,
    /// The day from which they count, `2026-11-22`.
    pub effective_on: String,
    /// What is empty is as shipped.
    pub values: TypedLaboratoryValues,
}

/// Every kind of specimen, with the shipped value beside the laboratory's own.
pub async fn list(desk: &Desk) -> Result<Vec<LaboratorySpecimen>, Refusal> {
    desk.may(Deed::KeepClinic)?;
    let mut reading = desk.records.reading().await?;
    let mut list = Vec::new();
    for role in SpecimenRole::ALL.iter().copied() {
        let shipped = catalogue::entry(role);
        list.push(LaboratorySpecimen {
            role,
            title: shipped.title.clone(),
            shipped: typed(shipped),
            now: typed(&reading.entry_now(role, desk.now).await?),
            versions: reading.laboratory_versions(role).await?,
        });
    }
    Ok(list)
}

/// Keeps the laboratory's own values of one kind of specimen.
///
/// # Errors
/// Beside each field what cannot be, with its range; beside `effectiveOn` a day that has passed; `nothing-changed` when
/// the last version says the same; `stale` when somebody kept another version meanwhile.
pub async fn keep(desk: &Desk, request: KeepLaboratoryValues) -> Result<Vec<LaboratorySpecimen>, Refusal> {
    desk.may(Deed::KeepClinic)?;
    let mut form = Form::default();
    let effective = form.read("effectiveOn", read_day(&request.effective_on, desk.today()));
    let values = LaboratoryValues::read(catalogue::entry(request.role), &request.values).unwrap_or_else(|refused| {
        for (field, why) in refused {
            form.refuse(field, why);
        }
        LaboratoryValues::default()
    });
    let (Some(effective), true) = (effective, form.is_clean()) else { return Err(form.refusal()) };
    let mut writing = desk.writing().await?;
    let known = writing.laboratory_versions(request.role).await?;
    if i32::try_from(known.len()) != Ok(request.after_version) {
        return Err(records::Error::Stale("values").into());
    }
    let stands = known.last().map(|version| version.values.clone()).unwrap_or_default();
    if stands == values {
        let said = "This is what stands already. Change a value, or empty its field to go back to what is shipped.";
        return Err(Refusal::new("nothing-changed", said));
    }
    let version = i64::from(request.after_version) + 1;
    writing.keep_laboratory_values(request.role, version, &values, &effective.to_string()).await?;
    writing.commit().await?;
    list(desk).await
}

fn read_day(text: &str, today: NaiveDate) -> Result<NaiveDate, &'static str> {
    let day: NaiveDate = text.trim().parse().map_err(|_| "choose the day from which it counts")?;
    if day < today { Err("this day has passed; what was stamped then keeps its values") } else { Ok(day) }
}

fn typed(entry: &CatalogueEntry) -> TypedLaboratoryValues {
    let hours = |hours: Option<u16>| hours.map(|hours| hours.to_string()).unwrap_or_default();
    TypedLaboratoryValues {
        container: entry.container.clone(),
        minimum_ml: entry.minimum.map(|volume| volume.to_string()).unwrap_or_default(),
        storage: entry.storage.clone(),
        ambient_hours: hours(entry.ambient_hours),
        cold_hours: hours(entry.cold_hours),
        local_code: entry.ordered.local.clone(),
        local_name: entry.ordered.title.clone(),
    }
}
