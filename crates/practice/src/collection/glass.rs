//! Receiving a glass, or saying why there is none.

use super::keep::{Set, keep, load};
use super::view::{CollectionView, view};
use crate::form::Form;
use crate::{Deed, Desk, Refusal, aftercare};
use chrono::TimeDelta;
use clinic::collection::StopReason;
use clinic::ids::ProcedureId;
use clinic::procedure::ProcedureStatus;
use clinic::specimen::{Amount, Appearance, Catch, CollectedHow, NotObtainedReason, SpecimenRole, Volume};
use clinic::visit::VisitStatus;
use records::Writing;
use serde::{Deserialize, Serialize};

/// How much there is, as tapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum GlassMeasure {
    /// Urine: enough.
    Enough,
    /// Urine: low.
    Low,
    /// EPS: drops.
    Drops,
    /// Read from the scale.
    Measured,
}

/// A glass as typed.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TypedGlass {
    /// How many minutes ago it was caught; 0 is now.
    pub minutes_ago: i32,
    /// How much, as tapped.
    pub measure: GlassMeasure,
    /// Millilitres as typed, where it was measured.
    pub ml: Option<String>,
    /// How it looks, when somebody looked.
    pub appearance: Option<Appearance>,
    /// Who handled the cup.
    pub how: CollectedHow,
}

/// One glass is received.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ReceiveGlass {
    /// Of which procedure.
    pub procedure_id: ProcedureId,
    /// Which glass.
    pub role: SpecimenRole,
    /// The glass.
    pub glass: TypedGlass,
}

/// VB1 and VB2, which come from one void, are received together.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct FirstUrines {
    /// Of which procedure.
    pub procedure_id: ProcedureId,
    /// The first glass.
    pub vb1: TypedGlass,
    /// The second.
    pub vb2: TypedGlass,
}

/// A glass that will not exist.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct EndGlass {
    /// Of which procedure.
    pub procedure_id: ProcedureId,
    /// Which glass.
    pub role: SpecimenRole,
    /// Why.
    pub reason: NotObtainedReason,
}

/// VB1 and VB2 received: both are stamped in one act.
pub async fn receive_first_urines(desk: &Desk, request: FirstUrines) -> Result<CollectionView, Refusal> {
    desk.may(Deed::HandleSpecimens)?;
    let (now, by) = (desk.now, desk.who.staff);
    let vb1 = caught(desk, SpecimenRole::Vb1, &request.vb1).map_err(|refusal| within("vb1", refusal))?;
    let vb2 = caught(desk, SpecimenRole::Vb2, &request.vb2).map_err(|refusal| within("vb2", refusal))?;
    let mut writing = desk.writing().await?;
    let set = in_room(load(&mut writing, request.procedure_id).await?)?;
    let collection = set.collection.clone();
    let first = collection.receive(SpecimenRole::Vb1, vb1, now, by).map_err(|refusal| within("vb1", refusal.into()))?;
    let both = first.receive(SpecimenRole::Vb2, vb2, now, by).map_err(|refusal| within("vb2", refusal.into()))?;
    keep(&mut writing, set, both, Some(desk)).await?;
    done(desk, writing, request.procedure_id).await
}

/// One glass received and stamped.
pub async fn receive(desk: &Desk, request: ReceiveGlass) -> Result<CollectionView, Refusal> {
    desk.may(Deed::HandleSpecimens)?;
    let catch = caught(desk, request.role, &request.glass)?;
    let mut writing = desk.writing().await?;
    let set = in_room(load(&mut writing, request.procedure_id).await?)?;
    let collection = set.collection.clone().receive(request.role, catch, desk.now, desk.who.staff)?;
    keep(&mut writing, set, collection, Some(desk)).await?;
    done(desk, writing, request.procedure_id).await
}

/// A glass ends without a specimen, and says why.
pub async fn not_obtained(desk: &Desk, request: EndGlass) -> Result<CollectionView, Refusal> {
    desk.may(Deed::HandleSpecimens)?;
    let mut writing = desk.writing().await?;
    let set = load(&mut writing, request.procedure_id).await?;
    let collection = set.collection.clone().not_obtained(request.role, request.reason, desk.now, desk.who.staff)?;
    keep(&mut writing, set, collection, None).await?;
    done(desk, writing, request.procedure_id).await
}

