//! Consent: what the patient agreed to, refused, or took back.

use super::Chart;
use super::json::{Json, Object};
use super::links::{Code, Coding, Links, period, time};
use clinic::Moment;
use uuid::Uuid;

/// Where a consent stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConsentStatus {
    /// Offered and not answered.
    Proposed,
    /// It stands.
    Active,
    /// Refused.
    Rejected,
    /// Withdrawn, expired or replaced.
    Inactive,
}

/// A consent.
#[derive(Debug, Clone)]
pub struct Consent {
    /// The id.
    pub id: Uuid,
    /// Where it stands.
    pub status: ConsentStatus,
    /// What it is to, in words.
    pub to: String,
    /// Name and version of the text that was read.
    pub text: String,
    /// When it was answered.
    pub at: Option<Moment>,
    /// Until when it stands at most.
    pub until: Option<Moment>,
    /// Who asked.
    pub asked_by: Option<Uuid>,
    /// Whether it was signed by the patient or a representative.
    pub signed: bool,
}

impl Consent {
    pub(super) fn resource(&self, chart: &Chart, links: Links) -> Object {
        let (status, provision) = match self.status {
            ConsentStatus::Proposed => ("proposed", None),
            ConsentStatus::Active => ("active", Some("permit")),
            ConsentStatus::Rejected => ("rejected", Some("deny")),
            ConsentStatus::Inactive => ("inactive", Some("deny")),
        };
        let scope = Coding::new("http://terminology.hl7.org/CodeSystem/consentscope", "treatment", "Treatment");
        let category = Code::of("Procedure consent", vec![Coding::loinc("64293-4", "Procedure consent")]);
        let performer = links.reference("Patient", chart.patient.id);
        let verified = (self.status == ConsentStatus::Active).then(|| {
            Object::default()
                .with("verified", self.signed)
                .with("verifiedWith", links.reference("Patient", chart.patient.id))
                .with("verificationDate", self.at.map(time))
        });
        let of = provision.map(|kind| {
            Object::default()
                .with("type", kind)
                .with("period", period(self.at, self.until))
                .with("actor", Json::from(Vec::from_iter(self.asked_by.map(|by| asked(by, links)))))
                .with("code", [Code::text(&self.to).json()])
        });
        Object::resource("Consent", self.id)
            .with("status", status)
            .with("scope", Code::of("Treatment", vec![scope]).json())
            .with("category", [category.json()])
            .with("patient", performer.clone())
            .with("dateTime", self.at.map(time))
            .with("performer", [performer])
            .with("organization", [links.reference("Organization", chart.clinic.id)])
            .with("policyRule", Code::text(&self.text).json())
            .with("verification", Vec::from_iter(verified))
            .with("provision", of)
    }
}

/// Whoever asked takes part in what is permitted.
fn asked(by: Uuid, links: Links) -> Object {
    let role = Coding::new("http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "PRF", "performer");
    Object::default()
        .with("role", Code::of("Clinician", vec![role]).json())
        .with("reference", links.reference("Practitioner", by))
}
