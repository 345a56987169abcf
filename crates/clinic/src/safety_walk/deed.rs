//! What people may do in any order, and how a walk is drawn from a seed.
//!
//! Most walks are the course of an ordinary visit with a few things put in, left out or exchanged, so that many come as
//! far as the massage; some are any deeds in any order.

use super::story::{Found, Hindrance, Reading, Word};
use crate::collection::{MassageAccount, StopReason};
use crate::exam::{Consistency, Inspection, StatedGate, Tenderness};
use crate::procedure::ProcedureKind;
use crate::screening::{AskedOf, Item, Kind, Unit, checklist};
use crate::specimen::{NotObtainedReason, SpecimenRole};

/// One thing that somebody does.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Deed {
    /// So many seconds pass.
    Wait(i64),
    /// An answer stands from so many days ago.
    Remember(&'static str, Word, i64),
    /// Everything that these people are asked and that is open is answered “no” by one press.
    NoneOfThese(Asks),
    Say(&'static str, Word, Hand),
    Measure(Reading),
    PutReadingRight(Reading, Hand),
    /// Consent is given, and a chaperone was offered or not.
    Agree(Text, bool),
    Decline(Text),
    TakeBack,
    Hinder(Hindrance),
    Unhinder(Hindrance),
    CloseCheckIn,
    TimeOut,
    Gate(StatedGate),
    Find(Found),
    OverrideAll,
    EndForSafety,
    Receive(SpecimenRole, i64),
    NotObtained(SpecimenRole, NotObtainedReason),
    Start,
    Stop(Option<StopReason>),
    Account(MassageAccount),
    /// A massage of so many seconds ago is recorded afterwards.
    Tell(i64),
    PatientLeft,
    Finish,
}

/// Who asks a group of questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asks {
    Nurse,
    Urologist,
}

/// Of what a consent speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Text {
    ExaminationAlone,
    WholeProcedure,
}

/// Who enters something, whether they say why the old value was wrong, and who looks on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hand {
    pub(super) by: u128,
    pub(super) reason: bool,
    pub(super) second: Option<u128>,
}

/// Chance from a seed: the same seed, the same walk.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    /// 0 to `sides` - 1 (`SplitMix64`).
    pub(super) fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % sides as u64).unwrap()
    }

    fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.roll(of.len())].clone()
    }

    fn once_in(&mut self, times: usize) -> bool {
        self.roll(times) == 0
    }

    fn near(&mut self, limits: &[f64]) -> f64 {
        let tenths = self.one(&[-0.1, 0.0, 0.0, 0.1]);
        (self.one(limits) + tenths) * self.one(&[1.0, 1.0, 1.0, 2.0])
    }
}

/// The items that somebody is asked.
pub(super) fn questions() -> impl Iterator<Item = &'static Item> {
    let answered = |item: &&Item| matches!(item.asked_of, AskedOf::Patient | AskedOf::Nurse | AskedOf::Urologist);
    let told = |item: &&Item| !matches!(item.kind, Kind::Temperature | Kind::Hours(_) | Kind::OneOf(_));
    checklist().items.iter().filter(answered).filter(told)
}

fn word(item: &Item, dice: &mut Dice) -> Word {
    match &item.kind {
        Kind::Symptom => dice.one(&[Word::No, Word::Usual, Word::New, Word::New, Word::NotKnown]),
        Kind::Number(number) => {
            let limits: &[f64] = if item.id == "inr" { &[3.0, 4.5] } else { &[0.5, 1.0, 20.0, 50.0] };
            let value = dice.near(limits);
            match (dice.roll(5), number.units[0].unit) {
                (0, _) => dice.one(&[Word::NoReason, Word::NotKnown]),
                (_, Unit::Ratio) => Word::Ratio(value),
                (1, _) => Word::Cells((value * 1000.0).round()),
                _ => Word::Value(value),
            }
        }
        Kind::Date(_) => {
            let days = Word::DaysBefore(dice.one(&[0, 14, 29, 30, 31, 41, 42, 43, 90]));
            dice.one(&[Word::No, Word::Yes, Word::NotKnown, days, days, days])
        }
        _ if item.mitigation.is_some() => dice.one(&[Word::No, Word::Yes, Word::Mitigated, Word::NotKnown]),
        _ => dice.one(&[Word::No, Word::Yes, Word::Yes, Word::NotKnown]),
    }
}

