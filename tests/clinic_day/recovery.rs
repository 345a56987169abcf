//! A passphrase is forgotten, and the person comes in with the recovery kit.

use practice::kit::{self, ConfirmKit, RecoveryKitView};
use practice::recovery::{UnlockWithKit, unlock_with_kit};
use practice::sign_on::{self, SignOn, StationView};
use practice::staff::{self, AddStaff};
use practice::{Refusal, Station, audit, patient};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

const NEW: &str = "nine wet bridges sing low";

/// A clinic founded in earnest, with its kit on paper and a nurse; locked.
struct Clinic {
    station: Station,
    kit: RecoveryKitView,
    hour: Arc<AtomicI64>,
    folder: tempfile::TempDir,
}

async fn clinic() -> Clinic {
    let folder = tempfile::tempdir().unwrap();
    let hour = Arc::new(AtomicI64::new(1_795_431_600_000));
    let clock = Arc::clone(&hour);
    let noon = move || chrono::DateTime::from_timestamp_millis(clock.load(Ordering::SeqCst)).unwrap_or_default();
    let station = Station::new(folder.path().join("vault"), Arc::new(noon), 7);
    let kit = practice::founding::create_clinic(&station, crate::sign_on::founding()).await.unwrap();
    type_back(&station, &kit).await.unwrap();
    let nurse = AddStaff {
        sign_on_name: "abara".to_owned(),
        name: "Tom Abara".to_owned(),
        roles: vec!["nurse".parse().unwrap()],
        passphrase: "maple tin-opener 4 blue".to_owned(),
    };
    staff::add(&station.desk().await.unwrap(), nurse).await.unwrap();
    station.lock().await;
    Clinic { station, kit, hour, folder }
}

async fn type_back(station: &Station, kit: &RecoveryKitView) -> Result<(), Refusal> {
    let answers = kit.asked.iter().map(|number| kit.groups[*number as usize - 1].to_lowercase()).collect();
    kit::confirm_kit(&station.desk().await.unwrap(), ConfirmKit { answers }).await
}

fn with(name: &str, kit: &str, passphrase: &str) -> UnlockWithKit {
    UnlockWithKit { name: name.to_owned(), kit: kit.to_owned(), passphrase: passphrase.to_owned() }
}

async fn refused(station: &Station, request: UnlockWithKit) -> Refusal {
    unlock_with_kit(station, request).await.map(drop).unwrap_err()
}

#[tokio::test]
async fn the_nurse_who_forgot_comes_in_by_the_kit_and_prints_the_next_one() {
    let Clinic { station, kit, folder, .. } = clinic().await;
    let next = unlock_with_kit(&station, with("abara", &kit.groups.join(" "), NEW)).await.unwrap();
    assert_ne!(next.groups, kit.groups);
    assert!(folder.path().join("vault/outgoing/papers/recovery-kit.pdf").exists());
    let StationView::Open { who, kit_asked, kit_missing, .. } = sign_on::state(&station).await.unwrap() else {
        panic!("not open");
    };
    assert_eq!((who.name.as_str(), kit_asked, kit_missing), ("Tom Abara", next.asked.clone(), false));
    let desk = station.desk().await.unwrap();
    let early = patient::register(&desk, crate::patient::typed("Alvarez", "Anton", "1961-04-09"));
    assert_eq!(early.await.unwrap_err().code, "kit-not-confirmed");
    drop(desk);
    type_back(&station, &next).await.unwrap();
    assert!(!folder.path().join("vault/outgoing/papers/recovery-kit.pdf").exists());
    station.lock().await;

    let old = SignOn { name: "abara".to_owned(), passphrase: "maple tin-opener 4 blue".to_owned() };
    assert_eq!(sign_on::sign_on(&station, old).await.map(drop).unwrap_err().code, "sign-on-refused");
    sign_on::sign_on(&station, SignOn { name: "abara".to_owned(), passphrase: NEW.to_owned() }).await.unwrap();
    let quill = SignOn { name: "quill".to_owned(), passphrase: "seven quiet herons cross".to_owned() };
    sign_on::sign_on(&station, quill).await.unwrap();
    let trail = crate::audit::newest(&station.desk().await.unwrap()).await;
    let of_the_kit: Vec<_> = trail.iter().filter(|one| one.contains("kit") || one.contains("keys")).collect();
    assert_eq!(
        of_the_kit,
        ["vault.confirm-kit", "staff.keys-replaced", "recovery-kit.made", "recovery-kit.used", "vault.confirm-kit"]
    );
    assert!(audit::verify(&station.desk().await.unwrap()).await.unwrap().whole);
}

#[tokio::test]
async fn each_slip_stands_beside_its_field_and_changes_nothing() {
    let Clinic { station, kit, folder: _folder, .. } = clinic().await;
    let mut groups = kit.groups.clone();
    groups.swap(3, 4);
    let refusal = refused(&station, with("abara", &groups.join("-"), "abara abara abara")).await;
    let said: Vec<_> = refusal.fields.iter().map(|one| (one.field.as_str(), one.message.as_str())).collect();
    assert_eq!(said[0], ("kit", "Group 4 is mistyped."));
    assert_eq!(said[1].0, "passphrase");
    assert_eq!(kit::check_groups(&groups[..5].join("-")), [true, true, true, false, false]);
    // Names that only the record knows are looked for as well.
    let named = refused(&station, with("abara", &kit.groups.concat(), "northside is a long word")).await;
    assert_eq!(named.fields[0].field, "passphrase");
    let nobody = refused(&station, with("nobody", &kit.groups.concat(), NEW)).await;
    assert_eq!(nobody.fields[0].field, "name");
    let quill = SignOn { name: "quill".to_owned(), passphrase: "seven quiet herons cross".to_owned() };
    let StationView::Open { kit_missing, .. } = sign_on::sign_on(&station, quill).await.unwrap() else {
        panic!("not open");
    };
    assert!(!kit_missing);
}

#[tokio::test]
async fn wrong_kits_have_to_wait_and_stand_in_the_trail() {
    let Clinic { station, kit, hour, folder: _folder } = clinic().await;
    let other = clinic().await.kit;
    let mut codes = Vec::new();
    for _ in 0..3 {
        codes.push(refused(&station, with("quill", &other.groups.concat(), NEW)).await.code);
    }
    codes.push(refused(&station, with("quill", &kit.groups.concat(), NEW)).await.code);
    assert_eq!(codes, ["kit-wrong", "kit-wrong", "kit-wait", "kit-wait"]);
    hour.fetch_add(5_000, Ordering::SeqCst);
    unlock_with_kit(&station, with("quill", &kit.groups.concat(), NEW)).await.unwrap();
    let trail = crate::audit::newest(&station.desk().await.unwrap()).await;
    assert_eq!(trail.iter().filter(|action| *action == "recovery-kit.refused").count(), 3);
}
