//! Patients for the tests, told in a line: a well one, with what is different after semicolons.

use super::*;
use crate::Moment;
use crate::exam::{Consistency, Inspection, StatedGate, Tenderness};
use crate::patient::BirthDate;
use chrono::TimeDelta;

fn nine() -> Moment {
    "2026-11-20T09:00:00Z".parse().unwrap()
}

pub(super) fn now() -> Moment {
    "2026-11-20T09:30:00Z".parse().unwrap()
}

pub(super) fn nurse() -> crate::ids::StaffId {
    uuid::Uuid::from_u128(1).into()
}

/// A well patient at the time-out, everything asked and answered no, not yet examined.
pub(super) fn well() -> Picture {
    let mut picture = Picture::empty(now(), BirthDate::parse("1968-04-09").unwrap());
    picture.point = Point::TimeOut;
    for item in &checklist().items {
        let asked = matches!(item.kind, Kind::Symptom | Kind::YesNo | Kind::Date(_) | Kind::Hours(_))
            && item.asked_of != AskedOf::Inspection
            && item.applies_if.is_none()
            && item.group != Group::Dipstick;
        if asked {
            say(&mut picture, &item.id, Reply::Said(Said::No));
        }
    }
    picture.consent = ConsentFacts {
        given: Act::ALL.to_vec(),
        declined: vec![],
        capacity: Some(Capacity::Present),
        interpreter: Some(Interpreter::NotNeeded),
        chaperone: Some(ChaperoneStands::Settled),
        concurred: false,
    };
    picture.vitals = vec![VitalSigns {
        at: nine(),
        by: nurse(),
        temperature: Some(celsius("36.8")),
        pulse: Some(72),
        systolic: Some(125),
        diastolic: Some(80),
        breaths: None,
    }];
    picture
}

fn celsius(text: &str) -> Temperature {
    Temperature::parse(text, TemperatureUnit::Celsius).unwrap()
}

fn say(picture: &mut Picture, item: &str, reply: Reply) {
    assert!(super::item(item).is_some(), "{item} is not asked");
    picture.answers.insert(item.to_owned(), Standing { reply, at: nine(), by: nurse() });
}

/// The well patient with what the story changes.
pub(crate) fn picture(story: &str) -> Picture {
    let mut picture = well();
    for part in story.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let words: Vec<&str> = part.split_whitespace().collect();
        change(&mut picture, &words);
    }
    picture
}

