//! Beside the glasses: what the stop screen asks for is taken, labelled, read back, ordered and reported; blood for PSA is
//! drawn first, or everybody is told; and none of it ever opens the way to a massage.

use super::collection::{first_urines, later, measured, none, order_for, stop, urine, verify_all};
use super::patient::book;
use super::safety::{
    ask_everything, felt, gate, gate_passed, typed, well_patient_in_the_room, well_patient_in_the_room_for,
};
use practice::collection_time::{self, CorrectCollectionTime};
use practice::demo::look_after;
use practice::further::{self, EnterFurtherReport, FurtherRoom, ProcedureId, TakeFurther};
use practice::label::{self, ReprintLabel, VerifyLabel};
use practice::laboratory_value::{self, KeepLaboratoryValues};
use practice::requisition_scan::{self, AttachRequisition};
use practice::screening::{self, MeasureVitals};
use practice::specimen::{self, DiscardSpecimen, PackSpecimen, ReportFault, StoreSpecimens};
use practice::{Desk, collection, incident, note, order, stop as stop_screen, visit};
use serde_json::json;
use tests::{ADMINISTRATOR, ClinicDay, NURSE, UROLOGIST};

fn taken(procedure_id: ProcedureId, role: &str) -> TakeFurther {
    TakeFurther { procedure_id, role: role.parse().unwrap(), taken: urine(0), site: None, knowing: false }
}

fn blood(procedure_id: ProcedureId, role: &str) -> TakeFurther {
    let how = "by-staff".parse().unwrap();
    let taken_now = collection::TypedGlass { how, ..urine(0) };
    TakeFurther { taken: taken_now, site: Some("left arm".to_owned()), ..taken(procedure_id, role) }
}

/// Every label that waits is printed and read back.
async fn read_back(desk: &Desk, procedure_id: ProcedureId) -> FurtherRoom {
    label::print(desk, procedure_id).await.unwrap();
    for tube in further::room(desk, procedure_id).await.unwrap().taken {
        if tube.status.as_str() == "collected" {
            let read = tube.accession.unwrap().compact();
            let how = "scan".parse().unwrap();
            label::verify(desk, VerifyLabel { procedure_id, specimen_id: None, read, how }).await.unwrap();
        }
    }
    further::room(desk, procedure_id).await.unwrap()
}

fn said(room: &FurtherRoom) -> Vec<String> {
    let one = |tube: &further::FurtherTube| {
        let number = tube.accession.map(|number| number.to_string()).unwrap_or_default();
        format!("{} {} {number} {}", tube.role.code(), tube.status, if tube.ordered { "ordered" } else { "waits" })
    };
    room.taken.iter().map(one).collect()
}

