//! Consent in the room: what is asked, given, declined, taken back, and checked again.

pub(crate) mod presence;
mod request;

pub use request::{
    AgreementAnswer, ChaperoneAnswer, DeclineConsent, GiveConsent, OfferConsent, PresentAnswer, WithdrawConsent,
    WitnessAnswer,
};

pub use crate::withdrawal::withdraw;
pub use clinic::ids::{ConsentId, VisitId};
pub use presence::{ConfirmPresence, PresenceAsk, confirm_presence};
pub use records::consent::ConsentView;

use crate::again::Purpose;
use crate::form::optional;
use crate::{Deed, Desk, Refusal, screening};
use clinic::canonical::hex;
use clinic::consent::text::{ConsentForm, TextApproval, for_kind};
use clinic::consent::{Clinician, Consent, ConsentRefusal, Identity, NoConsent, Offered, covering};
use clinic::ids::StaffId;
use clinic::procedure::{Act, ProcedureKind};
use clinic::staff::Role;
use records::consent::{DeclineView, StoredConsent};
use records::patient::PatientView;
use records::staff::StaffView;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// One text that can be asked about.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TextOffer {
    /// Which text.
    pub id: String,
    /// Its version.
    pub version: String,
    /// Its title.
    pub title: String,
    /// How far it has come.
    pub approval: TextApproval,
    /// The least form that counts.
    pub minimum_form: ConsentForm,
}

/// A person of the clinic, for the choices of examiner, chaperone and witness.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Colleague {
    /// The person.
    pub staff_id: StaffId,
    /// As printed.
    pub name: String,
    /// What they are, in words.
    pub role: String,
    /// May examine.
    pub examines: bool,
}

/// Whether consent covers one act of the procedure.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Cover {
    /// The act.
    pub act: Act,
    /// Covered now.
    pub covered: bool,
    /// Why not.
    pub why_not: Option<String>,
}

/// Everything the consent room shows of one visit.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ConsentRoom {
    /// The visit.
    pub visit_id: VisitId,
    /// What is planned.
    pub kind: ProcedureKind,
    /// Still open, so that consent can be asked for.
    pub open: bool,
    /// The patient.
    pub patient: PatientView,
    /// Who is at the desk.
    pub me: StaffId,
    /// The texts that can be asked about, the procedure's own first.
    pub texts: Vec<TextOffer>,
    /// Everybody who may examine, accompany or witness.
    pub colleagues: Vec<Colleague>,
    /// Every consent of this visit.
    pub consents: Vec<ConsentView>,
    /// What they cover.
    pub cover: Vec<Cover>,
}

/// What a check of a seal found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct SealReport {
    /// Everything stands as it was sealed.
    pub sound: bool,
    /// What does not, a sentence each.
    pub faults: Vec<String>,
}

/// The consent room of one visit.
pub async fn room(desk: &Desk, visit: VisitId) -> Result<ConsentRoom, Refusal> {
    desk.may(Deed::RecordConsent)?;
    let mut reading = desk.records.reading().await?;
    let state = reading.visit_state(visit).await?;
    let patient = reading.patient(state.patient_id, desk.today()).await?;
    let mut stored = reading.consents_of(visit, desk.now).await?;
    for one in &mut stored {
        one.consent = presence::shown(&mut reading, one.consent.clone()).await?;
    }
    let consents: Vec<Consent> = stored.iter().map(|one| one.consent.clone()).collect();
    let cover = |act: &Act| {
        let covered = covering(&consents, *act);
        Cover { act: *act, covered: covered.is_ok(), why_not: covered.err().map(|why: NoConsent| why.to_string()) }
    };
    let text = |edition: &&clinic::consent::text::Edition| TextOffer {
        id: edition.text.id.clone(),
        version: edition.text.version.clone(),
        title: edition.text.title.clone(),
        approval: edition.text.approval,
        minimum_form: edition.text.minimum_form,
    };
    Ok(ConsentRoom {
        visit_id: visit,
        kind: state.kind,
        open: state.procedure_status.is_open(),
        patient: patient.ok_or_else(|| Refusal::not_found("patient"))?,
        me: desk.who.staff,
        texts: for_kind(state.kind).iter().map(text).collect(),
        colleagues: reading.staff().await?.iter().filter(|person| person.active).map(colleague).collect(),
        cover: state.kind.acts().iter().map(cover).collect(),
        consents: stored.into_iter().map(ConsentView::from).collect(),
    })
}

