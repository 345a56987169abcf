//! Critical results: what makes one, who has to know, and by when. It is open until the urologist was told and the patient
//! was reached, or the attempts and the letter stand in the record.

use crate::Moment;
use crate::interpretation::SetResults;
use crate::result::{Culture, Organism, Standing};
use crate::telling::{self, Telling};
use crate::words::words;
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// One thing that makes a result critical.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Criterion {
    /// Stable id, such as `blood-culture-positive`.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// When it holds.
    pub rule: String,
    /// Where that is from.
    pub source: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Terms {
    urologist_minutes: i64,
    patient_minutes: i64,
}

#[derive(Deserialize)]
struct Content {
    terms: Terms,
    criteria: Vec<Criterion>,
}

static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    // The file is compiled in and read by a test, so a broken one never leaves the house.
    serde_json::from_str(include_str!("../../../content/results/critical.json"))
        .expect("the critical results are read by a test")
});

/// Everything that makes a result critical, in the order in which it is offered.
#[must_use]
pub fn criteria() -> &'static [Criterion] {
    &CONTENT.criteria
}

/// One of them.
#[must_use]
pub fn criterion(id: &str) -> Option<&'static Criterion> {
    criteria().iter().find(|one| one.id == id)
}

/// What in a typed report is critical: the criterion's id, the value and the specimen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The criterion.
    pub criterion: &'static str,
    /// In words, with its count.
    pub value: String,
    /// Of which glass.
    pub specimen: &'static str,
}

/// What in these results is critical. What a report cannot show, such as a blood culture, is telephoned.
#[must_use]
pub fn found_in(set: &SetResults) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for one in &set.glasses {
        let Culture::Growth { isolates } = &one.glass.report.culture else { continue };
        for isolate in isolates {
            let sepsis = set.circumstances.acute && isolate.organism.standing() == Standing::Uropathogen;
            let criterion = if is_acid_fast(&isolate.organism) {
                "acid-fast"
            } else if sepsis {
                "sepsis-organism"
            } else {
                continue;
            };
            let value = format!("{}: {}", isolate.organism.name(), isolate.count);
            found.push(Found { criterion, value, specimen: one.role.code() });
        }
    }
    found
}

fn is_acid_fast(organism: &Organism) -> bool {
    let name = organism.name().to_lowercase();
    ["mycobacteri", "acid-fast", "acid fast", "afb", "m. tuberculosis"].iter().any(|part| name.contains(part))
}

/// How the clinic came to know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "how", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Heard {
    /// The laboratory called.
    Telephone {
        /// Who called.
        caller: String,
        /// From which laboratory.
        laboratory: String,
        /// The value was read back, and the caller said that it was right.
        read_back: bool,
    },
    /// It stood in a report that was typed in.
    Report,
}

/// One critical result as it was received.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Critical {
    /// What makes it critical.
    pub criterion: String,
    /// The value, as it was said or typed.
    pub value: String,
    /// Of which specimen.
    pub specimen: String,
    /// How it came.
    pub heard: Heard,
}

words! {
    /// What the urologist decided.
    pub enum CriticalAction {
        /// The patient goes to an emergency department.
        Emergency = "emergency",
        /// The patient comes today.
        ComeToday = "come-today",
        /// Treatment is begun or changed.
        Treat = "treat",
        /// The specimen is taken again.
        Repeat = "repeat",
        /// Nothing more, with the reason in words.
        Nothing = "nothing",
    }
}

/// What was done about a critical result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "step", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum CriticalStep {
    /// The urologist knows, and has decided.
    UrologistTold {
        /// Who.
        urologist: String,
        /// What follows.
        action: CriticalAction,
        /// In words.
        words: String,
    },
    /// An attempt to reach the patient.
    Patient {
        /// What came of it.
        telling: Telling,
    },
}

words! {
    /// What a critical result waits for.
    pub enum CriticalStage {
        /// The urologist.
        TellUrologist = "tell-urologist",
        /// The patient.
        ReachPatient = "reach-patient",
        /// Nothing more.
        Closed = "closed",
    }
}

words! {
    /// Where a critical result stands in its term.
    pub enum CriticalTime {
        /// The first half of it.
        Running = "running",
        /// The second half: amber.
        Soon = "soon",
        /// Past it: red.
        Late = "late",
    }
}

/// The attempts at the patient among these steps.
#[must_use]
pub fn attempts(steps: &[CriticalStep]) -> Vec<Telling> {
    let telling = |step: &CriticalStep| match step {
        CriticalStep::Patient { telling } => Some(telling.clone()),
        CriticalStep::UrologistTold { .. } => None,
    };
    steps.iter().filter_map(telling).collect()
}

