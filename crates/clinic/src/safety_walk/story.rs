//! What really happened at one visit, as plain facts, and what forbids a massage after that.
//!
//! Written from the clinical description and not from the rules: nothing here asks `screening`, reads its content or
//! knows an override. Where the two disagree, one is wrong.

use crate::exam::{Consistency, Gate, Inspection, Tenderness};
use std::collections::BTreeMap;

/// An answer as it was said.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Word {
    No,
    Yes,
    Mitigated,
    Usual,
    New,
    NotKnown,
    NoReason,
    /// A laboratory value in the unit of which its limits speak.
    Value(f64),
    /// A value without unit.
    Ratio(f64),
    /// A laboratory value in cells per microlitre.
    Cells(f64),
    /// It happened so many days before it was told.
    DaysBefore(u16),
}

/// One measurement.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Reading {
    /// Tenths of a degree.
    pub(super) tenths: i32,
    pub(super) fahrenheit: bool,
    pub(super) pulse: u16,
    pub(super) systolic: u16,
    pub(super) breaths: Option<u16>,
}

/// What the finger met beyond the gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    Nothing,
    FrankBlood,
    NotPalpable,
    Mass,
}

/// The last word on one consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Agreed {
    Given { chaperone_offered: bool },
    Declined,
    TakenBack,
}

/// One consent: when its last word was said, whether it speaks of the massage, and that word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked {
    pub(super) at: i64,
    pub(super) massage: bool,
    pub(super) word: Agreed,
}

/// Something about consent that went wrong in the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Hindrance {
    InterpreterGone,
    CapacityLost,
    ChaperoneGone,
}

/// The visit so far. Times are seconds after nine o'clock of the first day.
#[derive(Debug, Clone, Default)]
pub(super) struct Story {
    /// Three strokes on either side are planned instead of a massage: less, so that less stands against them.
    pub(super) strokes: bool,
    pub(super) now: i64,
    pub(super) born_2010: bool,
    pub(super) said: BTreeMap<&'static str, (Word, i64)>,
    pub(super) readings: Vec<(i64, Reading)>,
    pub(super) consents: Vec<Asked>,
    pub(super) hindered: Vec<Hindrance>,
    pub(super) time_out: bool,
    pub(super) gate: Option<Gate>,
    pub(super) found: Option<Found>,
    /// A finger or the strokes met what forbids a massage for good.
    pub(super) felt_a_stop: bool,
    /// A rule ended the procedure, or the patient took the consent back.
    pub(super) ended: bool,
    pub(super) massages: u32,
    pub(super) running: bool,
    /// A massage was broken off for a reason.
    pub(super) broken_off: bool,
}

