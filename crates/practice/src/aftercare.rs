//! The end of a visit: the sheet that the patient takes home, the check before leaving, and who left without it.

mod paper;

use crate::form::Form;
use crate::patient::PatientView;
use crate::{Deed, Desk, Refusal};
use chrono::TimeDelta;
use clinic::Moment;
use clinic::aftercare::{Language, text};
pub use clinic::aftercare::{RenderedPart, Sheet};
use clinic::collection::StopReason;
use clinic::consent::text::TextApproval;
use clinic::departure::{Circumstances, DepartureCheck, NotYet};
use clinic::follow_up::{CallReason, CallTime};
use clinic::ids::{ProcedureId, VisitId};
use clinic::procedure::{Act, ProcedureKind, ProcedureStatus};
use clinic::screening::{Reply, Said};
use clinic::visit::VisitStatus;
pub(crate) use paper::CONCERN_SETTING;
pub use paper::{GiveSheet, give_sheet, sheet_pages};
use records::aftercare::{DepartureEntry, DepartureNote};
use records::visit::VisitState;
use records::{Reading, Writing};
use serde::{Deserialize, Serialize};

/// The item of the safety screen that asks for a high spinal cord injury.
const CORD_INJURY: &str = "sci-t6";

/// The aftercare of one visit as its room shows it.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct AftercareRoom {
    /// The visit.
    pub visit_id: VisitId,
    /// Its procedure.
    pub procedure_id: ProcedureId,
    /// The patient.
    pub patient: PatientView,
    /// What was ordered.
    pub kind: ProcedureKind,
    /// How far the procedure has come.
    pub procedure_status: ProcedureStatus,
    /// How far the visit has come.
    pub visit_status: VisitStatus,
    /// What was done, as the sheet speaks of it.
    pub act: Act,
    /// The gland was massaged or stroked: the check comes before the end.
    pub needed: bool,
    /// Whether the patient has passed urine is asked.
    pub asks_urine: bool,
    /// Labels that nobody has read back.
    pub open_labels: u32,
    /// The languages in which there is a sheet.
    pub languages: Vec<SheetLanguage>,
    /// The sheets that were given.
    pub sheets: Vec<SheetRow>,
    /// The checks that were made.
    pub checks: Vec<CheckRow>,
    /// When the patient went without waiting.
    pub left_at: Option<Moment>,
    /// Until when the patient is watched.
    pub hold_until: Option<Moment>,
    /// Why the patient may not go yet; none when nothing holds.
    pub not_yet: Option<String>,
    /// The call that is owed.
    pub call: Option<OwedCall>,
}

/// A language of the sheet.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct SheetLanguage {
    /// Which.
    pub language: Language,
    /// Its own name for itself.
    pub name: String,
    /// A qualified translator has read it, or it is the language of the content.
    pub reviewed: bool,
}

/// A sheet that was given.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct SheetRow {
    /// The language.
    pub language: Language,
    /// Its own name for itself.
    pub name: String,
    /// The version of the text.
    pub version: String,
    /// The file in the folder for papers.
    pub file: String,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: String,
}

/// A check that was made.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct CheckRow {
    /// What was seen.
    pub check: DepartureCheck,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: String,
}

/// The call that the clinic owes after a visit.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct OwedCall {
    /// Why.
    pub reason: CallReason,
    /// From when on.
    pub from: Moment,
    /// Until when at the latest.
    pub until: Moment,
    /// Where it stands now.
    pub time: CallTime,
    /// It was made, or given up.
    pub over: bool,
}

/// What was seen before the patient left. What is not answered is refused, not taken for a yes.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct CheckDeparture {
    /// The visit.
    pub visit_id: VisitId,
    /// The patient feels well.
    pub feels_well: Option<bool>,
    /// The patient stood up and can stand.
    pub can_stand: Option<bool>,
    /// The patient has passed urine; asked after a massage only.
    pub passed_urine: Option<bool>,
    /// The patient felt faint at some time since the act.
    pub faint: Option<bool>,
    /// The number on which the clinic may call, or how else the patient is reached.
    pub reach: String,
    /// The patient confirmed it.
    pub reach_confirmed: bool,
}

/// What the rules of leaving know of one visit.
pub(crate) struct Leaving {
    pub(crate) circumstances: Circumstances,
    pub(crate) act: Act,
}

