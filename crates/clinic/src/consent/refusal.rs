//! Why a consent cannot be recorded as given, each in a sentence that says what to do next.

use super::chaperone::ChaperoneRefusal;
use super::signature::NotASignature;
use super::text::SpokenGroup;

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
    /// Another name was typed than that of who signs.
    #[error("the name typed is not the name on record, {0}; type it as it stands there")]
    TypedNameDiffers(String),
    /// No witness named.
    #[error("name the witness who heard the patient agree")]
    WitnessMissing,
    /// The witness is who obtains the consent.
    #[error("the witness must be somebody else than the person who records the consent")]
    WitnessIsRecorder,
    /// No trainee's name.
    #[error("name the trainee who will examine")]
    TraineeUnnamed,
    /// The trainee is who examines anyway.
    #[error("the trainee is named as the examiner already; name another person, or leave the trainee out")]
    TraineeIsExaminer,
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
    /// The patient speaks a language in which there is no text.
    #[error("there is no text in {0}: an interpreter reads it out; record their name or number")]
    InterpreterNeeded(String),
    /// The interpreter is a child.
    #[error("nobody under 18 may interpret, in the family or not; ask for another interpreter")]
    InterpreterUnder18,
    /// A voice on the telephone signs nothing.
    #[error("an interpreter on the telephone does not sign; their name or number is recorded instead")]
    TelephoneInterpreterSigns,
    /// The interpreter in the room has not signed.
    #[error("ask the interpreter to sign beside the patient")]
    InterpreterSignatureMissing,
    /// A patient under 18, and nothing is said of it.
    #[error(
        "the patient is under 18: record the guardian’s consent and the patient’s own, or why they may decide alone"
    )]
    MinorUnsettled,
    /// Something for minors, about an adult.
    #[error("the patient is of age and decides alone; leave out what is recorded for minors")]
    NotAMinor,
    /// No guardian named.
    #[error("name the guardian, and what they are to the patient")]
    GuardianUnnamed,
    /// The young person does not agree.
    #[error("the patient does not agree; a guardian’s consent alone is not enough, so it is not done today")]
    AssentMissing,
    /// Nothing shows maturity.
    #[error("write what shows that the patient understands enough to decide alone")]
    MatureNoteMissing,
    /// No reason.
    #[error("say why this is done to somebody under 18")]
    MinorReasonMissing,
    /// Nobody concurs.
    #[error("a massage or strokes under 18 need a second clinician who concurs by their own sign-on")]
    ConcurrenceMissing,
    /// The examiner concurs with the examiner.
    #[error("the second clinician must be somebody else than the examiner")]
    ConcurrenceByExaminer,
    /// No chaperone, and nobody chose that.
    #[error("under 18 a chaperone is present, unless patient and guardian both choose to go on without; record both")]
    MinorWithoutChaperone,
    /// The examiner records that no chaperone is wanted.
    #[error("the examiner does not record that a minor goes without a chaperone; ask a colleague to record it")]
    OptOutByExaminer,
    /// The guardian as chaperone.
    #[error("the guardian is not an impartial chaperone; name a member of staff")]
    ChaperoneIsGuardian,
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
            Self::Chaperone(_)
            | Self::Rebooked
            | Self::MinorWithoutChaperone
            | Self::OptOutByExaminer
            | Self::ChaperoneIsGuardian => Some("chaperone"),
            Self::Signature(_) | Self::SignatureOrWitnessNeeded => Some("signature"),
            Self::TypedNameDiffers(_) => Some("typedName"),
            Self::WitnessMissing | Self::WitnessIsRecorder => Some("witness"),
            Self::TraineeUnnamed | Self::TraineeIsExaminer => Some("trainee"),
            Self::CapacityUnexplained | Self::RepresentativeUnnamed | Self::DocumentNotSeen => Some("capacity"),
            Self::InterpreterUnnamed
            | Self::InterpreterNeeded(_)
            | Self::InterpreterUnder18
            | Self::TelephoneInterpreterSigns => Some("interpreter"),
            Self::InterpreterSignatureMissing => Some("interpreterSignature"),
            Self::MinorUnsettled
            | Self::NotAMinor
            | Self::GuardianUnnamed
            | Self::AssentMissing
            | Self::MatureNoteMissing
            | Self::MinorReasonMissing => Some("minor"),
            Self::ConcurrenceMissing | Self::ConcurrenceByExaminer => Some("concurred"),
            Self::TextNotReviewed | Self::BeforeTheOffer | Self::AlreadyDecided(_) => None,
        }
    }

    /// What it is called, for who reads it by machine.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::GroupNotConfirmed(_) => "group-not-confirmed",
            Self::Chaperone(_) => "chaperone-incomplete",
            Self::Rebooked => "chaperone-rebooked",
            Self::Signature(_) => "not-a-signature",
            Self::SignatureOrWitnessNeeded => "signature-needed",
            Self::TypedNameDiffers(_) => "typed-name-differs",
            Self::WitnessMissing | Self::WitnessIsRecorder => "witness-unfit",
            Self::TraineeUnnamed | Self::TraineeIsExaminer => "trainee-unfit",
            Self::CapacityUnexplained | Self::RepresentativeUnnamed | Self::DocumentNotSeen => "capacity-open",
            Self::InterpreterUnnamed => "interpreter-unnamed",
            Self::InterpreterNeeded(_) => "interpreter-needed",
            Self::InterpreterUnder18 | Self::TelephoneInterpreterSigns => "interpreter-unfit",
            Self::InterpreterSignatureMissing => "interpreter-signature-missing",
            Self::MinorUnsettled | Self::GuardianUnnamed | Self::MatureNoteMissing | Self::MinorReasonMissing => {
                "minor-open"
            }
            Self::NotAMinor => "not-a-minor",
            Self::AssentMissing => "assent-missing",
            Self::ConcurrenceMissing | Self::ConcurrenceByExaminer => "concurrence-missing",
            Self::MinorWithoutChaperone | Self::OptOutByExaminer | Self::ChaperoneIsGuardian => "minor-chaperone",
            Self::TextNotReviewed => "text-not-reviewed",
            Self::BeforeTheOffer => "before-the-offer",
            Self::AlreadyDecided(_) => "consent-decided",
        }
    }
}
