//! The letter to the clinician who referred the patient: what was done, how it ended, and what follows, as it was signed.

use crate::letterhead::{Letterhead, PatientLine};
use crate::press::{PaperRefusal, Template, set};
use crate::typeset::Typeset;
use clinic::Moment;
use clinic::consent::Identity;
use clinic::note::{Section, Signing};
use serde::Serialize;

/// A letter to be printed.
#[derive(Debug, Clone)]
pub struct LetterPaper {
    /// The clinic.
    pub letterhead: Letterhead,
    /// To whom: the name, then the address, a line each.
    pub to: Vec<String>,
    /// The patient, as the signed note names them.
    pub patient: Identity,
    /// What the procedure is called when it is spoken of.
    pub number: String,
    /// What the letter is about: the title of the procedure and its day.
    pub subject: String,
    /// What it says, part by part.
    pub sections: Vec<Section>,
    /// The signature under the note from which it is made.
    pub signing: Signing,
    /// Which version of that note.
    pub version: u32,
    /// When the letter is made.
    pub at: Moment,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Values<'paper> {
    letterhead: &'paper Letterhead,
    patient: PatientLine,
    code: String,
    to: &'paper [String],
    date: String,
    subject: &'paper str,
    sections: Vec<(&'paper str, &'paper [String])>,
    signed: String,
    from_note: String,
}

/// Sets a letter.
///
/// # Errors
/// When it says nothing, or a letter has no shape in the bundled fonts.
pub fn set_letter(paper: &LetterPaper) -> Result<Typeset, PaperRefusal> {
    if paper.sections.is_empty() || paper.to.is_empty() {
        return Err(PaperRefusal::Empty);
    }
    let signing = &paper.signing;
    let values = Values {
        letterhead: &paper.letterhead,
        patient: PatientLine::from(&paper.patient),
        code: format!("{} · note version {}", paper.number, paper.version),
        to: &paper.to,
        date: paper.at.local().format("%-d %b %Y").to_string(),
        subject: &paper.subject,
        sections: (paper.sections.iter())
            .map(|section| (section.title.as_str(), section.paragraphs.as_slice()))
            .collect(),
        signed: format!("{}, {}", signing.by.name, signing.by.role),
        from_note: format!(
            "From version {} of the procedure note, signed {} (UTC{}), SHA-256 {}",
            paper.version,
            signing.at.label_text(),
            signing.at.local().format("%:z"),
            signing.sha256
        ),
    };
    set(Template::Letter, &values, &format!("letter {} {} {}", paper.number, paper.version, paper.at), paper.at)
}

#[cfg(test)]
pub(crate) mod tests {
    //! A letter of the fictional cast, made from its signed note.

    use super::*;
    use crate::label::tests::now;
    use crate::note;

    pub(crate) fn paper() -> LetterPaper {
        let signed = note::tests::paper();
        LetterPaper {
            letterhead: signed.letterhead,
            to: ["Dr. Miriam Osei", "General practice", "Mill Lane 4", "10117 Berlin"].map(str::to_owned).to_vec(),
            patient: signed.patient,
            number: signed.number,
            subject: "Four-glass test on 22 Nov 2026".to_owned(),
            sections: signed.text.sections,
            signing: signed.signing.unwrap(),
            version: 1,
            at: now(),
        }
    }

    #[test]
    fn a_letter_fits_its_pages_and_the_same_letter_is_the_same_bytes() {
        let typeset = set_letter(&paper()).unwrap();
        assert!((1..=2).contains(&typeset.page_count()));
        assert_eq!(typeset.pdf().unwrap(), set_letter(&paper()).unwrap().pdf().unwrap());
    }

    #[test]
    fn a_letter_to_nobody_or_of_nothing_is_no_paper() {
        let nobody = LetterPaper { to: Vec::new(), ..paper() };
        assert_eq!(set_letter(&nobody).unwrap_err(), PaperRefusal::Empty);
        let nothing = LetterPaper { sections: Vec::new(), ..paper() };
        assert_eq!(set_letter(&nothing).unwrap_err(), PaperRefusal::Empty);
    }

    #[test]
    fn what_somebody_typed_of_the_referrer_is_never_markup() {
        let typed = LetterPaper { to: vec!["#panic(\"no\") *bold* $x$".to_owned()], ..paper() };
        assert!(set_letter(&typed).is_ok());
    }
}
