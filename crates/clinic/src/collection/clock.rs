//! The clocks of a collection: where each runs from and to, and when it turns amber and red.
//!
//! A clock warns and flags; it never deletes anything. What nobody observed is “not known”, never computed.

use super::{Collection, CollectionEvent, CollectionRefusal, Ending};
use crate::Moment;
use crate::ids::StaffId;
use crate::procedure::Act;
use crate::specimen::SpecimenRole;
use crate::words::words;
use chrono::TimeDelta;
use serde::Serialize;

words! {
    /// One clock.
    pub enum Timer {
        /// Vital signs to the first stroke.
        Vitals = "vitals",
        /// The midstream urine (VB2, PRE-M) to the start of the massage.
        MidstreamToMassage = "midstream-to-massage",
        /// The massage itself.
        Massage = "massage",
        /// The end of the massage to the urine after it (VB3, POST-M).
        MassageToUrine = "massage-to-urine",
        /// The strokes to the urine after them.
        StrokesToUrine = "strokes-to-urine",
        /// The urine of a kit to ice or tube.
        UrineToCold = "urine-to-cold",
        /// The urine of a kit to its transport tubes.
        UrineToTube = "urine-to-tube",
        /// Collection to a verified label.
        Label = "label",
        /// A culture specimen at room temperature.
        CultureAmbient = "culture-ambient",
        /// A culture specimen at 2-8 °C.
        CultureCold = "culture-cold",
    }
}

words! {
    /// How a clock stands.
    pub enum TimeLevel {
        /// Within its time.
        Ok = "ok",
        /// Warn.
        Amber = "amber",
        /// Flag the specimen.
        Red = "red",
    }
}

/// When a clock warns and when it flags.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Warns from here on.
    pub amber: TimeDelta,
    /// Flags from here on; none where it is no span of time (a label: before the patient leaves).
    pub red: Option<TimeDelta>,
}

impl Timer {
    /// Its limits and what they say on red.
    #[must_use]
    pub const fn limits(self) -> Limits {
        let (amber, red) = match self {
            Self::Vitals | Self::StrokesToUrine => (TimeDelta::minutes(45), Some(TimeDelta::minutes(60))),
            Self::MidstreamToMassage => (TimeDelta::minutes(10), Some(TimeDelta::minutes(30))),
            Self::Massage => (TimeDelta::seconds(90), Some(TimeDelta::seconds(180))),
            Self::MassageToUrine => (TimeDelta::minutes(5), Some(TimeDelta::minutes(15))),
            Self::UrineToCold => (TimeDelta::minutes(10), Some(TimeDelta::minutes(15))),
            Self::UrineToTube => (TimeDelta::hours(3), Some(TimeDelta::hours(4))),
            Self::Label => (TimeDelta::minutes(10), None),
            Self::CultureAmbient => (TimeDelta::minutes(90), Some(TimeDelta::hours(2))),
            Self::CultureCold => (TimeDelta::hours(18), Some(TimeDelta::hours(24))),
        };
        Limits { amber, red }
    }

    /// What to do when it is red.
    #[must_use]
    pub const fn on_red(self) -> &'static str {
        match self {
            Self::Vitals => "Measure temperature and pulse again",
            Self::MidstreamToMassage => "Long wait after the midstream urine: noted on the specimen",
            Self::Massage => "Longer than three minutes: say why",
            Self::MassageToUrine => "Urine after massage not immediate: interpret with caution",
            Self::StrokesToUrine => "Out of protocol: collect again, or send it flagged",
            Self::UrineToCold => "Put it on ice now",
            Self::UrineToTube => "Out of protocol: collect again, or ask the laboratory",
            Self::Label => "Verify the label before the patient leaves",
            Self::CultureAmbient => "Refrigerate now: flagged",
            Self::CultureCold => "Past 24 hours: ask the laboratory",
        }
    }

    /// How it stands after `span`.
    #[must_use]
    pub fn level(self, span: TimeDelta) -> TimeLevel {
        let Limits { amber, red } = self.limits();
        match red {
            Some(red) if span >= red => TimeLevel::Red,
            _ if span >= amber => TimeLevel::Amber,
            _ => TimeLevel::Ok,
        }
    }

    /// This clock, running since `since`, as a screen shows it at `now`.
    #[must_use]
    pub fn running(self, since: Moment, now: Moment) -> TimerView {
        let seconds = |span: TimeDelta| i32::try_from(span.num_seconds()).unwrap_or(i32::MAX);
        let Limits { amber, red } = self.limits();
        TimerView {
            timer: self,
            since,
            level: self.level(now.since(since)),
            amber_seconds: seconds(amber),
            red_seconds: red.map(seconds),
            on_red: self.on_red().to_owned(),
        }
    }
}

