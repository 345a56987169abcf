//! The findings as the urologist states them: what is bundled, what is refused.

use super::*;
use crate::exam::{Change, Firmness, NoduleMargin, Sector, StatedGate, Suspicion};

fn gate(tenderness: Tenderness) -> Gate {
    let clear = StatedGate::none_of_the_stop_findings();
    let gate = clear.close(uuid::Uuid::from_u128(1).into(), "2026-11-20T10:00:00Z".parse().unwrap()).unwrap();
    Gate { tenderness, bundled: false, ..gate }
}

fn check(stated: StatedFindings, tenderness: Tenderness, expect: &str) {
    let found = match stated.close(&gate(tenderness)) {
        Ok(findings) => format!("{} mL, {} bundled", findings.size_ml, findings.bundled.len()),
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
    check(normal(), Tenderness::None, "35 mL, 11 bundled");
    let stated = StatedFindings { sulcus: Some(Sulcus::Shallow), ..normal() };
    check(stated, Tenderness::None, "35 mL, 10 bundled");
}

#[test]
fn nothing_is_normal_unless_somebody_says_so() {
    let stated = StatedFindings { size_ml: Some(35), other_sectors_normal: true, ..StatedFindings::default() };
    let refused = stated.close(&gate(Tenderness::None)).unwrap_err();
    assert_eq!(refused.len(), 11, "{refused:?}");
    check(
        StatedFindings { size_ml: None, ..normal() },
        Tenderness::None,
        "sizeMl: state the size as felt, 5 to 300 mL",
    );
    check(
        StatedFindings { size_ml: Some(301), ..normal() },
        Tenderness::None,
        "sizeMl: state the size as felt, 5 to 300 mL",
    );
}

#[test]
fn a_tender_gland_is_tender_somewhere() {
    check(normal(), Tenderness::Mild, "tenderSide: say where the gland is tender");
    check(StatedFindings { tender_side: Some(Side::Left), ..normal() }, Tenderness::Mild, "35 mL, 11 bundled");
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
        "impression: the summary says normal, but a nodule or mass is recorded; choose another summary",
    );
    check(StatedFindings { impression: Some(Impression::Suspicious), ..stated }, Tenderness::None, "35 mL, 10 bundled");
    let nowhere = Nodule { sectors: vec![], ..hard_nodule() };
    check(
        StatedFindings { nodules: vec![nowhere], impression: Some(Impression::Suspicious), ..normal() },
        Tenderness::None,
        "nodules: nodule 1: tap the sector in which the nodule lies",
    );
}
