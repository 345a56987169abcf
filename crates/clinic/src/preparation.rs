//! The preparation sheet: what a patient is told before the day of the visit, versioned content in three languages.

use crate::aftercare::{Language, or_line};
use crate::consent::text::TextApproval;
use crate::procedure::ProcedureKind;
use crate::words::words;
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::LazyLock;

words! {
    /// The parts of a preparation sheet, in the order in which they are read.
    pub enum PreparationPart {
        /// The days before.
        Before = "before",
        /// The day itself.
        Day = "day",
        /// What to bring.
        Bring = "bring",
        /// When not to come, and to call first.
        Urgent = "urgent",
        /// Who cannot come.
        Next = "next",
    }
}

/// One line of a sheet, with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PreparationLine {
    /// Stable id, the same in every language.
    pub id: String,
    section: PreparationPart,
    /// Before which procedures it is said.
    kinds: Vec<ProcedureKind>,
    text: String,
    /// Where it comes from.
    pub source: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct PartTitle {
    id: PreparationPart,
    title: String,
}

/// The sheet in one language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PreparationText {
    /// The language.
    pub language: Language,
    /// Its own name for itself.
    pub language_name: String,
    /// The version of the text.
    pub version: String,
    /// How far the text has come.
    pub approval: TextApproval,
    title: String,
    sections: Vec<PartTitle>,
    words: BTreeMap<String, String>,
    /// Every line.
    pub rows: Vec<PreparationLine>,
}

/// A sheet as one patient was given it; kept whole, so that later content never changes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Preparation {
    /// The language.
    pub language: Language,
    /// The version of the text.
    pub version: String,
    /// For which procedure.
    pub kind: ProcedureKind,
    /// Its title.
    pub title: String,
    /// What a reader must know of the text; empty when there is nothing.
    pub mark: String,
    /// What, when and where, each with its word.
    pub appointment: Vec<(String, String)>,
    /// Its parts.
    pub parts: Vec<PreparedPart>,
    /// Words before the number to call.
    pub call: String,
    /// The number to call.
    pub telephone: String,
    /// What to do when nobody answers.
    pub emergency: String,
    /// Words before the day on which it was made.
    pub given: String,
}

/// One part as it is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreparedPart {
    /// Which.
    pub part: PreparationPart,
    /// Its heading.
    pub title: String,
    /// Its lines.
    pub lines: Vec<String>,
}

/// What a sheet says of the clinic and the appointment. An empty value becomes a line to write on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appointment {
    /// Local day and time.
    pub when: NaiveDateTime,
    /// The clinic with its address.
    pub place: String,
    /// The number to call.
    pub telephone: String,
}

static TEXTS: LazyLock<[PreparationText; 3]> = LazyLock::new(|| {
    // Compiled in and read by a test, so a broken one never leaves the house.
    [
        include_str!("../../../content/preparation/en.json"),
        include_str!("../../../content/preparation/es.json"),
        include_str!("../../../content/preparation/de.json"),
    ]
    .map(|file| serde_json::from_str(file).expect("the preparation sheets are read by a test"))
});

/// The sheet in this language.
#[must_use]
pub fn text(language: Language) -> &'static PreparationText {
    language.of(&TEXTS)
}

impl PreparationText {
    /// The sheet before a procedure.
    #[must_use]
    pub fn render(&self, kind: ProcedureKind, appointment: &Appointment) -> Preparation {
        let word = |name: &str| self.words.get(name).cloned().unwrap_or_default();
        let part = |part: &PartTitle| PreparedPart {
            part: part.id,
            title: part.title.clone(),
            lines: (self.rows.iter())
                .filter(|line| line.section == part.id && line.kinds.contains(&kind))
                .map(|line| line.text.clone())
                .collect(),
        };
        Preparation {
            language: self.language,
            version: self.version.clone(),
            kind,
            title: self.title.clone(),
            mark: word("mark"),
            appointment: vec![
                (word("what"), word(&format!("kind-{kind}"))),
                (word("when"), day_and_time(self.language, appointment.when)),
                (word("where"), or_line(&appointment.place)),
            ],
            parts: self.sections.iter().map(part).filter(|part| !part.lines.is_empty()).collect(),
            call: word("call"),
            telephone: or_line(&appointment.telephone),
            emergency: word("emergency"),
            given: word("given"),
        }
    }
}

