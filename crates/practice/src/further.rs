//! Urine, blood and seminal fluid beside the glasses of a procedure, also where a rule has stopped it: taken, labelled and
//! read back as every tube is. Nothing here touches the gland, and nothing here asks or changes what the rules say of that.

mod report;

pub use report::{EnterFurtherReport, enter_report};

use crate::collection::{TypedGlass, caught, specimen_refusal};
use crate::form::Form;
use crate::{Deed, Desk, Refusal, label, withdrawal};
use clinic::Moment;
use clinic::accession::Accession;
use clinic::further::{Before, FurtherFacts};
pub use clinic::ids::ProcedureId;
use clinic::ids::{SpecimenId, VisitId};
use clinic::specimen::{Catch, CustodyEvent, DiscardReason, Specimen, SpecimenRole, SpecimenStatus};
use clinic::visit::VisitStatus;
use records::further::StoredFurtherReport;
use records::label::LabelView;
use records::specimen::{CustodyEntry, SpecimenRecord};
use records::visit::VisitState;
use records::{Reading, Writing};
use serde::{Deserialize, Serialize};

/// What can be taken beside the glasses of one visit, and what was.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct FurtherRoom {
    /// The procedure.
    pub procedure_id: ProcedureId,
    /// Its visit.
    pub visit_id: VisitId,
    /// What can be taken.
    pub kinds: Vec<FurtherKind>,
    /// What was taken, in order.
    pub taken: Vec<FurtherTube>,
    /// Why nothing can be taken now; none when it can.
    pub why_not: Option<String>,
    /// An order of this visit was made already; what is not yet ordered is added to it.
    pub ordered: bool,
}

/// One kind that can be taken.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct FurtherKind {
    /// Which.
    pub role: SpecimenRole,
    /// What it is, in words.
    pub title: String,
    /// What it is put in: several bottles where one draw fills several.
    pub containers: Vec<String>,
    /// The volume to aim at.
    pub target: String,
    /// How it is kept, and for how long.
    pub keeps: String,
    /// What to know before it is taken.
    pub hint: String,
    /// Where that stands.
    pub source: String,
    /// Drawn from a vein, and so from a place that is named.
    pub blood: bool,
    /// What would bear on its result if it were taken now.
    pub caution: Option<String>,
}

/// One container that was taken.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct FurtherTube {
    /// The specimen.
    pub specimen_id: SpecimenId,
    /// Which.
    pub role: SpecimenRole,
    /// Which container of its draw, and from where.
    pub source: String,
    /// Where it stands.
    pub status: SpecimenStatus,
    /// Its number.
    pub accession: Option<Accession>,
    /// When it was taken.
    pub collected_at: Option<Moment>,
    /// By whom.
    pub collected_by: String,
    /// How much, in words.
    pub amount: Option<String>,
    /// Less than the laboratory wants.
    pub insufficient: bool,
    /// Why it was thrown away.
    pub discarded: Option<DiscardReason>,
    /// The label that counts.
    pub label: Option<LabelView>,
    /// What bears on its result, each a sentence.
    pub cautions: Vec<String>,
    /// An order that stands names it.
    pub ordered: bool,
    /// The test that is ordered, to begin its report with.
    pub test: String,
    /// What was reported of it, the first version first.
    pub reports: Vec<StoredFurtherReport>,
}

/// Something is taken beside the glasses.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TakeFurther {
    /// In the visit of this procedure.
    pub procedure_id: ProcedureId,
    /// What.
    pub role: SpecimenRole,
    /// How much and when; of several bottles each is so.
    pub taken: TypedGlass,
    /// From where blood was drawn, in words.
    pub site: Option<String>,
    /// What bears on its result is known, and it is taken all the same.
    pub knowing: bool,
}

/// What can be taken beside the glasses of a visit, and what was.
pub async fn room(desk: &Desk, procedure: ProcedureId) -> Result<FurtherRoom, Refusal> {
    desk.may(Deed::HandleSpecimens)?;
    let mut reading = desk.records.reading().await?;
    let visit = reading.visit_of_procedure(procedure).await?;
    let before = before(&mut reading, &visit).await?;
    let mut kinds = Vec::new();
    for role in SpecimenRole::FURTHER {
        kinds.push(kind(&mut reading, role, before, desk.now).await?);
    }
    let mut taken = Vec::new();
    for record in reading.specimens_of(procedure).await?.into_iter().filter(|record| record.role.is_further()) {
        taken.push(tube(&mut reading, record, desk.now).await?);
    }
    let why_not = may_take(&mut reading, &visit, desk.now).await.err().map(|refusal| refusal.message);
    let ordered = reading.order_of(procedure).await?.is_some_and(|order| order.cancelled_at.is_none());
    Ok(FurtherRoom { procedure_id: procedure, visit_id: visit.visit_id, kinds, taken, why_not, ordered })
}

