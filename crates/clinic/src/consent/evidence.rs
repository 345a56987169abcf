//! What shows that a consent was given: groups confirmed, capacity, interpreter, signature or witness, and by whom recorded.

use super::agreement::{Agreement, Countersignature, Witness};
use super::chaperone::{Chaperone, ChaperoneOutcome, same_name};
use super::minor::MinorConsent;
use super::refusal::ConsentRefusal;
use super::signature::Signature;
use super::text::SpokenGroup;
use super::{Offered, minor};
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

/// A trainee who would examine. Some law asks for a consent of its own, with the trainee's name: who says no to them is
/// examined without them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Trainee {
    /// Their name.
    pub name: String,
    /// What they are in training for.
    pub role: String,
    /// What the patient answered to the question about them, by name.
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
    /// Under 18, which no interpreter may be (45 CFR 92.201).
    #[serde(default)]
    pub minor: bool,
    /// Their own signature, beside the patient's. Over a telephone nobody signs.
    #[serde(default)]
    pub signature: Option<Signature>,
}

/// Who looked whether the patient can decide, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Assessed {
    /// Who.
    pub by: Clinician,
    /// When.
    pub at: Moment,
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
    /// Capacity.
    pub capacity: Capacity,
    /// Who assessed it, and when. Not kept with consents of the first format.
    #[serde(default)]
    pub assessed: Option<Assessed>,
    /// What is recorded of a patient under 18.
    #[serde(default)]
    pub minor: Option<MinorConsent>,
    /// An interpreter, if one was needed.
    pub interpreter: Option<Interpreter>,
    /// How it was agreed.
    pub agreement: Agreement,
    /// Somebody who saw it signed; nobody has to.
    #[serde(default)]
    pub witness: Option<Witness>,
    /// On what it was signed, such as “pen on Linux x86_64”.
    #[serde(default)]
    pub device: Option<String>,
    /// Who signed afterwards by their own sign-on. It stands beside the sealed bytes and is never in them.
    #[serde(default)]
    pub countersigned: Vec<Countersignature>,
}

impl Evidence {
    /// Checks everything but the signature's form against what was asked and who records.
    pub(super) fn check(self, offered: &Offered, recorder: &Clinician, written: bool) -> Result<Self, ConsentRefusal> {
        let examiner = &offered.examiner;
        if let Some(missing) = SpokenGroup::ALL.iter().find(|group| !self.groups.contains(group)) {
            return Err(ConsentRefusal::GroupNotConfirmed(*missing));
        }
        if let Some(trainee) = &self.trainee {
            trainee.check(examiner)?;
        }
        match (&self.interpreter, &offered.spoken) {
            (None, Some(language)) => return Err(ConsentRefusal::InterpreterNeeded(language.clone())),
            (Some(interpreter), _) => interpreter.check(&self.agreement)?,
            (None, None) => {}
        }
        self.capacity.check()?;
        minor::check(self.minor.as_ref(), offered)?;
        self.agreement.check(self.signatory(&offered.identity.name), recorder, written)?;
        if let Some(witness) = &self.witness {
            witness.check(recorder)?;
        }
        let interpreter = self.interpreter.as_ref().map(|interpreter| interpreter.name.as_str());
        let chaperone = self.chaperone.check((examiner.staff, &examiner.name), interpreter)?;
        if chaperone.outcome == ChaperoneOutcome::Rebooked {
            return Err(ConsentRefusal::Rebooked);
        }
        if let Some(minor) = &self.minor {
            minor.check_chaperone(&chaperone, examiner, recorder)?;
        }
        let mut groups = self.groups;
        groups.sort_unstable();
        groups.dedup();
        Ok(Self { groups, chaperone, ..self })
    }

    /// Who decides, and so signs: the patient, or whoever may decide for them.
    #[must_use]
    pub fn signatory<'a>(&'a self, patient: &'a str) -> &'a str {
        match (&self.capacity, &self.minor) {
            (Capacity::Lacking { representative }, _) => &representative.name,
            (_, Some(minor)) => minor.guardian().unwrap_or(patient),
            _ => patient,
        }
    }
}

impl Trainee {
    fn check(&self, examiner: &Clinician) -> Result<(), ConsentRefusal> {
        if self.name.trim().is_empty() {
            return Err(ConsentRefusal::TraineeUnnamed);
        }
        if same_name(&self.name, &examiner.name) {
            return Err(ConsentRefusal::TraineeIsExaminer);
        }
        Ok(())
    }
}

impl Interpreter {
    fn check(&self, agreement: &Agreement) -> Result<(), ConsentRefusal> {
        if self.language.trim().is_empty() || self.name.trim().is_empty() {
            return Err(ConsentRefusal::InterpreterUnnamed);
        }
        if self.minor {
            return Err(ConsentRefusal::InterpreterUnder18);
        }
        match (self.kind, &self.signature) {
            (InterpreterKind::Telephone, Some(_)) => Err(ConsentRefusal::TelephoneInterpreterSigns),
            (InterpreterKind::InPerson, None) if agreement.is_signed_here() => {
                Err(ConsentRefusal::InterpreterSignatureMissing)
            }
            _ => Ok(()),
        }
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
