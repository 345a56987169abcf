//! What stands beside a sealed consent: who signed it by their own sign-on, who concurred before it, and the scanned paper.

use crate::{Error, Event, Reading, Stamp, Word, Writing};
use clinic::Moment;
use clinic::consent::{Clinician, Countersignature, Given, OwnSecret, ScanKind, SigningPart};
use clinic::ids::{ConsentId, PatientId, VisitId};
use serde::Serialize;
use uuid::Uuid;

/// A scanned paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scan {
    /// What kind of file it is.
    pub kind: ScanKind,
    /// The file.
    pub body: Vec<u8>,
}

struct Row {
    part: Word<SigningPart>,
    signed_by: Vec<u8>,
    how: Word<OwnSecret>,
    at: Stamp,
}

impl Reading {
    /// Who signed a consent beside the patient, in the order in which they did.
    pub async fn countersignatures_of(&mut self, consent: ConsentId) -> Result<Vec<Countersignature>, Error> {
        let id = Uuid::from(consent);
        let rows = sqlx::query_as!(
            Row,
            r#"
            select
                part as "part: Word<SigningPart>",
                signed_by,
                how as "how: Word<OwnSecret>",
                at as "at: Stamp"
            from countersignature
            where consent = ?
            order by at, part
            "#,
            id,
        )
        .fetch_all(self.conn())
        .await?;
        let signed = |row: Row| {
            let by = person(&row.signed_by)?;
            Ok(Countersignature { part: row.part.0, by, how: row.how.0, at: row.at.into() })
        };
        rows.into_iter().map(signed).collect()
    }

    /// Who concurred that a patient under 18 be massaged at this visit, and when.
    pub async fn concurrence_of(&mut self, visit: VisitId) -> Result<Option<(Clinician, Moment)>, Error> {
        let id = Uuid::from(visit);
        let row = sqlx::query!(r#"select concurred_by, at as "at: Stamp" from concurrence where visit = ?"#, id)
            .fetch_optional(self.conn())
            .await?;
        row.map(|row| Ok((person(&row.concurred_by)?, row.at.into()))).transpose()
    }

    /// The scanned paper of a consent, where it was signed by hand.
    pub async fn consent_scan(&mut self, consent: ConsentId) -> Result<Option<Scan>, Error> {
        let id = Uuid::from(consent);
        let row =
            sqlx::query!(r#"select kind as "kind: Word<ScanKind>", body from consent_scan where consent = ?"#, id)
                .fetch_optional(self.conn())
                .await?;
        Ok(row.map(|row| Scan { kind: row.kind.0, body: row.body }))
    }
}

impl Writing {
    /// Somebody signs a consent beside the patient.
    ///
    /// # Errors
    /// [`Error::Stale`] when somebody signed as the same meanwhile.
    pub async fn countersign(&mut self, given: &Given, signature: &Countersignature) -> Result<(), Error> {
        let consent = given.offered.consent;
        if self.countersignatures_of(consent).await?.iter().any(|known| known.part == signature.part) {
            return Err(Error::Stale("signature"));
        }
        let (id, staff) = (Uuid::from(consent), Uuid::from(signature.by.staff));
        let (part, how, at) = (Word(signature.part), Word(signature.how), Stamp::from(signature.at));
        let signed_by = bytes(&signature.by)?;
        sqlx::query!(
            "insert into countersignature (consent, part, staff, signed_by, how, at) values (?, ?, ?, ?, ?, ?)",
            id,
            part,
            staff,
            signed_by,
            how,
            at,
        )
        .execute(self.conn())
        .await?;
        let event = Event::seen("consent.countersign", format!("consent/{consent}"), signature);
        self.trace(event.about(given.offered.identity.patient)).await
    }

    /// A second clinician concurs that a patient under 18 be massaged at this visit.
    ///
    /// # Errors
    /// [`Error::Stale`] when somebody concurred meanwhile.
    pub async fn concur(&mut self, visit: VisitId, patient: PatientId, by: &Clinician) -> Result<(), Error> {
        if self.concurrence_of(visit).await?.is_some() {
            return Err(Error::Stale("concurrence"));
        }
        let (id, staff, at) = (Uuid::from(visit), Uuid::from(by.staff), Stamp::from(self.now));
        let who = bytes(by)?;
        sqlx::query!(
            "insert into concurrence (visit, staff, concurred_by, at) values (?, ?, ?, ?)",
            id,
            staff,
            who,
            at,
        )
        .execute(self.conn())
        .await?;
        self.trace(Event::seen("consent.concur", format!("visit/{visit}"), by).about(patient)).await
    }

    /// Keeps the scan of a signed paper, in the step that gives the consent.
    pub async fn keep_scan(&mut self, given: &Given, scan: &Scan) -> Result<(), Error> {
        #[derive(Serialize)]
        struct Kept {
            kind: ScanKind,
            bytes: usize,
        }
        let (id, kind) = (Uuid::from(given.offered.consent), Word(scan.kind));
        sqlx::query!("insert into consent_scan (consent, kind, body) values (?, ?, ?)", id, kind, scan.body)
            .execute(self.conn())
            .await?;
        let kept = Kept { kind: scan.kind, bytes: scan.body.len() };
        let event = Event::seen("consent.scan", format!("consent/{}", given.offered.consent), &kept);
        self.trace(event.about(given.offered.identity.patient)).await
    }
}

fn person(bytes: &[u8]) -> Result<Clinician, Error> {
    serde_json::from_slice(bytes).map_err(|problem| Error::Damaged(format!("who signed a consent: {problem}")))
}

fn bytes(person: &Clinician) -> Result<Vec<u8>, Error> {
    serde_json::to_vec(person).map_err(|problem| Error::Damaged(problem.to_string()))
}
