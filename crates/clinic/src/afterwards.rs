//! What already happened and is recorded later: each thing that was told, and what an act stood against when it was done.
//!
//! Nothing is refused here for what it was. The rules are asked of the hour at which it happened and once more with all
//! that is known by now, and whatever was absolute is named.

use crate::Moment;
use crate::procedure::Act;
use crate::screening::{Fired, FiredStands, Kind, Picture, Point, Severity, Verdict, VerdictWord, item, judge_one};
use crate::specimen::SpecimenRole;
use serde::{Deserialize, Serialize};

/// Consent as it was given by word of mouth or on paper, and told afterwards. It is an account, not a sealed consent:
/// nothing is begun on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ConsentTold {
    /// The acts to which the patient agreed.
    pub acts: Vec<Act>,
    /// A chaperone was offered.
    pub chaperone_offered: bool,
    /// How it was given, to whom, and who was there, in the teller's words.
    pub how: String,
}

/// One thing that was told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "what", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Told {
    /// Consent.
    Consent(ConsentTold),
    /// Vital signs, in words.
    Vitals {
        /// Such as “38.2 °C, pulse 96”.
        words: String,
    },
    /// Answers to the checklist.
    Answers {
        /// How many.
        count: u32,
        /// Those that were not “no”, in words.
        present: Vec<String>,
    },
    /// The five answers of the gate, in words.
    Gate {
        /// Such as “not tender, normal”.
        words: String,
    },
    /// The findings.
    Findings {
        /// The overall impression.
        words: String,
    },
    /// The massage, or the strokes.
    Massage {
        /// How it ended and how many strokes there were, as far as anybody knows.
        words: String,
    },
    /// A glass and its end.
    Glass {
        /// Which.
        role: SpecimenRole,
        /// How it ended.
        words: String,
    },
    /// What the rules said to an act that was told.
    Judged(DoneAgainst),
}

impl Told {
    /// What it is, as a list names it.
    #[must_use]
    pub fn title(&self) -> String {
        match self {
            Self::Consent(_) => "Consent, as told".to_owned(),
            Self::Vitals { .. } => "Vital signs".to_owned(),
            Self::Answers { .. } => "Answers".to_owned(),
            Self::Gate { .. } => "Gate of the examination".to_owned(),
            Self::Findings { .. } => "Findings".to_owned(),
            Self::Massage { .. } => "Massage".to_owned(),
            Self::Glass { role, .. } => role.code().to_owned(),
            Self::Judged(judged) => format!("The rules on {}", act_name(judged.act)),
        }
    }

    /// What was told of it, as a sentence goes on.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Consent(told) => {
                let acts: Vec<&str> = told.acts.iter().map(|act| act_name(*act)).collect();
                let agreed =
                    if acts.is_empty() { "not agreed".to_owned() } else { format!("agreed to {}", acts.join(" and ")) };
                let offer = if told.chaperone_offered { "a chaperone was offered" } else { "no chaperone was offered" };
                format!("{agreed}; {offer}; {}", told.how)
            }
            Self::Answers { count, present } if present.is_empty() => format!("{count} questions, all answered “no”"),
            Self::Answers { count, present } => format!("{count} questions; present: {}", present.join(", ")),
            Self::Vitals { words }
            | Self::Gate { words }
            | Self::Findings { words }
            | Self::Massage { words }
            | Self::Glass { words, .. } => words.clone(),
            Self::Judged(judged) => judged.words(),
        }
    }
}

/// What an act stood against when it was done, as the rules say afterwards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct DoneAgainst {
    /// The act.
    pub act: Act,
    /// The rules' word on the hour at which it was done.
    pub word: VerdictWord,
    /// What fired on that hour, the heaviest first.
    pub fired: Vec<Fired>,
    /// The absolute reasons: of that hour, and those that became known later.
    pub absolute: Vec<String>,
    /// No consent to it stood.
    pub without_consent: bool,
    /// The five answers of the gate had not been given.
    pub gate_open: bool,
    /// A rule had ended the procedure before.
    pub after_a_stop: bool,
}

impl DoneAgainst {
    /// Whether it opens an incident.
    #[must_use]
    pub fn is_incident(&self) -> bool {
        !self.absolute.is_empty() || self.without_consent || self.gate_open || self.after_a_stop
    }

    /// Every reason for which it should not have been done, each a part of a sentence.
    #[must_use]
    pub fn reasons(&self) -> Vec<String> {
        let plain = [
            (self.without_consent, "no consent to it was recorded"),
            (self.gate_open, "the five answers of the gate were open"),
            (self.after_a_stop, "a rule had ended the procedure before"),
        ];
        let plain = plain.into_iter().filter(|(holds, _)| *holds).map(|(_, words)| words.to_owned());
        self.absolute.iter().map(|reason| reason.trim_end_matches('.').to_owned()).chain(plain).collect()
    }

    /// What the rules say of it, as a sentence goes on.
    #[must_use]
    pub fn words(&self) -> String {
        let act = act_name(self.act);
        let reasons = self.reasons();
        if !reasons.is_empty() {
            return format!("{act} was done against the rules: {}; an incident was opened", reasons.join("; "));
        }
        let noted: Vec<&str> = self.fired.iter().map(|fired| fired.reason.trim_end_matches('.')).collect();
        match (self.word, noted.is_empty()) {
            (VerdictWord::Incomplete, _) => format!("no rule forbade {act}, but not everything that could was known"),
            (_, true) => format!("no rule stood against {act}"),
            (_, false) => format!("no rule forbade {act}; to be known: {}", noted.join("; ")),
        }
    }
}

