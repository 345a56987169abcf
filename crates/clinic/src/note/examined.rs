//! The middle of a note: how the patient was examined, the gate, and what was seen around the gland.

use super::facts::{FindingsFacts, GateFacts, NoteFacts};
use super::phrase::{Writing, bare, clock, list, spoken, yes_no};
use super::{Section, SectionKind, felt};
use crate::Moment;
use crate::exam::Inspection;
use crate::procedure::{Act, ProcedureKind};

pub(super) fn examination(facts: &NoteFacts) -> Section {
    let mut note = Writing::begin(SectionKind::Examination);
    if let Some(findings) = &facts.findings {
        circumstances(&mut note, findings, facts.came_at);
    }
    if let Some(gate) = &facts.gate {
        say_gate(&mut note, gate, facts.kind, facts.came_at);
    }
    note.pause();
    if let Some(findings) = &facts.findings {
        around_the_gland(&mut note, findings);
        felt::gland(&mut note, findings, facts.gate.as_ref());
        note.pause();
        felt::lesions(&mut note, findings);
        note.pause();
        felt::beyond(&mut note, findings);
        impression(&mut note, findings);
    }
    note.finish()
}

fn circumstances(note: &mut Writing, findings: &FindingsFacts, day_of: Moment) {
    let by = findings.examiner.as_ref().map_or_else(String::new, |name| format!(" by {name}"));
    let at = findings.at.map_or_else(String::new, |at| format!(" at {}", clock(at, day_of)));
    let route = match findings.route.as_deref() {
        None | Some("rectal") => "a digital rectal examination",
        Some(_) => "a digital examination by the vaginal route",
    };
    let done = if findings.incomplete.is_some() { "begun" } else { "done" };
    let position = findings.position.as_ref().map(|word| format!("{} position", spoken(word)));
    let glove = findings.glove.as_ref().map(|word| format!("{} gloves", spoken(word)));
    let lubricant = findings.lubricant.as_ref().map(|word| match word.as_str() {
        "other" => "another lubricant".to_owned(),
        word => format!("{} lubricant", spoken(word)),
    });
    let in_position =
        position.as_ref().map_or_else(String::new, |position| format!(", with the patient in the {position}"));
    let material: Vec<&str> = [&glove, &lubricant].into_iter().flatten().map(String::as_str).collect();
    let with = if material.is_empty() { String::new() } else { format!(", using {}", list(&material)) };
    note.say(format!("{route} was {done}{by}{at}{in_position}{with}"));
    if position.is_some() || !material.is_empty() {
        let told: Vec<&str> = position.as_deref().into_iter().chain(material).collect();
        note.field("Position and material", told.join("; "));
    }
    if let Some(name) = &findings.supervised_by {
        note.say(format!("{name} supervised"));
    }
    if let Some(name) = &findings.typed_by {
        note.say(format!("{name} typed the findings as they were spoken"));
    }
    if let Some(reason) = &findings.incomplete {
        note.say(format!("the examination was not completed, for this reason: {}", bare(reason)));
        note.field("Not completed", reason);
    }
}

fn say_gate(note: &mut Writing, gate: &GateFacts, kind: ProcedureKind, day_of: Moment) {
    let at = clock(gate.at, day_of);
    let (before, stopped) = match kind.act_on_gland() {
        Some(Act::Massage) => ("before any massage", "the massage"),
        Some(_) => ("before any stroke", "the strokes"),
        None => ("at the first touch", "going on"),
    };
    let inspection = inspection(&gate.inspection);
    let tenderness = felt::tender(&gate.tenderness);
    let warm = if gate.warmth { "warm" } else { "not warm" };
    let fluctuant = match (gate.warmth, gate.fluctuance) {
        (true, true) => "and fluctuant",
        (false, true) => "but fluctuant",
        (false, false) => "and not fluctuant",
        (true, false) => "but not fluctuant",
    };
    note.say(format!(
        "{before}, at {at}, {inspection}; the gland was {tenderness}, its consistency was {}, and it was {warm} {fluctuant}",
        spoken(&gate.consistency)
    ));
    if gate.as_one {
        note.say("these five answers were given in one statement");
    }
    if !gate.passed {
        note.say(format!("these findings ruled out {stopped}"));
    }
    for (label, value) in [
        ("Inspection (gate)", inspection),
        ("Tenderness (gate)", tenderness),
        ("Consistency (gate)", spoken(&gate.consistency)),
        ("Warm", yes_no(gate.warmth).to_owned()),
        ("Fluctuant", yes_no(gate.fluctuance).to_owned()),
    ] {
        note.field(label, value);
    }
}

