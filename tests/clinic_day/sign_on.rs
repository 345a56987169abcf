//! Founding the clinic, signing on and being locked out.

use practice::draft::{self, LoadDraft, SaveDraft};
use practice::founding::{self, CreateClinic};
use practice::kit::{self, ConfirmKit};
use practice::sign_on::{self, SignOn, StationView};
use practice::{Station, patient};
use std::sync::Arc;
use tests::{ClinicDay, NURSE, UROLOGIST};

pub(crate) fn founding() -> CreateClinic {
    CreateClinic {
        clinic_name: "Northside Urology".to_owned(),
        zone: "Europe/Berlin".to_owned(),
        site_letter: "n".to_owned(),
        temperature_unit: "degC".parse().unwrap(),
        single_handed: true,
        sign_on_name: "quill".to_owned(),
        name: "Dr. Ada Quill".to_owned(),
        roles: vec!["urologist".parse().unwrap(), "administrator".parse().unwrap()],
        passphrase: "seven quiet herons cross".to_owned(),
    }
}

#[tokio::test]
async fn a_clinic_is_founded_and_takes_no_patient_before_its_kit_is_on_paper() {
    let folder = tempfile::tempdir().unwrap();
    let noon = chrono::DateTime::from_timestamp_millis(1_795_431_600_000).unwrap();
    let station = Station::new(folder.path().join("vault"), Arc::new(move || noon), 7);
    assert!(matches!(sign_on::state(&station).await.unwrap(), StationView::Empty { .. }));

    let mut careless = founding();
    careless.passphrase = "password".to_owned();
    careless.single_handed = false;
    let refusal = founding::create_clinic(&station, careless).await.map(drop).unwrap_err();
    let fields: Vec<_> = refusal.fields.iter().map(|beside| beside.field.as_str()).collect();
    assert_eq!(fields, ["roles", "passphrase"]);

    let made = founding::create_clinic(&station, founding()).await.unwrap();
    let desk = station.desk().await.unwrap();
    let early = patient::register(&desk, crate::patient::typed("Alvarez", "Anton", "1961-04-09")).await;
    assert_eq!(early.unwrap_err().code, "kit-not-confirmed");

    let wrong = ConfirmKit { answers: vec!["AAAAA".to_owned(), "BBBBB".to_owned()] };
    assert_eq!(kit::confirm_kit(&desk, wrong).await.unwrap_err().fields.len(), 2);
    let answers = made.asked.iter().map(|number| made.groups[*number as usize - 1].to_lowercase()).collect();
    kit::confirm_kit(&desk, ConfirmKit { answers }).await.unwrap();
    patient::register(&desk, crate::patient::typed("Alvarez", "Anton", "1961-04-09")).await.unwrap();
}

#[tokio::test]
async fn a_wrong_passphrase_and_an_unknown_name_get_the_same_answer() {
    let day = ClinicDay::begin().await;
    let attempt = async |name: &str| {
        let request = SignOn { name: name.to_owned(), passphrase: "not the right one at all".to_owned() };
        sign_on::sign_on(&day.station, request).await.map(drop).unwrap_err()
    };
    assert_eq!(attempt("abara").await, attempt("nobody").await);
    for _ in 0..3 {
        attempt("abara").await;
    }
    assert_eq!(attempt("abara").await.code, "sign-on-wait");
    let StationView::Locked { people } = sign_on::state(&day.station).await.unwrap() else { panic!("not locked") };
    assert_eq!(people.len(), 3);
}

#[tokio::test]
async fn an_untouched_station_locks_and_a_draft_outlives_it() {
    let day = ClinicDay::begin().await;
    let nurse = day.desk(NURSE).await;
    let place = || "register-patient".to_owned();
    let request = SaveDraft { place: place(), subject: String::new(), body: r#"{"family":"Alv"}"#.to_owned() };
    draft::save(&nurse, request).await.unwrap();
    drop(nurse);
    day.wait_minutes(4);
    day.now().await;
    day.wait_minutes(5);
    assert_eq!(day.station.desk().await.map(drop).unwrap_err().code, "locked");

    let urologist = day.desk(UROLOGIST).await;
    let of = || LoadDraft { place: place(), subject: String::new() };
    assert!(draft::load(&urologist, of()).await.unwrap().is_none(), "a draft belongs to who typed it");
    drop(urologist);
    let nurse = day.desk(NURSE).await;
    assert_eq!(draft::load(&nurse, of()).await.unwrap().unwrap().body, r#"{"family":"Alv"}"#);
}

#[tokio::test]
async fn what_was_acknowledged_is_there_after_the_next_start() {
    let day = ClinicDay::begin().await;
    crate::patient::book(&day.desk(NURSE).await, "Alvarez").await;
    let day = day.restart().await;
    assert_eq!(day.station.desk().await.map(drop).unwrap_err().code, "locked");
    let nurse = day.desk(NURSE).await;
    assert_eq!(patient::find(&nurse, "alvarez").await.unwrap().len(), 1);
}
