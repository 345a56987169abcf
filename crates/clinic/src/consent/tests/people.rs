//! Everybody else who has a part in a consent: interpreters, trainees, guardians, witnesses, second clinicians.

use super::*;
use crate::consent::chaperone::{PresenceConfirmed, PresentChaperone};

fn give(offered: Offered, evidence: Evidence) -> Result<Given, ConsentRefusal> {
    offered.give(evidence, nurse(), at("09:45"))
}

fn said(outcome: Result<Given, ConsentRefusal>) -> String {
    outcome.map_or_else(|refusal| refusal.to_string(), |_| "given".to_owned())
}

fn interpreter(kind: InterpreterKind) -> Interpreter {
    Interpreter {
        language: "Polish".to_owned(),
        kind,
        name: "M. Nowak, 4471".to_owned(),
        family: false,
        minor: false,
        signature: None,
    }
}

fn present(name: &str) -> PresentChaperone {
    PresentChaperone {
        staff: None,
        name: name.to_owned(),
        role: "nurse".to_owned(),
        trained: true,
        gender: None,
        arrived: None,
        left: None,
        confirmed: PresenceConfirmed::NotConfirmed,
    }
}

#[test]
fn a_language_without_a_text_needs_an_interpreter() {
    let polish = || Offered { spoken: Some("Polish".to_owned()), ..offered(DRE) };
    let spoken = || evidence(Agreement::Verbal);
    assert_eq!(
        said(give(polish(), spoken())),
        "there is no text in Polish: an interpreter reads it out; record their name or number"
    );
    let with = |interpreter| Evidence { interpreter: Some(interpreter), ..spoken() };
    assert_eq!(said(give(polish(), with(interpreter(InterpreterKind::Telephone)))), "given");
    let child = Interpreter { family: true, minor: true, ..interpreter(InterpreterKind::InPerson) };
    assert_eq!(
        said(give(polish(), with(child))),
        "nobody under 18 may interpret, in the family or not; ask for another interpreter"
    );
    let nameless = Interpreter { name: " ".to_owned(), ..interpreter(InterpreterKind::Video) };
    assert_eq!(said(give(polish(), with(nameless))), "record the interpreter’s language and name or number");
}

#[test]
fn an_interpreter_in_the_room_signs_and_one_on_the_telephone_does_not() {
    let with = |interpreter| Evidence { interpreter: Some(interpreter), ..drawn() };
    let unsigned = interpreter(InterpreterKind::InPerson);
    assert_eq!(
        said(give(offered(FOUR_GLASS), with(unsigned.clone()))),
        "ask the interpreter to sign beside the patient"
    );
    let signed = Interpreter { signature: Some(signature()), ..unsigned };
    assert_eq!(said(give(offered(FOUR_GLASS), with(signed.clone()))), "given");
    let phone = Interpreter { kind: InterpreterKind::Telephone, ..signed };
    assert_eq!(
        said(give(offered(FOUR_GLASS), with(phone))),
        "an interpreter on the telephone does not sign; their name or number is recorded instead"
    );
    assert_eq!(said(give(offered(FOUR_GLASS), with(interpreter(InterpreterKind::Video)))), "given");
}

#[test]
fn a_trainee_is_asked_about_by_name_and_a_no_is_kept() {
    let trainee = Trainee { name: "Jo Vance".to_owned(), role: "registrar".to_owned(), agreed: false };
    let given = give(offered(FOUR_GLASS), Evidence { trainee: Some(trainee.clone()), ..drawn() }).unwrap();
    assert_eq!(given.evidence.trainee, Some(trainee.clone()), "the consent stands, without the trainee");
    let unnamed = Trainee { name: String::new(), ..trainee };
    let refused = give(offered(FOUR_GLASS), Evidence { trainee: Some(unnamed), ..drawn() });
    assert_eq!(said(refused), "name the trainee who will examine");
}

#[test]
fn a_name_is_typed_as_it_stands_on_record_by_whoever_decides() {
    let typed = |name: &str| evidence(Agreement::Typed { name: name.to_owned(), vouched: OwnSecret::Pin });
    assert_eq!(said(give(offered(FOUR_GLASS), typed("Daniel Okafor"))), "given");
    assert_eq!(
        said(give(offered(FOUR_GLASS), typed("Dan"))),
        "the name typed is not the name on record, OKAFOR, Daniel; type it as it stands there"
    );
    let proxy = Representative { name: "Ruth Okafor".to_owned(), basis: LegalBasis::Proxy, document_seen: true };
    let decides = Capacity::Lacking { representative: proxy };
    let by = |name| Evidence { capacity: decides.clone(), ..typed(name) };
    assert_eq!(said(give(offered(FOUR_GLASS), by("Ruth Okafor"))), "given");
    assert_eq!(
        said(give(offered(FOUR_GLASS), by("Daniel Okafor"))),
        "the name typed is not the name on record, Ruth Okafor; type it as it stands there"
    );
}

