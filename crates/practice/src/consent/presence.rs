//! The chaperone confirms being there, by their own sign-on: beside the sealed consent, which names them and stays as it is.

use crate::again::{Purpose, Secret};
use crate::{Deed, Desk, Refusal};
use clinic::consent::chaperone::PresenceConfirmed;
use clinic::consent::{Agreement, Consent, Given, Witness};
use clinic::ids::{ConsentId, StaffId};
use records::Reading;
use serde::{Deserialize, Serialize};

/// A chaperone who may still confirm being there.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct PresenceAsk {
    /// The consent that names them.
    pub consent_id: ConsentId,
    /// Their name.
    pub name: String,
    /// It is the person at the desk.
    pub mine: bool,
}

/// The chaperone confirms being there.
#[derive(Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ConfirmPresence {
    /// The consent that names them.
    pub consent_id: ConsentId,
    /// The chaperone's own passphrase, or PIN where they are the person at the desk.
    pub passphrase: String,
}

/// Whether the chaperone named in a standing consent is of the clinic and has not yet confirmed being there.
pub(crate) async fn ask(desk: &Desk, reading: &mut Reading, given: &Given) -> Result<Option<PresenceAsk>, Refusal> {
    let consent_id = given.offered.consent;
    let Some((staff, name)) = of_the_clinic(given) else { return Ok(None) };
    if reading.presence_of(consent_id).await?.is_some() {
        return Ok(None);
    }
    Ok(Some(PresenceAsk { consent_id, name: name.to_owned(), mine: staff == desk.who.staff }))
}

/// Takes the chaperone's own word for being there, once.
///
/// # Errors
/// `consent-not-standing`; `chaperone-not-staff`; as [`Desk::confirm`] and [`Desk::second_person`].
pub async fn confirm_presence(desk: &Desk, request: ConfirmPresence) -> Result<(), Refusal> {
    desk.may(Deed::RecordConsent)?;
    let (given, person) = {
        let mut reading = desk.records.reading().await?;
        let Consent::Given(given) = reading.consent(request.consent_id, desk.now).await?.consent else {
            return Err(Refusal::new("consent-not-standing", "This consent no longer stands."));
        };
        let person = match of_the_clinic(&given) {
            Some((staff, _)) => reading.staff_member(staff).await?,
            None => None,
        };
        (given, person)
    };
    let person = person.ok_or_else(|| {
        Refusal::new("chaperone-not-staff", "The chaperone is not a member of staff, so cannot sign on to confirm.")
    })?;
    let how = if person.staff_id == desk.who.staff {
        match desk.confirm(Purpose::Presence, &request.passphrase).await? {
            Secret::Pin => PresenceConfirmed::Pin,
            Secret::Passphrase => PresenceConfirmed::Passphrase,
        }
    } else {
        desk.second_person(&person.sign_on_name, &request.passphrase, Deed::BeChaperone).await?;
        PresenceConfirmed::Passphrase
    };
    let mut writing = desk.writing().await?;
    writing.confirm_presence(&given, person.staff_id, how).await?;
    Ok(writing.commit().await?)
}

/// A consent as it is shown: with what its chaperone confirmed, and who signed it, afterwards. Never to be written back.
pub(crate) async fn shown(reading: &mut Reading, mut consent: Consent) -> Result<Consent, Refusal> {
    let presence = reading.presence_of(consent.offered().consent).await?;
    let (Consent::Given(given) | Consent::Withdrawn { given, .. } | Consent::Expired { given, .. }) = &mut consent
    else {
        return Ok(consent);
    };
    if let (Some(presence), Some(present)) = (presence, &mut given.evidence.chaperone.present) {
        present.confirmed = presence.how;
    }
    given.evidence.countersigned = reading.countersignatures_of(given.offered.consent).await?;
    Ok(consent)
}

/// Who witnessed a consent, heard or seen.
pub(super) fn witness(given: &Given) -> Option<&Witness> {
    match &given.evidence.agreement {
        Agreement::WitnessedVerbal { witness } => Some(witness),
        _ => given.evidence.witness.as_ref(),
    }
}

/// The chaperone of a consent, when they are a member of staff.
fn of_the_clinic(given: &Given) -> Option<(StaffId, &str)> {
    let present = given.evidence.chaperone.present.as_ref()?;
    Some((present.staff?, &present.name))
}