impl Timer {
    /// The same clock where the laboratory gives it `hours`: it warns after three quarters of them and flags at their end.
    #[must_use]
    pub fn within(self, hours: u16, since: Moment, now: Moment) -> TimerView {
        let red = i32::from(hours) * 3600;
        let amber = red / 4 * 3;
        let span = now.since(since).num_seconds();
        let level = match () {
            () if span >= i64::from(red) => TimeLevel::Red,
            () if span >= i64::from(amber) => TimeLevel::Amber,
            () => TimeLevel::Ok,
        };
        TimerView { level, amber_seconds: amber, red_seconds: Some(red), ..self.running(since, now) }
    }
}

/// A running clock; the screen counts on from `since` by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TimerView {
    /// Which.
    pub timer: Timer,
    /// Since when it runs.
    pub since: Moment,
    /// How it stands now.
    pub level: TimeLevel,
    /// Seconds after which it is amber.
    pub amber_seconds: i32,
    /// Seconds after which it is red.
    pub red_seconds: Option<i32>,
    /// What to do then.
    pub on_red: String,
}

/// How long something lasted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lasted {
    /// Both ends were observed.
    Known(TimeDelta),
    /// One end was not observed.
    NotKnown,
}

/// A clock that has stopped, for the note and the specimen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// Which.
    pub timer: Timer,
    /// How long it ran.
    pub lasted: Lasted,
    /// How it stood; `Ok` when it is not known, for nothing can be flagged that nobody saw.
    pub level: TimeLevel,
}

impl Collection {
    /// Every clock that runs at `now`. `vitals` is when they were last taken.
    #[must_use]
    pub fn timers(&self, vitals: Option<Moment>, now: Moment) -> Vec<TimerView> {
        let massaged = self.was_massaged();
        let needs_massage = self.awaited().any(SpecimenRole::follows_massage);
        let before = |since: Option<Moment>| since.filter(|_| !massaged && needs_massage);
        let urine = self.awaited().any(SpecimenRole::is_urine_after_massage);
        // What was recorded afterwards is over: nothing runs from it.
        let stopped = self.massage_stopped().filter(|_| !self.massage_was_told());
        let running = [
            (Timer::Vitals, before(vitals)),
            (Timer::MidstreamToMassage, before(self.caught_midstream())),
            (Timer::Massage, self.massage_began().filter(|_| self.massage_runs() && self.is_massage())),
            (Timer::MassageToUrine, stopped.filter(|_| urine)),
            (Timer::StrokesToUrine, stopped.filter(|_| needs_massage && !self.is_massage())),
        ];
        running.into_iter().filter_map(|(timer, since)| since.map(|since| timer.running(since, now))).collect()
    }

    /// Every clock that has stopped, with how long it ran.
    #[must_use]
    pub fn intervals(&self, vitals: Option<Moment>) -> Vec<Interval> {
        let began = self.massage_began();
        let ended = |from: Option<Moment>, to: Option<Moment>| Some(Lasted::Known(to?.since(from?)));
        let stop = self.massage_stopped();
        let unseen = (began.is_some() && stop.is_none() && !self.massage_runs()).then_some(Lasted::NotKnown);
        let urine = self.caught(SpecimenRole::is_urine_after_massage);
        let lasted = [
            (Timer::Vitals, ended(vitals, began)),
            (Timer::MidstreamToMassage, ended(self.caught_midstream(), began)),
            (Timer::Massage, ended(began, stop).or(unseen).filter(|_| self.is_massage())),
            (Timer::MassageToUrine, ended(stop, urine).or(unseen.filter(|_| urine.is_some()))),
            (Timer::StrokesToUrine, ended(stop, self.caught_at(SpecimenRole::Pdu))),
        ];
        let interval = |(timer, lasted): (Timer, Option<Lasted>)| {
            let lasted = lasted?;
            let level = match lasted {
                Lasted::Known(span) => timer.level(span),
                Lasted::NotKnown => TimeLevel::Ok,
            };
            Some(Interval { timer, lasted, level })
        };
        lasted.into_iter().filter_map(interval).collect()
    }

