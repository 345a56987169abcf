//! The aftercare sheet: what the patient is told on leaving, versioned content in three languages, as it was given.

use crate::consent::text::TextApproval;
use crate::procedure::Act;
use crate::words::words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::LazyLock;

words! {
    /// A language in which the sheet can be given; for any other an interpreter reads one of these out.
    pub enum Language {
        /// English, the language in which the content is kept.
        English = "en",
        /// Spanish.
        Spanish = "es",
        /// German.
        German = "de",
    }
}

words! {
    /// The parts of a sheet, in the order in which they are read.
    pub enum SheetPart {
        /// What is usual.
        Expected = "expected",
        /// What to do, and what to leave.
        Care = "care",
        /// Red flags.
        Urgent = "urgent",
        /// Who calls, and when results come.
        Next = "next",
        /// Whom to tell of a concern, outside the room.
        Concern = "concern",
    }
}

/// One line of a sheet, with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SheetLine {
    /// Stable id, the same in every language.
    pub id: String,
    section: SheetPart,
    /// After which acts it is said.
    acts: Vec<Act>,
    /// Only where this item of the safety screen was answered yes.
    #[serde(default)]
    only_if: Option<String>,
    text: String,
    /// Where it comes from.
    pub source: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct PartTitle {
    id: SheetPart,
    title: String,
}

/// The sheet in one language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SheetText {
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
    pub rows: Vec<SheetLine>,
}

/// What a sheet says of the clinic. An empty value becomes a line to write on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ClinicWords {
    /// The number to call.
    pub telephone: String,
    /// Who hears a concern: somebody who was not in the room.
    pub concern: String,
}

/// A sheet as one patient was given it; kept whole, so that later content never changes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Sheet {
    /// The language.
    pub language: Language,
    /// The version of the text.
    pub version: String,
    /// The act it speaks of.
    pub act: Act,
    /// Its title.
    pub title: String,
    /// What a reader must know of the text; empty when there is nothing.
    pub mark: String,
    /// Its parts.
    pub parts: Vec<RenderedPart>,
    /// Words before the number to call.
    pub call: String,
    /// The number to call.
    pub telephone: String,
    /// What to say, and what to do when nobody answers.
    pub emergency: String,
    /// Words before the day on which it was given.
    pub given: String,
}

/// One part as it is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct RenderedPart {
    /// Which.
    pub part: SheetPart,
    /// Its heading.
    pub title: String,
    /// Its lines.
    pub lines: Vec<String>,
}

static TEXTS: LazyLock<[SheetText; 3]> = LazyLock::new(|| {
    // Compiled in and read by a test, so a broken one never leaves the house.
    [
        include_str!("../../../content/aftercare/en.json"),
        include_str!("../../../content/aftercare/es.json"),
        include_str!("../../../content/aftercare/de.json"),
    ]
    .map(|file| serde_json::from_str(file).expect("the aftercare sheets are read by a test"))
});

/// Where somebody writes by hand what nobody has set.
pub(crate) const TO_WRITE_ON: &str = "____________________";

/// What is set, or a line to write it on.
pub(crate) fn or_line(value: &str) -> String {
    if value.trim().is_empty() { TO_WRITE_ON.to_owned() } else { value.trim().to_owned() }
}

impl Language {
    /// The one of this language among English, Spanish and German.
    pub(crate) const fn of<T>(self, [english, spanish, german]: &[T; 3]) -> &T {
        match self {
            Self::English => english,
            Self::Spanish => spanish,
            Self::German => german,
        }
    }
}

/// The sheet in this language.
#[must_use]
pub fn text(language: Language) -> &'static SheetText {
    language.of(&TEXTS)
}

impl SheetText {
    /// The sheet for one patient after `act`; `holds` names the items that were answered yes.
    #[must_use]
    pub fn render(&self, act: Act, holds: &[&str], clinic: &ClinicWords) -> Sheet {
        let concern = or_line(&clinic.concern);
        let word = |name: &str| self.words.get(name).cloned().unwrap_or_default();
        let applies = |line: &&SheetLine| {
            line.acts.contains(&act) && line.only_if.as_deref().is_none_or(|item| holds.contains(&item))
        };
        let part = |part: &PartTitle| RenderedPart {
            part: part.id,
            title: part.title.clone(),
            lines: (self.rows.iter().filter(|line| line.section == part.id).filter(applies))
                .map(|line| line.text.replace("{concern}", &concern))
                .collect(),
        };
        Sheet {
            language: self.language,
            version: self.version.clone(),
            act,
            title: self.title.clone(),
            mark: word("mark"),
            parts: self.sections.iter().map(part).filter(|part| !part.lines.is_empty()).collect(),
            call: word("call"),
            telephone: or_line(&clinic.telephone),
            emergency: word("emergency"),
            given: word("given"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(language: Language, act: Act, holds: &[&str], part: SheetPart) -> Vec<String> {
        let clinic = ClinicWords { telephone: "030 1234".to_owned(), concern: "Marta Lind, 030 1235".to_owned() };
        let sheet = text(language).render(act, holds, &clinic);
        let found = sheet.parts.into_iter().find(|one| one.part == part);
        found.map_or_else(Vec::new, |one| one.lines)
    }

    #[test]
    fn every_language_says_the_same_lines_and_each_has_its_source() {
        let shape = |language| {
            let sheet = text(language);
            let row = |row: &SheetLine| (row.id.clone(), row.section, row.acts.clone(), row.only_if.clone());
            (sheet.version.clone(), sheet.rows.iter().map(row).collect::<Vec<_>>())
        };
        for language in Language::ALL {
            let sheet = text(*language);
            assert_eq!(shape(*language), shape(Language::English));
            assert!(sheet.language == *language && sheet.rows.iter().all(|row| !row.source.is_empty()));
            assert!(sheet.sections.iter().map(|part| part.id).eq(SheetPart::ALL.iter().copied()));
            for name in ["call", "emergency", "given"] {
                assert!(!sheet.words[name].is_empty(), "{language} {name}");
            }
            let marked = !sheet.words["mark"].is_empty();
            assert_eq!(marked, sheet.approval == TextApproval::NotReviewed, "{language} says so on the sheet itself");
        }
    }

    #[test]
    fn a_massage_has_more_to_say_than_an_examination() {
        let of = |act| lines(Language::English, act, &[], SheetPart::Expected).len();
        assert_eq!([Act::Dre, Act::Massage, Act::PostDreStrokes].map(of), [1, 3, 2]);
        let care = lines(Language::English, Act::Dre, &[], SheetPart::Care);
        assert!(care.iter().all(|line| !line.contains("PSA")), "an examination alone does not hold up a PSA");
    }

    #[test]
    fn dysreflexia_is_named_only_after_a_high_spinal_cord_injury() {
        let urgent = |holds: &[&str]| lines(Language::German, Act::Massage, holds, SheetPart::Urgent);
        assert_eq!(urgent(&["sci-t6"]).len(), urgent(&[]).len() + 1);
        assert!(urgent(&["sci-t6"]).last().is_some_and(|line| line.contains("Rückenmarksverletzung")));
    }

    #[test]
    fn a_concern_goes_to_somebody_outside_the_room_and_what_is_not_set_is_a_line_to_write_on() {
        let said = lines(Language::English, Act::Dre, &[], SheetPart::Concern).concat();
        assert!(said.contains("not in the room: Marta Lind, 030 1235."), "{said}");
        let bare = text(Language::Spanish).render(Act::Dre, &[], &ClinicWords::default());
        assert_eq!(bare.telephone, TO_WRITE_ON);
    }
}
