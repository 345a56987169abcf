//! Everybody who has a part in a consent beside the patient: who signs how, who decides for whom, and who must concur.

use super::collection::first_urines;
use super::consent::{GROUPS, agreed, arrived, asked, cover, drawn, note_of};
use super::patient::typed;
use super::safety::{answer_none, ask_everything, consent_to_massage, light, take_time_out, well_patient_in_the_room};
use practice::consent::{
    self, AgreementAnswer, ConcurForMinor, ConsentView, Countersign, DeclineConsent, MinorAnswer, MinorBasis,
    PresentAnswer, SigningPart, VisitId, WitnessAnswer,
};
use practice::pin::{self, SetPin};
use practice::visit::{self, BookVisit};
use practice::{Desk, collection, document, exam, patient, screening};
use serde_json::json;
use tests::{ClinicDay, NURSE, UROLOGIST};

async fn room_of(desk: &Desk, visit: VisitId) -> consent::ConsentRoom {
    consent::room(desk, visit).await.unwrap()
}

#[tokio::test]
async fn a_typed_name_counts_when_staff_vouch_for_it_with_their_pin() {
    let day = ClinicDay::begin().await;
    let (nurse, visit) = arrived(&day).await;
    let set = SetPin { pin: "482915".to_owned(), passphrase: NURSE.passphrase.to_owned() };
    pin::set(&nurse, set).await.unwrap();
    let asked = asked(&nurse, visit, "four-glass").await;
    let typed = |name: &str, passphrase: &str| AgreementAnswer::Typed {
        name: name.to_owned(),
        passphrase: passphrase.to_owned(),
    };
    let code = async |name: &str, passphrase: &str| {
        let refused = consent::give(&nurse, agreed(&asked, &GROUPS, typed(name, passphrase))).await.unwrap_err();
        format!("{}: {}", refused.fields[0].field, refused.code)
    };
    assert_eq!(code("Anton Sommer", "111222").await, "passphrase: pin-wrong");
    assert_eq!(code("A. Sommer", "482915").await, "typedName: typed-name-differs");
    let given = consent::give(&nurse, agreed(&asked, &GROUPS, typed("Anton Sommer", "482915"))).await.unwrap();
    assert_eq!(given.state.as_str(), "given");
    drop(nurse);
    let told = note_of(&day, visit).await;
    assert!(told.contains("by typing the name, for which Tom Abara vouched by pin."), "{told}");
}

#[tokio::test]
async fn a_paper_signed_by_hand_is_scanned_and_kept_with_its_digest() {
    let day = ClinicDay::begin().await;
    let (nurse, visit) = arrived(&day).await;
    let asked = asked(&nurse, visit, "four-glass").await;
    let scanned = |file: &str| agreed(&asked, &GROUPS, AgreementAnswer::PaperScanned { file: file.to_owned() });
    for nothing in ["", "bm8gc2Nhbg==", "not base 64"] {
        let refused = consent::give(&nurse, scanned(nothing)).await.unwrap_err();
        assert_eq!((refused.fields[0].field.as_str(), refused.code.as_str()), ("file", "not-a-scan"), "{nothing}");
    }
    // “%PDF-1.7 signed”
    let given = consent::give(&nurse, scanned("JVBERi0xLjcgc2lnbmVk")).await.unwrap();
    let paper = consent::print_scan(&nurse, given.consent_id).await.unwrap();
    assert!(paper.file.ends_with("-signed.pdf"), "{}", paper.file);
    let bytes = std::fs::read(nurse.places.papers.join(&paper.file)).unwrap();
    assert_eq!(bytes, b"%PDF-1.7 signed");
    assert!(consent::verify(&nurse, given.consent_id).await.unwrap().sound);
    drop(nurse);
    let told = note_of(&day, visit).await;
    assert!(told.contains("by signing the printed paper, which was scanned."), "{told}");
}

