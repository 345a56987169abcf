//! Telling a patient the result: by whom, how, what was said; or the attempts that reached nobody, and the letter.
//!
//! A result stays open until this is recorded. How often to try before a letter ends it is a decision of the product and
//! awaits clinical sign-off.

use crate::result::ReportIdentifier;
use crate::words::words;
use serde::{Deserialize, Serialize};

words! {
    /// How a patient is told.
    pub enum ToldBy {
        /// Face to face.
        InPerson = "in-person",
        /// By telephone, with two identifiers asked.
        Telephone = "telephone",
        /// In custody: the health unit is told.
        HealthUnit = "health-unit",
    }
}

words! {
    /// What a letter says.
    pub enum LetterKind {
        /// The result, for a patient who asked to be written to.
        TellsTheResult = "tells-the-result",
        /// “Please call the clinic”, after attempts that reached nobody.
        AsksToCall = "asks-to-call",
    }
}

/// One attempt to tell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "what", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Telling {
    /// The patient knows.
    Told {
        /// How.
        by: ToldBy,
        /// What the patient said on the telephone and was right: two at least.
        identifiers: Vec<ReportIdentifier>,
        /// Whom the health unit put on the line; none when the patient was told.
        to: Option<String>,
        /// What was said.
        said: String,
        /// What was agreed.
        plan: Option<String>,
    },
    /// Nobody was reached.
    NotReached {
        /// A voicemail asked to call the clinic, and said nothing else.
        message_left: bool,
        /// In words.
        note: Option<String>,
    },
    /// A letter was sent.
    Letter {
        /// What it says.
        kind: LetterKind,
        /// What was written into it beside the fixed words.
        said: Option<String>,
        /// Its name in the folder for papers.
        file: String,
        /// The address of the chart stands on it; otherwise it was written on by hand.
        addressed: bool,
    },
}

/// What has to be known of the patient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reachable {
    /// In custody: the health unit is told.
    pub under_custody: bool,
    /// The patient said that a message may be left.
    pub may_leave_message: bool,
}

/// How many attempts reach nobody before a letter asks to call.
pub const ATTEMPTS: usize = 2;

/// What cannot be recorded of telling.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TellingRefusal {
    /// The patient was told already.
    #[error("the patient was told already")]
    Over,
    /// Somebody in custody is told through the health unit.
    #[error("in custody: call the health unit, or tell him face to face")]
    Custody,
    /// Nobody is in custody.
    #[error("this patient is not in custody: tell him himself")]
    NotInCustody,
    /// On the telephone anybody may answer.
    #[error("ask for two identifiers first, and tick those that were right")]
    Identifiers,
    /// Who took the call at the health unit.
    #[error("write who at the health unit was told")]
    NobodyNamed,
    /// Nothing was said.
    #[error("write what was said, in 3 characters at least")]
    Silent,
    /// The patient has not said that a message may be left.
    #[error("the patient has not said that a message may be left")]
    NoMessage,
    /// Too few attempts for a letter.
    #[error("try {ATTEMPTS} times before a letter ends it: {0} so far")]
    TooSoon(usize),
}

impl TellingRefusal {
    /// The field beside which it stands.
    #[must_use]
    pub const fn field(&self) -> Option<&'static str> {
        match self {
            Self::Over => None,
            Self::Custody | Self::NotInCustody => Some("by"),
            Self::Identifiers => Some("identifiers"),
            Self::NobodyNamed => Some("to"),
            Self::Silent => Some("said"),
            Self::NoMessage => Some("messageLeft"),
            Self::TooSoon(_) => Some("kind"),
        }
    }
}

/// Whether the patient has been told, or written to.
#[must_use]
pub fn is_over(attempts: &[Telling]) -> bool {
    attempts.iter().any(|one| matches!(one, Telling::Told { .. } | Telling::Letter { .. }))
}

/// Whether the patient knows: a letter that asks to call has told nobody anything.
#[must_use]
pub fn is_told(attempts: &[Telling]) -> bool {
    let tells =
        |one: &Telling| matches!(one, Telling::Told { .. } | Telling::Letter { kind: LetterKind::TellsTheResult, .. });
    attempts.iter().any(tells)
}

