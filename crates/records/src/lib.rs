//! The record room: all SQL, one file per noun, and the audit trail that no write can avoid.
//!
//! Two doors lead in. [`Records::reading`] shows one consistent moment; [`Records::writing`] is one business step, knows
//! who and when, and is undone when it is dropped. What stands in a noun's file hangs off these two.

pub mod adverse_event;
pub mod aftercare;
pub mod afterwards;
pub mod audit;
pub mod booking;
pub mod calling_off;
pub mod chaperone;
pub mod clinic;
pub mod collection;
mod columns;
pub mod conduct;
pub mod consent;
pub mod content;
pub mod countersignature;
pub mod critical;
pub mod downtime;
pub mod draft;
pub mod exam;
pub mod export;
pub mod follow_up;
pub mod further;
pub mod handoff;
pub mod incident;
pub mod label;
pub mod laboratory_call;
pub mod laboratory_value;
pub mod merge;
pub mod note;
pub mod order;
pub mod patient;
pub mod pin;
pub mod presence;
pub mod procedure;
pub mod questionnaire;
mod reading;
pub mod relabel;
pub mod requisition_scan;
pub mod result;
pub mod screening;
pub mod specimen;
pub mod staff;
pub mod symptom;
pub mod time_out;
pub mod today;
pub mod translation;
pub mod tube;
pub mod visit;
pub mod vitals;
mod writing;
pub mod wrong_patient;

pub use columns::{Stamp, Word};
pub use reading::Reading;
pub use writing::{Event, Who, Writing};

use ::clinic::Ids;
use sqlx::SqlitePool;
use std::sync::Arc;
use tokio::sync::Mutex;

/// Why the record room could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database itself failed.
    #[error("the database refused: {0}")]
    Database(#[from] sqlx::Error),
    /// A migration could not be applied.
    #[error("the vault could not be brought to this version: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// Somebody else changed it first.
    #[error("{0} has been changed meanwhile")]
    Stale(&'static str),
    /// It is not there.
    #[error("no such {0}")]
    NotFound(&'static str),
    /// A value that must be unique is already in use.
    #[error("that {0} is already in use")]
    Taken(&'static str),
    /// A step was about to be kept without a trace.
    #[error("a write without an audit entry was refused")]
    NoTrace,
    /// A stored value has a form that this version does not know.
    #[error("a stored value is damaged: {0}")]
    Damaged(String),
}

/// The open record room of one vault. Cheap to clone; every clone is the same room.
#[derive(Clone)]
pub struct Records {
    writer: SqlitePool,
    readers: SqlitePool,
    seal: vault::Seal,
    ids: Arc<Mutex<Ids>>,
}

impl Records {
    /// The room behind these connections: one that writes, and up to three that read.
    #[must_use]
    pub fn new(writer: SqlitePool, readers: SqlitePool, seal: vault::Seal, ids: Ids) -> Self {
        Self { writer, readers, seal, ids: Arc::new(Mutex::new(ids)) }
    }

    /// One consistent moment of the record.
    pub async fn reading(&self) -> Result<Reading, Error> {
        Ok(Reading::new(self.readers.begin().await?))
    }

    /// One business step by `who` at `now`. Waits for the step before it; dropped without commit, it never was.
    pub async fn writing(&self, who: &Who, now: ::clinic::Moment) -> Result<Writing, Error> {
        let ids = Arc::clone(&self.ids).lock_owned().await;
        let transaction = self.writer.begin_with("begin immediate").await?;
        Ok(Writing::new(Reading::new(transaction), who.clone(), now, ids, self.seal.clone()))
    }
}

impl Records {
    /// Finishes what is under way and closes every connection. Nothing can be read or written afterwards.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

/// Brings a vault to this version, on the maintenance connection.
pub async fn migrate(connection: &mut sqlx::SqliteConnection) -> Result<(), Error> {
    // Not `run`: its future cannot be shown to be `Send` for every lifetime, which the window's commands ask for.
    Ok(sqlx::migrate!("../../migrations").run_direct(None, connection, false).await?)
}

/// A broken unique constraint as [`Error::Taken`]; SQLite names no constraint, so each insert has at most one.
fn taken(problem: sqlx::Error, what: &'static str) -> Error {
    match problem.as_database_error() {
        Some(refused) if refused.is_unique_violation() => Error::Taken(what),
        _ => Error::Database(problem),
    }
}
