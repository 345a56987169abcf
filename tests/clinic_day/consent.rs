//! Consent on the day: asked, signed and sealed; declined; taken back; and never more than was agreed to.

use super::collection::{first_urines, order_for};
use super::patient::book;
use super::safety::well_patient_in_the_room;
use practice::chaperone::{self, RebookForChaperone, WantedBy};
use practice::consent::{
    self, AgreementAnswer, Beside, ChaperoneAnswer, ConfirmPresence, ConsentRoom, ConsentView, DeclineConsent,
    GiveConsent, OfferConsent, PresentAnswer, VisitId, WithdrawConsent,
};
use practice::pin::{self, SetPin};
use practice::{Desk, collection, document, order, time_out, visit};
use serde_json::json;
use tests::{ADMINISTRATOR, ClinicDay, NURSE, UROLOGIST};

pub(crate) const GROUPS: [&str; 4] =
    ["what-and-why", "risks-and-alternatives", "rights-and-chaperone", "questions-and-teach-back"];

pub(crate) async fn asked(desk: &Desk, visit: VisitId, text: &str) -> ConsentView {
    let room = consent::room(desk, visit).await.unwrap();
    let examiner = room.colleagues.iter().find(|colleague| colleague.examines).unwrap().staff_id;
    consent::offer(
        desk,
        OfferConsent { visit_id: visit, text_id: text.to_owned(), language: None, spoken: None, examiner_id: examiner },
    )
    .await
    .unwrap()
}

pub(crate) fn drawn() -> AgreementAnswer {
    let stroke: Vec<_> =
        (0..30).map(|step| json!({ "x": 60 + step * 12, "y": 150 + (step % 4) * 20, "t": step * 16 })).collect();
    let signature = json!({ "width": 1000, "height": 320, "strokes": [stroke] });
    serde_json::from_value(json!({ "method": "drawn", "signature": signature })).unwrap()
}

pub(crate) fn agreed(asked: &ConsentView, groups: &[&str], agreement: AgreementAnswer) -> GiveConsent {
    GiveConsent {
        consent_id: asked.consent_id,
        version: asked.version,
        groups: groups.iter().map(|group| group.parse().unwrap()).collect(),
        trainee: None,
        chaperone: ChaperoneAnswer {
            offered: true,
            not_offered_because: None,
            response: Some("declined".parse().unwrap()),
            preference: None,
            clinician_requires: false,
            present: None,
            rebook: false,
        },
        capacity: serde_json::from_value(json!({ "capacity": "present" })).unwrap(),
        interpreter: None,
        agreement,
        beside: Beside::default(),
    }
}

pub(crate) fn cover(room: &ConsentRoom) -> String {
    let told = room.cover.iter().map(|one| match &one.why_not {
        None => format!("{}: covered", one.act),
        Some(why) => format!("{}: {why}", one.act),
    });
    told.collect::<Vec<_>>().join("; ")
}

pub(crate) async fn arrived(day: &ClinicDay) -> (Desk, VisitId) {
    let nurse = day.desk(NURSE).await;
    let row = book(&nurse, "Sommer").await;
    visit::arrive(&nurse, row.visit_id).await.unwrap();
    (nurse, row.visit_id)
}

