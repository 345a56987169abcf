//! Visits that do not take place: cancelled, or nobody came; and who came after all.

use super::audit::newest;
use super::collection::first_urines;
use super::patient::{book, book_for};
use super::safety::{answers, consent_to_massage, typed, well_patient_in_the_room};
use practice::calling_off::{self, CancelVisit};
use practice::visit::{self, BookVisit, VisitId};
use practice::{Desk, collection, consent, patient, procedure, screening, stop, today};
use tests::{ADMINISTRATOR, ClinicDay, NURSE, UROLOGIST};

fn cancelled(visit_id: VisitId, by: &str, reason: &str) -> CancelVisit {
    CancelVisit { visit_id, by: by.parse().ok(), reason: reason.to_owned() }
}

/// How Today reads: family name, status, who called it off, and what is next.
async fn list(desk: &Desk) -> Vec<String> {
    let rows = today::list(desk, None).await.unwrap().rows;
    let told = rows.iter().map(|row| {
        let by = row.called_off.map_or_else(String::new, |by| format!(" by the {by}"));
        format!("{} {}{by}, {}", row.patient.family, row.status, row.next_act.as_str())
    });
    told.collect()
}

async fn in_chart(desk: &Desk, visit: &visit::VisitRow) -> String {
    let chart = patient::find(desk, "").await.unwrap();
    assert!(chart.is_empty(), "nobody is found by nothing");
    let today = today::list(desk, None).await.unwrap();
    let row = today.rows.iter().find(|row| row.visit_id == visit.visit_id).unwrap();
    let chart = patient::open(desk, row.patient.patient_id).await.unwrap();
    let row = chart.visits.iter().find(|row| row.visit_id == visit.visit_id).unwrap();
    format!("{} {}", row.status, row.called_off.clone().unwrap_or_default())
}

#[tokio::test]
async fn whoever_did_not_come_is_said_so_after_the_hour_and_may_come_after_all() {
    let day = ClinicDay::begin().await;
    let nurse = day.desk(NURSE).await;
    let late = book(&nurse, "Alvarez").await;
    book_for(&nurse, "Baumann", "dre", "ind-dre-luts").await;
    let early = calling_off::did_not_come(&nurse, late.visit_id).await.unwrap_err();
    assert_eq!(
        (early.code.as_str(), early.message.as_str()),
        ("not-yet-missed", "The visit is booked for 23 Nov 2026, 09:30: nobody has failed to come before that.")
    );
    drop(nurse);
    day.wait_minutes(91);
    let nurse = day.desk(NURSE).await;
    calling_off::did_not_come(&nurse, late.visit_id).await.unwrap();
    assert_eq!(list(&nurse).await, ["Baumann booked, arrive", "Alvarez no-show, came-after-all"]);
    assert_eq!(calling_off::did_not_come(&nurse, late.visit_id).await.unwrap_err().code, "visit-missed");
    let asked = screening::answer(&nurse, answers(late.visit_id, &[("diabetes", "no")])).await.unwrap_err();
    assert_eq!(asked.code, "visit-called-off");
    let cancel = calling_off::cancel(&nurse, cancelled(late.visit_id, "patient", "a cold")).await.unwrap_err();
    assert_eq!(cancel.code, "visit-missed");

    visit::arrive(&nurse, late.visit_id).await.unwrap();
    assert_eq!(list(&nurse).await[0], "Alvarez arrived, check-in");
    assert_eq!(in_chart(&nurse, &late).await, "arrived came after all");
    assert_eq!(calling_off::did_not_come(&nurse, late.visit_id).await.unwrap_err().code, "patient-here");
    drop(nurse);
    let told = newest(&day.desk(ADMINISTRATOR).await).await;
    assert_eq!(told.iter().filter(|action| *action == "visit.call-off").count(), 2, "{told:?}");
}

#[tokio::test]
async fn nobody_comes_after_all_on_another_day() {
    let day = ClinicDay::begin().await;
    let nurse = day.desk(NURSE).await;
    let row = book(&nurse, "Alvarez").await;
    drop(nurse);
    day.wait_minutes(91);
    let nurse = day.desk(NURSE).await;
    calling_off::did_not_come(&nurse, row.visit_id).await.unwrap();
    drop(nurse);
    day.wait_minutes(24 * 60);
    let nurse = day.desk(NURSE).await;
    let yesterday = today::list(&nurse, Some("2026-11-23".to_owned())).await.unwrap();
    assert_eq!(yesterday.rows[0].next_act.as_str(), "nothing");
    let refused = visit::arrive(&nurse, row.visit_id).await.unwrap_err();
    assert_eq!(
        (refused.code.as_str(), refused.message.as_str()),
        ("visit-of-another-day", "Nobody came on 23 Nov 2026: book a new visit for today.")
    );
}

