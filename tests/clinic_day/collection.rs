//! The glasses of the day: four of them, or an honest end for each; labels read back; a crash that is asked about.

use super::safety::{felt, gate, gate_passed, well_patient_in_the_room};
use practice::collection::{
    self, AccountForMassage, CollectionView, EndGlass, ExplainMassage, FirstUrines, GlassMeasure, ProcedureId,
    ReceiveGlass, StopMassage, TypedGlass,
};
use practice::demo::look_after;
use practice::label::{self, ReprintLabel, VerifyLabel};
use practice::order::{self, MakeOrder};
use practice::specimen::{self, DiscardSpecimen, PackSpecimen, StoreSpecimens};
use practice::{Desk, draft, screening, today, visit};
use tests::{ADMINISTRATOR, ClinicDay, NURSE, UROLOGIST};

pub(crate) fn urine(minutes_ago: i32) -> TypedGlass {
    TypedGlass {
        minutes_ago,
        measure: GlassMeasure::Enough,
        ml: None,
        appearance: None,
        how: "by-patient".parse().unwrap(),
    }
}

pub(crate) fn measured(ml: &str) -> TypedGlass {
    TypedGlass { measure: GlassMeasure::Measured, ml: Some(ml.to_owned()), ..urine(0) }
}

pub(crate) fn first_urines(procedure_id: ProcedureId) -> FirstUrines {
    FirstUrines { procedure_id, vb1: urine(4), vb2: urine(3) }
}

pub(crate) fn glass(procedure_id: ProcedureId, role: &str, glass: TypedGlass) -> ReceiveGlass {
    ReceiveGlass { procedure_id, role: role.parse().unwrap(), glass }
}

pub(crate) fn none(procedure_id: ProcedureId, role: &str, reason: &str) -> EndGlass {
    EndGlass { procedure_id, role: role.parse().unwrap(), reason: reason.parse().unwrap() }
}

pub(crate) fn stop(procedure_id: ProcedureId) -> StopMassage {
    StopMassage { procedure_id, reason: None, strokes: None }
}

fn scan(procedure_id: ProcedureId, read: &str) -> VerifyLabel {
    VerifyLabel { procedure_id, specimen_id: None, read: read.to_owned(), how: "scan".parse().unwrap() }
}

/// The same person at the same station, some seconds on.
pub(crate) async fn later(day: &ClinicDay, desk: Desk, seconds: i64) -> Desk {
    drop(desk);
    day.wait_seconds(seconds);
    day.now().await
}

pub(crate) fn glasses(view: &CollectionView) -> String {
    let told = view.glasses.iter().map(|glass| match glass.reason {
        Some(reason) => format!("{} {reason}", glass.role),
        None => format!("{} {}", glass.role, glass.status),
    });
    told.collect::<Vec<_>>().join(", ")
}

fn number_of(view: &CollectionView, role: &str) -> String {
    let glass = view.glasses.iter().find(|glass| glass.role.as_str() == role).unwrap();
    glass.accession.unwrap().compact()
}

pub(crate) async fn verify_all(desk: &Desk, procedure: ProcedureId) {
    label::print(desk, procedure).await.unwrap();
    let view = collection::open(desk, procedure).await.unwrap();
    for glass in view.glasses.iter().filter(|glass| glass.status.as_str() == "collected") {
        label::verify(desk, scan(procedure, &glass.accession.unwrap().compact())).await.unwrap();
    }
}

pub(crate) fn order_for(procedure_id: ProcedureId) -> MakeOrder {
    MakeOrder {
        procedure_id,
        antibiotics: "unknown".parse().unwrap(),
        abstinence_days: Some("3".to_owned()),
        remark: None,
        symptom: None,
    }
}

