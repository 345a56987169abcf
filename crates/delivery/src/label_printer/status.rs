//! What a ZPL printer answers to `~HS`: three lines, each between STX and ETX, of numbers and flags.

const STX: u8 = 0x02;
const ETX: u8 = 0x03;

/// How a printer is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    paper_out: bool,
    paused: bool,
    /// Length of the label that it measured, in dots.
    label: u32,
    /// Labels received and not printed yet.
    waiting: u32,
    buffer_full: bool,
    memory_damaged: bool,
    too_cold: bool,
    too_hot: bool,
    head_open: bool,
    ribbon_out: bool,
    /// Labels of the current job that are still to come.
    remaining: u32,
}

/// What keeps a printer from printing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// No labels are left in it.
    #[error("it is out of labels")]
    PaperOut,
    /// No ribbon is left in it.
    #[error("it is out of ribbon")]
    RibbonOut,
    /// The print head is up.
    #[error("its head is open")]
    HeadOpen,
    /// Somebody stopped it.
    #[error("it is paused")]
    Paused,
    /// The labels in it have another length.
    #[error("the labels in it are {found} dots long, not {expected}")]
    OtherLabels {
        /// What it measured.
        found: u32,
        /// What it should hold.
        expected: u32,
    },
    /// It cannot take more.
    #[error("its memory is full")]
    BufferFull,
    /// It lost its settings.
    #[error("its memory is damaged")]
    MemoryDamaged,
    /// It is too cold to print.
    #[error("it is too cold")]
    TooCold,
    /// It is too hot to print.
    #[error("it is too hot")]
    TooHot,
}

/// Why an answer is no status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("what it says is no status of a label printer")]
pub struct Unreadable;

/// Whether all three lines have come.
pub(super) fn is_whole(said: &[u8]) -> bool {
    said.split(|byte| *byte == ETX).count() > 3
}

impl Status {
    /// Reads the three lines.
    ///
    /// # Errors
    /// When they are none.
    pub fn read(said: &[u8]) -> Result<Self, Unreadable> {
        let mut lines = said.split(|byte| *byte == STX).skip(1).map(|line| {
            let end = line.iter().position(|byte| *byte == ETX).ok_or(Unreadable)?;
            let line = std::str::from_utf8(&line[..end]).map_err(|_| Unreadable)?;
            Ok(line.split(',').map(str::trim).collect::<Vec<_>>())
        });
        let mut line = || lines.next().unwrap_or(Err(Unreadable));
        let (one, two) = (Fields(line()?), Fields(line()?));
        line()?;
        Ok(Self {
            paper_out: one.flag(1)?,
            paused: one.flag(2)?,
            label: one.number(3)?,
            waiting: one.number(4)?,
            buffer_full: one.flag(5)?,
            memory_damaged: one.flag(9)?,
            too_cold: one.flag(10)?,
            too_hot: one.flag(11)?,
            head_open: two.flag(2)?,
            ribbon_out: two.flag(3)?,
            remaining: two.number(8)?,
        })
    }

    /// Whether nothing that was sent is left to print.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.waiting == 0 && self.remaining == 0
    }

    /// What keeps it from printing labels of `expected` dots; nothing when it can.
    ///
    /// It measures a label with the gap behind it, so a half more is still the same; nought is not measured yet.
    #[must_use]
    pub fn troubles(&self, expected: u32) -> Vec<Trouble> {
        let found = self.label;
        let other = found != 0 && !(expected * 9 / 10..=expected * 3 / 2).contains(&found);
        [
            (self.paper_out, Trouble::PaperOut),
            (self.ribbon_out, Trouble::RibbonOut),
            (self.head_open, Trouble::HeadOpen),
            (self.paused, Trouble::Paused),
            (other, Trouble::OtherLabels { found, expected }),
            (self.buffer_full, Trouble::BufferFull),
            (self.memory_damaged, Trouble::MemoryDamaged),
            (self.too_cold, Trouble::TooCold),
            (self.too_hot, Trouble::TooHot),
        ]
        .into_iter()
        .filter_map(|(is_so, trouble)| is_so.then_some(trouble))
        .collect()
    }
}