#[tokio::test]
async fn a_signed_consent_is_sealed_and_every_byte_stands() {
    let day = ClinicDay::begin().await;
    let (nurse, visit) = arrived(&day).await;
    let asked = asked(&nurse, visit, "four-glass").await;
    let three = consent::give(&nurse, agreed(&asked, &GROUPS[..3], drawn())).await.unwrap_err();
    assert_eq!((three.code.as_str(), three.fields[0].field.as_str()), ("group-not-confirmed", "groups"));
    let spoken = consent::give(&nurse, agreed(&asked, &GROUPS, AgreementAnswer::Verbal)).await.unwrap_err();
    assert_eq!(spoken.code, "signature-needed");
    let slip = json!({ "method": "drawn", "signature": { "width": 1000, "height": 320, "strokes": [[{ "x": 5, "y": 5, "t": 0 }]] } });
    let slip = consent::give(&nurse, agreed(&asked, &GROUPS, serde_json::from_value(slip).unwrap())).await.unwrap_err();
    assert_eq!(slip.code, "not-a-signature");

    let given = consent::give(&nurse, agreed(&asked, &GROUPS, drawn())).await.unwrap();
    let sealed = given.given.as_ref().unwrap();
    assert_eq!((given.state.as_str(), sealed.sha256.len()), ("given", 64));
    assert_eq!(cover(&consent::room(&nurse, visit).await.unwrap()), "dre: covered; mas: covered");
    let report = consent::verify(&nurse, given.consent_id).await.unwrap();
    assert!(report.sound, "{:?}", report.faults);
    let again = consent::give(&nurse, agreed(&asked, &GROUPS, drawn())).await.unwrap_err();
    assert_eq!(again.code, "consent-decided");

    let paper = document::print_consent(&nurse, given.consent_id).await.unwrap();
    let bytes = std::fs::read(nurse.places.papers.join(&paper.file)).unwrap();
    assert!(bytes.starts_with(b"%PDF"));
    assert!(!document::consent_pages(&nurse, given.consent_id).await.unwrap().is_empty());
}

#[tokio::test]
async fn consent_to_an_examination_does_not_clear_a_massage() {
    let day = ClinicDay::begin().await;
    let (nurse, visit) = arrived(&day).await;
    let dre = asked(&nurse, visit, "dre").await;
    consent::give(&nurse, agreed(&dre, &GROUPS, AgreementAnswer::Verbal)).await.unwrap();
    assert_eq!(
        cover(&consent::room(&nurse, visit).await.unwrap()),
        "dre: covered; mas: the consent on record covers another procedure; this one needs its own"
    );
    let four_glass = asked(&nurse, visit, "four-glass").await;
    let decline = DeclineConsent { consent_id: four_glass.consent_id, version: four_glass.version, reason: None };
    assert_eq!(consent::decline(&nurse, decline).await.unwrap().state.as_str(), "declined");
    assert_eq!(
        cover(&consent::room(&nurse, visit).await.unwrap()),
        "dre: the patient declines; mas: the patient declines"
    );
}

#[tokio::test]
async fn a_withdrawal_in_the_room_stops_the_procedure_and_keeps_the_seal() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = well_patient_in_the_room(&day).await;
    let standing = consent::room(&urologist, row.visit_id).await.unwrap().consents.pop().unwrap();
    collection::receive_first_urines(&urologist, first_urines(row.procedure_id)).await.unwrap();
    let withdraw = WithdrawConsent {
        consent_id: standing.consent_id,
        phase: "before-massage".parse().unwrap(),
        reason: Some("changed their mind".to_owned()),
        specimens: "held".parse().unwrap(),
    };
    let withdrawn = consent::withdraw(&urologist, withdraw).await.unwrap();
    assert_eq!(withdrawn.state.as_str(), "withdrawn");
    let room = consent::room(&urologist, row.visit_id).await.unwrap();
    assert_eq!(
        (cover(&room).as_str(), room.open),
        ("dre: the patient withdrew consent; mas: the patient withdrew consent", false)
    );
    assert!(consent::verify(&urologist, standing.consent_id).await.unwrap().sound);

    let view = collection::open(&urologist, row.procedure_id).await.unwrap();
    let ends: Vec<_> = view.glasses.iter().map(|glass| glass.status.as_str()).collect();
    assert_eq!(ends, ["collected", "collected", "not-obtained", "not-obtained"]);
    let held = order::make(&urologist, order_for(row.procedure_id)).await.unwrap_err();
    assert_eq!(held.code, "specimens-held");
    visit::close(&urologist, row.visit_id).await.unwrap();
}

#[tokio::test]
async fn a_consent_runs_out_after_a_day() {
    let day = ClinicDay::begin().await;
    let (nurse, visit) = arrived(&day).await;
    let asked = asked(&nurse, visit, "four-glass").await;
    consent::give(&nurse, agreed(&asked, &GROUPS, drawn())).await.unwrap();
    drop(nurse);
    day.wait_minutes(24 * 60);
    let nurse = day.desk(NURSE).await;
    let room = consent::room(&nurse, visit).await.unwrap();
    assert_eq!(cover(&room), "dre: the consent has run out; ask again; mas: the consent has run out; ask again");
}

