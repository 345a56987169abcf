//! The first part of a note: who came and why, what was assessed, and the time-out.

use super::facts::{NoteFacts, VitalsFacts};
use super::phrase::{Writing, a_procedure, bare, clock, day, list};
use super::{Section, SectionKind, matters, safety};

pub(super) fn indication(facts: &NoteFacts) -> Section {
    let mut note = Writing::begin(SectionKind::Indication);
    let patient = &facts.patient;
    let age = facts.age.map_or_else(String::new, |years| format!(", aged {years}"));
    let came = format!("{} at {}", day(facts.came_at), clock(facts.came_at, facts.came_at));
    note.say(format!(
        "{}, born {}{age}, MRN {}, attended {} on {came} for {}",
        patient.name,
        patient.birth_date,
        patient.mrn,
        facts.clinic,
        a_procedure(facts.kind)
    ));
    note.say(format!("the indication was {}", bare(&matters::in_a_sentence(&facts.indication))));
    note.field("Attended", came);
    note.field("Indication", &facts.indication);
    note.finish()
}

pub(super) fn assessment(facts: &NoteFacts) -> Section {
    let mut note = Writing::begin(SectionKind::Assessment);
    for vitals in &facts.vitals {
        let measured = vital_values(vitals);
        if !measured.is_empty() {
            let at = clock(vitals.at, facts.came_at);
            // The verb stands once: “the temperature was 36.8 °C and the pulse 72 per minute”.
            let told = measured.iter().enumerate().map(|(place, (what, value))| {
                if place == 0 { format!("the {what} was {value}") } else { format!("the {what} {value}") }
            });
            note.say(format!("at {at} {}", list(&told.collect::<Vec<_>>())));
            let values: Vec<String> = measured.into_iter().map(|(_, value)| value).collect();
            note.field(format!("Vital signs, {at}"), values.join("; "));
        }
    }
    note.pause();
    matters::symptoms(&mut note, &facts.symptoms);
    note.pause();
    matters::history(&mut note, &facts.history);
    note.pause();
    safety::verdicts(&mut note, &facts.verdicts, facts.came_at);
    if let Some(time_out) = &facts.time_out {
        note.pause();
        let at = clock(time_out.at, facts.came_at);
        note.say(format!(
            "{} took the time-out at {at} and confirmed the patient’s identity by {}",
            time_out.by,
            list(&time_out.identifiers)
        ));
        note.field("Time-out", format!("{at}, {}", time_out.by));
    }
    note.finish()
}

fn vital_values(vitals: &VitalsFacts) -> Vec<(&'static str, String)> {
    let temperature = vitals.temperature.as_ref().map(|value| ("temperature", value.clone()));
    let pulse = vitals.pulse.map(|value| ("pulse", format!("{value} per minute")));
    let pressure = vitals.pressure.map(|(high, low)| ("blood pressure", format!("{high}/{low} mmHg")));
    let breaths = vitals.breaths.map(|value| ("breathing rate", format!("{value} per minute")));
    [temperature, pulse, pressure, breaths].into_iter().flatten().collect()
}
