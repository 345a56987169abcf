//! Findings and results, and the reports that hold them together.

use super::Chart;
use super::form::quantity;
use super::json::Object;
use super::links::{Code, Coding, Links, instant, note, time};
use clinic::Moment;
use uuid::Uuid;

/// What kind of observation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ObservedKind {
    /// Felt or seen by the examiner.
    Exam,
    /// Measured at the patient.
    VitalSigns,
    /// Counted from a questionnaire.
    Survey,
    /// From the laboratory.
    Laboratory,
}

/// Where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ObservedStatus {
    /// Not final.
    Preliminary,
    /// Final.
    Final,
    /// Final before, and changed since.
    Corrected,
    /// Could not be obtained.
    Cancelled,
    /// Another's, or a mistake.
    EnteredInError,
}

/// What was observed.
#[derive(Debug, Clone)]
pub enum ObservedValue {
    /// Digits with a comparator (`<`, `<=`, `>`, `>=` or nothing), a unit and its UCUM code, which may be empty.
    Quantity {
        /// The digits.
        digits: String,
        /// The comparator; empty for exactly.
        comparator: &'static str,
        /// The unit.
        unit: String,
        /// Its UCUM code.
        ucum: String,
    },
    /// From these digits to those.
    Range([String; 2], String, String),
    /// A code.
    Coded(Code),
    /// Words, as they were received.
    Words(String),
    /// Yes or no.
    Is(bool),
    /// A whole number.
    Whole(i64),
    /// Nothing, and why: a code of `data-absent-reason` such as `unknown` or `not-performed`.
    Absent(&'static str),
}

/// An observation.
#[derive(Debug, Clone)]
pub struct Observed {
    /// The id.
    pub id: Uuid,
    /// Where it stands.
    pub status: ObservedStatus,
    /// What kind.
    pub kind: ObservedKind,
    /// What was observed.
    pub code: Code,
    /// What it was.
    pub value: ObservedValue,
    /// When it was so.
    pub at: Option<Moment>,
    /// When it was made known.
    pub issued: Option<Moment>,
    /// Who observed it; nobody of the clinic for a laboratory.
    pub by: Option<Uuid>,
    /// In which tube.
    pub specimen: Option<Uuid>,
    /// How it was counted; may be empty.
    pub method: String,
    /// `H`, `L`, `S`, `R` and the like, as words where it is none of these.
    pub interpretation: Vec<Code>,
    /// What belongs to it: counts and susceptibilities to their organism.
    pub members: Vec<Uuid>,
    /// What it was read from.
    pub derived_from: Vec<Uuid>,
    /// What is to be said besides; may be empty.
    pub remark: String,
}

impl Observed {
    pub(super) fn resource(&self, chart: &Chart, links: Links) -> Object {
        let (kind, words) = match self.kind {
            ObservedKind::Exam => ("exam", "Exam"),
            ObservedKind::VitalSigns => ("vital-signs", "Vital Signs"),
            ObservedKind::Survey => ("survey", "Survey"),
            ObservedKind::Laboratory => ("laboratory", "Laboratory"),
        };
        let category = Coding::new("http://terminology.hl7.org/CodeSystem/observation-category", kind, words);
        let others = |ids: &[Uuid]| ids.iter().map(|id| links.reference("Observation", *id)).collect::<Vec<_>>();
        let interpretation: Vec<_> = self.interpretation.iter().map(Code::json).collect();
        let performer = match (self.by, self.kind, &chart.laboratory) {
            (Some(by), _, _) => Some(links.reference("Practitioner", by)),
            (None, ObservedKind::Laboratory, Some(laboratory)) => Some(links.reference("Organization", laboratory.id)),
            _ => None,
        };
        let head = Object::resource("Observation", self.id)
            .with("status", self.status.word())
            .with("category", [Code::of(words, vec![category]).json()])
            .with("code", self.code.json())
            .with("subject", links.reference("Patient", chart.patient.id))
            .with("encounter", links.reference("Encounter", chart.encounter.id))
            .with("effectiveDateTime", self.at.map(time))
            .with("issued", self.issued.map(instant))
            .with("performer", Vec::from_iter(performer));
        self.value
            .add_to(head)
            .with("interpretation", interpretation)
            .with("note", note(&self.remark))
            .with("method", Code::text(&self.method).json())
            .with("specimen", self.specimen.map(|tube| links.reference("Specimen", tube)))
            .with("hasMember", others(&self.members))
            .with("derivedFrom", others(&self.derived_from))
    }
}

impl ObservedStatus {
    const fn word(self) -> &'static str {
        match self {
            Self::Preliminary => "preliminary",
            Self::Final => "final",
            Self::Corrected => "corrected",
            Self::Cancelled => "cancelled",
            Self::EnteredInError => "entered-in-error",
        }
    }
}

