//! Rows and thresholds as content: versioned, each with its source and with what it cannot tell.

use super::Category;
use serde::Deserialize;
use std::sync::LazyLock;

/// The thresholds, in the units of the sources that name them.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Thresholds {
    bacteriuria_cfu_per_ml: u64,
    leukocytes_per_field: u64,
    eps_leukocytes_per_microlitre: u64,
    no_growth_limit_cfu_per_ml: u64,
}

impl Thresholds {
    /// Bacteriuria in men, in thousandths of cfu/mL.
    pub(crate) const fn bacteriuria(&self) -> u64 {
        self.bacteriuria_cfu_per_ml * 1000
    }

    /// Significant leukocytes, in thousandths per high-power field.
    pub(crate) const fn leukocytes_per_field(&self) -> u64 {
        self.leukocytes_per_field * 1000
    }

    /// Significant leukocytes in EPS, in thousandths per microlitre.
    pub(crate) const fn eps_leukocytes_per_microlitre(&self) -> u64 {
        self.eps_leukocytes_per_microlitre * 1000
    }

    /// The limit that stands for one that no report states, in thousandths of cfu/mL: the highest that is usual.
    pub(crate) const fn no_growth_limit(&self) -> u64 {
        self.no_growth_limit_cfu_per_ml * 1000
    }
}

/// One row of a table.
#[derive(Debug, Deserialize)]
pub(crate) struct Row {
    /// Its id, such as `four-glass-5`.
    pub(crate) id: String,
    /// What it suggests, in one word.
    pub(crate) category: Category,
    /// What it suggests.
    pub(crate) suggestion: String,
    /// When.
    pub(crate) condition: String,
    /// Where it comes from.
    pub(crate) source: String,
    /// What it cannot tell.
    pub(crate) limit: String,
}

#[derive(Debug, Deserialize)]
struct Content {
    version: String,
    thresholds: Thresholds,
    rows: Vec<Row>,
}

static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    // The file is compiled in and read by a test, so a broken one never leaves the house.
    serde_json::from_str(include_str!("../../../../content/results/interpretation.json"))
        .expect("the interpretation is read by a test")
});

/// The version of rows and thresholds; stored with every suggestion.
#[must_use]
pub fn content_version() -> &'static str {
    &CONTENT.version
}

/// The thresholds.
pub(crate) fn thresholds() -> &'static Thresholds {
    &CONTENT.thresholds
}

/// The row `id` where it suggests `category`. Every pair that the tables use is in the content, as a test shows.
pub(crate) fn row(id: &str, category: Category) -> &'static Row {
    let found = CONTENT.rows.iter().find(|row| row.id == id && row.category == category);
    found.expect("every row of the tables is in the content")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_holds_the_ten_and_the_eight_rows_with_source_and_limit() {
        assert_eq!(content_version(), "2026.11.1");
        let mut ids: Vec<&str> = CONTENT.rows.iter().map(|row| row.id.as_str()).collect();
        ids.dedup();
        let expected =
            (1..=10).map(|row| format!("four-glass-{row}")).chain((1..=8).map(|row| format!("two-glass-{row}")));
        assert_eq!(ids, expected.collect::<Vec<_>>());
        for row in &CONTENT.rows {
            let words = [&row.suggestion, &row.condition, &row.source, &row.limit];
            assert!(words.iter().all(|words| !words.is_empty()), "{}", row.id);
        }
        let limits = [thresholds().bacteriuria(), thresholds().leukocytes_per_field()];
        assert_eq!(limits, [1_000_000, 10_000]);
    }
}
