//! Consent in the patient's language: read in any of three, signed once a translation was reviewed, and never changed
//! by a later version.

use super::audit::newest;
use super::consent::{GROUPS, agreed, arrived, asked, cover, drawn, note_of};
use practice::consent::{self, AgreementAnswer, ConsentView, InterpreterAnswer, OfferConsent, Tongue, VisitId};
use practice::settings::{self, Setting};
use practice::translation::{self, MarkReviewed, TextView, WhichText};
use practice::{Desk, document};
use tests::{ADMINISTRATOR, ClinicDay, NURSE};

async fn asked_in(desk: &Desk, visit: VisitId, text: &str, language: Tongue, spoken: Option<&str>) -> ConsentView {
    let room = consent::room(desk, visit).await.unwrap();
    let examiner_id = room.colleagues.iter().find(|colleague| colleague.examines).unwrap().staff_id;
    let (text_id, spoken) = (text.to_owned(), spoken.map(str::to_owned));
    consent::offer(desk, OfferConsent { visit_id: visit, text_id, language: Some(language), spoken, examiner_id })
        .await
        .unwrap()
}

fn which(id: &str, language: Tongue, version: &str) -> WhichText {
    WhichText { id: id.to_owned(), language, version: version.to_owned() }
}

fn read_by(reviewer: &str, qualification: &str, day: &str) -> MarkReviewed {
    MarkReviewed {
        which: which("dre", Tongue::Spanish, "1.0.0"),
        reviewer: reviewer.to_owned(),
        qualification: qualification.to_owned(),
        reviewed_on: day.to_owned(),
    }
}

fn marks(texts: &[TextView]) -> Vec<&str> {
    let spanish = texts.iter().filter(|text| text.id == "dre" && text.language == Tongue::Spanish);
    spanish.map(|text| text.approval.as_str()).collect()
}

#[tokio::test]
async fn a_translation_can_be_read_and_is_signed_only_once_it_was_reviewed() {
    let day = ClinicDay::begin().await;
    let (nurse, visit) = arrived(&day).await;
    let spanish = asked_in(&nurse, visit, "dre", Tongue::Spanish, None).await;
    assert_eq!(spanish.text.title, "Exploración de la próstata con un dedo");
    assert_eq!(spanish.text.groups[0].title, "Qué se va a hacer y por qué");
    assert!(spanish.text.groups[0].elements[0].text.ends_with("(urología) hará la exploración."));
    let refused = consent::give(&nurse, agreed(&spanish, &GROUPS, drawn())).await.unwrap_err();
    assert_eq!(refused.code, "text-not-reviewed");
    assert!(!document::consent_pages(&nurse, spanish.consent_id).await.unwrap().is_empty(), "it prints, marked");
    assert_eq!(translation::list(&nurse).await.unwrap_err().code, "not-permitted");
    drop(nurse);

    let administrator = day.desk(ADMINISTRATOR).await;
    assert_eq!(marks(&translation::list(&administrator).await.unwrap()), ["not-reviewed-by-a-translator"]);
    let empty = translation::mark_reviewed(&administrator, read_by("", " ", "2026-11-24")).await.unwrap_err();
    let fields: Vec<_> = empty.fields.iter().map(|field| field.field.as_str()).collect();
    assert_eq!(fields, ["reviewer", "qualification", "reviewedOn"], "the day has not come");
    let good = || read_by("Marta Ruiz", "sworn translator", "2026-11-20");
    let texts = translation::mark_reviewed(&administrator, good()).await.unwrap();
    assert_eq!(marks(&texts), ["awaiting-clinical-sign-off"]);
    assert_eq!(newest(&administrator).await[0], "consent-text.review");
    assert_eq!(translation::mark_reviewed(&administrator, good()).await.unwrap_err().code, "stale");
    let english = MarkReviewed { which: which("dre", Tongue::English, "1.0.0"), ..good() };
    let refused = translation::mark_reviewed(&administrator, english).await.unwrap_err();
    assert_eq!(refused.code, "translation-not-needed");
    drop(administrator);

    let nurse = day.desk(NURSE).await;
    let stale = consent::give(&nurse, agreed(&spanish, &GROUPS, drawn())).await.unwrap_err();
    assert_eq!(stale.code, "text-not-reviewed", "what was read before the review stays as it was read");
    let again = asked_in(&nurse, visit, "dre", Tongue::Spanish, None).await;
    let given = consent::give(&nurse, agreed(&again, &GROUPS, drawn())).await.unwrap();
    assert_eq!(given.text.review.unwrap().reviewer, "Marta Ruiz");
    assert!(consent::verify(&nurse, given.consent_id).await.unwrap().sound);
    drop(nurse);
    let told = note_of(&day, visit).await;
    let review = "The translation was reviewed on 2026-11-20 by Marta Ruiz, sworn translator.";
    assert!(told.contains(review), "{told}");
}