#[tokio::test]
async fn the_well_man_gives_four_glasses_and_the_order_lies_in_the_folder() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = well_patient_in_the_room(&day).await;
    let procedure = row.procedure_id;
    let planned = collection::open(&urologist, procedure).await.unwrap();
    assert_eq!(glasses(&planned), "vb1 planned, vb2 planned, eps planned, vb3 planned");
    let early = collection::receive(&urologist, glass(procedure, "vb3", urine(0))).await.unwrap_err();
    assert_eq!(early.code, "massage-before");

    let received = collection::receive_first_urines(&urologist, first_urines(procedure)).await.unwrap();
    assert_eq!(
        (number_of(&received, "vb1"), number_of(&received, "vb2")),
        ("U260000011E".into(), "U260000012C".into())
    );
    let printed = label::print(&urologist, procedure).await.unwrap();
    let files: Vec<&str> = printed.iter().flat_map(|label| &label.prints).map(|print| print.target.as_str()).collect();
    assert_eq!(files, ["U260000011E-1.pdf", "U260000011E-1.zpl", "U260000012C-1.pdf", "U260000012C-1.zpl"]);
    let zpl = std::fs::read_to_string(urologist.places.labels.join("U260000011E-1.zpl")).unwrap();
    assert!(zpl.starts_with("^XA") && zpl.contains("VB1"), "{zpl}");
    assert!(label::print(&urologist, procedure).await.unwrap().is_empty(), "nothing is printed twice by itself");

    let ungated = collection::start_massage(&urologist, procedure).await.unwrap_err();
    assert_eq!(ungated.code, "not-cleared");
    gate_passed(&urologist, row.visit_id).await;
    let massaging = collection::start_massage(&urologist, procedure).await.unwrap();
    assert_eq!(massaging.step.as_str(), "massaging");
    let urologist = later(&day, urologist, 60).await;
    let stopped = collection::stop_massage(&urologist, stop(procedure)).await.unwrap();
    assert_eq!(stopped.timers.iter().map(|timer| timer.timer.as_str()).collect::<Vec<_>>(), ["massage-to-urine"]);
    let vb3 = collection::receive(&urologist, glass(procedure, "vb3", measured("12,5"))).await.unwrap();
    assert_eq!(vb3.step.as_str(), "secretion", "VB3 did not wait for a word about EPS");
    let drops = TypedGlass {
        measure: GlassMeasure::Drops,
        appearance: Some("milky".parse().unwrap()),
        how: "by-staff".parse().unwrap(),
        ..urine(0)
    };
    let all = collection::receive(&urologist, glass(procedure, "eps", drops)).await.unwrap();
    assert_eq!((all.step.as_str(), all.open_labels), ("finish", 4));
    let finished = collection::finish(&urologist, procedure).await.unwrap();
    assert_eq!(finished.procedure_status.as_str(), "finished");

    verify_all(&urologist, procedure).await;
    let order = order::make(&urologist, order_for(procedure)).await.unwrap();
    assert_eq!((order.status.as_str(), order.failure.as_deref()), ("written", None));
    let message = std::fs::read_to_string(urologist.places.orders.join(&order.message_file)).unwrap();
    let specimens = message.split('\r').filter(|segment| segment.starts_with("SPM|")).count();
    assert_eq!(specimens, 4, "{message}");
    assert!(message.contains("|T|2.5.1"), "an invented clinic sends training orders");
    assert!(urologist.places.orders.join(&order.requisition_file).exists());
    assert_eq!(order::make(&urologist, order_for(procedure)).await.unwrap_err().code, "order-written-already");

    look_after(&urologist, row.visit_id).await.unwrap();
    visit::close(&urologist, row.visit_id).await.unwrap();
    let eps = finished.glasses.iter().find(|glass| glass.role.as_str() == "eps").unwrap().specimen_id;
    let timeline = specimen::open(&urologist, eps).await.unwrap();
    assert_eq!(timeline.custody[1].note.as_deref(), Some("drops, collected by staff, milky"));
    let told: Vec<_> = timeline.custody.iter().map(|row| row.event.as_str()).collect();
    assert_eq!(told, ["planned", "collected", "label-printed", "label-verified", "ordered"]);
}

#[tokio::test]
async fn he_cannot_void_first_and_eps_is_dry_and_the_visit_closes_honestly() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = well_patient_in_the_room(&day).await;
    let procedure = row.procedure_id;
    gate_passed(&urologist, row.visit_id).await;
    collection::not_obtained(&urologist, none(procedure, "vb1", "cannot-void")).await.unwrap();
    collection::receive(&urologist, glass(procedure, "vb2", measured("30"))).await.unwrap();
    collection::start_massage(&urologist, procedure).await.unwrap();
    let urologist = later(&day, urologist, 45).await;
    collection::stop_massage(&urologist, stop(procedure)).await.unwrap();
    collection::not_obtained(&urologist, none(procedure, "eps", "dry")).await.unwrap();
    collection::receive(&urologist, glass(procedure, "vb3", urine(0))).await.unwrap();
    let finished = collection::finish(&urologist, procedure).await.unwrap();
    assert_eq!(glasses(&finished), "vb1 cannot-void, vb2 collected, eps dry, vb3 collected");
    assert_eq!(finished.open_labels, 2, "a dry glass has no label");
    verify_all(&urologist, procedure).await;
    // He goes first and the order follows: what he gave while he agreed is covered, though the consent ran out with the visit.
    look_after(&urologist, row.visit_id).await.unwrap();
    visit::close(&urologist, row.visit_id).await.unwrap();
    let order = order::make(&urologist, order_for(procedure)).await.unwrap();
    let message = std::fs::read_to_string(urologist.places.orders.join(&order.message_file)).unwrap();
    let lines = |name: &str| message.split('\r').filter(|segment| segment.starts_with(name)).count();
    assert_eq!((lines("SPM|"), lines("OBR|")), (2, 2), "{message}");
    assert!(message.contains("EPS not obtained: no secretion"), "{message}");
}

