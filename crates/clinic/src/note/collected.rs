//! What was collected, in a note: the massage, and each glass with its end.

use super::facts::{GlassEnd, GlassFacts, MassageFacts, NoteFacts};
use super::phrase::{Writing, act_name, bare, because, clock, list, span, spoken};
use super::{Section, SectionKind};
use crate::Moment;
use crate::collection::Strokes;
use crate::procedure::Act;
use crate::specimen::SpecimenRole;

pub(super) fn massage(facts: &NoteFacts) -> Section {
    let act = facts.kind.act_on_gland();
    let title =
        if act == Some(Act::PostDreStrokes) { "Strokes before the urine" } else { SectionKind::Massage.title() };
    let mut note = Writing::titled(SectionKind::Massage, title);
    match (&facts.massage, act) {
        (Some(massage), Some(Act::PostDreStrokes)) => say_strokes(&mut note, massage, facts.came_at),
        (Some(massage), _) => say_massage(&mut note, massage, facts.came_at),
        (None, Some(Act::Massage)) => {
            note.say("the prostate was not massaged");
            note.field("Massage", "not massaged");
        }
        (None, Some(_)) => {
            note.say("the prostate was not stroked");
            note.field("Strokes", "not stroked");
        }
        (None, None) => {}
    }
    note.finish()
}

/// The few strokes before a post-DRE urine, which are not a massage: how many on either side, and when.
fn say_strokes(note: &mut Writing, strokes: &MassageFacts, day_of: Moment) {
    let when = when(strokes, day_of);
    if let Some((right, left)) = strokes.strokes {
        let (right, left) = (times(right), times(left));
        note.say(format!("the prostate was stroked {right} on the right and {left} on the left, {when}"));
        note.field("Strokes", format!("{when}, {right} right, {left} left"));
    } else {
        note.say(format!("the prostate was stroked {when}; the strokes were not counted"));
        note.field("Strokes", format!("{when}, not counted"));
    }
    if let Some(why) = &strokes.strokes_why {
        let asked = times(Strokes::OF_A_KIT);
        note.say(format!(
            "the kit asks for {asked} on either side; it was done otherwise for this reason: {}",
            bare(why)
        ));
        note.field("Other than the kit asks", why);
    }
    say_end(note, strokes, "the strokes");
}

fn say_massage(note: &mut Writing, massage: &MassageFacts, day_of: Moment) {
    let when = when(massage, day_of);
    note.say(format!("the prostate was massaged {when}"));
    note.field("Massage", &when);
    match massage.strokes {
        Some((right, left)) => {
            let strokes = if right == 1 { "stroke was" } else { "strokes were" };
            note.say(format!("{right} {strokes} counted on the right and {left} on the left"));
            note.field("Strokes", format!("{right} right, {left} left"));
        }
        None => note.say("strokes were not counted"),
    }
    if let Some(reason) = &massage.long_because {
        note.say(format!("it took longer than planned, for this reason: {}", bare(reason)));
        note.field("Longer than planned", reason);
    }
    say_end(note, massage, "the massage");
}

/// When it was and how long it took, as the end of a sentence.
fn when(massage: &MassageFacts, day_of: Moment) -> String {
    let began = clock(massage.started, day_of);
    match massage.stopped {
        Some(stopped) if massage.told => {
            format!("from {began} to {}, as was recorded afterwards", clock(stopped, day_of))
        }
        Some(stopped) => {
            let (ended, lasted) = (clock(stopped, day_of), span(stopped.since(massage.started).num_seconds()));
            if began == ended {
                format!("at {began}, for {lasted}")
            } else {
                format!("from {began} to {ended}, for {lasted}")
            }
        }
        None => format!("from {began}; its end was not observed, so how long it took is not known"),
    }
}

fn times(count: u8) -> String {
    match count {
        0 => "not at all".to_owned(),
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        many => format!("{many} times"),
    }
}

/// How it ended, where it did not end by itself.
fn say_end(note: &mut Writing, massage: &MassageFacts, what: &str) {
    let were = if what.ends_with('s') { "were" } else { "was" };
    if massage.said_completed {
        note.say(format!("it was stated afterwards that {what} {were} carried on and completed"));
        note.field("Stated afterwards", "carried on and completed");
    }
    if let Some(reason) = &massage.broken_off {
        let because = because(reason);
        note.say(format!("{what} {were} broken off {because}"));
        note.field("Broken off", because);
    }
}

