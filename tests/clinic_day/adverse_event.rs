//! What followed from an act: graded, linked to its risk, put right by a further version, and read by a urologist.

use super::aftercare::massaged;
use practice::adverse_event::{self, CorrectEvent, EventRoom, RecordEvent, ReviewEvent, TypedEvent};
use practice::visit::VisitId;
use practice::{Desk, Refusal, incident, note};
use serde_json::{Value, json};
use tests::{ADMINISTRATOR, ClinicDay, NURSE};

fn typed(but: &Value) -> TypedEvent {
    let mut whole = json!({
        "term": "hematuria", "onsetDate": "2026-11-23", "onsetTime": "08:01", "reportedBy": "patient",
        "description": "Red urine once", "grade": 1, "relatedness": "probable", "expected": true, "serious": false,
        "criterion": null, "action": "Told to drink", "outcome": "recovered", "clavien": null, "reported": false,
        "reportedTo": "",
    });
    for (name, answer) in but.as_object().unwrap() {
        whole[name] = answer.clone();
    }
    serde_json::from_value(whole).unwrap()
}

async fn record(desk: &Desk, visit_id: VisitId, but: Value) -> Result<EventRoom, Refusal> {
    adverse_event::record(desk, RecordEvent { visit_id, event: typed(&but) }).await
}

async fn fields(desk: &Desk, visit: VisitId, but: Value) -> Vec<String> {
    let refusal = record(desk, visit, but).await.err().unwrap();
    refusal.fields.into_iter().map(|one| format!("{}: {}", one.field, one.message)).collect()
}

#[tokio::test]
async fn what_cannot_be_is_refused_beside_its_field() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = massaged(&day).await;
    let visit = row.visit_id;
    for (but, said) in [
        (
            json!({ "grade": 5 }),
            vec![
                "outcome: Grade 5 is death: then the outcome is fatal.",
                "serious: An event with a fatal outcome is serious because of death, and only such a one.",
            ],
        ),
        (json!({ "term": "syncope", "grade": 2 }), vec!["grade: Syncope is never grade 2: it is grade 3."]),
        (json!({ "serious": true }), vec!["criterion: Say what makes it serious."]),
        (json!({ "onsetTime": "07:30" }), vec!["onsetDate: This is before the act, at 23 Nov 2026, 08:00."]),
        (json!({ "onsetDate": "2026-11-24" }), vec!["onsetDate: This lies ahead."]),
        (json!({ "relatedness": null, "action": " " }), vec!["relatedness: Choose one."]),
        (json!({ "action": " " }), vec!["action: Write what was done, also “nothing”."]),
    ] {
        assert_eq!(fields(&urologist, visit, but).await, said);
    }
    assert!(adverse_event::room(&urologist, visit).await.unwrap().events.is_empty());
}

#[tokio::test]
async fn an_event_is_kept_with_what_was_known_and_put_right_by_a_further_version() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = massaged(&day).await;
    let visit = row.visit_id;
    let room = record(&urologist, visit, json!({})).await.unwrap();
    let event = &room.events[0];
    assert_eq!(event.risk, "risk-bleeding");
    assert!(event.snapshot.consented, "the consent names bleeding");
    assert!(event.snapshot.answers.iter().any(|then| then.answer == "usual for this patient"));
    assert!(event.snapshot.overrides.is_empty());
    assert!(incident::list(&urologist).await.unwrap().is_empty());

    let correct = |event: Value, reason: &str| CorrectEvent {
        event_id: room.events[0].event_id,
        version: 1,
        event: typed(&event),
        reason: reason.to_owned(),
    };
    let refusal = adverse_event::correct(&urologist, correct(json!({ "grade": 3 }), " ")).await.unwrap_err();
    assert_eq!(refusal.fields[0].message, "Write why it is put right.");
    let refusal = adverse_event::correct(&urologist, correct(json!({}), "Again")).await.unwrap_err();
    assert_eq!(refusal.code, "event-unchanged");
    let other = correct(json!({ "term": "presyncope", "grade": 2 }), "It was faintness");
    assert_eq!(adverse_event::correct(&urologist, other).await.unwrap_err().code, "other-risk");
    let graver = json!({ "grade": 3, "serious": true, "criterion": "hospitalisation", "outcome": "recovering" });
    let put_right = adverse_event::correct(&urologist, correct(graver.clone(), "Admitted overnight")).await.unwrap();
    let versions: Vec<String> = put_right.events[0]
        .versions
        .iter()
        .map(|made| format!("{} {} {}", made.version, made.event.title(), made.reason.as_deref().unwrap_or("first")))
        .collect();
    assert_eq!(versions, ["1 Haematuria, grade 1 first", "2 Haematuria, grade 3 Admitted overnight"]);
    assert_eq!(adverse_event::correct(&urologist, correct(graver, "Late")).await.unwrap_err().code, "stale");

    // From grade 3 on the administrator hears of it, without a name.
    let opened = incident::list(&urologist).await.unwrap();
    assert_eq!(opened.len(), 1);
    let words = &opened[0].chart.as_ref().unwrap().words;
    assert_eq!(words, "Haematuria, grade 3, after this: Expressed prostatic secretion");

    let review = |words: &str| ReviewEvent { event_id: room.events[0].event_id, words: words.to_owned() };
    let reviewed = adverse_event::review(&urologist, review("No anticoagulant was taken")).await.unwrap();
    assert_eq!((reviewed.events[0].reviews[0].version, reviewed.may_review), (2, true));
    assert_eq!(adverse_event::review(&urologist, review("Twice")).await.unwrap_err().code, "taken");

    let said = note::room(&urologist, row.procedure_id).await.unwrap().draft;
    let said = said.sections.into_iter().find(|section| section.title == "Adverse events and calls").unwrap();
    assert_eq!(
        said.paragraphs,
        ["Adverse event: Haematuria, grade 3, from 23 Nov 2026, 08:01, reported by patient: Red urine once. It was \
          expected, named in the consent, and its relation to the act is probable. It was serious: the patient was \
          admitted to hospital. What was done: Told to drink. Outcome: recovering. Dr. Ines Kaya put this right at 08:01: \
          Admitted overnight. Reviewed by Dr. Ines Kaya: No anticoagulant was taken."]
    );
    let chart = adverse_event::of_patient(&urologist, put_right.patient.identity.patient_id).await.unwrap();
    assert_eq!(chart.len(), 1);

    drop(urologist);
    let nurse = day.desk(NURSE).await;
    assert_eq!(adverse_event::review(&nurse, review("Read")).await.unwrap_err().code, "not-permitted");
    drop(nurse);
    let administrator = day.desk(ADMINISTRATOR).await;
    assert_eq!(adverse_event::room(&administrator, visit).await.err().unwrap().code, "not-permitted");
    assert!(incident::list(&administrator).await.unwrap()[0].chart.is_none());
}
