//! Answers to messages: the one a laboratory gives to an order, and the one that it gets for its results.

use super::oru::{Header, NotTaken};
use super::parts::ControlId;
use super::reading::{Message, Row, Unreadable, text_of};
use super::writer::{self, Field, Segment};
use clinic::Moment;

/// What an answer says (MSA-1, table 0008).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// `AA`: taken and worked through.
    Accepted,
    /// `CA`: stored; what becomes of it may follow.
    Stored,
    /// `AE`, `CE`: something in it is wrong. Sending the same again changes nothing.
    Faulty,
    /// `AR`, `CR`: refused as a whole.
    Rejected,
}

/// A laboratory's answer to one of our messages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What it says.
    pub verdict: Verdict,
    /// Its own words: MSA-3, ERR-8, ERR-7 and the names of the codes, each once.
    pub words: Vec<String>,
}

/// Why something that came back is no answer to our message.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoAnswer {
    /// It is no message.
    #[error("what came back is no HL7 message: {0}")]
    Unreadable(#[from] Unreadable),
    /// It answers nothing.
    #[error("what came back holds no MSA segment")]
    NoMsa,
    /// It answers another message.
    #[error("what came back answers message “{0}”, not ours")]
    AnotherMessage(String),
    /// Its verdict is none that the standard has.
    #[error("what came back says “{0}”, which is no acknowledgement code")]
    UnknownCode(String),
}

/// Reads what came back on `ours`.
///
/// # Errors
/// When it is no answer to it: nothing is then known of the message.
pub fn read(bytes: &[u8], ours: &ControlId) -> Result<Answer, NoAnswer> {
    let message = Message::read(&text_of(bytes)?)?;
    let msa = message.rows().find(|row| row.name() == "MSA").ok_or(NoAnswer::NoMsa)?;
    if msa.part(2, 1) != ours.as_str() {
        return Err(NoAnswer::AnotherMessage(msa.part(2, 1)));
    }
    let verdict = match msa.part(1, 1).as_str() {
        "AA" => Verdict::Accepted,
        "CA" => Verdict::Stored,
        "AE" | "CE" => Verdict::Faulty,
        "AR" | "CR" => Verdict::Rejected,
        other => return Err(NoAnswer::UnknownCode(other.to_owned())),
    };
    let mut words = vec![msa.text(3)];
    words.extend(message.rows().filter(|row| row.name() == "ERR").flat_map(complaint));
    let mut said = Vec::new();
    for one in words {
        if !one.is_empty() && !said.contains(&one) {
            said.push(one);
        }
    }
    Ok(Answer { verdict, words: said })
}

/// What an ERR segment complains of: for a person, for a programmer, and where.
fn complaint(err: Row) -> Vec<String> {
    let code = |field| err.values(field).map(|code| format!("{} {}", code.part(1), code.part(2)).trim().to_owned());
    let mut words = vec![err.text(8), err.text(7)];
    words.extend(code(3).chain(code(5)));
    // Before version 2.5 the place and the code stand together in ERR-1.
    words.extend(
        err.values(1).map(|place| [place.part(1), place.sub(4, 2), place.sub(4, 1)].join(" ").trim().to_owned()),
    );
    if !err.part(2, 1).is_empty() {
        let place = (1..=6).map(|part| err.part(2, part)).filter(|part| !part.is_empty());
        words.push(format!("at {}", place.collect::<Vec<_>>().join("-")));
    }
    words
}

/// What became of a message that we received, as its sender is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome<'a> {
    /// It is stored for good.
    Stored,
    /// It will not be taken, and why.
    NotTaken(&'a NotTaken),
    /// We could not store it now; it may be sent again.
    NotNow,
}

impl Outcome<'_> {
    /// The second letter of the code, the error of table 0357, and the words.
    fn told(self) -> (char, Option<(&'static str, &'static str)>, String) {
        match self {
            Self::Stored => ('A', None, String::new()),
            Self::NotNow => {
                ('E', Some(("207", "Application internal error")), "could not be stored now: send it again".to_owned())
            }
            Self::NotTaken(why) => {
                let (letter, error) = match why {
                    NotTaken::Kind(_) => ('R', ("200", "Unsupported message type")),
                    NotTaken::Version(_) => ('R', ("203", "Unsupported version id")),
                    NotTaken::Unreadable(Unreadable::Characters(_)) => ('R', ("102", "Data type error")),
                    NotTaken::Unreadable(_) | NotTaken::Order(_) => ('E', ("100", "Segment sequence error")),
                    NotTaken::Missing { .. } => ('E', ("101", "Required field missing")),
                    NotTaken::NotInTable { .. } => ('E', ("103", "Table value not found")),
                };
                (letter, Some(error), why.to_string())
            }
        }
    }
}

/// The answers to a received message, in the order in which they are sent: none where the sender wants none, one in the
/// original mode, and in the enhanced mode first that it is stored and then what became of it.
#[must_use]
pub fn answers(header: &Header, outcome: Outcome, ours: [&ControlId; 2], now: Moment) -> Vec<Vec<u8>> {
    let enhanced = !(header.accept_wanted.is_empty() && header.application_wanted.is_empty());
    let fine = outcome == Outcome::Stored;
    let wanted = |said: &str| match said {
        "AL" => true,
        "SU" => fine,
        "ER" => !fine,
        _ => false,
    };
    let mut levels = Vec::new();
    if enhanced {
        levels.extend(wanted(&header.accept_wanted).then_some('C'));
        levels.extend(wanted(&header.application_wanted).then_some('A'));
    } else {
        levels.push('A');
    }
    levels.into_iter().zip(ours).map(|(level, number)| answer(header, level, outcome, number, now)).collect()
}

fn answer(header: &Header, level: char, outcome: Outcome, number: &ControlId, now: Moment) -> Vec<u8> {
    let (verdict, error, words) = outcome.told();
    let code = format!("{level}{verdict}");
    let [their_program, their_house, our_program, our_house] = &header.route;
    let place = |parts: &[String; 3]| Field::components(&parts.each_ref().map(String::as_str));
    // Version 2.3 has neither the structure of MSH-9 nor the coded ERR.
    let newer = header.version.starts_with("2.5");
    let kind = if newer { ["ACK", header.event.as_str(), "ACK"] } else { ["ACK", header.event.as_str(), ""] };
    let version = if header.version.starts_with("2.") { &header.version } else { "2.5.1" };
    let head = Segment::new("MSH")
        .with(3, place(our_program))
        .with(4, place(our_house))
        .with(5, place(their_program))
        .with(6, place(their_house))
        .with(7, Field::time(now))
        .with(9, Field::components(&kind))
        .with(10, Field::line(number.as_str()))
        .with(11, Field::line(if header.processing.is_empty() { "P" } else { &header.processing }))
        .with(12, Field::line(version));
    let mut body = vec![
        Segment::new("MSA")
            .with(1, Field::line(&code))
            .with(2, Field::line(&header.control_id))
            .with(3, Field::line(&words)),
    ];
    if let (Some((error, name)), true) = (error, newer) {
        body.push(
            Segment::new("ERR")
                .with(3, Field::components(&[error, name, "HL70357"]))
                .with(4, Field::line("E"))
                .with(8, Field::text(&words)),
        );
    }
    writer::message(head, &body)
}

#[cfg(test)]
mod tests;
