//! A month leaves as a table: without names by the administrator alone, with names only beside a urologist.

use super::safety::{felt, gate, well_patient_in_the_room};
use practice::audit::{self, ReadTrail};
use practice::export::{self, ExportContents, MakeExport, PreviewExport};
use practice::screening::{self, OneOverride, OverrideRules};
use practice::{Desk, Refusal};
use std::path::Path;
use tests::{ADMINISTRATOR, ClinicDay, NURSE, UROLOGIST};

fn november(identified: bool) -> PreviewExport {
    PreviewExport { contents: ExportContents::Procedures, month: "2026-11".to_owned(), identified }
}

fn table(identified: bool) -> MakeExport {
    MakeExport {
        contents: ExportContents::Procedures,
        month: "2026-11".to_owned(),
        identified,
        purpose: "Yearly figures for the regional board".to_owned(),
        folder: None,
        passphrase: ADMINISTRATOR.passphrase.to_owned(),
        second_name: None,
        second_passphrase: None,
    }
}

fn code(refusal: Refusal) -> (String, Option<String>) {
    (refusal.code, refusal.fields.into_iter().next().map(|beside| beside.field))
}

/// A patient was in the room this month; the administrator, who never saw the chart, stands at the desk.
async fn after_a_visit(day: &ClinicDay) -> Desk {
    well_patient_in_the_room(day).await;
    day.desk(ADMINISTRATOR).await
}

#[tokio::test]
async fn the_administrator_exports_a_month_without_names() {
    let day = ClinicDay::begin().await;
    let administrator = after_a_visit(&day).await;
    let preview = export::preview(&administrator, november(false)).await.unwrap();
    assert_eq!((preview.rows, preview.needs_urologist), (1, false));
    assert!(preview.warning.unwrap().starts_with("Only 1"));
    assert!(preview.fields.iter().all(|field| field.name != "family"));

    let aimless = MakeExport { purpose: " ".to_owned(), ..table(false) };
    assert_eq!(code(export::make(&administrator, aimless).await.unwrap_err()).1.as_deref(), Some("purpose"));
    let guessed = MakeExport { passphrase: "a guess at something".to_owned(), ..table(false) };
    assert_eq!(export::make(&administrator, guessed).await.unwrap_err().code, "passphrase-wrong");
    let early = MakeExport { month: "2027-01".to_owned(), ..table(false) };
    assert_eq!(code(export::make(&administrator, early).await.unwrap_err()).1.as_deref(), Some("month"));
    assert!(export::ledger(&administrator).await.unwrap().is_empty());

    let made = export::make(&administrator, table(false)).await.unwrap();
    assert!(made.target.ends_with("procedures-2026-without-names.csv"), "the month itself would tell: {}", made.target);
    let text = std::fs::read_to_string(&made.target).unwrap();
    for told in ["Sommer", "Anton", "1961", "FG-000001", "2026-11"] {
        assert!(!text.contains(told), "“{told}” in {text}");
    }
    assert!(text.starts_with("row,year,age,sex,kind,indication,outcome") && text.contains(",2026,65,male,four-glass,"));

    let again = export::make(&administrator, table(false)).await.unwrap();
    assert!(again.target.ends_with("-2.csv"), "nothing is replaced: {}", again.target);
    assert_ne!(made.sha256, again.sha256, "new numbers each time");
    assert_eq!(std::fs::read_to_string(&made.target).unwrap(), text);

    let filter = ReadTrail { action: Some("export.".to_owned()), ..ReadTrail::default() };
    let trail = audit::trail(&administrator, filter).await.unwrap();
    assert_eq!(trail.rows.len(), 2);
    assert_eq!(trail.rows[0].purpose.as_deref(), Some("Yearly figures for the regional board"));
    assert_eq!(trail.rows[0].actor_name, ADMINISTRATOR.full_name);
}

