//! The preparation sheet: what, when and where, and what to do before, in the patient's language.

use crate::letterhead::{Letterhead, PatientLine};
use crate::press::{PaperRefusal, Template, set};
use crate::typeset::Typeset;
use clinic::Moment;
use clinic::consent::Identity;
use clinic::preparation::{Preparation, PreparationPart};
use serde::Serialize;

/// A sheet to be printed.
#[derive(Debug, Clone)]
pub struct PreparationPaper {
    /// The clinic.
    pub letterhead: Letterhead,
    /// The patient.
    pub patient: Identity,
    /// Where it goes by post, a line each; empty when it is handed over.
    pub post: Vec<String>,
    /// What is said.
    pub sheet: Preparation,
    /// When it is made.
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
    post: &'paper [String],
    appointment: &'paper [(String, String)],
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
pub fn set_preparation(paper: &PreparationPaper) -> Result<Typeset, PaperRefusal> {
    let sheet = &paper.sheet;
    let parts = sheet.parts.iter().map(|one| Part {
        title: &one.title,
        urgent: one.part == PreparationPart::Urgent,
        lines: &one.lines,
    });
    let values = Values {
        letterhead: &paper.letterhead,
        patient: PatientLine::from(&paper.patient),
        title: &sheet.title,
        code: format!("preparation {} {} ({})", sheet.kind, sheet.version, sheet.language),
        language: sheet.language.as_str(),
        mark: &sheet.mark,
        post: &paper.post,
        appointment: &sheet.appointment,
        parts: parts.collect(),
        call: &sheet.call,
        telephone: &sheet.telephone,
        emergency: &sheet.emergency,
        given: format!("{} {}", sheet.given, paper.at.label_text()),
    };
    let ident = format!("preparation {} {} {}", paper.patient.patient, sheet.language, paper.at);
    set(Template::Preparation, &values, &ident, paper.at)
}

#[cfg(test)]
pub(crate) mod tests {
    //! Sheets of the fictional cast, in each language and before each procedure.

    use super::*;
    use crate::consent::tests::identity;
    use crate::label::tests::now;
    use crate::requisition::tests::letterhead;
    use clinic::aftercare::Language;
    use clinic::preparation::{Appointment, text};
    use clinic::procedure::ProcedureKind;

    pub(crate) fn paper(language: Language) -> PreparationPaper {
        before(language, ProcedureKind::FourGlass)
    }

    fn before(language: Language, kind: ProcedureKind) -> PreparationPaper {
        let appointment = Appointment {
            when: "2026-12-03T09:15:00".parse().unwrap(),
            place: "Riverside Urology, Quay 1, 10115 Berlin".to_owned(),
            telephone: "030 5550 1234".to_owned(),
        };
        let sheet = text(language).render(kind, &appointment);
        PreparationPaper { letterhead: letterhead(), patient: identity(), post: Vec::new(), sheet, at: now() }
    }

    #[test]
    fn a_sheet_is_one_page_in_every_language_and_before_every_procedure() {
        for language in Language::ALL {
            for kind in ProcedureKind::ALL {
                let mut paper = before(*language, *kind);
                paper.post = ["Henrik LINDQVIST", "c/o Harbour Shelter", "Post box 17", "10115 Berlin"]
                    .map(str::to_owned)
                    .to_vec();
                let typeset = set_preparation(&paper).unwrap();
                assert_eq!(typeset.page_count(), 1, "{language} {kind}");
                assert_eq!(typeset.pdf().unwrap(), set_preparation(&paper).unwrap().pdf().unwrap());
            }
        }
    }

    #[test]
    fn what_an_administrator_wrote_is_never_markup() {
        let mut typed = paper(Language::English);
        typed.sheet.appointment[2].1 = "#panic(\"no\") *bold* $x$".to_owned();
        assert!(set_preparation(&typed).is_ok());
    }
}
