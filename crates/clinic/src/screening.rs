//! Whether an act may be done: answers, vital signs, consent and findings in; one verdict for each act out.
//!
//! This is the one place where safety is decided. A further item is a row of `content/screening/items.json`; a further
//! combined rule is a file under `rules/` and a row of `rules.json`.

mod answer;
mod consent_facts;
mod content;
mod correction;
mod derived;
pub mod emergency;
mod event_date;
mod evidence;
mod found;
mod items;
mod overrides;
mod picture;
mod registered;
mod rules;
mod verdict;
mod vitals;

#[cfg(test)]
mod properties;
#[cfg(test)]
pub(crate) mod testing;

pub use crate::premises::TemperatureUnit;
pub use answer::{AnswerRefused, Answered, Reply, Said, Standing, Stated, TypedAnswer, read};
pub use consent_facts::{Capacity, ChaperoneStands, ConsentFacts, Interpreter};
pub use content::{
    AppliesIf, AskedOf, Checklist, DatedEvent, Group, HoursAgo, Item, Kind, Level, Limits, Number, RuleRow, Severity,
    Sure, Unit, UnitRow, When, checklist, item, limits, rule,
};
pub use correction::{Correction, CorrectionRefused};
pub use event_date::{EventDate, NotAnEventDate};
pub use found::Examined;
pub use overrides::{Override, OverrideReason, OverrideRefused};
pub use picture::{Picture, Point};
pub use registered::{against_chart, named_in_chart};
pub use verdict::{Fired, FiredStands, Missing, Verdict, VerdictWord, Verdicts};
pub use vitals::{FieldRefused, Temperature, TypedVitals, Unusual, VitalRefused, VitalSigns};

use crate::procedure::Act;

/// What the rules say to every act, all told.
///
/// ```
/// use clinic::{patient::BirthDate, procedure::Act, screening::{Picture, VerdictWord, judge}};
///
/// let nine: clinic::Moment = "2026-11-20T09:00:00Z".parse().unwrap();
/// let nobody_asked = Picture::empty(nine, BirthDate::UNKNOWN);
/// let verdicts = judge(&nobody_asked);
/// assert_eq!(verdicts.on(Act::Massage).unwrap().word, VerdictWord::Incomplete);
/// assert!(verdicts.cleared(Act::Massage).is_none());
/// ```
#[must_use]
pub fn judge(picture: &Picture) -> Verdicts {
    Verdicts {
        acts: Act::ALL.iter().map(|act| judge_one(picture, *act)).collect(),
        at: picture.now,
        content_version: format!("items {}, rules {}", checklist().version, content::rule_book().version),
        mark: checklist().mark.clone(),
    }
}

/// What the rules say to one act alone.
pub(crate) fn judge_one(picture: &Picture, act: Act) -> Verdict {
    let mut fired = rules::fired(picture, act);
    fired.extend(items::fired(picture, act));
    let missing = rules::c15_unknown_absolute::missing(picture, act);
    Verdict::of(act, emergency::collapse(picture, act, fired), emergency::still_missing(picture, act, missing))
}

/// The items that are asked of this patient, as far as is known, in the order of asking.
#[must_use]
pub fn asked(picture: &Picture) -> Vec<&'static Item> {
    checklist().items.iter().filter(|item| picture.applies(item)).collect()
}

#[cfg(test)]
mod tests {
    use super::testing::{check_word, picture};
    use super::*;

    #[test]
    fn a_question_that_makes_no_sense_is_not_asked() {
        let check = |story: &str, id: &str, expect: bool| {
            let is_asked = asked(&picture(story)).iter().any(|item| item.id == id);
            assert_eq!(is_asked, expect, "{story}: {id}");
        };
        check("", "burning", true);
        check("acute-uti yes", "flank-pain", true);
        check("acute-uti no", "flank-pain", false);
        check("for eps", "bladder-hold", false);
    }

    #[test]
    fn the_well_patient_goes_on() {
        check_word("gate none normal", Act::Massage, "clear");
        check_word("gate none normal; anticoagulant yes", Act::Massage, "proceed-with-notes");
        check_word(
            "gate none normal; inr 3.4; blood-risk yes; anc none; platelets none",
            Act::Massage,
            "needs-override",
        );
        check_word("gate none normal; inr 4.6; blood-risk yes; anc none; platelets none", Act::Massage, "blocked");
    }

    #[test]
    fn the_feverish_patient_is_not_massaged_and_may_be_examined_gently() {
        check_word("temperature 38.2; burning new", Act::Massage, "blocked");
        check_word(
            "temperature 38.2; burning new; breaths 16; looks-ill no; new-confusion no",
            Act::Dre,
            "needs-override",
        );
    }

    #[test]
    fn a_boggy_very_tender_gland_stops_the_well_patient() {
        check_word("gate severe boggy", Act::Massage, "blocked");
        let verdicts = judge(&picture("gate severe boggy"));
        let first = &verdicts.on(Act::Massage).unwrap().fired[0];
        assert_eq!((first.id.as_str(), first.evidence[0].as_str()), ("C02", "severe tenderness, felt at 09:30"));
    }

