//! Results of a set, typed in by hand: counts twice, the suggestion of the rules, and the urologist's word on it.

mod acknowledge;
mod circumstances;
pub(crate) mod paper;
mod report;
mod typed;
mod view;

pub use acknowledge::{AcknowledgeResult, OpenResultView, acknowledge};
pub(crate) use acknowledge::{TURNAROUND_SETTING, loops, open};
pub(crate) use report::must_be_latest;
pub use report::{AttachScan, SeenBy, attach_scan, print_scan};
pub use typed::{TypedCulture, TypedGlassResult, TypedIsolate};
pub use view::room;
use view::{absence, nothing_to_report};

use crate::form::{Form, optional};
use crate::patient::PatientView;
use crate::{Deed, Desk, Refusal};
use clinic::Moment;
use clinic::accession::Accession;
pub use clinic::ids::{ProcedureId, ResultId};
use clinic::ids::{SpecimenId, VisitId};
use clinic::interpretation::{Chart, Circumstances, Opinion, OpinionRefused, SetResults, Suggestion, Symptoms};
use clinic::patient::YesNoUnknown;
use clinic::procedure::ProcedureKind;
pub use clinic::result::ReadIdentifier;
use clinic::result::{CatalogueOrganism, NumbersChecked, ReportIdentifier, ReportSource, ResultStage, ResultTime};
use clinic::specimen::SpecimenRole;
use records::Reading;
use records::result::{Acknowledged, KeptReport, ScanView, StoredOpinion, StoredResult, StoredTelling};
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
    /// Who is at the desk may say what follows.
    pub may_acknowledge: bool,
    /// What the latest version waits for; none while nothing was sent or typed in.
    pub stage: Option<ResultStage>,
    /// By when; none when nothing is open.
    pub until: Option<Moment>,
    /// Where it stands in that term.
    pub time: ResultTime,
    /// How many critical results of this visit are open.
    pub criticals: u32,
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
    /// What on the report named patient or tubes, as it stood there; empty in a version from before that was typed.
    pub read: Vec<ReadIdentifier>,
    /// The kinds of them.
    pub identifiers: Vec<ReportIdentifier>,
    /// How the report came; none in a version from before that was asked.
    pub source: Option<ReportSource>,
    /// How the numbers were checked.
    pub checked: NumbersChecked,
    /// Its scan; none when none was attached.
    pub scan: Option<ScanView>,
    /// Why there was none when it was typed in.
    pub no_scan: Option<String>,
    /// The urologist has read it, and what follows.
    pub acknowledged: Option<Acknowledged>,
    /// Every attempt to tell the patient, in order.
    pub tellings: Vec<StoredTelling>,
    /// What a chart of it shows.
    pub chart: Chart,
    /// What the rules of that day suggested; none while the clinic has switched interpretation off.
    pub suggestion: Option<Suggestion>,
    /// Why it follows an earlier one.
    pub reason: Option<String>,
    /// When it was entered.
    pub at: Moment,
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
    /// How the report came.
    pub source: Option<ReportSource>,
    /// Its scan, in Base64.
    pub scan: Option<String>,
    /// Why there is no scan of it.
    pub no_scan: Option<String>,
    /// What on the report names the patient or the tubes, as it stands there; two at least, each compared.
    pub read: Vec<ReadIdentifier>,
    /// Somebody else has looked at report and screen, and nothing is typed again.
    pub seen_by: Option<SeenBy>,
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

/// Keeps results, with what the rules suggest of them. Later ones are a further version, with a reason.
///
/// # Errors
/// Beside each field: what cannot stand, and each count that was not typed twice alike; `stale` when somebody entered
/// another version meanwhile.
pub async fn enter(desk: &Desk, mut request: EnterResult) -> Result<ResultRoom, Refusal> {
    desk.may(Deed::EnterResults)?;
    let checked = report::checked(desk, &mut request).await?;
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
    let patient = crate::telling::patient(desk, &mut writing, state.patient_id).await?;
    let mut form = Form::default();
    let reports = typed::read(&mut form, &request.glasses, &specimens);
    let source = form.read("source", request.source.ok_or("say how the report came"));
    let (scan, no_scan) = report::scan(&mut form, request.scan.as_deref(), request.no_scan);
    let read = report::identifiers(&mut form, request.read, &patient, &specimens);
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
    let identifiers = read.iter().map(|one| one.kind).collect();
    let report = KeptReport { identifiers, read, source, checked, no_scan, set };
    let kept = writing.keep_result(procedure, state.patient_id, &report, &suggestion, reason.as_deref()).await?;
    if let Some(scan) = scan {
        report::keep_scan(&mut writing, kept, state.patient_id, &scan).await?;
    }
    crate::critical::from_report(&mut writing, &state, kept, &report.set).await?;
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

/// The glasses alone: what was taken beside them has reports of its own, which no table interprets.
fn glasses_of_set(mut specimens: Vec<SpecimenRecord>) -> Vec<SpecimenRecord> {
    specimens.retain(|record| !record.role.is_further());
    specimens
}
