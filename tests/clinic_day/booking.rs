//! The day around a visit: history asked early, the sheet before it, the letter after it, and where post goes.

use super::audit::newest;
use super::note::{signature, visit_closed};
use super::patient::book;
use super::result::{grew, nothing, report};
use super::safety::{answers, light};
use practice::booking::{self, KeepPostAddress, MakePreparation, NameReferrer, VisitRoom};
use practice::result::{self, JudgeResult};
use practice::screening::{self, CheckInRoom};
use practice::{Desk, note, patient, today, visit};
use tests::{ADMINISTRATOR, ClinicDay, NURSE};

fn sheet(visit_id: visit::VisitId, language: &str) -> MakePreparation {
    MakePreparation { visit_id, language: language.parse().unwrap() }
}

fn papers(room: &VisitRoom) -> Vec<String> {
    room.papers.iter().map(|paper| paper.said.clone()).collect()
}

fn referred(visit_id: visit::VisitId, name: &str) -> NameReferrer {
    NameReferrer {
        visit_id,
        name: name.to_owned(),
        address: Some("Mill Lane 4\n\n10117 Berlin ".to_owned()),
        contact: Some("030 5550 1".to_owned()),
    }
}

/// The words of an answer, and whether it was given at this attendance.
fn answer(room: &CheckInRoom, item: &str) -> (String, bool) {
    let asked = room.items.iter().find(|asked| asked.id == item).unwrap();
    let answer = asked.answer.as_ref().unwrap();
    (answer.words.clone(), answer.this_visit)
}

#[tokio::test]
async fn history_asked_at_booking_is_confirmed_in_one_tap_or_changed_at_check_in() {
    let day = ClinicDay::begin().await;
    let nurse = day.desk(NURSE).await;
    let row = book(&nurse, "Alvarez").await;
    let asked = screening::room(&nurse, row.visit_id).await.unwrap();
    assert_eq!(asked.visit_status.as_str(), "booked");
    let early: Vec<&str> = asked.items.iter().filter(|item| item.early).map(|item| item.id.as_str()).collect();
    assert!(early.contains(&"recent-biopsy") && early.contains(&"anticoagulant"), "{early:?}");
    for of_the_day in ["burning", "acute-uti", "latex-allergy", "trauma-history", "recent-antibiotics"] {
        assert!(!early.contains(&of_the_day), "{of_the_day} is asked at check-in");
    }
    let said = [("diabetes", "no"), ("anal-fissure", "no"), ("recent-biopsy", "no")];
    screening::answer(&nurse, answers(row.visit_id, &said)).await.unwrap();
    drop(nurse);

    day.wait_minutes(30);
    let nurse = day.desk(NURSE).await;
    visit::arrive(&nurse, row.visit_id).await.unwrap();
    let room = screening::room(&nurse, row.visit_id).await.unwrap();
    assert_eq!(answer(&room, "diabetes"), ("no".to_owned(), false), "asked before, and to be confirmed");
    let items = ["diabetes", "anal-fissure"].map(str::to_owned).to_vec();
    let room = screening::confirm_unchanged(&nurse, row.visit_id, items).await.unwrap();
    assert_eq!(answer(&room, "diabetes"), ("no".to_owned(), true));
    // What has changed since booking was not wrong then: nobody is asked for a reason.
    let room = screening::answer(&nurse, answers(row.visit_id, &[("recent-biopsy", "yes")])).await.unwrap();
    assert_eq!(answer(&room, "recent-biopsy"), ("yes".to_owned(), true));
}

#[tokio::test]
async fn what_was_asked_at_booking_ages_until_the_day() {
    let day = ClinicDay::begin().await;
    let nurse = day.desk(NURSE).await;
    let row = book(&nurse, "Alvarez").await;
    screening::answer(&nurse, answers(row.visit_id, &[("diabetes", "no")])).await.unwrap();
    drop(nurse);
    day.wait_minutes(31 * 24 * 60);
    let nurse = day.desk(NURSE).await;
    visit::arrive(&nurse, row.visit_id).await.unwrap();
    let room = screening::room(&nurse, row.visit_id).await.unwrap();
    let asked = room.items.iter().find(|item| item.id == "diabetes").unwrap().answer.as_ref().unwrap();
    assert!(!asked.fresh && !asked.this_visit, "history older than thirty days is asked again");
}

