//! Gathering the results of a visit, what the urologist says follows, how the patient was told, and critical results.

use crate::Refusal;
use crate::result::paper::spoken;
use crate::result::{interprets, latest};
use clinic::critical::{CriticalStage, criterion};
use clinic::interpretation::SetGlass;
use clinic::note::facts::{CriticalFacts, ResultFacts, ToldFacts};
use clinic::result::{Culture, NumbersChecked, ReadIdentifier, ReportIdentifier};
use records::Reading;
use records::visit::VisitState;

/// The version that counts; none while nothing was typed in.
pub(super) async fn result(reading: &mut Reading, state: &VisitState) -> Result<Option<ResultFacts>, Refusal> {
    let Some(kept) = latest(reading, state.procedure_id).await? else { return Ok(None) };
    let read = reading.acknowledged(kept.id).await?;
    let told = reading.tellings_of(kept.id).await?;
    let shows = interprets(reading).await?;
    let report = kept.report;
    Ok(Some(ResultFacts {
        version: u32::try_from(kept.version).unwrap_or(u32::MAX),
        at: kept.at,
        by: kept.by,
        source: report.source,
        read: report.read.iter().map(read_words).collect(),
        seen_by: match report.checked {
            NumbersChecked::SeenBy { name, .. } => Some(name),
            NumbersChecked::TypedTwice => None,
        },
        scanned: reading.result_scan_view(kept.id).await?.is_some(),
        no_scan: report.no_scan,
        reason: kept.reason,
        glasses: report.set.glasses.iter().map(glass_words).collect(),
        suggestion: shows.then(|| kept.suggestion.suggestion.clone()),
        opinions: kept.opinions.iter().filter(|_| shows).map(spoken).collect(),
        read_by: read.map(|read| (read.by, read.at, read.action, read.plan)),
        told: told.into_iter().map(|one| ToldFacts { telling: one.telling, at: one.at, by: one.by }).collect(),
    }))
}

/// Every critical result of the visit, the first one first.
pub(super) async fn criticals(reading: &mut Reading, state: &VisitState) -> Result<Vec<CriticalFacts>, Refusal> {
    let known = reading.criticals_of(state.patient_id).await?;
    let here = known.into_iter().rev().filter(|one| one.visit_id == state.visit_id);
    let facts = here.map(|one| CriticalFacts {
        title: criterion(&one.critical.criterion)
            .map_or_else(|| one.critical.criterion.clone(), |known| known.title.to_lowercase()),
        open: one.stage() != CriticalStage::Closed,
        critical: one.critical,
        received_at: one.received_at,
        by: one.by,
        steps: one.steps.into_iter().map(|kept| (kept.step, kept.at, kept.by)).collect(),
    });
    Ok(facts.collect())
}

fn read_words(one: &ReadIdentifier) -> String {
    let what = match one.kind {
        ReportIdentifier::Name => "name",
        ReportIdentifier::BirthDate => "birth date",
        ReportIdentifier::Mrn => "clinic number",
        ReportIdentifier::Accession => "number of the set or tube",
    };
    format!("{what} ({})", one.text)
}

/// What was reported of one glass, with what cannot be interpreted of it.
fn glass_words(one: &SetGlass) -> String {
    let report = &one.glass.report;
    let mut parts: Vec<String> = Vec::new();
    match &report.culture {
        Culture::Missing => parts.push("no culture reported".to_owned()),
        Culture::NoGrowth { received } => parts.push(received.to_string()),
        Culture::Growth { isolates } => {
            parts.extend(isolates.iter().map(|isolate| format!("{} {}", isolate.organism.name(), isolate.count)));
        }
    }
    parts.extend(report.leukocytes.as_ref().map(|seen| format!("leukocytes {}", seen.words())));
    parts.extend(one.glass.flags.iter().map(|flag| flag.words().to_owned()));
    parts.extend(report.not_interpretable().into_iter().map(|why| format!("not interpretable: {why}")));
    format!("{}: {}", one.role.code(), parts.join("; "))
}