    /// Whether the massage was seen to take longer than its clock allows, and nobody has said why. It is asked and holds
    /// nothing up.
    #[must_use]
    pub fn asks_why_long(&self) -> bool {
        self.was_long() && self.long_because().is_none()
    }

    /// Why it took so long.
    #[must_use]
    pub fn long_because(&self) -> Option<&str> {
        self.record.iter().find_map(|recorded| match &recorded.event {
            CollectionEvent::LongMassageExplained { why } => Some(why.as_str()),
            _ => None,
        })
    }

    /// Somebody says why, also when the set is finished.
    ///
    /// # Errors
    /// When it was not long, or was explained before.
    pub fn explain_long(self, why: String, now: Moment, by: StaffId) -> Result<Self, CollectionRefusal> {
        if !self.asks_why_long() {
            return Err(CollectionRefusal::NothingToExplain);
        }
        Ok(self.with(now, by, CollectionEvent::LongMassageExplained { why }))
    }

    fn was_long(&self) -> bool {
        let span = self.massage_stopped().zip(self.massage_began()).map(|(stopped, began)| stopped.since(began));
        self.is_massage()
            && !self.massage_runs()
            && span.is_some_and(|span| Timer::Massage.level(span) == TimeLevel::Red)
    }

    fn is_massage(&self) -> bool {
        self.act == Act::Massage
    }

    /// When the midstream urine was caught.
    pub(super) fn caught_midstream(&self) -> Option<Moment> {
        self.caught(SpecimenRole::is_midstream)
    }

    fn caught(&self, which: fn(SpecimenRole) -> bool) -> Option<Moment> {
        self.planned.iter().find(|role| which(**role)).and_then(|role| self.caught_at(*role))
    }

    pub(super) fn caught_at(&self, role: SpecimenRole) -> Option<Moment> {
        match self.ending(role) {
            Some(Ending::Received(catch)) => Some(catch.at),
            Some(Ending::NotObtained(_)) | None => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Seconds at which a clock warns and flags, and what it says then.
    fn check(timer: Timer, amber: i64, red: Option<i64>, says: &str) {
        let level = |seconds| timer.level(TimeDelta::seconds(seconds)).as_str();
        assert_eq!((level(amber - 1), level(amber)), ("ok", "amber"), "{timer}");
        if let Some(red) = red {
            assert_eq!((level(red - 1), level(red), level(red + 1)), ("amber", "red", "red"), "{timer}");
        } else {
            assert_eq!(level(100_000), "amber", "{timer} never flags by itself");
        }
        let since: Moment = "2026-11-22T10:00:00+01:00".parse().unwrap();
        let shown = timer.running(since, since.plus(TimeDelta::seconds(amber)));
        let seconds = (i64::from(shown.amber_seconds), shown.red_seconds.map(i64::from));
        assert_eq!((seconds, shown.level, shown.on_red.as_str()), ((amber, red), TimeLevel::Amber, says), "{timer}");
    }

    #[test]
    fn each_clock_warns_and_flags_at_its_time() {
        check(Timer::Vitals, 45 * 60, Some(3600), "Measure temperature and pulse again");
        check(Timer::Massage, 90, Some(180), "Longer than three minutes: say why");
        check(Timer::StrokesToUrine, 45 * 60, Some(3600), "Out of protocol: collect again, or send it flagged");
        check(Timer::Label, 600, None, "Verify the label before the patient leaves");
        check(Timer::CultureCold, 18 * 3600, Some(24 * 3600), "Past 24 hours: ask the laboratory");
    }
}
