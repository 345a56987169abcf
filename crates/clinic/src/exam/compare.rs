//! Two examinations side by side: what is new, larger, the same, smaller, or no longer felt.

use super::findings::StatedFindings;
use super::nodule::{Change, Nodule};
use std::cmp::Ordering;

/// What has changed from `last` to `now`, each in one sentence; nodules are the same where they share a sector.
#[must_use]
pub fn compare(last: &StatedFindings, now: &StatedFindings) -> Vec<String> {
    let mut said = Vec::new();
    if let (Some(before), Some(size)) = (last.size_ml, now.size_ml) {
        said.push(match size.cmp(&before) {
            Ordering::Equal => format!("Size the same, {size} mL."),
            Ordering::Greater => format!("Size larger, {size} mL after {before} mL."),
            Ordering::Less => format!("Size smaller, {size} mL after {before} mL."),
        });
    }
    for nodule in &now.nodules {
        said.push(match last.nodules.iter().find(|before| overlap(before, nodule)) {
            None => format!("Nodule {}: new, {} mm.", place(nodule), nodule.diameter_mm),
            Some(before) => format!(
                "Nodule {}: {}, {} mm after {} mm.",
                place(nodule),
                change(before, nodule),
                nodule.diameter_mm,
                before.diameter_mm
            ),
        });
    }
    for before in last.nodules.iter().filter(|before| !now.nodules.iter().any(|nodule| overlap(before, nodule))) {
        said.push(format!("Nodule {} of {} mm: not stated now.", place(before), before.diameter_mm));
    }
    said
}

fn overlap(one: &Nodule, other: &Nodule) -> bool {
    one.sectors.iter().any(|sector| other.sectors.contains(sector))
}

fn change(before: &Nodule, now: &Nodule) -> Change {
    match now.diameter_mm.cmp(&before.diameter_mm) {
        Ordering::Equal => Change::Same,
        Ordering::Greater => Change::Larger,
        Ordering::Less => Change::Smaller,
    }
}

fn place(nodule: &Nodule) -> String {
    nodule.sectors.iter().map(|sector| sector.title()).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exam::{Firmness, NoduleMargin, Sector, Suspicion};

    fn gland(size: u16, nodules: &[(Sector, u16)]) -> StatedFindings {
        let nodule = |(sector, diameter_mm): &(Sector, u16)| Nodule {
            sectors: vec![*sector],
            diameter_mm: *diameter_mm,
            firmness: Firmness::Firm,
            margin: NoduleMargin::Smooth,
            tender: false,
            crosses_midline: false,
            suspicious: Suspicion::No,
            change: Change::Unknown,
        };
        StatedFindings {
            size_ml: Some(size),
            nodules: nodules.iter().map(nodule).collect(),
            ..StatedFindings::default()
        }
    }

    #[test]
    fn a_nodule_is_found_again_where_it_lay() {
        let [mid, apex, base] = [Sector::RightMidLateral, Sector::LeftApexMedial, Sector::LeftBaseLateral];
        let last = gland(40, &[(mid, 8), (apex, 5)]);
        let now = gland(45, &[(mid, 12), (base, 6)]);
        assert_eq!(
            compare(&last, &now),
            [
                "Size larger, 45 mL after 40 mL.",
                "Nodule right middle, lateral: larger, 12 mm after 8 mm.",
                "Nodule left base, lateral: new, 6 mm.",
                "Nodule left apex, medial of 5 mm: not stated now.",
            ]
        );
        assert_eq!(compare(&last, &last)[1], "Nodule right middle, lateral: same, 8 mm after 8 mm.");
    }
}
