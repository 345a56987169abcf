//! A drop that cannot be had again carries a doubtful label: its collector signs whose it is, and the laboratory is told.

use super::collection::verify_all;
use super::wrong_patient::{ordered_on_the_wrong_man, with_the_nurse};
use practice::relabel::{self, RelabelSpecimen, SpecimenId};
use practice::screening::SecondPerson;
use practice::{collection, note, order, specimen};
use tests::{ClinicDay, NURSE, UROLOGIST};

fn signed(specimen_id: SpecimenId, words: &str) -> RelabelSpecimen {
    RelabelSpecimen { specimen_id, words: words.to_owned(), second: with_the_nurse() }
}

#[tokio::test]
async fn the_collector_signs_for_the_drop_and_nobody_else_can() {
    let day = ClinicDay::begin().await;
    let (urologist, row, _) = ordered_on_the_wrong_man(&day).await;
    let view = collection::open(&urologist, row.procedure_id).await.unwrap();
    let eps = view.glasses.iter().find(|glass| glass.role.as_str() == "eps").unwrap().specimen_id;
    let known = specimen::open(&urologist, eps).await.unwrap();
    assert!(known.irretrievable.as_deref().is_some_and(|why| why.contains("massage")), "{:?}", known.irretrievable);
    let silent = relabel::relabel(&urologist, signed(eps, "")).await.unwrap_err();
    assert_eq!(silent.fields[0].field, "words");

    drop(urologist);
    let nurse = day.desk(NURSE).await;
    let by_the_nurse = RelabelSpecimen {
        second: SecondPerson {
            own_passphrase: NURSE.passphrase.to_owned(),
            name: UROLOGIST.name.to_owned(),
            passphrase: UROLOGIST.passphrase.to_owned(),
        },
        ..signed(eps, "It lay beside the others.")
    };
    assert_eq!(relabel::relabel(&nurse, by_the_nurse).await.unwrap_err().code, "not-the-collector");
    drop(nurse);

    let urologist = day.desk(UROLOGIST).await;
    let view = relabel::relabel(&urologist, signed(eps, "The label came loose while I held the cup.")).await.unwrap();
    assert_eq!((view.status.as_str(), view.labels.len()), ("collected", 2));
    assert_eq!(view.labels[0].void_reason.unwrap().as_str(), "misapplied");
    assert!(view.relabels[0].statement.starts_with("I, Dr. Ines Kaya, collected this EPS from Sommer, Anton"));
    assert_eq!(view.relabels[0].second.as_deref(), Some("Tom Abara"));
    verify_all(&urologist, row.procedure_id).await;

    let told = order::of(&urologist, row.procedure_id).await.unwrap().unwrap();
    assert_eq!((told.changes[0].kind.as_str(), told.changes[0].status.as_str()), ("change", "written"));
    let message = std::fs::read_to_string(urologist.places.orders.join(&told.changes[0].message_file)).unwrap();
    assert!(message.contains("ORC|XO|") && message.contains("EPS was relabelled by its collector"), "{message}");
    assert!(urologist.places.orders.join("U260000010G-2-requisition.pdf").exists(), "the paper says the same");
    let text = note::room(&urologist, row.procedure_id).await.unwrap().draft.plain();
    assert!(text.contains("“a new label for EPS”") && text.contains("“the laboratory order”: changed"), "{text}");
}
