//! Signed notes: every version as the bytes that were signed, with the signature that can be checked without us.

mod sources;

pub use sources::{Correction, KeptVerdict, NoteVisit};

use crate::consent::digest;
use crate::{Error, Event, Reading, Records, Stamp, Word, Writing};
use clinic::Moment;
use clinic::canonical::{PartDigest, SealFault, Sealed, faults, hex, seal};
use clinic::consent::Clinician;
use clinic::ids::{NoteId, ProcedureId, VisitId};
use clinic::note::{Draft, Meaning, NoteText, SignedNote, Signing, statement};
use serde::Serialize;
use uuid::Uuid;

/// One signed version, as the note room shows it.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct NoteVersionView {
    /// Counted from 1.
    pub version: i32,
    /// The text as signed.
    pub text: NoteText,
    /// Why it was amended; none for the first.
    pub reason: Option<String>,
    /// By whom.
    pub by: Clinician,
    /// What the signature means.
    pub meaning: Meaning,
    /// When.
    pub signed_at: Moment,
    /// SHA-256 of the signed bytes, in hexadecimal.
    pub sha256: String,
    /// The Ed25519 signature, in hexadecimal.
    pub signature: String,
}

impl From<&SignedNote> for NoteVersionView {
    fn from(signed: &SignedNote) -> Self {
        let (draft, signing) = (signed.draft(), signed.signing());
        Self {
            version: i32::try_from(draft.version).unwrap_or(i32::MAX),
            text: draft.text.clone(),
            reason: draft.reason.clone(),
            by: signing.by.clone(),
            meaning: signing.meaning,
            signed_at: signing.at,
            sha256: signing.sha256.clone(),
            signature: signing.signature.clone(),
        }
    }
}

/// What the check of one version found.
#[derive(Debug, Clone)]
pub struct VersionFaults {
    /// The version.
    pub version: i64,
    /// What no longer is as it was signed; empty when everything is.
    pub faults: Vec<SealFault>,
}

impl Reading {
    /// Every signed version of a procedure's note, the first first.
    pub async fn signed_notes(&mut self, procedure: ProcedureId) -> Result<Vec<SignedNote>, Error> {
        let id = Uuid::from(procedure);
        let rows = sqlx::query!(
            r#"
            select
                note_version.form,
                note_version.sha256,
                note_version.signature,
                note_version.public_key,
                note_version.signer as "signer: Uuid",
                note_version.printed_name,
                note_version.role,
                note_version.meaning as "meaning: Word<Meaning>",
                note_version.signed_at as "signed_at: Stamp"
            from note
            join note_version on note_version.note = note.id
            where note.procedure = ?
            order by note_version.version
            "#,
            id,
        )
        .fetch_all(self.conn())
        .await?;
        let read = rows.into_iter().map(|row| {
            let damaged = || Error::Damaged("a signed note cannot be read".to_owned());
            let signing = Signing {
                by: Clinician { staff: row.signer.into(), name: row.printed_name, role: row.role },
                meaning: row.meaning.0,
                at: row.signed_at.into(),
                sha256: row.sha256,
                signature: hex(&row.signature),
                public_key: hex(&row.public_key),
            };
            Ok(Draft::read(&row.form).ok_or_else(damaged)?.sign(signing))
        });
        read.collect()
    }
}

