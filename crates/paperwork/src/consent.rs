//! The consent as it was given: the whole text the patient read, what was confirmed, the signature, and its seal.

use crate::letterhead::{Fact, Ink, Letterhead, PatientLine};
use crate::press::{PaperRefusal, Template, set};
use crate::typeset::Typeset;
use clinic::consent::chaperone::{Chaperone, ChaperoneOffer, ChaperoneOutcome, ChaperoneResponse, PresenceConfirmed};
use clinic::consent::text::{Element, RenderedGroup, RenderedText, TextApproval};
use clinic::consent::{Agreement, Capacity, Consent, Evidence, Given};
use serde::Serialize;

/// A consent to be printed, in whatever state it is.
#[derive(Debug, Clone)]
pub struct ConsentPaper {
    /// The clinic.
    pub letterhead: Letterhead,
    /// The consent.
    pub consent: Consent,
    /// SHA-256 of its sealed form in hexadecimal; empty while it is not given.
    pub seal: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Values<'paper> {
    letterhead: &'paper Letterhead,
    patient: PatientLine,
    title: &'paper str,
    code: String,
    language: &'paper str,
    approval: &'static str,
    groups: Vec<Group<'paper>>,
    risks: Vec<&'paper str>,
    statement: &'paper str,
    state: String,
    standing: bool,
    agreement: Vec<Fact>,
    chaperone: Vec<Fact>,
    ink: Option<Ink>,
    signed_by: String,
    seal: &'paper str,
    text_hash: &'paper str,
}

#[derive(Serialize)]
struct Group<'paper> {
    title: &'paper str,
    /// What is said, and whether the list of risks follows it.
    elements: Vec<(String, bool)>,
}

/// Sets a consent.
///
/// # Errors
/// When a letter has no shape in the bundled fonts.
pub fn set_consent(paper: &ConsentPaper) -> Result<Typeset, PaperRefusal> {
    let offered = paper.consent.offered();
    let given = given(&paper.consent);
    let drawn = given.and_then(|given| match &given.evidence.agreement {
        Agreement::Drawn { signature } => Some(Ink::from(signature)),
        Agreement::WitnessedVerbal { .. } | Agreement::Verbal => None,
    });
    let values = Values {
        letterhead: &paper.letterhead,
        patient: PatientLine::from(&offered.identity),
        title: &offered.text.title,
        code: format!("{} {} ({})", offered.text.id, offered.text.version, offered.text.language),
        language: &offered.text.language,
        approval: match offered.text.approval {
            TextApproval::Adopted => "",
            TextApproval::AwaitingSignOff => "This text has not been adopted by a named urologist.",
            TextApproval::NotReviewed => "This translation has not been reviewed by a qualified translator.",
        },
        groups: groups(&offered.text),
        risks: offered.text.risks.iter().map(|risk| risk.text.as_str()).collect(),
        statement: &offered.text.statement,
        state: state(&paper.consent),
        standing: matches!(paper.consent, Consent::Given(_)),
        agreement: given.map(agreement).unwrap_or_default(),
        chaperone: given.map(|given| chaperone(&given.evidence.chaperone)).unwrap_or_default(),
        ink: drawn,
        signed_by: given.map(|given| signatory(&given.evidence, &offered.identity.name)).unwrap_or_default(),
        seal: &paper.seal,
        text_hash: &offered.text_sha256,
    };
    let at = given.map_or(offered.offered_at, |given| given.at);
    set(Template::Consent, &values, &format!("consent {}", offered.consent), at)
}

fn given(consent: &Consent) -> Option<&Given> {
    match consent {
        Consent::Given(given) | Consent::Withdrawn { given, .. } | Consent::Expired { given, .. } => Some(given),
        Consent::Offered(_) | Consent::Declined { .. } => None,
    }
}

