//! C16, acute prostatitis without fever: new burning or frequency, new pain or hesitancy, and a positive dipstick.
//!
//! At any temperature: in one series 8 of 100 had no fever. Source: Medscape 2002872.

use super::{Evidence, Picture};
use crate::screening::evidence::{all, any};

pub(super) fn fires(picture: &Picture) -> Option<Evidence> {
    all([
        any([picture.new_or_worse("burning"), picture.new_or_worse("frequency-urgency")]),
        any([picture.new_or_worse("pain"), picture.new_or_worse("slow-stream")]),
        picture.dipstick_positive(),
    ])
}

#[cfg(test)]
mod tests {
    use crate::screening::testing::check;

    #[test]
    fn three_signs_make_it_without_fever() {
        check("C16", "burning new; pain new; dipstick-nitrite yes; temperature 36.6", "dre R, mas A, pdu A");
        check("C16", "frequency-urgency new; slow-stream new; dipstick-leukocytes yes", "dre R, mas A, pdu A");
        check("C16", "burning usual; pain usual; dipstick-nitrite yes", "silent");
        check("C16", "burning new; pain new; dipstick-nitrite unknown", "silent");
    }
}
