//! Two sheets some weeks apart: summed, compared, and one of them typed in again.

use super::note::visit_closed;
use practice::questionnaire::{self, EnterQuestionnaire, Sheet};
use practice::{Desk, note};
use tests::{ADMINISTRATOR, ClinicDay};

fn sheet(
    desk: &Desk,
    patient: practice::patient::PatientId,
    kind: &str,
    day: &str,
    items: &[(&str, &str)],
) -> EnterQuestionnaire {
    assert!(!desk.who.name.is_empty());
    let items = items.iter().map(|(item, value)| serde_json::json!({ "item": item, "value": value }));
    EnterQuestionnaire {
        patient_id: patient,
        kind: kind.parse().unwrap(),
        filled_on: day.to_owned(),
        items: serde_json::from_value(items.collect()).unwrap(),
        replaces: None,
        reason: None,
    }
}

fn all<'a>(ids: &[&'a str], each: &'a str) -> Vec<(&'a str, &'a str)> {
    ids.iter().map(|id| (*id, each)).collect()
}

const CPSI: [&str; 13] = ["1a", "1b", "1c", "1d", "2a", "2b", "3", "4", "5", "6", "7", "8", "9"];
const IPSS: [&str; 8] = ["1", "2", "3", "4", "5", "6", "7", "qol"];

fn words(sheet: &Sheet) -> String {
    let total = sheet.score.total.as_ref().map_or_else(
        || format!("no total, {} missing", sheet.score.missing.join(" ")),
        |total| format!("{} of {}, {}", total.value, total.most, total.band.as_deref().unwrap_or("no band")),
    );
    let change = sheet.change.as_ref().map_or_else(String::new, |change| {
        format!("; {} {}", change.points, change.meaning.as_deref().unwrap_or("no meaning"))
    });
    let replaced = if sheet.replaced { "; replaced" } else { "" };
    format!("{} {total}{change}{replaced}", sheet.filled_on)
}

#[tokio::test]
async fn two_sheets_are_summed_and_compared_and_a_missing_item_has_no_total() {
    let day = ClinicDay::begin().await;
    let (desk, procedure) = visit_closed(&day).await;
    let patient = note::room(&desk, procedure).await.unwrap().patient.identity.patient_id;
    let first = all(&CPSI, "1");
    questionnaire::enter(&desk, sheet(&desk, patient, "nih-cpsi", "2026-10-01", &first)).await.unwrap();
    let mut better = all(&CPSI, "0");
    better[12].1 = "6";
    questionnaire::enter(&desk, sheet(&desk, patient, "nih-cpsi", "2026-11-20", &better)).await.unwrap();
    let ipss = all(&IPSS[..6], "3");
    let room = questionnaire::enter(&desk, sheet(&desk, patient, "ipss", "2026-11-20", &ipss)).await.unwrap();
    let told: Vec<String> = room.sheets.iter().map(words).collect();
    let expected =
        ["2026-10-01 13 of 43, mild", "2026-11-20 6 of 43, mild; -7 response", "2026-11-20 no total, 7 qol missing"];
    assert_eq!(told, expected);

    let again = EnterQuestionnaire {
        replaces: Some(room.sheets[1].questionnaire_id),
        ..sheet(&desk, patient, "nih-cpsi", "2026-11-20", &first)
    };
    let refusal = questionnaire::enter(&desk, again.clone()).await.unwrap_err();
    assert_eq!(refusal.fields[0].message, "Write why the sheet is typed in again.");
    let why = EnterQuestionnaire { reason: Some("The wrong column was read".to_owned()), ..again };
    let mended = questionnaire::enter(&desk, why.clone()).await.unwrap();
    let told: Vec<String> = mended.sheets.iter().filter(|one| one.kind.as_str() == "nih-cpsi").map(words).collect();
    let expected =
        ["2026-10-01 13 of 43, mild", "2026-11-20 6 of 43, mild; replaced", "2026-11-20 13 of 43, mild; 0 no meaning"];
    assert_eq!(told, expected);
    assert_eq!(questionnaire::enter(&desk, why).await.unwrap_err().code, "stale");
}

#[tokio::test]
async fn a_number_that_the_form_does_not_have_is_refused_beside_its_item() {
    let day = ClinicDay::begin().await;
    let (desk, procedure) = visit_closed(&day).await;
    let patient = note::room(&desk, procedure).await.unwrap().patient.identity.patient_id;
    let typed = [("1a", "2"), ("4", "10"), ("3", "often")];
    let refusal =
        questionnaire::enter(&desk, sheet(&desk, patient, "nih-cpsi", "2027-01-01", &typed)).await.unwrap_err();
    let mut told: Vec<_> = refusal.fields.iter().map(|one| format!("{}: {}", one.field, one.message)).collect();
    told.sort();
    let expected =
        ["filledOn: This day lies ahead.", "items.1a: Item 1a goes from 0 to 1.", "items.3: Write one number."];
    assert_eq!(told, expected);
    drop(desk);
    let administrator = day.desk(ADMINISTRATOR).await;
    assert_eq!(questionnaire::room(&administrator, patient).await.err().unwrap().code, "not-permitted");
}
