//! C06, masked fever: a medicine against fever in the last 6 hours, a temperature below 38.0 °C all the same, and two new
//! urinary or pelvic symptoms.
//!
//! Source: clinic design; awaiting clinical sign-off.

use super::{Evidence, Picture, each_new_symptom};
use crate::screening::content::limits;
use crate::screening::evidence::{all, at_least};

pub(super) fn fires(picture: &Picture) -> Option<Evidence> {
    picture.temperature().filter(|(temperature, _)| !temperature.at_least(limits().fever_degc))?;
    all([picture.yes("antipyretic-6h"), at_least(2, each_new_symptom(picture))])
}

#[cfg(test)]
mod tests {
    use crate::screening::testing::check;

    #[test]
    fn a_cool_patient_with_paracetamol_and_two_new_symptoms() {
        check("C06", "antipyretic-6h yes; temperature 37.2; burning new; pain new", "mas R, pdu R");
        check("C06", "antipyretic-6h yes; temperature 37.2; burning new; pain usual", "silent");
        check("C06", "antipyretic-6h no; temperature 37.2; burning new; pain new", "silent");
        check("C06", "antipyretic-6h yes; temperature 38.0; burning new; pain new", "silent");
    }
}
