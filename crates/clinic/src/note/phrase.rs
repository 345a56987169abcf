//! The small grammar of notes: lists, times, sentence starts, and a section that is being written.

use super::{Field, Section, SectionKind};
use crate::Moment;
use crate::procedure::{Act, ProcedureKind};

/// A section that is being written: sentences gather into paragraphs, fields beside them.
pub(super) struct Writing {
    section: Section,
    sentences: Vec<String>,
}

impl Writing {
    pub(super) fn begin(kind: SectionKind) -> Self {
        Self::titled(kind, kind.title())
    }

    /// The same under another heading, where its own would say too much.
    pub(super) fn titled(kind: SectionKind, title: &str) -> Self {
        let section = Section { kind, title: title.to_owned(), paragraphs: Vec::new(), fields: Vec::new() };
        Self { section, sentences: Vec::new() }
    }

    /// Adds a sentence: its first letter is raised, its blanks are made single, and one full stop is set.
    pub(super) fn say(&mut self, sentence: impl AsRef<str>) {
        let words: Vec<&str> = sentence.as_ref().split_whitespace().collect();
        let sentence = raised(bare(&words.join(" ")));
        if !sentence.is_empty() {
            let inner = sentence.trim_end_matches('”');
            let ended = sentence.ends_with(['?', '!']) || (inner != sentence && inner.ends_with(['.', '?', '!']));
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

/// `a`, `a and b`, `a, b and c`; with semicolons where a part has commas or an “and” of its own, so that nobody counts wrongly.
pub(super) fn list<Part: AsRef<str>>(parts: &[Part]) -> String {
    joined(parts, "and")
}

/// The same after a “not”: `a, b or c`.
pub(super) fn either<Part: AsRef<str>>(parts: &[Part]) -> String {
    joined(parts, "or")
}

fn joined<Part: AsRef<str>>(parts: &[Part], last_word: &str) -> String {
    let parts: Vec<&str> = parts.iter().map(AsRef::as_ref).collect();
    let divided = |part: &&str| [",", " or ", " and "].iter().any(|sign| outside_brackets(part).contains(sign));
    let commas = parts.len() > 1 && parts.iter().any(divided);
    match (parts.as_slice(), commas) {
        ([], _) => String::new(),
        ([only], _) => (*only).to_owned(),
        ([first @ .., last], false) => format!("{} {last_word} {last}", first.join(", ")),
        ([first @ .., last], true) => format!("{}; {last_word} {last}", first.join("; ")),
    }
}

/// A part without what it says in brackets, where a comma confuses nobody.
fn outside_brackets(part: &str) -> String {
    let mut depth = 0_i32;
    let outside = part.chars().filter(|letter| {
        depth += i32::from(*letter == '(');
        let kept = depth == 0;
        depth -= i32::from(*letter == ')');
        kept
    });
    outside.collect()
}

/// Words that somebody typed, without their full stop, to stand in another sentence.
pub(super) fn bare(text: &str) -> &str {
    text.trim().trim_end_matches('.').trim_end()
}

/// Sentences in one sentence, counted where there are more than one: they have commas and semicolons of their own.
pub(super) fn counted<Part: AsRef<str>>(parts: &[Part]) -> String {
    match parts {
        [only] => bare(only.as_ref()).to_owned(),
        many => {
            let many = many.iter().zip(1..).map(|(part, place)| format!("({place}) {}", bare(part.as_ref())));
            many.collect::<Vec<_>>().join("; ")
        }
    }
}

/// Why something was stopped or broken off, as the end of a sentence.
pub(super) fn because(reason: &str) -> String {
    match bare(reason) {
        "patient-asked" => "because the patient asked to stop".to_owned(),
        "other" | "another reason" => "for another reason".to_owned(),
        clause
            if ["the patient ", "the gland ", "the equipment ", "the tube ", "it "]
                .iter()
                .any(|start| clause.starts_with(start)) =>
        {
            format!("because {clause}")
        }
        cause => format!("because of {}", spoken(cause)),
    }
}

/// The procedure in the middle of a sentence, with its indefinite article.
pub(super) fn a_procedure(kind: ProcedureKind) -> String {
    let article = if kind == ProcedureKind::Eps { "the" } else { "a" };
    format!("{article} {}", procedure(kind))
}

/// The procedure in the middle of a sentence.
pub(super) fn procedure(kind: ProcedureKind) -> String {
    match kind {
        ProcedureKind::Eps => "collection of expressed prostatic secretion (EPS)".to_owned(),
        ProcedureKind::PostDreUrine => "collection of post-DRE urine".to_owned(),
        other => other.name(),
    }
}

/// What the procedure does to the gland: the word a sentence about it needs.
pub(super) const fn act_name(act: Act) -> &'static str {
    match act {
        Act::Dre => "the examination",
        Act::Massage => "the massage",
        Act::PostDreStrokes => "the strokes",
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

/// The same with its preposition: `at 09:22`, or `on 23 Nov 2026 at 08:05`.
pub(super) fn at_clock(moment: Moment, of: Moment) -> String {
    let at = format!("at {}", clock(moment, moment));
    if moment.date() == of.date() { at } else { format!("on {} {at}", day(moment)) }
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

/// `was` for one, `were` for more.
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
        assert_eq!(either(&["pain (perineum, low back)", "fever"]), "pain (perineum, low back) or fever");
        assert_eq!(counted(&["It is so.", "Wait; then ask."]), "(1) It is so; (2) Wait; then ask");
    }

    #[test]
    fn a_sentence_ends_once() {
        let check = |typed: &str, expect: &str| {
            let mut note = Writing::begin(SectionKind::Remarks);
            note.say(typed);
            assert_eq!(note.finish().paragraphs.join(" "), expect);
        };
        check("was  calm..", "Was calm.");
        check("asked “why?”", "Asked “why?”");
        check("overrode “warfarin”", "Overrode “warfarin”.");
        check(" . ", "");
    }
}
