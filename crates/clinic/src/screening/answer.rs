//! One answer to one item: what may be said, what is refused, who said it and when.

use super::content::{self, Item, Kind, Number, Unit};
use crate::Moment;
use crate::ids::StaffId;
use crate::words::words;
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
    /// The value as typed.
    pub value: Option<String>,
    /// Its unit.
    pub unit: Option<Unit>,
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
}

/// Reads an answer as typed.
///
/// # Errors
/// When the item is not asked, follows from elsewhere, or the answer does not fit it.
pub fn read(typed: &TypedAnswer) -> Result<(&'static Item, Reply), AnswerRefused> {
    let item = content::item(&typed.item).ok_or_else(|| AnswerRefused::UnknownItem(typed.item.clone()))?;
    let reply = match (typed.said, &typed.value) {
        (Some(said), None) => word(item, said)?,
        (None, Some(text)) => value(item, text, typed.unit)?,
        _ => return Err(AnswerRefused::Empty),
    };
    Ok((item, reply))
}

fn word(item: &Item, said: Said) -> Result<Reply, AnswerRefused> {
    if item.asked_of == content::AskedOf::Inspection || item.asked_of == content::AskedOf::Derived {
        return Err(AnswerRefused::Derived);
    }
    let fits = match (&item.kind, said) {
        (Kind::Temperature | Kind::Consent, _) => return Err(AnswerRefused::Derived),
        (_, Said::NotKnown) => true,
        (Kind::Symptom, said) => matches!(said, Said::No | Said::Usual | Said::NewOrWorse),
        (Kind::YesNo | Kind::Age, Said::YesMitigated) => item.mitigation.is_some(),
        (Kind::YesNo | Kind::Age, said) => matches!(said, Said::No | Said::Yes),
        (Kind::Number(_), said) => said == Said::NoReasonToMeasure,
    };
    if fits { Ok(Reply::Said(said)) } else { Err(AnswerRefused::DoesNotFit(said)) }
}

fn value(item: &Item, text: &str, unit: Option<Unit>) -> Result<Reply, AnswerRefused> {
    let Kind::Number(number) = &item.kind else { return Err(AnswerRefused::Empty) };
    let unit =
        unit.filter(|unit| number.units.iter().any(|row| row.unit == *unit)).ok_or(AnswerRefused::UnitMissing)?;
    let typed = text.trim().replace(',', ".");
    let value = typed.parse::<f64>().ok().filter(|value| value.is_finite());
    let value = value.ok_or_else(|| AnswerRefused::NotANumber(text.trim().to_owned()))?;
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
            Self::Measured { value, unit: Unit::Ratio } => value.to_string(),
            Self::Measured { value, unit } => format!("{value} {unit}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(item: &str, said: Option<Said>, value: Option<&str>, unit: Option<Unit>, expect: &str) {
        let typed = TypedAnswer { item: item.into(), said, value: value.map(Into::into), unit, stated: Stated::Singly };
        let found = match read(&typed) {
            Ok((_, reply)) => reply.text(),
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
            "perianal-abscess",
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
        check("inr", None, Some("high"), Some(Unit::Ratio), "refused: “high” is not a number; type it like 1.2");
        check("inr", None, Some("3.4"), Some(Unit::Ratio), "3.4");
    }
}