/// Whether `next` may be added after `attempts`. Who was written to and calls back is still told.
///
/// # Errors
/// What cannot be so.
pub fn may_add(attempts: &[Telling], next: &Telling, patient: Reachable) -> Result<(), TellingRefusal> {
    if is_told(attempts) {
        return Err(TellingRefusal::Over);
    }
    let missed = attempts.iter().filter(|one| matches!(one, Telling::NotReached { .. })).count();
    match next {
        Telling::Told { by: ToldBy::Telephone, .. } if patient.under_custody => Err(TellingRefusal::Custody),
        Telling::Told { by: ToldBy::HealthUnit, .. } if !patient.under_custody => Err(TellingRefusal::NotInCustody),
        Telling::Told { by: ToldBy::Telephone, identifiers, .. } if two(identifiers) < 2 => {
            Err(TellingRefusal::Identifiers)
        }
        Telling::Told { by: ToldBy::HealthUnit, to: None, .. } => Err(TellingRefusal::NobodyNamed),
        Telling::Told { said, .. } if said.trim().chars().count() < 3 => Err(TellingRefusal::Silent),
        Telling::NotReached { message_left: true, .. } if !patient.may_leave_message => Err(TellingRefusal::NoMessage),
        Telling::Letter { kind: LetterKind::AsksToCall, .. } if missed < ATTEMPTS => {
            Err(TellingRefusal::TooSoon(missed))
        }
        Telling::Letter { kind: LetterKind::TellsTheResult, said, .. }
            if said.as_ref().is_none_or(|said| said.chars().count() < 3) =>
        {
            Err(TellingRefusal::Silent)
        }
        Telling::Told { .. } | Telling::NotReached { .. } | Telling::Letter { .. } => Ok(()),
    }
}

/// How many different ones there are.
fn two(identifiers: &[ReportIdentifier]) -> usize {
    let mut different = identifiers.to_vec();
    different.sort_unstable();
    different.dedup();
    different.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FREE: Reachable = Reachable { under_custody: false, may_leave_message: true };
    const CUSTODY: Reachable = Reachable { under_custody: true, may_leave_message: false };

    fn told(by: ToldBy, identifiers: &[ReportIdentifier], to: Option<&str>) -> Telling {
        let (said, to) = ("No bacteria".to_owned(), to.map(str::to_owned));
        Telling::Told { by, identifiers: identifiers.to_vec(), to, said, plan: None }
    }

    fn missed() -> Telling {
        Telling::NotReached { message_left: false, note: None }
    }

    fn letter(kind: LetterKind, said: Option<&str>) -> Telling {
        Telling::Letter { kind, said: said.map(str::to_owned), file: "letter.pdf".to_owned(), addressed: false }
    }

    fn check(before: &[Telling], next: &Telling, patient: Reachable, expect: &str) {
        let said = may_add(before, next, patient);
        assert_eq!(said.map_or_else(|why| why.to_string(), |()| "kept".to_owned()), expect, "{next:?}");
    }

    #[test]
    fn on_the_telephone_two_identifiers_are_asked_and_custody_goes_through_the_health_unit() {
        use ReportIdentifier::{BirthDate, Name};
        check(&[], &told(ToldBy::Telephone, &[Name, BirthDate], None), FREE, "kept");
        let once = "ask for two identifiers first, and tick those that were right";
        check(&[], &told(ToldBy::Telephone, &[Name, Name], None), FREE, once);
        check(&[], &told(ToldBy::InPerson, &[], None), FREE, "kept");
        let unit = "in custody: call the health unit, or tell him face to face";
        check(&[], &told(ToldBy::Telephone, &[Name, BirthDate], None), CUSTODY, unit);
        check(&[], &told(ToldBy::HealthUnit, &[], None), CUSTODY, "write who at the health unit was told");
        check(&[], &told(ToldBy::HealthUnit, &[], Some("Sister Bond")), CUSTODY, "kept");
        let free = "this patient is not in custody: tell him himself";
        check(&[], &told(ToldBy::HealthUnit, &[], Some("Sister Bond")), FREE, free);
        let silent =
            Telling::Told { by: ToldBy::InPerson, identifiers: Vec::new(), to: None, said: " ".to_owned(), plan: None };
        check(&[], &silent, FREE, "write what was said, in 3 characters at least");
    }

    #[test]
    fn a_message_is_left_only_where_the_patient_said_so() {
        let left = Telling::NotReached { message_left: true, note: None };
        check(&[], &left, FREE, "kept");
        let silent = Reachable { may_leave_message: false, ..FREE };
        check(&[], &left, silent, "the patient has not said that a message may be left");
        check(&[], &missed(), silent, "kept");
    }

    #[test]
    fn a_letter_ends_it_after_two_attempts_and_whoever_calls_back_is_still_told() {
        let asks = letter(LetterKind::AsksToCall, None);
        check(&[], &asks, FREE, "try 2 times before a letter ends it: 0 so far");
        check(&[missed()], &asks, FREE, "try 2 times before a letter ends it: 1 so far");
        check(&[missed(), missed()], &asks, FREE, "kept");
        let before = [missed(), missed(), asks];
        assert!(is_over(&before) && !is_told(&before));
        check(&before, &told(ToldBy::InPerson, &[], None), FREE, "kept");
        let tells = letter(LetterKind::TellsTheResult, Some("No bacteria were found."));
        check(&[], &tells, FREE, "kept");
        check(&[], &letter(LetterKind::TellsTheResult, None), FREE, "write what was said, in 3 characters at least");
        check(&[tells], &missed(), FREE, "the patient was told already");
    }
}
