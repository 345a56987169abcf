//! The label of one container: what stands on it, and the ledger of its prints.
//!
//! Printed is not collected, and sent to a printer is not applied: a label counts once the tube that carries it
//! has been read back, by scanner or by its last four characters.

use crate::Moment;
use crate::accession::Accession;
use crate::ids::StaffId;
use crate::patient::{BirthDate, Mrn, NamePart};
use crate::specimen::SpecimenRole;
use crate::words::words;
use serde::{Deserialize, Serialize};

/// All that a label says. The two identifiers, the time and the collector cannot be left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct LabelContent {
    /// Family name.
    pub family: NamePart,
    /// Given names.
    pub given: NamePart,
    /// Birth date.
    pub birth: BirthDate,
    /// The clinic's number.
    pub mrn: Mrn,
    /// Which glass.
    pub role: SpecimenRole,
    /// Its place among the planned glasses: 1 of 4.
    pub position: u8,
    /// How many were planned.
    pub of: u8,
    /// Its number, also in the bar code; nothing of the patient is.
    pub accession: Accession,
    /// When it was collected.
    pub collected_at: Moment,
    /// Who collected or received it.
    pub collector_initials: String,
    /// What it is, in words: “post-massage urine”.
    pub source: String,
    /// The clinic.
    pub clinic: String,
    /// How to keep it: “2-8 °C”.
    pub storage: String,
    /// Which print of this label it is, from 1; a second one says so.
    pub serial: u32,
    /// The specimen was recorded afterwards: the label says “late label”, and its time is the true one.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[specta(optional)]
    pub late: bool,
}

words! {
    /// How the label on a tube was read back.
    pub enum VerifiedBy {
        /// The bar code was scanned.
        Scan = "scan",
        /// The last four characters were typed from the tube; counted in the figures.
        Typed = "typed",
    }
}

/// The evidence that the applied label is the right one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct LabelCheck {
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: StaffId,
    /// How.
    pub how: VerifiedBy,
}

words! {
    /// Where the bytes of a label go. None of these says that paper came out.
    pub enum PrintWay {
        /// A PDF file in the folder of labels.
        PdfFile = "pdf-file",
        /// A ZPL file in the folder of labels.
        ZplFile = "zpl-file",
        /// A queue of the system's printing.
        Queue = "queue",
    }
}

words! {
    /// Why a label is printed once more and the earlier one voided.
    pub enum ReprintReason {
        /// It came out unreadable or damaged.
        Damaged = "damaged",
        /// It was lost, or the printer never gave it out.
        Lost = "lost",
        /// It was stuck on the wrong tube.
        Misapplied = "misapplied",
        /// What it says was put right.
        Corrected = "corrected",
    }
}

words! {
    /// Why a label counts no more.
    pub enum VoidReason {
        /// It came out unreadable or damaged.
        Damaged = "damaged",
        /// It was lost, or the printer never gave it out.
        Lost = "lost",
        /// It was stuck on the wrong tube.
        Misapplied = "misapplied",
        /// What it says was put right.
        Corrected = "corrected",
        /// It names another patient.
        WrongPatient = "wrong-patient",
        /// Its tube was thrown away.
        Discarded = "discarded",
    }
}

impl From<ReprintReason> for VoidReason {
    fn from(reason: ReprintReason) -> Self {
        match reason {
            ReprintReason::Damaged => Self::Damaged,
            ReprintReason::Lost => Self::Lost,
            ReprintReason::Misapplied => Self::Misapplied,
            ReprintReason::Corrected => Self::Corrected,
        }
    }
}

/// One line of the print ledger: one label, printed once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PrintedLabel {
    /// It waits to be read back.
    Unverified {
        /// Which print of this specimen's label.
        serial: u32,
    },
    /// It was read back from the tube.
    Verified {
        /// Which print.
        serial: u32,
        /// The evidence.
        check: LabelCheck,
    },
    /// It counts no more.
    Voided {
        /// Which print.
        serial: u32,
        /// Why.
        reason: VoidReason,
    },
}

