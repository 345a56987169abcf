//! One consistent moment of the record, to look at.

use sqlx::{Sqlite, SqliteConnection, Transaction};

/// A snapshot: whatever is read through it belongs to one moment, whoever writes meanwhile.
pub struct Reading {
    transaction: Transaction<'static, Sqlite>,
}

impl Reading {
    pub(crate) fn new(transaction: Transaction<'static, Sqlite>) -> Self {
        Self { transaction }
    }

    /// The connection, for the queries of this room.
    pub(crate) fn conn(&mut self) -> &mut SqliteConnection {
        &mut self.transaction
    }

    pub(crate) fn into_transaction(self) -> Transaction<'static, Sqlite> {
        self.transaction
    }
}
