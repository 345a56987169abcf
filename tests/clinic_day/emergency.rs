//! An examination that cannot wait: one decision of the urologist, for the examination alone, reviewed by somebody else.

use super::patient::book_for;
use super::safety::{answer_none, ask_everything, light, take_time_out, typed};
use practice::consent::{self, DeclineConsent, OfferConsent};
use practice::emergency::{self, DeclareEmergency};
use practice::incident::{self, ReviewIncident};
use practice::screening::{self, OneOverride, OverrideRules};
use practice::time_out::{self, TakeTimeOut};
use practice::{Desk, Refusal, note, today, visit};
use serde_json::{Value, json};
use tests::{ClinicDay, NURSE, UROLOGIST};

fn declared(visit: visit::VisitId, part: (&str, Value)) -> DeclareEmergency {
    let mut whole = json!({
        "visitId": visit, "reason": "retention with fever", "capacity": "present", "patientTold": true,
        "passphrase": UROLOGIST.passphrase,
    });
    whole[part.0] = part.1;
    serde_json::from_value(whole).unwrap()
}

fn as_it_is() -> (&'static str, Value) {
    ("reason", "retention with fever".into())
}

fn field(refusal: &Refusal) -> &str {
    refusal.fields.first().map_or("", |beside| beside.field.as_str())
}

/// Checked in without a word of consent; the urologist is at the desk.
async fn nobody_agreed(day: &ClinicDay, kind: &str, indication: &str, fever: bool) -> (Desk, visit::VisitRow) {
    let nurse = day.desk(NURSE).await;
    let row = book_for(&nurse, "Sommer", kind, indication).await;
    visit::arrive(&nurse, row.visit_id).await.unwrap();
    ask_everything(&nurse, row.visit_id, &[]).await;
    let mut signs = typed(row.visit_id, if fever { "38.6" } else { "36.8" }, "degC");
    (signs.confirmed, signs.vitals.breaths) = (true, "16".to_owned());
    screening::measure(&nurse, signs).await.unwrap();
    if fever {
        let looked = super::safety::answers(row.visit_id, &[("looks-ill", "no"), ("new-confusion", "no")]);
        screening::answer(&nurse, looked).await.unwrap();
    }
    screening::close_check_in(&nurse, row.visit_id).await.unwrap();
    drop(nurse);
    let urologist = day.desk(UROLOGIST).await;
    answer_none(&urologist, row.visit_id).await;
    (urologist, row)
}

#[tokio::test]
async fn one_decision_stands_for_consent_and_chaperone_and_never_for_a_massage() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = nobody_agreed(&day, "four-glass", "ind-four-glass", false).await;
    let visit = row.visit_id;
    assert_eq!(take_time_out(&urologist, visit).await.unwrap_err().code, "not-cleared");
    for (part, beside) in [
        (("reason", json!(" ")), "reason"),
        (("capacity", Value::Null), "capacity"),
        (("patientTold", Value::Null), "patientTold"),
        (("passphrase", json!("not her passphrase at all")), "passphrase"),
    ] {
        assert_eq!(field(&emergency::declare(&urologist, declared(visit, part)).await.unwrap_err()), beside);
    }
    let room = emergency::declare(&urologist, declared(visit, as_it_is())).await.unwrap();
    assert!(room.emergency);
    let twice = emergency::declare(&urologist, declared(visit, as_it_is())).await.unwrap_err();
    assert_eq!(twice.code, "emergency-declared");
    let said = TakeTimeOut { visit_id: visit, name_said: true, second_identifier_said: true, consent_stands: false };
    let taken = time_out::take(&urologist, said).await.unwrap();
    assert!(light(&taken.room, "dre").starts_with("proceed-with-notes"), "{}", light(&taken.room, "dre"));
    assert!(light(&taken.room, "mas").starts_with("blocked"), "{}", light(&taken.room, "mas"));
    let draft = note::room(&urologist, row.procedure_id).await.unwrap().draft;
    let text = draft.sections.iter().flat_map(|one| one.paragraphs.clone()).collect::<Vec<_>>().join(" ");
    assert!(text.contains("Emergency examination without what consent asks"), "{text}");
    assert!(text.contains("retention with fever; the patient was told"), "{text}");

    let open = incident::list(&urologist).await.unwrap();
    let words = &open[0].chart.as_ref().unwrap().words;
    assert!(words.contains("To be reviewed by somebody else until 26 Nov 2026"), "{words}");
    let review = ReviewIncident { incident_id: open[0].incident_id, words: "It could not wait.".to_owned() };
    assert_eq!(incident::review(&urologist, review).await.unwrap_err().code, "own-incident");

    // Three days on nobody has looked at it.
    assert!(!open[0].overdue && open[0].review_until.is_some());
    assert_eq!(overdue(&urologist).await, 0);
    drop(urologist);
    day.wait_minutes(72 * 60 + 1);
    let urologist = day.desk(UROLOGIST).await;
    let open = incident::list(&urologist).await.unwrap();
    assert!(open[0].overdue);
    assert_eq!(overdue(&urologist).await, 1);
}

async fn overdue(desk: &Desk) -> u32 {
    let loops = today::list(desk, None).await.unwrap().open_loops;
    loops.iter().find(|one| one.kind == "overdue-reviews").map_or(0, |one| one.count)
}

#[tokio::test]
async fn who_declines_is_not_examined_in_any_emergency() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = nobody_agreed(&day, "dre", "ind-dre-luts", false).await;
    let room = consent::room(&urologist, row.visit_id).await.unwrap();
    let examiner_id = room.colleagues.iter().find(|colleague| colleague.examines).unwrap().staff_id;
    let offer = OfferConsent {
        visit_id: row.visit_id,
        text_id: room.texts[0].id.clone(),
        language: None,
        spoken: None,
        examiner_id,
    };
    let offered = consent::offer(&urologist, offer).await.unwrap();
    let decline = DeclineConsent { consent_id: offered.consent_id, version: offered.version, reason: None };
    consent::decline(&urologist, decline).await.unwrap();
    let refused = emergency::declare(&urologist, declared(row.visit_id, as_it_is())).await.unwrap_err();
    assert_eq!(refused.code, "consent-refused");
    drop(urologist);
    let nurse = day.desk(NURSE).await;
    let refused = emergency::declare(&nurse, declared(row.visit_id, as_it_is())).await.unwrap_err();
    assert_eq!(refused.code, "not-permitted");
}

#[tokio::test]
async fn what_is_looked_for_is_one_confirmation() {
    let day = ClinicDay::begin().await;
    let (urologist, row) = nobody_agreed(&day, "dre", "ind-dre-abp", true).await;
    let best_interests = declared(row.visit_id, ("capacity", "best-interests".into()));
    let room = emergency::declare(&urologist, best_interests).await.unwrap();
    let verdict = &room.room.verdicts.acts[0];
    let standing =
        verdict.fired.iter().filter(|one| one.severity.as_str() == "relative" && one.stands.as_str() == "stands");
    let standing: Vec<&str> = standing.map(|one| one.id.as_str()).collect();
    assert_eq!(standing, ["gentle-palpation"], "{verdict:#?}");
    let confirm = OneOverride {
        id: "gentle-palpation".to_owned(),
        act: "dre".parse().unwrap(),
        reason: "mitigation-in-place".parse().unwrap(),
        text: None,
        patient_told: true,
    };
    let request =
        OverrideRules { visit_id: row.visit_id, overrides: vec![confirm], passphrase: UROLOGIST.passphrase.to_owned() };
    screening::override_rules(&urologist, request).await.unwrap();
    take_time_out(&urologist, row.visit_id).await.unwrap();
}
