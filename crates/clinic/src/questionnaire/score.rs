//! From answers to sums, bands and what has changed since.

use super::content::{Band, Questionnaire, find};
use super::{Direction, QuestionnaireKind};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The number given to each item; an item that is not there was not answered.
pub type Answers = BTreeMap<String, u8>;

/// An answer that the form does not have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAnAnswer {
    /// There is no such item.
    #[error("{0} has no item {1}", .kind.title(), .item)]
    NoSuchItem {
        /// Which questionnaire.
        kind: QuestionnaireKind,
        /// What was named.
        item: String,
    },
    /// The number lies outside the item's range.
    #[error("item {item} goes from 0 to {to}")]
    OutOfRange {
        /// Which item.
        item: String,
        /// Its highest answer.
        to: u8,
    },
}

/// A sum with the most it could be, and its band where it has one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Banded {
    /// The sum.
    pub value: u8,
    /// The most it could be.
    pub most: u8,
    /// Its band.
    pub band: Option<String>,
}

/// One domain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct DomainScore {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Its sum; none when an item of it is missing.
    pub score: Option<Banded>,
}

/// What the answers come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Score {
    /// Which questionnaire.
    pub kind: QuestionnaireKind,
    /// The total; none when an item that counts in it is missing.
    pub total: Option<Banded>,
    /// Each domain.
    pub domains: Vec<DomainScore>,
    /// Single items with bands of their own, such as the average pain.
    pub items: Vec<DomainScore>,
    /// The items that were not answered.
    pub missing: Vec<String>,
}

/// Sums the answers.
///
/// # Errors
/// When there is no such item, or no such answer to it.
pub fn score(kind: QuestionnaireKind, answers: &Answers) -> Result<Score, NotAnAnswer> {
    let form = find(kind);
    for (id, answer) in answers {
        let item = form.items.iter().find(|item| item.id == *id);
        let item = item.ok_or_else(|| NotAnAnswer::NoSuchItem { kind, item: id.clone() })?;
        if *answer > item.to {
            return Err(NotAnAnswer::OutOfRange { item: id.clone(), to: item.to });
        }
    }
    let domains = form.domains.iter().map(|domain| DomainScore {
        id: domain.id.clone(),
        title: domain.title.clone(),
        score: sum(form, answers, |other| other == domain.id)
            .map(|value| banded(value, form.most(|other| other.id == domain.id), &domain.bands)),
    });
    let counts = |id: &str| form.domains.iter().any(|domain| domain.id == id && domain.counts);
    let total = sum(form, answers, counts);
    let items = form.item_bands.iter().filter_map(|row| {
        let item = form.items.iter().find(|item| item.id == row.item)?;
        let score = answers.get(&item.id).map(|value| banded(*value, item.to, &row.bands));
        Some(DomainScore { id: item.id.clone(), title: item.topic.clone(), score })
    });
    Ok(Score {
        kind,
        total: total.map(|value| banded(value, form.most(|domain| domain.counts), &form.bands)),
        domains: domains.collect(),
        items: items.collect(),
        missing: form.items.iter().map(|item| item.id.clone()).filter(|id| !answers.contains_key(id)).collect(),
    })
}

/// The sum over the domains that `counted` takes; none when one of their items is missing.
fn sum(form: &Questionnaire, answers: &Answers, counted: impl Fn(&str) -> bool) -> Option<u8> {
    form.items.iter().filter(|item| counted(&item.domain)).map(|item| answers.get(&item.id).copied()).sum()
}

fn banded(value: u8, most: u8, bands: &[Band]) -> Banded {
    let band = bands.iter().rev().find(|band| band.from <= value).map(|band| band.name.clone());
    Banded { value, most, band }
}

/// What has changed between two totals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct ScoreChange {
    /// Points; below zero is better.
    pub points: i16,
    /// What that means, such as `response`; none when it means nothing.
    pub meaning: Option<String>,
    /// Where the limit comes from.
    pub source: String,
}

