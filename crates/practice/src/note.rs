//! The procedure note: written from the record, signed by whoever says again who they are, and afterwards only amended.

mod gather;
mod gather_after;
mod gather_body;
mod gather_put_right;
mod gather_results;

use crate::again::Purpose;
use crate::form::{Form, optional};
use crate::patient::PatientView;
use crate::{Deed, Desk, Refusal};
use clinic::canonical::hex;
use clinic::consent::Clinician;
pub use clinic::ids::ProcedureId;
use clinic::note::{Draft, Meaning, NoteRefusal, NoteText, SignedNote, compose};
use clinic::procedure::{ProcedureKind, ProcedureStatus};
use records::Reading;
use records::note::NoteVersionView;
use records::visit::VisitState;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The note of one procedure as its room shows it.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct NoteRoom {
    /// The procedure.
    pub procedure_id: ProcedureId,
    /// What was done.
    pub kind: ProcedureKind,
    /// How it ended.
    pub status: ProcedureStatus,
    /// The patient.
    pub patient: PatientView,
    /// The note as the record would have it written now, without remarks.
    pub draft: NoteText,
    /// Names the draft's exact text; sent back with the signature, so that nobody signs what was not on the screen.
    pub draft_sha256: String,
    /// What is signed, the first version first.
    pub versions: Vec<NoteVersionView>,
    /// Who is at the desk may sign, and the procedure has ended.
    pub may_sign: bool,
    /// Why not.
    pub why_not: Option<String>,
    /// What the signature will mean.
    pub meaning: String,
    /// The name that will be printed.
    pub printed_name: String,
}

/// The urologist signs the note.
#[derive(Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct SignNote {
    /// The procedure.
    pub procedure_id: ProcedureId,
    /// Names the draft that was on the screen.
    pub draft_sha256: String,
    /// What the urologist adds in their own words.
    pub remarks: Option<String>,
    /// Why a signed note is amended; empty for the first version.
    pub reason: Option<String>,
    /// What the signature means.
    pub meaning: Meaning,
    /// The signer's own passphrase, or PIN where that is enough.
    pub passphrase: String,
}

/// What the check of one version found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct VersionReport {
    /// The version.
    pub version: i32,
    /// Everything stands as it was signed.
    pub sound: bool,
    /// What does not, a sentence each.
    pub faults: Vec<String>,
}

/// The note room of one procedure.
pub async fn room(desk: &Desk, procedure: ProcedureId) -> Result<NoteRoom, Refusal> {
    desk.may(Deed::OpenChart)?;
    let mut reading = desk.records.reading().await?;
    let state = reading.visit_of_procedure(procedure).await?;
    let draft = written(desk, &mut reading, &state, None).await?;
    let versions = reading.signed_notes(procedure).await?;
    let patient =
        reading.patient(state.patient_id, desk.today()).await?.ok_or_else(|| Refusal::not_found("patient"))?;
    let why_not = match desk.may(Deed::SignNote) {
        Err(_) => Some("The urologist signs this note.".to_owned()),
        Ok(()) if state.procedure_status == ProcedureStatus::EnteredInError => {
            Some(crate::form::sentence(&NoteRefusal::EnteredInError.to_string()))
        }
        Ok(()) if state.procedure_status.is_open() => {
            Some(crate::form::sentence(&NoteRefusal::ProcedureOpen.to_string()))
        }
        Ok(()) => None,
    };
    Ok(NoteRoom {
        procedure_id: procedure,
        kind: state.kind,
        status: state.procedure_status,
        patient,
        draft_sha256: name_of(&draft),
        draft,
        versions: versions.iter().map(NoteVersionView::from).collect(),
        may_sign: why_not.is_none(),
        why_not,
        meaning: Meaning::Author.sentence().to_owned(),
        printed_name: desk.who.name.clone(),
    })
}