words! {
    /// The name of a printed label's state.
    pub enum LabelStatus {
        /// See [`PrintedLabel::Unverified`].
        Unverified = "unverified",
        /// See [`PrintedLabel::Verified`].
        Verified = "verified",
        /// See [`PrintedLabel::Voided`].
        Voided = "voided",
    }
}

/// Why a label could not be read back or reprinted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LabelRefusal {
    /// What was read is no accession number, or was mistyped.
    #[error("that is not an accession number: scan the tube again, or type its last four characters")]
    Unreadable,
    /// The tube in the hand is another one.
    #[error("this is tube {found}, and {expected} was expected: look for the right tube before going on")]
    AnotherTube {
        /// The tube that was asked for.
        expected: Accession,
        /// The tube that was read.
        found: Accession,
    },
    /// The last four characters are not those of the label.
    #[error("those are not the last four characters of {0}: read them from the tube")]
    NotTheLastFour(Accession),
    /// It was verified already.
    #[error("this label was verified already")]
    AlreadyVerified,
    /// It was voided: another one must be read back.
    #[error("this label was voided: read the new one")]
    Voided,
}

impl LabelRefusal {
    /// The stable name of this refusal.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unreadable => "label-unreadable",
            Self::AnotherTube { .. } => "another-tube",
            Self::NotTheLastFour(_) => "not-the-last-four",
            Self::AlreadyVerified => "label-verified-already",
            Self::Voided => "label-voided",
        }
    }
}

impl PrintedLabel {
    /// Its state in one word.
    #[must_use]
    pub const fn status(&self) -> LabelStatus {
        match self {
            Self::Unverified { .. } => LabelStatus::Unverified,
            Self::Verified { .. } => LabelStatus::Verified,
            Self::Voided { .. } => LabelStatus::Voided,
        }
    }

    /// Which print of its specimen's label it is, from 1.
    #[must_use]
    pub const fn serial(&self) -> u32 {
        match self {
            Self::Unverified { serial } | Self::Verified { serial, .. } | Self::Voided { serial, .. } => *serial,
        }
    }

    /// The tube was read back and `read` says what stood on it.
    pub fn verify(self, expected: Accession, read: &ReadBack, at: Moment, by: StaffId) -> Result<Self, LabelRefusal> {
        match self {
            Self::Verified { .. } => Err(LabelRefusal::AlreadyVerified),
            Self::Voided { .. } => Err(LabelRefusal::Voided),
            Self::Unverified { serial } => {
                let how = read.matches(expected)?;
                Ok(Self::Verified { serial, check: LabelCheck { at, by, how } })
            }
        }
    }

    /// It counts no more: a new one takes its place, or its tube is gone.
    pub fn void(self, reason: VoidReason) -> Result<Self, LabelRefusal> {
        match self {
            Self::Voided { .. } => Err(LabelRefusal::Voided),
            Self::Unverified { serial } | Self::Verified { serial, .. } => Ok(Self::Voided { serial, reason }),
        }
    }
}

/// What was read from a tube: a whole number by scanner or hand, or its last four characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadBack {
    /// A whole accession number from the bar code.
    Scanned(Accession),
    /// A whole accession number typed by hand.
    Typed(Accession),
    /// Its last four characters typed by hand.
    LastFour(String),
}

impl ReadBack {
    /// Reads what a scanner or a person gave; `how` says which of the two it was.
    ///
    /// # Errors
    /// When it is neither a whole number with a right check character nor four characters.
    pub fn parse(text: &str, how: VerifiedBy) -> Result<Self, LabelRefusal> {
        let signs: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
        match (Accession::parse(text), how) {
            (Ok(number), VerifiedBy::Scan) => Ok(Self::Scanned(number)),
            (Ok(number), VerifiedBy::Typed) => Ok(Self::Typed(number)),
            (Err(_), VerifiedBy::Typed) if signs.len() == 4 => Ok(Self::LastFour(signs.to_ascii_uppercase())),
            (Err(_), _) => Err(LabelRefusal::Unreadable),
        }
    }