#[tokio::test]
async fn the_acute_picture_stops_at_check_in_and_its_cultures_are_taken_labelled_ordered_and_reported() {
    let day = ClinicDay::begin().await;
    let nurse = day.desk(NURSE).await;
    let row = book(&nurse, "Winter").await;
    let (visit, procedure) = (row.visit_id, row.procedure_id);
    let early = further::take(&nurse, taken(procedure, "msu")).await.unwrap_err();
    assert_eq!(early.code, "visit-not-here");
    visit::arrive(&nurse, visit).await.unwrap();
    screening::measure(&nurse, MeasureVitals { confirmed: true, ..typed(visit, "38.2", "degC") }).await.unwrap();
    ask_everything(&nurse, visit, &[("burning", "new-or-worse")]).await;
    let room = stop_screen::end(&nurse, visit).await.unwrap();
    let asked: Vec<&str> = room.asked.iter().map(|role| role.code()).collect();
    assert_eq!(asked, ["MSU", "BC"], "what the stop screen names can be taken");

    // No set was planned, and none is: the numbers are the visit's own, and each bottle has one.
    let msu = TakeFurther { taken: measured("12"), ..taken(procedure, "msu") };
    further::take(&nurse, msu).await.unwrap();
    let room = further::take(&nurse, blood(procedure, "blood-culture")).await.unwrap();
    assert_eq!(
        said(&room),
        [
            "MSU collected U26-000001-5 6 waits",
            "BC collected U26-000001-6 4 waits",
            "BC collected U26-000001-7 2 waits",
        ]
    );
    assert_eq!(room.taken[2].source, "Blood culture, anaerobic bottle, left arm");
    assert_eq!(order::make(&nurse, order_for(procedure)).await.unwrap_err().code, "label-not-verified");
    assert_eq!(visit::close(&nurse, visit).await.unwrap_err().code, "labels-not-verified");
    let room = read_back(&nurse, procedure).await;
    assert!(room.taken.iter().all(|tube| tube.status.as_str() == "verified"));
    let zpl = std::fs::read_to_string(nurse.places.labels.join("U2600000164-1.zpl")).unwrap();
    assert!(zpl.contains("BC") && zpl.contains("1/2"), "{zpl}");
    let again = stop_screen::room(&nurse, visit).await.unwrap();
    assert!(again.asked.is_empty() && again.taken.len() == 2);

    // Nothing of the massage was opened by it.
    assert_eq!(collection::start_massage(&nurse, procedure).await.unwrap_err().code, "procedure-ended");

    // The glasses of the procedure may still be awaited: what was taken beside them does not wait for their end.
    let set = collection::open(&nurse, procedure).await.unwrap();
    assert_eq!(set.step.as_str(), "first-urines");
    let made = order::make(&nurse, order_for(procedure)).await.unwrap();
    let message = std::fs::read_to_string(nurse.places.orders.join(&made.message_file)).unwrap();
    let lines = |name: &str| message.split('\r').filter(|segment| segment.starts_with(name)).count();
    assert_eq!((lines("ORC|NW"), lines("SPM|")), (3, 3), "{message}");
    assert!(!message.contains("CONSENT-PROC"), "nobody was asked for consent to a massage that does not take place");
    assert!(message.contains("^As soon as possible^"), "{message}");

    let board = specimen::handoff(&nurse).await.unwrap();
    let beside: Vec<_> = board[0].tubes.iter().filter(|tube| tube.role.is_further()).collect();
    let clocks: Vec<bool> = beside.iter().map(|tube| tube.clock.is_some()).collect();
    let never_cold: Vec<bool> = beside.iter().map(|tube| tube.never_cold).collect();
    assert_eq!(clocks, [true, false, false]);
    assert_eq!(never_cold, [false, true, true], "a blood culture stands in no refrigerator");
    let fridge = StoreSpecimens { specimen_ids: vec![beside[0].specimen_id], place: "Fridge 1".to_owned() };
    specimen::store(&nurse, fridge).await.unwrap();
    let bag = PackSpecimen { accession: "U26-000001-5 6".to_owned(), place: "Bag 1".to_owned() };
    specimen::pack(&nurse, bag).await.unwrap();
    // The urines of the procedure are not wanted, and the visit ends.
    collection::collect_no_more(&nurse, procedure).await.unwrap();
    visit::close(&nurse, visit).await.unwrap();

    let report = EnterFurtherReport {
        specimen_id: room.taken[0].specimen_id,
        after_version: 0,
        identifiers: serde_json::from_value(json!(["name", "mrn"])).unwrap(),
        lines: serde_json::from_value(
            json!([{ "test": "Culture", "value": "E. coli >100,000 CFU/mL", "valueAgain": "E. coli >100,000 CFU/mL" }]),
        )
        .unwrap(),
        reason: None,
    };
    let one = EnterFurtherReport { identifiers: vec![], ..report.clone() };
    assert_eq!(further::enter_report(&nurse, one).await.unwrap_err().fields[0].field, "identifiers");
    let room = further::enter_report(&nurse, report.clone()).await.unwrap();
    assert_eq!(room.taken[0].reports[0].report.lines[0].value, "E. coli >100,000 CFU/mL");
    assert_eq!(further::enter_report(&nurse, report.clone()).await.unwrap_err().code, "stale");
    let second = EnterFurtherReport { after_version: 1, ..report };
    assert_eq!(further::enter_report(&nurse, second).await.unwrap_err().fields[0].field, "reason");
    drop(nurse);
    let urologist = day.desk(UROLOGIST).await;
    let text = note::room(&urologist, procedure).await.unwrap().draft.plain();
    for words in ["MSU (12 mL) was collected", "anaerobic bottle", "the laboratory reported Culture: E. coli"] {
        assert!(text.to_lowercase().contains(&words.to_lowercase()), "{words}: {text}");
    }
}

