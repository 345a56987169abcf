//! Safety on the day: the well patient goes on; fever, a tender gland and a missing word stop where they must.

use super::patient::book;
use practice::consent::{self, AgreementAnswer, Beside, ChaperoneAnswer, GiveConsent, OfferConsent, WitnessAnswer};
use practice::exam::{self, AnswerGate, StateFindings};
use practice::screening::{
    self, CheckInRoom, GiveAnswers, MeasureVitals, OneOverride, OverrideRules, SecondPerson, VisitId,
};
use practice::settings::{self, Setting};
use practice::time_out::{self, AnswerAsUrologist, TakeTimeOut};
use practice::{Desk, Refusal, collection, stop, today, visit};
use serde_json::{Value, json};
use tests::{ADMINISTRATOR, ClinicDay, NURSE, UROLOGIST};

/// What was typed at the thermometer and the cuff.
pub(crate) fn typed(visit: VisitId, temperature: &str, unit: &str) -> MeasureVitals {
    let vitals = json!({
        "temperature": temperature, "temperatureUnit": unit,
        "pulse": "72", "systolic": "128", "diastolic": "78", "breaths": "",
    });
    let vitals = serde_json::from_value(vitals).unwrap();
    MeasureVitals { visit_id: visit, vitals, confirmed: false, corrects: None, reason: None, second: None }
}

pub(crate) fn answers(visit: VisitId, answers: &[(&str, &str)]) -> GiveAnswers {
    let answer = |(item, said): &(&str, &str)| json!({ "item": item, "said": said, "value": null, "unit": null, "stated": "singly" });
    let answers = answers.iter().map(answer).collect::<Vec<_>>();
    GiveAnswers {
        visit_id: visit,
        answers: serde_json::from_value(Value::from(answers)).unwrap(),
        reason: None,
        second: None,
    }
}

/// Every question of check-in answered “no”, but for what the story says.
pub(crate) async fn ask_everything(desk: &Desk, visit: VisitId, said: &[(&str, &str)]) -> CheckInRoom {
    let room = screening::room(desk, visit).await.unwrap();
    let asked = room.items.iter().filter(|item| item.asked_of.as_str() != "urologist");
    let asked = asked.filter(|item| !item.id.starts_with("dipstick") && item.id != "looks-ill");
    let asked =
        asked.filter(|item| !["flank-pain", "anc", "platelets", "inr", "new-confusion"].contains(&item.id.as_str()));
    let answer = |id: &str| said.iter().find(|(item, _)| *item == id).map_or("no", |(_, said)| said);
    let all: Vec<(String, String)> = asked.map(|item| (item.id.clone(), answer(&item.id).to_owned())).collect();
    let all: Vec<(&str, &str)> = all.iter().map(|(item, said)| (item.as_str(), said.as_str())).collect();
    screening::answer(desk, answers(visit, &all)).await.unwrap()
}

/// Consent to the massage, spoken before the urologist as witness.
pub(crate) async fn consent_to_massage(nurse: &Desk, visit: VisitId) {
    let room = consent::room(nurse, visit).await.unwrap();
    let urologist = room.colleagues.iter().find(|colleague| colleague.examines).unwrap().staff_id;
    let text_id = room.texts[0].id.clone();
    let offered = consent::offer(
        nurse,
        OfferConsent { visit_id: visit, text_id, language: None, spoken: None, examiner_id: urologist },
    )
    .await
    .unwrap();
    let chaperone = ChaperoneAnswer {
        offered: true,
        not_offered_because: None,
        response: Some("declined".parse().unwrap()),
        preference: None,
        clinician_requires: false,
        present: None,
        rebook: false,
    };
    let groups = ["what-and-why", "risks-and-alternatives", "rights-and-chaperone", "questions-and-teach-back"];
    let given = GiveConsent {
        consent_id: offered.consent_id,
        version: offered.version,
        groups: groups.iter().map(|group| group.parse().unwrap()).collect(),
        trainee: None,
        chaperone,
        capacity: serde_json::from_value(json!({ "capacity": "present" })).unwrap(),
        interpreter: None,
        agreement: AgreementAnswer::WitnessedVerbal {
            witness: WitnessAnswer { staff_id: Some(urologist), name: None, role: None },
        },
        beside: Beside::default(),
    };
    consent::give(nurse, given).await.unwrap();
}

pub(crate) fn light(room: &CheckInRoom, act: &str) -> String {
    let verdict = room.verdicts.acts.iter().find(|verdict| verdict.act.as_str() == act).unwrap();
    format!("{}: {}", verdict.word, verdict.first_reason)
}

