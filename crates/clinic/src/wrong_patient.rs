//! A visit that was recorded on the wrong patient: what must hold before it is put right, and what stays open until its
//! results may be told.
//!
//! The visit is entered in error where it stands and made again for the right patient. Its tubes carry the wrong name, so
//! they are nobody's until the one that cannot be had again is relabelled and the others are thrown away.

use crate::Moment;
use crate::consent::Identity;
use crate::consent::signature::Signature;
use crate::procedure::ProcedureStatus;
use crate::visit::VisitStatus;
use crate::words::words;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// The visit as it stands before it is put right.
#[derive(Debug, Clone, Copy)]
pub struct Mistaken {
    /// The right patient was named, and is the one it stands on already.
    pub same_patient: bool,
    /// How far the visit has come.
    pub visit: VisitStatus,
    /// How far its procedure has come.
    pub procedure: ProcedureStatus,
    /// Hands are on the patient.
    pub massage_runs: bool,
}

/// Why a visit is not put right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WrongPatientRefusal {
    /// It stands on the patient that was named.
    #[error("this visit stands on that patient already: choose the person who was really here")]
    SamePatient,
    /// Nothing was done that would have to move.
    #[error("this visit is {0}: nothing was done at it, so book a visit for the right patient instead")]
    NothingDone(VisitStatus),
    /// It was put right before.
    #[error("this visit was entered in error already")]
    PutRightAlready,
    /// Hands are on the patient.
    #[error("a massage runs: stop it first")]
    MassageRuns,
}

impl WrongPatientRefusal {
    /// The stable name of this refusal.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::SamePatient => "same-patient",
            Self::NothingDone(_) => "nothing-done",
            Self::PutRightAlready => "put-right-already",
            Self::MassageRuns => "massage-runs",
        }
    }
}

impl Mistaken {
    /// Whether it may be put right.
    pub fn check(self) -> Result<(), WrongPatientRefusal> {
        if self.visit == VisitStatus::EnteredInError || self.procedure == ProcedureStatus::EnteredInError {
            return Err(WrongPatientRefusal::PutRightAlready);
        }
        if self.same_patient {
            return Err(WrongPatientRefusal::SamePatient);
        }
        if matches!(self.visit, VisitStatus::Booked | VisitStatus::Cancelled | VisitStatus::NoShow) {
            return Err(WrongPatientRefusal::NothingDone(self.visit));
        }
        if self.massage_runs { Err(WrongPatientRefusal::MassageRuns) } else { Ok(()) }
    }
}

/// How far the putting right has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// An order had gone out in the wrong name.
    pub order_sent: bool,
    /// Its cancellation lies in the laboratory's folder.
    pub cancelled: bool,
    /// Somebody spoke to the laboratory.
    pub called: bool,
    /// The right patient has said something to what was done.
    pub stated: bool,
    /// Tubes that are still nobody's.
    pub quarantined: usize,
}

words! {
    /// What is still to be done before results of either set are typed in.
    pub enum OpenStep {
        /// The cancellation has not reached the laboratory's folder.
        Cancel = "cancel",
        /// Nobody has spoken to the laboratory.
        Call = "call",
        /// The right patient has not been asked for a statement.
        Statement = "statement",
        /// A tube is neither relabelled nor thrown away.
        Tubes = "tubes",
    }
}

impl OpenStep {
    /// What is to be done.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Cancel => "write the cancellation of the order",
            Self::Call => "telephone the laboratory",
            Self::Statement => "ask the right patient for the late statement",
            Self::Tubes => "relabel or discard every tube",
        }
    }
}

impl Progress {
    /// What is open, in the order in which it is done.
    #[must_use]
    pub fn open(self) -> Vec<OpenStep> {
        let steps = [
            (OpenStep::Cancel, self.order_sent && !self.cancelled),
            (OpenStep::Call, self.order_sent && !self.called),
            (OpenStep::Statement, !self.stated),
            (OpenStep::Tubes, self.quarantined > 0),
        ];
        steps.into_iter().filter(|(_, open)| *open).map(|(step, _)| step).collect()
    }
}

words! {
    /// What the right patient answers to the late statement.
    pub enum StatementAnswer {
        /// Signed.
        Signed = "signed",
        /// Said, and heard by a witness.
        Heard = "heard",
        /// Declined: nothing of it is ordered in this name.
        Declined = "declined",
    }
}

