//! What was used on the finger, against the allergies that are recorded. It warns and never refuses: it has happened.

use super::findings::StatedFindings;
use super::vocabulary::{Glove, Lubricant};

/// What was used against an allergy, in words; `recorded` tells whether an item of the checklist was answered yes.
#[must_use]
pub fn against_allergies(findings: &StatedFindings, recorded: impl Fn(&str) -> bool) -> Vec<String> {
    let latex = findings.glove == Some(Glove::Latex) && recorded("latex-allergy");
    let numbing = findings.lubricant == Some(Lubricant::Lidocaine);
    let unnamed = matches!(findings.lubricant, Some(Lubricant::Plain | Lubricant::Lidocaine));
    let said = [
        (latex, "A latex allergy is recorded, and the gloves are of latex: change them, and watch the skin."),
        (
            numbing && recorded("lidocaine-allergy"),
            "An allergy to local anaesthetics is recorded, and the gel has lidocaine.",
        ),
        (
            unnamed && recorded("lubricant-allergy"),
            "A reaction to a lubricant is recorded: name the alternative that was used.",
        ),
    ];
    said.into_iter().filter(|(holds, _)| *holds).map(|(_, words)| words.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_used_is_held_against_the_allergies() {
        let check = |glove, lubricant, item: &str, expect: usize| {
            let findings = StatedFindings { glove, lubricant, ..StatedFindings::default() };
            assert_eq!(
                against_allergies(&findings, |asked| asked == item).len(),
                expect,
                "{glove:?} {lubricant:?} {item}"
            );
        };
        check(Some(Glove::Latex), None, "latex-allergy", 1);
        check(Some(Glove::Nitrile), None, "latex-allergy", 0);
        check(Some(Glove::Latex), None, "lidocaine-allergy", 0);
        check(None, Some(Lubricant::Lidocaine), "lidocaine-allergy", 1);
        check(None, Some(Lubricant::Plain), "lidocaine-allergy", 0);
        check(None, Some(Lubricant::Plain), "lubricant-allergy", 1);
        check(None, Some(Lubricant::Other), "lubricant-allergy", 0);
    }
}
