//! The end of a note: how the procedure ended, what went out, what was put right, and what the urologist adds.

use super::facts::{GlassEnd, NoteFacts, StopFacts};
use super::phrase::{Writing, clock, list, spoken, was};
use super::{Section, SectionKind};
use crate::Moment;
use crate::procedure::ProcedureStatus;
use crate::specimen::SpecimenRole;

pub(super) fn outcome(facts: &NoteFacts) -> Section {
    let mut note = Writing::begin(SectionKind::Outcome);
    let name = facts.kind.name();
    // Stopped before the time-out, nothing had been done to anybody, and the note must not sound as if it had.
    let ended = if facts.time_out.is_none() { "was not begun," } else { "was stopped" };
    match facts.status {
        ProcedureStatus::Planned => note.say(format!("the {name} was not begun")),
        ProcedureStatus::Underway => note.say(format!("the {name} has not been ended")),
        ProcedureStatus::Finished => note.say(format!("the {name} was completed")),
        ProcedureStatus::StoppedByPatient => note.say(format!("the {name} {ended} at the patient’s wish")),
        ProcedureStatus::Stopped => note.say(format!("the {name} {ended} for another reason than safety")),
        ProcedureStatus::AbortedSafety => note.say(format!("the {name} {ended} for the patient’s safety")),
        ProcedureStatus::EnteredInError => {
            note.say(format!("this {name} was entered in error; nothing in it counts for this patient"));
        }
    }
    if let Some(stop) = &facts.stop {
        say_stop(&mut note, stop, facts.came_at);
    }
    if let Some(at) = facts.ended_at {
        note.say(format!("the visit ended at {}", clock(at, facts.came_at)));
    }
    kept_and_cancelled(&mut note, facts);
    note.field("Ended as", spoken(facts.status.as_str()));
    note.finish()
}

fn say_stop(note: &mut Writing, stop: &StopFacts, day_of: Moment) {
    note.say(format!("the stop was at {}, {}", clock(stop.at, day_of), stop.during));
    if !stop.reasons.is_empty() {
        let reasons: Vec<String> = stop.reasons.iter().map(|reason| spoken(reason)).collect();
        note.say(format!("{}: {}", if reasons.len() == 1 { "reason" } else { "reasons" }, reasons.join("; ")));
        note.field("Stopped because", reasons.join("; "));
    }
    if !stop.done.is_empty() {
        note.say(format!("what was done: {}", stop.done.join("; ")));
        note.field("Done", stop.done.join("; "));
    }
}

/// Which glasses exist and which never will: the sentence a laboratory looks for first.
fn kept_and_cancelled(note: &mut Writing, facts: &NoteFacts) {
    let codes = |keep: fn(&GlassEnd) -> bool| -> Vec<&'static str> {
        facts.glasses.iter().filter(|glass| keep(&glass.end)).map(|glass| glass.role.code()).collect()
    };
    let collected = codes(|end| matches!(end, GlassEnd::Collected { .. }));
    let missing = codes(|end| !matches!(end, GlassEnd::Collected { .. }));
    match (collected.as_slice(), missing.as_slice()) {
        ([], []) if SpecimenRole::planned_for(facts.kind).is_empty() => {}
        ([], _) => note.say("no specimen was collected"),
        (_, []) => note.say("every planned specimen was collected"),
        (some, none) => {
            let (some, none) = (format!("{} {} collected", list(some), was(some.len())), list(none));
            note.say(format!("{some}; there is no {}", none.replace(" and ", " and no ")));
        }
    }
}

pub(super) fn plan(facts: &NoteFacts) -> Section {
    let mut note = Writing::begin(SectionKind::Plan);
    if let Some(order) = &facts.order {
        let codes: Vec<&str> = order.roles.iter().map(|role| role.code()).collect();
        let sent = order.sent_at.map_or_else(
            || "is written and has not been sent".to_owned(),
            |at| format!("was sent at {}", clock(at, facts.came_at)),
        );
        let what = if codes.is_empty() { String::new() } else { format!(" with {}", list(&codes)) };
        note.say(format!("order {} to {}{what} {sent}", order.number, order.laboratory));
        if !order.tests.is_empty() {
            note.say(format!("asked for: {}", list(&order.tests)));
        }
        note.field("Order", format!("{}, {}", order.number, order.laboratory));
    }
    if let Some(aftercare) = &facts.aftercare {
        if !aftercare.checked.is_empty() {
            let at = clock(aftercare.at, facts.came_at);
            note.say(format!("before the patient left ({at}): {}", list(&aftercare.checked)));
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
            note.say(format!("the clinic will call: {due}"));
            note.field("Call", due);
        }
    }
    note.finish()
}

pub(super) fn corrections(facts: &NoteFacts) -> Section {
    let mut note = Writing::begin(SectionKind::Corrections);
    for correction in &facts.corrections {
        let at = clock(correction.at, facts.came_at);
        let by = &correction.by;
        match &correction.old {
            Some(old) => note.say(format!(
                "at {at} {by} corrected “{}” from {old} to {}: {}",
                correction.what, correction.new, correction.reason
            )),
            None if correction.happened.is_some() => {
                let happened = correction.happened.map(|then| clock(then, facts.came_at)).unwrap_or_default();
                let (what, new) = (&correction.what, &correction.new);
                note.say(format!(
                    "recorded afterwards at {at} by {by}, happened at {happened}, because {}: {what}: {new}",
                    correction.reason
                ));
                note.pause();
            }
            None => note.say(format!(
                "at {at} {by} recorded afterwards “{}”: {}; {}",
                correction.what, correction.new, correction.reason
            )),
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