/// Asks for consent: from here on the text stands as this patient reads it.
pub async fn offer(desk: &Desk, request: OfferConsent) -> Result<ConsentView, Refusal> {
    desk.may(Deed::RecordConsent)?;
    let mut writing = desk.writing().await?;
    let state = writing.visit_state(request.visit_id).await?;
    if !state.procedure_status.is_open() {
        return Err(Refusal::new("procedure-ended", "This procedure has ended; there is nothing left to consent to."));
    }
    let editions = for_kind(state.kind);
    let edition = editions
        .iter()
        .find(|edition| edition.text.id == request.text_id)
        .ok_or_else(|| Refusal::field("textId", "text-unknown", "There is no such consent text for this procedure."))?;
    let examiner = match writing.staff_member(request.examiner_id).await? {
        Some(person) if person.active && person.roles.contains(&Role::Urologist) => clinician(&person),
        _ => return Err(Refusal::field("examinerId", "examiner-unknown", "Choose the urologist who will examine.")),
    };
    let patient =
        writing.patient(state.patient_id, desk.today()).await?.ok_or_else(|| Refusal::not_found("patient"))?;
    let offered = Offered {
        consent: writing.id(),
        visit: state.visit_id,
        procedure: state.procedure_id,
        kind: edition.text.kind,
        acts: edition.text.acts.clone(),
        identity: identity(&patient),
        text: edition.text.render(&examiner.name, &examiner.role, &[]),
        text_sha256: hex(&Sha256::digest(edition.file.as_bytes())),
        examiner,
        offered_by: me(desk),
        offered_at: desk.now,
    };
    writing.offer_consent(&offered).await?;
    let view = writing.consent(offered.consent, desk.now).await?.into();
    writing.commit().await?;
    Ok(view)
}

/// The patient agrees: the evidence is checked, and the whole is sealed.
pub async fn give(desk: &Desk, request: GiveConsent) -> Result<ConsentView, Refusal> {
    desk.may(Deed::RecordConsent)?;
    let mut writing = desk.writing().await?;
    let (consent, version) = (request.consent_id, i64::from(request.version));
    let offered = open_offer(writing.consent(consent, desk.now).await?, version)?;
    let staff = writing.staff().await?;
    let given = offered.give(request.evidence(desk, &staff)?, me(desk), desk.now)?;
    writing.give_consent(&given, version).await?;
    writing.use_draft("consent", &given.offered.visit.to_string()).await?;
    screening::judge_again(&mut writing, given.offered.visit).await?;
    let view = writing.consent(consent, desk.now).await?.into();
    writing.commit().await?;
    Ok(view)
}

/// The patient declines; no reason is owed.
pub async fn decline(desk: &Desk, request: DeclineConsent) -> Result<ConsentView, Refusal> {
    desk.may(Deed::RecordConsent)?;
    let mut writing = desk.writing().await?;
    let version = i64::from(request.version);
    let offered = open_offer(writing.consent(request.consent_id, desk.now).await?, version)?;
    let how = DeclineView { at: desk.now, recorded_by: me(desk), reason: optional(request.reason) };
    writing.decline_consent(&offered, version, &how).await?;
    screening::judge_again(&mut writing, offered.visit).await?;
    let view = writing.consent(request.consent_id, desk.now).await?.into();
    writing.commit().await?;
    Ok(view)
}

