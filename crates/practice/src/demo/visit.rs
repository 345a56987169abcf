//! One visit of the fictional year, from the door to the signature, by the acts that the window uses too.

use super::plan::{Chance, Outcome, PlannedVisit};
use super::room::Rooms;
use super::{UROLOGIST, ink};
use crate::aftercare::{CheckDeparture, GiveSheet};
use crate::collection::{self, EndGlass, FirstUrines, GlassMeasure, ReceiveGlass, StopMassage, TypedGlass};
use crate::consent::{self, AgreementAnswer, Beside, ChaperoneAnswer, GiveConsent, OfferConsent};
use crate::exam::{self, AnswerGate, StateFindings};
use crate::follow_up::{self, LogCall, TypedAttempt};
use crate::label::{self, VerifyLabel};
use crate::note::{self, SignNote};
use crate::order::{self, MakeOrder};
use crate::screening::{self, GiveAnswers, MeasureVitals};
use crate::specimen::{self, PackSpecimen, StoreSpecimens};
use crate::time_out::{self, AnswerAsUrologist, TakeTimeOut};
use crate::visit::{self, BookVisit, VisitRow};
use crate::{Desk, Refusal, aftercare, stop};
use clinic::aftercare::Language;
use clinic::collection::{StopReason, Strokes};
use clinic::consent::Capacity;
use clinic::consent::chaperone::ChaperoneResponse;
use clinic::consent::text::SpokenGroup;
use clinic::exam::{Consistency, Inspection, StatedFindings, StatedGate, Tenderness};
use clinic::follow_up::{Bowel, CallBleeding, CallTime, NextStep, UrineFlow};
use clinic::ids::{PatientId, VisitId};
use clinic::label::VerifiedBy;
use clinic::note::Meaning;
use clinic::patient::YesNoUnknown;
use clinic::premises::TemperatureUnit;
use clinic::procedure::ProcedureKind;
use clinic::screening::{AskedOf, Said, Stated, TypedAnswer, TypedVitals};
use clinic::specimen::{CollectedHow, NotObtainedReason, SpecimenRole};

/// Why each procedure is done in the demo.
const fn indications(kind: ProcedureKind) -> [&'static str; 4] {
    match kind {
        ProcedureKind::FourGlass => ["ind-four-glass", "ind-four-glass", "ind-eps-wbc", "ind-eps-infertility"],
        ProcedureKind::TwoGlass => ["ind-ppmt"; 4],
        ProcedureKind::Eps => ["ind-eps-wbc"; 4],
        ProcedureKind::Dre => ["ind-dre-luts", "ind-dre-luts", "ind-dre-psa", "ind-dre-psa"],
        ProcedureKind::PostDreUrine => ["ind-pdu-pca3", "ind-pdu-selectmdx", "ind-pdu-mps", "ind-pdu-mps"],
    }
}

/// Books a visit for today.
pub(super) async fn book(rooms: &Rooms, patient: PatientId, planned: &PlannedVisit) -> Result<VisitRow, Refusal> {
    let reason = usize::try_from(planned.chance % 4).unwrap_or(0);
    let request = BookVisit {
        patient_id: patient,
        kind: planned.kind,
        indication: indications(planned.kind)[reason].to_owned(),
        date: planned.date.to_string(),
        time: planned.time.format("%H:%M").to_string(),
    };
    visit::book(&rooms.nurse(), request).await
}

