//! What the window sends of a consent, and how it becomes evidence.

use crate::form::optional;
use crate::{Desk, Refusal};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use clinic::canonical::hex;
use clinic::consent::chaperone::{
    Chaperone, ChaperoneOffer, ChaperoneOutcome, ChaperoneResponse, PresenceConfirmed, PresentChaperone,
};
use clinic::consent::signature::{DrawnSignature, Signature};
use clinic::consent::text::SpokenGroup;
use clinic::consent::{
    Agreement, Assessed, Capacity, ChaperoneOptOut, Clinician, ConsentRefusal, Evidence, Interpreter, InterpreterKind,
    MinorBasis, MinorConsent, NotAScan, Offered, OwnSecret, ScanKind, SpecimenWish, Tongue, Trainee, WithdrawalPhase,
    Witness,
};
use clinic::ids::{ConsentId, StaffId, VisitId};
use records::countersignature::Scan;
use records::staff::StaffView;
use serde::Deserialize;
use sha2::{Digest, Sha256};

/// Longest description of a device that is kept, in letters.
const LONGEST_DEVICE: usize = 80;

/// Which text, about which visit, with whom as examiner.
#[derive(Debug, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct OfferConsent {
    /// The visit.
    pub visit_id: VisitId,
    /// The text.
    pub text_id: String,
    /// The language in which it is read; English when none is chosen.
    pub language: Option<Tongue>,
    /// Another language, into which an interpreter reads it out.
    pub spoken: Option<String>,
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
    /// Typed on the screen; somebody of the staff vouches for who typed it.
    Typed {
        /// The name.
        name: String,
        /// PIN or passphrase of the person at the desk.
        passphrase: String,
    },
    /// Signed on the printed paper.
    PaperScanned {
        /// The scan, in Base64.
        file: String,
    },
    /// Spoken before a witness.
    WitnessedVerbal {
        /// Who heard it.
        witness: WitnessAnswer,
    },
    /// Spoken.
    Verbal,
}

/// The interpreter, as the screen sends them.
#[derive(Debug, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct InterpreterAnswer {
    /// The language spoken.
    pub language: String,
    /// How they take part.
    pub kind: InterpreterKind,
    /// Their name, or their number with the service.
    pub name: String,
    /// Of the patient's family.
    pub family: bool,
    /// Under 18.
    pub minor: bool,
    /// Their signature, when they are in the room.
    pub signature: Option<DrawnSignature>,
}

/// What is said of a patient under 18. Who concurs is known from their own sign-on.
#[derive(Debug, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct MinorAnswer {
    /// Who decides.
    pub basis: MinorBasis,
    /// Why it is done now.
    pub reason: String,
    /// Who chose to go on without a chaperone.
    pub without_chaperone: Option<ChaperoneOptOut>,
}

/// What only some consents have.
#[derive(Debug, Default, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Beside {
    /// Who assessed capacity; whoever asked, when nobody else is chosen.
    pub assessed_by: Option<StaffId>,
    /// The patient is under 18.
    pub minor: Option<MinorAnswer>,
    /// Somebody saw it signed.
    pub witness: Option<WitnessAnswer>,
    /// On what it was signed.
    pub device: Option<String>,
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
    pub interpreter: Option<InterpreterAnswer>,
    /// How it was agreed.
    pub agreement: AgreementAnswer,
    /// What only some consents have.
    pub beside: Beside,
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
    /// What was answered, as evidence, with the scan of a paper where one was signed; names come from the list of staff
    /// wherever somebody was chosen from it.
    pub(super) fn evidence(
        self,
        desk: &Desk,
        staff: &[StaffView],
        offered: &Offered,
        concurred: Option<Clinician>,
        vouched: Option<OwnSecret>,
    ) -> Result<(Evidence, Option<Scan>), Refusal> {
        let Beside { assessed_by, minor, witness, device } = self.beside;
        let assessor = staff.iter().find(|person| Some(person.staff_id) == assessed_by);
        let by = assessor.map_or_else(
            || offered.offered_by.clone(),
            |person| Clinician {
                staff: person.staff_id,
                name: person.name.clone(),
                role: super::role_words(&person.roles),
            },
        );
        let (agreement, scan) = self.agreement.record(staff, vouched)?;
        let evidence = Evidence {
            groups: self.groups,
            trainee: self.trainee,
            chaperone: self.chaperone.record(desk, staff),
            capacity: self.capacity,
            assessed: Some(Assessed { by, at: offered.offered_at }),
            minor: minor.map(|minor| minor.record(concurred)),
            interpreter: self.interpreter.map(InterpreterAnswer::record).transpose()?,
            agreement,
            witness: witness.map(|witness| witness.record(staff)),
            device: optional(device).map(|device| device.chars().take(LONGEST_DEVICE).collect()),
            countersigned: Vec::new(),
        };
        Ok((evidence, scan))
    }
}

impl InterpreterAnswer {
    fn record(self) -> Result<Interpreter, Refusal> {
        let Self { language, kind, name, family, minor, signature } = self;
        let signature = signature.map(Signature::parse).transpose().map_err(|problem| {
            let message = crate::form::sentence(&problem.to_string());
            Refusal::field("interpreterSignature", "not-a-signature", message)
        })?;
        Ok(Interpreter { language, kind, name, family, minor, signature })
    }
}

impl MinorAnswer {
    fn record(self, concurred: Option<Clinician>) -> MinorConsent {
        let Self { basis, reason, without_chaperone } = self;
        MinorConsent { basis, reason, concurred, without_chaperone }
    }
}

impl WitnessAnswer {
    fn record(self, staff: &[StaffView]) -> Witness {
        let (name, role) = named(staff, self.staff_id, self.name, self.role);
        Witness { staff: self.staff_id, name, role }
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
    fn record(self, staff: &[StaffView], vouched: Option<OwnSecret>) -> Result<(Agreement, Option<Scan>), Refusal> {
        Ok(match self {
            Self::Drawn { signature } => {
                let signature = Signature::parse(signature).map_err(ConsentRefusal::from)?;
                (Agreement::Drawn { signature }, None)
            }
            Self::Typed { name, .. } => {
                let vouched = vouched.unwrap_or(OwnSecret::Passphrase);
                (Agreement::Typed { name, vouched }, None)
            }
            Self::PaperScanned { file } => {
                let scan = read_scan(&file)?;
                let sha256 = hex(&Sha256::digest(&scan.body));
                (Agreement::PaperScanned { sha256, kind: scan.kind }, Some(scan))
            }
            Self::WitnessedVerbal { witness } => (Agreement::WitnessedVerbal { witness: witness.record(staff) }, None),
            Self::Verbal => (Agreement::Verbal, None),
        })
    }
}

/// Reads a file that was chosen as a scan.
///
/// # Errors
/// Beside `file` what is no scan.
pub(crate) fn read_scan(file: &str) -> Result<Scan, Refusal> {
    let refused = |problem: NotAScan| Refusal::field("file", "not-a-scan", crate::form::sentence(&problem.to_string()));
    let body = STANDARD.decode(file).map_err(|_| refused(NotAScan::Unknown))?;
    let kind = ScanKind::of(&body).map_err(refused)?;
    Ok(Scan { kind, body })
}

/// Name and role: of the colleague who was chosen, or as typed.
fn named(staff: &[StaffView], chosen: Option<StaffId>, name: Option<String>, role: Option<String>) -> (String, String) {
    match staff.iter().find(|person| Some(person.staff_id) == chosen) {
        Some(person) => (person.name.clone(), super::role_words(&person.roles)),
        None => (optional(name).unwrap_or_default(), optional(role).unwrap_or_default()),
    }
}
