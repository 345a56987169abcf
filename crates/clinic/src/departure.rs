//! The check before the patient leaves after an act on the gland: what was seen, how long to stay, and whether to go.

use crate::Moment;
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

/// How long somebody stays who felt faint, or who has a spinal cord injury at or above T6. [design]
pub const HOLD: TimeDelta = TimeDelta::minutes(15);

/// What was seen at one check. A check is always recorded, also when it says that the patient is not well.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct DepartureCheck {
    /// The patient feels well.
    pub feels_well: bool,
    /// The patient stood up and can stand.
    pub can_stand: bool,
    /// The patient has passed urine; asked after a massage only.
    pub passed_urine: Option<bool>,
    /// The patient felt faint at some time since the act.
    pub faint: bool,
    /// The number on which the clinic may call, or how else the patient is reached, as the patient confirmed it.
    pub reach: String,
}

/// Everything that was recorded of a departure.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Departure {
    /// Each check with its hour, in order.
    pub checks: Vec<(Moment, DepartureCheck)>,
    /// When the patient went without waiting for the check.
    pub left: Option<Moment>,
    /// A sheet was given.
    pub sheet_given: bool,
}

/// What holds for this patient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Circumstances {
    /// When the act on the gland ended, or began where nobody saw its end; none when the gland was not touched.
    pub gland_until: Option<Moment>,
    /// It was a massage: whether urine was passed is asked.
    pub massage: bool,
    /// A spinal cord injury at or above T6.
    pub high_cord_injury: bool,
    /// The massage was broken off for faintness.
    pub fainted: bool,
}

/// Why a patient may not be let go yet.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotYet {
    /// Nobody has looked.
    #[error("the check before leaving comes first: feels well, can stand, sheet given, number confirmed")]
    NotChecked,
    /// The last check said that something is not well.
    #[error("{0}: look after the patient, and check again")]
    NotWell(&'static str),
    /// The patient has no sheet.
    #[error("give the patient the aftercare sheet first")]
    NoSheet,
    /// The patient stays until then.
    #[error("the patient stays and is watched until {}", .0.local().format("%H:%M"))]
    Hold(Moment),
}

impl Circumstances {
    /// Until when the patient is watched; none when nothing asks for it.
    #[must_use]
    pub fn hold_until(&self, departure: &Departure) -> Option<Moment> {
        let faint = departure.checks.iter().rev().find(|(_, check)| check.faint).map(|(at, _)| *at);
        let end = self.gland_until.filter(|_| self.high_cord_injury || self.fainted);
        faint.into_iter().chain(end).max().map(|from| from.plus(HOLD))
    }

    /// Whether the patient may go at `now`. Who left, or whose gland was not touched, is held up by nothing.
    ///
    /// # Errors
    /// The first thing that is still missing.
    pub fn may_leave(&self, departure: &Departure, now: Moment) -> Result<(), NotYet> {
        if self.gland_until.is_none() || departure.left.is_some() {
            return Ok(());
        }
        let (_, check) = departure.checks.last().ok_or(NotYet::NotChecked)?;
        match check {
            DepartureCheck { feels_well: false, .. } => return Err(NotYet::NotWell("the patient does not feel well")),
            DepartureCheck { can_stand: false, .. } => return Err(NotYet::NotWell("the patient cannot stand")),
            DepartureCheck { passed_urine, .. } if self.massage && *passed_urine != Some(true) => {
                return Err(NotYet::NotWell("the patient has not passed urine"));
            }
            _ => {}
        }
        if !departure.sheet_given {
            return Err(NotYet::NoSheet);
        }
        match self.hold_until(departure) {
            Some(until) if now < until => Err(NotYet::Hold(until)),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minute: i64) -> Moment {
        "2026-11-23T10:00:00+01:00".parse::<Moment>().unwrap().plus(TimeDelta::minutes(minute))
    }

    fn well() -> DepartureCheck {
        DepartureCheck {
            feels_well: true,
            can_stand: true,
            passed_urine: Some(true),
            faint: false,
            reach: "030 1234".to_owned(),
        }
    }

    const MASSAGED: Circumstances =
        Circumstances { gland_until: None, massage: true, high_cord_injury: false, fainted: false };

    fn check(what: Circumstances, checks: &[(i64, DepartureCheck)], sheet_given: bool, now: i64) -> String {
        let checks = checks.iter().map(|(minute, check)| (at(*minute), check.clone())).collect();
        let what = Circumstances { gland_until: Some(at(0)), ..what };
        let departure = Departure { checks, left: None, sheet_given };
        what.may_leave(&departure, at(now)).map_or_else(|not| not.to_string(), |()| "may go".to_owned())
    }

    #[test]
    fn nobody_is_let_go_unseen() {
        assert!(check(MASSAGED, &[], true, 5).starts_with("the check before leaving comes first"));
        assert_eq!(check(MASSAGED, &[(5, well())], false, 5), "give the patient the aftercare sheet first");
        assert_eq!(check(MASSAGED, &[(5, well())], true, 5), "may go");
        let unwell = DepartureCheck { feels_well: false, ..well() };
        assert!(check(MASSAGED, &[(5, unwell.clone())], true, 9).starts_with("the patient does not feel well"));
        assert_eq!(check(MASSAGED, &[(5, unwell), (8, well())], true, 9), "may go");
    }

    #[test]
    fn urine_is_asked_for_after_a_massage_only() {
        let dry = DepartureCheck { passed_urine: None, ..well() };
        assert!(check(MASSAGED, &[(5, dry.clone())], true, 5).starts_with("the patient has not passed urine"));
        assert_eq!(check(Circumstances { massage: false, ..MASSAGED }, &[(5, dry)], true, 5), "may go");
    }

    #[test]
    fn who_was_faint_or_has_a_cord_injury_stays_a_quarter_of_an_hour() {
        let faint = DepartureCheck { faint: true, ..well() };
        assert_eq!(check(MASSAGED, &[(5, faint.clone())], true, 12), "the patient stays and is watched until 10:20");
        assert_eq!(check(MASSAGED, &[(5, faint.clone())], true, 20), "may go");
        assert_eq!(
            check(MASSAGED, &[(5, faint), (12, well())], true, 12),
            "the patient stays and is watched until 10:20"
        );
        let injured = Circumstances { high_cord_injury: true, ..MASSAGED };
        assert_eq!(check(injured, &[(3, well())], true, 14), "the patient stays and is watched until 10:15");
        assert_eq!(check(injured, &[(3, well())], true, 15), "may go");
        let fainted = Circumstances { fainted: true, ..MASSAGED };
        assert_eq!(check(fainted, &[(3, well())], true, 4), "the patient stays and is watched until 10:15");
    }

    #[test]
    fn who_left_or_was_not_touched_is_held_up_by_nothing() {
        let gone = Departure { left: Some(at(1)), ..Departure::default() };
        assert_eq!(Circumstances { gland_until: Some(at(0)), ..MASSAGED }.may_leave(&gone, at(2)), Ok(()));
        assert_eq!(MASSAGED.may_leave(&Departure::default(), at(2)), Ok(()));
    }
}
