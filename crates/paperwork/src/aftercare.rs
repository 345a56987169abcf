//! The aftercare sheet that the patient takes home, in the patient's language.

use crate::letterhead::{Letterhead, PatientLine};
use crate::press::{PaperRefusal, Template, set};
use crate::typeset::Typeset;
use clinic::Moment;
use clinic::aftercare::{Sheet, SheetPart};
use clinic::consent::Identity;
use serde::Serialize;

/// A sheet to be printed.
#[derive(Debug, Clone)]
pub struct AftercarePaper {
    /// The clinic.
    pub letterhead: Letterhead,
    /// The patient.
    pub patient: Identity,
    /// What is said.
    pub sheet: Sheet,
    /// When it is given.
    pub at: Moment,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Values<'paper> {
    letterhead: &'paper Letterhead,
    patient: PatientLine,
    title: &'paper str,
    code: String,
    language: &'static str,
    mark: &'paper str,
    parts: Vec<Part<'paper>>,
    call: &'paper str,
    telephone: &'paper str,
    emergency: &'paper str,
    given: String,
}

#[derive(Serialize)]
struct Part<'paper> {
    title: &'paper str,
    urgent: bool,
    lines: &'paper [String],
}

/// Sets a sheet.
///
/// # Errors
/// When a letter has no shape in the bundled fonts.
pub fn set_aftercare(paper: &AftercarePaper) -> Result<Typeset, PaperRefusal> {
    let sheet = &paper.sheet;
    let part = |part: &'_ clinic::aftercare::RenderedPart| part.part == SheetPart::Urgent;
    let values = Values {
        letterhead: &paper.letterhead,
        patient: PatientLine::from(&paper.patient),
        title: &sheet.title,
        code: format!("aftercare {} {} ({})", sheet.act, sheet.version, sheet.language),
        language: sheet.language.as_str(),
        mark: &sheet.mark,
        parts: sheet.parts.iter().map(|one| Part { title: &one.title, urgent: part(one), lines: &one.lines }).collect(),
        call: &sheet.call,
        telephone: &sheet.telephone,
        emergency: &sheet.emergency,
        given: format!("{} {}", sheet.given, paper.at.label_text()),
    };
    let ident = format!("aftercare {} {} {}", paper.patient.patient, sheet.language, paper.at);
    set(Template::Aftercare, &values, &ident, paper.at)
}

#[cfg(test)]
pub(crate) mod tests {
    //! Sheets of the fictional cast, in each language.

    use super::*;
    use crate::consent::tests::identity;
    use crate::label::tests::now;
    use crate::requisition::tests::letterhead;
    use clinic::aftercare::{ClinicWords, Language, text};
    use clinic::procedure::Act;

    pub(crate) fn paper(language: Language) -> AftercarePaper {
        let words = ClinicWords {
            telephone: "030 5550 1234".to_owned(),
            concern: "Marta Lind, practice manager, 030 5550 1235".to_owned(),
        };
        let sheet = text(language).render(Act::Massage, &["sci-t6"], &words);
        AftercarePaper { letterhead: letterhead(), patient: identity(), sheet, at: now() }
    }

    #[test]
    fn a_sheet_is_one_page_in_every_language() {
        for language in Language::ALL {
            let typeset = set_aftercare(&paper(*language)).unwrap();
            assert_eq!(typeset.page_count(), 1, "{language}");
            assert_eq!(typeset.pdf().unwrap(), set_aftercare(&paper(*language)).unwrap().pdf().unwrap());
        }
    }

    #[test]
    fn what_an_administrator_wrote_is_never_markup() {
        let mut typed = paper(Language::English);
        typed.sheet.telephone = "#panic(\"no\") *bold* $x$".to_owned();
        assert!(set_aftercare(&typed).is_ok());
    }
}
