//! How it was agreed: drawn, typed, on paper or in words, with who witnessed it and who signed beside it.

use super::Clinician;
use super::chaperone::same_name;
use super::refusal::ConsentRefusal;
use super::signature::Signature;
use crate::Moment;
use crate::ids::StaffId;
use crate::words::words;
use serde::{Deserialize, Serialize};

/// A witness who heard the patient agree, or saw them sign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Witness {
    /// Their record, when they are staff.
    pub staff: Option<StaffId>,
    /// Their name.
    pub name: String,
    /// What they are.
    pub role: String,
}

words! {
    /// By which of their own secrets a member of staff signed.
    pub enum OwnSecret {
        /// The passphrase.
        Passphrase = "passphrase",
        /// The PIN.
        Pin = "pin",
    }
}

words! {
    /// As what somebody signs a consent beside the patient.
    pub enum SigningPart {
        /// Whoever explained it and asked.
        Clinician = "clinician",
        /// Whoever saw it signed, or heard it said.
        Witness = "witness",
    }
}

/// A member of staff who signed a consent by their own sign-on, after it was sealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Countersignature {
    /// As what.
    pub part: SigningPart,
    /// Who.
    pub by: Clinician,
    /// With which secret.
    pub how: OwnSecret,
    /// When.
    pub at: Moment,
}

/// How the patient, or whoever decides for them, agreed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", tag = "method")]
pub enum Agreement {
    /// Signed with pen, mouse or finger.
    Drawn {
        /// The strokes.
        signature: Signature,
    },
    /// The name typed on the screen; a member of staff vouches by their own sign-on for who typed it.
    Typed {
        /// The name as it was typed.
        name: String,
        /// How the member of staff signed on for it.
        vouched: OwnSecret,
    },
    /// Signed on the printed paper, which was scanned.
    PaperScanned {
        /// SHA-256 of the scan, in hexadecimal; the scan itself is kept beside the consent.
        sha256: String,
        /// What kind of file it is.
        kind: ScanKind,
    },
    /// Spoken before a witness; for who cannot or would rather not sign.
    WitnessedVerbal {
        /// Who heard it.
        witness: Witness,
    },
    /// Spoken to the clinician alone; enough where the text asks for no more.
    Verbal,
}

words! {
    /// What kind of file a scan is.
    pub enum ScanKind {
        /// PDF.
        Pdf = "pdf",
        /// JPEG.
        Jpeg = "jpeg",
        /// PNG.
        Png = "png",
    }
}

impl ScanKind {
    /// Largest scan, in bytes.
    pub const LARGEST: usize = 10_000_000;

    /// Knows a scan by its first bytes, whatever its name says.
    ///
    /// # Errors
    /// When it is empty, too large or of another kind.
    pub fn of(bytes: &[u8]) -> Result<Self, NotAScan> {
        if bytes.len() > Self::LARGEST {
            return Err(NotAScan::TooLarge);
        }
        match bytes {
            [] => Err(NotAScan::Empty),
            [b'%', b'P', b'D', b'F', b'-', ..] => Ok(Self::Pdf),
            [0xff, 0xd8, 0xff, ..] => Ok(Self::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Ok(Self::Png),
            _ => Err(NotAScan::Unknown),
        }
    }
}

/// Why a file is not the scan of a signed paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAScan {
    /// No bytes.
    #[error("the file is empty; scan the signed paper and choose its file")]
    Empty,
    /// More bytes than a few pages have.
    #[error("the file is larger than 10 MB; scan the paper with fewer dots an inch")]
    TooLarge,
    /// Neither PDF nor JPEG nor PNG.
    #[error("the file is no PDF, JPEG or PNG; scan the signed paper as one of these")]
    Unknown,
}

impl Agreement {
    /// Signed on this screen, where others who were in the room can sign too.
    #[must_use]
    pub const fn is_signed_here(&self) -> bool {
        matches!(self, Self::Drawn { .. } | Self::Typed { .. })
    }

    pub(super) fn check(&self, signatory: &str, recorder: &Clinician, written: bool) -> Result<(), ConsentRefusal> {
        match self {
            Self::Verbal if written => Err(ConsentRefusal::SignatureOrWitnessNeeded),
            Self::WitnessedVerbal { witness } => witness.check(recorder),
            Self::Typed { name, .. } if !is_name_of(name, signatory) => {
                Err(ConsentRefusal::TypedNameDiffers(signatory.to_owned()))
            }
            Self::Drawn { .. } | Self::Typed { .. } | Self::PaperScanned { .. } | Self::Verbal => Ok(()),
        }
    }
}

impl Witness {
    pub(super) fn check(&self, recorder: &Clinician) -> Result<(), ConsentRefusal> {
        if self.name.trim().is_empty() {
            return Err(ConsentRefusal::WitnessMissing);
        }
        if self.staff == Some(recorder.staff) || same_name(&self.name, &recorder.name) {
            return Err(ConsentRefusal::WitnessIsRecorder);
        }
        Ok(())
    }
}

/// The same words in any order: papers print “OKAFOR, Daniel”, and people write “Daniel Okafor”.
fn is_name_of(typed: &str, known: &str) -> bool {
    let words = |name: &str| {
        let mut words: Vec<String> = name
            .split(|sign: char| sign.is_whitespace() || sign == ',')
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        words.sort();
        words
    };
    words(typed) == words(known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scan_is_known_by_its_bytes() {
        assert_eq!(ScanKind::of(b"%PDF-1.7 and so on"), Ok(ScanKind::Pdf));
        assert_eq!(ScanKind::of(&[0xff, 0xd8, 0xff, 0xe0]), Ok(ScanKind::Jpeg));
        assert_eq!(ScanKind::of(b"\x89PNG\r\n\x1a\n..."), Ok(ScanKind::Png));
        assert_eq!(ScanKind::of(b""), Err(NotAScan::Empty));
        assert_eq!(ScanKind::of(b"<html>"), Err(NotAScan::Unknown));
        assert_eq!(ScanKind::of(&vec![b'%'; ScanKind::LARGEST + 1]), Err(NotAScan::TooLarge));
    }

    #[test]
    fn a_typed_name_is_the_name_on_the_record_in_any_order() {
        for typed in ["Daniel Okafor", "OKAFOR, Daniel", " okafor  daniel "] {
            assert!(is_name_of(typed, "OKAFOR, Daniel"), "{typed}");
        }
        assert!(!is_name_of("D. Okafor", "OKAFOR, Daniel"));
        assert!(!is_name_of("", "OKAFOR, Daniel"));
    }
}
