//! Results of a set, typed in by hand: counts twice, the suggestion of the rules, and the urologist's word on it.

mod circumstances;
pub(crate) mod paper;
mod typed;

pub use typed::{TypedCulture, TypedGlassResult, TypedIsolate};

use crate::form::{Form, optional};
use crate::patient::PatientView;
use crate::{Deed, Desk, Refusal};
use clinic::accession::Accession;
pub use clinic::ids::{ProcedureId, ResultId};
use clinic::ids::{SpecimenId, VisitId};
use clinic::interpretation::{Chart, Circumstances, Opinion, OpinionRefused, SetResults, Suggestion, Symptoms};
use clinic::patient::YesNoUnknown;
use clinic::procedure::ProcedureKind;
use clinic::result::{CatalogueOrganism, ReportIdentifier, organisms};
use clinic::specimen::{Absence, Specimen, SpecimenRole, SpecimenStatus};
use records::Reading;
use records::result::{KeptReport, StoredOpinion, StoredResult};
use records::specimen::SpecimenRecord;
use serde::{Deserialize, Serialize};

/// The setting that switches every suggestion off; “off” when it does.
pub(crate) const INTERPRETATION_SETTING: &str = "interpretation";

/// The results of one set as their room shows them.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ResultRoom {
    /// The procedure.
    pub procedure_id: ProcedureId,
    /// The visit.
    pub visit_id: VisitId,
    /// What was done.
    pub kind: ProcedureKind,
    /// The patient.
    pub patient: PatientView,
    /// Every glass of the set.
    pub glasses: Vec<ResultGlass>,
    /// What was entered, the first version first.
    pub versions: Vec<ResultVersion>,
    /// Organisms whose meaning is known.
    pub organisms: Vec<CatalogueOrganism>,
    /// Why nothing can be entered; none when it can.
    pub why_not: Option<String>,
    /// Who is at the desk may agree or disagree.
    pub may_judge: bool,
}

/// One glass of the set.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ResultGlass {
    /// The specimen.
    pub specimen_id: SpecimenId,
    /// Which glass.
    pub role: SpecimenRole,
    /// Its number.
    pub accession: Option<Accession>,
    /// Why there is nothing of it; none when there is.
    pub absence: Option<String>,
    /// Its label was read back.
    pub verified: bool,
}

/// One version of the results.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ResultVersion {
    /// This version.
    pub result_id: ResultId,
    /// Its number, from 1.
    pub version: i32,
    /// What was typed in, and what was known beside it.
    pub set: SetResults,
    /// What on the report named patient or tubes.
    pub identifiers: Vec<ReportIdentifier>,
    /// What a chart of it shows.
    pub chart: Chart,
    /// What the rules of that day suggested; none while the clinic has switched interpretation off.
    pub suggestion: Option<Suggestion>,
    /// Why it follows an earlier one.
    pub reason: Option<String>,
    /// When it was entered.
    pub at: clinic::Moment,
    /// By whom.
    pub by: String,
    /// What urologists made of it, the latest last.
    pub opinions: Vec<StoredOpinion>,
}

/// Results as typed in from a report.
#[derive(Debug, Clone, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct EnterResult {
    /// Of which set.
    pub procedure_id: ProcedureId,
    /// How many versions were on the screen; another one since then refuses this.
    pub after_version: i32,
    /// What on the report names the patient or the tubes; two at least, each compared.
    pub identifiers: Vec<ReportIdentifier>,
    /// Each glass of which something is reported.
    pub glasses: Vec<TypedGlassResult>,
    /// The patient's symptoms.
    pub symptoms: Option<Symptoms>,
    /// An antibiotic within seven days before the visit.
    pub antibiotic_7d: Option<YesNoUnknown>,
    /// Why earlier results are corrected; empty for the first ones.
    pub reason: Option<String>,
}

/// The urologist agrees or disagrees.
#[derive(Debug, Clone, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct JudgeResult {
    /// The version that was on the screen.
    pub result_id: ResultId,
    /// What the urologist makes of its suggestion.
    pub opinion: Opinion,
}