#[tokio::test]
async fn an_unverified_label_keeps_the_visit_open_and_the_tube_unpacked() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = well_patient_in_the_room(&day).await;
    let procedure = row.procedure_id;
    let view = collection::receive_first_urines(&urologist, first_urines(procedure)).await.unwrap();
    let (vb1, vb2) = (number_of(&view, "vb1"), number_of(&view, "vb2"));
    collection::not_obtained(&urologist, none(procedure, "eps", "declined")).await.unwrap();
    collection::not_obtained(&urologist, none(procedure, "vb3", "declined")).await.unwrap();
    collection::finish(&urologist, procedure).await.unwrap();
    assert_eq!(visit::close(&urologist, row.visit_id).await.unwrap_err().code, "labels-not-verified");
    assert_eq!(order::make(&urologist, order_for(procedure)).await.unwrap_err().code, "label-not-verified");
    let pack = |number: &str| PackSpecimen { accession: number.to_owned(), place: "Bag 1".to_owned() };
    assert_eq!(specimen::pack(&urologist, pack(&vb1)).await.unwrap_err().code, "label-not-verified");

    // A slip of the finger, another patient's tube, the right tube, and the right tube again.
    let typed = |read: &str| VerifyLabel { how: "typed".parse().unwrap(), ..scan(procedure, read) };
    let code = |result: Result<label::LabelView, practice::Refusal>| result.unwrap_err().code;
    assert_eq!(code(label::verify(&urologist, scan(procedure, "U2600000119")).await), "label-unreadable");
    assert_eq!(code(label::verify(&urologist, scan(procedure, "U2600012337")).await), "another-patients-tube");
    assert_eq!(code(label::verify(&urologist, scan(procedure, &vb1)).await), "label-not-printed");
    let (sent, again) = tokio::join!(label::print(&urologist, procedure), label::print(&urologist, procedure));
    assert_eq!((sent.unwrap().len(), again.unwrap().len()), (2, 0), "asked for twice at once, sent once");
    label::verify(&urologist, typed(&vb1[7..])).await.unwrap();
    assert_eq!(code(label::verify(&urologist, scan(procedure, &vb1)).await), "label-verified-already");

    // The label of VB2 is torn: the new print must be read back, though the number is the same.
    label::verify(&urologist, scan(procedure, &vb2)).await.unwrap();
    let vb2_id = view.glasses[1].specimen_id;
    let torn = ReprintLabel { specimen_id: vb2_id, reason: "damaged".parse().unwrap() };
    let second = label::reprint(&urologist, torn).await.unwrap();
    assert_eq!((second.serial, second.status.as_str(), second.prints.len()), (2, "unverified", 2));
    assert_eq!(visit::close(&urologist, row.visit_id).await.unwrap_err().code, "labels-not-verified");
    label::verify(&urologist, scan(procedure, &vb2)).await.unwrap();
    visit::close(&urologist, row.visit_id).await.unwrap();

    let store = StoreSpecimens { specimen_ids: vec![vb2_id], place: "Fridge 1".to_owned() };
    specimen::store(&urologist, store).await.unwrap();
    let board = specimen::pack(&urologist, pack(&vb2)).await.unwrap();
    let standing: Vec<_> = board[0].tubes.iter().map(|tube| tube.status.as_str()).collect();
    assert_eq!(standing, ["verified", "packed", "not-obtained", "not-obtained"]);
    assert_eq!(board[0].missing, ["the order is not made"]);
    let unknown = specimen::pack(&urologist, pack("U2600012337")).await.unwrap_err();
    assert_eq!((unknown.code.as_str(), unknown.fields[0].field.as_str()), ("specimen-unknown", "accession"));
}

