//! Putting a mistyped answer right: who may, until when, and who else must look when it turns a stop into a go.

use super::picture::Picture;
use super::vitals::VitalSigns;
use super::{Reply, Said, Severity, Verdicts};
use crate::ids::StaffId;
use chrono::TimeDelta;

/// A correction of one answer or reading, with all that decides whether it stands.
#[derive(Debug, Clone)]
pub struct Correction<'a> {
    /// Who entered the value that is wrong.
    pub entered_by: StaffId,
    /// Who corrects it.
    pub corrected_by: StaffId,
    /// Check-in has been closed.
    pub check_in_closed: bool,
    /// Why, in words; needed once check-in is closed, and from anybody but the one who entered it.
    pub reason: &'a str,
    /// The second person, by their own passphrase.
    pub second_person: Option<StaffId>,
    /// The clinic has declared that one person works alone.
    pub single_handed: bool,
    /// The verdicts before.
    pub before: &'a Verdicts,
    /// The picture as the correction would leave it.
    pub picture: &'a Picture,
    /// The verdicts on that picture.
    pub after: &'a Verdicts,
    /// The moment of the wrong entry.
    pub entered_at: crate::Moment,
}

/// Why a correction does not stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CorrectionRefused {
    /// No reason.
    #[error("write why the value was wrong")]
    ReasonMissing,
    /// A stop would fall, and nobody else has looked.
    #[error("this would lift a stop: a second person confirms it with their own passphrase")]
    SecondPersonMissing,
    /// The second person is the first.
    #[error("the second person must be somebody else")]
    SecondPersonIsTheFirst,
    /// Alone, and the readings do not bear it out.
    #[error("working alone, a stop is lifted only by two fresh normal readings at least 5 minutes apart")]
    TwoReadingsMissing,
    /// Alone, with a symptom or a medicine that hides fever.
    #[error("working alone, a stop is not lifted while there is a symptom or a medicine against fever")]
    SymptomOrAntipyretic,
}

