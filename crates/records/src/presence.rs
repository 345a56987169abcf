//! A chaperone's own word for being there: given after the consent was sealed, and kept beside it.

use crate::{Error, Event, Reading, Stamp, Word, Writing};
use clinic::Moment;
use clinic::consent::Given;
use clinic::consent::chaperone::PresenceConfirmed;
use clinic::ids::{ConsentId, StaffId};
use serde::Serialize;
use uuid::Uuid;

/// Who confirmed being there as chaperone, how and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Presence {
    /// The chaperone.
    pub staff: StaffId,
    /// By which of their own secrets.
    pub how: PresenceConfirmed,
    /// When.
    pub at: Moment,
}

impl Reading {
    /// What the chaperone of this consent confirmed; none when nobody did, which says nothing of who was there.
    pub async fn presence_of(&mut self, consent: ConsentId) -> Result<Option<Presence>, Error> {
        let id = Uuid::from(consent);
        let row = sqlx::query!(
            r#"
            select
                staff as "staff: Uuid",
                how as "how: Word<PresenceConfirmed>",
                confirmed_at as "confirmed_at: Stamp"
            from presence
            where consent = ?
            "#,
            id,
        )
        .fetch_optional(self.conn())
        .await?;
        Ok(row.map(|row| Presence { staff: row.staff.into(), how: row.how.0, at: row.confirmed_at.into() }))
    }
}

impl Writing {
    /// The chaperone of a consent confirms being there, now.
    ///
    /// # Errors
    /// [`Error::Stale`] when it was confirmed meanwhile.
    pub async fn confirm_presence(
        &mut self,
        given: &Given,
        staff: StaffId,
        how: PresenceConfirmed,
    ) -> Result<(), Error> {
        #[derive(Serialize)]
        struct Confirmed {
            chaperone: StaffId,
            how: PresenceConfirmed,
        }
        let (consent, person) = (Uuid::from(given.offered.consent), Uuid::from(staff));
        let (word, at) = (Word(how), Stamp::from(self.now));
        sqlx::query!(
            "insert into presence (consent, staff, how, confirmed_at) values (?, ?, ?, ?)",
            consent,
            person,
            word,
            at,
        )
        .execute(self.conn())
        .await
        .map_err(once)?;
        let confirmed = Confirmed { chaperone: staff, how };
        let event = Event::seen("chaperone.confirm-presence", format!("consent/{consent}"), &confirmed);
        self.trace(event.about(given.offered.identity.patient)).await
    }
}

fn once(problem: sqlx::Error) -> Error {
    match problem.as_database_error() {
        Some(refused) if refused.is_unique_violation() || refused.message().contains("confirmed once") => {
            Error::Stale("consent")
        }
        _ => Error::Database(problem),
    }
}