/// What it waits for.
#[must_use]
pub fn stage(steps: &[CriticalStep]) -> CriticalStage {
    if !steps.iter().any(|step| matches!(step, CriticalStep::UrologistTold { .. })) {
        CriticalStage::TellUrologist
    } else if telling::is_over(&attempts(steps)) {
        CriticalStage::Closed
    } else {
        CriticalStage::ReachPatient
    }
}

impl CriticalStage {
    /// By when, counted from the hour at which the clinic came to know; none for what is over.
    #[must_use]
    pub fn until(self, since: Moment) -> Option<Moment> {
        let minutes = match self {
            Self::TellUrologist => CONTENT.terms.urologist_minutes,
            Self::ReachPatient => CONTENT.terms.patient_minutes,
            Self::Closed => return None,
        };
        Some(since.plus(TimeDelta::minutes(minutes)))
    }

    /// Where it stands at `now`.
    #[must_use]
    pub fn time(self, since: Moment, now: Moment) -> CriticalTime {
        let Some(until) = self.until(since) else { return CriticalTime::Running };
        let half = since.plus(until.since(since) / 2);
        match now {
            now if now >= until => CriticalTime::Late,
            now if now >= half => CriticalTime::Soon,
            _ => CriticalTime::Running,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interpretation::testing::set;
    use crate::procedure::ProcedureKind;
    use crate::telling::ToldBy;

    fn check(story: &str, expect: &[&str]) {
        let found = found_in(&set(ProcedureKind::FourGlass, story));
        let told: Vec<String> =
            found.iter().map(|one| format!("{}: {} in {}", one.criterion, one.value, one.specimen)).collect();
        assert_eq!(told, expect, "{story}");
    }

    #[test]
    fn what_a_typed_report_holds_is_found_by_organism_and_picture() {
        check("lasting; vb2 no growth; vb3 E. coli 1e5", &[]);
        check("acute; vb2 no growth; vb3 E. coli 1e5", &["sepsis-organism: Escherichia coli: 1e5 cfu/mL in VB3"]);
        check("acute; vb2 no growth; vb3 CoNS 1e5", &[]);
        check(
            "lasting; vb2 no growth; vb3 Mycobacterium tuberculosis some",
            &["acid-fast: Mycobacterium tuberculosis: some cfu/mL in VB3"],
        );
        for one in criteria() {
            assert!(![&one.id, &one.title, &one.rule, &one.source].iter().any(|text| text.is_empty()), "{one:?}");
        }
        assert!(["acid-fast", "sepsis-organism"].iter().all(|id| criterion(id).is_some()));
    }

    #[test]
    fn it_is_open_until_urologist_and_patient_know() {
        let urologist = CriticalStep::UrologistTold {
            urologist: "Dr. Kaya".to_owned(),
            action: CriticalAction::Emergency,
            words: "Admit".to_owned(),
        };
        let patient = |telling| CriticalStep::Patient { telling };
        let missed = Telling::NotReached { message_left: false, note: None };
        let told = Telling::Told {
            by: ToldBy::InPerson,
            identifiers: Vec::new(),
            to: None,
            said: "Go now".to_owned(),
            plan: None,
        };
        assert_eq!(stage(&[]), CriticalStage::TellUrologist);
        // Whoever reaches the patient first has not told the urologist.
        assert_eq!(stage(&[patient(told.clone())]), CriticalStage::TellUrologist);
        assert_eq!(stage(&[urologist.clone(), patient(missed)]), CriticalStage::ReachPatient);
        assert_eq!(stage(&[urologist, patient(told)]), CriticalStage::Closed);
    }

    #[test]
    fn half_of_the_term_is_amber_and_its_end_is_red() {
        let since: Moment = "2026-11-23T10:00:00+01:00".parse().unwrap();
        let at = |stage: CriticalStage, minutes| stage.time(since, since.plus(TimeDelta::minutes(minutes))).as_str();
        let urologist = [0, 29, 30, 59, 60].map(|minutes| at(CriticalStage::TellUrologist, minutes));
        assert_eq!(urologist, ["running", "running", "soon", "soon", "late"]);
        let patient = [30, 60, 120].map(|minutes| at(CriticalStage::ReachPatient, minutes));
        assert_eq!(patient, ["running", "soon", "late"]);
        assert_eq!(at(CriticalStage::Closed, 9_999), "running");
    }
}
