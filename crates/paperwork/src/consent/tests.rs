//! A consent of the fictional cast, in each of its states.

use super::*;
use crate::requisition::tests::letterhead;
use clinic::Moment;
use clinic::consent::chaperone::{
    Chaperone, ChaperoneOffer, ChaperoneOutcome, ChaperoneResponse, PresenceConfirmed, PresentChaperone,
};
use clinic::consent::edition::in_force;
use clinic::consent::signature::{DrawnSignature, Point, Signature};
use clinic::consent::text::{ConsentText, SpokenGroup};
use clinic::consent::{
    Assessed, Capacity, Clinician, Countersignature, Evidence, Identity, InterpreterKind, Offered, OwnSecret,
    SigningPart, SpecimenWish, Tongue, Trainee, TranslationReview, Withdrawal, WithdrawalPhase,
};
use clinic::procedure::ProcedureKind;
use uuid::Uuid;

const TEXT: &str = include_str!("../../../../content/consent/four-glass.en.json");

fn at(minute: u32) -> Moment {
    format!("2026-11-22T09:{minute:02}:00+01:00").parse().unwrap()
}

fn person(number: u128, name: &str, role: &str) -> Clinician {
    Clinician { staff: Uuid::from_u128(number).into(), name: name.to_owned(), role: role.to_owned() }
}

pub(crate) fn identity() -> Identity {
    Identity {
        patient: Uuid::from_u128(1).into(),
        name: "LINDQVIST, Henrik".to_owned(),
        birth_date: "1961-04-09".to_owned(),
        mrn: "FG-1042".to_owned(),
    }
}

/// A flourish: two zigzags that grow smaller, and a dot.
fn signature() -> Signature {
    let zigzag = |from: u16, turns: u16, start: u32| -> Vec<Point> {
        (0..turns)
            .map(|turn| {
                let swing = 70 - turn * 60 / turns;
                let y = if turn % 2 == 0 { 100 - swing } else { 100 + swing };
                Point { x: from + turn * 24, y, t: start + u32::from(turn) * 80 }
            })
            .collect()
    };
    let strokes = vec![zigzag(40, 14, 0), zigzag(340, 9, 2_000), vec![Point { x: 575, y: 130, t: 3_000 }]];
    Signature::parse(DrawnSignature { width: 640, height: 200, strokes }).unwrap()
}

fn offered() -> Offered {
    let text = ConsentText::parse(TEXT).unwrap();
    Offered {
        consent: Uuid::from_u128(2).into(),
        visit: Uuid::from_u128(3).into(),
        procedure: Uuid::from_u128(4).into(),
        kind: ProcedureKind::FourGlass,
        acts: text.acts.clone(),
        identity: identity(),
        minor: false,
        spoken: None,
        text: text.render("Dr Ada Okafor", "urologist", &[]),
        text_sha256: "9f2c".repeat(16),
        examiner: person(5, "Dr Ada Okafor", "urologist"),
        offered_by: person(6, "Ruth Obi", "nurse"),
        offered_at: at(1),
    }
}

fn evidence() -> Evidence {
    Evidence {
        groups: SpokenGroup::ALL.to_vec(),
        trainee: None,
        chaperone: Chaperone {
            offer: ChaperoneOffer::Yes { by: Uuid::from_u128(6).into(), at: at(2) },
            response: Some(ChaperoneResponse::Accepted),
            preference: None,
            clinician_requires: false,
            present: Some(PresentChaperone {
                staff: Some(Uuid::from_u128(7).into()),
                name: "Tom Adeyemi".to_owned(),
                role: "nurse".to_owned(),
                trained: true,
                gender: None,
                arrived: Some(at(5)),
                left: None,
                confirmed: PresenceConfirmed::Pin,
            }),
            outcome: ChaperoneOutcome::ProceededWith,
        },
        capacity: Capacity::Present,
        assessed: None,
        minor: None,
        interpreter: None,
        agreement: Agreement::Drawn { signature: signature() },
        witness: None,
        device: None,
        countersigned: Vec::new(),
    }
}

fn given() -> Given {
    offered().give(evidence(), person(6, "Ruth Obi", "nurse"), at(4)).unwrap()
}

pub(crate) fn paper() -> ConsentPaper {
    ConsentPaper { letterhead: letterhead(), consent: Consent::Given(Box::new(given())), seal: "41d7".repeat(16) }
}

