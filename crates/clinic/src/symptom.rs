//! The clinic's own table of symptom codes: what an order may say of why it is made. Suspected diagnoses are not coded.

use crate::words::words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

words! {
    /// The coding systems, by their names in HL7 table 0396.
    pub enum SymptomSystem {
        /// ICD-10 of the WHO.
        Icd10 = "I10",
        /// ICD-10-CM.
        Icd10Cm = "I10C",
        /// ICD-10-GM.
        Icd10Gm = "I10G",
        /// SNOMED CT.
        Snomed = "SCT",
        /// The clinic's own.
        Local = "L",
    }
}

/// One code as an order carries it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct SymptomCode {
    /// The code.
    pub code: String,
    /// What it means, in words.
    pub text: String,
    /// Whose code it is.
    pub system: SymptomSystem,
}

/// The days on which a code may be chosen, both included; without an end it goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Validity {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: Option<NaiveDate>,
}

/// Why a code is not taken into the table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SymptomRefusal {
    /// It does not look like a code of its system.
    #[error("“{0}” is no code of this system; write it as it stands in the book, such as {1}")]
    NotACode(String, &'static str),
    /// It names a disease that nobody has found yet.
    #[error(
        "{0} is a diagnosis, and an order says only what is complained of: choose the code of the symptom, such as R10.2"
    )]
    Diagnosis(String),
    /// Without words nobody knows what is chosen.
    #[error("write what the code means, in at most 80 characters")]
    NoText,
    /// The last day lies before the first.
    #[error("the last day lies before the first")]
    EndsBeforeItBegins,
    /// Two rows of one code on one day.
    #[error("this code is in the table for some of these days already; end the other row first")]
    Overlaps,
}

/// The categories of ICD-10 that name what this clinic looks for, and not what is complained of.
const DIAGNOSES: [&str; 6] = ["N40", "N41", "N42", "C61", "D07", "D40"];

impl SymptomCode {
    /// Reads a code with its words.
    ///
    /// # Errors
    /// When the code is none of its system, is a diagnosis, or has no words.
    pub fn read(code: &str, text: &str, system: SymptomSystem) -> Result<Self, SymptomRefusal> {
        let code = code.trim().to_uppercase();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !system.has(&code) {
            return Err(SymptomRefusal::NotACode(code, system.example()));
        }
        let icd = matches!(system, SymptomSystem::Icd10 | SymptomSystem::Icd10Cm | SymptomSystem::Icd10Gm);
        if icd && DIAGNOSES.iter().any(|category| code.starts_with(category)) {
            return Err(SymptomRefusal::Diagnosis(code));
        }
        if text.is_empty() || text.chars().count() > 80 || text.chars().any(char::is_control) {
            return Err(SymptomRefusal::NoText);
        }
        Ok(Self { code, text, system })
    }
}

impl SymptomSystem {
    /// Whether a code has the form of this system's codes.
    fn has(self, code: &str) -> bool {
        let sign = |sign: u8| sign.is_ascii_alphanumeric();
        match self {
            Self::Icd10 | Self::Icd10Cm | Self::Icd10Gm => {
                let (category, rest) = code.split_once('.').unwrap_or((code, ""));
                let letters = category.as_bytes();
                letters.len() == 3
                    && letters[0].is_ascii_alphabetic()
                    && letters[1].is_ascii_digit()
                    && sign(letters[2])
                    && rest.len() <= 4
                    && rest.bytes().all(sign)
                    && !code.ends_with('.')
            }
            Self::Snomed => (6..=18).contains(&code.len()) && code.bytes().all(|sign| sign.is_ascii_digit()),
            Self::Local => {
                (1..=20).contains(&code.len()) && code.bytes().all(|byte| sign(byte) || b"-.".contains(&byte))
            }
        }
    }

    const fn example(self) -> &'static str {
        match self {
            Self::Icd10 | Self::Icd10Cm | Self::Icd10Gm => "R10.2",
            Self::Snomed => "30473006",
            Self::Local => "PELVIC-PAIN",
        }
    }
}

impl Validity {
    /// Reads the days of a row.
    ///
    /// # Errors
    /// When the last day lies before the first.
    pub fn new(from: NaiveDate, until: Option<NaiveDate>) -> Result<Self, SymptomRefusal> {
        match until {
            Some(until) if until < from => Err(SymptomRefusal::EndsBeforeItBegins),
            until => Ok(Self { from, until }),
        }
    }

    /// Whether the code may be chosen on `day`.
    #[must_use]
    pub fn covers(self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }

    /// Whether the two share a day.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.until.is_none_or(|until| other.from <= until) && other.until.is_none_or(|until| self.from <= until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(code: &str, text: &str, system: SymptomSystem, expect: &str) {
        let read = SymptomCode::read(code, text, system);
        let found = read.map_or_else(|refused| refused.to_string(), |read| format!("{} {}", read.code, read.text));
        assert_eq!(found, expect, "{code}");
    }

    #[test]
    fn a_code_has_the_form_of_its_system_and_words_beside_it() {
        check(" r10.2 ", "Pelvic and  perineal pain", SymptomSystem::Icd10, "R10.2 Pelvic and perineal pain");
        check("N50.82", "Scrotal pain", SymptomSystem::Icd10Cm, "N50.82 Scrotal pain");
        check("30473006", "Pelvic pain", SymptomSystem::Snomed, "30473006 Pelvic pain");
        check("PELVIC-1", "Pelvic pain", SymptomSystem::Local, "PELVIC-1 Pelvic pain");
        let not = |code: &str, example: &str| {
            format!("“{code}” is no code of this system; write it as it stands in the book, such as {example}")
        };
        check("R10.", "Pain", SymptomSystem::Icd10, &not("R10.", "R10.2"));
        check("pain|x", "Pain", SymptomSystem::Local, &not("PAIN|X", "PELVIC-PAIN"));
        check("R10.2", "Pain", SymptomSystem::Snomed, &not("R10.2", "30473006"));
        check("R10.2", " ", SymptomSystem::Icd10, "write what the code means, in at most 80 characters");
    }

    #[test]
    fn a_suspected_diagnosis_is_not_coded() {
        let words = "N41.1 is a diagnosis, and an order says only what is complained of: choose the code of the symptom, such as R10.2";
        check("N41.1", "Chronic prostatitis", SymptomSystem::Icd10Gm, words);
        assert!(matches!(SymptomCode::read("C61", "Cancer", SymptomSystem::Icd10), Err(SymptomRefusal::Diagnosis(_))));
    }

    #[test]
    fn a_row_is_chosen_on_its_days_only() {
        let day = |text: &str| -> NaiveDate { text.parse().unwrap() };
        let row = |from, until: Option<&str>| Validity::new(day(from), until.map(day)).unwrap();
        let year = row("2026-01-01", Some("2026-12-31"));
        assert!(year.covers(day("2026-01-01")) && year.covers(day("2026-12-31")) && !year.covers(day("2027-01-01")));
        assert!(row("2026-06-01", None).covers(day("2099-01-01")));
        assert!(year.overlaps(row("2026-12-31", None)) && !year.overlaps(row("2027-01-01", None)));
        assert_eq!(Validity::new(day("2026-02-01"), Some(day("2026-01-31"))), Err(SymptomRefusal::EndsBeforeItBegins));
    }
}
