//! One man was registered twice: his charts are read as one, and taken apart again when it turns out that they were two men.

use super::note::visit_closed;
use super::patient::typed;
use super::wrong_patient::{grave, with_the_nurse};
use practice::adverse_event::{self, RecordEvent};
use practice::merge::{self, MergePatients, UnmergePatients};
use practice::patient::{self, PatientId, RegisterPatient};
use practice::screening::SecondPerson;
use practice::specimen::{self, PackSpecimen};
use practice::visit::{self, BookVisit};
use practice::{Desk, collection, follow_up, incident, note};
use tests::ClinicDay;

fn one_person(kept: PatientId, merged: PatientId) -> MergePatients {
    MergePatients {
        kept_id: kept,
        merged_id: merged,
        reason: "He was registered twice; his passport was seen.".to_owned(),
        second: with_the_nurse(),
    }
}

fn booked(desk: &Desk, patient_id: PatientId) -> BookVisit {
    BookVisit {
        patient_id,
        kind: "dre".parse().unwrap(),
        indication: "ind-dre-luts".to_owned(),
        date: desk.today().to_string(),
        time: "15:00".to_owned(),
    }
}

async fn pack_all(desk: &Desk, procedure: collection::ProcedureId) {
    let view = collection::open(desk, procedure).await.unwrap();
    for number in view.glasses.iter().filter_map(|glass| glass.accession) {
        let packed = PackSpecimen { accession: number.compact(), place: "Bag 1".to_owned() };
        specimen::pack(desk, packed).await.unwrap();
    }
}

#[tokio::test]
async fn nothing_is_merged_while_a_tube_or_a_visit_is_open() {
    let day = ClinicDay::begin().await;
    let (urologist, procedure) = visit_closed(&day).await;
    let first = patient::find(&urologist, "Sommer").await.unwrap()[0].clone();
    let twice = RegisterPatient { another_person: true, ..typed("Sommer", "Anton M", "1961-04-09") };
    let second = patient::register(&urologist, twice).await.unwrap().identity;
    let (kept, merged) = (second.patient_id, first.patient_id);

    let refused = merge::merge(&urologist, one_person(kept, merged)).await.unwrap_err();
    assert_eq!(refused.code, "tubes-here");
    pack_all(&urologist, procedure).await;
    assert_eq!(merge::merge(&urologist, one_person(kept, kept)).await.unwrap_err().code, "same-chart");
    visit::book(&urologist, booked(&urologist, kept)).await.unwrap();
    assert_eq!(merge::merge(&urologist, one_person(kept, merged)).await.unwrap_err().code, "open-visit");
}

#[tokio::test]
async fn old_numbers_are_found_accessions_stay_and_two_people_are_needed() {
    let day = ClinicDay::begin().await;
    let (urologist, procedure) = visit_closed(&day).await;
    pack_all(&urologist, procedure).await;
    let visit_id = collection::open(&urologist, procedure).await.unwrap().visit_id;
    adverse_event::record(&urologist, RecordEvent { visit_id, event: grave(3) }).await.unwrap();
    let before = note::room(&urologist, procedure).await.unwrap();
    let first = patient::find(&urologist, "Sommer").await.unwrap()[0].clone();
    let other = patient::register(&urologist, typed("Sommers", "Anton", "1961-04-09")).await.unwrap().identity;
    let third = patient::register(&urologist, typed("Zomer", "Anton", "1961-04-09")).await.unwrap().identity;
    let (kept, merged) = (other.patient_id, first.patient_id);

    let silent = MergePatients { reason: " ".to_owned(), ..one_person(kept, merged) };
    assert_eq!(merge::merge(&urologist, silent).await.unwrap_err().fields[0].field, "reason");
    let alone =
        MergePatients { second: SecondPerson { name: String::new(), ..with_the_nurse() }, ..one_person(kept, merged) };
    assert_eq!(merge::merge(&urologist, alone).await.unwrap_err().code, "second-person-missing");

    let chart = merge::merge(&urologist, one_person(kept, merged)).await.unwrap();
    assert_eq!((chart.visits.len(), chart.identity.mrn.as_str()), (1, other.mrn.as_str()));
    assert_eq!(chart.visits[0].recorded_as.as_deref(), Some(first.mrn.as_str()));
    assert_eq!(chart.merges[0].second.as_deref(), Some("Tom Abara"));
    // By his old name, his old number, or the old chart itself, one comes to the one that stays.
    for text in ["Sommer", first.mrn.as_str(), other.mrn.as_str()] {
        let found = patient::find(&urologist, text).await.unwrap();
        assert_eq!(found, std::slice::from_ref(&other), "typed “{text}”");
    }
    assert_eq!(merge::numbered(&urologist, first.mrn.as_str()).await.unwrap(), Some(kept), "scanned");
    assert_eq!(patient::open(&urologist, merged).await.unwrap().identity.patient_id, kept);
    let glasses = collection::open(&urologist, procedure).await.unwrap().glasses;
    assert_eq!(glasses[0].accession.unwrap().compact(), "U260000011E", "an accession number never changes");
    let found = specimen::find(&urologist, "U260000011E").await.unwrap().unwrap();
    assert_eq!(found.patient_id, kept);
    assert_eq!(note::room(&urologist, procedure).await.unwrap().patient.identity.mrn, other.mrn);
    let owed = follow_up::list(&urologist).await.unwrap().calls;
    assert_eq!(owed.iter().map(|call| call.row.patient.patient_id).collect::<Vec<_>>(), [kept]);
    for chart in [kept, merged] {
        assert_eq!(adverse_event::of_patient(&urologist, chart).await.unwrap().len(), 1);
    }
    assert_eq!(incident::list(&urologist).await.unwrap()[0].chart.as_ref().unwrap().patient_id, kept);

    // Charts are merged one by one into the one that stays.
    let chain = merge::merge(&urologist, one_person(third.patient_id, kept)).await.unwrap_err();
    assert_eq!(chain.code, "holds-another");
    let again = merge::merge(&urologist, one_person(third.patient_id, merged)).await.unwrap_err();
    assert_eq!(again.code, "merged-already");

    let apart = |reason: &str| UnmergePatients {
        merge_id: chart.merges[0].merge_id,
        reason: reason.to_owned(),
        second: with_the_nurse(),
    };
    assert_eq!(merge::unmerge(&urologist, apart("")).await.unwrap_err().fields[0].field, "reason");
    let chart = merge::unmerge(&urologist, apart("They are cousins.")).await.unwrap();
    assert!(chart.visits.is_empty() && chart.merges.is_empty());
    let own = patient::open(&urologist, merged).await.unwrap();
    assert_eq!((own.identity.mrn.as_str(), own.visits.len()), (first.mrn.as_str(), 1));
    assert_eq!(own.visits[0].recorded_as, None);
    let after = note::room(&urologist, procedure).await.unwrap();
    assert_eq!(after.draft.plain(), before.draft.plain(), "nothing was moved, so nothing is left behind");
    assert_eq!(merge::unmerge(&urologist, apart("They are cousins.")).await.unwrap_err().code, "taken-back");
}