impl Writing {
    /// Signs a version as the person at work: the bytes are sealed, and the statement about them is signed with the
    /// person's own key. `vault` names the vault, so that a signature cannot be carried into another.
    ///
    /// # Errors
    /// [`Error::Stale`] when this version has been signed meanwhile.
    pub async fn sign_note(
        &mut self,
        draft: &Draft,
        (meaning, by): (Meaning, &Clinician),
        vault: &str,
    ) -> Result<(), Error> {
        let damaged = |problem: clinic::canonical::NotCanonical| Error::Damaged(problem.to_string());
        let form = draft.canonical().map_err(damaged)?;
        let sealed = seal(form.as_bytes(), digest, |bytes| self.seal.mac(bytes));
        let said = statement(vault, draft, &sealed.sha256, (meaning, &by.name, self.now)).map_err(damaged)?;
        let signature = self.seal.sign(said.as_bytes()).to_vec();
        let public_key = self.seal.public_key().to_vec();
        let (id, procedure, visit) = (Uuid::from(draft.note), Uuid::from(draft.procedure), Uuid::from(draft.visit));
        let patient = Uuid::from(draft.identity.patient);
        if draft.version == 1 {
            sqlx::query!(
                "insert into note (id, procedure, visit, patient) values (?, ?, ?, ?)",
                id,
                procedure,
                visit,
                patient,
            )
            .execute(self.conn())
            .await
            .map_err(stale)?;
        }
        let parts = serde_json::to_string(&sealed.parts).map_err(|problem| Error::Damaged(problem.to_string()))?;
        let (content, about, signer) = (form.as_bytes(), said.as_bytes(), Uuid::from(by.staff));
        let (word, at) = (Word(meaning), Stamp::from(self.now));
        sqlx::query!(
            "
            insert into note_version (
                note, version, form, sha256, mac, parts, statement, signature, public_key,
                signer, printed_name, role, meaning, signed_at
            )
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ",
            id,
            draft.version,
            content,
            sealed.sha256,
            sealed.mac,
            parts,
            about,
            signature,
            public_key,
            signer,
            by.name,
            by.role,
            word,
            at,
        )
        .execute(self.conn())
        .await
        .map_err(stale)?;
        let action = if draft.version == 1 { "note.sign" } else { "note.amend" };
        let event = Event {
            old_version: (draft.version > 1).then(|| i64::from(draft.version) - 1),
            new_version: Some(i64::from(draft.version)),
            purpose: draft.reason.as_deref(),
            ..Event::first(action, format!("note/{id}"), draft)
        };
        self.trace(event.about(draft.identity.patient)).await
    }
}

/// Two windows that sign at once: the second finds the version there.
fn stale(problem: sqlx::Error) -> Error {
    match problem.as_database_error() {
        Some(refused) if refused.is_unique_violation() || refused.message().contains("after the last one") => {
            Error::Stale("note")
        }
        _ => Error::Database(problem),
    }
}

impl Records {
    /// Checks every signed version of a procedure's note: the bytes, their seal, the columns beside them, the chain of
    /// versions, and the signature by its own public key.
    pub async fn note_faults(&self, procedure: ProcedureId, vault: &str) -> Result<Vec<VersionFaults>, Error> {
        let mut reading = self.reading().await?;
        let id = Uuid::from(procedure);
        let rows = sqlx::query!(
            r#"
            select
                note.id as "note: Uuid",
                note.visit as "visit: Uuid",
                note_version.version,
                note_version.form,
                note_version.sha256,
                note_version.mac,
                note_version.parts,
                note_version.statement,
                note_version.signature,
                note_version.public_key,
                note_version.printed_name,
                note_version.meaning as "meaning: Word<Meaning>",
                note_version.signed_at as "signed_at: Stamp"
            from note
            join note_version on note_version.note = note.id
            where note.procedure = ?
            order by note_version.version
            "#,
            id,
        )
        .fetch_all(reading.conn())
        .await?;
        let mut before: Option<String> = None;
        let mut all = Vec::with_capacity(rows.len());
        for row in rows {
            let parts: Vec<PartDigest> = serde_json::from_str(&row.parts).unwrap_or_default();
            let sealed = Sealed { sha256: row.sha256.clone(), mac: row.mac, parts };
            let mut found = faults(&row.form, &sealed, digest, |bytes| self.seal.mac(bytes));
            if let Some(draft) = Draft::read(&row.form).filter(|_| found.is_empty()) {
                let signed = (row.meaning.0, row.printed_name.as_str(), Moment::from(row.signed_at));
                let about = statement(vault, &draft, &row.sha256, signed);
                let columns = [
                    ("note", draft.note == NoteId::from(row.note)),
                    ("visit", draft.visit == VisitId::from(row.visit)),
                    ("version", i64::from(draft.version) == row.version),
                    ("supersedes", draft.supersedes == before),
                    ("statement", about.is_ok_and(|about| about.as_bytes() == row.statement)),
                ];
                let differs = columns.into_iter().filter(|(_, same)| !same);
                found.extend(differs.map(|(name, _)| SealFault::Column { name: name.to_owned() }));
            }
            let key: Result<[u8; 32], _> = row.public_key.try_into();
            let signature: Result<[u8; 64], _> = row.signature.try_into();
            let holds = match (key, signature) {
                (Ok(key), Ok(signature)) => vault::Seal::verify(&key, &row.statement, &signature),
                _ => false,
            };
            if !holds {
                found.push(SealFault::Signature);
            }
            before = Some(row.sha256);
            all.push(VersionFaults { version: row.version, faults: found });
        }
        Ok(all)
    }
}
