//! What somebody is typing: kept within two seconds, in the vault, and gone with the act that uses it.
//!
//! The one table that is written without a trace. A draft is not yet part of anybody's record.

use crate::{Error, Reading, Records, Stamp, Who, Writing};
use clinic::Moment;
use serde::Serialize;
use uuid::Uuid;

/// A draft as its screen takes it up again.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct DraftView {
    /// The screen's own JSON.
    pub body: String,
    /// When it was last kept.
    pub saved_at: Stamp,
}

impl Records {
    /// Keeps what `who` is typing at `place` about `subject`, over what was kept there before.
    pub async fn keep_draft(
        &self,
        who: &Who,
        place: &str,
        subject: &str,
        body: &str,
        now: Moment,
    ) -> Result<(), Error> {
        let staff = Uuid::from(who.staff);
        let saved_at = Stamp::from(now);
        sqlx::query!(
            "
            insert into draft (staff, place, subject, body, saved_at) values (?, ?, ?, ?, ?)
            on conflict (staff, place, subject) do update set body = excluded.body, saved_at = excluded.saved_at
            ",
            staff,
            place,
            subject,
            body,
            saved_at,
        )
        .execute(&self.writer)
        .await?;
        Ok(())
    }
}

impl Reading {
    /// What `who` was typing there.
    pub async fn draft(&mut self, who: &Who, place: &str, subject: &str) -> Result<Option<DraftView>, Error> {
        let staff = Uuid::from(who.staff);
        Ok(sqlx::query_as!(
            DraftView,
            r#"
            select body, saved_at as "saved_at: Stamp"
            from draft
            where staff = ? and place = ? and subject = ?
            "#,
            staff,
            place,
            subject,
        )
        .fetch_optional(self.conn())
        .await?)
    }
}

impl Writing {
    /// The step has used the draft of `place` and `subject`: it goes with the same commit.
    pub async fn use_draft(&mut self, place: &str, subject: &str) -> Result<(), Error> {
        let staff = Uuid::from(self.who().staff);
        sqlx::query!("delete from draft where staff = ? and place = ? and subject = ?", staff, place, subject)
            .execute(self.conn())
            .await?;
        Ok(())
    }
}
