//! Consent as the consulting room meets it.

use super::chaperone::{Chaperone, ChaperoneOffer, ChaperoneOutcome, ChaperoneRefusal, ChaperoneResponse};
use super::signature::{DrawnSignature, Point, Signature};
use super::text::{ConsentText, SpokenGroup};
use super::*;
use uuid::Uuid;

const DRE: &str = include_str!("../../../../content/consent/dre.en.json");
const FOUR_GLASS: &str = include_str!("../../../../content/consent/four-glass.en.json");

fn at(time: &str) -> Moment {
    format!("2026-11-22T{time}:00+01:00").parse().unwrap()
}

fn clinician(number: u128, name: &str, role: &str) -> Clinician {
    Clinician { staff: Uuid::from_u128(number).into(), name: name.to_owned(), role: role.to_owned() }
}

fn urologist() -> Clinician {
    clinician(1, "Ada Brandt", "urologist")
}

fn nurse() -> Clinician {
    clinician(2, "Nora Quist", "nurse")
}

fn offered(json: &str) -> Offered {
    let text = ConsentText::parse(json).unwrap();
    Offered {
        consent: Uuid::from_u128(10).into(),
        visit: Uuid::from_u128(11).into(),
        procedure: Uuid::from_u128(12).into(),
        kind: text.kind,
        acts: text.acts.clone(),
        identity: Identity {
            patient: Uuid::from_u128(13).into(),
            name: "OKAFOR, Daniel".to_owned(),
            birth_date: "1961-04-09".to_owned(),
            mrn: "FG-1042".to_owned(),
        },
        minor: false,
        spoken: None,
        text: text.render("Ada Brandt", "urologist", &[]),
        text_sha256: "00".repeat(32),
        examiner: urologist(),
        offered_by: nurse(),
        offered_at: at("09:40"),
    }
}

fn signature() -> Signature {
    let stroke = (0..40).map(|step| Point { x: 20 + step * 8, y: 80 + (step % 5) * 12, t: u32::from(step) * 16 });
    Signature::parse(DrawnSignature { width: 600, height: 200, strokes: vec![stroke.collect()] }).unwrap()
}

fn evidence(agreement: Agreement) -> Evidence {
    Evidence {
        groups: SpokenGroup::ALL.to_vec(),
        trainee: None,
        chaperone: Chaperone {
            offer: ChaperoneOffer::Yes { by: nurse().staff, at: at("09:42") },
            response: Some(ChaperoneResponse::Declined),
            preference: None,
            clinician_requires: false,
            present: None,
            outcome: ChaperoneOutcome::ProceededWithout,
        },
        capacity: Capacity::Present,
        assessed: Some(Assessed { by: nurse(), at: at("09:41") }),
        minor: None,
        interpreter: None,
        agreement,
        witness: None,
        device: None,
        countersigned: Vec::new(),
    }
}

fn drawn() -> Evidence {
    evidence(Agreement::Drawn { signature: signature() })
}

fn given(json: &str) -> Consent {
    Consent::Given(Box::new(offered(json).give(drawn(), nurse(), at("09:45")).unwrap()))
}

fn check(change: impl FnOnce(&mut Evidence)) -> ConsentRefusal {
    let mut evidence = drawn();
    change(&mut evidence);
    offered(FOUR_GLASS).give(evidence, nurse(), at("09:45")).unwrap_err()
}

#[test]
fn nothing_is_given_until_all_four_groups_are_confirmed() {
    for left_out in SpokenGroup::ALL {
        let refusal = check(|evidence| evidence.groups.retain(|group| group != left_out));
        assert_eq!(refusal, ConsentRefusal::GroupNotConfirmed(*left_out));
        assert_eq!(refusal.field(), Some("groups"));
    }
}

#[test]
fn massage_asks_for_a_signature_or_a_witness_and_an_examination_does_not() {
    assert_eq!(check(|e| e.agreement = Agreement::Verbal), ConsentRefusal::SignatureOrWitnessNeeded);
    assert!(offered(DRE).give(evidence(Agreement::Verbal), nurse(), at("09:45")).is_ok());
    let heard_by = |person: Clinician| Agreement::WitnessedVerbal {
        witness: Witness { staff: Some(person.staff), name: person.name, role: person.role },
    };
    assert!(offered(FOUR_GLASS).give(evidence(heard_by(urologist())), nurse(), at("09:45")).is_ok());
    assert_eq!(check(|e| e.agreement = heard_by(nurse())), ConsentRefusal::WitnessIsRecorder);
}