#[tokio::test]
async fn names_leave_only_beside_a_urologist() {
    let day = ClinicDay::begin().await;
    let administrator = after_a_visit(&day).await;
    assert!(export::preview(&administrator, november(true)).await.unwrap().needs_urologist);
    let alone = export::make(&administrator, table(true)).await.unwrap_err();
    assert_eq!(code(alone), ("second-person-needed".to_owned(), Some("secondName".to_owned())));
    let beside = |name: &str, passphrase: &str| MakeExport {
        second_name: Some(name.to_owned()),
        second_passphrase: Some(passphrase.to_owned()),
        ..table(true)
    };
    for (name, passphrase) in [
        (NURSE.name, NURSE.passphrase),
        (ADMINISTRATOR.name, ADMINISTRATOR.passphrase),
        (UROLOGIST.name, NURSE.passphrase),
        ("nobody", UROLOGIST.passphrase),
    ] {
        let refused = export::make(&administrator, beside(name, passphrase)).await.unwrap_err();
        assert_eq!(code(refused), ("passphrase-wrong".to_owned(), Some("secondPassphrase".to_owned())), "{name}");
    }
    assert!(!Path::new(&administrator.places.exports).join("procedures-2026-11-with-names.csv").exists());

    let made = export::make(&administrator, beside(UROLOGIST.name, UROLOGIST.passphrase)).await.unwrap();
    assert_eq!(made.confirmed_by.as_deref(), Some(UROLOGIST.full_name));
    let text = std::fs::read_to_string(&made.target).unwrap();
    assert!(text.contains("FG-000001,Sommer,Anton,1961-04-09,2026-11-23,"), "{text}");
}

#[tokio::test]
async fn what_was_overridden_leaves_with_the_urologists_name_and_no_patients() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = well_patient_in_the_room(&day).await;
    gate(&urologist, row.visit_id, felt("mild", "boggy")).await.unwrap();
    let overridden = OneOverride {
        id: "C02b".to_owned(),
        act: "mas".parse().unwrap(),
        reason: "benefit-outweighs-risk".parse().unwrap(),
        text: Some("afebrile, dipstick negative".to_owned()),
        patient_told: true,
    };
    let request = OverrideRules {
        visit_id: row.visit_id,
        overrides: vec![overridden],
        passphrase: UROLOGIST.passphrase.to_owned(),
    };
    screening::override_rules(&urologist, request).await.unwrap();
    drop(urologist);

    let administrator = day.desk(ADMINISTRATOR).await;
    let overrides = |identified| MakeExport { contents: ExportContents::Overrides, ..table(identified) };
    let named = export::make(&administrator, overrides(true)).await.unwrap_err();
    assert_eq!(code(named), ("never-with-names".to_owned(), Some("identified".to_owned())));
    let asked = PreviewExport { contents: ExportContents::Overrides, ..november(false) };
    let preview = export::preview(&administrator, asked).await.unwrap();
    assert_eq!((preview.rows, preview.fields.len()), (1, 10));
    let made = export::make(&administrator, overrides(false)).await.unwrap();
    assert!(made.target.ends_with("overrides-2026-without-names.csv"), "{}", made.target);
    assert_eq!(made.contents, ExportContents::Overrides);
    let text = std::fs::read_to_string(&made.target).unwrap();
    assert!(
        text.contains(",2026,65,four-glass,ind-four-glass,mas,C02b,benefit-outweighs-risk,yes,Dr. Ines Kaya"),
        "{text}"
    );
    for told in ["Sommer", "Anton", "1961", "FG-000001", "2026-11", "afebrile"] {
        assert!(!text.contains(told), "“{told}” in {text}");
    }
}

#[tokio::test]
async fn a_month_without_an_override_has_no_such_table() {
    let day = ClinicDay::begin().await;
    let administrator = after_a_visit(&day).await;
    let overrides = MakeExport { contents: ExportContents::Overrides, ..table(false) };
    let refused = export::make(&administrator, overrides).await.unwrap_err();
    assert_eq!((refused.message.as_str(), refused.fields.len()), ("Nothing was overridden in this month.", 1));
}

#[tokio::test]
async fn a_nurse_exports_nothing() {
    let day = ClinicDay::begin().await;
    let nurse = day.desk(NURSE).await;
    assert_eq!(export::preview(&nurse, november(false)).await.unwrap_err().code, "not-permitted");
    assert_eq!(export::make(&nurse, table(true)).await.unwrap_err().code, "not-permitted");
    assert_eq!(export::ledger(&nurse).await.unwrap_err().code, "not-permitted");
}
