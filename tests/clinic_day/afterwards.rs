//! The power was gone and the visit went on: it is entered afterwards, with both its hours, and the rules say what they think.

use super::collection::{glasses, order_for, verify_all};
use super::patient::book;
use super::safety::{ask_everything, consent_to_massage, typed, well_patient_in_the_room};
use practice::afterwards::{self, AfterwardsRoom, RecordAfterwards};
use practice::visit::BookVisit;
use practice::{Desk, Refusal, collection, incident, note, order, screening, specimen, visit};
use serde_json::{Value, json};
use tests::{ADMINISTRATOR, ClinicDay, NURSE, UROLOGIST};

/// A sheet of paper of this morning, at first with nothing on it.
pub(crate) fn sheet(visit: visit::VisitId, passphrase: &str, parts: Value) -> RecordAfterwards {
    let mut whole = json!({
        "visitId": visit, "date": "2026-11-23", "because": "power cut", "passphrase": passphrase,
        "consent": null, "vitals": null, "answers": null, "gate": null, "findings": null, "massage": null,
        "glasses": [], "second": null,
    });
    let Value::Object(parts) = parts else { panic!("a sheet has named parts") };
    for (name, part) in parts {
        whole[name.as_str()] = part;
    }
    serde_json::from_value(whole).unwrap()
}

pub(crate) fn glass(role: &str, time: &str, measure: &str) -> Value {
    json!({
        "role": role, "time": time, "measure": measure, "ml": null, "appearance": null, "how": "by-patient",
        "reason": null, "number": null,
    })
}

fn no_glass(role: &str, time: &str, reason: &str) -> Value {
    json!({
        "role": role, "time": time, "measure": null, "ml": null, "appearance": null, "how": null,
        "reason": reason, "number": null,
    })
}

pub(crate) fn gate_then(time: &str) -> Value {
    json!({ "time": time, "gate": {
        "noneOfTheStopFindings": true, "inspection": [], "inspectionText": null, "tenderness": null,
        "consistency": null, "warmth": null, "fluctuance": null,
    }})
}

pub(crate) fn massage_then(began: &str, ended: Option<&str>) -> Value {
    json!({ "began": began, "ended": ended, "reason": null, "strokesRight": null, "strokesLeft": null })
}

pub(crate) fn consent_then(time: &str) -> Value {
    json!({ "time": time, "acts": ["dre", "mas"], "chaperoneOffered": true, "how": "spoken to Dr. Kaya, the nurse was there" })
}

fn vitals_then(time: &str, temperature: &str) -> Value {
    json!({ "time": time, "confirmed": true, "vitals": {
        "temperature": temperature, "temperatureUnit": "degC", "pulse": "72", "systolic": "128", "diastolic": "78",
        "breaths": "",
    }})
}

pub(crate) fn nurse_stands_by() -> Value {
    json!({ "name": NURSE.name, "passphrase": NURSE.passphrase, "kit": "" })
}

fn fields(refusal: &Refusal) -> String {
    refusal.fields.iter().map(|beside| beside.field.clone()).collect::<Vec<_>>().join(" ")
}

async fn incidents(desk: &Desk) -> Vec<String> {
    let all = incident::list(desk).await.unwrap();
    all.into_iter().filter_map(|one| one.chart.map(|chart| chart.words)).collect()
}

async fn note_of(desk: &Desk, row: &visit::VisitRow) -> String {
    let draft = note::room(desk, row.procedure_id).await.unwrap().draft;
    draft.sections.iter().flat_map(|section| section.paragraphs.clone()).collect::<Vec<_>>().join("\n")
}

fn judged(room: &AfterwardsRoom, title: &str) -> String {
    room.told.iter().find(|told| told.title == title).unwrap().words.clone()
}

/// A visit booked for this morning that no screen saw; the urologist signs on at noon.
async fn unseen_visit(day: &ClinicDay) -> (Desk, visit::VisitRow) {
    let nurse = day.desk(NURSE).await;
    let row = book(&nurse, "Sommer").await;
    drop(nurse);
    day.wait_minutes(240);
    (day.desk(UROLOGIST).await, row)
}

