//! The note on the day: written from the record, signed by its urologist, locked, and amended as a second version.

use super::collection::{first_urines, glass, none, order_for, stop, urine, verify_all};
use super::safety::{gate_passed, this_patient_in_the_room};
use practice::collection::TypedGlass;
use practice::demo::look_after;
use practice::note::{self, NoteRoom, ProcedureId, SignNote};
use practice::patient::RegisterPatient;
use practice::{Desk, collection, document, order, visit};
use tests::{ADMINISTRATOR, ClinicDay, NURSE, UROLOGIST};

/// Four glasses, but EPS was dry; ordered, and the visit closed.
pub(crate) async fn visit_closed(day: &ClinicDay) -> (Desk, ProcedureId) {
    visit_closed_of(day, super::patient::typed("Sommer", "Anton", "1961-04-09")).await
}

/// The same of somebody of whom more is known.
pub(crate) async fn visit_closed_of(day: &ClinicDay, who: RegisterPatient) -> (Desk, ProcedureId) {
    let (urologist, row) = this_patient_in_the_room(day, who, "four-glass", "ind-four-glass").await;
    let procedure = row.procedure_id;
    collection::receive_first_urines(&urologist, first_urines(procedure)).await.unwrap();
    gate_passed(&urologist, row.visit_id).await;
    collection::start_massage(&urologist, procedure).await.unwrap();
    day.wait_seconds(62);
    let urologist = day.now().await;
    collection::stop_massage(&urologist, stop(procedure)).await.unwrap();
    collection::not_obtained(&urologist, none(procedure, "eps", "dry")).await.unwrap();
    let cloudy = TypedGlass { appearance: Some("cloudy".parse().unwrap()), ..urine(0) };
    collection::receive(&urologist, glass(procedure, "vb3", cloudy)).await.unwrap();
    let room = note::room(&urologist, procedure).await.unwrap();
    assert_eq!(room.why_not.as_deref(), Some("The procedure has not ended; the note can be signed when it has."));
    collection::finish(&urologist, procedure).await.unwrap();
    verify_all(&urologist, procedure).await;
    order::make(&urologist, order_for(procedure)).await.unwrap();
    look_after(&urologist, row.visit_id).await.unwrap();
    visit::close(&urologist, row.visit_id).await.unwrap();
    (urologist, procedure)
}

pub(crate) fn signature(room: &NoteRoom, remarks: Option<&str>, reason: Option<&str>) -> SignNote {
    SignNote {
        procedure_id: room.procedure_id,
        draft_sha256: room.draft_sha256.clone(),
        remarks: remarks.map(str::to_owned),
        reason: reason.map(str::to_owned),
        meaning: "author".parse().unwrap(),
        passphrase: UROLOGIST.passphrase.to_owned(),
    }
}

fn section(room: &NoteRoom, title: &str) -> String {
    let found = room.draft.sections.iter().find(|section| section.title == title);
    found.map_or_else(String::new, |section| section.paragraphs.join(" "))
}

#[tokio::test]
async fn the_note_tells_the_visit_and_is_signed_locked_and_amended() {
    let day = ClinicDay::begin().await;
    let (urologist, procedure) = visit_closed(&day).await;
    let room = note::room(&urologist, procedure).await.unwrap();
    assert_eq!(
        section(&room, "Prostatic massage"),
        "The prostate was massaged from 08:00 to 08:01, for 1 min 2 s. Strokes were not counted."
    );
    let specimens = section(&room, "Specimens");
    assert!(specimens.contains("VB1 (enough) was collected at 07:56."), "{specimens}");
    assert!(
        specimens.contains("VB3 (enough, cloudy) was collected at")
            && specimens.contains("after the end of the massage."),
        "{specimens}"
    );
    assert!(specimens.contains("EPS was not obtained, because no secretion came (08:01)."), "{specimens}");
    assert!(section(&room, "Outcome").contains("there is no EPS."), "{}", section(&room, "Outcome"));
    assert!(section(&room, "Consent and chaperone").contains("heard by Dr. Ines Kaya (urologist) as witness"));

    let wrong = SignNote { passphrase: "not mine, surely not".to_owned(), ..signature(&room, None, None) };
    assert_eq!(note::sign(&urologist, wrong).await.err().unwrap().code, "passphrase-wrong");
    let unseen = SignNote { draft_sha256: "00".to_owned(), ..signature(&room, None, None) };
    assert_eq!(note::sign(&urologist, unseen).await.err().unwrap().code, "stale");
    let signed = note::sign(&urologist, signature(&room, Some("Discussed water intake."), None)).await.unwrap();
    let first = &signed.versions[0];
    assert_eq!((first.version, first.by.name.as_str(), first.signature.len()), (1, "Dr. Ines Kaya", 128));

    let silent = note::sign(&urologist, signature(&room, Some("More."), None)).await.err().unwrap();
    assert_eq!(silent.code, "reason-missing");
    let amended =
        note::sign(&urologist, signature(&room, Some("The left lobe was larger."), Some("left out"))).await.unwrap();
    let told: Vec<_> = amended.versions.iter().map(|one| (one.version, one.reason.as_deref())).collect();
    assert_eq!(told, [(1, None), (2, Some("left out"))]);
    assert_eq!(amended.versions[0].text, first.text, "the signed version stays as it was");

    let reports = note::verify(&urologist, procedure).await.unwrap();
    assert!(reports.len() == 2 && reports.iter().all(|report| report.sound), "{reports:?}");
    let paper = document::print_note(&urologist, procedure).await.unwrap();
    assert!(std::fs::read(urologist.places.papers.join(&paper.file)).unwrap().starts_with(b"%PDF"));
}

#[tokio::test]
async fn a_nurse_reads_the_note_and_cannot_sign_it_and_an_administrator_cannot_read_it() {
    let day = ClinicDay::begin().await;
    let (urologist, procedure) = visit_closed(&day).await;
    drop(urologist);
    let nurse = day.desk(NURSE).await;
    let room = note::room(&nurse, procedure).await.unwrap();
    assert!(!room.may_sign);
    let tried = SignNote { passphrase: NURSE.passphrase.to_owned(), ..signature(&room, None, None) };
    assert_eq!(note::sign(&nurse, tried).await.err().unwrap().code, "not-permitted");
    drop(nurse);
    let administrator = day.desk(ADMINISTRATOR).await;
    assert_eq!(note::room(&administrator, procedure).await.err().unwrap().code, "not-permitted");
}
