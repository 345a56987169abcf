//! What a laboratory reports of a further specimen: test and value as they stand on the report, each value typed twice.

use serde::{Deserialize, Serialize};

/// One line of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ReportLine {
    /// What was examined.
    pub test: String,
    /// What was found, with its unit, as the report has it.
    pub value: String,
}

/// A report as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct FurtherReport {
    /// What on the report named the patient or the tube.
    pub identifiers: Vec<crate::result::ReportIdentifier>,
    /// Its lines.
    pub lines: Vec<ReportLine>,
}

/// One line as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TypedReportLine {
    /// What was examined.
    pub test: String,
    /// What was found.
    pub value: String,
    /// The same, typed again.
    pub value_again: String,
}

/// One field that cannot stand: its name, and why.
pub type ReportRefused = (String, String);

/// The most lines of one report.
const MOST_LINES: usize = 12;

/// Reads the lines of a report; a line of which nothing was typed is none.
///
/// # Errors
/// Each field that cannot stand.
pub fn read_report(typed: &[TypedReportLine]) -> Result<Vec<ReportLine>, Vec<ReportRefused>> {
    let (mut lines, mut refused) = (Vec::new(), Vec::new());
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for (at, line) in typed.iter().enumerate().take(MOST_LINES) {
        let (test, value, again) = (plain(&line.test), plain(&line.value), plain(&line.value_again));
        if value.is_empty() && again.is_empty() {
            continue;
        }
        let mut refuse = |field: &str, why: &str| refused.push((format!("lines.{at}.{field}"), why.to_owned()));
        if test.is_empty() || test.chars().count() > 80 {
            refuse("test", "write what was examined, in at most 80 characters");
        }
        if value.chars().count() > 160 {
            refuse("value", "use at most 160 characters");
        }
        if value.to_lowercase() != again.to_lowercase() {
            refuse("valueAgain", "this is not what was typed before: look at the report again");
        }
        lines.push(ReportLine { test, value });
    }
    if lines.is_empty() && refused.is_empty() {
        refused.push(("lines.0.value".to_owned(), "write what the report says".to_owned()));
    }
    if refused.is_empty() { Ok(lines) } else { Err(refused) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &[(&str, &str, &str)]) -> String {
        let typed: Vec<_> = lines
            .iter()
            .map(|(test, value, again)| TypedReportLine {
                test: (*test).into(),
                value: (*value).into(),
                value_again: (*again).into(),
            })
            .collect();
        match read_report(&typed) {
            Ok(lines) => {
                lines.iter().map(|line| format!("{} = {}", line.test, line.value)).collect::<Vec<_>>().join("; ")
            }
            Err(refused) => refused.iter().map(|(field, _)| field.clone()).collect::<Vec<_>>().join("; "),
        }
    }

    #[test]
    fn every_value_is_typed_twice_alike() {
        assert_eq!(read(&[("PSA", " 4.2  ng/mL", "4.2 ng/mL"), ("", "", "")]), "PSA = 4.2 ng/mL");
        assert_eq!(read(&[("PSA", "4.2", "2.4")]), "lines.0.valueAgain");
        assert_eq!(read(&[("", "positive", "Positive")]), "lines.0.test");
        assert_eq!(read(&[("PSA", "", "")]), "lines.0.value");
        assert_eq!(read(&[]), "lines.0.value");
    }
}
