//! Everything the rules may look at, at one moment; and the few questions that they ask of it.

use super::answer::{Reply, Said, Standing};
use super::consent_facts::{self, ConsentFacts};
use super::content::{self, AppliesIf, AskedOf, Item, Kind, limits};
use super::evidence::{Evidence, Fact};
use super::found::Examined;
use super::overrides::Override;
use super::vitals::{Temperature, VitalSigns};
use crate::Moment;
use crate::patient::BirthDate;
use crate::procedure::{Act, ProcedureKind};
use crate::words::words;
use chrono::TimeDelta;
use std::collections::BTreeMap;

words! {
    /// How far the visit has come: the same absence waits at check-in and stops at the time-out.
    pub enum Point {
        /// Check-in by the nurse.
        CheckIn = "check-in",
        /// Time-out by the urologist, and the examination after it.
        TimeOut = "time-out",
    }
}

/// Everything the rules may look at. Corrected entries are already left out; nothing here is ever guessed.
#[derive(Debug, Clone)]
pub struct Picture {
    /// The moment of judging.
    pub now: Moment,
    /// How far the visit has come.
    pub point: Point,
    /// What is to be done; while that is open, everything is asked.
    pub kind: Option<ProcedureKind>,
    /// The patient's birth date.
    pub birth: BirthDate,
    /// The latest answer to each item.
    pub answers: BTreeMap<String, Standing>,
    /// Every reading of the last 24 hours, in any order.
    pub vitals: Vec<VitalSigns>,
    /// Consent and chaperone.
    pub consent: ConsentFacts,
    /// The examination, once the gate is answered.
    pub examined: Option<Examined>,
    /// When the gland became exquisitely tender under a massage that was stopped for it.
    pub became_tender: Option<Moment>,
    /// The clinic declared itself free of latex.
    pub latex_free: bool,
    /// Acute prostatitis is what is looked for, by one gentle palpation.
    pub gentle: bool,
    /// The overrides of this visit.
    pub overrides: Vec<Override>,
    /// What nobody knows is taken at its worst (C15 asks so what still has to be asked).
    pub(super) at_worst: bool,
}

impl Picture {
    /// The picture of a patient of whom nothing has been recorded yet.
    #[must_use]
    pub fn empty(now: Moment, birth: BirthDate) -> Self {
        Self {
            now,
            point: Point::CheckIn,
            kind: None,
            birth,
            answers: BTreeMap::new(),
            vitals: Vec::new(),
            consent: ConsentFacts::default(),
            examined: None,
            became_tender: None,
            latex_free: false,
            gentle: false,
            overrides: Vec::new(),
            at_worst: false,
        }
    }

    /// What is recorded on an item for an act; nothing while it is unanswered or too old to count.
    ///
    /// An old “no” no longer counts; an old “yes” stands until somebody asks again. Where the examination answers too,
    /// a yes of either counts.
    #[must_use]
    pub fn reply(&self, item: &Item, act: Act) -> Option<Reply> {
        let found = || self.examined.as_ref().map(|examined| examined.reply(&item.id));
        match (&item.kind, item.asked_of) {
            (Kind::Consent, _) => consent_facts::reply(self, item, act),
            (Kind::Derived, _) => super::derived::reply(self, item),
            (_, AskedOf::Inspection) => found(),
            (Kind::Age, _) => self.under_age().or_else(|| self.answer(item)),
            _ if item.found => match (self.answer(item), found()) {
                (_, Some(Reply::Said(Said::Yes))) => Some(Reply::Said(Said::Yes)),
                (Some(Reply::Said(Said::NotKnown)), Some(found)) => Some(found),
                (answer, _) => answer,
            },
            _ => self.answer(item),
        }
    }

    /// The answer as far as it still counts.
    pub(super) fn answer(&self, item: &Item) -> Option<Reply> {
        let standing = self.answers.get(&item.id)?;
        if self.is_fresh(item, standing) {
            return Some(standing.reply);
        }
        match standing.reply {
            Reply::Said(Said::No | Said::NoReasonToMeasure | Said::Drawn | Said::Deferred) => None,
            // A precaution was taken for its own day.
            Reply::Said(Said::YesMitigated) => Some(Reply::Said(Said::Yes)),
            reply @ Reply::Said(_) => Some(reply),
            // A value or a day that is in the way stays there; one that is not may have been followed by another.
            reply => item.fires.iter().any(|level| self.fits(item, level.when, reply)).then_some(reply),
        }
    }

