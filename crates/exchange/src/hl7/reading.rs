//! What another system sent, as segments and values. Every line is a segment or the whole message is refused: a line
//! that is skipped in silence may be the result somebody waits for.

use er7::escape::{Escape, decode_hex, escapes};
use er7::{Repetition, Segment, Separators};

/// Why a message cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// There is nothing in it.
    #[error("the message is empty")]
    Empty,
    /// It does not begin with MSH.
    #[error("the message does not begin with an MSH segment")]
    NoHeader,
    /// MSH-1 and MSH-2 do not name five different signs.
    #[error("the delimiters in MSH-1 and MSH-2 cannot be used: {0}")]
    Delimiters(String),
    /// A line begins with no segment name.
    #[error("line {line} is no segment: it begins “{begins}”")]
    NotASegment {
        /// Counted from 1, empty lines included.
        line: usize,
        /// Its first signs.
        begins: String,
    },
    /// The bytes are no text in the character set that MSH-18 names.
    #[error("the characters cannot be read: they are not UTF-8, and MSH-18 says “{0}”")]
    Characters(String),
    /// A sign that no text holds.
    #[error("line {0} holds a zero byte")]
    ZeroByte(usize),
}

/// A message whose every line is a segment.
#[derive(Debug, Clone)]
pub(super) struct Message(er7::Message);

impl Message {
    /// Reads a message from its text.
    pub(super) fn read(text: &str) -> Result<Self, Unreadable> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        for (number, line) in lines(text) {
            if line.contains('\0') {
                return Err(Unreadable::ZeroByte(number));
            }
        }
        let message = er7::parse(text).map_err(|why| match why {
            er7::Error::Empty => Unreadable::Empty,
            er7::Error::BadHeader(why) => Unreadable::Delimiters(why),
            _ => Unreadable::NoHeader,
        })?;
        if message.segments.first().is_none_or(|first| first.name != "MSH") {
            return Err(Unreadable::NoHeader);
        }
        let field = message.separators.field;
        match lines(text).find(|(_, line)| !is_segment(line, field)) {
            Some((line, words)) => Err(Unreadable::NotASegment { line, begins: words.chars().take(20).collect() }),
            None => Ok(Self(message)),
        }
    }

    /// MSH.
    pub(super) fn header(&self) -> Row<'_> {
        // Reading made sure of the first segment.
        Row { segment: &self.0.segments[0], separators: &self.0.separators }
    }

    /// Every segment in its order, MSH first.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.0.segments.iter().map(|segment| Row { segment, separators: &self.0.separators })
    }
}

/// The lines that are not empty, each with its number. HL7 ends a segment by CR; files bring CR LF and LF.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut number = 0;
    let mut after_cr = false;
    text.split_inclusive(['\r', '\n']).filter_map(move |line| {
        let second_half = after_cr && line == "\n";
        after_cr = line.ends_with('\r');
        number += usize::from(!second_half);
        let line = line.trim_end_matches(['\r', '\n']);
        (!line.trim().is_empty()).then_some((number, line))
    })
}

fn is_segment(line: &str, field: char) -> bool {
    let mut signs = line.chars();
    let name = signs
        .by_ref()
        .take(3)
        .enumerate()
        .filter(|(place, sign)| sign.is_ascii_uppercase() || (*place > 0 && sign.is_ascii_digit()));
    name.count() == 3 && signs.next().is_none_or(|sign| sign == field)
}

/// One segment; its fields are numbered as the standard numbers them.
#[derive(Clone, Copy)]
pub(super) struct Row<'m> {
    segment: &'m Segment,
    separators: &'m Separators,
}

impl<'m> Row<'m> {
    /// The segment's name.
    pub(super) fn name(self) -> &'m str {
        &self.segment.name
    }

    /// The repetitions of a field that say something.
    pub(super) fn values(self, field: usize) -> impl Iterator<Item = Value<'m>> {
        let separators = self.separators;
        (self.segment.field(field).into_iter())
            .flat_map(|field| &field.repetitions)
            .map(move |repetition| Value { repetition, separators })
            .filter(|value| !value.text().is_empty())
    }

    /// A component of the first repetition; empty when nothing is there.
    pub(super) fn part(self, field: usize, component: usize) -> String {
        self.sub(field, component, 1)
    }

    /// A sub-component of the first repetition; empty when nothing is there.
    pub(super) fn sub(self, field: usize, component: usize, part: usize) -> String {
        let first = self.segment.field(field).and_then(|field| field.repetition(1));
        first.map_or_else(String::new, |repetition| {
            Value { repetition, separators: self.separators }.sub(component, part)
        })
    }

    /// The whole field as text: delimiters that were not escaped stand in it as they came, repetitions are lines.
    pub(super) fn text(self, field: usize) -> String {
        self.values(field).map(Value::text).collect::<Vec<_>>().join("\n")
    }
}

