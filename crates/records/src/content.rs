//! Which editions of the clinical content were adopted, and by whom.

use crate::{Error, Event, Reading, Stamp, Writing};
use clinic::Moment;
use serde::Serialize;
use uuid::Uuid;

/// An edition as a urologist adopted it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Adoption {
    /// Each file with its version.
    pub versions: String,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: String,
}

impl Reading {
    /// The adoption of an edition, if a urologist has adopted it.
    pub async fn adoption_of(&mut self, edition: [u8; 32]) -> Result<Option<Adoption>, Error> {
        let edition = &edition[..];
        Ok(sqlx::query_as!(
            Adoption,
            r#"
            select versions, content_adoption.at as "at: Stamp", staff.name as by
            from content_adoption
            join staff on staff.id = content_adoption.staff
            where edition = ?
            "#,
            edition,
        )
        .fetch_optional(self.conn())
        .await?)
    }
}

impl Writing {
    /// Adopts an edition.
    ///
    /// # Errors
    /// [`Error::Taken`] when it was adopted already.
    pub async fn adopt_content(&mut self, edition: [u8; 32], versions: &str) -> Result<(), Error> {
        let digest = &edition[..];
        let (at, staff) = (Stamp::from(self.now()), Uuid::from(self.who().staff));
        sqlx::query!(
            "insert into content_adoption (edition, versions, at, staff) values (?, ?, ?, ?)",
            digest,
            versions,
            at,
            staff,
        )
        .execute(self.conn())
        .await
        .map_err(|problem| crate::taken(problem, "content adoption"))?;
        let object = format!("content/{}", &crate::audit::hex(&edition)[..16]);
        self.trace(Event::first("content.adopt", object, &versions)).await
    }
}
