//! What followed: adverse events as they are known now, and every attempt to call.

use super::facts::{CallFacts, EventFacts, NoteFacts};
use super::phrase::{Writing, clock, list, spoken};
use super::{Section, SectionKind};
use crate::Moment;
use crate::adverse_event::SeriousBecause;
use crate::follow_up::{Bowel, CallAnswers, CallAttempt, CallBleeding, NextStep, UrineFlow};

pub(super) fn afterwards(facts: &NoteFacts) -> Section {
    let mut note = Writing::begin(SectionKind::Afterwards);
    for event in &facts.adverse_events {
        say_event(&mut note, event, facts.came_at);
        note.pause();
    }
    for call in &facts.calls {
        say_call(&mut note, call, facts.came_at);
        note.pause();
    }
    note.finish()
}

fn say_event(note: &mut Writing, known: &EventFacts, day_of: Moment) {
    let event = &known.event;
    let day = event.onset_date.format("%-d %b %Y");
    let hour = event.onset_time.map_or_else(String::new, |hour| format!(", {}", hour.format("%H:%M")));
    let by = spoken(event.reported_by.as_str());
    note.say(format!("adverse event: {}, from {day}{hour}, reported by {by}: {}", event.title(), event.description));
    let expected = if event.expected { "expected" } else { "not expected" };
    let consented = if known.consented { "named in the consent" } else { "not named in the consent" };
    note.say(format!("it was {expected}, {consented}, and its relation to the act is {}", event.relatedness));
    match event.serious {
        Some(because) => note.say(format!("it was serious: {}", serious_words(because))),
        None => note.say("it was not serious"),
    }
    note.say(format!("what was done: {}", event.action));
    note.say(format!("outcome: {}", spoken(event.outcome.as_str())));
    if let Some(grade) = event.clavien {
        note.say(format!("Clavien-Dindo {grade}"));
    }
    if let Some(to) = &event.reported_to {
        note.say(format!("it was reported to {to}"));
    }
    let at = clock(known.at, day_of);
    match &known.reason {
        Some(reason) => note.say(format!("{} put this right at {at}: {reason}", known.by)),
        None => note.say(format!("recorded at {at} by {}", known.by)),
    }
    for (by, words) in &known.reviews {
        note.say(format!("reviewed by {by}: {words}"));
    }
    note.field("Adverse event", event.title());
}

const fn serious_words(because: SeriousBecause) -> &'static str {
    match because {
        SeriousBecause::Death => "the patient died of it",
        SeriousBecause::LifeThreatening => "it threatened life",
        SeriousBecause::Hospitalisation => "the patient was admitted to hospital",
        SeriousBecause::Disability => "it left or may leave a disability",
        SeriousBecause::OtherImportant => "another important medical reason",
    }
}

fn say_call(note: &mut Writing, call: &CallFacts, day_of: Moment) {
    let (at, by) = (clock(call.at, day_of), &call.by);
    match &call.attempt {
        CallAttempt::Reached { answers } => {
            note.say(format!("{by} reached the patient by telephone at {at}"));
            say_answers(note, answers);
            note.field("Call", format!("{at}, reached"));
        }
        CallAttempt::NotReached { message_left, note: more } => {
            let message = if *message_left { "; a message asked to call back" } else { "" };
            let more = more.as_ref().map_or_else(String::new, |more| format!("; {more}"));
            note.say(format!("{by} called at {at} and did not reach the patient{message}{more}"));
            note.field("Call", format!("{at}, not reached"));
        }
        CallAttempt::Ended { words } => {
            note.say(format!("{by} ended the call without reaching the patient at {at}: {words}"));
            note.field("Call", format!("{at}, given up"));
        }
    }
}

fn say_answers(note: &mut Writing, answers: &CallAnswers) {
    let urine = match answers.urine {
        UrineFlow::Usual => "the urine runs as usual",
        UrineFlow::Weaker => "the urine runs weaker or with pain",
        UrineFlow::Cannot => "the patient cannot pass urine",
    };
    let bleeding = match answers.bleeding {
        CallBleeding::None => "no bleeding",
        CallBleeding::Streak => "a streak of blood",
        CallBleeding::Heavy => "heavy or lasting bleeding",
    };
    let bowel = if answers.bowel == Bowel::Usual { "the bowel is as usual" } else { "the bowel is not as usual" };
    let said = |holds: bool, yes: &str, no: &str| if holds { yes.to_owned() } else { no.to_owned() };
    let parts = [
        said(answers.fever, "fever", "no fever"),
        said(answers.chills, "chills", "no chills"),
        format!("pain {} of 10", answers.pain),
        urine.to_owned(),
        bleeding.to_owned(),
        bowel.to_owned(),
    ];
    note.say(format!("the patient reported: {}", list(&parts)));
    if let Some(other) = &answers.other {
        note.say(format!("also: {other}"));
    }
    if let Some(advice) = &answers.advice {
        note.say(format!("advised: {advice}"));
    }
    note.say(match answers.next {
        NextStep::Nothing => "nothing more was needed",
        NextStep::CallAgain => "the clinic calls again",
        NextStep::ComeToday => "the patient comes today",
        NextStep::Emergency => "the patient goes to an emergency department",
    });
}