#[tokio::test]
async fn a_whole_visit_on_paper_is_entered_with_both_hours_and_opens_nothing() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = unseen_visit(&day).await;
    let room = afterwards::room(&urologist, row.visit_id).await.unwrap();
    let asked: Vec<Value> = room
        .room
        .items
        .iter()
        .filter(|item| !item.id.starts_with("dipstick"))
        .filter(|item| {
            !["flank-pain", "anc", "platelets", "inr", "new-confusion", "looks-ill"].contains(&item.id.as_str())
        })
        .map(|item| json!({ "item": item.id, "said": "no", "value": null, "unit": null, "stated": "none-of-these" }))
        .collect();
    let whole = sheet(
        row.visit_id,
        UROLOGIST.passphrase,
        json!({
            "consent": consent_then("09:00"),
            "vitals": vitals_then("08:55", "36.8"),
            "answers": { "time": "08:50", "answers": asked },
            "gate": gate_then("09:12"),
            "findings": { "time": "09:13", "findings": {
                "unstatedNormal": true, "otherSectorsNormal": true, "sizeMl": 35, "nodules": [],
            }},
            "massage": massage_then("09:15", Some("09:16")),
            "glasses": [
                glass("vb1", "09:05", "enough"), glass("vb2", "09:06", "enough"), no_glass("eps", "09:16", "dry"),
                glass("vb3", "09:18", "enough"),
            ],
            "second": nurse_stands_by(),
        }),
    );
    let told = afterwards::record(&urologist, whole).await.unwrap();
    assert_eq!(told.room.visit_status.as_str(), "in-room");
    assert_eq!(told.room.procedure_status.as_str(), "finished");
    assert!(judged(&told, "The rules on the massage").starts_with("no rule "), "{:?}", told.told);
    assert!(incidents(&urologist).await.is_empty());
    let titles: Vec<&str> = told.told.iter().map(|one| one.title.as_str()).collect();
    assert_eq!(titles[..5], ["Answers", "Vital signs", "Consent, as told", "VB1", "VB2"]);
    assert!(told.told.iter().all(|one| one.because == "power cut" && one.happened < one.noted));

    let view = collection::open(&urologist, row.procedure_id).await.unwrap();
    assert_eq!(glasses(&view), "vb1 collected, vb2 collected, eps dry, vb3 collected");
    assert!(view.timers.is_empty(), "this way has no timer");
    verify_all(&urologist, row.procedure_id).await;
    let zpl = std::fs::read_to_string(urologist.places.labels.join("U260000011E-1.zpl")).unwrap();
    assert!(zpl.contains("LATE LABEL") && zpl.contains("2026-11-23 09:05"), "{zpl}");
    let sent = order::make(&urologist, order_for(row.procedure_id)).await.unwrap();
    let message = std::fs::read_to_string(urologist.places.orders.join(&sent.message_file)).unwrap();
    assert!(message.contains("VB1: recorded afterwards, collected 23 Nov 2026, 09:05"), "{message}");
    let vb1 = view.glasses[0].specimen_id;
    let custody = specimen::open(&urologist, vb1).await.unwrap().custody;
    let caught = custody.iter().find(|line| line.event.as_str() == "collected").unwrap();
    assert!(caught.note.as_deref().unwrap().ends_with("recorded afterwards, because power cut"), "{caught:?}");
    practice::demo::look_after(&urologist, row.visit_id).await.unwrap();
    visit::close(&urologist, row.visit_id).await.unwrap();
    let text = note_of(&urologist, &row).await;
    for sentence in [
        "The prostate was massaged from 09:15 to 09:16, as was recorded afterwards",
        "At 12:00 Dr. Ines Kaya recorded this afterwards; it happened at 09:15: Massage",
        "Tom Abara stood by",
        "VB1 (enough) was collected at 09:05",
        "agreed to the examination and the massage; a chaperone was offered; spoken to Dr. Kaya",
    ] {
        assert!(text.contains(sentence), "{sentence}\n{text}");
    }
}

