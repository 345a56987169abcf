//! The rest of the checklist on the day: a day half known, a drug and its dose, a pressure that must be fresh, blood first.

use super::patient::book;
use super::safety::{
    answer_none, ask_everything, consent_to_massage, gate_passed, light, take_time_out, typed, well_patient_in_the_room,
};
use practice::screening::{self, CheckInRoom, GiveAnswers, VisitId};
use practice::{Desk, Refusal, collection, note, visit};
use serde_json::{Value, json};
use tests::{ClinicDay, NURSE, UROLOGIST};

async fn give(desk: &Desk, visit: VisitId, answer: Value) -> Result<CheckInRoom, Refusal> {
    let mut whole = json!({ "said": null, "value": null, "unit": null, "detail": null, "stated": "singly" });
    for (name, part) in answer.as_object().unwrap() {
        whole[name] = part.clone();
    }
    let answers = serde_json::from_value(json!([whole])).unwrap();
    screening::answer(desk, GiveAnswers { visit_id: visit, answers, reason: None, second: None }).await
}

/// A patient at the nurse's desk, measured and asked everything.
async fn at_check_in(day: &ClinicDay, said: &[(&str, &str)]) -> (Desk, visit::VisitRow) {
    let nurse = day.desk(NURSE).await;
    let row = book(&nurse, "Sommer").await;
    visit::arrive(&nurse, row.visit_id).await.unwrap();
    screening::measure(&nurse, typed(row.visit_id, "36.8", "degC")).await.unwrap();
    ask_everything(&nurse, row.visit_id, said).await;
    (nurse, row)
}

