//! Consent to one procedure: asked for, given with its evidence, declined, withdrawn or run out.
//!
//! A consent covers the acts its text speaks of and no other: consent to a digital rectal examination is no consent
//! to a massage. It stands for one visit and at most 24 hours (our own rule), and any of the staff may record at any
//! moment that it was withdrawn.

mod agreement;
pub mod chaperone;
pub mod difference;
pub mod edition;
mod evidence;
mod minor;
mod refusal;
mod review;
pub mod signature;
pub mod text;
mod tongue;

pub use agreement::{Agreement, Countersignature, NotAScan, OwnSecret, ScanKind, SigningPart, Witness};
pub use evidence::{
    Assessed, Capacity, Clinician, Evidence, Interpreter, InterpreterKind, LegalBasis, Representative, SpecimenWish,
    Trainee, WishAnswered, WishRefused, Withdrawal, WithdrawalPhase,
};
pub use minor::{ChaperoneOptOut, MinorBasis, MinorConsent};
pub use refusal::ConsentRefusal;
pub use review::{ReviewRefusal, TranslationReview};
pub use tongue::Tongue;

use crate::Moment;
use crate::canonical::{Canonical, NotCanonical};
use crate::ids::{ConsentId, PatientId, ProcedureId, VisitId};
use crate::procedure::{Act, ProcedureKind};
use crate::words::words;
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use text::{ConsentForm, RenderedText, TextApproval};

/// The version of the sealed form.
pub const FORMAT: &str = "fourglass/consent/2";

/// The patient as the paper names them; sealed with the consent, so that a later change of name leaves it as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Identity {
    /// Their record.
    pub patient: PatientId,
    /// The whole name as printed.
    pub name: String,
    /// The birth date as far as it is known.
    pub birth_date: String,
    /// The clinic's number.
    pub mrn: String,
}

/// What is asked of whom, for which procedure, with which words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Offered {
    /// This consent.
    pub consent: ConsentId,
    /// The visit for which it can stand.
    pub visit: VisitId,
    /// The procedure.
    pub procedure: ProcedureId,
    /// Its kind.
    pub kind: ProcedureKind,
    /// The acts it covers.
    pub acts: Vec<Act>,
    /// The patient.
    pub identity: Identity,
    /// Under 18 on the day it was asked.
    #[serde(default)]
    pub minor: bool,
    /// The language in which an interpreter reads the text out, where it is none of those it is written in.
    #[serde(default)]
    pub spoken: Option<String>,
    /// The text as this patient reads it.
    pub text: RenderedText,
    /// SHA-256 of the content file the text came from, in hexadecimal.
    pub text_sha256: String,
    /// Who will examine.
    pub examiner: Clinician,
    /// Who asks.
    pub offered_by: Clinician,
    /// When it was asked.
    pub offered_at: Moment,
}

/// A consent that was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Given {
    /// What was asked.
    #[serde(flatten)]
    pub offered: Offered,
    /// What shows that it was given.
    pub evidence: Evidence,
    /// Who recorded it.
    pub recorded_by: Clinician,
    /// When it was given.
    pub at: Moment,
}

words! {
    /// Where a consent stands.
    pub enum ConsentState {
        /// Asked for, not answered.
        Offered = "offered",
        /// Given, and standing.
        Given = "given",
        /// The patient declines.
        Declined = "declined",
        /// Given and taken back.
        Withdrawn = "withdrawn",
        /// Given, and its 24 hours or its visit are over.
        Expired = "expired",
    }
}

words! {
    /// Why a consent ran out.
    pub enum ExpiryCause {
        /// 24 hours passed.
        Hours24 = "24-hours",
        /// The visit ended.
        VisitEnded = "visit-ended",
    }
}

/// A consent in one of its states, with what shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Consent {
    /// Asked for.
    Offered(Offered),
    /// Given.
    Given(Box<Given>),
    /// Declined.
    Declined {
        /// What was asked.
        offered: Offered,
        /// When.
        at: Moment,
        /// Who recorded it.
        recorded_by: Clinician,
        /// A reason, if one was given.
        reason: Option<String>,
    },
    /// Taken back.
    Withdrawn {
        /// What had been given.
        given: Box<Given>,
        /// The withdrawal.
        withdrawal: Withdrawal,
    },
    /// Ran out.
    Expired {
        /// What had been given.
        given: Box<Given>,
        /// When.
        at: Moment,
        /// Why.
        cause: ExpiryCause,
    },
}

impl Offered {
    /// The patient agrees.
    ///
    /// # Errors
    /// When a part of the evidence is missing or contradicts another, or the text cannot be signed.
    pub fn give(self, evidence: Evidence, recorded_by: Clinician, at: Moment) -> Result<Given, ConsentRefusal> {
        if self.text.approval == TextApproval::NotReviewed {
            return Err(ConsentRefusal::TextNotReviewed);
        }
        if at < self.offered_at {
            return Err(ConsentRefusal::BeforeTheOffer);
        }
        let written = self.text.minimum_form == ConsentForm::Written;
        let evidence = evidence.check(&self, &recorded_by, written)?;
        Ok(Given { offered: self, evidence, recorded_by, at })
    }

    /// The patient declines; no reason is owed.
    #[must_use]
    pub fn decline(self, reason: Option<String>, recorded_by: Clinician, at: Moment) -> Consent {
        Consent::Declined { offered: self, at, recorded_by, reason: reason.filter(|text| !text.trim().is_empty()) }
    }
}

impl Given {
    /// Longest time a consent stands.
    pub const STANDS: TimeDelta = TimeDelta::hours(24);