/// A well patient, checked in by the nurse and in the room with the urologist, whose desk this is.
pub(crate) async fn well_patient_in_the_room(day: &ClinicDay) -> (Desk, visit::VisitRow) {
    well_patient_in_the_room_for(day, "four-glass", "ind-four-glass").await
}

/// The same for another procedure.
pub(crate) async fn well_patient_in_the_room_for(
    day: &ClinicDay,
    kind: &str,
    indication: &str,
) -> (Desk, visit::VisitRow) {
    let sommer = super::patient::typed("Sommer", "Anton", "1961-04-09");
    this_patient_in_the_room(day, sommer, kind, indication).await
}

/// The same for somebody of whom more is known.
pub(crate) async fn this_patient_in_the_room(
    day: &ClinicDay,
    who: practice::patient::RegisterPatient,
    kind: &str,
    indication: &str,
) -> (Desk, visit::VisitRow) {
    let nurse = day.desk(NURSE).await;
    let row = super::patient::book_typed(&nurse, who, kind, indication).await;
    visit::arrive(&nurse, row.visit_id).await.unwrap();
    screening::measure(&nurse, typed(row.visit_id, "36.8", "degC")).await.unwrap();
    ask_everything(&nurse, row.visit_id, &[("burning", "usual"), ("pain", "usual")]).await;
    consent_to_massage(&nurse, row.visit_id).await;
    screening::close_check_in(&nurse, row.visit_id).await.unwrap();
    drop(nurse);
    let urologist = day.desk(UROLOGIST).await;
    answer_none(&urologist, row.visit_id).await;
    take_time_out(&urologist, row.visit_id).await.unwrap();
    (urologist, row)
}

pub(crate) async fn answer_none(urologist: &Desk, visit: VisitId) {
    let none = AnswerAsUrologist { visit_id: visit, yes: vec![], not_known: vec![], reason: None, second: None };
    time_out::answer(urologist, none).await.unwrap();
}

pub(crate) async fn take_time_out(urologist: &Desk, visit: VisitId) -> Result<time_out::TimeOutRoom, Refusal> {
    let said = TakeTimeOut { visit_id: visit, name_said: true, second_identifier_said: true, consent_stands: true };
    time_out::take(urologist, said).await
}

pub(crate) async fn gate(desk: &Desk, visit: VisitId, gate: Value) -> Result<exam::ExamRoom, Refusal> {
    let mut whole = json!({
        "noneOfTheStopFindings": false, "inspection": [], "inspectionText": null,
        "tenderness": null, "consistency": null, "warmth": null, "fluctuance": null,
    });
    for (name, answer) in gate.as_object().unwrap() {
        whole[name] = answer.clone();
    }
    exam::answer_gate(desk, AnswerGate { visit_id: visit, gate: serde_json::from_value(whole).unwrap() }).await
}

/// The five answers of the finger, none of them a stop.
pub(crate) async fn gate_passed(urologist: &Desk, visit: VisitId) {
    gate(urologist, visit, json!({ "noneOfTheStopFindings": true })).await.unwrap();
}

pub(crate) fn felt(tenderness: &str, consistency: &str) -> Value {
    json!({
        "inspection": ["clear"], "tenderness": tenderness, "consistency": consistency,
        "warmth": false, "fluctuance": false,
    })
}

