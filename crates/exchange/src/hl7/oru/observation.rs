//! One observation (OBX): its code, its values as they were written, and where it stands.

use super::super::reading::{Row, Value};
use super::NotTaken;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// A code, its translations, and the words beside it (CE, CWE).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReportedCode {
    /// Code, name and system of each coding that says something.
    pub codings: Vec<[String; 3]>,
    /// CWE.9: the words of whoever coded it.
    pub words: String,
}

impl ReportedCode {
    /// The code in a system of table 0396, such as `LN`; none when it is not given in that one.
    #[must_use]
    pub fn in_system(&self, system: &str) -> Option<&str> {
        let coding = self.codings.iter().find(|[code, _, named]| named == system && !code.is_empty());
        coding.map(|[code, _, _]| code.as_str())
    }

    /// Whether any coding has this code, whatever its system.
    #[must_use]
    pub fn has(&self, code: &str) -> bool {
        self.codings.iter().any(|[found, _, _]| found == code)
    }

    /// As a person reads it: the words, else a name, else a code.
    #[must_use]
    pub fn label(&self) -> &str {
        let named = |place: usize| self.codings.iter().map(move |coding| coding[place].as_str());
        let mut said = std::iter::once(self.words.as_str()).chain(named(1)).chain(named(0));
        said.find(|words| !words.is_empty()).unwrap_or_default()
    }
}

/// What an observation says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReportedValue {
    /// A number or words (NM, ST, TX, FT, DT, TS and others), as written.
    Text(String),
    /// A comparator, a number, a separator and a number (SN), any of which may be empty.
    Structured([String; 4]),
    /// A code (CE, CWE, CNE).
    Coded(ReportedCode),
    /// A document (ED).
    Attached(Attachment),
}

impl ReportedValue {
    /// As it was written, on one line where it was on one.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Structured(parts) => parts.concat(),
            Self::Coded(code) => code.label().to_owned(),
            Self::Attached(attachment) => format!("a document ({})", attachment.media),
        }
    }
}

/// A document inside a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Kind and format as written, such as `application/pdf`.
    pub media: String,
    /// Its bytes; none when they are not Base64 or hexadecimal, as ED-4 says they are.
    pub bytes: Option<Vec<u8>>,
}

/// Where an observation stands (OBX-11, table 0085).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ObservationStatus {
    /// `F`, `U`: final.
    Final,
    /// `P`, `R`, `S`, `I`: not final yet.
    Preliminary,
    /// `C`: replaces what was final.
    Corrected,
    /// `X`: cannot be obtained.
    NotObtained,
    /// `W`: was posted as another's.
    PostedWrong,
    /// `D`: to be taken away.
    Deleted,
    /// `O`, `N`: only says what was ordered or not asked.
    OrderOnly,
}

impl ObservationStatus {
    fn read(code: &str) -> Result<Self, NotTaken> {
        Ok(match code {
            "F" | "U" => Self::Final,
            "P" | "R" | "S" | "I" => Self::Preliminary,
            "C" => Self::Corrected,
            "X" => Self::NotObtained,
            "W" => Self::PostedWrong,
            "D" => Self::Deleted,
            "O" | "N" => Self::OrderOnly,
            "" => {
                let why = "nobody knows whether the result is final";
                return Err(NotTaken::Missing { field: "OBX-11", why });
            }
            _ => return Err(NotTaken::NotInTable { field: "OBX-11", found: code.to_owned() }),
        })
    }
}

/// One observation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observation {
    /// OBX-2.
    pub value_type: String,
    /// OBX-3.
    pub code: ReportedCode,
    /// OBX-4: what ties an organism to its count and its susceptibilities.
    pub sub_id: String,
    /// OBX-5: every repetition.
    pub values: Vec<ReportedValue>,
    /// OBX-6.
    pub unit: ReportedCode,
    /// OBX-7.
    pub reference: String,
    /// OBX-8: every flag, such as `A`, `S`, `R`.
    pub flags: Vec<String>,
    /// OBX-11.
    pub status: ObservationStatus,
    /// OBX-14 as written.
    pub observed: String,
    /// OBX-17.
    pub method: ReportedCode,
    /// Remarks below it.
    pub notes: Vec<String>,
}

impl Observation {
    /// Its values as written, one a line.
    #[must_use]
    pub fn words(&self) -> String {
        self.values.iter().map(ReportedValue::words).collect::<Vec<_>>().join("\n")
    }
}

/// OBX.
pub(super) fn observation(row: Row) -> Result<Observation, NotTaken> {
    let value_type = row.part(2, 1);
    let first = |field| row.values(field).next().map(code).unwrap_or_default();
    Ok(Observation {
        code: first(3),
        sub_id: row.text(4),
        values: values(row, &value_type),
        unit: first(6),
        reference: row.text(7),
        flags: row.values(8).map(|flag| flag.part(1)).collect(),
        status: ObservationStatus::read(&row.part(11, 1))?,
        observed: row.part(14, 1),
        method: first(17),
        notes: Vec::new(),
        value_type,
    })
}

fn values(row: Row, value_type: &str) -> Vec<ReportedValue> {
    match value_type {
        "SN" => {
            row.values(5).map(|value| ReportedValue::Structured([1, 2, 3, 4].map(|part| value.part(part)))).collect()
        }
        "CE" | "CWE" | "CNE" => row.values(5).map(|value| ReportedValue::Coded(code(value))).collect(),
        "ED" => row.values(5).map(|value| ReportedValue::Attached(attachment(value))).collect(),
        _ => (!row.text(5).is_empty()).then(|| ReportedValue::Text(row.text(5))).into_iter().collect(),
    }
}

/// CE or CWE. A value without delimiters is a code in CE-1; free text stands there too.
pub(super) fn code(value: Value) -> ReportedCode {
    let coding = |first: usize| [0, 1, 2].map(|place| value.part(first + place));
    let codings = [1, 4].map(coding).into_iter().filter(|coding| coding.iter().any(|part| !part.is_empty()));
    ReportedCode { codings: codings.collect(), words: value.part(9) }
}

fn attachment(value: Value) -> Attachment {
    let said = value.part(5);
    let plain: String = said.split_whitespace().collect();
    let bytes = match value.part(4).to_ascii_lowercase().as_str() {
        "base64" => STANDARD.decode(plain).ok(),
        "hex" => hex(&plain),
        "a" => Some(said.into_bytes()),
        _ => None,
    };
    let media: Vec<String> = [2, 3].map(|part| value.part(part)).into_iter().filter(|part| !part.is_empty()).collect();
    Attachment { media: media.join("/"), bytes: bytes.filter(|bytes| !bytes.is_empty()) }
}

fn hex(digits: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u32>> = digits.chars().map(|digit| digit.to_digit(16)).collect();
    let pairs = digits.filter(|digits| digits.len().is_multiple_of(2))?;
    pairs.chunks(2).map(|pair| u8::try_from(pair[0] * 16 + pair[1]).ok()).collect()
}
