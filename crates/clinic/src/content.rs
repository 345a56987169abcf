//! The clinical content as a whole: every file with its version, every row with what it says, its source and whether a
//! clinician has still to sign it off. What decides is read by its own module; this is the view for people.

mod says;

use crate::words::words;
use serde::Serialize;
use serde_json::Value;
use std::sync::LazyLock;

words! {
    /// How far a row is founded.
    pub enum SignOff {
        /// It stands in the source that it names.
        FromSource = "from-source",
        /// Professional knowledge or a decision of the product: a clinician must still sign it off.
        Awaiting = "awaiting-clinical-sign-off",
    }
}

/// One row of content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ContentRow {
    /// Its id, as records carry it.
    pub id: String,
    /// What it is about.
    pub title: String,
    /// What it says, with its thresholds and units.
    pub says: String,
    /// Where that is from.
    pub source: String,
    /// How far it is founded.
    pub sign_off: SignOff,
}

/// One file of content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ContentFile {
    /// Its id.
    pub id: String,
    /// What it is.
    pub title: String,
    /// Its version; a record keeps the one it was made with.
    pub version: String,
    /// Its rows, in their order.
    pub rows: Vec<ContentRow>,
    /// The file as it stands, for its digest.
    #[serde(skip)]
    pub file: &'static str,
}

/// A file and how its rows are read: its id, its title, itself, and where its rows stand.
struct Shelf(&'static str, &'static str, &'static str, &'static str);

const SHELVES: &[Shelf] = &[
    Shelf("items", "Items of the safety screen", include_str!("../../../content/screening/items.json"), "items"),
    Shelf(
        "rules",
        "Combined rules of the safety screen",
        include_str!("../../../content/screening/rules.json"),
        "rules",
    ),
    Shelf("indications", "Indications", include_str!("../../../content/indications.json"), "indications"),
    Shelf("specimens", "Specimens", include_str!("../../../content/catalogue/specimens.json"), "specimens"),
    Shelf("kits", "Kits of post-DRE urine", include_str!("../../../content/kits.json"), "kits"),
    Shelf("interpretation", "Interpretation", include_str!("../../../content/results/interpretation.json"), "rows"),
    Shelf("critical", "Critical results", include_str!("../../../content/results/critical.json"), "criteria"),
    Shelf("organisms", "Organisms", include_str!("../../../content/results/organisms.json"), "organisms"),
    Shelf("aftercare-en", "Aftercare sheet, English", include_str!("../../../content/aftercare/en.json"), "rows"),
    Shelf("aftercare-es", "Aftercare sheet, Spanish", include_str!("../../../content/aftercare/es.json"), "rows"),
    Shelf("aftercare-de", "Aftercare sheet, German", include_str!("../../../content/aftercare/de.json"), "rows"),
    Shelf("preparation-en", "Preparation sheet, English", include_str!("../../../content/preparation/en.json"), "rows"),
    Shelf("preparation-es", "Preparation sheet, Spanish", include_str!("../../../content/preparation/es.json"), "rows"),
    Shelf("preparation-de", "Preparation sheet, German", include_str!("../../../content/preparation/de.json"), "rows"),
    Shelf("adverse-events", "Terms of adverse events", include_str!("../../../content/adverse-events.json"), "risks"),
    Shelf("questionnaires", "Questionnaires", include_str!("../../../content/questionnaires.json"), "questionnaires"),
];

static FILES: LazyLock<Vec<ContentFile>> = LazyLock::new(|| {
    let shelves = SHELVES.iter().filter_map(|Shelf(id, title, file, list)| {
        let read: Value = serde_json::from_str(file).ok()?;
        let rows = match &read[*list] {
            Value::Object(rows) => rows.values().map(row).collect(),
            rows => rows.as_array()?.iter().map(row).collect(),
        };
        Some(content_file(id, title, &read, rows, file))
    });
    let texts = crate::consent::edition::all().iter().filter_map(|edition| {
        let read: Value = serde_json::from_str(edition.file).ok()?;
        let text = &edition.text;
        let title = format!("Consent, {}, {} {}", text.title, text.language, text.version);
        // Versions stand side by side: the id names which.
        let id = format!("consent-{}-{}-{}", text.id, text.language, text.version);
        Some(content_file(&id, &title, &read, says::consent(&read), edition.file))
    });
    shelves.chain(texts).collect()
});

/// Every file of content.
#[must_use]
pub fn all() -> &'static [ContentFile] {
    &FILES
}

fn content_file(id: &str, title: &str, read: &Value, rows: Vec<ContentRow>, file: &'static str) -> ContentFile {
    let version = says::text(&read["version"]);
    ContentFile { id: id.to_owned(), title: title.to_owned(), version, rows, file }
}

fn row(read: &Value) -> ContentRow {
    let first = |names: &[&str]| {
        names.iter().map(|name| says::text(&read[*name])).find(|text| !text.is_empty()).unwrap_or_default()
    };
    // The source of a specimen is what it is taken from; where its row stands is said beside it.
    let from = if read["from"].is_null() { &read["source"] } else { &read["from"] };
    let source = match from {
        Value::String(source) => source.clone(),
        _ => "A value of the catalogue; awaiting clinical sign-off".to_owned(),
    };
    ContentRow {
        id: first(&["id", "role", "risk"]),
        title: first(&["question", "title", "suggestion", "name", "section"]),
        says: says::row(read),
        sign_off: sign_off(&says::text(&read["sure"]), &source),
        source,
    }
}

/// Knowledge and decisions of the product wait for a clinician, and whatever says so itself.
fn sign_off(sure: &str, source: &str) -> SignOff {
    let waits = matches!(sure, "knowledge" | "design") || source.contains("awaiting clinical sign-off");
    if waits { SignOff::Awaiting } else { SignOff::FromSource }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_says_something_and_names_its_source() {
        assert!(all().len() >= SHELVES.len() + 5, "the consent texts stand beside the tables");
        for file in all() {
            assert!(!file.version.is_empty() && !file.rows.is_empty(), "{}", file.id);
            for row in &file.rows {
                let whole = [&row.id, &row.title, &row.says, &row.source];
                assert!(whole.iter().all(|text| !text.trim().is_empty()), "{}: {row:?}", file.id);
            }
        }
    }

    #[test]
    fn a_row_reads_with_its_thresholds_and_its_state() {
        let check = |file: &str, id: &str, says: &str, sign_off: SignOff| {
            let file = all().iter().find(|one| one.id == file).unwrap();
            let row = file.rows.iter().find(|row| row.id == id).unwrap();
            assert_eq!((row.says.as_str(), row.sign_off), (says, sign_off), "{id}");
        };
        check(
            "rules",
            "C09",
            "DRE relative, massage absolute, strokes absolute. Fever or chills within 30 days of a biopsy: an emergency.",
            SignOff::Awaiting,
        );
        check(
            "items",
            "rigors-24h",
            "Present: DRE relative, massage absolute, strokes absolute. Shaking chills suggest bacteria in the blood.",
            SignOff::FromSource,
        );
        check(
            "kits",
            "pca3",
            "3 strokes a lobe after an examination. Cup 20-30 mL; 2 tubes of 2.5 mL, filled within 4 h; \
             on ice until in the tube, then as the laboratory says.",
            SignOff::FromSource,
        );
    }
}
