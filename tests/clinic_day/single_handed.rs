//! One person is the whole clinic: what elsewhere asks for a second one, here asks for the kit or for two readings.

use super::afterwards::{consent_then, gate_then, glass, massage_then, sheet};
use super::collection::{glasses, verify_all};
use super::patient::book;
use super::safety::{answers, ask_everything, typed};
use practice::conduct::{self, ReviewConduct};
use practice::founding::CreateClinic;
use practice::kit::{self, ConfirmKit, RecoveryKitView};
use practice::screening::{self, MeasureVitals, SecondPerson};
use practice::settings::{self, Setting};
use practice::sign_on::{self, SignOn};
use practice::{Desk, Station, afterwards, collection, staff, visit};
use serde_json::json;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

const OWN: &str = "seven tin lanterns hum";

/// The practice of one urologist, its kit on paper, at eight in the morning; signed on.
struct Practice {
    station: Station,
    kit: RecoveryKitView,
    hour: Arc<AtomicI64>,
    _folder: tempfile::TempDir,
}

impl Practice {
    async fn begin() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let hour = Arc::new(AtomicI64::new(1_795_417_200_000));
        let clock = Arc::clone(&hour);
        let now = move || chrono::DateTime::from_timestamp_millis(clock.load(Ordering::SeqCst)).unwrap_or_default();
        let station = Station::new(folder.path().join("vault"), Arc::new(now), 9);
        let founding = CreateClinic {
            single_handed: true,
            sign_on_name: "meyer".to_owned(),
            name: "Dr. Jo Meyer".to_owned(),
            roles: vec!["urologist".parse().unwrap(), "administrator".parse().unwrap()],
            passphrase: OWN.to_owned(),
            ..crate::sign_on::founding()
        };
        let kit = practice::founding::create_clinic(&station, founding).await.unwrap();
        let answers = kit.asked.iter().map(|number| kit.groups[*number as usize - 1].clone()).collect();
        kit::confirm_kit(&station.desk().await.unwrap(), ConfirmKit { answers }).await.unwrap();
        Self { station, kit, hour, _folder: folder }
    }

    /// Somebody who keeps the books comes in now and then.
    async fn second_pair_of_eyes(&self, alone: Desk) -> Desk {
        let books = staff::AddStaff {
            sign_on_name: "adeyemi".to_owned(),
            name: "Ife Adeyemi".to_owned(),
            roles: vec!["administrator".parse().unwrap()],
            passphrase: "nine grey geese at noon".to_owned(),
        };
        staff::add(&alone, books).await.unwrap();
        drop(alone);
        let request = SignOn { name: "adeyemi".to_owned(), passphrase: "nine grey geese at noon".to_owned() };
        sign_on::sign_on(&self.station, request).await.unwrap();
        self.station.desk().await.unwrap()
    }

    async fn after(&self, minutes: i64) -> Desk {
        // Somebody is at the desk all the while: the station does not lock itself.
        for _ in 0..minutes {
            self.hour.fetch_add(60_000, Ordering::SeqCst);
            self.station.touch().await;
        }
        self.station.desk().await.unwrap()
    }
}

#[tokio::test]
async fn a_late_label_of_somebody_alone_needs_the_kit_that_is_in_force() {
    let practice = Practice::begin().await;
    let row = book(&practice.after(0).await, "Sommer").await;
    let alone = practice.after(240).await;
    let enter = async |kit: &str| {
        let parts = json!({
            "consent": consent_then("08:30"), "gate": gate_then("08:40"), "massage": massage_then("08:45", None),
            "glasses": [glass("vb3", "08:50", "enough")],
            "second": { "name": "", "passphrase": "", "kit": kit },
        });
        afterwards::record(&alone, sheet(row.visit_id, OWN, parts)).await
    };
    let refused = enter("").await.unwrap_err();
    assert_eq!((refused.code.as_str(), refused.fields[0].field.as_str()), ("second-person-missing", "second"));
    assert_eq!(enter("7Q2MX-0V9KA").await.unwrap_err().code, "kit-mistyped");
    let told = enter(&practice.kit.groups.join(" ").to_lowercase()).await.unwrap();
    let vb3 = told.told.iter().find(|one| one.title == "VB3").unwrap();
    assert_eq!(vb3.stood_by.as_deref(), Some("the recovery kit"));
    verify_all(&alone, row.procedure_id).await;
    let view = collection::open(&alone, row.procedure_id).await.unwrap();
    assert!(glasses(&view).ends_with("vb3 verified"), "{}", glasses(&view));
}