pub(super) fn specimens(facts: &NoteFacts) -> Section {
    let mut note = Writing::begin(SectionKind::Specimens);
    let massage_end = facts.massage.as_ref().and_then(|massage| massage.stopped);
    let act = facts.kind.act_on_gland().map_or("the examination", act_name);
    let mut left = facts.glasses.as_slice();
    while let [glass, ..] = left {
        // Glasses that are missing for one reason are said in one sentence.
        let alike = left.iter().take_while(|other| missing_alike(glass, other)).count().max(1);
        let (together, rest) = left.split_at(alike);
        left = rest;
        if together.len() > 1 {
            let codes: Vec<&str> = together.iter().map(|glass| glass.role.code()).collect();
            say_missing(&mut note, &list(&codes), "were", glass, facts.came_at);
        } else {
            say_glass(&mut note, glass, facts.came_at, massage_end.map(|end| (end, act)));
        }
        for glass in together {
            note.field(glass.role.code(), field(glass, facts.came_at));
        }
        note.pause();
    }
    for test in &facts.room_tests {
        note.say(test);
        note.field("In the room", test);
    }
    note.finish()
}

/// Both were not obtained, for the same reason, and that was said at the same time.
fn missing_alike(one: &GlassFacts, other: &GlassFacts) -> bool {
    let untold = one.flags.is_empty() && other.flags.is_empty();
    match (&one.end, &other.end) {
        (GlassEnd::NotObtained { reason: why, at }, GlassEnd::NotObtained { reason: also, at: when }) => {
            untold && why == also && at == when
        }
        _ => false,
    }
}

fn say_missing(note: &mut Writing, codes: &str, were: &str, glass: &GlassFacts, day_of: Moment) {
    if let GlassEnd::NotObtained { reason, at } = &glass.end {
        let at = at.map_or_else(String::new, |at| format!(" ({})", clock(at, day_of)));
        note.say(format!("{codes} {were} not obtained, {}{at}", not_obtained(reason)));
    }
}

/// Why a glass does not exist, as the end of a sentence.
fn not_obtained(reason: &str) -> String {
    match reason {
        "cannot-void" => "because the patient could not pass urine".to_owned(),
        "missed-cup" => "because the cup was missed".to_owned(),
        "declined" => "because the patient declined".to_owned(),
        "stopped" => "because the procedure was stopped".to_owned(),
        "left" => "because the patient left".to_owned(),
        "spilled" => "because it was spilled".to_owned(),
        "dry" => "because no secretion came".to_owned(),
        "safety-stop" => "because the procedure was stopped for safety".to_owned(),
        typed => format!("for this reason: {}", bare(&spoken(typed))),
    }
}

/// Why a glass was thrown away, as the end of a sentence.
fn discarded(reason: &str) -> String {
    match reason {
        "broken" => "because the tube broke".to_owned(),
        "spilled" => "because it was spilled".to_owned(),
        "contaminated" => "because it was contaminated".to_owned(),
        "wrong tube" | "wrong-tube" => "because it was the wrong tube".to_owned(),
        typed => because(typed),
    }
}

/// How much there was and how it looked.
fn seen(amount: Option<&String>, appearance: Option<&String>) -> String {
    [amount, appearance].into_iter().flatten().map(|word| spoken(word)).collect::<Vec<_>>().join(", ")
}

/// The same for the list of fields.
fn field(glass: &GlassFacts, day_of: Moment) -> String {
    match &glass.end {
        GlassEnd::Collected { at, amount, appearance, .. } => {
            let seen = seen(amount.as_ref(), appearance.as_ref());
            let at = clock(*at, day_of);
            if seen.is_empty() { at } else { format!("{at}: {seen}") }
        }
        GlassEnd::NotObtained { reason, .. } => format!("not obtained, {}", not_obtained(reason)),
        GlassEnd::Discarded { reason, .. } => format!("discarded, {}", discarded(reason)),
        GlassEnd::Open => "nothing recorded".to_owned(),
    }
}

fn say_glass(note: &mut Writing, glass: &GlassFacts, day_of: Moment, act_end: Option<(Moment, &str)>) {
    let code = glass.role.code();
    match &glass.end {
        GlassEnd::Collected { at, amount, appearance, how, accession, label_verified } => {
            let follows = glass.role.is_urine_after_massage() || glass.role == SpecimenRole::Pdu;
            let after = act_end
                .filter(|(end, _)| follows && end <= at)
                .map(|(end, act)| format!(", {} after the end of {act}", span(at.since(end).num_seconds())));
            let seen = seen(amount.as_ref(), appearance.as_ref());
            let seen = if seen.is_empty() { seen } else { format!(" ({seen})") };
            note.say(format!("{code}{seen} was collected at {}{}", clock(*at, day_of), after.unwrap_or_default()));
            if let Some(how) = how {
                note.say(spoken(how));
            }
            let label = if *label_verified { "its label was verified" } else { "its label was not verified" };
            match accession {
                Some(number) => note.say(format!("it has the accession number {number}, and {label}")),
                None => note.say(format!("it has no accession number, and {label}")),
            }
        }
        GlassEnd::NotObtained { .. } => say_missing(note, code, "was", glass, day_of),
        GlassEnd::Discarded { at, reason } => {
            note.say(format!(
                "{code} was collected, and was discarded at {} {}",
                clock(*at, day_of),
                discarded(reason)
            ));
        }
        GlassEnd::Open => note.say(format!("nothing was recorded of {code}")),
    }
    for flag in &glass.flags {
        note.say(flag);
    }
}
