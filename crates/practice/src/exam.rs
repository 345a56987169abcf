//! The examination: the five answers of the gate, the findings, and the stop that a rule makes of them.

use crate::form::Form;
use crate::patient::PatientView;
use crate::{Deed, Desk, Refusal, consent, screening, stop};
use clinic::exam::{self, CategorySuggestion, Gate, Impression, Referral, StatedFindings, StatedGate};
use clinic::ids::{ProcedureId, VisitId};
use clinic::procedure::{Act, ProcedureKind, ProcedureStatus};
use clinic::screening::{Verdicts, named_in_chart};
use clinic::visit::VisitStatus;
use records::Writing;
use records::exam::{SafetyStop, StoredFindings};
use records::time_out::ClosedBy;
use records::visit::VisitState;
use serde::{Deserialize, Serialize};

/// What the exam room shows of one visit.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ExamRoom {
    /// The visit.
    pub visit_id: VisitId,
    /// The procedure.
    pub procedure_id: ProcedureId,
    /// What is ordered.
    pub kind: ProcedureKind,
    /// How far the procedure has come.
    pub procedure_status: ProcedureStatus,
    /// How far the visit has come.
    pub visit_status: VisitStatus,
    /// The patient.
    pub patient: PatientView,
    /// Whether the time-out was taken.
    pub time_out: Option<ClosedBy>,
    /// The five answers, once given.
    pub gate: Option<Gate>,
    /// The findings, once stated.
    pub findings: Option<StoredFindings>,
    /// The last findings from an earlier visit, to compare with.
    pub earlier: Option<StoredFindings>,
    /// What the rules say to each act of this procedure.
    pub verdicts: Verdicts,
    /// Why a rule ended it.
    pub stop: Option<SafetyStop>,
    /// Consent to something that is planned is still to be asked for.
    pub asks_consent: bool,
}

/// The five answers of the gate.
#[derive(Debug, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct AnswerGate {
    /// The visit.
    pub visit_id: VisitId,
    /// The answers.
    pub gate: StatedGate,
}

/// The findings.
#[derive(Debug, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct StateFindings {
    /// The visit.
    pub visit_id: VisitId,
    /// What was found.
    pub findings: StatedFindings,
}

/// What findings mean before they are kept.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct FindingsReading {
    /// Whether a clinical T category is asked for.
    pub asks_category: bool,
    /// The category that the map suggests.
    pub suggestion: Option<CategorySuggestion>,
    /// What asks for somebody else, in words.
    pub referrals: Vec<String>,
    /// What was used against a recorded allergy, in words.
    pub against_allergies: Vec<String>,
    /// What has changed since the examination before, in sentences.
    pub compared: Vec<String>,
}

/// What the exam room shows of one visit.
pub async fn room(desk: &Desk, visit: VisitId) -> Result<ExamRoom, Refusal> {
    desk.may(Deed::EnterFindings)?;
    let mut reading = desk.records.reading().await?;
    let state = reading.visit_state(visit).await?;
    let mut verdicts = screening::verdicts(&mut reading, &state, desk.now).await?;
    verdicts.acts.retain(|verdict| state.kind.acts().contains(&verdict.act));
    let patient = reading.patient(state.patient_id, desk.today()).await?;
    Ok(ExamRoom {
        visit_id: visit,
        procedure_id: state.procedure_id,
        kind: state.kind,
        procedure_status: state.procedure_status,
        visit_status: state.status,
        patient: patient.ok_or_else(|| Refusal::not_found("patient"))?,
        time_out: reading.time_out_of(visit).await?,
        gate: reading.gate_of(state.procedure_id).await?,
        findings: reading.findings_of(state.procedure_id).await?,
        earlier: reading.earlier_findings(state.patient_id, state.procedure_id).await?,
        verdicts,
        stop: reading.safety_stop_of(state.procedure_id).await?,
        asks_consent: consent::asks_consent(&mut reading, &state, desk.now).await?,
    })
}