#[tokio::test]
async fn a_mistyped_fever_falls_to_two_fresh_readings_and_to_nothing_less() {
    a_fever_falls(&Practice::begin().await).await;
}

#[tokio::test]
async fn what_was_put_right_alone_is_listed_in_its_month_and_reviewed_by_somebody_else() {
    let practice = Practice::begin().await;
    let alone = practice.after(0).await;
    assert!(conduct::figures(&alone, None).await.unwrap().alone.is_empty(), "nothing fell yet");
    drop(alone);
    a_fever_falls(&practice).await;
    let alone = practice.after(0).await;
    let room = conduct::figures(&alone, None).await.unwrap();
    let listed: Vec<_> = room.alone.iter().map(|made| (made.by.as_str(), made.what.as_str())).collect();
    assert_eq!(listed, [("Dr. Jo Meyer", "The vital signs")]);
    assert_eq!(room.alone[0].reason.as_deref(), Some("38.6 was 36.8"));
    assert!(room.own && room.examiners.is_empty(), "nobody reviews their own");
    let administrator = practice.second_pair_of_eyes(alone).await;
    let room = conduct::figures(&administrator, None).await.unwrap();
    assert_eq!((room.examiners[0].counts.corrected_alone, room.alone[0].reason.as_deref()), (1, None));
    let review = ReviewConduct {
        examiner: room.examiners[0].examiner,
        month: room.month,
        counts: room.examiners[0].counts.clone(),
        words: "Both readings were seen".to_owned(),
    };
    assert_eq!(conduct::review(&administrator, review).await.unwrap().examiners[0].reviews.len(), 1);
}

async fn a_fever_falls(practice: &Practice) {
    let alone = practice.after(0).await;
    let row = book(&alone, "Sommer").await;
    visit::arrive(&alone, row.visit_id).await.unwrap();
    ask_everything(&alone, row.visit_id, &[]).await;
    let mut fever = MeasureVitals { confirmed: true, ..typed(row.visit_id, "38.6", "degC") };
    "16".clone_into(&mut fever.vitals.breaths);
    let room = screening::measure(&alone, fever).await.unwrap();
    let wrong = room.vitals[0].id;
    let looked = answers(row.visit_id, &[("looks-ill", "no"), ("new-confusion", "no")]);
    screening::answer(&alone, looked).await.unwrap();
    screening::close_check_in(&alone, row.visit_id).await.unwrap();
    let right = async |desk: &Desk| {
        let second = SecondPerson { own_passphrase: OWN.to_owned(), name: String::new(), passphrase: String::new() };
        let typed = typed(row.visit_id, "36.8", "degC");
        let reason = Some("38.6 was 36.8".to_owned());
        let request = MeasureVitals { corrects: Some(wrong), reason, second: Some(second), ..typed };
        screening::measure(desk, request).await
    };
    assert_eq!(right(&alone).await.unwrap_err().code, "correction-two-readings");
    let alone = practice.after(2).await;
    screening::measure(&alone, typed(row.visit_id, "36.7", "degC")).await.unwrap();
    let alone = practice.after(4).await;
    screening::measure(&alone, typed(row.visit_id, "36.9", "degC")).await.unwrap();
    assert_eq!(right(&alone).await.unwrap_err().code, "correction-two-readings", "four minutes apart");
    let alone = practice.after(1).await;
    screening::measure(&alone, typed(row.visit_id, "36.8", "degC")).await.unwrap();
    assert!(right(&alone).await.is_ok());
}

#[tokio::test]
async fn it_is_declared_among_the_settings_and_taken_back_only_when_nobody_is_both() {
    let practice = Practice::begin().await;
    let alone = practice.after(0).await;
    let set = async |value: &str| {
        let typed = Setting { name: "single-handed".to_owned(), value: value.to_owned() };
        settings::keep(&alone, vec![typed]).await
    };
    let shown = settings::list(&alone).await.unwrap();
    assert_eq!(shown.iter().find(|one| one.name == "single-handed").unwrap().value, "yes");
    assert_eq!(set("no").await.unwrap_err().fields[0].field, "single-handed");
    assert_eq!(staff::list(&alone).await.unwrap().len(), 1);

    let day = tests::ClinicDay::begin().await;
    let administrator = day.desk(tests::ADMINISTRATOR).await;
    let declare = Setting { name: "single-handed".to_owned(), value: "yes".to_owned() };
    settings::keep(&administrator, vec![declare]).await.unwrap();
    assert!(day.now().await.clinic.single_handed, "it counts at once");
    drop(administrator);
    let nurse = day.desk(tests::NURSE).await;
    assert!(nurse.clinic.single_handed, "and for whoever signs on next");
}
