//! A pack of blank forms: its numbers come from the clinic's own counter, and each ends as used or as voided.

use super::afterwards::{consent_then, gate_then, glass, massage_then, nurse_stands_by, sheet};
use super::collection::glasses;
use super::patient::book;
use practice::downtime::{self, DowntimePack, PrintPack, VoidPack};
use practice::{afterwards, collection};
use serde_json::json;
use tests::{ADMINISTRATOR, ClinicDay, NURSE, UROLOGIST};

fn pack(sets: &str) -> PrintPack {
    PrintPack { kind: "four-glass".parse().unwrap(), sets: sets.to_owned() }
}

fn counts(pack: &DowntimePack) -> (u32, u32, u32) {
    (pack.reserved, pack.used, pack.voided)
}

#[tokio::test]
async fn reserved_labels_are_used_when_the_visit_is_entered_and_the_rest_is_voided() {
    let day = ClinicDay::begin().await;
    let nurse = day.desk(NURSE).await;
    for slip in ["", "0", "21", "two"] {
        let refused = downtime::print(&nurse, pack(slip)).await.unwrap_err();
        assert_eq!(refused.fields[0].field, "sets", "{slip}");
    }
    let printed = downtime::print(&nurse, pack("3")).await.unwrap();
    assert!(std::fs::read(&printed.saved_to).unwrap().starts_with(b"%PDF"));
    let reserved = &printed.packs[0];
    assert_eq!(counts(reserved), (3, 0, 0));
    let (first, last) = (reserved.first, reserved.last);
    let row = book(&nurse, "Sommer").await;
    let other = book(&nurse, "Winter").await;
    drop(nurse);
    day.wait_minutes(240);

    let urologist = day.desk(UROLOGIST).await;
    let tube = |role: &str, time: &str, number: String| {
        let mut glass = glass(role, time, "enough");
        glass["number"] = number.into();
        glass
    };
    let of = |role: &str| first.tube(role.parse().unwrap()).unwrap().compact();
    let enter = async |visit, glasses: serde_json::Value| {
        let parts = json!({
            "consent": consent_then("09:00"), "gate": gate_then("09:12"), "massage": massage_then("09:15", None),
            "glasses": glasses, "second": nurse_stands_by(),
        });
        afterwards::record(&urologist, sheet(visit, UROLOGIST.passphrase, parts)).await
    };
    let refused = async |number: String| {
        let refused = enter(row.visit_id, json!([tube("vb1", "09:05", number)])).await.unwrap_err();
        (refused.fields[0].field.clone(), refused.code)
    };
    let beside = |code: &str| ("glasses.vb1.number".to_owned(), code.to_owned());
    assert_eq!(refused(of("vb2")).await, beside("number-of-another-glass"));
    assert_eq!(refused("U260009991C".to_owned()).await.0, "glasses.vb1.number", "no such number, or mistyped");

    // Typed in groups as it is read aloud, or as a scanner types it.
    let aloud = first.tube("vb1".parse().unwrap()).unwrap().to_string();
    let whole = json!([tube("vb1", "09:05", aloud), tube("vb2", "09:06", of("vb2")), tube("vb3", "09:18", of("vb3"))]);
    enter(row.visit_id, whole).await.unwrap();
    let view = collection::open(&urologist, row.procedure_id).await.unwrap();
    assert_eq!(glasses(&view), "vb1 collected, vb2 collected, eps planned, vb3 collected");
    assert_eq!(view.glasses[0].accession.unwrap().compact(), of("vb1"));
    assert_eq!(counts(&downtime::list(&urologist).await.unwrap()[0]), (2, 1, 0));

    let taken = enter(other.visit_id, json!([tube("vb1", "09:05", of("vb1"))])).await.unwrap_err();
    assert_eq!(taken.code, "number-used-elsewhere");
    let pack_id = downtime::list(&urologist).await.unwrap()[0].pack_id;
    let void = |reason: &str| VoidPack { pack_id, reason: reason.to_owned() };
    assert_eq!(downtime::void(&urologist, void(" ")).await.unwrap_err().fields[0].field, "reason");
    let packs = downtime::void(&urologist, void("destroyed, the power is back")).await.unwrap();
    assert_eq!(counts(&packs[0]), (0, 1, 2), "three were reserved, and each has its end");
    assert_eq!(downtime::void(&urologist, void("again")).await.unwrap_err().code, "nothing-reserved");
    let voided = last.tube("vb1".parse().unwrap()).unwrap().compact();
    let late = enter(other.visit_id, json!([tube("vb1", "09:05", voided)])).await.unwrap_err();
    assert_eq!(late.code, "number-voided");
    // A set without a reserved label goes on with the clinic's own counter.
    enter(other.visit_id, json!([glass("vb1", "09:05", "enough")])).await.unwrap();
    let next = collection::open(&urologist, other.procedure_id).await.unwrap().glasses[0].accession.unwrap();
    assert!(next.to_string().starts_with("U26-000004-1"), "{next}");
    drop(urologist);
    let administrator = day.desk(ADMINISTRATOR).await;
    assert_eq!(downtime::list(&administrator).await.unwrap_err().code, "not-permitted");
}

#[tokio::test]
async fn an_examination_alone_has_forms_and_no_numbers() {
    let day = ClinicDay::begin().await;
    let nurse = day.desk(NURSE).await;
    let forms = PrintPack { kind: "dre".parse().unwrap(), sets: "2".to_owned() };
    let printed = downtime::print(&nurse, forms).await.unwrap();
    assert!(printed.saved_to.ends_with("downtime-dre-20261123T080000.pdf"), "{}", printed.saved_to);
    assert!(std::fs::read(&printed.saved_to).unwrap().starts_with(b"%PDF"));
    assert!(printed.packs.is_empty(), "there is nothing to reconcile");
    let reserved = downtime::print(&nurse, pack("1")).await.unwrap();
    assert_eq!(reserved.packs[0].first.compact(), "U260000010G", "no number went to the forms");
}