fn reading(dice: &mut Dice) -> Reading {
    let fahrenheit = dice.once_in(4);
    let tenths =
        if fahrenheit { [967, 968, 983, 994, 995, 1003, 1004, 1005] } else { [359, 360, 368, 374, 375, 379, 380, 381] };
    Reading {
        tenths: if dice.once_in(2) { tenths[2] } else { dice.one(&tenths) },
        fahrenheit,
        pulse: dice.one(&[50, 72, 72, 90, 91, 120]),
        systolic: dice.one(&[90, 100, 101, 125, 125]),
        breaths: dice.one(&[None, Some(14), Some(14), Some(20), Some(21), Some(22)]),
    }
}

fn hand(dice: &mut Dice) -> Hand {
    Hand { by: dice.one(&[1, 1, 2]), reason: !dice.once_in(4), second: dice.one(&[None, Some(1), Some(2)]) }
}

fn gate(dice: &mut Dice) -> StatedGate {
    StatedGate {
        inspection: vec![dice.one(&[Inspection::Clear, Inspection::Clear, Inspection::Fissure, Inspection::Abscess])],
        tenderness: Some(dice.one(Tenderness::ALL)),
        consistency: Some(dice.one(&[
            Consistency::Normal,
            Consistency::Normal,
            Consistency::Boggy,
            Consistency::Fluctuant,
        ])),
        warmth: Some(dice.once_in(6)),
        fluctuance: Some(dice.once_in(10)),
        ..StatedGate::default()
    }
}

fn hindrance(dice: &mut Dice) -> Hindrance {
    dice.one(&[Hindrance::InterpreterGone, Hindrance::CapacityLost, Hindrance::ChaperoneGone])
}

