//! A letter to a patient: one that tells a result to somebody who wants it in writing, or one that asks to call and says
//! nothing else, because anybody may open it.

use crate::letterhead::Letterhead;
use crate::press::{PaperRefusal, Template, set};
use crate::typeset::Typeset;
use clinic::Moment;
use clinic::consent::Identity;
use clinic::telling::LetterKind;
use serde::Serialize;

/// A letter to be printed.
#[derive(Debug, Clone)]
pub struct LetterPaper {
    /// The clinic.
    pub letterhead: Letterhead,
    /// The patient.
    pub patient: Identity,
    /// Where it goes, a line each; empty: lines to write it on.
    pub address: Vec<String>,
    /// What it says.
    pub kind: LetterKind,
    /// The day of the visit it is about, in words.
    pub visit: String,
    /// What was written into it.
    pub said: Option<String>,
    /// When somebody tried to call, in words.
    pub tried: Vec<String>,
    /// Who writes.
    pub by: String,
    /// When.
    pub at: Moment,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Values<'paper> {
    letterhead: &'paper Letterhead,
    code: String,
    name: &'paper str,
    address: &'paper [String],
    date: String,
    subject: String,
    paragraphs: Vec<String>,
    by: &'paper str,
}

/// Sets a letter.
///
/// # Errors
/// When a letter has no shape in the bundled fonts.
pub fn set_letter(paper: &LetterPaper) -> Result<Typeset, PaperRefusal> {
    let values = Values {
        letterhead: &paper.letterhead,
        code: paper.at.label_text(),
        name: &paper.patient.name,
        address: &paper.address,
        date: paper.at.local().format("%-d %b %Y").to_string(),
        subject: format!("Your visit of {}", paper.visit),
        paragraphs: paragraphs(paper),
        by: &paper.by,
    };
    let ident = format!("letter {} {} {}", paper.patient.patient, paper.kind, paper.at);
    set(Template::PatientLetter, &values, &ident, paper.at)
}

/// What it says, a paragraph each. One that asks to call names no result and no test.
fn paragraphs(paper: &LetterPaper) -> Vec<String> {
    let telephone = &paper.letterhead.telephone;
    let call = if telephone.is_empty() {
        "Please call the clinic.".to_owned()
    } else {
        format!("Please call the clinic: {telephone}.")
    };
    match paper.kind {
        LetterKind::AsksToCall => {
            let tried = match paper.tried.as_slice() {
                [] => "We have tried to reach you and could not.".to_owned(),
                days => format!("We have tried to reach you on {} and could not.", days.join(" and ")),
            };
            vec![tried, call, "Have your birth date at hand when you call.".to_owned()]
        }
        LetterKind::TellsTheResult => {
            let said = paper.said.clone().unwrap_or_default();
            vec![said, format!("If anything in this letter is unclear: {}", lower(&call))]
        }
    }
}

fn lower(sentence: &str) -> String {
    let mut signs = sentence.chars();
    signs.next().map_or_else(String::new, |first| first.to_lowercase().chain(signs).collect())
}

#[cfg(test)]
pub(crate) mod tests {
    //! Letters of the fictional cast.

    use super::*;
    use crate::consent::tests::identity;
    use crate::label::tests::now;
    use crate::requisition::tests::letterhead;

    pub(crate) fn paper(kind: LetterKind) -> LetterPaper {
        LetterPaper {
            letterhead: letterhead(),
            patient: identity(),
            address: Vec::new(),
            kind,
            visit: "20 Nov 2026".to_owned(),
            said: Some("No bacteria were found. *Nothing* has to be treated.".to_owned()),
            tried: vec!["23 Nov 2026".to_owned(), "24 Nov 2026".to_owned()],
            by: "Tom Abara".to_owned(),
            at: now(),
        }
    }

    #[test]
    fn a_letter_that_asks_to_call_says_nothing_else() {
        let asks = paragraphs(&paper(LetterKind::AsksToCall)).join(" ");
        assert!(asks.starts_with("We have tried to reach you on 23 Nov 2026 and 24 Nov 2026"), "{asks}");
        assert!(!asks.to_lowercase().contains("result") && !asks.contains("bacteria"), "{asks}");
        let tells = paragraphs(&paper(LetterKind::TellsTheResult)).join(" ");
        assert!(tells.contains("No bacteria were found."), "{tells}");
    }

    #[test]
    fn a_letter_is_one_page_with_an_address_or_the_lines_for_one() {
        for kind in LetterKind::ALL {
            assert_eq!(set_letter(&paper(*kind)).unwrap().page_count(), 1, "{kind}");
        }
        let address = vec!["c/o Lind".to_owned(), "Quay 1".to_owned(), "20457 Hamburg".to_owned()];
        let addressed = set_letter(&LetterPaper { address, ..paper(LetterKind::AsksToCall) }).unwrap();
        assert_eq!(addressed.page_count(), 1);
    }
}
