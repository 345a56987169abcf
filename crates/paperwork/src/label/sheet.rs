//! Labels on a sheet, for a clinic without a label printer: which piece of paper each goes on.

use super::{all_values, ident};
use crate::press::{PaperRefusal, Template, set};
use crate::typeset::Typeset;
use clinic::Moment;
use clinic::label::LabelContent;
use serde::Serialize;

/// A sheet of self-adhesive labels: its paper and where its pieces lie, all in millimetres.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Stock {
    /// Width of the paper.
    pub width: f64,
    /// Height of the paper.
    pub height: f64,
    /// Labels side by side.
    pub columns: usize,
    /// Labels below each other.
    pub rows: usize,
    /// Width and height of one.
    pub label: (f64, f64),
    /// From the left edge to the first.
    pub left: f64,
    /// From the upper edge to the first.
    pub top: f64,
    /// From the beginning of one to that of its neighbour.
    pub across: f64,
    /// From the top of one to that of the next below.
    pub down: f64,
    /// How far this printer's paper lies to the left of where it should.
    pub move_right: f64,
    /// How far it lies too high.
    pub move_down: f64,
}

impl Stock {
    /// A4 with 3 by 11 labels of 70 by 25.4 mm.
    pub const A4: Self = Self {
        width: 210.0,
        height: 297.0,
        columns: 3,
        rows: 11,
        label: (70.0, 25.4),
        left: 0.0,
        top: 8.8,
        across: 70.0,
        down: 25.4,
        move_right: 0.0,
        move_down: 0.0,
    };
    /// US Letter with 3 by 10 labels of 2 5/8 by 1 inch.
    pub const LETTER: Self = Self {
        width: 215.9,
        height: 279.4,
        columns: 3,
        rows: 10,
        label: (66.675, 25.4),
        left: 4.7625,
        top: 12.7,
        across: 69.85,
        down: 25.4,
        move_right: 0.0,
        move_down: 0.0,
    };

    /// Labels on one sheet.
    #[must_use]
    pub const fn places(&self) -> usize {
        self.columns * self.rows
    }

    /// Whether every label lies on its own piece of paper, and the paper holds all of them.
    fn holds_labels(&self) -> bool {
        const TUBE: (f64, f64) = (50.8, 25.4);
        // Rounded millimetres of inches.
        const HAIR: f64 = 0.05;
        // A sheet has some dozen places.
        #[expect(clippy::cast_precision_loss, reason = "a sheet has some dozen places")]
        let last = |pitch: f64, count: usize| pitch * count.saturating_sub(1) as f64;
        let ends = (
            self.left + last(self.across, self.columns) + self.label.0 + self.move_right,
            self.top + last(self.down, self.rows) + self.label.1 + self.move_down,
        );
        self.places() > 0
            && self.label.0 + HAIR >= TUBE.0
            && self.label.1 + HAIR >= TUBE.1
            && self.across + HAIR >= self.label.0
            && self.down + HAIR >= self.label.1
            && self.left + self.move_right >= -HAIR
            && self.top + self.move_down >= -HAIR
            && ends.0 <= self.width + HAIR
            && ends.1 <= self.height + HAIR
    }
}

#[derive(Serialize)]
struct Pages<'sheet, Value> {
    stock: &'sheet Stock,
    /// Each label with its place on its sheet, counted from 0, row after row.
    sheets: Vec<Vec<(usize, Value)>>,
    calibrate: bool,
}

/// Sets labels on sheets; the first `used` places of the first sheet are left alone.
///
/// # Errors
/// As [`super::set_labels`], and when the labels do not fit on the stock or its first sheet is used up.
pub fn set_sheets(labels: &[LabelContent], stock: &Stock, used: usize, at: Moment) -> Result<Typeset, PaperRefusal> {
    let sheets = stock.places();
    if !stock.holds_labels() || used >= sheets {
        return Err(PaperRefusal::DoesNotFit("a label on this sheet".to_owned()));
    }
    let mut filled: Vec<Vec<_>> = Vec::new();
    for (place, value) in (used..).zip(all_values(labels)?) {
        filled.resize_with(place / sheets + 1, Vec::new);
        filled[place / sheets].push((place % sheets, value));
    }
    set(Template::LabelSheet, &Pages { stock, sheets: filled, calibrate: false }, &ident(labels), at)
}

/// The page to hold against an empty sheet: the outline of every label, and a ruler of 100 mm.
///
/// # Errors
/// When labels do not fit on the stock.
pub fn set_calibration(stock: &Stock, at: Moment) -> Result<Typeset, PaperRefusal> {
    if !stock.holds_labels() {
        return Err(PaperRefusal::DoesNotFit("a label on this sheet".to_owned()));
    }
    let page: Pages<()> = Pages { stock, sheets: Vec::new(), calibrate: true };
    set(Template::LabelSheet, &page, "calibration", at)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{label, named, now, scan};
    use super::*;
    use clinic::specimen::SpecimenRole;
    use rxing::BarcodeFormat;

    #[test]
    fn a_set_goes_on_the_next_free_places_and_is_read_there() {
        for stock in [Stock::A4, Stock::LETTER] {
            let labels = SpecimenRole::FOUR_GLASS.map(label);
            let last = stock.places() - 1;
            let typeset = set_sheets(&labels, &stock, last, now()).unwrap();
            assert_eq!(typeset.page_count(), 2, "one place was left on the first sheet");
            let first = scan(&typeset, 0, 203.0, BarcodeFormat::CODE_128);
            assert_eq!(first, labels[0].accession.compact());
            let one = set_sheets(&labels[2..3], &stock, 4, now()).unwrap();
            assert_eq!(
                (one.page_count(), scan(&one, 0, 203.0, BarcodeFormat::CODE_128)),
                (1, labels[2].accession.compact())
            );
        }
    }

    #[test]
    fn a_sheet_that_cannot_carry_the_labels_is_refused() {
        let refused = |stock: Stock, used: usize| set_sheets(&[named("Ng", "Wei")], &stock, used, now()).map(|_| ());
        let no = Err(PaperRefusal::DoesNotFit("a label on this sheet".to_owned()));
        assert_eq!(refused(Stock::A4, 33), no);
        assert_eq!(refused(Stock { columns: 0, ..Stock::A4 }, 0), no);
        assert_eq!(refused(Stock { columns: 4, ..Stock::A4 }, 0), no);
        assert_eq!(refused(Stock { rows: 12, ..Stock::A4 }, 0), no);
        assert_eq!(refused(Stock { label: (48.5, 25.4), ..Stock::A4 }, 0), no);
        assert_eq!(refused(Stock { label: (70.0, 21.2), ..Stock::A4 }, 0), no);
        assert_eq!(refused(Stock { across: 60.0, ..Stock::A4 }, 0), no);
        assert_eq!(refused(Stock { down: 20.0, ..Stock::A4 }, 0), no);
        assert_eq!(refused(Stock { move_right: 2.0, ..Stock::A4 }, 0), no);
        assert_eq!(refused(Stock { move_down: -9.0, ..Stock::A4 }, 0), no);
        assert_eq!(refused(Stock { move_right: -0.04, move_down: 2.0, ..Stock::A4 }, 32), Ok(()));
        assert_eq!(set_sheets(&[], &Stock::A4, 0, now()).unwrap_err(), PaperRefusal::Empty);
    }

    #[test]
    fn there_is_a_page_to_hold_against_the_sheet() {
        assert_eq!(set_calibration(&Stock::LETTER, now()).unwrap().page_count(), 1);
        assert!(set_calibration(&Stock { columns: 5, ..Stock::LETTER }, now()).is_err());
    }
}
