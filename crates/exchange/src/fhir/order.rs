//! The laboratory order: one request a test, held together by the number of the set.

use super::Chart;
use super::json::Object;
use super::links::{Code, Coding, Identifier, Links, note, time};
use clinic::Moment;
use uuid::Uuid;

/// Where an order stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrderStatus {
    /// Written and not sent.
    Draft,
    /// Sent.
    Active,
    /// Cancelled.
    Revoked,
    /// Answered.
    Completed,
}

/// How soon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Priority {
    /// In the usual time.
    Routine,
    /// As soon as possible.
    Asap,
    /// At once.
    Stat,
}

/// One test that was ordered.
#[derive(Debug, Clone)]
pub struct Order {
    /// The id.
    pub id: Uuid,
    /// The clinic's number of this test.
    pub number: Identifier,
    /// The number of the whole set.
    pub group: Identifier,
    /// Where it stands.
    pub status: OrderStatus,
    /// How soon.
    pub priority: Priority,
    /// The test.
    pub code: Code,
    /// When it was ordered.
    pub at: Moment,
    /// By whom.
    pub by: Uuid,
    /// The tube.
    pub specimen: Uuid,
    /// Why; may be only words.
    pub reason: Code,
    /// Forms that the laboratory may want to read.
    pub forms: Vec<Uuid>,
    /// What the laboratory should know besides; may be empty.
    pub remark: String,
}

impl Order {
    pub(super) fn resource(&self, chart: &Chart, links: Links) -> Object {
        let status = match self.status {
            OrderStatus::Draft => "draft",
            OrderStatus::Active => "active",
            OrderStatus::Revoked => "revoked",
            OrderStatus::Completed => "completed",
        };
        let priority = match self.priority {
            Priority::Routine => "routine",
            Priority::Asap => "asap",
            Priority::Stat => "stat",
        };
        let category = Coding::snomed("108252007", "Laboratory procedure");
        let forms: Vec<_> = self.forms.iter().map(|form| links.reference("QuestionnaireResponse", *form)).collect();
        let performer = chart.laboratory.as_ref().map(|laboratory| links.reference("Organization", laboratory.id));
        Object::resource("ServiceRequest", self.id)
            .with("identifier", [self.number.typed("PLAC", "Placer Identifier")])
            .with("requisition", self.group.json())
            .with("status", status)
            .with("intent", "order")
            .with("category", [Code::of("Laboratory", vec![category]).json()])
            .with("priority", priority)
            .with("code", self.code.json())
            .with("subject", links.reference("Patient", chart.patient.id))
            .with("encounter", links.reference("Encounter", chart.encounter.id))
            .with("authoredOn", time(self.at))
            .with("requester", links.reference("Practitioner", self.by))
            .with("performer", Vec::from_iter(performer))
            .with("reasonCode", [self.reason.json()])
            .with("supportingInfo", forms)
            .with("specimen", [links.reference("Specimen", self.specimen)])
            .with("note", note(&self.remark))
    }
}
