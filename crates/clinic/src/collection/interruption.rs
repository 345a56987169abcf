//! A massage whose end nobody saw: the station stopped while it ran, and the next start asks what happened.

use super::{Collection, CollectionEvent, CollectionRefusal, MassageAccount};
use crate::Moment;
use crate::ids::StaffId;

/// The station stopped during a massage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interruption {
    /// When the massage had begun.
    pub began: Moment,
    /// The last the station is known to have been alive.
    pub stopped: Moment,
}

impl Collection {
    /// Whether a massage was begun before the station was opened at `opened`, and has no end. `last_alive` is the last
    /// sign of life the station left, if any.
    #[must_use]
    pub fn interruption(&self, opened: Moment, last_alive: Option<Moment>) -> Option<Interruption> {
        let begun = self.record.iter().rev().find(|recorded| recorded.event == CollectionEvent::MassageStarted)?;
        let interrupted = self.massage_runs() && begun.at < opened;
        let stopped = last_alive.filter(|alive| (begun.at..=opened).contains(alive)).unwrap_or(begun.at);
        interrupted.then_some(Interruption { began: begun.at, stopped })
    }

    /// Somebody who was there says what happened. No duration is reckoned from it: nobody observed one.
    ///
    /// # Errors
    /// When no massage is without its end.
    pub fn account_for(self, account: MassageAccount, now: Moment, by: StaffId) -> Result<Self, CollectionRefusal> {
        if !self.massage_runs() {
            return Err(CollectionRefusal::NoMassageRuns);
        }
        Ok(self.with(now, by, CollectionEvent::MassageAccountedFor { account }))
    }
}