impl Correction<'_> {
    /// Whether anything that fired at this weight or above no longer does: every single one counts, so that two stops
    /// cannot be taken away one by one.
    fn lets_fall(&self, weight: Severity) -> bool {
        self.before.acts.iter().any(|before| {
            let after = self.after.on(before.act);
            let still =
                |id: &str| after.is_some_and(|after| after.fired.iter().any(|f| f.id == id && f.severity >= weight));
            before.fired.iter().any(|fired| fired.severity >= weight && !still(&fired.id))
        })
    }

    /// Whether the correction takes a stop away from any act.
    #[must_use]
    pub fn lifts_a_stop(&self) -> bool {
        self.lets_fall(Severity::Absolute)
    }

    /// Whether it stands.
    ///
    /// # Errors
    /// What is missing for it to stand.
    pub fn check(&self) -> Result<(), CorrectionRefused> {
        let still_typing = !self.check_in_closed && self.corrected_by == self.entered_by;
        // A change that makes nothing easier needs nobody's leave; a stop that becomes an override is easier too.
        let easier = self.lifts_a_stop() || self.lets_fall(Severity::Relative);
        if still_typing || !easier {
            return Ok(());
        }
        if self.reason.trim().is_empty() {
            return Err(CorrectionRefused::ReasonMissing);
        }
        if !self.lifts_a_stop() {
            return Ok(());
        }
        match self.second_person {
            Some(second) if second == self.corrected_by => Err(CorrectionRefused::SecondPersonIsTheFirst),
            Some(_) => Ok(()),
            None if self.single_handed => self.readings_bear_it_out(),
            None => Err(CorrectionRefused::SecondPersonMissing),
        }
    }

    fn readings_bear_it_out(&self) -> Result<(), CorrectionRefused> {
        let after = |signs: &&VitalSigns| signs.temperature.is_some() && signs.at > self.entered_at;
        let mut fresh: Vec<&VitalSigns> = self.picture.vitals.iter().filter(after).collect();
        fresh.sort_by_key(|signs| signs.at);
        let normal = |signs: &&VitalSigns| {
            signs.temperature.is_some_and(|temperature| temperature.at_least(36.0) && !temperature.at_least(37.5))
        };
        let apart = match (fresh.first(), fresh.last()) {
            (Some(first), Some(last)) => last.at.since(first.at) >= TimeDelta::minutes(5),
            _ => false,
        };
        if !apart || !fresh.iter().all(normal) {
            return Err(CorrectionRefused::TwoReadingsMissing);
        }
        let said = |id: &str| self.picture.answers.get(id).map(|standing| standing.reply);
        let quiet = super::checklist().items.iter().filter(|item| item.kind == super::Kind::Symptom).all(|item| {
            let usual_counts = matches!(item.id.as_str(), "rigors-24h" | "fever-48h");
            match said(&item.id) {
                Some(Reply::Said(Said::No)) => true,
                Some(Reply::Said(Said::Usual)) => !usual_counts,
                _ => false,
            }
        });
        let no_medicine = said("antipyretic-6h") == Some(Reply::Said(Said::No));
        if quiet && no_medicine { Ok(()) } else { Err(CorrectionRefused::SymptomOrAntipyretic) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::judge;
    use super::super::testing::picture;
    use super::*;

    const NURSE: u128 = 1;
    const OTHER: u128 = 3;

    fn check(after: &str, alter: impl FnOnce(&mut Correction<'_>), expect: &str) {
        check_between((&judge(&picture("temperature 39.2")), &picture(after)), alter, expect);
    }

    fn check_between((before, left): (&Verdicts, &Picture), alter: impl FnOnce(&mut Correction<'_>), expect: &str) {
        let verdicts = judge(left);
        let id = |number| StaffId::from(uuid::Uuid::from_u128(number));
        let mut correction = Correction {
            entered_by: id(NURSE),
            corrected_by: id(NURSE),
            check_in_closed: true,
            reason: "misread the display",
            second_person: None,
            single_handed: false,
            before,
            picture: left,
            after: &verdicts,
            entered_at: "2026-11-20T09:00:00Z".parse().unwrap(),
        };
        alter(&mut correction);
        let found = correction.check().map_or_else(|refused| format!("{refused:?}"), |()| "stands".to_owned());
        assert_eq!(found, expect);
    }

    #[test]
    fn until_check_in_is_closed_the_person_who_typed_it_may() {
        check("temperature 36.9", |c| (c.check_in_closed, c.reason) = (false, ""), "stands");
        let other = StaffId::from(uuid::Uuid::from_u128(OTHER));
        check("temperature 36.9", |c| (c.check_in_closed, c.corrected_by) = (false, other), "SecondPersonMissing");
    }

    #[test]
    fn after_that_a_stop_falls_only_before_a_second_person() {
        let id = |number| Some(StaffId::from(uuid::Uuid::from_u128(number)));
        check("temperature 36.9", |_| {}, "SecondPersonMissing");
        check("temperature 36.9", |c| c.reason = " ", "ReasonMissing");
        check("temperature 36.9", |c| c.second_person = id(NURSE), "SecondPersonIsTheFirst");
        check("temperature 36.9", |c| c.second_person = id(OTHER), "stands");
        check("temperature 38.4", |_| {}, "stands");
    }

    #[test]
    fn a_stop_that_becomes_an_override_has_fallen_too() {
        let id = |number| Some(StaffId::from(uuid::Uuid::from_u128(number)));
        let counts = "blood-risk yes; anc none; platelets none";
        let lower = |alter: &dyn Fn(&mut Correction<'_>), expect: &str| {
            let before = judge(&picture(&format!("{counts}; inr 9.0")));
            let left = picture(&format!("{counts}; inr 4.4"));
            check_between((&before, &left), alter, expect);
        };
        lower(&|_| {}, "SecondPersonMissing");
        lower(&|c| c.reason = "", "ReasonMissing");
        lower(&|c| c.second_person = id(OTHER), "stands");
    }

    #[test]
    fn alone_two_fresh_readings_must_bear_it_out() {
        let alone = |c: &mut Correction<'_>| c.single_handed = true;
        check("temperature 36.9", alone, "TwoReadingsMissing");
        check("readings 36.9 37.0 4", alone, "TwoReadingsMissing");
        check("readings 36.9 37.6 6", alone, "TwoReadingsMissing");
        check("readings 36.9 37.0 6", alone, "stands");
        check("readings 36.9 37.0 6; burning new", alone, "SymptomOrAntipyretic");
        check("readings 36.9 37.0 6; burning usual", alone, "stands");
        check("readings 36.9 37.0 6; antipyretic-6h yes", alone, "SymptomOrAntipyretic");
        check("readings 36.0 37.4 5", alone, "stands");
        check("readings 35.9 37.0 6", alone, "TwoReadingsMissing");
        check("readings 36.9 37.5 6", alone, "TwoReadingsMissing");
        check("readings 36.9 37.0 6; fever-48h usual", alone, "SymptomOrAntipyretic");
        check("readings 36.9 37.0 6; rigors-24h usual", alone, "SymptomOrAntipyretic");
    }

    #[test]
    fn alone_the_wrong_reading_itself_is_none_of_the_two() {
        let same_time = |c: &mut Correction<'_>| {
            c.single_handed = true;
            c.entered_at = c.picture.vitals[0].at;
        };
        check("readings 36.9 37.0 6", same_time, "TwoReadingsMissing");
    }

    #[test]
    fn what_only_becomes_easier_needs_a_reason_and_nobody_else() {
        let easier = |alter: &dyn Fn(&mut Correction<'_>), expect: &str| {
            check_between((&judge(&picture("catheter yes")), &picture("catheter no")), alter, expect);
        };
        easier(&|_| {}, "stands");
        easier(&|c| c.reason = " ", "ReasonMissing");
        let harder = |c: &mut Correction<'_>| c.reason = "";
        check_between((&judge(&picture("catheter no")), &picture("catheter yes")), harder, "stands");
    }
}
