//! C09, infection after a biopsy: fever or chills within 30 days of it. A biopsy without its day counts as recent.
//!
//! Source: general professional knowledge; awaiting clinical sign-off.

use super::{Evidence, Picture, fever_or_chills};
use crate::screening::content::limits;
use crate::screening::evidence::all;

pub(super) fn fires(picture: &Picture) -> Option<Evidence> {
    all([picture.within_days("recent-biopsy", limits().biopsy_days), fever_or_chills(picture)])
}

#[cfg(test)]
mod tests {
    use crate::screening::testing::check;

    #[test]
    fn fever_or_chills_in_the_month_after_a_biopsy() {
        check("C09", "recent-biopsy on 2026-10-21; temperature 38.0", "dre R, mas A, pdu A");
        check("C09", "recent-biopsy on 2026-10; rigors-24h new", "dre R, mas A, pdu A");
        check("C09", "recent-biopsy yes; rigors-24h new", "dre R, mas A, pdu A");
        check("C09", "recent-biopsy on 2026-10-20; temperature 38.0", "silent");
        check("C09", "recent-biopsy on 2026-11-10; temperature 37.9", "silent");
    }
}
