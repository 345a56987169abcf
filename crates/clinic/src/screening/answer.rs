//! One answer to one item: what may be said, what is refused, who said it and when.

use super::content::{self, HoursAgo, Item, Kind, Number, Unit};
use super::event_date::{EventDate, NotAnEventDate};
use crate::Moment;
use crate::ids::StaffId;
use crate::words::words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

words! {
    /// An answer in words. None is ever ticked beforehand.
    pub enum Said {
        /// No.
        No = "no",
        /// Yes.
        Yes = "yes",
        /// Yes, and the mitigation that the item names is confirmed.
        YesMitigated = "yes-mitigated",
        /// A symptom this patient has had for long.
        Usual = "usual",
        /// A symptom that is new, or worse in the last 7 days.
        NewOrWorse = "new-or-worse",
        /// Not known.
        NotKnown = "not-known",
        /// A value that nobody has reason to measure; clears.
        NoReasonToMeasure = "no-reason-to-measure",
        /// Blood was drawn.
        Drawn = "drawn",
        /// Blood was not drawn.
        NotDrawn = "not-drawn",
        /// Put off to another day.
        Deferred = "deferred",
    }
}

words! {
    /// How an answer came to be given, so that nobody mistakes one tap for eight questions.
    pub enum Stated {
        /// By itself.
        Singly = "singly",
        /// With its whole group: “none of these”.
        NoneOfThese = "none-of-these",
        /// As before: “unchanged”.
        Unchanged = "unchanged",
    }
}

/// The answer itself.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub enum Reply {
    /// In words.
    Said(Said),
    /// As a value.
    Measured {
        /// The value as entered.
        value: f64,
        /// Its unit as entered.
        unit: Unit,
    },
    /// Yes, on this day as far as it is known.
    Dated(EventDate),
}

/// An answer with who gave it into the record, and when.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Standing {
    /// The answer.
    pub reply: Reply,
    /// When it was given or last confirmed.
    pub at: Moment,
    /// Who entered it.
    pub by: StaffId,
}

/// An answer as the window sends it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TypedAnswer {
    /// The item.
    pub item: String,
    /// The word, or nothing when a value was typed.
    pub said: Option<Said>,
    /// The value, the hours or the day as typed.
    pub value: Option<String>,
    /// Its unit.
    pub unit: Option<Unit>,
    /// What was written beside a yes.
    pub detail: Option<String>,
    /// How it came to be given.
    pub stated: Stated,
}

/// Why an answer cannot stand.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AnswerRefused {
    /// No such item.
    #[error("“{0}” is not asked in this version of the checklist")]
    UnknownItem(String),
    /// Follows from elsewhere.
    #[error("this follows from what is recorded elsewhere; put it right there")]
    Derived,
    /// The word does not fit the question.
    #[error("“{0}” is no answer to this question")]
    DoesNotFit(Said),
    /// Neither a word nor a value.
    #[error("choose an answer or type a value")]
    Empty,
    /// Not a number.
    #[error("“{0}” is not a number; type it like 1.2")]
    NotANumber(String),
    /// Outside of what a body can have.
    #[error("{value} lies outside {least} to {most}; look at the report and the unit again")]
    Implausible {
        /// The value in the first unit.
        value: String,
        /// Least plausible.
        least: String,
        /// Greatest plausible.
        most: String,
    },
    /// The unit is missing or is not one of the item's.
    #[error("choose the unit that stands on the report")]
    UnitMissing,
    /// Not a day, or none that can have been.
    #[error(transparent)]
    Day(#[from] NotAnEventDate),
    /// Hours that are none, or more than the question asks for.
    #[error("type the hours as a number up to {0}; if it was longer ago, answer “no”")]
    Hours(u16),
    /// Words beside an answer that takes none, or too many.
    #[error("write at most 120 characters, beside a yes only")]
    Detail,
}

/// An answer that was read: the item, the answer, and what was written beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered {
    /// The item.
    pub item: &'static Item,
    /// The answer.
    pub reply: Reply,
    /// What was written beside a yes.
    pub detail: Option<String>,
}

/// Reads an answer as typed on the day `today`.
///
/// # Errors
/// When the item is not asked, follows from elsewhere, or the answer does not fit it.
pub fn read(typed: &TypedAnswer, today: NaiveDate) -> Result<Answered, AnswerRefused> {
    let item = content::item(&typed.item).ok_or_else(|| AnswerRefused::UnknownItem(typed.item.clone()))?;
    let reply = match (typed.said, &typed.value) {
        (Some(said), None) => word(item, said)?,
        (None, Some(text)) => value(item, text, typed.unit, today)?,
        _ => return Err(AnswerRefused::Empty),
    };
    let detail = typed.detail.as_ref().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
    let detail = detail.filter(|text| !text.is_empty());
    let fits = |text: &String| item.detail.is_some() && reply.is_yes() && text.chars().count() <= 120;
    if detail.as_ref().is_some_and(|text| !fits(text)) {
        return Err(AnswerRefused::Detail);
    }
    Ok(Answered { item, reply, detail })
}

