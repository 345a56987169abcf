//! The call after a massage: it opens by itself, comes due, is tried, answered, and counted when it is late.

use super::aftercare::massaged;
use super::safety::{felt, gate, well_patient_in_the_room};
use practice::demo::look_after;
use practice::follow_up::{self, LogCall, TypedAttempt};
use practice::visit::{VisitId, VisitRow};
use practice::{Desk, collection, note, today, visit};
use serde_json::json;
use tests::{ClinicDay, NURSE};

async fn gone_home(day: &ClinicDay) -> VisitRow {
    let (urologist, row) = massaged(day).await;
    look_after(&urologist, row.visit_id).await.unwrap();
    visit::close(&urologist, row.visit_id).await.unwrap();
    row
}

fn answered(visit_id: VisitId, but: &serde_json::Value) -> LogCall {
    let mut whole = json!({
        "what": "reached", "identified": true, "fever": false, "chills": false, "pain": "2", "urine": "usual",
        "bleeding": "streak", "bowel": "usual", "other": null, "advice": null, "next": "nothing",
    });
    for (name, answer) in but.as_object().unwrap() {
        whole[name] = answer.clone();
    }
    LogCall { visit_id, attempt: serde_json::from_value(whole).unwrap() }
}

fn missed(visit_id: VisitId) -> LogCall {
    LogCall { visit_id, attempt: TypedAttempt::NotReached { message_left: true, note: None } }
}

async fn times(desk: &Desk) -> Vec<String> {
    let calls = follow_up::list(desk).await.unwrap().calls;
    calls.iter().map(|call| format!("{} {} tried {}", call.row.reason, call.time, call.row.attempts)).collect()
}

async fn overdue(desk: &Desk) -> u32 {
    let loops = today::list(desk, None).await.unwrap().open_loops;
    loops.iter().find(|one| one.kind == "overdue-calls").map_or(0, |one| one.count)
}

#[tokio::test]
async fn a_call_comes_due_is_tried_and_is_over_when_it_was_answered() {
    let day = ClinicDay::begin().await;
    let row = gone_home(&day).await;
    let visit = row.visit_id;
    let nurse = day.desk(NURSE).await;
    assert_eq!(times(&nurse).await, ["massage waiting tried 0"]);
    drop(nurse);
    day.wait_minutes(25 * 60);
    let nurse = day.desk(NURSE).await;
    assert_eq!(times(&nurse).await, ["massage due tried 0"]);
    let room = follow_up::call(&nurse, visit).await.unwrap();
    assert_eq!(
        (room.call.row.reach.as_deref(), room.sheet_language.as_deref()),
        (Some("030 5550 100"), Some("English"))
    );
    let given_up = |words: &str| LogCall { visit_id: visit, attempt: TypedAttempt::Ended { words: words.to_owned() } };
    let refusal = follow_up::log(&nurse, given_up("letter")).await.unwrap_err();
    assert_eq!(refusal.fields[0].field, "words");
    follow_up::log(&nurse, missed(visit)).await.unwrap();
    assert_eq!(times(&nurse).await, ["massage due tried 1"]);

    let silent = answered(visit, &json!({ "fever": true }));
    let refusal = follow_up::log(&nurse, silent).await.unwrap_err();
    assert_eq!(
        refusal.fields[0].message,
        "These answers are red flags of the sheet (fever): write what was advised, or choose what follows."
    );
    let empty = answered(visit, &json!({ "identified": false, "chills": null, "pain": "", "next": null }));
    let fields: Vec<String> =
        follow_up::log(&nurse, empty).await.unwrap_err().fields.into_iter().map(|one| one.field).collect();
    assert_eq!(fields, ["identified", "pain", "chills", "next"]);
    let room = follow_up::log(&nurse, answered(visit, &json!({ "other": "Slept well" }))).await.unwrap();
    assert!(room.call.row.over && room.attempts.len() == 2);
    assert!(times(&nurse).await.is_empty());
    assert_eq!(follow_up::log(&nurse, missed(visit)).await.unwrap_err().code, "call-over");

    let said = note::room(&nurse, row.procedure_id).await.unwrap().draft;
    let said = said.sections.into_iter().find(|section| section.title == "Adverse events and calls").unwrap();
    assert_eq!(
        said.paragraphs,
        [
            "Tom Abara called at 24 Nov 2026, 09:01 and did not reach the patient; a message asked to call back.",
            "Tom Abara reached the patient by telephone at 24 Nov 2026, 09:01. The patient reported: no fever, no chills, \
             pain 2 of 10, the urine runs as usual, a streak of blood and the bowel is as usual. Also: Slept well. Nothing \
             more was needed.",
        ]
    );
}

#[tokio::test]
async fn a_call_that_nobody_made_is_counted_and_never_forgotten() {
    let day = ClinicDay::begin().await;
    let row = gone_home(&day).await;
    day.wait_minutes(49 * 60);
    let nurse = day.desk(NURSE).await;
    assert_eq!((times(&nurse).await, overdue(&nurse).await), (vec!["massage overdue tried 0".to_owned()], 1));
    drop(nurse);
    day.wait_minutes(30 * 24 * 60);
    let nurse = day.desk(NURSE).await;
    assert_eq!((times(&nurse).await, overdue(&nurse).await), (vec!["massage past-window tried 0".to_owned()], 1));
    follow_up::log(&nurse, missed(row.visit_id)).await.unwrap();
    let words = TypedAttempt::Ended { words: "Letter sent".to_owned() };
    follow_up::log(&nurse, LogCall { visit_id: row.visit_id, attempt: words }).await.unwrap();
    assert_eq!((times(&nurse).await.len(), overdue(&nurse).await), (0, 0));
}

#[tokio::test]
async fn who_left_or_was_stopped_at_the_examination_is_called_too() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = well_patient_in_the_room(&day).await;
    collection::patient_left(&urologist, row.procedure_id).await.unwrap();
    assert_eq!(times(&urologist).await, ["left-early waiting tried 0"]);

    let day = ClinicDay::begin().await;
    let (urologist, row) = well_patient_in_the_room(&day).await;
    gate(&urologist, row.visit_id, felt("severe", "boggy")).await.unwrap();
    collection::collect_no_more(&urologist, row.procedure_id).await.unwrap();
    visit::close(&urologist, row.visit_id).await.unwrap();
    assert_eq!(times(&urologist).await, ["safety-stop waiting tried 0"]);
}
