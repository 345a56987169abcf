//! Combinations that cannot be: each refused in words beside its field, all at once.

use super::{AdverseEvent, EventOutcome, SeriousBecause, term};
use crate::Moment;

/// Why an event cannot be recorded so.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EventRefusal {
    /// Not one of the terms.
    #[error("choose what it was")]
    Term,
    /// Beyond the scale.
    #[error("CTCAE grades go from 1 to 5")]
    Grade,
    /// The term never has this grade.
    #[error("{0} is never grade {1}: it {goes}", goes = goes(*.2, *.3))]
    GradeOfTerm(&'static str, u8, u8, u8),
    /// Grade 5 is death.
    #[error("grade 5 is death: then the outcome is fatal")]
    DeathOutcome,
    /// A fatal outcome has grade 5.
    #[error("a fatal outcome is grade 5")]
    FatalGrade,
    /// Grade 5 and the criterion do not agree.
    #[error("an event with a fatal outcome is serious because of death, and only such a one")]
    DeathCriterion,
    /// Grade 4 is serious.
    #[error("grade 4 is life-threatening: say why it is serious")]
    NotSerious,
    /// Too mild for its criterion.
    #[error("{0} is at least grade {1}")]
    TooMild(&'static str, u8),
    /// Lies ahead.
    #[error("this lies ahead")]
    Future,
    /// Before anything was done.
    #[error("this is before the act, at {}", .0.long_text())]
    BeforeAct(Moment),
    /// Nothing was written.
    #[error("write what happened")]
    Description,
    /// Nothing was written.
    #[error("write what was done, also “nothing”")]
    Action,
}

fn goes(lowest: u8, highest: u8) -> String {
    if lowest == highest { format!("is grade {lowest}") } else { format!("goes from {lowest} to {highest}") }
}

impl EventRefusal {
    /// The field beside which it stands.
    #[must_use]
    pub const fn field(&self) -> &'static str {
        match self {
            Self::Term => "term",
            Self::Grade | Self::GradeOfTerm(..) | Self::FatalGrade => "grade",
            Self::DeathOutcome => "outcome",
            Self::DeathCriterion | Self::NotSerious | Self::TooMild(..) => "serious",
            Self::Future | Self::BeforeAct(_) => "onsetDate",
            Self::Description => "description",
            Self::Action => "action",
        }
    }
}

/// Everything about `event` that cannot be, after an act that began at `act`; empty when it can.
#[must_use]
pub fn refusals(event: &AdverseEvent, act: Moment, now: Moment) -> Vec<EventRefusal> {
    let mut all = Vec::new();
    match term(&event.term) {
        _ if !(1..=5).contains(&event.grade) => all.push(EventRefusal::Grade),
        None => all.push(EventRefusal::Term),
        Some(term) if !(term.lowest..=term.highest).contains(&event.grade) => {
            all.push(EventRefusal::GradeOfTerm(&term.name, event.grade, term.lowest, term.highest));
        }
        Some(_) => {}
    }
    let fatal = event.outcome == EventOutcome::Fatal;
    match (event.grade == 5, fatal) {
        (true, false) => all.push(EventRefusal::DeathOutcome),
        (false, true) => all.push(EventRefusal::FatalGrade),
        _ => {}
    }
    match event.serious {
        Some(SeriousBecause::Death) if !fatal => all.push(EventRefusal::DeathCriterion),
        Some(because) if fatal && because != SeriousBecause::Death => all.push(EventRefusal::DeathCriterion),
        None if fatal || event.grade == 5 => all.push(EventRefusal::DeathCriterion),
        None if event.grade == 4 => all.push(EventRefusal::NotSerious),
        Some(SeriousBecause::LifeThreatening) if event.grade < 4 => {
            all.push(EventRefusal::TooMild("a life-threatening event", 4));
        }
        Some(SeriousBecause::Hospitalisation) if event.grade < 3 => {
            all.push(EventRefusal::TooMild("an admission to hospital", 3));
        }
        _ => {}
    }
    onset(event, act, now, &mut all);
    if event.description.trim().is_empty() {
        all.push(EventRefusal::Description);
    }
    if event.action.trim().is_empty() {
        all.push(EventRefusal::Action);
    }
    all
}