#[tokio::test]
async fn secretion_alone_is_stopped_by_the_finger_and_the_culture_it_asks_for_can_be_taken() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = well_patient_in_the_room_for(&day, "eps", "ind-eps-wbc").await;
    let procedure = row.procedure_id;
    gate(&urologist, row.visit_id, felt("severe", "boggy")).await.unwrap();
    let stopped = stop_screen::room(&urologist, row.visit_id).await.unwrap();
    assert!(stopped.kept.is_empty() && stopped.asked[0].code() == "MSU");
    further::take(&urologist, taken(procedure, "msu")).await.unwrap();
    read_back(&urologist, procedure).await;
    // The set is opened only now: its glass ends at once, and the number stays that of the visit.
    let view = collection::open(&urologist, procedure).await.unwrap();
    assert_eq!(super::collection::glasses(&view), "eps safety-stop");
    order::make(&urologist, order_for(procedure)).await.unwrap();
    let eps = collection::receive(&urologist, super::collection::glass(procedure, "eps", urine(0))).await;
    assert!(eps.is_err(), "the rules of the glasses are untouched");
}

#[tokio::test]
async fn blood_for_psa_is_drawn_first_or_everybody_is_told() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = well_patient_in_the_room(&day).await;
    let procedure = row.procedure_id;
    further::take(&urologist, blood(procedure, "psa-serum")).await.unwrap();
    let before = super::safety::light(&screening::room(&urologist, row.visit_id).await.unwrap(), "mas");
    assert!(before.starts_with("incomplete"), "a tube of blood clears nothing: {before}");
    collection::receive_first_urines(&urologist, first_urines(procedure)).await.unwrap();
    gate_passed(&urologist, row.visit_id).await;
    let urologist = later(&day, urologist, 60).await;
    let late = further::take(&urologist, blood(procedure, "psa-serum")).await.unwrap_err();
    assert_eq!(late.fields[0].field, "knowing");
    assert!(late.fields[0].message.contains("0.4 to 0.9 ng/mL"), "{}", late.fields[0].message);
    let known = TakeFurther { knowing: true, ..blood(procedure, "psa-serum") };
    let room = further::take(&urologist, known).await.unwrap();
    assert!(room.taken[0].cautions.is_empty() && room.taken[1].cautions.len() == 1);
    // First-catch urine soon after the first glasses.
    let soon = further::take(&urologist, taken(procedure, "fcu-naat")).await.unwrap_err();
    assert!(soon.fields[0].message.contains("less than an hour"), "{}", soon.fields[0].message);

    collection::start_massage(&urologist, procedure).await.unwrap();
    let urologist = later(&day, urologist, 60).await;
    collection::stop_massage(&urologist, stop(procedure)).await.unwrap();
    collection::not_obtained(&urologist, none(procedure, "eps", "dry")).await.unwrap();
    collection::receive(&urologist, super::collection::glass(procedure, "vb3", urine(0))).await.unwrap();
    collection::finish(&urologist, procedure).await.unwrap();
    read_back(&urologist, procedure).await;
    verify_all(&urologist, procedure).await;
    let made = order::make(&urologist, order_for(procedure)).await.unwrap();
    let message = std::fs::read_to_string(urologist.places.orders.join(&made.message_file)).unwrap();
    assert!(message.contains("PSA-BEFORE^PSA drawn before massage^99DRE||N^No"), "{message}");
    assert!(message.contains("CONSENT-PROC") && message.contains("2857-1"), "{message}");

    // What is taken after the order was made is added to it, under the same group.
    further::take(&urologist, taken(procedure, "semen")).await.unwrap();
    read_back(&urologist, procedure).await;
    let board = specimen::handoff(&urologist).await.unwrap();
    assert!(board[0].missing.iter().any(|words| words == "SEM not yet ordered"), "{:?}", board[0].missing);
    let added = order::make(&urologist, order_for(procedure)).await.unwrap();
    assert_eq!((added.changes[0].kind.as_str(), added.changes[0].status.as_str()), ("add", "written"));
    let message = std::fs::read_to_string(urologist.places.orders.join(&added.changes[0].message_file)).unwrap();
    let group = added.group_number.compact();
    assert_eq!(message.matches("ORC|NW|").count(), 1, "{message}");
    assert!(message.contains(&format!("|{group}^")) && message.contains("119347001"), "{message}");
    assert_eq!(order::make(&urologist, order_for(procedure)).await.unwrap_err().code, "order-written-already");
    look_after(&urologist, row.visit_id).await.unwrap();
    visit::close(&urologist, row.visit_id).await.unwrap();

    // The first tube was drawn later than was written: it is judged by the time that is right.
    let first = further::room(&urologist, procedure).await.unwrap().taken[0].specimen_id;
    let at = further::room(&urologist, procedure).await.unwrap().taken[0].collected_at.unwrap();
    let at = at.plus(chrono::TimeDelta::seconds(1)).local().format("%H:%M:%S").to_string();
    let put_right = CorrectCollectionTime {
        specimen_id: first,
        at,
        reason: "The clock of the tray was slow.".to_owned(),
        passphrase: UROLOGIST.passphrase.to_owned(),
    };
    collection_time::correct(&urologist, put_right).await.unwrap();
    let text = note::room(&urologist, procedure).await.unwrap().draft.plain();
    assert!(text.contains("“the collection time of PSA”"), "{text}");
}

