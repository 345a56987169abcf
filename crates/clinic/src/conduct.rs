//! Figures of conduct: what each examiner did in a month, counted without a name of a patient, and reviewed by somebody
//! else. A number is a question and not an answer. [design]

mod hours;

pub use hours::{ClinicHours, NotHours};

use crate::Moment;
use crate::consent::chaperone::ChaperoneResponse;
use crate::ids::{PatientId, StaffId};
use chrono::{Datelike, Months, NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A massage that lasted longer is counted: the red limit of its timer.
pub const LONG: TimeDelta = TimeDelta::seconds(180);
/// As many massages on one patient within twelve months are counted.
pub const REPEATED: usize = 3;

/// One procedure that an examiner began, as the figures see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConductAct {
    /// Who examined.
    pub examiner: StaffId,
    /// On whom; counted, never shown.
    pub patient: PatientId,
    /// When the time-out was taken.
    pub at: Moment,
    /// The patient was under 18 on that day; none when the birth date is not known well enough.
    pub minor: Option<bool>,
    /// What the patient said to the offer of a chaperone.
    pub chaperone: Option<ChaperoneResponse>,
    /// A massage was made.
    pub massaged: bool,
    /// How long it took, where its end was seen.
    pub lasted: Option<TimeDelta>,
    /// At least one specimen was obtained by the massage.
    pub has_specimen: bool,
}

/// The counts of one examiner in one month.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ConductCounts {
    /// Procedures that were begun.
    pub procedures: u32,
    /// Massages.
    pub massages: u32,
    /// Massages after which there is no specimen.
    pub without_specimen: u32,
    /// Patients of this month who were massaged three times or more within twelve months, by whomever.
    pub repeated: u32,
    /// Procedures begun outside the clinic's hours.
    pub out_of_hours: u32,
    /// Procedures on patients under 18.
    pub minors: u32,
    /// Procedures before which the patient declined a chaperone.
    pub chaperone_declined: u32,
    /// Massages longer than 180 seconds.
    pub long_massages: u32,
    /// Stops lifted by a correction that nobody else confirmed, where one person works alone.
    #[serde(default)]
    pub corrected_alone: u32,
}

/// A month of the clinic's calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(NaiveDate);

/// It is no month.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("write a month as 2026-11")]
pub struct NotAMonth;

impl Month {
    /// Reads `2026-11`.
    ///
    /// # Errors
    /// When it is none.
    pub fn parse(text: &str) -> Result<Self, NotAMonth> {
        let day = NaiveDate::parse_from_str(&format!("{}-01", text.trim()), "%Y-%m-%d");
        day.map(Self).map_err(|_| NotAMonth)
    }

    /// The month of a day.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        Self(day.with_day(1).unwrap_or(day))
    }

    /// Its first day.
    #[must_use]
    pub const fn first(self) -> NaiveDate {
        self.0
    }

    /// Its last day.
    #[must_use]
    pub fn last(self) -> NaiveDate {
        (self.0 + Months::new(1)).pred_opt().unwrap_or(self.0)
    }

    /// The first day of the twelve months that end with it.
    #[must_use]
    pub fn year_before(self) -> NaiveDate {
        self.0 - Months::new(11)
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m"))
    }
}

/// The counts of each examiner in `month`. `acts` reach back twelve months, so that repetition can be seen; `alone` is who
/// lifted a stop alone, once for each that fell in this month.
#[must_use]
pub fn count(
    acts: &[ConductAct],
    alone: &[StaffId],
    month: Month,
    hours: &ClinicHours,
) -> BTreeMap<StaffId, ConductCounts> {
    let within = |act: &&ConductAct| (month.first()..=month.last()).contains(&act.at.date());
    let mut massages: BTreeMap<PatientId, usize> = BTreeMap::new();
    let year = month.year_before()..=month.last();
    for act in acts.iter().filter(|act| act.massaged && year.contains(&act.at.date())) {
        *massages.entry(act.patient).or_default() += 1;
    }
    let mut all: BTreeMap<StaffId, Vec<&ConductAct>> = BTreeMap::new();
    for act in acts.iter().filter(within) {
        all.entry(act.examiner).or_default().push(act);
    }
    let mut counted: BTreeMap<StaffId, ConductCounts> =
        all.into_iter().map(|(examiner, acts)| (examiner, of_one(&acts, &massages, hours))).collect();
    for person in alone {
        counted.entry(*person).or_default().corrected_alone += 1;
    }
    counted
}

