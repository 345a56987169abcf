//! A requisition on paper: what somebody reads from it and types is compared with the patient before it is kept.

use crate::patient::{BirthDate, Mrn};
use serde::{Deserialize, Serialize};

/// What was read from the paper, as typed; empty where the paper does not say it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ReadIdentifiers {
    /// The patient's name, in any order.
    pub name: String,
    /// The birth date, as `1961-04-09` or as far as the paper has it.
    pub birth_date: String,
    /// The clinic's number.
    pub mrn: String,
}

/// Whose paper it must be.
#[derive(Debug, Clone, Copy)]
pub struct MeantPatient<'a> {
    /// Family name.
    pub family: &'a str,
    /// Given names.
    pub given: &'a str,
    /// Birth date.
    pub birth_date: BirthDate,
    /// The clinic's number.
    pub mrn: &'a Mrn,
}

/// One identifier that cannot stand: its field, and why.
pub type IdentifierRefused = (&'static str, String);

impl ReadIdentifiers {
    /// Compares what was read with the patient.
    ///
    /// # Errors
    /// Each identifier that differs; and `name`, when fewer than two were read.
    pub fn check(&self, patient: &MeantPatient<'_>) -> Result<(), Vec<IdentifierRefused>> {
        let mut refused = Vec::new();
        let (name, birth, mrn) = (self.name.trim(), self.birth_date.trim(), self.mrn.trim());
        if !name.is_empty() && words(name) != words(&format!("{} {}", patient.family, patient.given)) {
            let words = format!("the paper says {name}; this is {}, {}", patient.family, patient.given);
            refused.push(("name", words));
        }
        if !birth.is_empty() && BirthDate::parse(birth) != Ok(patient.birth_date) {
            let words = format!("the paper says {birth}; this patient was born {}", patient.birth_date);
            refused.push(("birthDate", words));
        }
        if !mrn.is_empty() && Mrn::parse(mrn).as_ref() != Ok(patient.mrn) {
            refused.push(("mrn", format!("the paper says {mrn}; this patient has {}", patient.mrn)));
        }
        if [name, birth, mrn].iter().filter(|text| !text.is_empty()).count() < 2 {
            refused.push(("name", "type two identifiers as they stand on the paper".to_owned()));
        }
        if refused.is_empty() { Ok(()) } else { Err(refused) }
    }
}

/// The words of a name in any order, as papers print them.
fn words(name: &str) -> Vec<String> {
    let split = name.split(|sign: char| sign.is_whitespace() || sign == ',').filter(|word| !word.is_empty());
    let mut words: Vec<String> = split.map(str::to_lowercase).collect();
    words.sort();
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, birth_date: &str, mrn: &str, expect: &str) {
        let number = Mrn::parse("FG-1042").unwrap();
        let patient = MeantPatient {
            family: "Lindqvist",
            given: "Henrik",
            birth_date: BirthDate::parse("1961-04-09").unwrap(),
            mrn: &number,
        };
        let read = ReadIdentifiers { name: name.into(), birth_date: birth_date.into(), mrn: mrn.into() };
        let said = match read.check(&patient) {
            Ok(()) => "fits".to_owned(),
            Err(refused) => refused.iter().map(|(field, why)| format!("{field}: {why}")).collect::<Vec<_>>().join("; "),
        };
        assert_eq!(said, expect);
    }

    #[test]
    fn two_identifiers_of_the_paper_are_the_patients() {
        check("LINDQVIST, Henrik", "1961-04-09", "", "fits");
        check("henrik lindqvist", "", "fg-1042", "fits");
        check("", "1961-04-09", "FG-1042", "fits");
        check("Henrik Lindqvist", "", "", "name: type two identifiers as they stand on the paper");
        check("", "", "", "name: type two identifiers as they stand on the paper");
    }

    #[test]
    fn a_paper_that_names_somebody_else_is_refused_with_what_it_says() {
        check("Anton Sommer", "1961-04-09", "", "name: the paper says Anton Sommer; this is Lindqvist, Henrik");
        check(
            "Henrik Lindqvist",
            "1961-09-04",
            "FG-7",
            "birthDate: the paper says 1961-09-04; this patient was born 1961-04-09; \
             mrn: the paper says FG-7; this patient has FG-1042",
        );
    }
}
