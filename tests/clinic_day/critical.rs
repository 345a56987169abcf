//! A critical result: the laboratory calls, the value is read back, the urologist decides, the patient is reached; each with
//! its hour, and an alarm until it is done.

use super::note::visit_closed;
use super::result::{grew, nothing, report};
use super::safety::{felt, gate, well_patient_in_the_room};
use practice::critical::{self, CriticalRoom, ReachPatient, ReceiveCritical, TellUrologist};
use practice::patient::PatientId;
use practice::visit::VisitId;
use practice::{Desk, Refusal, collection, follow_up, note, result, today, visit};
use serde_json::{Value, json};
use tests::{ClinicDay, NURSE, UROLOGIST};

fn called(visit_id: VisitId) -> ReceiveCritical {
    ReceiveCritical {
        visit_id: Some(visit_id),
        criterion: Some("blood-culture-positive".to_owned()),
        value: "Gram-negative rods in both bottles".to_owned(),
        specimen: "blood culture".to_owned(),
        caller: "Mr. Osei".to_owned(),
        laboratory: "Harbour Laboratory".to_owned(),
        read_back: Some(true),
        minutes_ago: 10,
    }
}

fn reached(room: &CriticalRoom, telling: Value) -> ReachPatient {
    let critical_id = room.criticals[0].stored.critical_id;
    ReachPatient { critical_id, telling: serde_json::from_value(telling).unwrap(), minutes_ago: 0 }
}

fn decided(room: &CriticalRoom) -> TellUrologist {
    TellUrologist {
        critical_id: room.criticals[0].stored.critical_id,
        urologist: Some(room.urologists[0].staff_id),
        action: Some("emergency".parse().unwrap()),
        words: "To the emergency department at once".to_owned(),
        minutes_ago: 0,
    }
}

fn stands(room: &CriticalRoom) -> String {
    format!("{} {}", room.criticals[0].stage, room.criticals[0].time)
}

async fn alarm(desk: &Desk) -> Option<String> {
    let loops = today::list(desk, None).await.unwrap().open_loops;
    loops.first().filter(|one| one.kind == "critical-results").map(|one| format!("{} {}", one.count, one.words))
}

fn beside(refusal: &Refusal) -> Vec<&str> {
    refusal.fields.iter().map(|one| one.field.as_str()).collect()
}

/// The finger stopped the massage; a blood culture was drawn on the acute pathway.
async fn stopped(day: &ClinicDay) -> (Desk, VisitId, PatientId) {
    let (urologist, row) = well_patient_in_the_room(day).await;
    gate(&urologist, row.visit_id, felt("severe", "boggy")).await.unwrap();
    collection::collect_no_more(&urologist, row.procedure_id).await.unwrap();
    visit::close(&urologist, row.visit_id).await.unwrap();
    let patient = practice::patient::find(&urologist, "Sommer").await.unwrap()[0].patient_id;
    (urologist, row.visit_id, patient)
}

