//! The day around a visit: who referred the patient, the papers made before and after, and where post is sent.

use crate::{Error, Event, Reading, Stamp, Writing};
use clinic::Moment;
use clinic::ids::{PatientId, VisitId};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// Who referred a patient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Referrer {
    /// The clinician, or the practice.
    pub name: String,
    /// Where post reaches them, a line each; may be empty.
    pub address: String,
    /// A number or an address of another kind; may be empty.
    pub contact: String,
}

/// Which paper of the day around a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum BookingPaperKind {
    /// What to do before.
    Preparation,
    /// To whoever referred.
    Letter,
}

impl BookingPaperKind {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Preparation => "preparation",
            Self::Letter => "letter",
        }
    }
}

/// A paper that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct BookingPaper {
    /// Which.
    pub kind: BookingPaperKind,
    /// In which language and version, or to whom and from which note.
    pub said: String,
    /// The file in the folder for papers.
    pub file: String,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: String,
}

impl Reading {
    /// Who referred the patient to a visit, as it was said last.
    pub async fn referrer_of(&mut self, visit: VisitId) -> Result<Option<Referrer>, Error> {
        let id = Uuid::from(visit);
        Ok(sqlx::query_as!(
            Referrer,
            "select name, address, contact from referrer where visit = ? order by place desc limit 1",
            id,
        )
        .fetch_optional(self.conn())
        .await?)
    }

    /// The papers of a visit, in the order in which they were made.
    pub async fn booking_papers_of(&mut self, visit: VisitId) -> Result<Vec<BookingPaper>, Error> {
        let id = Uuid::from(visit);
        let rows = sqlx::query!(
            r#"
            select paper.kind, paper.said, paper.file, paper.at as "at: Stamp", staff.name
            from booking_paper paper
            join staff on staff.id = paper.staff
            where paper.visit = ?
            order by paper.place
            "#,
            id,
        )
        .fetch_all(self.conn())
        .await?;
        let read = rows.into_iter().map(|row| BookingPaper {
            kind: if row.kind == "letter" { BookingPaperKind::Letter } else { BookingPaperKind::Preparation },
            said: row.said,
            file: row.file,
            at: row.at.into(),
            by: row.name,
        });
        Ok(read.collect())
    }

    /// Where a patient wants post sent, a line each; none when it goes home.
    pub async fn post_address_of(&mut self, patient: PatientId) -> Result<Option<String>, Error> {
        let id = Uuid::from(patient);
        let lines =
            sqlx::query_scalar!("select lines from post_address where patient = ? order by place desc limit 1", id,)
                .fetch_optional(self.conn())
                .await?;
        Ok(lines.filter(|lines| !lines.is_empty()))
    }
}

impl Writing {
    /// Keeps who referred the patient to a visit.
    pub async fn keep_referrer(&mut self, visit: VisitId, patient: PatientId, who: &Referrer) -> Result<(), Error> {
        let id = Uuid::from(visit);
        let (at, staff) = (Stamp::from(self.now()), Uuid::from(self.who().staff));
        sqlx::query!(
            "
            insert into referrer (visit, place, name, address, contact, at, staff)
            values (?1, (select coalesce(max(place), 0) + 1 from referrer where visit = ?1), ?2, ?3, ?4, ?5, ?6)
            ",
            id,
            who.name,
            who.address,
            who.contact,
            at,
            staff,
        )
        .execute(self.conn())
        .await?;
        self.trace(Event::first("visit.referrer", format!("visit/{visit}"), who).about(patient)).await
    }

    /// Keeps that a paper was made: what it said, and to whom or in which language. The trail says so too.
    pub async fn keep_booking_paper(
        &mut self,
        (visit, patient): (VisitId, PatientId),
        (kind, said): (BookingPaperKind, &str),
        body: &impl Serialize,
        file: &str,
    ) -> Result<(), Error> {
        let id = Uuid::from(visit);
        let body = serde_json::to_string(body).map_err(|problem| Error::Damaged(problem.to_string()))?;
        let sha256 = Sha256::digest(body.as_bytes()).to_vec();
        let word = kind.as_str();
        let (at, staff) = (Stamp::from(self.now()), Uuid::from(self.who().staff));
        sqlx::query!(
            "
            insert into booking_paper (visit, place, kind, said, body, sha256, file, at, staff)
            values (?1, (select coalesce(max(place), 0) + 1 from booking_paper where visit = ?1), ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            ",
            id,
            word,
            said,
            body,
            sha256,
            file,
            at,
            staff,
        )
        .execute(self.conn())
        .await?;
        let action = match kind {
            BookingPaperKind::Preparation => "preparation.make",
            BookingPaperKind::Letter => "letter.make",
        };
        self.trace(Event::first(action, format!("visit/{visit}"), &(said, file)).about(patient).because(said)).await
    }

    /// Keeps where a patient wants post sent; nothing sends it home again.
    pub async fn keep_post_address(&mut self, patient: PatientId, lines: &str) -> Result<(), Error> {
        let id = Uuid::from(patient);
        let (at, staff) = (Stamp::from(self.now()), Uuid::from(self.who().staff));
        sqlx::query!(
            "
            insert into post_address (patient, place, lines, at, staff)
            values (?1, (select coalesce(max(place), 0) + 1 from post_address where patient = ?1), ?2, ?3, ?4)
            ",
            id,
            lines,
            at,
            staff,
        )
        .execute(self.conn())
        .await?;
        self.trace(Event::first("patient.post-address", format!("patient/{id}"), &lines).about(patient)).await
    }
}
