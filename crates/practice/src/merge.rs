//! Two charts of one person are read as one, by two people, and can be taken apart again by two.

use crate::form::Form;
use crate::patient::PatientView;
use crate::second::SecondPerson;
use crate::{Deed, Desk, Refusal};
pub use clinic::ids::{MergeId, PatientId};
use clinic::merge::MergeRefusal;
use clinic::patient::Mrn;
use records::merge::{Pair, Settled};
use serde::Deserialize;

/// Two charts become one.
#[derive(Debug, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct MergePatients {
    /// The chart that stays, with its number.
    pub kept_id: PatientId,
    /// The chart that is read as part of it; its number is still found.
    pub merged_id: PatientId,
    /// How it is known that they are one person.
    pub reason: String,
    /// Both people.
    pub second: SecondPerson,
}

/// A merge is taken back.
#[derive(Debug, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct UnmergePatients {
    /// Which.
    pub merge_id: MergeId,
    /// How it is known that they are two people.
    pub reason: String,
    /// Both people.
    pub second: SecondPerson,
}

impl From<MergeRefusal> for Refusal {
    fn from(refusal: MergeRefusal) -> Self {
        let said = crate::form::sentence(&refusal.to_string());
        match refusal {
            MergeRefusal::SameChart => Self::field("mergedId", refusal.code(), said),
            _ => Self::new(refusal.code(), said),
        }
    }
}

/// Reads two charts as one.
///
/// # Errors
/// What the rules of `clinic` refuse; beside each field what is missing; a person who did not fit.
pub async fn merge(desk: &Desk, request: MergePatients) -> Result<PatientView, Refusal> {
    desk.may(Deed::PutRight)?;
    let reason = reason(request.reason)?;
    let pair = Pair { kept: request.kept_id, merged: request.merged_id };
    desk.records.reading().await?.merge_stands(pair).await?.check()?;
    let second_person = desk.two_people(&request.second, Deed::PutRight).await?;
    let mut writing = desk.writing().await?;
    writing.merge_stands(pair).await?.check()?;
    for patient in [pair.kept, pair.merged] {
        writing.patient_row(patient).await?.ok_or_else(|| Refusal::not_found("patient"))?;
    }
    writing.merge_patients(pair, &Settled { reason, second_person }).await?;
    writing.commit().await?;
    view(desk, pair.kept).await
}

/// Gives each chart its own again.
///
/// # Errors
/// What the rules of `clinic` refuse; beside each field what is missing; a person who did not fit.
pub async fn unmerge(desk: &Desk, request: UnmergePatients) -> Result<PatientView, Refusal> {
    desk.may(Deed::PutRight)?;
    let reason = reason(request.reason)?;
    {
        let mut reading = desk.records.reading().await?;
        let pair = reading.merge(request.merge_id).await?.ok_or(MergeRefusal::TakenBack)?;
        reading.merge_stands(pair).await?.at_rest()?;
    }
    let second_person = desk.two_people(&request.second, Deed::PutRight).await?;
    let mut writing = desk.writing().await?;
    let pair = writing.merge(request.merge_id).await?.ok_or(MergeRefusal::TakenBack)?;
    writing.merge_stands(pair).await?.at_rest()?;
    writing.unmerge_patients(request.merge_id, pair, &Settled { reason, second_person }).await?;
    writing.commit().await?;
    view(desk, pair.kept).await
}

/// Whose number this is, or was before a merge; none when nobody has it.
pub async fn numbered(desk: &Desk, number: &str) -> Result<Option<PatientId>, Refusal> {
    desk.may(Deed::OpenChart)?;
    let Ok(mrn) = Mrn::parse(number) else { return Ok(None) };
    Ok(desk.records.reading().await?.patient_numbered(&mrn).await?)
}

fn reason(typed: String) -> Result<String, Refusal> {
    let mut form = Form::default();
    let reason = form.line("reason", Some(typed), 300);
    if reason.is_none() {
        form.refuse("reason", "write how it is known");
    }
    match reason {
        Some(reason) if form.is_clean() => Ok(reason),
        _ => Err(form.refusal()),
    }
}

async fn view(desk: &Desk, patient: PatientId) -> Result<PatientView, Refusal> {
    let mut reading = desk.records.reading().await?;
    reading.patient(patient, desk.today()).await?.ok_or_else(|| Refusal::not_found("patient"))
}
