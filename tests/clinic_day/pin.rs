//! The PIN: for whom, for what, until when; and guessing at an open station.

use super::note::{signature, visit_closed};
use practice::again::{Purpose, Secret, asked};
use practice::pin::{self, PinView, SetPin};
use practice::sign_on::{self, StationView};
use practice::{Desk, Refusal, consent, note};
use tests::{ADMINISTRATOR, ClinicDay, NURSE, UROLOGIST};

const PIN: &str = "482915";

fn chosen(pin: &str, passphrase: &str) -> SetPin {
    SetPin { pin: pin.to_owned(), passphrase: passphrase.to_owned() }
}

async fn code(answer: impl Future<Output = Result<(), Refusal>>) -> String {
    answer.await.err().map(|refusal| refusal.code).unwrap_or_default()
}

async fn leave(desk: &Desk, typed: &str) -> String {
    code(consent::leave_reading(desk, typed)).await
}

#[tokio::test]
async fn the_nurse_sets_a_pin_and_takes_the_screen_back_with_it() {
    let day = ClinicDay::begin().await;
    let nurse = day.desk(NURSE).await;
    assert_eq!(asked(&nurse, Purpose::LeaveReading).await.unwrap(), Secret::Passphrase);
    assert_eq!(leave(&nurse, PIN).await, "passphrase-needed");
    let running = pin::set(&nurse, chosen("123456", NURSE.passphrase)).await.unwrap_err();
    assert_eq!(running.fields[0].field, "pin");
    let strange = pin::set(&nurse, chosen(PIN, "not the right one at all")).await.unwrap_err();
    assert_eq!(strange.code, "passphrase-wrong");
    assert_eq!(pin::set(&nurse, chosen(PIN, NURSE.passphrase)).await.unwrap(), PinView { set: true });

    assert_eq!(asked(&nurse, Purpose::LeaveReading).await.unwrap(), Secret::Pin);
    assert_eq!(leave(&nurse, PIN).await, "");
    assert_eq!(leave(&nurse, NURSE.passphrase).await, "", "the passphrase is always enough");
    // It is hers: the urologist has none, and it opens nothing by itself.
    drop(nurse);
    let urologist = day.desk(UROLOGIST).await;
    assert_eq!(leave(&urologist, PIN).await, "passphrase-needed");
    drop(urologist);
    let alone = sign_on::SignOn { name: NURSE.name.to_owned(), passphrase: PIN.to_owned() };
    assert_eq!(sign_on::sign_on(&day.station, alone).await.unwrap_err().code, "sign-on-refused");

    let nurse = day.desk(NURSE).await;
    assert_eq!(pin::stop(&nurse).await.unwrap(), PinView { set: false });
    assert_eq!(leave(&nurse, PIN).await, "passphrase-needed");
    let trail = crate::audit::newest(&nurse).await;
    let of_the_pin: Vec<_> = trail.iter().filter(|action| action.starts_with("pin.")).collect();
    assert_eq!(of_the_pin, ["pin.stopped", "pin.set"]);
}

#[tokio::test]
async fn three_misses_end_the_pin_until_the_next_sign_on() {
    let day = ClinicDay::begin().await;
    let nurse = day.desk(NURSE).await;
    pin::set(&nurse, chosen(PIN, NURSE.passphrase)).await.unwrap();
    let codes = [leave(&nurse, "111222").await, leave(&nurse, "111223").await, leave(&nurse, "111224").await];
    assert_eq!(codes, ["pin-wrong", "pin-wrong", "pin-wrong"]);
    assert_eq!(leave(&nurse, PIN).await, "passphrase-needed");
    assert_eq!(asked(&nurse, Purpose::LeaveReading).await.unwrap(), Secret::Passphrase);
    assert_eq!(leave(&nurse, NURSE.passphrase).await, "");
    assert_eq!(leave(&nurse, PIN).await, "passphrase-needed", "also after the right passphrase");
    drop(nurse);
    let nurse = day.desk(NURSE).await;
    assert_eq!(leave(&nurse, PIN).await, "");
    assert_eq!(crate::audit::newest(&nurse).await.iter().filter(|action| *action == "pin.wrong").count(), 3);
}

#[tokio::test]
async fn the_first_signature_of_a_session_takes_the_passphrase_and_the_next_the_pin() {
    let day = ClinicDay::begin().await;
    let (urologist, procedure) = visit_closed(&day).await;
    pin::set(&urologist, chosen(PIN, UROLOGIST.passphrase)).await.unwrap();
    let room = note::room(&urologist, procedure).await.unwrap();
    let with_pin = |remarks, reason| note::SignNote { passphrase: PIN.to_owned(), ..signature(&room, remarks, reason) };
    assert_eq!(asked(&urologist, Purpose::Signature).await.unwrap(), Secret::Passphrase);
    let early = note::sign(&urologist, with_pin(None, None)).await.err().unwrap();
    assert_eq!((early.code.as_str(), early.fields[0].field.as_str()), ("passphrase-needed", "passphrase"));
    note::sign(&urologist, signature(&room, None, None)).await.unwrap();

    assert_eq!(asked(&urologist, Purpose::Signature).await.unwrap(), Secret::Pin);
    let second = note::sign(&urologist, with_pin(Some("The left lobe was larger."), Some("left out"))).await.unwrap();
    assert_eq!(second.versions.len(), 2);
    assert!(note::verify(&urologist, procedure).await.unwrap().iter().all(|report| report.sound));
    // What is no signature takes the passphrase, however often was signed.
    assert_eq!(code(urologist.confirm_passphrase(PIN)).await, "passphrase-needed");
    drop(urologist);
    let urologist = day.desk(UROLOGIST).await;
    assert_eq!(asked(&urologist, Purpose::Signature).await.unwrap(), Secret::Passphrase, "a new session");
}

#[tokio::test]
async fn guessing_at_an_open_station_waits_and_then_locks_it() {
    let day = ClinicDay::begin().await;
    let administrator = day.desk(ADMINISTRATOR).await;
    let wrong = async || code(day.now().await.confirm_passphrase("not the right one at all")).await;
    assert_eq!(
        [wrong().await, wrong().await, wrong().await],
        ["passphrase-wrong", "passphrase-wrong", "passphrase-wait"]
    );
    assert_eq!(code(administrator.confirm_passphrase(ADMINISTRATOR.passphrase)).await, "passphrase-wait", "too soon");
    day.wait_seconds(5);
    // A second person's passphrase is guessed at the same price.
    let second = day.now().await.second_person(NURSE.name, "nor is this one", practice::Deed::CheckIn).await;
    assert_eq!(second.unwrap_err().code, "passphrase-wait");
    day.wait_seconds(15);
    assert_eq!(code(day.now().await.confirm_passphrase(ADMINISTRATOR.passphrase)).await, "");

    for _ in 0..9 {
        wrong().await;
        day.wait_seconds(299);
        day.station.touch().await;
        day.wait_seconds(299);
        day.station.touch().await;
        day.wait_seconds(299);
        day.station.touch().await;
        day.wait_seconds(10);
    }
    assert_eq!(wrong().await, "locked");
    drop(administrator);
    assert_eq!(day.station.desk().await.map(drop).unwrap_err().code, "locked");
    assert!(matches!(sign_on::state(&day.station).await.unwrap(), StationView::Locked { .. }));
}
