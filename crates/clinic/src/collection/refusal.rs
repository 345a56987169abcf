//! Why an act of the collection cannot happen now, in words that say what to do next.

use crate::procedure::ProcedureKind;
use crate::specimen::{NotAVolume, NotObtainedReason, SpecimenRole};

/// Why an act of the collection was refused; nothing was recorded.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CollectionRefusal {
    /// The procedure collects nothing in a guided order.
    #[error("{} has no guided collection", .0.title())]
    NothingToCollect(ProcedureKind),
    /// This glass is not one of the set.
    #[error("{} is not planned for this procedure", .0.code())]
    NotPlanned(SpecimenRole),
    /// This glass has its end already.
    #[error("{} has its end already", .0.code())]
    HasItsEnd(SpecimenRole),
    /// An earlier glass comes first.
    #[error("receive {} first, or say why there is none", .0.code())]
    GlassBefore(SpecimenRole),
    /// The gate comes first.
    #[error("answer the five gate questions of the examination first")]
    GateBefore,
    /// The safety rules did not clear the massage, or did so too long ago.
    #[error("this is not cleared: look at the safety screen again")]
    NotCleared,
    /// The massage comes first.
    #[error("this glass follows the work of the finger: it cannot be collected before it")]
    MassageBefore,
    /// The massage still runs.
    #[error("stop the massage first")]
    MassageRuns,
    /// No massage runs.
    #[error("no massage is running")]
    NoMassageRuns,
    /// Strokes before a post-DRE urine are always counted.
    #[error("count the strokes on either side first: the laboratory is told")]
    StrokesNotCounted,
    /// Not as many as the kit asks for.
    #[error(
        "the kit asks for three strokes on either side: say why there were {right} on the right and {left} on the left"
    )]
    StrokesUnexplained {
        /// On the right.
        right: u8,
        /// On the left.
        left: u8,
    },
    /// Nobody makes so many.
    #[error("{0} strokes on one side cannot be: count again")]
    StrokesImplausible(u8),
    /// No massage took too long, or it was explained.
    #[error("nothing is left to explain: no massage took longer than three minutes, or the reason stands already")]
    NothingToExplain,
    /// The massage was broken off, or its glasses are collected.
    #[error("the massage is over and cannot be taken up again")]
    MassageOver,
    /// Nothing that follows a massage is awaited.
    #[error("no glass is left that needs a massage")]
    NothingToMassageFor,
    /// This reason does not go with this glass.
    #[error("“{0}” cannot be the reason for this glass")]
    ReasonNotOurs(NotObtainedReason),
    /// The time has not come yet.
    #[error("this time lies in the future")]
    InTheFuture,
    /// The time lies further back than a guided collection reaches.
    #[error("this time is more than two hours ago: record it afterwards instead")]
    TooLongAgo,
    /// The time lies before what came before it.
    #[error("this time lies before the step it follows")]
    TimeGoesBack,
    /// The time lies after what came after it.
    #[error("this time lies after the step that follows it")]
    TimeRunsAhead,
    /// The time lies before the patient was here.
    #[error("this time lies before the patient came")]
    BeforeArrival,
    /// The tube was in somebody's hands by then.
    #[error("the tube had been read back, put away or packed before this time")]
    AfterHandling,
    /// Nothing would change.
    #[error("this is the time that stands already")]
    TimeUnchanged,
    /// There is no time of this glass.
    #[error("{} was not caught: there is no time to put right", .0.code())]
    NotCaught(SpecimenRole),
    /// A urine that comes before the massage, dated after its first stroke.
    #[error("{} is the urine before the massage: it cannot be later than the first stroke", .0.code())]
    AfterTheMassage(SpecimenRole),
    /// The amount cannot be.
    #[error(transparent)]
    Amount(#[from] NotAVolume),
    /// A glass has no end yet.
    #[error("{} is still awaited: receive it, or say why there is none", .0.code())]
    StillAwaited(SpecimenRole),
    /// The set is finished.
    #[error("this collection is finished")]
    Finished,
}

impl CollectionRefusal {
    /// The stable name of this refusal.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NothingToCollect(_) => "nothing-to-collect",
            Self::NotPlanned(_) => "glass-not-planned",
            Self::HasItsEnd(_) => "glass-has-its-end",
            Self::GlassBefore(_) => "glass-before",
            Self::GateBefore => "gate-before",
            Self::NotCleared => "massage-not-cleared",
            Self::MassageBefore => "massage-before",
            Self::MassageRuns => "massage-runs",
            Self::NoMassageRuns => "no-massage-runs",
            Self::StrokesNotCounted => "strokes-not-counted",
            Self::StrokesUnexplained { .. } => "strokes-unexplained",
            Self::StrokesImplausible(_) => "strokes-implausible",
            Self::NothingToExplain => "nothing-to-explain",
            Self::MassageOver => "massage-over",
            Self::NothingToMassageFor => "nothing-to-massage-for",
            Self::ReasonNotOurs(_) => "reason-not-ours",
            Self::InTheFuture => "in-the-future",
            Self::TooLongAgo => "too-long-ago",
            Self::TimeGoesBack => "time-goes-back",
            Self::TimeRunsAhead => "time-runs-ahead",
            Self::BeforeArrival => "before-arrival",
            Self::AfterHandling => "after-handling",
            Self::TimeUnchanged => "time-unchanged",
            Self::NotCaught(_) => "glass-not-caught",
            Self::AfterTheMassage(_) => "after-the-massage",
            Self::Amount(_) => "volume",
            Self::StillAwaited(_) => "glass-still-awaited",
            Self::Finished => "collection-finished",
        }
    }

    /// Which field of a request it stands beside, when it is about one.
    #[must_use]
    pub const fn field(&self) -> Option<&'static str> {
        match self {
            Self::InTheFuture
            | Self::TooLongAgo
            | Self::TimeGoesBack
            | Self::TimeRunsAhead
            | Self::BeforeArrival
            | Self::AfterHandling
            | Self::AfterTheMassage(_)
            | Self::TimeUnchanged => Some("at"),
            Self::Amount(_) => Some("amount"),
            Self::ReasonNotOurs(_) => Some("reason"),
            Self::StrokesUnexplained { .. } => Some("why"),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(refusal: &CollectionRefusal, name: &str, field: Option<&str>) {
        assert_eq!((refusal.code(), refusal.field()), (name, field), "{refusal}");
    }

    #[test]
    fn a_refusal_has_its_name_and_stands_beside_the_field_it_is_about() {
        use CollectionRefusal as Refusal;
        check(&Refusal::InTheFuture, "in-the-future", Some("at"));
        check(&Refusal::AfterTheMassage(SpecimenRole::Vb1), "after-the-massage", Some("at"));
        check(&Refusal::Amount(NotAVolume::Unreadable), "volume", Some("amount"));
        check(&Refusal::ReasonNotOurs(NotObtainedReason::Dry), "reason-not-ours", Some("reason"));
        check(&Refusal::StrokesUnexplained { right: 2, left: 3 }, "strokes-unexplained", Some("why"));
        check(&Refusal::MassageRuns, "massage-runs", None);
    }
}
