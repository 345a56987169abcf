//! A result is open until the patient was told, or the attempts and the letter stand in the record; and nobody forgets one
//! that never came.

use super::note::visit_closed;
use super::result::{grew, nothing, report};
use practice::patient::RegisterPatient;
use practice::result::{self, AcknowledgeResult, EnterResult, ProcedureId, ResultRoom};
use practice::telling::{self, TellResult};
use practice::{Desk, Refusal, follow_up, note, settings, today};
use serde_json::{Value, json};
use tests::{ADMINISTRATOR, ClinicDay, NURSE, UROLOGIST};

async fn entered(desk: &Desk, procedure: ProcedureId, after_version: i32) -> ResultRoom {
    let reason = (after_version > 0).then(|| "The laboratory sent a corrected report".to_owned());
    let glasses = vec![nothing("vb1"), nothing("vb2"), grew("vb3", "E. coli", "10^5", "10^5")];
    result::enter(desk, EnterResult { after_version, reason, ..report(procedure, glasses) }).await.unwrap()
}

pub(crate) async fn read_by_urologist(desk: &Desk, room: &ResultRoom) -> Result<ResultRoom, Refusal> {
    let result_id = room.versions.last().unwrap().result_id;
    let action = Some("treat".parse().unwrap());
    let plan = Some("Ciprofloxacin for four weeks, then the test again".to_owned());
    result::acknowledge(desk, AcknowledgeResult { result_id, action, plan }).await
}

fn attempt(room: &ResultRoom, telling: Value) -> TellResult {
    let result_id = room.versions.last().unwrap().result_id;
    TellResult { result_id, telling: serde_json::from_value(telling).unwrap() }
}

fn on_the_telephone() -> Value {
    json!({
        "what": "told", "by": "telephone", "identifiers": ["name", "birth-date"], "to": null,
        "said": "Bacteria in the prostate; an antibiotic for four weeks", "plan": "Comes on Monday",
    })
}

fn missed() -> Value {
    json!({ "what": "not-reached", "messageLeft": false, "note": null })
}

fn letter(kind: &str, said: Option<&str>) -> Value {
    json!({ "what": "letter", "kind": kind, "said": said })
}

async fn waiting(desk: &Desk) -> Vec<String> {
    let rows = follow_up::list(desk).await.unwrap().results;
    rows.iter().map(|one| format!("{} {} tried {}", one.row.stage, one.time, one.row.attempts)).collect()
}

async fn loops(desk: &Desk) -> Vec<String> {
    let open = today::list(desk, None).await.unwrap().open_loops;
    let ours = open.iter().filter(|one| one.kind.ends_with("-results"));
    ours.map(|one| format!("{} {}", one.count, one.words)).collect()
}

fn beside(refusal: &Refusal) -> Vec<&str> {
    refusal.fields.iter().map(|one| one.field.as_str()).collect()
}