/// Checks a sealed consent byte by byte.
pub async fn verify(desk: &Desk, consent: ConsentId) -> Result<SealReport, Refusal> {
    desk.may(Deed::OpenChart)?;
    let faults = desk.records.consent_faults(consent).await?;
    Ok(SealReport { sound: faults.is_empty(), faults: faults.iter().map(ToString::to_string).collect() })
}

/// The member of staff takes the window back from the patient.
pub async fn leave_reading(desk: &Desk, passphrase: &str) -> Result<(), Refusal> {
    desk.confirm(Purpose::LeaveReading, passphrase).await.map(drop)
}

fn open_offer(stored: StoredConsent, version: i64) -> Result<Offered, Refusal> {
    match stored.consent {
        Consent::Offered(offered) if stored.version == version => Ok(offered),
        Consent::Offered(_) => Err(records::Error::Stale("consent").into()),
        other => Err(ConsentRefusal::AlreadyDecided(other.state().as_str()).into()),
    }
}

pub(crate) fn me(desk: &Desk) -> Clinician {
    let role = role_words(&desk.who.roles);
    Clinician { staff: desk.who.staff, name: desk.who.name.clone(), role }
}

pub(crate) fn clinician(person: &StaffView) -> Clinician {
    // Whoever examines does so as a urologist, whatever else they are.
    let role = if person.roles.contains(&Role::Urologist) { "urologist".to_owned() } else { role_words(&person.roles) };
    Clinician { staff: person.staff_id, name: person.name.clone(), role }
}

/// The role in which somebody stands in the room: the clinical one first.
pub(crate) fn role_words(roles: &[Role]) -> String {
    let clinical = [Role::Urologist, Role::Nurse].into_iter().find(|role| roles.contains(role));
    clinical.or(roles.first().copied()).map_or_else(String::new, |role| role.as_str().to_owned())
}

pub(crate) fn colleague(person: &StaffView) -> Colleague {
    Colleague {
        staff_id: person.staff_id,
        name: person.name.clone(),
        role: role_words(&person.roles),
        examines: person.roles.contains(&Role::Urologist),
    }
}

/// The patient as a sealed record names them.
pub(crate) fn identity(patient: &PatientView) -> Identity {
    let row = &patient.identity;
    Identity {
        patient: row.patient_id,
        name: format!("{}, {}", row.family.as_str().to_uppercase(), row.given),
        birth_date: row.birth_date.to_string(),
        mrn: row.mrn.to_string(),
    }
}

impl From<ConsentRefusal> for Refusal {
    fn from(refusal: ConsentRefusal) -> Self {
        let code = match &refusal {
            ConsentRefusal::GroupNotConfirmed(_) => "group-not-confirmed",
            ConsentRefusal::Chaperone(_) => "chaperone-incomplete",
            ConsentRefusal::Rebooked => "chaperone-rebooked",
            ConsentRefusal::Signature(_) => "not-a-signature",
            ConsentRefusal::SignatureOrWitnessNeeded => "signature-needed",
            ConsentRefusal::WitnessMissing | ConsentRefusal::WitnessIsRecorder => "witness-unfit",
            ConsentRefusal::TraineeNotAgreed(_) | ConsentRefusal::TraineeUnnamed => "trainee-unfit",
            ConsentRefusal::CapacityUnexplained
            | ConsentRefusal::RepresentativeUnnamed
            | ConsentRefusal::DocumentNotSeen => "capacity-open",
            ConsentRefusal::InterpreterUnnamed => "interpreter-unnamed",
            ConsentRefusal::TextNotReviewed => "text-not-reviewed",
            ConsentRefusal::BeforeTheOffer => "before-the-offer",
            ConsentRefusal::AlreadyDecided(_) => "consent-decided",
        };
        let message = crate::form::sentence(&refusal.to_string());
        match refusal.field() {
            Some(field) => Self::field(field, code, message),
            None => Self::new(code, message),
        }
    }
}
