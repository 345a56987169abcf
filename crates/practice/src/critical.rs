//! Critical results: the laboratory's call is written down and read back, the urologist is told and decides, the patient is
//! reached. Each hour stands in the record, and the alarm ends only when both know.

use crate::form::Form;
use crate::patient::PatientView;
use crate::telling::{self, TypedTelling};
use crate::{Deed, Desk, Refusal};
use chrono::TimeDelta;
use clinic::Moment;
use clinic::critical::{
    self, Criterion, Critical, CriticalAction, CriticalStage, CriticalStep, CriticalTime, Heard, criteria, criterion,
};
pub use clinic::ids::{CriticalId, VisitId};
use clinic::ids::{PatientId, ResultId, StaffId};
use clinic::interpretation::SetResults;
use clinic::staff::Role;
use clinic::telling::{Telling, may_add};
use clinic::visit::VisitStatus;
use records::critical::StoredCritical;
use records::visit::VisitState;
use records::{Reading, Writing};
use serde::{Deserialize, Serialize};

/// The critical results of one patient.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct CriticalRoom {
    /// The patient.
    pub patient: PatientView,
    /// What makes a result critical.
    pub criteria: Vec<Criterion>,
    /// The visits that a specimen can have come from, the latest first.
    pub visits: Vec<VisitId>,
    /// Who can be told.
    pub urologists: Vec<Urologist>,
    /// Every critical result, the latest first.
    pub criticals: Vec<CriticalView>,
}

/// A urologist who can be told.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Urologist {
    /// Who.
    pub staff_id: StaffId,
    /// Their name.
    pub name: String,
    /// It is who stands at the desk.
    pub here: bool,
}

/// One critical result with its term.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct CriticalView {
    /// What was received, and what was done.
    #[serde(flatten)]
    pub stored: StoredCritical,
    /// What makes it critical, in words.
    pub title: String,
    /// What it waits for.
    pub stage: CriticalStage,
    /// By when; none when it is over.
    pub until: Option<Moment>,
    /// Where it stands in that term.
    pub time: CriticalTime,
}

/// The laboratory calls.
#[derive(Debug, Clone, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ReceiveCritical {
    /// From which visit the specimen is.
    pub visit_id: Option<VisitId>,
    /// Which criterion.
    pub criterion: Option<String>,
    /// The value as it was said.
    pub value: String,
    /// Of which specimen.
    pub specimen: String,
    /// Who called.
    pub caller: String,
    /// From which laboratory.
    pub laboratory: String,
    /// Whether it was read back and confirmed.
    pub read_back: Option<bool>,
    /// How many minutes ago they called; 0 is now.
    pub minutes_ago: i32,
}

/// The urologist is told.
#[derive(Debug, Clone, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TellUrologist {
    /// Which result.
    pub critical_id: CriticalId,
    /// Who was told.
    pub urologist: Option<StaffId>,
    /// What follows.
    pub action: Option<CriticalAction>,
    /// In words.
    pub words: String,
    /// How many minutes ago; 0 is now.
    pub minutes_ago: i32,
}

/// An attempt to reach the patient.
#[derive(Debug, Clone, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ReachPatient {
    /// Which result.
    pub critical_id: CriticalId,
    /// What came of it.
    pub telling: TypedTelling,
    /// How many minutes ago; 0 is now.
    pub minutes_ago: i32,
}

/// Most minutes that something may lie back: two days.
const LONGEST_AGO: i32 = 2 * 24 * 60;

/// The critical results of one patient.
pub async fn room(desk: &Desk, patient: PatientId) -> Result<CriticalRoom, Refusal> {
    desk.may(Deed::OpenChart)?;
    let mut reading = desk.records.reading().await?;
    let patient = telling::patient(desk, &mut reading, patient).await?;
    let staff = reading.staff().await?;
    let doctors = staff.into_iter().filter(|person| person.active && person.roles.contains(&Role::Urologist));
    let criticals = reading.criticals_of(patient.identity.patient_id).await?;
    let come = [VisitStatus::Arrived, VisitStatus::InRoom, VisitStatus::Done, VisitStatus::LeftEarly];
    Ok(CriticalRoom {
        criteria: criteria().to_vec(),
        visits: patient.visits.iter().filter(|row| come.contains(&row.status)).map(|row| row.visit_id).collect(),
        urologists: doctors
            .map(|person| Urologist {
                here: person.staff_id == desk.who.staff,
                staff_id: person.staff_id,
                name: person.name,
            })
            .collect(),
        criticals: criticals.into_iter().map(|stored| view(stored, desk.now)).collect(),
        patient,
    })
}

/// Writes the laboratory's call down, and opens it until urologist and patient know.
///
/// # Errors
/// Beside each field what is missing.
pub async fn receive(desk: &Desk, request: ReceiveCritical) -> Result<CriticalRoom, Refusal> {
    desk.may(Deed::EnterResults)?;
    let mut form = Form::default();
    let visit = form.read("visitId", request.visit_id.ok_or("say from which visit the specimen is"));
    let known = request.criterion.filter(|id| criterion(id).is_some());
    let criterion = form.read("criterion", known.ok_or("say what makes it critical"));
    let mut needed = |field: &str, text: String, ask: &str| {
        let line = form.line(field, Some(text), 200);
        form.read(field, line.ok_or(ask)).unwrap_or_default()
    };
    let value = needed("value", request.value, "write the value as it was said");
    let specimen = needed("specimen", request.specimen, "write of which specimen");
    let caller = needed("caller", request.caller, "write who called");
    let laboratory = needed("laboratory", request.laboratory, "write which laboratory");
    let read_back =
        request.read_back.ok_or("read the value back, and say whether it was right; or that it was not done");
    let read_back = form.read("readBack", read_back);
    let at = ago(&mut form, desk, request.minutes_ago);
    let (Some(visit), Some(criterion), Some(read_back), true) = (visit, criterion, read_back, form.is_clean()) else {
        return Err(form.refusal());
    };
    let mut writing = desk.writing().await?;
    let state = writing.visit_state(visit).await?;
    let heard = Heard::Telephone { caller, laboratory, read_back };
    writing.open_critical(&state, None, &Critical { criterion, value, specimen, heard }, at).await?;
    writing.use_draft("critical", &state.patient_id.to_string()).await?;
    writing.commit().await?;
    room(desk, state.patient_id).await
}

