//! Figures of conduct: what each examiner's month looks like in numbers, seen and reviewed by somebody else.

use crate::form::{Form, sentence};
use crate::{Deed, Desk, Refusal, permission};
use clinic::Moment;
use clinic::collection::Collection;
pub use clinic::conduct::ConductCounts;
use clinic::conduct::{ClinicHours, ConductAct, Month, count};
use clinic::consent::Consent;
use clinic::ids::StaffId;
use clinic::procedure::Act;
use records::Reading;
use records::conduct::{BegunProcedure, ConductReview, CorrectedAlone};
use records::visit::VisitState;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The setting with the clinic's hours.
pub(crate) const HOURS_SETTING: &str = "clinic-hours";

/// The figures of one month.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ConductRoom {
    /// The month, `2026-11`.
    pub month: String,
    /// The month that runs now.
    pub this_month: String,
    /// The hours by which “out of hours” was counted.
    pub hours: Vec<String>,
    /// Each examiner but whoever looks.
    pub examiners: Vec<ExaminerRow>,
    /// Whoever looks has figures too; somebody else reviews them.
    pub own: bool,
    /// Every stop that somebody lifted alone in this month.
    pub alone: Vec<AloneRow>,
}

/// One stop that was lifted by a correction which nobody else confirmed.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct AloneRow {
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: String,
    /// What was put right.
    pub what: String,
    /// Why, in the words of that hour; none for whoever may not read charts.
    pub reason: Option<String>,
}

/// One examiner's month.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ExaminerRow {
    /// The examiner.
    pub examiner: StaffId,
    /// Their name.
    pub name: String,
    /// The counts.
    pub counts: ConductCounts,
    /// Who has reviewed them, in order.
    pub reviews: Vec<ConductReview>,
}

/// Somebody has looked at an examiner's month.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
pub struct ReviewConduct {
    /// Whose figures.
    pub examiner: StaffId,
    /// The month, `2026-11`.
    pub month: String,
    /// The figures that were on the screen.
    pub counts: ConductCounts,
    /// In words.
    pub words: String,
}

/// The figures of `month`, or of the month that runs.
pub async fn figures(desk: &Desk, month: Option<String>) -> Result<ConductRoom, Refusal> {
    desk.may(Deed::SeeConduct)?;
    let month = read_month(month, desk.now)?;
    let mut reading = desk.records.reading().await?;
    let hours = hours(&mut reading).await?;
    let alone = alone(&mut reading, month).await?;
    let counted = counted(desk, &mut reading, &alone, month, &hours.0).await?;
    let charts = permission::may(&desk.who.roles, Deed::OpenChart);
    let staff = reading.staff().await?;
    let own = counted.contains_key(&desk.who.staff);
    let mut examiners = Vec::new();
    for (examiner, counts) in counted.into_iter().filter(|(examiner, _)| *examiner != desk.who.staff) {
        let name = staff.iter().find(|person| person.staff_id == examiner).map(|person| person.name.clone());
        let reviews = reading.conduct_reviews(examiner, &month.to_string()).await?;
        examiners.push(ExaminerRow { examiner, name: name.unwrap_or_default(), counts, reviews });
    }
    examiners.sort_by(|one, other| one.name.cmp(&other.name));
    let this_month = Month::of(desk.today()).to_string();
    let alone = alone.into_iter().map(|made| AloneRow {
        at: made.at,
        by: made.by_name,
        what: made.what,
        reason: Some(made.reason).filter(|_| charts),
    });
    let alone = alone.collect();
    Ok(ConductRoom { month: month.to_string(), this_month, hours: hours.1, examiners, own, alone })
}

/// Keeps that somebody else has looked at these figures.
///
/// # Errors
/// `own-figures` for one's own; `stale` when they are no longer what was on the screen; beside `words` when there are none.
pub async fn review(desk: &Desk, request: ReviewConduct) -> Result<ConductRoom, Refusal> {
    desk.may(Deed::SeeConduct)?;
    if request.examiner == desk.who.staff {
        return Err(Refusal::new("own-figures", "Nobody reviews their own figures. Ask a colleague."));
    }
    let month = read_month(Some(request.month.clone()), desk.now)?;
    let mut form = Form::default();
    let words = form.line("words", Some(request.words), 1_000);
    if words.is_none() {
        form.refuse("words", "write what you make of these figures");
    }
    let (Some(words), true) = (words, form.is_clean()) else { return Err(form.refusal()) };
    let mut writing = desk.writing().await?;
    let hours = hours(&mut writing).await?.0;
    let alone = alone(&mut writing, month).await?;
    let counted = counted(desk, &mut writing, &alone, month, &hours).await?;
    if counted.get(&request.examiner) != Some(&request.counts) {
        return Err(records::Error::Stale("figures").into());
    }
    writing.review_conduct(request.examiner, &month.to_string(), &request.counts, &words).await?;
    writing.commit().await?;
    figures(desk, Some(request.month)).await
}

