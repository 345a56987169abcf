//! The results of a set on paper: the chart of the glasses, what the rules suggest of it, and the urologist's word.

use crate::letterhead::{Fact, Letterhead, PatientLine};
use crate::press::{PaperRefusal, Template, set};
use crate::typeset::Typeset;
use clinic::Moment;
use clinic::consent::Identity;
use clinic::interpretation::{Chart, ChartBar, Suggestion};
use clinic::result::{LeukocyteLevel, Standing};
use serde::Serialize;

/// One version of the results to be printed.
#[derive(Debug, Clone)]
pub struct ResultPaper {
    /// The clinic.
    pub letterhead: Letterhead,
    /// The patient.
    pub patient: Identity,
    /// What the set is called when it is spoken of.
    pub number: String,
    /// Counted from 1.
    pub version: u32,
    /// Why it follows an earlier version; none for the first one.
    pub reason: Option<String>,
    /// What the chart shows.
    pub chart: Chart,
    /// Symptoms, antibiotic and what else was known beside the values.
    pub circumstances: Vec<Fact>,
    /// What the rules suggest; none where the clinic has switched interpretation off.
    pub suggestion: Option<Suggestion>,
    /// What the urologist made of it last; none while nobody has.
    pub opinion: Option<String>,
    /// Who typed it in.
    pub by: String,
    /// When.
    pub at: Moment,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Values<'paper> {
    letterhead: &'paper Letterhead,
    patient: PatientLine,
    code: String,
    banner: String,
    organisms: Vec<OrganismValues<'paper>>,
    leukocytes: Vec<(&'static str, String)>,
    circumstances: &'paper [Fact],
    suggestion: Option<SuggestionValues<'paper>>,
    opinion: &'paper str,
    entered: String,
}

#[derive(Serialize)]
struct SuggestionValues<'paper> {
    words: &'paper str,
    provisional: Vec<&'paper str>,
    because: &'paper str,
    cautions: &'paper [String],
    facts: [Fact; 4],
}

#[derive(Serialize)]
struct OrganismValues<'paper> {
    name: &'paper str,
    standing: &'static str,
    tenfold: Option<f64>,
    bars: Vec<BarValues<'paper>>,
}

#[derive(Serialize)]
struct BarValues<'paper> {
    role: &'static str,
    words: &'paper str,
    from: Option<f64>,
    to: Option<f64>,
    problem: &'paper str,
}

/// Sets the results.
///
/// # Errors
/// When a letter has no shape in the bundled fonts.
pub fn set_result(paper: &ResultPaper) -> Result<Typeset, PaperRefusal> {
    let values = Values {
        letterhead: &paper.letterhead,
        patient: PatientLine::from(&paper.patient),
        code: format!("{} · version {}", paper.number, paper.version),
        banner: banner(paper),
        organisms: (paper.chart.organisms.iter())
            .map(|organism| OrganismValues {
                name: organism.name.as_deref().unwrap_or("Nothing grew"),
                standing: organism.standing.map_or("", standing),
                tenfold: organism.tenfold,
                bars: organism.bars.iter().map(bar).collect(),
            })
            .collect(),
        leukocytes: paper.chart.leukocytes.iter().map(|cells| (cells.role.code(), leukocytes(cells))).collect(),
        circumstances: &paper.circumstances,
        suggestion: paper.suggestion.as_ref().map(suggested),
        opinion: paper.opinion.as_deref().unwrap_or("Not yet read by the urologist."),
        entered: format!("Typed in twice from the laboratory's report by {}, {}.", paper.by, paper.at.long_text()),
    };
    set(Template::Result, &values, &format!("result {} {}", paper.number, paper.version), paper.at)
}

fn suggested(suggestion: &Suggestion) -> SuggestionValues<'_> {
    SuggestionValues {
        words: &suggestion.suggestion,
        provisional: suggestion.provisional.iter().map(|mark| mark.sentence.as_str()).collect(),
        because: &suggestion.because,
        cautions: &suggestion.cautions,
        facts: [
            Fact::new("Rule", format!("{}: {}", suggestion.row, suggestion.rule)),
            Fact::new("What it cannot tell", &suggestion.limit),
            Fact::new("Source", &suggestion.source),
            Fact::new(
                "Content",
                format!("rows {}, organisms {}", suggestion.content_version, suggestion.organism_version),
            ),
        ],
    }
}

fn bar(bar: &ChartBar) -> BarValues<'_> {
    BarValues {
        role: bar.role.code(),
        words: &bar.words,
        from: bar.from,
        to: bar.to,
        problem: bar.problem.as_deref().unwrap_or_default(),
    }
}

const fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Uropathogen => "uropathogen",
        Standing::Doubtful => "usual flora, doubtful",
        Standing::Unlisted => "in neither list: the urologist decides",
    }
}

fn leukocytes(cells: &clinic::interpretation::ChartLeukocytes) -> String {
    let words = cells.words.as_deref().unwrap_or("not counted");
    match (cells.level, &cells.problem) {
        (Some(LeukocyteLevel::Significant), _) => format!("{words}\nat or above the threshold"),
        (Some(LeukocyteLevel::Low), _) => format!("{words}\nbelow the threshold"),
        (None, Some(problem)) => format!("{words}\nnot interpretable: {problem}"),
        (None, None) => words.to_owned(),
    }
}

/// What a reader must know before the first line.
fn banner(paper: &ResultPaper) -> String {
    let mut said = Vec::new();
    if paper.suggestion.is_some() && paper.opinion.is_none() {
        said.push("A suggestion of the program: no urologist has agreed to it.".to_owned());
    }
    if let Some(reason) = &paper.reason {
        said.push(format!("Corrected: {reason}"));
    }
    said.join("\n")
}

#[cfg(test)]
pub(crate) mod tests;