/// Plays a booked visit to its end.
pub(super) async fn play(rooms: &Rooms, planned: &PlannedVisit, row: &VisitRow) -> Result<(), Refusal> {
    let mut chance = Chance::new(planned.chance);
    visit::arrive(&rooms.nurse(), row.visit_id).await?;
    rooms.wait(1);
    let feverish = planned.outcome == Outcome::StoppedAtCheckIn;
    check_in(rooms, row, feverish, &mut chance).await?;
    if feverish {
        stop::end(&rooms.nurse(), row.visit_id).await?;
        rooms.wait(2);
        visit::close(&rooms.nurse(), row.visit_id).await?;
        return sign(rooms, row).await;
    }
    consent(rooms, row).await?;
    screening::close_check_in(&rooms.nurse(), row.visit_id).await?;
    rooms.wait(1);
    let none = AnswerAsUrologist { visit_id: row.visit_id, yes: vec![], not_known: vec![], reason: None, second: None };
    time_out::answer(&rooms.urologist(), none).await?;
    let said =
        TakeTimeOut { visit_id: row.visit_id, name_said: true, second_identifier_said: true, consent_stands: true };
    time_out::take(&rooms.urologist(), said).await?;
    rooms.wait(2);
    if planned.kind == ProcedureKind::Dre {
        examine(rooms, row, planned.outcome, &mut chance).await?;
        visit::close(&rooms.nurse(), row.visit_id).await?;
        return sign(rooms, row).await;
    }
    first_glasses(rooms, row, planned).await?;
    if examine(rooms, row, planned.outcome, &mut chance).await? {
        massage(rooms, row, planned).await?;
    }
    finish(rooms, row, &mut chance).await?;
    if planned.outcome == Outcome::NotSigned { Ok(()) } else { sign(rooms, row).await }
}

async fn check_in(rooms: &Rooms, row: &VisitRow, feverish: bool, chance: &mut Chance) -> Result<(), Refusal> {
    let (tenths, pulse) = if feverish { (382, 104) } else { (363 + chance.below(9), 60 + chance.below(24)) };
    let vitals = TypedVitals {
        temperature: format!("{}.{}", tenths / 10, tenths % 10),
        temperature_unit: TemperatureUnit::Celsius,
        pulse: pulse.to_string(),
        systolic: (116 + chance.below(22)).to_string(),
        diastolic: (70 + chance.below(14)).to_string(),
        breaths: if feverish { "18".to_owned() } else { String::new() },
    };
    let measured = MeasureVitals {
        visit_id: row.visit_id,
        vitals,
        confirmed: feverish,
        corrects: None,
        reason: None,
        second: None,
    };
    let room = screening::measure(&rooms.nurse(), measured).await?;
    rooms.wait(2);
    let asked =
        room.items.iter().filter(|item| matches!(item.asked_of, AskedOf::Patient | AskedOf::Nurse) && !item.optional);
    let answers = asked.map(|item| TypedAnswer {
        item: item.id.clone(),
        said: Some(match item.id.as_str() {
            "burning" if feverish => Said::NewOrWorse,
            "burning" | "pain" => Said::Usual,
            _ if item.kind == screening::AnswerKind::Number => Said::NoReasonToMeasure,
            _ => Said::No,
        }),
        value: None,
        unit: None,
        detail: None,
        stated: Stated::Singly,
    });
    let answers = GiveAnswers { visit_id: row.visit_id, answers: answers.collect(), reason: None, second: None };
    screening::answer(&rooms.nurse(), answers).await?;
    rooms.wait(2);
    Ok(())
}

async fn consent(rooms: &Rooms, row: &VisitRow) -> Result<(), Refusal> {
    let nurse = rooms.nurse();
    let room = consent::room(&nurse, row.visit_id).await?;
    let text = room.texts.first().ok_or_else(|| Refusal::not_found("consent text"))?;
    let offer = OfferConsent {
        visit_id: row.visit_id,
        text_id: text.id.clone(),
        language: None,
        spoken: None,
        examiner_id: rooms.urologist().who.staff,
    };
    let offered = consent::offer(&nurse, offer).await?;
    rooms.wait(3);
    let given = GiveConsent {
        consent_id: offered.consent_id,
        version: offered.version,
        groups: SpokenGroup::ALL.to_vec(),
        trainee: None,
        chaperone: ChaperoneAnswer {
            offered: true,
            not_offered_because: None,
            response: Some(ChaperoneResponse::Declined),
            preference: None,
            clinician_requires: false,
            present: None,
            rebook: false,
        },
        capacity: Capacity::Present,
        interpreter: None,
        agreement: AgreementAnswer::Drawn { signature: ink::signature() },
        beside: Beside::default(),
    };
    consent::give(&rooms.nurse(), given).await.map(drop)
}