impl StatementAnswer {
    /// Whether what was done is owned, so that an order may say that consent stands.
    #[must_use]
    pub const fn agrees(self) -> bool {
        matches!(self, Self::Signed | Self::Heard)
    }
}

/// What the right patient said afterwards, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LateStatement {
    /// The version of the text.
    pub content_version: String,
    /// The text as this patient read it.
    pub text: String,
    /// The patient as named on papers.
    pub identity: Identity,
    /// The answer.
    pub answer: StatementAnswer,
    /// The signature as it was drawn.
    pub signature: Option<Signature>,
    /// Who heard it, when it was said.
    pub witness: Option<String>,
    /// Who recorded it.
    pub recorded_by: String,
    /// When.
    pub at: Moment,
}

/// The text of the late statement, with its version and its source.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct StatementText {
    /// Its version.
    pub version: String,
    /// Where it comes from.
    pub source: String,
    /// The statement in the first person, with `{clinic}`, `{day}` and `{procedure}` open.
    statement: String,
}

static TEXT: LazyLock<StatementText> = LazyLock::new(|| {
    // The file is compiled in and read by a test, so a broken one never leaves the house.
    serde_json::from_str(include_str!("../../../content/wrong_patient/late_statement.json"))
        .expect("the statement is read by a test")
});

impl StatementText {
    /// The statement this program was built with.
    #[must_use]
    pub fn current() -> &'static Self {
        &TEXT
    }

    /// The statement as the patient reads it.
    #[must_use]
    pub fn render(&self, clinic: &str, day: &str, procedure: &str) -> String {
        self.statement.replace("{clinic}", clinic).replace("{day}", day).replace("{procedure}", procedure)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visit(visit: VisitStatus) -> Mistaken {
        Mistaken { same_patient: false, visit, procedure: ProcedureStatus::Underway, massage_runs: false }
    }

    #[test]
    fn only_what_was_begun_and_stands_on_somebody_else_is_put_right() {
        let said = |mistaken: Mistaken| mistaken.check().map_err(|refusal| refusal.to_string());
        assert_eq!(said(visit(VisitStatus::InRoom)), Ok(()));
        assert_eq!(said(visit(VisitStatus::Done)), Ok(()));
        assert_eq!(
            said(visit(VisitStatus::Booked)).unwrap_err(),
            "this visit is booked: nothing was done at it, so book a visit for the right patient instead"
        );
        assert_eq!(said(visit(VisitStatus::EnteredInError)).unwrap_err(), "this visit was entered in error already");
        let same = Mistaken { same_patient: true, ..visit(VisitStatus::Done) };
        assert_eq!(same.check(), Err(WrongPatientRefusal::SamePatient));
        let hands_on = Mistaken { massage_runs: true, ..visit(VisitStatus::InRoom) };
        assert_eq!(hands_on.check(), Err(WrongPatientRefusal::MassageRuns));
    }

    #[test]
    fn the_laboratory_is_told_only_when_an_order_had_gone_out() {
        let open = |progress: Progress| progress.open().iter().map(|step| step.words()).collect::<Vec<_>>().join("; ");
        let begun = Progress { order_sent: true, quarantined: 3, ..Progress::default() };
        assert_eq!(
            open(begun),
            "write the cancellation of the order; telephone the laboratory; ask the right patient for the late \
             statement; relabel or discard every tube"
        );
        let told = Progress { cancelled: true, called: true, ..begun };
        assert_eq!(open(told), "ask the right patient for the late statement; relabel or discard every tube");
        assert_eq!(open(Progress { stated: true, quarantined: 0, ..told }), "");
        assert_eq!(open(Progress { stated: true, ..Progress::default() }), "", "nothing had gone out");
    }

    #[test]
    fn the_statement_names_clinic_day_and_procedure() {
        let text = StatementText::current();
        let read = text.render("Harbour Street Urology", "23 Nov 2026", "the four-glass test");
        assert!(read.contains("Harbour Street Urology") && read.contains("the four-glass test"), "{read}");
        assert!(!read.contains('{') && !text.source.is_empty(), "{read}");
        assert!(StatementAnswer::Heard.agrees() && !StatementAnswer::Declined.agrees());
    }
}
