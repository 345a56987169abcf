//! The items and rules as content: one row each, versioned, with its source, embedded in the program.

mod kinds;

pub use kinds::{AppliesIf, DatedEvent, HoursAgo, Kind, Number, Unit, UnitRow, When};

use crate::procedure::{Act, ProcedureKind};
use crate::words::words;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

words! {
    /// How heavily an item or rule weighs on one act.
    pub enum Severity {
        /// Nothing.
        #[serde(alias = "-")]
        None = "none",
        /// A note: told, never in the way.
        #[serde(alias = "N")]
        Note = "note",
        /// Relative: only a urologist's override goes on.
        #[serde(alias = "R")]
        Relative = "relative",
        /// Absolute: nobody goes on.
        #[serde(alias = "A")]
        Absolute = "absolute",
    }
}

words! {
    /// Who answers an item, and so when it is asked.
    pub enum AskedOf {
        /// The patient, at check-in.
        Patient = "patient",
        /// The nurse, at check-in.
        Nurse = "nurse",
        /// The urologist, at the time-out; a nurse is never asked for a diagnosis.
        Urologist = "urologist",
        /// What the eye and the finger find.
        Inspection = "inspection",
        /// Follows from what is recorded elsewhere.
        Derived = "derived",
    }
}

words! {
    /// How well a row is founded; what is not checked waits for a clinician.
    pub enum Sure {
        /// Read in the source itself.
        Checked = "checked",
        /// Read in a page that reports the source.
        CheckedSecondHand = "checked-2",
        /// General professional knowledge, not read in a source.
        Knowledge = "knowledge",
        /// Decided by the clinic.
        Design = "design",
    }
}

words! {
    /// The groups in which items are asked; each is a list with one explicit “none of these”.
    pub enum Group {
        /// The eight symptoms.
        Symptoms = "symptoms",
        /// Infection and sepsis.
        Infection = "infection",
        /// Signs of sepsis, asked only when an infection is suspected.
        Sepsis = "sepsis",
        /// Urinary.
        Urinary = "urinary",
        /// Anus and rectum.
        Anorectal = "anorectal",
        /// Bleeding.
        Bleeding = "bleeding",
        /// Cancer and recent procedures.
        Procedures = "procedures",
        /// What nerves, heart and posture bear.
        Tolerance = "tolerance",
        /// Allergy.
        Allergy = "allergy",
        /// Consent and dignity.
        Dignity = "dignity",
        /// What makes a sample worthless; it never stops the care.
        Sample = "sample",
        /// Urine dipstick.
        Dipstick = "dipstick",
        /// Findings of the examination.
        Finding = "finding",
    }
}

/// One level at which an item fires; the first that fits counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Level {
    /// Its own name, where it is not the item's.
    pub id: Option<String>,
    /// The answer that fires.
    pub when: When,
    /// On the examination.
    pub dre: Severity,
    /// On massage.
    pub mas: Severity,
    /// On the strokes before a post-DRE urine.
    pub pdu: Severity,
}

/// One item of the checklist: one row of content.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Item {
    /// Its id, which answers carry.
    pub id: String,
    /// The list it stands in.
    pub group: Group,
    /// Who answers.
    pub asked_of: AskedOf,
    /// What an answer may be.
    pub kind: Kind,
    /// The question as asked.
    pub question: String,
    /// When it is asked; always, if empty.
    pub applies_if: Option<AppliesIf>,
    /// Asked only for these procedures; for every one, if empty.
    #[serde(default)]
    pub only: Vec<ProcedureKind>,
    /// The examination answers it too: a yes of either counts.
    #[serde(default)]
    pub found: bool,
    /// An answer holds for its own day only.
    #[serde(default)]
    pub today: bool,
    /// What may be written beside a yes, such as a drug and its last dose.
    pub detail: Option<String>,
    /// At what it fires; empty for a fact that only rules read.
    #[serde(default)]
    pub fires: Vec<Level>,
    /// Only notes in a clinic that declared itself free of latex.
    #[serde(default)]
    pub note_where_latex_free: bool,
    /// What to confirm so that it only notes.
    pub mitigation: Option<String>,
    /// A yes makes an infection suspected (C04).
    #[serde(default)]
    pub infection: bool,
    /// Nobody's business in a list: reads “see chart” there.
    #[serde(default)]
    pub private: bool,
    /// Its stop passes with what is missing: the act waits, and nothing is ended for it.
    #[serde(default)]
    pub passes: bool,
    /// May stay unanswered.
    #[serde(default)]
    pub optional: bool,
    /// Why it matters, in a sentence.
    pub reason: String,
    /// What to do now when it stops the act.
    #[serde(default)]
    pub todo: Vec<String>,
    /// How well it is founded.
    pub sure: Sure,
    /// Where that is from.
    pub source: String,
}