/// The change from an earlier score to a later one; none when they differ in kind or either has no total.
#[must_use]
pub fn change(earlier: &Score, later: &Score) -> Option<ScoreChange> {
    if earlier.kind != later.kind {
        return None;
    }
    let value = |score: &Score| score.total.as_ref().map(|total| i16::from(total.value));
    let points = value(later)? - value(earlier)?;
    let rule = &find(later.kind).change;
    let far = match rule.direction {
        Direction::Fall => -points >= i16::from(rule.points),
        Direction::Either => points.abs() >= i16::from(rule.points),
    };
    Some(ScoreChange { points, meaning: far.then(|| rule.meaning.clone()), source: rule.source.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use QuestionnaireKind::{Ipss, NihCpsi};
    use proptest::prelude::*;

    /// Answers that come to `sum` in the domains of `within`, and nought elsewhere.
    fn answers(kind: QuestionnaireKind, within: &[&str], mut sum: u8) -> Answers {
        let mut answers = Answers::new();
        for item in &find(kind).items {
            let given = if within.contains(&item.domain.as_str()) { sum.min(item.to) } else { 0 };
            sum -= given;
            answers.insert(item.id.clone(), given);
        }
        assert_eq!(sum, 0, "the items hold no more");
        answers
    }

    fn total(kind: QuestionnaireKind, sum: u8) -> Score {
        let counted: Vec<&str> =
            find(kind).domains.iter().filter(|one| one.counts).map(|one| one.id.as_str()).collect();
        score(kind, &answers(kind, &counted, sum)).unwrap()
    }

    fn check(kind: QuestionnaireKind, sum: u8, expect: &str) {
        let found = total(kind, sum).total.unwrap();
        assert_eq!(format!("{} of {}, {}", found.value, found.most, found.band.unwrap()), expect);
    }

    #[test]
    fn every_edge_of_the_totals_is_in_its_band() {
        check(NihCpsi, 0, "0 of 43, mild");
        check(NihCpsi, 14, "14 of 43, mild");
        check(NihCpsi, 15, "15 of 43, moderate");
        check(NihCpsi, 29, "29 of 43, moderate");
        check(NihCpsi, 30, "30 of 43, severe");
        check(NihCpsi, 43, "43 of 43, severe");
        check(Ipss, 0, "0 of 35, mild");
        check(Ipss, 7, "7 of 35, mild");
        check(Ipss, 8, "8 of 35, moderate");
        check(Ipss, 19, "19 of 35, moderate");
        check(Ipss, 20, "20 of 35, severe");
        check(Ipss, 35, "35 of 35, severe");
    }

    #[test]
    fn pain_and_its_average_have_bands_of_their_own() {
        let pain =
            |sum| score(NihCpsi, &answers(NihCpsi, &["pain"], sum)).unwrap().domains.remove(0).score.unwrap().band;
        let named = |sum| pain(sum).unwrap();
        assert_eq!([0, 7, 8, 13, 14, 21].map(named), ["mild", "mild", "moderate", "moderate", "severe", "severe"]);
        let average = |value: u8| {
            let answers = Answers::from([("4".to_owned(), value)]);
            score(NihCpsi, &answers).unwrap().items.remove(0).score.unwrap().band.unwrap()
        };
        assert_eq!([0, 3, 4, 6, 7, 10].map(average), ["mild", "mild", "moderate", "moderate", "severe", "severe"]);
    }

    #[test]
    fn the_domains_of_the_ipss_hold_their_items_and_quality_of_life_stands_apart() {
        let ones = |ids: &[&str]| {
            let mut all = answers(Ipss, &[], 0);
            all.extend(ids.iter().map(|id| ((*id).to_owned(), 1)));
            let found = score(Ipss, &all).unwrap();
            let domains: Vec<u8> = found.domains.into_iter().map(|domain| domain.score.unwrap().value).collect();
            (domains, found.total.unwrap().value)
        };
        assert_eq!(ones(&["2", "4", "7"]), (vec![3, 0, 0], 3));
        assert_eq!(ones(&["1", "3", "5", "6"]), (vec![0, 4, 0], 4));
        assert_eq!(ones(&["qol"]), (vec![0, 0, 1], 0));
    }

    #[test]
    fn a_missing_item_takes_its_sums_with_it_and_no_more() {
        let mut answers = answers(NihCpsi, &["pain"], 21);
        answers.remove("9");
        let found = score(NihCpsi, &answers).unwrap();
        assert_eq!((found.total, found.missing), (None, vec!["9".to_owned()]));
        let sums: Vec<Option<u8>> = found.domains.into_iter().map(|one| one.score.map(|score| score.value)).collect();
        assert_eq!(sums, [Some(21), Some(0), None]);
        let mut answers = total_answers();
        answers.remove("qol");
        assert_eq!(score(Ipss, &answers).unwrap().total.unwrap().value, 0);
    }

    fn total_answers() -> Answers {
        answers(Ipss, &[], 0)
    }

    #[test]
    fn a_change_means_something_only_from_its_limit_on() {
        let said = |kind, from, to| {
            let change = change(&total(kind, from), &total(kind, to)).unwrap();
            format!("{} {}", change.points, change.meaning.unwrap_or_else(|| "nothing".to_owned()))
        };
        assert_eq!(said(NihCpsi, 20, 14), "-6 response");
        assert_eq!(said(NihCpsi, 20, 15), "-5 nothing");
        assert_eq!(said(NihCpsi, 20, 30), "10 nothing");
        assert_eq!(said(Ipss, 20, 17), "-3 noticeable");
        assert_eq!(said(Ipss, 17, 20), "3 noticeable");
        assert_eq!(said(Ipss, 20, 18), "-2 nothing");
        assert_eq!(change(&total(Ipss, 3), &total(NihCpsi, 3)), None);
    }

    #[test]
    fn an_answer_that_the_form_does_not_have_is_refused() {
        let one =
            |kind, id: &str, value| score(kind, &Answers::from([(id.to_owned(), value)])).unwrap_err().to_string();
        assert_eq!(one(NihCpsi, "1a", 2), "item 1a goes from 0 to 1");
        assert_eq!(one(NihCpsi, "4", 11), "item 4 goes from 0 to 10");
        assert_eq!(one(Ipss, "8", 1), "IPSS has no item 8");
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

        /// Any numbers at any items are summed or refused, and a total never stands beside a missing item.
        #[test]
        fn a_total_has_all_its_items(given in prop::collection::btree_map("[1-9qol]{1,3}[a-d]?", 0_u8..12, 0..14)) {
            for kind in QuestionnaireKind::ALL {
                if let Ok(found) = score(*kind, &given) {
                    let needed = found.missing.iter().any(|id| id != "qol");
                    prop_assert!(found.total.is_none() || !needed);
                }
            }
        }
    }
}
