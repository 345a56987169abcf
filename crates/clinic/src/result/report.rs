//! The report that results are typed from: how it came, who has checked the numbers, and what is read on it to say whose
//! it is. A value that is there and differs is somebody else's report until a person has looked again.

use super::ReportIdentifier;
use crate::accession::Accession;
use crate::ids::StaffId;
use crate::patient::{BirthDate, Mrn, NamePart};
use crate::words::words;
use serde::{Deserialize, Serialize};

words! {
    /// How a report came.
    pub enum ReportSource {
        /// By hand or by post.
        Paper = "paper",
        /// By fax.
        Fax = "fax",
        /// From the laboratory's portal.
        Portal = "portal",
    }
}

impl ReportSource {
    /// As a sentence says it.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Paper => "on paper",
            Self::Fax => "by fax",
            Self::Portal => "through the laboratory’s portal",
        }
    }
}

/// One identifier as it stands on the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ReadIdentifier {
    /// What it is.
    pub kind: ReportIdentifier,
    /// What the report says.
    pub text: String,
}

/// How the numbers were checked before they were kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "how", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum NumbersChecked {
    /// Typed a second time without the first in sight.
    #[default]
    TypedTwice,
    /// A second person looked at report and screen, and said so by their own passphrase.
    SeenBy {
        /// Who.
        staff: StaffId,
        /// Their name as it was.
        name: String,
    },
}

/// Whom a report has to be about.
#[derive(Debug, Clone)]
pub struct Bearer {
    /// Family name.
    pub family: NamePart,
    /// Given names.
    pub given: NamePart,
    /// As far as it is known.
    pub birth_date: BirthDate,
    /// The number, and those of charts that were merged into this one.
    pub numbers: Vec<Mrn>,
    /// The numbers of the tubes of this set.
    pub tubes: Vec<Accession>,
}

/// Why an identifier does not say that the report is this patient's.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotTheBearer {
    /// Nothing was typed.
    #[error("write what the report says")]
    Empty,
    /// It has no form that can be compared.
    #[error("{0}")]
    Unreadable(String),
    /// The record itself does not know enough to compare.
    #[error("the record does not know the whole birth date: compare something else")]
    NotKnown,
    /// It is another one.
    #[error(
        "the report says “{report}”, the record says “{record}”: it may be somebody else’s report. Keep it apart, and look at it again"
    )]
    Differs {
        /// As typed from the report.
        report: String,
        /// As it stands in the record.
        record: String,
    },
}

impl ReadIdentifier {
    /// Whether this says that the report is about `bearer`.
    ///
    /// # Errors
    /// Why it does not.
    pub fn compare(&self, bearer: &Bearer) -> Result<(), NotTheBearer> {
        let text = self.text.trim();
        if text.is_empty() {
            return Err(NotTheBearer::Empty);
        }
        let differs = |record: String| Err(NotTheBearer::Differs { report: text.to_owned(), record });
        let unreadable = |problem: &dyn std::fmt::Display| NotTheBearer::Unreadable(problem.to_string());
        match self.kind {
            ReportIdentifier::Name if names(text, bearer) => Ok(()),
            ReportIdentifier::Name => differs(format!("{}, {}", bearer.family, bearer.given)),
            ReportIdentifier::BirthDate => {
                let known = bearer.birth_date.full().ok_or(NotTheBearer::NotKnown)?;
                let read = BirthDate::parse(text).map_err(|problem| unreadable(&problem))?;
                if read.full() == Some(known) { Ok(()) } else { differs(bearer.birth_date.to_string()) }
            }
            ReportIdentifier::Mrn => {
                let read = Mrn::parse(text).map_err(|problem| unreadable(&problem))?;
                let record = bearer.numbers.iter().map(ToString::to_string).collect::<Vec<_>>();
                if bearer.numbers.contains(&read) { Ok(()) } else { differs(record.join(", ")) }
            }
            ReportIdentifier::Accession => {
                let read = Accession::parse(text).map_err(|problem| unreadable(&problem))?;
                let ours = |tube: &Accession| *tube == read || tube.collection() == read;
                let set = bearer.tubes.first().map(|tube| tube.collection().to_string()).unwrap_or_default();
                if bearer.tubes.iter().any(ours) { Ok(()) } else { differs(set) }
            }
        }
    }
}

/// Every word of the family name and one of the given names, in any order: reports print “SOMMER, Anton J.”.
fn names(text: &str, bearer: &Bearer) -> bool {
    let words = |name: &str| -> Vec<String> {
        let split = name.split(|sign: char| !sign.is_alphanumeric());
        split.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
    };
    let read = words(text);
    let family = words(bearer.family.as_str());
    let given = words(bearer.given.as_str());
    family.iter().all(|word| read.contains(word)) && given.iter().any(|word| read.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(kind: ReportIdentifier, text: &str, expect: &str) {
        let tube = |container| Accession::new('U', 2026, 1, container).unwrap();
        let bearer = Bearer {
            family: NamePart::parse("Sommer-Holm").unwrap(),
            given: NamePart::parse("Anton Jakob").unwrap(),
            birth_date: "1961-04-09".parse().unwrap(),
            numbers: vec![Mrn::parse("FG-000001").unwrap()],
            tubes: vec![tube(1), tube(4)],
        };
        let said = ReadIdentifier { kind, text: text.to_owned() }.compare(&bearer);
        assert_eq!(said.map_or_else(|why| why.to_string(), |()| "the same".to_owned()), expect, "{text}");
    }

    #[test]
    fn what_the_report_says_is_compared_and_never_guessed() {
        use ReportIdentifier::{Accession as Tube, BirthDate as Born, Mrn, Name};
        check(Name, "SOMMER-HOLM, Anton J.", "the same");
        check(Name, "jakob sommer holm", "the same");
        check(
            Name,
            "Sommer, Anton",
            "the report says “Sommer, Anton”, the record says “Sommer-Holm, Anton Jakob”: it may be somebody else’s report. Keep it apart, and look at it again",
        );
        check(Name, " ", "write what the report says");
        check(Born, "1961-04-09", "the same");
        check(
            Born,
            "1961-09-04",
            "the report says “1961-09-04”, the record says “1961-04-09”: it may be somebody else’s report. Keep it apart, and look at it again",
        );
        check(
            Born,
            "9.4.61",
            "write a day that exists, as day month year (09 04 1961), or say how much of it is known",
        );
        check(Mrn, "fg-000001", "the same");
        let set = Accession::new('U', 2026, 1, 0).unwrap();
        check(Tube, &set.to_string(), "the same");
        check(Tube, &set.tube(crate::specimen::SpecimenRole::Vb1).unwrap().compact(), "the same");
        check(Tube, "U26-000001-1 9", "the check character does not fit: one sign is wrong, read the number again");
        let other = Accession::new('U', 2026, 2, 1).unwrap();
        let expect = format!(
            "the report says “{other}”, the record says “{set}”: it may be somebody else’s report. Keep it apart, and look at it again"
        );
        check(Tube, &other.to_string(), &expect);
    }
}