#[test]
fn a_consent_is_printed_whole() {
    let typeset = set_consent(&paper()).unwrap();
    assert!((2..=3).contains(&typeset.page_count()), "{} pages", typeset.page_count());
    assert!(typeset.pdf().unwrap().starts_with(b"%PDF"));
}

#[test]
fn every_state_says_what_it_is() {
    let withdrawal = Withdrawal {
        answered: None,
        at: at(20),
        phase: WithdrawalPhase::BeforeMassage,
        recorded_by: person(6, "Ruth Obi", "nurse"),
        reason: None,
        collected: vec![],
        specimens: SpecimenWish::Held,
    };
    for (consent, says) in [
        (Consent::Offered(offered()), "Not yet answered"),
        (Consent::Given(Box::new(given())), "Given on 2026-11-22 09:04"),
        (offered().decline(None, person(6, "Ruth Obi", "nurse"), at(4)), "The patient declined on 2026-11-22 09:04"),
        (given().withdraw(withdrawal), "Given, and withdrawn by the patient on 2026-11-22 09:20"),
    ] {
        assert_eq!(state(&consent), says);
        let typeset = set_consent(&ConsentPaper { consent, ..paper() });
        assert!(typeset.is_ok(), "{says}: {}", typeset.unwrap_err());
    }
}

/// The same consent in another language, reviewed or not, with everybody who can have a part in it.
fn translated(tongue: Tongue, reviewed: bool) -> Consent {
    let edition = in_force("four-glass", tongue, "2026-11-23".parse().unwrap()).unwrap();
    let review = reviewed.then(|| TranslationReview {
        reviewer: "Marta Ruiz".to_owned(),
        qualification: "sworn translator".to_owned(),
        reviewed_on: "2026-11-20".to_owned(),
    });
    let text = edition.text.render("Dr Ada Okafor", "urologist", &[]).reviewed(review);
    let offered = Offered { text, ..offered() };
    if !reviewed {
        return Consent::Offered(offered);
    }
    let nurse = || person(6, "Ruth Obi", "nurse");
    let interpreter = Interpreter {
        language: "Quechua".to_owned(),
        kind: InterpreterKind::InPerson,
        name: "A. Mamani, 4471".to_owned(),
        family: false,
        minor: false,
        signature: Some(signature()),
    };
    let trainee = Trainee { name: "Jo Vance".to_owned(), role: "registrar".to_owned(), agreed: false };
    let mut given = Evidence {
        assessed: Some(Assessed { by: nurse(), at: at(3) }),
        interpreter: Some(interpreter),
        trainee: Some(trainee),
        device: Some("pen on Linux x86_64".to_owned()),
        ..evidence()
    };
    let by = nurse();
    given.countersigned = vec![Countersignature { part: SigningPart::Clinician, by, how: OwnSecret::Pin, at: at(5) }];
    Consent::Given(Box::new(offered.give(given, nurse(), at(4)).unwrap()))
}

#[test]
fn the_paper_speaks_the_language_of_its_text() {
    for (tongue, says) in
        [(Tongue::Spanish, "Dado el 2026-11-22 09:04"), (Tongue::German, "Erteilt am 2026-11-22 09:04")]
    {
        let consent = translated(tongue, true);
        assert!(state(&consent).starts_with(says), "{}", state(&consent));
        let facts = facts::agreement(super::given(&consent).unwrap());
        let english = facts::agreement(&given());
        for fact in &facts {
            assert!(!english.iter().any(|known| known.label == fact.label), "{} is English", fact.label);
        }
        let typeset = set_consent(&ConsentPaper { consent, ..paper() }).unwrap();
        assert!((2..=4).contains(&typeset.page_count()), "{} pages", typeset.page_count());
    }
}

#[test]
fn an_unreviewed_translation_says_so_and_a_reviewed_one_says_by_whom() {
    let mark = |reviewed| {
        let consent = translated(Tongue::German, reviewed);
        let text = consent.offered().text.clone();
        let typeset = set_consent(&ConsentPaper { consent, ..paper() });
        assert!(typeset.is_ok());
        approval(Words::in_language(text.language), &text)
    };
    assert_eq!(mark(false), "Diese Übersetzung wurde nicht fachkundig geprüft. Sie kann nicht unterschrieben werden.");
    assert!(
        mark(true).ends_with("Übersetzung geprüft am 2026-11-20 von Marta Ruiz, sworn translator."),
        "{}",
        mark(true)
    );
}
