//! Results of the fictional cast: a localised uropathogen, and a report that can hardly be read.

use super::*;
use crate::consent::tests::identity;
use crate::label::tests::now;
use crate::requisition::tests::letterhead;
use clinic::interpretation::{Circumstances, Glass, SetGlass, SetResults, Symptoms};
use clinic::procedure::ProcedureKind;
use clinic::result::{Culture, GlassReport, Isolate, LeukocyteMethod, Organism, ReceivedCount, ReceivedLeukocytes};

fn nothing(limit: &str, cells: &str) -> Glass {
    let received = ReceivedCount::new(&format!("no growth ({limit})"), "cfu/mL");
    glass(Culture::NoGrowth { received }, cells)
}

fn grew(found: &[(&str, &str)], cells: &str) -> Glass {
    let isolate = |(name, count): &(&str, &str)| Isolate {
        organism: Organism::named(name).unwrap(),
        count: ReceivedCount::new(count, "cfu/mL"),
    };
    glass(Culture::Growth { isolates: found.iter().map(isolate).collect() }, cells)
}

fn glass(culture: Culture, cells: &str) -> Glass {
    let seen =
        ReceivedLeukocytes { text: cells.to_owned(), method: LeukocyteMethod::WetMount, magnification: Some(400) };
    Glass { report: GlassReport { culture, leukocytes: Some(seen) }, flags: Vec::new() }
}

fn of(set: &SetResults) -> ResultPaper {
    ResultPaper {
        letterhead: letterhead(),
        patient: identity(),
        number: "U26-000123-0 P".to_owned(),
        version: 1,
        reason: None,
        chart: set.chart(),
        circumstances: vec![
            Fact::new("Symptoms", set.circumstances.symptoms.words()),
            Fact::new("Antibiotic within 7 days", "no"),
        ],
        suggestion: Some(set.suggest()),
        opinion: Some("Agrees: Dr Ada Okafor, 22 Nov 2026, 09:40".to_owned()),
        by: "Ines Marsh".to_owned(),
        at: now(),
    }
}

fn four(circumstances: Circumstances, glasses: [Glass; 4]) -> SetResults {
    let kind = ProcedureKind::FourGlass;
    let roles = clinic::specimen::SpecimenRole::FOUR_GLASS.into_iter();
    let glasses = roles.zip(glasses).map(|(role, glass)| SetGlass { role, glass }).collect();
    SetResults { kind, circumstances, glasses }
}

pub(crate) fn paper() -> ResultPaper {
    let circumstances =
        Circumstances { acute: false, symptoms: Symptoms::Lasting, antibiotic_7d: Some(false), late: Vec::new() };
    of(&four(
        circumstances,
        [
            nothing("<10^2", "2"),
            nothing("<10^2", "0-2"),
            grew(&[("E. coli", ">100,000"), ("CoNS", "200")], "24"),
            grew(&[("E. coli", "5 x 10^3")], "12"),
        ],
    ))
}

/// Unread values, several organisms, and every mark at once.
pub(crate) fn hard_to_read() -> ResultPaper {
    let late = vec!["massage-to-urine".parse().unwrap(), "culture-ambient".parse().unwrap()];
    let circumstances = Circumstances { acute: false, symptoms: Symptoms::NotKnown, antibiotic_7d: None, late };
    let set = four(
        circumstances,
        [
            Glass::default(),
            grew(&[("Candida albicans", "heavy growth")], "numerous"),
            Glass::default(),
            grew(&[("E. coli", "10E5"), ("Enterococcus faecalis", "<10^3"), ("Candida albicans", "10^4-10^5")], "5-10"),
        ],
    );
    ResultPaper {
        version: 2,
        reason: Some("The laboratory sent a corrected report".to_owned()),
        opinion: None,
        ..of(&set)
    }
}

#[test]
fn results_are_printed_whatever_was_reported() {
    for (paper, said) in [
        (paper(), ""),
        (
            hard_to_read(),
            "A suggestion of the program: no urologist has agreed to it.\nCorrected: The laboratory sent a corrected report",
        ),
    ] {
        assert_eq!(banner(&paper), said);
        let typeset = set_result(&paper).unwrap();
        assert!((1..=2).contains(&typeset.page_count()), "{}", typeset.page_count());
        assert_eq!(typeset.pdf().unwrap(), set_result(&paper).unwrap().pdf().unwrap());
    }
}

#[test]
fn a_two_glass_test_has_a_column_for_each_of_its_glasses() {
    let circumstances =
        Circumstances { acute: false, symptoms: Symptoms::Lasting, antibiotic_7d: Some(false), late: Vec::new() };
    let glass = |role: &str, glass| SetGlass { role: role.parse().unwrap(), glass };
    let glasses = vec![glass("pre-m", nothing("<10^2", "2")), glass("post-m", grew(&[("E. coli", "10^4")], "30"))];
    let set = SetResults { kind: ProcedureKind::TwoGlass, circumstances, glasses };
    assert_eq!(set_result(&of(&set)).unwrap().page_count(), 1);
}

#[test]
fn a_name_of_an_organism_is_never_markup() {
    let mut typed = paper();
    typed.chart.organisms[0].name = Some("#panic(\"no\") *bold* $x$".to_owned());
    assert!(set_result(&typed).is_ok());
}
