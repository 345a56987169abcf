//! Signatures beside the patient's, each by the person's own sign-on: who asked, who witnessed, who concurs for a minor.

use super::{clinician, presence};
use crate::again::{Purpose, Secret};
use crate::document::{PrintedPaper, keep_as};
use crate::{Deed, Desk, Refusal};
use clinic::consent::{Clinician, Consent, Countersignature, Given, OwnSecret, SigningPart};
use clinic::ids::{ConsentId, VisitId};
use records::staff::StaffView;
use serde::Deserialize;

/// Somebody signs a consent beside the patient.
#[derive(Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Countersign {
    /// The consent.
    pub consent_id: ConsentId,
    /// As what.
    pub part: SigningPart,
    /// Passphrase or PIN of the person at the desk; the witness's own passphrase when that is somebody else.
    pub passphrase: String,
}

/// A second clinician concurs that a patient under 18 be massaged at this visit.
#[derive(Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ConcurForMinor {
    /// The visit.
    pub visit_id: VisitId,
    /// The second clinician's sign-on name.
    pub name: String,
    /// Their own passphrase.
    pub passphrase: String,
}

/// Signs a consent that was given. Whoever recorded it signs as clinician; a witness of the clinic signs as witness.
///
/// # Errors
/// `consent-not-given`; `witness-not-staff`; `not-the-recorder`; `stale` when it is signed already; as [`Desk::confirm`]
/// and [`Desk::second_person`].
pub async fn countersign(desk: &Desk, request: Countersign) -> Result<(), Refusal> {
    desk.may(Deed::RecordConsent)?;
    let (given, person) = {
        let mut reading = desk.records.reading().await?;
        let Consent::Given(given) = reading.consent(request.consent_id, desk.now).await?.consent else {
            return Err(Refusal::new("consent-not-given", "Only a consent that stands can be signed."));
        };
        let signer = match request.part {
            SigningPart::Clinician => Some(given.recorded_by.staff),
            SigningPart::Witness => presence::witness(&given).and_then(|witness| witness.staff),
        };
        let person = match signer {
            Some(staff) => reading.staff_member(staff).await?,
            None => None,
        };
        (given, person)
    };
    let person = person.ok_or_else(|| {
        Refusal::new("witness-not-staff", "The witness is not a member of staff, so cannot sign on to sign.")
    })?;
    let how = own_secret(desk, &given, &person, &request).await?;
    let signature = Countersignature { part: request.part, by: signed_by(&person), how, at: desk.now };
    let mut writing = desk.writing().await?;
    writing.countersign(&given, &signature).await?;
    Ok(writing.commit().await?)
}

async fn own_secret(
    desk: &Desk,
    given: &Given,
    person: &StaffView,
    request: &Countersign,
) -> Result<OwnSecret, Refusal> {
    if person.staff_id == desk.who.staff {
        return vouch(desk, &request.passphrase).await;
    }
    if request.part == SigningPart::Clinician {
        let who = &given.recorded_by.name;
        return Err(Refusal::new("not-the-recorder", format!("{who} recorded this consent, and signs it.")));
    }
    desk.second_person(&person.sign_on_name, &request.passphrase, Deed::BeChaperone).await?;
    Ok(OwnSecret::Passphrase)
}

/// The person at the desk says who they are, for a signature on a consent.
pub(super) async fn vouch(desk: &Desk, passphrase: &str) -> Result<OwnSecret, Refusal> {
    Ok(match desk.confirm(Purpose::Countersign, passphrase).await? {
        Secret::Pin => OwnSecret::Pin,
        Secret::Passphrase => OwnSecret::Passphrase,
    })
}

/// A second clinician concurs, by their own sign-on.
///
/// # Errors
/// `not-a-minor`; `stale` when somebody concurred already; as [`Desk::second_person`].
pub async fn concur(desk: &Desk, request: ConcurForMinor) -> Result<(), Refusal> {
    desk.may(Deed::RecordConsent)?;
    let state = {
        let mut reading = desk.records.reading().await?;
        let state = reading.visit_state(request.visit_id).await?;
        let patient = reading.patient(state.patient_id, desk.today()).await?;
        if !patient.is_some_and(|patient| super::is_minor(desk, &patient)) {
            return Err(Refusal::new("not-a-minor", "The patient is of age; nobody else needs to concur."));
        }
        state
    };
    let second = desk.second_person(&request.name, &request.passphrase, Deed::ConcurForMinor).await?;
    let by = Clinician { staff: second.staff, role: super::role_words(&second.roles), name: second.name };
    let mut writing = desk.writing().await?;
    writing.concur(state.visit_id, state.patient_id, &by).await?;
    crate::screening::judge_again(&mut writing, state.visit_id).await?;
    Ok(writing.commit().await?)
}

/// Writes the scan of a signed paper as a file into the folder for papers.
///
/// # Errors
/// `scan-missing` when the consent was not signed on paper.
pub async fn print_scan(desk: &Desk, consent: ConsentId) -> Result<PrintedPaper, Refusal> {
    desk.may(Deed::PrintPapers)?;
    let scan = desk.records.reading().await?.consent_scan(consent).await?;
    let scan = scan.ok_or_else(|| Refusal::new("scan-missing", "This consent was not signed on paper."))?;
    let (stem, object) = (format!("consent-{consent}-signed"), format!("consent/{consent}"));
    keep_as(desk, stem, scan.kind.as_str(), scan.body, object).await
}

fn signed_by(person: &StaffView) -> Clinician {
    Clinician { role: super::role_words(&person.roles), ..clinician(person) }
}
