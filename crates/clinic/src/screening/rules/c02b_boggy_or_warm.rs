//! C02b, boggy or warm: a boggy gland, or a warm one that is hardly tender, without what C02 asks for.
//!
//! Boggy is also the gland that the test is for: the urologist may go on and says why acute infection is excluded.
//! A boggy gland of little tenderness in bad company falls here too, so that no boggy gland passes without a word.
//! Source: clinic design.

use super::{Evidence, Picture, c02_tender_gland, felt};
use crate::exam::{Consistency, Tenderness};
use crate::screening::evidence::{all, any};

pub(super) fn fires(picture: &Picture) -> Option<Evidence> {
    if c02_tender_gland::fires(picture).is_some() {
        return None;
    }
    let hardly_tender = felt(picture, |gate| gate.tenderness <= Tenderness::Mild, "little or no tenderness");
    any([
        felt(picture, |gate| gate.consistency == Consistency::Boggy, "a boggy gland"),
        all([felt(picture, |gate| gate.warmth, "a warm gland"), hardly_tender]),
    ])
}

#[cfg(test)]
mod tests {
    use crate::screening::testing::check;

    #[test]
    fn boggy_or_warm_asks_the_urologist() {
        check("C02b", "gate moderate boggy", "mas R, pdu R");
        check("C02b", "gate none boggy", "mas R, pdu R");
        check("C02b", "gate mild boggy; temperature 37.6", "mas R, pdu R");
        check("C02b", "gate none normal warm", "mas R, pdu R");
        check("C02b", "gate severe boggy", "silent");
        check("C02b", "gate moderate normal warm", "silent");
        check("C02b", "gate none normal", "silent");
    }
}
