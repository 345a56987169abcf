//! The chaperone's cases, as the consulting room meets them.

use super::*;
use uuid::Uuid;

const EXAMINER: u128 = 1;
const NURSE: u128 = 2;

fn staff(number: u128) -> StaffId {
    Uuid::from_u128(number).into()
}

fn offered(response: ChaperoneResponse, outcome: ChaperoneOutcome) -> Chaperone {
    let at = "2026-11-22T09:40:00+01:00".parse().unwrap();
    Chaperone {
        offer: ChaperoneOffer::Yes { by: staff(NURSE), at },
        response: Some(response),
        preference: None,
        clinician_requires: false,
        present: None,
        outcome,
    }
}

fn nurse() -> PresentChaperone {
    PresentChaperone {
        staff: Some(staff(NURSE)),
        name: "Nora Quist".to_owned(),
        role: "nurse".to_owned(),
        trained: true,
        gender: None,
        arrived: None,
        left: None,
        confirmed: PresenceConfirmed::NotConfirmed,
    }
}

fn check(chaperone: Chaperone, interpreter: Option<&str>) -> Result<(), ChaperoneRefusal> {
    chaperone.check((staff(EXAMINER), "Ada Brandt"), interpreter).map(drop)
}

#[test]
fn two_taps_are_enough_when_the_patient_declines() {
    assert_eq!(check(offered(ChaperoneResponse::Declined, ChaperoneOutcome::ProceededWithout), None), Ok(()));
}

#[test]
fn an_accepted_offer_names_who_is_there() {
    let mut record = offered(ChaperoneResponse::Accepted, ChaperoneOutcome::ProceededWith);
    assert_eq!(check(record.clone(), None), Err(ChaperoneRefusal::NobodyNamed));
    record.present = Some(nurse());
    assert_eq!(check(record, None), Ok(()));
}

#[test]
fn nobody_goes_on_without_the_chaperone_that_somebody_wants() {
    let wanted = offered(ChaperoneResponse::Requested, ChaperoneOutcome::ProceededWithout);
    assert_eq!(check(wanted, None), Err(ChaperoneRefusal::PatientWantsOne));
    let mut required = offered(ChaperoneResponse::Declined, ChaperoneOutcome::ProceededWithout);
    required.clinician_requires = true;
    assert_eq!(check(required.clone(), None), Err(ChaperoneRefusal::ClinicianWantsOne));
    required.outcome = ChaperoneOutcome::Rebooked;
    assert_eq!(check(required, None), Ok(()));
}

#[test]
fn examiner_and_interpreter_are_no_chaperones() {
    let mut record = offered(ChaperoneResponse::Accepted, ChaperoneOutcome::ProceededWith);
    record.present = Some(PresentChaperone { staff: None, name: "ada  BRANDT".to_owned(), ..nurse() });
    assert_eq!(check(record.clone(), None), Err(ChaperoneRefusal::IsTheExaminer));
    record.present = Some(PresentChaperone { staff: Some(staff(EXAMINER)), ..nurse() });
    assert_eq!(check(record.clone(), None), Err(ChaperoneRefusal::IsTheExaminer));
    record.present = Some(nurse());
    assert_eq!(check(record, Some("Nora Quist")), Err(ChaperoneRefusal::IsTheInterpreter));
}

#[test]
fn an_offer_that_was_not_made_needs_its_reason() {
    let mut record = offered(ChaperoneResponse::Declined, ChaperoneOutcome::ProceededWithout);
    record.response = None;
    assert_eq!(check(record.clone(), None), Err(ChaperoneRefusal::ResponseMissing));
    record.offer = ChaperoneOffer::No { reason: " ".to_owned() };
    assert_eq!(check(record.clone(), None), Err(ChaperoneRefusal::ReasonMissing));
    record.offer = ChaperoneOffer::No { reason: "came with their own trained chaperone".to_owned() };
    assert_eq!(check(record, None), Ok(()));
}

#[test]
fn contradictions_and_needless_detail_are_refused() {
    let mut record = offered(ChaperoneResponse::Declined, ChaperoneOutcome::ProceededWithout);
    record.present = Some(nurse());
    assert_eq!(check(record.clone(), None), Err(ChaperoneRefusal::NamedButAbsent));
    record.outcome = ChaperoneOutcome::ProceededWith;
    assert_eq!(check(record.clone(), None), Err(ChaperoneRefusal::Declined));
    record.response = Some(ChaperoneResponse::Accepted);
    record.present = Some(PresentChaperone { gender: Some("female".to_owned()), ..nurse() });
    assert_eq!(check(record.clone(), None), Err(ChaperoneRefusal::GenderNotAsked));
    record.preference = Some("a woman, please".to_owned());
    assert_eq!(check(record, None), Ok(()));
}
