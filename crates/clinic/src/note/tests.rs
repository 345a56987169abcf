//! Notes as a urologist would write them: one whole day for each way a procedure can end.

use super::facts::*;
use super::*;
use crate::Moment;
use crate::consent::chaperone::{
    Chaperone, ChaperoneOffer, ChaperoneOutcome, ChaperoneResponse, PresenceConfirmed, PresentChaperone,
};
use crate::consent::signature::{DrawnSignature, Point, Signature};
use crate::consent::text::{ConsentText, SpokenGroup};
use crate::consent::{
    Agreement, Capacity, Clinician, Consent, Evidence, Identity, Offered, SpecimenWish, Withdrawal, WithdrawalPhase,
};
use crate::procedure::{Act, ProcedureKind, ProcedureStatus};
use crate::specimen::SpecimenRole;
use uuid::Uuid;

mod agreements;
mod gland;
mod lifecycle;
mod procedures;
mod properties;
mod stories;

const DRE: &str = include_str!("../../../../content/consent/dre.en.json");
const FOUR_GLASS: &str = include_str!("../../../../content/consent/four-glass.en.json");

fn at(time: &str) -> Moment {
    format!("2026-11-22T{time}+01:00").parse().unwrap()
}

fn clinician(number: u128, name: &str, role: &str) -> Clinician {
    Clinician { staff: Uuid::from_u128(number).into(), name: name.to_owned(), role: role.to_owned() }
}

fn identity() -> Identity {
    Identity {
        patient: Uuid::from_u128(13).into(),
        name: "OKAFOR, Daniel".to_owned(),
        birth_date: "1961-04-09".to_owned(),
        mrn: "FG-1042".to_owned(),
    }
}

fn chaperone() -> Chaperone {
    Chaperone {
        offer: ChaperoneOffer::Yes { by: Uuid::from_u128(2).into(), at: at("09:42:00") },
        response: Some(ChaperoneResponse::Declined),
        preference: None,
        clinician_requires: false,
        present: None,
        outcome: ChaperoneOutcome::ProceededWithout,
    }
}

fn offered(json: &str) -> Offered {
    let text = ConsentText::parse(json).unwrap();
    Offered {
        consent: Uuid::from_u128(10).into(),
        visit: Uuid::from_u128(11).into(),
        procedure: Uuid::from_u128(12).into(),
        kind: text.kind,
        acts: text.acts.clone(),
        identity: identity(),
        minor: false,
        spoken: None,
        text: text.render("Ada Brandt", "urologist", &[]),
        text_sha256: "00".repeat(32),
        examiner: clinician(1, "Ada Brandt", "urologist"),
        offered_by: clinician(2, "Nora Quist", "nurse"),
        offered_at: at("09:40:00"),
    }
}

fn given(json: &str, agreement: Agreement) -> crate::consent::Given {
    let evidence = Evidence {
        groups: SpokenGroup::ALL.to_vec(),
        trainee: None,
        chaperone: chaperone(),
        capacity: Capacity::Present,
        assessed: None,
        minor: None,
        interpreter: None,
        agreement,
        witness: None,
        device: None,
        countersigned: Vec::new(),
    };
    offered(json).give(evidence, clinician(2, "Nora Quist", "nurse"), at("09:45:00")).unwrap()
}

fn drawn() -> Agreement {
    let points = vec![Point { x: 20, y: 80, t: 0 }, Point { x: 320, y: 90, t: 640 }];
    let signature = Signature::parse(DrawnSignature { width: 600, height: 200, strokes: vec![points] }).unwrap();
    Agreement::Drawn { signature }
}

fn collected(role: SpecimenRole, time: &str, amount: &str, accession: &str) -> GlassFacts {
    let end = GlassEnd::Collected {
        at: at(time),
        amount: Some(amount.to_owned()),
        appearance: (role == SpecimenRole::Eps).then(|| "milky".to_owned()),
        how: None,
        accession: Some(accession.to_owned()),
        label_verified: true,
    };
    GlassFacts { role, end, flags: Vec::new() }
}

fn not_obtained(role: SpecimenRole, reason: &str) -> GlassFacts {
    GlassFacts { role, end: GlassEnd::NotObtained { reason: reason.to_owned(), at: None }, flags: Vec::new() }
}

