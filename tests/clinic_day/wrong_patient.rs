//! The massage was recorded on the wrong man: the visit is moved, the laboratory told, and nothing is reported until every
//! tube is somebody's again.

use super::collection::{first_urines, glass, order_for, stop, urine, verify_all};
use super::patient::typed;
use super::safety::{gate_passed, well_patient_in_the_room};
use practice::adverse_event::{self, RecordEvent, TypedEvent};
use practice::collection::{GlassMeasure, TypedGlass};
use practice::demo::look_after;
use practice::follow_up::{self, LogCall, TypedAttempt};
use practice::laboratory_call::CallLaboratory;
use practice::patient::{self, PatientId};
use practice::relabel::{self, RelabelSpecimen};
use practice::result::{self, EnterResult};
use practice::screening::SecondPerson;
use practice::specimen::{self, DiscardSpecimen, PackSpecimen};
use practice::wrong_patient::{self, PutRightPatient, SignLateStatement, VisitId, WrongPatientRoom};
use practice::{Desk, aftercare, audit, collection, consent, incident, label, note, order, today, visit};
use serde_json::json;
use tests::{ADMINISTRATOR, ClinicDay, NURSE, UROLOGIST};

/// Four verified tubes of a man who is not the one whose name they carry, and the order at the laboratory.
pub(crate) async fn ordered_on_the_wrong_man(day: &ClinicDay) -> (Desk, visit::VisitRow, PatientId) {
    let (urologist, row) = well_patient_in_the_room(day).await;
    let procedure = row.procedure_id;
    collection::receive_first_urines(&urologist, first_urines(procedure)).await.unwrap();
    gate_passed(&urologist, row.visit_id).await;
    collection::start_massage(&urologist, procedure).await.unwrap();
    drop(urologist);
    day.wait_seconds(60);
    let urologist = day.now().await;
    collection::stop_massage(&urologist, stop(procedure)).await.unwrap();
    let drops = TypedGlass { measure: GlassMeasure::Drops, how: "by-staff".parse().unwrap(), ..urine(0) };
    collection::receive(&urologist, glass(procedure, "eps", drops)).await.unwrap();
    collection::receive(&urologist, glass(procedure, "vb3", urine(0))).await.unwrap();
    collection::finish(&urologist, procedure).await.unwrap();
    verify_all(&urologist, procedure).await;
    order::make(&urologist, order_for(procedure)).await.unwrap();
    let right = patient::register(&urologist, typed("Sommerfeld", "Anton", "1961-09-04")).await.unwrap();
    (urologist, row, right.identity.patient_id)
}

pub(crate) fn with_the_nurse() -> SecondPerson {
    SecondPerson {
        own_passphrase: UROLOGIST.passphrase.to_owned(),
        name: NURSE.name.to_owned(),
        passphrase: NURSE.passphrase.to_owned(),
    }
}

fn belongs_to(visit_id: VisitId, patient_id: PatientId, reason: &str) -> PutRightPatient {
    PutRightPatient { visit_id, patient_id, reason: reason.to_owned(), second: with_the_nurse() }
}

fn signed(room: &WrongPatientRoom) -> SignLateStatement {
    let stroke: Vec<_> =
        (0..30).map(|step| json!({ "x": 60 + step * 12, "y": 150 + (step % 4) * 20, "t": step * 16 })).collect();
    let answer = json!({ "answer": "signed", "signature": { "width": 1000, "height": 320, "strokes": [stroke] } });
    SignLateStatement {
        wrong_patient_id: room.begun.as_ref().unwrap().wrong_patient_id,
        answer: serde_json::from_value(answer).unwrap(),
    }
}

fn reported(procedure: practice::result::ProcedureId) -> EnterResult {
    EnterResult {
        procedure_id: procedure,
        after_version: 0,
        source: None,
        scan: None,
        no_scan: None,
        read: vec![],
        seen_by: None,
        glasses: vec![],
        symptoms: None,
        antibiotic_7d: None,
        reason: None,
    }
}