/// Day and time in the figures of the language, which nobody has to translate.
fn day_and_time(language: Language, when: NaiveDateTime) -> String {
    let form = match language {
        Language::English => "%-d %b %Y, %H:%M",
        Language::Spanish => "%-d/%-m/%Y, %H:%M",
        Language::German => "%-d.%-m.%Y, %H:%M",
    };
    when.format(form).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::aftercare::TO_WRITE_ON;

    fn sheet(language: Language, kind: ProcedureKind) -> Preparation {
        let when = "2026-12-03T09:15:00".parse().unwrap();
        let appointment = Appointment { when, place: "Quay 1".to_owned(), telephone: "030 1234".to_owned() };
        text(language).render(kind, &appointment)
    }

    fn says(kind: ProcedureKind, word: &str) -> bool {
        sheet(Language::English, kind).parts.iter().flat_map(|part| &part.lines).any(|line| line.contains(word))
    }

    #[test]
    fn every_language_says_the_same_lines_and_each_has_its_source() {
        let shape = |language| {
            let sheet = text(language);
            let row = |row: &PreparationLine| (row.id.clone(), row.section, row.kinds.clone(), row.source.clone());
            (sheet.version.clone(), sheet.rows.iter().map(row).collect::<Vec<_>>())
        };
        for language in Language::ALL {
            let sheet = text(*language);
            assert_eq!(shape(*language), shape(Language::English));
            assert!(sheet.language == *language && sheet.rows.iter().all(|row| !row.source.is_empty()));
            assert!(sheet.sections.iter().map(|part| part.id).eq(PreparationPart::ALL.iter().copied()));
            let kinds = ProcedureKind::ALL.iter().map(|kind| format!("kind-{kind}"));
            let named = ["when", "where", "what", "call", "emergency", "given"].map(str::to_owned);
            for name in kinds.chain(named) {
                assert!(!sheet.words[&name].is_empty(), "{language} {name}");
            }
            let marked = !sheet.words["mark"].is_empty();
            assert_eq!(marked, sheet.approval == TextApproval::NotReviewed, "{language} says so on the sheet itself");
        }
    }

    #[test]
    fn each_procedure_is_prepared_for_by_what_it_needs() {
        use ProcedureKind::{Dre, Eps, FourGlass, PostDreUrine, TwoGlass};
        let check = |word: &str, expect: [bool; 5]| {
            let said = [FourGlass, TwoGlass, Eps, PostDreUrine, Dre].map(|kind| says(kind, word));
            assert_eq!(said, expect, "{word}");
        };
        check("two hours before", [true, true, false, false, false]);
        check("No ejaculation for two days", [true, true, true, true, false]);
        check("antibiotic", [true, true, true, false, false]);
        check("list of all your medicines", [true; 5]);
        check("38.0", [true; 5]);
        check("glass or two of water", [false, false, false, true, false]);
    }

    #[test]
    fn when_and_where_stand_on_it_and_what_is_not_set_is_a_line_to_write_on() {
        let appointment = |language| sheet(language, ProcedureKind::Dre).appointment;
        assert_eq!(appointment(Language::English)[1], ("When".to_owned(), "3 Dec 2026, 09:15".to_owned()));
        assert_eq!(appointment(Language::German)[1], ("Wann".to_owned(), "3.12.2026, 09:15".to_owned()));
        assert_eq!(appointment(Language::Spanish)[2], ("Dónde".to_owned(), "Quay 1".to_owned()));
        let bare = Appointment {
            when: "2026-12-03T09:15:00".parse().unwrap(),
            place: String::new(),
            telephone: " ".to_owned(),
        };
        let bare = text(Language::English).render(ProcedureKind::Dre, &bare);
        assert_eq!((bare.telephone.as_str(), bare.appointment[2].1.as_str()), (TO_WRITE_ON, TO_WRITE_ON));
    }
}
