//! The clinical T category that a finger suspects: a suggestion from the map, and only the examiner's word counts.
//!
//! AJCC 8, by touch alone and never from an image. Before a diagnosis of tissue it is “suspected”; the letters of T1
//! belong to pathology and are never derived.

use super::findings::StatedFindings;
use super::induration::Extent;
use super::nodule::Nodule;
use super::sector::Sector;
use super::vocabulary::{Mobility, Reached, SeminalVesicles};
use crate::words::words;
use serde::Serialize;
use std::collections::BTreeSet;

words! {
    /// A clinical T category.
    pub enum ClinicalT {
        /// Cannot be assessed.
        Tx = "TX",
        /// Impalpable.
        T1 = "T1",
        /// Palpable, half of one side or less.
        T2a = "T2a",
        /// More than half of one side.
        T2b = "T2b",
        /// Both sides.
        T2c = "T2c",
        /// Outside the capsule.
        T3a = "T3a",
        /// Into a seminal vesicle.
        T3b = "T3b",
        /// Fixed, or into what lies beside the gland.
        T4 = "T4",
    }
}

/// What the map suggests, and from what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct CategorySuggestion {
    /// The category.
    pub category: ClinicalT,
    /// From what, in words.
    pub because: String,
    /// The examiner must look again before it is called so.
    pub question: bool,
}

/// The category that these findings suggest; none when nothing suspicious was felt and no cancer is known.
#[must_use]
pub fn suggest(findings: &StatedFindings, cancer_known: bool) -> Option<CategorySuggestion> {
    let suspected: BTreeSet<Sector> = findings
        .nodules
        .iter()
        .filter(|nodule| Nodule::raises_suspicion(nodule))
        .flat_map(|nodule| &nodule.sectors)
        .chain(findings.indurations.iter().flat_map(|area| &area.sectors))
        .copied()
        .collect();
    let right = suspected.iter().filter(|sector| sector.is_right()).count();
    let left = suspected.len() - right;
    let large = findings.indurations.iter().any(|area| area.extent == Extent::More);
    let found = |category, because: String| Some(CategorySuggestion { category, because, question: false });
    let asked =
        |category, because: &str| Some(CategorySuggestion { category, because: because.to_owned(), question: true });
    if findings.reached == Some(Reached::NotPalpable) {
        return cancer_known.then(|| CategorySuggestion {
            category: ClinicalT::Tx,
            because: "the gland was not palpable".to_owned(),
            question: false,
        });
    }
    if findings.mobility == Some(Mobility::Fixed) {
        return asked(ClinicalT::T4, "the gland is fixed");
    }
    if findings.seminal_vesicles == Some(SeminalVesicles::Indurated) {
        return asked(ClinicalT::T3b, "a seminal vesicle is indurated");
    }
    match (right, left) {
        (0, 0) if cancer_known => found(ClinicalT::T1, "nothing suspicious is palpable".to_owned()),
        (0, 0) => None,
        (0, many) | (many, 0) => {
            let side = if left == 0 { "right" } else { "left" };
            let sectors = if many == 1 { "1 sector" } else { &format!("{many} of 6 sectors") };
            if large && many <= 3 {
                found(ClinicalT::T2b, format!("more than half of the {side} lobe is indurated"))
            } else {
                let category = if many <= 3 { ClinicalT::T2a } else { ClinicalT::T2b };
                found(category, format!("{sectors} on the {side}"))
            }
        }
        (right, left) => {
            found(ClinicalT::T2c, format!("both sides, {right} of 6 sectors on the right and {left} on the left"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exam::Induration;

    fn check(findings: &StatedFindings, cancer_known: bool, expect: &str) {
        let said = suggest(findings, cancer_known).map_or_else(String::new, |suggested| {
            let question = if suggested.question { "?" } else { "" };
            format!("{}{question}: {}", suggested.category, suggested.because)
        });
        assert_eq!(said, expect);
    }

    fn area(sectors: &[Sector], extent: Extent) -> StatedFindings {
        let indurations = vec![Induration { sectors: sectors.to_vec(), extent }];
        StatedFindings { indurations, ..StatedFindings::default() }
    }

    #[test]
    fn the_map_counts_sides_and_sectors_and_asks_where_it_cannot_know() {
        let right: Vec<Sector> = Sector::ALL.iter().copied().filter(|sector| sector.is_right()).collect();
        let left = Sector::LeftBaseLateral;
        check(&StatedFindings::default(), false, "");
        check(&StatedFindings::default(), true, "T1: nothing suspicious is palpable");
        check(&area(&right[..1], Extent::Half), false, "T2a: 1 sector on the right");
        check(&area(&right[..3], Extent::Half), false, "T2a: 3 of 6 sectors on the right");
        check(&area(&right[..4], Extent::More), false, "T2b: 4 of 6 sectors on the right");
        check(&area(&[left], Extent::More), false, "T2b: more than half of the left lobe is indurated");
        check(
            &area(&[right[0], left], Extent::Half),
            false,
            "T2c: both sides, 1 of 6 sectors on the right and 1 on the left",
        );
        let vesicle = SeminalVesicles::Indurated;
        let beside = StatedFindings { seminal_vesicles: Some(vesicle), ..area(&right[..1], Extent::Half) };
        check(&beside, false, "T3b?: a seminal vesicle is indurated");
        check(&StatedFindings { mobility: Some(Mobility::Fixed), ..beside }, false, "T4?: the gland is fixed");
        let gone = StatedFindings { reached: Some(Reached::NotPalpable), ..StatedFindings::default() };
        check(&gone, true, "TX: the gland was not palpable");
        check(&gone, false, "");
    }
}
