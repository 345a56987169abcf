//! The label of a frozen tube in ZPL: 25.4 by 12.7 mm, its number in a square code.

use super::line::{Line, Place};
use super::{Density, framed};
use crate::barcode::data_matrix;
use crate::label::marks;
use crate::name::forms;
use crate::press::PaperRefusal;
use clinic::label::LabelContent;

/// Writes one label of a frozen tube after another, in the order given.
///
/// # Errors
/// When there is none, something that identifies does not fit, or a letter has no shape in the bundled fonts.
pub fn write_cryo_labels(labels: &[LabelContent], density: Density) -> Result<String, PaperRefusal> {
    if labels.is_empty() {
        return Err(PaperRefusal::Empty);
    }
    labels.iter().map(|label| write_label(label, density)).collect()
}

/// The same places as on the PDF label, in millimetres.
fn write_label(label: &LabelContent, density: Density) -> Result<String, PaperRefusal> {
    const LEFT: f64 = 0.9;
    const ROOM: f64 = 23.6;
    /// The code with a quiet zone of two modules begins here, and the words beside it after it.
    const CODE: (f64, f64) = (1.1, 6.0);
    const BESIDE: f64 = 7.4;
    let number = label.accession.compact();
    // Fourteen modules a side hold every number there is; a larger square would run into the words.
    if data_matrix(&number)?.modules > 14 {
        return Err(PaperRefusal::DoesNotFit("the bar code".to_owned()));
    }
    let taken = format!("{} {}", label.collected_at.label_text(), label.collector_initials);
    let place_in_set = format!("{}/{}", label.position, label.of);
    let identifiers = format!("{} {}", label.birth, label.mrn);
    let beside = ROOM + LEFT - BESIDE;
    let lines = [
        ("the name", LEFT, 0.7, ROOM, 2.2, forms(label.family.as_str(), label.given.as_str())),
        ("the birth date and number", LEFT, 3.0, ROOM, 1.9, vec![identifiers]),
        ("the role", BESIDE, 5.2, 11.0, 2.9, vec![label.role.code().to_owned()]),
        ("the place in the set", 20.6, 5.4, 4.0, 1.9, vec![place_in_set]),
        ("the number of the specimen", BESIDE, 8.0, beside, 1.9, vec![label.accession.to_string()]),
        ("the time and the collector", BESIDE, 9.8, beside, 1.7, vec![taken]),
    ];
    let marks = marks(label).join("  ");
    let marked = (!marks.is_empty()).then(|| ("the marks", BESIDE, 11.3, beside, 1.4, vec![marks]));
    let mut fields = String::new();
    for (what, x, y, room, tall, forms) in lines.into_iter().chain(marked) {
        fields += &Line { what, forms }.write(Place { x, y, room, tall }, density)?;
    }
    let (x, y) = (density.dots(CODE.0), density.dots(CODE.1));
    // Quality 200 is ECC 200, the only one still in use; the escape sign never stands in a number.
    let module = density.module() + 1;
    let code = format!("^FO{x},{y}^BXN,{module},200,,,,_^FD{number}^FS\n");
    let (width, height) = density.label();
    Ok(framed(width / 2, height / 2, &[fields, code]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::label::tests::{label, named};
    use clinic::specimen::SpecimenRole;

    #[test]
    fn a_frozen_tube_has_a_square_code_and_every_identifier() {
        let zpl = write_cryo_labels(&[label(SpecimenRole::Eps)], Density::Dpi203).unwrap();
        insta::assert_snapshot!(zpl);
        let fine = write_cryo_labels(&[label(SpecimenRole::PostM)], Density::Dpi300).unwrap();
        assert!(fine.contains("^PW300\n^LL150\n") && fine.contains("^BXN,4,200,,,,_^FD"), "{fine}");
    }

    #[test]
    fn what_does_not_fit_is_shortened_or_refused_and_marks_are_never_left_out() {
        let long =
            write_cryo_labels(&[named("Wolfeschlegelsteinhausenbergerdorff", "Hubert")], Density::Dpi203).unwrap();
        assert!(long.contains("^GFA"), "the cut is drawn");
        let late = LabelContent { late: true, serial: 2, ..label(SpecimenRole::Vb1) };
        assert!(write_cryo_labels(&[late], Density::Dpi203).unwrap().contains("LATE LABEL  print 2"));
        let mrn = clinic::patient::Mrn::parse("WWWWWWWW-MMMMMMMM").unwrap();
        let refused = write_cryo_labels(&[LabelContent { mrn, ..label(SpecimenRole::Vb1) }], Density::Dpi203);
        assert_eq!(refused, Err(PaperRefusal::DoesNotFit("the birth date and number".to_owned())));
        assert_eq!(write_cryo_labels(&[], Density::Dpi203), Err(PaperRefusal::Empty));
    }
}
