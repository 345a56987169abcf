//! An adverse event as it is typed: every field is read, and what is missing is said beside it.

use crate::Refusal;
use crate::form::{Form, optional};
use chrono::{NaiveDate, NaiveTime};
use clinic::adverse_event::{AdverseEvent, ClavienDindo, EventOutcome, Relatedness, ReportedBy, SeriousBecause};
use serde::{Deserialize, Serialize};

/// What is known of an event. Nothing is chosen until a person chooses.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TypedEvent {
    /// The id of its term.
    pub term: String,
    /// The day on which it began, `2026-11-23`.
    pub onset_date: String,
    /// The hour, `10:05`; empty when nobody knows.
    pub onset_time: String,
    /// Who told the clinic.
    pub reported_by: Option<ReportedBy>,
    /// What happened.
    pub description: String,
    /// CTCAE grade, 1 to 5.
    pub grade: Option<u8>,
    /// How likely the act caused it.
    pub relatedness: Option<Relatedness>,
    /// It was named beforehand.
    pub expected: Option<bool>,
    /// It is serious.
    pub serious: Option<bool>,
    /// Why.
    pub criterion: Option<SeriousBecause>,
    /// What was done.
    pub action: String,
    /// What became of the patient.
    pub outcome: Option<EventOutcome>,
    /// The second scale.
    pub clavien: Option<ClavienDindo>,
    /// It was reported outside the clinic.
    pub reported: Option<bool>,
    /// To whom.
    pub reported_to: String,
}

impl TypedEvent {
    /// The event, when every question is answered.
    pub(super) fn read(self) -> Result<AdverseEvent, Refusal> {
        let mut form = Form::default();
        let day = self.onset_date.trim().parse::<NaiveDate>().map_err(|_| "write the day on which it began");
        let onset_date = form.read("onsetDate", day);
        let hour = optional(Some(self.onset_time)).map(|text| {
            NaiveTime::parse_from_str(&text, "%H:%M").map_err(|_| "write the hour as 10:05, or leave it empty")
        });
        let onset_time = hour.and_then(|hour| form.read("onsetTime", hour));
        let reported_by = chosen(&mut form, "reportedBy", self.reported_by);
        let grade = chosen(&mut form, "grade", self.grade);
        let relatedness = chosen(&mut form, "relatedness", self.relatedness);
        let expected = chosen(&mut form, "expected", self.expected);
        let serious = chosen(&mut form, "serious", self.serious);
        let outcome = chosen(&mut form, "outcome", self.outcome);
        let reported = chosen(&mut form, "reported", self.reported);
        match (serious, self.criterion) {
            (Some(true), None) => form.refuse("criterion", "say what makes it serious"),
            (Some(false), Some(_)) => form.refuse("criterion", "only a serious event has a criterion"),
            _ => {}
        }
        let to = form.line("reportedTo", Some(self.reported_to), 200);
        match (reported, &to) {
            (Some(true), None) => form.refuse("reportedTo", "write to whom it was reported"),
            (Some(false), Some(_)) => form.refuse("reportedTo", "it is said not to have been reported"),
            _ => {}
        }
        let description = form.line("description", Some(self.description), 2_000).unwrap_or_default();
        let action = form.line("action", Some(self.action), 2_000).unwrap_or_default();
        match (onset_date, reported_by, grade, relatedness, expected, outcome) {
            (Some(onset_date), Some(reported_by), Some(grade), Some(relatedness), Some(expected), Some(outcome))
                if form.is_clean() =>
            {
                Ok(AdverseEvent {
                    term: self.term,
                    onset_date,
                    onset_time,
                    reported_by,
                    description,
                    grade,
                    relatedness,
                    expected,
                    serious: self.criterion,
                    action,
                    outcome,
                    clavien: self.clavien,
                    reported_to: to,
                })
            }
            _ => Err(form.refusal()),
        }
    }
}

fn chosen<T>(form: &mut Form, field: &str, value: Option<T>) -> Option<T> {
    form.read(field, value.ok_or("choose one"))
}
