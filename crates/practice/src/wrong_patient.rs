//! A visit that was recorded on the wrong patient: entered in error where it stands, made again for the right one, and
//! followed until nothing of it is open.

mod statement;

pub use clinic::ids::{VisitId, WrongPatientId};
pub use records::wrong_patient::WrongPatientView;
pub use statement::{LateStatementAnswer, SignLateStatement, state_late};

use crate::form::Form;
use crate::laboratory_call::{self, CallLaboratory};
use crate::patient::PatientView;
use crate::second::SecondPerson;
use crate::{Deed, Desk, Refusal, order, screening};
use clinic::ids::{PatientId, ProcedureId};
use clinic::incident::IncidentKind;
use clinic::label::VoidReason;
use clinic::procedure::ProcedureKind;
use clinic::specimen::CustodyEvent;
use clinic::visit::VisitStatus;
use clinic::wrong_patient::{Mistaken, WrongPatientRefusal};
use records::incident::NewIncident;
use records::specimen::CustodyEntry;
use records::visit::VisitState;
use records::wrong_patient::NewWrongPatient;
use records::{Reading, Writing};
use serde::{Deserialize, Serialize};

/// The room of one visit: what would be put right, or what became of it.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct WrongPatientRoom {
    /// The visit that was asked about.
    pub visit_id: VisitId,
    /// Its procedure.
    pub procedure_id: ProcedureId,
    /// What was done.
    pub kind: ProcedureKind,
    /// The patient it stands on.
    pub patient: PatientView,
    /// An order lies in the laboratory's folder.
    pub ordered: bool,
    /// The putting right, once it was begun.
    pub begun: Option<WrongPatientView>,
    /// Why it cannot be begun; none when it can.
    pub why_not: Option<String>,
    /// What the right patient is asked to sign.
    pub statement: Option<String>,
    /// Who can hear it said.
    pub witnesses: Vec<crate::consent::Colleague>,
    /// One person works alone here.
    pub single_handed: bool,
}

/// The visit belongs to somebody else.
#[derive(Debug, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct PutRightPatient {
    /// The visit as it stands.
    pub visit_id: VisitId,
    /// Who was really here.
    pub patient_id: PatientId,
    /// How it came about.
    pub reason: String,
    /// Both people.
    pub second: SecondPerson,
}

impl From<WrongPatientRefusal> for Refusal {
    fn from(refusal: WrongPatientRefusal) -> Self {
        let said = crate::form::sentence(&refusal.to_string());
        match refusal {
            WrongPatientRefusal::SamePatient => Self::field("patientId", refusal.code(), said),
            _ => Self::new(refusal.code(), said),
        }
    }
}

/// The room of a visit.
pub async fn room(desk: &Desk, visit: VisitId) -> Result<WrongPatientRoom, Refusal> {
    desk.may(Deed::PutRight)?;
    let mut reading = desk.records.reading().await?;
    let state = reading.visit_state(visit).await?;
    let patient = reading.patient(state.patient_id, desk.today()).await?;
    let begun = reading.wrong_patient_of(visit).await?;
    let mistaken = mistaken(&mut reading, &state, false).await?;
    let statement = match &begun {
        Some(begun) => Some(statement::text(desk, &mut reading, begun).await?),
        None => None,
    };
    let witnesses =
        reading.staff().await?.into_iter().filter(|person| person.active && person.staff_id != desk.who.staff);
    Ok(WrongPatientRoom {
        visit_id: visit,
        procedure_id: state.procedure_id,
        kind: state.kind,
        patient: patient.ok_or_else(|| Refusal::not_found("patient"))?,
        ordered: reading.standing_order(state.procedure_id).await?.is_some_and(|order| order.sent),
        why_not: mistaken.check().err().map(|refusal| crate::form::sentence(&refusal.to_string())),
        begun,
        statement,
        witnesses: witnesses.map(|person| crate::consent::colleague(&person)).collect(),
        single_handed: desk.clinic.single_handed,
    })
}

/// Every putting right with something open.
pub async fn open(desk: &Desk) -> Result<Vec<WrongPatientView>, Refusal> {
    desk.may(Deed::PutRight)?;
    Ok(desk.records.reading().await?.wrong_patients_open().await?)
}