fn tubes(room: &WrongPatientRoom) -> String {
    let told = room.begun.as_ref().unwrap().tubes.iter().map(|tube| {
        let held = if tube.released_at.is_none() { " held" } else { "" };
        format!("{} {}{held}", tube.role, tube.status)
    });
    told.collect::<Vec<_>>().join(", ")
}

const HOW: &str = "Both men were called Anton; the birth date was not asked.";

#[tokio::test]
async fn the_visit_moves_with_its_history_and_its_tubes_are_nobodys() {
    let day = ClinicDay::begin().await;
    let (urologist, row, right) = ordered_on_the_wrong_man(&day).await;
    let wrong = patient::find(&urologist, "Sommer 1961-04").await.unwrap()[0].patient_id;
    let before = note::room(&urologist, row.procedure_id).await.unwrap().draft.plain();

    // Not without a reason, not by one person, not to the same man.
    let refused = wrong_patient::put_right(&urologist, belongs_to(row.visit_id, right, " ")).await.unwrap_err();
    assert_eq!(refused.fields[0].field, "reason");
    let alone = PutRightPatient {
        second: SecondPerson { name: String::new(), ..with_the_nurse() },
        ..belongs_to(row.visit_id, right, HOW)
    };
    assert_eq!(wrong_patient::put_right(&urologist, alone).await.unwrap_err().code, "second-person-missing");
    let himself = PutRightPatient {
        second: SecondPerson {
            name: UROLOGIST.name.to_owned(),
            passphrase: UROLOGIST.passphrase.to_owned(),
            ..with_the_nurse()
        },
        ..belongs_to(row.visit_id, right, HOW)
    };
    let refused = wrong_patient::put_right(&urologist, himself).await.unwrap_err();
    assert_eq!(refused.fields[0].field, "secondPassphrase");
    let same = wrong_patient::put_right(&urologist, belongs_to(row.visit_id, wrong, HOW)).await.unwrap_err();
    assert_eq!(same.code, "same-patient");

    let room = wrong_patient::put_right(&urologist, belongs_to(row.visit_id, right, HOW)).await.unwrap();
    assert_eq!(tubes(&room), "vb1 verified held, vb2 verified held, eps verified held, vb3 verified held");
    let open = room.begun.as_ref().unwrap().open.iter().map(|step| step.as_str()).collect::<Vec<_>>();
    assert_eq!(open, ["call", "statement", "tubes"], "the cancellation lies in the folder already");

    // His copy stays readable and is marked; nothing of it counts for his next visit.
    let chart = patient::open(&urologist, wrong).await.unwrap();
    assert_eq!(chart.visits[0].status.as_str(), "entered-in-error");
    let copy = note::room(&urologist, row.procedure_id).await.unwrap();
    let text = copy.draft.plain();
    assert!(text.contains("was entered in error; nothing in it counts for this patient"), "{text}");
    assert!(
        text.contains("from this patient to another patient, for this reason: Both men were called Anton"),
        "{text}"
    );
    assert!(text.contains("VB1 (enough) was collected at") && text.contains("36.8"), "it is still all there: {text}");
    assert_eq!(copy.why_not.as_deref(), Some("This visit was entered in error; its note is not signed."));
    assert_eq!(collection::open(&urologist, row.procedure_id).await.unwrap().glasses.len(), 4);

    // The right man has it with its history.
    let moved = patient::open(&urologist, right).await.unwrap().visits[0].clone();
    assert_eq!((moved.status.as_str(), moved.procedure_status.as_str()), ("in-room", "finished"));
    let note = note::room(&urologist, moved.procedure_id).await.unwrap().draft.plain();
    let told = |text: &str, title: &str| {
        let section = text.split("\n\n").find(|section| section.trim_start().starts_with(title)).map(str::to_owned);
        section.unwrap_or_else(|| panic!("no “{title}” in {text}"))
    };
    for title in ["Assessment before the procedure", "Examination", "Prostatic massage"] {
        assert_eq!(told(&note, title), told(&before, title), "{title}");
    }
    assert!(note.contains("from another patient to this patient"), "{note}");
    assert!(note.contains("stands under another patient’s name and stays sealed there"), "{note}");
    let glasses = collection::open(&urologist, moved.procedure_id).await.unwrap().glasses;
    let numbers: Vec<_> = glasses.iter().map(|glass| glass.accession.unwrap().compact()).collect();
    assert_eq!(numbers[0], "U260000011E", "the tubes keep their numbers");
    let other = incident::list(&urologist).await.unwrap();
    assert_eq!(other[0].kind.as_str(), "wrong-patient");
    let loops = today::list(&urologist, None).await.unwrap().open_loops;
    assert!(loops.iter().any(|one| one.kind == "wrong-patients" && one.count == 1), "{loops:?}");
}

