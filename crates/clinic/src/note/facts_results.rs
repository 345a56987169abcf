//! What a note is written from, of results: what was reported, who read it, and how the patient came to know.

use crate::Moment;
use crate::critical::{Critical, CriticalStep};
use crate::result::{ReportSource, ResultAction};
use crate::telling::Telling;

/// The latest results of the set.
#[derive(Debug, Clone)]
pub struct ResultFacts {
    /// Its version.
    pub version: u32,
    /// When it was typed in.
    pub at: Moment,
    /// By whom.
    pub by: String,
    /// How the report came.
    pub source: Option<ReportSource>,
    /// What was read on it and compared, in words.
    pub read: Vec<String>,
    /// Who has seen the numbers instead of a second typing.
    pub seen_by: Option<String>,
    /// A scan is attached.
    pub scanned: bool,
    /// Why there was none when it was typed in.
    pub no_scan: Option<String>,
    /// Why it follows an earlier version.
    pub reason: Option<String>,
    /// What was reported of each glass, a sentence each.
    pub glasses: Vec<String>,
    /// What the rules suggest; none where the clinic has switched that off.
    pub suggestion: Option<String>,
    /// What urologists made of it, a sentence each.
    pub opinions: Vec<String>,
    /// Who has read it, when, what follows, and the plan.
    pub read_by: Option<(String, Moment, ResultAction, Option<String>)>,
    /// Every attempt to tell the patient.
    pub told: Vec<ToldFacts>,
}

/// One attempt to tell the patient.
#[derive(Debug, Clone)]
pub struct ToldFacts {
    /// What came of it.
    pub telling: Telling,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: String,
}

/// One critical result.
#[derive(Debug, Clone)]
pub struct CriticalFacts {
    /// What was received.
    pub critical: Critical,
    /// What makes it critical, in words.
    pub title: String,
    /// When the clinic came to know.
    pub received_at: Moment,
    /// Who received it.
    pub by: String,
    /// What was done, when, and who wrote it down.
    pub steps: Vec<(CriticalStep, Moment, String)>,
    /// Somebody still has to hear of it.
    pub open: bool,
}