/// The results room of one set.
pub async fn room(desk: &Desk, procedure: ProcedureId) -> Result<ResultRoom, Refusal> {
    desk.may(Deed::OpenChart)?;
    let mut reading = desk.records.reading().await?;
    let state = reading.visit_of_procedure(procedure).await?;
    let specimens = glasses_of_set(reading.specimens_of(procedure).await?);
    let patient = reading.patient(state.patient_id, desk.today()).await?;
    let interprets = interprets(&mut reading).await?;
    let waits = crate::wrong_patient::refuse_results(&mut reading, state.visit_id).await;
    let why_not = desk.may(Deed::EnterResults).and(waits).err().map(|refusal| refusal.message);
    Ok(ResultRoom {
        procedure_id: procedure,
        visit_id: state.visit_id,
        kind: state.kind,
        patient: patient.ok_or_else(|| Refusal::not_found("patient"))?,
        why_not: why_not.or_else(|| nothing_to_report(state.kind, &specimens).map(|refusal| refusal.message)),
        glasses: specimens.iter().map(glass_view).collect(),
        versions: reading.results_of(procedure).await?.into_iter().map(|one| version(one, interprets)).collect(),
        organisms: organisms().to_vec(),
        may_judge: interprets && desk.may(Deed::JudgeResults).is_ok(),
    })
}

/// Keeps results, with what the rules suggest of them. Later ones are a further version, with a reason.
///
/// # Errors
/// Beside each field: what cannot stand, and each count that was not typed twice alike; `stale` when somebody entered
/// another version meanwhile.
pub async fn enter(desk: &Desk, request: EnterResult) -> Result<ResultRoom, Refusal> {
    desk.may(Deed::EnterResults)?;
    let mut writing = desk.writing().await?;
    let procedure = request.procedure_id;
    let state = writing.visit_of_procedure(procedure).await?;
    let specimens = glasses_of_set(writing.specimens_of(procedure).await?);
    crate::wrong_patient::refuse_results(&mut writing, state.visit_id).await?;
    if let Some(refusal) = nothing_to_report(state.kind, &specimens) {
        return Err(refusal);
    }
    let known = writing.results_of(procedure).await?.len();
    if i32::try_from(known) != Ok(request.after_version) {
        return Err(records::Error::Stale("result").into());
    }
    let mut form = Form::default();
    let reports = typed::read(&mut form, &request.glasses, &specimens);
    let mut identifiers = request.identifiers;
    identifiers.sort_unstable();
    identifiers.dedup();
    if identifiers.len() < 2 {
        form.refuse("identifiers", "compare two identifiers on the report with the patient and tick them");
    }
    let symptoms = form.read("symptoms", request.symptoms.ok_or("say what symptoms there are, or that nobody knows"));
    let antibiotic = request.antibiotic_7d.ok_or("say whether there was an antibiotic, or that nobody knows");
    let antibiotic = form.read("antibiotic7d", antibiotic);
    let reason = form.line("reason", request.reason, 300).filter(|_| known > 0);
    if known > 0 && reason.is_none() {
        form.refuse("reason", "write why the earlier values are corrected");
    }
    let (Some(symptoms), Some(antibiotic), true) = (symptoms, antibiotic, form.is_clean()) else {
        return Err(form.refusal());
    };
    let circumstances = Circumstances {
        acute: circumstances::acute(&mut writing, &state).await?,
        symptoms,
        antibiotic_7d: match antibiotic {
            YesNoUnknown::Yes => Some(true),
            YesNoUnknown::No => Some(false),
            YesNoUnknown::Unknown => None,
        },
        late: circumstances::late(&mut writing, &state, &specimens).await?,
    };
    let set = SetResults { kind: state.kind, circumstances, glasses: reports };
    let suggestion = set.suggest();
    let report = KeptReport { identifiers, set };
    writing.keep_result(procedure, state.patient_id, &report, &suggestion, reason.as_deref()).await?;
    writing.use_draft("result", &procedure.to_string()).await?;
    writing.commit().await?;
    room(desk, procedure).await
}