fn change(picture: &mut Picture, words: &[&str]) {
    let number = |text: &str| text.parse().unwrap();
    match words {
        ["temperature", text, "earlier"] => {
            let earlier = picture.vitals[0];
            let at = nine().plus(TimeDelta::hours(-5));
            picture.vitals.push(VitalSigns { at, temperature: Some(celsius(text)), ..earlier });
        }
        ["temperature", text, "F"] => {
            picture.vitals[0].temperature = Some(Temperature::parse(text, TemperatureUnit::Fahrenheit).unwrap());
        }
        ["temperature", text] => picture.vitals[0].temperature = Some(celsius(text)),
        ["readings", one, two, minutes] => {
            let first = VitalSigns {
                at: nine().plus(TimeDelta::minutes(1)),
                temperature: Some(celsius(one)),
                ..picture.vitals[0]
            };
            let at = first.at.plus(TimeDelta::minutes(minutes.parse().unwrap()));
            picture.vitals = vec![first, VitalSigns { at, temperature: Some(celsius(two)), ..first }];
        }
        ["pulse", text] => picture.vitals[0].pulse = Some(number(text)),
        ["systolic", text] => picture.vitals[0].systolic = Some(number(text)),
        ["breaths", text] => picture.vitals[0].breaths = Some(number(text)),
        ["vitals", minutes, "minutes", "ago"] => {
            picture.vitals[0].at = now().plus(-TimeDelta::minutes(minutes.parse().unwrap()));
        }
        ["gate", tenderness, consistency, rest @ ..] => {
            let seen = match rest {
                ["fissure"] => Inspection::Fissure,
                ["scar"] => Inspection::Other,
                _ => Inspection::Clear,
            };
            let stated = StatedGate {
                inspection: vec![seen],
                inspection_text: (seen == Inspection::Other).then(|| "a scar".to_owned()),
                tenderness: Some(tenderness.parse::<Tenderness>().unwrap()),
                consistency: Some(consistency.parse::<Consistency>().unwrap()),
                warmth: Some(rest.contains(&"warm")),
                fluctuance: Some(rest.contains(&"fluctuance")),
                ..StatedGate::default()
            };
            picture.examined = Some(Examined { gate: stated.close(nurse(), now()).unwrap(), findings: None });
        }
        ["latex-free", "clinic"] => picture.latex_free = true,
        ["turned", "tender"] => picture.became_tender = Some(now()),
        ["consent", "none"] => picture.consent.given = vec![],
        ["consent", "dre"] => picture.consent.given = vec![Act::Dre],
        ["consent", "declined"] => picture.consent.declined = picture.consent.given.drain(..).collect(),
        ["chaperone", "unavailable"] => picture.consent.chaperone = Some(ChaperoneStands::Unavailable),
        ["chaperone", "not-offered"] => picture.consent.chaperone = Some(ChaperoneStands::NotOffered),
        ["interpreter", "missing"] => picture.consent.interpreter = Some(Interpreter::Missing),
        ["capacity", "lacking"] => picture.consent.capacity = Some(Capacity::Lacking),
        ["for", kind] => picture.kind = Some(kind.parse().unwrap()),
        [item, "on", day] => say(picture, item, Reply::Dated(day.parse().unwrap())),
        ["at", point] => picture.point = point.parse().unwrap(),
        ["born", date] => picture.birth = BirthDate::parse(date).unwrap(),
        ["override", id] => picture.overrides.push(Override {
            id: (*id).to_owned(),
            act: Act::Massage,
            reason: OverrideReason::BenefitOutweighs,
            text: None,
            patient_told: true,
            by: nurse(),
            at: now(),
        }),
        [item, "yesterday"] => picture.answers.get_mut(*item).unwrap().at = nine().plus(TimeDelta::days(-1)),
        [item, "last-month"] => picture.answers.get_mut(*item).unwrap().at = nine().plus(TimeDelta::days(-31)),
        [item, "unasked"] => drop(picture.answers.remove(*item).unwrap()),
        [item, value, unit] => {
            let reply = Reply::Measured { value: value.parse().unwrap(), unit: unit.parse().unwrap() };
            say(picture, item, reply);
        }
        [item, word] => {
            let said = match *word {
                "new" => Said::NewOrWorse,
                "none" => Said::NoReasonToMeasure,
                "unknown" => Said::NotKnown,
                "mitigated" => Said::YesMitigated,
                word => match word.parse::<f64>() {
                    Ok(value) => {
                        let unit = if *item == "inr" { Unit::Ratio } else { Unit::GigaPerLitre };
                        return say(picture, item, Reply::Measured { value, unit });
                    }
                    Err(_) => word.parse().unwrap(),
                },
            };
            say(picture, item, Reply::Said(said));
        }
        other => panic!("{other:?} tells nothing"),
    }
}

/// How one rule weighs on the three acts: `dre R, mas A, pdu A`, or `silent`.
pub(super) fn check(rule: &str, story: &str, expect: &str) {
    let picture = picture(story);
    let weight = |act: &Act| {
        let fired = super::rules::fired(&picture, *act).into_iter().find(|fired| fired.id == rule)?;
        let letter = fired.severity.as_str()[..1].to_uppercase();
        assert!(!fired.evidence.is_empty(), "{rule} fired without evidence");
        Some(format!("{act} {letter}"))
    };
    let weights: Vec<String> = Act::ALL.iter().filter_map(weight).collect();
    let found = if weights.is_empty() { "silent".to_owned() } else { weights.join(", ") };
    assert_eq!(found, expect, "{rule}: {story}");
}

/// The verdict on one act in one word.
pub(super) fn check_word(story: &str, act: Act, expect: &str) {
    let verdicts = judge(&picture(story));
    let verdict = verdicts.on(act).unwrap();
    assert_eq!(verdict.word.as_str(), expect, "{story}: {verdict:#?}");
    let goes = matches!(verdict.word, VerdictWord::Clear | VerdictWord::ProceedWithNotes);
    assert_eq!(verdicts.cleared(act).is_some(), goes);
}

/// What is still missing for the massage, by name.
pub(super) fn check_missing(story: &str, expect: &str) {
    let verdicts = judge(&picture(story));
    let missing: Vec<&str> =
        verdicts.on(Act::Massage).unwrap().missing.iter().map(|missing| missing.id.as_str()).collect();
    assert_eq!(missing.join(" "), expect, "{story}");
}
