//! C01, suspected acute prostatitis: fever or chills, with a new symptom, a positive dipstick, or a tender or boggy gland.
//!
//! A patient with 38.2 °C and new burning is not massaged; 38.2 °C with the usual burning of many years is a fever and
//! no more. Source: Coker & Dierfeldt, Am Fam Physician 2016;93:114.

use super::{Evidence, Picture, felt, fever_or_chills, new_symptoms};
use crate::exam::{Consistency, Tenderness};
use crate::screening::evidence::{all, any};

pub(super) fn fires(picture: &Picture) -> Option<Evidence> {
    let gland = any([
        felt(picture, |gate| gate.tenderness != Tenderness::None, "tender gland"),
        felt(picture, |gate| gate.consistency == Consistency::Boggy, "boggy gland"),
    ]);
    all([fever_or_chills(picture), any([new_symptoms(picture), picture.dipstick_positive(), gland])])
}

#[cfg(test)]
mod tests {
    use crate::screening::testing::check;

    #[test]
    fn fever_or_chills_in_bad_company() {
        check("C01", "temperature 38.2; burning new", "dre R, mas A, pdu A");
        check("C01", "temperature 100.4 F; pain new", "dre R, mas A, pdu A");
        check("C01", "rigors-24h new; frequency-urgency new", "dre R, mas A, pdu A");
        check("C01", "temperature 38.0; dipstick-nitrite yes", "dre R, mas A, pdu A");
        check("C01", "temperature 38.0; gate mild soft", "dre R, mas A, pdu A");
        check("C01", "temperature 38.0; gate none boggy", "dre R, mas A, pdu A");
        check("C01", "temperature 38.0; gate none normal", "silent");
        check("C01", "temperature 38.2; burning usual; pain usual", "silent");
        check("C01", "temperature 37.9; burning new", "silent");
    }
}
