//! What the results room shows of one set.

use super::acknowledge::turnaround;
use super::{ResultGlass, ResultRoom, ResultVersion, glasses_of_set, interprets};
use crate::{Deed, Desk, Refusal};
use clinic::Moment;
use clinic::critical::CriticalStage;
use clinic::ids::ProcedureId;
use clinic::procedure::ProcedureKind;
use clinic::result::{ResultStage, ResultTime, organisms};
use clinic::specimen::{Absence, Specimen, SpecimenStatus};
use clinic::telling::{Telling, is_over};
use records::Reading;
use records::result::StoredResult;
use records::specimen::SpecimenRecord;

/// The results room of one set.
pub async fn room(desk: &Desk, procedure: ProcedureId) -> Result<ResultRoom, Refusal> {
    desk.may(Deed::OpenChart)?;
    let mut reading = desk.records.reading().await?;
    let state = reading.visit_of_procedure(procedure).await?;
    let specimens = glasses_of_set(reading.specimens_of(procedure).await?);
    let patient = crate::telling::patient(desk, &mut reading, state.patient_id).await?;
    let interprets = interprets(&mut reading).await?;
    let waits = crate::wrong_patient::refuse_results(&mut reading, state.visit_id).await;
    let why_not = desk.may(Deed::EnterResults).and(waits).err().map(|refusal| refusal.message);
    let mut versions: Vec<ResultVersion> = Vec::new();
    for stored in reading.results_of(procedure).await? {
        versions.push(version(&mut reading, stored, interprets).await?);
    }
    let sent = reading.order_of(procedure).await?.and_then(|order| order.written_at).map(Moment::from);
    let standing = stage(versions.last(), sent);
    let turnaround = turnaround(&mut reading).await?;
    let criticals = reading.criticals_of(patient.identity.patient_id).await?;
    let open = criticals.iter().filter(|one| one.visit_id == state.visit_id && one.stage() != CriticalStage::Closed);
    let read = versions.last().is_some_and(|last| last.acknowledged.is_some());
    Ok(ResultRoom {
        procedure_id: procedure,
        visit_id: state.visit_id,
        kind: state.kind,
        patient,
        why_not: why_not.or_else(|| nothing_to_report(state.kind, &specimens).map(|refusal| refusal.message)),
        glasses: specimens.iter().map(glass_view).collect(),
        may_acknowledge: !versions.is_empty() && !read && desk.may(Deed::JudgeResults).is_ok(),
        versions,
        organisms: organisms().to_vec(),
        may_judge: interprets && desk.may(Deed::JudgeResults).is_ok(),
        stage: standing.map(|(stage, _)| stage),
        until: standing.and_then(|(stage, since)| stage.until(since, turnaround)),
        time: standing.map_or(ResultTime::Due, |(stage, since)| stage.time(since, turnaround, desk.now)),
        criticals: u32::try_from(open.count()).unwrap_or(u32::MAX),
    })
}

/// What the latest version waits for, and since when.
fn stage(latest: Option<&ResultVersion>, sent: Option<Moment>) -> Option<(ResultStage, Moment)> {
    let Some(latest) = latest else { return sent.map(|sent| (ResultStage::Awaited, sent)) };
    let told: Vec<Telling> = latest.tellings.iter().map(|kept| kept.telling.clone()).collect();
    Some(match &latest.acknowledged {
        None => (ResultStage::ToRead, latest.at),
        Some(read) if is_over(&told) => (ResultStage::Closed, read.at),
        Some(read) => (ResultStage::ToTell, read.at),
    })
}

/// Refuses while nothing of the set can have been examined.
pub(super) fn nothing_to_report(kind: ProcedureKind, specimens: &[SpecimenRecord]) -> Option<Refusal> {
    if kind == ProcedureKind::PostDreUrine {
        let words = "A biomarker score suggests no category and is not typed in here: keep the laboratory's report.";
        return Some(Refusal::new("biomarker", words));
    }
    let exists = specimens.iter().any(|record| absence(record).is_none());
    (!exists).then(|| Refusal::new("no-specimen", "There is no specimen of this visit that could have a result."))
}

/// Why a glass has nothing to report.
pub(super) fn absence(record: &SpecimenRecord) -> Option<String> {
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

async fn version(reading: &mut Reading, stored: StoredResult, interprets: bool) -> Result<ResultVersion, Refusal> {
    Ok(ResultVersion {
        result_id: stored.id,
        version: i32::try_from(stored.version).unwrap_or(i32::MAX),
        chart: stored.report.set.chart(),
        set: stored.report.set,
        read: stored.report.read,
        identifiers: stored.report.identifiers,
        source: stored.report.source,
        checked: stored.report.checked,
        scan: reading.result_scan_view(stored.id).await?,
        no_scan: stored.report.no_scan,
        acknowledged: reading.acknowledged(stored.id).await?,
        tellings: reading.tellings_of(stored.id).await?,
        suggestion: interprets.then_some(stored.suggestion),
        reason: stored.reason,
        at: stored.at,
        by: stored.by,
        opinions: stored.opinions,
    })
}
