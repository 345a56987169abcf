//! The findings as the urologist states them: what is bundled, what is refused.

use super::*;
use crate::exam::gate::Gate;
use crate::exam::{
    Change, ExamRefused, Extent, Firmness, Induration, Inspection, Nodule, NoduleMargin, Sector, StatedGate, Suspicion,
    Tenderness,
};

fn gate(tenderness: Tenderness) -> Gate {
    let clear = StatedGate::none_of_the_stop_findings();
    let gate = clear.close(uuid::Uuid::from_u128(1).into(), "2026-11-20T10:00:00Z".parse().unwrap()).unwrap();
    Gate { tenderness, bundled: false, ..gate }
}

fn check(stated: StatedFindings, tenderness: Tenderness, expect: &str) {
    let found = match stated.close(&gate(tenderness), false) {
        Ok(findings) => format!("{} mL, {} bundled", findings.size_ml.unwrap_or_default(), findings.bundled.len()),
        Err(refused) => refused.iter().map(|why| format!("{}: {why}", why.field())).collect::<Vec<_>>().join("\n"),
    };
    assert_eq!(found, expect);
}

fn normal() -> StatedFindings {
    StatedFindings { size_ml: Some(35), unstated_normal: true, ..StatedFindings::default() }
}

fn hard_nodule() -> Nodule {
    Nodule {
        sectors: vec![Sector::LeftApexMedial],
        diameter_mm: 9,
        firmness: Firmness::Hard,
        margin: NoduleMargin::Irregular,
        tender: false,
        crosses_midline: false,
        suspicious: Suspicion::Yes,
        change: Change::New,
    }
}

#[test]
fn a_normal_gland_is_a_size_and_one_press() {
    check(normal(), Tenderness::None, "35 mL, 12 bundled");
    let stated = StatedFindings { sulcus: Some(Sulcus::Shallow), ..normal() };
    check(stated, Tenderness::None, "35 mL, 11 bundled");
}

#[test]
fn nothing_is_normal_unless_somebody_says_so() {
    let stated = StatedFindings { size_ml: Some(35), other_sectors_normal: true, ..StatedFindings::default() };
    let refused = stated.close(&gate(Tenderness::None), false).unwrap_err();
    assert_eq!(refused.len(), 12, "{refused:?}");
    check(
        StatedFindings { size_ml: None, ..normal() },
        Tenderness::None,
        "sizeMl: state the size as felt, 5 to 300 mL, in mL or in g",
    );
    check(
        StatedFindings { size_ml: Some(301), ..normal() },
        Tenderness::None,
        "sizeMl: state the size as felt, 5 to 300 mL, in mL or in g",
    );
}

#[test]
fn a_tender_gland_is_tender_somewhere() {
    check(normal(), Tenderness::Mild, "tenderSide: say where the gland is tender");
    check(StatedFindings { tender_side: Some(Side::Left), ..normal() }, Tenderness::Mild, "35 mL, 12 bundled");
    check(
        StatedFindings { tender_side: Some(Side::Left), pain_nrs: Some(11), ..normal() },
        Tenderness::None,
        "tenderSide: the gate says that the gland is not tender; take the side back or correct the gate\npainNrs: pain is a number from 0 to 10",
    );
}

#[test]
fn a_nodule_is_never_called_normal() {
    let stated = StatedFindings { nodules: vec![hard_nodule()], ..normal() };
    check(
        stated.clone(),
        Tenderness::None,
        "impression: the summary says normal, but something abnormal is recorded; choose another summary",
    );
    let suspicious = StatedFindings { impression: Some(Impression::Suspicious), ..stated };
    check(suspicious.clone(), Tenderness::None, "rationale: write what makes it suspicious");
    let rationale = Some("A hard nodule at the left apex".to_owned());
    check(StatedFindings { rationale, ..suspicious }, Tenderness::None, "35 mL, 11 bundled");
    let nowhere = Nodule { sectors: vec![], ..hard_nodule() };
    check(
        StatedFindings { nodules: vec![nowhere], impression: Some(Impression::Indeterminate), ..normal() },
        Tenderness::None,
        "nodules: nodule 1: tap the sector in which the nodule lies",
    );
}

#[test]
fn grams_are_kept_beside_their_millilitres() {
    let grams = StatedFindings { size_ml: None, size_g: Some(40), ..normal() };
    let kept = grams.clone().close(&gate(Tenderness::None), false).unwrap();
    assert_eq!((kept.size_ml, kept.size_g), (Some(38), Some(40)));
    assert_eq!(kept.stated().close(&gate(Tenderness::None), false).unwrap().size_ml, Some(38));
    let size = "sizeMl: state the size as felt, 5 to 300 mL, in mL or in g";
    check(StatedFindings { size_ml: Some(38), ..grams.clone() }, Tenderness::None, size);
    check(StatedFindings { size_g: Some(5), ..grams.clone() }, Tenderness::None, "5 mL, 12 bundled");
    check(StatedFindings { size_g: Some(4), ..grams }, Tenderness::None, size);
}