#[tokio::test]
async fn clinician_and_witness_sign_beside_the_patient_by_their_own_sign_on() {
    let day = ClinicDay::begin().await;
    let (nurse, visit) = arrived(&day).await;
    let room = room_of(&nurse, visit).await;
    let urologist = room.colleagues.iter().find(|one| one.examines).unwrap().staff_id;
    let asked = asked(&nurse, visit, "four-glass").await;
    let mut give = agreed(&asked, &GROUPS, drawn());
    give.beside.witness = Some(WitnessAnswer { staff_id: Some(urologist), name: None, role: None });
    give.beside.device = Some("pen on Linux x86_64".to_owned());
    let given = consent::give(&nurse, give).await.unwrap();
    let before = document::consent_pages(&nurse, given.consent_id).await.unwrap();
    let sign = |part: SigningPart, passphrase: &str| Countersign {
        consent_id: given.consent_id,
        part,
        passphrase: passphrase.to_owned(),
    };
    let wrong = consent::countersign(&nurse, sign(SigningPart::Clinician, "not my passphrase")).await.unwrap_err();
    assert_eq!(wrong.code, "passphrase-wrong");
    consent::countersign(&nurse, sign(SigningPart::Clinician, NURSE.passphrase)).await.unwrap();
    let twice = consent::countersign(&nurse, sign(SigningPart::Clinician, NURSE.passphrase)).await.unwrap_err();
    assert_eq!(twice.code, "stale");
    let another = consent::countersign(&nurse, sign(SigningPart::Witness, NURSE.passphrase)).await.unwrap_err();
    assert_eq!(another.code, "passphrase-wrong", "nobody signs for another");
    consent::countersign(&nurse, sign(SigningPart::Witness, UROLOGIST.passphrase)).await.unwrap();

    let shown = room_of(&nurse, visit).await.consents.remove(0).given.unwrap();
    let signed: Vec<_> = shown.evidence.countersigned.iter().map(|one| one.by.name.as_str()).collect();
    assert_eq!(signed, [NURSE.full_name, UROLOGIST.full_name]);
    assert_eq!(shown.evidence.device.as_deref(), Some("pen on Linux x86_64"));
    assert_ne!(document::consent_pages(&nurse, given.consent_id).await.unwrap(), before, "the paper says it");
    assert!(consent::verify(&nurse, given.consent_id).await.unwrap().sound, "what is sealed was not touched");
    drop(nurse);
    let told = note_of(&day, visit).await;
    assert!(told.contains("signed as clinician at 08:00 by own sign-on, with the passphrase."), "{told}");
}

#[tokio::test]
async fn who_cannot_decide_is_decided_for_and_a_trainee_is_asked_about_by_name() {
    let day = ClinicDay::begin().await;
    let (nurse, visit) = arrived(&day).await;
    let urologist = room_of(&nurse, visit).await.colleagues.iter().find(|one| one.examines).unwrap().staff_id;
    let asked = asked(&nurse, visit, "four-glass").await;
    let lacking = |name: &str, seen: bool| {
        let representative = json!({ "name": name, "basis": "proxy", "documentSeen": seen });
        serde_json::from_value(json!({ "capacity": "lacking", "representative": representative })).unwrap()
    };
    for (name, seen) in [("", true), ("Ruth Sommer", false)] {
        let mut give = agreed(&asked, &GROUPS, drawn());
        give.capacity = lacking(name, seen);
        let refused = consent::give(&nurse, give).await.unwrap_err();
        assert_eq!((refused.fields[0].field.as_str(), refused.code.as_str()), ("capacity", "capacity-open"));
    }
    let mut give = agreed(&asked, &GROUPS, drawn());
    give.capacity = lacking("Ruth Sommer", true);
    give.beside.assessed_by = Some(urologist);
    let trainee = json!({ "name": "Jo Vance", "role": "registrar", "agreed": false });
    give.trainee = Some(serde_json::from_value(trainee).unwrap());
    consent::give(&nurse, give).await.unwrap();
    drop(nurse);
    let told = note_of(&day, visit).await;
    for said in [
        "was given by Ruth Sommer for the patient",
        "assessed the capacity at 08:00.",
        "The patient declined the part of Jo Vance, registrar, a trainee.",
    ] {
        assert!(told.contains(said), "{told}");
    }
}

/// A young patient, who has come for this.
async fn young(nurse: &Desk, kind: &str, indication: &str) -> VisitId {
    let patient = patient::register(nurse, typed("Sommer", "Jona", "2010-05-02")).await.unwrap();
    let request = BookVisit {
        patient_id: patient.identity.patient_id,
        kind: kind.parse().unwrap(),
        indication: indication.to_owned(),
        date: nurse.today().to_string(),
        time: "09:30".to_owned(),
    };
    let row = visit::book(nurse, request).await.unwrap();
    visit::arrive(nurse, row.visit_id).await.unwrap();
    row.visit_id
}