fn of_one(acts: &[&ConductAct], massages: &BTreeMap<PatientId, usize>, hours: &ClinicHours) -> ConductCounts {
    let number = |holds: &dyn Fn(&ConductAct) -> bool| {
        u32::try_from(acts.iter().filter(|act| holds(act)).count()).unwrap_or(u32::MAX)
    };
    let again = |patient: &PatientId| massages.get(patient).is_some_and(|count| *count >= REPEATED);
    let patients: BTreeSet<PatientId> = acts.iter().filter(|act| act.massaged).map(|act| act.patient).collect();
    ConductCounts {
        procedures: number(&|_| true),
        massages: number(&|act| act.massaged),
        without_specimen: number(&|act| act.massaged && !act.has_specimen),
        repeated: u32::try_from(patients.iter().filter(|patient| again(patient)).count()).unwrap_or(u32::MAX),
        out_of_hours: number(&|act| !hours.open_at(act.at)),
        minors: number(&|act| act.minor == Some(true)),
        chaperone_declined: number(&|act| act.chaperone == Some(ChaperoneResponse::Declined)),
        long_massages: number(&|act| act.massaged && act.lasted.is_some_and(|lasted| lasted > LONG)),
        corrected_alone: 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn act(examiner: u128, patient: u128, at: &str) -> ConductAct {
        ConductAct {
            examiner: Uuid::from_u128(examiner).into(),
            patient: Uuid::from_u128(patient).into(),
            at: format!("{at}:00+01:00").parse().unwrap(),
            minor: Some(false),
            chaperone: Some(ChaperoneResponse::Accepted),
            massaged: true,
            lasted: Some(TimeDelta::seconds(60)),
            has_specimen: true,
        }
    }

    fn check(acts: &[ConductAct], examiner: u128) -> Option<ConductCounts> {
        let month = Month::parse("2026-11").unwrap();
        count(acts, &[], month, &ClinicHours::usual()).remove(&Uuid::from_u128(examiner).into())
    }

    #[test]
    fn each_figure_counts_its_own() {
        let acts = [
            act(1, 10, "2026-11-02T10:00"),
            ConductAct { has_specimen: false, ..act(1, 11, "2026-11-03T10:00") },
            ConductAct { massaged: false, lasted: None, has_specimen: false, ..act(1, 12, "2026-11-03T11:00") },
            act(1, 13, "2026-11-04T21:00"),
            ConductAct { minor: Some(true), ..act(1, 14, "2026-11-05T10:00") },
            ConductAct { chaperone: Some(ChaperoneResponse::Declined), ..act(1, 15, "2026-11-06T10:00") },
            ConductAct { lasted: Some(TimeDelta::seconds(181)), ..act(1, 16, "2026-11-09T10:00") },
            ConductAct { lasted: Some(TimeDelta::seconds(180)), minor: None, ..act(1, 17, "2026-11-10T10:00") },
            act(2, 18, "2026-11-10T10:00"),
            act(1, 19, "2026-10-10T10:00"),
        ];
        let counts = ConductCounts {
            procedures: 8,
            massages: 7,
            without_specimen: 1,
            repeated: 0,
            out_of_hours: 1,
            minors: 1,
            chaperone_declined: 1,
            long_massages: 1,
            corrected_alone: 0,
        };
        assert_eq!(check(&acts, 1), Some(counts));
        assert_eq!(check(&acts, 2).map(|counts| counts.procedures), Some(1));
        assert_eq!(check(&acts, 3), None);
    }

    #[test]
    fn a_stop_that_was_lifted_alone_counts_for_whoever_lifted_it() {
        let month = Month::parse("2026-11").unwrap();
        let [one, two] = [1, 2].map(|n| StaffId::from(Uuid::from_u128(n)));
        let counted = count(&[act(1, 10, "2026-11-02T10:00")], &[one, two, one], month, &ClinicHours::usual());
        assert_eq!([counted[&one].corrected_alone, counted[&two].corrected_alone], [2, 1]);
        assert_eq!([counted[&one].procedures, counted[&two].procedures], [1, 0]);
    }

    #[test]
    fn three_massages_in_twelve_months_are_seen_whoever_made_them() {
        let recent = [act(1, 10, "2025-12-01T10:00"), act(2, 10, "2026-06-01T10:00"), act(1, 10, "2026-11-02T10:00")];
        assert_eq!(check(&recent, 1).map(|counts| counts.repeated), Some(1));
        let long_ago = [act(1, 10, "2025-11-30T10:00"), act(2, 10, "2026-06-01T10:00"), act(1, 10, "2026-11-02T10:00")];
        assert_eq!(check(&long_ago, 1).map(|counts| counts.repeated), Some(0));
        let felt = ConductAct { massaged: false, ..act(1, 10, "2026-11-02T10:00") };
        let examined = [act(1, 10, "2026-05-01T10:00"), act(2, 10, "2026-06-01T10:00"), felt];
        assert_eq!(check(&examined, 1).map(|counts| counts.repeated), Some(0));
    }

    #[test]
    fn a_month_knows_its_days() {
        let month = Month::parse(" 2026-12 ").unwrap();
        assert_eq!((month.last().to_string(), month.to_string()), ("2026-12-31".to_owned(), "2026-12".to_owned()));
        assert_eq!(month.year_before().to_string(), "2026-01-01");
        assert!(Month::parse("2026-13").is_err());
    }
}