/// The onset by the clinic's own clock; without an hour only the day can be compared.
fn onset(event: &AdverseEvent, act: Moment, now: Moment, all: &mut Vec<EventRefusal>) {
    let (began, present) = (act.local().naive_local(), now.local().naive_local());
    let (ahead, before) = match event.onset_time {
        Some(time) => {
            let onset = event.onset_date.and_time(time);
            // Hours are written without seconds: the minute of the act is not before it.
            (onset > present, onset + chrono::TimeDelta::minutes(1) <= began)
        }
        None => (event.onset_date > present.date(), event.onset_date < began.date()),
    };
    if ahead {
        all.push(EventRefusal::Future);
    } else if before {
        all.push(EventRefusal::BeforeAct(act));
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Relatedness, ReportedBy};
    use super::*;

    fn faint() -> AdverseEvent {
        AdverseEvent {
            term: "syncope".to_owned(),
            onset_date: "2026-11-23".parse().unwrap(),
            onset_time: Some("10:05".parse().unwrap()),
            reported_by: ReportedBy::Staff,
            description: "Fainted while standing up".to_owned(),
            grade: 3,
            relatedness: Relatedness::Probable,
            expected: true,
            serious: None,
            action: "Laid flat, legs up".to_owned(),
            outcome: EventOutcome::Recovered,
            clavien: None,
            reported_to: None,
        }
    }

    fn check(event: &AdverseEvent) -> Vec<String> {
        let act = "2026-11-23T10:00:30+01:00".parse().unwrap();
        let now = "2026-11-24T09:00:00+01:00".parse().unwrap();
        refusals(event, act, now).iter().map(|refusal| format!("{}: {refusal}", refusal.field())).collect()
    }

    fn graded(term: &str, grade: u8) -> AdverseEvent {
        AdverseEvent { term: term.to_owned(), grade, ..faint() }
    }

    #[test]
    fn a_grade_belongs_to_its_term() {
        assert_eq!(check(&faint()), Vec::<String>::new());
        assert_eq!(check(&graded("syncope", 2)), ["grade: Syncope is never grade 2: it is grade 3"]);
        assert_eq!(check(&graded("sepsis", 2)), ["grade: Sepsis is never grade 2: it goes from 3 to 5"]);
        assert_eq!(check(&graded("cancer", 2)), ["term: choose what it was"]);
        assert_eq!(check(&graded("hematuria", 6)), ["grade: CTCAE grades go from 1 to 5"]);
    }

    #[test]
    fn death_agrees_with_itself() {
        let dead =
            AdverseEvent { outcome: EventOutcome::Fatal, serious: Some(SeriousBecause::Death), ..graded("sepsis", 5) };
        assert_eq!(check(&dead), Vec::<String>::new());
        assert_eq!(
            check(&AdverseEvent { outcome: EventOutcome::Recovered, ..dead.clone() }),
            [
                "outcome: grade 5 is death: then the outcome is fatal",
                "serious: an event with a fatal outcome is serious because of death, and only such a one"
            ]
        );
        assert_eq!(check(&AdverseEvent { grade: 4, ..dead.clone() }), ["grade: a fatal outcome is grade 5"]);
        assert_eq!(
            check(&AdverseEvent { serious: None, ..dead }),
            ["serious: an event with a fatal outcome is serious because of death, and only such a one"]
        );
    }

    #[test]
    fn what_is_serious_is_not_mild() {
        assert_eq!(check(&graded("sepsis", 4)), ["serious: grade 4 is life-threatening: say why it is serious"]);
        let serious = |grade, because| AdverseEvent { serious: Some(because), ..graded("prostate-infection", grade) };
        assert_eq!(check(&serious(3, SeriousBecause::Hospitalisation)), Vec::<String>::new());
        assert_eq!(
            check(&serious(2, SeriousBecause::Hospitalisation)),
            ["serious: an admission to hospital is at least grade 3"]
        );
        assert_eq!(
            check(&serious(3, SeriousBecause::LifeThreatening)),
            ["serious: a life-threatening event is at least grade 4"]
        );
    }

    #[test]
    fn it_begins_after_the_act_and_not_ahead() {
        let on = |day: &str, time: Option<&str>| AdverseEvent {
            onset_date: day.parse().unwrap(),
            onset_time: time.map(|time| time.parse().unwrap()),
            ..faint()
        };
        assert_eq!(check(&on("2026-11-23", Some("10:00"))), Vec::<String>::new());
        let before = ["onsetDate: this is before the act, at 23 Nov 2026, 10:00"];
        assert_eq!(check(&on("2026-11-23", Some("09:59"))), before);
        assert_eq!(check(&on("2026-11-23", None)), Vec::<String>::new());
        assert_eq!(check(&on("2026-11-22", None)), before);
        assert_eq!(check(&on("2026-11-24", Some("09:30"))), ["onsetDate: this lies ahead"]);
        assert_eq!(check(&on("2026-11-25", None)), ["onsetDate: this lies ahead"]);
    }

    #[test]
    fn nothing_is_left_unsaid() {
        let bare = AdverseEvent { description: " ".to_owned(), action: String::new(), ..faint() };
        assert_eq!(check(&bare), ["description: write what happened", "action: write what was done, also “nothing”"]);
    }

    #[test]
    fn grade_three_and_sepsis_open_an_incident() {
        assert!(faint().opens_incident());
        assert!(graded("sepsis", 3).opens_incident());
        assert!(!graded("hematuria", 2).opens_incident());
        assert_eq!(faint().title(), "Syncope, grade 3");
    }
}
