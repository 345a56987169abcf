//! Measuring vital signs: read field by field, asked back when out of the ordinary, kept beside the readings before.

use super::SecondPerson;
use super::setting_right::{Entry, settle};
use super::{CheckInRoom, judge_again, picture, room, still_here};
use crate::form::Form;
use crate::refusal::FieldRefusal;
use crate::{Deed, Desk, Refusal};
use chrono::TimeDelta;
use clinic::Moment;
use clinic::ids::VisitId;
use clinic::screening::{TypedVitals, VitalSigns, judge, limits};
use records::Reading;
use records::screening::Corrects;
use records::visit::VisitState;
use records::vitals::StoredVitals;
use serde::Deserialize;
use uuid::Uuid;

/// Vital signs as typed.
#[derive(Debug, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct MeasureVitals {
    /// The visit.
    pub visit_id: VisitId,
    /// What was typed.
    pub vitals: TypedVitals,
    /// The person has said that every unusual value is right.
    pub confirmed: bool,
    /// The mistyped reading that this one puts right; none for a new measurement.
    pub corrects: Option<Uuid>,
    /// Why it was wrong.
    pub reason: Option<String>,
    /// Who else looked, when a stop falls.
    pub second: Option<SecondPerson>,
}

/// Adds a reading, and shows the room with the verdicts it makes.
///
/// # Errors
/// Beside each field that cannot stand; `confirm-unusual` with a question beside each unusual one.
pub async fn measure(desk: &Desk, request: MeasureVitals) -> Result<CheckInRoom, Refusal> {
    desk.may(Deed::CheckIn)?;
    let mut signs = request.vitals.read(desk.who.staff, desk.now).map_err(|refused| {
        let mut form = Form::default();
        for beside in refused {
            form.refuse(beside.field, beside.why);
        }
        form.refusal()
    })?;
    if !request.confirmed {
        ask_back(&signs)?;
    }
    let mut right = None;
    let corrects = match request.corrects {
        None => None,
        Some(wrong) => {
            // What was mistyped was measured when it was: putting it right makes it no younger.
            signs.at = measured_at(desk, request.visit_id, wrong).await?;
            let settled = correction(desk, request.visit_id, wrong, &signs, request.reason, request.second).await?;
            let (reason, second_person) = (settled.reason.clone(), settled.second_person);
            right = Some(settled);
            Some(Corrects { id: wrong, reason, second_person })
        }
    };
    let mut writing = desk.writing().await?;
    let state = writing.visit_state(request.visit_id).await?;
    // Also after a stop: temperature, pulse and blood pressure are then asked for first.
    still_here(&state)?;
    writing.measure(request.visit_id, state.patient_id, &signs, corrects.as_ref()).await?;
    if let Some(settled) = right {
        settled.keep_if_alone(&mut writing, &state, "The vital signs".to_owned()).await?;
    }
    judge_again(&mut writing, request.visit_id).await?;
    writing.commit().await?;
    room(desk, request.visit_id).await
}

/// A value out of the ordinary counts only once the person says that it is right.
fn ask_back(signs: &VitalSigns) -> Result<(), Refusal> {
    let unusual = signs.unusual();
    let Some(first) = unusual.first() else { return Ok(()) };
    let message = first.question.clone();
    let fields = unusual.into_iter().map(|unusual| FieldRefusal { field: unusual.field, message: unusual.question });
    Err(Refusal { fields: fields.collect(), ..Refusal::new("confirm-unusual", message) })
}

async fn measured_at(desk: &Desk, visit: VisitId, wrong: Uuid) -> Result<Moment, Refusal> {
    let mut reading = desk.records.reading().await?;
    let state = reading.visit_state(visit).await?;
    Ok(mistyped(&mut reading, &state, wrong, desk.now).await?.signs.at)
}

/// The reading that is to be put right; only this visit's, and only one that still counts.
async fn mistyped(
    reading: &mut Reading,
    state: &VisitState,
    wrong: Uuid,
    now: Moment,
) -> Result<StoredVitals, Refusal> {
    let readings = reading.vitals_of(state, a_day_before(now)).await?;
    let old = readings.into_iter().find(|stored| stored.id == wrong && stored.visit == state.visit_id);
    old.ok_or_else(|| Refusal::not_found("reading at this visit"))
}

fn a_day_before(now: Moment) -> Moment {
    now.plus(-TimeDelta::hours(limits().fever_memory_hours))
}

async fn correction(
    desk: &Desk,
    visit: VisitId,
    wrong: Uuid,
    signs: &VitalSigns,
    reason: Option<String>,
    second: Option<SecondPerson>,
) -> Result<super::setting_right::Settled, Refusal> {
    let (before, after, entry) = {
        let mut reading = desk.records.reading().await?;
        let state = reading.visit_state(visit).await?;
        let before = picture::load(&mut reading, &state, desk.now).await?;
        let old = mistyped(&mut reading, &state, wrong, desk.now).await?;
        let readings = reading.vitals_of(&state, a_day_before(desk.now)).await?;
        let mut after = before.clone();
        after.vitals = readings.iter().filter(|stored| stored.id != wrong).map(|stored| stored.signs).collect();
        after.vitals.push(*signs);
        (before, after, Entry { by: old.signs.by, at: old.signs.at })
    };
    let verdicts = (judge(&before), judge(&after));
    settle(desk, visit, &[entry], &verdicts, &after, reason, second).await
}