/// Reads findings that are still being stated: nothing is kept, and nothing of it is a finding.
pub async fn read_findings(desk: &Desk, request: StateFindings) -> Result<FindingsReading, Refusal> {
    desk.may(Deed::EnterFindings)?;
    let mut reading = desk.records.reading().await?;
    let state = reading.visit_state(request.visit_id).await?;
    let verdicts = screening::verdicts(&mut reading, &state, desk.now).await?;
    let cancer_known = cancer_known(&verdicts);
    let earlier = reading.earlier_findings(state.patient_id, state.procedure_id).await?;
    let stated = request.findings;
    let asks_category = cancer_known || stated.impression == Some(Impression::Suspicious);
    let patient = reading.patient(state.patient_id, desk.today()).await?;
    let allergies = patient.and_then(|patient| patient.details.allergies).unwrap_or_default();
    let charted = |item: &str| named_in_chart(&allergies, item).is_some();
    Ok(FindingsReading {
        asks_category,
        suggestion: exam::suggest(&stated, cancer_known).filter(|_| asks_category),
        referrals: exam::referrals(&stated).into_iter().map(Referral::words).map(str::to_owned).collect(),
        against_allergies: exam::against_allergies(&stated, |item| fired(&verdicts, item) || charted(item)),
        compared: earlier.map_or_else(Vec::new, |last| exam::compare(&last.findings.stated(), &stated)),
    })
}

/// Keeps the five answers. When they stop the massage the procedure ends here, before the first stroke.
///
/// # Errors
/// Beside each answer that is missing.
pub async fn answer_gate(desk: &Desk, request: AnswerGate) -> Result<ExamRoom, Refusal> {
    desk.may(Deed::EnterFindings)?;
    let gate = request.gate.close(desk.who.staff, desk.now).map_err(|refused| {
        let mut form = Form::default();
        for why in refused {
            form.refuse(why.field(), why);
        }
        form.refusal()
    })?;
    let mut writing = desk.writing().await?;
    let state = in_the_room(&mut writing, request.visit_id).await?;
    writing.feel_gate(state.procedure_id, state.patient_id, &gate).await?;
    follow_the_verdict(&mut writing, &state).await?;
    writing.commit().await?;
    room(desk, request.visit_id).await
}

/// Keeps the findings; a later statement is a further version.
///
/// # Errors
/// `gate-before` while the five answers are missing; beside each finding that cannot stand.
pub async fn state_findings(desk: &Desk, request: StateFindings) -> Result<ExamRoom, Refusal> {
    desk.may(Deed::EnterFindings)?;
    let mut writing = desk.writing().await?;
    let state = writing.visit_state(request.visit_id).await?;
    let gate = writing.gate_of(state.procedure_id).await?;
    let gate = gate.ok_or_else(|| Refusal::new("gate-before", "Answer the five questions of the gate first."))?;
    let known = cancer_known(&screening::verdicts(&mut writing, &state, desk.now).await?);
    let mut findings = request.findings.close(&gate, known).map_err(|refused| {
        let mut form = Form::default();
        for why in &refused {
            form.refuse(why.field(), why);
        }
        form.refusal()
    })?;
    let earlier = writing.earlier_findings(state.patient_id, state.procedure_id).await?;
    findings.compared_with = earlier.map(|last| last.exam_id);
    writing.state_findings(state.procedure_id, state.patient_id, &findings).await?;
    follow_the_verdict(&mut writing, &state).await?;
    let state = writing.visit_state(request.visit_id).await?;
    // Nothing follows an examination alone: what was found is the end of it.
    if state.kind.act_on_gland().is_none() && state.procedure_status.is_open() {
        writing.move_procedure(&state, ProcedureStatus::Finished).await?;
    }
    writing.use_draft("exam", &request.visit_id.to_string()).await?;
    writing.commit().await?;
    room(desk, request.visit_id).await
}

/// Somebody answered that cancer of the prostate is known.
pub(crate) fn cancer_known(verdicts: &Verdicts) -> bool {
    fired(verdicts, "prostate-cancer-known")
}

fn fired(verdicts: &Verdicts, item: &str) -> bool {
    verdicts.acts.iter().flat_map(|verdict| &verdict.fired).any(|fired| fired.id == item)
}

/// Judges again after what was felt: a stop ends an open procedure here.
async fn follow_the_verdict(writing: &mut Writing, state: &VisitState) -> Result<(), Refusal> {
    let verdicts = screening::judge_again(writing, state.visit_id).await?;
    let after_the_finger =
        [Act::Massage, Act::PostDreStrokes].into_iter().filter(|act| state.kind.acts().contains(act));
    let blocked = after_the_finger.filter_map(|act| verdicts.on(act)).find(|verdict| verdict.ends_the_act());
    match blocked {
        Some(verdict) if state.procedure_status.is_open() => stop::stop(writing, state, verdict).await,
        _ => Ok(()),
    }
}

async fn in_the_room(writing: &mut Writing, visit: VisitId) -> Result<VisitState, Refusal> {
    let state = writing.visit_state(visit).await?;
    screening::is_open(&state)?;
    if writing.time_out_of(visit).await?.is_none() {
        return Err(Refusal::new("time-out-before", "Take the time-out before the examination."));
    }
    Ok(state)
}
