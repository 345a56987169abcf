//! What the window sends of a consent, and how it becomes evidence.

use crate::form::optional;
use crate::{Desk, Refusal};
use clinic::consent::chaperone::{
    Chaperone, ChaperoneOffer, ChaperoneOutcome, ChaperoneResponse, PresenceConfirmed, PresentChaperone,
};
use clinic::consent::signature::{DrawnSignature, Signature};
use clinic::consent::text::SpokenGroup;
use clinic::consent::{
    Agreement, Capacity, ConsentRefusal, Evidence, Interpreter, SpecimenWish, Trainee, WithdrawalPhase, Witness,
};
use clinic::ids::{ConsentId, StaffId, VisitId};
use records::staff::StaffView;
use serde::Deserialize;

/// Which text, about which visit, with whom as examiner.
#[derive(Debug, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct OfferConsent {
    /// The visit.
    pub visit_id: VisitId,
    /// The text.
    pub text_id: String,
    /// The urologist who will examine.
    pub examiner_id: StaffId,
}

/// The chaperone, as answered in two taps, more where more is said.
#[derive(Debug, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ChaperoneAnswer {
    /// Offered.
    pub offered: bool,
    /// Why not.
    pub not_offered_because: Option<String>,
    /// The answer.
    pub response: Option<ChaperoneResponse>,
    /// A preference for the chaperone's gender.
    pub preference: Option<String>,
    /// The clinician will not go on without one.
    pub clinician_requires: bool,
    /// Who is there.
    pub present: Option<PresentAnswer>,
    /// Another day, when one can be there.
    pub rebook: bool,
}

/// Who is there as chaperone: somebody of the clinic, or somebody named.
#[derive(Debug, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct PresentAnswer {
    /// A colleague.
    pub staff_id: Option<StaffId>,
    /// The name of somebody who is not on the list.
    pub name: Option<String>,
    /// What they are.
    pub role: Option<String>,
    /// Trained as a chaperone.
    pub trained: bool,
}

/// Who heard the patient agree.
#[derive(Debug, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct WitnessAnswer {
    /// A colleague.
    pub staff_id: Option<StaffId>,
    /// The name of somebody who is not on the list.
    pub name: Option<String>,
    /// What they are.
    pub role: Option<String>,
}

/// How the patient agreed.
#[derive(Debug, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", tag = "method")]
pub enum AgreementAnswer {
    /// Signed on the screen.
    Drawn {
        /// The strokes.
        signature: DrawnSignature,
    },
    /// Spoken before a witness.
    WitnessedVerbal {
        /// Who heard it.
        witness: WitnessAnswer,
    },
    /// Spoken.
    Verbal,
}

/// The patient agrees.
#[derive(Debug, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct GiveConsent {
    /// Which consent.
    pub consent_id: ConsentId,
    /// The version that was on the screen.
    pub version: i32,
    /// The groups that were confirmed.
    pub groups: Vec<SpokenGroup>,
    /// A trainee who will examine.
    pub trainee: Option<Trainee>,
    /// The chaperone.
    pub chaperone: ChaperoneAnswer,
    /// Capacity.
    pub capacity: Capacity,
    /// An interpreter.
    pub interpreter: Option<Interpreter>,
    /// How it was agreed.
    pub agreement: AgreementAnswer,
}

/// The patient declines.
#[derive(Debug, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct DeclineConsent {
    /// Which consent.
    pub consent_id: ConsentId,
    /// The version that was on the screen.
    pub version: i32,
    /// A reason, if one was given.
    pub reason: Option<String>,
}

/// The patient takes it back.
#[derive(Debug, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct WithdrawConsent {
    /// Which consent.
    pub consent_id: ConsentId,
    /// How far the procedure had come.
    pub phase: WithdrawalPhase,
    /// A reason, if one was given.
    pub reason: Option<String>,
    /// What becomes of what was taken.
    pub specimens: SpecimenWish,
}

impl GiveConsent {
    /// What was answered, as evidence; names come from the list of staff wherever somebody was chosen from it.
    pub(super) fn evidence(self, desk: &Desk, staff: &[StaffView]) -> Result<Evidence, Refusal> {
        Ok(Evidence {
            groups: self.groups,
            trainee: self.trainee,
            chaperone: self.chaperone.record(desk, staff),
            capacity: self.capacity,
            interpreter: self.interpreter,
            agreement: self.agreement.record(staff)?,
        })
    }
}

impl ChaperoneAnswer {
    fn record(self, desk: &Desk, staff: &[StaffView]) -> Chaperone {
        let offer = if self.offered {
            ChaperoneOffer::Yes { by: desk.who.staff, at: desk.now }
        } else {
            ChaperoneOffer::No { reason: self.not_offered_because.unwrap_or_default() }
        };
        let present = self.present.map(|present| {
            let (name, role) = named(staff, present.staff_id, present.name, present.role);
            PresentChaperone {
                staff: present.staff_id,
                name,
                role,
                trained: present.trained,
                gender: None,
                arrived: None,
                left: None,
                confirmed: PresenceConfirmed::NotConfirmed,
            }
        });
        let outcome = match (&present, self.rebook) {
            (_, true) => ChaperoneOutcome::Rebooked,
            (Some(_), false) => ChaperoneOutcome::ProceededWith,
            (None, false) => ChaperoneOutcome::ProceededWithout,
        };
        Chaperone {
            offer,
            response: self.response,
            preference: optional(self.preference),
            clinician_requires: self.clinician_requires,
            present,
            outcome,
        }
    }
}

impl AgreementAnswer {
    fn record(self, staff: &[StaffView]) -> Result<Agreement, ConsentRefusal> {
        Ok(match self {
            Self::Drawn { signature } => Agreement::Drawn { signature: Signature::parse(signature)? },
            Self::WitnessedVerbal { witness } => {
                let (name, role) = named(staff, witness.staff_id, witness.name, witness.role);
                Agreement::WitnessedVerbal { witness: Witness { staff: witness.staff_id, name, role } }
            }
            Self::Verbal => Agreement::Verbal,
        })
    }
}

/// Name and role: of the colleague who was chosen, or as typed.
fn named(staff: &[StaffView], chosen: Option<StaffId>, name: Option<String>, role: Option<String>) -> (String, String) {
    match staff.iter().find(|person| Some(person.staff_id) == chosen) {
        Some(person) => (person.name.clone(), super::role_words(&person.roles)),
        None => (optional(name).unwrap_or_default(), optional(role).unwrap_or_default()),
    }
}