impl ObservedValue {
    fn add_to(&self, observation: Object) -> Object {
        match self {
            Self::Quantity { digits, comparator, unit, ucum } => {
                observation.with("valueQuantity", quantity(digits, comparator, unit, ucum))
            }
            Self::Range([low, high], unit, ucum) => {
                let range = Object::default()
                    .with("low", quantity(low, "", unit, ucum))
                    .with("high", quantity(high, "", unit, ucum));
                observation.with("valueRange", range)
            }
            Self::Coded(code) => observation.with("valueCodeableConcept", code.json()),
            Self::Words(words) => observation.with("valueString", words.as_str()),
            Self::Is(is) => observation.with("valueBoolean", *is),
            Self::Whole(number) => observation.with("valueInteger", super::json::Json::Number(number.to_string())),
            Self::Absent(why) => {
                let reason = Coding::new("http://terminology.hl7.org/CodeSystem/data-absent-reason", why, "");
                let code = Code::of(&why.replace('-', " "), vec![reason]);
                observation.with("dataAbsentReason", code.json())
            }
        }
    }
}

/// Where a report stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportStatus {
    /// Not final.
    Preliminary,
    /// Final.
    Final,
    /// Final before, and changed since.
    Corrected,
    /// It will not come.
    Cancelled,
}

/// A report.
#[derive(Debug, Clone)]
pub struct Report {
    /// The id.
    pub id: Uuid,
    /// Where it stands.
    pub status: ReportStatus,
    /// What it reports on.
    pub code: Code,
    /// The orders that it answers.
    pub orders: Vec<Uuid>,
    /// The tubes.
    pub specimens: Vec<Uuid>,
    /// When the specimens were collected.
    pub at: Option<Moment>,
    /// When it was made known.
    pub issued: Moment,
    /// What it holds.
    pub results: Vec<Uuid>,
    /// What the urologist concludes; may be empty.
    pub conclusion: String,
}

impl Report {
    pub(super) fn resource(&self, chart: &Chart, links: Links) -> Object {
        let status = match self.status {
            ReportStatus::Preliminary => "preliminary",
            ReportStatus::Final => "final",
            ReportStatus::Corrected => "corrected",
            ReportStatus::Cancelled => "cancelled",
        };
        let all = |kind, ids: &[Uuid]| ids.iter().map(|id| links.reference(kind, *id)).collect::<Vec<_>>();
        let categories = [Coding::v2("0074", "LAB", "Laboratory"), Coding::v2("0074", "MB", "Microbiology")];
        let categories = categories.map(|one| Code::of(&one.display.clone(), vec![one]).json());
        let performer = chart.laboratory.as_ref().map(|laboratory| links.reference("Organization", laboratory.id));
        Object::resource("DiagnosticReport", self.id)
            .with("basedOn", all("ServiceRequest", &self.orders))
            .with("status", status)
            .with("category", categories)
            .with("code", self.code.json())
            .with("subject", links.reference("Patient", chart.patient.id))
            .with("encounter", links.reference("Encounter", chart.encounter.id))
            .with("effectiveDateTime", self.at.map(time))
            .with("issued", instant(self.issued))
            .with("performer", Vec::from_iter(performer))
            .with("specimen", all("Specimen", &self.specimens))
            .with("result", all("Observation", &self.results))
            .with("conclusion", self.conclusion.as_str())
    }
}
