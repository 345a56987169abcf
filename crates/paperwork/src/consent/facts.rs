//! What the paper says of a consent that was given: how, by whom, with whose help, and who was in the room.

use super::words::{self, Words, fill};
use crate::letterhead::Fact;
use clinic::consent::chaperone::{ChaperoneOffer, ChaperoneOutcome, PresenceConfirmed};
use clinic::consent::{
    Agreement, Assessed, Capacity, Clinician, Given, Interpreter, InterpreterKind, MinorBasis, MinorConsent, Tongue,
};

/// Who agreed, how, and everybody who had a part in it.
pub(super) fn agreement(given: &Given) -> Vec<Fact> {
    let Given { offered, evidence, recorded_by, at } = given;
    let tongue = offered.text.language;
    let say = Words::in_language(tongue);
    let mut facts = vec![
        Fact::new(say.given, at.label_text()),
        Fact::new(say.how, how(tongue, given)),
        Fact::new(say.recorded_by, person(tongue, recorded_by)),
        Fact::new(say.examiner, person(tongue, &offered.examiner)),
        Fact::new(say.capacity, capacity(tongue, &evidence.capacity)),
    ];
    if let Some(Assessed { by, at }) = &evidence.assessed {
        facts.push(Fact::new(say.assessed, format!("{}, {}", person(tongue, by), at.label_text())));
    }
    if let Some(witness) = &evidence.witness {
        facts.push(Fact::new(say.witness, format!("{}, {}", witness.name, tongue.role(&witness.role))));
    }
    if let Some(minor) = &evidence.minor {
        facts.extend(under_18(tongue, minor));
    }
    if let Some(spoken) = &offered.spoken {
        facts.push(Fact::new(say.read_out_in, spoken.as_str()));
    }
    if let Some(interpreter) = &evidence.interpreter {
        facts.push(Fact::new(say.interpreter, interprets(tongue, interpreter)));
    }
    if let Some(trainee) = &evidence.trainee {
        let label = if trainee.agreed { say.trainee_agreed } else { say.trainee_declined };
        facts.push(Fact::new(label, format!("{}, {}", trainee.name, trainee.role)));
    }
    for signed in &evidence.countersigned {
        let who = format!("{}, {}", person(tongue, &signed.by), signed.at.label_text());
        let value = fill(say.own_sign_on, &[&who, words::secret(tongue, signed.how)]);
        facts.push(Fact::new(words::part(tongue, signed.part), value));
    }
    if let Some(device) = &evidence.device {
        facts.push(Fact::new(say.device, device.as_str()));
    }
    facts
}

fn person(tongue: Tongue, who: &Clinician) -> String {
    format!("{}, {}", who.name, tongue.role(&who.role))
}

fn how(tongue: Tongue, given: &Given) -> String {
    let say = Words::in_language(tongue);
    match &given.evidence.agreement {
        Agreement::Drawn { .. } => say.signed.to_owned(),
        Agreement::Typed { vouched, .. } => {
            fill(say.typed, &[&given.recorded_by.name, words::secret(tongue, *vouched)])
        }
        Agreement::PaperScanned { sha256, .. } => fill(say.on_paper, &[sha256]),
        Agreement::WitnessedVerbal { witness } => {
            fill(say.heard_by, &[&format!("{}, {}", witness.name, tongue.role(&witness.role))])
        }
        Agreement::Verbal => say.spoken.to_owned(),
    }
}

fn capacity(tongue: Tongue, capacity: &Capacity) -> String {
    let say = Words::in_language(tongue);
    match capacity {
        Capacity::Present => say.present.to_owned(),
        Capacity::Fluctuating { present_now } => fill(say.fluctuates, &[present_now]),
        Capacity::Lacking { representative } => {
            let seen = if representative.document_seen { say.document_seen } else { say.document_not_seen };
            fill(say.lacking, &[&representative.name, words::basis(tongue, representative.basis), seen])
        }
    }
}

fn interprets(tongue: Tongue, interpreter: &Interpreter) -> String {
    let say = Words::in_language(tongue);
    let kind = words::interprets(tongue, interpreter.kind);
    let mut said = vec![interpreter.name.as_str(), &interpreter.language, kind];
    if interpreter.family {
        said.push(say.of_the_family);
    }
    if interpreter.signature.is_some() {
        said.push(say.has_signed);
    } else if interpreter.kind == InterpreterKind::Telephone {
        said.push(say.does_not_sign);
    }
    said.join(", ")
}

fn under_18(tongue: Tongue, minor: &MinorConsent) -> Vec<Fact> {
    let say = Words::in_language(tongue);
    let mut facts = match &minor.basis {
        MinorBasis::Guardian { name, relation, .. } => {
            vec![Fact::new(say.guardian, format!("{name}, {relation}")), Fact::new(say.assent, say.agrees)]
        }
        MinorBasis::Mature { note } => vec![Fact::new(say.mature, note.as_str())],
    };
    facts.push(Fact::new(say.why_under_18, minor.reason.as_str()));
    if let Some(second) = &minor.concurred {
        facts.push(Fact::new(say.concurs, person(tongue, second)));
    }
    if minor.without_chaperone.is_some() {
        let by = if minor.guardian().is_some() { say.chosen_by_both } else { say.chosen_by_patient };
        facts.push(Fact::new(say.without_chaperone, by));
    }
    facts
}

/// The chaperone: offered, answered, present.
pub(super) fn chaperone(given: &Given) -> Vec<Fact> {
    let chaperone = &given.evidence.chaperone;
    let tongue = given.offered.text.language;
    let say = Words::in_language(tongue);
    let offer = match &chaperone.offer {
        ChaperoneOffer::Yes { at, .. } => fill(say.yes, &[&at.label_text()]),
        ChaperoneOffer::No { reason } => fill(say.no, &[reason]),
    };
    let mut facts = vec![Fact::new(say.chaperone_offered, offer)];
    if let Some(response) = chaperone.response {
        facts.push(Fact::new(say.patient, words::response(tongue, response)));
    }
    let outcome = match (chaperone.outcome, &chaperone.present) {
        (_, Some(present)) => format!("{}, {}", present.name, tongue.role(&present.role)),
        (ChaperoneOutcome::Rebooked, None) => say.rebooked.to_owned(),
        (_, None) => say.none.to_owned(),
    };
    facts.push(Fact::new(say.present_person, outcome));
    if chaperone.present.as_ref().is_some_and(|present| present.confirmed != PresenceConfirmed::NotConfirmed) {
        facts.push(Fact::new(say.presence, say.confirmed));
    }
    facts
}