fn read_month(text: Option<String>, now: Moment) -> Result<Month, Refusal> {
    let month = match text {
        None => Month::of(now.date()),
        Some(text) => {
            Month::parse(&text).map_err(|no| Refusal::field("month", "not-a-month", sentence(&no.to_string())))?
        }
    };
    if month > Month::of(now.date()) {
        return Err(Refusal::field("month", "month-ahead", "This month lies ahead."));
    }
    Ok(month)
}

async fn hours(reading: &mut Reading) -> Result<(ClinicHours, Vec<String>), Refusal> {
    let kept = reading.setting(HOURS_SETTING).await?.filter(|kept| !kept.trim().is_empty());
    let text = kept.unwrap_or_else(|| ClinicHours::usual_text().to_owned());
    let hours = ClinicHours::parse(&text).map_err(|problem| Refusal::unexpected(&problem))?;
    Ok((hours, text.lines().map(str::to_owned).collect()))
}

/// The stops of `month` that somebody lifted alone.
async fn alone(reading: &mut Reading, month: Month) -> Result<Vec<CorrectedAlone>, Refusal> {
    Ok(reading.corrected_alone(month.first(), month.last()).await?)
}

async fn counted(
    desk: &Desk,
    reading: &mut Reading,
    alone: &[CorrectedAlone],
    month: Month,
    hours: &ClinicHours,
) -> Result<BTreeMap<StaffId, ConductCounts>, Refusal> {
    let alone: Vec<StaffId> = alone.iter().map(|made| made.by).collect();
    Ok(count(&acts(reading, month, desk.now).await?, &alone, month, hours))
}

/// What was begun in the twelve months that end with `month`.
async fn acts(reading: &mut Reading, month: Month, now: Moment) -> Result<Vec<ConductAct>, Refusal> {
    let begun = reading.begun_procedures(month.year_before(), month.last()).await?;
    let mut acts = Vec::with_capacity(begun.len());
    for procedure in begun {
        let act = if procedure.at.date() < month.first() {
            earlier(reading, &procedure).await?
        } else {
            act(reading, &procedure, now).await?
        };
        acts.push(act);
    }
    Ok(acts)
}

/// Of an earlier month only the massage counts, for repetition.
async fn earlier(reading: &mut Reading, begun: &BegunProcedure) -> Result<ConductAct, Refusal> {
    let state = reading.visit_state(begun.visit).await?;
    Ok(ConductAct {
        examiner: begun.examiner,
        patient: begun.patient,
        at: begun.at,
        minor: None,
        chaperone: None,
        massaged: massage(reading, &state).await?.is_some(),
        lasted: None,
        has_specimen: false,
    })
}

async fn massage(reading: &mut Reading, state: &VisitState) -> Result<Option<Collection>, Refusal> {
    let collection = reading.collection(state).await?;
    Ok(collection.filter(|seen| seen.act() == Act::Massage && seen.was_massaged()))
}

async fn act(reading: &mut Reading, begun: &BegunProcedure, now: Moment) -> Result<ConductAct, Refusal> {
    let state = reading.visit_state(begun.visit).await?;
    let massaged = massage(reading, &state).await?;
    let glasses = reading.glasses_of(state.procedure_id, now).await?;
    let consents = reading.consents_of(begun.visit, now).await?;
    let chaperone = consents.iter().rev().find_map(|stored| match &stored.consent {
        Consent::Given(given) | Consent::Withdrawn { given, .. } | Consent::Expired { given, .. } => {
            given.evidence.chaperone.response
        }
        Consent::Offered(_) | Consent::Declined { .. } => None,
    });
    let span = massaged.as_ref().and_then(|seen| Some(seen.massage_stopped()?.since(seen.massage_began()?)));
    Ok(ConductAct {
        examiner: begun.examiner,
        patient: begun.patient,
        at: begun.at,
        minor: begun.birth_date.age(begun.at.date()).map(|years| years < 18),
        chaperone,
        massaged: massaged.is_some(),
        lasted: span,
        // What a massage is for: the urine before it says nothing of it.
        has_specimen: glasses.iter().any(|glass| glass.accession.is_some() && glass.role.follows_massage()),
    })
}
