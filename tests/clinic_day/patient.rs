//! Registering, finding and booking.

use practice::patient::{self, RegisterPatient};
use practice::visit::{self, BookVisit};
use practice::{Desk, Refusal, today};
use tests::{ADMINISTRATOR, ClinicDay, NURSE};

/// A patient as the nurse types them.
pub(crate) fn typed(family: &str, given: &str, birth_date: &str) -> RegisterPatient {
    RegisterPatient {
        mrn: None,
        family: family.to_owned(),
        given: given.to_owned(),
        birth_date: birth_date.to_owned(),
        sex: "male".parse().unwrap(),
        gender: None,
        name_used: None,
        pronoun: None,
        has_prostate: "yes".parse().unwrap(),
        phone: None,
        may_leave_message: "unknown".parse().unwrap(),
        allergies: None,
        under_custody: false,
        another_person: false,
    }
}

/// A four-glass visit this morning at half past nine.
pub(crate) async fn book(desk: &Desk, family: &str) -> visit::VisitRow {
    book_for(desk, family, "four-glass", "ind-four-glass").await
}

/// The same for another procedure.
pub(crate) async fn book_for(desk: &Desk, family: &str, kind: &str, indication: &str) -> visit::VisitRow {
    book_typed(desk, typed(family, "Anton", "1961-04-09"), kind, indication).await
}

/// The same for somebody of whom more is known.
pub(crate) async fn book_typed(desk: &Desk, who: RegisterPatient, kind: &str, indication: &str) -> visit::VisitRow {
    let patient = patient::register(desk, who).await.unwrap();
    let request = BookVisit {
        patient_id: patient.identity.patient_id,
        kind: kind.parse().unwrap(),
        indication: indication.to_owned(),
        date: desk.today().to_string(),
        time: "09:30".to_owned(),
    };
    visit::book(desk, request).await.unwrap()
}

#[tokio::test]
async fn the_nurse_registers_a_patient_and_finds_him_as_she_types() {
    let day = ClinicDay::begin().await;
    let nurse = day.desk(NURSE).await;
    let registered = patient::register(&nurse, typed("Müller-Özdemir", "Anton", "1961-04-09")).await.unwrap();
    assert_eq!(registered.identity.mrn.as_str(), "FG-000001");
    for text in ["mul", "MÜLLER", "ozd ant", "1961-04-09", "fg-0000", "müller 1961"] {
        let found = patient::find(&nurse, text).await.unwrap();
        assert_eq!(found, std::slice::from_ref(&registered.identity), "typed “{text}”");
    }
    assert_eq!(patient::find(&nurse, "zzz").await.unwrap(), []);
    assert_eq!(patient::find(&nurse, "\" OR *").await.unwrap(), []);
}

#[tokio::test]
async fn what_was_typed_wrongly_is_refused_beside_its_field() {
    let day = ClinicDay::begin().await;
    let nurse = day.desk(NURSE).await;
    let mut request = typed(" ", "Anton", "2026-11-24");
    request.mrn = Some("A 17".to_owned());
    request.allergies = Some("latex ".repeat(60));
    let refusal = patient::register(&nurse, request).await.unwrap_err();
    let fields: Vec<_> = refusal.fields.iter().map(|beside| beside.field.as_str()).collect();
    assert_eq!(fields, ["mrn", "family", "birthDate", "allergies"]);
    let leap = patient::register(&nurse, typed("Alvarez", "Anton", "1961-02-29")).await.unwrap_err();
    assert_eq!(leap.fields[0].field, "birthDate", "no day is made of one that does not exist");

    let mut first = typed("Alvarez", "Anton", "1961-04-09");
    first.mrn = Some("A17".to_owned());
    patient::register(&nurse, first).await.unwrap();
    assert_eq!(patient::find(&nurse, "9 4 1961").await.unwrap().len(), 1, "as dates are said");
    let mut second = typed("Baumann", "Karl", "1950");
    second.mrn = Some("a17".to_owned());
    assert_eq!(patient::register(&nurse, second).await.unwrap_err().code, "mrn-taken");

    let refusal = patient::register(&nurse, typed("ALVAREZ", "A.", "1961-04-09")).await.unwrap_err();
    assert_eq!(refusal.code, "patient-similar");
    let mut twin = typed("ALVAREZ", "A.", "1961-04-09");
    twin.another_person = true;
    patient::register(&nurse, twin).await.unwrap();
}

#[tokio::test]
async fn today_shows_the_visit_and_its_next_act() {
    let day = ClinicDay::begin().await;
    let nurse = day.desk(NURSE).await;
    let visit = book(&nurse, "Alvarez").await;
    let list = today::list(&nurse, None).await.unwrap();
    assert_eq!(list.rows.len(), 1);
    assert_eq!(list.rows[0].next_act.as_str(), "arrive");
    visit::arrive(&nurse, visit.visit_id).await.unwrap();
    assert_eq!(today::list(&nurse, None).await.unwrap().rows[0].next_act.as_str(), "check-in");
    assert_eq!(visit::arrive(&nurse, visit.visit_id).await.unwrap_err().code, "visit-not-booked");
}

#[tokio::test]
async fn an_administrator_sees_no_patient() {
    let day = ClinicDay::begin().await;
    book(&day.desk(NURSE).await, "Alvarez").await;
    let administrator = day.desk(ADMINISTRATOR).await;
    let refused = |refusal: Refusal| refusal.code;
    assert_eq!(patient::find(&administrator, "alv").await.map_err(refused), Err("not-permitted".to_owned()));
    assert_eq!(today::list(&administrator, None).await.map(drop).map_err(refused), Err("not-permitted".to_owned()));
}

#[tokio::test]
async fn sex_gender_name_pronoun_and_prostate_are_kept_as_said_and_none_is_derived_from_another() {
    let day = ClinicDay::begin().await;
    let nurse = day.desk(NURSE).await;
    let told = |sex: &str, gender: Option<&str>, pronoun: Option<&str>, prostate: &str| RegisterPatient {
        sex: sex.parse().unwrap(),
        gender: gender.map(str::to_owned),
        name_used: Some("Sam".to_owned()),
        pronoun: pronoun.map(str::to_owned),
        has_prostate: prostate.parse().unwrap(),
        another_person: true,
        ..typed("Marsh", "Alex", "1961-04-09")
    };
    for (sex, gender, pronoun, prostate) in [
        ("female", Some("woman"), Some("she"), "yes"),
        ("female", None, None, "unknown"),
        ("male", Some("non-binary"), Some("they"), "no"),
        ("unknown", Some("man"), None, "yes"),
        ("other", None, Some("he"), "unknown"),
    ] {
        let view = patient::register(&nurse, told(sex, gender, pronoun, prostate)).await.unwrap();
        let details = &view.details;
        assert_eq!(view.identity.sex.as_str(), sex);
        assert_eq!((details.gender.as_deref(), details.pronoun.as_deref()), (gender, pronoun), "{sex}");
        assert_eq!((details.has_prostate.as_str(), details.name_used.as_deref()), (prostate, Some("Sam")), "{sex}");
        // A recorded sex of female never refuses.
        let request = BookVisit {
            patient_id: view.identity.patient_id,
            kind: "dre".parse().unwrap(),
            indication: "ind-dre-luts".to_owned(),
            date: nurse.today().to_string(),
            time: "09:30".to_owned(),
        };
        visit::book(&nurse, request).await.unwrap();
    }
}