/// The patient left: every awaited glass ends so, and the visit closes as left early once no label is open.
pub async fn patient_left(desk: &Desk, procedure: ProcedureId) -> Result<CollectionView, Refusal> {
    desk.may(Deed::HandleSpecimens)?;
    let mut writing = desk.writing().await?;
    let mut set = in_room(load(&mut writing, procedure).await?)?;
    let collection = set.collection.clone().collect_no_more(NotObtainedReason::Left, desk.now, desk.who.staff)?;
    set = keep(&mut writing, set, collection, None).await?;
    end_procedure(&mut writing, &set).await?;
    let open = writing.open_labels(procedure).await?;
    let visit = writing.visit_of_procedure(procedure).await?;
    aftercare::owe_a_call(&mut writing, &visit, true).await?;
    crate::label::missed(&mut writing, &visit).await?;
    if open == 0 {
        writing.move_visit(&visit, VisitStatus::LeftEarly).await?;
    }
    done(desk, writing, procedure).await
}

/// The procedure was stopped, or its massage broken off, and nothing more is wanted of it: every awaited glass ends so.
///
/// # Errors
/// `procedure-open` while it goes on: then each glass says its own reason.
pub async fn collect_no_more(desk: &Desk, procedure: ProcedureId) -> Result<CollectionView, Refusal> {
    desk.may(Deed::HandleSpecimens)?;
    let mut writing = desk.writing().await?;
    let set = load(&mut writing, procedure).await?;
    if set.visit.procedure_status.is_open() && set.collection.broken_off().is_none() {
        return Err(Refusal::new("procedure-open", "The procedure goes on: say of each glass why it does not exist."));
    }
    let collection = set.collection.clone().collect_no_more(NotObtainedReason::Stopped, desk.now, desk.who.staff)?;
    let set = keep(&mut writing, set, collection, None).await?;
    end_procedure(&mut writing, &set).await?;
    done(desk, writing, procedure).await
}

/// Every glass has its end: the collection is finished, and the procedure with it.
pub async fn finish(desk: &Desk, procedure: ProcedureId) -> Result<CollectionView, Refusal> {
    desk.may(Deed::HandleSpecimens)?;
    let mut writing = desk.writing().await?;
    let set = load(&mut writing, procedure).await?;
    let collection = set.collection.clone().finish(desk.now, desk.who.staff)?;
    let set = keep(&mut writing, set, collection, None).await?;
    end_procedure(&mut writing, &set).await?;
    done(desk, writing, procedure).await
}

/// How the procedure ended follows from what was recorded; a stop for safety has ended it before.
pub(crate) async fn end_procedure(writing: &mut Writing, set: &Set) -> Result<(), Refusal> {
    if !set.visit.procedure_status.is_open() {
        return Ok(());
    }
    let status = match set.collection.broken_off() {
        Some(StopReason::PatientAsked) => ProcedureStatus::StoppedByPatient,
        Some(_) => ProcedureStatus::Stopped,
        None if set.collection.patient_left() => ProcedureStatus::StoppedByPatient,
        None => ProcedureStatus::Finished,
    };
    Ok(writing.move_procedure(&set.visit, status).await?)
}

pub(super) async fn done(desk: &Desk, writing: Writing, procedure: ProcedureId) -> Result<CollectionView, Refusal> {
    writing.commit().await?;
    view(desk, procedure).await
}

/// Nothing is collected from somebody who is not here, and nobody leaves who is not.
pub(super) fn in_room(set: Set) -> Result<Set, Refusal> {
    match set.visit.status {
        VisitStatus::Arrived | VisitStatus::InRoom => Ok(set),
        other => Err(Refusal::new(
            "visit-not-here",
            format!("This visit is {other}: only a patient who is here can give a specimen, or leave."),
        )),
    }
}

pub(crate) fn caught(desk: &Desk, role: SpecimenRole, typed: &TypedGlass) -> Result<Catch, Refusal> {
    let mut form = Form::default();
    let amount = match typed.measure {
        GlassMeasure::Enough => Ok(Amount::Enough),
        GlassMeasure::Low => Ok(Amount::Low),
        GlassMeasure::Drops => Ok(Amount::Drops),
        GlassMeasure::Measured => Volume::parse(typed.ml.as_deref().unwrap_or_default()).map(Amount::Measured),
    };
    let amount = form.read("amount", amount.and_then(|amount| amount.fits(role).map(|()| amount)));
    if typed.minutes_ago < 0 {
        form.refuse("at", "this time lies in the future");
    }
    let (Some(amount), true) = (amount, form.is_clean()) else { return Err(form.refusal()) };
    let at = desk.now.plus(-TimeDelta::minutes(i64::from(typed.minutes_ago)));
    Ok(Catch { at, amount, appearance: typed.appearance, how: typed.how })
}

/// A refusal about one of two glasses stands beside that one's field.
fn within(glass: &str, refusal: Refusal) -> Refusal {
    let fields = refusal
        .fields
        .into_iter()
        .map(|beside| crate::refusal::FieldRefusal { field: format!("{glass}.{}", beside.field), ..beside });
    Refusal { fields: fields.collect(), ..refusal }
}