#[tokio::test]
async fn a_label_that_nobody_read_back_before_he_left_opens_an_incident() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = well_patient_in_the_room(&day).await;
    let procedure = row.procedure_id;
    collection::receive_first_urines(&urologist, first_urines(procedure)).await.unwrap();
    further::take(&urologist, taken(procedure, "msu")).await.unwrap();
    assert!(incident::list(&urologist).await.unwrap().is_empty());
    collection::patient_left(&urologist, procedure).await.unwrap();
    let opened = incident::list(&urologist).await.unwrap();
    assert_eq!((opened.len(), opened[0].kind.as_str()), (1, "unverified-label"));
    let words = &opened[0].chart.as_ref().unwrap().words;
    assert!(words.contains("VB1 (") && words.contains("VB2 (") && words.contains("MSU ("), "{words}");
}

#[tokio::test]
async fn what_goes_wrong_with_a_tube_is_an_incident_of_its_own_kind() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = well_patient_in_the_room(&day).await;
    let procedure = row.procedure_id;
    let view = collection::receive_first_urines(&urologist, first_urines(procedure)).await.unwrap();
    verify_all(&urologist, procedure).await;
    let (vb1, vb2) = (view.glasses[0].specimen_id, view.glasses[1].specimen_id);
    let reprint = ReprintLabel { specimen_id: vb1, reason: "misapplied".parse().unwrap() };
    label::reprint(&urologist, reprint).await.unwrap();
    let wrong = DiscardSpecimen { specimen_id: vb1, reason: "wrong-tube".parse().unwrap() };
    specimen::discard(&urologist, wrong).await.unwrap();
    let fault = |fault: &str, words: &str| ReportFault {
        specimen_id: vb2,
        fault: fault.parse().unwrap(),
        words: words.to_owned(),
    };
    let silent = specimen::report_fault(&urologist, fault("lost", " ")).await.unwrap_err();
    assert_eq!(silent.fields[0].field, "words");
    specimen::report_fault(&urologist, fault("lost", "The courier has no record of it.")).await.unwrap();
    let view = specimen::report_fault(&urologist, fault("rejected", "Leaking.")).await.unwrap();
    let last = view.custody.last().unwrap();
    assert_eq!((last.event.as_str(), last.note.as_deref()), ("incident-opened", Some("incident 4: rejected: Leaking")));
    let eps = collection::open(&urologist, procedure).await.unwrap().glasses[2].specimen_id;
    let never = specimen::report_fault(&urologist, ReportFault { specimen_id: eps, ..fault("lost", "Gone.") }).await;
    assert_eq!(never.unwrap_err().code, "nothing-collected");
    let kinds: Vec<_> = incident::list(&urologist).await.unwrap().iter().map(|one| one.kind.to_string()).collect();
    assert_eq!(kinds, ["rejected-specimen", "lost-specimen", "mislabelled-specimen", "mislabelled-specimen"]);
}