#[tokio::test]
async fn the_laboratory_calls_and_the_alarm_stands_until_both_know() {
    let day = ClinicDay::begin().await;
    let (urologist, visit, patient) = stopped(&day).await;
    drop(urologist);
    let nurse = day.desk(NURSE).await;
    let nothing_said = ReceiveCritical {
        visit_id: None,
        criterion: None,
        value: String::new(),
        caller: " ".to_owned(),
        read_back: None,
        minutes_ago: -1,
        ..called(visit)
    };
    let refusal = critical::receive(&nurse, nothing_said).await.unwrap_err();
    assert_eq!(beside(&refusal), ["visitId", "criterion", "value", "caller", "readBack", "minutesAgo"]);
    assert_eq!(alarm(&nurse).await, None);
    let room = critical::receive(&nurse, called(visit)).await.unwrap();
    assert_eq!(stands(&room), "tell-urologist running");
    assert_eq!(alarm(&nurse).await.as_deref(), Some("1 critical result open"));
    assert_eq!(follow_up::list(&nurse).await.unwrap().criticals.len(), 1);
    drop(nurse);
    day.wait_minutes(25);
    let nurse = day.desk(NURSE).await;
    assert_eq!(stands(&critical::room(&nurse, patient).await.unwrap()), "tell-urologist soon");
    drop(nurse);
    day.wait_minutes(30);
    let nurse = day.desk(NURSE).await;
    let room = critical::room(&nurse, patient).await.unwrap();
    assert_eq!(stands(&room), "tell-urologist late");

    let silent = TellUrologist { urologist: None, action: None, words: String::new(), ..decided(&room) };
    assert_eq!(beside(&critical::tell_urologist(&nurse, silent).await.unwrap_err()), ["urologist", "action", "words"]);
    let before = TellUrologist { minutes_ago: 300, ..decided(&room) };
    assert_eq!(beside(&critical::tell_urologist(&nurse, before).await.unwrap_err()), ["minutesAgo"]);
    let room = critical::tell_urologist(&nurse, decided(&room)).await.unwrap();
    assert_eq!(stands(&room), "reach-patient soon");
    assert_eq!(critical::tell_urologist(&nurse, decided(&room)).await.unwrap_err().code, "stale");

    let missed = json!({ "what": "not-reached", "messageLeft": false, "note": "engaged" });
    let room = critical::reach_patient(&nurse, reached(&room, missed)).await.unwrap();
    assert_eq!((stands(&room).as_str(), alarm(&nurse).await.is_some()), ("reach-patient soon", true));
    let told = json!({
        "what": "told", "by": "telephone", "identifiers": ["name", "birth-date"], "to": null,
        "said": "Bacteria in the blood: to the emergency department now", "plan": "His wife drives him",
    });
    let room = critical::reach_patient(&nurse, reached(&room, told)).await.unwrap();
    assert_eq!(room.criticals[0].stage.as_str(), "closed");
    assert_eq!((alarm(&nurse).await, follow_up::list(&nurse).await.unwrap().criticals.len()), (None, 0));

    let procedure = room.patient.visits[0].procedure_id;
    let said = note::room(&nurse, procedure).await.unwrap().draft;
    let said = said.sections.into_iter().find(|section| section.title == "Results").unwrap().paragraphs.join("\n");
    for part in [
        "Mr. Osei of Harbour Laboratory telephoned positive blood culture (Gram-negative rods in both bottles, of blood \
         culture) to Tom Abara; the value was read back and confirmed.",
        "Tom Abara told Dr. Ines Kaya, who decided: the patient goes to an emergency department; To the emergency \
         department at once.",
        "tried to tell the patient the critical result and reached nobody; engaged.",
        "told the patient the critical result by telephone, after the patient had given the name and the birth date.",
    ] {
        assert!(said.contains(part), "{part}\n---\n{said}");
    }
}

#[tokio::test]
async fn what_stands_critical_in_a_typed_report_opens_it_once() {
    let day = ClinicDay::begin().await;
    let (urologist, procedure) = visit_closed(&day).await;
    let acid_fast = || grew("vb3", "Mycobacterium tuberculosis", "10", "10");
    let glasses = || vec![nothing("vb1"), nothing("vb2"), acid_fast()];
    let room = result::enter(&urologist, report(procedure, glasses())).await.unwrap();
    assert_eq!((room.criticals, alarm(&urologist).await.as_deref()), (1, Some("1 critical result open")));
    let again = result::EnterResult {
        after_version: 1,
        reason: Some("The unit was corrected".to_owned()),
        ..report(procedure, glasses())
    };
    result::enter(&urologist, again).await.unwrap();
    assert_eq!(alarm(&urologist).await.as_deref(), Some("1 critical result open"), "the same finding opens it once");
    let patient = practice::patient::find(&urologist, "Sommer").await.unwrap()[0].patient_id;
    let criticals = critical::room(&urologist, patient).await.unwrap();
    let known = &criticals.criticals[0];
    assert_eq!(
        (known.title.as_str(), known.stored.critical.value.as_str(), known.stored.critical.specimen.as_str()),
        ("Acid-fast bacilli", "Mycobacterium tuberculosis: 10 cfu/mL", "VB3")
    );
    drop(urologist);
    let urologist = day.desk(UROLOGIST).await;
    let done = critical::tell_urologist(&urologist, decided(&criticals)).await.unwrap();
    assert_eq!(stands(&done), "reach-patient running");
}
