//! A busy window asks for many things at once: each answer reads one moment of the record, and none waits for another.

use super::collection::first_urines;
use super::safety::{gate_passed, well_patient_in_the_room};
use practice::{collection, consent, exam, note, screening, stop, time_out, today};
use tests::ClinicDay;

#[tokio::test]
async fn every_room_answers_when_all_are_asked_at_once() {
    let day = ClinicDay::begin().await;
    let (desk, row) = well_patient_in_the_room(&day).await;
    gate_passed(&desk, row.visit_id).await;
    collection::receive_first_urines(&desk, first_urines(row.procedure_id)).await.unwrap();

    let (visit, procedure) = (row.visit_id, row.procedure_id);
    // More askers than connections: a room that asked for a second one while it held its first would wait for good.
    let glasses = || collection::open(&desk, procedure);
    let (one, two, three, four) = tokio::join!(glasses(), glasses(), glasses(), glasses());
    for view in [one, two, three, four] {
        assert_eq!(view.unwrap().clearance.word.as_str(), "clear");
    }
    let exams = tokio::join!(exam::room(&desk, visit), exam::room(&desk, visit), exam::room(&desk, visit), glasses());
    assert!(exams.0.is_ok() && exams.1.is_ok() && exams.2.is_ok() && exams.3.is_ok());
    let stops = tokio::join!(stop::room(&desk, visit), stop::room(&desk, visit), stop::room(&desk, visit), glasses());
    assert!(stops.0.is_ok() && stops.1.is_ok() && stops.2.is_ok() && stops.3.is_ok());
    let others = tokio::join!(
        time_out::room(&desk, visit),
        note::room(&desk, procedure),
        consent::room(&desk, visit),
        screening::room(&desk, visit),
        today::list(&desk, None),
    );
    assert!(others.0.is_ok() && others.1.is_ok() && others.2.is_ok() && others.3.is_ok() && others.4.is_ok());
}