#[test]
fn what_would_make_a_consent_worthless_is_refused_in_words() {
    use ConsentRefusal as R;
    assert_eq!(check(|e| e.chaperone.response = None), R::Chaperone(ChaperoneRefusal::ResponseMissing));
    assert_eq!(check(|e| e.chaperone.outcome = ChaperoneOutcome::Rebooked), R::Rebooked);
    let unexplained = Capacity::Fluctuating { present_now: String::new() };
    assert_eq!(check(|e| e.capacity = unexplained), R::CapacityUnexplained);
    let proxy = Representative { name: "Ruth Okafor".to_owned(), basis: LegalBasis::Proxy, document_seen: false };
    assert_eq!(check(|e| e.capacity = Capacity::Lacking { representative: proxy }), R::DocumentNotSeen);
    let trainee = Trainee { name: "ada brandt".to_owned(), role: "registrar".to_owned(), agreed: true };
    assert_eq!(check(|e| e.trainee = Some(trainee)), R::TraineeIsExaminer);
    let early = offered(FOUR_GLASS).give(drawn(), nurse(), at("09:39")).unwrap_err();
    assert_eq!(early, R::BeforeTheOffer);
    let mut translated = offered(FOUR_GLASS);
    translated.text.approval = TextApproval::NotReviewed;
    assert_eq!(translated.give(drawn(), nurse(), at("09:45")), Err(R::TextNotReviewed));
}

#[test]
fn consent_to_an_examination_does_not_cover_a_massage() {
    let consents = [given(DRE)];
    assert!(covering(&consents, Act::Dre).is_ok());
    assert_eq!(covering(&consents, Act::Massage), Err(NoConsent::OtherAct));
    assert_eq!(covering(&[], Act::Dre), Err(NoConsent::NotRecorded));
    assert!(covering(&[given(FOUR_GLASS)], Act::Massage).is_ok());
}

#[test]
fn the_last_word_counts() {
    let Consent::Given(standing) = given(FOUR_GLASS) else { panic!("given") };
    let withdrawal = Withdrawal {
        at: at("10:05"),
        phase: WithdrawalPhase::DuringMassage,
        recorded_by: nurse(),
        reason: None,
        collected: vec![crate::specimen::SpecimenRole::Vb1],
        specimens: SpecimenWish::Held,
        answered: None,
    };
    let withdrawn = standing.withdraw(withdrawal);
    assert_eq!(covering(std::slice::from_ref(&withdrawn), Act::Massage), Err(NoConsent::Withdrawn));
    let declined = offered(FOUR_GLASS).decline(Some(" ".to_owned()), nurse(), at("09:44"));
    assert!(matches!(&declined, Consent::Declined { reason: None, .. }));
    assert!(covering(&[given(FOUR_GLASS), declined.clone()], Act::Massage).is_ok(), "agreed a minute later");
    assert_eq!(covering(&[withdrawn, declined], Act::Massage), Err(NoConsent::Withdrawn));
}

#[test]
fn who_declines_the_examination_after_agreeing_to_all_is_not_massaged() {
    let mut alone = offered(DRE);
    alone.offered_at = at("09:50");
    let declined = alone.clone().decline(None, nurse(), at("09:55"));
    let said = [given(FOUR_GLASS), declined];
    assert_eq!(covering(&said, Act::Dre), Err(NoConsent::Declined));
    assert_eq!(covering(&said, Act::Massage), Err(NoConsent::Declined), "the gland is reached by that examination");
    let again = alone.give(evidence(Agreement::Verbal), nurse(), at("09:58")).unwrap();
    let said = [given(FOUR_GLASS), said[1].clone(), Consent::Given(Box::new(again))];
    assert!(covering(&said, Act::Massage).is_ok(), "agreed to the examination again, and never declined the massage");
}

#[test]
fn a_consent_ends_with_its_visit_or_after_a_day() {
    let ended = |now: &str, visit_ended: Option<&str>| {
        given(FOUR_GLASS).as_of(now.parse().unwrap(), visit_ended.map(|time| time.parse().unwrap()))
    };
    assert_eq!(ended("2026-11-23T09:44:00+01:00", None).state(), ConsentState::Given);
    let a_day = ended("2026-11-23T09:45:00+01:00", None);
    assert!(matches!(a_day, Consent::Expired { cause: ExpiryCause::Hours24, .. }));
    let closed = ended("2026-11-22T12:00:00+01:00", Some("2026-11-22T11:00:00+01:00"));
    assert!(matches!(closed, Consent::Expired { cause: ExpiryCause::VisitEnded, .. }));
    assert_eq!(covering(&[closed], Act::Dre), Err(NoConsent::Expired));
}

#[test]
fn the_sealed_form_begins_with_its_version_and_reads_back_whole() {
    let Consent::Given(given) = given(FOUR_GLASS) else { panic!("given") };
    let form = given.canonical().unwrap();
    assert!(form.as_str().starts_with("{\"format\":\"fourglass/consent/2\",\n\"consent\":"));
    assert_eq!(Given::read(form.as_bytes()).as_ref(), Some(&*given));
    assert_eq!(given.canonical().unwrap(), form, "the same consent is always the same bytes");
    assert_eq!(Given::read(b"{}"), None);
}

mod people;