fn word(item: &Item, said: Said) -> Result<Reply, AnswerRefused> {
    if item.asked_of == content::AskedOf::Inspection || item.asked_of == content::AskedOf::Derived {
        return Err(AnswerRefused::Derived);
    }
    let fits = match (&item.kind, said) {
        (Kind::Temperature | Kind::Consent | Kind::Derived, _) => return Err(AnswerRefused::Derived),
        (_, Said::NotKnown) => true,
        (Kind::Symptom, said) => matches!(said, Said::No | Said::Usual | Said::NewOrWorse),
        (Kind::YesNo | Kind::Age, Said::YesMitigated) => item.mitigation.is_some(),
        (Kind::YesNo | Kind::Age | Kind::Date(_) | Kind::Hours(_), said) => matches!(said, Said::No | Said::Yes),
        (Kind::OneOf(words), said) => words.contains(&said),
        (Kind::Number(_), said) => said == Said::NoReasonToMeasure,
    };
    if fits { Ok(Reply::Said(said)) } else { Err(AnswerRefused::DoesNotFit(said)) }
}

fn value(item: &Item, text: &str, unit: Option<Unit>, today: NaiveDate) -> Result<Reply, AnswerRefused> {
    match &item.kind {
        Kind::Number(limits) => number(limits, text, unit),
        Kind::Date(_) => Ok(Reply::Dated(EventDate::parse(text)?.plausible(today)?)),
        Kind::Hours(asked) => hours(asked, text),
        _ => Err(AnswerRefused::Empty),
    }
}

fn hours(asked: &HoursAgo, text: &str) -> Result<Reply, AnswerRefused> {
    let value = typed_number(text).filter(|value| (0.0..=f64::from(asked.most)).contains(value));
    value.map(|value| Reply::Measured { value, unit: Unit::Hours }).ok_or(AnswerRefused::Hours(asked.most))
}

fn typed_number(text: &str) -> Option<f64> {
    text.trim().replace(',', ".").parse::<f64>().ok().filter(|value| value.is_finite())
}

fn number(number: &Number, text: &str, unit: Option<Unit>) -> Result<Reply, AnswerRefused> {
    let unit =
        unit.filter(|unit| number.units.iter().any(|row| row.unit == *unit)).ok_or(AnswerRefused::UnitMissing)?;
    let value = typed_number(text).ok_or_else(|| AnswerRefused::NotANumber(text.trim().to_owned()))?;
    let first = number.in_first_unit(value, unit);
    if (number.least..=number.most).contains(&first) {
        Ok(Reply::Measured { value, unit })
    } else {
        let text = |value: f64| value.to_string();
        Err(AnswerRefused::Implausible { value: text(first), least: text(number.least), most: text(number.most) })
    }
}

impl Number {
    /// A value in the unit of which thresholds speak.
    #[must_use]
    pub fn in_first_unit(&self, value: f64, unit: Unit) -> f64 {
        self.units.iter().find(|row| row.unit == unit).map_or(value, |row| value / row.per)
    }
}

impl Reply {
    /// Whether it says that it is so: in a word, as a day, or as hours.
    #[must_use]
    pub const fn is_yes(&self) -> bool {
        matches!(
            self,
            Self::Said(Said::Yes | Said::YesMitigated) | Self::Dated(_) | Self::Measured { unit: Unit::Hours, .. }
        )
    }

    /// The answer as a sentence can hold it.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Said(Said::No) => "no".to_owned(),
            Self::Said(Said::Yes) => "yes".to_owned(),
            Self::Said(Said::YesMitigated) => "yes, precaution confirmed".to_owned(),
            Self::Said(Said::Usual) => "usual for this patient".to_owned(),
            Self::Said(Said::NewOrWorse) => "new or worse".to_owned(),
            Self::Said(Said::NotKnown) => "not known".to_owned(),
            Self::Said(Said::NoReasonToMeasure) => "no reason to measure".to_owned(),
            Self::Said(Said::Drawn) => "drawn".to_owned(),
            Self::Said(Said::NotDrawn) => "not drawn".to_owned(),
            Self::Said(Said::Deferred) => "put off".to_owned(),
            Self::Dated(day) => day.text(),
            Self::Measured { value, unit: Unit::Hours } => format!("{value} h ago"),
            Self::Measured { value, unit: Unit::Ratio } => value.to_string(),
            Self::Measured { value, unit } => format!("{value} {unit}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(item: &str, said: Option<Said>, value: Option<&str>, unit: Option<Unit>, expect: &str) {
        check_typed(&TypedAnswer { unit, ..typed(item, said, value) }, expect);
    }