/// Judges an act that was done at `then.now`. `then` is what had happened by that hour, `known` all that is recorded now.
#[must_use]
pub fn judge_done(act: Act, then: &Picture, known: &Picture, stopped: Option<Moment>) -> DoneAgainst {
    let done_at = then.now;
    // The finger goes before the strokes: what it met only later is no gate, and what was met under them no warning.
    let examined = then.examined.clone().filter(|examined| examined.gate.at <= done_at);
    let gate_open = act != Act::Dre && examined.is_none();
    let as_of_then = |picture: &Picture| {
        let mut seen = picture.clone();
        seen.point = Point::TimeOut;
        seen.examined.clone_from(&examined);
        // What was agreed to since does not speak of that hour.
        seen.consent.clone_from(&then.consent);
        seen.became_tender = seen.became_tender.filter(|tender| *tender <= done_at);
        judge_one(&seen, act)
    };
    let (at_that_hour, by_now) = (as_of_then(then), as_of_then(known));
    let mut absolute: Vec<String> = absolute_of(&at_that_hour).map(said).collect();
    for reason in absolute_of(&by_now).map(said) {
        if !absolute.contains(&reason) {
            absolute.push(reason);
        }
    }
    let consent = &then.consent;
    DoneAgainst {
        act,
        word: at_that_hour.word,
        absolute,
        without_consent: !consent.given.contains(&act) || consent.declined.contains(&act),
        gate_open,
        after_a_stop: stopped.is_some_and(|stopped| stopped <= done_at),
        fired: at_that_hour.fired,
    }
}

fn absolute_of(verdict: &Verdict) -> impl Iterator<Item = &Fired> {
    let absolute = |fired: &&Fired| fired.severity == Severity::Absolute && fired.stands == FiredStands::Stands;
    verdict.fired.iter().filter(absolute).filter(|fired| !is_consent(fired))
}

/// Whether the patient agreed is asked of the hour itself; one sentence says it.
fn is_consent(fired: &Fired) -> bool {
    let of_consent = |id: &str| matches!(id, "consent-not-recorded" | "consent-refused");
    of_consent(&fired.id) && item(&fired.id).is_some_and(|item| item.kind == Kind::Consent)
}

fn said(fired: &Fired) -> String {
    let reason = fired.reason.trim_end_matches('.');
    if fired.evidence.is_empty() { reason.to_owned() } else { format!("{reason} ({})", fired.evidence.join(", ")) }
}

/// The act in the middle of a sentence.
#[must_use]
pub const fn act_name(act: Act) -> &'static str {
    match act {
        Act::Dre => "the examination",
        Act::Massage => "the massage",
        Act::PostDreStrokes => "the strokes",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screening::testing::picture;
    use chrono::TimeDelta;

    /// What a massage stood against, by the stories of its hour and of the present.
    fn check(then: &str, known: &str, expect: &str) {
        let (mut then, known) = (picture(then), picture(known));
        if let Some(examined) = &mut then.examined {
            examined.gate.at = then.now;
        }
        let done = judge_done(Act::Massage, &then, &known, None);
        assert_eq!(done.is_incident(), !done.reasons().is_empty());
        let names =
            done.reasons().iter().map(|why| why.split(" (").next().unwrap_or_default().to_owned()).collect::<Vec<_>>();
        assert_eq!(names.join("; "), expect, "{:?}", done.words());
    }

    #[test]
    fn an_act_that_nothing_forbade_opens_nothing() {
        check("gate none normal", "gate none normal", "");
        check("gate none normal; burning unasked", "gate none normal", "");
        let done = judge_done(Act::Massage, &picture("gate none normal"), &picture("gate none normal"), None);
        assert!(done.words().starts_with("no rule "), "{}", done.words());
    }

    #[test]
    fn a_fever_that_was_noticed_only_later_counts() {
        check(
            "gate none normal",
            "gate none normal; temperature 38.2",
            "A temperature of 38.0 °C or more is a sign of systemic infection",
        );
    }

    #[test]
    fn what_was_not_agreed_to_or_not_felt_is_named_once() {
        check("gate none normal; consent none", "gate none normal", "no consent to it was recorded");
        check("gate none normal; consent declined", "gate none normal", "no consent to it was recorded");
        check("", "", "the five answers of the gate were open");
    }

    #[test]
    fn a_gate_that_was_answered_only_afterwards_was_open() {
        let mut then = picture("gate none normal");
        let later = then.now.plus(TimeDelta::minutes(1));
        if let Some(examined) = &mut then.examined {
            examined.gate.at = later;
        }
        let done = judge_done(Act::Massage, &then, &then, None);
        assert!(done.gate_open);
    }

    #[test]
    fn an_act_after_a_stop_is_one_against_it() {
        let then = picture("gate none normal");
        let stopped = |minutes| Some(then.now.plus(TimeDelta::minutes(minutes)));
        assert!(judge_done(Act::Massage, &then, &then, stopped(-1)).after_a_stop);
        assert!(!judge_done(Act::Massage, &then, &then, stopped(1)).is_incident());
    }
}
