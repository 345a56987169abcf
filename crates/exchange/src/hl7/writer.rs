//! The ER7 writer: every value is escaped before it is joined, so no value can become structure.

use clinic::Moment;
use clinic::patient::BirthDate;

/// Delimiters of every message we send: MSH-1 and MSH-2.
const ENCODING: &str = "^~\\&";

/// One value, escaped. The only way in is through [`Value::line`] or [`Value::text`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Value(String);

impl Value {
    /// A value of one line (ST, IS, ID ...): line ends and other control characters become blanks.
    pub(super) fn line(text: &str) -> Self {
        Self(escaped(text, " "))
    }

    /// A value that may have several lines (TX, FT, NTE-3): line ends become `\.br\`.
    pub(super) fn text(text: &str) -> Self {
        Self(escaped(text, "\\.br\\"))
    }
}

/// One field: components joined by `^`, repetitions by `~`; empty ones at the end are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Field(String);

impl Field {
    /// A field of one component.
    pub(super) fn line(text: &str) -> Self {
        Self(Value::line(text).0)
    }

    /// A field of one component that may have several lines.
    pub(super) fn text(text: &str) -> Self {
        Self(Value::text(text).0)
    }

    /// A field of one-line components.
    pub(super) fn components(parts: &[&str]) -> Self {
        Self::of(parts.iter().map(|part| Component::line(part)))
    }

    /// A field of components that have parts themselves.
    pub(super) fn of(components: impl IntoIterator<Item = Component>) -> Self {
        Self(joined(components.into_iter().map(|component| component.0), '^'))
    }

    /// The same field with one more repetition; an empty one is not written.
    pub(super) fn and(self, other: Self) -> Self {
        match (self.0.is_empty(), other.0.is_empty()) {
            (_, true) => self,
            (true, false) => other,
            (false, false) => Self(format!("{}~{}", self.0, other.0)),
        }
    }

    /// A time with its zone, to the second (DTM).
    pub(super) fn time(moment: Moment) -> Self {
        Self(Component::time(moment).0)
    }

    /// A birth date as far as it is known; nothing when it is not.
    pub(super) fn birth_date(date: BirthDate) -> Self {
        if date == BirthDate::UNKNOWN { Self::default() } else { Self(date.to_string().replace('-', "")) }
    }
}

/// One component: sub-components joined by `&`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Component(String);

impl Component {
    /// A component without parts.
    pub(super) fn line(text: &str) -> Self {
        Self(Value::line(text).0)
    }

    /// A component of sub-components.
    pub(super) fn parts(parts: &[&str]) -> Self {
        Self(joined(parts.iter().map(|part| Value::line(part).0), '&'))
    }

    /// A time with its zone, to the second.
    pub(super) fn time(moment: Moment) -> Self {
        Self(moment.local().format("%Y%m%d%H%M%S%z").to_string())
    }
}

/// One segment, its fields numbered from 1 as the standard numbers them.
#[derive(Debug, Clone)]
pub(super) struct Segment {
    name: &'static str,
    fields: Vec<Field>,
}

impl Segment {
    /// A segment without fields.
    pub(super) fn new(name: &'static str) -> Self {
        Self { name, fields: Vec::new() }
    }

    /// The same segment with field `number` set. Fields that are never set stay empty.
    pub(super) fn with(mut self, number: usize, field: Field) -> Self {
        if self.fields.len() < number {
            self.fields.resize(number, Field::default());
        }
        self.fields[number - 1] = field;
        self
    }

    /// Appends the segment with its CR, which also the last one has.
    fn write(&self, out: &mut String) {
        out.push_str(self.name);
        if self.name == "MSH" {
            // MSH-1 is the separator itself and MSH-2 the other delimiters: both stand unescaped.
            out.push('|');
            out.push_str(ENCODING);
        }
        let skipped = if self.name == "MSH" { 2 } else { 0 };
        let filled = self.fields.iter().rposition(|field| !field.0.is_empty()).map_or(0, |last| last + 1);
        for field in self.fields.get(skipped..filled).unwrap_or_default() {
            out.push('|');
            out.push_str(&field.0);
        }
        out.push('\r');
    }
}

/// The bytes of a message. `MSH-18` names UTF-8 as soon as a byte lies beyond ASCII, which is the default.
pub(super) fn message(header: Segment, body: &[Segment]) -> Vec<u8> {
    let mut text = String::new();
    for segment in body {
        segment.write(&mut text);
    }
    let mut first = String::new();
    header.write(&mut first);
    if !(first.is_ascii() && text.is_ascii()) {
        first.clear();
        header.with(18, Field::line("UNICODE UTF-8")).write(&mut first);
    }
    first.push_str(&text);
    first.into_bytes()
}

fn joined(parts: impl Iterator<Item = String>, separator: char) -> String {
    let mut text = String::new();
    for (position, part) in parts.enumerate() {
        if position > 0 {
            text.push(separator);
        }
        text.push_str(&part);
    }
    // No value ends in a bare delimiter, for delimiters in values are escaped: what is cut off is empty parts.
    text.truncate(text.trim_end_matches(separator).len());
    text
}

fn escaped(text: &str, line_end: &str) -> String {
    // `""` orders the receiver to delete its value. Nobody means that by typing two quotes.
    if text == "\"\"" {
        return "\\X2222\\".to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut signs = text.trim_matches(|sign: char| sign.is_whitespace() || sign.is_control()).chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '|' => out.push_str("\\F\\"),
            '^' => out.push_str("\\S\\"),
            '&' => out.push_str("\\T\\"),
            '~' => out.push_str("\\R\\"),
            '\\' => out.push_str("\\E\\"),
            '\r' => {
                // CR LF is one line end.
                signs.next_if_eq(&'\n');
                out.push_str(line_end);
            }
            '\n' => out.push_str(line_end),
            sign if sign.is_control() => out.push(' '),
            sign => out.push(sign),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_never_becomes_structure() {
        assert_eq!(Field::line("O|Neil^~\\&").0, "O\\F\\Neil\\S\\\\R\\\\E\\\\T\\");
        assert_eq!(Field::line("two\r\nlines\tand \u{0}").0, "two lines and");
        assert_eq!(Field::text("two\r\nlines").0, "two\\.br\\lines");
        assert_eq!(Field::line("\"\"").0, "\\X2222\\");
    }

    #[test]
    fn empty_parts_at_the_end_are_left_out() {
        assert_eq!(Field::components(&["a", "", "c", "", ""]).0, "a^^c");
        assert_eq!(Field::of([Component::parts(&["", ""]), Component::line("")]).0, "");
        let segment = Segment::new("ZZZ").with(2, Field::line("b")).with(5, Field::default());
        let mut text = String::new();
        segment.write(&mut text);
        assert_eq!(text, "ZZZ||b\r");
    }

    #[test]
    fn a_time_carries_its_zone_and_a_birth_date_may_be_partial() {
        assert_eq!(Field::time("2026-11-22T09:15:00.250-05:00".parse().unwrap()).0, "20261122091500-0500");
        assert_eq!(Field::birth_date(BirthDate::parse("1961-04").unwrap()).0, "196104");
        assert_eq!(Field::birth_date(BirthDate::UNKNOWN).0, "");
    }
}
