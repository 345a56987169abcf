//! The call after the visit: when it is due, its six questions, and when it is over.

use crate::Moment;
use crate::words::words;
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

words! {
    /// Why the clinic calls.
    pub enum CallReason {
        /// The gland was massaged.
        Massage = "massage",
        /// The patient went before the check and without a sheet: the aftercare becomes a call.
        LeftEarly = "left-early",
        /// A safety rule stopped the procedure at the examination.
        SafetyStop = "safety-stop",
    }
}

words! {
    /// Where a call stands in its time.
    pub enum CallTime {
        /// Less than a day has passed.
        Waiting = "waiting",
        /// 24 to 48 hours: call now.
        Due = "due",
        /// 48 to 72 hours: an infection would show by now.
        Overdue = "overdue",
        /// The window of 72 hours has passed; the call is still owed.
        PastWindow = "past-window",
    }
}

words! {
    /// How the urine runs.
    pub enum UrineFlow {
        /// As always.
        Usual = "usual",
        /// Weaker, slower or painful.
        Weaker = "weaker",
        /// Nothing comes.
        Cannot = "cannot",
    }
}

words! {
    /// Blood in urine, in semen or from the back passage.
    pub enum CallBleeding {
        /// None.
        None = "none",
        /// A streak.
        Streak = "streak",
        /// Heavy, lasting, or with clots.
        Heavy = "heavy",
    }
}

words! {
    /// The bowel.
    pub enum Bowel {
        /// As always.
        Usual = "usual",
        /// Pain, or it moves otherwise than usual.
        Changed = "changed",
    }
}

words! {
    /// What follows from a call.
    pub enum NextStep {
        /// Nothing more.
        Nothing = "nothing",
        /// The clinic calls once more.
        CallAgain = "call-again",
        /// The patient comes today.
        ComeToday = "come-today",
        /// The patient goes to an emergency department.
        Emergency = "emergency",
    }
}

/// The six questions and what came of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct CallAnswers {
    /// Felt or measured.
    pub fever: bool,
    /// Shaking chills.
    pub chills: bool,
    /// 0 to 10.
    pub pain: u8,
    /// How the urine runs.
    pub urine: UrineFlow,
    /// Blood.
    pub bleeding: CallBleeding,
    /// The bowel.
    pub bowel: Bowel,
    /// Anything else the patient said.
    pub other: Option<String>,
    /// What the patient was advised.
    pub advice: Option<String>,
    /// What follows.
    pub next: NextStep,
}

/// One attempt to call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "what", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum CallAttempt {
    /// The patient was reached.
    Reached {
        /// What was said.
        answers: CallAnswers,
    },
    /// Nobody answered, or somebody else did.
    NotReached {
        /// The voicemail says “please call the clinic”, and nothing else.
        message_left: bool,
        /// In words.
        note: Option<String>,
    },
    /// The clinic stops trying: attempts were made, and a letter was sent or another way found.
    Ended {
        /// What was done instead.
        words: String,
    },
}

/// What cannot be recorded of a call.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CallRefusal {
    /// Pain beyond its scale.
    #[error("pain goes from 0 to 10")]
    Pain,
    /// A red flag and nothing said about it.
    #[error("these answers are red flags of the sheet ({0}): write what was advised, or choose what follows")]
    RedFlag(String),
    /// Nobody has tried.
    #[error("try at least once before you give up the call")]
    NotTried,
    /// The call is over.
    #[error("this call is over")]
    Over,
}

impl CallRefusal {
    /// The field beside which it stands.
    #[must_use]
    pub const fn field(&self) -> Option<&'static str> {
        match self {
            Self::Pain => Some("pain"),
            Self::RedFlag(_) => Some("next"),
            Self::NotTried => Some("words"),
            Self::Over => None,
        }
    }
}

impl CallAnswers {
    /// Which of the answers are red flags of the aftercare sheet, in words.
    #[must_use]
    pub fn red_flags(&self) -> Vec<&'static str> {
        let flags = [
            (self.fever, "fever"),
            (self.chills, "chills"),
            (self.pain >= 7, "pain of 7 or more"),
            (self.urine == UrineFlow::Cannot, "cannot pass urine"),
            (self.bleeding == CallBleeding::Heavy, "heavy bleeding"),
        ];
        flags.into_iter().filter_map(|(holds, name)| holds.then_some(name)).collect()
    }
}

/// When a call is due that follows from something at `since`.
#[must_use]
pub fn due_from(since: Moment) -> Moment {
    since.plus(TimeDelta::hours(24))
}

