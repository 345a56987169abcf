//! Consents: what was asked, the sealed bytes of what was given, and how each ended.

mod view;

pub use view::{ConsentView, DeclineView, ExpiryView, GivenView};

use crate::{Error, Event, Reading, Records, Stamp, Word, Writing};
use clinic::Moment;
use clinic::canonical::{PartDigest, SealFault, Sealed, faults, seal};
use clinic::consent::{Consent, ConsentState, Given, Offered};
use clinic::ids::{ConsentId, PatientId, ProcedureId, VisitId};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// A consent, loaded to be changed.
#[derive(Debug, Clone)]
pub struct StoredConsent {
    /// As it stands now.
    pub consent: Consent,
    /// The version that was read.
    pub version: i64,
    /// The seal over what was given.
    pub sealed: Option<Sealed>,
}

struct Row {
    state: Word<ConsentState>,
    offered: Vec<u8>,
    ending: Option<Vec<u8>>,
    version: i64,
    ended_at: Option<Stamp>,
    form: Option<Vec<u8>>,
    sha256: Option<String>,
    mac: Option<String>,
    parts: Option<String>,
}

impl Row {
    fn read(self, now: Moment) -> Result<StoredConsent, Error> {
        let consent = match self.state.0 {
            ConsentState::Offered => Consent::Offered(json(&self.offered, "offer")?),
            ConsentState::Declined => {
                let DeclineView { at, recorded_by, reason } =
                    json(self.ending.as_deref().unwrap_or_default(), "refusal")?;
                Consent::Declined { offered: json(&self.offered, "offer")?, at, recorded_by, reason }
            }
            ConsentState::Given | ConsentState::Expired => Consent::Given(given(self.form.as_deref())?),
            ConsentState::Withdrawn => {
                let withdrawal = json(self.ending.as_deref().unwrap_or_default(), "withdrawal")?;
                Consent::Withdrawn { given: given(self.form.as_deref())?, withdrawal }
            }
        };
        let sealed = match (self.sha256, self.mac, self.parts) {
            (Some(sha256), Some(mac), Some(parts)) => {
                Some(Sealed { sha256, mac, parts: json(parts.as_bytes(), "seal")? })
            }
            _ => None,
        };
        let ended = self.ended_at.map(Moment::from);
        Ok(StoredConsent { consent: consent.as_of(now, ended), version: self.version, sealed })
    }
}

fn given(form: Option<&[u8]>) -> Result<Box<Given>, Error> {
    // A form that no longer reads is no consent: whoever relies on it is refused, and the check of its seal says why.
    let read = form.and_then(Given::read);
    read.map(Box::new).ok_or_else(|| Error::Damaged("a sealed consent cannot be read".to_owned()))
}

fn json<T: for<'a> Deserialize<'a>>(bytes: &[u8], what: &str) -> Result<T, Error> {
    serde_json::from_slice(bytes).map_err(|problem| Error::Damaged(format!("{what} of a consent: {problem}")))
}

fn bytes(value: &impl Serialize) -> Result<Vec<u8>, Error> {
    serde_json::to_vec(value).map_err(|problem| Error::Damaged(problem.to_string()))
}

