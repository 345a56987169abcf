//! Where a value lies that a laboratory may have cut off: between two ends, of which the upper may be open or absent.

/// The upper end of an interval, in thousandths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Upper {
    /// Up to this and including it.
    To(u64),
    /// Less than this.
    Under(u64),
    /// Nothing is known above.
    Unbounded,
}

/// A value known only to lie between two ends, in thousandths of its unit, so that no comparison rounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    lo: u64,
    hi: Upper,
}

impl Interval {
    /// Everything: what is there, but could not be read.
    pub const ANYTHING: Self = Self { lo: 0, hi: Upper::Unbounded };

    /// From `lo` to `hi`; none when nothing lies between them.
    #[must_use]
    pub fn new(lo: u64, hi: Upper) -> Option<Self> {
        let holds = match hi {
            Upper::To(hi) => lo <= hi,
            Upper::Under(hi) => lo < hi,
            Upper::Unbounded => true,
        };
        holds.then_some(Self { lo, hi })
    }

    /// The lower end, in thousandths.
    #[must_use]
    pub const fn lo(self) -> u64 {
        self.lo
    }

    /// The upper end.
    #[must_use]
    pub const fn upper(self) -> Upper {
        self.hi
    }

    /// The upper end as a number, open or not; none when there is none.
    #[must_use]
    pub const fn hi(self) -> Option<u64> {
        match self.hi {
            Upper::To(hi) | Upper::Under(hi) => Some(hi),
            Upper::Unbounded => None,
        }
    }

    /// Whether the value certainly reaches `threshold`.
    #[must_use]
    pub const fn reaches(self, threshold: u64) -> bool {
        self.lo >= threshold
    }

    /// Whether the value certainly stays below `threshold`.
    #[must_use]
    pub const fn stays_under(self, threshold: u64) -> bool {
        match self.hi {
            Upper::To(hi) => hi < threshold,
            Upper::Under(hi) => hi <= threshold,
            Upper::Unbounded => false,
        }
    }

    /// Both ends as people write them: `<1000`, `>=100000`, `1000-10000`, `5000`.
    #[must_use]
    pub fn text(self) -> String {
        match (self.lo, self.hi) {
            (0, Upper::Under(hi)) => format!("<{}", plain(hi)),
            (0, Upper::To(hi)) if hi > 0 => format!("≤{}", plain(hi)),
            (lo, Upper::Unbounded) => format!("≥{}", plain(lo)),
            (lo, Upper::To(hi)) if lo == hi => plain(lo),
            (lo, Upper::To(hi) | Upper::Under(hi)) => format!("{}–{}", plain(lo), plain(hi)),
        }
    }
}

/// Thousandths as a decimal number, grouped by thin spaces from five digits on.
fn plain(thousandths: u64) -> String {
    let digits = (thousandths / 1000).to_string();
    let mut whole = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && digits.len() > 4 && (digits.len() - place).is_multiple_of(3) {
            whole.push('\u{202f}');
        }
        whole.push(digit);
    }
    match thousandths % 1000 {
        0 => whole,
        rest => format!("{whole}.{}", format!("{rest:03}").trim_end_matches('0')),
    }
}