/// The aftercare of one visit.
pub async fn room(desk: &Desk, visit: VisitId) -> Result<AftercareRoom, Refusal> {
    desk.may(Deed::OpenChart)?;
    let mut reading = desk.records.reading().await?;
    let state = reading.visit_state(visit).await?;
    let patient = reading.patient(state.patient_id, desk.today()).await?;
    let leaving = leaving(&mut reading, &state, desk.now).await?;
    let departure = reading.departure(visit).await?;
    let entries = reading.departure_entries(visit).await?;
    let sheets = reading.sheets_of(visit).await?;
    let open_labels = reading.open_labels(state.procedure_id).await?;
    let call = reading.call_of(visit).await?;
    let not_yet = leaving.circumstances.may_leave(&departure, desk.now).err();
    Ok(AftercareRoom {
        visit_id: visit,
        procedure_id: state.procedure_id,
        patient: patient.ok_or_else(|| Refusal::not_found("patient"))?,
        kind: state.kind,
        procedure_status: state.procedure_status,
        visit_status: state.status,
        act: leaving.act,
        needed: leaving.circumstances.gland_until.is_some(),
        asks_urine: leaving.circumstances.massage,
        open_labels: u32::try_from(open_labels).unwrap_or(u32::MAX),
        languages: Language::ALL.iter().map(|language| language_of(*language)).collect(),
        sheets: sheets
            .into_iter()
            .map(|given| SheetRow {
                language: given.sheet.language,
                name: text(given.sheet.language).language_name.clone(),
                file: given.file,
                version: given.sheet.version,
                at: given.at,
                by: given.by,
            })
            .collect(),
        checks: entries.into_iter().filter_map(check_row).collect(),
        left_at: departure.left,
        hold_until: leaving.circumstances.hold_until(&departure).filter(|until| desk.now < *until),
        not_yet: not_yet.map(|why| crate::form::sentence(&why.to_string())),
        call: call.map(|call| OwedCall {
            reason: call.reason,
            from: clinic::follow_up::due_from(call.since),
            until: clinic::follow_up::due_until(call.since),
            time: clinic::follow_up::time_of(call.since, desk.now),
            over: call.over,
        }),
    })
}

/// Records what was seen before the patient leaves; also that the patient is not well, which keeps the visit open.
///
/// # Errors
/// Beside each question that was not answered, and `reach` when nobody confirmed how to call.
pub async fn check(desk: &Desk, request: CheckDeparture) -> Result<AftercareRoom, Refusal> {
    desk.may(Deed::GiveAftercare)?;
    let mut writing = desk.writing().await?;
    let state = here(&mut writing, request.visit_id).await?;
    let leaving = leaving(&mut writing, &state, desk.now).await?;
    let mut form = Form::default();
    let mut answered =
        |field: &str, answer: Option<bool>| form.read(field, answer.ok_or("answer this")).unwrap_or(false);
    let feels_well = answered("feelsWell", request.feels_well);
    let can_stand = answered("canStand", request.can_stand);
    let faint = answered("faint", request.faint);
    let passed_urine =
        if leaving.circumstances.massage { Some(answered("passedUrine", request.passed_urine)) } else { None };
    let reach = form.line("reach", Some(request.reach), 120).unwrap_or_default();
    if reach.chars().count() < 5 {
        form.refuse("reach", "write the number on which we may call, or how else the patient is reached");
    } else if !request.reach_confirmed {
        form.refuse("reachConfirmed", "ask the patient whether this is right, and say so");
    }
    form.check()?;
    let check = DepartureCheck { feels_well, can_stand, passed_urine, faint, reach };
    writing.note_departure(state.visit_id, state.patient_id, &DepartureNote::Checked { check }).await?;
    writing.use_draft("aftercare", &request.visit_id.to_string()).await?;
    writing.commit().await?;
    room(desk, request.visit_id).await
}

