//! The laboratory order for one set: what exists goes in, what does not is named with its reason.

use crate::accession::Accession;
use crate::catalogue::{CatalogueEntry, OrderedTest};
use crate::collection::{Collection, Ending, Strokes};
use crate::further::{Caution, FurtherFacts};
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
    /// What it is, as the laboratory has it.
    pub entry: CatalogueEntry,
    /// What is asked of it: of a post-DRE urine, what its kit is for.
    pub ordered: OrderedTest,
    /// What it is beside its role, when it is a further specimen and no glass of the set.
    pub further: Option<FurtherFacts>,
}

impl OrderLine {
    /// What it is and from where, as papers say it.
    #[must_use]
    pub fn source(&self) -> String {
        self.further.as_ref().map_or_else(|| self.entry.source.clone(), |facts| facts.source(&self.entry.source))
    }

    /// What it is in: of several containers that differ, which.
    #[must_use]
    pub fn container(&self) -> &str {
        self.further.as_ref().and_then(|facts| facts.bottle.as_deref()).unwrap_or(&self.entry.container)
    }
}

/// An order ready to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderContent {
    /// The placer's group number: the collection's own.
    pub group: Accession,
    /// One line a specimen that exists: the glasses in the order of collection, then what was taken beside them.
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
    /// The order for a set, with the kit it was collected for, and for what was taken beside it. A visit that was stopped
    /// before anything was collected has no set. `number_of` knows the number that each glass was issued, `discarded` why
    /// one was thrown away, `entry_of` what it is.
    ///
    /// # Errors
    /// While a glass is awaited, and when nothing exists.
    pub fn of(
        collection: Option<&Collection>,
        further: Vec<OrderLine>,
        kit: Option<&'static Kit>,
        number_of: impl Fn(SpecimenRole) -> Option<Accession>,
        discarded: impl Fn(SpecimenRole) -> Option<DiscardReason>,
        entry_of: impl Fn(SpecimenRole) -> CatalogueEntry,
    ) -> Result<Self, OrderRefusal> {
        let (mut lines, mut absent) = (Vec::new(), Vec::new());
        let planned = collection.into_iter().flat_map(|set| set.planned().iter().map(move |role| (set, *role)));
        for (collection, role) in planned {
            let ending = collection.ending(role).ok_or(OrderRefusal::StillAwaited(role))?;
            match (ending, discarded(role)) {
                (Ending::NotObtained(reason), _) => absent.push((role, Absence::NotObtained(reason))),
                (Ending::Received(_), Some(reason)) => absent.push((role, Absence::Discarded(reason))),
                (Ending::Received(catch), None) => {
                    let accession = number_of(role).ok_or(OrderRefusal::NoNumber(role))?;
                    let entry = entry_of(role);
                    let ordered = kit.map_or(&entry.ordered, |kit| &kit.order).clone();
                    lines.push(OrderLine { role, accession, catch, entry, ordered, further: None });
                }
            }
        }
        lines.extend(further);
        let group = lines.first().map(|line| line.accession.collection()).ok_or(OrderRefusal::NothingExists)?;
        let strokes = collection.filter(|set| set.act() == Act::PostDreStrokes).and_then(Collection::strokes).cloned();
        let late = lines.iter().filter_map(|line| {
            let told = collection?.told_of(line.role)?;
            let (code, taken, noted) = (line.role.code(), line.catch.at.long_text(), told.at.long_text());
            Some(format!("{code}: recorded afterwards, collected {taken}, entered and labelled {noted}."))
        });
        let late = late.collect();
        Ok(Self { group, lines, absent, late, strokes })
    }

    /// The order of what was taken beside a set whose own order was made before, under the same group number.
    ///
    /// # Errors
    /// When there is none.
    pub fn beside(group: Accession, lines: Vec<OrderLine>) -> Result<Self, OrderRefusal> {
        if lines.is_empty() {
            return Err(OrderRefusal::WrittenAlready);
        }
        Ok(Self { group, lines, absent: Vec::new(), late: Vec::new(), strokes: None })
    }

    /// Whether it asks for a glass of the procedure. Only then does the laboratory ask for consent to that.
    #[must_use]
    pub fn names_a_glass(&self) -> bool {
        self.lines.iter().any(|line| !line.role.is_further())
    }

    /// Whether blood for PSA was drawn before anything pressed on the gland; none when none was drawn.
    #[must_use]
    pub fn psa_before_massage(&self) -> Option<bool> {
        let drawn = self.lines.iter().filter(|line| line.role == SpecimenRole::PsaSerum);
        let after = |line: &OrderLine| {
            line.further.as_ref().is_some_and(|facts| facts.cautions.contains(&Caution::AfterExamination))
        };
        drawn.map(|line| !after(line)).reduce(|one, other| one && other)
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
        /// What was taken beside its set since then is ordered too (NW), under the same group number.
        Add = "add",
    }
}