/// Any deed.
fn deed(kind: ProcedureKind, questions: &[&'static Item], dice: &mut Dice) -> Deed {
    let text = dice.one(&[Text::ExaminationAlone, Text::WholeProcedure, Text::WholeProcedure]);
    let glass = dice.one(SpecimenRole::planned_for(kind));
    match dice.roll(41) {
        0..=13 => {
            let item = dice.one(questions);
            Deed::Say(&item.id, word(item, dice), hand(dice))
        }
        14..=16 => Deed::Measure(reading(dice)),
        17 => Deed::PutReadingRight(reading(dice), hand(dice)),
        18..=19 => Deed::Wait(dice.one(&[60, 300, 1800, 1801, 3600, 3601, 10 * 3600, 24 * 3600])),
        20 => Deed::Agree(text, !dice.once_in(3)),
        21 => Deed::Decline(text),
        22 => Deed::TakeBack,
        23 => Deed::Hinder(hindrance(dice)),
        24 => Deed::Unhinder(hindrance(dice)),
        25..=26 => Deed::Gate(gate(dice)),
        27 => Deed::Find(dice.one(&[Found::Nothing, Found::FrankBlood, Found::NotPalpable, Found::Mass])),
        28..=29 => Deed::OverrideAll,
        30 => Deed::EndForSafety,
        31 => Deed::Receive(glass, dice.one(&[0, 0, 60, 600])),
        32 => Deed::NotObtained(glass, dice.one(NotObtainedReason::ALL)),
        33..=34 => Deed::Start,
        35 => Deed::Stop(dice.one(&[None, None, Some(StopReason::Pain), Some(StopReason::Tender)])),
        36 => Deed::Account(dice.one(&[
            MassageAccount::Completed,
            MassageAccount::NotBegun,
            MassageAccount::BrokenOff(StopReason::Tender),
        ])),
        37 => dice.one(&[Deed::PatientLeft, Deed::Finish]),
        38 => dice.one(&[Deed::CloseCheckIn, Deed::TimeOut]),
        39 => Deed::Tell(dice.one(&[0, 10, 600, 1800])),
        _ => Deed::NoneOfThese(dice.one(&[Asks::Nurse, Asks::Urologist])),
    }
}

pub(super) fn normal_gate() -> StatedGate {
    StatedGate {
        inspection: vec![Inspection::Clear],
        tenderness: Some(Tenderness::None),
        consistency: Some(Consistency::Normal),
        warmth: Some(false),
        fluctuance: Some(false),
        ..StatedGate::default()
    }
}

/// The ordinary visit, from the door to the last glass.
fn ordinary(kind: ProcedureKind) -> Vec<Deed> {
    let well = Reading { tenths: 368, fahrenheit: false, pulse: 72, systolic: 125, breaths: Some(14) };
    let mut visit = vec![
        Deed::NoneOfThese(Asks::Nurse),
        Deed::Measure(well),
        Deed::CloseCheckIn,
        Deed::Agree(Text::WholeProcedure, true),
        Deed::NoneOfThese(Asks::Urologist),
        Deed::TimeOut,
    ];
    let glasses = |after: bool| {
        let of_set = SpecimenRole::planned_for(kind).iter().filter(move |role| role.follows_massage() == after);
        of_set.map(|role| Deed::Receive(*role, 0))
    };
    visit.extend(glasses(false));
    visit.extend([Deed::Gate(normal_gate()), Deed::Start, Deed::Wait(60), Deed::Stop(None)]);
    visit.extend(glasses(true));
    visit.push(Deed::Finish);
    visit
}

/// What makes up a reason only together.
fn illness(dice: &mut Dice) -> Vec<Deed> {
    let told: &[(&'static str, Word)] = match dice.roll(8) {
        0 => &[("burning", Word::New), ("pain", Word::New), ("dipstick-nitrite", Word::Yes)],
        1 => &[("fever-48h", Word::Usual), ("slow-stream", Word::New)],
        2 => &[("anticoagulant", Word::Yes), ("rectal-bleeding", Word::Yes)],
        3 => &[("inr", Word::Ratio(3.1)), ("platelets", Word::Value(49.0))],
        4 => &[("acute-uti", Word::Yes), ("flank-pain", Word::Yes)],
        5 => &[("anc", Word::Cells(999.0)), ("urine-culture", Word::Yes)],
        6 => &[("recent-biopsy", Word::DaysBefore(30)), ("pain", Word::New), ("looks-ill", Word::Yes)],
        _ => &[("sci-t6", Word::Mitigated)],
    };
    let hand = Hand { by: 1, reason: false, second: None };
    told.iter().map(|(id, word)| Deed::Say(id, *word, hand)).collect()
}

/// One walk.
pub(super) fn walk(kind: ProcedureKind, questions: &[&'static Item], dice: &mut Dice) -> Vec<Deed> {
    let any = |dice: &mut Dice| deed(kind, questions, dice);
    if dice.once_in(10) {
        return (0..dice.roll(40)).map(|_| any(dice)).collect();
    }
    let mut walk = ordinary(kind);
    for _ in 0..dice.roll(6) {
        let at = dice.roll(walk.len());
        match dice.roll(10) {
            9 => drop(walk.splice(0..0, illness(dice))),
            0 => drop(walk.remove(at)),
            1 => {
                let other = dice.roll(walk.len());
                walk.swap(at, other);
            }
            2 => {
                let item = dice.one(questions);
                let days = dice.one(&[1, 29, 30, 31]);
                walk.insert(0, Deed::Remember(&item.id, word(item, dice), days));
            }
            _ => {
                let one = any(dice);
                // Most answers are the first ones; the others put an answer right.
                let is_first = matches!(one, Deed::Say(..)) && !dice.once_in(8);
                walk.insert(if is_first { 0 } else { at }, one);
            }
        }
    }
    walk
}