/// The patient went without waiting for the check: the aftercare becomes a call.
pub async fn left(desk: &Desk, visit: VisitId) -> Result<AftercareRoom, Refusal> {
    desk.may(Deed::GiveAftercare)?;
    let mut writing = desk.writing().await?;
    let state = here(&mut writing, visit).await?;
    if state.procedure_status.is_open() {
        return Err(Refusal::new("procedure-open", "The procedure has not ended: say there that the patient left."));
    }
    writing.note_departure(visit, state.patient_id, &DepartureNote::Left).await?;
    writing.open_call(&state, CallReason::LeftEarly, desk.now).await?;
    crate::label::missed(&mut writing, &state).await?;
    if writing.open_labels(state.procedure_id).await? == 0 {
        writing.move_visit(&state, VisitStatus::LeftEarly).await?;
    }
    writing.commit().await?;
    room(desk, visit).await
}

/// The visit may end: refused while the patient may not go. Says whether the patient has left.
pub(crate) async fn may_leave(reading: &mut Reading, state: &VisitState, now: Moment) -> Result<bool, Refusal> {
    let leaving = leaving(reading, state, now).await?;
    let departure = reading.departure(state.visit_id).await?;
    leaving.circumstances.may_leave(&departure, now)?;
    Ok(departure.left.is_some())
}

/// What is known of the act and the patient.
pub(crate) async fn leaving(reading: &mut Reading, state: &VisitState, now: Moment) -> Result<Leaving, Refusal> {
    let collection = reading.collection(state).await?.filter(clinic::collection::Collection::was_massaged);
    let act = collection.as_ref().map_or(Act::Dre, clinic::collection::Collection::act);
    let answers = reading.answers_of(state, now).await?;
    let injury = answers.iter().rev().find(|answer| answer.item == CORD_INJURY);
    let circumstances = Circumstances {
        gland_until: collection.as_ref().and_then(|seen| seen.massage_stopped().or(seen.massage_began())),
        massage: act == Act::Massage,
        high_cord_injury: injury.is_some_and(|answer| {
            matches!(answer.standing.reply, Reply::Said(Said::Yes | Said::YesMitigated) | Reply::Dated(_))
        }),
        fainted: collection.as_ref().and_then(clinic::collection::Collection::broken_off)
            == Some(StopReason::Faintness),
    };
    Ok(Leaving { circumstances, act })
}

/// The call after this visit, opened by what was recorded of it: a massage that has ended, or a patient who has left.
pub(crate) async fn owe_a_call(writing: &mut Writing, state: &VisitState, left: bool) -> Result<(), Refusal> {
    let now = writing.now();
    let known = leaving(writing, state, now).await?.circumstances;
    let reason = match (known.gland_until.filter(|_| known.massage), state.procedure_status) {
        (Some(since), _) => Some((CallReason::Massage, since)),
        (None, _) if left => Some((CallReason::LeftEarly, now)),
        (None, ProcedureStatus::AbortedSafety) if state.status == VisitStatus::InRoom => {
            Some((CallReason::SafetyStop, now))
        }
        _ => None,
    };
    if let Some((reason, since)) = reason {
        writing.open_call(state, reason, since).await?;
    }
    Ok(())
}

async fn here(writing: &mut Writing, visit: VisitId) -> Result<VisitState, Refusal> {
    let state = writing.visit_state(visit).await?;
    match state.status {
        VisitStatus::Arrived | VisitStatus::InRoom => Ok(state),
        other => Err(Refusal::new("visit-not-here", format!("This visit is {other}: nobody is here to look after."))),
    }
}

fn check_row(entry: DepartureEntry) -> Option<CheckRow> {
    match entry.note {
        DepartureNote::Checked { check } => Some(CheckRow { check, at: entry.at, by: entry.by }),
        DepartureNote::Left => None,
    }
}

fn language_of(language: Language) -> SheetLanguage {
    let sheet = text(language);
    let reviewed = sheet.approval != TextApproval::NotReviewed;
    SheetLanguage { language, name: sheet.language_name.clone(), reviewed }
}

/// The hours of a call as papers and notes say them.
pub(crate) fn call_words(since: Moment) -> String {
    let day = |hours| since.plus(TimeDelta::hours(hours)).long_text();
    format!("between {} and {}", day(24), day(48))
}

impl From<NotYet> for Refusal {
    fn from(refusal: NotYet) -> Self {
        let code = match refusal {
            NotYet::NotChecked => "departure-not-checked",
            NotYet::NotWell(_) => "patient-not-well",
            NotYet::NoSheet => "sheet-not-given",
            NotYet::Hold(_) => "patient-held",
        };
        Self::new(code, crate::form::sentence(&refusal.to_string()))
    }
}
