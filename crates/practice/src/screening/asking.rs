//! Giving answers: one, a group with “none of these”, or a group “unchanged”. A change at the same visit is a correction.

use super::SecondPerson;
use super::setting_right::{Entry, settle};
use super::{CheckInRoom, is_open, judge_again, picture, room};
use crate::form::Form;
use crate::{Deed, Desk, Refusal};
use clinic::ids::VisitId;
use clinic::screening::{Answered, AskedOf, Kind, Standing, Stated, TypedAnswer, item, judge, read};
use records::screening::{Corrects, NewAnswer, StoredAnswer};
use records::visit::VisitState;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Answers as typed or tapped, with what a correction needs.
#[derive(Debug, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct GiveAnswers {
    /// The visit.
    pub visit_id: VisitId,
    /// The answers.
    pub answers: Vec<TypedAnswer>,
    /// Why an earlier answer was wrong.
    pub reason: Option<String>,
    /// Who else looked, when a stop falls.
    pub second: Option<SecondPerson>,
}

/// Adds answers, and shows the room with the verdicts they make.
///
/// # Errors
/// Beside each item whose answer cannot stand; `correction-…` when putting one right needs more.
pub async fn answer(desk: &Desk, request: GiveAnswers) -> Result<CheckInRoom, Refusal> {
    desk.may(Deed::CheckIn)?;
    let mut form = Form::default();
    let mut replies: Vec<(Answered, Stated)> = Vec::new();
    for typed in &request.answers {
        if let Some(answered) = form.read(&typed.item, read(typed, desk.today())) {
            if answered.item.asked_of == AskedOf::Urologist {
                desk.may(Deed::TakeTimeOut)?;
            }
            replies.push((answered, typed.stated));
        }
    }
    form.check()?;
    give(desk, request.visit_id, &replies, request.reason, request.second).await?;
    room(desk, request.visit_id).await
}

/// Confirms the answers of earlier visits to these items as unchanged; hours ago are asked again.
pub async fn confirm_unchanged(desk: &Desk, visit: VisitId, items: Vec<String>) -> Result<CheckInRoom, Refusal> {
    desk.may(Deed::CheckIn)?;
    let standing = {
        let mut reading = desk.records.reading().await?;
        let state = reading.visit_state(visit).await?;
        latest(reading.answers_of(&state, desk.now).await?)
    };
    let known = items.iter().filter_map(|id| {
        let (item, stored) = (item(id).filter(|item| !matches!(item.kind, Kind::Hours(_)))?, standing.get(id)?);
        Some((Answered { item, reply: stored.standing.reply, detail: stored.detail.clone() }, Stated::Unchanged))
    });
    let replies: Vec<_> = known.collect();
    give(desk, visit, &replies, None, None).await?;
    room(desk, visit).await
}

async fn give(
    desk: &Desk,
    visit: VisitId,
    replies: &[(Answered, Stated)],
    reason: Option<String>,
    second: Option<SecondPerson>,
) -> Result<(), Refusal> {
    let (before, after, entries) = {
        let mut reading = desk.records.reading().await?;
        let state = reading.visit_state(visit).await?;
        is_open(&state)?;
        let before = picture::load(&mut reading, &state, desk.now).await?;
        let standing = latest(reading.answers_of(&state, desk.now).await?);
        let mut after = before.clone();
        let mut entries = Vec::new();
        for (answered, _) in replies {
            let id = &answered.item.id;
            if let Some(wrong) = put_right(&standing, answered, &state) {
                entries.push(Entry { by: wrong.standing.by, at: wrong.standing.at });
            }
            after.answers.insert(id.clone(), Standing { reply: answered.reply, at: desk.now, by: desk.who.staff });
        }
        (before, after, entries)
    };
    let verdicts = (judge(&before), judge(&after));
    let settled = settle(desk, visit, &entries, &verdicts, &after, reason, second).await?;

    let mut writing = desk.writing().await?;
    let state = writing.visit_state(visit).await?;
    let standing = latest(writing.answers_of(&state, desk.now).await?);
    let wrong = replies.iter().filter(|(answered, _)| put_right(&standing, answered, &state).is_some());
    let wrong: Vec<&str> = wrong.map(|(answered, _)| answered.item.question.as_str()).collect();
    settled.keep_if_alone(&mut writing, &state, wrong.join("; ")).await?;
    for (answered, stated) in replies {
        let corrects = put_right(&standing, answered, &state).map(|wrong| Corrects {
            id: wrong.id,
            reason: settled.reason.clone(),
            second_person: settled.second_person,
        });
        let Answered { item, reply, detail } = answered.clone();
        let new = NewAnswer { item: item.id.clone(), reply, detail, stated: *stated, corrects };
        writing.give_answer(visit, state.patient_id, &new).await?;
    }
    judge_again(&mut writing, visit).await?;
    Ok(writing.commit().await?)
}

/// Whether an answer was given at this attendance. What was asked at booking, perhaps weeks before, was asked earlier.
pub(super) fn given_here(stored: &StoredAnswer, state: &VisitState) -> bool {
    stored.visit == state.visit_id && state.arrived_at.is_none_or(|came| stored.standing.at >= came.into())
}

/// The answer of this visit that another one puts right. What only went on (hours, blood that is drawn now) was not wrong.
fn put_right<'a>(
    standing: &'a BTreeMap<String, StoredAnswer>,
    answered: &Answered,
    state: &VisitState,
) -> Option<&'a StoredAnswer> {
    let goes_on = matches!(answered.item.kind, Kind::Hours(_) | Kind::OneOf(_));
    let old = standing.get(&answered.item.id).filter(|old| given_here(old, state) && !goes_on);
    old.filter(|old| old.standing.reply != answered.reply)
}

pub(super) fn latest(answers: Vec<StoredAnswer>) -> BTreeMap<String, StoredAnswer> {
    answers.into_iter().map(|stored| (stored.item.clone(), stored)).collect()
}
