//! A consent of the fictional cast, in each of its states.

use super::*;
use crate::requisition::tests::letterhead;
use clinic::Moment;
use clinic::consent::chaperone::{PresenceConfirmed, PresentChaperone};
use clinic::consent::signature::{DrawnSignature, Point, Signature};
use clinic::consent::text::{ConsentText, SpokenGroup};
use clinic::consent::{Clinician, Identity, Offered, SpecimenWish, Withdrawal, WithdrawalPhase};
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
        interpreter: None,
        agreement: Agreement::Drawn { signature: signature() },
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