    fn typed(item: &str, said: Option<Said>, value: Option<&str>) -> TypedAnswer {
        let value = value.map(Into::into);
        TypedAnswer { item: item.into(), said, value, unit: None, detail: None, stated: Stated::Singly }
    }

    fn check_typed(typed: &TypedAnswer, expect: &str) {
        let item = &typed.item;
        let found = match read(typed, NaiveDate::from_ymd_opt(2026, 11, 20).unwrap()) {
            Ok(Answered { reply, detail, .. }) => {
                [Some(reply.text()), detail].into_iter().flatten().collect::<Vec<_>>().join(", ")
            }
            Err(refused) => format!("refused: {refused}"),
        };
        assert_eq!(found, expect, "{item}");
    }

    #[test]
    fn words_must_fit_the_question() {
        check("burning", Some(Said::Usual), None, None, "usual for this patient");
        check("burning", Some(Said::Yes), None, None, "refused: “yes” is no answer to this question");
        check("latex-allergy", Some(Said::YesMitigated), None, None, "yes, precaution confirmed");
        check(
            "catheter",
            Some(Said::YesMitigated),
            None,
            None,
            "refused: “yes-mitigated” is no answer to this question",
        );
        check("platelets", Some(Said::NoReasonToMeasure), None, None, "no reason to measure");
        check("catheter", None, None, None, "refused: choose an answer or type a value");
        check(
            "rectal-mass",
            Some(Said::No),
            None,
            None,
            "refused: this follows from what is recorded elsewhere; put it right there",
        );
        check("fewer", Some(Said::No), None, None, "refused: “fewer” is not asked in this version of the checklist");
    }

    #[test]
    fn values_keep_their_unit_and_their_limits() {
        check("anc", None, Some("0,4"), Some(Unit::GigaPerLitre), "0.4 10^9/L");
        check("anc", None, Some("400"), Some(Unit::CellsPerMicrolitre), "400 cells/uL");
        check(
            "anc",
            None,
            Some("400"),
            Some(Unit::GigaPerLitre),
            "refused: 400 lies outside 0 to 100; look at the report and the unit again",
        );
        check("inr", None, Some("3.4"), None, "refused: choose the unit that stands on the report");
        let not_its_own = Some(Unit::GigaPerLitre);
        check("inr", None, Some("3.4"), not_its_own, "refused: choose the unit that stands on the report");
        check("inr", None, Some("high"), Some(Unit::Ratio), "refused: “high” is not a number; type it like 1.2");
        check("inr", None, Some("3.4"), Some(Unit::Ratio), "3.4");
    }

    #[test]
    fn days_and_hours_say_when_it_was() {
        check("recent-biopsy", None, Some("2026-10-04"), None, "4 Oct 2026");
        check("recent-biopsy", None, Some("2026-10"), None, "Oct 2026");
        check("recent-biopsy", Some(Said::Yes), None, None, "yes");
        check("recent-biopsy", None, Some("2026-11-21"), None, "refused: this day lies after today");
        check("recent-ejaculation", None, Some("12,5"), None, "12.5 h ago");
        let too_long = "refused: type the hours as a number up to 48; if it was longer ago, answer “no”";
        check("recent-ejaculation", None, Some("60"), None, too_long);
        check("psa-blood", Some(Said::Deferred), None, None, "put off");
        check("psa-blood", Some(Said::Yes), None, None, "refused: “yes” is no answer to this question");
    }

    #[test]
    fn words_beside_a_yes_are_kept_and_nowhere_else() {
        let beside =
            |item: &str, said, text: &str| TypedAnswer { detail: Some(text.into()), ..typed(item, Some(said), None) };
        check_typed(
            &beside("anticoagulant", Said::Yes, " apixaban  5 mg, today 07:00 "),
            "yes, apixaban 5 mg, today 07:00",
        );
        check_typed(&beside("anticoagulant", Said::Yes, " "), "yes");
        let refused = "refused: write at most 120 characters, beside a yes only";
        check_typed(&beside("anticoagulant", Said::No, "apixaban"), refused);
        check_typed(&beside("bleeding-diathesis", Said::Yes, "mild"), refused);
        check_typed(&beside("anticoagulant", Said::Yes, &"x".repeat(121)), refused);
        let whole = "x".repeat(120);
        check_typed(&beside("anticoagulant", Said::Yes, &whole), &format!("yes, {whole}"));
    }
}
