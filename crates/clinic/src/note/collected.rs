//! What was collected, in a note: the massage, and each glass with its end.

use super::facts::{GlassEnd, GlassFacts, MassageFacts, NoteFacts};
use super::phrase::{Writing, clock, span, spoken};
use super::{Section, SectionKind};
use crate::Moment;
use crate::procedure::Act;

pub(super) fn massage(facts: &NoteFacts) -> Section {
    let mut note = Writing::begin(SectionKind::Massage);
    match &facts.massage {
        Some(massage) if facts.kind.act_on_gland() == Some(Act::PostDreStrokes) => {
            say_strokes(&mut note, massage, facts.came_at);
        }
        Some(massage) => say_massage(&mut note, massage, facts.came_at),
        None => match facts.kind.act_on_gland() {
            Some(Act::Massage) => {
                note.say("the prostate was not massaged");
                note.field("Massage", "not done");
            }
            Some(_) => {
                note.say("the prostate was not stroked");
                note.field("Strokes", "not done");
            }
            None => {}
        },
    }
    note.finish()
}

/// The few strokes before a post-DRE urine, which are not a massage: how many on either side, and when.
fn say_strokes(note: &mut Writing, strokes: &MassageFacts, day_of: Moment) {
    let at = clock(strokes.started, day_of);
    if let Some((right, left)) = strokes.strokes {
        let sides = format!("{right} times on the right and {left} times on the left");
        note.say(format!("at {at} the prostate was stroked {sides}, without a massage"));
        note.field("Strokes", format!("{at}, R {right}, L {left}"));
    } else {
        note.say(format!("the strokes of the prostate began at {at}; they were not counted"));
        note.field("Strokes", format!("{at}, not counted"));
    }
    if let Some(why) = &strokes.strokes_why {
        note.say(format!("this is not as many as the kit asks for: {why}"));
    }
    if let Some(reason) = &strokes.broken_off {
        note.say(format!("it was broken off: {}", spoken(reason)));
        note.field("Broken off", spoken(reason));
    }
}

fn say_massage(note: &mut Writing, massage: &MassageFacts, day_of: Moment) {
    let began = clock(massage.started, day_of);
    if let Some(stopped) = massage.stopped.filter(|_| massage.told) {
        let stopped = clock(stopped, day_of);
        note.say(format!("the prostate was massaged from {began} to {stopped}, as was recorded afterwards"));
        note.field("Massage", format!("{began} to {stopped}, recorded afterwards"));
    } else if let Some(stopped) = massage.stopped {
        let lasted = span(stopped.since(massage.started).num_seconds());
        note.say(format!("the prostate was massaged from {began} to {}, for {lasted}", clock(stopped, day_of)));
        note.field("Massage", format!("{began}, {lasted}"));
    } else {
        note.say(format!(
            "the massage of the prostate began at {began}; its end was not observed, so how long it took is not known"
        ));
        note.field("Massage", format!("{began}, duration not known"));
    }
    match massage.strokes {
        Some((right, left)) => {
            note.say(format!("{right} strokes were counted on the right and {left} on the left"));
            note.field("Strokes", format!("R {right}, L {left}"));
        }
        None => note.say("strokes were not counted"),
    }
    if let Some(reason) = &massage.long_because {
        note.say(format!("it took longer than planned: {reason}"));
    }
    if let Some(reason) = &massage.broken_off {
        note.say(format!("it was broken off: {}", spoken(reason)));
        note.field("Broken off", spoken(reason));
    }
}

pub(super) fn specimens(facts: &NoteFacts) -> Section {
    let mut note = Writing::begin(SectionKind::Specimens);
    let massage_end = facts.massage.as_ref().and_then(|massage| massage.stopped);
    for glass in &facts.glasses {
        say_glass(&mut note, glass, facts.came_at, massage_end);
        note.pause();
    }
    for test in &facts.room_tests {
        note.say(test);
        note.field("In the room", test);
    }
    note.finish()
}

fn say_glass(note: &mut Writing, glass: &GlassFacts, day_of: Moment, massage_end: Option<Moment>) {
    let code = glass.role.code();
    match &glass.end {
        GlassEnd::Collected { at, amount, appearance, how, accession, label_verified } => {
            let after = massage_end
                .filter(|end| glass.role.is_urine_after_massage() && end <= at)
                .map(|end| format!(", {} after the end of the massage", span(at.since(end).num_seconds())));
            let what: Vec<String> = [amount, appearance].into_iter().flatten().map(|word| spoken(word)).collect();
            let what = if what.is_empty() { String::new() } else { format!(": {}", what.join(", ")) };
            let time = clock(*at, day_of);
            note.say(format!("{code} was collected at {time}{}{what}", after.unwrap_or_default()));
            if let Some(how) = how {
                note.say(spoken(how));
            }
            let label = if *label_verified { "its label was verified" } else { "its label was not verified" };
            match accession {
                Some(number) => note.say(format!("accession {number}; {label}")),
                None => note.say("it has no accession number"),
            }
            note.field(code, format!("{time}{what}"));
        }
        GlassEnd::NotObtained { reason, at } => {
            let at = at.map_or_else(String::new, |at| format!(" ({})", clock(at, day_of)));
            note.say(format!("{code} was not obtained{at}: {}", spoken(reason)));
            note.field(code, format!("not obtained: {}", spoken(reason)));
        }
        GlassEnd::Discarded { at, reason } => {
            note.say(format!("{code} was collected and discarded at {}: {}", clock(*at, day_of), spoken(reason)));
            note.field(code, format!("discarded: {}", spoken(reason)));
        }
        GlassEnd::Open => {
            note.say(format!("{code}: nothing was recorded"));
            note.field(code, "nothing recorded");
        }
    }
    for flag in &glass.flags {
        note.say(flag);
    }
}
