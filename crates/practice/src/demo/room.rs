//! The cast at work: whose desk it is, and what the clock says. The clock is moved by hand, the acts are the real ones.

use super::plan::instant;
use crate::station::Session;
use crate::{Desk, Refusal, Station};
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use clinic::premises::parse_zone;
use records::{Event, Who};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// A clock that stands where it was put, and never goes back.
#[derive(Clone, Default)]
pub(super) struct Hands(Arc<AtomicI64>);

impl Hands {
    pub(super) fn put(&self, instant: DateTime<Utc>) {
        self.0.fetch_max(instant.timestamp_millis(), Ordering::SeqCst);
    }

    pub(super) fn instant(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.0.load(Ordering::SeqCst)).unwrap_or_default()
    }

    pub(super) fn clock(&self) -> crate::Clock {
        let hands = self.clone();
        Arc::new(move || hands.instant())
    }
}

/// The fictional clinic at work.
///
/// Each act is done by whoever would do it. They share one unlocked vault, because two hundred and sixty mornings of
/// three passphrases would take minutes; what they sign on to is written down each morning all the same.
pub(super) struct Rooms {
    session: Arc<Session>,
    hands: Hands,
    zone: chrono_tz::Tz,
    urologist: Who,
    nurse: Who,
}

impl Rooms {
    /// The rooms of a station at which the urologist has signed on.
    pub(super) async fn open(station: &Station, hands: Hands, nurse: &str) -> Result<Self, Refusal> {
        let session = station.session().await.ok_or_else(Refusal::locked)?;
        let zone = parse_zone(&session.clinic().zone).map_err(|problem| Refusal::unexpected(&problem))?;
        let staff = session.records.reading().await?.staff().await?;
        let nurse = staff.into_iter().find(|person| person.sign_on_name == nurse);
        let nurse = nurse.ok_or_else(|| Refusal::not_found("nurse"))?;
        let urologist = session.who.clone();
        let nurse = Who { staff: nurse.staff_id, name: nurse.name, roles: nurse.roles, session: urologist.session };
        Ok(Self { session, hands, zone, urologist, nurse })
    }

    /// A new day: nurse and urologist sign on, each in a session of their own.
    pub(super) async fn begin_day(&mut self, date: NaiveDate, time: NaiveTime) -> Result<(), Refusal> {
        self.begin_day_at(instant(date, time, self.zone)).await
    }

    /// The same at an instant.
    pub(super) async fn begin_day_at(&mut self, instant: DateTime<Utc>) -> Result<(), Refusal> {
        self.hands.put(instant);
        for of_the_nurse in [true, false] {
            let who = if of_the_nurse { &self.nurse } else { &self.urologist };
            let desk = self.desk(who);
            let mut writing = desk.writing().await?;
            let session = writing.id();
            writing.note(Event::seen("sign-on", format!("staff/{}", desk.who.staff), &())).await?;
            writing.commit().await?;
            let who = if of_the_nurse { &mut self.nurse } else { &mut self.urologist };
            who.session = session;
        }
        Ok(())
    }

    /// Moves the clock to a time of a day, unless it is later already.
    pub(super) fn at(&self, date: NaiveDate, time: NaiveTime) {
        self.hands.put(instant(date, time, self.zone));
    }

    /// Lets `minutes` pass.
    pub(super) fn wait(&self, minutes: i64) {
        self.hands.put(self.hands.instant() + TimeDelta::minutes(minutes));
    }

    pub(super) fn nurse(&self) -> Desk {
        self.desk(&self.nurse)
    }

    pub(super) fn urologist(&self) -> Desk {
        self.desk(&self.urologist)
    }

    fn desk(&self, who: &Who) -> Desk {
        let mut desk = self.session.desk(self.hands.instant());
        desk.who = who.clone();
        desk
    }
}