/// Keeps the urologist's word on the latest suggestion.
///
/// # Errors
/// `not-permitted` for anybody else; beside `reason` or `instead` what a disagreement lacks; `stale` when there is a
/// later version.
pub async fn judge(desk: &Desk, request: JudgeResult) -> Result<ResultRoom, Refusal> {
    desk.may(Deed::JudgeResults)?;
    let mut writing = desk.writing().await?;
    if !interprets(&mut writing).await? {
        return Err(Refusal::new("switched-off", "Interpretation is switched off in this clinic."));
    }
    let procedure = writing.procedure_of_result(request.result_id).await?;
    let latest = latest(&mut writing, procedure).await?.filter(|result| result.id == request.result_id);
    let result = latest.ok_or(records::Error::Stale("result"))?;
    let opinion = match request.opinion {
        Opinion::Disagrees { reason, instead } => {
            Opinion::Disagrees { reason: optional(Some(reason)).unwrap_or_default(), instead }
        }
        Opinion::Agrees => Opinion::Agrees,
    };
    let opinion = opinion.on(result.suggestion.category).map_err(|refused| {
        let field = match refused {
            OpinionRefused::ReasonMissing => "reason",
            OpinionRefused::SameCategory => "instead",
        };
        let mut form = Form::default();
        form.refuse(field, refused);
        form.refusal()
    })?;
    let patient = writing.visit_of_procedure(procedure).await?.patient_id;
    writing.judge_result(request.result_id, patient, &opinion).await?;
    writing.commit().await?;
    room(desk, procedure).await
}

/// Whether suggestions are shown. They are made and kept all the same, so that switching back loses nothing.
pub(crate) async fn interprets(reading: &mut Reading) -> Result<bool, Refusal> {
    Ok(reading.setting(INTERPRETATION_SETTING).await?.as_deref() != Some("off"))
}

/// The version that counts.
pub(crate) async fn latest(reading: &mut Reading, procedure: ProcedureId) -> Result<Option<StoredResult>, Refusal> {
    Ok(reading.results_of(procedure).await?.pop())
}

/// Refuses while nothing of the set can have been examined.
fn nothing_to_report(kind: ProcedureKind, specimens: &[SpecimenRecord]) -> Option<Refusal> {
    if kind == ProcedureKind::PostDreUrine {
        let words = "A biomarker score suggests no category and is not typed in here: keep the laboratory's report.";
        return Some(Refusal::new("biomarker", words));
    }
    let exists = specimens.iter().any(|record| absence(record).is_none());
    (!exists).then(|| Refusal::new("no-specimen", "There is no specimen of this visit that could have a result."))
}

/// The glasses alone: what was taken beside them has reports of its own, which no table interprets.
fn glasses_of_set(mut specimens: Vec<SpecimenRecord>) -> Vec<SpecimenRecord> {
    specimens.retain(|record| !record.role.is_further());
    specimens
}

/// Why a glass has nothing to report.
fn absence(record: &SpecimenRecord) -> Option<String> {
    match &record.specimen {
        Specimen::Planned => Some("awaited".to_owned()),
        Specimen::NotObtained(reason, _) => Some(Absence::NotObtained(*reason).words()),
        Specimen::Discarded(_, reason, _) => Some(Absence::Discarded(*reason).words()),
        Specimen::Collected(_) | Specimen::Verified(..) | Specimen::Stored(..) | Specimen::Packed(..) => None,
    }
}

fn glass_view(record: &SpecimenRecord) -> ResultGlass {
    ResultGlass {
        specimen_id: record.id,
        role: record.role,
        accession: record.accession,
        absence: absence(record),
        verified: record.specimen.status() != SpecimenStatus::Collected,
    }
}

fn version(stored: StoredResult, interprets: bool) -> ResultVersion {
    ResultVersion {
        result_id: stored.id,
        version: i32::try_from(stored.version).unwrap_or(i32::MAX),
        chart: stored.report.set.chart(),
        set: stored.report.set,
        identifiers: stored.report.identifiers,
        suggestion: interprets.then_some(stored.suggestion),
        reason: stored.reason,
        at: stored.at,
        by: stored.by,
        opinions: stored.opinions,
    }
}