#[tokio::test]
async fn a_crash_during_the_massage_is_asked_about_and_nothing_is_computed_from_it() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = well_patient_in_the_room(&day).await;
    let procedure = row.procedure_id;
    collection::receive_first_urines(&urologist, first_urines(procedure)).await.unwrap();
    gate_passed(&urologist, row.visit_id).await;
    collection::start_massage(&urologist, procedure).await.unwrap();
    let began = urologist.now;
    let urologist = later(&day, urologist, 40).await;
    let pulse = |subject: String| draft::SaveDraft { place: "massage".to_owned(), subject, body: "{}".to_owned() };
    draft::save(&urologist, pulse(procedure.to_string())).await.unwrap();
    drop(urologist);
    day.wait_minutes(12);
    let day = day.restart().await;

    let nurse = day.desk(NURSE).await;
    let waiting = today::list(&nurse, None).await.unwrap().interrupted;
    assert_eq!(waiting.iter().map(|one| one.procedure_id).collect::<Vec<_>>(), [procedure], "the next start asks");
    drop(nurse);
    day.wait_minutes(3);

    let urologist = day.desk(UROLOGIST).await;
    let view = collection::open(&urologist, procedure).await.unwrap();
    let asked = view.interruption.unwrap();
    assert_eq!(
        (asked.began, asked.stopped.since(began).num_seconds()),
        (began, 40),
        "who signs on later is no sign of life"
    );
    let account = AccountForMassage {
        procedure_id: procedure,
        account: serde_json::from_str(r#"{"kind":"completed"}"#).unwrap(),
    };
    let told = collection::account_for_massage(&urologist, account).await.unwrap();
    assert!(told.interruption.is_none() && told.timers.is_empty());
    assert!(today::list(&urologist, None).await.unwrap().interrupted.is_empty());
    assert_eq!(told.massage.unwrap().stopped_at, None, "nobody saw the last stroke");
    assert!(collection::receive(&urologist, glass(procedure, "vb3", urine(0))).await.is_ok());
}

#[tokio::test]
async fn what_cannot_be_is_refused_beside_its_field_and_the_administrator_sees_no_tube() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = well_patient_in_the_room(&day).await;
    let procedure = row.procedure_id;
    let fields = |refusal: practice::Refusal| refusal.fields.into_iter().map(|beside| beside.field).collect::<Vec<_>>();
    let wrong = FirstUrines { procedure_id: procedure, vb1: measured("0.05"), vb2: urine(-5) };
    let refused = collection::receive_first_urines(&urologist, wrong).await.unwrap_err();
    assert_eq!(refused.message, "VB1 is between 0.1 and 200 mL: check the number.");
    assert_eq!(fields(refused), ["vb1.amount"]);
    let future = FirstUrines { procedure_id: procedure, vb1: urine(4), vb2: urine(-5) };
    assert_eq!(fields(collection::receive_first_urines(&urologist, future).await.unwrap_err()), ["vb2.at"]);
    let backwards = FirstUrines { procedure_id: procedure, vb1: urine(3), vb2: urine(4) };
    assert_eq!(fields(collection::receive_first_urines(&urologist, backwards).await.unwrap_err()), ["vb2.at"]);
    let untouched = collection::open(&urologist, procedure).await.unwrap();
    assert_eq!(glasses(&untouched), "vb1 planned, vb2 planned, eps planned, vb3 planned");

    // A desk that is still held keeps the vault open.
    drop(urologist);
    let administrator = day.desk(ADMINISTRATOR).await;
    assert_eq!(collection::open(&administrator, procedure).await.unwrap_err().code, "not-permitted");
    assert_eq!(specimen::handoff(&administrator).await.unwrap_err().code, "not-permitted");
}

#[tokio::test]
async fn the_patient_leaves_and_every_open_glass_says_so() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = well_patient_in_the_room(&day).await;
    let procedure = row.procedure_id;
    let status = async |desk: &Desk| {
        let rows = practice::today::list(desk, None).await.unwrap().rows;
        rows.into_iter().find(|today| today.visit_id == row.visit_id).unwrap().status.to_string()
    };
    collection::receive_first_urines(&urologist, first_urines(procedure)).await.unwrap();
    gate_passed(&urologist, row.visit_id).await;
    collection::start_massage(&urologist, procedure).await.unwrap();
    let left = collection::patient_left(&urologist, procedure).await.unwrap();
    assert_eq!(glasses(&left), "vb1 collected, vb2 collected, eps left, vb3 left");
    assert_eq!((left.step.as_str(), left.procedure_status.as_str()), ("finished", "stopped-by-patient"));

    // The two tubes are here and must be read back; only then is the visit over, as what it was.
    assert_eq!(status(&urologist).await, "in-room");
    assert_eq!(visit::close(&urologist, row.visit_id).await.unwrap_err().code, "labels-not-verified");
    verify_all(&urologist, procedure).await;
    visit::close(&urologist, row.visit_id).await.unwrap();
    assert_eq!(status(&urologist).await, "left-early");
    assert_eq!(collection::patient_left(&urologist, procedure).await.unwrap_err().code, "visit-not-here");
}

