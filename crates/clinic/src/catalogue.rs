//! What the clinic collects, as content: container, least volume, storage and the codes a laboratory is sent.

mod laboratory;

pub use laboratory::{LaboratoryValues, TypedLaboratoryValues, ValueRefused};

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
    /// Each container, where one collection fills several that differ; empty for a single one.
    #[serde(default)]
    pub bottles: Vec<String>,
    /// What is in the container beforehand.
    pub additive: String,
    /// The least volume in millilitres; below it the laboratory may say “quantity not sufficient”.
    /// None where the container or the laboratory decides.
    #[serde(rename = "minimumMl")]
    pub minimum: Option<Volume>,
    /// The volume to aim at, in words.
    pub target: String,
    /// How to keep it.
    pub storage: String,
    /// Why it cannot be had a second time, for a tube that may be relabelled; empty where another one is collected.
    pub irretrievable: Option<Irretrievable>,
    /// Hours until culture at room temperature; none where the laboratory decides.
    pub ambient_hours: Option<u16>,
    /// Hours until culture at 2-8 °C; none where it is not kept cold, or the laboratory decides.
    pub cold_hours: Option<u16>,
    /// How long it keeps, in words, for what stands beside the glasses.
    #[serde(default)]
    pub keeps: String,
    /// What to know before it is taken, for what stands beside the glasses.
    #[serde(default)]
    pub hint: String,
    /// The rules and items of the safety screen that ask for it when they fire.
    #[serde(default)]
    pub asked_by: Vec<String>,
    /// Where that stands, for what stands beside the glasses.
    #[serde(default)]
    pub from: String,
    /// What it is.
    pub snomed: Concept,
    /// What it is, in the older table; none where no code of it is sure.
    pub table0487: Option<TableCode>,
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
    #[serde(rename = "fcu-naat")]
    fcu_naat: CatalogueEntry,
    msu: CatalogueEntry,
    #[serde(rename = "blood-culture")]
    blood_culture: CatalogueEntry,
    #[serde(rename = "psa-serum")]
    psa_serum: CatalogueEntry,
    semen: CatalogueEntry,
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
    let glasses = &CATALOGUE.specimens;
    match role {
        SpecimenRole::Vb1 => &glasses.vb1,
        SpecimenRole::Vb2 => &glasses.vb2,
        SpecimenRole::Eps => &glasses.eps,
        SpecimenRole::Vb3 => &glasses.vb3,
        SpecimenRole::PreM => &glasses.pre_m,
        SpecimenRole::PostM => &glasses.post_m,
        SpecimenRole::Pdu => &glasses.pdu,
        SpecimenRole::FcuNaat => &glasses.fcu_naat,
        SpecimenRole::Msu => &glasses.msu,
        SpecimenRole::BloodCulture => &glasses.blood_culture,
        SpecimenRole::PsaSerum => &glasses.psa_serum,
        SpecimenRole::Semen => &glasses.semen,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_glass_is_in_the_catalogue_with_codes_whose_check_digits_hold() {
        // Reading it is the check: a code whose digit is wrong does not parse.
        assert_eq!(catalogue().version, "2026.11.5");
        let told: Vec<_> = (SpecimenRole::ALL.iter().map(|role| entry(*role)))
            .map(|entry| {
                let older = entry.table0487.as_ref().map_or("-", |table| table.code.as_str());
                format!("{} {} {older}", entry.role, entry.snomed.code.as_str())
            })
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
                "fcu-naat 698276005 UR",
                "msu 258574006 URINM",
                "blood-culture 119297000 -",
                "psa-serum 119364003 -",
                "semen 119347001 SMN",
            ]
        );
        let every = SpecimenRole::ALL.iter().map(|role| (role, entry(*role)));
        for (role, entry) in every {
            assert!(entry.role == *role && !entry.source.is_empty(), "{role}");
            assert!(entry.table0487.as_ref().is_none_or(|table| table.code != "PROST"), "{role}");
        }
        assert_eq!(entry(SpecimenRole::Vb1).minimum, Some(Volume::of_hundredths(500)));
    }

    #[test]
    fn what_stands_beside_the_glasses_says_what_it_is_put_in_how_it_keeps_and_what_is_asked_of_it() {
        let said = SpecimenRole::FURTHER.map(|role| {
            let entry = entry(role);
            assert!(!entry.hint.is_empty() && !entry.keeps.is_empty() && !entry.from.is_empty(), "{role}");
            let asked = entry.ordered.loinc.as_ref().map_or(entry.ordered.local.as_str(), |loinc| loinc.as_str());
            format!("{}: {}, {}", role.code(), entry.container, asked)
        });
        assert_eq!(
            said,
            [
                "MSU: Sterile screw cup, 630-4",
                "BC: Blood culture bottle, BLOOD-CULT",
                "FCU: Aptima urine tube, 36903-3",
                "PSA: Serum separator tube, 2857-1",
                "SEM: Sterile jar, 6463-4",
            ]
        );
        assert_eq!(entry(SpecimenRole::BloodCulture).bottles.len(), 2, "one set is two bottles");
        // What a rule asks for in words, it asks for here too: the words never name a culture that nothing can record.
        let screen = crate::content::all().iter().filter(|file| ["items", "rules"].contains(&file.id.as_str()));
        let known: Vec<&str> = screen.flat_map(|file| &file.rows).map(|row| row.id.as_str()).collect();
        for id in SpecimenRole::FURTHER.iter().flat_map(|role| &entry(*role).asked_by) {
            assert!(known.contains(&id.as_str()), "{id} is no rule and no item");
        }
        let also = |role| entry(role).also_used.iter().map(|test| test.loinc.as_str()).collect::<Vec<_>>();
        assert_eq!(also(SpecimenRole::PsaSerum), ["10886-0", "12841-3"]);
        assert_eq!(also(SpecimenRole::FcuNaat), ["42931-6", "60256-5"]);
    }

    #[test]
    fn leukocytes_in_secretion_come_under_the_names_that_were_seen_for_them_and_nothing_is_ordered_by_one() {
        // Their names were seen on public code pages; a laboratory is asked for its own code beside the culture's.
        let eps = entry(SpecimenRole::Eps);
        let counted = eps.also_used.iter().filter(|test| test.name.contains("Leukocytes"));
        let counted: Vec<_> = counted.map(|test| (test.loinc.as_str(), test.name.as_str())).collect();
        assert_eq!(
            counted,
            [
                ("96718-2", "Leukocytes [#/area] in Prostatic fluid by Light microscopy"),
                ("72348-6", "Leukocytes [#/volume] in Prostatic fluid by Manual count"),
            ]
        );
        assert_eq!(eps.ordered.loinc.as_ref().map(Loinc::as_str), Some("6463-4"));
    }
}