/// One repetition of a field.
#[derive(Clone, Copy)]
pub(super) struct Value<'m> {
    repetition: &'m Repetition,
    separators: &'m Separators,
}

impl Value<'_> {
    /// A component's first part; empty when nothing is there.
    pub(super) fn part(self, component: usize) -> String {
        self.sub(component, 1)
    }

    /// A sub-component; empty when nothing is there.
    pub(super) fn sub(self, component: usize, part: usize) -> String {
        let found = self.repetition.component(component).and_then(|component| component.subcomponent(part));
        found.map_or_else(String::new, |found| plain(&found.to_er7(self.separators), self.separators))
    }

    /// Everything it says, as it stands.
    pub(super) fn text(self) -> String {
        plain(&self.repetition.to_er7(self.separators), self.separators)
    }
}

/// The text that is meant: escapes resolved, line breaks as such, control signs as blanks. What nobody can resolve
/// stays as it was written. `""`, which orders a deletion, is nothing.
fn plain(raw: &str, separators: &Separators) -> String {
    if raw == "\"\"" {
        return String::new();
    }
    let mut text = String::with_capacity(raw.len());
    for token in escapes(raw, separators) {
        match token {
            Escape::Text(run) | Escape::Unterminated(run) => text.push_str(run),
            Escape::Field => text.push(separators.field),
            Escape::Component => text.push(separators.component),
            Escape::Subcomponent => text.push(separators.subcomponent),
            Escape::Repetition => text.push(separators.repetition),
            Escape::EscapeCharacter => text.push(separators.escape),
            Escape::Highlight | Escape::Normal => {}
            Escape::Formatting(command) if command.starts_with("br") || command.starts_with("sp") => text.push('\n'),
            Escape::Hex(digits) => match decode_hex(digits) {
                Some(signs) => text.push_str(&signs),
                None => token.write_er7(&mut text, separators),
            },
            other => other.write_er7(&mut text, separators),
        }
    }
    let seen = |sign: char| if sign.is_control() && sign != '\n' { ' ' } else { sign };
    text.replace("\r\n", "\n").replace('\r', "\n").chars().map(seen).collect::<String>().trim().to_owned()
}

/// The text of bytes that came over a line or out of a file: UTF-8 where they are, else what MSH-18 names (ISO 8859).
///
/// # Errors
/// When they are neither.
pub fn text_of(bytes: &[u8]) -> Result<String, Unreadable> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(text.strip_prefix('\u{feff}').unwrap_or(text).to_owned());
    }
    // The header itself holds no letter beyond ASCII before MSH-18, so it can be looked at before its bytes are text.
    let first = bytes.split(|byte| b"\r\n".contains(byte)).next().unwrap_or_default();
    let named = (first.get(3))
        .and_then(|separator| first.split(|byte| byte == separator).nth(17))
        .map(|named| String::from_utf8_lossy(named).split('~').next().unwrap_or_default().to_owned())
        .unwrap_or_default();
    let refused = || Unreadable::Characters(named.clone());
    let part = named.strip_prefix("8859/").ok_or_else(refused)?;
    let set = encoding_rs::Encoding::for_label(format!("iso-8859-{part}").as_bytes()).ok_or_else(refused)?;
    let (text, damaged) = set.decode_without_bom_handling(bytes);
    if damaged { Err(refused()) } else { Ok(text.into_owned()) }
}

/// The messages of a file, in their order: one, several, or a batch with its envelope (FHS, BHS, BTS, FTS).
#[must_use]
pub fn split(text: &str) -> Vec<&str> {
    er7::split_messages(text)
}

#[cfg(test)]
mod tests;
