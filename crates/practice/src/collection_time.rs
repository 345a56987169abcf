//! The time of a collection is put right: old and new are kept, the label is voided and printed anew, and the laboratory
//! that has the order is told.

use crate::form::Form;
use crate::{Deed, Desk, Refusal, hold, label, order};
use chrono::NaiveTime;
use clinic::Moment;
use clinic::collection::may_be_corrected;
pub use clinic::ids::SpecimenId;
use clinic::label::{ReprintReason, VoidReason};
use clinic::specimen::{Catch, CustodyEvent, Specimen};
use records::specimen::{CustodyEntry, SpecimenRecord, SpecimenView};
use serde::Deserialize;

/// The glass was caught at another time.
#[derive(Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct CorrectCollectionTime {
    /// Which tube.
    pub specimen_id: SpecimenId,
    /// The time on the clinic's clock that day, `08:52` or `08:52:30`.
    pub at: String,
    /// Why the old one was wrong.
    pub reason: String,
    /// Whoever puts it right says again who they are.
    pub passphrase: String,
}

// A passphrase never reaches a log, not even by way of `{:?}`.
impl std::fmt::Debug for CorrectCollectionTime {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CorrectCollectionTime").field("specimen_id", &self.specimen_id).finish_non_exhaustive()
    }
}

/// Puts the time of a collection right.
///
/// # Errors
/// Beside `at`: a time that cannot be; beside `reason` and `passphrase`: what is missing or does not fit.
pub async fn correct(desk: &Desk, request: CorrectCollectionTime) -> Result<SpecimenView, Refusal> {
    desk.may(Deed::PutRight)?;
    let mut form = Form::default();
    let reason = form.line("reason", Some(request.reason), 300);
    if reason.is_none() {
        form.refuse("reason", "write why the old time was wrong");
    }
    let time = form.read("at", read_time(&request.at));
    let (Some(reason), Some(time), true) = (reason, time, form.is_clean()) else { return Err(form.refusal()) };
    desk.confirm_passphrase(&request.passphrase).await?;

    let mut writing = desk.writing().await?;
    let from = writing.specimen(request.specimen_id).await?;
    hold::refuse_held_tube(desk, &mut writing, &from).await.map_err(|refusal| refusal.beside("at"))?;
    let visit = writing.visit_of_procedure(from.procedure).await?;
    let catch = from.specimen.catch().cloned().ok_or_else(|| Refusal::not_found("collected specimen"))?;
    let at = on_the_day(catch.at, time)?;
    let came = writing.note_visit(visit.procedure_id).await?.arrived_at;
    let bounds = (came, handled(&from.specimen));
    if from.role.is_further() {
        may_be_corrected(catch.at, at, bounds, desk.now)?;
        crate::further::judge_anew(&mut writing, &visit, &from, at).await?;
    } else {
        let collection = writing.collection(&visit).await?.ok_or_else(|| Refusal::not_found("collection"))?;
        let known = collection.record().len();
        let corrected = collection.correct_time(from.role, (at, reason.clone()), bounds, desk.now, desk.who.staff)?;
        writing.record_collection(&visit, &corrected, known).await?;
    }

    label::void_live(&mut writing, desk, &from, VoidReason::Corrected, visit.patient_id).await?;
    let specimen =
        from.specimen.clone().label_anew().map_err(|refusal| crate::collection::specimen_refusal(&refusal))?;
    let specimen = match specimen {
        Specimen::Collected(caught) => Specimen::Collected(Catch { at, ..caught }),
        other => other,
    };
    let to = SpecimenRecord { specimen, ..from.clone() };
    let words = format!("from {} to {}: {reason}", clock(catch.at), clock(at));
    let entry = CustodyEntry { note: Some(words.clone()), ..CustodyEntry::new(CustodyEvent::TimeCorrected, desk.now) };
    writing.move_specimen(&from, &to, &entry, visit.patient_id).await?;
    let late = label::is_late(&mut writing, &visit, from.role).await?;
    label::issue(&mut writing, desk, &visit, &to, late, Some(ReprintReason::Corrected)).await?;
    let told = format!("Collection time of {} corrected {words}", from.role.code());
    order::change(desk, &mut writing, &visit, &told).await?;
    writing.commit().await?;
    order::write_changes(desk, &visit).await?;
    label::print(desk, from.procedure).await?;
    Ok(desk.records.reading().await?.specimen_view(from.id, desk.now).await?)
}

/// When the tube was last in somebody's hands: it was collected before that.
fn handled(specimen: &Specimen) -> Option<Moment> {
    match specimen {
        // Read back first of all: whatever followed came later.
        Specimen::Verified(_, check) | Specimen::Stored(_, check, _) | Specimen::Packed(_, check, _) => Some(check.at),
        _ => None,
    }
}

fn read_time(text: &str) -> Result<NaiveTime, &'static str> {
    let text = text.trim();
    NaiveTime::parse_from_str(text, "%H:%M:%S")
        .or_else(|_| NaiveTime::parse_from_str(text, "%H:%M"))
        .map_err(|_| "write the time as hours:minutes, such as 08:52")
}

/// This time on the day of `there`, on the same clock.
fn on_the_day(there: Moment, time: NaiveTime) -> Result<Moment, Refusal> {
    let local = there.date().and_time(time).and_utc().timestamp_millis();
    let utc_ms = local - i64::from(there.offset_minutes()) * 60_000;
    Moment::new(utc_ms, there.offset_minutes()).map_err(|problem| Refusal::unexpected(&problem))
}

fn clock(at: Moment) -> String {
    at.local().format("%H:%M:%S").to_string()
}
