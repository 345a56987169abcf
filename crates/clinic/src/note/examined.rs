//! The middle of a note: the gate, and what the finger found.

use super::facts::{FindingsFacts, GateFacts, NoduleFacts, NoteFacts};
use super::phrase::{Writing, clock, list, spoken, yes_no};
use super::{Section, SectionKind};
use crate::Moment;

pub(super) fn examination(facts: &NoteFacts) -> Section {
    let mut note = Writing::begin(SectionKind::Examination);
    if let Some(findings) = &facts.findings {
        circumstances(&mut note, findings, facts.came_at);
    }
    if let Some(gate) = &facts.gate {
        say_gate(&mut note, gate, facts.came_at);
    }
    note.pause();
    if let Some(findings) = &facts.findings {
        around_the_gland(&mut note, findings);
        gland(&mut note, findings);
        note.pause();
        lesions(&mut note, findings);
        note.pause();
        beyond_the_gland(&mut note, findings);
        impression(&mut note, findings);
    }
    note.finish()
}

fn circumstances(note: &mut Writing, findings: &FindingsFacts, day_of: Moment) {
    let by = findings.examiner.as_ref().map_or_else(String::new, |name| format!(" by {name}"));
    let at = findings.at.map_or_else(String::new, |at| format!(" at {}", clock(at, day_of)));
    let route = match findings.route.as_deref() {
        None | Some("rectal") => "A digital rectal examination",
        Some(_) => "A digital examination by the vaginal route",
    };
    note.say(format!("{route} was done{by}{at}"));
    if let Some(name) = &findings.supervised_by {
        note.say(format!("{name} supervised"));
    }
    if let Some(name) = &findings.typed_by {
        note.say(format!("{name} typed the findings as they were spoken"));
    }
    let position = findings.position.as_ref().map(|word| format!("the {} position", spoken(word)));
    let glove = findings.glove.as_ref().map(|word| format!("{} gloves", spoken(word)));
    let lubricant = findings.lubricant.as_ref().map(|word| format!("{} lubricant", spoken(word)));
    let with: Vec<String> = [position, glove, lubricant].into_iter().flatten().collect();
    if !with.is_empty() {
        note.say(format!("position and material: {}", list(&with)));
        note.field("Position and material", with.join("; "));
    }
    if let Some(reason) = &findings.incomplete {
        note.say(format!("the examination was not completed: {reason}"));
        note.field("Not completed", reason);
    }
}

fn say_gate(note: &mut Writing, gate: &GateFacts, day_of: Moment) {
    let at = clock(gate.at, day_of);
    if gate.as_one {
        note.say(format!("at {at} one statement answered the gate: none of the findings that stop a massage"));
    }
    let warm = if gate.warmth { "the gland was warm" } else { "the gland was not warm" };
    let fluctuant = if gate.fluctuance { "fluctuant" } else { "not fluctuant" };
    note.say(format!(
        "before any massage: inspection, {}; tenderness, {}; consistency, {}; {warm} and {fluctuant}",
        spoken(&gate.inspection),
        spoken(&gate.tenderness),
        spoken(&gate.consistency)
    ));
    if !gate.passed {
        note.say("these findings ruled the massage out");
    }
    for (label, value) in [
        ("Inspection (gate)", spoken(&gate.inspection)),
        ("Tenderness (gate)", spoken(&gate.tenderness)),
        ("Consistency (gate)", spoken(&gate.consistency)),
        ("Warm", yes_no(gate.warmth).to_owned()),
        ("Fluctuant", yes_no(gate.fluctuance).to_owned()),
    ] {
        note.field(label, value);
    }
}

/// Says `sentence` with the word in place of `{}`, and lists the field, when it was recorded.
fn told(note: &mut Writing, label: &str, value: Option<&String>, sentence: &str) {
    if let Some(value) = value {
        note.say(sentence.replace("{}", &spoken(value)));
        note.field(label, spoken(value));
    }
}

fn around_the_gland(note: &mut Writing, findings: &FindingsFacts) {
    if !findings.perianal.is_empty() {
        let seen: Vec<String> = findings.perianal.iter().map(|word| spoken(word)).collect();
        note.say(format!("inspection around the anus: {}", list(&seen)));
        note.field("Inspection", seen.join("; "));
    }
    told(note, "Sphincter tone", findings.tone.as_ref(), "the tone of the sphincter was {}");
    told(note, "Anal pain", findings.anal_pain.as_ref(), "anal pain: {}");
}

