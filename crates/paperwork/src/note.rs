//! The procedure note as it is read and signed: its sections, the signature under it, and which version it is.

use crate::letterhead::{Letterhead, PatientLine};
use crate::press::{PaperRefusal, Template, set};
use crate::typeset::Typeset;
use clinic::Moment;
use clinic::consent::Identity;
use clinic::note::{NoteText, Signing};
use serde::Serialize;

/// A version of a note to be printed.
#[derive(Debug, Clone)]
pub struct NotePaper {
    /// The clinic.
    pub letterhead: Letterhead,
    /// The patient as named in this version.
    pub patient: Identity,
    /// What the procedure is called when it is spoken of: the collection's number, or the visit's.
    pub number: String,
    /// The text.
    pub text: NoteText,
    /// Counted from 1.
    pub version: u32,
    /// Why it was amended; none for the first version.
    pub reason: Option<String>,
    /// The signature; none while it is a draft.
    pub signing: Option<Signing>,
    /// A later version stands in its place.
    pub superseded: bool,
    /// When this version was written.
    pub at: Moment,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Values<'paper> {
    letterhead: &'paper Letterhead,
    patient: PatientLine,
    title: &'paper str,
    code: String,
    sections: Vec<(&'paper str, &'paper [String])>,
    banner: String,
    signature: Option<SignatureValues<'paper>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SignatureValues<'paper> {
    name: &'paper str,
    role: &'paper str,
    sentence: &'static str,
    at: String,
    sha256: &'paper str,
    signature: &'paper str,
    public_key: &'paper str,
}

/// Sets a note.
///
/// # Errors
/// When it has no section, or a letter has no shape in the bundled fonts.
pub fn set_note(paper: &NotePaper) -> Result<Typeset, PaperRefusal> {
    if paper.text.sections.is_empty() {
        return Err(PaperRefusal::Empty);
    }
    let values = Values {
        letterhead: &paper.letterhead,
        patient: PatientLine::from(&paper.patient),
        title: &paper.text.title,
        code: format!("{} · version {}", paper.number, paper.version),
        sections: paper
            .text
            .sections
            .iter()
            .map(|section| (section.title.as_str(), section.paragraphs.as_slice()))
            .collect(),
        banner: banner(paper),
        signature: paper.signing.as_ref().map(|signing| SignatureValues {
            name: &signing.by.name,
            role: &signing.by.role,
            sentence: signing.meaning.sentence(),
            at: format!("{} (UTC{})", signing.at.label_text(), signing.at.local().format("%:z")),
            sha256: &signing.sha256,
            signature: &signing.signature,
            public_key: &signing.public_key,
        }),
    };
    let at = paper.signing.as_ref().map_or(paper.at, |signing| signing.at);
    set(Template::Note, &values, &format!("note {} {}", paper.number, paper.version), at)
}

/// What a reader must know before the first line.
fn banner(paper: &NotePaper) -> String {
    let mut said = Vec::new();
    if paper.superseded {
        said.push("A later version stands in place of this one.".to_owned());
    }
    if paper.signing.is_none() {
        said.push("Draft: not signed.".to_owned());
    }
    if let Some(reason) = &paper.reason {
        said.push(format!("Amended: {reason}"));
    }
    said.join("\n")
}

#[cfg(test)]
pub(crate) mod tests;