/// Signs the first version, or an amendment as the next one. What was signed never changes.
///
/// # Errors
/// As [`Desk::confirm`]; `stale` when the record no longer says what was on the screen; `reason` beside an amendment
/// that gives none.
pub async fn sign(desk: &Desk, request: SignNote) -> Result<NoteRoom, Refusal> {
    desk.may(Deed::SignNote)?;
    let remarks = optional(request.remarks);
    let mut form = Form::default();
    if remarks.as_ref().is_some_and(|text| text.chars().count() > LONGEST_REMARKS) {
        form.refuse("remarks", format!("keep the remarks under {LONGEST_REMARKS} signs"));
    }
    form.check()?;
    desk.confirm(Purpose::Signature, &request.passphrase).await?;
    let mut writing = desk.writing().await?;
    let state = writing.visit_of_procedure(request.procedure_id).await?;
    if state.procedure_status.is_open() {
        return Err(NoteRefusal::ProcedureOpen.into());
    }
    if state.procedure_status == ProcedureStatus::EnteredInError {
        return Err(NoteRefusal::EnteredInError.into());
    }
    let bare = written(desk, &mut writing, &state, None).await?;
    if name_of(&bare) != request.draft_sha256 {
        return Err(records::Error::Stale("note").into());
    }
    let text = written(desk, &mut writing, &state, remarks).await?;
    let signed = writing.signed_notes(request.procedure_id).await?;
    let reason = optional(request.reason);
    let draft = match signed.last() {
        Some(last) => last.amend(text, reason.as_deref().unwrap_or_default())?,
        None => Draft {
            note: writing.id(),
            version: 1,
            procedure: state.procedure_id,
            visit: state.visit_id,
            identity: identity(desk, &mut writing, &state).await?,
            supersedes: None,
            reason: None,
            text,
        },
    };
    let vault = desk.session.vault.vault_id().to_string();
    writing.sign_note(&draft, (request.meaning, &me(desk)), &vault).await?;
    writing.use_draft("note", &request.procedure_id.to_string()).await?;
    writing.commit().await?;
    desk.has_signed().await;
    room(desk, request.procedure_id).await
}

const LONGEST_REMARKS: usize = 4_000;

/// Checks every signed version: bytes, chain and signature.
pub async fn verify(desk: &Desk, procedure: ProcedureId) -> Result<Vec<VersionReport>, Refusal> {
    desk.may(Deed::OpenChart)?;
    let vault = desk.session.vault.vault_id().to_string();
    let checked = desk.records.note_faults(procedure, &vault).await?;
    let report = checked.into_iter().map(|one| VersionReport {
        version: i32::try_from(one.version).unwrap_or(i32::MAX),
        sound: one.faults.is_empty(),
        faults: one.faults.iter().map(ToString::to_string).collect(),
    });
    Ok(report.collect())
}

/// The last signed version of a procedure's note; none before the first.
pub async fn last_signed(desk: &Desk, procedure: ProcedureId) -> Result<Option<SignedNote>, Refusal> {
    desk.may(Deed::OpenChart)?;
    Ok(desk.records.reading().await?.signed_notes(procedure).await?.pop())
}

pub(crate) async fn written(
    desk: &Desk,
    reading: &mut Reading,
    state: &VisitState,
    remarks: Option<String>,
) -> Result<NoteText, Refusal> {
    let mut facts = Box::pin(gather::gather(desk, reading, state)).await?;
    facts.remarks = remarks;
    Ok(compose(&facts))
}

async fn identity(
    desk: &Desk,
    reading: &mut Reading,
    state: &VisitState,
) -> Result<clinic::consent::Identity, Refusal> {
    let patient =
        reading.patient(state.patient_id, desk.today()).await?.ok_or_else(|| Refusal::not_found("patient"))?;
    Ok(crate::consent::identity(&patient))
}

fn me(desk: &Desk) -> Clinician {
    let role = crate::consent::role_words(&desk.who.roles);
    Clinician { staff: desk.who.staff, name: desk.who.name.clone(), role }
}

/// The digest that names a text exactly.
fn name_of(text: &NoteText) -> String {
    hex(&Sha256::digest(text.plain().as_bytes()))
}

impl From<NoteRefusal> for Refusal {
    fn from(refusal: NoteRefusal) -> Self {
        let message = crate::form::sentence(&refusal.to_string());
        match refusal {
            NoteRefusal::Signed => Self::new("note-signed", message),
            NoteRefusal::ReasonMissing => Self::field("reason", "reason-missing", message),
            NoteRefusal::Unchanged => Self::new("note-unchanged", message),
            NoteRefusal::ProcedureOpen => Self::new("procedure-open", message),
            NoteRefusal::EnteredInError => Self::new("entered-in-error", message),
        }
    }
}
