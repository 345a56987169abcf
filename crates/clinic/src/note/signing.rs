//! The life of a note: a draft, a signed version that never changes, and amendments as further versions.

use super::NoteText;
use crate::Moment;
use crate::canonical::{Canonical, NotCanonical};
use crate::consent::{Clinician, Identity};
use crate::ids::{NoteId, ProcedureId, VisitId};
use crate::words::words;
use serde::{Deserialize, Serialize};

/// The version of the note's sealed form.
pub const NOTE_FORMAT: &str = "fourglass/note/1";
/// The version of the statement that a signature is made over.
pub const SIGNATURE_FORMAT: &str = "fourglass/signature/1";

words! {
    /// What a signature under a note means.
    pub enum Meaning {
        /// The signer did it and wrote it.
        Author = "author",
        /// The signer supervised it.
        Supervisor = "supervisor",
    }
}

impl Meaning {
    /// The sentence shown before signing and printed under the note.
    #[must_use]
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Author => "I did this procedure, I have read this note, and it is true and complete to my knowledge.",
            Self::Supervisor => "I supervised this procedure, I have read this note, and I agree with it.",
        }
    }
}

/// A version of a note that is not signed yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Draft {
    /// The note; all its versions share it.
    pub note: NoteId,
    /// Counted from 1.
    pub version: u32,
    /// The procedure it is of.
    pub procedure: ProcedureId,
    /// The visit.
    pub visit: VisitId,
    /// The patient as named at signing.
    pub identity: Identity,
    /// SHA-256 of the version before, in hexadecimal; none for the first.
    pub supersedes: Option<String>,
    /// Why it was amended; none for the first.
    pub reason: Option<String>,
    /// The text.
    pub text: NoteText,
}

/// How a version was signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Signing {
    /// By whom.
    pub by: Clinician,
    /// What the signature means.
    pub meaning: Meaning,
    /// When.
    pub at: Moment,
    /// SHA-256 of the canonical form, in hexadecimal.
    pub sha256: String,
    /// Ed25519 over [`statement`], in hexadecimal.
    pub signature: String,
    /// The signer's public key, in hexadecimal.
    pub public_key: String,
}

/// A signed version. It has no method that changes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedNote {
    draft: Draft,
    signing: Signing,
}

/// Why a note cannot be signed or amended.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoteRefusal {
    /// Signed versions stay as they are.
    #[error("this note is signed; amend it instead, and say why")]
    Signed,
    /// An amendment without a reason.
    #[error("say why the note is amended")]
    ReasonMissing,
    /// An amendment that says the same.
    #[error("the amended note says the same as the signed one; there is nothing to sign")]
    Unchanged,
    /// The procedure has not ended.
    #[error("the procedure has not ended; the note can be signed when it has")]
    ProcedureOpen,
    /// It never was this patient's.
    #[error("this visit was entered in error; its note is not signed")]
    EnteredInError,
}

impl Draft {
    /// The bytes that are hashed and signed.
    ///
    /// # Errors
    /// Only by a programming mistake: every field can be written.
    pub fn canonical(&self) -> Result<Canonical, NotCanonical> {
        Canonical::begin(NOTE_FORMAT)
            .field("note", &self.note)
            .field("version", &self.version)
            .field("procedure", &self.procedure)
            .field("visit", &self.visit)
            .field("identity", &self.identity)
            .field("supersedes", &self.supersedes)
            .field("reason", &self.reason)
            .field("text", &self.text)
            .finish()
    }

    /// Reads signed bytes back; `None` when they are not of this form.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }

    /// Signed: from here on it never changes.
    #[must_use]
    pub fn sign(self, signing: Signing) -> SignedNote {
        SignedNote { draft: self, signing }
    }
}

/// The statement an Ed25519 signature is made over: which vault, which record and version, which bytes, what it means,
/// under which printed name, and when in UTC.
///
/// # Errors
/// Only by a programming mistake: every field can be written.
pub fn statement(
    vault: &str,
    draft: &Draft,
    sha256: &str,
    (meaning, printed_name, at): (Meaning, &str, Moment),
) -> Result<Canonical, NotCanonical> {
    Canonical::begin(SIGNATURE_FORMAT)
        .field("vault", &vault)
        .field("record", &draft.note)
        .field("version", &draft.version)
        .field("sha256", &sha256)
        .field("meaning", &meaning)
        .field("printedName", &printed_name)
        .field("utcMs", &at.utc_ms())
        .finish()
}

impl SignedNote {
    /// What was signed.
    #[must_use]
    pub const fn draft(&self) -> &Draft {
        &self.draft
    }

    /// How it was signed.
    #[must_use]
    pub const fn signing(&self) -> &Signing {
        &self.signing
    }

    /// The next version, as a draft: the text as it should read, and why.
    ///
    /// # Errors
    /// When no reason is given, or the text says the same.
    pub fn amend(&self, text: NoteText, reason: &str) -> Result<Draft, NoteRefusal> {
        if reason.trim().is_empty() {
            return Err(NoteRefusal::ReasonMissing);
        }
        if text == self.draft.text {
            return Err(NoteRefusal::Unchanged);
        }
        Ok(Draft {
            version: self.draft.version + 1,
            supersedes: Some(self.signing.sha256.clone()),
            reason: Some(reason.trim().to_owned()),
            text,
            ..self.draft.clone()
        })
    }
}
