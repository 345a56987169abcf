//! Giving answers: one, a group with “none of these”, or a group “unchanged”. A change at the same visit is a correction.

use super::setting_right::{Entry, SecondPerson, settle};
use super::{CheckInRoom, is_open, judge_again, picture, room};
use crate::form::Form;
use crate::{Deed, Desk, Refusal};
use clinic::ids::VisitId;
use clinic::screening::{AskedOf, Item, Reply, Standing, Stated, TypedAnswer, item, judge, read};
use records::screening::{Corrects, NewAnswer, StoredAnswer};
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
    let mut replies: Vec<(&'static Item, Reply, Stated)> = Vec::new();
    for typed in &request.answers {
        if let Some((item, reply)) = form.read(&typed.item, read(typed)) {
            if item.asked_of == AskedOf::Urologist {
                desk.may(Deed::TakeTimeOut)?;
            }
            replies.push((item, reply, typed.stated));
        }
    }
    form.check()?;
    give(desk, request.visit_id, &replies, request.reason, request.second).await?;
    room(desk, request.visit_id).await
}

/// Confirms the answers of earlier visits to these items as unchanged.
pub async fn confirm_unchanged(desk: &Desk, visit: VisitId, items: Vec<String>) -> Result<CheckInRoom, Refusal> {
    desk.may(Deed::CheckIn)?;
    let standing = {
        let mut reading = desk.records.reading().await?;
        let state = reading.visit_state(visit).await?;
        latest(reading.answers_of(state.patient_id, desk.now).await?)
    };
    let known = items.iter().filter_map(|id| Some((item(id)?, standing.get(id)?.standing.reply, Stated::Unchanged)));
    let replies: Vec<_> = known.collect();
    give(desk, visit, &replies, None, None).await?;
    room(desk, visit).await
}

async fn give(
    desk: &Desk,
    visit: VisitId,
    replies: &[(&'static Item, Reply, Stated)],
    reason: Option<String>,
    second: Option<SecondPerson>,
) -> Result<(), Refusal> {
    let (before, after, entries) = {
        let mut reading = desk.records.reading().await?;
        let state = reading.visit_state(visit).await?;
        is_open(&state)?;
        let before = picture::load(&mut reading, &state, desk.now).await?;
        let standing = latest(reading.answers_of(state.patient_id, desk.now).await?);
        let mut after = before.clone();
        let mut entries = Vec::new();
        for (item, reply, _) in replies {
            if let Some(wrong) = standing.get(&item.id).filter(|old| old.visit == visit && old.standing.reply != *reply)
            {
                entries.push(Entry { by: wrong.standing.by, at: wrong.standing.at });
            }
            after.answers.insert(item.id.clone(), Standing { reply: *reply, at: desk.now, by: desk.who.staff });
        }
        (before, after, entries)
    };
    let verdicts = (judge(&before), judge(&after));
    let settled = settle(desk, visit, &entries, &verdicts, &after, reason, second).await?;

    let mut writing = desk.writing().await?;
    let state = writing.visit_state(visit).await?;
    let standing = latest(writing.answers_of(state.patient_id, desk.now).await?);
    for (item, reply, stated) in replies {
        let wrong = standing.get(&item.id).filter(|old| old.visit == visit && old.standing.reply != *reply);
        let corrects = wrong.map(|wrong| Corrects {
            id: wrong.id,
            reason: settled.reason.clone(),
            second_person: settled.second_person,
        });
        let new = NewAnswer { item: item.id.clone(), reply: *reply, stated: *stated, corrects };
        writing.give_answer(visit, state.patient_id, &new).await?;
    }
    judge_again(&mut writing, visit).await?;
    Ok(writing.commit().await?)
}

pub(super) fn latest(answers: Vec<StoredAnswer>) -> BTreeMap<String, StoredAnswer> {
    answers.into_iter().map(|stored| (stored.item.clone(), stored)).collect()
}