#[tokio::test]
async fn the_order_is_cancelled_under_its_own_numbers_and_the_consent_stays_sealed() {
    let day = ClinicDay::begin().await;
    let (urologist, row, right) = ordered_on_the_wrong_man(&day).await;
    let sent = order::of(&urologist, row.procedure_id).await.unwrap().unwrap();
    let consent = consent::room(&urologist, row.visit_id).await.unwrap().consents[0].consent_id;
    let room = wrong_patient::put_right(&urologist, belongs_to(row.visit_id, right, HOW)).await.unwrap();

    let folder = &urologist.places.orders;
    let order = std::fs::read_to_string(folder.join(&sent.message_file)).unwrap();
    let change = &room.begun.as_ref().unwrap().changes[0];
    let message = std::fs::read_to_string(folder.join(&change.message_file)).unwrap();
    let orders = |message: &str, control: &str| -> Vec<String> {
        let segments = message.split('\r').filter(|segment| segment.starts_with("ORC|"));
        segments
            .map(|segment| {
                let fields: Vec<&str> = segment.split('|').collect();
                assert_eq!(fields[1], control, "{segment}");
                format!("{} {}", fields[2], fields[4])
            })
            .collect()
    };
    assert_eq!(orders(&message, "CA"), orders(&order, "NW"), "the same placer numbers and the same group");
    let field = |message: &str, at: usize| message.split('|').nth(at).map(str::to_owned);
    assert_ne!(field(&message, 9), field(&order, 9), "MSH-10 is never used twice");
    assert!(message.contains("Sommer^Anton"), "it names the man in whose name the order went out: {message}");

    let stays = consent::verify(&urologist, consent).await.unwrap();
    assert!(stays.sound, "{stays:?}");
    assert_eq!(consent::room(&urologist, room.visit_id).await.unwrap().consents.len(), 0);
    let again = order::write_again(&urologist, row.procedure_id).await.unwrap();
    assert!(again.cancelled_at.is_some() && again.changes.len() == 1, "nothing is sent a second time");
}