impl Item {
    /// Whether its answer can be had at booking already: history, which days do not change, and nothing that is private,
    /// is measured, or is asked anew on the day.
    #[must_use]
    pub fn asked_early(&self) -> bool {
        let history = matches!(
            self.group,
            Group::Infection | Group::Anorectal | Group::Bleeding | Group::Procedures | Group::Tolerance
        );
        let by_word = matches!(self.kind, Kind::YesNo | Kind::Date(_) | Kind::Number(_));
        let at_the_desk = matches!(self.asked_of, AskedOf::Patient | AskedOf::Nurse);
        history && by_word && at_the_desk && !self.today && !self.private
    }
}

/// One combined rule: its weight and words; its condition is a file of the same name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RuleRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: String,
    /// On the examination.
    pub dre: Severity,
    /// On massage.
    pub mas: Severity,
    /// On the strokes before a post-DRE urine.
    pub pdu: Severity,
    /// An override of it needs the urologist's own words.
    #[serde(default)]
    pub text_required: bool,
    /// Its stop passes with what is missing: the act waits, and nothing is ended for it.
    #[serde(default)]
    pub passes: bool,
    /// Why, in a sentence.
    pub reason: String,
    /// What to do now when it stops the act.
    #[serde(default)]
    pub todo: Vec<String>,
    /// How well it is founded.
    pub sure: Sure,
    /// Where that is from.
    pub source: String,
}

/// The numbers that the combined rules share.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Limits {
    /// A fever, degrees Celsius, at or above.
    pub fever_degc: f64,
    /// A raised temperature, degrees Celsius, at or above.
    pub raised_degc: f64,
    /// A low temperature, degrees Celsius, below.
    pub low_degc: f64,
    /// A fast pulse per minute, above (SIRS).
    pub fast_pulse: u16,
    /// Fast breathing per minute, at or above (qSOFA).
    pub fast_breathing: u16,
    /// Quick breathing per minute, above (SIRS).
    pub quick_breathing: u16,
    /// A low systolic pressure in mmHg, at or below (qSOFA).
    pub low_systolic: u16,
    /// For how many minutes vital signs hold.
    pub vitals_minutes: i64,
    /// For how many hours a fever is not undone by a normal reading.
    pub fever_memory_hours: i64,
    /// After how many days a history answer is asked again.
    pub history_days: i64,
    /// For how many days a biopsy or an instrument may bring an infection.
    pub biopsy_days: i64,
    /// For how many minutes a pressure is a baseline.
    pub baseline_pressure_minutes: i64,
    /// From how many years on age weighs.
    pub elderly_years: u32,
    /// From how many years on PCA3 is within its label.
    pub labelled_pca3_years: u32,
}

/// Everything that is asked, in the order of asking.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Checklist {
    /// The version that records keep.
    pub version: String,
    /// Whether a named urologist has adopted it.
    pub mark: String,
    /// The items.
    pub items: Vec<Item>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct RuleBook {
    pub(super) version: String,
    pub(super) limits: Limits,
    pub(super) rules: Vec<RuleRow>,
}

static CHECKLIST: LazyLock<Checklist> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../../content/screening/items.json")).expect("the tests read the items")
});

/// The items in the order of their ids: a rule asks for a few, and one verdict asks many rules.
static ITEMS: LazyLock<Vec<&Item>> = LazyLock::new(|| {
    let mut items: Vec<&Item> = CHECKLIST.items.iter().collect();
    items.sort_by_key(|item| item.id.as_str());
    items
});

