//! Which organism: by its id in the catalogue, where it is known what finding it means; otherwise as the report names it.

use crate::words::words;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

words! {
    /// What finding an organism in a prostatic specimen means.
    pub enum Standing {
        /// Known to cause infection of the urinary tract and the prostate.
        Uropathogen = "uropathogen",
        /// Usually flora of skin and urethra.
        Doubtful = "doubtful",
        /// In neither list: the urologist decides.
        Unlisted = "unlisted",
    }
}

/// One organism of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct CatalogueOrganism {
    /// Stable id, such as `escherichia-coli`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Other names that reports use.
    #[serde(default)]
    pub also: Vec<String>,
    /// What finding it means.
    pub standing: Standing,
    /// Where that comes from.
    pub source: String,
}

#[derive(Deserialize)]
struct Content {
    version: String,
    organisms: Vec<CatalogueOrganism>,
}

static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    // The file is compiled in and read by a test, so a broken one never leaves the house.
    serde_json::from_str(include_str!("../../../../content/results/organisms.json"))
        .expect("the organisms are read by a test")
});

/// The version of the list; stored with every interpretation.
#[must_use]
pub fn organism_version() -> &'static str {
    &CONTENT.version
}

/// Every organism whose meaning is known, in the order in which it is offered.
#[must_use]
pub fn organisms() -> &'static [CatalogueOrganism] {
    &CONTENT.organisms
}

/// One organism, as a report names it. Two are the same only when they have the same id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(try_from = "String", into = "String")]
#[specta(transparent)]
pub struct Organism(#[specta(type = String)] String);

/// A name that nobody could look up.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("write the name of the organism in 2 to 80 characters, as the report has it")]
pub struct NotAnOrganism;

impl Organism {
    /// The organism that `text` names: by id, by name, by a usual abbreviation, or as it is written.
    ///
    /// # Errors
    /// When it is no name.
    pub fn named(text: &str) -> Result<Self, NotAnOrganism> {
        let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !(2..=80).contains(&name.chars().count()) || name.chars().any(char::is_control) {
            return Err(NotAnOrganism);
        }
        let same = |known: &String| known.to_lowercase() == name.to_lowercase();
        let known = organisms().iter().find(|one| same(&one.id) || same(&one.name) || one.also.iter().any(same));
        Ok(Self(known.map_or(name, |known| known.id.clone())))
    }

    /// What stands in the catalogue about it.
    #[must_use]
    pub fn listed(&self) -> Option<&'static CatalogueOrganism> {
        organisms().iter().find(|known| known.id == self.0)
    }

    /// Its name as papers print it.
    #[must_use]
    pub fn name(&self) -> &str {
        self.listed().map_or(&self.0, |known| &known.name)
    }

    /// What finding it means.
    #[must_use]
    pub fn standing(&self) -> Standing {
        self.listed().map_or(Standing::Unlisted, |known| known.standing)
    }

    /// Whether it is the same species; an unlisted one by its name, whatever its capitals.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        self.0.to_lowercase() == other.0.to_lowercase()
    }
}

impl std::fmt::Display for Organism {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

impl TryFrom<String> for Organism {
    type Error = NotAnOrganism;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::named(&text)
    }
}

impl From<Organism> for String {
    fn from(organism: Organism) -> Self {
        organism.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &str) {
        let found = Organism::named(text);
        let found = found.map_or_else(|_| "refused".to_owned(), |one| format!("{one}, {}", one.standing()));
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn an_organism_is_known_by_any_of_its_names_and_kept_when_it_is_not() {
        check("E. coli", "Escherichia coli, uropathogen");
        check("  escherichia   COLI ", "Escherichia coli, uropathogen");
        check("staphylococcus-saprophyticus", "Staphylococcus saprophyticus, uropathogen");
        check("CoNS", "Coagulase-negative staphylococci, doubtful");
        check("diphtheroids", "Coryneform bacteria, doubtful");
        check("Candida albicans", "Candida albicans, unlisted");
        check("x", "refused");
        assert!(Organism::named("candida  albicans").unwrap().is(&Organism::named("Candida albicans").unwrap()));
    }

    #[test]
    fn no_two_organisms_share_a_name_and_each_has_its_source() {
        assert_eq!(organism_version(), "2026.11.1");
        let mut names: Vec<String> = Vec::new();
        for one in organisms() {
            assert!(!one.source.is_empty() && one.standing != Standing::Unlisted, "{}", one.id);
            let id = Some(&one.id).filter(|id| **id != one.name.to_lowercase());
            names.extend(id.into_iter().chain([&one.name]).chain(&one.also).map(|name| name.to_lowercase()));
        }
        let all = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
