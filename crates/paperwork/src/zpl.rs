//! Labels in the language of thermal label printers (ZPL II), for 203 and 300 dots an inch.
//!
//! The printer draws the bar code and whatever its own font surely has; all other letters are sent as dots we draw
//! ourselves. Nothing a person typed stands outside a field, and inside one no sign can end it.

mod line;

use crate::barcode::code128;
use crate::name::forms;
use crate::press::PaperRefusal;
use clinic::label::LabelContent;
use line::{Line, Place};
use std::fmt::Write;
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
    let (width, height) = density.label();
    let number = label.accession.compact();
    let length = u32::try_from(code128(&number)?.modules).unwrap_or(u32::MAX);
    // What stands to the right of the code begins at 43 mm; its quiet zones end before.
    if density.dots(QUIET) * 2 + length.saturating_mul(density.module()) > density.dots(43.0) {
        return Err(PaperRefusal::DoesNotFit("the bar code".to_owned()));
    }
    let mut zpl = format!("^XA\n^CI28\n^PW{width}\n^LL{height}\n^LH0,0\n");
    let mut put = |place: Place, line: &Line| -> Result<(), PaperRefusal> {
        zpl.push_str(&line.write(place, density)?);
        Ok(())
    };
    let at = |x: f64, y: f64, room: f64, tall: f64| Place { x, y, room, tall };
    put(at(LEFT, 1.2, ROOM, 4.0), &Line::Identifying("the name", forms(label.family.as_str(), label.given.as_str())))?;
    let identifiers = format!("{}   {}", label.birth, label.mrn);
    put(at(LEFT, 5.5, ROOM, 3.1), &Line::Identifying("the birth date and number", vec![identifiers]))?;
    put(
        at(44.0, 10.0, 5.2, 3.4),
        &Line::Identifying("the place in the set", vec![format!("{}/{}", label.position, label.of)]),
    )?;
    put(at(LEFT, 17.1, 14.4, 5.9), &Line::Identifying("the role", vec![label.role.code().to_owned()]))?;
    put(
        at(BESIDE, 16.9, 32.8, 3.1),
        &Line::Identifying("the number of the specimen", vec![label.accession.to_string()]),
    )?;
    let taken = format!("{}  {}", label.collected_at.label_text(), label.collector_initials);
    put(at(BESIDE, 20.2, 32.8, 2.6), &Line::Identifying("the time and the collector", vec![taken]))?;
    let print = if label.serial > 1 { format!("print {}", label.serial) } else { String::new() };
    let words = [&label.source, &label.storage, &label.clinic, &print];
    let helpful: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).map(String::as_str).collect();
    // The print is counted on the label whatever else there is no room for.
    let helpful = if print.is_empty() {
        shortening(&helpful.join(" · "), "")
    } else {
        shortening(&helpful[..helpful.len() - 1].join(" · "), &format!(" · {print}"))
    };
    put(at(LEFT, 23.1, ROOM, 2.0), &Line::Identifying("the source", helpful))?;
    // `^BC` in mode A chooses the subsets itself, as the printed length above was reckoned.
    let bars = density.dots(7.0);
    let (x, y) = (density.dots(QUIET), density.dots(9.3));
    let written =
        write!(zpl, "^FO{x},{y}^BY{},3,{bars}^BCN,{bars},N,N,N,A^FD{number}^FS\n^PQ1\n^XZ\n", density.module());
    written.map_err(|fault| PaperRefusal::Fault(fault.to_string()))?;
    Ok(zpl)
}

/// Words that may be cut at the end, before `kept`, which may not.
fn shortening(words: &str, kept: &str) -> Vec<String> {
    let letters: Vec<&str> = words.graphemes(true).collect();
    let cut = (1..letters.len()).rev().map(|end| format!("{}…{kept}", letters[..end].concat()));
    std::iter::once(format!("{words}{kept}")).chain(cut).collect()
}

#[cfg(test)]
mod tests;
