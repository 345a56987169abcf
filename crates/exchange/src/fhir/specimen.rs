//! A tube, and every step of its way as a statement of who did what to it.

use super::Chart;
use super::form::quantity;
use super::json::Object;
use super::links::{Code, Coding, Identifier, Links, instant, note, time};
use clinic::Moment;
use uuid::Uuid;

/// Whether a tube can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpecimenStatus {
    /// It is there.
    Available,
    /// It is gone, or never was.
    Unavailable,
    /// The laboratory rejected it.
    Unsatisfactory,
    /// It carries another patient's name.
    EnteredInError,
}

/// A tube.
#[derive(Debug, Clone)]
pub struct Specimen {
    /// The id.
    pub id: Uuid,
    /// Its number, also in its bar code.
    pub number: Identifier,
    /// The laboratory's number; none before it has one.
    pub laboratory_number: Option<Identifier>,
    /// Whether it can be used.
    pub status: SpecimenStatus,
    /// What it is.
    pub kind: Code,
    /// When it was collected.
    pub collected: Option<Moment>,
    /// Who collected it.
    pub collector: Option<Uuid>,
    /// How, in words; may be empty.
    pub method: String,
    /// Millilitres, as digits; none where they were not measured.
    pub millilitres: Option<String>,
    /// The container in words.
    pub container: String,
    /// When the laboratory received it.
    pub received: Option<Moment>,
    /// The tests that are asked of it.
    pub orders: Vec<Uuid>,
    /// What is wrong with it, in the codes of table 0493 or in words.
    pub condition: Vec<Code>,
    /// What is to be said besides; may be empty.
    pub remark: String,
    /// Every step of its way.
    pub custody: Vec<CustodyEvent>,
}

/// One step of a tube's way.
#[derive(Debug, Clone)]
pub struct CustodyEvent {
    /// The id.
    pub id: Uuid,
    /// What was done, such as `packed`.
    pub activity: Code,
    /// When it happened.
    pub at: Moment,
    /// When it was recorded.
    pub recorded: Moment,
    /// Who did it.
    pub by: Uuid,
}

impl Specimen {
    pub(super) fn resource(&self, chart: &Chart, links: Links) -> Object {
        let status = match self.status {
            SpecimenStatus::Available => "available",
            SpecimenStatus::Unavailable => "unavailable",
            SpecimenStatus::Unsatisfactory => "unsatisfactory",
            SpecimenStatus::EnteredInError => "entered-in-error",
        };
        let site = Code::of("Prostate", vec![Coding::snomed("41216001", "Prostatic structure")]);
        let collection = self.collected.map(|at| {
            Object::default()
                .with("collector", self.collector.map(|by| links.reference("Practitioner", by)))
                .with("collectedDateTime", time(at))
                .with("quantity", self.millilitres.as_ref().map(|digits| quantity(digits, "", "mL", "mL")))
                .with("method", Code::text(&self.method).json())
                .with("bodySite", site.json())
        });
        let container =
            Object::default().with("identifier", [self.number.json()]).with("description", self.container.as_str());
        let orders: Vec<_> = self.orders.iter().map(|order| links.reference("ServiceRequest", *order)).collect();
        let condition: Vec<_> = self.condition.iter().map(Code::json).collect();
        Object::resource("Specimen", self.id)
            .with("identifier", [self.number.json()])
            .with("accessionIdentifier", self.laboratory_number.as_ref().map(Identifier::json))
            .with("status", status)
            .with("type", self.kind.json())
            .with("subject", links.reference("Patient", chart.patient.id))
            .with("receivedTime", self.received.map(time))
            .with("request", orders)
            .with("collection", collection)
            .with("container", [container])
            .with("condition", condition)
            .with("note", note(&self.remark))
    }
}

impl CustodyEvent {
    pub(super) fn resource(&self, of: &Specimen, chart: &Chart, links: Links) -> Object {
        let performer =
            Coding::new("http://terminology.hl7.org/CodeSystem/provenance-participant-type", "performer", "Performer");
        let agent = Object::default()
            .with("type", Code::of("Performer", vec![performer]).json())
            .with("who", links.reference("Practitioner", self.by))
            .with("onBehalfOf", links.reference("Organization", chart.clinic.id));
        Object::resource("Provenance", self.id)
            .with("target", [links.reference("Specimen", of.id)])
            .with("occurredDateTime", time(self.at))
            .with("recorded", instant(self.recorded))
            .with("activity", self.activity.json())
            .with("agent", [agent])
    }
}
