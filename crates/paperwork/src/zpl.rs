//! Labels in the language of thermal label printers (ZPL II), for 203 and 300 dots an inch.
//!
//! The printer draws the bar code and whatever its own font surely has; all other letters are sent as dots we draw
//! ourselves. Nothing a person typed stands outside a field, and inside one no sign can end it.

mod cryo;
mod line;

pub use cryo::write_cryo_labels;

use crate::barcode::code128;
use crate::label::marks;
use crate::name::forms;
use crate::press::PaperRefusal;
use clinic::label::LabelContent;
use line::{Line, Place};
use unicode_segmentation::UnicodeSegmentation;

/// Dots of the print head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Density {
    /// 203 an inch, 8 a millimetre.
    Dpi203,
    /// 300 an inch, 11.8 a millimetre.
    Dpi300,
}

impl Density {
    /// A length in whole dots.
    fn dots(self, mm: f64) -> u32 {
        let dots = (mm * self.per_inch() / 25.4).round();
        // Lengths on a label are small and positive.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a label has some hundred dots")]
        let dots = dots as u32;
        dots
    }

    const fn per_inch(self) -> f64 {
        match self {
            Self::Dpi203 => 203.0,
            Self::Dpi300 => 300.0,
        }
    }

    /// Dots of one bar code module: a quarter of a millimetre in whole dots.
    const fn module(self) -> u32 {
        match self {
            Self::Dpi203 => 2,
            Self::Dpi300 => 3,
        }
    }

    /// Width and height of the 2 by 1 inch label.
    const fn label(self) -> (u32, u32) {
        match self {
            Self::Dpi203 => (406, 203),
            Self::Dpi300 => (600, 300),
        }
    }
}

/// Writes one ZPL label after another, in the order given.
///
/// # Errors
/// When there is none, something that identifies does not fit, or a letter has no shape in the bundled fonts.
pub fn write_labels(labels: &[LabelContent], density: Density) -> Result<String, PaperRefusal> {
    if labels.is_empty() {
        return Err(PaperRefusal::Empty);
    }
    labels.iter().map(|label| write_label(label, density)).collect()
}

/// The same places as on the PDF label, in millimetres.
fn write_label(label: &LabelContent, density: Density) -> Result<String, PaperRefusal> {
    const LEFT: f64 = 1.6;
    const ROOM: f64 = 47.6;
    const QUIET: f64 = 2.5;
    const BESIDE: f64 = 16.4;
    const MARKS: f64 = 28.0;
    let (width, height) = density.label();
    let number = label.accession.compact();
    let length = u32::try_from(code128(&number)?.modules).unwrap_or(u32::MAX);
    // What stands to the right of the code begins at 43 mm; its quiet zones end before.
    if density.dots(QUIET) * 2 + length.saturating_mul(density.module()) > density.dots(43.0) {
        return Err(PaperRefusal::DoesNotFit("the bar code".to_owned()));
    }
    let identifiers = format!("{}   {}", label.birth, label.mrn);
    let place_in_set = format!("{}/{}", label.position, label.of);
    let taken = format!("{}  {}", label.collected_at.label_text(), label.collector_initials);
    // A field of its own, in the printer's own letters: a late label and a reprint are said whatever room there is.
    let marks = marks(label).join("  ");
    // POST-M is longer than VB3: smaller, and in the middle of its place.
    let role = label.role.code();
    let (role_top, role_tall) = if role.len() > 3 { (18.3, 3.5) } else { (17.1, 5.9) };
    // What, left, top, room, height, in millimetres, and the forms it may take.
    let lines = [
        ("the name", LEFT, 1.2, ROOM, 4.0, forms(label.family.as_str(), label.given.as_str())),
        ("the birth date and number", LEFT, 5.5, ROOM, 3.1, vec![identifiers]),
        ("the place in the set", 44.0, 10.0, 5.2, 3.4, vec![place_in_set]),
        ("the role", LEFT, role_top, 14.4, role_tall, vec![role.to_owned()]),
        ("the number of the specimen", BESIDE, 16.9, 32.8, 3.1, vec![label.accession.to_string()]),
        ("the time and the collector", BESIDE, 20.2, 32.8, 2.6, vec![taken]),
        ("the source", LEFT, 23.1, if marks.is_empty() { ROOM } else { MARKS - LEFT - 0.5 }, 2.0, helpful(label)),
    ];
    let marked = (!marks.is_empty()).then(|| ("the marks", MARKS, 23.1, ROOM + LEFT - MARKS, 2.0, vec![marks]));
    let mut fields = String::new();
    for (what, x, y, room, tall, forms) in lines.into_iter().chain(marked) {
        fields += &Line { what, forms }.write(Place { x, y, room, tall }, density)?;
    }
    // `^BC` in mode A chooses the subsets itself, as the printed length above was reckoned.
    let bars = density.dots(7.0);
    let (x, y) = (density.dots(QUIET), density.dots(9.3));
    let module = density.module();
    let code = format!("^FO{x},{y}^BY{module},3,{bars}^BCN,{bars},N,N,N,A^FD{number}^FS\n");
    Ok(framed(width, height, &[fields, code]))
}

/// A label of these dots with its fields: in UTF-8, from the corner, once.
fn framed(width: u32, height: u32, fields: &[String; 2]) -> String {
    let [words, code] = fields;
    format!("^XA\n^CI28\n^PW{width}\n^LL{height}\n^LH0,0\n{words}{code}^PQ1\n^XZ\n")
}

/// Words that help but do not identify, cut at the end when there is no room.
fn helpful(label: &LabelContent) -> Vec<String> {
    let words = [&label.source, &label.storage, &label.clinic].map(String::as_str);
    let words = words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" · ");
    let letters: Vec<&str> = words.graphemes(true).collect();
    let cut = (1..letters.len()).rev().map(|end| format!("{}…", letters[..end].concat()));
    std::iter::once(words.clone()).chain(cut).collect()
}

#[cfg(test)]
mod tests;
