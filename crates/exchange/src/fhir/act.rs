//! The visit, and what was done in it.

use super::Chart;
use super::json::Object;
use super::links::{Code, Coding, Identifier, Links, note, period};
use clinic::Moment;
use uuid::Uuid;

/// Where a visit stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EncounterStatus {
    /// Booked.
    Planned,
    /// The patient is there.
    Arrived,
    /// It is under way.
    InProgress,
    /// It is over.
    Finished,
    /// It did not take place.
    Cancelled,
}

/// A visit.
#[derive(Debug, Clone)]
pub struct Encounter {
    /// The id.
    pub id: Uuid,
    /// Its number.
    pub number: Identifier,
    /// Where it stands.
    pub status: EncounterStatus,
    /// What it is for.
    pub kind: Code,
    /// Why.
    pub reason: Code,
    /// When the patient came.
    pub start: Option<Moment>,
    /// When it was closed.
    pub end: Option<Moment>,
}

impl Encounter {
    pub(super) fn resource(&self, chart: &Chart, links: Links) -> Object {
        let status = match self.status {
            EncounterStatus::Planned => "planned",
            EncounterStatus::Arrived => "arrived",
            EncounterStatus::InProgress => "in-progress",
            EncounterStatus::Finished => "finished",
            EncounterStatus::Cancelled => "cancelled",
        };
        let class = Coding::new("http://terminology.hl7.org/CodeSystem/v3-ActCode", "AMB", "ambulatory");
        Object::resource("Encounter", self.id)
            .with("identifier", [self.number.json()])
            .with("status", status)
            .with("class", class.json())
            .with("type", [self.kind.json()])
            .with("subject", links.reference("Patient", chart.patient.id))
            .with("period", period(self.start, self.end))
            .with("reasonCode", [self.reason.json()])
            .with("serviceProvider", links.reference("Organization", chart.clinic.id))
    }
}

/// What became of an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActStatus {
    /// Not begun yet.
    Planned,
    /// Begun.
    InProgress,
    /// Done.
    Completed,
    /// Ended before its end.
    Stopped,
    /// Never begun.
    NotDone,
    /// Recorded by mistake.
    EnteredInError,
}

/// Something done to the patient: the examination, the massage.
#[derive(Debug, Clone)]
pub struct Act {
    /// The id.
    pub id: Uuid,
    /// What became of it.
    pub status: ActStatus,
    /// Why it was not done, or ended early; may be empty.
    pub why: String,
    /// What it is.
    pub code: Code,
    /// When it began.
    pub start: Option<Moment>,
    /// When it ended.
    pub end: Option<Moment>,
    /// Who did it.
    pub by: Option<Uuid>,
    /// What went wrong, one sentence each.
    pub complications: Vec<String>,
    /// What is to be said besides; may be empty.
    pub remark: String,
}

impl Act {
    pub(super) fn resource(&self, chart: &Chart, links: Links) -> Object {
        let status = match self.status {
            ActStatus::Planned => "preparation",
            ActStatus::InProgress => "in-progress",
            ActStatus::Completed => "completed",
            ActStatus::Stopped => "stopped",
            ActStatus::NotDone => "not-done",
            ActStatus::EnteredInError => "entered-in-error",
        };
        let by = self.by.map(|by| {
            let actor = links.reference("Practitioner", by);
            Object::default().with("actor", actor).with("onBehalfOf", links.reference("Organization", chart.clinic.id))
        });
        let site = Code::of("Prostate", vec![Coding::snomed("41216001", "Prostatic structure")]);
        let complications: Vec<_> = self.complications.iter().map(|words| Code::text(words).json()).collect();
        Object::resource("Procedure", self.id)
            .with("status", status)
            .with("statusReason", Code::text(&self.why).json())
            .with("code", self.code.json())
            .with("subject", links.reference("Patient", chart.patient.id))
            .with("encounter", links.reference("Encounter", chart.encounter.id))
            .with("performedPeriod", period(self.start, self.end))
            .with("performer", Vec::from_iter(by))
            .with("bodySite", [site.json()])
            .with("complication", complications)
            .with("note", note(&self.remark))
    }
}