fn for_minor(asked: &ConsentView, chaperone: &consent::Colleague) -> consent::GiveConsent {
    let mut give = agreed(asked, &GROUPS, drawn());
    give.chaperone.response = Some("accepted".parse().unwrap());
    give.chaperone.present =
        Some(PresentAnswer { staff_id: Some(chaperone.staff_id), name: None, role: None, trained: true });
    give.beside.minor = Some(MinorAnswer {
        basis: MinorBasis::Guardian { name: "Ruth Sommer".to_owned(), relation: "mother".to_owned(), assent: true },
        reason: "pain that antibiotics did not end".to_owned(),
        without_chaperone: None,
    });
    give
}

#[tokio::test]
async fn under_18_a_massage_needs_a_guardian_the_patient_a_chaperone_and_a_second_clinician() {
    let day = ClinicDay::begin().await;
    let nurse = day.desk(NURSE).await;
    let visit = young(&nurse, "four-glass", "ind-four-glass").await;
    let room = room_of(&nurse, visit).await;
    assert!(room.minor && room.concurrence.is_none());
    let abara = room.colleagues.iter().find(|person| person.staff_id == nurse.who.staff).unwrap();
    let asked = asked(&nurse, visit, "four-glass").await;
    let alone = consent::give(&nurse, agreed(&asked, &GROUPS, drawn())).await.unwrap_err();
    assert_eq!((alone.fields[0].field.as_str(), alone.code.as_str()), ("minor", "minor-open"));
    let first = consent::give(&nurse, for_minor(&asked, abara)).await.unwrap_err();
    assert_eq!((first.fields[0].field.as_str(), first.code.as_str()), ("concurred", "concurrence-missing"));

    let concur = |name: &str, passphrase: &str| ConcurForMinor {
        visit_id: visit,
        name: name.to_owned(),
        passphrase: passphrase.to_owned(),
    };
    let oneself = consent::concur(&nurse, concur(NURSE.name, NURSE.passphrase)).await.unwrap_err();
    assert_eq!(oneself.code, "passphrase-wrong", "a second person is another one");
    consent::concur(&nurse, concur(UROLOGIST.name, UROLOGIST.passphrase)).await.unwrap();
    let by_examiner = consent::give(&nurse, for_minor(&asked, abara)).await.unwrap_err();
    assert_eq!(by_examiner.code, "concurrence-missing", "the examiner is not a second clinician");
}

#[tokio::test]
async fn under_18_nobody_goes_without_a_chaperone_unless_both_choose_it_before_somebody_else() {
    let day = ClinicDay::begin().await;
    let nurse = day.desk(NURSE).await;
    let visit = young(&nurse, "dre", "ind-dre-luts").await;
    let room = room_of(&nurse, visit).await;
    let abara = room.colleagues.iter().find(|person| person.staff_id == nurse.who.staff).unwrap();
    let asked = asked(&nurse, visit, "dre").await;
    let without = |both: Option<(bool, bool)>| {
        let mut give = for_minor(&asked, abara);
        give.chaperone.response = Some("declined".parse().unwrap());
        give.chaperone.present = None;
        let minor = give.beside.minor.as_mut().unwrap();
        minor.without_chaperone = both.map(|(by_patient, by_guardian)| {
            serde_json::from_value(json!({ "byPatient": by_patient, "byGuardian": by_guardian })).unwrap()
        });
        give
    };
    for chosen in [None, Some((true, false))] {
        let refused = consent::give(&nurse, without(chosen)).await.unwrap_err();
        assert_eq!((refused.fields[0].field.as_str(), refused.code.as_str()), ("chaperone", "minor-chaperone"));
    }
    drop(nurse);
    let urologist = day.desk(UROLOGIST).await;
    let by_examiner = consent::give(&urologist, without(Some((true, true)))).await.unwrap_err();
    assert!(by_examiner.message.starts_with("The examiner does not record"), "{by_examiner}");
    drop(urologist);
    let nurse = day.desk(NURSE).await;
    consent::give(&nurse, without(Some((true, true)))).await.unwrap();
    drop(nurse);
    let told = note_of(&day, visit).await;
    for said in [
        "Ruth Sommer (mother) consented as guardian, and the patient agreed.",
        "The reason to do it at this age was: pain that antibiotics did not end.",
        "The patient and the guardian chose to go on without a chaperone.",
    ] {
        assert!(told.contains(said), "{told}");
    }
}

