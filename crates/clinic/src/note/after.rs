//! The end of a note: how the procedure ended, what went out, what was put right, and what the urologist adds.

use super::facts::{GlassEnd, NoteFacts, StopFacts};
use super::phrase::{Writing, at_clock, bare, because, clock, counted, list, procedure, was};
use super::{Section, SectionKind};
use crate::Moment;
use crate::procedure::ProcedureStatus;
use crate::specimen::SpecimenRole;

pub(super) fn outcome(facts: &NoteFacts) -> Section {
    let mut note = Writing::begin(SectionKind::Outcome);
    let name = procedure(facts.kind);
    // Stopped before the time-out, nothing had been done to anybody, and the note must not sound as if it had.
    let ended = if facts.time_out.is_none() { "was not begun," } else { "was stopped" };
    let how = match facts.status {
        ProcedureStatus::Planned => "was not begun".to_owned(),
        ProcedureStatus::Underway => "has not been ended".to_owned(),
        ProcedureStatus::Finished => "was completed".to_owned(),
        ProcedureStatus::StoppedByPatient => format!("{ended} at the patient’s wish"),
        // The reason follows where it was recorded.
        ProcedureStatus::Stopped if facts.stop.is_some() => ended.trim_end_matches(',').to_owned(),
        ProcedureStatus::Stopped => format!("{ended} for another reason than safety"),
        ProcedureStatus::AbortedSafety => format!("{ended} for the patient’s safety"),
        ProcedureStatus::EnteredInError => "was entered in error; nothing in it counts for this patient".to_owned(),
    };
    note.say(format!("the {name} {how}"));
    note.field("Ended", how);
    if let Some(stop) = &facts.stop {
        say_stop(&mut note, stop, facts.status, facts.came_at);
    }
    kept_and_cancelled(&mut note, facts);
    if let Some(at) = facts.ended_at {
        note.say(format!("the visit ended at {}", clock(at, facts.came_at)));
    }
    note.finish()
}

fn say_stop(note: &mut Writing, stop: &StopFacts, status: ProcedureStatus, day_of: Moment) {
    let at = format!("this was decided at {}, {}", clock(stop.at, day_of), stop.during);
    match stop.reasons.as_slice() {
        [] => note.say(at),
        // The sentence before said so already.
        [asked] if status == ProcedureStatus::StoppedByPatient && because(asked) == because("patient-asked") => {
            note.say(at);
        }
        // A short reason joins the sentence; a rule is a sentence of its own.
        [only] if !only.contains([';', ':', '(']) && only.chars().next().is_some_and(char::is_lowercase) => {
            let because = because(only);
            note.say(format!("{at}, {because}"));
            note.field("Stopped because", because);
        }
        reasons => {
            let these = if reasons.len() == 1 { "this reason" } else { "these reasons" };
            let reasons = counted(reasons);
            note.say(format!("{at}, for {these}: {reasons}"));
            note.field("Stopped because", reasons);
        }
    }
    if !stop.done.is_empty() {
        let done = list(&stop.done);
        note.say(format!("this was done about it: {done}"));
        note.field("Done", done);
    }
}

/// Which glasses exist and which never will: the sentence a laboratory looks for first.
fn kept_and_cancelled(note: &mut Writing, facts: &NoteFacts) {
    let codes = |keep: fn(&GlassEnd) -> bool| -> Vec<&'static str> {
        let planned = facts.glasses.iter().filter(|glass| !glass.role.is_further());
        planned.filter(|glass| keep(&glass.end)).map(|glass| glass.role.code()).collect()
    };
    let collected = codes(|end| matches!(end, GlassEnd::Collected { .. }));
    let missing = codes(|end| !matches!(end, GlassEnd::Collected { .. }));
    match (collected.as_slice(), missing.as_slice()) {
        ([], []) if SpecimenRole::planned_for(facts.kind).is_empty() => {}
        ([], _) if facts.glasses.iter().any(|glass| matches!(glass.end, GlassEnd::Discarded { .. })) => {
            note.say("no specimen was kept");
        }
        ([], _) if facts.glasses.iter().any(|glass| glass.role.is_further()) => {
            note.say("no specimen of the procedure was collected");
        }
        ([], _) => note.say("no specimen was collected"),
        (_, []) => note.say("every planned specimen was collected"),
        (some, none) => {
            let (some, none) = (format!("{} {} collected", list(some), was(some.len())), list(none));
            note.say(format!("{some}; there is no {}", none.replace(", ", ", no ").replace(" and ", " and no ")));
        }
    }
}

