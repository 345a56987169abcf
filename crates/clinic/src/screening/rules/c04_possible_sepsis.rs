//! C04, possible sepsis: a suspected infection, and two signs of qSOFA, two of SIRS, or a patient who looks seriously ill.
//!
//! A fever of 38.4 °C with a pulse of 112 is an emergency; one sign alone is a note to look again in 10 minutes. A
//! screening aid only. Source: Sepsis-3 (qSOFA), SIRS; awaiting clinical sign-off.

use super::{Evidence, Picture, content};
use crate::procedure::Act;
use crate::screening::answer::{Reply, Said};
use crate::screening::content::{AskedOf, limits};
use crate::screening::evidence::{Fact, all, any, at_least};
use crate::screening::picture::Sign;

pub(super) fn fires(picture: &Picture) -> Option<Evidence> {
    let two_signs = any([at_least(2, qsofa(picture)), at_least(2, sirs(picture)), picture.yes("looks-ill")]);
    all([suspected_infection(picture), two_signs])
}

pub(super) fn one_sign(picture: &Picture) -> Option<Evidence> {
    if fires(picture).is_some() {
        return None;
    }
    all([suspected_infection(picture), any([any(qsofa(picture)), any(sirs(picture))])])
}

/// Any sign of infection: a yes to an infection item, fever, chills, fever in the last 48 hours, or new symptoms in the
/// month after a biopsy or an instrument.
pub(in crate::screening) fn suspected_infection(picture: &Picture) -> Option<Evidence> {
    let items = content::checklist().items.iter().filter(|item| item.infection && item.asked_of != AskedOf::Derived);
    let said: Evidence = items
        .filter(|item| {
            matches!(picture.reply(item, Act::Massage), Some(Reply::Said(Said::Yes | Said::Usual | Said::NewOrWorse)))
        })
        .map(|item| Fact { id: &item.id, text: item.question.clone(), known: true })
        .collect();
    // An unmeasured temperature is asked for by itself; it makes nobody suspect.
    let measured = |evidence: &Evidence| evidence.iter().all(|fact| fact.known);
    let fever = picture.temperature_at_least(limits().fever_degc).filter(measured);
    // A dipstick that turns with new symptoms is an infection of the urine, whatever the item says.
    let dipstick = super::dipstick_with_symptoms::fires(picture);
    any([(!said.is_empty()).then_some(said), fever, dipstick, after_an_instrument(picture).filter(measured)])
}

/// New symptoms in the month after a biopsy, an operation through the urethra, or an instrument in it.
fn after_an_instrument(picture: &Picture) -> Option<Evidence> {
    let days = limits().biopsy_days;
    let instrument = any([
        picture.within_days("recent-biopsy", days),
        picture.within_days("recent-turp", days),
        picture.within_days("recent-instrumentation", days),
    ]);
    all([instrument, super::new_symptoms(picture)])
}

fn qsofa(picture: &Picture) -> [Option<Evidence>; 3] {
    [
        picture.vital(Sign::Systolic, |value| value <= limits().low_systolic),
        picture.vital(Sign::Breaths, |value| value >= limits().fast_breathing),
        picture.yes("new-confusion"),
    ]
}

fn sirs(picture: &Picture) -> [Option<Evidence>; 3] {
    [
        picture.temperature_of_sirs(),
        picture.vital(Sign::Pulse, |value| value > limits().fast_pulse),
        picture.vital(Sign::Breaths, |value| value > limits().quick_breathing),
    ]
}

#[cfg(test)]
mod tests {
    use crate::screening::testing::check;

    #[test]
    fn two_signs_with_an_infection_are_an_emergency() {
        check("C04", "temperature 38.4; pulse 112", "dre R, mas A, pdu A");
        check("C04", "fever-48h new; systolic 98; breaths 24", "dre R, mas A, pdu A");
        check("C04", "acute-uti yes; looks-ill yes", "dre R, mas A, pdu A");
        check("C04", "recent-biopsy on 2026-11-01; burning new; looks-ill yes", "dre R, mas A, pdu A");
        check("C04", "recent-instrumentation on 2026-10; pain new; systolic 98; breaths 24", "dre R, mas A, pdu A");
        check("C04", "recent-biopsy on 2026-11-01; burning usual; looks-ill yes", "silent");
        check("C04", "temperature 38.4; pulse 91", "dre R, mas A, pdu A");
        check("C04", "temperature 38.4; pulse 90", "silent");
        check("C04", "temperature 38.4; breaths 21", "dre R, mas A, pdu A");
        check("C04", "temperature 38.4; breaths 20", "silent");
        check("C04", "acute-uti yes; systolic 100; breaths 22", "dre R, mas A, pdu A");
        check("C04", "acute-uti yes; systolic 101; breaths 22", "silent");
        check("C04", "acute-uti yes; systolic 100; breaths 21", "silent");
        check("C04", "acute-uti yes; temperature 35.9; pulse 91", "dre R, mas A, pdu A");
        check("C04", "acute-uti yes; temperature 36.0; pulse 91", "silent");
        check("C04", "temperature 38.0; pulse 112", "silent");
        check("C04", "temperature 36.8; pulse 112; systolic 98; breaths 24", "silent");
    }

    #[test]
    fn one_sign_is_a_note_to_look_again() {
        check("C04-one", "temperature 38.0; pulse 112", "dre N, mas N, pdu N");
        check("C04-one", "temperature 38.4; pulse 112", "silent");
        check("C04-one", "pulse 112", "silent");
    }
}