    /// Whether it is the tube that was asked for, and how it was read.
    pub fn matches(&self, expected: Accession) -> Result<VerifiedBy, LabelRefusal> {
        match self {
            Self::Scanned(found) | Self::Typed(found) if *found != expected => {
                Err(LabelRefusal::AnotherTube { expected, found: *found })
            }
            Self::Scanned(_) => Ok(VerifiedBy::Scan),
            Self::Typed(_) => Ok(VerifiedBy::Typed),
            Self::LastFour(four) if *four == expected.last_four() => Ok(VerifiedBy::Typed),
            Self::LastFour(_) => Err(LabelRefusal::NotTheLastFour(expected)),
        }
    }
}

/// A collector's initials, as a label has room for them: the first letters of up to three names, titles left out.
#[must_use]
pub fn initials(display_name: &str) -> String {
    let names = display_name.split_whitespace().filter(|name| !name.ends_with('.'));
    names.filter_map(|name| name.chars().find(|sign| sign.is_alphanumeric())).take(3).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(container: u8) -> Accession {
        Accession::new('U', 2026, 123, container).unwrap()
    }

    fn nine() -> Moment {
        "2026-11-22T09:00:00+01:00".parse().unwrap()
    }

    fn read(text: &str, how: VerifiedBy) -> String {
        let nurse = uuid::Uuid::from_u128(7).into();
        let label = PrintedLabel::Unverified { serial: 1 };
        match ReadBack::parse(text, how).and_then(|read| label.verify(number(3), &read, nine(), nurse)) {
            Ok(PrintedLabel::Verified { check, .. }) => format!("verified by {}", check.how),
            Ok(other) => format!("{other:?}"),
            Err(refusal) => refusal.to_string(),
        }
    }

    #[test]
    fn the_applied_tube_is_read_back() {
        assert_eq!(read("U2600012337", VerifiedBy::Scan), "verified by scan");
        assert_eq!(read("u26-000123-3 7", VerifiedBy::Typed), "verified by typed");
        assert_eq!(read("2337", VerifiedBy::Typed), "verified by typed");
        assert_eq!(read("233 7", VerifiedBy::Typed), "verified by typed");
    }

    #[test]
    fn another_tube_or_a_slip_of_the_finger_verifies_nothing() {
        assert_eq!(
            read("U2600012345", VerifiedBy::Scan),
            "this is tube U26-000123-4 5, and U26-000123-3 7 was expected: look for the right tube before going on"
        );
        assert_eq!(
            read("2345", VerifiedBy::Typed),
            "those are not the last four characters of U26-000123-3 7: read them from the tube"
        );
        for (text, how) in [("2337", VerifiedBy::Scan), ("U2600012338", VerifiedBy::Scan), ("", VerifiedBy::Typed)] {
            assert!(read(text, how).starts_with("that is not an accession number"), "{text}");
        }
    }

    #[test]
    fn a_voided_label_is_never_verified_again() {
        let nurse = uuid::Uuid::from_u128(7).into();
        let scan = ReadBack::Scanned(number(3));
        let voided = PrintedLabel::Unverified { serial: 1 }.void(ReprintReason::Damaged.into()).unwrap();
        assert_eq!(voided.clone().verify(number(3), &scan, nine(), nurse), Err(LabelRefusal::Voided));
        assert_eq!((voided.status(), voided.serial()), (LabelStatus::Voided, 1));
        let verified = PrintedLabel::Unverified { serial: 2 }.verify(number(3), &scan, nine(), nurse).unwrap();
        assert_eq!(verified.clone().verify(number(3), &scan, nine(), nurse), Err(LabelRefusal::AlreadyVerified));
        assert!(verified.void(VoidReason::Discarded).is_ok(), "a verified label may still be found on the wrong tube");
    }

    #[test]
    fn initials_fit_the_label() {
        assert_eq!(initials("Ruth Okafor"), "RO");
        assert_eq!(initials("  Dr. Ines Kaya"), "IK");
        assert_eq!(initials("María de la Cruz"), "Mdl");
        assert_eq!(initials("—"), "");
    }
}
