//! A patient under 18: who decides with them, why it cannot wait, who else concurs, and who is in the room.
//!
//! Source: AAP and general professional knowledge; awaiting clinical sign-off.

use super::chaperone::{Chaperone, ChaperoneOutcome, same_name};
use super::refusal::ConsentRefusal;
use super::{Clinician, Offered};
use crate::procedure::Act;
use serde::{Deserialize, Serialize};

/// On what a consent for a minor rests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", rename_all_fields = "camelCase", tag = "kind")]
pub enum MinorBasis {
    /// A guardian consents, and the young person agrees.
    Guardian {
        /// The guardian's name.
        name: String,
        /// What they are to the patient, such as “mother”.
        relation: String,
        /// The young person agrees as well.
        assent: bool,
    },
    /// The young person understands enough to decide alone (Gillick).
    Mature {
        /// What shows it.
        note: String,
    },
}

/// Who chose to go on without a chaperone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ChaperoneOptOut {
    /// The patient.
    pub by_patient: bool,
    /// The guardian, where one decides.
    pub by_guardian: bool,
}

/// What is recorded of a patient under 18.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct MinorConsent {
    /// Who decides.
    pub basis: MinorBasis,
    /// Why it is done now.
    pub reason: String,
    /// A second clinician who concurs, by their own sign-on; asked for before a massage or strokes.
    pub concurred: Option<Clinician>,
    /// Who chose to go on without a chaperone; none while one is present.
    pub without_chaperone: Option<ChaperoneOptOut>,
}

impl MinorConsent {
    /// The guardian, where one decides.
    #[must_use]
    pub fn guardian(&self) -> Option<&str> {
        match &self.basis {
            MinorBasis::Guardian { name, .. } => Some(name),
            MinorBasis::Mature { .. } => None,
        }
    }

    fn check(&self, offered: &Offered) -> Result<(), ConsentRefusal> {
        match &self.basis {
            MinorBasis::Guardian { name, relation, .. } if name.trim().is_empty() || relation.trim().is_empty() => {
                return Err(ConsentRefusal::GuardianUnnamed);
            }
            MinorBasis::Guardian { assent: false, .. } => return Err(ConsentRefusal::AssentMissing),
            MinorBasis::Mature { note } if note.trim().is_empty() => return Err(ConsentRefusal::MatureNoteMissing),
            MinorBasis::Guardian { .. } | MinorBasis::Mature { .. } => {}
        }
        if self.reason.trim().is_empty() {
            return Err(ConsentRefusal::MinorReasonMissing);
        }
        if offered.acts.iter().any(|act| *act != Act::Dre) {
            match &self.concurred {
                None => return Err(ConsentRefusal::ConcurrenceMissing),
                Some(second) if second.staff == offered.examiner.staff => {
                    return Err(ConsentRefusal::ConcurrenceByExaminer);
                }
                Some(_) => {}
            }
        }
        Ok(())
    }

    /// A chaperone is there unless patient and guardian chose otherwise before somebody else than the examiner; and the
    /// chaperone is nobody who decides.
    pub(super) fn check_chaperone(
        &self,
        chaperone: &Chaperone,
        examiner: &Clinician,
        recorder: &Clinician,
    ) -> Result<(), ConsentRefusal> {
        if let (Some(present), Some(guardian)) = (&chaperone.present, self.guardian())
            && same_name(&present.name, guardian)
        {
            return Err(ConsentRefusal::ChaperoneIsGuardian);
        }
        if chaperone.outcome != ChaperoneOutcome::ProceededWithout {
            return Ok(());
        }
        let chosen = self.without_chaperone.is_some_and(|chosen| {
            chosen.by_patient && (chosen.by_guardian || matches!(self.basis, MinorBasis::Mature { .. }))
        });
        match chosen {
            false => Err(ConsentRefusal::MinorWithoutChaperone),
            true if recorder.staff == examiner.staff => Err(ConsentRefusal::OptOutByExaminer),
            true => Ok(()),
        }
    }
}

/// What is recorded fits the patient's age.
pub(super) fn check(minor: Option<&MinorConsent>, offered: &Offered) -> Result<(), ConsentRefusal> {
    match (minor, offered.minor) {
        (None, true) => Err(ConsentRefusal::MinorUnsettled),
        (Some(_), false) => Err(ConsentRefusal::NotAMinor),
        (Some(minor), true) => minor.check(offered),
        (None, false) => Ok(()),
    }
}
