//! Wherever the program ends while somebody comes in with the recovery kit, the vault opens and the clinic gets its kit.

use super::*;
use crate::demo::{self, UROLOGIST, Year};
use crate::founding::{CreateClinic, create_clinic};
use crate::kit::{ConfirmKit, RecoveryKitView, confirm_kit, make_kit};
use crate::note;
use crate::procedure::{self, ProcedureRow};
use crate::sign_on::{SignOn, StationView, sign_on, state};
use clinic::Ids;
use clinic::staff::Role;
use std::sync::Arc;

const OLD: &str = "seven quiet herons cross";
const NEW: &str = "nine wet bridges sing low";

/// A clinic whose kit is on paper, locked.
async fn founded(folder: &std::path::Path) -> (Station, RecoveryKitView) {
    let noon = chrono::DateTime::from_timestamp_millis(1_795_431_600_000).unwrap();
    let clock = Arc::new(move || noon);
    let station = Station::new(folder.join("vault"), clock, 7).with_cost(vault::Cost::floor());
    let request = CreateClinic {
        clinic_name: "Northside Urology".to_owned(),
        zone: "Europe/Berlin".to_owned(),
        site_letter: "n".to_owned(),
        temperature_unit: "degC".parse().unwrap(),
        single_handed: true,
        sign_on_name: "quill".to_owned(),
        name: "Dr. Ada Quill".to_owned(),
        roles: vec![Role::Urologist, Role::Administrator],
        passphrase: OLD.to_owned(),
    };
    let kit = create_clinic(&station, request).await.unwrap();
    confirm(&station, &kit).await;
    station.lock().await;
    (station, kit)
}

async fn confirm(station: &Station, kit: &RecoveryKitView) {
    let answers = kit.asked.iter().map(|number| kit.groups[*number as usize - 1].clone()).collect();
    confirm_kit(&station.desk().await.unwrap(), ConfirmKit { answers }).await.unwrap();
}

async fn enter(station: &Station, passphrase: &str) -> Result<StationView, Refusal> {
    sign_on(station, SignOn { name: "quill".to_owned(), passphrase: passphrase.to_owned() }).await
}

/// The first steps as they are taken, until the record knows of the use and nothing else has changed.
async fn begun(station: &Station, kit: &RecoveryKitView) -> (ByKit, Records) {
    let by_kit = open(station, "quill".to_owned(), Zeroizing::new(kit.groups.concat())).await.unwrap();
    let records = open_records(by_kit.vault(), Ids::new(9)).await.unwrap();
    let (Standing { person, .. }, _) = look(station, &by_kit, &records, NEW).await.unwrap();
    let who = Who { staff: person.staff_id, name: person.name, roles: person.roles, session: Uuid::nil() };
    let now = Moment::in_zone(station.instant(), chrono_tz::UTC);
    write_down_use(&by_kit, &records, &who, now).await.unwrap();
    (by_kit, records)
}

fn missing(view: &StationView) -> bool {
    matches!(view, StationView::Open { kit_missing: true, .. })
}

#[tokio::test]
async fn ended_before_the_keys_change_the_old_passphrase_and_the_old_kit_still_open() {
    let folder = tempfile::tempdir().unwrap();
    let (station, kit) = founded(folder.path()).await;
    let (by_kit, records) = begun(&station, &kit).await;
    records.close().await;
    drop(by_kit);

    assert!(missing(&enter(&station, OLD).await.unwrap()), "the paper has been used, and a new kit is asked for");
    let again = UnlockWithKit { name: "quill".to_owned(), kit: kit.groups.join(" "), passphrase: NEW.to_owned() };
    let next = unlock_with_kit(&station, again).await.unwrap();
    confirm(&station, &next).await;
    assert!(!missing(&state(&station).await.unwrap()));
}

#[tokio::test]
async fn ended_after_the_keys_changed_the_new_passphrase_opens_and_a_new_kit_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let (station, kit) = founded(folder.path()).await;
    let (by_kit, records) = begun(&station, &kit).await;
    let never_shown = change_keys(by_kit, Passphrase::from_typed(NEW)).await.unwrap();
    records.close().await;
    drop(never_shown);

    assert_eq!(enter(&station, OLD).await.unwrap_err().code, "sign-on-refused");
    assert!(missing(&enter(&station, NEW).await.unwrap()));
    let desk = station.desk().await.unwrap();
    assert_eq!(desk.kit_confirmed().await.unwrap_err().code, "kit-not-confirmed");
    assert_eq!(confirm_kit(&desk, ConfirmKit { answers: vec![] }).await.unwrap_err().code, "kit-missing");
    assert_eq!(make_kit(&desk, OLD).await.map(drop).unwrap_err().code, "passphrase-wrong");
    let next = make_kit(&desk, NEW).await.unwrap();
    confirm(&station, &next).await;
    desk.kit_confirmed().await.unwrap();
    assert_eq!(make_kit(&desk, NEW).await.map(drop).unwrap_err().code, "kit-on-paper");
    drop(desk);

    station.lock().await;
    let request = |kit: &RecoveryKitView| UnlockWithKit {
        name: "quill".to_owned(),
        kit: kit.groups.join("-"),
        passphrase: OLD.to_owned(),
    };
    assert_eq!(unlock_with_kit(&station, request(&kit)).await.map(drop).unwrap_err().code, "kit-wrong");
    assert!(unlock_with_kit(&station, request(&next)).await.is_ok());
}

#[tokio::test]
async fn notes_signed_with_the_lost_keys_still_hold_beside_those_signed_with_the_new_ones() {
    let folder = tempfile::tempdir().unwrap();
    let vault = folder.path().join("vault");
    let year = Year { procedures: 4, seed: 11, until: "2026-11-20".parse().unwrap() };
    demo::make(vault.clone(), year).await.unwrap();
    let evening = chrono::DateTime::from_timestamp(1_795_200_000, 0).unwrap();
    let station = Station::new(vault, Arc::new(move || evening), 5);
    demo::play(&station, UROLOGIST).await.unwrap();
    let desk = station.desk().await.unwrap();
    let procedures = procedure::list(&desk).await.unwrap();
    let of_a_note = async |row: &ProcedureRow| note::last_signed(&desk, row.id).await.unwrap().is_some();
    let mut signed = None;
    for row in &procedures {
        if of_a_note(row).await {
            signed = Some(row.id);
        }
    }
    let procedure = signed.unwrap();
    let line = desk.session.vault.make_kit().unwrap().groups().concat();
    drop(desk);

    let request = UnlockWithKit { name: UROLOGIST.name.to_owned(), kit: line, passphrase: NEW.to_owned() };
    unlock_with_kit(&station, request).await.unwrap();
    let desk = station.desk().await.unwrap();
    let room = note::room(&desk, procedure).await.unwrap();
    let amended = note::SignNote {
        procedure_id: procedure,
        draft_sha256: room.draft_sha256,
        remarks: Some("Said again on the telephone.".to_owned()),
        reason: Some("added after the visit".to_owned()),
        meaning: "author".parse().unwrap(),
        passphrase: NEW.to_owned(),
    };
    note::sign(&desk, amended).await.unwrap();
    let reports = note::verify(&desk, procedure).await.unwrap();
    assert!(reports.len() == 2 && reports.iter().all(|report| report.sound), "{reports:?}");
    let mut reading = desk.records.reading().await.unwrap();
    let versions = reading.signed_notes(procedure).await.unwrap();
    let keys: Vec<&str> = versions.iter().map(|version| version.signing().public_key.as_str()).collect();
    assert_ne!(keys[0], keys[1]);
}