#[test]
fn a_paper_that_was_signed_and_scanned_counts_as_signed() {
    let paper = Agreement::PaperScanned { sha256: "ab".repeat(32), kind: ScanKind::Pdf };
    assert_eq!(said(give(offered(FOUR_GLASS), evidence(paper))), "given");
    let witness = Witness { staff: None, name: "nora quist".to_owned(), role: "nurse".to_owned() };
    assert_eq!(
        said(give(offered(FOUR_GLASS), Evidence { witness: Some(witness), ..drawn() })),
        "the witness must be somebody else than the person who records the consent"
    );
}

fn guardian_is(relation: &str, assent: bool) -> MinorBasis {
    MinorBasis::Guardian { name: "Ruth Okafor".to_owned(), relation: relation.to_owned(), assent }
}

fn guardian() -> MinorConsent {
    MinorConsent {
        basis: guardian_is("mother", true),
        reason: "pain that antibiotics did not end".to_owned(),
        concurred: Some(clinician(7, "Luis Prado", "urologist")),
        without_chaperone: None,
    }
}

fn young(json: &str) -> Offered {
    Offered { minor: true, ..offered(json) }
}

fn with(minor: MinorConsent) -> Evidence {
    let mut evidence = drawn();
    evidence.minor = Some(minor);
    evidence.chaperone.response = Some(ChaperoneResponse::Accepted);
    evidence.chaperone.present = Some(present("Tom Abara"));
    evidence.chaperone.outcome = ChaperoneOutcome::ProceededWith;
    evidence
}

#[test]
fn under_18_the_guardian_decides_and_the_patient_agrees() {
    let given = give(young(FOUR_GLASS), with(guardian())).unwrap();
    assert_eq!(given.evidence.signatory(&given.offered.identity.name), "Ruth Okafor");
    let check = |basis, reason: &str, expect: &str| {
        let minor = MinorConsent { basis, reason: reason.to_owned(), ..guardian() };
        assert_eq!(said(give(young(FOUR_GLASS), with(minor))), expect);
    };
    check(guardian_is(" ", true), "pain", "name the guardian, and what they are to the patient");
    let alone = "the patient does not agree; a guardian’s consent alone is not enough, so it is not done today";
    check(guardian_is("mother", false), "pain", alone);
    let unshown = "write what shows that the patient understands enough to decide alone";
    check(MinorBasis::Mature { note: String::new() }, "pain", unshown);
    check(guardian_is("mother", true), " ", "say why this is done to somebody under 18");
    assert_eq!(give(young(DRE), drawn()), Err(ConsentRefusal::MinorUnsettled));
    assert_eq!(give(offered(DRE), with(guardian())), Err(ConsentRefusal::NotAMinor));
}

#[test]
fn a_massage_under_18_needs_a_second_clinician_who_is_not_the_examiner() {
    let alone = || MinorConsent { concurred: None, ..guardian() };
    assert_eq!(
        said(give(young(FOUR_GLASS), with(alone()))),
        "a massage or strokes under 18 need a second clinician who concurs by their own sign-on"
    );
    assert_eq!(said(give(young(DRE), with(alone()))), "given", "an examination needs none");
    let twice = MinorConsent { concurred: Some(urologist()), ..guardian() };
    assert_eq!(
        said(give(young(FOUR_GLASS), with(twice))),
        "the second clinician must be somebody else than the examiner"
    );
}

#[test]
fn under_18_an_impartial_chaperone_is_there_unless_both_choose_otherwise() {
    let without = |chosen: Option<ChaperoneOptOut>, minor: MinorConsent| {
        let minor = MinorConsent { without_chaperone: chosen, ..minor };
        Evidence { chaperone: drawn().chaperone, ..with(minor) }
    };
    let chose = |by_patient, by_guardian| Some(ChaperoneOptOut { by_patient, by_guardian });
    let refused = Err(ConsentRefusal::MinorWithoutChaperone);
    assert_eq!(give(young(DRE), without(None, guardian())), refused);
    assert_eq!(give(young(DRE), without(chose(true, false), guardian())), refused);
    assert_eq!(said(give(young(DRE), without(chose(true, true), guardian()))), "given");
    let note = "retold plan, risks and choices without help".to_owned();
    let mature = MinorConsent { basis: MinorBasis::Mature { note }, ..guardian() };
    assert_eq!(said(give(young(DRE), without(chose(true, false), mature))), "given");
    let by_examiner = young(DRE).give(without(chose(true, true), guardian()), urologist(), at("09:45"));
    assert_eq!(
        said(by_examiner),
        "the examiner does not record that a minor goes without a chaperone; ask a colleague to record it"
    );
    let mut mother = with(guardian());
    mother.chaperone.present = Some(present("Ruth Okafor"));
    let refused = said(give(young(DRE), mother));
    assert_eq!(refused, "the guardian is not an impartial chaperone; name a member of staff");
}
