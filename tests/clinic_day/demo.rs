//! The fictional year: every ending, every rule kept, and the same year for the same number.

use practice::audit;
use practice::demo::{self, Year};
use practice::procedure::{self, ProcedureRow};
use practice::{Desk, Station};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use tests::{NURSE, UROLOGIST};

fn year(procedures: u32) -> Year {
    Year { procedures, seed: 11, until: "2026-11-20".parse().unwrap() }
}

async fn at_the_desk(vault: &Path) -> (Station, Desk) {
    let evening = || chrono::DateTime::from_timestamp(1_795_200_000, 0).unwrap_or_default();
    let station = Station::new(vault.to_owned(), Arc::new(evening), 5);
    demo::play(&station, NURSE).await.unwrap();
    let desk = station.desk().await.unwrap();
    (station, desk)
}

async fn told(vault: &Path) -> Vec<ProcedureRow> {
    let (_station, desk) = at_the_desk(vault).await;
    procedure::list(&desk).await.unwrap()
}

#[tokio::test]
async fn a_year_of_visits_ends_in_every_way_and_its_trail_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let vault = folder.path().join("vault");
    let cast = demo::make(vault.clone(), year(8)).await.unwrap();
    assert!(cast.iter().any(|player| player.name == UROLOGIST.name));
    let (_station, desk) = at_the_desk(&vault).await;
    let list = procedure::list(&desk).await.unwrap();
    let endings: BTreeSet<_> = list.iter().map(|row| row.status.as_str()).collect();
    assert_eq!(endings.into_iter().collect::<Vec<_>>(), ["aborted-safety", "finished", "stopped-by-patient"]);
    assert_eq!(list.last().map(|row| row.date.as_str()), Some("2026-11-20"));
    let status = procedure::status(&desk).await.unwrap();
    assert_eq!((status.figures.procedures, status.figures.open_procedures, status.figures.unsigned_notes), (8, 0, 1));
    let verdict = audit::verify(&desk).await.unwrap();
    assert!(verdict.whole, "{:?}", verdict.faults);

    let out = folder.path().join("papers");
    let signed = list.iter().find(|row| row.status.as_str() == "finished").unwrap();
    let papers = procedure::papers(&desk, signed.id, &out).await.unwrap();
    let all = ["note.pdf", "result.pdf", "consent.pdf", "labels.pdf", "labels.zpl", "requisition.pdf", "order.hl7"];
    assert_eq!(papers, all);
}

#[tokio::test]
async fn the_same_number_makes_the_same_year() {
    let folder = tempfile::tempdir().unwrap();
    let (first, second) = (folder.path().join("first"), folder.path().join("second"));
    demo::make(first.clone(), year(2)).await.unwrap();
    demo::make(second.clone(), year(2)).await.unwrap();
    assert_eq!(told(&first).await, told(&second).await);
}