#[tokio::test]
async fn a_visit_is_cancelled_with_who_and_why_and_its_consent_runs_out_with_it() {
    let day = ClinicDay::begin().await;
    let nurse = day.desk(NURSE).await;
    let row = book(&nurse, "Alvarez").await;
    visit::arrive(&nurse, row.visit_id).await.unwrap();
    screening::measure(&nurse, typed(row.visit_id, "36.8", "degC")).await.unwrap();
    consent_to_massage(&nurse, row.visit_id).await;
    let unsaid = calling_off::cancel(&nurse, cancelled(row.visit_id, "", " ")).await.unwrap_err();
    let fields: Vec<_> = unsaid.fields.iter().map(|beside| beside.field.as_str()).collect();
    assert_eq!(fields, ["by", "reason"]);

    calling_off::cancel(&nurse, cancelled(row.visit_id, "clinic", "the urologist is ill")).await.unwrap();
    assert_eq!(list(&nurse).await, ["Alvarez cancelled by the clinic, nothing"]);
    assert_eq!(in_chart(&nurse, &row).await, "cancelled by the clinic: the urologist is ill");
    let room = consent::room(&nurse, row.visit_id).await.unwrap();
    assert!(!room.open && room.cover.iter().all(|cover| !cover.covered), "{:?}", room.cover);
    let refused = screening::answer(&nurse, answers(row.visit_id, &[("diabetes", "no")])).await.unwrap_err();
    assert_eq!(refused.message, "This visit is cancelled: book a new one.");
    assert!(screening::measure(&nurse, typed(row.visit_id, "36.8", "degC")).await.is_err());
    let again = calling_off::cancel(&nurse, cancelled(row.visit_id, "clinic", "ill")).await.unwrap_err();
    assert_eq!(again.code, "visit-cancelled");
    assert_eq!(visit::arrive(&nurse, row.visit_id).await.unwrap_err().code, "visit-not-booked");
    drop(nurse);
    let administrator = day.desk(ADMINISTRATOR).await;
    let refused = calling_off::cancel(&administrator, cancelled(row.visit_id, "clinic", "ill")).await.unwrap_err();
    assert_eq!(refused.code, "not-permitted");
}

#[tokio::test]
async fn what_was_begun_or_collected_is_not_cancelled() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = well_patient_in_the_room(&day).await;
    let cancel = || calling_off::cancel(&urologist, cancelled(row.visit_id, "patient", "no time"));
    assert_eq!(cancel().await.unwrap_err().code, "visit-begun");
    collection::receive_first_urines(&urologist, first_urines(row.procedure_id)).await.unwrap();
    let refused = cancel().await.unwrap_err();
    assert_eq!(refused.code, "visit-has-tubes");
    assert!(refused.message.contains("send or discard them"), "{}", refused.message);
}

#[tokio::test]
async fn a_stop_is_no_cancellation() {
    let day = ClinicDay::begin().await;
    let nurse = day.desk(NURSE).await;
    let row = book(&nurse, "Alvarez").await;
    visit::arrive(&nurse, row.visit_id).await.unwrap();
    screening::answer(&nurse, answers(row.visit_id, &[("absent-rectum", "yes")])).await.unwrap();
    let refused = calling_off::cancel(&nurse, cancelled(row.visit_id, "clinic", "no rectum")).await.unwrap_err();
    assert_eq!(refused.code, "procedure-stopped");
    stop::end(&nurse, row.visit_id).await.unwrap();
    assert_eq!(today::list(&nurse, None).await.unwrap().rows[0].procedure_status.as_str(), "aborted-safety");
}

#[tokio::test]
async fn nobody_books_in_the_past_or_further_ahead_than_two_years() {
    let day = ClinicDay::begin().await;
    let urologist = day.desk(UROLOGIST).await;
    let row = book(&urologist, "Alvarez").await;
    let patient_id = today::list(&urologist, None).await.unwrap().rows[0].patient.patient_id;
    assert_eq!(row.date, "2026-11-23");
    let on = |date: &str| BookVisit {
        patient_id,
        kind: "dre".parse().unwrap(),
        indication: "ind-dre-luts".to_owned(),
        date: date.to_owned(),
        time: "09:15".to_owned(),
    };
    for (date, words) in [
        ("2026-11-22", "This day has passed; what was already done is entered as recorded afterwards."),
        ("2099-01-01", "This day is more than two years ahead; look at the year again."),
        ("2028-11-24", "This day is more than two years ahead; look at the year again."),
        ("2027-02-29", "Write a day that exists, as day month year (22 11 2026)."),
    ] {
        let refused = visit::book(&urologist, on(date)).await.unwrap_err();
        assert_eq!((refused.fields[0].field.as_str(), refused.fields[0].message.as_str()), ("date", words), "{date}");
    }
    visit::book(&urologist, on("2028-11-23")).await.unwrap();
}

#[tokio::test]
async fn what_is_called_off_is_no_open_work() {
    let day = ClinicDay::begin().await;
    let nurse = day.desk(NURSE).await;
    let row = book(&nurse, "Alvarez").await;
    let open = async |desk: &Desk| procedure::status(desk).await.unwrap().figures.open_procedures;
    let cancelled_there = async |desk: &Desk| {
        let listed = procedure::list(desk).await.unwrap();
        listed[0].called_off.is_some_and(|status| status.as_str() == "cancelled")
    };
    assert_eq!((open(&nurse).await, cancelled_there(&nurse).await), (1, false));
    calling_off::cancel(&nurse, cancelled(row.visit_id, "patient", "a cold")).await.unwrap();
    assert_eq!((open(&nurse).await, cancelled_there(&nurse).await), (0, true));
}