#[tokio::test]
async fn a_quarantined_tube_goes_nowhere_and_results_wait_until_nothing_is_open() {
    let day = ClinicDay::begin().await;
    let (urologist, row, right) = ordered_on_the_wrong_man(&day).await;
    let room = wrong_patient::put_right(&urologist, belongs_to(row.visit_id, right, HOW)).await.unwrap();
    let id = room.begun.as_ref().unwrap().wrong_patient_id;
    let of = |room: &WrongPatientRoom, role: &str| {
        let tube = room.begun.as_ref().unwrap().tubes.iter().find(|tube| tube.role.as_str() == role).cloned();
        let tube = tube.unwrap();
        (tube.specimen_id, tube.accession.unwrap().compact())
    };
    let (vb1, number) = of(&room, "vb1");
    let packed = PackSpecimen { accession: number.clone(), place: "Bag 1".to_owned() };
    assert_eq!(specimen::pack(&urologist, packed).await.unwrap_err().code, "specimen-quarantined");
    let reprint = label::ReprintLabel { specimen_id: vb1, reason: "damaged".parse().unwrap() };
    assert_eq!(label::reprint(&urologist, reprint).await.unwrap_err().code, "specimen-quarantined");
    let ordered = order::make(&urologist, order_for(room.procedure_id)).await.unwrap_err();
    assert_eq!(ordered.code, "specimen-quarantined");
    for procedure in [row.procedure_id, room.procedure_id] {
        assert_eq!(result::enter(&urologist, reported(procedure)).await.unwrap_err().code, "results-wait");
    }

    // A urine can be had again and is thrown away; only the drop is relabelled, by the one who collected it.
    let relabelled =
        |specimen_id, words: &str| RelabelSpecimen { specimen_id, words: words.to_owned(), second: with_the_nurse() };
    let urine = relabel::relabel(&urologist, relabelled(vb1, "I saw it.")).await.unwrap_err();
    assert_eq!(urine.code, "can-be-had-again");
    for role in ["vb1", "vb2", "vb3"] {
        let (specimen_id, _) = of(&room, role);
        let thrown = DiscardSpecimen { specimen_id, reason: "wrong-patient".parse().unwrap() };
        specimen::discard(&urologist, thrown).await.unwrap();
    }
    let call = |words: &str| CallLaboratory {
        minutes_ago: 2,
        spoken_to: "Ms Adeyemi, reception".to_owned(),
        words: words.to_owned(),
    };
    assert_eq!(wrong_patient::call_laboratory(&urologist, id, call("")).await.unwrap_err().fields[0].field, "words");
    wrong_patient::call_laboratory(&urologist, id, call("Nothing was received yet; they cancel it.")).await.unwrap();
    let (eps, number) = of(&room, "eps");
    let view =
        relabel::relabel(&urologist, relabelled(eps, "I caught it myself and had it in my hand.")).await.unwrap();
    assert!(!view.quarantined && view.status.as_str() == "collected", "the new label is read back like the first");
    let titles = view.custody.iter().map(|row| row.title.as_str()).collect::<Vec<_>>();
    assert_eq!(
        titles[titles.len() - 5..],
        ["Order cancelled", "Quarantined", "Label voided", "Relabelled", "Label printed"],
        "{titles:?}"
    );
    assert!(view.labels[1].content.family.as_str() == "Sommerfeld" && view.labels[0].status.as_str() == "voided");
    let unsigned = order::make(&urologist, order_for(room.procedure_id)).await.unwrap_err();
    assert_eq!(unsigned.code, "label-not-verified");
    verify_all(&urologist, room.procedure_id).await;
    let unsigned = order::make(&urologist, order_for(room.procedure_id)).await.unwrap_err();
    assert_eq!(unsigned.code, "consent-does-not-stand");

    let done = wrong_patient::state_late(&urologist, signed(&room)).await.unwrap();
    assert_eq!(done.begun.as_ref().unwrap().open, []);
    assert_eq!(wrong_patient::state_late(&urologist, signed(&room)).await.unwrap_err().code, "taken");
    let made = order::make(&urologist, order_for(room.procedure_id)).await.unwrap();
    assert_eq!(made.message_file, "U260000010G-2-order.hl7");
    let message = std::fs::read_to_string(urologist.places.orders.join(&made.message_file)).unwrap();
    assert!(message.contains(&format!("ORC|NW|{number}-2")), "a test that is ordered anew has a new number: {message}");
    assert!(
        message.contains("Sommerfeld^Anton") && message.contains("EPS was relabelled by its collector"),
        "{message}"
    );
    let entered = result::enter(&urologist, reported(row.procedure_id)).await.unwrap_err();
    assert_eq!(entered.code, "entered-in-error");
    let entered = result::enter(&urologist, reported(room.procedure_id)).await.unwrap_err();
    assert_eq!(entered.code, "fields", "now only what is missing in it is asked for");
    let text = note::room(&urologist, room.procedure_id).await.unwrap().draft.plain();
    assert!(text.contains("“the late statement of the patient”: signed"), "{text}");
    assert!(text.contains("“a new label for EPS”: signed by its collector (confirmed by Tom Abara)"), "{text}");
}

