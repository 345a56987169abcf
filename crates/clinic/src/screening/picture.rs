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
use crate::procedure::Act;
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
            birth,
            answers: BTreeMap::new(),
            vitals: Vec::new(),
            consent: ConsentFacts::default(),
            examined: None,
            became_tender: None,
            latex_free: false,
            overrides: Vec::new(),
            at_worst: false,
        }
    }

    /// What is recorded on an item for an act; nothing while it is unanswered or too old to count.
    ///
    /// An old “no” no longer counts; an old “yes” stands until somebody asks again.
    #[must_use]
    pub fn reply(&self, item: &Item, act: Act) -> Option<Reply> {
        match (&item.kind, item.asked_of) {
            (Kind::Consent, _) => consent_facts::reply(self, item, act),
            (_, AskedOf::Inspection) => self.examined.as_ref().map(|examined| examined.reply(&item.id)),
            (Kind::Age, _) => self.under_age().or_else(|| self.answer(item)),
            (Kind::Temperature, _) => None,
            _ => self.answer(item),
        }
    }

    fn answer(&self, item: &Item) -> Option<Reply> {
        let standing = self.answers.get(&item.id)?;
        let clears = matches!(standing.reply, Reply::Said(Said::No | Said::NoReasonToMeasure));
        (!clears || self.is_fresh(item, standing)).then_some(standing.reply)
    }

    /// Whether an answer is young enough: symptoms and dipsticks from today, history from the last 30 days.
    #[must_use]
    pub fn is_fresh(&self, item: &Item, standing: &Standing) -> bool {
        let today = |moment: Moment| Moment::new(moment.utc_ms(), self.now.offset_minutes()).map(Moment::date);
        let of_today = item.kind == Kind::Symptom
            || matches!(item.group, content::Group::Sepsis | content::Group::Dipstick)
            || item.id == "antipyretic-6h";
        if of_today {
            today(standing.at) == today(self.now)
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

    fn said(&self, id: &'static str, holds: fn(Said) -> bool) -> Option<Evidence> {
        let item = content::item(id);
        debug_assert!(item.is_some(), "a rule reads {id}, which is not asked");
        let item = item?;
        match self.reply(item, Act::Massage) {
            Some(Reply::Said(said)) if holds(said) => Some(vec![self.fact(item, id)]),
            None | Some(Reply::Said(Said::NotKnown)) if self.at_worst && !item.optional && self.applies(item) => {
                Some(vec![Fact { id, text: item.question.clone(), known: false }])
            }
            _ => None,
        }
    }

    fn fact(&self, item: &Item, id: &'static str) -> Fact {
        let text = match self.answers.get(&item.id) {
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