/// Enters the visit in error and makes it again for the right patient. In the same step its tubes become nobody's, their
/// labels are void, the laboratory's order is cancelled and an incident is opened.
///
/// # Errors
/// Beside each field: what is missing; what the rules of `clinic` refuse; a person who did not fit.
pub async fn put_right(desk: &Desk, request: PutRightPatient) -> Result<WrongPatientRoom, Refusal> {
    desk.may(Deed::PutRight)?;
    let mut form = Form::default();
    let reason = form.line("reason", Some(request.reason), 300);
    if reason.is_none() {
        form.refuse("reason", "write how it came about");
    }
    let Some(reason) = reason.filter(|_| form.is_clean()) else { return Err(form.refusal()) };
    let patient = {
        let mut reading = desk.records.reading().await?;
        let patient = reading.patient_now(request.patient_id).await?;
        may_begin(&mut reading, request.visit_id, patient).await?;
        patient
    };
    let second_person = desk.two_people(&request.second, Deed::PutRight).await?;
    let mut writing = desk.writing().await?;
    let from = may_begin(&mut writing, request.visit_id, patient).await?;
    if writing.patient_row(patient).await?.is_none() {
        return Err(Refusal::field("patientId", "patient-unknown", "Choose the person who was really here."));
    }
    let order_sent =
        order::cancel(desk, &mut writing, &from, "Entered in error: recorded on the wrong patient.").await?;
    let to = writing.recreate_visit(&from, patient).await?;
    let new = NewWrongPatient { id: writing.id(), reason, second_person, order_sent };
    writing.begin_wrong_patient(&new, &from, &to).await?;
    quarantine(desk, &mut writing, new.id, &to).await?;
    // What was done was cleared then, by the consent that stays behind; only what is still to be done is judged anew.
    if to.procedure_status.is_open() {
        screening::judge_again(&mut writing, to.visit_id).await?;
    }
    let incident = NewIncident {
        kind: IncidentKind::WrongPatient,
        patient: from.patient_id,
        visit: Some(from.visit_id),
        words: format!("A {} was recorded on this patient by mistake: {}", from.kind.name(), new.reason),
    };
    writing.open_incident(&incident).await?;
    writing.commit().await?;
    order::write_changes(desk, &from).await?;
    room(desk, to.visit_id).await
}

/// A call to the laboratory about the order that went out in the wrong name.
pub async fn call_laboratory(
    desk: &Desk,
    wrong_patient: WrongPatientId,
    request: CallLaboratory,
) -> Result<WrongPatientRoom, Refusal> {
    desk.may(Deed::PutRight)?;
    let view = desk.records.reading().await?.wrong_patient(wrong_patient).await?;
    laboratory_call::call(desk, view.mistaken.procedure_id, request).await?;
    room(desk, view.right.visit_id).await
}

/// Writes the cancellation once more, after what kept it from its folder was put right.
pub async fn cancel_again(desk: &Desk, wrong_patient: WrongPatientId) -> Result<WrongPatientRoom, Refusal> {
    desk.may(Deed::PutRight)?;
    let mut reading = desk.records.reading().await?;
    let view = reading.wrong_patient(wrong_patient).await?;
    let mistaken = reading.visit_state(view.mistaken.visit_id).await?;
    drop(reading);
    order::write_changes(desk, &mistaken).await?;
    room(desk, view.right.visit_id).await
}

/// Refuses results of a set while it is not sure whose they are.
///
/// # Errors
/// `results-wait` with what is open, `entered-in-error` for the visit that never was this patient's.
pub(crate) async fn refuse_results(reading: &mut Reading, visit: VisitId) -> Result<(), Refusal> {
    let Some(put_right) = reading.wrong_patient_of(visit).await? else { return Ok(()) };
    if !put_right.open.is_empty() {
        let open = put_right.open_words.join("; ");
        let said = format!("This set stood under another patient’s name, and its results wait. Still to do: {open}.");
        return Err(Refusal::new("results-wait", said));
    }
    if put_right.mistaken.visit_id == visit {
        let said = "This visit was entered in error: its results belong to the patient it was made again for.";
        return Err(Refusal::new("entered-in-error", said));
    }
    Ok(())
}

/// Refuses to add anything to a visit that never was this patient's.
///
/// # Errors
/// `entered-in-error`.
pub(crate) fn refuse_entered_in_error(state: &VisitState) -> Result<(), Refusal> {
    if state.status != VisitStatus::EnteredInError {
        return Ok(());
    }
    let said = "This visit was entered in error: go on with the visit it was made again as, on the right patient.";
    Err(Refusal::new("entered-in-error", said))
}

async fn may_begin(reading: &mut Reading, visit: VisitId, patient: PatientId) -> Result<VisitState, Refusal> {
    let state = reading.visit_state(visit).await?;
    mistaken(reading, &state, state.patient_id == patient).await?.check()?;
    Ok(state)
}

async fn mistaken(reading: &mut Reading, state: &VisitState, same_patient: bool) -> Result<Mistaken, Refusal> {
    let massage_runs = reading.collection(state).await?.is_some_and(|collection| collection.massage_runs());
    Ok(Mistaken { same_patient, visit: state.status, procedure: state.procedure_status, massage_runs })
}

/// Every tube that exists carries the wrong name: its label is void, and it is nobody's.
async fn quarantine(
    desk: &Desk,
    writing: &mut Writing,
    wrong_patient: WrongPatientId,
    to: &VisitState,
) -> Result<(), Refusal> {
    for record in writing.specimens_of(to.procedure_id).await? {
        let exists = record.specimen.catch().is_some() && record.specimen.status().is_here();
        if !exists {
            continue;
        }
        writing.quarantine(record.id, wrong_patient, to.patient_id).await?;
        let note = Some("its label names another patient".to_owned());
        let entry = CustodyEntry { note, ..CustodyEntry::new(CustodyEvent::Quarantined, desk.now) };
        writing.note_custody(record.id, &entry, to.patient_id).await?;
        crate::label::void_live(writing, desk, &record, VoidReason::WrongPatient, to.patient_id).await?;
    }
    Ok(())
}
