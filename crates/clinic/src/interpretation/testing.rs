//! Sets told in words, for tests: `lasting; vb1 no growth <10; vb2 no growth, wbc 2; eps E. coli 1e5 + CoNS 200, wbc 12`.

use super::*;
use crate::procedure::ProcedureKind;
use crate::result::{Culture, GlassReport, Isolate, LeukocyteMethod, Organism, ReceivedCount, ReceivedLeukocytes};
use crate::specimen::SpecimenRole;

fn quiet() -> Circumstances {
    Circumstances { acute: false, symptoms: Symptoms::Lasting, antibiotic_7d: Some(false), late: Vec::new() }
}

fn leukocytes(words: &str) -> ReceivedLeukocytes {
    let (text, method) = words.split_once(' ').unwrap_or((words, "wet-mount"));
    ReceivedLeukocytes {
        text: text.to_owned(),
        method: method.parse::<LeukocyteMethod>().unwrap(),
        magnification: None,
    }
}

fn glass(words: &str) -> Glass {
    let mut glass = Glass { report: GlassReport::default(), flags: Vec::new() };
    for part in words.split(',').map(str::trim) {
        if let Ok(flag) = part.parse() {
            glass.flags.push(flag);
        } else if let Some(words) = part.strip_prefix("wbc ") {
            glass.report.leukocytes = Some(leukocytes(words));
        } else if part.starts_with("no growth") {
            glass.report.culture = Culture::NoGrowth { received: ReceivedCount::new(part, "cfu/mL") };
        } else if part != "none" {
            let isolate = |words: &str| {
                let (name, count) = words.trim().rsplit_once(' ').unwrap();
                Isolate { organism: Organism::named(name).unwrap(), count: ReceivedCount::new(count, "cfu/mL") }
            };
            glass.report.culture = Culture::Growth { isolates: part.split('+').map(isolate).collect() };
        }
    }
    glass
}

/// The circumstances, and each glass by its name.
fn told(story: &str) -> (Circumstances, impl Fn(&str) -> Glass) {
    let (mut circumstances, mut glasses) = (quiet(), Vec::new());
    for part in story.split(';').map(str::trim) {
        match part {
            "acute" => circumstances.acute = true,
            "antibiotic" => circumstances.antibiotic_7d = Some(true),
            "unasked" => circumstances.antibiotic_7d = None,
            "late" => circumstances.late.push(crate::collection::Timer::MassageToUrine),
            part => {
                if let Ok(symptoms) = part.parse() {
                    circumstances.symptoms = symptoms;
                } else {
                    let (name, words) = part.split_once(' ').unwrap();
                    glasses.push((name.to_owned(), glass(words)));
                }
            }
        }
    }
    let find = move |name: &str| {
        glasses.iter().find(|(told, _)| told == name).map_or_else(Glass::default, |(_, glass)| glass.clone())
    };
    (circumstances, find)
}

pub(super) fn four(story: &str) -> FourGlass {
    let (circumstances, glass) = told(story);
    FourGlass { circumstances, vb1: glass("vb1"), vb2: glass("vb2"), eps: glass("eps"), vb3: glass("vb3") }
}

/// The results of a set of this kind; only the glasses that are told are reported.
pub(crate) fn set(kind: ProcedureKind, story: &str) -> SetResults {
    let (circumstances, glass) = told(story);
    let glasses =
        SpecimenRole::planned_for(kind).iter().map(|role| SetGlass { role: *role, glass: glass(role.as_str()) });
    SetResults { kind, circumstances, glasses: glasses.filter(|one| one.glass != Glass::default()).collect() }
}

fn marks(suggestion: &Suggestion) -> String {
    suggestion.provisional.iter().flat_map(|mark| [" ", &mark.id]).collect()
}

/// The row of the four-glass table, and the marks that make it provisional.
pub(super) fn check_four(story: &str, expect: &str) {
    let found = four(story).suggest();
    assert_eq!(format!("{}{}", found.row, marks(&found)), expect, "{story}: {found:#?}");
}

/// The row of the two-glass table with its category, and the marks that make it provisional.
pub(super) fn check_two(story: &str, expect: &str) {
    let (circumstances, glass) = told(story);
    let found = TwoGlass { circumstances, pre_m: glass("pre"), post_m: glass("post") }.suggest();
    assert_eq!(format!("{} {}{}", found.row, found.category, marks(&found)), expect, "{story}: {found:#?}");
}
