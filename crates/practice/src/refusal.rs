//! The one error that people see: a stable code, a sentence that says what to do next, and the fields it is about.

use serde::{Deserialize, Serialize};
use std::sync::atomic::{AtomicU32, Ordering};

/// Why an act was refused, for the window and for `--json` alike.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize, specta::Type)]
#[error("{message}")]
#[serde(rename_all = "camelCase")]
pub struct Refusal {
    /// Stable kebab-case code.
    pub code: String,
    /// What to do next, in one or two sentences.
    pub message: String,
    /// What stands beside which field.
    pub fields: Vec<FieldRefusal>,
    /// Number under which an unexpected cause stands in the log.
    pub incident: Option<String>,
}

/// A refusal that belongs beside one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct FieldRefusal {
    /// The field's name in the request.
    pub field: String,
    /// What to do, in words.
    pub message: String,
}

impl Refusal {
    /// A refusal of the whole act.
    pub fn new(code: &str, message: impl Into<String>) -> Self {
        Self { code: code.to_owned(), message: message.into(), fields: Vec::new(), incident: None }
    }

    /// A refusal that stands beside one field.
    pub fn field(field: &str, code: &str, message: impl Into<String>) -> Self {
        let message = message.into();
        let beside = FieldRefusal { field: field.to_owned(), message: message.clone() };
        Self { fields: vec![beside], ..Self::new(code, message) }
    }

    /// The same, beside this field and no other.
    #[must_use]
    pub fn beside(self, field: &str) -> Self {
        let fields = vec![FieldRefusal { field: field.to_owned(), message: self.message.clone() }];
        Self { fields, ..self }
    }

    /// The refusal for something that should not have happened. The cause goes to the log under the number shown.
    pub fn unexpected(cause: &dyn std::error::Error) -> Self {
        static INCIDENTS: AtomicU32 = AtomicU32::new(1);
        let incident = format!("I-{:04}", INCIDENTS.fetch_add(1, Ordering::Relaxed));
        tracing::error!(incident, cause = %cause, "an act failed unexpectedly");
        let message = format!(
            "Something went wrong that should not have (incident {incident}). Nothing you typed is lost; try again, \
             and tell your administrator the number if it returns."
        );
        Self { incident: Some(incident), ..Self::new("unexpected", message) }
    }

    /// The station is locked.
    pub fn locked() -> Self {
        Self::new("locked", "The station is locked. Sign on to go on; what you typed is kept.")
    }

    /// There is no such thing, or no longer.
    pub fn not_found(what: &str) -> Self {
        Self::new("not-found", format!("There is no such {what} in this vault."))
    }
}

impl From<records::Error> for Refusal {
    fn from(problem: records::Error) -> Self {
        match problem {
            records::Error::Stale(what) => Self::new(
                "stale",
                format!("This {what} has just been changed elsewhere. Look at it again, then repeat."),
            ),
            records::Error::NotFound(what) => Self::not_found(what),
            records::Error::Taken(what) => Self::new("taken", format!("That {what} is already in use.")),
            records::Error::Database(cause) if vault::is_damage(&cause) => {
                tracing::error!(%cause, "the database is damaged");
                Self::new(
                    "vault-damaged",
                    "The database of this vault is damaged. Stop working in it, keep the folder, and go back to the last copy.",
                )
            }
            other => Self::unexpected(&other),
        }
    }
}
