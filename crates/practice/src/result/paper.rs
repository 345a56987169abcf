//! The latest results of a set as a paper.

use super::latest;
use crate::letterhead::letterhead;
use crate::{Desk, Refusal};
use clinic::interpretation::{Category, Circumstances, Opinion};
use paperwork::letterhead::Fact;
use paperwork::result::ResultPaper;
use records::Reading;
use records::result::StoredOpinion;
use records::visit::VisitState;

/// The paper of the version that counts; none while nothing was typed in. `number` is what the set is called.
pub(crate) async fn paper(
    desk: &Desk,
    reading: &mut Reading,
    state: &VisitState,
    number: String,
) -> Result<Option<ResultPaper>, Refusal> {
    let Some(result) = latest(reading, state.procedure_id).await? else { return Ok(None) };
    let patient = reading.patient(state.patient_id, desk.today()).await?;
    let patient = patient.ok_or_else(|| Refusal::not_found("patient"))?;
    Ok(Some(ResultPaper {
        letterhead: letterhead(desk, reading).await?,
        patient: crate::consent::identity(&patient),
        number,
        version: u32::try_from(result.version).unwrap_or(u32::MAX),
        reason: result.reason,
        chart: result.report.set.chart(),
        circumstances: facts(&result.report.set.circumstances),
        opinion: result.opinions.last().map(spoken),
        suggestion: super::interprets(reading).await?.then_some(result.suggestion),
        by: result.by,
        at: result.at,
    }))
}

fn facts(circumstances: &Circumstances) -> Vec<Fact> {
    let antibiotic = match circumstances.antibiotic_7d {
        Some(true) => "yes",
        Some(false) => "no",
        None => "not known",
    };
    vec![Fact::new("Symptoms", circumstances.symptoms.words()), Fact::new("Antibiotic within 7 days", antibiotic)]
}

/// A word of the urologist as a sentence.
pub(crate) fn spoken(last: &StoredOpinion) -> String {
    let who = format!("{}, {}", last.by, last.at.long_text());
    match &last.opinion {
        Opinion::Agrees => format!("Agrees: {who}"),
        Opinion::Disagrees { reason, instead } => {
            let instead = instead.map_or_else(String::new, |instead: Category| format!(", rather {}", instead.title()));
            format!("Disagrees{instead}: {reason} ({who})")
        }
    }
}
