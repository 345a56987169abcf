//! A tube that cannot be had again is labelled anew: the collector signs whose it is, somebody else confirms it, the
//! laboratory is told, and the new label is read back like the first.

use crate::form::Form;
use crate::second::SecondPerson;
use crate::{Deed, Desk, Refusal, label, order};
use clinic::catalogue;
pub use clinic::ids::SpecimenId;
use clinic::label::{ReprintReason, VoidReason};
use clinic::relabel::{CollectorStatement, Relabel, RelabelRefusal};
use clinic::specimen::CustodyEvent;
use records::specimen::{CustodyEntry, SpecimenRecord, SpecimenView};
use serde::Deserialize;

/// The collector signs for a tube.
#[derive(Debug, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct RelabelSpecimen {
    /// Which.
    pub specimen_id: SpecimenId,
    /// How the collector knows whose it is, in their own words.
    pub words: String,
    /// Both people.
    pub second: SecondPerson,
}

impl From<RelabelRefusal> for Refusal {
    fn from(refusal: RelabelRefusal) -> Self {
        Self::new(refusal.code(), crate::form::sentence(&refusal.to_string()))
    }
}

/// Labels a tube anew.
///
/// # Errors
/// What the rules of `clinic` refuse; beside `words` when nothing was written; a person who did not fit.
pub async fn relabel(desk: &Desk, request: RelabelSpecimen) -> Result<SpecimenView, Refusal> {
    desk.may(Deed::PutRight)?;
    let mut form = Form::default();
    let words = form.line("words", Some(request.words), 300);
    if words.is_none() {
        form.refuse("words", "write how you know whose it is");
    }
    let from = desk.records.reading().await?.specimen(request.specimen_id).await?;
    may_relabel(desk, &from)?;
    let Some(words) = words.filter(|_| form.is_clean()) else { return Err(form.refusal()) };
    let second = desk.two_people(&request.second, Deed::PutRight).await?;

    let mut writing = desk.writing().await?;
    let from = writing.specimen(request.specimen_id).await?;
    may_relabel(desk, &from)?;
    let visit = writing.visit_of_procedure(from.procedure).await?;
    let patient = writing.patient_row(visit.patient_id).await?.ok_or_else(|| Refusal::not_found("patient"))?;
    let (Some(accession), Some(catch)) = (from.accession, from.specimen.catch()) else {
        return Err(Refusal::not_found("collected specimen"));
    };
    let statement = CollectorStatement {
        role: from.role,
        accession,
        patient: format!("{}, {}, born {}", patient.family, patient.given, patient.birth_date),
        collected_at: catch.at,
        collector: desk.who.name.clone(),
        words,
        at: desk.now,
    };
    writing.keep_relabel(from.id, &statement, second, visit.patient_id).await?;
    label::void_live(&mut writing, desk, &from, VoidReason::Misapplied, visit.patient_id).await?;
    let specimen =
        from.specimen.clone().label_anew().map_err(|refusal| crate::collection::specimen_refusal(&refusal))?;
    let to = SpecimenRecord { specimen, ..from.clone() };
    let entry =
        CustodyEntry { note: Some(statement.words.clone()), ..CustodyEntry::new(CustodyEvent::Relabelled, desk.now) };
    writing.move_specimen(&from, &to, &entry, visit.patient_id).await?;
    writing.release_quarantine(from.id, "relabelled", visit.patient_id).await?;
    let late = label::is_late(&mut writing, &visit, from.role).await?;
    label::issue(&mut writing, desk, &visit, &to, late, Some(ReprintReason::Corrected)).await?;
    order::change(desk, &mut writing, &visit, &statement.remark()).await?;
    writing.commit().await?;
    order::write_changes(desk, &visit).await?;
    label::print(desk, from.procedure).await?;
    Ok(desk.records.reading().await?.specimen_view(from.id, desk.now).await?)
}

fn may_relabel(desk: &Desk, record: &SpecimenRecord) -> Result<(), Refusal> {
    Ok(Relabel {
        role: record.role,
        status: record.specimen.status(),
        irretrievable: catalogue::entry(record.role).irretrievable.is_some(),
        collected_by: record.collected_by,
        signs: desk.who.staff,
    }
    .check()?)
}