pub(crate) fn digest(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// Consents with their seals, chosen and ordered by what follows.
macro_rules! consents {
    ($which:literal, $bound:expr) => {
        sqlx::query_as!(
            Row,
            r#"
            select
                consent.state as "state: Word<ConsentState>",
                consent.offered,
                consent.ending,
                consent.version,
                visit.ended_at as "ended_at: Stamp",
                consent_seal.form as "form?",
                consent_seal.sha256 as "sha256?",
                consent_seal.mac as "mac?",
                consent_seal.parts as "parts?"
            from consent
            join visit on visit.id = consent.visit
            left join consent_seal on consent_seal.consent = consent.id
            "#
                + $which,
            $bound
        )
    };
}

impl Reading {
    /// Every consent of a visit as it stands at `now`, in the order in which they were asked.
    pub async fn consents_of(&mut self, visit: VisitId, now: Moment) -> Result<Vec<StoredConsent>, Error> {
        let id = Uuid::from(visit);
        let rows = consents!("where consent.visit = ? order by consent.offered_at, consent.id", id)
            .fetch_all(self.conn())
            .await?;
        rows.into_iter().map(|row| row.read(now)).collect()
    }

    /// One consent as it stands at `now`.
    pub async fn consent(&mut self, consent: ConsentId, now: Moment) -> Result<StoredConsent, Error> {
        let id = Uuid::from(consent);
        let row = consents!("where consent.id = ?", id).fetch_optional(self.conn()).await?;
        row.ok_or(Error::NotFound("consent"))?.read(now)
    }
}

impl Writing {
    /// Asks for a consent.
    pub async fn offer_consent(&mut self, offered: &Offered) -> Result<(), Error> {
        let id = Uuid::from(offered.consent);
        let (visit, procedure) = (Uuid::from(offered.visit), Uuid::from(offered.procedure));
        let patient = Uuid::from(offered.identity.patient);
        let state = Word(ConsentState::Offered);
        let body = bytes(offered)?;
        let at = Stamp::from(offered.offered_at);
        sqlx::query!(
            "
            insert into consent (id, visit, procedure, patient, state, text_sha256, offered, offered_at, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, 1)
            ",
            id,
            visit,
            procedure,
            patient,
            state,
            offered.text_sha256,
            body,
            at,
        )
        .execute(self.conn())
        .await?;
        self.trace(Event::first("consent.offer", format!("consent/{id}"), offered).about(offered.identity.patient))
            .await
    }

    /// Seals what was given. The seal is returned, so that it can be shown at once.
    ///
    /// # Errors
    /// [`Error::Stale`] when the consent was answered meanwhile.
    pub async fn give_consent(&mut self, given: &Given, version: i64) -> Result<Sealed, Error> {
        let id = Uuid::from(given.offered.consent);
        let form = given.canonical().map_err(|problem| Error::Damaged(problem.to_string()))?;
        let sealed = seal(form.as_bytes(), digest, |bytes| self.seal.mac(bytes));
        self.answer(given.offered.consent, version, ConsentState::Given, Some(given), None).await?;
        let parts = serde_json::to_string(&sealed.parts).map_err(|problem| Error::Damaged(problem.to_string()))?;
        let content = form.as_bytes();
        sqlx::query!(
            "insert into consent_seal (consent, form, sha256, mac, parts) values (?, ?, ?, ?, ?)",
            id,
            content,
            sealed.sha256,
            sealed.mac,
            parts,
        )
        .execute(self.conn())
        .await?;
        let event = Event::next("consent.give", format!("consent/{id}"), version, given);
        self.trace(event.about(given.offered.identity.patient)).await?;
        Ok(sealed)
    }

    /// Records that the patient declines.
    ///
    /// # Errors
    /// [`Error::Stale`] when the consent was answered meanwhile.
    pub async fn decline_consent(&mut self, offered: &Offered, version: i64, how: &DeclineView) -> Result<(), Error> {
        self.answer(offered.consent, version, ConsentState::Declined, None, Some(bytes(how)?)).await?;
        let event = Event::next("consent.decline", format!("consent/{}", offered.consent), version, how);
        self.trace(event.about(offered.identity.patient)).await
    }

    async fn answer(
        &mut self,
        consent: ConsentId,
        version: i64,
        state: ConsentState,
        given: Option<&Given>,
        ending: Option<Vec<u8>>,
    ) -> Result<(), Error> {
        let id = Uuid::from(consent);
        let state = Word(state);
        let given_at = given.map(|given| Stamp::from(given.at));
        let recorded_by = given.map_or_else(|| self.who().staff, |given| given.recorded_by.staff);
        let recorded_by = Uuid::from(recorded_by);
        let changed = sqlx::query!(
            "
            update consent
            set state = ?, given_at = ?, recorded_by = ?, ending = ?, version = version + 1
            where id = ? and version = ?
            ",
            state,
            given_at,
            recorded_by,
            ending,
            id,
            version,
        )
        .execute(self.conn())
        .await?
        .rows_affected();
        if changed == 0 { Err(Error::Stale("consent")) } else { Ok(()) }
    }
}

impl Records {
    /// Checks a sealed consent: its bytes against their digests, and the columns beside them against the bytes. Empty
    /// when everything stands as it was sealed.
    pub async fn consent_faults(&self, consent: ConsentId) -> Result<Vec<SealFault>, Error> {
        let mut reading = self.reading().await?;
        let id = Uuid::from(consent);
        let row = sqlx::query!(
            r#"
            select
                consent.visit as "visit: Uuid",
                consent.procedure as "procedure: Uuid",
                consent.patient as "patient: Uuid",
                consent.text_sha256,
                consent.given_at as "given_at: Stamp",
                consent.recorded_by as "recorded_by: Uuid",
                consent_seal.form,
                consent_seal.sha256,
                consent_seal.mac,
                consent_seal.parts
            from consent
            join consent_seal on consent_seal.consent = consent.id
            where consent.id = ?
            "#,
            id,
        )
        .fetch_optional(reading.conn())
        .await?
        .ok_or(Error::NotFound("sealed consent"))?;
        // A list of digests that cannot be read is an empty one: every part is then reported.
        let parts: Vec<PartDigest> = serde_json::from_str(&row.parts).unwrap_or_default();
        let sealed = Sealed { sha256: row.sha256, mac: row.mac, parts };
        let mut found = faults(&row.form, &sealed, digest, |bytes| self.seal.mac(bytes));
        if let Some(given) = Given::read(&row.form).filter(|_| found.is_empty()) {
            let offered = &given.offered;
            let columns = [
                ("consent", offered.consent == consent),
                ("visit", offered.visit == VisitId::from(row.visit)),
                ("procedure", offered.procedure == ProcedureId::from(row.procedure)),
                ("patient", offered.identity.patient == PatientId::from(row.patient)),
                ("text_sha256", offered.text_sha256 == row.text_sha256),
                ("given_at", row.given_at.map(Moment::from) == Some(given.at)),
                ("recorded_by", row.recorded_by.map(Into::into) == Some(given.recorded_by.staff)),
            ];
            let differs = columns.into_iter().filter(|(_, same)| !same);
            found.extend(differs.map(|(name, _)| SealFault::Column { name: name.to_owned() }));
        }
        Ok(found)
    }
}

mod withdrawal;

#[cfg(test)]
mod tests;
