//! FHIR R4 (4.0.1): what one procedure says, as a Bundle for another system or as lines for bulk data.
//!
//! Written, never read. Every resource says what the standard demands and what the record holds; what is not recorded is
//! absent, never an empty string. Identifiers are those of the record, so the same procedure is the same resources again.

mod act;
mod consent;
mod form;
mod json;
mod links;
mod observation;
mod order;
mod paper;
mod people;
mod specimen;

pub use act::{Act, ActStatus, Encounter, EncounterStatus};
pub use consent::{Consent, ConsentStatus};
pub use form::{Answer, AnswerValue, Form};
pub use json::Json;
pub use links::{Code, Coding, Identifier, Links, codes};
pub use observation::{Observed, ObservedKind, ObservedStatus, ObservedValue, Report, ReportStatus};
pub use order::{Order, OrderStatus, Priority};
pub use paper::Paper;
pub use people::{Organization, Patient, Person};
pub use specimen::{CustodyEvent, Specimen, SpecimenStatus};

use clinic::Moment;
use json::Object;
use uuid::Uuid;

/// Everything that is said of one procedure.
#[derive(Debug, Clone)]
pub struct Chart {
    /// The clinic.
    pub clinic: Organization,
    /// The laboratory, where there is an order.
    pub laboratory: Option<Organization>,
    /// Whose.
    pub patient: Patient,
    /// Everybody who is named below.
    pub people: Vec<Person>,
    /// The visit.
    pub encounter: Encounter,
    /// Every consent, refused and withdrawn ones too.
    pub consents: Vec<Consent>,
    /// The safety screen and the questionnaires.
    pub forms: Vec<Form>,
    /// What was done: the examination, the massage.
    pub acts: Vec<Act>,
    /// The order's tests.
    pub orders: Vec<Order>,
    /// The tubes.
    pub specimens: Vec<Specimen>,
    /// Findings and results.
    pub observations: Vec<Observed>,
    /// The reports they stand in.
    pub reports: Vec<Report>,
    /// Note, consent, result as papers.
    pub papers: Vec<Paper>,
}

/// How a bundle is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BundleKind {
    /// To be taken over as a whole by a server.
    Transaction,
    /// To be read.
    Collection,
}

/// One resource with what it is and which.
struct Entry {
    kind: &'static str,
    id: Uuid,
    /// What a server may know it by already.
    known_by: Option<String>,
    body: Json,
}

impl Chart {
    /// The bundle of this chart. `id` and `at` are its own.
    #[must_use]
    pub fn bundle(&self, kind: BundleKind, id: Uuid, at: Moment) -> Json {
        let word = match kind {
            BundleKind::Transaction => "transaction",
            BundleKind::Collection => "collection",
        };
        let entries = self.entries(Links::Bundle).into_iter().map(|entry| {
            let request = (kind == BundleKind::Transaction).then(|| {
                Object::default()
                    .with("method", "POST")
                    .with("url", entry.kind)
                    .with("ifNoneExist", entry.known_by.clone().unwrap_or_default())
            });
            Object::default()
                .with("fullUrl", Links::Bundle.to(entry.kind, entry.id))
                .with("resource", entry.body)
                .with("request", request)
        });
        Object::resource("Bundle", id)
            .with("type", word)
            .with("timestamp", links::instant(at))
            .with("entry", entries.collect::<Vec<_>>())
            .into()
    }

    /// Every resource with its kind, as bulk data keeps them: one a line, one kind a file.
    #[must_use]
    pub fn resources(&self) -> Vec<(&'static str, Json)> {
        self.entries(Links::Server).into_iter().map(|entry| (entry.kind, entry.body)).collect()
    }

    fn entries(&self, links: Links) -> Vec<Entry> {
        let entry = |kind, id, body: Object| Entry { kind, id, known_by: None, body: body.into() };
        let known = |kind, id, system: &str, value: &str, body: Object| Entry {
            known_by: Some(format!("identifier={}|{}", links::escaped(system), links::escaped(value))),
            ..entry(kind, id, body)
        };
        let of =
            |one: &Organization| known("Organization", one.id, &one.number.system, &one.number.value, one.resource());
        let patient = &self.patient;
        let number = &patient.number;
        let mut entries = vec![of(&self.clinic)];
        entries.extend(self.laboratory.iter().map(of));
        entries.push(known("Patient", patient.id, &number.system, &number.value, patient.resource(self, links)));
        for one in &self.people {
            entries.push(known("Practitioner", one.id, &one.number.system, &one.number.value, one.resource()));
            entries.push(entry("PractitionerRole", one.role_id(), one.role_resource(self, links)));
        }
        entries.push(entry("Encounter", self.encounter.id, self.encounter.resource(self, links)));
        entries.extend(self.consents.iter().map(|one| entry("Consent", one.id, one.resource(self, links))));
        for one in &self.forms {
            entries.push(entry("QuestionnaireResponse", one.id, one.resource(self, links)));
        }
        entries.extend(self.acts.iter().map(|one| entry("Procedure", one.id, one.resource(self, links))));
        entries.extend(self.orders.iter().map(|one| entry("ServiceRequest", one.id, one.resource(self, links))));
        for one in &self.specimens {
            entries.push(entry("Specimen", one.id, one.resource(self, links)));
            for event in &one.custody {
                entries.push(entry("Provenance", event.id, event.resource(one, self, links)));
            }
        }
        entries.extend(self.observations.iter().map(|one| entry("Observation", one.id, one.resource(self, links))));
        entries.extend(self.reports.iter().map(|one| entry("DiagnosticReport", one.id, one.resource(self, links))));
        entries.extend(self.papers.iter().map(|one| entry("DocumentReference", one.id, one.resource(self, links))));
        entries
    }
}

#[cfg(test)]
mod tests;
