//! What the clinic collects, as content: container, least volume, storage and the codes a laboratory is sent.

use crate::codes::{Loinc, Snomed};
use crate::specimen::{SpecimenRole, Volume};
use serde::Deserialize;
use std::sync::LazyLock;

/// A concept with the name it goes by.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Concept {
    /// SNOMED CT.
    #[serde(alias = "snomed")]
    pub code: Snomed,
    /// Its name.
    pub name: String,
}

/// A code of HL7 table 0487, which has no check digit and no word for prostatic fluid: `PROST` is a prosthesis.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct TableCode {
    /// The code.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// Why a specimen cannot simply be collected again.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Irretrievable {
    /// In words.
    pub because: String,
    /// Where that stands.
    pub source: String,
}

/// A test that a result may come back under.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Observable {
    /// LOINC.
    pub loinc: Loinc,
    /// Its name.
    pub name: String,
}

/// The test that is ordered for one glass.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct OrderedTest {
    /// LOINC, where a code is sure.
    pub loinc: Option<Loinc>,
    /// Its name there.
    pub name: String,
    /// The clinic's own code beside it.
    pub local: String,
    /// The words the requisition prints.
    pub title: String,
}

/// One kind of specimen.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CatalogueEntry {
    /// Which glass.
    pub role: SpecimenRole,
    /// The words a list shows.
    pub title: String,
    /// The source text, without which a laboratory refuses massage urine.
    pub source: String,
    /// Where it comes from, as an order says it.
    pub origin: String,
    /// How it is obtained, in words: no code is certain enough to be sent.
    pub collection: String,
    /// What it is collected in.
    pub container: String,
    /// What is in the container beforehand.
    pub additive: String,
    /// The least volume in millilitres; below it the laboratory may say “quantity not sufficient”.
    #[serde(rename = "minimumMl")]
    pub minimum: Volume,
    /// The volume to aim at, in words.
    pub target: String,
    /// How to keep it.
    pub storage: String,
    /// Why it cannot be had a second time, for a tube that may be relabelled; empty where another one is collected.
    pub irretrievable: Option<Irretrievable>,
    /// Hours until culture at room temperature.
    pub ambient_hours: i32,
    /// Hours until culture at 2-8 °C.
    pub cold_hours: i32,
    /// What it is.
    pub snomed: Concept,
    /// What it is, in the older table.
    pub table0487: TableCode,
    /// How it was collected, where that has a code.
    pub method: Option<Concept>,
    /// What is ordered.
    pub ordered: OrderedTest,
    /// What else a result may be called.
    pub also_used: Vec<Observable>,
}

/// The whole catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Catalogue {
    /// Its version; stored with every order.
    pub version: String,
    /// Where all of it comes from.
    pub site: Concept,
    /// One entry a role.
    specimens: Glasses,
}

/// One entry a role, so that none can be missing.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct Glasses {
    vb1: CatalogueEntry,
    vb2: CatalogueEntry,
    eps: CatalogueEntry,
    vb3: CatalogueEntry,
    #[serde(rename = "pre-m")]
    pre_m: CatalogueEntry,
    #[serde(rename = "post-m")]
    post_m: CatalogueEntry,
    pdu: CatalogueEntry,
}

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    // The file is compiled in and read by a test, so a broken one never leaves the house.
    serde_json::from_str(include_str!("../../../content/catalogue/specimens.json"))
        .expect("the catalogue is read by a test")
});

/// The catalogue this program was built with.
#[must_use]
pub fn catalogue() -> &'static Catalogue {
    &CATALOGUE
}

/// What is collected as `role`.
#[must_use]
pub fn entry(role: SpecimenRole) -> &'static CatalogueEntry {
    let Glasses { vb1, vb2, eps, vb3, pre_m, post_m, pdu } = &CATALOGUE.specimens;
    match role {
        SpecimenRole::Vb1 => vb1,
        SpecimenRole::Vb2 => vb2,
        SpecimenRole::Eps => eps,
        SpecimenRole::Vb3 => vb3,
        SpecimenRole::PreM => pre_m,
        SpecimenRole::PostM => post_m,
        SpecimenRole::Pdu => pdu,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_glass_is_in_the_catalogue_with_codes_whose_check_digits_hold() {
        // Reading it is the check: a code whose digit is wrong does not parse.
        assert_eq!(catalogue().version, "2026.11.4");
        let told: Vec<_> = (SpecimenRole::ALL.iter().map(|role| entry(*role)))
            .map(|entry| format!("{} {} {}", entry.role, entry.snomed.code.as_str(), entry.table0487.code))
            .collect();
        assert_eq!(
            told,
            [
                "vb1 698276005 UR",
                "vb2 258574006 URINM",
                "eps 258471001 SECRE",
                "vb3 122575003 UR",
                "pre-m 258574006 URINM",
                "post-m 122575003 UR",
                "pdu 122575003 UR",
            ]
        );
        let every = SpecimenRole::ALL.iter().map(|role| (role, entry(*role)));
        for (role, entry) in every {
            assert!(entry.role == *role && !entry.source.is_empty() && entry.table0487.code != "PROST", "{role}");
        }
        assert_eq!(entry(SpecimenRole::Vb1).minimum.to_string(), "5");
    }
}
