//! The first part of a note: who came and why, what was assessed, and the time-out.

use super::facts::{Answers, NoteFacts, VerdictFacts, VitalsFacts};
use super::phrase::{Writing, clock, either, list, spoken};
use super::{Section, SectionKind};
use crate::Moment;
use crate::procedure::Act;

/// A sentence names so many absent things at most.
const SAID: usize = 12;

pub(super) fn indication(facts: &NoteFacts) -> Section {
    let mut note = Writing::begin(SectionKind::Indication);
    let patient = &facts.patient;
    let age = facts.age.map_or_else(String::new, |years| format!(", aged {years}"));
    note.say(format!(
        "{}, born {}{age}, MRN {}, attended {} on {} for a {}",
        patient.name,
        patient.birth_date,
        patient.mrn,
        facts.clinic,
        facts.came_at.long_text(),
        facts.kind.name()
    ));
    note.say(format!("indication: {}", facts.indication));
    note.field("Attended", facts.came_at.long_text());
    note.field("Indication", &facts.indication);
    note.finish()
}

pub(super) fn assessment(facts: &NoteFacts) -> Section {
    let mut note = Writing::begin(SectionKind::Assessment);
    for vitals in &facts.vitals {
        let values = vital_values(vitals);
        if !values.is_empty() {
            note.say(format!("at {}, {}", clock(vitals.at, facts.came_at), list(&values)));
            note.field(format!("Vital signs, {}", clock(vitals.at, facts.came_at)), vital_numbers(vitals).join("; "));
        }
    }
    note.pause();
    answers(&mut note, &facts.symptoms, "Symptoms", ("the patient reported", "did not report"));
    note.pause();
    answers(&mut note, &facts.history, "History", ("the history includes", "the history does not include"));
    note.pause();
    for verdict in &facts.verdicts {
        say_verdict(&mut note, verdict, facts.came_at);
    }
    if let Some(time_out) = &facts.time_out {
        note.pause();
        let at = clock(time_out.at, facts.came_at);
        note.say(format!(
            "at the time-out at {at}, {} confirmed the patient’s identity by {}",
            time_out.by,
            list(&time_out.identifiers)
        ));
        note.field("Time-out", format!("{at}, {}", time_out.by));
    }
    note.finish()
}

fn vital_values(vitals: &VitalsFacts) -> Vec<String> {
    let temperature = vitals.temperature.as_ref().map(|value| format!("the temperature was {value}"));
    let pulse = vitals.pulse.map(|value| format!("the pulse was {value} per minute"));
    let pressure = vitals.pressure.map(|(high, low)| format!("the blood pressure was {high}/{low} mmHg"));
    let breaths = vitals.breaths.map(|value| format!("the patient took {value} breaths a minute"));
    [temperature, pulse, pressure, breaths].into_iter().flatten().collect()
}

/// The same for the list of fields, where numbers are compared.
fn vital_numbers(vitals: &VitalsFacts) -> Vec<String> {
    let pulse = vitals.pulse.map(|value| format!("{value}/min"));
    let pressure = vitals.pressure.map(|(high, low)| format!("{high}/{low} mmHg"));
    let breaths = vitals.breaths.map(|value| format!("{value} breaths/min"));
    [vitals.temperature.clone(), pulse, pressure, breaths].into_iter().flatten().collect()
}

fn answers(note: &mut Writing, answers: &Answers, label: &str, (yes, no): (&str, &str)) {
    let present: Vec<String> = answers
        .present
        .iter()
        .map(|(what, detail)| detail.as_ref().map_or_else(|| what.clone(), |detail| format!("{what} ({detail})")))
        .collect();
    if !present.is_empty() {
        note.say(format!("{yes} {}", list(&present)));
        note.field(label, present.join("; "));
    }
    if !answers.absent.is_empty() {
        // “The patient” only where the sentence before did not say so already.
        let subject = if no.starts_with("did") { "the patient " } else { "" };
        // Nobody reads a sentence of forty parts; the fields hold every one of them.
        let absent = match answers.absent.len() {
            many if many > SAID => format!("any of the {many} matters asked, which the record lists one by one"),
            _ => either(&answers.absent),
        };
        note.say(format!("{subject}{no} {absent}"));
        note.field(format!("{label}: no"), answers.absent.join("; "));
    }
    if !answers.unknown.is_empty() {
        note.say(format!("not known: {}", list(&answers.unknown)));
        note.field(format!("{label}: not known"), answers.unknown.join("; "));
    }
}

fn say_verdict(note: &mut Writing, verdict: &VerdictFacts, day_of: Moment) {
    let act = act_name(verdict.act);
    let said = match verdict.verdict.as_str() {
        "clear" => format!("found nothing against {act}"),
        "proceed-with-notes" => format!("let {act} proceed with notes"),
        "needs-override" => format!("asked for a urologist’s decision before {act}"),
        "blocked" => format!("ruled out {act}"),
        "incomplete" => format!("could not clear {act}, because answers were missing"),
        other => format!("returned “{}” for {act}", spoken(other)),
    };
    let at = clock(verdict.at, day_of);
    let reasons = if verdict.reasons.is_empty() { String::new() } else { format!(": {}", verdict.reasons.join("; ")) };
    note.say(format!("the safety check at {} ({at}) {said}{reasons}", verdict.step));
    note.field(format!("Safety check at {}, for {act}", verdict.step), spoken(&verdict.verdict));
    for made in &verdict.overrides {
        let told = if made.patient_told { "the patient was told" } else { "the patient was not told" };
        let at = clock(made.at, day_of);
        note.say(format!("{} overrode “{}” at {at}: {}; {told}", made.by, made.item, spoken(&made.reason)));
        note.field("Override", format!("{}: {}", made.item, spoken(&made.reason)));
    }
}

const fn act_name(act: Act) -> &'static str {
    match act {
        Act::Dre => "the examination",
        Act::Massage => "the massage",
        Act::PostDreStrokes => "the strokes",
    }
}