#[tokio::test]
async fn a_result_is_read_then_told_and_the_note_says_both() {
    let day = ClinicDay::begin().await;
    let (urologist, procedure) = visit_closed(&day).await;
    drop(urologist);
    let nurse = day.desk(NURSE).await;
    assert_eq!(waiting(&nurse).await, Vec::<String>::new(), "a set that has just been sent is nobody’s task");
    let room = entered(&nurse, procedure, 0).await;
    assert_eq!(room.stage.unwrap().as_str(), "to-read");
    assert_eq!(
        (waiting(&nurse).await, loops(&nurse).await),
        (vec!["to-read due tried 0".to_owned()], vec!["1 result to read".to_owned()])
    );
    let early = telling::tell(&nurse, attempt(&room, on_the_telephone())).await.unwrap_err();
    assert_eq!(early.code, "not-read", "nobody tells what the urologist has not read");
    assert_eq!(read_by_urologist(&nurse, &room).await.unwrap_err().code, "not-permitted");
    drop(nurse);

    let urologist = day.desk(UROLOGIST).await;
    let result_id = room.versions[0].result_id;
    let silent = AcknowledgeResult { result_id, action: Some("call".parse().unwrap()), plan: None };
    assert_eq!(beside(&result::acknowledge(&urologist, silent).await.unwrap_err()), ["plan"]);
    let room = read_by_urologist(&urologist, &room).await.unwrap();
    assert_eq!(room.stage.unwrap().as_str(), "to-tell");
    assert_eq!(read_by_urologist(&urologist, &room).await.unwrap_err().code, "stale");
    drop(urologist);

    let nurse = day.desk(NURSE).await;
    assert_eq!(loops(&nurse).await, ["1 patient to be told of a result"]);
    let mut anybody = on_the_telephone();
    anybody["identifiers"] = json!(["name"]);
    assert_eq!(beside(&telling::tell(&nurse, attempt(&room, anybody)).await.unwrap_err()), ["identifiers"]);
    let room = telling::tell(&nurse, attempt(&room, on_the_telephone())).await.unwrap();
    assert_eq!(room.stage.unwrap().as_str(), "closed");
    assert!(waiting(&nurse).await.is_empty() && loops(&nurse).await.is_empty());
    assert_eq!(telling::tell(&nurse, attempt(&room, missed())).await.unwrap_err().code, "told-already");

    let said = note::room(&nurse, procedure).await.unwrap().draft;
    let said = said.sections.into_iter().find(|section| section.title == "Results").unwrap().paragraphs.join("\n");
    for part in [
        "At 08:01 Tom Abara typed in the laboratory’s report, which came on paper. The numbers were typed twice. The report \
         was compared with the patient by name (SOMMER, Anton) and clinic number (FG-000001). No scan of it is attached: \
         The scanner is out of order.",
        "VB3: Escherichia coli 10^5 cfu/mL.",
        "At 08:01 Dr. Ines Kaya read the results; what follows is treatment. The plan: Ciprofloxacin for four weeks, then \
         the test again.",
        "At 08:01 Tom Abara told the patient the result by telephone, after the patient had given the name and the birth \
         date. This was said: Bacteria in the prostate; an antibiotic for four weeks. This was agreed: Comes on Monday.",
    ] {
        assert!(said.contains(part), "{part}\n---\n{said}");
    }

    let corrected = entered(&nurse, procedure, 1).await;
    assert_eq!(corrected.stage.unwrap().as_str(), "to-read", "a corrected report is told anew");
}

#[tokio::test]
async fn who_is_not_reached_is_tried_twice_and_then_written_to() {
    let day = ClinicDay::begin().await;
    let (urologist, procedure) = visit_closed(&day).await;
    let room = entered(&urologist, procedure, 0).await;
    let room = read_by_urologist(&urologist, &room).await.unwrap();
    let mut left = missed();
    left["messageLeft"] = json!(true);
    let refusal = telling::tell(&urologist, attempt(&room, left)).await.unwrap_err();
    assert_eq!(beside(&refusal), ["messageLeft"], "he was never asked whether a message may be left");
    let asks = letter("asks-to-call", None);
    let soon = telling::tell(&urologist, attempt(&room, asks.clone())).await.unwrap_err();
    assert_eq!(soon.message, "Try 2 times before a letter ends it: 0 so far.");
    telling::tell(&urologist, attempt(&room, missed())).await.unwrap();
    drop(urologist);
    day.wait_minutes(24 * 60);
    let nurse = day.desk(NURSE).await;
    assert_eq!(waiting(&nurse).await, ["to-tell due tried 1"]);
    telling::tell(&nurse, attempt(&room, missed())).await.unwrap();
    let written = telling::tell(&nurse, attempt(&room, asks)).await.unwrap();
    assert_eq!(written.stage.unwrap().as_str(), "closed");
    let last = serde_json::to_value(&written.versions[0].tellings.last().unwrap().telling).unwrap();
    let file = nurse.places.papers.join(last["file"].as_str().unwrap());
    assert!(std::fs::read(file).unwrap().starts_with(b"%PDF"));
    assert!(waiting(&nurse).await.is_empty());
    // He calls back all the same, and is told.
    let told = telling::tell(&nurse, attempt(&room, on_the_telephone())).await.unwrap();
    assert_eq!(told.versions[0].tellings.len(), 4);
    let plain = note::room(&nurse, procedure).await.unwrap().draft.plain();
    let wrote = "wrote a letter that asks the patient to call the clinic and says nothing else";
    assert!(plain.contains(wrote) && plain.contains("reached nobody"), "{plain}");
}