#[tokio::test]
async fn a_massage_before_the_fever_was_noticed_opens_an_incident_and_is_never_refused() {
    let day = ClinicDay::begin().await;
    let nurse = day.desk(NURSE).await;
    let row = book(&nurse, "Sommer").await;
    visit::arrive(&nurse, row.visit_id).await.unwrap();
    ask_everything(&nurse, row.visit_id, &[]).await;
    consent_to_massage(&nurse, row.visit_id).await;
    drop(nurse);
    day.wait_minutes(60);
    let nurse = day.desk(NURSE).await;
    let mut fever = typed(row.visit_id, "38.4", "degC");
    fever.confirmed = true;
    screening::measure(&nurse, fever).await.unwrap();
    drop(nurse);
    let urologist = day.desk(UROLOGIST).await;
    let parts = json!({
        "because": "the screen was frozen", "gate": gate_then("08:40"), "massage": massage_then("08:41", None),
    });
    let told = afterwards::record(&urologist, sheet(row.visit_id, UROLOGIST.passphrase, parts)).await.unwrap();
    let words = judged(&told, "The rules on the massage");
    assert!(words.contains("A temperature of 38.0 °C or more") && words.ends_with("an incident was opened"), "{words}");
    let opened = incidents(&urologist).await;
    assert_eq!(opened.len(), 1, "{opened:?}");
    assert!(opened[0].contains("the massage was done at 23 Nov 2026, 08:41 against the rules"), "{opened:?}");
    let text = note_of(&urologist, &row).await;
    assert!(text.contains("it happened at 08:41: The rules on the massage"), "{text}");
    assert!(text.contains("how long it took is not known"), "{text}");
}

#[tokio::test]
async fn without_consent_and_with_the_gate_open_each_is_an_incident() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = unseen_visit(&day).await;
    let parts = json!({ "massage": massage_then("09:15", None) });
    let told = afterwards::record(&urologist, sheet(row.visit_id, UROLOGIST.passphrase, parts)).await.unwrap();
    let words = judged(&told, "The rules on the massage");
    for why in ["no consent to it was recorded", "the five answers of the gate were open"] {
        assert!(words.contains(why), "{words}");
    }
    assert_eq!(incidents(&urologist).await.len(), 1);
    let again = collection::start_massage(&urologist, row.procedure_id).await.unwrap_err();
    assert_eq!(again.code, "not-cleared", "nothing is begun on what was told");
}

#[tokio::test]
async fn only_what_cannot_have_been_is_refused_and_each_beside_its_field() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = unseen_visit(&day).await;
    let refused = async |parts: Value| {
        let request = sheet(row.visit_id, UROLOGIST.passphrase, parts);
        fields(&afterwards::record(&urologist, request).await.unwrap_err())
    };
    let second = nurse_stands_by();
    assert_eq!(refused(json!({})).await, "date", "an empty sheet");
    assert_eq!(refused(json!({ "massage": massage_then("12:01", None) })).await, "massage.began", "the future");
    assert_eq!(refused(json!({ "massage": massage_then("09:15", Some("09:14")) })).await, "massage.ended");
    for (right, left) in [("40", "3"), ("4", ""), ("4", "four"), ("4", "999")] {
        let mut counted = massage_then("09:15", None);
        (counted["strokesRight"], counted["strokesLeft"]) = (right.into(), left.into());
        assert_eq!(refused(json!({ "massage": counted })).await, "massage.strokes", "{right} and {left} strokes");
    }
    let vb3 = json!({ "glasses": [glass("vb3", "09:18", "enough")], "second": second });
    assert_eq!(refused(vb3).await, "glasses.vb3.time", "VB3 before the massage");
    let dry = json!({
        "massage": massage_then("09:15", None), "second": second,
        "glasses": [no_glass("eps", "09:16", "dry"), glass("eps", "09:17", "drops")],
    });
    assert_eq!(refused(dry).await, "glasses.eps.time", "an amount after none");
    let unborn = json!({ "date": "1911-01-01", "gate": gate_then("09:00") });
    assert_eq!(refused(unborn).await, "gate.time", "before the patient was born");
    assert_eq!(refused(json!({ "because": " ", "gate": gate_then("09:00") })).await, "because");
    let wrong = sheet(row.visit_id, "not her passphrase at all", json!({ "gate": gate_then("09:00") }));
    assert_eq!(fields(&afterwards::record(&urologist, wrong).await.unwrap_err()), "passphrase");
    let room = afterwards::room(&urologist, row.visit_id).await.unwrap();
    assert!(room.told.is_empty(), "nothing of what was refused was kept");
}

