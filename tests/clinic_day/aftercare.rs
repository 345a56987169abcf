//! Before the patient leaves: the sheet in a language, the check, the quarter of an hour, and who did not wait.

use super::collection::{later, none, stop};
use super::safety::{gate_passed, well_patient_in_the_room_for};
use practice::aftercare::{self, CheckDeparture, GiveSheet};
use practice::collection::StopMassage;
use practice::settings::{self, Setting};
use practice::visit::VisitRow;
use practice::{Desk, collection, follow_up, note, visit};
use tests::{ADMINISTRATOR, ClinicDay, UROLOGIST};

/// A massage of a minute for secretion alone, which stayed dry: no tube holds the visit up.
pub(crate) async fn massaged(day: &ClinicDay) -> (Desk, VisitRow) {
    broken_off(day, None).await
}

async fn broken_off(day: &ClinicDay, reason: Option<&str>) -> (Desk, VisitRow) {
    let (urologist, row) = well_patient_in_the_room_for(day, "eps", "ind-eps-wbc").await;
    gate_passed(&urologist, row.visit_id).await;
    collection::start_massage(&urologist, row.procedure_id).await.unwrap();
    let urologist = later(day, urologist, 60).await;
    let stopped = StopMassage { reason: reason.map(|reason| reason.parse().unwrap()), ..stop(row.procedure_id) };
    collection::stop_massage(&urologist, stopped).await.unwrap();
    collection::not_obtained(&urologist, none(row.procedure_id, "eps", "dry")).await.unwrap();
    collection::finish(&urologist, row.procedure_id).await.unwrap();
    (urologist, row)
}

pub(crate) fn well(row: &VisitRow) -> CheckDeparture {
    CheckDeparture {
        visit_id: row.visit_id,
        feels_well: Some(true),
        can_stand: Some(true),
        passed_urine: Some(true),
        faint: Some(false),
        reach: "030 5550 177".to_owned(),
        reach_confirmed: true,
    }
}

pub(crate) fn sheet(row: &VisitRow, language: &str) -> GiveSheet {
    GiveSheet { visit_id: row.visit_id, language: language.parse().unwrap() }
}

async fn refused(desk: &Desk, row: &VisitRow) -> String {
    visit::close(desk, row.visit_id).await.map_or_else(|refusal| refusal.code, |()| "closed".to_owned())
}

async fn told(desk: &Desk, row: &VisitRow, title: &str) -> String {
    let room = note::room(desk, row.procedure_id).await.unwrap();
    let found = room.draft.sections.into_iter().find(|section| section.title == title);
    found.map_or_else(String::new, |section| section.paragraphs.join(" "))
}

