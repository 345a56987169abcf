//! What should not have happened, and who may look into it.

use crate::Moment;
use crate::ids::StaffId;
use crate::words::words;
use chrono::TimeDelta;

/// Within how long somebody else looks at an emergency examination. [design]
const EMERGENCY_REVIEW: TimeDelta = TimeDelta::hours(72);

words! {
    /// What kind of thing happened.
    pub enum IncidentKind {
        /// The gland was massaged or stroked, or a specimen taken, although a rule forbade it.
        AgainstRule = "against-rule",
        /// A record or a specimen stood under another patient's name.
        WrongPatient = "wrong-patient",
        /// A grave adverse event, or sepsis of any grade.
        AdverseEvent = "adverse-event",
        /// An examination that could not wait for consent, interpreter or chaperone; reviewed within 72 hours.
        EmergencyExamination = "emergency-examination",
        /// A label was not verified before the patient left.
        UnverifiedLabel = "unverified-label",
        /// A specimen carried a label that was not its own.
        MislabelledSpecimen = "mislabelled-specimen",
        /// A specimen cannot be found.
        LostSpecimen = "lost-specimen",
        /// The laboratory would not examine a specimen.
        RejectedSpecimen = "rejected-specimen",
    }
}

words! {
    /// What somebody reports of a specimen. Each is an incident of its own kind.
    pub enum SpecimenFault {
        /// It carried a label that was not its own.
        Mislabelled = "mislabelled",
        /// It cannot be found.
        Lost = "lost",
        /// The laboratory would not examine it.
        Rejected = "rejected",
    }
}

impl SpecimenFault {
    /// The kind of incident that it opens.
    #[must_use]
    pub const fn incident(self) -> IncidentKind {
        match self {
            Self::Mislabelled => IncidentKind::MislabelledSpecimen,
            Self::Lost => IncidentKind::LostSpecimen,
            Self::Rejected => IncidentKind::RejectedSpecimen,
        }
    }

    /// What happened to a specimen, in front of why.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Mislabelled => "carried a label that was not its own",
            Self::Lost => "cannot be found",
            Self::Rejected => "was rejected by the laboratory",
        }
    }
}

impl IncidentKind {
    /// Until when an incident of this kind that was opened at `opened` is reviewed; none where nothing says when.
    #[must_use]
    pub fn review_until(self, opened: Moment) -> Option<Moment> {
        (self == Self::EmergencyExamination).then(|| opened.plus(EMERGENCY_REVIEW))
    }

    /// Whether its review is overdue at `now`, as long as nobody has written one.
    #[must_use]
    pub fn review_is_overdue(self, opened: Moment, now: Moment) -> bool {
        self.review_until(opened).is_some_and(|until| now > until)
    }
}

/// Why a review cannot stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReviewRefused {
    /// Nothing was written.
    #[error("write what was found and what is done about it")]
    NoWords,
    /// Nobody reviews what they opened.
    #[error("you opened this incident yourself; a colleague reviews it")]
    OwnIncident,
}

/// The words of a review of an incident that `opener` opened, when `reviewer` may write them.
///
/// # Errors
/// When they are empty, or the reviewer opened the incident and the practice is not single-handed.
pub fn review(opener: StaffId, reviewer: StaffId, single_handed: bool, words: &str) -> Result<String, ReviewRefused> {
    let words = words.trim();
    if words.is_empty() {
        return Err(ReviewRefused::NoWords);
    }
    if opener == reviewer && !single_handed {
        return Err(ReviewRefused::OwnIncident);
    }
    Ok(words.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn an_emergency_is_reviewed_within_three_days() {
        let opened: Moment = "2026-11-23T08:00:00+01:00".parse().unwrap();
        let overdue = |kind: IncidentKind, hours, seconds| {
            kind.review_is_overdue(opened, opened.plus(TimeDelta::hours(hours) + TimeDelta::seconds(seconds)))
        };
        assert!(!overdue(IncidentKind::EmergencyExamination, 72, 0));
        assert!(overdue(IncidentKind::EmergencyExamination, 72, 1));
        assert!(!overdue(IncidentKind::AdverseEvent, 1000, 0), "nothing says when");
    }

    #[test]
    fn a_review_has_words_and_another_reader_unless_there_is_only_one() {
        let [opener, other] = [1, 2].map(|n| StaffId::from(Uuid::from_u128(n)));
        assert_eq!(review(opener, other, false, " Talked through. "), Ok("Talked through.".to_owned()));
        assert_eq!(review(opener, other, false, " "), Err(ReviewRefused::NoWords));
        assert_eq!(review(opener, opener, false, "Fine"), Err(ReviewRefused::OwnIncident));
        assert_eq!(review(opener, opener, true, "Fine"), Ok("Fine".to_owned()));
    }
}
