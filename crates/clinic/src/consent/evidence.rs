//! What shows that a consent was given: groups confirmed, capacity, interpreter, signature or witness, and by whom recorded.

use super::chaperone::{Chaperone, ChaperoneRefusal, same_name};
use super::signature::{NotASignature, Signature};
use super::text::SpokenGroup;
use crate::Moment;
use crate::ids::StaffId;
use crate::words::words;
use serde::{Deserialize, Serialize};

/// A person of the clinic as a sealed record names them: the id to find, the name and role as they were.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Clinician {
    /// Their record.
    pub staff: StaffId,
    /// Their name as printed.
    pub name: String,
    /// What they were at the time, such as “urologist”.
    pub role: String,
}

/// A trainee who will examine; some law asks for a consent of its own, with the trainee's name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Trainee {
    /// Their name.
    pub name: String,
    /// What they are in training for.
    pub role: String,
    /// The patient agreed to them by name.
    pub agreed: bool,
}

words! {
    /// On what a representative's right to decide rests.
    pub enum LegalBasis {
        /// Health-care proxy or lasting power of attorney.
        Proxy = "proxy",
        /// Guardian.
        Guardian = "guardian",
        /// A best-interests decision.
        BestInterests = "best-interests",
    }
}

/// Who decides for a patient without capacity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Representative {
    /// Their name.
    pub name: String,
    /// On what their right rests.
    pub basis: LegalBasis,
    /// The document was seen.
    pub document_seen: bool,
}

/// Whether the patient can understand, retain, weigh and say a decision (Mental Capacity Act 2005, s. 3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", rename_all_fields = "camelCase", tag = "capacity")]
pub enum Capacity {
    /// Present.
    Present,
    /// Comes and goes; present now, for the reason given.
    Fluctuating {
        /// Why it is held to be present now.
        present_now: String,
    },
    /// Lacking: a representative decides.
    Lacking {
        /// Who decides.
        representative: Representative,
    },
}

words! {
    /// How an interpreter takes part.
    pub enum InterpreterKind {
        /// In the room.
        InPerson = "in-person",
        /// By video.
        Video = "video",
        /// By telephone.
        Telephone = "telephone",
    }
}

/// The interpreter who spoke the text in the patient's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Interpreter {
    /// The language spoken.
    pub language: String,
    /// How they took part.
    pub kind: InterpreterKind,
    /// Their name, or their number with the service.
    pub name: String,
    /// Belongs to the patient's family; discouraged, and printed when so.
    pub family: bool,
}

/// A witness who heard the patient agree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Witness {
    /// Their record, when they are staff.
    pub staff: Option<StaffId>,
    /// Their name.
    pub name: String,
    /// What they are.
    pub role: String,
}

/// How the patient, or the representative, agreed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", tag = "method")]
pub enum Agreement {
    /// Signed with pen, mouse or finger.
    Drawn {
        /// The strokes.
        signature: Signature,
    },
    /// Spoken before a witness; for who cannot or would rather not sign.
    WitnessedVerbal {
        /// Who heard it.
        witness: Witness,
    },
    /// Spoken to the clinician alone; enough where the text asks for no more.
    Verbal,
}

/// Everything that is gathered while the patient is asked, before it is checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
#[serde(rename = "ConsentEvidence")]
pub struct Evidence {
    /// The spoken groups that were confirmed.
    pub groups: Vec<SpokenGroup>,
    /// A trainee, if one will examine.
    pub trainee: Option<Trainee>,
    /// The chaperone.
    pub chaperone: Chaperone,
    /// Capacity; assessed by whoever obtains the consent.
    pub capacity: Capacity,
    /// An interpreter, if one was needed.
    pub interpreter: Option<Interpreter>,
    /// How it was agreed.
    pub agreement: Agreement,
}

