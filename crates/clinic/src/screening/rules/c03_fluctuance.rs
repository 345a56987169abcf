//! C03, fluctuance: fluid under the finger, at any temperature, suggests an abscess.
//!
//! Source: Pokorny 2017.

use super::{Evidence, Picture, felt};
use crate::exam::Consistency;

pub(super) fn fires(picture: &Picture) -> Option<Evidence> {
    felt(picture, |gate| gate.fluctuance || gate.consistency == Consistency::Fluctuant, "a fluctuant gland")
}

#[cfg(test)]
mod tests {
    use crate::screening::testing::check;

    #[test]
    fn fluid_under_the_finger_stops_at_any_temperature() {
        check("C03", "gate none fluctuant", "mas A, pdu A");
        check("C03", "gate none normal fluctuance; temperature 36.4", "mas A, pdu A");
        check("C03", "gate severe boggy", "silent");
    }
}