struct Fields<'line>(Vec<&'line str>);

impl Fields<'_> {
    fn number(&self, place: usize) -> Result<u32, Unreadable> {
        self.0.get(place).and_then(|field| field.parse().ok()).ok_or(Unreadable)
    }

    fn flag(&self, place: usize) -> Result<bool, Unreadable> {
        match self.0.get(place).copied() {
            Some("0") => Ok(false),
            Some("1") => Ok(true),
            _ => Err(Unreadable),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(one: &str, two: &str) -> Result<Status, Unreadable> {
        Status::read(format!("\x02{one}\x03\r\n\x02{two}\x03\r\n\x021234,0\x03\r\n").as_bytes())
    }

    const READY: (&str, &str) = ("030,0,0,0227,000,0,0,0,000,0,0,0", "000,0,0,0,1,2,4,0,00000000,1,000");

    #[test]
    fn a_printer_that_is_ready_has_no_trouble_and_nothing_left() {
        let status = read(READY.0, READY.1).unwrap();
        assert_eq!((status.troubles(203), status.is_done()), (vec![], true));
    }

    #[test]
    fn each_flag_is_a_trouble_of_its_own() {
        let check = |one: &str, two: &str, expect: &[Trouble]| {
            assert_eq!(read(one, two).unwrap().troubles(203), expect, "{one} {two}");
        };
        check("030,1,0,0227,000,0,0,0,000,0,0,0", READY.1, &[Trouble::PaperOut]);
        check("030,0,1,0227,000,0,0,0,000,0,0,0", READY.1, &[Trouble::Paused]);
        check("030,0,0,0227,000,1,0,0,000,0,0,0", READY.1, &[Trouble::BufferFull]);
        check("030,0,0,0227,000,0,0,0,000,1,0,0", READY.1, &[Trouble::MemoryDamaged]);
        check("030,0,0,0227,000,0,0,0,000,0,1,0", READY.1, &[Trouble::TooCold]);
        check("030,0,0,0227,000,0,0,0,000,0,0,1", READY.1, &[Trouble::TooHot]);
        check(READY.0, "000,0,1,0,1,2,4,0,00000000,1,000", &[Trouble::HeadOpen]);
        check(READY.0, "000,0,0,1,1,2,4,0,00000000,1,000", &[Trouble::RibbonOut]);
        check(
            READY.0.replace("0227", "1218").as_str(),
            READY.1,
            &[Trouble::OtherLabels { found: 1218, expected: 203 }],
        );
        check(READY.0.replace("0227", "0101").as_str(), READY.1, &[Trouble::OtherLabels { found: 101, expected: 203 }]);
        check(READY.0.replace("0227", "0000").as_str(), READY.1, &[]);
    }

    #[test]
    fn what_is_received_or_in_the_making_is_not_done() {
        assert!(!read(READY.0.replace("0227,000", "0227,002").as_str(), READY.1).unwrap().is_done());
        assert!(!read(READY.0, "000,0,0,0,1,2,4,0,00000003,1,000").unwrap().is_done());
    }

    #[test]
    fn anything_else_is_no_status() {
        assert_eq!(Status::read(b""), Err(Unreadable));
        assert_eq!(Status::read(b"HTTP/1.1 400 Bad Request"), Err(Unreadable));
        assert_eq!(read("030,0,0", READY.1), Err(Unreadable));
        assert_eq!(read(READY.0.replace(",0227,", ",x,").as_str(), READY.1), Err(Unreadable));
        assert_eq!(read(READY.0.replacen(",0,", ",2,", 1).as_str(), READY.1), Err(Unreadable));
        assert_eq!(Status::read(format!("\x02{}\x03\x02{}\x03", READY.0, READY.1).as_bytes()), Err(Unreadable));
    }
}
