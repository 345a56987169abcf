//! What the finger felt, in a note: the gland, its nodules and hard areas, and what lies beside it.

use super::facts::{FindingsFacts, GateFacts, NoduleFacts};
use super::phrase::{Writing, bare, list, spoken};

/// Lists the field where it was recorded, and says it with `sentence`.
fn told(note: &mut Writing, label: &str, value: Option<&String>, sentence: impl Fn(&str) -> String) {
    if let Some(value) = value {
        note.say(sentence(value));
        note.field(label, spoken(value));
    }
}

/// Tenderness as an adjective: `severe, both` becomes `severely tender on both sides`.
pub(super) fn tender(word: &str) -> String {
    let (how, side) = word.split_once(", ").map_or((word, None), |(how, side)| (how, Some(side)));
    let how = match how {
        "none" => "not tender".to_owned(),
        "mild" | "moderate" | "severe" => format!("{how}ly tender"),
        other => format!("tender ({})", spoken(other)),
    };
    side.map_or_else(|| how.clone(), |side| format!("{how} {}", on(side)))
}

/// Where: `both` becomes `on both sides`.
fn on(side: &str) -> String {
    match side {
        "both" | "both sides" => "on both sides".to_owned(),
        "midline" => "in the midline".to_owned(),
        side => format!("on the {}", spoken(side)),
    }
}

/// The gland as a whole. What the gate said already, in the paragraph before, is listed and not said again.
pub(super) fn gland(note: &mut Writing, findings: &FindingsFacts, gate: Option<&GateFacts>) {
    if findings.reached.as_deref() == Some("not-palpable") {
        note.say("the gland was not palpable, so that nothing is said of its shape, its borders or its sectors");
        note.field("Reached", "not palpable");
        return;
    }
    told(note, "Reached", findings.reached.as_ref(), |word| match word {
        "whole" => "the whole gland was reached".to_owned(),
        "apex-only" => "only the apex of the gland was reached".to_owned(),
        "base-not-reached" => "the base of the gland was not reached".to_owned(),
        other => format!("of the gland this was reached: {}", spoken(other)),
    });
    told(note, "Size (by finger)", findings.size.as_ref(), |size| {
        format!("its size was estimated by finger at {size}")
    });
    let said =
        |value: &Option<String>, gate: Option<&String>| value.as_ref().filter(|value| gate != Some(*value)).cloned();
    let consistency = said(&findings.consistency, gate.map(|gate| &gate.consistency));
    let tenderness = said(&findings.tenderness, gate.map(|gate| &gate.tenderness));
    let symmetry = findings.symmetry.as_ref().map(|word| match word.as_str() {
        "right-larger" => "larger on the right".to_owned(),
        "left-larger" => "larger on the left".to_owned(),
        other => spoken(other),
    });
    let mobility = findings.mobility.as_ref().map(|word| match word.as_str() {
        "reduced" => "of reduced mobility".to_owned(),
        other => spoken(other),
    });
    let consistency = consistency.map(|word| format!("of {} consistency", spoken(&word)));
    let parts = [symmetry, consistency, mobility, tenderness.map(|word| tender(&word))];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if !parts.is_empty() {
        note.say(format!("the gland was {}", list(&parts)));
    }
    let sulcus = findings.sulcus.as_ref().map(|word| format!("the median sulcus was {}", spoken(word)));
    let margins = findings.margins.as_ref().map(|word| match word.strip_prefix("indistinct-") {
        Some(side) => format!("the margins were indistinct {}", on(side)),
        None => format!("the margins were {}", spoken(word)),
    });
    note.say(list(&[sulcus, margins].into_iter().flatten().collect::<Vec<_>>()));
    for (label, value) in [
        ("Symmetry", &findings.symmetry),
        ("Consistency", &findings.consistency),
        ("Median sulcus", &findings.sulcus),
        ("Margins", &findings.margins),
        ("Mobility", &findings.mobility),
    ] {
        if let Some(value) = value {
            note.field(label, spoken(value));
        }
    }
    if let Some(value) = &findings.tenderness {
        note.field("Tenderness", tender(value));
    }
}

pub(super) fn lesions(note: &mut Writing, findings: &FindingsFacts) {
    for (nodule, place) in findings.nodules.iter().zip(1..) {
        let name = if findings.nodules.len() == 1 { "a nodule".to_owned() } else { format!("nodule {place}") };
        let sentences = nodule_sentences(nodule, &name);
        for sentence in &sentences {
            note.say(sentence);
        }
        note.field(format!("Nodule {place}"), sentences.join("; "));
    }
    for (sectors, extent) in &findings.indurations {
        let places = list(&sectors.iter().map(|title| sector(title)).collect::<Vec<_>>());
        let extent = extent.as_ref().map(|extent| format!("{} of the lobe", spoken(extent)));
        let takes = extent.as_ref().map_or_else(String::new, |extent| format!("; it takes up {extent}"));
        note.say(format!("an indurated area was felt in {places}{takes}"));
        note.field("Induration", [Some(places), extent].into_iter().flatten().collect::<Vec<_>>().join("; "));
    }
    if findings.other_sectors_normal && findings.reached.as_deref() != Some("not-palpable") {
        let any = !findings.nodules.is_empty() || !findings.indurations.is_empty();
        let whole = matches!(findings.reached.as_deref(), None | Some("whole"));
        note.say(match (any, whole) {
            (true, true) => "all other sectors were stated to be normal",
            (false, true) => "all twelve sectors were stated to be normal",
            (true, false) => "all other sectors that were reached were stated to be normal",
            (false, false) => "all sectors that were reached were stated to be normal",
        });
        note.field(if any { "Other sectors" } else { "Sectors" }, "normal");
    }
}