#[tokio::test]
async fn the_laboratory_says_otherwise_from_a_day_on_and_older_tubes_keep_what_they_were_made_under() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = well_patient_in_the_room(&day).await;
    let procedure = row.procedure_id;
    let low = TakeFurther { taken: measured("7"), ..taken(procedure, "msu") };
    let room = further::take(&urologist, low.clone()).await.unwrap();
    assert!(!room.taken[0].insufficient, "the shipped minimum is 5 mL");
    let refused = laboratory_value::list(&urologist).await.unwrap_err();
    assert_eq!(refused.code, "not-permitted");
    drop(urologist);

    let administrator = day.desk(ADMINISTRATOR).await;
    let list = laboratory_value::list(&administrator).await.unwrap();
    let msu = list.iter().find(|one| one.role.as_str() == "msu").unwrap();
    assert_eq!((msu.shipped.minimum_ml.as_str(), msu.versions.len()), ("5", 0));
    let mut values = msu.shipped.clone();
    values.minimum_ml = "10".to_owned();
    values.container = "Boric acid tube".to_owned();
    values.local_code = "UCULT".to_owned();
    values.cold_hours = "48".to_owned();
    let today = administrator.today().to_string();
    let keep = KeepLaboratoryValues { role: msu.role, after_version: 0, effective_on: today, values };
    let wrong = |change: fn(&mut KeepLaboratoryValues)| {
        let mut request = keep.clone();
        change(&mut request);
        request
    };
    let far = wrong(|request| request.values.minimum_ml = "900".to_owned());
    let far = laboratory_value::keep(&administrator, far).await.unwrap_err();
    assert_eq!(far.fields[0].message, "MSU takes between 0.1 and 200 mL.");
    let past = wrong(|request| request.effective_on = "2020-01-01".to_owned());
    let past = laboratory_value::keep(&administrator, past).await.unwrap_err();
    assert_eq!(past.fields[0].field, "effectiveOn");
    let list = laboratory_value::keep(&administrator, keep.clone()).await.unwrap();
    let msu = list.iter().find(|one| one.role.as_str() == "msu").unwrap();
    assert_eq!((msu.now.minimum_ml.as_str(), msu.versions[0].by.as_str()), ("10", "Marta Lind"));
    assert_eq!(laboratory_value::keep(&administrator, keep.clone()).await.unwrap_err().code, "stale");
    let same = KeepLaboratoryValues { after_version: 1, ..keep };
    assert_eq!(laboratory_value::keep(&administrator, same).await.unwrap_err().code, "nothing-changed");
    drop(administrator);

    let urologist = day.desk(UROLOGIST).await;
    let room = further::take(&urologist, low).await.unwrap();
    let insufficient: Vec<bool> = room.taken.iter().map(|tube| tube.insufficient).collect();
    assert_eq!(insufficient, [false, true], "the first tube keeps the version it was stamped under");
    read_back(&urologist, procedure).await;
    gate(&urologist, row.visit_id, felt("severe", "boggy")).await.unwrap();
    collection::open(&urologist, procedure).await.unwrap();
    collection::collect_no_more(&urologist, procedure).await.unwrap();
    let made = order::make(&urologist, order_for(procedure)).await.unwrap();
    let message = std::fs::read_to_string(urologist.places.orders.join(&made.message_file)).unwrap();
    assert!(message.contains("MSU-CULT^") && message.contains("UCULT^") && message.contains("Boric acid tube"));
}

#[tokio::test]
async fn a_requisition_on_paper_is_scanned_in_only_for_whom_it_names() {
    let day = ClinicDay::begin().await;
    let nurse = day.desk(NURSE).await;
    let row = book(&nurse, "Sommer").await;
    let file = "JVBERi0xLjcgcmVxdWlzaXRpb24=";
    let paper = |name: &str, birth_date: &str, file: &str| AttachRequisition {
        procedure_id: row.procedure_id,
        file: file.to_owned(),
        identifiers: serde_json::from_value(json!({ "name": name, "birthDate": birth_date, "mrn": "" })).unwrap(),
    };
    let field = |refused: practice::Refusal| refused.fields[0].field.clone();
    let birth = "1961-04-09";
    let refused = requisition_scan::attach(&nurse, paper("Anton Sommer", birth, "aGVsbG8=")).await.unwrap_err();
    assert_eq!(field(refused), "file");
    let refused = requisition_scan::attach(&nurse, paper("Anton Winter", birth, file)).await.unwrap_err();
    assert_eq!(field(refused), "name");
    let refused = requisition_scan::attach(&nurse, paper("Anton Sommer", "1901-01-01", file)).await.unwrap_err();
    assert_eq!(field(refused), "birthDate");
    let refused = requisition_scan::attach(&nurse, paper("Anton Sommer", "", file)).await.unwrap_err();
    assert_eq!(field(refused), "name");
    let kept = requisition_scan::attach(&nurse, paper("SOMMER, Anton", birth, file)).await.unwrap();
    assert_eq!((kept.len(), kept[0].kind.as_str(), kept[0].by.as_str()), (1, "pdf", "Tom Abara"));
    let printed = requisition_scan::print(&nurse, kept[0].scan_id).await.unwrap();
    let bytes = std::fs::read(std::path::Path::new(&printed.folder).join(&printed.file)).unwrap();
    assert_eq!(bytes, b"%PDF-1.7 requisition");
}