    /// The bytes that are sealed, with the format's version first.
    ///
    /// # Errors
    /// Only by a programming mistake: every field can be written.
    pub fn canonical(&self) -> Result<Canonical, NotCanonical> {
        let Self { offered, evidence, recorded_by, at } = self;
        Canonical::begin(FORMAT)
            .field("consent", &offered.consent)
            .field("visit", &offered.visit)
            .field("procedure", &offered.procedure)
            .field("kind", &offered.kind)
            .field("acts", &offered.acts)
            .field("identity", &offered.identity)
            .field("minor", &offered.minor)
            .field("spoken", &offered.spoken)
            .field("text", &offered.text)
            .field("textSha256", &offered.text_sha256)
            .field("examiner", &offered.examiner)
            .field("offeredBy", &offered.offered_by)
            .field("offeredAt", &offered.offered_at)
            .field("evidence", evidence)
            .field("recordedBy", recorded_by)
            .field("at", at)
            .finish()
    }

    /// Reads sealed bytes back; `None` when they are not of this form.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }

    /// The patient, or the representative, takes it back.
    #[must_use]
    pub fn withdraw(self, withdrawal: Withdrawal) -> Consent {
        Consent::Withdrawn { given: Box::new(self), withdrawal }
    }
}

impl Consent {
    /// Where it stands.
    #[must_use]
    pub const fn state(&self) -> ConsentState {
        match self {
            Self::Offered(_) => ConsentState::Offered,
            Self::Given(_) => ConsentState::Given,
            Self::Declined { .. } => ConsentState::Declined,
            Self::Withdrawn { .. } => ConsentState::Withdrawn,
            Self::Expired { .. } => ConsentState::Expired,
        }
    }

    /// What was asked, in whatever state.
    #[must_use]
    pub fn offered(&self) -> &Offered {
        match self {
            Self::Offered(offered) | Self::Declined { offered, .. } => offered,
            Self::Given(given) | Self::Withdrawn { given, .. } | Self::Expired { given, .. } => &given.offered,
        }
    }

    /// The same consent as it is `now`, with the visit perhaps ended.
    #[must_use]
    pub fn as_of(self, now: Moment, visit_ended: Option<Moment>) -> Self {
        let Self::Given(given) = self else { return self };
        let over = given.at.plus(Given::STANDS);
        match visit_ended {
            Some(at) if at <= now && at < over => Self::Expired { given, at, cause: ExpiryCause::VisitEnded },
            _ if over <= now => Self::Expired { given, at: over, cause: ExpiryCause::Hours24 },
            _ => Self::Given(given),
        }
    }
}

impl Consent {
    /// The same consent as it was at an earlier hour; none before its first word was said.
    #[must_use]
    pub fn as_it_was(self, then: Moment) -> Option<Self> {
        let was = match self {
            Self::Withdrawn { given, withdrawal } if withdrawal.at > then => Self::Given(given),
            Self::Expired { given, at, .. } if at > then => Self::Given(given),
            other => other,
        };
        (said_at(&was) <= then).then(|| was.as_of(then, None))
    }
}

/// Why no consent covers an act, most telling first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoConsent {
    /// Taken back.
    #[error("the patient withdrew consent")]
    Withdrawn,
    /// Declined.
    #[error("the patient declines")]
    Declined,
    /// Ran out.
    #[error("the consent has run out; ask again")]
    Expired,
    /// Given for something else.
    #[error("the consent on record covers another procedure; this one needs its own")]
    OtherAct,
    /// Never given.
    #[error("no consent is recorded for this procedure in this visit")]
    NotRecorded,
}

/// The consent that covers `act` among those of one visit, each already seen [`as_of`](Consent::as_of) now.
///
/// The latest word counts: a withdrawal or refusal that covers the act, and is later than the agreement, ends it. The
/// gland is reached by the examination alone: a no to that is a no to massage and strokes as well.
///
/// # Errors
/// When none stands, with the reason.
pub fn covering(consents: &[Consent], act: Act) -> Result<&Given, NoConsent> {
    if act != Act::Dre
        && let Err(no @ (NoConsent::Withdrawn | NoConsent::Declined)) = last_word(consents, Act::Dre)
    {
        return Err(no);
    }
    last_word(consents, act)
}

/// What the last word said of this act alone.
fn last_word(consents: &[Consent], act: Act) -> Result<&Given, NoConsent> {
    let mut said: Vec<&Consent> = consents.iter().filter(|consent| consent.offered().acts.contains(&act)).collect();
    said.sort_by_key(|consent| said_at(consent));
    match said.iter().rev().find(|consent| consent.state() != ConsentState::Offered) {
        Some(Consent::Given(given)) => Ok(given),
        Some(Consent::Withdrawn { .. }) => Err(NoConsent::Withdrawn),
        Some(Consent::Declined { .. }) => Err(NoConsent::Declined),
        Some(Consent::Expired { .. }) => Err(NoConsent::Expired),
        _ if consents.iter().any(|consent| consent.state() == ConsentState::Given) => Err(NoConsent::OtherAct),
        _ => Err(NoConsent::NotRecorded),
    }
}

/// When the last word of a consent was said.
fn said_at(consent: &Consent) -> Moment {
    match consent {
        Consent::Offered(offered) => offered.offered_at,
        Consent::Given(given) | Consent::Expired { given, .. } => given.at,
        Consent::Declined { at, .. } => *at,
        Consent::Withdrawn { withdrawal, .. } => withdrawal.at,
    }
}

#[cfg(test)]
mod tests;