#[tokio::test]
async fn who_leaves_before_the_first_glass_leaves_nothing_open() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = well_patient_in_the_room(&day).await;
    collection::open(&urologist, row.procedure_id).await.unwrap();
    let left = collection::patient_left(&urologist, row.procedure_id).await.unwrap();
    assert_eq!(glasses(&left), "vb1 left, vb2 left, eps left, vb3 left");
    assert_eq!((left.visit_status.as_str(), left.open_labels), ("left-early", 0));
    let loops = practice::today::list(&urologist, None).await.unwrap().open_loops;
    let said: Vec<String> = loops.iter().map(|open| format!("{} {}", open.count, open.words)).collect();
    assert_eq!(said, ["1 note to sign"]);
}

#[tokio::test]
async fn the_dipstick_of_vb2_speaks_to_the_massage_and_stands_in_the_note() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = well_patient_in_the_room(&day).await;
    let (visit, procedure) = (row.visit_id, row.procedure_id);
    assert!(collection::open(&urologist, procedure).await.unwrap().dipstick.is_none(), "there is nothing to dip into");
    let received = collection::receive_first_urines(&urologist, first_urines(procedure)).await.unwrap();
    assert_eq!(received.dipstick.unwrap().nitrite, None);
    let urologist = later(&day, urologist, 60).await;
    let dipped = [("dipstick-nitrite", "yes"), ("dipstick-leukocytes", "no")];
    screening::answer(&urologist, super::safety::answers(visit, &dipped)).await.unwrap();
    let dipped = collection::open(&urologist, procedure).await.unwrap().dipstick.unwrap();
    assert_eq!((dipped.nitrite, dipped.leukocytes), (Some(true), Some(false)));

    // Positive, with a boggy and moderately tender gland: C02, before the first stroke.
    gate(&urologist, visit, felt("moderate", "boggy")).await.unwrap();
    let stopped = practice::stop::room(&urologist, visit).await.unwrap();
    assert_eq!(stopped.stopped[0].fired[0].id, "C02");
    assert!(collection::open(&urologist, procedure).await.unwrap().dipstick.is_none());
    let note = practice::note::room(&urologist, procedure).await.unwrap();
    let told = note.draft.sections.iter().flat_map(|section| &section.paragraphs).cloned().collect::<String>();
    assert!(told.contains("Urine dipstick: nitrite positive, leukocyte esterase negative."), "{told}");
}