#[tokio::test]
async fn only_a_passphrase_leads_out_of_the_patients_screen_and_an_administrator_never_sees_it() {
    let day = ClinicDay::begin().await;
    let (nurse, visit) = arrived(&day).await;
    assert_eq!(consent::leave_reading(&nurse, "hello").await.unwrap_err().code, "passphrase-wrong");
    consent::leave_reading(&nurse, NURSE.passphrase).await.unwrap();
    drop(nurse);
    let administrator = day.desk(ADMINISTRATOR).await;
    assert_eq!(consent::room(&administrator, visit).await.unwrap_err().code, "not-permitted");
}

/// The same agreement with somebody of the clinic as chaperone.
fn with_chaperone(asked: &ConsentView, chaperone: &consent::Colleague) -> GiveConsent {
    let mut agreed = agreed(asked, &GROUPS, drawn());
    agreed.chaperone.response = Some("accepted".parse().unwrap());
    agreed.chaperone.present =
        Some(PresentAnswer { staff_id: Some(chaperone.staff_id), name: None, role: None, trained: true });
    agreed
}

#[tokio::test]
async fn the_chaperone_confirms_being_there_by_their_own_sign_on_and_the_seal_holds() {
    let day = ClinicDay::begin().await;
    let (nurse, visit) = arrived(&day).await;
    let people = consent::room(&nurse, visit).await.unwrap().colleagues;
    let abara = people.iter().find(|person| person.staff_id == nurse.who.staff).unwrap();
    let asked = asked(&nurse, visit, "four-glass").await;
    let given = consent::give(&nurse, with_chaperone(&asked, abara)).await.unwrap();
    let before = document::consent_pages(&nurse, given.consent_id).await.unwrap();
    drop(nurse);

    let urologist = day.desk(UROLOGIST).await;
    let room = time_out::room(&urologist, visit).await.unwrap();
    assert_eq!(room.chaperone.as_deref(), Some("Tom Abara (nurse)"), "nobody has to");
    let ask = room.presence.unwrap();
    assert!((ask.name.as_str(), ask.mine) == ("Tom Abara", false) && ask.consent_id == given.consent_id);
    let word = |passphrase: &str| ConfirmPresence { consent_id: given.consent_id, passphrase: passphrase.to_owned() };
    let own = consent::confirm_presence(&urologist, word(UROLOGIST.passphrase)).await.unwrap_err();
    assert_eq!(own.code, "passphrase-wrong", "nobody confirms it for another");
    consent::confirm_presence(&urologist, word(NURSE.passphrase)).await.unwrap();

    let room = time_out::room(&urologist, visit).await.unwrap();
    assert_eq!(room.chaperone.as_deref(), Some("Tom Abara (nurse), confirmed by own sign-on"));
    assert!(room.presence.is_none());
    assert_eq!(consent::confirm_presence(&urologist, word(NURSE.passphrase)).await.unwrap_err().code, "stale");
    assert_ne!(document::consent_pages(&urologist, given.consent_id).await.unwrap(), before, "the paper says it");
    let report = consent::verify(&urologist, given.consent_id).await.unwrap();
    assert!(report.sound, "{:?}", report.faults);
}