/// A patient who is well, and whose four glasses were all collected.
fn finished() -> NoteFacts {
    NoteFacts {
        clinic: "Fourglass Clinic".to_owned(),
        kind: ProcedureKind::FourGlass,
        status: ProcedureStatus::Finished,
        patient: identity(),
        age: Some(65),
        came_at: at("09:15:00"),
        indication: "chronic pelvic pain, to look for a bacterial cause".to_owned(),
        vitals: vec![VitalsFacts {
            at: at("09:20:00"),
            temperature: Some("36.8 °C".to_owned()),
            pulse: Some(72),
            pressure: Some((128, 78)),
            breaths: None,
        }],
        symptoms: Answers {
            present: vec![("burning".to_owned(), Some("usual for this patient".to_owned()))],
            absent: vec!["shaking chills".to_owned(), "fever".to_owned(), "slow stream".to_owned()],
            ..Answers::default()
        },
        history: Answers {
            present: vec![("apixaban".to_owned(), None)],
            absent: vec!["latex allergy".to_owned()],
            unknown: vec!["last antibiotic".to_owned()],
            ..Answers::default()
        },
        verdicts: vec![VerdictFacts {
            step: "check-in".to_owned(),
            at: at("09:31:00"),
            act: Act::Massage,
            verdict: "proceed-with-notes".to_owned(),
            reasons: vec!["takes an anticoagulant".to_owned()],
            overrides: Vec::new(),
        }],
        consents: vec![Consent::Given(Box::new(given(FOUR_GLASS, drawn())))],
        chaperone: Some(chaperone()),
        time_out: Some(TimeOutFacts {
            at: at("09:58:00"),
            by: "Ada Brandt".to_owned(),
            identifiers: vec!["name".to_owned(), "birth date".to_owned()],
        }),
        gate: Some(GateFacts {
            at: at("10:01:00"),
            as_one: true,
            inspection: "nothing that stops us".to_owned(),
            tenderness: "mild".to_owned(),
            consistency: "normal".to_owned(),
            warmth: false,
            fluctuance: false,
            passed: true,
        }),
        findings: Some(findings()),
        massage: Some(MassageFacts {
            strokes_why: None,
            said_completed: false,
            started: at("10:02:10"),
            told: false,
            stopped: Some(at("10:03:12")),
            strokes: Some((8, 9)),
            broken_off: None,
            long_because: None,
        }),
        glasses: vec![
            collected(SpecimenRole::Vb1, "09:54:00", "10 mL", "U26-000123-1 9"),
            collected(SpecimenRole::Vb2, "09:56:00", "30 mL", "U26-000123-2 8"),
            collected(SpecimenRole::Eps, "10:03:20", "drops", "U26-000123-3 7"),
            collected(SpecimenRole::Vb3, "10:05:12", "8 mL", "U26-000123-4 6"),
        ],
        room_tests: vec!["dipstick of VB2: nitrite negative, leukocyte esterase negative".to_owned()],
        stop: None,
        ended_at: Some(at("10:12:00")),
        order: Some(OrderFacts {
            number: "U26-000123".to_owned(),
            laboratory: "Central Laboratory".to_owned(),
            sent_at: Some(at("10:15:00")),
            roles: SpecimenRole::FOUR_GLASS.to_vec(),
            tests: vec!["quantitative culture".to_owned(), "leukocyte count".to_owned()],
        }),
        aftercare: Some(AftercareFacts {
            at: at("10:11:00"),
            checked: vec!["feels well".to_owned(), "has passed urine".to_owned()],
            left: false,
            sheet: Some(("1.0.0".to_owned(), "English".to_owned())),
            call_due: Some("24 Nov 2026".to_owned()),
        }),
        adverse_events: Vec::new(),
        result: None,
        criticals: Vec::new(),
        calls: Vec::new(),
        corrections: Vec::new(),
        consent_elsewhere: false,
        remarks: None,
    }
}

fn findings() -> FindingsFacts {
    FindingsFacts {
        at: Some(at("10:01:00")),
        examiner: Some("Ada Brandt".to_owned()),
        position: Some("left-lateral".to_owned()),
        glove: Some("nitrile".to_owned()),
        lubricant: Some("plain".to_owned()),
        tone: Some("normal".to_owned()),
        reached: Some("whole".to_owned()),
        size: Some("40 mL".to_owned()),
        symmetry: Some("symmetric".to_owned()),
        consistency: Some("normal".to_owned()),
        other_sectors_normal: true,
        pain: [Some(1), Some(4), None],
        overall: Some("benign".to_owned()),
        stated_together: vec!["median-sulcus".to_owned(), "margins".to_owned()],
        ..FindingsFacts::default()
    }
}

/// These sections of the note, as they are read.
fn check(facts: &NoteFacts, kinds: &[SectionKind]) -> String {
    let text = compose(facts);
    let wanted = text.sections.iter().filter(|section| kinds.contains(&section.kind));
    let parts: Vec<String> =
        wanted.map(|section| format!("{}\n{}\n", section.title, section.paragraphs.join("\n"))).collect();
    parts.concat()
}