#[tokio::test]
async fn a_result_that_does_not_come_or_is_not_read_becomes_late() {
    let day = ClinicDay::begin().await;
    let (urologist, procedure) = visit_closed(&day).await;
    drop(urologist);
    let administrator = day.desk(ADMINISTRATOR).await;
    let two_days = settings::Setting { name: "laboratory-turnaround".to_owned(), value: "2".to_owned() };
    settings::keep(&administrator, vec![two_days]).await.unwrap();
    drop(administrator);
    day.wait_minutes(2 * 24 * 60 - 60);
    let nurse = day.desk(NURSE).await;
    assert!(waiting(&nurse).await.is_empty());
    drop(nurse);
    day.wait_minutes(120);
    let nurse = day.desk(NURSE).await;
    assert_eq!(waiting(&nurse).await, ["awaited late tried 0"]);
    assert_eq!(loops(&nurse).await, ["1 result overdue at the laboratory"]);
    entered(&nurse, procedure, 0).await;
    drop(nurse);
    // Wednesday to Monday: the weekend is nobody's working day.
    day.wait_minutes(5 * 24 * 60);
    let nurse = day.desk(NURSE).await;
    assert_eq!(waiting(&nurse).await, ["to-read late tried 0"]);
    assert_eq!(loops(&nurse).await, ["1 result to read (1 late)"]);
}

#[tokio::test]
async fn in_custody_the_health_unit_is_told() {
    let day = ClinicDay::begin().await;
    let kessler = RegisterPatient { under_custody: true, ..super::patient::typed("Kessler", "Anton", "1961-04-09") };
    let (urologist, procedure) = super::note::visit_closed_of(&day, kessler).await;
    let glasses = vec![nothing("vb1"), nothing("vb2"), nothing("vb3")];
    let mut request = report(procedure, glasses);
    request.read = super::result::read(&[("name", "Kessler, Anton"), ("birth-date", "1961-04-09")]);
    let room = result::enter(&urologist, request).await.unwrap();
    let room = read_by_urologist(&urologist, &room).await.unwrap();
    let refusal = telling::tell(&urologist, attempt(&room, on_the_telephone())).await.unwrap_err();
    assert_eq!(refusal.fields[0].message, "In custody: call the health unit, or tell him face to face.");
    let mut unit = on_the_telephone();
    unit["by"] = json!("health-unit");
    assert_eq!(beside(&telling::tell(&urologist, attempt(&room, unit.clone())).await.unwrap_err()), ["to"]);
    unit["to"] = json!("Sister Bond");
    let told = telling::tell(&urologist, attempt(&room, unit)).await.unwrap();
    assert_eq!(told.stage.unwrap().as_str(), "closed");
    let plain = note::room(&urologist, procedure).await.unwrap().draft.plain();
    assert!(plain.contains("told the patient the result through the health unit (Sister Bond)"), "{plain}");
}

#[tokio::test]
async fn a_letter_tells_the_result_to_whoever_wants_it_in_writing() {
    let day = ClinicDay::begin().await;
    let (urologist, procedure) = visit_closed(&day).await;
    let room = entered(&urologist, procedure, 0).await;
    let room = read_by_urologist(&urologist, &room).await.unwrap();
    let empty = telling::tell(&urologist, attempt(&room, letter("tells-the-result", None))).await.unwrap_err();
    assert_eq!(beside(&empty), ["said"]);
    let words = letter("tells-the-result", Some("Bacteria were found. Please fetch the prescription."));
    let told = telling::tell(&urologist, attempt(&room, words)).await.unwrap();
    assert_eq!(told.stage.unwrap().as_str(), "closed");
}