pub(super) fn plan(facts: &NoteFacts) -> Section {
    let mut note = Writing::begin(SectionKind::Plan);
    if let Some(order) = &facts.order {
        let codes: Vec<&str> = order.roles.iter().map(|role| role.code()).collect();
        let what = if codes.is_empty() { String::new() } else { format!(", with {}", list(&codes)) };
        let (number, laboratory) = (&order.number, &order.laboratory);
        match order.sent_at {
            Some(at) => {
                let at = at_clock(at, facts.came_at);
                note.say(format!("order {number} was sent to {laboratory} {at}{what}"));
            }
            None => note.say(format!("order {number} to {laboratory}{what} is written and has not been sent")),
        }
        if !order.tests.is_empty() {
            note.say(format!("it asks for {}", list(&order.tests)));
        }
        note.field("Order", format!("{number}, {laboratory}"));
    }
    if let Some(aftercare) = &facts.aftercare {
        if !aftercare.checked.is_empty() {
            let at = clock(aftercare.at, facts.came_at);
            note.say(format!(
                "at {at}, before the patient left, it was checked that the patient {}",
                list(&aftercare.checked)
            ));
            note.field("Checked before leaving", aftercare.checked.join("; "));
        }
        if aftercare.left {
            note.say("the patient left without waiting for the check");
            note.field("Check before leaving", "the patient had left");
        }
        if let Some((version, language)) = &aftercare.sheet {
            note.say(format!(
                "the aftercare sheet (version {version}, {language}) was given, with the signs for which to call at once"
            ));
            note.field("Aftercare sheet", format!("{version}, {language}"));
        }
        if let Some(due) = &aftercare.call_due {
            let on = if due.starts_with(|first: char| first.is_ascii_digit()) { "on " } else { "" };
            note.say(format!("the clinic will call {on}{due}"));
            note.field("Call", due);
        }
    }
    note.finish()
}

pub(super) fn corrections(facts: &NoteFacts) -> Section {
    let mut note = Writing::begin(SectionKind::Corrections);
    for correction in &facts.corrections {
        let at = at_clock(correction.at, facts.came_at);
        let by = &correction.by;
        let (what, new, reason) = (&correction.what, &correction.new, bare(&correction.reason));
        match &correction.old {
            Some(old) => {
                note.say(format!("{at} {by} corrected “{what}” from {old} to {new}, for this reason: {reason}"));
            }
            None if correction.happened.is_some() => {
                let happened = correction.happened.map(|then| clock(then, facts.came_at)).unwrap_or_default();
                note.say(format!(
                    "{at} {by} recorded this afterwards; it happened at {happened}: {what}: {new}; the reason: {reason}"
                ));
                note.pause();
            }
            None => note.say(format!("{at} {by} added “{what}”: {new}, for this reason: {reason}")),
        }
        note.field(&correction.what, &correction.new);
    }
    note.finish()
}

pub(super) fn remarks(facts: &NoteFacts) -> Section {
    let mut note = Writing::begin(SectionKind::Remarks);
    for line in facts.remarks.iter().flat_map(|text| text.lines()).filter(|line| !line.trim().is_empty()) {
        note.say(line);
        note.pause();
    }
    note.finish()
}
