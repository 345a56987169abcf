//! A laboratory's results, ORU^R01 of HL7 v2.3 to v2.5.1, as they were said. Nothing is judged here: units, organisms and
//! numbers stay text, and what belongs to whom is for the practice to find.

mod observation;
mod segments;

pub use observation::{Attachment, Observation, ObservationStatus, ReportedCode, ReportedValue};

use super::reading::{Message, Unreadable};
use segments::gather;

/// A message of results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultMessage {
    /// The header.
    pub header: Header,
    /// Who is meant, as far as it is said.
    pub patient: ReportedPatient,
    /// Every test, in its order.
    pub tests: Vec<ReportedTest>,
}

/// What every message says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Header {
    /// MSH-3 to 6: the sending program and house, the receiving program and house, each as name, identifier and its kind.
    pub route: [[String; 3]; 4],
    /// MSH-7 as written.
    pub sent: String,
    /// MSH-9.1, such as `ORU`.
    pub kind: String,
    /// MSH-9.2, such as `R01`.
    pub event: String,
    /// MSH-10: the number that the answer names.
    pub control_id: String,
    /// MSH-11.1: `P` is meant, `T` and `D` are not.
    pub processing: String,
    /// MSH-12.1.
    pub version: String,
    /// MSH-15: when the sender wants to hear that it was stored.
    pub accept_wanted: String,
    /// MSH-16: when the sender wants to hear what became of it.
    pub application_wanted: String,
}

/// Who the results are of (PID). Everything may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReportedPatient {
    /// PID-3, and PID-2 and 4 of older versions: every number.
    pub numbers: Vec<String>,
    /// PID-5: every name as family and given.
    pub names: Vec<(String, String)>,
    /// PID-7 as written.
    pub birth_date: String,
    /// PID-8.
    pub sex: String,
}

/// One test and what came of it (OBR and what follows it).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReportedTest {
    /// The clinic's order number: OBR-2, else ORC-2.
    pub placer: String,
    /// The number of the whole set: ORC-4.
    pub group: String,
    /// The laboratory's own number: OBR-3, else ORC-3.
    pub filler: String,
    /// OBR-4.
    pub test: ReportedCode,
    /// OBR-7 as written.
    pub collected: String,
    /// OBR-22 as written.
    pub reported: String,
    /// OBR-25; empty when it is not said.
    pub status: String,
    /// OBR-26: the observation that this test hangs on, as its code and its sub-id; both empty when it hangs on none.
    pub parent: (String, String),
    /// OBR-29: the order it hangs on.
    pub parent_order: String,
    /// The tubes.
    pub specimens: Vec<ReportedSpecimen>,
    /// Every observation, in its order.
    pub observations: Vec<Observation>,
    /// Remarks on the test as a whole.
    pub notes: Vec<String>,
}

/// A tube as the laboratory names it (SPM, or OBR-15 and SAC of older versions).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReportedSpecimen {
    /// SPM-2.1: the clinic's number, which its label shows.
    pub placer: String,
    /// SPM-2.2: the laboratory's number.
    pub filler: String,
    /// SPM-4.
    pub kind: ReportedCode,
    /// SPM-18 as written: when it came to the laboratory.
    pub received: String,
    /// SPM-21: why it was rejected (table 0490); nothing when it was not.
    pub rejected: Vec<ReportedCode>,
    /// SPM-24: its condition (table 0493).
    pub condition: ReportedCode,
}

/// Why a message is not taken, as the sender is told (table 0357).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotTaken {
    /// It is no HL7 message.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// A field is missing without which nothing can be filed.
    #[error("{field} is missing: {why}")]
    Missing {
        /// The field, such as `MSH-10`.
        field: &'static str,
        /// What it is needed for.
        why: &'static str,
    },
    /// A value that the standard does not have there.
    #[error("{field} holds “{found}”, which is not in its table")]
    NotInTable {
        /// The field.
        field: &'static str,
        /// What stands there.
        found: String,
    },
    /// Segments stand where they have no meaning.
    #[error("{0}")]
    Order(String),
    /// It is a message, but not of results.
    #[error("“{0}” is not taken here: results come as ORU^R01")]
    Kind(String),
    /// A version that is not read.
    #[error("version “{0}” is not read: 2.3 to 2.5.1 are")]
    Version(String),
}

/// The versions whose ORU^R01 is read.
const VERSIONS: [&str; 5] = ["2.3", "2.3.1", "2.4", "2.5", "2.5.1"];

/// A message that is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentBack {
    /// To whom that is answered; nothing is known of it when no segment could be read.
    pub header: Header,
    /// Why.
    pub why: NotTaken,
}

/// Reads a message of results.
///
/// # Errors
/// Why it is not taken.
pub fn read(text: &str) -> Result<ResultMessage, Box<SentBack>> {
    let message =
        Message::read(text).map_err(|why| SentBack { header: Header::default(), why: NotTaken::Unreadable(why) })?;
    let header = segments::header(&message);
    let refused = |why| Box::new(SentBack { header: header.clone(), why });
    if (header.kind.as_str(), header.event.as_str()) != ("ORU", "R01") {
        return Err(refused(NotTaken::Kind(format!("{}^{}", header.kind, header.event))));
    }
    if !VERSIONS.contains(&header.version.as_str()) {
        return Err(refused(NotTaken::Version(header.version.clone())));
    }
    if header.control_id.is_empty() {
        let why = "without it nobody can say which message was answered";
        return Err(refused(NotTaken::Missing { field: "MSH-10", why }));
    }
    let (patient, tests) = gather(&message).map_err(refused)?;
    if tests.is_empty() {
        return Err(refused(NotTaken::Missing { field: "OBR", why: "a message of results names a test" }));
    }
    Ok(ResultMessage { header: header.clone(), patient, tests })
}

#[cfg(test)]
mod tests;
