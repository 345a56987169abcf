//! What the results of a set suggest, by two tables that anybody can read.
//!
//! A suggestion names its row, its reason, its source and what it cannot tell; a urologist agrees or disagrees. There is
//! deliberately nothing here for a biomarker score, a semen sample or a urine culture alone: none of them gives a category.

mod chart;
pub(crate) mod content;
mod fold;
mod four_glass;
mod glass;
mod opinion;
#[cfg(test)]
mod properties;
mod set;
#[cfg(test)]
pub(crate) mod testing;
mod truth;
mod two_glass;

pub use chart::{Chart, ChartBar, ChartLeukocytes, ChartOrganism};
pub use content::content_version;
pub use fold::ten_fold;
pub use four_glass::FourGlass;
pub use glass::{Glass, GlassFlag};
pub use opinion::{Opinion, OpinionRefused};
pub use set::{SetGlass, SetResults};
pub use truth::Truth;
pub use two_glass::TwoGlass;

use crate::collection::Timer;
use crate::words::words;
use serde::{Deserialize, Serialize};

words! {
    /// What a row suggests.
    pub enum Category {
        /// The results cannot be interpreted.
        NotInterpretable = "not-interpretable",
        /// NIH I, by the clinical picture.
        NihI = "nih-1",
        /// NIH II.
        NihII = "nih-2",
        /// NIH IIIA.
        NihIIIA = "nih-3a",
        /// NIH IIIB.
        NihIIIB = "nih-3b",
        /// NIH IV.
        NihIV = "nih-4",
        /// Bacteria in the bladder: nothing can be localised.
        Bacteriuria = "bacteriuria",
        /// The urethra is the source.
        UrethralSource = "urethral-source",
        /// Usual flora of skin or urethra: repeat.
        Doubtful = "doubtful",
        /// No row decides.
        Indeterminate = "indeterminate",
    }
}

impl Category {
    /// What it is called.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::NotInterpretable => "Not interpretable",
            Self::NihI => "NIH I",
            Self::NihII => "NIH II",
            Self::NihIIIA => "NIH IIIA",
            Self::NihIIIB => "NIH IIIB",
            Self::NihIV => "NIH IV",
            Self::Bacteriuria => "Bacteriuria",
            Self::UrethralSource => "Urethral source",
            Self::Doubtful => "Doubtful organism",
            Self::Indeterminate => "Indeterminate",
        }
    }

    /// Whether it says that no uropathogen was localised, which a late or treated specimen can feign.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        matches!(self, Self::NihIIIA | Self::NihIIIB | Self::NihIV)
    }
}

words! {
    /// Pelvic pain or urinary symptoms, as the urologist states them.
    pub enum Symptoms {
        /// None.
        None = "none",
        /// There are, for less than three of the last six months.
        Shorter = "shorter",
        /// Three months or more of the last six.
        Lasting = "lasting",
        /// Nobody asked.
        NotKnown = "not-known",
    }
}

impl Symptoms {
    fn present(self) -> Truth {
        match self {
            Self::None => Truth::No,
            Self::Shorter | Self::Lasting => Truth::Yes,
            Self::NotKnown => Truth::Open,
        }
    }

    fn lasting(self) -> Truth {
        match self {
            Self::None | Self::Shorter => Truth::No,
            Self::Lasting => Truth::Yes,
            Self::NotKnown => Truth::Open,
        }
    }

    /// As a sentence says it.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::None => "no symptoms",
            Self::Shorter => "symptoms for less than three months",
            Self::Lasting => "symptoms for three months or more",
            Self::NotKnown => "symptoms not known",
        }
    }
}

/// What has to be known beside the glasses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Circumstances {
    /// An acute febrile picture, or rule C01 or C02 fired.
    pub acute: bool,
    /// The patient's symptoms.
    pub symptoms: Symptoms,
    /// An antibiotic within seven days; none when it is not known.
    pub antibiotic_7d: Option<bool>,
    /// Clocks that were red, or of which nobody knows how long they ran.
    pub late: Vec<Timer>,
}

/// Why an outcome is provisional.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Mark {
    /// Stable id, such as `antibiotic-7d`.
    pub id: String,
    /// In words.
    pub sentence: String,
}

/// What one row suggests, with everything a urologist needs to judge it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Suggestion {
    /// The row, such as `four-glass-5`.
    pub row: String,
    /// What it suggests, in one word.
    pub category: Category,
    /// What it suggests, as the content says it.
    pub suggestion: String,
    /// The row's condition, as the content says it.
    pub rule: String,
    /// Why it holds here, with the values.
    pub because: String,
    /// Where the row comes from.
    pub source: String,
    /// What this outcome cannot tell.
    pub limit: String,
    /// Why it is provisional; empty when it is not.
    pub provisional: Vec<Mark>,
    /// What else has to be seen beside it.
    pub cautions: Vec<String>,
    /// The version of rows and thresholds.
    pub content_version: String,
    /// The version of the list of organisms.
    pub organism_version: String,
}

impl Suggestion {
    /// The row `id` with `category`, for this reason.
    fn of(id: &str, category: Category, because: String) -> Self {
        let row = content::row(id, category);
        Self {
            row: row.id.clone(),
            category: row.category,
            suggestion: row.suggestion.clone(),
            rule: row.condition.clone(),
            because,
            source: row.source.clone(),
            limit: row.limit.clone(),
            provisional: Vec::new(),
            cautions: Vec::new(),
            content_version: content::content_version().to_owned(),
            organism_version: crate::result::organism_version().to_owned(),
        }
    }

    fn marked(mut self, id: &str, sentence: impl Into<String>) -> Self {
        self.provisional.push(Mark { id: id.to_owned(), sentence: sentence.into() });
        self
    }

    fn with_cautions(mut self, cautions: impl IntoIterator<Item = String>) -> Self {
        self.cautions.extend(cautions);
        self
    }

    /// Marks a negative outcome that an antibiotic or a late specimen could have feigned; a positive one stands.
    fn weighed(self, circumstances: &Circumstances) -> Self {
        if !self.category.is_negative() {
            return self;
        }
        let marked = match circumstances.antibiotic_7d {
            Some(false) => self,
            Some(true) => self.marked("antibiotic-7d", "An antibiotic was taken within 7 days before"),
            None => self.marked("antibiotic-not-known", "Nobody knows whether an antibiotic was taken within 7 days"),
        };
        circumstances
            .late
            .iter()
            .fold(marked, |marked, timer| marked.marked(&format!("late-{timer}"), late_words(*timer)))
    }
}

/// A clock that was red, as a reason for doubt; a time that nobody saw counts like one.
fn late_words(timer: Timer) -> &'static str {
    match timer {
        Timer::Vitals => "The vital signs were older than an hour, or their time is not known",
        Timer::MidstreamToMassage => {
            "More than 30 minutes lay between the midstream urine and the massage, or the time is not known"
        }
        Timer::Massage => "The massage lasted more than 3 minutes, or its length is not known",
        Timer::MassageToUrine => "The urine after the massage was not immediate, or the time is not known",
        Timer::StrokesToUrine => "The urine after the strokes was not immediate, or the time is not known",
        Timer::UrineToCold => "The urine waited more than 15 minutes for the ice, or the time is not known",
        Timer::UrineToTube => "The urine waited 4 hours or more for its tubes, or the time is not known",
        Timer::Label => "A label was verified late",
        Timer::CultureAmbient => "A culture waited more than 2 hours at room temperature, or the time is not known",
        Timer::CultureCold => "A culture waited more than 24 hours cold, or the time is not known",
    }
}
