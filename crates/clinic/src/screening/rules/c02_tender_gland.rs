//! C02, tender gland: severe tenderness; moderate and warm; or moderate and boggy in the company of any sign of infection.
//!
//! The well patient whose gland proves boggy and very tender is stopped before the first stroke. One whose gland becomes
//! so under the strokes is stopped there, by a row of its own: its words cannot say “before”.
//! Source: EAU 2024; medicalalgorithms.com (“hot or swollen: stop”); the levels are the clinic's design.

use super::{Evidence, Picture, felt, new_symptoms};
use crate::exam::{Consistency, Tenderness};
use crate::screening::content::limits;
use crate::screening::evidence::{Fact, all, any};

pub(super) fn fires(picture: &Picture) -> Option<Evidence> {
    let moderate = || felt(picture, |gate| gate.tenderness == Tenderness::Moderate, "moderate tenderness");
    any([
        felt(picture, |gate| gate.tenderness == Tenderness::Severe, "severe tenderness"),
        all([moderate(), felt(picture, |gate| gate.warmth, "a warm gland")]),
        all([
            moderate(),
            felt(picture, |gate| gate.consistency == Consistency::Boggy, "a boggy gland"),
            company(picture),
        ]),
    ])
}

/// The gland became exquisitely tender during the massage.
pub(super) fn under_the_strokes(picture: &Picture) -> Option<Evidence> {
    let at = picture.became_tender?;
    let text = format!("the gland became exquisitely tender, felt at {}", at.local().format("%H:%M"));
    Some(vec![Fact { id: "massage", text, known: true }])
}

/// What makes a boggy, moderately tender gland suspect.
fn company(picture: &Picture) -> Option<Evidence> {
    any([
        picture.temperature_at_least(limits().raised_degc),
        picture.present("fever-48h"),
        picture.present("rigors-24h"),
        picture.yes("antipyretic-6h"),
        new_symptoms(picture),
        picture.new_or_worse("discharge-swelling"),
        picture.new_or_worse("gross-hematuria"),
        picture.dipstick_positive(),
        picture.yes("immunosuppression"),
        picture.yes("catheter"),
    ])
}

#[cfg(test)]
mod tests {
    use crate::screening::testing::check;

    #[test]
    fn severe_alone_or_moderate_in_bad_company() {
        check("C02", "gate severe soft", "mas A, pdu A");
        check("C02", "gate severe boggy", "mas A, pdu A");
        check("C02", "gate moderate soft warm", "mas A, pdu A");
        check("C02", "gate moderate boggy; temperature 37.5", "mas A, pdu A");
        check("C02", "gate moderate boggy; antipyretic-6h yes", "mas A, pdu A");
        check("C02", "gate moderate boggy; catheter yes", "mas A, pdu A");
        check("C02", "gate moderate boggy", "silent");
        check("C02", "gate moderate boggy; pain usual", "silent");
        check("C02", "gate moderate soft; temperature 37.5", "silent");
    }

    #[test]
    fn a_gland_that_turns_tender_under_the_strokes_stops_them() {
        check("C02-strokes", "gate none normal; turned tender", "mas A, pdu A");
        check("C02-strokes", "gate none normal", "silent");
        check("C02-strokes", "gate severe boggy", "silent");
    }
}