#[tokio::test]
async fn the_well_patient_is_cleared_step_by_step() {
    let day = ClinicDay::begin().await;
    let nurse = day.desk(NURSE).await;
    let row = book(&nurse, "Sommer").await;
    let visit = row.visit_id;
    visit::arrive(&nurse, visit).await.unwrap();

    let room = screening::measure(&nurse, typed(visit, "98.2", "degF")).await.unwrap();
    assert_eq!(light(&room, "mas"), "incomplete: Not asked yet: Shaking chills in the last 24 hours.");
    let refused = screening::close_check_in(&nurse, visit).await.unwrap_err();
    assert_eq!(refused.code, "check-in-incomplete");
    let room = ask_everything(&nurse, visit, &[("burning", "usual"), ("latex-allergy", "yes-mitigated")]).await;
    assert_eq!(light(&room, "mas"), "incomplete: Waits for consent and chaperone.");
    consent_to_massage(&nurse, visit).await;
    let room = screening::close_check_in(&nurse, visit).await.unwrap();
    assert_eq!(light(&room, "mas"), "incomplete: Waits for the urologist’s time-out.");
    let refused = collection::start_massage(&nurse, row.procedure_id).await.unwrap_err();
    assert_eq!(refused.code, "time-out-before");

    drop(nurse);
    let urologist = day.desk(UROLOGIST).await;
    let refused = gate(&urologist, visit, json!({ "noneOfTheStopFindings": true })).await.unwrap_err();
    assert_eq!(refused.code, "time-out-before");
    answer_none(&urologist, visit).await;
    take_time_out(&urologist, visit).await.unwrap();
    let room = screening::room(&urologist, visit).await.unwrap();
    assert_eq!(light(&room, "dre"), "proceed-with-notes: Latex gloves can cause a severe reaction.");
    assert_eq!(light(&room, "mas"), "incomplete: Waits for the five answers of the examination.");

    let room = gate(&urologist, visit, json!({ "noneOfTheStopFindings": true })).await.unwrap();
    assert!(room.gate.unwrap().bundled);
    let findings = json!({ "unstatedNormal": true, "otherSectorsNormal": false, "sizeMl": 35, "nodules": [] });
    let findings = StateFindings { visit_id: visit, findings: serde_json::from_value(findings).unwrap() };
    let room = exam::state_findings(&urologist, findings).await.unwrap();
    assert_eq!(room.findings.unwrap().findings.bundled.len(), 12);
    let room = screening::room(&urologist, visit).await.unwrap();
    assert_eq!(light(&room, "mas"), "proceed-with-notes: Latex gloves can cause a severe reaction.");

    drop(urologist);
    day.wait_minutes(61);
    let urologist = day.desk(UROLOGIST).await;
    let room = screening::room(&urologist, visit).await.unwrap();
    assert_eq!(light(&room, "mas"), "incomplete: The temperature is older than 60 minutes: measure again.");
}

#[tokio::test]
async fn the_feverish_patient_is_never_massaged() {
    let day = ClinicDay::begin().await;
    let nurse = day.desk(NURSE).await;
    let row = book(&nurse, "Winter").await;
    let visit = row.visit_id;
    visit::arrive(&nurse, visit).await.unwrap();

    for impossible in ["3.82", "382"] {
        let refused = screening::measure(&nurse, typed(visit, impossible, "degC")).await.unwrap_err();
        assert_eq!(refused.fields[0].field, "temperature");
    }
    let asked = screening::measure(&nurse, typed(visit, "38.2", "degC")).await.unwrap_err();
    assert_eq!((asked.code.as_str(), asked.message.as_str()), ("confirm-unusual", "Fever, 38.2 °C: right?"));
    assert!(screening::room(&nurse, visit).await.unwrap().vitals.is_empty(), "a draft is not evaluated");
    let fever = MeasureVitals { confirmed: true, ..typed(visit, "38.2", "degC") };
    screening::measure(&nurse, fever).await.unwrap();
    let room = ask_everything(&nurse, visit, &[("burning", "new-or-worse")]).await;
    assert_eq!(light(&room, "mas"), "blocked: The findings fit acute prostatitis: no massage.");
    let row_of_the_day = today::list(&nurse, None).await.unwrap().rows.remove(0);
    assert_eq!(row_of_the_day.lights[1].verdict, "blocked");

    // Measuring again does not help: the fever of the morning stands.
    let again = screening::measure(&nurse, typed(visit, "36.9", "degC")).await.unwrap();
    assert_eq!(light(&again, "mas"), "blocked: The findings fit acute prostatitis: no massage.");

    let early = collection::collect_no_more(&nurse, row.procedure_id).await.unwrap_err();
    assert_eq!(early.code, "procedure-open");
    let room = stop::end(&nurse, visit).await.unwrap();
    assert_eq!(room.procedure_status.as_str(), "aborted-safety");
    assert_eq!(room.todo[0], "Midstream urine culture; blood cultures if febrile");
    let refused = collection::start_massage(&nurse, row.procedure_id).await.unwrap_err();
    assert_eq!(refused.code, "procedure-ended");

    // The first urines could still go for a culture; with none wanted, one act ends the set and the visit closes.
    let room = collection::open(&nurse, row.procedure_id).await.unwrap();
    assert_eq!(room.step.as_str(), "first-urines");
    let room = collection::collect_no_more(&nurse, row.procedure_id).await.unwrap();
    let ends: Vec<_> = room.glasses.iter().filter_map(|glass| Some(glass.reason?.to_string())).collect();
    assert_eq!(ends, ["stopped", "stopped", "safety-stop", "safety-stop"]);
    visit::close(&nurse, visit).await.unwrap();
}