#[tokio::test]
async fn a_new_version_is_read_from_its_day_on_and_never_changes_an_old_record() {
    let day = ClinicDay::begin().await;
    let (nurse, visit) = arrived(&day).await;
    let old = asked(&nurse, visit, "four-glass").await;
    let given = consent::give(&nurse, agreed(&old, &GROUPS, drawn())).await.unwrap();
    let room = consent::room(&nurse, visit).await.unwrap();
    assert_eq!((given.text.version.as_str(), room.changes.len()), ("1.0.0", 0));
    drop(nurse);
    day.wait_minutes(24 * 60);

    let nurse = day.desk(NURSE).await;
    let room = consent::room(&nurse, visit).await.unwrap();
    let kept = &room.consents[0];
    assert_eq!((kept.text.version.as_str(), kept.text == given.text), ("1.0.0", true));
    assert!(consent::verify(&nurse, kept.consent_id).await.unwrap().sound);
    let now = room.texts.iter().find(|text| text.id == "four-glass").unwrap();
    assert_eq!((now.version.as_str(), room.changes[0].version_now.as_str()), ("1.1.0", "1.1.0"));
    let changed: Vec<_> = room.changes[0].changes.iter().map(|one| one.statement.as_str()).collect();
    assert_eq!(changed, ["who", "right-to-stop"]);
    drop(nurse);

    let administrator = day.desk(ADMINISTRATOR).await;
    let newer = translation::read(&administrator, which("four-glass", Tongue::English, "1.1.0")).await.unwrap();
    assert_eq!(newer.changes.unwrap().len(), 2);
    let first = translation::read(&administrator, which("four-glass", Tongue::English, "1.0.0")).await.unwrap();
    assert!(first.changes.is_none());
    let texts = translation::list(&administrator).await.unwrap();
    let used: Vec<_> = texts
        .iter()
        .filter(|text| text.id == "four-glass" && text.language == Tongue::English)
        .map(|text| (text.version.as_str(), text.in_force, text.effective_until.as_deref()))
        .collect();
    assert_eq!(used, [("1.0.0", false, Some("2026-11-23")), ("1.1.0", true, None)]);
}

#[tokio::test]
async fn in_any_other_language_an_interpreter_reads_it_out_and_is_named() {
    let day = ClinicDay::begin().await;
    let (nurse, visit) = arrived(&day).await;
    let polish = asked_in(&nurse, visit, "four-glass", Tongue::English, Some("Polish")).await;
    let interpreter = |kind: &str, minor: bool, signed: bool| {
        let AgreementAnswer::Drawn { signature } = drawn() else { panic!("drawn") };
        let signature = signed.then_some(signature);
        let (language, name) = ("Polish".to_owned(), "M. Nowak, 4471".to_owned());
        InterpreterAnswer { language, kind: kind.parse().unwrap(), name, family: minor, minor, signature }
    };
    let mut code = Vec::new();
    for interpreter in [
        None,
        Some(interpreter("in-person", true, true)),
        Some(interpreter("in-person", false, false)),
        Some(interpreter("telephone", false, true)),
    ] {
        let mut give = agreed(&polish, &GROUPS, drawn());
        give.interpreter = interpreter;
        let refused = consent::give(&nurse, give).await.unwrap_err();
        code.push(format!("{}: {}", refused.fields[0].field, refused.code));
    }
    assert_eq!(
        code,
        [
            "interpreter: interpreter-needed",
            "interpreter: interpreter-unfit",
            "interpreterSignature: interpreter-signature-missing",
            "interpreter: interpreter-unfit",
        ]
    );
    let mut give = agreed(&polish, &GROUPS, drawn());
    give.interpreter = Some(interpreter("telephone", false, false));
    let given = consent::give(&nurse, give).await.unwrap();
    assert_eq!(given.spoken.as_deref(), Some("Polish"));
    drop(nurse);
    let told = note_of(&day, visit).await;
    assert!(told.contains("read out in Polish"), "{told}");
    assert!(told.contains("M. Nowak, 4471 interpreted into Polish for the patient, by telephone."), "{told}");
}

#[tokio::test]
async fn the_clinic_says_which_form_is_the_least_for_each_procedure() {
    let day = ClinicDay::begin().await;
    let administrator = day.desk(ADMINISTRATOR).await;
    let set = |name: &str, value: &str| Setting { name: name.to_owned(), value: value.to_owned() };
    let mistyped = settings::keep(&administrator, vec![set("consent-form-dre", "shouted")]).await.unwrap_err();
    assert_eq!(mistyped.fields[0].field, "consent-form-dre");
    settings::keep(&administrator, vec![set("consent-form-dre", "written")]).await.unwrap();
    drop(administrator);
    let (nurse, visit) = arrived(&day).await;
    let dre = asked(&nurse, visit, "dre").await;
    assert_eq!(dre.text.minimum_form.as_str(), "written");
    let spoken = consent::give(&nurse, agreed(&dre, &GROUPS, AgreementAnswer::Verbal)).await.unwrap_err();
    assert_eq!(spoken.code, "signature-needed");
    consent::give(&nurse, agreed(&dre, &GROUPS, drawn())).await.unwrap();
    assert!(cover(&consent::room(&nurse, visit).await.unwrap()).starts_with("dre: covered"));
}
