//! What the rules need to know of consent and chaperone. An absent fact has not been recorded; it never clears.

use super::content::Item;
use super::picture::{Picture, Point};
use super::{Reply, Said};
use crate::procedure::Act;

/// Whether the patient can decide, and if not, who lawfully did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Capacity {
    /// The patient can decide.
    Present,
    /// Cannot, and a representative or a best-interests decision is recorded.
    Represented,
    /// Cannot, and nobody has decided.
    Lacking,
}

/// Whether the patient can be understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Interpreter {
    /// None is needed.
    NotNeeded,
    /// One was there.
    Present,
    /// One is needed and not there.
    Missing,
}

/// How the matter of the chaperone stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChaperoneStands {
    /// Offered, and settled: one is there, or none is wanted.
    Settled,
    /// Nobody offered.
    NotOffered,
    /// One is wanted, none is there, and the patient has not chosen to go on.
    Unavailable,
}

/// Consent and chaperone as recorded at this visit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ConsentFacts {
    /// The acts to which the patient agreed, and still agrees.
    pub given: Vec<Act>,
    /// The acts that the patient declines or has withdrawn.
    pub declined: Vec<Act>,
    /// Capacity, once asked.
    pub capacity: Option<Capacity>,
    /// Interpreter, once asked.
    pub interpreter: Option<Interpreter>,
    /// Chaperone, once offered or asked.
    pub chaperone: Option<ChaperoneStands>,
    /// A second clinician concurs that a patient under 18 be massaged.
    pub concurred: bool,
}

/// What the record says to one of the derived items; nothing while it is still to come.
pub(super) fn reply(picture: &Picture, item: &Item, act: Act) -> Option<Reply> {
    let consent = &picture.consent;
    let declined = consent.declined.contains(&act);
    let yes = match item.id.as_str() {
        "consent-refused" if consent.given.contains(&act) || declined => Some(declined),
        "consent-not-recorded" if consent.given.contains(&act) || declined => Some(false),
        // Until the time-out, consent is still to come: the act waits. From then on its absence stops.
        "consent-refused" | "consent-not-recorded" => {
            (picture.point != Point::CheckIn).then_some(item.id != "consent-refused")
        }
        "capacity-lacking" => consent.capacity.map(|capacity| capacity == Capacity::Lacking),
        "interpreter-missing" => consent.interpreter.map(|interpreter| interpreter == Interpreter::Missing),
        "chaperone-offer-missing" => match (consent.chaperone, picture.point) {
            (Some(chaperone), _) => Some(chaperone == ChaperoneStands::NotOffered),
            (None, Point::CheckIn) => None,
            (None, _) => Some(true),
        },
        "chaperone-unavailable" => consent.chaperone.map(|chaperone| chaperone == ChaperoneStands::Unavailable),
        _ => None,
    };
    yes.map(|yes| Reply::Said(if yes { Said::Yes } else { Said::No }))
}

#[cfg(test)]
mod tests {
    use crate::procedure::Act;
    use crate::screening::judge;
    use crate::screening::testing::picture;
    use crate::screening::{Reply, Said, item};

    /// What stops the massage, by name.
    fn check(story: &str, expect: &str) {
        let verdicts = judge(&picture(&format!("gate none normal; {story}")));
        let fired = &verdicts.on(Act::Massage).unwrap().fired;
        let names: Vec<&str> = fired.iter().map(|fired| fired.id.as_str()).collect();
        assert_eq!(names.join(" "), expect, "{story}");
    }

    #[test]
    fn a_refusal_is_named_as_one_and_an_absence_as_an_absence() {
        check("consent none", "consent-not-recorded");
        check("consent none; at check-in", "");
        check("consent declined", "consent-refused");
        check("consent declined; at check-in", "consent-refused");
        check("consent dre", "consent-not-recorded");
        check("consent dre; born 2010-05-02", "consent-not-recorded minor");
        check("chaperone unavailable", "chaperone-unavailable");
        check("chaperone not-offered", "chaperone-offer-missing");
        check("interpreter missing", "interpreter-missing");
        check("capacity lacking", "capacity-lacking");
    }

    #[test]
    fn before_anybody_was_asked_nobody_has_refused() {
        let replies = |story: &str| {
            let picture = picture(story);
            ["consent-refused", "consent-not-recorded"].map(|id| picture.reply(item(id).unwrap(), Act::Massage))
        };
        let [yes, no] = [Said::Yes, Said::No].map(|said| Some(Reply::Said(said)));
        assert_eq!(replies("consent none; at check-in"), [None, None]);
        assert_eq!(replies("consent none"), [no, yes], "at the time-out its absence is known");
        assert_eq!(replies("at check-in"), [no, no]);
        assert_eq!(replies("consent declined; at check-in"), [yes, no]);
    }

    #[test]
    fn a_consent_that_is_still_to_be_asked_for_ends_nothing_and_a_refusal_does() {
        let ends = |story: &str| {
            let verdicts = judge(&picture(&format!("gate none normal; {story}")));
            let verdict = verdicts.on(Act::Massage).unwrap();
            (verdict.word.as_str(), verdict.ends_the_act())
        };
        assert_eq!(ends("consent dre"), ("blocked", false), "the examination goes on, and the massage waits");
        assert_eq!(ends("consent declined"), ("blocked", true));
    }

    #[test]
    fn under_18_only_a_second_clinician_makes_a_massage_a_matter_of_judgement() {
        let mut young = picture("gate none normal; born 2010-05-02");
        assert_eq!(judge(&young).on(Act::Massage).unwrap().word.as_str(), "blocked");
        young.consent.concurred = true;
        assert_eq!(judge(&young).on(Act::Massage).unwrap().word.as_str(), "needs-override");
        assert_eq!(judge(&young).on(Act::Dre).unwrap().word.as_str(), "needs-override");
    }
}