    #[test]
    fn a_normal_reading_after_a_fever_clears_nothing() {
        check_word("gate none normal; temperature 38.2 earlier", Act::Massage, "blocked");
    }

    #[test]
    fn consent_waits_at_check_in_and_stops_at_the_time_out() {
        check_word("gate none normal; consent none; at check-in", Act::Massage, "incomplete");
        check_word("gate none normal; consent none", Act::Massage, "blocked");
        check_word("gate none normal; consent none", Act::Dre, "blocked");
        check_word("gate none normal; consent dre", Act::Dre, "clear");
        check_word("gate none normal; consent dre", Act::Massage, "blocked");
        check_word("gate none normal; consent declined", Act::Massage, "blocked");
        check_word("gate none normal; chaperone unavailable", Act::Dre, "blocked");
        check_word("gate none normal; chaperone not-offered", Act::Dre, "blocked");
        check_word("gate none normal; interpreter missing", Act::Dre, "blocked");
        check_word("gate none normal; capacity lacking", Act::Dre, "blocked");
    }

    #[test]
    fn the_young_and_the_undated() {
        check_word("gate none normal; born 2010-01-01", Act::Massage, "blocked");
        check_word("gate none normal; born 2010-01-01", Act::Dre, "needs-override");
        check_word("gate none normal; born unknown", Act::Massage, "incomplete");
        check_word("gate none normal; born unknown; minor no", Act::Massage, "clear");
        check_word("gate none normal; born 2008", Act::Massage, "incomplete");
        check_word("gate none normal; born 2007", Act::Massage, "clear");
    }

    #[test]
    fn allergies_clear_when_their_precaution_is_confirmed() {
        check_word("gate none normal; latex-allergy yes", Act::Massage, "needs-override");
        check_word("gate none normal; latex-allergy mitigated", Act::Massage, "proceed-with-notes");
    }

    #[test]
    fn neutrophils_count_in_either_unit() {
        let with = |anc: &str| format!("gate none normal; blood-risk yes; platelets none; inr none; anc {anc}");
        check_word(&with("0.4"), Act::Massage, "blocked");
        check_word(&with("499 cells/uL"), Act::Massage, "blocked");
        check_word(&with("0.5"), Act::Massage, "needs-override");
        check_word(&with("1.0"), Act::Massage, "clear");
    }

    #[test]
    fn answers_age() {
        check_word("gate none normal; burning yesterday", Act::Massage, "incomplete");
        check_word("gate none normal; catheter yesterday", Act::Massage, "incomplete");
        check_word("gate none normal; prostatic-abscess yesterday", Act::Massage, "incomplete");
        check_word("gate none normal; rectal-disease yesterday", Act::Massage, "clear");
        check_word("gate none normal; rectal-disease last-month", Act::Massage, "incomplete");
        // A complaint stands until somebody asks again; a precaution was for its own time; a value is measured again.
        check_word("gate none normal; rectal-disease yes; rectal-disease last-month", Act::Massage, "needs-override");
        check_word(
            "gate none normal; latex-allergy mitigated; latex-allergy last-month",
            Act::Massage,
            "needs-override",
        );
        let counts = "gate none normal; blood-risk yes; anc none; inr none";
        check_word(&format!("{counts}; platelets 200"), Act::Massage, "clear");
        check_word(&format!("{counts}; platelets 200; platelets last-month"), Act::Massage, "incomplete");
        check_word(&format!("{counts}; platelets 19; platelets last-month"), Act::Massage, "blocked");
        check_word(
            "gate none normal; recent-biopsy on 2026-10; recent-biopsy last-month",
            Act::Massage,
            "needs-override",
        );
        check_word("gate none normal; recent-biopsy on 2025; recent-biopsy last-month", Act::Massage, "incomplete");
    }

    #[test]
    fn an_override_turns_a_relative_into_a_note_for_its_act_alone() {
        check_word("gate none normal; catheter yes; override catheter", Act::Massage, "proceed-with-notes");
        check_word("gate none normal; catheter yes; override catheter", Act::PostDreStrokes, "needs-override");
        check_word("temperature 38.2; override fever", Act::Massage, "blocked");
    }

    #[test]
    fn only_a_reason_in_words_overrides_a_boggy_gland() {
        let verdicts = judge(&picture("gate none boggy"));
        let massage = verdicts.on(Act::Massage).unwrap();
        let with = |id: &str, reason, text: Option<&str>| Override {
            id: id.into(),
            act: Act::Massage,
            reason,
            text: text.map(Into::into),
            patient_told: true,
            by: uuid::Uuid::from_u128(2).into(),
            at: verdicts.at,
        };
        let benefit = OverrideReason::BenefitOutweighs;
        assert_eq!(with("C02b", benefit, None).check(massage), Err(OverrideRefused::TextMissing));
        assert_eq!(with("C02b", benefit, Some("afebrile, dipstick negative")).check(massage), Ok(()));
        assert_eq!(with("catheter", benefit, None).check(massage), Err(OverrideRefused::NotNeeded("catheter".into())));
        let severe = judge(&picture("gate severe boggy"));
        let refused = with("C02", benefit, None).check(severe.on(Act::Massage).unwrap());
        assert!(matches!(refused, Err(OverrideRefused::Absolute(_))));
    }
}
