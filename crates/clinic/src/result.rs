//! What a laboratory reports of one glass: the counts it grew, the leukocytes it saw, and how either was written.
//!
//! The received text is the record; what is read from it is derived. What cannot be read is kept as received and says so,
//! because a value that was dropped would look like one that was never reported.

mod count;
mod interval;
mod leukocytes;
mod number;
mod organism;
mod properties;
mod report;
mod stage;

pub use count::{Count, ReceivedCount, Unreadable};
pub use interval::{Interval, Upper};
pub use leukocytes::{LeukocyteLevel, LeukocyteMethod, Leukocytes, OtherMethod, ReceivedLeukocytes};
pub use organism::{CatalogueOrganism, NotAnOrganism, Organism, Standing, organism_version, organisms};
pub use report::{Bearer, NotTheBearer, NumbersChecked, ReadIdentifier, ReportSource};
pub use stage::{READ_DAYS, ResultAction, ResultStage, ResultTime, TELL_DAYS, TURNAROUND_DAYS, working_days_after};

use crate::words::words;
use serde::{Deserialize, Serialize};

/// One organism in one glass, as reported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Isolate {
    /// Which.
    pub organism: Organism,
    /// How much of it.
    pub count: ReceivedCount,
}

/// What the culture of one glass gave.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Culture {
    /// Nothing was reported, or the glass does not exist: missing is never negative.
    #[default]
    Missing,
    /// Nothing grew.
    NoGrowth {
        /// The report's own words, with the limit if it states one.
        received: ReceivedCount,
    },
    /// Something grew.
    Growth {
        /// Each organism once.
        isolates: Vec<Isolate>,
    },
}

/// Everything that a laboratory reported of one glass.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct GlassReport {
    /// The culture.
    pub culture: Culture,
    /// The leukocytes; none when they were not counted.
    pub leukocytes: Option<ReceivedLeukocytes>,
}

impl GlassReport {
    /// What in this report cannot be interpreted, in words for the reader, each with the value as received.
    #[must_use]
    pub fn not_interpretable(&self) -> Vec<String> {
        let counts: Vec<&ReceivedCount> = match &self.culture {
            Culture::Missing => Vec::new(),
            Culture::NoGrowth { received } => vec![received],
            Culture::Growth { isolates } => isolates.iter().map(|isolate| &isolate.count).collect(),
        };
        let mut words: Vec<String> = (counts.into_iter())
            .filter_map(|count| count.read().err().map(|problem| format!("“{count}”: {problem}")))
            .collect();
        if let Some(leukocytes) = &self.leukocytes
            && let Err(problem) = leukocytes.read()
        {
            words.push(format!("leukocytes “{}”: {problem}", leukocytes.text));
        }
        words
    }
}

words! {
    /// What on a paper or portal report names the patient or the tube; two of them are compared before it is typed in.
    pub enum ReportIdentifier {
        /// The name.
        Name = "name",
        /// The birth date.
        BirthDate = "birth-date",
        /// The clinic's number.
        Mrn = "mrn",
        /// The number of the set or of a tube.
        Accession = "accession",
    }
}
