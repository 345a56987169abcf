//! The trail as people read it.

use super::safety::well_patient_in_the_room;
use practice::audit::{self, ReadTrail};
use practice::{Desk, patient};
use tests::{ADMINISTRATOR, ClinicDay, NURSE};

/// What was done last, the newest first.
pub(crate) async fn newest(desk: &Desk) -> Vec<String> {
    let trail = audit::trail(desk, ReadTrail::default()).await.unwrap();
    trail.rows.into_iter().map(|row| row.action).collect()
}

#[tokio::test]
async fn the_administrator_reads_who_did_what_and_checks_the_whole_trail() {
    let day = ClinicDay::begin().await;
    well_patient_in_the_room(&day).await;
    let nurse = day.desk(NURSE).await;
    let patient_id = patient::find(&nurse, "sommer").await.unwrap()[0].patient_id;
    patient::open(&nurse, patient_id).await.unwrap();
    drop(nurse);

    let administrator = day.desk(ADMINISTRATOR).await;
    let all = audit::trail(&administrator, ReadTrail::default()).await.unwrap();
    assert!(all.rows.windows(2).all(|two| two[0].seq > two[1].seq), "the newest first");
    let on_the_patient = ReadTrail { patient_id: Some(patient_id), ..ReadTrail::default() };
    let told = audit::trail(&administrator, on_the_patient).await.unwrap();
    let last = &told.rows[0];
    assert_eq!((last.action.as_str(), last.actor_name.as_str()), ("patient.open", NURSE.full_name));
    let tomorrow = ReadTrail { from: Some("2026-11-24".to_owned()), ..ReadTrail::default() };
    assert!(audit::trail(&administrator, tomorrow).await.unwrap().rows.is_empty());
    let unreadable = ReadTrail { until: Some("yesterday".to_owned()), ..ReadTrail::default() };
    assert_eq!(audit::trail(&administrator, unreadable).await.unwrap_err().fields[0].field, "until");

    let verdict = audit::verify(&administrator).await.unwrap();
    assert!(verdict.whole, "{:?}", verdict.faults);
    let reading = ReadTrail { action: Some("audit.".to_owned()), ..ReadTrail::default() };
    let of_reading = audit::trail(&administrator, reading).await.unwrap();
    assert_eq!(of_reading.rows[0].action, "audit.verify", "reading and checking stand in the trail too");
}

#[tokio::test]
async fn everybody_else_reads_what_they_did_themselves() {
    let day = ClinicDay::begin().await;
    well_patient_in_the_room(&day).await;
    let nurse = day.desk(NURSE).await;
    let own = audit::trail(&nurse, ReadTrail::default()).await.unwrap();
    assert!(!own.rows.is_empty() && own.rows.iter().all(|row| row.actor == nurse.who.staff));
}
