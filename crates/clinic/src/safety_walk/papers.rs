//! What the desk writes for a deed: the answers, readings, findings and consents in the words of the program.

use super::deed::Text;
use super::story::{Found, Reading, Word};
use crate::Moment;
use crate::consent::chaperone::{Chaperone, ChaperoneOffer, ChaperoneOutcome, ChaperoneResponse};
use crate::consent::text::{ConsentForm, RenderedText, SpokenGroup, TextApproval};
use crate::consent::{self, Agreement, Clinician, Evidence, Identity, Offered};
use crate::exam::{
    BloodOnGlove, Gate, Impression, Inspection, Mass, Perianal, Reached, RectalMass, Side, StatedFindings, Tenderness,
};
use crate::ids::StaffId;
use crate::procedure::{Act, ProcedureKind};
use crate::screening::{Reply, Said, Standing, Temperature, TemperatureUnit, Unit, VitalSigns};
use chrono::{Days, TimeDelta};

pub(super) fn staff(number: u128) -> StaffId {
    uuid::Uuid::from_u128(number).into()
}

pub(super) fn at(seconds: i64) -> Moment {
    let nine = Moment::new(1_795_165_200_000, 0).unwrap();
    nine.plus(TimeDelta::seconds(seconds))
}

pub(super) fn standing(word: Word, at: Moment, by: StaffId) -> Standing {
    let said = |said| Reply::Said(said);
    let reply = match word {
        Word::No => said(Said::No),
        Word::Yes => said(Said::Yes),
        Word::Mitigated => said(Said::YesMitigated),
        Word::Usual => said(Said::Usual),
        Word::New => said(Said::NewOrWorse),
        Word::NotKnown => said(Said::NotKnown),
        Word::NoReason => said(Said::NoReasonToMeasure),
        Word::Value(value) => Reply::Measured { value, unit: Unit::GigaPerLitre },
        Word::Ratio(value) => Reply::Measured { value, unit: Unit::Ratio },
        Word::Cells(value) => Reply::Measured { value, unit: Unit::CellsPerMicrolitre },
        Word::DaysBefore(days) => {
            let day = at.date().checked_sub_days(Days::new(days.into())).unwrap();
            Reply::Dated(day.to_string().parse().unwrap())
        }
    };
    Standing { reply, at, by }
}

pub(super) fn signs(reading: &Reading, at: Moment, by: StaffId) -> VitalSigns {
    let unit = if reading.fahrenheit { TemperatureUnit::Fahrenheit } else { TemperatureUnit::Celsius };
    VitalSigns {
        at,
        by,
        temperature: Some(Temperature { tenths: reading.tenths, unit }),
        pulse: Some(reading.pulse),
        systolic: Some(reading.systolic),
        diastolic: Some(40),
        breaths: reading.breaths,
    }
}

pub(super) fn findings(found: Found, gate: &Gate) -> StatedFindings {
    let normal = StatedFindings {
        size_ml: Some(35),
        unstated_normal: true,
        other_sectors_normal: true,
        tender_side: (gate.tenderness != Tenderness::None).then_some(Side::Both),
        impression: Some(Impression::EnlargedBenign),
        perianal: Some(gate.inspection.iter().filter_map(|seen| perianal(*seen)).collect()),
        ..StatedFindings::default()
    };
    match found {
        Found::Nothing => normal,
        Found::FrankBlood => StatedFindings { blood_on_glove: Some(BloodOnGlove::Frank), ..normal },
        Found::NotPalpable => StatedFindings { reached: Some(Reached::NotPalpable), size_ml: None, ..normal },
        Found::Mass => StatedFindings {
            rectal_mass: Some(RectalMass::Present),
            mass: Some(Mass { distance_cm: 6, clock: 9, size_mm: 20, fixed: false }),
            ..normal
        },
    }
}

/// What the gate saw, as the findings tell it.
const fn perianal(seen: Inspection) -> Option<Perianal> {
    match seen {
        Inspection::Clear => None,
        Inspection::Fissure => Some(Perianal::Fissure),
        Inspection::ThrombosedHemorrhoid => Some(Perianal::ThrombosedHemorrhoid),
        Inspection::Abscess => Some(Perianal::Abscess),
        Inspection::Other => Some(Perianal::Scar),
    }
}

/// The gate of the ordinary visit.
pub(super) fn nothing_felt(gate: &Gate) -> bool {
    super::deed::normal_gate().close(gate.by, gate.at).is_ok_and(|normal| *gate == normal)
}

pub(super) fn clinician(number: u128) -> Clinician {
    Clinician { staff: staff(number), name: format!("Person {number}"), role: "nurse".to_owned() }
}

pub(super) fn offer(text: Text, kind: ProcedureKind, now: Moment) -> Offered {
    let acts = if text == Text::WholeProcedure { kind.acts() } else { &[Act::Dre] };
    Offered {
        consent: uuid::Uuid::from_u128(10).into(),
        visit: uuid::Uuid::from_u128(11).into(),
        procedure: uuid::Uuid::from_u128(12).into(),
        kind,
        acts: acts.to_vec(),
        identity: Identity {
            patient: uuid::Uuid::from_u128(13).into(),
            name: String::new(),
            birth_date: String::new(),
            mrn: String::new(),
        },
        text: RenderedText {
            id: String::new(),
            version: String::new(),
            language: String::new(),
            title: String::new(),
            approval: TextApproval::AwaitingSignOff,
            minimum_form: ConsentForm::Verbal,
            groups: Vec::new(),
            risks: Vec::new(),
            statement: String::new(),
            sources: Vec::new(),
        },
        text_sha256: String::new(),
        examiner: clinician(3),
        offered_by: clinician(1),
        offered_at: now,
    }
}

pub(super) fn evidence(chaperone_offered: bool, now: Moment) -> Evidence {
    let offer = if chaperone_offered {
        ChaperoneOffer::Yes { by: staff(1), at: now }
    } else {
        ChaperoneOffer::No { reason: "nobody was free".to_owned() }
    };
    Evidence {
        groups: SpokenGroup::ALL.to_vec(),
        trainee: None,
        chaperone: Chaperone {
            offer,
            response: chaperone_offered.then_some(ChaperoneResponse::Declined),
            preference: None,
            clinician_requires: false,
            present: None,
            outcome: ChaperoneOutcome::ProceededWithout,
        },
        capacity: consent::Capacity::Present,
        interpreter: None,
        agreement: Agreement::Verbal,
    }
}
