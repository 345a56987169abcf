//! The single items: which of them fire on an act, at which level.

use super::answer::{Reply, Said};
use super::content::{self, Item, Kind, Level, Severity, When};
use super::picture::Picture;
use super::verdict::{Fired, FiredStands};
use crate::procedure::Act;

/// Every item that fires on `act`.
pub(super) fn fired(picture: &Picture, act: Act) -> Vec<Fired> {
    let items = content::checklist().items.iter().filter(|item| !item.fires.is_empty());
    items.filter_map(|item| fire(picture, item, act)).collect()
}

fn fire(picture: &Picture, item: &Item, act: Act) -> Option<Fired> {
    let (level, evidence) = level(picture, item, act)?;
    let no_latex_here = item.note_where_latex_free && picture.latex_free;
    let severity = if no_latex_here { level.on(act).min(Severity::Note) } else { level.on(act) };
    if severity == Severity::None {
        return None;
    }
    let mitigated = picture.reply(item, act) == Some(Reply::Said(Said::YesMitigated));
    let id = level.id.clone().unwrap_or_else(|| item.id.clone());
    let overridden = severity == Severity::Relative && picture.overrides.iter().any(|o| o.id == id && o.act == act);
    Some(Fired {
        id,
        title: item.question.clone(),
        severity,
        stands: match (mitigated, overridden) {
            (true, _) => FiredStands::Mitigated,
            (_, true) => FiredStands::Overridden,
            _ => FiredStands::Stands,
        },
        reason: item.reason.clone(),
        evidence,
        todo: item.todo.clone(),
        mitigation: item.mitigation.clone(),
        text_required: false,
        source: item.source.clone(),
    })
}

/// The first level that fits the answer, with what was seen.
fn level<'a>(picture: &Picture, item: &'a Item, act: Act) -> Option<(&'a Level, Vec<String>)> {
    if item.kind == Kind::Temperature {
        return item.fires.iter().find_map(|level| match level.when {
            When::AtLeast(degc) => {
                let evidence = picture.temperature_at_least(degc)?;
                Some((level, evidence.into_iter().map(|fact| fact.text).collect()))
            }
            _ => None,
        });
    }
    let reply = picture.reply(item, act)?;
    let level = item.fires.iter().find(|level| fits(item, level.when, reply))?;
    let at = picture.answers.get(&item.id).map(|standing| standing.at.local().format(", %H:%M").to_string());
    Some((level, vec![format!("{}: {}{}", item.question, reply.text(), at.unwrap_or_default())]))
}

/// Whether an answer fires a level.
pub(super) fn fits(item: &Item, when: When, reply: Reply) -> bool {
    let measured = match (&item.kind, reply) {
        (Kind::Number(number), Reply::Measured { value, unit }) => Some(number.in_first_unit(value, unit)),
        _ => None,
    };
    match when {
        When::Yes => matches!(reply, Reply::Said(Said::Yes | Said::YesMitigated)),
        When::Present => matches!(reply, Reply::Said(Said::Usual | Said::NewOrWorse)),
        When::AtLeast(limit) => measured.is_some_and(|value| value >= limit),
        When::Above(limit) => measured.is_some_and(|value| value > limit),
        When::Below(limit) => measured.is_some_and(|value| value < limit),
    }
}

#[cfg(test)]
mod tests {
    use crate::procedure::Act;
    use crate::screening::testing::check_word;

    #[test]
    fn a_latex_allergy_only_notes_where_there_is_no_latex() {
        check_word("latex-allergy yes", Act::Dre, "needs-override");
        check_word("latex-allergy yes; latex-free clinic", Act::Dre, "proceed-with-notes");
        check_word("latex-free clinic", Act::Dre, "clear");
        check_word("lubricant-allergy yes; latex-free clinic", Act::Dre, "needs-override");
    }
}
