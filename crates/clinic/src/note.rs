//! The procedure note: written from the recorded fields in whole sentences, shown, signed, and afterwards only amended.
//!
//! It says every recorded fact and none that was not recorded: what was left open is left out or called “not recorded”,
//! never “normal”.

mod after;
mod afterwards;
mod agreed;
mod before;
mod collected;
mod examined;
pub mod facts;
mod facts_results;
mod felt;
mod matters;
mod phrase;
mod results;
mod safety;
mod signing;

pub use facts::NoteFacts;
pub use matters::matter;
pub use signing::{Draft, Meaning, NOTE_FORMAT, NoteRefusal, SIGNATURE_FORMAT, SignedNote, Signing, statement};

use crate::words::words;
use serde::{Deserialize, Serialize};

words! {
    /// The parts of a note, in the order in which they are read.
    pub enum SectionKind {
        /// Who came, when, and why.
        Indication = "indication",
        /// Vital signs, symptoms, history, and what the safety check made of them.
        Assessment = "assessment",
        /// Consent and chaperone.
        Consent = "consent",
        /// What the finger found, the gate first.
        Examination = "examination",
        /// The massage, or the strokes of a kit.
        Massage = "massage",
        /// Each glass and how it ended.
        Specimens = "specimens",
        /// How the procedure ended.
        Outcome = "outcome",
        /// What went to the laboratory, and what the patient was told.
        Plan = "plan",
        /// The results, what follows from them, and that the patient was told.
        Results = "results",
        /// Adverse events and calls.
        Afterwards = "afterwards",
        /// What was put right or entered afterwards.
        Corrections = "corrections",
        /// What the urologist adds in their own words.
        Remarks = "remarks",
    }
}

impl SectionKind {
    /// Its heading.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Indication => "Indication",
            Self::Assessment => "Assessment before the procedure",
            Self::Consent => "Consent and chaperone",
            Self::Examination => "Examination",
            Self::Massage => "Prostatic massage",
            Self::Specimens => "Specimens",
            Self::Outcome => "Outcome",
            Self::Plan => "Laboratory and aftercare",
            Self::Results => "Results",
            Self::Afterwards => "Adverse events and calls",
            Self::Corrections => "Corrections and late entries",
            Self::Remarks => "Remarks",
        }
    }
}

/// One recorded value, as the screen lists it beside the sentence it went into.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Field {
    /// What it is.
    pub label: String,
    /// What was recorded.
    pub value: String,
}

/// One part of a note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Section {
    /// Which part.
    pub kind: SectionKind,
    /// Its heading.
    pub title: String,
    /// Its sentences, in paragraphs.
    pub paragraphs: Vec<String>,
    /// The fields they came from.
    pub fields: Vec<Field>,
}

/// A whole note as it is read, printed and signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct NoteText {
    /// Its title.
    pub title: String,
    /// Its parts; a part with nothing to say is left out.
    pub sections: Vec<Section>,
}

/// Writes the note.
#[must_use]
pub fn compose(facts: &NoteFacts) -> NoteText {
    let sections = [
        before::indication(facts),
        before::assessment(facts),
        agreed::consent(facts),
        examined::examination(facts),
        collected::massage(facts),
        collected::specimens(facts),
        after::outcome(facts),
        after::plan(facts),
        results::results(facts),
        afterwards::afterwards(facts),
        after::corrections(facts),
        after::remarks(facts),
    ];
    NoteText {
        title: format!("Procedure note: {}", facts.kind.title()),
        sections: sections.into_iter().filter(|section| !section.paragraphs.is_empty()).collect(),
    }
}

impl NoteText {
    /// The note as plain text, for the clipboard of another system and for tests.
    #[must_use]
    pub fn plain(&self) -> String {
        let section = |section: &Section| format!("\n{}\n{}\n", section.title, section.paragraphs.join("\n"));
        let sections: Vec<String> = self.sections.iter().map(section).collect();
        format!("{}\n{}", self.title, sections.concat())
    }
}

#[cfg(test)]
mod tests;
