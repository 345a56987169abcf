//! One act's place to stand: who, when, the open record, and the clinic it is in.

use crate::Refusal;
use crate::permission::{self, Deed};
use crate::station::{Places, Session};
use chrono::NaiveDate;
use clinic::Moment;
use records::clinic::{ClinicView, KitPaper};
use records::{Records, Who, Writing};
use std::sync::Arc;

/// A signed-on person at one moment. Made by [`crate::Station::desk`] for each act.
pub struct Desk {
    /// Who acts.
    pub who: Who,
    /// When, in the clinic's zone.
    pub now: Moment,
    /// The open record room.
    pub records: Records,
    /// The clinic.
    pub clinic: ClinicView,
    /// Where papers and orders go.
    pub places: Places,
    pub(crate) session: Arc<Session>,
}

impl Desk {
    /// Refuses unless the person may do it.
    pub fn may(&self, deed: Deed) -> Result<(), Refusal> {
        if permission::may(&self.who.roles, deed) {
            return Ok(());
        }
        let roles = self.who.roles.iter().map(|role| role.as_str()).collect::<Vec<_>>().join(" and ");
        Err(Refusal::new("not-permitted", format!("As {roles} you may not do this. Ask a colleague who may.")))
    }

    /// One business step by this person, now.
    pub async fn writing(&self) -> Result<Writing, Refusal> {
        Ok(self.records.writing(&self.who, self.now).await?)
    }

    /// When this sign-on began.
    pub fn opened_at(&self) -> Moment {
        self.session.opened_at()
    }

    /// The clinic's day.
    pub fn today(&self) -> NaiveDate {
        self.now.date()
    }

    /// Refuses before the recovery kit is on paper: a clinic without one could lose every record it makes.
    pub async fn kit_confirmed(&self) -> Result<(), Refusal> {
        let what = match self.records.reading().await?.kit_paper().await? {
            KitPaper::Confirmed => return Ok(()),
            KitPaper::Asked(_) => "print the recovery kit and type back the two groups that are asked for",
            KitPaper::Missing => "have an administrator make a new recovery kit and print it",
        };
        Err(Refusal::new("kit-not-confirmed", format!("Before the next patient is registered, {what}.")))
    }
}
