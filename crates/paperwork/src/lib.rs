//! What is printed: values in, PDF or ZPL bytes out.
//!
//! Pure: no disk, no network, no clock. Templates and fonts are part of the program, and what people typed reaches a
//! template as values only, so that no name can become markup.

pub mod aftercare;
pub mod barcode;
pub mod consent;
pub mod downtime;
pub mod label;
pub mod letter;
pub mod letterhead;
pub mod name;
pub mod note;
pub mod patient_letter;
pub mod preparation;
mod press;
pub mod recovery_kit;
pub mod requisition;
pub mod result;
mod typeset;
pub mod zpl;

pub use letterhead::{Letterhead, PaperSize, Standing};
pub use press::{PaperRefusal, warm_up};
pub use typeset::Typeset;

#[cfg(test)]
mod tests {
    //! Every paper at once, for looking at: `PAPERS_OUT=folder cargo test -p paperwork` writes them there.

    use super::*;
    use clinic::aftercare::Language;
    use clinic::specimen::SpecimenRole;
    use clinic::telling::LetterKind;

    #[test]
    fn every_paper_is_written() {
        let labels = SpecimenRole::FOUR_GLASS.map(label::tests::label);
        let names = [
            label::tests::named("Wolfeschlegelsteinhausenbergerdorff", "Hubert Blaine Adolph"),
            label::tests::named("Παπαδόπουλος", "Γιώργος"),
            label::tests::named("الأحمد", "محمد"),
            label::tests::named("कुमारस्वामी", "रमेश"),
        ];
        let now = label::tests::now();
        let papers = [
            ("labels", label::set_labels(&labels, now)),
            (
                "labels-two-glass",
                label::set_labels(&[SpecimenRole::PreM, SpecimenRole::PostM].map(label::tests::label), now),
            ),
            ("labels-names", label::set_labels(&names, now)),
            ("labels-cryo", label::set_cryo_labels(&SpecimenRole::FOUR_GLASS.map(label::tests::label), now)),
            ("labels-cryo-names", label::set_cryo_labels(&names, now)),
            (
                "labels-sheet",
                label::set_sheets(&SpecimenRole::FOUR_GLASS.map(label::tests::label), &label::Stock::A4, 5, now),
            ),
            ("labels-calibration", label::set_calibration(&label::Stock::LETTER, now)),
            ("requisition", requisition::set_requisition(&requisition::tests::requisition())),
            ("requisition-letter", requisition::set_requisition(&requisition::tests::without_secretion())),
            ("consent", consent::set_consent(&consent::tests::paper())),
            ("note", note::set_note(&note::tests::paper())),
            ("result", result::set_result(&result::tests::paper())),
            ("result-unread", result::set_result(&result::tests::hard_to_read())),
            ("aftercare", aftercare::set_aftercare(&aftercare::tests::paper(Language::English))),
            ("aftercare-de", aftercare::set_aftercare(&aftercare::tests::paper(Language::German))),
            ("aftercare-es", aftercare::set_aftercare(&aftercare::tests::paper(Language::Spanish))),
            ("preparation", preparation::set_preparation(&preparation::tests::paper(Language::English))),
            ("preparation-de", preparation::set_preparation(&preparation::tests::paper(Language::German))),
            ("preparation-es", preparation::set_preparation(&preparation::tests::paper(Language::Spanish))),
            ("letter", letter::set_letter(&letter::tests::paper())),
            ("patient-letter", patient_letter::set_letter(&patient_letter::tests::paper(LetterKind::AsksToCall))),
            ("recovery-kit", Ok(recovery_kit::tests::set_kit())),
            ("downtime", downtime::set_downtime(&downtime::tests::paper())),
        ];
        let folder = std::env::var_os("PAPERS_OUT").map(std::path::PathBuf::from);
        for (name, typeset) in papers {
            let typeset = typeset.unwrap();
            let pdf = typeset.pdf().unwrap();
            if let Some(folder) = &folder {
                std::fs::write(folder.join(format!("{name}.pdf")), pdf).unwrap();
                std::fs::write(folder.join(format!("{name}.svg")), &typeset.pages_svg()[0]).unwrap();
            }
        }
    }
}
