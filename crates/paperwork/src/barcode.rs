//! Bar codes as modules: Code 128 for tubes, Data Matrix for lists, QR for the recovery kit.

use crate::press::PaperRefusal;
use barcoders::sym::code128::Code128;
use datamatrix::{DataMatrix, SymbolList};
use qrcode::{EcLevel, QrCode};
use serde::Serialize;

/// A linear code: dark bars as start and width in modules, without its quiet zones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Bars {
    /// Length in modules.
    pub modules: usize,
    /// Start and width of each bar.
    pub bars: Vec<(usize, usize)>,
}

/// A square code: dark runs of each row as row, start and width in modules, without its quiet zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Square {
    /// Modules a side.
    pub modules: usize,
    /// Row, start and width of each dark run.
    pub runs: Vec<(usize, usize, usize)>,
}

/// `text` in Code 128, subsets B and C chosen so that digits are written in pairs where that is shorter.
///
/// # Errors
/// When it holds anything but visible ASCII.
pub fn code128(text: &str) -> Result<Bars, PaperRefusal> {
    let refused = || PaperRefusal::NotEncodable(text.to_owned());
    let modules = Code128::new(with_subsets(text).ok_or_else(refused)?).map_err(|_| refused())?.encode();
    let dark: Vec<bool> = modules.into_iter().map(|module| module == 1).collect();
    Ok(Bars { modules: dark.len(), bars: runs(&dark) })
}

/// `text` as a square Data Matrix (ECC 200). Rectangles, though shorter, are read badly by some scanners.
///
/// # Errors
/// When it is longer than the largest symbol.
pub fn data_matrix(text: &str) -> Result<Square, PaperRefusal> {
    let symbol = DataMatrix::encode_str(text, SymbolList::default().enforce_square())
        .map_err(|_| PaperRefusal::NotEncodable(text.to_owned()))?;
    let bitmap = symbol.bitmap();
    let side = bitmap.width();
    let mut dark = vec![false; side * bitmap.height()];
    for (x, y) in bitmap.pixels() {
        dark[y * side + x] = true;
    }
    Ok(square(side, &dark))
}

/// `text` as a QR code that survives a fold and a coffee ring (level Q).
///
/// # Errors
/// When it is longer than the largest symbol.
pub fn qr(text: &str) -> Result<Square, PaperRefusal> {
    let code = QrCode::with_error_correction_level(text, EcLevel::Q)
        .map_err(|_| PaperRefusal::NotEncodable("the recovery kit".to_owned()))?;
    let dark: Vec<bool> = code.to_colors().into_iter().map(|colour| colour == qrcode::Color::Dark).collect();
    Ok(square(code.width(), &dark))
}

/// The subset signs that the encoder wants between the data: `Ɓ` for B, `Ć` for C. None when a sign has no subset here.
fn with_subsets(text: &str) -> Option<String> {
    let signs = text.as_bytes();
    if signs.is_empty() || !signs.iter().all(|sign| (b' '..=b'~').contains(sign)) {
        return None;
    }
    let mut out = String::new();
    let mut in_pairs = None;
    let mut at = 0;
    while at < signs.len() {
        let run = signs[at..].iter().take_while(|sign| sign.is_ascii_digit()).count();
        // Changing over costs a sign: it pays from four digits at an end, from six in the middle.
        let pays = run >= if at == 0 || at + run == signs.len() { 4 } else { 6 };
        let pairs = if pays { run / 2 } else { 0 };
        let lead = if pairs == 0 { run.max(1) } else { run % 2 };
        if lead > 0 {
            if in_pairs != Some(false) {
                out.push('\u{181}');
                in_pairs = Some(false);
            }
            out.push_str(&text[at..at + lead]);
            at += lead;
        }
        if pairs > 0 {
            out.push('\u{106}');
            in_pairs = Some(true);
            out.push_str(&text[at..at + pairs * 2]);
            at += pairs * 2;
        }
    }
    Some(out)
}

fn runs(dark: &[bool]) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (at, _) in dark.iter().enumerate().filter(|(_, dark)| **dark) {
        match found.last_mut() {
            Some((start, width)) if *start + *width == at => *width += 1,
            _ => found.push((at, 1)),
        }
    }
    found
}

fn square(side: usize, dark: &[bool]) -> Square {
    let rows = dark.chunks(side).enumerate();
    let runs = rows.flat_map(|(row, line)| runs(line).into_iter().map(move |(start, width)| (row, start, width)));
    Square { modules: side, runs: runs.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_paired_where_that_is_shorter() {
        assert_eq!(with_subsets("U2600012337").unwrap(), "ƁUĆ2600012337");
        assert_eq!(with_subsets("U260001231B").unwrap(), "ƁU2Ć60001231ƁB");
        assert_eq!(with_subsets("123456").unwrap(), "Ć123456");
        assert_eq!(with_subsets("A12B").unwrap(), "ƁA12B");
        assert_eq!(with_subsets("é"), None);
        assert_eq!(with_subsets(""), None);
    }

    #[test]
    fn an_accession_fits_the_tube() {
        // 134 modules of 0.25 mm are 33.5 mm; ten more on each side stay quiet.
        for number in ["U2600012337", "U260001231B", "Z9999999999"] {
            assert!(code128(number).unwrap().modules <= 134, "{number}");
        }
        assert_eq!(data_matrix("U2600012337").unwrap().modules, 14);
    }
}