/// What the eye saw at the gate: words of the vocabulary, or the examiner's own.
fn inspection(seen: &str) -> String {
    if matches!(seen, "clear" | "nothing that stops us") {
        return "inspection showed nothing that stops it".to_owned();
    }
    let known = |word: &str| word.parse::<Inspection>().is_ok();
    let named: Vec<String> = seen.split(", ").map(|word| seen_as(word, spoken(word))).collect();
    let named = if seen.split(", ").all(known) { list(&named) } else { named.join(", ") };
    format!("inspection showed {named}")
}

/// A thing that was seen, with its article where it is one thing of the vocabulary.
fn seen_as(word: &str, plain: String) -> String {
    match word {
        "fissure" | "fistula" | "prolapse" | "mass" | "scar" => format!("a {plain}"),
        "thrombosed-hemorrhoid" | "thrombosed-haemorrhoid" => "a thrombosed haemorrhoid".to_owned(),
        "abscess" => format!("an {plain}"),
        _ => plain,
    }
}

fn around_the_gland(note: &mut Writing, findings: &FindingsFacts) {
    if !findings.perianal.is_empty() {
        let seen: Vec<String> = findings.perianal.iter().map(|word| spoken(word)).collect();
        let named: Vec<String> = findings.perianal.iter().map(|word| seen_as(word, spoken(word))).collect();
        match findings.perianal.as_slice() {
            [normal] if normal == "normal" => note.say("inspection around the anus was normal"),
            _ => note.say(format!("inspection around the anus showed {}", list(&named))),
        }
        note.field("Inspection", seen.join("; "));
    }
    if let Some(tone) = &findings.tone {
        match tone.as_str() {
            "spasm" => note.say("the sphincter was in spasm"),
            tone => note.say(format!("the tone of the sphincter was {}", spoken(tone))),
        }
        note.field("Sphincter tone", spoken(tone));
    }
    if let Some(pain) = &findings.anal_pain {
        let pain = if pain == "none" { "no".to_owned() } else { spoken(pain) };
        note.say(format!("there was {pain} anal pain"));
        note.field("Anal pain", pain);
    }
}

fn impression(note: &mut Writing, findings: &FindingsFacts) {
    if let Some(overall) = &findings.overall {
        let overall = if overall == "enlarged-benign" { "enlarged, benign".to_owned() } else { spoken(overall) };
        let of_what = if overall == "indeterminate" { "findings were" } else { "gland was" };
        note.say(format!("overall the {of_what} judged {overall}"));
        note.field("Impression", overall);
    }
    let reason = findings.rationale.as_deref().map(bare);
    match (&findings.suspected_t, reason) {
        (Some(category), Some(reason)) => {
            note.say(format!(
                "by the finger a clinical T category of {category} is suspected, for this reason: {reason}"
            ));
        }
        (Some(category), None) => note.say(format!("by the finger a clinical T category of {category} is suspected")),
        (None, Some(reason)) => note.say(format!("the examiner gave this reason: {reason}")),
        (None, None) => {}
    }
    if let Some(category) = &findings.suspected_t {
        note.field("Suspected cT", category);
    }
    if let Some(reason) = &findings.rationale {
        note.field("Reason", reason);
    }
    if let Some(arranged) = &findings.arranged {
        note.say(format!("this was arranged: {}", bare(arranged)));
        note.field("Arranged", arranged);
    }
    if let Some(remarks) = &findings.remarks {
        note.say(remarks);
        note.field("Remarks", remarks);
    }
    if let Some(earlier) = &findings.compared_with {
        note.say(format!("the findings were compared with the examination of {earlier}"));
        note.field("Compared with", earlier);
    }
    let stated = felt::stated_together(findings);
    if !stated.is_empty() {
        note.pause();
        note.say(format!("these findings were stated together, in one act, as normal: {}", list(&stated)));
        note.field("Stated together", stated.join("; "));
    }
}
