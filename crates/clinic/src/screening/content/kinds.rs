//! What an answer may be, when an item is asked, and at which answer it fires.

use crate::screening::answer::Said;
use crate::words::words;
use serde::{Deserialize, Serialize};

words! {
    /// The unit in which a laboratory value was read.
    pub enum Unit {
        /// 10^9 per litre.
        GigaPerLitre = "10^9/L",
        /// Cells per microlitre.
        CellsPerMicrolitre = "cells/uL",
        /// A ratio without unit.
        Ratio = "ratio",
        /// Hours.
        Hours = "h",
    }
}

/// What kind of answer an item takes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// No, usual for this patient, new or worse in the last 7 days, not known.
    Symptom,
    /// Yes, no, not known; yes with its mitigation confirmed where one exists.
    YesNo,
    /// A value with its unit, “no reason to measure”, or not known.
    Number(Number),
    /// No, or the day on which it was as far as it is known; yes without a day counts as the latest one possible.
    Date(DatedEvent),
    /// No, or so many hours ago; yes without a number counts as just now.
    Hours(HoursAgo),
    /// One of these words, or not known.
    OneOf(Vec<Said>),
    /// The temperature among the vital signs.
    Temperature,
    /// The birth date; asked only when that does not settle it.
    Age,
    /// The consent and the chaperone's record.
    Consent,
    /// Other answers and the birth date.
    Derived,
}

/// Something that happened on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DatedEvent {
    /// The words of its field.
    pub name: String,
}

/// Something that happened hours ago.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HoursAgo {
    /// The words of its field.
    pub name: String,
    /// Beyond so many hours it is a “no”.
    pub most: u16,
}

/// The limits of a value: outside of them it was mistyped.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Number {
    /// Least plausible value, in the first unit.
    pub least: f64,
    /// Greatest plausible value, in the first unit.
    pub most: f64,
    /// The units it may be given in; thresholds speak of the first.
    pub units: Vec<UnitRow>,
}

/// One unit and how many of it make one of the first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UnitRow {
    /// The unit.
    pub unit: Unit,
    /// So many make one of the first unit.
    #[serde(default = "one")]
    pub per: f64,
}

fn one() -> f64 {
    1.0
}

/// When an item is asked at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum AppliesIf {
    /// Unless this other item was answered “no”.
    YesTo(String),
    /// Unless this symptom was answered “no”.
    Symptom(String),
    /// Any sign of infection is there.
    SuspectedInfection,
    /// The birth date does not tell whether the patient is of age.
    AgeUnknown,
}

/// The answer that fires.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum When {
    /// Yes.
    Yes,
    /// The symptom is there, usual or new: its time limit is in the question.
    Present,
    /// A value at or above this.
    AtLeast(f64),
    /// A value above this.
    Above(f64),
    /// A value below this.
    Below(f64),
    /// It happened within so many days of the moment of judging.
    WithinDays(i64),
    /// It happened within so many hours of the moment of judging.
    WithinHours(f64),
}
