//! Gathering the end of a visit and what followed: the check, the sheet, the call, and adverse events.

use crate::{Refusal, aftercare};
use clinic::departure::DepartureCheck;
use clinic::ids::VisitId;
use clinic::note::facts::{AftercareFacts, CallFacts, EventFacts};
use records::Reading;
use records::visit::VisitState;

/// What the patient had before leaving; none when nothing was recorded of it.
pub(super) async fn aftercare(reading: &mut Reading, visit: VisitId) -> Result<Option<AftercareFacts>, Refusal> {
    let departure = reading.departure(visit).await?;
    let sheet = reading.sheets_of(visit).await?.pop();
    let call = reading.call_of(visit).await?;
    let check = departure.checks.last();
    let at = check.map(|(at, _)| *at).or(departure.left).or(sheet.as_ref().map(|given| given.at));
    let since = call.as_ref().map(|call| call.since);
    let Some(at) = at.or(since) else { return Ok(None) };
    Ok(Some(AftercareFacts {
        at,
        checked: check.map(|(_, check)| words(check)).unwrap_or_default(),
        left: departure.left.is_some(),
        sheet: sheet.map(|given| {
            let language = given.sheet.language;
            (given.sheet.version, clinic::aftercare::text(language).language_name.clone())
        }),
        call_due: call.filter(|call| !call.over).map(|call| aftercare::call_words(call.since)),
    }))
}

fn words(check: &DepartureCheck) -> Vec<String> {
    let said = |holds: bool, yes: &str, no: &str| if holds { yes.to_owned() } else { no.to_owned() };
    let mut words = vec![
        said(check.feels_well, "felt well", "did not feel well"),
        said(check.can_stand, "could stand", "could not stand"),
    ];
    words.extend(check.passed_urine.map(|passed| said(passed, "had passed urine", "had not passed urine")));
    words.push(said(check.faint, "had felt faint and was watched", "had not felt faint"));
    words.push("confirmed how to be called".to_owned());
    words
}

/// What followed from the act, each in its last version.
pub(super) async fn adverse_events(reading: &mut Reading, state: &VisitState) -> Result<Vec<EventFacts>, Refusal> {
    let events = reading.adverse_events_at(state.visit_id).await?;
    Ok(events
        .into_iter()
        .filter_map(|mut known| {
            let last = known.versions.pop()?;
            Some(EventFacts {
                event: last.event,
                at: last.at,
                by: last.by,
                reason: last.reason,
                consented: known.snapshot.consented,
                reviews: known.reviews.into_iter().map(|review| (review.by, review.words)).collect(),
            })
        })
        .collect())
}

/// Every attempt to call.
pub(super) async fn calls(reading: &mut Reading, visit: VisitId) -> Result<Vec<CallFacts>, Refusal> {
    let attempts = reading.attempts_of(visit).await?;
    Ok(attempts.into_iter().map(|made| CallFacts { attempt: made.attempt, at: made.at, by: made.by }).collect())
}
