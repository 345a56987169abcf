//! Two charts of one person are read as one, and can be taken apart again: what must hold before either.

/// Two charts as they stand.
#[derive(Debug, Clone, Copy, Default)]
pub struct Merge {
    /// They are one and the same chart.
    pub same: bool,
    /// One of them has a visit that is expected or under way.
    pub open_visit: bool,
    /// A tube of one of them is in the house and not packed, or carries another's name.
    pub tubes_here: bool,
    /// One of them is already part of another chart.
    pub merged_already: bool,
    /// The one that would go holds another chart.
    pub holds_another: bool,
}

/// Why two charts are neither merged nor taken apart now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MergeRefusal {
    /// One chart.
    #[error("this is the same chart: choose the other one")]
    SameChart,
    /// Somebody is expected, or here.
    #[error("a visit of one of them is open: close it or call it off first")]
    OpenVisit,
    /// A label would name somebody else than its order.
    #[error("a tube of one of them is still in the house: pack it or throw it away first")]
    TubesHere,
    /// It is read as another chart already.
    #[error("one of these charts was merged already: open the one it is read as")]
    MergedAlready,
    /// Three charts are merged one by one into the same one.
    #[error(
        "the chart that would go holds another one: take that merge back first, then merge both into the one that stays"
    )]
    HoldsAnother,
    /// There is nothing to take apart.
    #[error("this merge was taken back already")]
    TakenBack,
}

impl MergeRefusal {
    /// The stable name of this refusal.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::SameChart => "same-chart",
            Self::OpenVisit => "open-visit",
            Self::TubesHere => "tubes-here",
            Self::MergedAlready => "merged-already",
            Self::HoldsAnother => "holds-another",
            Self::TakenBack => "taken-back",
        }
    }
}

impl Merge {
    /// Whether they may be read as one.
    pub fn check(self) -> Result<(), MergeRefusal> {
        if self.same {
            return Err(MergeRefusal::SameChart);
        }
        if self.merged_already {
            return Err(MergeRefusal::MergedAlready);
        }
        if self.holds_another {
            return Err(MergeRefusal::HoldsAnother);
        }
        self.at_rest()
    }

    /// Whether nothing is under way, so that both can be told apart again as well.
    pub fn at_rest(self) -> Result<(), MergeRefusal> {
        if self.open_visit {
            return Err(MergeRefusal::OpenVisit);
        }
        if self.tubes_here { Err(MergeRefusal::TubesHere) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_charts_at_rest_are_merged_and_nothing_else() {
        let refused = |merge: Merge| merge.check().err().map(MergeRefusal::code);
        assert_eq!(refused(Merge::default()), None);
        assert_eq!(refused(Merge { same: true, ..Merge::default() }), Some("same-chart"));
        assert_eq!(refused(Merge { open_visit: true, ..Merge::default() }), Some("open-visit"));
        assert_eq!(refused(Merge { tubes_here: true, ..Merge::default() }), Some("tubes-here"));
        assert_eq!(refused(Merge { merged_already: true, ..Merge::default() }), Some("merged-already"));
        assert_eq!(refused(Merge { holds_another: true, ..Merge::default() }), Some("holds-another"));
        // Taking apart asks only that nothing is under way.
        let held = Merge { merged_already: true, holds_another: true, ..Merge::default() };
        assert_eq!(held.at_rest(), Ok(()));
        assert_eq!(Merge { open_visit: true, ..held }.at_rest(), Err(MergeRefusal::OpenVisit));
    }
}
