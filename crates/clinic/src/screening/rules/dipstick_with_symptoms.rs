//! A positive dipstick with new urinary symptoms answers “symptomatic urinary infection”, whoever forgot to say so.
//!
//! Source: the item acute-uti, “or dipstick nitrite or leukocytes positive with symptoms”.

use super::{Evidence, Picture, new_symptoms};
use crate::screening::evidence::all;

pub(super) fn fires(picture: &Picture) -> Option<Evidence> {
    all([picture.dipstick_positive(), new_symptoms(picture)])
}

#[cfg(test)]
mod tests {
    use crate::screening::testing::check;

    #[test]
    fn the_stick_counts_with_new_symptoms_only() {
        check("acute-uti-dipstick", "dipstick-leukocytes yes; burning new", "dre N, mas R, pdu R");
        check("acute-uti-dipstick", "dipstick-leukocytes yes; burning usual", "silent");
        check("acute-uti-dipstick", "dipstick-leukocytes no; burning new", "silent");
    }
}