fn words(room: &CheckInRoom, item: &str) -> String {
    let asked = room.items.iter().find(|asked| asked.id == item).unwrap();
    let answer = asked.answer.as_ref().unwrap();
    [Some(answer.words.clone()), answer.detail.clone()].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[tokio::test]
async fn a_day_half_known_counts_at_its_latest() {
    let day = ClinicDay::begin().await;
    let nurse = day.desk(NURSE).await;
    let row = book(&nurse, "Sommer").await;
    let visit = row.visit_id;
    visit::arrive(&nurse, visit).await.unwrap();

    let refused =
        give(&nurse, visit, json!({ "item": "recent-anorectal-surgery", "value": "2026-12" })).await.unwrap_err();
    let beside = &refused.fields[0];
    assert_eq!(
        (beside.field.as_str(), beside.message.as_str()),
        ("recent-anorectal-surgery", "This day lies after today.")
    );
    let room = give(&nurse, visit, json!({ "item": "recent-anorectal-surgery", "value": "2026-10" })).await.unwrap();
    assert_eq!(words(&room, "recent-anorectal-surgery"), "Oct 2026");
    assert_eq!(light(&room, "mas"), "blocked: A fresh suture line can tear.");
    // The letter of the hospital comes: it was in the first days of October. Who typed it puts it right.
    let room = give(&nurse, visit, json!({ "item": "recent-anorectal-surgery", "value": "2026-10-02" })).await.unwrap();
    assert!(light(&room, "mas").starts_with("incomplete"), "{}", light(&room, "mas"));
}

#[tokio::test]
async fn a_drug_stands_beside_its_yes_and_in_the_note() {
    let day = ClinicDay::begin().await;
    let (nurse, row) = at_check_in(&day, &[]).await;
    let beside = json!({ "item": "anticoagulant", "said": "yes", "detail": "apixaban 5 mg, today 07:00" });
    let room = give(&nurse, row.visit_id, beside).await.unwrap();
    assert_eq!(words(&room, "anticoagulant"), "yes, apixaban 5 mg, today 07:00");
    let room = give(&nurse, row.visit_id, json!({ "item": "rectal-bleeding", "said": "yes" })).await.unwrap();
    assert_eq!(light(&room, "mas"), "blocked: Thinned blood and a second reason to bleed: the risks add up.");
    let note = note::room(&nurse, row.procedure_id).await.unwrap();
    let text = serde_json::to_string(&note.draft).unwrap();
    assert!(text.contains("apixaban 5 mg, today 07:00"), "{text}");
}

#[tokio::test]
async fn a_spinal_cord_injury_waits_for_a_pressure_of_the_last_half_hour() {
    let day = ClinicDay::begin().await;
    let (nurse, row) = at_check_in(&day, &[("sci-t6", "yes-mitigated")]).await;
    consent_to_massage(&nurse, row.visit_id).await;
    screening::close_check_in(&nurse, row.visit_id).await.unwrap();
    drop(nurse);
    day.wait_minutes(31);
    let urologist = day.desk(UROLOGIST).await;
    answer_none(&urologist, row.visit_id).await;
    assert_eq!(take_time_out(&urologist, row.visit_id).await.unwrap_err().code, "not-cleared");
    screening::measure(&urologist, typed(row.visit_id, "36.8", "degC")).await.unwrap();
    take_time_out(&urologist, row.visit_id).await.unwrap();

    // Too long before the finger: the massage waits for another reading, and nothing is ended for it.
    drop(urologist);
    day.wait_minutes(31);
    let urologist = day.desk(UROLOGIST).await;
    gate_passed(&urologist, row.visit_id).await;
    let room = screening::room(&urologist, row.visit_id).await.unwrap();
    assert_eq!((light(&room, "mas").split(':').next(), room.procedure_status.as_str()), (Some("blocked"), "underway"));
    let room = screening::measure(&urologist, typed(row.visit_id, "36.8", "degC")).await.unwrap();
    assert!(light(&room, "mas").starts_with("proceed-with-notes"), "{}", light(&room, "mas"));
}

#[tokio::test]
async fn blood_for_psa_is_drawn_first_or_put_off() {
    let day = ClinicDay::begin().await;
    let (nurse, row) = at_check_in(&day, &[("psa-draw-pending", "yes")]).await;
    let fired = |room: &CheckInRoom| room.verdicts.acts[0].fired.iter().any(|fired| fired.id == "C14");
    assert!(fired(&screening::room(&nurse, row.visit_id).await.unwrap()));
    let room = give(&nurse, row.visit_id, json!({ "item": "psa-blood", "said": "not-drawn" })).await.unwrap();
    assert!(fired(&room), "what was not drawn is still to be drawn");
    let room = give(&nurse, row.visit_id, json!({ "item": "psa-blood", "said": "drawn" })).await.unwrap();
    assert!(!fired(&room));
    let note = note::room(&nurse, row.procedure_id).await.unwrap();
    let text = serde_json::to_string(&note.draft).unwrap();
    assert!(!text.contains("put right"), "blood that is drawn now was not mistyped before: {text}");
}

#[tokio::test]
async fn what_spoils_a_sample_is_told_and_never_in_the_way() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = well_patient_in_the_room(&day).await;
    collection::receive_first_urines(&urologist, super::collection::first_urines(row.procedure_id)).await.unwrap();
    gate_passed(&urologist, row.visit_id).await;
    drop(urologist);
    day.wait_minutes(1);
    let urologist = day.now().await;
    give(
        &urologist,
        row.visit_id,
        json!({ "item": "recent-antibiotics", "value": "2026-11-20", "detail": "ciprofloxacin" }),
    )
    .await
    .unwrap();
    let room = give(&urologist, row.visit_id, json!({ "item": "bladder-hold", "value": "0,5" })).await.unwrap();
    assert_eq!(words(&room, "recent-antibiotics"), "20 Nov 2026, ciprofloxacin");
    let massage = room.verdicts.acts.iter().find(|verdict| verdict.act.as_str() == "mas").unwrap();
    let fired: Vec<&str> = massage.fired.iter().map(|fired| fired.id.as_str()).collect();
    assert_eq!(
        (massage.word.as_str(), fired),
        ("proceed-with-notes", vec!["C13", "recent-antibiotics", "bladder-hold"])
    );
    collection::start_massage(&urologist, row.procedure_id).await.unwrap();
    assert!(room.items.iter().all(|item| item.id != "full-bladder-pdu" && item.id != "pca3-ordered"));
}
