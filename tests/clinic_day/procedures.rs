//! The other procedures of the clinic, each in its own guided order: two glasses, and secretion alone, and the urine of a kit.

use super::collection::{glass, glasses, later, measured, none, order_for, stop, urine, verify_all};
use super::safety::{gate_passed, well_patient_in_the_room_for};
use practice::collection::{self, GlassMeasure, StopMassage, Strokes, TypedGlass};
use practice::consent::Tongue;
use practice::demo::look_after;
use practice::exam::{self, StateFindings};
use practice::specimen::{self, PackSpecimen};
use practice::tube::{self, FillTubes, TypedTube};
use practice::{Desk, consent, note, order, procedure, visit};
use tests::{ClinicDay, UROLOGIST};

fn drops() -> TypedGlass {
    TypedGlass { measure: GlassMeasure::Drops, how: "by-staff".parse().unwrap(), ..urine(0) }
}

#[tokio::test]
async fn two_glasses_before_and_after_the_massage() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = well_patient_in_the_room_for(&day, "two-glass", "ind-ppmt").await;
    let (visit, id) = (row.visit_id, row.procedure_id);
    let texts = consent::room(&urologist, visit).await.unwrap().texts;
    let english = texts.iter().filter(|text| text.language == Tongue::English);
    assert_eq!(english.map(|text| text.id.as_str()).collect::<Vec<_>>(), ["two-glass", "dre"]);
    gate_passed(&urologist, visit).await;

    let room = collection::open(&urologist, id).await.unwrap();
    assert_eq!(
        (room.step.as_str(), glasses(&room).as_str()),
        ("first-urines", "pre-m planned, eps planned, post-m planned")
    );
    let early = collection::receive(&urologist, glass(id, "post-m", urine(0))).await.unwrap_err();
    assert_eq!(early.code, "massage-before");
    assert!(collection::receive(&urologist, glass(id, "vb1", urine(0))).await.is_err(), "VB1 is not of this test");
    collection::receive(&urologist, glass(id, "pre-m", urine(2))).await.unwrap();
    collection::start_massage(&urologist, id).await.unwrap();
    let urologist = later(&day, urologist, 60).await;
    let stopped = collection::stop_massage(&urologist, stop(id)).await.unwrap();
    assert_eq!(stopped.timers.iter().map(|timer| timer.timer.as_str()).collect::<Vec<_>>(), ["massage-to-urine"]);
    collection::receive(&urologist, glass(id, "post-m", urine(0))).await.unwrap();
    let ended = collection::not_obtained(&urologist, none(id, "eps", "dry")).await.unwrap();
    assert_eq!(glasses(&ended), "pre-m collected, eps dry, post-m collected");
    let finished = collection::finish(&urologist, id).await.unwrap();
    assert_eq!(finished.procedure_status.as_str(), "finished");

    verify_all(&urologist, id).await;
    let sent = order::make(&urologist, order_for(id)).await.unwrap();
    let message = std::fs::read_to_string(urologist.places.orders.join(&sent.message_file)).unwrap();
    assert!(message.contains("PRE-M midstream urine before massage (bladder)"), "{message}");
    assert!(message.contains("^Urine collection after prostatic massage") && message.contains("2G-POST"), "{message}");
    assert_eq!(message.matches("\rSPM|").count(), 2, "{message}");
    look_after(&urologist, visit).await.unwrap();
    visit::close(&urologist, visit).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let papers = procedure::papers(&urologist, id, folder.path()).await.unwrap();
    assert_eq!(papers, ["consent.pdf", "labels.pdf", "labels.zpl", "requisition.pdf", "order.hl7"]);

    let said = note::room(&urologist, id).await.unwrap();
    let text = said.draft.sections.iter().flat_map(|section| section.paragraphs.clone()).collect::<Vec<_>>().join("\n");
    assert!(text.contains("POST-M (enough) was collected at") && text.contains("EPS was not obtained"), "{text}");
}

#[tokio::test]
async fn secretion_alone_is_caught_without_any_urine() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = well_patient_in_the_room_for(&day, "eps", "ind-eps-wbc").await;
    let id = row.procedure_id;
    let room = collection::open(&urologist, id).await.unwrap();
    assert_eq!((room.step.as_str(), glasses(&room).as_str()), ("gate", "eps planned"));
    assert!(collection::start_massage(&urologist, id).await.is_err(), "the finger has not felt the gland yet");
    gate_passed(&urologist, row.visit_id).await;
    collection::start_massage(&urologist, id).await.unwrap();
    let urologist = later(&day, urologist, 50).await;
    collection::stop_massage(&urologist, stop(id)).await.unwrap();
    let caught = collection::receive(&urologist, glass(id, "eps", drops())).await.unwrap();
    assert_eq!((caught.step.as_str(), glasses(&caught).as_str()), ("finish", "eps collected"));
    collection::finish(&urologist, id).await.unwrap();
    verify_all(&urologist, id).await;
    let sent = order::make(&urologist, order_for(id)).await.unwrap();
    let message = std::fs::read_to_string(urologist.places.orders.join(&sent.message_file)).unwrap();
    assert!(
        message.contains("258471001^Prostatic massage fluid sample^SCT") && message.contains("EPS-CULT"),
        "{message}"
    );
    look_after(&urologist, row.visit_id).await.unwrap();
    visit::close(&urologist, row.visit_id).await.unwrap();
}

