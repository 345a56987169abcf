//! The laboratory order for one set: what exists goes in, what does not is named with its reason.

use crate::accession::Accession;
use crate::catalogue::{self, CatalogueEntry, OrderedTest};
use crate::collection::{Collection, Ending, Strokes};
use crate::kit::Kit;
use crate::patient::YesNoUnknown;
use crate::procedure::Act;
use crate::specimen::{Absence, Catch, DiscardReason, SpecimenRole};
use crate::symptom::SymptomCode;
use crate::words::words;
use serde::{Deserialize, Serialize};

/// What is ordered of one specimen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderLine {
    /// Which glass.
    pub role: SpecimenRole,
    /// Its number, which is also the placer's order number.
    pub accession: Accession,
    /// How it was caught.
    pub catch: Catch,
    /// What it is.
    pub entry: &'static CatalogueEntry,
    /// What is asked of it: of a post-DRE urine, what its kit is for.
    pub ordered: &'static OrderedTest,
}

/// An order ready to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderContent {
    /// The placer's group number: the collection's own.
    pub group: Accession,
    /// One line a specimen that exists, in the order of collection.
    pub lines: Vec<OrderLine>,
    /// The planned glasses that do not exist, or no more, and why.
    pub absent: Vec<(SpecimenRole, Absence)>,
    /// The glasses that were recorded afterwards, each as a sentence for the laboratory.
    pub late: Vec<String>,
    /// The strokes before a post-DRE urine, which its laboratory wants to know; none of a massage.
    pub strokes: Option<Strokes>,
}

/// Why nothing can be ordered.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OrderRefusal {
    /// A glass has no end yet.
    #[error("{} is still awaited: receive it, or say why there is none", .0.code())]
    StillAwaited(SpecimenRole),
    /// No specimen exists.
    #[error("no specimen was obtained: there is nothing to order")]
    NothingExists,
    /// A specimen exists without its number.
    #[error("{} has no accession number", .0.code())]
    NoNumber(SpecimenRole),
    /// A label was not read back.
    #[error("the label of {} is not verified: scan the tube first", .0.code())]
    LabelUnverified(SpecimenRole),
    /// A tube carries another patient's name.
    #[error("{} carries another patient’s name: relabel it or throw it away first", .0.code())]
    Quarantined(SpecimenRole),
    /// An order for this set was written already.
    #[error("the order for this set was written already")]
    WrittenAlready,
}

impl OrderRefusal {
    /// The stable name of this refusal.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::StillAwaited(_) => "glass-still-awaited",
            Self::NothingExists => "nothing-to-order",
            Self::NoNumber(_) => "specimen-without-number",
            Self::LabelUnverified(_) => "label-not-verified",
            Self::Quarantined(_) => "specimen-quarantined",
            Self::WrittenAlready => "order-written-already",
        }
    }
}

impl OrderContent {
    /// The order for a set, with the kit it was collected for. `number_of` knows the number that each glass was issued, `discarded` why one was thrown away.
    ///
    /// # Errors
    /// While a glass is awaited, and when nothing exists.
    pub fn of(
        collection: &Collection,
        kit: Option<&'static Kit>,
        number_of: impl Fn(SpecimenRole) -> Option<Accession>,
        discarded: impl Fn(SpecimenRole) -> Option<DiscardReason>,
    ) -> Result<Self, OrderRefusal> {
        let (mut lines, mut absent) = (Vec::new(), Vec::new());
        for role in collection.planned().iter().copied() {
            let ending = collection.ending(role).ok_or(OrderRefusal::StillAwaited(role))?;
            match (ending, discarded(role)) {
                (Ending::NotObtained(reason), _) => absent.push((role, Absence::NotObtained(reason))),
                (Ending::Received(_), Some(reason)) => absent.push((role, Absence::Discarded(reason))),
                (Ending::Received(catch), None) => {
                    let accession = number_of(role).ok_or(OrderRefusal::NoNumber(role))?;
                    let entry = catalogue::entry(role);
                    let ordered = kit.map_or(&entry.ordered, |kit| &kit.order);
                    lines.push(OrderLine { role, accession, catch, entry, ordered });
                }
            }
        }
        let group = lines.first().map(|line| line.accession.collection()).ok_or(OrderRefusal::NothingExists)?;
        let strokes = collection.strokes().filter(|_| collection.act() == Act::PostDreStrokes).cloned();
        let late = lines.iter().filter_map(|line| {
            let told = collection.told_of(line.role)?;
            let (code, taken, noted) = (line.role.code(), line.catch.at.long_text(), told.at.long_text());
            Some(format!("{code}: recorded afterwards, collected {taken}, entered and labelled {noted}."))
        });
        let late = late.collect();
        Ok(Self { group, lines, absent, late, strokes })
    }
}