/// A sector as it is said: `right middle, lateral` becomes `the right lateral mid-gland`.
fn sector(title: &str) -> String {
    let parts = title.split_once(", ").and_then(|(place, depth)| Some((place.split_once(' ')?, depth)));
    match parts {
        Some(((side, "middle"), depth)) => format!("the {side} {depth} mid-gland"),
        Some(((side, level), depth)) => format!("the {side} {depth} {level}"),
        None => title.to_owned(),
    }
}

fn nodule_sentences(nodule: &NoduleFacts, name: &str) -> Vec<String> {
    let sectors: Vec<String> = nodule.sectors.iter().map(|title| sector(title)).collect();
    let place = if sectors.is_empty() { String::new() } else { format!(" in {}", list(&sectors)) };
    let looks = [
        nodule.firmness.as_ref().map(|word| spoken(word)),
        nodule.diameter_mm.map(|size| format!("{size} mm across")),
        nodule.tender.map(|yes| if yes { "tender" } else { "not tender" }.to_owned()),
    ];
    let looks: Vec<String> = looks.into_iter().flatten().collect();
    let crosses =
        nodule.crosses_midline.map(|yes| if yes { "it crosses the midline" } else { "it does not cross the midline" });
    let suspicious = nodule.suspicious.as_deref().map(|word| match word {
        "yes" => "it was judged suspicious".to_owned(),
        "no" => "it was judged not suspicious".to_owned(),
        other => format!("its suspicion was judged {}", spoken(other)),
    });
    let change = nodule.change.as_deref().map(|word| match word {
        "new" => "it is new since the last examination".to_owned(),
        "same" => "it is the same as at the last examination".to_owned(),
        "larger" | "smaller" => format!("it is {word} than at the last examination"),
        "unknown" => "whether it has changed since the last examination is not known".to_owned(),
        other => format!("compared with the last examination it is {}", spoken(other)),
    });
    let margin = nodule.margin.as_ref().map(|word| {
        let article = if word == "irregular" { "an" } else { "a" };
        format!("{article} {} margin", spoken(word))
    });
    let looks = match (looks.is_empty(), margin) {
        (true, margin) => margin.map(|margin| format!("it had {margin}")),
        (false, None) => Some(format!("it was {}", list(&looks))),
        (false, Some(margin)) => Some(format!("it was {}, with {margin}", list(&looks))),
    };
    let judged: Vec<String> = [crosses.map(str::to_owned), suspicious].into_iter().flatten().collect();
    let judged = (!judged.is_empty()).then(|| list(&judged).replace(" and it was", " and was"));
    [Some(format!("{name} was felt{place}")), looks, judged, change].into_iter().flatten().collect()
}

pub(super) fn beyond(note: &mut Writing, findings: &FindingsFacts) {
    told(note, "Seminal vesicles", findings.seminal_vesicles.as_ref(), |word| {
        let (how, side) = word.split_once(", ").map_or((word, None), |(how, side)| (how, Some(side)));
        let side = side.map_or_else(String::new, |side| format!(" {}", on(side)));
        match how {
            "not-reached" => format!("the seminal vesicles were not reached{side}"),
            how => format!("the seminal vesicles were {}{side}", spoken(how)),
        }
    });
    told(note, "Pelvic floor", findings.pelvic_floor.as_ref(), |word| match word.strip_prefix("tender-") {
        Some(side) => format!("the pelvic floor was tender {}", on(side)),
        None => format!("the pelvic floor was {}", spoken(word)),
    });
    told(note, "Rectal mass", findings.rectal_mass.as_ref(), |word| match word.split_once(", ") {
        _ if word == "none" => "no rectal mass was felt".to_owned(),
        Some(("present", where_it_lies)) => format!("a rectal mass was present: {}", bare(where_it_lies)),
        _ if word == "present" => "a rectal mass was present".to_owned(),
        _ => format!("a rectal mass was felt: {}", bare(word)),
    });
    told(note, "Stool", findings.stool.as_ref(), |word| match word {
        "none" => "there was no stool in the rectum".to_owned(),
        how => format!("there was {} stool in the rectum", spoken(how)),
    });
    told(note, "Blood on the glove", findings.blood.as_ref(), |word| match word {
        "none" => "there was no blood on the glove".to_owned(),
        "streak" => "there was a streak of blood on the glove".to_owned(),
        "melaena" => "there was melaena (blood) on the glove".to_owned(),
        how => format!("there was {} blood on the glove", spoken(how)),
    });
    let moments = ["before", "during", "after"];
    let pain = moments.iter().zip(findings.pain);
    let pain: Vec<String> = pain.filter_map(|(when, score)| score.map(|score| format!("{score} {when}"))).collect();
    if !pain.is_empty() {
        note.say(format!("on a scale of 0 to 10 the patient’s pain was {} the examination", list(&pain)));
        note.field("Pain (0-10)", pain.join("; "));
    }
}

/// What one act stated as normal; of a gland that nobody felt it stated nothing.
pub(super) fn stated_together(findings: &FindingsFacts) -> Vec<String> {
    let felt = findings.reached.as_deref() != Some("not-palpable");
    let of_the_gland = ["symmetry", "sulcus", "median sulcus", "margins", "mobility", "other sectors normal"];
    let stated = findings.stated_together.iter().map(|word| spoken(word));
    stated.filter(|word| felt || !of_the_gland.contains(&word.as_str())).collect()
}