#[tokio::test]
async fn three_strokes_on_either_side_and_then_the_urine_of_a_kit() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = well_patient_in_the_room_for(&day, "post-dre-urine", "ind-pdu-pca3").await;
    let id = row.procedure_id;
    let room = collection::open(&urologist, id).await.unwrap();
    assert_eq!((room.act.as_str(), room.step.as_str(), glasses(&room).as_str()), ("pdu", "gate", "pdu planned"));
    assert!(collection::start_massage(&urologist, id).await.is_err(), "the finger has not felt the gland yet");
    gate_passed(&urologist, row.visit_id).await;
    collection::start_massage(&urologist, id).await.unwrap();

    let counted = |right, left, why: Option<&str>| StopMassage {
        strokes: Some(Strokes { right, left, why: why.map(str::to_owned) }),
        ..stop(id)
    };
    let refused = async |request| collection::stop_massage(&urologist, request).await.unwrap_err().code;
    assert_eq!(refused(stop(id)).await, "strokes-not-counted");
    assert_eq!(refused(counted(40, 3, None)).await, "strokes-implausible");
    assert_eq!(refused(counted(2, 3, None)).await, "strokes-unexplained");
    let stopped =
        collection::stop_massage(&urologist, counted(2, 3, Some("a fissure hurt on the right"))).await.unwrap();
    assert_eq!(stopped.timers.iter().map(|timer| timer.timer.as_str()).collect::<Vec<_>>(), ["strokes-to-urine"]);

    // The station locked itself meanwhile.
    drop(urologist);
    day.wait_minutes(61);
    let urologist = day.desk(UROLOGIST).await;
    assert_eq!(collection::receive(&urologist, glass(id, "eps", drops())).await.unwrap_err().code, "glass-not-planned");
    collection::receive(&urologist, glass(id, "pdu", measured("15"))).await.unwrap();
    collection::finish(&urologist, id).await.unwrap();
    verify_all(&urologist, id).await;
    let sent = order::make(&urologist, order_for(id)).await.unwrap();
    let message = std::fs::read_to_string(urologist.places.orders.join(&sent.message_file)).unwrap();
    assert!(message.contains("|PCA3^PCA3 score in post-DRE urine^L|"), "{message}");
    assert!(message.contains("Strokes before the urine: 2 right, 3 left (a fissure hurt on the right)."), "{message}");
    tubes_are_filled(&urologist, id).await;
    look_after(&urologist, row.visit_id).await.unwrap();
    visit::close(&urologist, row.visit_id).await.unwrap();
    let said = note::room(&urologist, id).await.unwrap().draft;
    let text = said.sections.iter().flat_map(|section| section.paragraphs.clone()).collect::<Vec<_>>().join("\n");
    for sentence in [
        "The prostate was stroked twice on the right and 3 times on the left",
        "it was done otherwise for this reason: a fissure hurt on the right.",
        "It was passed an hour or more after the strokes: outside the protocol of the kit",
        "It is less than the laboratory wants",
        "It was filled into the transport tubes of PCA3 at 09:",
        "2.5 mL in lot P3-204",
    ] {
        assert!(text.contains(sentence), "{sentence}\n{text}");
    }
}

#[tokio::test]
async fn an_examination_alone_ends_with_its_findings() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = well_patient_in_the_room_for(&day, "dre", "ind-dre-luts").await;
    gate_passed(&urologist, row.visit_id).await;
    assert_eq!(visit::close(&urologist, row.visit_id).await.unwrap_err().code, "procedure-open");
    let findings =
        serde_json::json!({ "unstatedNormal": true, "otherSectorsNormal": false, "sizeMl": 35, "nodules": [] });
    let stated = StateFindings { visit_id: row.visit_id, findings: serde_json::from_value(findings).unwrap() };
    let room = exam::state_findings(&urologist, stated).await.unwrap();
    assert_eq!(room.procedure_status.as_str(), "finished");
    assert!(collection::open(&urologist, row.procedure_id).await.is_err(), "nothing is collected at an examination");
    visit::close(&urologist, row.visit_id).await.unwrap();
    assert!(note::room(&urologist, row.procedure_id).await.unwrap().may_sign);
}

/// The cup is not packed before both tubes are filled, and no tube past its day is taken.
async fn tubes_are_filled(desk: &Desk, procedure: practice::result::ProcedureId) {
    let cup = collection::open(desk, procedure).await.unwrap().glasses.remove(0);
    let number = cup.accession.unwrap().to_string();
    let pack = || PackSpecimen { accession: number.clone(), place: "Bag 1".to_owned() };
    assert_eq!(specimen::pack(desk, pack()).await.unwrap_err().code, "tubes-not-filled");
    let room = tube::room(desk, cup.specimen_id).await.unwrap().unwrap();
    assert_eq!((room.kit.as_str(), room.tubes, room.timers.len()), ("PCA3", 2, 2));
    let fill = |expires_on: &str, inverted| FillTubes {
        specimen_id: cup.specimen_id,
        tubes: vec![
            TypedTube {
                lot: "P3-204".to_owned(),
                expires_on: expires_on.to_owned(),
                volume_ml: "2.5".to_owned()
            };
            2
        ],
        inverted,
    };
    let refused = tube::fill(desk, fill("2026-10-31", false)).await.unwrap_err();
    let fields: Vec<_> = refused.fields.iter().map(|beside| beside.field.as_str()).collect();
    assert_eq!(fields, ["inverted", "tubes.0.expiresOn", "tubes.1.expiresOn"]);
    let filled = tube::fill(desk, fill("2027-10-31", true)).await.unwrap().unwrap();
    assert!(filled.flags.is_empty() && filled.timers.is_empty(), "{:?}", filled.flags);
    assert!(tube::fill(desk, fill("2027-10-31", true)).await.is_err(), "what was filled stands");
    specimen::pack(desk, pack()).await.unwrap();
}