/// When it is overdue.
#[must_use]
pub fn due_until(since: Moment) -> Moment {
    since.plus(TimeDelta::hours(48))
}

/// When the window closes in which an infection would show.
#[must_use]
pub fn window_until(since: Moment) -> Moment {
    since.plus(TimeDelta::hours(72))
}

/// Where a call stands at `now`.
#[must_use]
pub fn time_of(since: Moment, now: Moment) -> CallTime {
    match now {
        now if now < due_from(since) => CallTime::Waiting,
        now if now <= due_until(since) => CallTime::Due,
        now if now <= window_until(since) => CallTime::Overdue,
        _ => CallTime::PastWindow,
    }
}

/// Whether the call is over: the patient was reached and nothing more was agreed, or it was given up.
#[must_use]
pub fn is_over(attempts: &[CallAttempt]) -> bool {
    attempts.last().is_some_and(|last| match last {
        CallAttempt::Reached { answers } => answers.next != NextStep::CallAgain,
        CallAttempt::NotReached { .. } => false,
        CallAttempt::Ended { .. } => true,
    })
}

/// Whether `next` may be added after `attempts`.
///
/// # Errors
/// What cannot be so.
pub fn may_add(attempts: &[CallAttempt], next: &CallAttempt) -> Result<(), CallRefusal> {
    if is_over(attempts) {
        return Err(CallRefusal::Over);
    }
    match next {
        CallAttempt::Reached { answers } if answers.pain > 10 => Err(CallRefusal::Pain),
        CallAttempt::Reached { answers } => {
            let flags = answers.red_flags();
            let silent = answers.next == NextStep::Nothing && answers.advice.is_none();
            if silent && !flags.is_empty() { Err(CallRefusal::RedFlag(flags.join(", "))) } else { Ok(()) }
        }
        CallAttempt::Ended { .. } if attempts.is_empty() => Err(CallRefusal::NotTried),
        CallAttempt::Ended { .. } | CallAttempt::NotReached { .. } => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::CallTime::{Due, Overdue, PastWindow, Waiting};
    use super::*;

    fn well() -> CallAnswers {
        CallAnswers {
            fever: false,
            chills: false,
            pain: 2,
            urine: UrineFlow::Usual,
            bleeding: CallBleeding::Streak,
            bowel: Bowel::Usual,
            other: None,
            advice: None,
            next: NextStep::Nothing,
        }
    }

    fn check(before: &[CallAttempt], answers: CallAnswers) -> String {
        let said = may_add(before, &CallAttempt::Reached { answers });
        said.map_or_else(|refusal| refusal.to_string(), |()| "kept".to_owned())
    }

    #[test]
    fn a_call_comes_due_after_a_day_and_is_never_forgotten() {
        let since: Moment = "2026-11-23T10:00:00+01:00".parse().unwrap();
        let states: Vec<_> =
            [0, 23, 24, 48, 49, 72, 73].map(|hours| time_of(since, since.plus(TimeDelta::hours(hours)))).into();
        assert_eq!(states, [Waiting, Waiting, Due, Due, Overdue, Overdue, PastWindow]);
    }

    #[test]
    fn a_red_flag_never_ends_in_nothing_said() {
        assert_eq!(check(&[], well()), "kept");
        assert_eq!(check(&[], CallAnswers { pain: 11, ..well() }), "pain goes from 0 to 10");
        let feverish = CallAnswers { fever: true, pain: 8, ..well() };
        assert_eq!(
            check(&[], feverish.clone()),
            "these answers are red flags of the sheet (fever, pain of 7 or more): write what was advised, or choose what follows"
        );
        assert_eq!(check(&[], CallAnswers { next: NextStep::Emergency, ..feverish.clone() }), "kept");
        assert_eq!(
            check(&[], CallAnswers { advice: Some("Measured 37.4; calls if it rises".to_owned()), ..feverish }),
            "kept"
        );
    }

    #[test]
    fn a_call_is_over_when_it_was_answered_or_given_up_after_a_try() {
        let missed = CallAttempt::NotReached { message_left: true, note: None };
        let given_up = CallAttempt::Ended { words: "Letter sent".to_owned() };
        assert_eq!(may_add(&[], &given_up), Err(CallRefusal::NotTried));
        assert_eq!(may_add(std::slice::from_ref(&missed), &given_up), Ok(()));
        assert_eq!(may_add(&[missed.clone(), given_up], &missed), Err(CallRefusal::Over));
        let again = CallAttempt::Reached { answers: CallAnswers { next: NextStep::CallAgain, ..well() } };
        assert!(!is_over(std::slice::from_ref(&again)));
        assert_eq!(check(&[again], well()), "kept");
    }
}
