//! One business step: it knows who and when, every write in it leaves a trace, and only a commit keeps it.

use crate::{Error, Reading};
use clinic::ids::{PatientId, StaffId};
use clinic::staff::Role;
use clinic::{Ids, Moment};
use serde::Serialize;
use std::ops::{Deref, DerefMut};
use std::time::Instant;
use tokio::sync::OwnedMutexGuard;
use uuid::Uuid;

/// Who does it: a person, in the roles held at sign-on, in one session.
#[derive(Debug, Clone)]
pub struct Who {
    /// The person.
    pub staff: StaffId,
    /// The name as printed on papers.
    pub name: String,
    /// What the person may be.
    pub roles: Vec<Role>,
    /// The session, so that an audit reader can tell two sign-ons apart.
    pub session: Uuid,
}

/// What a write stands for in the audit trail.
#[derive(Debug)]
pub struct Event<'a, R: Serialize> {
    /// Noun and verb, such as `patient.register`.
    pub action: &'static str,
    /// Noun and id, such as `patient/0198…`.
    pub object: String,
    /// The version it replaced; none for something new or only read.
    pub old_version: Option<i64>,
    /// The version it made; none when nothing was changed.
    pub new_version: Option<i64>,
    /// Whose record it touched.
    pub patient: Option<PatientId>,
    /// Why, where a reason was asked for.
    pub purpose: Option<&'a str>,
    /// The request itself, stored so that the step could be replayed.
    pub request: &'a R,
}

impl<'a, R: Serialize> Event<'a, R> {
    /// The first version of something.
    pub fn first(action: &'static str, object: String, request: &'a R) -> Self {
        Self { action, object, old_version: None, new_version: Some(1), patient: None, purpose: None, request }
    }

    /// The version that follows `old`.
    pub fn next(action: &'static str, object: String, old: i64, request: &'a R) -> Self {
        Self { old_version: Some(old), new_version: Some(old + 1), ..Self::first(action, object, request) }
    }

    /// Something that was only looked at, or that has no versions.
    pub fn seen(action: &'static str, object: String, request: &'a R) -> Self {
        Self { new_version: None, ..Self::first(action, object, request) }
    }

    /// It touched this patient's record.
    #[must_use]
    pub fn about(self, patient: PatientId) -> Self {
        Self { patient: Some(patient), ..self }
    }

    /// It was done for this reason.
    #[must_use]
    pub fn because(self, purpose: &'a str) -> Self {
        Self { purpose: Some(purpose), ..self }
    }
}

/// One step in the making. Reads see what it has already written.
pub struct Writing {
    reading: Reading,
    pub(crate) who: Who,
    pub(crate) now: Moment,
    ids: OwnedMutexGuard<Ids>,
    pub(crate) seal: vault::Seal,
    pub(crate) head: Option<crate::audit::Head>,
    traces: usize,
    begun: Instant,
}

impl Writing {
    pub(crate) fn new(reading: Reading, who: Who, now: Moment, ids: OwnedMutexGuard<Ids>, seal: vault::Seal) -> Self {
        Self { reading, who, now, ids, seal, head: None, traces: 0, begun: Instant::now() }
    }

    /// Who does it.
    pub fn who(&self) -> &Who {
        &self.who
    }

    /// When it is done.
    pub fn now(&self) -> Moment {
        self.now
    }

    /// A new id; sorts after every id this room has made.
    pub fn id<Id: From<Uuid>>(&mut self) -> Id {
        self.ids.next(self.now)
    }

    /// Leaves the trace of one write. Every write of this room calls it; nothing else can.
    pub(crate) async fn trace<R: Serialize>(&mut self, event: Event<'_, R>) -> Result<(), Error> {
        crate::audit::append(self, &event).await?;
        self.traces += 1;
        Ok(())
    }

    /// Whether something has been written that a commit would keep.
    pub fn has_traces(&self) -> bool {
        self.traces > 0
    }

    /// Keeps the step, with its trail, in one durable commit.
    pub async fn commit(self) -> Result<(), Error> {
        if self.traces == 0 {
            return Err(Error::NoTrace);
        }
        self.reading.into_transaction().commit().await?;
        // How long others had to wait; `cargo xtask bench` adds these up.
        let took_us = u64::try_from(self.begun.elapsed().as_micros()).unwrap_or(u64::MAX);
        tracing::debug!(took_us, traces = self.traces, "a step was kept");
        Ok(())
    }
}

impl Deref for Writing {
    type Target = Reading;

    fn deref(&self) -> &Reading {
        &self.reading
    }
}

impl DerefMut for Writing {
    fn deref_mut(&mut self) -> &mut Reading {
        &mut self.reading
    }
}
