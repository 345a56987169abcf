//! Who: the clinic and the laboratory, the patient, and those who acted.

use super::Chart;
use super::json::Object;
use super::links::{Code, Identifier, Links};
use clinic::patient::{BirthDate, LaboratorySex};
use uuid::Uuid;

/// A house.
#[derive(Debug, Clone)]
pub struct Organization {
    /// Its id.
    pub id: Uuid,
    /// The number it is known by.
    pub number: Identifier,
    /// Its name.
    pub name: String,
    /// Its address, on as many lines as it was typed; may be empty.
    pub address: String,
    /// Its telephone; may be empty.
    pub phone: String,
}

impl Organization {
    pub(super) fn resource(&self) -> Object {
        let phone = Object::default().with("system", (!self.phone.trim().is_empty()).then_some("phone"));
        let lines: Vec<&str> = self.address.lines().collect();
        Object::resource("Organization", self.id)
            .with("identifier", [self.number.json()])
            .with("name", self.name.as_str())
            .with("telecom", [phone.with("value", self.phone.as_str())])
            .with("address", [Object::default().with("text", self.address.as_str()).with("line", lines)])
    }
}

/// The patient.
#[derive(Debug, Clone)]
pub struct Patient {
    /// The id.
    pub id: Uuid,
    /// The medical record number.
    pub number: Identifier,
    /// Family name.
    pub family: String,
    /// Given names, as they were typed.
    pub given: String,
    /// Birth date, as far as it is known.
    pub birth_date: BirthDate,
    /// Sex for the laboratory.
    pub sex: LaboratorySex,
}

impl Patient {
    pub(super) fn resource(&self, chart: &Chart, links: Links) -> Object {
        let given: Vec<&str> = self.given.split_whitespace().collect();
        let full = format!("{} {}", self.given, self.family);
        let name = Object::default()
            .with("use", "official")
            .with("text", full)
            .with("family", self.family.as_str())
            .with("given", given);
        let born = (self.birth_date != BirthDate::UNKNOWN).then(|| self.birth_date.to_string());
        let gender = match self.sex {
            LaboratorySex::Male => "male",
            LaboratorySex::Female => "female",
            LaboratorySex::Other => "other",
            LaboratorySex::Unknown => "unknown",
        };
        Object::resource("Patient", self.id)
            .with("identifier", [self.number.typed("MR", "Medical record number")])
            .with("name", [name])
            .with("gender", gender)
            .with("birthDate", born)
            .with("managingOrganization", links.reference("Organization", chart.clinic.id))
    }
}

/// Somebody who acted.
#[derive(Debug, Clone)]
pub struct Person {
    /// The id.
    pub id: Uuid,
    /// The number they are known by: NPI where it is one, else the clinic's.
    pub number: Identifier,
    /// The whole name, as it is shown.
    pub name: String,
    /// What they are in the clinic.
    pub role: String,
}

impl Person {
    /// The id of what they are in the clinic, always the same for the same person.
    pub(super) fn role_id(&self) -> Uuid {
        Uuid::new_v5(&self.id, b"role")
    }

    pub(super) fn resource(&self) -> Object {
        Object::resource("Practitioner", self.id)
            .with("identifier", [self.number.json()])
            .with("name", [Object::default().with("text", self.name.as_str())])
    }

    pub(super) fn role_resource(&self, chart: &Chart, links: Links) -> Object {
        Object::resource("PractitionerRole", self.role_id())
            .with("practitioner", links.reference("Practitioner", self.id))
            .with("organization", links.reference("Organization", chart.clinic.id))
            .with("code", [Code::text(&self.role).json()])
    }
}