words! {
    /// How far an order has come. A file can be written, not answered: nobody may call it received.
    pub enum OrderStatus {
        /// Its message is stored and waits to be written.
        Queued = "queued",
        /// Its file lies in the laboratory's folder.
        Written = "written",
        /// Writing it failed, and why stands beside it; it may be tried again with the same bytes.
        Failed = "failed",
    }
}

impl OrderStatus {
    /// Whether its bytes may (again) be handed to the folder. The same message twice is one order: its control id stays.
    #[must_use]
    pub const fn may_be_written(self) -> bool {
        matches!(self, Self::Queued | Self::Failed)
    }
}

words! {
    /// What a laboratory is told of an order that it has.
    pub enum OrderChangeKind {
        /// It is cancelled (CA): nothing of it is to be examined, and what has come is to be destroyed.
        Cancel = "cancel",
        /// It says something else now, under the same numbers (XO).
        Change = "change",
    }
}

/// What the laboratory asks with an order, as it was answered; a change says the same again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OrderAnswers {
    /// Consent to the procedure stood.
    pub consent: bool,
    /// Antibiotics within four weeks.
    pub antibiotics: YesNoUnknown,
    /// Days without ejaculation; none when not known.
    pub abstinence_days: Option<u16>,
    /// A remark for the laboratory.
    pub remark: String,
    /// The symptom for which it is made, from the clinic's own table; none is the rule.
    #[serde(default)]
    pub symptom: Option<SymptomCode>,
}

impl Default for OrderAnswers {
    /// Nothing is known of what was answered with an order of before.
    fn default() -> Self {
        Self {
            consent: true,
            antibiotics: YesNoUnknown::Unknown,
            abstinence_days: None,
            remark: String::new(),
            symptom: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Moment;
    use crate::procedure::ProcedureKind;
    use crate::specimen::{Amount, CollectedHow, NotObtainedReason};

    fn number(role: SpecimenRole) -> Option<Accession> {
        Accession::new('U', 2026, 123, role.container()).ok()
    }

    #[test]
    fn the_order_carries_what_exists_and_names_what_does_not() {
        let ten: Moment = "2026-11-22T10:00:00+01:00".parse().unwrap();
        let nurse = uuid::Uuid::from_u128(7).into();
        let urine = Catch { at: ten, amount: Amount::Enough, appearance: None, how: CollectedHow::ByPatient };
        let waiting = Collection::plan(ProcedureKind::FourGlass)
            .and_then(|set| set.not_obtained(SpecimenRole::Vb1, NotObtainedReason::CannotVoid, ten, nurse))
            .and_then(|set| set.receive(SpecimenRole::Vb2, urine, ten, nurse))
            .unwrap();
        assert_eq!(
            OrderContent::of(&waiting, None, number, |_| None),
            Err(OrderRefusal::StillAwaited(SpecimenRole::Eps))
        );

        let stopped = waiting.stop_for_safety(ten, nurse).unwrap();
        let order = OrderContent::of(&stopped, None, number, |_| None).unwrap();
        assert_eq!(order.group.to_string(), format!("{}", number(SpecimenRole::Vb1).unwrap().collection()));
        assert_eq!(order.lines.iter().map(|line| line.role).collect::<Vec<_>>(), [SpecimenRole::Vb2]);
        assert_eq!(
            order.absent,
            [
                (SpecimenRole::Vb1, Absence::NotObtained(NotObtainedReason::CannotVoid)),
                (SpecimenRole::Eps, Absence::NotObtained(NotObtainedReason::SafetyStop)),
                (SpecimenRole::Vb3, Absence::NotObtained(NotObtainedReason::SafetyStop)),
            ]
        );
        assert_eq!(
            OrderContent::of(&stopped, None, |_| None, |_| None),
            Err(OrderRefusal::NoNumber(SpecimenRole::Vb2))
        );

        let broken = |role| (role == SpecimenRole::Vb2).then_some(DiscardReason::Broken);
        assert_eq!(OrderContent::of(&stopped, None, number, broken), Err(OrderRefusal::NothingExists));

        let nothing = Collection::plan(ProcedureKind::Eps).and_then(|set| set.stop_for_safety(ten, nurse)).unwrap();
        assert_eq!(OrderContent::of(&nothing, None, number, |_| None), Err(OrderRefusal::NothingExists));
    }
}
