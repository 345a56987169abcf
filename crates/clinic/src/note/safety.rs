//! What the safety check said before the procedure, and what a urologist decided over it, in a note.

use super::facts::{OverrideFacts, VerdictFacts};
use super::phrase::{Writing, act_name, bare, clock, counted, either, list, spoken};
use crate::Moment;
use crate::procedure::Act;

/// One answer of the safety check, with every step at which it was the same.
struct Told<'a> {
    steps: Vec<String>,
    acts: Vec<Act>,
    verdict: &'a str,
    reasons: &'a [String],
}

pub(super) fn verdicts(note: &mut Writing, verdicts: &[VerdictFacts], day_of: Moment) {
    for told in together(verdicts, day_of) {
        note.say(sentence(&told));
    }
    for verdict in verdicts {
        let (said, _) = meaning(&verdict.verdict);
        note.field(format!("Safety check at {}, for {}", verdict.step, act_name(verdict.act)), said);
    }
    let mut said: Vec<(Act, &str, Moment)> = Vec::new();
    for verdict in verdicts {
        for made in &verdict.overrides {
            // An override is kept with every verdict of its act; it was made once.
            let which = (verdict.act, made.item.as_str(), made.at);
            if !said.contains(&which) {
                said.push(which);
                say_override(note, verdict.act, made, day_of);
            }
        }
    }
}

/// The same answer for several acts, or at several steps, is one sentence.
fn together(verdicts: &[VerdictFacts], day_of: Moment) -> Vec<Told<'_>> {
    let mut by_step: Vec<Told<'_>> = Vec::new();
    for verdict in verdicts {
        let step = format!("{} ({})", verdict.step, clock(verdict.at, day_of));
        let same = |told: &&mut Told<'_>| {
            told.steps[0] == step && told.verdict == verdict.verdict && told.reasons == verdict.reasons
        };
        match by_step.last_mut().filter(same) {
            Some(told) => told.acts.push(verdict.act),
            None => by_step.push(Told {
                steps: vec![step],
                acts: vec![verdict.act],
                verdict: &verdict.verdict,
                reasons: &verdict.reasons,
            }),
        }
    }
    let mut joined: Vec<Told<'_>> = Vec::new();
    for told in by_step {
        let same = |last: &&mut Told<'_>| {
            last.acts == told.acts && last.verdict == told.verdict && last.reasons == told.reasons
        };
        match joined.last_mut().filter(same) {
            Some(last) => last.steps.extend(told.steps),
            None => joined.push(told),
        }
    }
    joined
}

fn sentence(told: &Told<'_>) -> String {
    let names: Vec<&str> = told.acts.iter().map(|act| act_name(*act)).collect();
    let acts = if told.verdict == "clear" { either(&names) } else { list(&names) };
    let (_, said) = meaning(told.verdict);
    let reasons = if told.reasons.is_empty() { String::new() } else { format!(": {}", counted(told.reasons)) };
    format!("the safety check at {} {}{reasons}", list(&told.steps), said.replace("{}", &acts))
}

/// What a verdict means, for the list of fields and for the sentence.
fn meaning(verdict: &str) -> (String, String) {
    let (field, said) = match verdict {
        "clear" => ("nothing found against", "found nothing against {}"),
        "proceed-with-notes" => ("let proceed, with notes", "let {} proceed, with notes"),
        "needs-override" => ("a urologist’s decision asked for", "asked for a urologist’s decision before {}"),
        "blocked" => ("ruled out", "ruled out {}"),
        "incomplete" => ("could not clear, answers were missing", "could not clear {}, because answers were missing"),
        other => return (spoken(other), format!("returned “{}” for {{}}", spoken(other))),
    };
    (field.to_owned(), said.to_owned())
}

fn say_override(note: &mut Writing, act: Act, made: &OverrideFacts, day_of: Moment) {
    let told = if made.patient_told { "the patient was told" } else { "the patient was not told" };
    let why = match made.reason.as_str() {
        "benefit-outweighs-risk" => "because the benefit outweighs the risk".to_owned(),
        "mitigation-in-place" => "because a precaution is in place".to_owned(),
        "information-corrected" => "because the information was corrected".to_owned(),
        "specialist-advice" => "on the advice of a specialist".to_owned(),
        typed => format!("for this reason: {}", bare(typed)),
    };
    let at = clock(made.at, day_of);
    note.say(format!("at {at} {} overrode “{}” for {}, {why}; {told}", made.by, made.item, act_name(act)));
    note.field("Override", format!("{}, {why}", made.item));
}
