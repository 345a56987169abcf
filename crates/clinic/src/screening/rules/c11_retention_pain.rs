//! C11, retention with pain: no urine can be passed, and the perineum or the pelvis hurts, at any temperature.
//!
//! Source: Coker & Dierfeldt, Am Fam Physician 2016;93:114, lists retention as a sign; awaiting clinical sign-off.

use super::{Evidence, Picture};
use crate::screening::evidence::all;

pub(super) fn fires(picture: &Picture) -> Option<Evidence> {
    all([picture.yes("acute-retention"), picture.present("pain")])
}

#[cfg(test)]
mod tests {
    use crate::screening::testing::check;

    #[test]
    fn retention_that_hurts() {
        check("C11", "acute-retention yes; pain new; temperature 36.6", "mas A, pdu A");
        check("C11", "acute-retention yes; pain usual", "mas A, pdu A");
        check("C11", "acute-retention yes", "silent");
        check("C11", "pain new", "silent");
    }
}
