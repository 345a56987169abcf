//! The letter to whoever referred the patient: made from the signed note and from results that a urologist has read.

use super::{BookingPaperKind, Referrer, VisitRoom, room};
use crate::document::{number, pages, pdf, put_down};
use crate::letterhead::letterhead;
use crate::result::{interprets, latest};
use crate::{Deed, Desk, Refusal};
use clinic::ids::VisitId;
use clinic::interpretation::{Chart, Opinion};
use clinic::note::{Section, SectionKind, SignedNote};
use clinic::procedure::ProcedureStatus;
use paperwork::letter::{LetterPaper, set_letter};
use records::Reading;
use records::result::{StoredOpinion, StoredResult};
use records::visit::VisitState;

/// What of a note is a referrer's business: what was done and found, how it ended, and what follows.
const TOLD: [SectionKind; 8] = [
    SectionKind::Indication,
    SectionKind::Examination,
    SectionKind::Massage,
    SectionKind::Specimens,
    SectionKind::Outcome,
    SectionKind::Plan,
    SectionKind::Afterwards,
    SectionKind::Remarks,
];

/// The pages of the letter as it would be made now, each as SVG.
pub async fn letter_pages(desk: &Desk, visit: VisitId) -> Result<Vec<String>, Refusal> {
    desk.may(Deed::OpenChart)?;
    let mut reading = desk.records.reading().await?;
    let state = reading.visit_state(visit).await?;
    let (paper, _) = paper(desk, &mut reading, &state).await?;
    drop(reading);
    pages(move || set_letter(&paper)).await
}

/// Writes the letter as a file into the folder for papers, and keeps to whom it is.
///
/// # Errors
/// `referrer-missing`, `note-unsigned`; `visit-entered-in-error` of a visit that was another patient's.
pub async fn make_letter(desk: &Desk, visit: VisitId) -> Result<VisitRoom, Refusal> {
    desk.may(Deed::PrintPapers)?;
    let mut reading = desk.records.reading().await?;
    let state = reading.visit_state(visit).await?;
    let (paper, to) = paper(desk, &mut reading, &state).await?;
    drop(reading);
    let said = format!("To {}, from version {} of the note", to.name, paper.version);
    let body = (to, paper.version, paper.signing.sha256.clone(), paper.subject.clone(), paper.sections.clone());
    let name = format!("letter-{visit}-v{}", paper.version);
    let bytes = pdf(move || set_letter(&paper)).await?;
    let file = put_down(desk, name, "pdf", bytes).await?;
    let mut writing = desk.writing().await?;
    let about = (visit, state.patient_id);
    writing.keep_booking_paper(about, (BookingPaperKind::Letter, &said), &body, &file).await?;
    writing.commit().await?;
    room(desk, visit).await
}

/// The letter of a visit as PDF; none when there is none to be written.
pub(crate) async fn letter_pdf(desk: &Desk, visit: VisitId) -> Result<Option<Vec<u8>>, Refusal> {
    let mut reading = desk.records.reading().await?;
    let state = reading.visit_state(visit).await?;
    if why_not(&mut reading, &state).await?.is_some() {
        return Ok(None);
    }
    let (paper, _) = paper(desk, &mut reading, &state).await?;
    drop(reading);
    Ok(Some(pdf(move || set_letter(&paper)).await?))
}

/// Why there is no letter; none when one can be made.
pub(super) async fn why_not(reading: &mut Reading, state: &VisitState) -> Result<Option<Refusal>, Refusal> {
    if state.procedure_status == ProcedureStatus::EnteredInError {
        let words = "This visit was entered in error: no letter is made of it.";
        return Ok(Some(Refusal::new("visit-entered-in-error", words)));
    }
    if reading.referrer_of(state.visit_id).await?.is_none() {
        let words = "Nobody is named to whom the letter goes: write who referred the patient.";
        return Ok(Some(Refusal::new("referrer-missing", words)));
    }
    if reading.signed_notes(state.procedure_id).await?.is_empty() {
        let words = "The note is not signed yet: the letter says only what was signed.";
        return Ok(Some(Refusal::new("note-unsigned", words)));
    }
    Ok(None)
}

async fn paper(desk: &Desk, reading: &mut Reading, state: &VisitState) -> Result<(LetterPaper, Referrer), Refusal> {
    if let Some(refusal) = why_not(reading, state).await? {
        return Err(refusal);
    }
    let signed: Option<SignedNote> = reading.signed_notes(state.procedure_id).await?.pop();
    let to = reading.referrer_of(state.visit_id).await?;
    let (Some(signed), Some(to)) = (signed, to) else { return Err(Refusal::not_found("signed note")) };
    let draft = signed.draft();
    let day = reading.booked_for(state.visit_id).await?.format("%-d %b %Y");
    let mut sections: Vec<Section> =
        draft.text.sections.iter().filter(|section| TOLD.contains(&section.kind)).cloned().collect();
    if let Some(result) = latest(reading, state.procedure_id).await? {
        let suggests = interprets(reading).await?;
        let told = result.opinions.last().map(|opinion| results(&result, opinion, suggests));
        // Nobody is written to of results that no urologist has read.
        let plan = sections.iter().position(|section| section.kind == SectionKind::Plan).unwrap_or(sections.len());
        sections.splice(plan..plan, told);
    }
    let lines = std::iter::once(to.name.as_str()).chain(to.address.lines()).chain(Some(to.contact.as_str()));
    let paper = LetterPaper {
        letterhead: letterhead(desk, reading).await?,
        to: lines.filter(|line| !line.is_empty()).map(str::to_owned).collect(),
        patient: draft.identity.clone(),
        number: number(reading, state).await?,
        subject: format!("{} on {day}", state.kind.title()),
        sections,
        signing: signed.signing().clone(),
        version: draft.version,
        at: desk.now,
    };
    Ok((paper, to))
}

/// The results as they were received, and what the urologist made of them.
fn results(result: &StoredResult, opinion: &StoredOpinion, suggests: bool) -> Section {
    let read = format!("read by {}, {}", opinion.by, opinion.at.long_text());
    let said = match &opinion.opinion {
        Opinion::Agrees if suggests => format!("Reading: {} ({read}).", result.suggestion.suggestion),
        Opinion::Agrees => format!("The results were {read}."),
        Opinion::Disagrees { reason, instead: Some(instead) } => {
            format!("Reading: {}, because {reason} ({read}).", instead.title())
        }
        Opinion::Disagrees { reason, instead: None } => format!("Reading: {reason} ({read})."),
    };
    let mut paragraphs = counted(&result.report.set.chart());
    paragraphs.push(said);
    Section { kind: SectionKind::Plan, title: "Results".to_owned(), paragraphs, fields: Vec::new() }
}

/// Each organism and the leukocytes, glass by glass.
fn counted(chart: &Chart) -> Vec<String> {
    let organisms = chart.organisms.iter().map(|organism| {
        let name = organism.name.as_deref().unwrap_or("Nothing grew");
        let bars: Vec<String> = organism.bars.iter().map(|bar| format!("{} {}", bar.role.code(), bar.words)).collect();
        format!("{name}: {}.", bars.join("; "))
    });
    let cells: Vec<String> = (chart.leukocytes.iter())
        .filter_map(|cells| Some(format!("{} {}", cells.role.code(), cells.words.as_deref()?)))
        .collect();
    let leukocytes = (!cells.is_empty()).then(|| format!("Leukocytes: {}.", cells.join("; ")));
    organisms.chain(leukocytes).collect()
}