async fn first_glasses(rooms: &Rooms, row: &VisitRow, planned: &PlannedVisit) -> Result<(), Refusal> {
    let (nurse, procedure_id) = (rooms.nurse(), row.procedure_id);
    if planned.kind != ProcedureKind::FourGlass {
        for role in SpecimenRole::planned_for(planned.kind).iter().copied().filter(|role| !role.follows_massage()) {
            collection::receive(&nurse, ReceiveGlass { procedure_id, role, glass: measured("40", 0) }).await?;
        }
    } else if planned.outcome == Outcome::NoVb1 {
        let none = EndGlass { procedure_id, role: SpecimenRole::Vb1, reason: NotObtainedReason::CannotVoid };
        collection::not_obtained(&nurse, none).await?;
        rooms.wait(6);
        let vb2 = ReceiveGlass { procedure_id, role: SpecimenRole::Vb2, glass: measured("60", 0) };
        collection::receive(&rooms.nurse(), vb2).await?;
    } else {
        let both = FirstUrines { procedure_id, vb1: measured("10", 1), vb2: measured("80", 0) };
        collection::receive_first_urines(&nurse, both).await?;
    }
    rooms.wait(2);
    Ok(())
}

/// The five answers and the findings; whether the massage may follow.
async fn examine(rooms: &Rooms, row: &VisitRow, outcome: Outcome, chance: &mut Chance) -> Result<bool, Refusal> {
    let acute = outcome == Outcome::StoppedAtGate;
    let gate = if acute {
        StatedGate {
            inspection: vec![Inspection::Clear],
            tenderness: Some(Tenderness::Severe),
            consistency: Some(Consistency::Boggy),
            warmth: Some(true),
            fluctuance: Some(false),
            ..StatedGate::default()
        }
    } else {
        StatedGate { none_of_the_stop_findings: true, ..StatedGate::default() }
    };
    exam::answer_gate(&rooms.urologist(), AnswerGate { visit_id: row.visit_id, gate }).await?;
    if acute {
        rooms.wait(3);
        return Ok(false);
    }
    let size = u16::try_from(20 + chance.below(50)).unwrap_or(20);
    let findings = StatedFindings { unstated_normal: true, size_ml: Some(size), ..StatedFindings::default() };
    exam::state_findings(&rooms.urologist(), StateFindings { visit_id: row.visit_id, findings }).await?;
    rooms.wait(1);
    Ok(true)
}

async fn massage(rooms: &Rooms, row: &VisitRow, planned: &PlannedVisit) -> Result<(), Refusal> {
    let procedure_id = row.procedure_id;
    collection::start_massage(&rooms.urologist(), procedure_id).await?;
    rooms.wait(1);
    let broken_off = planned.outcome == Outcome::StoppedByPatient;
    let reason = broken_off.then_some(StopReason::PatientAsked);
    let strokes = (planned.kind == ProcedureKind::PostDreUrine).then_some(Strokes { right: 3, left: 3, why: None });
    collection::stop_massage(&rooms.urologist(), StopMassage { procedure_id, reason, strokes }).await?;
    for role in SpecimenRole::planned_for(planned.kind).iter().copied().filter(|role| role.follows_massage()) {
        let none = match role {
            _ if broken_off => Some(NotObtainedReason::Stopped),
            SpecimenRole::Eps if planned.outcome == Outcome::DryEps => Some(NotObtainedReason::Dry),
            _ => None,
        };
        if let Some(reason) = none {
            collection::not_obtained(&rooms.urologist(), EndGlass { procedure_id, role, reason }).await?;
            continue;
        }
        let glass = match role {
            SpecimenRole::Eps => {
                TypedGlass { measure: GlassMeasure::Drops, ml: None, how: CollectedHow::ByStaff, ..measured("", 0) }
            }
            SpecimenRole::Pdu => measured("25", 0),
            _ => measured("10", 0),
        };
        collection::receive(&rooms.urologist(), ReceiveGlass { procedure_id, role, glass }).await?;
        rooms.wait(3);
    }
    rooms.wait(1);
    collection::finish(&rooms.nurse(), procedure_id).await.map(drop)
}