#[test]
fn nothing_is_measured_of_a_gland_that_is_not_there() {
    let gone = StatedFindings { size_ml: None, reached: Some(Reached::NotPalpable), ..normal() };
    check(gone.clone(), Tenderness::None, "0 mL, 11 bundled");
    let refused = StatedFindings {
        size_ml: Some(20),
        indurations: vec![Induration { sectors: vec![Sector::LeftApexMedial], extent: Extent::Half }],
        impression: Some(Impression::Indeterminate),
        ..gone
    };
    check(
        refused,
        Tenderness::None,
        "sizeMl: the gland was not palpable; take the size back\n\
         nodules: the gland was not palpable; take the nodules and indurated areas back",
    );
}

#[test]
fn what_the_gate_saw_is_told_and_every_place_has_its_finding() {
    let seen = |inspection| Gate { inspection: vec![inspection], ..gate(Tenderness::None) };
    let told = |inspection, perianal: Option<Vec<Perianal>>| {
        StatedFindings { perianal, ..normal() }.close(&seen(inspection), false).map(drop)
    };
    let missing = Err(vec![ExamRefused::Perianal]);
    assert_eq!(told(Inspection::Fissure, None), missing);
    assert_eq!(told(Inspection::Fissure, Some(vec![Perianal::Scar])), missing);
    assert_eq!(told(Inspection::Fissure, Some(vec![Perianal::Fissure])), Ok(()));
    assert_eq!(told(Inspection::Other, Some(vec![])), missing);
    assert_eq!(told(Inspection::Other, Some(vec![Perianal::Scar])), Ok(()));
    assert_eq!(told(Inspection::Clear, None), Ok(()));

    let indeterminate = StatedFindings { impression: Some(Impression::Indeterminate), ..normal() };
    let vesicle = StatedFindings { seminal_vesicles: Some(SeminalVesicles::Indurated), ..indeterminate.clone() };
    let side = "vesicleSide: say on which side the vesicle is felt: right, left or both";
    check(vesicle.clone(), Tenderness::None, side);
    check(StatedFindings { vesicle_side: Some(Side::Midline), ..vesicle.clone() }, Tenderness::None, side);
    check(StatedFindings { vesicle_side: Some(Side::Both), ..vesicle }, Tenderness::None, "35 mL, 10 bundled");
    check(
        StatedFindings { vesicle_side: Some(Side::Left), ..normal() },
        Tenderness::None,
        "vesicleSide: no vesicle is stated as felt; take the side back",
    );
    let mass = |distance_cm, clock, size_mm| StatedFindings {
        rectal_mass: Some(RectalMass::Present),
        mass: Some(Mass { distance_cm, clock, size_mm, fixed: true }),
        ..indeterminate.clone()
    };
    let place = "mass: say where the mass lies: 1 to 15 cm from the anal verge, at 1 to 12 o'clock, 1 to 150 mm across";
    check(StatedFindings { mass: None, ..mass(6, 9, 20) }, Tenderness::None, place);
    check(mass(6, 13, 20), Tenderness::None, place);
    check(mass(16, 9, 20), Tenderness::None, place);
    check(mass(6, 9, 0), Tenderness::None, place);
    check(mass(6, 9, 20), Tenderness::None, "35 mL, 10 bundled");
    check(
        StatedFindings { rectal_mass: None, ..mass(6, 9, 20) },
        Tenderness::None,
        "mass: no rectal mass is stated; take its place back",
    );
}

#[test]
fn a_category_is_stated_only_where_cancer_is_in_question() {
    let stated = StatedFindings { suspected_t: Some(ClinicalT::T2a), ..normal() };
    check(
        stated.clone(),
        Tenderness::None,
        "suspectedT: a T category is stated when the summary is suspicious or cancer is known; take it back",
    );
    let known = stated.close(&gate(Tenderness::None), true).unwrap();
    assert_eq!(known.suspected_t, Some(ClinicalT::T2a));
}

#[test]
fn another_lubricant_has_a_name_and_no_summary_calls_a_fixed_gland_normal() {
    let other = StatedFindings { lubricant: Some(Lubricant::Other), ..normal() };
    check(other.clone(), Tenderness::None, "lubricantName: name the lubricant");
    let named = StatedFindings { lubricant_name: Some(" saline ".to_owned()), ..other };
    assert_eq!(named.close(&gate(Tenderness::None), false).unwrap().lubricant_name.as_deref(), Some("saline"));
    check(
        StatedFindings { mobility: Some(Mobility::Fixed), ..normal() },
        Tenderness::None,
        "impression: the summary says normal, but something abnormal is recorded; choose another summary",
    );
    let long = Some("x".repeat(2001));
    check(
        StatedFindings { remarks: long, ..normal() },
        Tenderness::None,
        "remarks: keep each text under 2000 characters",
    );
}