#[tokio::test]
async fn a_tube_that_broke_is_discarded_and_holds_nothing_up() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = well_patient_in_the_room(&day).await;
    let procedure = row.procedure_id;
    let view = collection::receive_first_urines(&urologist, first_urines(procedure)).await.unwrap();
    collection::not_obtained(&urologist, none(procedure, "eps", "declined")).await.unwrap();
    collection::not_obtained(&urologist, none(procedure, "vb3", "declined")).await.unwrap();
    collection::finish(&urologist, procedure).await.unwrap();
    let (vb1, vb2) = (view.glasses[0].specimen_id, view.glasses[1].specimen_id);
    label::print(&urologist, procedure).await.unwrap();
    label::verify(&urologist, scan(procedure, &number_of(&view, "vb2"))).await.unwrap();

    // VB1 broke before anybody read its label: the label is void, and no longer keeps the visit open.
    let broken = |specimen_id| DiscardSpecimen { specimen_id, reason: "broken".parse().unwrap() };
    let gone = specimen::discard(&urologist, broken(vb1)).await.unwrap();
    assert_eq!((gone.status.as_str(), gone.clock.is_none()), ("discarded", true));
    let label = gone.labels.last().unwrap();
    assert_eq!((label.status.as_str(), label.void_reason.unwrap().as_str()), ("voided", "discarded"));
    let told: Vec<_> = gone.custody.iter().map(|row| row.event.as_str()).collect();
    assert_eq!(told, ["planned", "collected", "label-printed", "label-voided", "discarded"]);
    assert_eq!(gone.custody[4].note.as_deref(), Some("broken"));
    visit::close(&urologist, row.visit_id).await.unwrap();

    // It is neither read back, packed, nor thrown away twice, and the order names it with its reason.
    let read = label::verify(&urologist, scan(procedure, &number_of(&view, "vb1"))).await;
    assert_eq!(read.unwrap_err().code, "specimen-discarded");
    let pack = PackSpecimen { accession: number_of(&view, "vb1"), place: "Bag 1".to_owned() };
    assert_eq!(specimen::pack(&urologist, pack).await.unwrap_err().code, "specimen-out-of-order");
    assert_eq!(specimen::discard(&urologist, broken(vb1)).await.unwrap_err().code, "specimen-out-of-order");
    let order = order::make(&urologist, order_for(procedure)).await.unwrap();
    let message = std::fs::read_to_string(urologist.places.orders.join(&order.message_file)).unwrap();
    assert_eq!(message.split('\r').filter(|segment| segment.starts_with("SPM|")).count(), 1, "{message}");
    assert!(message.contains("VB1 discarded: broken"), "{message}");
    let note = practice::note::room(&urologist, procedure).await.unwrap();
    let told = note.draft.sections.iter().flat_map(|section| &section.paragraphs).cloned().collect::<String>();
    assert!(told.contains("VB1 was collected, and was discarded at 08:00 because the tube broke."), "{told}");

    // With the last tube gone too, nothing is left for the laboratory to miss.
    specimen::discard(&urologist, broken(vb2)).await.unwrap();
    assert!(specimen::handoff(&urologist).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_massage_that_the_patient_broke_off_may_end_with_what_there_is() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = well_patient_in_the_room(&day).await;
    let procedure = row.procedure_id;
    collection::receive_first_urines(&urologist, first_urines(procedure)).await.unwrap();
    gate_passed(&urologist, row.visit_id).await;
    collection::start_massage(&urologist, procedure).await.unwrap();
    let asked = StopMassage { reason: Some("patient-asked".parse().unwrap()), ..stop(procedure) };
    let stopped = collection::stop_massage(&urologist, asked).await.unwrap();
    assert_eq!(stopped.massage.unwrap().reason.unwrap().as_str(), "patient-asked");
    let ended = collection::collect_no_more(&urologist, procedure).await.unwrap();
    assert_eq!(glasses(&ended), "vb1 collected, vb2 collected, eps stopped, vb3 stopped");
    assert_eq!((ended.step.as_str(), ended.procedure_status.as_str()), ("finished", "stopped-by-patient"));
}

#[tokio::test]
async fn a_massage_of_more_than_three_minutes_is_asked_about_and_nothing_waits_for_the_answer() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = well_patient_in_the_room(&day).await;
    let procedure = row.procedure_id;
    collection::receive_first_urines(&urologist, first_urines(procedure)).await.unwrap();
    gate_passed(&urologist, row.visit_id).await;
    collection::start_massage(&urologist, procedure).await.unwrap();
    let why = |why: &str| ExplainMassage { procedure_id: procedure, why: why.to_owned() };
    let early = collection::explain_massage(&urologist, why("two pauses for breath")).await.unwrap_err();
    assert_eq!(early.code, "nothing-to-explain");
    let urologist = later(&day, urologist, 200).await;
    let stopped = collection::stop_massage(&urologist, stop(procedure)).await.unwrap();
    assert!(stopped.massage.unwrap().asks_why_long);
    collection::receive(&urologist, glass(procedure, "vb3", urine(0))).await.unwrap();
    collection::not_obtained(&urologist, none(procedure, "eps", "dry")).await.unwrap();
    collection::finish(&urologist, procedure).await.unwrap();

    let empty = collection::explain_massage(&urologist, why(" ")).await.unwrap_err();
    assert_eq!(
        (empty.fields[0].field.as_str(), empty.fields[0].message.as_str()),
        ("why", "Write why it took so long.")
    );
    let told = collection::explain_massage(&urologist, why("two pauses for breath")).await.unwrap().massage.unwrap();
    assert_eq!((told.asks_why_long, told.long_because.as_deref()), (false, Some("two pauses for breath")));
    assert_eq!(collection::explain_massage(&urologist, why("Again")).await.unwrap_err().code, "nothing-to-explain");
    let note = practice::note::room(&urologist, procedure).await.unwrap().draft.plain();
    assert!(note.contains("It took longer than planned, for this reason: two pauses for breath."), "{note}");
}
