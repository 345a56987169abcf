//! Consent in the room: what is asked, given, declined, taken back, and checked again.

mod offer;
pub(crate) mod presence;
mod request;
mod signing;

pub(crate) use offer::digest;
#[cfg(test)]
pub(crate) use offer::form_setting;
pub use offer::{TextOffer, offer};
pub(crate) use request::read_scan;
pub use request::{
    AgreementAnswer, Beside, ChaperoneAnswer, DeclineConsent, GiveConsent, InterpreterAnswer, MinorAnswer,
    OfferConsent, PresentAnswer, WithdrawConsent, WitnessAnswer,
};
pub use signing::{ConcurForMinor, Countersign, concur, countersign, print_scan};

pub use crate::withdrawal::withdraw;
pub use clinic::consent::{MinorBasis, SigningPart, Tongue};
pub use clinic::ids::{ConsentId, VisitId};
pub use presence::{ConfirmPresence, PresenceAsk, confirm_presence};
pub use records::consent::ConsentView;

use crate::again::Purpose;
use crate::form::optional;
use crate::{Deed, Desk, Refusal, collection, screening};
use clinic::Moment;
use clinic::consent::difference::{StatementChange, difference};
use clinic::consent::edition::in_force;
use clinic::consent::{Clinician, Consent, ConsentRefusal, Identity, NoConsent, Offered, covering};
use clinic::ids::StaffId;
use clinic::procedure::{Act, ProcedureKind, ProcedureStatus};
use clinic::staff::Role;
use offer::SPINAL;
use records::consent::{DeclineView, StoredConsent};
use records::patient::PatientView;
use records::staff::StaffView;
use records::visit::VisitState;
use records::{Reading, Writing};
use serde::Serialize;

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

/// What has changed since the version of a text that a patient agreed to.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TextChanges {
    /// The consent.
    pub consent_id: ConsentId,
    /// The version that is read today.
    pub version_now: String,
    /// Statement by statement; empty when another version says the same.
    pub changes: Vec<StatementChange>,
}

/// A second clinician who concurs.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Concurrence {
    /// Who.
    pub by: Clinician,
    /// When.
    pub at: Moment,
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
    /// After the time-out.
    pub in_room: bool,
    /// The patient.
    pub patient: PatientView,
    /// Under 18 today.
    pub minor: bool,
    /// Who concurs that a patient under 18 be massaged.
    pub concurrence: Option<Concurrence>,
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
    /// For each given in an older version than today's, what has changed.
    pub changes: Vec<TextChanges>,
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
    let patient = patient.ok_or_else(|| Refusal::not_found("patient"))?;
    let concurrence = reading.concurrence_of(visit).await?;
    Ok(ConsentRoom {
        visit_id: visit,
        kind: state.kind,
        open: state.procedure_status.is_open() && !state.status.is_called_off(),
        in_room: state.procedure_status == ProcedureStatus::Underway,
        minor: is_minor(desk, &patient),
        patient,
        concurrence: concurrence.map(|(by, at)| Concurrence { by, at }),
        me: desk.who.staff,
        texts: offer::texts(desk, &mut reading, state.kind).await?,
        colleagues: reading.staff().await?.iter().filter(|person| person.active).map(colleague).collect(),
        cover: state.kind.acts().iter().map(cover).collect(),
        changes: consents.iter().filter_map(|consent| changes(desk, consent)).collect(),
        consents: stored.into_iter().map(ConsentView::from).collect(),
    })
}

/// What a patient would read differently today; none while their version is still the one in force.
fn changes(desk: &Desk, consent: &Consent) -> Option<TextChanges> {
    let offered = consent.offered();
    let today = &in_force(&offered.text.id, offered.text.language, desk.today())?.text;
    let spinal = offered.text.risks.iter().any(|risk| risk.only_if.as_deref() == Some(SPINAL));
    let holds: &[&str] = if spinal { &[SPINAL] } else { &[] };
    let read = today.render(&offered.examiner.name, &offered.examiner.role, holds);
    (today.version != offered.text.version).then(|| TextChanges {
        consent_id: offered.consent,
        version_now: today.version.clone(),
        changes: difference(&offered.text, &read),
    })
}

/// Whether something is planned, in the room, that was not yet asked about: a massage after consent to an examination.
pub(crate) async fn asks_consent(reading: &mut Reading, state: &VisitState, now: Moment) -> Result<bool, Refusal> {
    let consents = reading.consents_of(state.visit_id, now).await?;
    let consents: Vec<Consent> = consents.into_iter().map(|one| one.consent).collect();
    let open = |act: &Act| {
        matches!(covering(&consents, *act), Err(NoConsent::NotRecorded | NoConsent::OtherAct | NoConsent::Expired))
    };
    Ok(state.procedure_status == ProcedureStatus::Underway && state.kind.acts().iter().any(open))
}

/// Under 18, as far as the birth date is known.
pub(crate) fn is_minor(desk: &Desk, patient: &PatientView) -> bool {
    patient.identity.birth_date.age(desk.today()).is_some_and(|age| age < 18)
}

/// The patient agrees: the evidence is checked, and the whole is sealed.
pub async fn give(desk: &Desk, request: GiveConsent) -> Result<ConsentView, Refusal> {
    desk.may(Deed::RecordConsent)?;
    let vouched = match &request.agreement {
        AgreementAnswer::Typed { passphrase, .. } => Some(signing::vouch(desk, passphrase).await?),
        _ => None,
    };
    let mut writing = desk.writing().await?;
    let (consent, version) = (request.consent_id, i64::from(request.version));
    let offered = open_offer(writing.consent(consent, desk.now).await?, version)?;
    crate::calling_off::refuse_called_off(&writing.visit_state(offered.visit).await?)?;
    let staff = writing.staff().await?;
    let concurred = writing.concurrence_of(offered.visit).await?.map(|(by, _)| by);
    let (evidence, scan) = request.evidence(desk, &staff, &offered, concurred, vouched)?;
    let given = offered.give(evidence, me(desk), desk.now)?;
    writing.give_consent(&given, version).await?;
    if let Some(scan) = scan {
        writing.keep_scan(&given, &scan).await?;
    }
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
    stop_a_massage_that_is_declined(&mut writing, &offered).await?;
    screening::judge_again(&mut writing, offered.visit).await?;
    let view = writing.consent(request.consent_id, desk.now).await?.into();
    writing.commit().await?;
    Ok(view)
}

/// A no to the examination while the gland is being massaged ends the massage, as taking consent back does.
async fn stop_a_massage_that_is_declined(writing: &mut Writing, offered: &Offered) -> Result<(), Refusal> {
    let visit = writing.visit_state(offered.visit).await?;
    let runs = writing.collection(&visit).await?.is_some_and(|set| set.massage_runs());
    if !runs {
        return Ok(());
    }
    let consents = writing.consents_of(offered.visit, offered.offered_at).await?;
    let consents: Vec<Consent> = consents.into_iter().map(|one| one.consent).collect();
    if visit.kind.acts().iter().any(|act| covering(&consents, *act).is_err()) {
        collection::stop_for_withdrawal(writing, &visit).await?;
        writing.move_procedure(&visit, ProcedureStatus::StoppedByPatient).await?;
    }
    Ok(())
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
        let code = refusal.code();
        let message = crate::form::sentence(&refusal.to_string());
        match refusal.field() {
            Some(field) => Self::field(field, code, message),
            None => Self::new(code, message),
        }
    }
}