async fn decline(desk: &Desk, asked: &ConsentView) {
    let no = DeclineConsent { consent_id: asked.consent_id, version: asked.version, reason: None };
    consent::decline(desk, no).await.unwrap();
}

#[tokio::test]
async fn in_the_room_a_massage_is_asked_for_anew_and_a_no_to_it_leaves_the_examination() {
    let day = ClinicDay::begin().await;
    let nurse = day.desk(NURSE).await;
    let row = super::patient::book(&nurse, "Sommer").await;
    visit::arrive(&nurse, row.visit_id).await.unwrap();
    screening::measure(&nurse, super::safety::typed(row.visit_id, "36.8", "degC")).await.unwrap();
    ask_everything(&nurse, row.visit_id, &[]).await;
    let dre = asked(&nurse, row.visit_id, "dre").await;
    consent::give(&nurse, agreed(&dre, &GROUPS, AgreementAnswer::Verbal)).await.unwrap();
    screening::close_check_in(&nurse, row.visit_id).await.unwrap();
    drop(nurse);
    let urologist = day.desk(UROLOGIST).await;
    answer_none(&urologist, row.visit_id).await;
    take_time_out(&urologist, row.visit_id).await.unwrap();

    let felt = super::safety::gate(&urologist, row.visit_id, json!({ "noneOfTheStopFindings": true })).await.unwrap();
    assert!(felt.asks_consent && felt.stop.is_none(), "the examination goes on, and the massage waits");
    let upgrade = asked(&urologist, row.visit_id, "four-glass").await;
    assert_eq!(upgrade.acts.iter().map(|act| act.as_str()).collect::<Vec<_>>(), ["mas"], "the rest stands");
    decline(&urologist, &upgrade).await;
    let room = room_of(&urologist, row.visit_id).await;
    assert_eq!((cover(&room).as_str(), room.open), ("dre: covered; mas: the patient declines", true));
    let again = asked(&urologist, row.visit_id, "four-glass").await;
    consent::give(&urologist, agreed(&again, &GROUPS, drawn())).await.unwrap();
    assert_eq!(cover(&room_of(&urologist, row.visit_id).await), "dre: covered; mas: covered");
    let felt = exam::room(&urologist, row.visit_id).await.unwrap();
    assert!(!felt.asks_consent && felt.gate.is_some() && felt.procedure_status.is_open(), "nothing was lost");
}

#[tokio::test]
async fn a_no_to_the_examination_under_the_strokes_ends_the_massage() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = well_patient_in_the_room(&day).await;
    let (visit, procedure) = (row.visit_id, row.procedure_id);
    collection::receive_first_urines(&urologist, first_urines(procedure)).await.unwrap();
    super::safety::gate(&urologist, visit, json!({ "noneOfTheStopFindings": true })).await.unwrap();
    let running = collection::start_massage(&urologist, procedure).await.unwrap();
    assert_eq!(running.procedure_status.as_str(), "underway");
    let urologist = super::collection::later(&day, urologist, 20).await;
    let dre = asked(&urologist, visit, "dre").await;
    decline(&urologist, &dre).await;
    let stopped = collection::open(&urologist, procedure).await.unwrap();
    assert_eq!(stopped.procedure_status.as_str(), "stopped-by-patient");
    let ends: Vec<_> = stopped.glasses.iter().map(|glass| glass.status.as_str()).collect();
    assert_eq!(ends, ["collected", "collected", "not-obtained", "not-obtained"]);
}

#[tokio::test]
async fn a_no_to_the_examination_after_a_yes_to_all_leaves_no_massage() {
    let day = ClinicDay::begin().await;
    let (nurse, visit) = arrived(&day).await;
    screening::measure(&nurse, super::safety::typed(visit, "36.8", "degC")).await.unwrap();
    ask_everything(&nurse, visit, &[]).await;
    consent_to_massage(&nurse, visit).await;
    let dre = asked(&nurse, visit, "dre").await;
    decline(&nurse, &dre).await;
    let covered = cover(&room_of(&nurse, visit).await);
    assert_eq!(covered, "dre: the patient declines; mas: the patient declines");
    let room = screening::room(&nurse, visit).await.unwrap();
    assert_eq!(light(&room, "mas"), "blocked: The patient declines this.");
}
