//! Fever in the last 48 hours: alone it asks for an override; with a new urinary or pelvic symptom it stops, even if
//! the patient is cool now.
//!
//! Source: clinic design.

use super::{Evidence, Picture, new_symptoms};
use crate::screening::evidence::all;

pub(super) fn alone(picture: &Picture) -> Option<Evidence> {
    if with_symptoms(picture).is_some() {
        return None;
    }
    picture.present("fever-48h")
}

pub(super) fn with_symptoms(picture: &Picture) -> Option<Evidence> {
    all([picture.present("fever-48h"), new_symptoms(picture)])
}

#[cfg(test)]
mod tests {
    use crate::screening::testing::check;

    #[test]
    fn a_recent_fever_alone_and_in_company() {
        check("fever-48h", "fever-48h new", "mas R, pdu R");
        check("fever-48h", "fever-48h new; burning usual", "mas R, pdu R");
        check("fever-48h", "fever-48h new; burning new", "silent");
        check("fever-48h-symptoms", "fever-48h new; burning new; temperature 36.5", "dre R, mas A, pdu A");
        check("fever-48h-symptoms", "fever-48h new", "silent");
    }
}
