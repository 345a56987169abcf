//! Two ways in which several reasons against an examination become one decision of the urologist. Neither is ever one for
//! a massage or for strokes.
//!
//! In an emergency, what consent asks (recorded, interpreter, chaperone) becomes one shared override; a refusal stays
//! absolute. Where acute prostatitis is what is looked for, its signs become one confirmation: one gentle palpation.

use super::content::{Group, Severity, item};
use super::picture::Picture;
use super::verdict::{Fired, FiredStands, Missing};
use crate::procedure::Act;
use serde::Deserialize;
use std::sync::LazyLock;

/// The override that declares an emergency examination.
pub const EMERGENCY: &str = "emergency-examination";
/// Beside it: the patient cannot decide, and the urologist acts in their best interests.
pub const BEST_INTERESTS: &str = "emergency-best-interests";
/// The confirmation of one gentle palpation.
pub const GENTLE: &str = "gentle-palpation";

/// What one decision of an emergency covers.
const SHARED: [&str; 4] =
    ["consent-not-recorded", "interpreter-missing", "chaperone-offer-missing", "chaperone-unavailable"];
/// The combined rules that are about an infection.
const INFECTION_RULES: [&str; 6] = ["C01", "C04", "C05", "C09", "C16", "fever-48h-symptoms"];

#[derive(Deserialize)]
struct Row {
    id: String,
    title: String,
    reason: String,
    todo: Vec<String>,
    source: String,
}

#[derive(Deserialize)]
struct Rows {
    rows: Vec<Row>,
}

static ROWS: LazyLock<Rows> = LazyLock::new(|| {
    let text = include_str!("../../../../content/screening/emergency.json");
    serde_json::from_str(text).unwrap_or_else(|problem| panic!("content/screening/emergency.json: {problem}"))
});

/// What fired on `act`, with what one decision covers as one.
pub(super) fn collapse(picture: &Picture, act: Act, fired: Vec<Fired>) -> Vec<Fired> {
    if act != Act::Dre {
        return fired;
    }
    let mut fired = fired;
    if picture.is_emergency() {
        let best_interests = picture.overridden(BEST_INTERESTS);
        let covered =
            |one: &Fired| SHARED.contains(&one.id.as_str()) || (best_interests && one.id == "capacity-lacking");
        let (mut seen, kept): (Vec<_>, Vec<_>) = fired.into_iter().partition(covered);
        let mut evidence: Vec<String> = seen.drain(..).map(|one| one.reason).collect();
        if best_interests {
            evidence.push("The patient cannot decide: best interests, emergency.".to_owned());
        }
        fired = kept;
        fired.extend(one(EMERGENCY, evidence, true));
    }
    if picture.gentle {
        let infection = |one: &Fired| one.severity == Severity::Relative && is_infection(&one.id);
        let (seen, kept): (Vec<_>, Vec<_>) = fired.into_iter().partition(infection);
        fired = kept;
        if !seen.is_empty() {
            let evidence = seen.into_iter().map(|one| one.reason).collect();
            fired.extend(one(GENTLE, evidence, picture.overridden(GENTLE)));
        }
    }
    fired
}

/// In an emergency nobody waits for what consent would have said.
pub(super) fn still_missing(picture: &Picture, act: Act, mut missing: Vec<Missing>) -> Vec<Missing> {
    if act == Act::Dre && picture.is_emergency() {
        let consent = |id: &str| SHARED.contains(&id) || matches!(id, "capacity-lacking" | "consent-refused");
        missing.retain(|one| !consent(&one.id));
    }
    missing
}

fn is_infection(id: &str) -> bool {
    let group = item(id).map(|item| item.group);
    INFECTION_RULES.contains(&id) || matches!(group, Some(Group::Symptoms | Group::Sepsis | Group::Infection))
}

fn one(id: &str, evidence: Vec<String>, overridden: bool) -> Option<Fired> {
    let row = ROWS.rows.iter().find(|row| row.id == id)?;
    Some(Fired {
        id: row.id.clone(),
        title: row.title.clone(),
        severity: Severity::Relative,
        stands: if overridden { FiredStands::Overridden } else { FiredStands::Stands },
        reason: row.reason.clone(),
        evidence,
        todo: row.todo.clone(),
        mitigation: None,
        text_required: false,
        passes: false,
        source: row.source.clone(),
    })
}

