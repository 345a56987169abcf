//! The consent as it was given: the whole text the patient read, what was confirmed, the signature, and its seal.

mod facts;
mod words;

use crate::letterhead::{Fact, Ink, Letterhead, PatientLine};
use crate::press::{PaperRefusal, Template, set};
use crate::typeset::Typeset;
use clinic::consent::text::{Element, RenderedGroup, RenderedText};
use clinic::consent::{Agreement, Consent, Given, Interpreter, TranslationReview};
use serde::Serialize;
use words::{Words, fill};

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
    words: &'static Words,
    patient: PatientLine,
    title: &'paper str,
    code: String,
    language: &'static str,
    approval: String,
    groups: Vec<Group<'paper>>,
    risks: Vec<&'paper str>,
    statement: &'paper str,
    state: String,
    standing: bool,
    agreement: Vec<Fact>,
    chaperone: Vec<Fact>,
    signatures: Vec<Signed>,
    seal: &'paper str,
    text_hash: &'paper str,
}

#[derive(Serialize)]
struct Group<'paper> {
    title: &'paper str,
    /// What is said, and whether the list of risks follows it.
    elements: Vec<(String, bool)>,
}

/// A drawn signature, with who drew it.
#[derive(Serialize)]
struct Signed {
    ink: Ink,
    by: String,
}

/// Sets a consent.
///
/// # Errors
/// When a letter has no shape in the bundled fonts.
pub fn set_consent(paper: &ConsentPaper) -> Result<Typeset, PaperRefusal> {
    let offered = paper.consent.offered();
    let given = given(&paper.consent);
    let words = Words::in_language(offered.text.language);
    let values = Values {
        letterhead: &paper.letterhead,
        words,
        patient: PatientLine::from(&offered.identity),
        title: &offered.text.title,
        code: format!("{} {} ({})", offered.text.id, offered.text.version, offered.text.language),
        language: offered.text.language.as_str(),
        approval: approval(words, &offered.text),
        groups: groups(&offered.text),
        risks: offered.text.risks.iter().map(|risk| risk.text.as_str()).collect(),
        statement: &offered.text.statement,
        state: state(&paper.consent),
        standing: matches!(paper.consent, Consent::Given(_)),
        agreement: given.map(facts::agreement).unwrap_or_default(),
        chaperone: given.map(facts::chaperone).unwrap_or_default(),
        signatures: given.map(signatures).unwrap_or_default(),
        seal: &paper.seal,
        text_hash: &offered.text_sha256,
    };
    let at = given.map_or(offered.offered_at, |given| given.at);
    set(Template::Consent, &values, &format!("consent {}", offered.consent), at)
}

/// The mark of a text that nobody adopted or, in another language, nobody reviewed; and who reviewed it.
fn approval(words: &Words, text: &RenderedText) -> String {
    let mark = words.approval(text.approval);
    match &text.review {
        None => mark.to_owned(),
        Some(TranslationReview { reviewer, qualification, reviewed_on }) => {
            format!("{mark} {}", fill(words.reviewed, &[reviewed_on, reviewer, qualification]))
        }
    }
}

/// Every signature that was drawn: of whoever decided, and of an interpreter in the room.
fn signatures(given: &Given) -> Vec<Signed> {
    let Given { offered, evidence, .. } = given;
    let patient = &offered.identity.name;
    let words = Words::in_language(offered.text.language);
    let signatory = evidence.signatory(patient);
    let by = if signatory == patient { patient.clone() } else { fill(words.for_patient, &[signatory, patient]) };
    let mut drawn = Vec::new();
    if let Agreement::Drawn { signature } = &evidence.agreement {
        drawn.push(Signed { ink: Ink::from(signature), by });
    }
    if let Some(Interpreter { name, signature: Some(signature), .. }) = &evidence.interpreter {
        drawn.push(Signed { ink: Ink::from(signature), by: format!("{name}, {}", words.interpreter) });
    }
    drawn
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
    let words = Words::in_language(consent.offered().text.language);
    let (sentence, at) = match consent {
        Consent::Offered(_) => return words.not_answered.to_owned(),
        Consent::Given(given) => (words.given_on, given.at),
        Consent::Declined { at, .. } => (words.declined_on, *at),
        Consent::Withdrawn { withdrawal, .. } => (words.withdrawn_on, withdrawal.at),
        Consent::Expired { at, .. } => (words.expired_on, *at),
    };
    fill(sentence, &[&at.label_text()])
}

#[cfg(test)]
pub(crate) mod tests;
