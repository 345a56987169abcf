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

/// `a`, `a and b`, `a, b and c`.
pub(super) fn list<Part: AsRef<str>>(parts: &[Part]) -> String {
    match parts {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", first.join(", "), last.as_ref())
        }
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
