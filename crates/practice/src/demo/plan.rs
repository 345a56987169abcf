//! What the fictional year holds: when each visit is, how it ends, and who comes; all of it follows from one number.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use clinic::procedure::ProcedureKind;

/// How a visit ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Everything collected, ordered, signed.
    Finished,
    /// No secretion came.
    DryEps,
    /// The patient could not void for the first glass.
    NoVb1,
    /// The patient asked to stop during the massage.
    StoppedByPatient,
    /// Fever and burning at check-in.
    StoppedAtCheckIn,
    /// A boggy and very tender gland.
    StoppedAtGate,
    /// Finished, and the note waits for its signature.
    NotSigned,
}

/// The newest visits, so that even a small clinic shows every ending.
const NEWEST: [Outcome; 8] = [
    Outcome::NotSigned,
    Outcome::Finished,
    Outcome::StoppedAtCheckIn,
    Outcome::DryEps,
    Outcome::NoVb1,
    Outcome::StoppedAtGate,
    Outcome::StoppedByPatient,
    Outcome::Finished,
];

/// One visit to come.
#[derive(Debug, Clone)]
pub(super) struct PlannedVisit {
    /// Its day, in the clinic's calendar.
    pub(super) date: NaiveDate,
    /// When the patient is expected.
    pub(super) time: NaiveTime,
    /// What is done.
    pub(super) kind: ProcedureKind,
    /// How it ends.
    pub(super) outcome: Outcome,
    /// Who comes: the number of a person, or of somebody who was here before.
    pub(super) person: u32,
    /// Chance for what the story leaves open.
    pub(super) chance: u64,
}

/// Chance that is the same for the same number: SplitMix64.
#[derive(Debug, Clone)]
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `end`.
    pub(super) fn below(&mut self, end: u32) -> u32 {
        u32::try_from(self.next() % u64::from(end.max(1))).unwrap_or(0)
    }

    /// Any number.
    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

/// The visits of the year that ends with `until`, the oldest first, on working days from nine.
pub(super) fn plan(procedures: u32, seed: u64, until: NaiveDate) -> Vec<PlannedVisit> {
    let mut chance = Chance::new(seed);
    let days = working_days(until);
    let Ok(days_count) = u32::try_from(days.len()) else { return Vec::new() };
    let most_a_day = procedures.div_ceil(days_count.max(1)).max(1);
    let gap = TimeDelta::minutes(i64::from((8 * 60 / most_a_day).clamp(1, 60)));
    let mut people = 0;
    (0..procedures)
        .map(|number| {
            // Spread evenly, the last one on the last day.
            let from_the_end = u64::from(procedures - 1 - number);
            let back = usize::try_from(from_the_end * u64::from(days_count) / u64::from(procedures)).unwrap_or(0);
            let day = days[days.len() - 1 - back];
            let first = procedures - 1 - first_of_day(from_the_end, procedures, days_count);
            let place = i32::try_from(number - first).unwrap_or(0);
            let returns = people > 8 && chance.below(6) == 0;
            let person = if returns { chance.below(people - 6) } else { people };
            people += u32::from(!returns);
            let newest = usize::try_from(from_the_end).ok().and_then(|place| NEWEST.get(place)).copied();
            let outcome = newest.unwrap_or_else(|| usual(&mut chance));
            let kind = if newest.is_some() { ProcedureKind::FourGlass } else { other(&mut chance, outcome) };
            PlannedVisit {
                kind,
                date: day,
                time: NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default() + gap * place,
                outcome,
                person,
                chance: chance.next(),
            }
        })
        .collect()
}

/// Four who are expected on `today`; nothing has happened to them yet.
pub(super) fn expected(today: NaiveDate, seed: u64) -> Vec<PlannedVisit> {
    let mut chance = Chance::new(seed ^ 0x0e70);
    let times = [(9, 30), (10, 15), (11, 0), (14, 30)];
    let visit = |(person, (hour, minute))| PlannedVisit {
        kind: ProcedureKind::FourGlass,
        date: today,
        time: NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default(),
        outcome: Outcome::Finished,
        person,
        chance: chance.next(),
    };
    (1_000_000..).zip(times).map(visit).collect()
}

