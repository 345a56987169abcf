//! Asking for consent: which text, in which language, of which version, and from then on as this patient reads it.

use super::{OfferConsent, clinician, identity, is_minor, me};
use crate::form::optional;
use crate::{Deed, Desk, Refusal};
use clinic::canonical::hex;
use clinic::consent::edition::{Edition, for_kind};
use clinic::consent::text::{ConsentForm, TextApproval};
use clinic::consent::{Consent, Offered, Tongue, TranslationReview, covering};
use clinic::procedure::{Act, ProcedureKind, ProcedureStatus};
use clinic::screening::{Reply, Said};
use clinic::staff::Role;
use records::Reading;
use records::consent::ConsentView;
use records::visit::VisitState;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// The answer under which a text speaks of what only a spinal cord injury brings.
pub(super) const SPINAL: &str = "sci-t6";

/// One text that can be asked about.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TextOffer {
    /// Which text.
    pub id: String,
    /// Its language.
    pub language: Tongue,
    /// Its version.
    pub version: String,
    /// Its title.
    pub title: String,
    /// How far it has come, its review taken in.
    pub approval: TextApproval,
    /// Who reviewed the translation.
    pub review: Option<TranslationReview>,
    /// The least form that counts in this clinic.
    pub minimum_form: ConsentForm,
}

/// The setting that says which form a consent to this procedure has at least.
pub(crate) fn form_setting(kind: ProcedureKind) -> String {
    format!("consent-form-{kind}")
}

/// The texts in force today for a procedure, in every language.
pub(super) async fn texts(desk: &Desk, reading: &mut Reading, kind: ProcedureKind) -> Result<Vec<TextOffer>, Refusal> {
    let mut offers = Vec::new();
    for edition in for_kind(kind, desk.today()) {
        let review = reading.translation_review(&digest(edition)).await?;
        let text = edition.text.render("", "", &[]).reviewed(review);
        offers.push(TextOffer {
            minimum_form: form(reading, edition).await?,
            id: text.id,
            language: text.language,
            version: text.version,
            title: text.title,
            approval: text.approval,
            review: text.review,
        });
    }
    Ok(offers)
}

/// Asks for consent: from here on the text stands as this patient reads it.
///
/// # Errors
/// Beside the field: `text-unknown`, `examiner-unknown`; or `procedure-ended`.
pub async fn offer(desk: &Desk, request: OfferConsent) -> Result<ConsentView, Refusal> {
    desk.may(Deed::RecordConsent)?;
    let mut writing = desk.writing().await?;
    let state = writing.visit_state(request.visit_id).await?;
    crate::calling_off::refuse_called_off(&state)?;
    if !state.procedure_status.is_open() {
        return Err(Refusal::new("procedure-ended", "This procedure has ended; there is nothing left to consent to."));
    }
    let language = request.language.unwrap_or(Tongue::English);
    let edition = for_kind(state.kind, desk.today())
        .into_iter()
        .find(|edition| edition.text.id == request.text_id && edition.text.language == language)
        .ok_or_else(|| Refusal::field("textId", "text-unknown", "There is no such consent text for this procedure."))?;
    let examiner = match writing.staff_member(request.examiner_id).await? {
        Some(person) if person.active && person.roles.contains(&Role::Urologist) => clinician(&person),
        _ => return Err(Refusal::field("examinerId", "examiner-unknown", "Choose the urologist who will examine.")),
    };
    let patient =
        writing.patient(state.patient_id, desk.today()).await?.ok_or_else(|| Refusal::not_found("patient"))?;
    let answers = writing.answers_of(&state, desk.now).await?;
    let spinal = answers.iter().rev().find(|answer| answer.item == SPINAL);
    let holds: &[&str] = match spinal {
        Some(answer) if matches!(answer.standing.reply, Reply::Said(Said::Yes | Said::YesMitigated)) => &[SPINAL],
        _ => &[],
    };
    let text_sha256 = digest(edition);
    let review = writing.translation_review(&text_sha256).await?;
    let mut text = edition.text.render(&examiner.name, &examiner.role, holds).reviewed(review);
    text.minimum_form = form(&mut writing, edition).await?;
    let offered = Offered {
        consent: writing.id(),
        visit: state.visit_id,
        procedure: state.procedure_id,
        kind: edition.text.kind,
        acts: asked_of(desk, &mut writing, &state, &edition.text.acts).await?,
        identity: identity(&patient),
        minor: is_minor(desk, &patient),
        spoken: optional(request.spoken),
        text,
        text_sha256,
        examiner,
        offered_by: me(desk),
        offered_at: desk.now,
    };
    writing.offer_consent(&offered).await?;
    let view = writing.consent(offered.consent, desk.now).await?.into();
    writing.commit().await?;
    Ok(view)
}

/// What this asking is about. In the room, what was agreed to before and stands is not asked again: who says no to a
/// massage then has not said no to the examination.
async fn asked_of(desk: &Desk, reading: &mut Reading, state: &VisitState, acts: &[Act]) -> Result<Vec<Act>, Refusal> {
    let consents = reading.consents_of(state.visit_id, desk.now).await?;
    let consents: Vec<Consent> = consents.into_iter().map(|one| one.consent).collect();
    let open: Vec<Act> = acts.iter().copied().filter(|act| covering(&consents, *act).is_err()).collect();
    let in_room = state.procedure_status == ProcedureStatus::Underway;
    Ok(if in_room && !open.is_empty() { open } else { acts.to_vec() })
}

/// The least form that counts: as the clinic set it, or as the text proposes.
async fn form(reading: &mut Reading, edition: &Edition) -> Result<ConsentForm, Refusal> {
    let set = reading.setting(&form_setting(edition.text.kind)).await?;
    Ok(set.and_then(|word| word.parse().ok()).unwrap_or(edition.text.minimum_form))
}

/// SHA-256 of the file an edition was read from, in hexadecimal.
pub(crate) fn digest(edition: &Edition) -> String {
    hex(&Sha256::digest(edition.file.as_bytes()))
}
