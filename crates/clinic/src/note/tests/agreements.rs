//! What was asked, agreed and decided before anybody was touched, and what is put right after the note was signed.

use super::*;
use crate::consent::{Interpreter, InterpreterKind, LegalBasis, Representative};
use crate::screening::{Group, item};

fn present(trained: bool, confirmed: PresenceConfirmed) -> PresentChaperone {
    PresentChaperone {
        staff: None,
        name: "Ines Marsh".to_owned(),
        role: "receptionist".to_owned(),
        trained,
        gender: Some("female".to_owned()),
        arrived: Some(at("09:57:00")),
        left: None,
        confirmed,
    }
}

#[test]
fn an_untrained_chaperone_and_one_who_was_not_offered() {
    let mut facts = finished();
    facts.consents = Vec::new();
    facts.chaperone = Some(Chaperone {
        response: Some(ChaperoneResponse::Requested),
        preference: Some("a woman".to_owned()),
        clinician_requires: true,
        present: Some(present(false, PresenceConfirmed::NotConfirmed)),
        outcome: ChaperoneOutcome::ProceededWith,
        ..chaperone()
    });
    insta::assert_snapshot!(check(&facts, &[SectionKind::Consent]), @"
    Consent and chaperone
    No consent was recorded. A chaperone was offered at 09:42; the patient had asked for one. The patient’s preference was: a woman. The clinician required a chaperone. Ines Marsh (receptionist, female, not trained as a chaperone) was present from 09:57.
    ");
    facts.chaperone = Some(Chaperone {
        offer: ChaperoneOffer::No { reason: "nobody trained was in the house.".to_owned() },
        response: Some(ChaperoneResponse::Requested),
        outcome: ChaperoneOutcome::Rebooked,
        ..chaperone()
    });
    insta::assert_snapshot!(check(&facts, &[SectionKind::Consent]), @"
    Consent and chaperone
    No consent was recorded. No chaperone was offered, for this reason: nobody trained was in the house. The patient had asked for one. The visit was to be rebooked with a chaperone.
    ");
}

#[test]
fn a_representative_decides_and_an_interpreter_speaks() {
    let mut facts = finished();
    let mut consent = given(FOUR_GLASS, drawn());
    consent.evidence.capacity = Capacity::Lacking {
        representative: Representative {
            name: "Grace Okafor".to_owned(),
            basis: LegalBasis::Proxy,
            document_seen: true,
        },
    };
    consent.evidence.interpreter = Some(Interpreter {
        language: "Igbo".to_owned(),
        kind: InterpreterKind::Telephone,
        name: "interpreter 4711".to_owned(),
        family: false,
        minor: false,
        signature: None,
    });
    facts.consents = vec![Consent::Given(Box::new(consent.clone()))];
    insta::assert_snapshot!(check(&facts, &[SectionKind::Consent]), @"
    Consent and chaperone
    Consent to “Four-glass test with prostate massage” (text four-glass 1.0.0, en) was given by Grace Okafor for the patient at 09:45, with a drawn signature. Nora Quist, nurse, recorded it; what would be done and why, risks and alternatives, the right to stop, and the patient’s questions and understanding were each gone through. The patient lacked capacity; Grace Okafor decided as health-care proxy, and the document for this was seen. Interpreter 4711 interpreted into Igbo for the patient, by telephone.
    A chaperone was offered at 09:42 and declined. The visit went on without a chaperone.
    ");
    consent.evidence.interpreter = Some(Interpreter {
        language: "Igbo".to_owned(),
        kind: InterpreterKind::InPerson,
        name: "Ada Okafor".to_owned(),
        family: true,
        minor: false,
        signature: None,
    });
    consent.evidence.capacity = Capacity::Present;
    facts.consents = vec![Consent::Given(Box::new(consent))];
    facts.chaperone = Some(Chaperone {
        response: Some(ChaperoneResponse::Accepted),
        present: Some(present(true, PresenceConfirmed::Passphrase)),
        outcome: ChaperoneOutcome::ProceededWith,
        ..chaperone()
    });
    insta::assert_snapshot!(check(&facts, &[SectionKind::Consent]), @"
    Consent and chaperone
    Consent to “Four-glass test with prostate massage” (text four-glass 1.0.0, en) was given by the patient at 09:45, with a drawn signature. Nora Quist, nurse, recorded it; what would be done and why, risks and alternatives, the right to stop, and the patient’s questions and understanding were each gone through. The patient had capacity to decide. Ada Okafor, a member of the family, interpreted into Igbo for the patient, in person.
    A chaperone was offered at 09:42 and accepted. Ines Marsh (receptionist, female, trained as a chaperone) was present from 09:57. Ines Marsh confirmed this by signing on with the passphrase.
    ");
}

/// The whole history as it is asked, with no to all of it but what is named.
fn whole_history() -> Answers {
    let asked = [
        "acute-uti",
        "immunosuppression",
        "diabetes",
        "acute-bacterial-prostatitis",
        "gu-tuberculosis",
        "looks-ill",
        "new-confusion",
        "acute-retention",
        "catheter",
        "recent-anorectal-surgery",
        "anal-fissure",
        "rectal-disease",
        "anticoagulant",
        "bleeding-diathesis",
        "prostate-cancer-known",
        "recent-turp",
        "recent-cardiac-event",
        "vasovagal-history",
        "latex-allergy",
        "lubricant-allergy",
        "psa-draw-pending",
        "five-ari",
        "bladder-hold",
    ];
    let mut answers = Answers::default();
    for id in asked {
        let item = item(id).unwrap();
        let what = matter(&item.question);
        answers.topics.insert(what.clone(), item.group);
        match id {
            "anticoagulant" => answers.present.push((what, Some("apixaban, last taken at 07:00".to_owned()))),
            "recent-turp" => answers.unknown.push(what),
            _ => answers.absent.push(what),
        }
    }
    answers.measured = vec![("INR".to_owned(), "2.4".to_owned()), ("platelets".to_owned(), "180 10^9/L".to_owned())];
    answers.unmeasured = vec![matter("Absolute neutrophil count")];
    answers
}

#[test]
fn a_long_history_is_said_list_by_list() {
    let mut facts = finished();
    facts.symptoms = Answers {
        absent: ["rigors-24h", "fever-48h", "frequency-urgency", "pain", "slow-stream", "discharge-swelling"]
            .map(|id| matter(&item(id).unwrap().question))
            .to_vec(),
        ..Answers::default()
    };
    facts.history = whole_history();
    facts.time_out = None;
    insta::assert_snapshot!(check(&facts, &[SectionKind::Assessment]), @"
    Assessment before the procedure
    At 09:20 the temperature was 36.8 °C, the pulse 72 per minute and the blood pressure 128/78 mmHg.
    The patient reported none of these: shaking chills in the last 24 hours; fever (felt or measured) in the last 48 hours; passing urine often or with a sudden urge; pain (perineum, pelvis, low back, flank or testicle); a slow stream or inability to pass urine; and discharge or a swollen testicle.
    The history includes an anticoagulant or two drugs against platelets (apixaban, last taken at 07:00). The record gives INR as 2.4 and platelets as 180 10^9/L. The answer is not known for an operation for an enlarged prostate (TURP, HoLEP or another) in the last 12 weeks. There was no reason to measure absolute neutrophil count.
    On infection, the answer was no to a urinary infection with symptoms (found or under treatment now); weakened immunity (transplant, chemotherapy, high-dose steroid, biologic, uncontrolled diabetes or advanced HIV); diabetes (however well controlled); acute bacterial prostatitis (known or suspected); and suspected tuberculosis of the urinary or genital tract. On signs of sepsis, it was no to looking seriously ill and new confusion. On the urinary tract, it was no to inability to pass any urine now (acute retention) and a catheter (indwelling or intermittent) in the last 48 hours. On the anus and rectum, it was no to an operation in the last 6 weeks (on the anus, rectum or low colon), acute painful anal fissure and rectal disease (cancer, active proctitis or bowel inflammation, or radiation proctitis). On bleeding, it was no to a bleeding disorder (haemophilia, von Willebrand disease or another). On cancer and earlier procedures, it was no to known prostate cancer. On nerves, heart and posture, it was no to a cardiac event (heart attack, unstable angina or dangerous arrhythmia) in the last 30 days and fainting at procedures. On allergy, it was no to latex allergy and reaction to a lubricant (or chlorhexidine or parabens). On what could spoil a sample, it was no to an order at this visit for a blood test (PSA, free PSA, phi or 4Kscore), a hormonal drug (finasteride, dutasteride, oestrogen, anti-androgen or GnRH drug) in the last 6 months and passing urine in the last 2 hours.
    The safety check at check-in (09:31) let the massage proceed, with notes: takes an anticoagulant.
    ");
    assert!(facts.history.topics.values().any(|group| *group == Group::Bleeding));
}

#[test]
fn the_same_override_is_said_once() {
    let mut facts = finished();
    facts.vitals[0].breaths = Some(14);
    let made = OverrideFacts {
        item: "Anticoagulant".to_owned(),
        reason: "Spoken with the cardiologist, who agrees.".to_owned(),
        by: "Ada Brandt".to_owned(),
        at: at("09:50:00"),
        patient_told: false,
    };
    let reasons = vec!["Bleeding is more likely; drugs are not stopped for an examination.".to_owned()];
    let verdict = |step: &str, time: &str, act: Act, verdict: &str, reasons: &[String]| VerdictFacts {
        step: step.to_owned(),
        at: at(time),
        act,
        verdict: verdict.to_owned(),
        reasons: reasons.to_vec(),
        overrides: if act == Act::Massage { vec![made.clone()] } else { Vec::new() },
    };
    facts.verdicts = vec![
        verdict("check-in", "09:31:00", Act::Dre, "clear", &[]),
        verdict("check-in", "09:31:00", Act::Massage, "needs-override", &reasons),
        verdict("the time-out", "09:58:00", Act::Dre, "clear", &[]),
        verdict("the time-out", "09:58:00", Act::Massage, "proceed-with-notes", &reasons),
        verdict("the examination", "10:01:00", Act::Massage, "proceed-with-notes", &reasons),
    ];
    insta::assert_snapshot!(check(&facts, &[SectionKind::Assessment]), @"
    Assessment before the procedure
    At 09:20 the temperature was 36.8 °C, the pulse 72 per minute, the blood pressure 128/78 mmHg and the breathing rate 14 per minute.
    The patient reported burning (usual for this patient). The patient did not report shaking chills, fever or slow stream.
    The history includes apixaban. The answer is not known for last antibiotic. The history does not include latex allergy.
    The safety check at check-in (09:31) found nothing against the examination. The safety check at check-in (09:31) asked for a urologist’s decision before the massage: Bleeding is more likely; drugs are not stopped for an examination. The safety check at the time-out (09:58) found nothing against the examination. The safety check at the time-out (09:58) and the examination (10:01) let the massage proceed, with notes: Bleeding is more likely; drugs are not stopped for an examination. At 09:50 Ada Brandt overrode “Anticoagulant” for the massage, for this reason: Spoken with the cardiologist, who agrees; the patient was not told.
    Ada Brandt took the time-out at 09:58 and confirmed the patient’s identity by name and birth date.
    ");
}

#[test]
fn an_amended_note_says_what_was_put_right() {
    let mut facts = finished();
    facts.corrections = vec![CorrectionFacts {
        happened: None,
        what: "size by finger".to_owned(),
        old: None,
        new: "45 mL".to_owned(),
        reason: "left out at the examination.".to_owned(),
        by: "Ada Brandt".to_owned(),
        at: "2026-11-23T08:05:00+01:00".parse().unwrap(),
    }];
    facts.remarks = Some("The left lobe was larger than noted..\n\nSeen  again tomorrow".to_owned());
    insta::assert_snapshot!(check(&facts, &[SectionKind::Corrections, SectionKind::Remarks]), @"
    Corrections and late entries
    On 23 Nov 2026 at 08:05 Ada Brandt added “size by finger”: 45 mL, for this reason: left out at the examination.
    Remarks
    The left lobe was larger than noted.
    Seen again tomorrow.
    ");
}
