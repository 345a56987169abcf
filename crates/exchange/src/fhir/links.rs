//! How resources point at each other, and how codes, numbers and hours are written in all of them.

use super::json::{Json, Object};
use clinic::Moment;
use uuid::Uuid;

/// Where references lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Links {
    /// To another entry of the same bundle.
    Bundle,
    /// To another line of the same export.
    Server,
}

impl Links {
    /// The address of a resource.
    #[must_use]
    pub fn to(self, kind: &str, id: Uuid) -> String {
        match self {
            Self::Bundle => format!("urn:uuid:{id}"),
            Self::Server => format!("{kind}/{id}"),
        }
    }

    /// A reference to a resource.
    pub(super) fn reference(self, kind: &'static str, id: Uuid) -> Object {
        Object::default().with("reference", self.to(kind, id))
    }
}

/// A code of one system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coding {
    /// The system's address, such as `http://loinc.org`.
    pub system: String,
    /// The code.
    pub code: String,
    /// Its name in that system.
    pub display: String,
}

impl Coding {
    /// A code of LOINC.
    #[must_use]
    pub fn loinc(code: &str, display: &str) -> Self {
        Self::new("http://loinc.org", code, display)
    }

    /// A code of SNOMED CT.
    #[must_use]
    pub fn snomed(code: &str, display: &str) -> Self {
        Self::new("http://snomed.info/sct", code, display)
    }

    /// A code of a table of HL7 version 2, such as `0203`.
    #[must_use]
    pub fn v2(table: &str, code: &str, display: &str) -> Self {
        Self::new(&format!("http://terminology.hl7.org/CodeSystem/v2-{table}"), code, display)
    }

    /// A code of Fourglass itself, where no public system has one.
    #[must_use]
    pub fn local(code: &str, display: &str) -> Self {
        Self::new(codes::LOCAL, code, display)
    }

    /// A code of any system.
    #[must_use]
    pub fn new(system: &str, code: &str, display: &str) -> Self {
        Self { system: system.to_owned(), code: code.to_owned(), display: display.to_owned() }
    }

    pub(super) fn json(&self) -> Object {
        Object::default()
            .with("system", self.system.as_str())
            .with("code", self.code.as_str())
            .with("display", self.display.as_str())
    }
}

/// What something is: always in words, and in codes where there are sure ones.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Code {
    /// The words.
    pub text: String,
    /// The codes.
    pub codings: Vec<Coding>,
}

impl Code {
    /// Only words.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self { text: text.to_owned(), codings: Vec::new() }
    }

    /// Words with codes.
    #[must_use]
    pub fn of(text: &str, codings: Vec<Coding>) -> Self {
        Self { text: text.to_owned(), codings }
    }

    pub(super) fn json(&self) -> Object {
        let codings: Vec<_> = self.codings.iter().map(Coding::json).collect();
        Object::default().with("coding", codings).with("text", self.text.as_str())
    }
}

/// A number within a system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identifier {
    /// Its address: `urn:oid:` of whoever gives out the numbers, or `urn:uuid:` of this vault.
    pub system: String,
    /// The number.
    pub value: String,
}

impl Identifier {
    /// A number of `system`.
    #[must_use]
    pub fn new(system: &str, value: &str) -> Self {
        Self { system: system.to_owned(), value: value.to_owned() }
    }

    pub(super) fn json(&self) -> Object {
        Object::default().with("system", self.system.as_str()).with("value", self.value.as_str())
    }

    /// With its kind, of table 0203.
    pub(super) fn typed(&self, code: &str, name: &str) -> Object {
        let kind = Code::of(name, vec![Coding::v2("0203", code, name)]);
        Object::default()
            .with("type", kind.json())
            .with("system", self.system.as_str())
            .with("value", self.value.as_str())
    }
}

/// Systems that more than one resource names.
pub mod codes {
    /// Codes of Fourglass, where no public system has one.
    pub const LOCAL: &str = "https://fourglass.example/fhir/CodeSystem/prostate-procedures";
    /// Its questionnaires, followed by their name.
    pub const FORMS: &str = "https://fourglass.example/fhir/Questionnaire";
    /// Units.
    pub const UCUM: &str = "http://unitsofmeasure.org";
}

/// An hour with its zone, to the second.
pub(super) fn time(at: Moment) -> String {
    at.local().format("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// An instant, to the millisecond.
pub(super) fn instant(at: Moment) -> String {
    at.local().format("%Y-%m-%dT%H:%M:%S%.3f%:z").to_string()
}

/// From an hour to another; either may be open.
pub(super) fn period(start: Option<Moment>, end: Option<Moment>) -> Object {
    Object::default().with("start", start.map(time)).with("end", end.map(time))
}

/// Words of a person, as a list of one.
pub(super) fn note(words: &str) -> Json {
    Json::from([Object::default().with("text", words)])
}

/// A value inside a search: what means something there is escaped, and what means something in an address is a byte.
pub(super) fn escaped(value: &str) -> String {
    let mut meant = String::new();
    for sign in value.chars() {
        if matches!(sign, '|' | ',' | '$' | '\\') {
            meant.push('\\');
        }
        meant.push(sign);
    }
    let kept = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/".contains(&byte);
    meant.bytes().map(|byte| if kept(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
