//! A consent that is taken back, and what the patient says later of what was taken.

use super::bytes;
use crate::{Error, Event, Writing};
use clinic::consent::{ConsentState, Given, Withdrawal};

impl Writing {
    /// Records that the patient takes it back. What was sealed stays as it is.
    ///
    /// # Errors
    /// [`Error::Stale`] when the consent was changed meanwhile.
    pub async fn withdraw_consent(&mut self, given: &Given, version: i64, how: &Withdrawal) -> Result<(), Error> {
        let consent = given.offered.consent;
        self.answer(consent, version, ConsentState::Withdrawn, Some(given), Some(bytes(how)?)).await?;
        let event = Event::next("consent.withdraw", format!("consent/{consent}"), version, how);
        self.trace(event.about(given.offered.identity.patient)).await
    }

    /// Records what the patient said later of what was taken; the withdrawal itself stays as it was written.
    ///
    /// # Errors
    /// [`Error::Stale`] when the consent was changed meanwhile.
    pub async fn answer_withdrawal(&mut self, given: &Given, version: i64, how: &Withdrawal) -> Result<(), Error> {
        let consent = given.offered.consent;
        self.answer(consent, version, ConsentState::Withdrawn, Some(given), Some(bytes(how)?)).await?;
        let event = Event::next("consent.wish", format!("consent/{consent}"), version, &how.answered);
        self.trace(event.about(given.offered.identity.patient)).await
    }
}
