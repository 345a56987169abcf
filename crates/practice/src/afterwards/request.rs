//! The request: what stands on the sheet of paper, each part with its own time, as typed.

use crate::collection::GlassMeasure;
use clinic::collection::StopReason;
use clinic::exam::{StatedFindings, StatedGate};
use clinic::ids::VisitId;
use clinic::procedure::Act;
use clinic::screening::{TypedAnswer, TypedVitals};
use clinic::specimen::{Appearance, CollectedHow, NotObtainedReason, SpecimenRole};
use serde::Deserialize;

/// Consent as it was given then.
#[derive(Debug, Clone, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ConsentThen {
    /// Local time, `10:05`.
    pub time: String,
    /// The acts to which the patient agreed; none when the patient did not.
    pub acts: Vec<Act>,
    /// A chaperone was offered.
    pub chaperone_offered: bool,
    /// How it was given, to whom, and who was there.
    pub how: String,
}

/// Vital signs as they were measured then.
#[derive(Debug, Clone, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct VitalsThen {
    /// Local time.
    pub time: String,
    /// What stands on the sheet.
    pub vitals: TypedVitals,
    /// Every unusual value is right.
    pub confirmed: bool,
}

/// Answers as they were given then.
#[derive(Debug, Clone, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct AnswersThen {
    /// Local time.
    pub time: String,
    /// The answers.
    pub answers: Vec<TypedAnswer>,
}

/// The five answers of the gate as they were felt then.
#[derive(Debug, Clone, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct GateThen {
    /// Local time.
    pub time: String,
    /// The answers.
    pub gate: StatedGate,
}

/// The findings as they were made then.
#[derive(Debug, Clone, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct FindingsThen {
    /// Local time.
    pub time: String,
    /// What was found.
    pub findings: StatedFindings,
}

/// The massage, or the strokes, as they were done then.
#[derive(Debug, Clone, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct MassageThen {
    /// Local time of the first stroke.
    pub began: String,
    /// Local time of the last one; empty when nobody looked.
    pub ended: Option<String>,
    /// Why it was broken off; none when it was complete.
    pub reason: Option<StopReason>,
    /// Strokes on the patient's right as typed; empty when they were not counted.
    pub strokes_right: Option<String>,
    /// The same on the left.
    pub strokes_left: Option<String>,
}

/// One glass and its end.
#[derive(Debug, Clone, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct GlassThen {
    /// Which.
    pub role: SpecimenRole,
    /// Local time at which it was caught, or at which it was clear that there is none.
    pub time: String,
    /// How much; none when there is no glass.
    pub measure: Option<GlassMeasure>,
    /// Millilitres as typed, where it was measured.
    pub ml: Option<String>,
    /// How it looks, when somebody looked.
    pub appearance: Option<Appearance>,
    /// Who handled the cup.
    pub how: Option<CollectedHow>,
    /// Why there is none.
    pub reason: Option<NotObtainedReason>,
    /// The number of the reserved label it carries, as typed or scanned; empty when it carries none.
    pub number: Option<String>,
}

/// Who stands by when a late label is made.
#[derive(Clone, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct StoodBy {
    /// Sign-on name of the second person.
    pub name: String,
    /// Their passphrase.
    pub passphrase: String,
    /// The recovery kit, where one person works alone.
    pub kit: String,
}

/// What happened before, with why it is entered only now.
#[derive(Clone, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct RecordAfterwards {
    /// The visit.
    pub visit_id: VisitId,
    /// The day on which it happened, `2026-11-23`.
    pub date: String,
    /// Why it was not recorded then.
    pub because: String,
    /// The passphrase of the person at the desk.
    pub passphrase: String,
    /// Consent.
    pub consent: Option<ConsentThen>,
    /// Vital signs.
    pub vitals: Option<VitalsThen>,
    /// Answers.
    pub answers: Option<AnswersThen>,
    /// The gate.
    pub gate: Option<GateThen>,
    /// The findings.
    pub findings: Option<FindingsThen>,
    /// The massage.
    pub massage: Option<MassageThen>,
    /// Glasses.
    pub glasses: Vec<GlassThen>,
    /// Who stands by.
    pub second: Option<StoodBy>,
}
