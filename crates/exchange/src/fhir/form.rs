//! Questions and their answers: the safety screen, NIH-CPSI, IPSS.

use super::Chart;
use super::json::{Json, Object};
use super::links::{Links, codes, time};
use clinic::Moment;
use uuid::Uuid;

/// A form that was filled in.
#[derive(Debug, Clone)]
pub struct Form {
    /// The id.
    pub id: Uuid,
    /// Which, such as `safety-screen`.
    pub name: &'static str,
    /// The version of its questions.
    pub version: String,
    /// When it was filled in.
    pub at: Moment,
    /// Who asked; nobody where the patient filled it in.
    pub by: Option<Uuid>,
    /// Every answer.
    pub answers: Vec<Answer>,
}

/// An answer.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The question's own name.
    pub question: String,
    /// The question in words.
    pub words: String,
    /// What was answered; more than one where more were ticked.
    pub values: Vec<AnswerValue>,
}

/// What was answered.
#[derive(Debug, Clone)]
pub enum AnswerValue {
    /// Yes or no.
    Is(bool),
    /// A whole number.
    Whole(i64),
    /// A measure: digits, unit, its UCUM code.
    Measure(String, String, String),
    /// A day, `2026-11-22` or less of it.
    Day(String),
    /// Words.
    Words(String),
}

impl Form {
    pub(super) fn resource(&self, chart: &Chart, links: Links) -> Object {
        let (kind, who) = self.by.map_or(("Patient", chart.patient.id), |by| ("Practitioner", by));
        let items: Vec<_> = self.answers.iter().map(Answer::json).collect();
        Object::resource("QuestionnaireResponse", self.id)
            .with("questionnaire", format!("{}/{}|{}", codes::FORMS, self.name, self.version))
            .with("status", "completed")
            .with("subject", links.reference("Patient", chart.patient.id))
            .with("encounter", links.reference("Encounter", chart.encounter.id))
            .with("authored", time(self.at))
            .with("author", links.reference(kind, who))
            .with("source", links.reference("Patient", chart.patient.id))
            .with("item", items)
    }
}

impl Answer {
    fn json(&self) -> Object {
        let values: Vec<_> = self.values.iter().map(AnswerValue::json).collect();
        Object::default()
            .with("linkId", self.question.as_str())
            .with("text", self.words.as_str())
            .with("answer", values)
    }
}

impl AnswerValue {
    fn json(&self) -> Object {
        let object = Object::default();
        match self {
            Self::Is(is) => object.with("valueBoolean", *is),
            Self::Whole(number) => object.with("valueInteger", Json::Number(number.to_string())),
            Self::Measure(digits, unit, ucum) => object.with("valueQuantity", quantity(digits, "", unit, ucum)),
            Self::Day(day) => object.with("valueDate", day.as_str()),
            Self::Words(words) => object.with("valueString", words.as_str()),
        }
    }
}

/// A quantity with its comparator; either of comparator and code may be empty.
pub(super) fn quantity(digits: &str, comparator: &str, unit: &str, ucum: &str) -> Object {
    Object::default()
        .with("value", Json::Number(digits.to_owned()))
        .with("comparator", comparator)
        .with("unit", unit)
        .with("system", if ucum.is_empty() { "" } else { codes::UCUM })
        .with("code", ucum)
}