#[tokio::test]
async fn a_stop_that_is_known_at_booking_is_shown_and_hinders_nothing() {
    let day = ClinicDay::begin().await;
    let nurse = day.desk(NURSE).await;
    let row = book(&nurse, "Alvarez").await;
    let room = screening::answer(&nurse, answers(row.visit_id, &[("absent-rectum", "yes")])).await.unwrap();
    assert!(light(&room, "dre").starts_with("blocked"), "{}", light(&room, "dre"));
    let list = today::list(&nurse, None).await.unwrap();
    assert_eq!((list.rows[0].next_act.as_str(), list.rows[0].lights[0].verdict.as_str()), ("arrive", "blocked"));
    booking::make_preparation(&nurse, sheet(row.visit_id, "en")).await.unwrap();
    visit::arrive(&nurse, row.visit_id).await.unwrap();
    assert_eq!(today::list(&nurse, None).await.unwrap().rows[0].next_act.as_str(), "check-in");
}

#[tokio::test]
async fn a_sheet_is_made_before_the_visit_and_not_after() {
    let day = ClinicDay::begin().await;
    let nurse = day.desk(NURSE).await;
    let row = book(&nurse, "Alvarez").await;
    let pages = booking::preparation_pages(&nurse, sheet(row.visit_id, "de")).await.unwrap();
    assert_eq!(pages.len(), 1);
    booking::make_preparation(&nurse, sheet(row.visit_id, "de")).await.unwrap();
    let room = booking::make_preparation(&nurse, sheet(row.visit_id, "en")).await.unwrap();
    assert_eq!(papers(&room), ["Deutsch, version 2026.11.1", "English, version 2026.11.1"]);
    let reviewed: Vec<_> = room.languages.iter().map(|one| (one.name.as_str(), one.reviewed)).collect();
    assert_eq!(reviewed, [("English", true), ("Español", false), ("Deutsch", false)]);
    for paper in &room.papers {
        assert!(std::fs::read(nurse.places.papers.join(&paper.file)).unwrap().starts_with(b"%PDF"));
    }
    visit::arrive(&nurse, row.visit_id).await.unwrap();
    let late = booking::make_preparation(&nurse, sheet(row.visit_id, "en")).await.unwrap_err();
    assert_eq!(late.code, "preparation-too-late");
    drop(nurse);
    let told = newest(&day.desk(ADMINISTRATOR).await).await;
    assert_eq!(told.iter().filter(|action| *action == "preparation.make").count(), 2, "{told:?}");
}

#[tokio::test]
async fn the_letter_goes_to_whoever_referred_and_says_what_was_signed() {
    let day = ClinicDay::begin().await;
    let (urologist, procedure) = visit_closed(&day).await;
    let visit = today::list(&urologist, None).await.unwrap().rows[0].visit_id;
    assert_eq!(booking::make_letter(&urologist, visit).await.unwrap_err().code, "referrer-missing");
    let nobody = booking::name_referrer(&urologist, referred(visit, " ")).await.unwrap_err();
    assert_eq!(nobody.fields[0].field, "name");
    let room = booking::name_referrer(&urologist, referred(visit, "Dr. Miriam Osei")).await.unwrap();
    assert_eq!(room.referrer.as_ref().unwrap().address, "Mill Lane 4\n10117 Berlin");
    assert_eq!(room.no_letter.as_deref(), Some("The note is not signed yet: the letter says only what was signed."));
    assert_eq!(booking::make_letter(&urologist, visit).await.unwrap_err().code, "note-unsigned");

    let unsigned = note::room(&urologist, procedure).await.unwrap();
    note::sign(&urologist, signature(&unsigned, Some("Recall in a week."), None)).await.unwrap();
    let pages = booking::letter_pages(&urologist, visit).await.unwrap();
    assert!(!pages.is_empty());
    let room = booking::make_letter(&urologist, visit).await.unwrap();
    assert_eq!(papers(&room), ["To Dr. Miriam Osei, from version 1 of the note"]);
    assert_eq!(room.papers[0].file, format!("letter-{visit}-v1.pdf"));
    assert!(std::fs::read(urologist.places.papers.join(&room.papers[0].file)).unwrap().starts_with(b"%PDF"));
    drop(urologist);
    let administrator = day.desk(ADMINISTRATOR).await;
    let trail = practice::audit::trail(&administrator, practice::audit::ReadTrail::default()).await.unwrap();
    let made = trail.rows.iter().find(|row| row.action == "letter.make").unwrap();
    assert_eq!(made.purpose.as_deref(), Some("To Dr. Miriam Osei, from version 1 of the note"));
}

