//! The patient stops: “stop” touches no tube; a withdrawal holds everything at once, at any phase, until he answers.

use super::collection::{first_urines, glasses, order_for, verify_all};
use super::note::visit_closed;
use super::safety::{gate_passed, well_patient_in_the_room};
use practice::collection::ProcedureId;
use practice::consent::{self, ConsentId, VisitId, WithdrawConsent};
use practice::specimen::{self, PackSpecimen};
use practice::withdrawal::{self, AnswerForSpecimens, WithdrawalRoom};
use practice::{Desk, collection, label, note, order, today, visit};
use tests::{ClinicDay, NURSE};

fn takes_back(consent_id: ConsentId, specimens: &str) -> WithdrawConsent {
    WithdrawConsent {
        consent_id,
        phase: "after-massage".parse().unwrap(),
        reason: None,
        specimens: specimens.parse().unwrap(),
    }
}

fn answers(consent_id: ConsentId, wish: &str) -> AnswerForSpecimens {
    AnswerForSpecimens { consent_id, wish: wish.parse().unwrap() }
}

async fn next(desk: &Desk, visit: VisitId) -> String {
    let list = today::list(desk, None).await.unwrap();
    list.rows.iter().find(|row| row.visit_id == visit).unwrap().next_act.to_string()
}

async fn tubes(desk: &Desk, procedure: ProcedureId) -> String {
    glasses(&collection::open(desk, procedure).await.unwrap())
}

fn held(room: &WithdrawalRoom) -> Vec<&str> {
    room.held.as_ref().map_or_else(Vec::new, |held| held.roles.iter().map(|role| role.as_str()).collect())
}

#[tokio::test]
async fn asking_to_stop_ends_the_act_and_touches_no_tube() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = well_patient_in_the_room(&day).await;
    let procedure = row.procedure_id;
    collection::receive_first_urines(&urologist, first_urines(procedure)).await.unwrap();
    gate_passed(&urologist, row.visit_id).await;
    collection::start_massage(&urologist, procedure).await.unwrap();
    drop(urologist);
    day.wait_seconds(20);
    let nurse = day.desk(NURSE).await;
    let room = withdrawal::room(&nurse, row.visit_id).await.unwrap();
    assert_eq!((room.may_stop, room.phase.as_str()), (true, "during-massage"));
    withdrawal::ask_to_stop(&nurse, procedure).await.unwrap();
    assert_eq!(tubes(&nurse, procedure).await, "vb1 collected, vb2 collected, eps stopped, vb3 stopped");
    let view = collection::open(&nurse, procedure).await.unwrap();
    assert_eq!((view.procedure_status.as_str(), view.step.as_str()), ("stopped-by-patient", "finished"));
    verify_all(&nurse, procedure).await;
    let order = order::make(&nurse, order_for(procedure)).await.unwrap();
    assert_eq!(order.status.as_str(), "written", "what was taken goes on as it was agreed to");
    let again = withdrawal::ask_to_stop(&nurse, procedure).await.unwrap_err();
    assert_eq!(again.code, "procedure-ended");
    let text = note::room(&nurse, procedure).await.unwrap().draft.plain();
    assert!(text.contains("was stopped at the patient’s wish"), "{text}");
    assert!(!text.contains("withdrew"), "{text}");
}