    /// Whether an answer is young enough: symptoms and what is so today from today, history from the last 30 days.
    #[must_use]
    pub fn is_fresh(&self, item: &Item, standing: &Standing) -> bool {
        let of_today = item.today
            || item.kind == Kind::Symptom
            || matches!(item.group, content::Group::Sepsis | content::Group::Dipstick);
        if of_today {
            standing.at.day_at(self.now) == self.now.day_at(self.now)
        } else {
            self.now.since(standing.at) <= TimeDelta::days(limits().history_days)
        }
    }

    /// Under 18, of age, or not to be told from the birth date alone.
    fn under_age(&self) -> Option<Reply> {
        let today = self.now.date();
        let oldest = self.birth.age(today)?;
        // A month or a year alone leaves up to one year open.
        let youngest = if self.birth.full().is_some() { oldest } else { oldest.saturating_sub(1) };
        match (oldest < 18, youngest >= 18) {
            (true, _) => Some(Reply::Said(Said::Yes)),
            (_, true) => Some(Reply::Said(Said::No)),
            _ => None,
        }
    }

    /// Whether an item is asked at all, as far as is known.
    #[must_use]
    pub fn applies(&self, item: &Item) -> bool {
        self.concerns(item) && self.makes_sense(item)
    }

    /// Whether an item concerns the procedure of this visit.
    pub(super) fn concerns(&self, item: &Item) -> bool {
        item.only.is_empty() || self.kind.is_none_or(|kind| item.only.contains(&kind))
    }

    /// Whether an earlier answer makes the question sensible.
    fn makes_sense(&self, item: &Item) -> bool {
        match &item.applies_if {
            None => true,
            Some(AppliesIf::YesTo(other) | AppliesIf::Symptom(other)) => {
                let reply = content::item(other).and_then(|other| self.answer(other));
                reply != Some(Reply::Said(Said::No))
            }
            Some(AppliesIf::AgeUnknown) => self.under_age().is_none(),
            Some(AppliesIf::SuspectedInfection) => super::rules::suspected_infection(self).is_some(),
        }
    }

    /// The item was answered yes.
    pub(super) fn yes(&self, id: &'static str) -> Option<Evidence> {
        self.said(id, |said| matches!(said, Said::Yes | Said::YesMitigated))
    }

    /// The symptom is new, or worse in the last 7 days; what is usual for the patient does not count.
    pub(super) fn new_or_worse(&self, id: &'static str) -> Option<Evidence> {
        self.said(id, |said| said == Said::NewOrWorse)
    }

    /// The symptom is there, usual or new.
    pub(super) fn present(&self, id: &'static str) -> Option<Evidence> {
        self.said(id, |said| matches!(said, Said::Usual | Said::NewOrWorse))
    }

    /// It happened within so many days; a yes without its day counts.
    pub(super) fn within_days(&self, id: &'static str, days: i64) -> Option<Evidence> {
        self.replied(id, |_, reply| self.was_within_days(reply, days))
    }

    /// The item fires by itself, at any of its levels.
    pub(super) fn fires(&self, id: &'static str) -> Option<Evidence> {
        self.replied(id, |item, reply| item.fires.iter().any(|level| self.fits(item, level.when, reply)))
    }

    /// When the examination found what the item asks for.
    pub(super) fn found_at(&self, item: &Item) -> Option<Moment> {
        let examined = self.examined.as_ref().filter(|_| item.found || item.asked_of == AskedOf::Inspection)?;
        (examined.reply(&item.id) == Reply::Said(Said::Yes)).then_some(examined.gate.at)
    }

    fn said(&self, id: &'static str, holds: fn(Said) -> bool) -> Option<Evidence> {
        self.replied(id, |_, reply| matches!(reply, Reply::Said(said) if holds(said)))
    }

    fn replied(&self, id: &'static str, holds: impl Fn(&Item, Reply) -> bool) -> Option<Evidence> {
        let item = content::item(id);
        debug_assert!(item.is_some(), "a rule reads {id}, which is not asked");
        let item = item.filter(|item| self.concerns(item))?;
        match self.reply(item, Act::Massage) {
            Some(reply) if holds(item, reply) => Some(vec![self.fact(item, id)]),
            None | Some(Reply::Said(Said::NotKnown)) if self.at_worst && !item.optional && self.applies(item) => {
                Some(vec![Fact { id, text: item.question.clone(), known: false }])
            }
            _ => None,
        }
    }

    fn fact(&self, item: &Item, id: &'static str) -> Fact {
        let text = match self.answers.get(&item.id).filter(|_| self.found_at(item).is_none()) {
            Some(standing) => format!("{}: {}, {}", item.question, standing.reply.text(), clock(standing.at)),
            None => item.question.clone(),
        };
        Fact { id, text, known: true }
    }