/// Something was taken: each container gets its number and its label in one step.
///
/// # Errors
/// `visit-not-here` and `specimens-held`; beside `amount`, `at` and `site` what cannot be; beside `knowing` what bears on
/// its result, until somebody says that it is known.
pub async fn take(desk: &Desk, request: TakeFurther) -> Result<FurtherRoom, Refusal> {
    desk.may(Deed::HandleSpecimens)?;
    let role = request.role;
    if !role.is_further() {
        let words = format!("{} is a glass of the procedure: it is received there.", role.code());
        return Err(Refusal::new("not-beside-the-glasses", words));
    }
    let catch = caught(desk, role, &request.taken)?;
    let mut form = Form::default();
    let site = form.line("site", request.site, 40).filter(|_| role.is_blood());
    let mut writing = desk.writing().await?;
    let visit = writing.visit_of_procedure(request.procedure_id).await?;
    may_take(&mut writing, &visit, desk.now).await?;
    let came = writing.note_visit(visit.procedure_id).await?.arrived_at;
    if came.is_some_and(|came| catch.at < came) {
        form.refuse("at", "this time lies before the patient came");
    }
    let cautions = before(&mut writing, &visit).await?.cautions(role, catch.at);
    if let Some(caution) = cautions.first().filter(|_| !request.knowing) {
        form.refuse("knowing", format!("{} Take it all the same, or later", caution.words()));
    }
    form.check()?;
    let entry = writing.entry_now(role, desk.now).await?;
    let bottles: Vec<Option<String>> =
        if entry.bottles.is_empty() { vec![None] } else { entry.bottles.into_iter().map(Some).collect() };
    let of = i64::try_from(bottles.len()).unwrap_or(i64::MAX);
    for (bottle, place) in bottles.into_iter().zip(1_i64..) {
        let facts = FurtherFacts { bottle, site: site.clone(), cautions: cautions.clone() };
        let planned = writing.add_further(&visit, role, (place, of), &facts).await?;
        stamp(&mut writing, desk, &visit, planned, catch.clone()).await?;
    }
    writing.commit().await?;
    room(desk, request.procedure_id).await
}

async fn stamp(
    writing: &mut Writing,
    desk: &Desk,
    visit: &VisitState,
    from: SpecimenRecord,
    catch: Catch,
) -> Result<(), Refusal> {
    let number = writing.further_number(visit.procedure_id, SpecimenRole::planned_for(visit.kind)).await?;
    let entry = CustodyEntry {
        note: Some(format!("{}, {}", catch.amount, catch.how.words())),
        ..CustodyEntry::new(CustodyEvent::Collected, catch.at)
    };
    let to = SpecimenRecord {
        accession: Some(number),
        collected_by: Some(desk.who.staff),
        laboratory_version: writing.laboratory_version_now(from.role, desk.now).await?,
        specimen: from.specimen.clone().collect(from.role, catch).map_err(|refusal| specimen_refusal(&refusal))?,
        ..from.clone()
    };
    writing.move_specimen(&from, &to, &entry, visit.patient_id).await?;
    label::issue(writing, desk, visit, &to, false, None).await
}

/// The time of a further specimen was put right: what bears on its result is judged by the new one.
pub(crate) async fn judge_anew(
    writing: &mut Writing,
    visit: &VisitState,
    record: &SpecimenRecord,
    at: Moment,
) -> Result<(), Refusal> {
    let facts = writing.further_of(record.id).await?.unwrap_or_default();
    let cautions = before(writing, visit).await?.cautions(record.role, at);
    let facts = FurtherFacts { cautions, ..facts };
    Ok(writing.change_further(record.id, &facts, visit.patient_id).await?)
}