static RULE_BOOK: LazyLock<RuleBook> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../../content/screening/rules.json")).expect("the tests read the rules")
});

/// The checklist of this version of the program.
#[must_use]
pub fn checklist() -> &'static Checklist {
    &CHECKLIST
}

/// The item of this id.
#[must_use]
pub fn item(id: &str) -> Option<&'static Item> {
    ITEMS.binary_search_by_key(&id, |item| &item.id).ok().map(|at| ITEMS[at])
}

/// The combined rule of this id.
#[must_use]
pub fn rule(id: &str) -> Option<&'static RuleRow> {
    RULE_BOOK.rules.iter().find(|row| row.id == id)
}

/// The numbers that the combined rules share.
#[must_use]
pub fn limits() -> &'static Limits {
    &RULE_BOOK.limits
}

pub(super) fn rule_book() -> &'static RuleBook {
    &RULE_BOOK
}

impl Level {
    /// Its weight on `act`.
    #[must_use]
    pub const fn on(&self, act: Act) -> Severity {
        weight((self.dre, self.mas, self.pdu), act)
    }
}

impl RuleRow {
    /// Its weight on `act`.
    #[must_use]
    pub const fn on(&self, act: Act) -> Severity {
        weight((self.dre, self.mas, self.pdu), act)
    }
}

impl Item {
    /// The most it can weigh on `act`.
    #[must_use]
    pub fn worst_on(&self, act: Act) -> Severity {
        self.fires.iter().map(|level| level.on(act)).max().unwrap_or(Severity::None)
    }
}

const fn weight((dre, mas, pdu): (Severity, Severity, Severity), act: Act) -> Severity {
    match act {
        Act::Dre => dre,
        Act::Massage => mas,
        Act::PostDreStrokes => pdu,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_content_is_whole() {
        let ids: BTreeSet<_> = checklist().items.iter().map(|item| item.id.as_str()).collect();
        assert_eq!(ids.len(), checklist().items.len(), "an id stands twice");
        let symptoms = checklist().items.iter().filter(|item| item.kind == Kind::Symptom).count();
        assert_eq!(symptoms, 8);
        for item in &checklist().items {
            if let Some(AppliesIf::YesTo(other) | AppliesIf::Symptom(other)) = &item.applies_if {
                assert!(ids.contains(other.as_str()), "{} applies after {other}, which is not asked", item.id);
            }
            assert!(!item.source.is_empty() && item.reason.ends_with('.'), "{}", item.id);
            check_sure(&item.id, item.sure, &item.source);
        }
        for row in &rule_book().rules {
            check_sure(&row.id, row.sure, &row.source);
        }
    }

    /// What was not checked at a source says that it waits for a clinician.
    fn check_sure(id: &str, sure: Sure, source: &str) {
        let waits = matches!(sure, Sure::Knowledge | Sure::Design);
        assert_eq!(waits, source.contains("awaiting clinical sign-off"), "{id}: {sure}, {source}");
    }

    #[test]
    fn only_history_that_days_do_not_change_is_asked_at_booking() {
        let early: Vec<_> = checklist().items.iter().filter(|item| item.asked_early()).map(|item| &*item.id).collect();
        let on_the_day = ["antipyretic-6h", "burning", "latex-allergy", "gu-tuberculosis", "acute-urethritis"];
        assert!(["immunosuppression", "recent-biopsy", "inr"].iter().all(|id| early.contains(id)), "{early:?}");
        assert!(!on_the_day.iter().any(|id| early.contains(id)), "{early:?}");
    }

    #[test]
    fn whatever_can_stop_an_act_says_what_to_do_now_or_waits_for_consent() {
        for item in &checklist().items {
            let stops = item.fires.iter().any(|level| level.mas == Severity::Absolute);
            let excused = [Group::Dignity, Group::Bleeding].contains(&item.group) || item.id == "gland-not-palpable";
            assert!(!stops || excused || !item.todo.is_empty(), "{}", item.id);
        }
        for row in &rule_book().rules {
            assert_eq!(
                row.mas == Severity::Absolute,
                !row.todo.is_empty() && row.id != "acute-uti-dipstick",
                "{}",
                row.id
            );
        }
    }
}