impl Picture {
    /// A urologist declared that the examination cannot wait.
    #[must_use]
    pub fn is_emergency(&self) -> bool {
        self.overridden(EMERGENCY)
    }

    fn overridden(&self, id: &str) -> bool {
        self.overrides.iter().any(|made| made.id == id && made.act == Act::Dre)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screening::testing::{now, nurse, picture};
    use crate::screening::{Override, OverrideReason, judge};

    fn decide(picture: &mut Picture, id: &str) {
        picture.overrides.push(Override {
            id: id.to_owned(),
            act: Act::Dre,
            reason: OverrideReason::Other,
            text: Some("retention and fever".to_owned()),
            patient_told: true,
            by: nurse(),
            at: now(),
        });
    }

    /// The words on examination and massage, after these decisions.
    fn check(story: &str, decisions: &[&str], expect: &str) {
        let mut picture = picture(story);
        for id in decisions {
            decide(&mut picture, id);
        }
        let verdicts = judge(&picture);
        let word = |act| verdicts.on(act).map_or("", |verdict| verdict.word.as_str());
        assert_eq!(format!("{} {}", word(Act::Dre), word(Act::Massage)), expect, "{story}: {verdicts:#?}");
    }

    #[test]
    fn an_emergency_opens_the_examination_and_never_the_massage() {
        for story in ["consent none", "chaperone unavailable", "chaperone not-offered", "interpreter missing"] {
            check(&format!("gate none normal; {story}"), &[], "blocked blocked");
            check(&format!("gate none normal; {story}"), &[EMERGENCY], "proceed-with-notes blocked");
        }
    }

    #[test]
    fn in_an_emergency_the_examination_waits_for_no_consent_and_the_massage_does() {
        check("gate none normal; consent none; at check-in", &[], "incomplete incomplete");
        check("gate none normal; consent none; at check-in", &[EMERGENCY], "proceed-with-notes incomplete");
        check("gate none normal; consent none; at check-in; rigors-24h unasked", &[EMERGENCY], "incomplete incomplete");
        check("gate none normal; vitals 61 minutes ago", &[EMERGENCY], "incomplete incomplete");
    }

    #[test]
    fn a_refusal_stays_one_and_capacity_needs_its_own_word() {
        check("gate none normal; consent declined", &[EMERGENCY, BEST_INTERESTS], "blocked blocked");
        check("gate none normal; capacity lacking", &[EMERGENCY], "blocked blocked");
        check("gate none normal; capacity lacking", &[EMERGENCY, BEST_INTERESTS], "proceed-with-notes blocked");
        check("gate none normal; capacity lacking", &[BEST_INTERESTS], "blocked blocked");
    }

    #[test]
    fn the_signs_of_what_is_looked_for_are_one_confirmation() {
        let story = "gate none normal; temperature 38.6; rigors-24h new; burning new; breaths 16; looks-ill no; new-confusion no";
        let mut picture = picture(story);
        let standing = |picture: &Picture| {
            let verdict = judge(picture).on(Act::Dre).cloned().unwrap();
            let standing = verdict.fired.into_iter().filter(|one| one.weight() == Severity::Relative);
            standing.map(|one| one.id).collect::<Vec<_>>()
        };
        assert!(standing(&picture).len() > 1, "{:?}", standing(&picture));
        picture.gentle = true;
        assert_eq!(standing(&picture), [GENTLE]);
        decide(&mut picture, GENTLE);
        assert_eq!(standing(&picture), [""; 0]);
        assert_eq!(judge(&picture).on(Act::Massage).unwrap().word.as_str(), "blocked");
    }

    #[test]
    fn what_is_no_sign_of_an_infection_is_a_decision_of_its_own() {
        let mut picture = picture("gate none normal; rigors-24h new; anal-stenosis yes; bleeding-diathesis yes");
        picture.gentle = true;
        decide(&mut picture, GENTLE);
        let verdict = judge(&picture).on(Act::Dre).cloned().unwrap();
        let told: Vec<_> = verdict.fired.iter().map(|one| (one.id.as_str(), one.weight().as_str())).collect();
        let expect = [("anal-stenosis", "relative"), (GENTLE, "note"), ("bleeding-diathesis", "note")];
        assert_eq!(told, expect);
    }
}
