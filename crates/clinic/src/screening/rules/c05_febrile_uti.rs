//! C05, febrile urinary infection: a urinary infection with fever, chills or flank pain.
//!
//! Source: general professional knowledge; awaiting clinical sign-off.

use super::{Evidence, Picture, dipstick_with_symptoms, fever_or_chills};
use crate::screening::evidence::{all, any};

pub(super) fn fires(picture: &Picture) -> Option<Evidence> {
    let infection = any([picture.yes("acute-uti"), dipstick_with_symptoms::fires(picture)]);
    all([infection, any([fever_or_chills(picture), picture.yes("flank-pain")])])
}

#[cfg(test)]
mod tests {
    use crate::screening::testing::check;

    #[test]
    fn a_urinary_infection_that_has_risen() {
        check("C05", "acute-uti yes; temperature 38.1", "dre R, mas A, pdu A");
        check("C05", "acute-uti yes; flank-pain yes", "dre R, mas A, pdu A");
        check("C05", "acute-uti yes; rigors-24h new", "dre R, mas A, pdu A");
        check("C05", "acute-uti yes; flank-pain no", "silent");
        check("C05", "temperature 38.1", "silent");
    }
}
