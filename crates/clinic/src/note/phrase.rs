//! The small grammar of notes: lists, times, sentence starts, and a section that is being written.

use super::{Field, Section, SectionKind};
use crate::Moment;

/// A section that is being written: sentences gather into paragraphs, fields beside them.
pub(super) struct Writing {
    section: Section,
    sentences: Vec<String>,
}

impl Writing {
    pub(super) fn begin(kind: SectionKind) -> Self {
        let section = Section { kind, title: kind.title().to_owned(), paragraphs: Vec::new(), fields: Vec::new() };
        Self { section, sentences: Vec::new() }
    }

    /// Adds a sentence: its first letter is raised and its full stop set.
    pub(super) fn say(&mut self, sentence: impl AsRef<str>) {
        let sentence = raised(sentence.as_ref().trim());
        if !sentence.is_empty() {
            let ended = sentence.ends_with(['.', '?', '!', '”']);
            self.sentences.push(if ended { sentence } else { format!("{sentence}.") });
        }
    }

    /// Lists a field beside the text.
    pub(super) fn field(&mut self, label: impl Into<String>, value: impl Into<String>) {
        self.section.fields.push(Field { label: label.into(), value: value.into() });
    }

    /// Ends the paragraph.
    pub(super) fn pause(&mut self) {
        if !self.sentences.is_empty() {
            self.section.paragraphs.push(self.sentences.join(" "));
            self.sentences.clear();
        }
    }

    pub(super) fn finish(mut self) -> Section {
        self.pause();
        self.section
    }
}

/// `a`, `a and b`, `a, b and c`; with semicolons where a part has commas of its own, so that nobody counts wrongly.
pub(super) fn list<Part: AsRef<str>>(parts: &[Part]) -> String {
    joined(parts, "and")
}

/// The same after a “not”: `a, b or c`.
pub(super) fn either<Part: AsRef<str>>(parts: &[Part]) -> String {
    joined(parts, "or")
}

fn joined<Part: AsRef<str>>(parts: &[Part], last_word: &str) -> String {
    let parts: Vec<&str> = parts.iter().map(AsRef::as_ref).collect();
    let commas = parts.len() > 1 && parts.iter().any(|part| part.contains(','));
    match (parts.as_slice(), commas) {
        ([], _) => String::new(),
        ([only], _) => (*only).to_owned(),
        ([first @ .., last], false) => format!("{} {last_word} {last}", first.join(", ")),
        ([first @ .., last], true) => format!("{}; {last_word} {last}", first.join("; ")),
    }
}

/// A word of a vocabulary as a sentence says it: `left-lateral` becomes `left lateral`.
pub(super) fn spoken(word: &str) -> String {
    word.replace('-', " ")
}

/// The first letter as a capital.
pub(super) fn raised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The time of day, with its date where it is another day than `of`.
pub(super) fn clock(moment: Moment, of: Moment) -> String {
    if moment.date() == of.date() { moment.local().format("%H:%M").to_string() } else { moment.long_text() }
}

/// The day in words.
pub(super) fn day(moment: Moment) -> String {
    moment.local().format("%-d %b %Y").to_string()
}

/// A span of seconds as people say it.
pub(super) fn span(seconds: i64) -> String {
    match (seconds / 60, seconds % 60) {
        (0, 1) => "1 second".to_owned(),
        (0, seconds) => format!("{seconds} seconds"),
        (1, 0) => "1 minute".to_owned(),
        (minutes, 0) => format!("{minutes} minutes"),
        (minutes, seconds) => format!("{minutes} min {seconds} s"),
    }
}

/// `is` for one, `are` for more.
pub(super) fn was(count: usize) -> &'static str {
    if count == 1 { "was" } else { "were" }
}

/// `yes` or `no`, for the list of fields.
pub(super) fn yes_no(value: bool) -> &'static str {
    if value { "yes" } else { "no" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_can_be_counted() {
        assert_eq!(list(&["VB1", "VB2", "EPS"]), "VB1, VB2 and EPS");
        assert_eq!(either(&["chills", "fever"]), "chills or fever");
        assert_eq!(either(&["abscess, known or suspected", "catheter"]), "abscess, known or suspected; or catheter");
        assert_eq!(list(&["pain: perineum, low back"]), "pain: perineum, low back");
    }
}
