//! The print ledger: every label that was issued, what it says, where its bytes went, and whether it was read back.

use crate::{Error, Event, Reading, Stamp, Word, Writing};
use clinic::ids::{LabelId, PatientId, ProcedureId, SpecimenId};
use clinic::label::{LabelCheck, LabelContent, LabelStatus, PrintedLabel, ReprintReason, VerifiedBy};
use clinic::words_for_labels::PrintWay;
use serde::Serialize;
use uuid::Uuid;

/// Where one label's bytes went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct PrintRow {
    /// As what.
    pub way: PrintWay,
    /// The file or the queue.
    pub target: String,
    /// When.
    pub at: Stamp,
    /// Why it did not get there.
    pub failure: Option<String>,
}

/// One label of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct LabelView {
    /// The label.
    pub label_id: LabelId,
    /// Which print of its specimen's label.
    pub serial: i32,
    /// How it stands.
    pub status: LabelStatus,
    /// What stands on it.
    pub content: LabelContent,
    /// When it was issued.
    pub issued_at: Stamp,
    /// By whom.
    pub issued_by: String,
    /// Why it replaces the one before it.
    pub reprint_reason: Option<ReprintReason>,
    /// When it was read back.
    pub verified_at: Option<Stamp>,
    /// How.
    pub verified_how: Option<VerifiedBy>,
    /// Why it was voided.
    pub void_reason: Option<ReprintReason>,
    /// Where its bytes went; empty until it was sent anywhere.
    pub prints: Vec<PrintRow>,
}

/// A label, loaded to be changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabelRecord {
    /// The label.
    pub id: LabelId,
    /// Whose.
    pub specimen: SpecimenId,
    /// How it stands.
    pub label: PrintedLabel,
    /// The version that was read.
    pub version: i64,
}