/// Nothing is taken from somebody who is not here, nor while a withdrawal holds what there is.
async fn may_take(reading: &mut Reading, visit: &VisitState, now: Moment) -> Result<(), Refusal> {
    if !matches!(visit.status, VisitStatus::Arrived | VisitStatus::InRoom) {
        let said = format!("This visit is {}: only a patient who is here can give a specimen.", visit.status);
        return Err(Refusal::new("visit-not-here", said));
    }
    withdrawal::refuse_held(reading, visit.visit_id, now).await
}

/// What was done and passed in this visit so far.
async fn before(reading: &mut Reading, visit: &VisitState) -> Result<Before, Refusal> {
    let collection = reading.collection(visit).await?;
    let felt = reading.gate_of(visit.procedure_id).await?.map(|gate| gate.at);
    let found = reading.findings_of(visit.procedure_id).await?.map(|stated| stated.at);
    let massaged = collection.as_ref().and_then(clinic::collection::Collection::massage_began);
    let records = reading.specimens_of(visit.procedure_id).await?;
    let urine = |role: SpecimenRole| !role.is_blood() && !matches!(role, SpecimenRole::Eps | SpecimenRole::Semen);
    let passed = records.iter().filter(|record| urine(record.role)).filter_map(|record| record.specimen.catch());
    Ok(Before {
        touched: [felt, found, massaged].into_iter().flatten().min(),
        voided: passed.map(|catch| catch.at).max(),
    })
}

async fn kind(reading: &mut Reading, role: SpecimenRole, before: Before, now: Moment) -> Result<FurtherKind, Refusal> {
    let entry = reading.entry_now(role, now).await?;
    Ok(FurtherKind {
        role,
        title: entry.title,
        containers: if entry.bottles.is_empty() { vec![entry.container] } else { entry.bottles },
        target: entry.target,
        keeps: format!("{}; {}", entry.storage, entry.keeps),
        hint: entry.hint,
        source: entry.from,
        blood: role.is_blood(),
        caution: before.cautions(role, now).first().map(|caution| caution.words().to_owned()),
    })
}

async fn tube(reading: &mut Reading, record: SpecimenRecord, now: Moment) -> Result<FurtherTube, Refusal> {
    let entry = reading.entry_of(&record, now).await?;
    let facts = reading.further_of(record.id).await?.unwrap_or_default();
    let collector = match record.collected_by {
        Some(staff) => reading.staff_member(staff).await?.map(|person| person.name),
        None => None,
    };
    let catch = record.specimen.catch();
    Ok(FurtherTube {
        specimen_id: record.id,
        role: record.role,
        source: facts.source(&entry.source),
        status: record.specimen.status(),
        accession: record.accession,
        collected_at: catch.map(|catch| catch.at),
        collected_by: collector.unwrap_or_default(),
        amount: catch.map(|catch| catch.amount.to_string()),
        insufficient: catch.is_some_and(|catch| catch.amount.insufficient(entry.minimum)),
        discarded: match record.specimen {
            Specimen::Discarded(_, reason, _) => Some(reason),
            _ => None,
        },
        label: reading.labels_of(record.id).await?.pop(),
        cautions: facts.cautions.iter().map(|caution| caution.words().to_owned()).collect(),
        ordered: reading.is_ordered(record.id).await?,
        test: entry.ordered.title,
        reports: reading.further_reports_of(record.id).await?,
    })
}

/// What the note says of a further specimen beside its tube: what bears on it, and what was reported, each a sentence.
pub(crate) async fn sentences(reading: &mut Reading, record: &SpecimenRecord) -> Result<Vec<String>, Refusal> {
    let Some(facts) = reading.further_of(record.id).await? else { return Ok(Vec::new()) };
    let which = [facts.bottle.map(|bottle| bottle.to_lowercase()), facts.site.map(|site| format!("from the {site}"))];
    let which: Vec<String> = which.into_iter().flatten().collect();
    let mut said = Vec::new();
    if !which.is_empty() {
        said.push(format!("this was the {}", which.join(", drawn ")));
    }
    said.extend(facts.cautions.iter().map(|caution| caution.words().to_owned()));
    if let Some(latest) = reading.further_reports_of(record.id).await?.pop() {
        let lines = latest.report.lines.iter().map(|line| format!("{}: {}", line.test, line.value));
        said.push(format!("the laboratory reported {}", lines.collect::<Vec<_>>().join("; ")));
    }
    Ok(said)
}