#[tokio::test]
async fn a_withdrawal_holds_labels_order_and_packing_until_he_answers() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = well_patient_in_the_room(&day).await;
    let procedure = row.procedure_id;
    collection::receive_first_urines(&urologist, first_urines(procedure)).await.unwrap();
    let consent = consent::room(&urologist, row.visit_id).await.unwrap().consents[0].consent_id;
    withdrawal::withdraw(&urologist, takes_back(consent, "held")).await.unwrap();
    let view = collection::open(&urologist, procedure).await.unwrap();
    assert_eq!(view.procedure_status.as_str(), "stopped-by-patient");

    assert!(label::print(&urologist, procedure).await.unwrap().is_empty(), "not even its label is printed");
    let number = view.glasses[0].accession.unwrap().compact();
    let packed = PackSpecimen { accession: number.clone(), place: "Bag 1".to_owned() };
    assert_eq!(specimen::pack(&urologist, packed).await.unwrap_err().code, "specimens-held");
    let reprint = label::ReprintLabel { specimen_id: view.glasses[0].specimen_id, reason: "lost".parse().unwrap() };
    assert_eq!(label::reprint(&urologist, reprint).await.unwrap_err().code, "specimens-held");
    assert_eq!(order::make(&urologist, order_for(procedure)).await.unwrap_err().code, "specimens-held");
    assert_eq!(next(&urologist, row.visit_id).await, "held");
    let room = withdrawal::room(&urologist, row.visit_id).await.unwrap();
    assert_eq!((held(&room), room.standing.len()), (vec!["vb1", "vb2"], 0));

    // He goes without an answer: nobody is kept for a tube that is held.
    visit::close(&urologist, row.visit_id).await.unwrap();
    drop(urologist);
    day.wait_minutes(90);
    let nurse = day.desk(NURSE).await;
    let none = withdrawal::answer(&nurse, answers(consent, "held")).await.unwrap_err();
    assert_eq!((none.code.as_str(), none.fields[0].field.as_str()), ("wish-refused", "wish"));
    let room = withdrawal::answer(&nurse, answers(consent, "send")).await.unwrap();
    assert!(held(&room).is_empty());
    assert_eq!(withdrawal::answer(&nurse, answers(consent, "discard")).await.unwrap_err().code, "wish-refused");
    verify_all(&nurse, procedure).await;
    let made = order::make(&nurse, order_for(procedure)).await.unwrap();
    assert_eq!(made.status.as_str(), "written", "what he sends is ordered");
    let text = note::room(&nurse, procedure).await.unwrap().draft.plain();
    assert!(text.contains("they are held until the patient has decided"), "{text}");
    assert!(text.contains("At 09:30 the patient said that they may be sent, recorded by Tom Abara"), "{text}");
}

#[tokio::test]
async fn discard_alone_asks_the_laboratory_to_destroy_also_the_day_after() {
    let day = ClinicDay::begin().await;
    let (urologist, procedure) = visit_closed(&day).await;
    let visit = today::list(&urologist, None).await.unwrap().rows[0].visit_id;
    drop(urologist);
    day.wait_minutes(26 * 60);
    let nurse = day.desk(NURSE).await;
    let room = withdrawal::room(&nurse, visit).await.unwrap();
    assert_eq!((room.may_stop, room.phase.as_str(), room.standing.len()), (false, "after-collection", 1));
    let consent = room.standing[0].consent_id;
    withdrawal::withdraw(&nurse, takes_back(consent, "held")).await.unwrap();
    let order = order::of(&nurse, procedure).await.unwrap().unwrap();
    assert!(order.changes.is_empty() && order.cancelled_at.is_none(), "held sends nothing");

    withdrawal::answer(&nurse, answers(consent, "discard")).await.unwrap();
    assert_eq!(tubes(&nurse, procedure).await, "vb1 discarded, vb2 discarded, eps dry, vb3 discarded");
    let order = order::of(&nurse, procedure).await.unwrap().unwrap();
    assert!(order.cancelled_at.is_some());
    let message = std::fs::read_to_string(nurse.places.orders.join(&order.changes[0].message_file)).unwrap();
    assert_eq!(message.matches("ORC|CA|").count(), 3, "{message}");
    assert!(message.contains("destroy what was received"), "{message}");
    let text = note::room(&nurse, procedure).await.unwrap().draft.plain();
    assert!(text.contains("the patient said that they are to be discarded"), "{text}");
    assert!(text.contains("“the laboratory order”: cancelled"), "{text}");
}