/// Why a consent cannot be recorded as given.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConsentRefusal {
    /// One of the four groups was not confirmed.
    #[error("“{}” was not confirmed; read it together and confirm it", .0.title())]
    GroupNotConfirmed(SpokenGroup),
    /// The chaperone record cannot stand.
    #[error(transparent)]
    Chaperone(#[from] ChaperoneRefusal),
    /// It was rebooked, so nothing was agreed to today.
    #[error("the visit is to be rebooked for a chaperone; no consent is recorded today")]
    Rebooked,
    /// The drawing is no signature.
    #[error(transparent)]
    Signature(#[from] NotASignature),
    /// The text asks for a signature or a witness.
    #[error("this consent is signed, or spoken before a witness; ask for one of the two")]
    SignatureOrWitnessNeeded,
    /// No witness named.
    #[error("name the witness who heard the patient agree")]
    WitnessMissing,
    /// The witness is who obtains the consent.
    #[error("the witness must be somebody else than the person who records the consent")]
    WitnessIsRecorder,
    /// The trainee was not agreed to.
    #[error("the patient did not agree to {0}; go on without the trainee")]
    TraineeNotAgreed(String),
    /// No trainee's name.
    #[error("name the trainee who will examine")]
    TraineeUnnamed,
    /// Capacity fluctuates and nothing says that it is present.
    #[error("say why the patient is held able to decide now, or record who decides for the patient")]
    CapacityUnexplained,
    /// The representative has no name.
    #[error("name the person who decides for the patient")]
    RepresentativeUnnamed,
    /// The representative's document was not seen.
    #[error("see the document on which the representative’s right rests, then confirm that you saw it")]
    DocumentNotSeen,
    /// The interpreter's language or name is missing.
    #[error("record the interpreter’s language and name or number")]
    InterpreterUnnamed,
    /// The text was not reviewed in this language.
    #[error("this translation was not reviewed and cannot be signed; use the English text with an interpreter")]
    TextNotReviewed,
    /// Time of the answer before the time of the offer.
    #[error("the consent would lie before the moment it was asked for; check the station’s clock")]
    BeforeTheOffer,
    /// What is already decided cannot be decided again.
    #[error("this consent is already {0}; begin a new one")]
    AlreadyDecided(&'static str),
}

impl ConsentRefusal {
    /// The field of the form beside which the sentence belongs.
    #[must_use]
    pub const fn field(&self) -> Option<&'static str> {
        match self {
            Self::GroupNotConfirmed(_) => Some("groups"),
            Self::Chaperone(_) | Self::Rebooked => Some("chaperone"),
            Self::Signature(_) | Self::SignatureOrWitnessNeeded => Some("signature"),
            Self::WitnessMissing | Self::WitnessIsRecorder => Some("witness"),
            Self::TraineeNotAgreed(_) | Self::TraineeUnnamed => Some("trainee"),
            Self::CapacityUnexplained | Self::RepresentativeUnnamed | Self::DocumentNotSeen => Some("capacity"),
            Self::InterpreterUnnamed => Some("interpreter"),
            Self::TextNotReviewed | Self::BeforeTheOffer | Self::AlreadyDecided(_) => None,
        }
    }
}

impl Evidence {
    /// Checks everything but the signature's form against who examines and who records.
    pub(super) fn check(
        self,
        examiner: &Clinician,
        recorder: &Clinician,
        written: bool,
    ) -> Result<Self, ConsentRefusal> {
        if let Some(missing) = SpokenGroup::ALL.iter().find(|group| !self.groups.contains(group)) {
            return Err(ConsentRefusal::GroupNotConfirmed(*missing));
        }
        if let Some(trainee) = &self.trainee {
            if trainee.name.trim().is_empty() {
                return Err(ConsentRefusal::TraineeUnnamed);
            }
            if !trainee.agreed {
                return Err(ConsentRefusal::TraineeNotAgreed(trainee.name.clone()));
            }
        }
        if let Some(interpreter) = &self.interpreter
            && (interpreter.language.trim().is_empty() || interpreter.name.trim().is_empty())
        {
            return Err(ConsentRefusal::InterpreterUnnamed);
        }
        self.capacity.check()?;
        self.agreement.check(recorder, written)?;
        let interpreter = self.interpreter.as_ref().map(|interpreter| interpreter.name.as_str());
        let chaperone = self.chaperone.check((examiner.staff, &examiner.name), interpreter)?;
        if chaperone.outcome == super::chaperone::ChaperoneOutcome::Rebooked {
            return Err(ConsentRefusal::Rebooked);
        }
        let mut groups = self.groups;
        groups.sort_unstable();
        groups.dedup();
        Ok(Self { groups, chaperone, ..self })
    }
}

impl Capacity {
    fn check(&self) -> Result<(), ConsentRefusal> {
        match self {
            Self::Fluctuating { present_now } if present_now.trim().is_empty() => {
                Err(ConsentRefusal::CapacityUnexplained)
            }
            Self::Lacking { representative } if representative.name.trim().is_empty() => {
                Err(ConsentRefusal::RepresentativeUnnamed)
            }
            // A best-interests decision is made, not shown.
            Self::Lacking { representative }
                if !representative.document_seen && representative.basis != LegalBasis::BestInterests =>
            {
                Err(ConsentRefusal::DocumentNotSeen)
            }
            _ => Ok(()),
        }
    }
}

impl Agreement {
    fn check(&self, recorder: &Clinician, written: bool) -> Result<(), ConsentRefusal> {
        match self {
            Self::Verbal if written => Err(ConsentRefusal::SignatureOrWitnessNeeded),
            Self::WitnessedVerbal { witness } if witness.name.trim().is_empty() => Err(ConsentRefusal::WitnessMissing),
            Self::WitnessedVerbal { witness }
                if witness.staff == Some(recorder.staff) || same_name(&witness.name, &recorder.name) =>
            {
                Err(ConsentRefusal::WitnessIsRecorder)
            }
            Self::Drawn { .. } | Self::WitnessedVerbal { .. } | Self::Verbal => Ok(()),
        }
    }
}

words! {
    /// How far the procedure had come when consent was withdrawn.
    pub enum WithdrawalPhase {
        /// Before anything was done.
        BeforeExam = "before-exam",
        /// While glasses were given before the examination.
        BeforeMassage = "before-massage",
        /// During the examination.
        DuringExam = "during-exam",
        /// During the massage.
        DuringMassage = "during-massage",
        /// While the last glasses were given.
        AfterMassage = "after-massage",
        /// After everything was collected.
        AfterCollection = "after-collection",
    }
}

words! {
    /// What the patient wants done with what was already taken.
    pub enum SpecimenWish {
        /// Send it.
        Send = "send",
        /// Discard it.
        Discard = "discard",
        /// Not asked or not answered: everything is held.
        Held = "held",
    }
}

/// A withdrawal: any of the staff may record it, at any time, and no reason is owed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Withdrawal {
    /// When.
    pub at: Moment,
    /// How far the procedure had come.
    pub phase: WithdrawalPhase,
    /// Who recorded it.
    pub recorded_by: Clinician,
    /// The reason, if one was given.
    pub reason: Option<String>,
    /// What had been collected by then.
    pub collected: Vec<crate::specimen::SpecimenRole>,
    /// What the patient said of it then.
    pub specimens: SpecimenWish,
    /// What the patient said later, when nothing had been said then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[specta(optional)]
    pub answered: Option<WishAnswered>,
}