/// Writes down that the urologist was told, and what follows.
///
/// # Errors
/// Beside each field what is missing; `minutesAgo` when it would lie before the call.
pub async fn tell_urologist(desk: &Desk, request: TellUrologist) -> Result<CriticalRoom, Refusal> {
    desk.may(Deed::EnterResults)?;
    let mut form = Form::default();
    let mut writing = desk.writing().await?;
    let known = writing.critical(request.critical_id).await?;
    let staff = writing.staff().await?;
    let person = staff.into_iter().find(|person| {
        Some(person.staff_id) == request.urologist && person.active && person.roles.contains(&Role::Urologist)
    });
    let person = form.read("urologist", person.ok_or("say which urologist was told"));
    let action = form.read("action", request.action.ok_or("say what the urologist decided"));
    let words = form.line("words", Some(request.words), 600);
    if words.is_none() {
        form.refuse("words", "write what the urologist said");
    }
    let at = after(&mut form, desk, &known, request.minutes_ago);
    let (Some(person), Some(action), Some(words), true) = (person, action, words, form.is_clean()) else {
        return Err(form.refusal());
    };
    if known.stage() != CriticalStage::TellUrologist {
        return Err(records::Error::Stale("critical result").into());
    }
    let step = CriticalStep::UrologistTold { urologist: person.name, action, words };
    writing.add_critical_step(&known, &step, at).await?;
    writing.commit().await?;
    room(desk, known.patient.patient_id).await
}

/// Writes an attempt to reach the patient down.
///
/// # Errors
/// As [`telling::tell`]; `minutesAgo` when it would lie before the call.
pub async fn reach_patient(desk: &Desk, request: ReachPatient) -> Result<CriticalRoom, Refusal> {
    desk.may(Deed::FollowUp)?;
    let mut form = Form::default();
    let mut reading = desk.records.reading().await?;
    let known = reading.critical(request.critical_id).await?;
    let patient = telling::patient(desk, &mut reading, known.patient.patient_id).await?;
    drop(reading);
    let at = after(&mut form, desk, &known, request.minutes_ago);
    form.check()?;
    let telling = telling::read(request.telling)?;
    let before = attempts(&known);
    let hours: Vec<Moment> = known.steps.iter().map(|step| step.at).collect();
    may_add(&before, &telling, telling::reachable(&patient))?;
    let telling = telling::written(desk, telling, &patient, known.visit_id, &hours).await?;
    let mut writing = desk.writing().await?;
    if writing.critical(request.critical_id).await?.steps.len() != known.steps.len() {
        return Err(records::Error::Stale("critical result").into());
    }
    writing.add_critical_step(&known, &CriticalStep::Patient { telling }, at).await?;
    writing.commit().await?;
    room(desk, known.patient.patient_id).await
}

/// What stood critical in a report that was just typed in. What an earlier version had opened is not opened twice.
pub(crate) async fn from_report(
    writing: &mut Writing,
    state: &VisitState,
    result: ResultId,
    set: &SetResults,
) -> Result<(), Refusal> {
    let known = writing.criticals_of(state.patient_id).await?;
    for found in critical::found_in(set) {
        let critical = Critical {
            criterion: found.criterion.to_owned(),
            value: found.value,
            specimen: found.specimen.to_owned(),
            heard: Heard::Report,
        };
        let again = known.iter().any(|one| one.visit_id == state.visit_id && one.critical == critical);
        if !again {
            let now = writing.now();
            writing.open_critical(state, Some(result), &critical, now).await?;
        }
    }
    Ok(())
}

/// Every critical result that is open, the oldest first.
pub(crate) async fn open(reading: &mut Reading, now: Moment) -> Result<Vec<CriticalView>, Refusal> {
    Ok(reading.open_criticals().await?.into_iter().map(|stored| view(stored, now)).collect())
}

fn view(stored: StoredCritical, now: Moment) -> CriticalView {
    let stage = stored.stage();
    let title = criterion(&stored.critical.criterion).map_or(stored.critical.criterion.as_str(), |known| &known.title);
    CriticalView {
        title: title.to_owned(),
        stage,
        until: stage.until(stored.received_at),
        time: stage.time(stored.received_at, now),
        stored,
    }
}

fn attempts(known: &StoredCritical) -> Vec<Telling> {
    let steps: Vec<CriticalStep> = known.steps.iter().map(|kept| kept.step.clone()).collect();
    critical::attempts(&steps)
}

fn ago(form: &mut Form, desk: &Desk, minutes: i32) -> Moment {
    if !(0..=LONGEST_AGO).contains(&minutes) {
        form.refuse("minutesAgo", "write how many minutes ago it was, at most two days");
    }
    desk.now.plus(-TimeDelta::minutes(i64::from(minutes)))
}

/// So long ago, and not before the clinic came to know.
fn after(form: &mut Form, desk: &Desk, known: &StoredCritical, minutes: i32) -> Moment {
    let at = ago(form, desk, minutes);
    if at < known.received_at {
        form.refuse("minutesAgo", "this lies before the critical result was received");
    }
    at
}