/// The patient is well, has the sheet in English, and may go: what every visit needs that touched the gland.
pub async fn look_after(desk: &Desk, visit_id: VisitId) -> Result<(), Refusal> {
    let sheet = GiveSheet { visit_id, language: Language::English };
    aftercare::give_sheet(desk, sheet).await?;
    let well = CheckDeparture {
        visit_id,
        feels_well: Some(true),
        can_stand: Some(true),
        passed_urine: Some(true),
        faint: Some(false),
        reach: "030 5550 100".to_owned(),
        reach_confirmed: true,
    };
    aftercare::check(desk, well).await.map(drop)
}

/// The calls that have come due are made, and everybody is well.
pub(super) async fn call(desk: &Desk) -> Result<(), Refusal> {
    for owed in follow_up::list(desk).await?.calls.iter().filter(|owed| owed.time != CallTime::Waiting) {
        let attempt = TypedAttempt::Reached {
            identified: true,
            fever: Some(false),
            chills: Some(false),
            pain: "1".to_owned(),
            urine: Some(UrineFlow::Usual),
            bleeding: Some(CallBleeding::None),
            bowel: Some(Bowel::Usual),
            other: None,
            advice: None,
            next: Some(NextStep::Nothing),
        };
        follow_up::log(desk, LogCall { visit_id: owed.row.visit_id, attempt }).await?;
    }
    Ok(())
}

/// Labels printed and read back, the order made, the tubes put away and packed, the visit closed.
async fn finish(rooms: &Rooms, row: &VisitRow, chance: &mut Chance) -> Result<(), Refusal> {
    let procedure_id = row.procedure_id;
    label::print(&rooms.nurse(), procedure_id).await?;
    rooms.wait(1);
    let room = collection::open(&rooms.nurse(), procedure_id).await?;
    let tubes: Vec<_> = room.glasses.iter().filter_map(|glass| Some((glass.specimen_id, glass.accession?))).collect();
    for (_, accession) in &tubes {
        let read = VerifyLabel { procedure_id, specimen_id: None, read: accession.compact(), how: VerifiedBy::Scan };
        label::verify(&rooms.nurse(), read).await?;
    }
    let request = MakeOrder {
        procedure_id,
        antibiotics: if chance.below(5) == 0 { YesNoUnknown::Unknown } else { YesNoUnknown::No },
        abstinence_days: Some((2 + chance.below(5)).to_string()),
        remark: None,
        symptom: None,
    };
    order::make(&rooms.nurse(), request).await?;
    if aftercare::room(&rooms.nurse(), row.visit_id).await?.needed {
        look_after(&rooms.nurse(), row.visit_id).await?;
    }
    visit::close(&rooms.nurse(), row.visit_id).await?;
    rooms.wait(2);
    let specimen_ids = tubes.iter().map(|(specimen, _)| *specimen).collect();
    specimen::store(&rooms.nurse(), StoreSpecimens { specimen_ids, place: "Refrigerator 1".to_owned() }).await?;
    for (_, accession) in &tubes {
        let packed = PackSpecimen { accession: accession.compact(), place: "Courier box".to_owned() };
        specimen::pack(&rooms.nurse(), packed).await?;
    }
    rooms.wait(1);
    Ok(())
}

async fn sign(rooms: &Rooms, row: &VisitRow) -> Result<(), Refusal> {
    let urologist: Desk = rooms.urologist();
    let room = note::room(&urologist, row.procedure_id).await?;
    let signing = SignNote {
        procedure_id: row.procedure_id,
        draft_sha256: room.draft_sha256,
        remarks: None,
        reason: None,
        meaning: Meaning::Author,
        passphrase: UROLOGIST.passphrase.to_owned(),
    };
    note::sign(&urologist, signing).await.map(drop)
}

fn measured(ml: &str, minutes_ago: i32) -> TypedGlass {
    TypedGlass {
        minutes_ago,
        measure: GlassMeasure::Measured,
        ml: Some(ml.to_owned()),
        appearance: None,
        how: CollectedHow::ByPatient,
    }
}
