//! The combined rules: one file for each condition, one row of content for its weight and words.

mod c01_suspected_prostatitis;
mod c02_tender_gland;
mod c02b_boggy_or_warm;
mod c03_fluctuance;
mod c04_possible_sepsis;
mod c05_febrile_uti;
mod c06_masked_fever;
mod c07_low_grade_risk;
mod c08_bleeding_stack;
mod c09_post_biopsy_sepsis;
mod c10_sci_no_baseline;
mod c11_retention_pain;
mod c12_bacteriuria_risk;
mod c13_not_localisable;
mod c14_psa_order;
pub(super) mod c15_unknown_absolute;
mod c16_prostatitis_without_fever;
mod dipstick_with_symptoms;
mod fever_48h;

use super::content::{self, Severity};
use super::evidence::Evidence;
use super::picture::Picture;
use super::verdict::{Fired, FiredStands};
use crate::procedure::Act;

pub(super) use c04_possible_sepsis::suspected_infection;

/// A condition: the facts that fulfil it, or nothing.
type Condition = fn(&Picture) -> Option<Evidence>;

/// Every combined rule by the id of its row, the most urgent first.
const RULES: &[(&str, Condition)] = &[
    ("C04", c04_possible_sepsis::fires),
    ("C04-one", c04_possible_sepsis::one_sign),
    ("C01", c01_suspected_prostatitis::fires),
    ("C02", c02_tender_gland::fires),
    ("C02-strokes", c02_tender_gland::under_the_strokes),
    ("C02b", c02b_boggy_or_warm::fires),
    ("C03", c03_fluctuance::fires),
    ("C05", c05_febrile_uti::fires),
    ("C16", c16_prostatitis_without_fever::fires),
    ("C09", c09_post_biopsy_sepsis::fires),
    ("C10", c10_sci_no_baseline::fires),
    ("C11", c11_retention_pain::fires),
    ("C12", c12_bacteriuria_risk::fires),
    ("C08", c08_bleeding_stack::fires),
    ("C06", c06_masked_fever::fires),
    ("C07", c07_low_grade_risk::fires),
    ("C13", c13_not_localisable::fires),
    ("C14", c14_psa_order::fires),
    ("acute-uti-dipstick", dipstick_with_symptoms::fires),
    ("fever-48h", fever_48h::alone),
    ("fever-48h-symptoms", fever_48h::with_symptoms),
];

/// Every combined rule that fires on `act`.
pub(super) fn fired(picture: &Picture, act: Act) -> Vec<Fired> {
    weighed(picture, act, Severity::Note).map(|(row, evidence)| fire(picture, row, act, evidence)).collect()
}

/// The rows that weigh at least so much on `act` and whose condition holds, each with its facts.
fn weighed(
    picture: &Picture,
    act: Act,
    least: Severity,
) -> impl Iterator<Item = (&'static content::RuleRow, Evidence)> {
    RULES.iter().filter_map(move |(id, condition)| {
        let row = content::rule(id).filter(|row| row.on(act) >= least)?;
        condition(picture).map(|evidence| (row, evidence))
    })
}

fn fire(picture: &Picture, row: &content::RuleRow, act: Act, evidence: Evidence) -> Fired {
    let severity = row.on(act);
    let overridden = severity == Severity::Relative && picture.overrides.iter().any(|o| o.id == row.id && o.act == act);
    let mut evidence: Vec<String> = evidence.into_iter().map(|fact| fact.text).collect();
    evidence.dedup();
    Fired {
        id: row.id.clone(),
        title: row.title.clone(),
        severity,
        stands: if overridden { FiredStands::Overridden } else { FiredStands::Stands },
        reason: row.reason.clone(),
        evidence,
        todo: row.todo.clone(),
        mitigation: None,
        text_required: row.text_required,
        passes: row.passes,
        source: row.source.clone(),
    }
}

/// New or worse urinary or pelvic symptoms, one or more.
fn new_symptoms(picture: &Picture) -> Option<Evidence> {
    super::evidence::any(each_new_symptom(picture))
}

fn each_new_symptom(picture: &Picture) -> [Option<Evidence>; 4] {
    [
        picture.new_or_worse("burning"),
        picture.new_or_worse("frequency-urgency"),
        picture.new_or_worse("pain"),
        picture.new_or_worse("slow-stream"),
    ]
}

/// A temperature of 38.0 °C or more, or shaking chills.
fn fever_or_chills(picture: &Picture) -> Option<Evidence> {
    super::evidence::any([picture.temperature_at_least(content::limits().fever_degc), picture.present("rigors-24h")])
}

/// A finding of the gate as a fact.
fn felt(picture: &Picture, holds: impl Fn(&crate::exam::Gate) -> bool, text: &str) -> Option<Evidence> {
    let gate = picture.examined.as_ref().map(|examined| &examined.gate)?;
    let fact = || super::evidence::Fact {
        id: "gate",
        text: format!("{text}, felt at {}", gate.at.local().format("%H:%M")),
        known: true,
    };
    holds(gate).then(|| vec![fact()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screening::judge;
    use crate::screening::testing::{check_word, picture};

    #[test]
    fn every_condition_has_its_row_and_every_row_its_condition() {
        let conditions: Vec<_> = RULES.iter().map(|(id, _)| *id).collect();
        let rows: Vec<_> = content::rule_book().rules.iter().map(|row| row.id.as_str()).collect();
        assert_eq!(conditions, rows);
    }

    #[test]
    fn a_rule_is_overridden_by_its_own_name_for_its_own_act() {
        check_word("gate none boggy", Act::Massage, "needs-override");
        check_word("gate none boggy; override C02b", Act::Massage, "proceed-with-notes");
        check_word("gate none boggy; override C02b", Act::PostDreStrokes, "needs-override");
        check_word("gate none boggy; override C06", Act::Massage, "needs-override");
        check_word("gate severe boggy; override C02", Act::Massage, "blocked");
        let overridden = judge(&picture("gate none boggy; override C02b"));
        let stands = |act| overridden.on(act).unwrap().fired[0].stands;
        assert_eq!((stands(Act::Massage), stands(Act::PostDreStrokes)), (FiredStands::Overridden, FiredStands::Stands));
        let absolute = judge(&picture("gate severe boggy; override C02"));
        assert_eq!(absolute.on(Act::Massage).unwrap().fired[0].stands, FiredStands::Stands);
    }
}
