//! An adverse event after an act: its CTCAE term and grade, linked to the risk the patient consented to. What cannot
//! be so is refused; what was recorded is never overwritten, only followed by a further version.

mod refusal;
mod terms;

pub use refusal::{EventRefusal, refusals};
pub use terms::{Risk, Term, content_version, risk_of, risks, term};

use crate::words::words;
use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

words! {
    /// Who told the clinic.
    pub enum ReportedBy {
        /// The patient.
        Patient = "patient",
        /// A relative or carer.
        Relative = "relative",
        /// A member of this clinic saw it.
        Staff = "staff",
        /// Another clinic or practice.
        OtherClinic = "other-clinic",
    }
}

words! {
    /// How likely the act caused it.
    pub enum Relatedness {
        /// It has another cause.
        Unrelated = "unrelated",
        /// It is doubtful.
        Unlikely = "unlikely",
        /// It may be.
        Possible = "possible",
        /// It is likely.
        Probable = "probable",
        /// It is certain.
        Definite = "definite",
    }
}

words! {
    /// What makes an event serious.
    pub enum SeriousBecause {
        /// The patient died of it.
        Death = "death",
        /// Life was in danger.
        LifeThreatening = "life-threatening",
        /// The patient was admitted, or stayed longer.
        Hospitalisation = "hospitalisation",
        /// Lasting or significant disability.
        Disability = "disability",
        /// Another important medical reason.
        OtherImportant = "other-important",
    }
}

words! {
    /// What became of the patient.
    pub enum EventOutcome {
        /// Well again.
        Recovered = "recovered",
        /// Getting better.
        Recovering = "recovering",
        /// Well again, with something left.
        Sequelae = "sequelae",
        /// Goes on.
        Ongoing = "ongoing",
        /// Died of it.
        Fatal = "fatal",
        /// Nobody knows yet.
        Unknown = "unknown",
    }
}

words! {
    /// Clavien-Dindo, made for surgery; a second scale where a clinic wants it.
    pub enum ClavienDindo {
        /// No treatment beyond simple medicines.
        I = "I",
        /// Medicines, transfusion.
        II = "II",
        /// Intervention without general anaesthesia.
        IIIa = "IIIa",
        /// Intervention under general anaesthesia.
        IIIb = "IIIb",
        /// One organ fails.
        IVa = "IVa",
        /// Several organs fail.
        IVb = "IVb",
        /// Death.
        V = "V",
    }
}

/// One version of what is known of an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct AdverseEvent {
    /// The id of its term.
    pub term: String,
    /// The day on which it began.
    pub onset_date: NaiveDate,
    /// The hour, as far as it is known.
    pub onset_time: Option<NaiveTime>,
    /// Who told the clinic.
    pub reported_by: ReportedBy,
    /// What happened, in words.
    pub description: String,
    /// CTCAE v5: 1 mild, 2 moderate, 3 severe, 4 life-threatening, 5 death.
    pub grade: u8,
    /// How likely the act caused it.
    pub relatedness: Relatedness,
    /// It was named beforehand as something that may happen.
    pub expected: bool,
    /// Why it is serious; none when it is not.
    pub serious: Option<SeriousBecause>,
    /// What was done.
    pub action: String,
    /// What became of the patient.
    pub outcome: EventOutcome,
    /// The second scale.
    pub clavien: Option<ClavienDindo>,
    /// To whom it was reported outside the clinic; none when it was not.
    pub reported_to: Option<String>,
}

/// One answer of the safety screen as it stood when the act was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct AnswerThen {
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: String,
}

/// What the clinic knew when the act was done; kept once, with the first version.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Snapshot {
    /// Every answer of the safety screen.
    pub answers: Vec<AnswerThen>,
    /// What a urologist overrode, each with its reason.
    pub overrides: Vec<String>,
    /// The risk stood in the text the patient agreed to.
    pub consented: bool,
}

impl AdverseEvent {
    /// Grade 3 and above, and sepsis of whatever grade, open an incident.
    #[must_use]
    pub fn opens_incident(&self) -> bool {
        self.grade >= 3 || term(&self.term).is_some_and(|term| term.opens_incident)
    }

    /// Its term and grade, as lists and notes say it.
    #[must_use]
    pub fn title(&self) -> String {
        let name = term(&self.term).map_or(self.term.as_str(), |term| term.name.as_str());
        format!("{name}, grade {}", self.grade)
    }
}