/// The clinic's instant of a local time on a day.
pub(super) fn instant(date: NaiveDate, time: NaiveTime, zone: chrono_tz::Tz) -> DateTime<Utc> {
    let local = date.and_time(time).and_local_timezone(zone);
    local.earliest().map_or_else(|| date.and_time(time).and_utc(), |local| local.to_utc())
}

fn usual(chance: &mut Chance) -> Outcome {
    match chance.below(20) {
        0..=1 => Outcome::StoppedAtCheckIn,
        2 => Outcome::StoppedAtGate,
        3 => Outcome::StoppedByPatient,
        4..=6 => Outcome::DryEps,
        7..=8 => Outcome::NoVb1,
        _ => Outcome::Finished,
    }
}

/// About three in ten visits are for something else than four glasses; what ends in a way that only those have stays with them.
fn other(chance: &mut Chance, outcome: Outcome) -> ProcedureKind {
    match (chance.below(10), outcome) {
        (0, Outcome::Finished | Outcome::StoppedAtCheckIn | Outcome::DryEps) => ProcedureKind::TwoGlass,
        (1, Outcome::Finished | Outcome::StoppedAtCheckIn) => ProcedureKind::Eps,
        (2, Outcome::Finished | Outcome::StoppedAtCheckIn) => ProcedureKind::PostDreUrine,
        (3, Outcome::Finished) => ProcedureKind::Dre,
        _ => ProcedureKind::FourGlass,
    }
}

/// The largest distance from the end that falls on the same day: the day's first visit.
fn first_of_day(from_the_end: u64, procedures: u32, days: u32) -> u32 {
    let day = from_the_end * u64::from(days) / u64::from(procedures);
    let next = ((day + 1) * u64::from(procedures)).div_ceil(u64::from(days));
    u32::try_from(next - 1).unwrap_or(0).min(procedures - 1)
}

fn working_days(until: NaiveDate) -> Vec<NaiveDate> {
    let first = until.checked_sub_days(Days::new(364)).unwrap_or(until);
    let days: Vec<NaiveDate> = first
        .iter_days()
        .take_while(|day| *day <= until)
        .filter(|day| day.weekday().num_days_from_monday() < 5)
        .collect();
    if days.is_empty() { vec![until] } else { days }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(procedures: u32) -> Vec<PlannedVisit> {
        plan(procedures, 7, "2026-11-20".parse().unwrap())
    }

    #[test]
    fn a_year_has_every_ending_and_keeps_its_order() {
        for procedures in [1, 8, 40, 300, 2000] {
            let visits = year(procedures);
            assert_eq!(visits.len(), usize::try_from(procedures).unwrap());
            assert!(visits.is_sorted_by_key(|visit| (visit.date, visit.time)), "{procedures}");
            assert!(visits.windows(2).all(|two| (two[0].date, two[0].time) != (two[1].date, two[1].time)));
            assert_eq!(visits.last().map(|visit| visit.date.to_string()), Some("2026-11-20".to_owned()));
        }
        let visits = year(8);
        assert!(NEWEST.iter().all(|ending| visits.iter().any(|visit| visit.outcome == *ending)));
        // Spread over the year: the first of eight comes within its first eighth, give or take a weekend.
        assert!(visits[0].date.to_string().as_str() < "2026-01-15", "{}", visits[0].date);
    }

    #[test]
    fn the_same_number_tells_the_same_year() {
        assert_eq!(format!("{:?}", year(50)), format!("{:?}", year(50)));
        assert_ne!(format!("{:?}", year(50)), format!("{:?}", plan(50, 8, "2026-11-20".parse().unwrap())));
    }
}