fn gland(note: &mut Writing, findings: &FindingsFacts) {
    let reached = match findings.reached.as_deref() {
        Some("whole") => "the whole gland was reached",
        Some("not-palpable") => "the gland was not palpable",
        _ => "of the gland, {}",
    };
    told(note, "Reached", findings.reached.as_ref(), reached);
    told(note, "Size (by finger)", findings.size.as_ref(), "its size was estimated by finger at {}");
    let symmetry = match findings.symmetry.as_deref() {
        Some("right-larger") => "the right lobe was larger",
        Some("left-larger") => "the left lobe was larger",
        _ => "the gland was {}",
    };
    told(note, "Symmetry", findings.symmetry.as_ref(), symmetry);
    told(note, "Consistency", findings.consistency.as_ref(), "the consistency was {}");
    told(note, "Median sulcus", findings.sulcus.as_ref(), "the median sulcus was {}");
    told(note, "Margins", findings.margins.as_ref(), "the margins were {}");
    let mobility = match findings.mobility.as_deref() {
        Some("reduced") => "its mobility was {}",
        _ => "it was {}",
    };
    told(note, "Mobility", findings.mobility.as_ref(), mobility);
    told(note, "Tenderness", findings.tenderness.as_ref(), "tenderness: {}");
}

fn lesions(note: &mut Writing, findings: &FindingsFacts) {
    for (at, nodule) in findings.nodules.iter().enumerate() {
        let text = nodule_text(nodule);
        note.say(format!("nodule {}: {text}", at + 1));
        note.field(format!("Nodule {}", at + 1), text);
    }
    for (sectors, extent) in &findings.indurations {
        let extent = extent.as_ref().map_or_else(String::new, |extent| format!(", {extent} of the lobe"));
        note.say(format!("induration in {}{extent}", list(sectors)));
        note.field("Induration", format!("{}{extent}", sectors.join(", ")));
    }
    if findings.other_sectors_normal {
        let any = !findings.nodules.is_empty() || !findings.indurations.is_empty();
        note.say(if any {
            "all other sectors were stated to be normal"
        } else {
            "all twelve sectors were stated to be normal"
        });
        note.field("Other sectors", "normal, in one statement");
    }
}

fn nodule_text(nodule: &NoduleFacts) -> String {
    let word = |word: &Option<String>, sentence: &str| word.as_ref().map(|word| sentence.replace("{}", &spoken(word)));
    let suspicious = match nodule.suspicious.as_deref() {
        Some("yes") => Some("suspicious".to_owned()),
        Some("no") => Some("not suspicious".to_owned()),
        Some(other) => Some(format!("suspicion {}", spoken(other))),
        None => None,
    };
    let crosses =
        nodule.crosses_midline.map(|yes| if yes { "crossing the midline" } else { "not crossing the midline" });
    let parts = [
        (!nodule.sectors.is_empty()).then(|| format!("in {}", list(&nodule.sectors))),
        nodule.diameter_mm.map(|size| format!("{size} mm across")),
        word(&nodule.firmness, "{}"),
        word(&nodule.margin, "its margin {}"),
        nodule.tender.map(|yes| if yes { "tender" } else { "not tender" }.to_owned()),
        crosses.map(str::to_owned),
        suspicious,
        word(&nodule.change, "against the last examination: {}"),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn beyond_the_gland(note: &mut Writing, findings: &FindingsFacts) {
    told(note, "Seminal vesicles", findings.seminal_vesicles.as_ref(), "seminal vesicles: {}");
    told(note, "Pelvic floor", findings.pelvic_floor.as_ref(), "pelvic floor: {}");
    told(note, "Rectal mass", findings.rectal_mass.as_ref(), "rectal mass: {}");
    told(note, "Stool", findings.stool.as_ref(), "stool: {}");
    told(note, "Blood on the glove", findings.blood.as_ref(), "blood on the glove: {}");
    let moments = ["before", "during", "after"];
    let pain: Vec<String> = moments
        .iter()
        .zip(findings.pain)
        .filter_map(|(when, score)| score.map(|score| format!("{score} {when}")))
        .collect();
    if !pain.is_empty() {
        note.say(format!("pain on a scale of 0 to 10 was {}", list(&pain)));
        note.field("Pain (0-10)", pain.join("; "));
    }
}

fn impression(note: &mut Writing, findings: &FindingsFacts) {
    told(note, "Impression", findings.overall.as_ref(), "impression: {}");
    told(note, "Suspected cT", findings.suspected_t.as_ref(), "the clinical T category suspected by finger is {}");
    if let Some(rationale) = &findings.rationale {
        note.say(format!("reason: {rationale}"));
        note.field("Reason", rationale);
    }
    if let Some(arranged) = &findings.arranged {
        note.say(format!("arranged: {arranged}"));
        note.field("Arranged", arranged);
    }
    if let Some(remarks) = &findings.remarks {
        note.say(remarks);
        note.field("Remarks", remarks);
    }
    told(note, "Compared with", findings.compared_with.as_ref(), "compared with the examination of {}");
    if !findings.stated_together.is_empty() {
        let stated: Vec<String> = findings.stated_together.iter().map(|word| spoken(word)).collect();
        note.pause();
        note.say(format!("stated together in one act as normal: {}", list(&stated)));
        note.field("Stated together", stated.join("; "));
    }
}