#[tokio::test]
async fn a_boggy_and_very_tender_gland_stops_before_the_first_stroke() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = well_patient_in_the_room(&day).await;
    let visit = row.visit_id;
    let refused = gate(&urologist, visit, json!({ "tenderness": "severe" })).await.unwrap_err();
    let missing: Vec<&str> = refused.fields.iter().map(|field| field.field.as_str()).collect();
    assert_eq!(missing, ["inspection", "consistency", "warmth", "fluctuance"]);

    let room = gate(&urologist, visit, felt("severe", "boggy")).await.unwrap();
    assert_eq!(room.procedure_status.as_str(), "aborted-safety");
    assert_eq!(room.stop.unwrap().verdict.fired[0].id, "C02");
    assert!(collection::start_massage(&urologist, row.procedure_id).await.is_err());
    assert!(gate(&urologist, visit, felt("none", "normal")).await.is_err(), "a second feeling opens nothing");

    let stopped = stop::room(&urologist, visit).await.unwrap();
    assert!(stopped.vitals_since.is_none());
    day.wait_minutes(2);
    let urologist = day.now().await;
    screening::measure(&urologist, typed(visit, "37.1", "degC")).await.unwrap();
    let stopped = stop::room(&urologist, visit).await.unwrap();
    assert!(stopped.vitals_since.is_some(), "temperature, pulse and pressure are asked for after the stop");
}

#[tokio::test]
async fn a_boggy_gland_goes_on_only_with_the_urologists_own_words() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = well_patient_in_the_room(&day).await;
    let visit = row.visit_id;
    gate(&urologist, visit, felt("mild", "boggy")).await.unwrap();
    let refused = collection::start_massage(&urologist, row.procedure_id).await.unwrap_err();
    assert_eq!(refused.code, "not-cleared");

    let with = |text: Option<&str>, passphrase: &str| OverrideRules {
        visit_id: visit,
        overrides: vec![OneOverride {
            id: "C02b".to_owned(),
            act: "mas".parse().unwrap(),
            reason: "benefit-outweighs-risk".parse().unwrap(),
            text: text.map(str::to_owned),
            patient_told: true,
        }],
        passphrase: passphrase.to_owned(),
    };
    let refused = screening::override_rules(&urologist, with(None, UROLOGIST.passphrase)).await.unwrap_err();
    assert_eq!(refused.fields[0].field, "C02b");
    let text = Some("afebrile, dipstick negative");
    let refused = screening::override_rules(&urologist, with(text, "guessed")).await.unwrap_err();
    assert_eq!(refused.code, "passphrase-wrong");
    let room = screening::override_rules(&urologist, with(text, UROLOGIST.passphrase)).await.unwrap();
    assert!(light(&room, "mas").starts_with("proceed-with-notes"));
}

#[tokio::test]
async fn a_mistyped_fever_is_put_right_by_whoever_may() {
    let day = ClinicDay::begin().await;
    let nurse = day.desk(NURSE).await;
    let row = book(&nurse, "Herbst").await;
    let visit = row.visit_id;
    visit::arrive(&nurse, visit).await.unwrap();
    let fever = MeasureVitals { confirmed: true, ..typed(visit, "38.6", "degC") };
    let room = screening::measure(&nurse, fever).await.unwrap();
    let wrong = room.vitals[0].id;

    // While check-in is open, the person who typed it puts it right alone.
    let right = MeasureVitals { corrects: Some(wrong), ..typed(visit, "36.8", "degC") };
    let room = screening::measure(&nurse, right).await.unwrap();
    assert_eq!(room.vitals.len(), 1);
    assert!(!light(&room, "mas").starts_with("blocked"));

    // Once it is closed, a stop falls only before a urologist and a second person.
    let fever = MeasureVitals { confirmed: true, ..typed(visit, "38.6", "degC") };
    screening::measure(&nurse, fever).await.unwrap();
    ask_everything(&nurse, visit, &[]).await;
    screening::answer(&nurse, answers(visit, &[("looks-ill", "no"), ("new-confusion", "no")])).await.unwrap();
    consent_to_massage(&nurse, visit).await;
    let breaths = serde_json::from_value(json!({
        "temperature": "", "temperatureUnit": "degC", "pulse": "", "systolic": "", "diastolic": "", "breaths": "16",
    }));
    let vitals = MeasureVitals { vitals: breaths.unwrap(), ..typed(visit, "", "degC") };
    screening::measure(&nurse, vitals).await.unwrap();
    let room = screening::close_check_in(&nurse, visit).await.unwrap();
    let wrong = room.vitals[1].id;
    let with = |reason: Option<&str>, second: Option<SecondPerson>| MeasureVitals {
        corrects: Some(wrong),
        reason: reason.map(str::to_owned),
        second,
        ..typed(visit, "36.8", "degC")
    };
    let second = |own: &str| SecondPerson {
        own_passphrase: own.to_owned(),
        name: NURSE.name.to_owned(),
        passphrase: NURSE.passphrase.to_owned(),
    };
    let refused = screening::measure(&nurse, with(None, None)).await.unwrap_err();
    assert_eq!(refused.code, "correction-reason");
    let refused = screening::measure(&nurse, with(Some("misread"), None)).await.unwrap_err();
    assert_eq!(refused.code, "correction-second-person");
    let refused = screening::measure(&nurse, with(Some("misread"), Some(second(NURSE.passphrase)))).await.unwrap_err();
    assert_eq!(refused.code, "not-permitted");

    drop(nurse);
    let urologist = day.desk(UROLOGIST).await;
    let request = with(Some("misread"), Some(second(UROLOGIST.passphrase)));
    let room = screening::measure(&urologist, request).await.unwrap();
    assert!(light(&room, "mas").starts_with("incomplete"), "{}", light(&room, "mas"));
    let row_of_the_day = today::list(&urologist, None).await.unwrap().rows.remove(0);
    assert!(!row_of_the_day.vitals.unwrap().contains("38.6"), "the mistyped fever is off the list");
}