fn groups(text: &RenderedText) -> Vec<Group<'_>> {
    let group = |group: &'_ RenderedGroup| -> Vec<(String, bool)> {
        group.elements.iter().map(|said| (said.text.clone(), said.element == Element::Risks)).collect()
    };
    text.groups.iter().map(|spoken| Group { title: &spoken.title, elements: group(spoken) }).collect()
}

fn state(consent: &Consent) -> String {
    match consent {
        Consent::Offered(_) => "Not yet answered".to_owned(),
        Consent::Given(given) => format!("Given on {}", given.at.label_text()),
        Consent::Declined { at, .. } => format!("The patient declined on {}", at.label_text()),
        Consent::Withdrawn { withdrawal, .. } => {
            format!("Given, and withdrawn by the patient on {}", withdrawal.at.label_text())
        }
        Consent::Expired { at, .. } => format!("Given, and run out on {}", at.label_text()),
    }
}

fn signatory(evidence: &Evidence, patient: &str) -> String {
    match &evidence.capacity {
        Capacity::Lacking { representative } => format!("{}, for {patient}", representative.name),
        Capacity::Present | Capacity::Fluctuating { .. } => patient.to_owned(),
    }
}

fn agreement(given: &Given) -> Vec<Fact> {
    let Given { offered, evidence, recorded_by, at } = given;
    let mut facts = vec![
        Fact::new("Given", at.label_text()),
        Fact::new(
            "How",
            match &evidence.agreement {
                Agreement::Drawn { .. } => "signed".to_owned(),
                Agreement::WitnessedVerbal { witness } => {
                    format!("in words, heard by {}, {}", witness.name, witness.role)
                }
                Agreement::Verbal => "in words".to_owned(),
            },
        ),
        Fact::new("Recorded by", format!("{}, {}", recorded_by.name, recorded_by.role)),
        Fact::new("Examiner", format!("{}, {}", offered.examiner.name, offered.examiner.role)),
        Fact::new(
            "Capacity to decide",
            match &evidence.capacity {
                Capacity::Present => "present".to_owned(),
                Capacity::Fluctuating { present_now } => format!("fluctuates; present now: {present_now}"),
                Capacity::Lacking { representative } => {
                    let basis = representative.basis.as_str().replace('-', " ");
                    format!("lacking; {} decided ({basis}), document seen", representative.name)
                }
            },
        ),
    ];
    if let Some(interpreter) = &evidence.interpreter {
        let family = if interpreter.family { ", of the family" } else { "" };
        let kind = interpreter.kind.as_str().replace('-', " ");
        facts.push(Fact::new("Interpreter", format!("{}{family}, {}, {kind}", interpreter.name, interpreter.language)));
    }
    if let Some(trainee) = &evidence.trainee {
        facts.push(Fact::new("Trainee, agreed to by name", format!("{}, {}", trainee.name, trainee.role)));
    }
    facts
}

fn chaperone(chaperone: &Chaperone) -> Vec<Fact> {
    let offer = match &chaperone.offer {
        ChaperoneOffer::Yes { at, .. } => format!("yes, {}", at.label_text()),
        ChaperoneOffer::No { reason } => format!("no: {reason}"),
    };
    let mut facts = vec![Fact::new("Chaperone offered", offer)];
    if let Some(response) = chaperone.response {
        let said = match response {
            ChaperoneResponse::Accepted => "accepted",
            ChaperoneResponse::Declined => "declined",
            ChaperoneResponse::Requested => "asked for one",
        };
        facts.push(Fact::new("Patient", said));
    }
    let outcome = match (chaperone.outcome, &chaperone.present) {
        (_, Some(present)) => format!("{}, {}", present.name, present.role),
        (ChaperoneOutcome::Rebooked, None) => "rebooked".to_owned(),
        (_, None) => "none".to_owned(),
    };
    facts.push(Fact::new("Present", outcome));
    if chaperone.present.as_ref().is_some_and(|present| present.confirmed != PresenceConfirmed::NotConfirmed) {
        facts.push(Fact::new("Presence", "confirmed by own sign-on"));
    }
    facts
}

#[cfg(test)]
pub(crate) mod tests;