/// A reason by its name, and whether it holds.
pub(super) type Reason = (&'static str, bool);

/// What forbids a massage, and not three strokes.
const OF_A_MASSAGE: [&str; 3] = ["high INR", "bacteria in a patient at risk", "bleeding risks"];

const HOUR: i64 = 3600;

fn day(at: i64) -> i64 {
    (9 * HOUR + at).div_euclid(24 * HOUR)
}

impl Asked {
    pub(super) fn stands(&self, now: i64) -> bool {
        matches!(self.word, Agreed::Given { .. }) && now - self.at < 24 * HOUR
    }
}

impl Reading {
    fn at_least(&self, celsius_tenths: i32, fahrenheit_tenths: i32) -> bool {
        self.tenths >= if self.fahrenheit { fahrenheit_tenths } else { celsius_tenths }
    }

    /// Neither raised nor low.
    fn is_normal(&self) -> bool {
        self.at_least(360, 968) && !self.at_least(375, 995)
    }
}

impl Story {
    pub(super) fn word(&self, id: &str) -> Option<Word> {
        self.said.get(id).map(|(word, _)| *word)
    }

    fn yes(&self, id: &str) -> bool {
        matches!(self.word(id), Some(Word::Yes | Word::Mitigated))
    }

    fn is_new(&self, id: &str) -> bool {
        self.word(id) == Some(Word::New)
    }

    fn present(&self, id: &str) -> bool {
        matches!(self.word(id), Some(Word::New | Word::Usual))
    }

    /// The value stands below (or above) a limit.
    fn value(&self, id: &str, holds: impl Fn(f64) -> bool) -> bool {
        match self.word(id) {
            Some(Word::Value(value) | Word::Ratio(value)) => holds(value),
            Some(Word::Cells(value)) => holds(value / 1000.0),
            _ => false,
        }
    }

    fn within_days(&self, id: &str, days: i64) -> bool {
        match self.said.get(id) {
            Some((Word::DaysBefore(before), at)) => day(self.now) - (day(*at) - i64::from(*before)) <= days,
            Some((word, _)) => *word == Word::Yes,
            None => false,
        }
    }

    /// Some temperature of the last 24 hours was at least this.
    fn was_as_warm_as(&self, celsius_tenths: i32, fahrenheit_tenths: i32) -> bool {
        let lately = self.readings.iter().filter(|(at, _)| self.now - at <= 24 * HOUR);
        lately.into_iter().any(|(_, reading)| reading.at_least(celsius_tenths, fahrenheit_tenths))
    }

    /// The last reading that has the sign, while it is not older than an hour.
    fn last<T>(&self, sign: impl Fn(&Reading) -> Option<T>) -> Option<T> {
        let last = self.readings.iter().rev().find_map(|(at, reading)| sign(reading).map(|value| (*at, value)));
        last.filter(|(at, _)| self.now - at <= HOUR).map(|(_, value)| value)
    }

    fn urinary_symptom_is_new(&self) -> bool {
        ["burning", "frequency-urgency", "pain", "slow-stream"].iter().any(|id| self.is_new(id))
    }

    fn dipstick_turned(&self) -> bool {
        self.yes("dipstick-nitrite") || self.yes("dipstick-leukocytes")
    }

    fn infection_is_suspected(&self) -> bool {
        let said = ["acute-uti", "acute-bacterial-prostatitis", "prostatic-abscess", "suspected-sepsis"];
        let more = ["acute-epididymitis", "acute-urethritis", "perianal-abscess"];
        let instrument = ["recent-biopsy", "recent-turp", "recent-instrumentation"];
        said.iter().chain(&more).any(|id| self.yes(id))
            || self.saw(Inspection::Abscess)
            || self.present("rigors-24h")
            || self.present("fever-48h")
            || self.was_as_warm_as(380, 1004)
            || (self.urinary_symptom_is_new()
                && (self.dipstick_turned() || instrument.iter().any(|id| self.within_days(id, 30))))
    }

    fn looks_septic(&self) -> bool {
        let breaths = self.last(|reading| reading.breaths).unwrap_or(16);
        let pressure_is_low = self.last(|reading| Some(reading.systolic)).is_some_and(|systolic| systolic <= 100);
        let is_cold = self.last(|reading| Some(!reading.at_least(360, 968))).unwrap_or(false);
        let qsofa = [pressure_is_low, breaths >= 22, self.yes("new-confusion")];
        let sirs = [
            self.was_as_warm_as(381, 1005) || is_cold,
            self.last(|reading| Some(reading.pulse)).is_some_and(|pulse| pulse > 90),
            breaths > 20,
        ];
        let two = |signs: [bool; 3]| signs.iter().filter(|sign| **sign).count() >= 2;
        two(qsofa) || two(sirs) || self.yes("looks-ill")
    }

    fn saw(&self, what: Inspection) -> bool {
        self.gate.as_ref().is_some_and(|gate| gate.inspection.contains(&what))
    }

    fn gland_fits_an_infection(&self) -> bool {
        let Some(gate) = &self.gate else { return false };
        let moderate = gate.tenderness == Tenderness::Moderate;
        let company = self.was_as_warm_as(375, 995)
            || self.present("fever-48h")
            || self.present("rigors-24h")
            || ["antipyretic-6h", "immunosuppression", "catheter"].iter().any(|id| self.yes(id))
            || ["discharge-swelling", "gross-hematuria"].iter().any(|id| self.is_new(id))
            || self.urinary_symptom_is_new()
            || self.dipstick_turned();
        gate.tenderness == Tenderness::Severe
            || (moderate && gate.warmth)
            || (moderate && gate.consistency == Consistency::Boggy && company)
    }

    /// What the finger and the eye found that forbids a massage by itself.
    pub(super) fn felt(&self) -> Vec<&'static str> {
        holding(&self.finger())
    }

    fn finger(&self) -> [Reason; 5] {
        let fluctuates =
            self.gate.as_ref().is_some_and(|gate| gate.fluctuance || gate.consistency == Consistency::Fluctuant);
        [
            ("tender gland", self.gland_fits_an_infection()),
            ("fluctuance", fluctuates),
            ("abscess at the anus", self.saw(Inspection::Abscess)),
            ("frank blood", self.found == Some(Found::FrankBlood)),
            ("gland not palpable", self.found == Some(Found::NotPalpable)),
        ]
    }

    /// Every absolute reason against a massage in what was said, measured and found.
    pub(super) fn forbidden(&self) -> Vec<&'static str> {
        [holding(&self.chart()), self.felt()].concat()
    }

    pub(super) fn chart(&self) -> [Reason; 22] {
        let urine_infected = self.yes("acute-uti") || (self.dipstick_turned() && self.urinary_symptom_is_new());
        let poorly_defended =
            self.yes("endocarditis-risk") || self.yes("immunosuppression") || self.value("anc", |anc| anc < 1.0);
        let thinned = self.yes("anticoagulant") || self.value("inr", |inr| inr > 3.0);
        let bleeds = self.value("platelets", |platelets| platelets < 50.0)
            || self.yes("bleeding-diathesis")
            || self.yes("rectal-bleeding");
        let pressure_known = self.readings.iter().any(|(at, _)| self.now - at <= HOUR / 2);
        [
            ("chills", self.present("rigors-24h")),
            ("fever", self.was_as_warm_as(380, 1004)),
            ("prostatitis", self.yes("acute-bacterial-prostatitis")),
            ("prostatic abscess", self.yes("prostatic-abscess")),
            ("sepsis", self.yes("suspected-sepsis")),
            ("epididymitis", self.yes("acute-epididymitis")),
            ("retention", self.yes("acute-retention")),
            ("no rectum", self.yes("absent-rectum")),
            ("fresh operation", self.within_days("recent-anorectal-surgery", 42)),
            ("perianal abscess", self.yes("perianal-abscess")),
            ("few neutrophils", self.value("anc", |anc| anc < 0.5)),
            ("few platelets", self.value("platelets", |platelets| platelets < 20.0)),
            ("high INR", !self.strokes && self.value("inr", |inr| inr > 4.5)),
            ("no prostate", self.yes("prostatectomy")),
            ("a minor", self.born_2010),
            ("possible sepsis", self.infection_is_suspected() && self.looks_septic()),
            ("fever in 48 hours with symptoms", self.present("fever-48h") && self.urinary_symptom_is_new()),
            ("infected urine, flank pain", urine_infected && self.yes("flank-pain")),
            (
                "prostatitis without fever",
                (self.is_new("burning") || self.is_new("frequency-urgency"))
                    && (self.is_new("pain") || self.is_new("slow-stream"))
                    && self.dipstick_turned(),
            ),
            ("cord injury without a pressure", self.yes("sci-t6") && !pressure_known),
            (
                "bacteria in a patient at risk",
                !self.strokes && poorly_defended && (self.yes("dipstick-nitrite") || self.yes("urine-culture")),
            ),
            ("bleeding risks", !self.strokes && thinned && bleeds),
        ]
    }

    /// Consent to the massage, or to the examination that comes before it, does not stand.
    pub(super) fn not_agreed_to_all(&self) -> bool {
        self.standing(true).is_none() || self.standing(false).is_none()
    }

    /// The last word on the massage, or on the examination, of which every text speaks; if it is a yes of today.
    fn standing(&self, massage: bool) -> Option<&Asked> {
        let last = self.consents.iter().filter(|asked| asked.massage || !massage).max_by_key(|asked| asked.at);
        last.filter(|asked| asked.stands(self.now))
    }

    /// The last word on the examination, of which every text speaks, was a no: no finger reaches the gland.
    fn said_no_to_the_examination(&self) -> bool {
        self.consents.iter().max_by_key(|one| one.at).is_some_and(|one| !matches!(one.word, Agreed::Given { .. }))
    }

    /// What is wrong with the consent to a massage.
    fn agreement(&self) -> [Reason; 6] {
        // Two texts may stand beside each other; the chaperone was spoken of with the later one.
        let spoken = [self.standing(true), self.standing(false)].into_iter().flatten().max_by_key(|asked| asked.at);
        let offered = spoken.is_some_and(|asked| asked.word == Agreed::Given { chaperone_offered: true });
        let hindered = |what| self.hindered.contains(&what);
        [
            ("no standing consent", self.standing(true).is_none()),
            ("no to the examination", self.said_no_to_the_examination()),
            ("no chaperone offered", !offered),
            ("interpreter gone", hindered(Hindrance::InterpreterGone)),
            ("capacity lost", hindered(Hindrance::CapacityLost)),
            ("chaperone gone", hindered(Hindrance::ChaperoneGone)),
        ]
    }

    /// What could forbid a massage and that nobody knows today.
    pub(super) fn unknown(&self) -> Vec<&'static str> {
        let asked_today = |id: &'static str| {
            self.said.get(id).is_some_and(|(word, at)| *word != Word::NotKnown && day(*at) == day(self.now))
        };
        let asked_this_month = |id: &'static str| {
            self.said.get(id).is_some_and(|(word, at)| *word != Word::NotKnown && self.now - at <= 30 * 24 * HOUR)
        };
        let mut today = vec!["rigors-24h", "acute-bacterial-prostatitis", "prostatic-abscess", "suspected-sepsis"];
        today.push("acute-retention");
        if !(self.word("discharge-swelling") == Some(Word::No) && asked_today("discharge-swelling")) {
            today.push("acute-epididymitis");
        }
        let mut month = vec!["absent-rectum", "recent-anorectal-surgery", "prostatectomy"];
        if self.gate.is_none() || !self.said.contains_key("perianal-abscess") {
            month.push("perianal-abscess");
        }
        if !(self.word("blood-risk") == Some(Word::No) && asked_this_month("blood-risk")) {
            month.extend(["anc", "platelets"]);
            month.extend((!self.strokes).then_some("inr"));
        }
        // A fact in the way stays there however old it is; here only what would let the massage go on is too old.
        let still =
            |id: &&'static str| matches!(self.word(id), Some(Word::Yes | Word::Mitigated | Word::New | Word::Usual));
        let stale = today.into_iter().filter(|id| !asked_today(id));
        let stale = stale.chain(month.into_iter().filter(|id| !asked_this_month(id)));
        let low_count =
            |id: &&'static str| matches!(self.word(id), Some(Word::Value(_) | Word::Ratio(_) | Word::Cells(_)));
        let mut unknown: Vec<_> = stale.filter(|id| !still(id) && !low_count(id)).collect();
        unknown.extend(holding(&[
            ("temperature of the last hour", self.last(|reading| Some(reading.tenths)).is_none()),
            ("gate", self.gate.is_none()),
            ("time-out", !self.time_out),
        ]));
        unknown
    }

    /// Every reason why no massage may begin now.
    pub(super) fn against_a_massage(&self) -> Vec<&'static str> {
        let mut against = self.forbidden();
        against.extend(holding(&self.agreement()));
        against.extend(self.unknown());
        against.extend(holding(&[
            ("a stop was felt before", self.felt_a_stop),
            ("the procedure has ended", self.ended),
            ("a massage runs already", self.running),
            ("the massage was broken off", self.broken_off),
        ]));
        against
    }

    /// The names of all reasons in the chart, under the finger and in the consent.
    pub(super) fn every_reason(strokes: bool) -> impl Iterator<Item = &'static str> {
        let blank = Self::default();
        let reasons = blank.chart().into_iter().chain(blank.finger()).chain(blank.agreement());
        let of_a_massage = |reason: &&'static str| OF_A_MASSAGE.contains(reason);
        reasons.map(|(reason, _)| reason).filter(move |reason| !(strokes && of_a_massage(reason)))
    }

    /// Alone, a stop falls only to two normal readings after the wrong one, five minutes apart, with no symptom and no
    /// medicine that hides a fever.
    pub(super) fn bears_it_out(&self, wrong: i64) -> bool {
        let fresh: Vec<_> = self.readings.iter().filter(|(at, _)| *at > wrong).collect();
        let apart = fresh.last().zip(fresh.first()).is_some_and(|(last, first)| last.0 - first.0 >= 300);
        let usual = ["burning", "frequency-urgency", "pain", "slow-stream", "discharge-swelling", "gross-hematuria"];
        let quiet = usual.iter().all(|id| matches!(self.word(id), Some(Word::No | Word::Usual)))
            && ["rigors-24h", "fever-48h", "antipyretic-6h"].iter().all(|id| self.word(id) == Some(Word::No));
        apart && quiet && fresh.iter().all(|(_, reading)| reading.is_normal())
    }

    /// Every reason why nothing that follows a massage may be collected now.
    pub(super) fn against_a_glass(&self) -> Vec<&'static str> {
        holding(&[
            ("there was no massage", self.massages == 0),
            ("the massage still runs", self.running),
            ("a stop was felt", self.felt_a_stop),
            ("the procedure has ended", self.ended),
        ])
    }
}

pub(super) fn holding(reasons: &[Reason]) -> Vec<&'static str> {
    reasons.iter().filter(|(_, holds)| *holds).map(|(reason, _)| *reason).collect()
}
