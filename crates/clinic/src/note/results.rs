//! The results and what became of them: what was reported, what the urologist says follows, that the patient was told, and
//! every critical result with its hours.

use super::facts::{CriticalFacts, NoteFacts, ResultFacts, ToldFacts};
use super::phrase::{Writing, at_clock, bare, list};
use super::{Section, SectionKind};
use crate::Moment;
use crate::critical::{CriticalAction, CriticalStep, Heard};
use crate::result::ReportIdentifier;
use crate::telling::{LetterKind, Telling, ToldBy};

pub(super) fn results(facts: &NoteFacts) -> Section {
    let mut note = Writing::begin(SectionKind::Results);
    if let Some(result) = &facts.result {
        say_result(&mut note, result, facts.came_at);
    }
    for critical in &facts.criticals {
        say_critical(&mut note, critical, facts.came_at);
        note.pause();
    }
    note.finish()
}

fn say_result(note: &mut Writing, result: &ResultFacts, day_of: Moment) {
    let how = result.source.map_or_else(String::new, |source| format!(" {}", source.words()));
    let at = at_clock(result.at, day_of);
    let version = if result.version > 1 { format!("version {} of ", result.version) } else { String::new() };
    note.say(format!("{at} {} typed in {version}the laboratory’s report, which came{how}", result.by));
    note.say(match &result.seen_by {
        Some(name) => format!("{name} looked at report and screen and confirmed the numbers by their own passphrase"),
        None => "the numbers were typed twice".to_owned(),
    });
    if !result.read.is_empty() {
        note.say(format!("the report was compared with the patient by {}", list(&result.read)));
    }
    note.say(match &result.no_scan {
        Some(why) if !result.scanned => format!("no scan of it is attached: {}", bare(why)),
        _ if result.scanned => "its scan is attached".to_owned(),
        _ => String::new(),
    });
    if let Some(reason) = &result.reason {
        note.say(format!("it follows an earlier version for this reason: {}", bare(reason)));
    }
    note.pause();
    for glass in &result.glasses {
        note.say(glass);
    }
    note.pause();
    if let Some(suggestion) = &result.suggestion {
        note.say(format!("the rules suggest: {}", bare(suggestion)));
        note.field("Suggestion", suggestion);
    }
    for opinion in &result.opinions {
        note.say(opinion);
    }
    match &result.read_by {
        Some((by, at, action, plan)) => {
            let at = at_clock(*at, day_of);
            note.say(format!("{at} {by} read the results; what follows is {}", action.words()));
            if let Some(plan) = plan {
                note.say(format!("the plan: {}", bare(plan)));
            }
            note.field("What follows", action.words());
        }
        None => note.say("no urologist has said yet what follows"),
    }
    note.pause();
    for told in &result.told {
        say_told(note, told, "the result", day_of);
        note.pause();
    }
    if result.read_by.is_some() && result.told.is_empty() {
        note.say("the patient has not been told yet");
    }
    note.pause();
}

fn say_told(note: &mut Writing, told: &ToldFacts, what: &str, day_of: Moment) {
    let (at, by) = (at_clock(told.at, day_of), &told.by);
    match &told.telling {
        Telling::Told { by: way, identifiers, to, said, plan } => {
            let how = match way {
                ToldBy::InPerson => "face to face".to_owned(),
                ToldBy::Telephone => {
                    let asked: Vec<&str> = identifiers.iter().map(|one| identifier(*one)).collect();
                    format!("by telephone, after the patient had given {}", list(&asked))
                }
                ToldBy::HealthUnit => {
                    format!("through the health unit ({})", to.as_deref().unwrap_or("nobody was named"))
                }
            };
            note.say(format!("{at} {by} told the patient {what} {how}"));
            note.say(format!("this was said: {}", bare(said)));
            if let Some(plan) = plan {
                note.say(format!("this was agreed: {}", bare(plan)));
            }
            note.field("Patient told", format!("{by}, {}", told.at.long_text()));
        }
        Telling::NotReached { message_left, note: more } => {
            let message = if *message_left { "; a message asked to call the clinic" } else { "" };
            let more = more.as_ref().map_or_else(String::new, |more| format!("; {}", bare(more)));
            note.say(format!("{at} {by} tried to tell the patient {what} and reached nobody{message}{more}"));
            note.field("Patient not reached", format!("{by}, {}", told.at.long_text()));
        }
        Telling::Letter { kind, said, .. } => {
            let asks = "wrote a letter that asks the patient to call the clinic and says nothing else";
            note.say(match (kind, said) {
                (LetterKind::AsksToCall, _) => format!("{at} {by} {asks}"),
                (LetterKind::TellsTheResult, Some(said)) => {
                    format!("{at} {by} wrote the patient a letter with {what}: {}", bare(said))
                }
                (LetterKind::TellsTheResult, None) => format!("{at} {by} wrote the patient a letter with {what}"),
            });
            note.field("Letter", format!("{by}, {}", told.at.long_text()));
        }
    }
}

const fn identifier(one: ReportIdentifier) -> &'static str {
    match one {
        ReportIdentifier::Name => "the name",
        ReportIdentifier::BirthDate => "the birth date",
        ReportIdentifier::Mrn => "the clinic’s number",
        ReportIdentifier::Accession => "the number of the set",
    }
}

fn say_critical(note: &mut Writing, known: &CriticalFacts, day_of: Moment) {
    let (critical, at) = (&known.critical, at_clock(known.received_at, day_of));
    let what = format!("{} ({}, of {})", known.title, bare(&critical.value), critical.specimen);
    match &critical.heard {
        Heard::Telephone { caller, laboratory, read_back } => {
            let back = if *read_back { "the value was read back and confirmed" } else { "the value was not read back" };
            note.say(format!(
                "critical result: {at} {caller} of {laboratory} telephoned {what} to {}; {back}",
                known.by
            ));
        }
        Heard::Report => {
            note.say(format!("critical result: {what} stood in the report that {} typed in {at}", known.by));
        }
    }
    note.field("Critical result", &known.title);
    for (step, at, by) in &known.steps {
        match step {
            CriticalStep::UrologistTold { urologist, action, words } => {
                let at = at_clock(*at, day_of);
                let told = if urologist == by {
                    format!("{at} {urologist} took note of it")
                } else {
                    format!("{at} {by} told {urologist}")
                };
                note.say(format!("{told}, who decided: {}; {}", action_words(*action), bare(words)));
            }
            CriticalStep::Patient { telling } => {
                let told = ToldFacts { telling: telling.clone(), at: *at, by: by.clone() };
                say_told(note, &told, "the critical result", day_of);
            }
        }
    }
    if known.open {
        note.say("it is still open");
    }
}

const fn action_words(action: CriticalAction) -> &'static str {
    match action {
        CriticalAction::Emergency => "the patient goes to an emergency department",
        CriticalAction::ComeToday => "the patient comes today",
        CriticalAction::Treat => "treatment is begun or changed",
        CriticalAction::Repeat => "the specimen is taken again",
        CriticalAction::Nothing => "nothing more",
    }
}