#[tokio::test]
async fn nobody_leaves_after_a_massage_without_the_check_and_the_sheet() {
    let day = ClinicDay::begin().await;
    let administrator = day.desk(ADMINISTRATOR).await;
    let setting = |name: &str, value: &str| Setting { name: name.to_owned(), value: value.to_owned() };
    let said = vec![
        setting("clinic-telephone", "030 5550 100"),
        setting("concern-contact", "Marta Lind, practice manager, 030 5550 101"),
    ];
    settings::keep(&administrator, said).await.unwrap();
    drop(administrator);

    let (urologist, row) = massaged(&day).await;
    assert_eq!(refused(&urologist, &row).await, "departure-not-checked");
    let unanswered = CheckDeparture {
        feels_well: None,
        passed_urine: None,
        reach: String::new(),
        reach_confirmed: false,
        ..well(&row)
    };
    let fields: Vec<String> =
        aftercare::check(&urologist, unanswered).await.unwrap_err().fields.into_iter().map(|one| one.field).collect();
    assert_eq!(fields, ["feelsWell", "passedUrine", "reach"]);
    let dry = CheckDeparture { passed_urine: Some(false), ..well(&row) };
    let room = aftercare::check(&urologist, dry).await.unwrap();
    assert_eq!(
        room.not_yet.as_deref(),
        Some("The patient has not passed urine: look after the patient, and check again.")
    );
    assert_eq!(refused(&urologist, &row).await, "patient-not-well");
    aftercare::check(&urologist, well(&row)).await.unwrap();
    assert_eq!(refused(&urologist, &row).await, "sheet-not-given");

    let pages = aftercare::sheet_pages(&urologist, sheet(&row, "de")).await.unwrap();
    assert_eq!(pages.len(), 1);
    let room = aftercare::give_sheet(&urologist, sheet(&row, "de")).await.unwrap();
    let given: Vec<_> = room.sheets.iter().map(|one| format!("{} {} by {}", one.name, one.version, one.by)).collect();
    assert_eq!(given, ["Deutsch 2026.11.1 by Dr. Ines Kaya"]);
    assert!(urologist.places.papers.join(&room.sheets[0].file).exists());
    assert!(room.languages.iter().any(|one| one.name == "Deutsch" && !one.reviewed));
    assert_eq!(refused(&urologist, &row).await, "closed");

    let said = told(&urologist, &row, "Laboratory and aftercare").await;
    for part in [
        "felt well, could stand, had passed urine, had not felt faint and confirmed how to be called",
        "The aftercare sheet (version 2026.11.1, Deutsch) was given, with the signs for which to call at once.",
        "The clinic will call between 24 Nov 2026, 08:01 and 25 Nov 2026, 08:01.",
    ] {
        assert!(said.contains(part), "{said}");
    }
    assert_eq!(aftercare::check(&urologist, well(&row)).await.unwrap_err().code, "visit-not-here");
}

#[tokio::test]
async fn who_was_faint_stays_a_quarter_of_an_hour() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = broken_off(&day, Some("faintness")).await;
    aftercare::give_sheet(&urologist, sheet(&row, "en")).await.unwrap();
    let room = aftercare::check(&urologist, well(&row)).await.unwrap();
    assert_eq!(room.not_yet.as_deref(), Some("The patient stays and is watched until 08:16."));
    assert_eq!(refused(&urologist, &row).await, "patient-held");
    drop(urologist);
    day.wait_minutes(16);
    let urologist = day.desk(UROLOGIST).await;
    assert_eq!(aftercare::room(&urologist, row.visit_id).await.unwrap().hold_until, None);
    assert_eq!(refused(&urologist, &row).await, "closed");
}

#[tokio::test]
async fn who_does_not_wait_has_left_early_and_is_called() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = massaged(&day).await;
    let room = aftercare::left(&urologist, row.visit_id).await.unwrap();
    assert_eq!((room.visit_status.as_str(), room.not_yet), ("left-early", None));
    let call = &follow_up::list(&urologist).await.unwrap().calls[0];
    assert_eq!((call.row.visit_id, call.time.as_str()), (row.visit_id, "waiting"));
    let said = told(&urologist, &row, "Laboratory and aftercare").await;
    assert!(said.contains("The patient left without waiting for the check. The clinic will call between"), "{said}");
}

#[tokio::test]
async fn an_examination_alone_needs_no_check_and_an_administrator_sees_none() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = well_patient_in_the_room_for(&day, "dre", "ind-dre-luts").await;
    assert_eq!(
        aftercare::give_sheet(&urologist, sheet(&row, "en")).await.unwrap_err().code,
        "procedure-open",
        "nothing was done yet"
    );
    let room = aftercare::room(&urologist, row.visit_id).await.unwrap();
    assert!(!room.needed && !room.asks_urine && room.call.is_none());
    drop(urologist);
    let administrator = day.desk(ADMINISTRATOR).await;
    assert_eq!(aftercare::room(&administrator, row.visit_id).await.err().unwrap().code, "not-permitted");
    assert_eq!(follow_up::list(&administrator).await.err().unwrap().code, "not-permitted");
}