    /// The latest reading of one vital sign, if it is younger than 60 minutes.
    fn latest<T>(&self, of: fn(&VitalSigns) -> Option<T>) -> Option<(T, Moment)> {
        let limit = TimeDelta::minutes(limits().vitals_minutes);
        let newest =
            self.vitals.iter().filter_map(|signs| of(signs).map(|value| (value, signs.at))).max_by_key(|(_, at)| *at);
        newest.filter(|(_, at)| self.now.since(*at) <= limit)
    }

    /// The latest temperature, if it still holds.
    #[must_use]
    pub fn temperature(&self) -> Option<(Temperature, Moment)> {
        self.latest(|signs| signs.temperature)
    }

    /// The latest pulse, if it still holds.
    #[must_use]
    pub fn pulse(&self) -> Option<(u16, Moment)> {
        self.latest(|signs| signs.pulse)
    }

    /// A temperature at or above so many degrees Celsius in the last 24 hours: a normal reading undoes no fever.
    pub(super) fn temperature_at_least(&self, degc: f64) -> Option<Evidence> {
        let memory = TimeDelta::hours(limits().fever_memory_hours);
        let readings = self.vitals.iter().filter(|signs| self.now.since(signs.at) <= memory);
        let highest = readings
            .filter_map(|signs| Some((signs.temperature?, signs.at)))
            .max_by_key(|(temperature, at)| (temperature.celsius_hundredths(), *at));
        match highest {
            Some((temperature, at)) if temperature.at_least(degc) => {
                Some(vital("temperature", "Temperature", &temperature.text(), at))
            }
            _ if self.temperature().is_none() => self.unmeasured("temperature", "Temperature"),
            _ => None,
        }
    }

    /// Above 38.0 or below 36.0 °C, as the sepsis criteria have it.
    pub(super) fn temperature_of_sirs(&self) -> Option<Evidence> {
        let above = self.temperature_at_least(limits().fever_degc + 0.01);
        let below = self.temperature().filter(|(temperature, _)| !temperature.at_least(limits().low_degc));
        above.or_else(|| below.map(|(temperature, at)| vital("temperature", "Temperature", &temperature.text(), at)))
    }

    /// Whether the latest pulse, pressure or breathing fulfils a criterion.
    pub(super) fn vital(&self, sign: Sign, holds: impl Fn(u16) -> bool) -> Option<Evidence> {
        let (id, name, of): (_, _, fn(&VitalSigns) -> Option<u16>) = match sign {
            Sign::Pulse => ("pulse", "Pulse", |signs| signs.pulse),
            Sign::Systolic => ("systolic", "Upper pressure", |signs| signs.systolic),
            Sign::Breaths => ("breaths", "Breaths per minute", |signs| signs.breaths),
        };
        match self.latest(of) {
            Some((value, at)) if holds(value) => Some(vital(id, name, &value.to_string(), at)),
            Some(_) => None,
            None => self.unmeasured(id, name),
        }
    }

    /// A blood pressure of the last 30 minutes; while there is none, that it is missing.
    pub(super) fn no_baseline_pressure(&self) -> Option<Evidence> {
        let limit = TimeDelta::minutes(limits().baseline_pressure_minutes);
        let fresh = |signs: &VitalSigns| signs.systolic.is_some() && self.now.since(signs.at) <= limit;
        let text = format!("no blood pressure in the last {} minutes", limits().baseline_pressure_minutes);
        (!self.vitals.iter().any(fresh)).then(|| vec![Fact { id: "systolic", text, known: true }])
    }

    /// So many completed years, if the birth date tells that they may be.
    pub(super) fn aged_at_least(&self, years: u32) -> Option<Evidence> {
        let age = self.birth.age(self.now.date()).filter(|age| *age >= years)?;
        Some(vec![Fact { id: "age", text: format!("aged {age}"), known: true }])
    }

    fn unmeasured(&self, id: &'static str, name: &str) -> Option<Evidence> {
        self.at_worst.then(|| vec![Fact { id, text: name.to_owned(), known: false }])
    }

    /// Nitrite or leukocyte esterase positive.
    pub(super) fn dipstick_positive(&self) -> Option<Evidence> {
        super::evidence::any([self.yes("dipstick-nitrite"), self.yes("dipstick-leukocytes")])
    }
}

/// The vital signs that the sepsis criteria read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// Pulse per minute.
    Pulse,
    /// Systolic pressure in mmHg.
    Systolic,
    /// Breaths per minute.
    Breaths,
}

fn vital(id: &'static str, name: &str, value: &str, at: Moment) -> Evidence {
    vec![Fact { id, text: format!("{name} {value} at {}", clock(at)), known: true }]
}

fn clock(at: Moment) -> String {
    at.local().format("%H:%M").to_string()
}
