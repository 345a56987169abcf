//! The clock on the wall was an hour fast: the time of a glass is put right, with its label, its clocks and its order.

use super::collection::verify_all;
use super::wrong_patient::ordered_on_the_wrong_man;
use practice::collection_time::{self, CorrectCollectionTime, SpecimenId};
use practice::specimen::{self, PackSpecimen};
use practice::{collection, note, order};
use tests::{ClinicDay, UROLOGIST};

fn at(specimen_id: SpecimenId, at: &str, reason: &str) -> CorrectCollectionTime {
    let passphrase = UROLOGIST.passphrase.to_owned();
    CorrectCollectionTime { specimen_id, at: at.to_owned(), reason: reason.to_owned(), passphrase }
}

#[tokio::test]
async fn old_and_new_are_kept_and_everybody_is_told() {
    let day = ClinicDay::begin().await;
    let (urologist, row, _) = ordered_on_the_wrong_man(&day).await;
    let procedure = row.procedure_id;
    let view = collection::open(&urologist, procedure).await.unwrap();
    let tube = |role: &str| view.glasses.iter().find(|glass| glass.role.as_str() == role).unwrap().clone();
    let (vb2, vb3) = (tube("vb2"), tube("vb3"));
    let packed = PackSpecimen { accession: vb2.accession.unwrap().compact(), place: "Bag 1".to_owned() };
    specimen::pack(&urologist, packed).await.unwrap();

    // VB1 was caught at 07:56 and VB2 at 07:57; the massage ran from 08:00 to 08:01, and the patient came at 08:00.
    for (specimen, time, reason, code, field) in [
        (vb2.specimen_id, "07:57", " ", "fields", "reason"),
        (vb2.specimen_id, "quarter past", "The clock was fast.", "fields", "at"),
        (vb2.specimen_id, "07:58", "The clock was fast.", "before-arrival", "at"),
        (vb2.specimen_id, "08:00:30", "The clock was fast.", "time-runs-ahead", "at"),
        (vb3.specimen_id, "08:00:30", "The clock was fast.", "time-goes-back", "at"),
        (vb3.specimen_id, "23:00", "The clock was fast.", "in-the-future", "at"),
    ] {
        let refused = collection_time::correct(&urologist, at(specimen, time, reason)).await.unwrap_err();
        assert_eq!((refused.code.as_str(), refused.fields[0].field.as_str()), (code, field), "{time}");
    }
    let unproven = CorrectCollectionTime { passphrase: "not hers".to_owned(), ..at(vb2.specimen_id, "08:00", "Fast.") };
    assert_eq!(collection_time::correct(&urologist, unproven).await.unwrap_err().code, "passphrase-wrong");

    let view =
        collection_time::correct(&urologist, at(vb2.specimen_id, "08:00", "It was read off the wrong clock")).await;
    let view = view.unwrap();
    assert_eq!(view.status.as_str(), "collected", "out of its bag again, until the new label is read back");
    assert_eq!(view.labels[0].void_reason.unwrap().as_str(), "corrected");
    assert_eq!(view.labels[1].content.collected_at.local().format("%H:%M").to_string(), "08:00");
    let told = view.custody.iter().find(|row| row.title == "Collection time corrected").unwrap();
    let note_of_it = told.note.as_deref().unwrap();
    assert_eq!(note_of_it, "from 07:57:00 to 08:00:00: It was read off the wrong clock");

    let order = order::of(&urologist, procedure).await.unwrap().unwrap();
    let message = std::fs::read_to_string(urologist.places.orders.join(&order.changes[0].message_file)).unwrap();
    assert!(message.contains("ORC|XO|") && message.contains("20261123080000+0100"), "{message}");
    verify_all(&urologist, procedure).await;
    let text = note::room(&urologist, procedure).await.unwrap().draft.plain();
    assert!(text.contains("VB2 (enough) was collected at 08:00"), "{text}");
    assert!(text.contains("corrected “the collection time of VB2” from 07:57:00 to 08:00:00"), "{text}");
}
