//! The stop: a rule ends the procedure. What was found and collected stays; what was only planned is cancelled.

use crate::patient::PatientView;
use crate::{Deed, Desk, Refusal, collection, screening};
use clinic::catalogue;
use clinic::ids::VisitId;
use clinic::procedure::{ProcedureKind, ProcedureStatus};
use clinic::screening::{Severity, Verdict, VitalSigns};
use clinic::specimen::SpecimenRole;
use records::Writing;
use records::exam::SafetyStop;
use records::visit::VisitState;
use serde::Serialize;

/// What the stop screen shows.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct StopRoom {
    /// The visit.
    pub visit_id: VisitId,
    /// The patient.
    pub patient: PatientView,
    /// What was ordered.
    pub kind: ProcedureKind,
    /// How far the procedure has come.
    pub procedure_status: ProcedureStatus,
    /// Every act that is stopped, with what fired.
    pub stopped: Vec<Verdict>,
    /// What to do now, each once.
    pub todo: Vec<String>,
    /// What those rules ask to be taken beside the glasses, and what was not taken yet of it.
    pub asked: Vec<SpecimenRole>,
    /// What was taken beside the glasses already.
    pub taken: Vec<SpecimenRole>,
    /// The glasses that stay.
    pub kept: Vec<SpecimenRole>,
    /// The glasses that will not be filled.
    pub cancelled: Vec<SpecimenRole>,
    /// The vital signs measured since the stop; empty until somebody measures.
    pub vitals_since: Option<VitalSigns>,
    /// When the procedure was ended, and by whom; none while somebody must still end it.
    pub ended: Option<SafetyStop>,
}

/// What the stop screen shows of one visit.
pub async fn room(desk: &Desk, visit: VisitId) -> Result<StopRoom, Refusal> {
    desk.may(Deed::OpenChart)?;
    let mut reading = desk.records.reading().await?;
    let state = reading.visit_state(visit).await?;
    let verdicts = screening::verdicts(&mut reading, &state, desk.now).await?;
    let patient =
        reading.patient(state.patient_id, desk.today()).await?.ok_or_else(|| Refusal::not_found("patient"))?;
    let ended = reading.safety_stop_of(state.procedure_id).await?;
    let stopped = match &ended {
        Some(stop) => vec![stop.verdict.clone()],
        None => verdicts.acts.into_iter().filter(|verdict| is_stop(&state, verdict)).collect(),
    };
    let since = ended.as_ref().map(|stop| stop.at);
    let mut readings = match since {
        Some(since) => reading.vitals_of(&state, since).await?,
        None => Vec::new(),
    };
    readings.retain(|stored| since.is_some_and(|since| stored.signs.at > since));
    let glasses = reading.glasses_of(state.procedure_id, desk.now).await?;
    let kept = glasses.iter().filter(|glass| glass.accession.is_some()).map(|glass| glass.role);
    let kept: Vec<SpecimenRole> = kept.collect();
    // What comes before the massage may still be collected, for an ordinary culture.
    let planned = SpecimenRole::planned_for(state.kind).iter().copied();
    let cancelled = planned.filter(|role| role.follows_massage() && !kept.contains(role)).collect();
    let mut taken = Vec::new();
    for record in reading.specimens_of(state.procedure_id).await? {
        if record.role.is_further() && record.specimen.status().is_here() && !taken.contains(&record.role) {
            taken.push(record.role);
        }
    }
    let fired: Vec<&str> = stopped.iter().flat_map(|verdict| &verdict.fired).map(|fired| fired.id.as_str()).collect();
    let asks = |role: &SpecimenRole| catalogue::entry(*role).asked_by.iter().any(|id| fired.contains(&id.as_str()));
    let asked = SpecimenRole::FURTHER.into_iter().filter(|role| asks(role) && !taken.contains(role)).collect();
    Ok(StopRoom {
        visit_id: visit,
        patient,
        kind: state.kind,
        procedure_status: state.procedure_status,
        todo: todo(&stopped),
        asked,
        taken,
        stopped,
        kept,
        cancelled,
        vitals_since: readings.last().map(|stored| stored.signs),
        ended,
    })
}

/// Ends the procedure because a rule stops it, before anybody has examined or after.
///
/// # Errors
/// `nothing-stops` when no rule does.
pub async fn end(desk: &Desk, visit: VisitId) -> Result<StopRoom, Refusal> {
    desk.may(Deed::CheckIn)?;
    let mut writing = desk.writing().await?;
    let state = writing.visit_state(visit).await?;
    screening::is_open(&state)?;
    let verdicts = screening::judge_again(&mut writing, visit).await?;
    let Some(verdict) = verdicts.acts.iter().rev().find(|verdict| is_stop(&state, verdict)) else {
        return Err(Refusal::new("nothing-stops", "No rule stops this procedure. Cancel or close the visit instead."));
    };
    stop(&mut writing, &state, verdict).await?;
    writing.commit().await?;
    room(desk, visit).await
}

/// The procedure ends here; its planned glasses are cancelled, what exists is kept.
pub(crate) async fn stop(writing: &mut Writing, state: &VisitState, verdict: &Verdict) -> Result<(), Refusal> {
    writing.stop_for_safety(state.procedure_id, state.patient_id, verdict).await?;
    collection::stop_for_safety(writing, state).await?;
    let absolute = verdict.fired.iter().filter(|fired| fired.severity == Severity::Absolute);
    // Who declines is not stopped by a rule: the patient decides.
    let declines = absolute.map(|fired| fired.id.as_str()).all(|id| id == "consent-refused");
    let ended = if declines { ProcedureStatus::StoppedByPatient } else { ProcedureStatus::AbortedSafety };
    writing.move_procedure(state, ended).await?;
    Ok(())
}

fn is_stop(state: &VisitState, verdict: &Verdict) -> bool {
    verdict.ends_the_act() && state.kind.acts().contains(&verdict.act)
}

fn todo(stopped: &[Verdict]) -> Vec<String> {
    let fired = stopped.iter().flat_map(|verdict| &verdict.fired).filter(|fired| fired.severity == Severity::Absolute);
    let mut todo: Vec<String> = Vec::new();
    for line in fired.flat_map(|fired| &fired.todo) {
        if !todo.contains(line) {
            todo.push(line.clone());
        }
    }
    todo
}