/// What the laboratory asks with an order, as it was answered; a change says the same again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OrderAnswers {
    /// Consent to the procedure stood; none where the order asks for nothing that the procedure gave.
    pub consent: Option<bool>,
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
            consent: Some(true),
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
    use crate::catalogue;
    use crate::procedure::ProcedureKind;
    use crate::specimen::{Amount, CollectedHow, NotObtainedReason};

    fn number(role: SpecimenRole) -> Option<Accession> {
        Accession::new('U', 2026, 123, role.container()?).ok()
    }

    fn entry(role: SpecimenRole) -> CatalogueEntry {
        catalogue::entry(role).clone()
    }

    fn order(
        set: Option<&Collection>,
        number_of: impl Fn(SpecimenRole) -> Option<Accession>,
    ) -> Result<OrderContent, OrderRefusal> {
        OrderContent::of(set, Vec::new(), None, number_of, |_| None, entry)
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
        assert_eq!(order(Some(&waiting), number), Err(OrderRefusal::StillAwaited(SpecimenRole::Eps)));

        let stopped = waiting.stop_for_safety(ten, nurse).unwrap();
        let made = order(Some(&stopped), number).unwrap();
        assert_eq!(made.group.to_string(), format!("{}", number(SpecimenRole::Vb1).unwrap().collection()));
        assert_eq!(made.lines.iter().map(|line| line.role).collect::<Vec<_>>(), [SpecimenRole::Vb2]);
        assert_eq!(
            made.absent,
            [
                (SpecimenRole::Vb1, Absence::NotObtained(NotObtainedReason::CannotVoid)),
                (SpecimenRole::Eps, Absence::NotObtained(NotObtainedReason::SafetyStop)),
                (SpecimenRole::Vb3, Absence::NotObtained(NotObtainedReason::SafetyStop)),
            ]
        );
        assert_eq!(order(Some(&stopped), |_| None), Err(OrderRefusal::NoNumber(SpecimenRole::Vb2)));

        let broken = |role| (role == SpecimenRole::Vb2).then_some(DiscardReason::Broken);
        assert_eq!(
            OrderContent::of(Some(&stopped), Vec::new(), None, number, broken, entry),
            Err(OrderRefusal::NothingExists)
        );

        let nothing = Collection::plan(ProcedureKind::Eps).and_then(|set| set.stop_for_safety(ten, nurse)).unwrap();
        assert_eq!(order(Some(&nothing), number), Err(OrderRefusal::NothingExists));
    }

    #[test]
    fn what_was_taken_beside_a_stopped_set_is_ordered_under_the_same_number_or_alone() {
        let ten: Moment = "2026-11-22T10:00:00+01:00".parse().unwrap();
        let nurse = uuid::Uuid::from_u128(7).into();
        let urine = Catch { at: ten, amount: Amount::Enough, appearance: None, how: CollectedHow::ByPatient };
        let further = |role, container, facts| OrderLine {
            role,
            accession: Accession::new('U', 2026, 123, container).unwrap(),
            catch: urine.clone(),
            entry: entry(role),
            ordered: entry(role).ordered,
            further: Some(facts),
        };
        let msu = || further(SpecimenRole::Msu, 5, FurtherFacts::default());
        let stopped = Collection::plan(ProcedureKind::FourGlass)
            .and_then(|set| set.not_obtained(SpecimenRole::Vb1, NotObtainedReason::CannotVoid, ten, nurse))
            .and_then(|set| set.receive(SpecimenRole::Vb2, urine.clone(), ten, nurse))
            .and_then(|set| set.stop_for_safety(ten, nurse))
            .unwrap();
        let both = OrderContent::of(Some(&stopped), vec![msu()], None, number, |_| None, entry).unwrap();
        assert_eq!(both.lines.iter().map(|line| line.role.code()).collect::<Vec<_>>(), ["VB2", "MSU"]);
        assert!(both.names_a_glass() && both.lines.iter().all(|line| line.accession.collection() == both.group));

        let alone = OrderContent::of(None, vec![msu()], None, number, |_| None, entry).unwrap();
        assert!(!alone.names_a_glass() && alone.absent.is_empty());
        assert_eq!(alone.psa_before_massage(), None);

        let late = FurtherFacts { cautions: vec![Caution::AfterExamination], ..FurtherFacts::default() };
        let psa = |facts| OrderContent::beside(alone.group, vec![further(SpecimenRole::PsaSerum, 6, facts)]).unwrap();
        assert_eq!(psa(FurtherFacts::default()).psa_before_massage(), Some(true));
        assert_eq!(psa(late).psa_before_massage(), Some(false));
        assert_eq!(OrderContent::beside(alone.group, Vec::new()), Err(OrderRefusal::WrittenAlready));
    }
}