#[tokio::test]
async fn a_late_label_needs_somebody_who_stands_by() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = unseen_visit(&day).await;
    let parts = |second: Value| json!({ "glasses": [glass("vb1", "09:05", "enough")], "second": second });
    let refused = async |second: Value| {
        let request = sheet(row.visit_id, UROLOGIST.passphrase, parts(second));
        afterwards::record(&urologist, request).await.unwrap_err()
    };
    assert_eq!(refused(Value::Null).await.code, "second-person-missing");
    let herself = json!({ "name": UROLOGIST.name, "passphrase": UROLOGIST.passphrase, "kit": "" });
    assert_eq!(fields(&refused(herself).await), "second");
    let kit_alone = json!({ "name": "", "passphrase": "", "kit": "whatever" });
    assert_eq!(refused(kit_alone).await.code, "second-person-missing", "two people work here");
    let request = sheet(row.visit_id, UROLOGIST.passphrase, parts(nurse_stands_by()));
    assert!(afterwards::record(&urologist, request).await.is_ok());
}

#[tokio::test]
async fn what_check_in_knows_is_put_right_there_and_a_stop_is_not_talked_away() {
    let day = ClinicDay::begin().await;
    let nurse = day.desk(NURSE).await;
    let row = book(&nurse, "Sommer").await;
    visit::arrive(&nurse, row.visit_id).await.unwrap();
    ask_everything(&nurse, row.visit_id, &[("rigors-24h", "new-or-worse")]).await;
    let no = json!({ "item": "rigors-24h", "said": "no", "value": null, "unit": null, "stated": "singly" });
    let parts = json!({ "answers": { "time": "08:00", "answers": [no] } });
    let refused = afterwards::record(&nurse, sheet(row.visit_id, NURSE.passphrase, parts)).await.unwrap_err();
    assert_eq!(fields(&refused), "answers.rigors-24h");
}

#[tokio::test]
async fn a_gate_told_afterwards_stops_what_has_not_begun() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = well_patient_in_the_room(&day).await;
    let gate = json!({ "time": "08:00", "gate": {
        "noneOfTheStopFindings": false, "inspection": ["clear"], "inspectionText": null, "tenderness": "severe",
        "consistency": "boggy", "warmth": true, "fluctuance": false,
    }});
    let request = sheet(row.visit_id, UROLOGIST.passphrase, json!({ "gate": gate }));
    let told = afterwards::record(&urologist, request).await.unwrap();
    assert_eq!(told.room.procedure_status.as_str(), "aborted-safety");
}

#[tokio::test]
async fn a_visit_of_another_day_is_entered_and_one_that_has_not_come_is_not() {
    let day = ClinicDay::begin().await;
    let nurse = day.desk(NURSE).await;
    let patient_id = book(&nurse, "Sommer").await;
    let patient_id = nurse.records.reading().await.unwrap().visit_state(patient_id.visit_id).await.unwrap().patient_id;
    let past = |date: &str| BookVisit {
        patient_id,
        kind: "four-glass".parse().unwrap(),
        indication: "ind-four-glass".to_owned(),
        date: date.to_owned(),
        time: "09:00".to_owned(),
    };
    assert_eq!(fields(&afterwards::book_past(&nurse, past("2026-11-24")).await.unwrap_err()), "date");
    assert_eq!(fields(&afterwards::book_past(&nurse, past("1901-01-01")).await.unwrap_err()), "date");
    let row = afterwards::book_past(&nurse, past("2026-11-20")).await.unwrap();
    assert_eq!(row.date, "2026-11-20");
    drop(nurse);
    let administrator = day.desk(ADMINISTRATOR).await;
    assert_eq!(afterwards::room(&administrator, row.visit_id).await.unwrap_err().code, "not-permitted");
}