#[tokio::test]
async fn the_chaperone_at_the_desk_confirms_with_the_pin_and_a_visitor_cannot() {
    let day = ClinicDay::begin().await;
    let (nurse, visit) = arrived(&day).await;
    let set = SetPin { pin: "482915".to_owned(), passphrase: NURSE.passphrase.to_owned() };
    pin::set(&nurse, set).await.unwrap();
    let people = consent::room(&nurse, visit).await.unwrap().colleagues;
    let abara = people.iter().find(|person| person.staff_id == nurse.who.staff).unwrap();
    let first = asked(&nurse, visit, "four-glass").await;
    let given = consent::give(&nurse, with_chaperone(&first, abara)).await.unwrap();
    assert!(time_out::room(&nurse, visit).await.unwrap().presence.unwrap().mine);
    let word = |consent_id, passphrase: &str| ConfirmPresence { consent_id, passphrase: passphrase.to_owned() };
    consent::confirm_presence(&nurse, word(given.consent_id, "482915")).await.unwrap();
    let shown = consent::room(&nurse, visit).await.unwrap().consents.remove(0).given.unwrap();
    assert_eq!(shown.evidence.chaperone.present.unwrap().confirmed.as_str(), "pin");

    let row = book(&nurse, "Moreau").await;
    visit::arrive(&nurse, row.visit_id).await.unwrap();
    let second = asked(&nurse, row.visit_id, "four-glass").await;
    let mut visitor = with_chaperone(&second, abara);
    let wife = PresentAnswer {
        staff_id: None,
        name: Some("Ana Moreau".to_owned()),
        role: Some("visitor".to_owned()),
        trained: false,
    };
    visitor.chaperone.present = Some(wife);
    let given = consent::give(&nurse, visitor).await.unwrap();
    assert!(time_out::room(&nurse, row.visit_id).await.unwrap().presence.is_none());
    let refused = consent::confirm_presence(&nurse, word(given.consent_id, NURSE.passphrase)).await.unwrap_err();
    assert_eq!(refused.code, "chaperone-not-staff");
}

pub(crate) async fn note_of(day: &ClinicDay, visit: VisitId) -> String {
    let urologist = day.desk(UROLOGIST).await;
    let procedure = practice::screening::room(&urologist, visit).await.unwrap().procedure_id;
    let note = practice::note::room(&urologist, procedure).await.unwrap();
    let section = note.draft.sections.into_iter().find(|section| section.title == "Consent and chaperone").unwrap();
    section.paragraphs.join(" ")
}

#[tokio::test]
async fn the_chaperone_comes_and_goes_beside_the_sealed_consent() {
    let day = ClinicDay::begin().await;
    let (nurse, visit) = arrived(&day).await;
    let asked = asked(&nurse, visit, "four-glass").await;
    assert!(!time_out::room(&nurse, visit).await.unwrap().chaperone_named);
    let me = consent::room(&nurse, visit).await.unwrap().me;
    let mut agreed = agreed(&asked, &GROUPS, drawn());
    agreed.chaperone.response = Some("accepted".parse().unwrap());
    agreed.chaperone.present = Some(PresentAnswer { staff_id: Some(me), name: None, role: None, trained: true });
    let given = consent::give(&nurse, agreed).await.unwrap();

    assert_eq!(chaperone::left(&nurse, visit).await.unwrap_err().code, "chaperone-not-here");
    let room = chaperone::arrived(&nurse, visit).await.unwrap();
    assert!(room.chaperone_named && room.stay.is_here());
    assert_eq!(chaperone::arrived(&nurse, visit).await.unwrap_err().code, "chaperone-here-already");
    drop(nurse);
    day.wait_minutes(12);
    let nurse = day.desk(NURSE).await;
    assert!(!chaperone::left(&nurse, visit).await.unwrap().stay.is_here());
    assert!(consent::verify(&nurse, given.consent_id).await.unwrap().sound, "what is sealed was not touched");
    drop(nurse);
    let told = note_of(&day, visit).await;
    assert!(told.contains("was present from 08:00 to 08:12."), "{told}");
}

#[tokio::test]
async fn a_chaperone_was_wanted_and_none_was_there() {
    let day = ClinicDay::begin().await;
    let (nurse, visit) = arrived(&day).await;
    let wanted = || RebookForChaperone { visit_id: visit, wanted_by: WantedBy::Patient };
    let room = chaperone::rebook(&nurse, wanted()).await.unwrap();
    assert!(!room.open, "nothing more is done today");
    assert_eq!(chaperone::rebook(&nurse, wanted()).await.unwrap_err().code, "procedure-ended");
    visit::close(&nurse, visit).await.unwrap();
    drop(nurse);
    let told = note_of(&day, visit).await;
    assert!(told.contains("A chaperone was offered at 08:00 and accepted."), "{told}");
    assert!(told.contains("The visit was to be rebooked with a chaperone."), "{told}");
}
