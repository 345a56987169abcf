//! One line of a ZPL label: in the printer's own font where that surely has every letter, otherwise as dots.

use super::Density;
use crate::press::{PaperRefusal, Template, set};
use clinic::Moment;
use serde::Serialize;

/// How far a line may shrink before its next shorter form is tried.
const SHRUNK: [f64; 5] = [1.0, 0.95, 0.9, 0.85, 0.8];

/// A line with the forms it may take, longest first. If none fits, the label is refused and `what` is named.
pub(super) struct Line {
    pub(super) what: &'static str,
    pub(super) forms: Vec<String>,
}

/// Where a line stands and how much room it has, in millimetres.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) room: f64,
    pub(super) tall: f64,
}

#[derive(Serialize)]
struct Strip<'line> {
    forms: &'line [String],
    width: f64,
    height: f64,
    size: f64,
}

impl Line {
    pub(super) fn write(&self, place: Place, density: Density) -> Result<String, PaperRefusal> {
        let Self { what, forms } = self;
        let room = place.room * density.per_inch() / 25.4;
        let tall = place.tall * density.per_inch() / 25.4;
        for form in forms {
            if !form.chars().all(is_resident) {
                return drawn(forms, place, density);
            }
            if let Some(scale) = SHRUNK.into_iter().find(|scale| width_of(form) * tall * scale <= room) {
                return Ok(resident(form, place, scale, density));
            }
        }
        Err(PaperRefusal::DoesNotFit((*what).to_owned()))
    }
}

/// What font 0 of every printer has: Latin-1, whose letters stood on them from the beginning.
fn is_resident(sign: char) -> bool {
    matches!(sign, ' '..='~' | '\u{a1}'..='\u{ff}')
}

/// The width of `text` in font 0 as a part of its height, reckoned wide: makers substitute the font.
fn width_of(text: &str) -> f64 {
    let sign = |sign: char| match sign {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' | '·' => 0.32,
        'W' | 'M' | 'm' | 'w' | '@' | '%' | 'Æ' | 'æ' => 0.86,
        sign if sign.is_uppercase() => 0.66,
        sign if sign.is_alphabetic() && sign > '\u{7f}' => 0.66,
        _ => 0.56,
    };
    text.chars().map(sign).sum()
}

fn resident(text: &str, place: Place, scale: f64, density: Density) -> String {
    let (x, y) = (density.dots(place.x), density.dots(place.y));
    let tall = density.dots(place.tall * scale);
    format!("^FO{x},{y}^A0N,{tall},{tall}^FH\\^FD{}^FS\n", escaped(text))
}

/// `^`, `~` and `\` would be commands, bytes beyond ASCII depend on the printer's mood: all go as hexadecimal.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'^' | b'~' | b'\\' | 0x7f.. => {
                out.push('\\');
                out.push_str(&hex(byte));
            }
            byte if byte < b' ' => out.push(' '),
            byte => out.push(char::from(byte)),
        }
    }
    out
}

/// The line as a picture (`^GFA`), shaped and drawn by the same fonts as the PDF.
fn drawn(forms: &[String], place: Place, density: Density) -> Result<String, PaperRefusal> {
    let points = |mm: f64| mm * 72.0 / 25.4;
    // Room for accents above and tails below the line.
    let strip = Strip { forms, width: points(place.room), height: points(place.tall), size: points(place.tall) * 0.92 };
    // The picture carries no date; any moment gives the same dots.
    let epoch = Moment::new(0, 0).map_err(|fault| PaperRefusal::Fault(fault.to_string()))?;
    let typeset = set(Template::Line, &strip, "line", epoch)?;
    let dots = typeset.dots(density.per_inch()).into_iter().next().ok_or(PaperRefusal::Empty)?;
    let row = dots.width.div_ceil(8);
    let mut picture = String::with_capacity(row * dots.height * 2);
    for line in dots.black.chunks(dots.width) {
        for eight in line.chunks(8) {
            let byte = (0..8).fold(0_u8, |byte, bit| byte << 1 | u8::from(eight.get(bit) == Some(&true)));
            picture.push_str(&hex(byte));
        }
    }
    let total = row * dots.height;
    let (x, y) = (density.dots(place.x), density.dots(place.y));
    Ok(format!("^FO{x},{y}^GFA,{total},{total},{row},{picture}^FS\n"))
}

fn hex(byte: u8) -> String {
    format!("{byte:02X}")
}