#[tokio::test]
async fn the_letter_says_results_once_a_urologist_has_read_them() {
    let day = ClinicDay::begin().await;
    let (urologist, procedure) = visit_closed(&day).await;
    let visit = today::list(&urologist, None).await.unwrap().rows[0].visit_id;
    booking::name_referrer(&urologist, referred(visit, "Dr. Miriam Osei")).await.unwrap();
    let unsigned = note::room(&urologist, procedure).await.unwrap();
    note::sign(&urologist, signature(&unsigned, None, None)).await.unwrap();
    let before = booking::letter_pages(&urologist, visit).await.unwrap();
    let glasses = vec![nothing("vb1"), nothing("vb2"), grew("vb3", "E. coli", "100 000", "10^5")];
    let room = result::enter(&urologist, report(procedure, glasses)).await.unwrap();
    let unread = booking::letter_pages(&urologist, visit).await.unwrap();
    assert_eq!(before, unread, "nobody is written to of results that no urologist has read");
    let opinion = serde_json::from_value(serde_json::json!({ "kind": "agrees" })).unwrap();
    let judged = JudgeResult { result_id: room.versions[0].result_id, opinion };
    result::judge(&urologist, judged).await.unwrap();
    let read = booking::letter_pages(&urologist, visit).await.unwrap();
    assert_ne!(unread, read);
}

async fn post(desk: &Desk, patient_id: patient::PatientId, lines: &str) -> Result<Option<String>, String> {
    let request = KeepPostAddress { patient_id, lines: Some(lines.to_owned()) };
    let view = booking::keep_post_address(desk, request).await;
    view.map(|view| view.post_address).map_err(|refusal| refusal.fields[0].message.clone())
}

#[tokio::test]
async fn post_goes_to_another_address_on_request_and_home_again() {
    let day = ClinicDay::begin().await;
    let nurse = day.desk(NURSE).await;
    let row = book(&nurse, "Alvarez").await;
    let patient = today::list(&nurse, None).await.unwrap().rows[0].patient.patient_id;
    let before = booking::preparation_pages(&nurse, sheet(row.visit_id, "en")).await.unwrap();
    let kept = post(&nurse, patient, " c/o Harbour Shelter \n\nPost box 17\n10115 Berlin").await;
    assert_eq!(kept, Ok(Some("c/o Harbour Shelter\nPost box 17\n10115 Berlin".to_owned())));
    let after = booking::preparation_pages(&nurse, sheet(row.visit_id, "en")).await.unwrap();
    assert_ne!(before, after, "the sheet is addressed to where post goes");
    let same = post(&nurse, patient, "c/o Harbour Shelter\nPost box 17\n10115 Berlin").await.unwrap_err();
    assert_eq!(same, "This is where post goes already: write the other address, or leave it as it is.");
    let long = post(&nurse, patient, "1\n2\n3\n4\n5\n6\n7").await.unwrap_err();
    assert_eq!(long, "Write at most six lines of 60 characters, as on an envelope.");
    assert_eq!(post(&nurse, patient, " ").await, Ok(None));
    drop(nurse);
    let told = newest(&day.desk(ADMINISTRATOR).await).await;
    assert_eq!(told.iter().filter(|action| *action == "patient.post-address").count(), 2, "{told:?}");
}
