//! Papers: the note, the consent, the result, each with its bytes or without them.

use super::Chart;
use super::json::{Json, Object};
use super::links::{Code, Links, instant, time};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use clinic::Moment;
use sha1::{Digest, Sha1};
use uuid::Uuid;

/// A paper.
#[derive(Debug, Clone)]
pub struct Paper {
    /// The id.
    pub id: Uuid,
    /// What it is.
    pub kind: Code,
    /// Its title.
    pub title: String,
    /// When it was made.
    pub at: Moment,
    /// Who answers for it.
    pub by: Option<Uuid>,
    /// Its bytes, a PDF.
    pub pdf: Vec<u8>,
    /// A later one replaced it.
    pub superseded: bool,
}

impl Paper {
    pub(super) fn resource(&self, chart: &Chart, links: Links) -> Object {
        let attachment = Object::default()
            .with("contentType", "application/pdf")
            .with("data", STANDARD.encode(&self.pdf))
            .with("size", Json::Number(self.pdf.len().to_string()))
            // The standard has SHA-1 here; it says whether the bytes arrived, not who wrote them.
            .with("hash", STANDARD.encode(Sha1::digest(&self.pdf)))
            .with("title", self.title.as_str())
            .with("creation", time(self.at));
        let author = self.by.map(|by| links.reference("Practitioner", by));
        Object::resource("DocumentReference", self.id)
            .with("status", if self.superseded { "superseded" } else { "current" })
            .with("type", self.kind.json())
            .with("subject", links.reference("Patient", chart.patient.id))
            .with("date", instant(self.at))
            .with("author", Vec::from_iter(author))
            .with("custodian", links.reference("Organization", chart.clinic.id))
            .with("content", [Object::default().with("attachment", attachment)])
            .with("context", Object::default().with("encounter", [links.reference("Encounter", chart.encounter.id)]))
    }
}
