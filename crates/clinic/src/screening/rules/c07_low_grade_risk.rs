//! C07, low-grade risk: 37.5 to 37.9 °C and a new urinary symptom in a patient who is old, diabetic or poorly defended.
//!
//! Source: clinic design; awaiting clinical sign-off.

use super::{Evidence, Picture};
use crate::screening::content::limits;
use crate::screening::evidence::{all, any};

pub(super) fn fires(picture: &Picture) -> Option<Evidence> {
    // A fever is C01's; what is only raised is asked here.
    if picture.temperature_at_least(limits().fever_degc).is_some() {
        return None;
    }
    let at_risk =
        any([picture.yes("immunosuppression"), picture.yes("diabetes"), picture.aged_at_least(limits().elderly_years)]);
    let urinary = any([
        picture.new_or_worse("burning"),
        picture.new_or_worse("frequency-urgency"),
        picture.new_or_worse("slow-stream"),
    ]);
    all([picture.temperature_at_least(limits().raised_degc), at_risk, urinary])
}

#[cfg(test)]
mod tests {
    use crate::screening::testing::check;

    #[test]
    fn a_little_warm_a_new_symptom_and_a_weak_defence() {
        check("C07", "temperature 37.6; diabetes yes; burning new", "mas R, pdu R");
        check("C07", "temperature 37.5; immunosuppression yes; slow-stream new", "mas R, pdu R");
        check("C07", "temperature 37.9; born 1951-11-20; frequency-urgency new", "mas R, pdu R");
        check("C07", "temperature 37.9; born 1951-11-21; frequency-urgency new", "silent");
        check("C07", "temperature 37.4; diabetes yes; burning new", "silent");
        check("C07", "temperature 38.0; diabetes yes; burning new", "silent");
        check("C07", "temperature 37.6; diabetes yes; burning usual", "silent");
        check("C07", "temperature 37.6; burning new", "silent");
    }
}