#[tokio::test]
async fn the_call_the_sheet_and_what_followed_go_to_the_right_man() {
    let day = ClinicDay::begin().await;
    let (urologist, row, right) = ordered_on_the_wrong_man(&day).await;
    let wrong = patient::find(&urologist, "Sommer 1961-04").await.unwrap()[0].patient_id;
    look_after(&urologist, row.visit_id).await.unwrap();
    visit::close(&urologist, row.visit_id).await.unwrap();
    let pain = |grade: u8| RecordEvent { visit_id: row.visit_id, event: grave(grade) };
    adverse_event::record(&urologist, pain(3)).await.unwrap();
    assert_eq!(incident::list(&urologist).await.unwrap()[0].chart.as_ref().unwrap().patient_id, wrong);
    let missed = |visit_id| LogCall {
        visit_id,
        attempt: TypedAttempt::NotReached { message_left: true, note: Some("an answering machine".to_owned()) },
    };
    follow_up::log(&urologist, missed(row.visit_id)).await.unwrap();
    let room = wrong_patient::put_right(&urologist, belongs_to(row.visit_id, right, HOW)).await.unwrap();
    let moved = room.visit_id;

    // The call is owed once, to the right man, with the attempt that was made.
    let calls = follow_up::list(&urologist).await.unwrap().calls;
    let owed: Vec<_> = calls.iter().map(|call| (call.row.visit_id, call.row.patient.patient_id)).collect();
    assert_eq!(owed, [(moved, right)]);
    let call = follow_up::call(&urologist, moved).await.unwrap();
    assert_eq!((call.attempts.len(), call.sheet_language.as_deref()), (1, Some("English")));
    assert_eq!(call.call.row.reach.as_deref(), Some("030 5550 100"));
    let room = aftercare::room(&urologist, moved).await.unwrap();
    assert_eq!((room.sheets.len(), room.checks.len(), room.not_yet), (1, 1, None));
    let refused = follow_up::log(&urologist, missed(row.visit_id)).await.unwrap_err();
    assert_eq!(refused.code, "entered-in-error");

    // So is what followed. On the wrong man's chart it counts for nothing, and the copy of the visit still shows it.
    let event = &adverse_event::of_patient(&urologist, right).await.unwrap()[0];
    assert_eq!((event.visit_id, event.patient_id, event.versions.len()), (moved, right, 1));
    assert!(adverse_event::of_patient(&urologist, wrong).await.unwrap().is_empty());
    let copy = adverse_event::room(&urologist, row.visit_id).await.unwrap();
    assert_eq!(copy.events.len(), 1);
    assert_eq!(adverse_event::record(&urologist, pain(1)).await.unwrap_err().code, "entered-in-error");
    let befell: Vec<_> = incident::list(&urologist).await.unwrap();
    let befell: Vec<_> = befell.iter().map(|one| (one.kind.as_str(), one.chart.as_ref().unwrap().patient_id)).collect();
    assert_eq!(befell, [("wrong-patient", wrong), ("adverse-event", right)]);
    let note = note::room(&urologist, moved_procedure(&urologist, right).await).await.unwrap().draft.plain();
    for told in ["it was checked that the patient felt well", "an answering machine", "Could not sit"] {
        assert!(note.contains(told), "{told}\n{note}");
    }
    drop(urologist);
    day.wait_minutes(60 * 72);
    let nurse = day.desk(NURSE).await;
    let loops = today::list(&nurse, None).await.unwrap().open_loops;
    let overdue = loops.iter().find(|one| one.kind == "overdue-calls").map(|one| one.count);
    assert_eq!(overdue, Some(1), "the call that stayed behind is not counted");
    drop(nurse);
    let administrator = day.desk(ADMINISTRATOR).await;
    assert!(audit::verify(&administrator).await.unwrap().whole);
}

async fn moved_procedure(desk: &Desk, patient: PatientId) -> practice::result::ProcedureId {
    patient::open(desk, patient).await.unwrap().visits[0].procedure_id
}

pub(crate) fn grave(grade: u8) -> TypedEvent {
    let event = json!({
        "term": "pelvic-pain", "onsetDate": "2026-11-23", "onsetTime": "", "reportedBy": "patient",
        "description": "Could not sit in the evening", "grade": grade, "relatedness": "possible", "expected": true,
        "serious": false, "criterion": null, "action": "Sent to hospital", "outcome": "recovering", "clavien": null,
        "reported": false, "reportedTo": "",
    });
    serde_json::from_value(event).unwrap()
}