#[tokio::test]
async fn a_gland_that_turns_tender_under_the_strokes_opens_the_stop_screen() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = well_patient_in_the_room(&day).await;
    let procedure = row.procedure_id;
    collection::receive_first_urines(&urologist, super::collection::first_urines(procedure)).await.unwrap();
    gate_passed(&urologist, row.visit_id).await;
    collection::start_massage(&urologist, procedure).await.unwrap();
    let tender =
        collection::StopMassage { reason: Some("tender".parse().unwrap()), ..super::collection::stop(procedure) };
    let ended = collection::stop_massage(&urologist, tender).await.unwrap();
    assert_eq!((ended.procedure_status.as_str(), ended.clearance.word.as_str()), ("aborted-safety", "blocked"));

    let stopped = stop::room(&urologist, row.visit_id).await.unwrap();
    let fired: Vec<&str> = stopped.stopped[0].fired.iter().map(|fired| fired.id.as_str()).collect();
    assert_eq!(fired, ["C02-strokes"]);
    assert!(stopped.ended.is_some());
    assert_eq!(stopped.todo[..2], ["Withdraw gently", "Measure temperature, pulse and blood pressure now"]);
    let kept: Vec<&str> = stopped.kept.iter().map(|role| role.code()).collect();
    let cancelled: Vec<&str> = stopped.cancelled.iter().map(|role| role.code()).collect();
    assert_eq!((kept, cancelled), (vec!["VB1", "VB2"], vec!["EPS", "VB3"]));
    assert!(stopped.vitals_since.is_none(), "temperature, pulse and pressure are asked for now");
}

#[tokio::test]
async fn a_clinic_without_latex_is_told_of_the_allergy_and_not_held_up() {
    let day = ClinicDay::begin().await;
    let nurse = day.desk(NURSE).await;
    let row = book(&nurse, "Sommer").await;
    let visit = row.visit_id;
    visit::arrive(&nurse, visit).await.unwrap();
    screening::measure(&nurse, typed(visit, "36.8", "degC")).await.unwrap();
    ask_everything(&nurse, visit, &[("latex-allergy", "yes")]).await;
    consent_to_massage(&nurse, visit).await;
    screening::close_check_in(&nurse, visit).await.unwrap();
    drop(nurse);
    let urologist = day.desk(UROLOGIST).await;
    answer_none(&urologist, visit).await;
    assert_eq!(take_time_out(&urologist, visit).await.unwrap_err().code, "not-cleared");

    drop(urologist);
    let administrator = day.desk(ADMINISTRATOR).await;
    let latex_free = |value: &str| vec![Setting { name: "latex-free".to_owned(), value: value.to_owned() }];
    assert!(settings::keep(&administrator, latex_free("mostly")).await.is_err());
    settings::keep(&administrator, latex_free("yes")).await.unwrap();
    drop(administrator);
    day.wait_minutes(1);
    let urologist = day.desk(UROLOGIST).await;
    take_time_out(&urologist, visit).await.unwrap();
    let room = screening::room(&urologist, visit).await.unwrap();
    assert_eq!(light(&room, "dre"), "proceed-with-notes: Latex gloves can cause a severe reaction.");
}