/// A later answer to what becomes of the specimens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct WishAnswered {
    /// Send or discard.
    pub wish: SpecimenWish,
    /// When.
    pub at: Moment,
    /// Who recorded it.
    pub recorded_by: Clinician,
}

impl Withdrawal {
    /// What holds now: unanswered, everything is held.
    #[must_use]
    pub fn wish(&self) -> SpecimenWish {
        self.answered.as_ref().map_or(self.specimens, |answered| answered.wish)
    }

    /// The patient says what becomes of what was taken.
    ///
    /// # Errors
    /// When that was said before, or “held” is no answer.
    pub fn answer(mut self, wish: SpecimenWish, recorded_by: Clinician, at: Moment) -> Result<Self, WishRefused> {
        if wish == SpecimenWish::Held {
            return Err(WishRefused::NoAnswer);
        }
        if self.wish() != SpecimenWish::Held {
            return Err(WishRefused::AnsweredAlready);
        }
        self.answered = Some(WishAnswered { wish, at, recorded_by });
        Ok(self)
    }
}

/// Why a later answer is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WishRefused {
    /// Holding on needs no word.
    #[error("choose whether the specimens are sent or discarded; without an answer they stay held")]
    NoAnswer,
    /// It was said before.
    #[error("the patient has already said what becomes of the specimens")]
    AnsweredAlready,
}
