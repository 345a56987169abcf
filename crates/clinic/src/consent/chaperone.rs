//! The chaperone: that one was offered, what the patient answered, who was there, and how the matter ended.
//!
//! Source: GMC, Intimate examinations and chaperones (2024), as reported by MDDUS: offer to every patient, record the
//! offer, the name, or the refusal. That the examiner and the interpreter cannot be the chaperone is our own rule.

mod stay;

pub use stay::{Stay, StayEvent, StayRefusal};

use crate::Moment;
use crate::ids::StaffId;
use crate::words::words;
use serde::{Deserialize, Serialize};

words! {
    /// What the patient answered, or asked for unprompted.
    pub enum ChaperoneResponse {
        /// Wants one.
        Accepted = "accepted",
        /// Does not want one.
        Declined = "declined",
        /// Asked for one before it was offered.
        Requested = "requested",
    }
}

words! {
    /// How the matter ended.
    pub enum ChaperoneOutcome {
        /// Went on with a chaperone present.
        ProceededWith = "proceeded-with",
        /// Went on without one.
        ProceededWithout = "proceeded-without",
        /// Another day, when one can be there.
        Rebooked = "rebooked",
    }
}

words! {
    /// How the chaperone confirmed to have been present.
    pub enum PresenceConfirmed {
        /// By their own passphrase.
        Passphrase = "passphrase",
        /// By their own PIN.
        Pin = "pin",
        /// Named by another person only.
        NotConfirmed = "not-confirmed",
    }
}

/// Whether a chaperone was offered, and by whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", rename_all_fields = "camelCase", tag = "offered")]
pub enum ChaperoneOffer {
    /// Offered.
    Yes {
        /// Who offered.
        by: StaffId,
        /// When.
        at: Moment,
    },
    /// Not offered.
    No {
        /// Why not.
        reason: String,
    },
}

/// The chaperone who was there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct PresentChaperone {
    /// Their record, when they are staff of this clinic.
    pub staff: Option<StaffId>,
    /// Their name.
    pub name: String,
    /// What they are, such as “nurse”.
    pub role: String,
    /// Trained as a chaperone.
    pub trained: bool,
    /// Their gender; kept only when the patient stated a preference.
    pub gender: Option<String>,
    /// When they came.
    pub arrived: Option<Moment>,
    /// When they left.
    pub left: Option<Moment>,
    /// How they confirmed their presence.
    pub confirmed: PresenceConfirmed,
}

/// What was recorded about the chaperone, complete and without contradiction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Chaperone {
    /// The offer.
    pub offer: ChaperoneOffer,
    /// The answer; always there once offered.
    pub response: Option<ChaperoneResponse>,
    /// The patient's preference for the chaperone's gender, in the patient's words.
    pub preference: Option<String>,
    /// The clinician will not go on without one.
    pub clinician_requires: bool,
    /// Who was there.
    pub present: Option<PresentChaperone>,
    /// How it ended.
    pub outcome: ChaperoneOutcome,
}

/// Why a chaperone record cannot stand.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChaperoneRefusal {
    /// Not offered and no reason.
    #[error("say why no chaperone was offered")]
    ReasonMissing,
    /// Offered and no answer.
    #[error("record what the patient answered to the offer of a chaperone")]
    ResponseMissing,
    /// The outcome says “with” and nobody is named.
    #[error("name the chaperone who is present")]
    NobodyNamed,
    /// Somebody is named and the outcome says they were not there.
    #[error("a chaperone is named, but the record says that none was present; choose one")]
    NamedButAbsent,
    /// The patient wants one and it would go on without.
    #[error("the patient wants a chaperone; find one or rebook, or record that the patient now declines")]
    PatientWantsOne,
    /// The clinician wants one and it would go on without.
    #[error("the clinician requires a chaperone; find one or rebook")]
    ClinicianWantsOne,
    /// The patient declined and somebody is there all the same.
    #[error("the patient declined a chaperone; one may be present only when the clinician requires it")]
    Declined,
    /// The examiner.
    #[error("the examiner cannot be the chaperone; name somebody else")]
    IsTheExaminer,
    /// The interpreter.
    #[error("the interpreter cannot be the chaperone; name somebody else")]
    IsTheInterpreter,
    /// Their gender was written down without need.
    #[error("leave out the chaperone’s gender: the patient stated no preference")]
    GenderNotAsked,
    /// Left before arriving.
    #[error("the chaperone’s leaving lies before the arrival; correct one of the times")]
    LeftBeforeArriving,
}

impl Chaperone {
    /// Checks the record against who examines and who interprets.
    ///
    /// # Errors
    /// When something is missing, contradicts itself, or the chaperone has another part in the room.
    pub fn check(self, examiner: (StaffId, &str), interpreter: Option<&str>) -> Result<Self, ChaperoneRefusal> {
        match &self.offer {
            ChaperoneOffer::No { reason } if reason.trim().is_empty() => return Err(ChaperoneRefusal::ReasonMissing),
            ChaperoneOffer::Yes { .. } if self.response.is_none() => return Err(ChaperoneRefusal::ResponseMissing),
            _ => {}
        }
        let wanted = matches!(self.response, Some(ChaperoneResponse::Accepted | ChaperoneResponse::Requested));
        let declined = self.response == Some(ChaperoneResponse::Declined);
        match (self.outcome, &self.present) {
            (ChaperoneOutcome::ProceededWith, None) => return Err(ChaperoneRefusal::NobodyNamed),
            (ChaperoneOutcome::ProceededWith, Some(_)) if declined && !self.clinician_requires => {
                return Err(ChaperoneRefusal::Declined);
            }
            (ChaperoneOutcome::ProceededWith, Some(present)) => {
                present.check(examiner, interpreter, self.preference.is_some())?;
            }
            (ChaperoneOutcome::ProceededWithout, Some(_)) => return Err(ChaperoneRefusal::NamedButAbsent),
            (ChaperoneOutcome::ProceededWithout, None) if wanted => return Err(ChaperoneRefusal::PatientWantsOne),
            (ChaperoneOutcome::ProceededWithout, None) if self.clinician_requires => {
                return Err(ChaperoneRefusal::ClinicianWantsOne);
            }
            (ChaperoneOutcome::ProceededWithout | ChaperoneOutcome::Rebooked, _) => {}
        }
        Ok(self)
    }
}

impl PresentChaperone {
    fn check(
        &self,
        examiner: (StaffId, &str),
        interpreter: Option<&str>,
        gender_asked: bool,
    ) -> Result<(), ChaperoneRefusal> {
        if self.name.trim().is_empty() {
            return Err(ChaperoneRefusal::NobodyNamed);
        }
        if self.staff == Some(examiner.0) || same_name(&self.name, examiner.1) {
            return Err(ChaperoneRefusal::IsTheExaminer);
        }
        if interpreter.is_some_and(|name| same_name(&self.name, name)) {
            return Err(ChaperoneRefusal::IsTheInterpreter);
        }
        if self.gender.is_some() && !gender_asked {
            return Err(ChaperoneRefusal::GenderNotAsked);
        }
        match (self.arrived, self.left) {
            (Some(arrived), Some(left)) if left < arrived => Err(ChaperoneRefusal::LeftBeforeArriving),
            _ => Ok(()),
        }
    }
}

/// The same person, as far as two written names can tell.
pub(super) fn same_name(one: &str, other: &str) -> bool {
    let folded = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    folded(one) == folded(other)
}

#[cfg(test)]
mod tests;
