//! One attendance of one patient: what was booked, how far it has come, and what the next act is.

mod calling_off;

pub use calling_off::{BegunVisit, CallOffRefusal, CalledOff, CancelledBy, DayRefusal, may_book};

use crate::procedure::ProcedureStatus;
use crate::words::words;

words! {
    /// How far a visit has come.
    pub enum VisitStatus {
        /// Expected.
        Booked = "booked",
        /// In the clinic, waiting or being checked in.
        Arrived = "arrived",
        /// With the urologist.
        InRoom = "in-room",
        /// Ended; nothing is left to do in the room.
        Done = "done",
        /// The patient went before the end.
        LeftEarly = "left-early",
        /// Did not come.
        NoShow = "no-show",
        /// Called off before anything was done.
        Cancelled = "cancelled",
        /// Recorded on the wrong patient; kept, and marked so.
        EnteredInError = "entered-in-error",
    }
}

/// Why a visit cannot make the step that was asked of it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VisitRefusal {
    /// Only a booked patient arrives.
    #[error("this visit is {0}: only a booked patient can arrive")]
    NotBooked(VisitStatus),
    /// The room comes after the arrival.
    #[error("this visit is {0}: the patient must have arrived first")]
    NotArrived(VisitStatus),
    /// A label has not been checked against its tube.
    #[error("{}: scan each tube, or type the last four characters of its label", unverified(*.0))]
    OpenLabels(usize),
    /// A glass, or the procedure itself, has no end yet.
    #[error("the procedure has not ended: every glass needs its end, also “not obtained”")]
    ProcedureOpen,
}

fn unverified(labels: usize) -> String {
    if labels == 1 { "one label is not verified".to_owned() } else { format!("{labels} labels are not verified") }
}

impl VisitStatus {
    /// The patient has come.
    pub fn arrive(self) -> Result<Self, VisitRefusal> {
        match self {
            Self::Booked | Self::NoShow => Ok(Self::Arrived),
            other => Err(VisitRefusal::NotBooked(other)),
        }
    }

    /// The urologist takes the time-out.
    pub fn enter_room(self) -> Result<Self, VisitRefusal> {
        match self {
            Self::Arrived | Self::InRoom => Ok(Self::InRoom),
            other => Err(VisitRefusal::NotArrived(other)),
        }
    }

    /// The visit ends; nobody leaves while a tube could be the wrong one.
    pub fn close(self, procedure: ProcedureStatus, open_labels: usize) -> Result<Self, VisitRefusal> {
        if !matches!(self, Self::Arrived | Self::InRoom) {
            return Err(VisitRefusal::NotArrived(self));
        }
        if open_labels > 0 {
            return Err(VisitRefusal::OpenLabels(open_labels));
        }
        if procedure.is_open() { Err(VisitRefusal::ProcedureOpen) } else { Ok(Self::Done) }
    }
}

words! {
    /// The next thing to do for a patient, as Today offers it.
    pub enum NextAct {
        /// Greet the patient.
        Arrive = "arrive",
        /// Greet a patient of whom it was said today that nobody came.
        CameAfterAll = "came-after-all",
        /// Temperature, symptoms, history.
        CheckIn = "check-in",
        /// Explain and record consent.
        Consent = "consent",
        /// Two identifiers, consent stands, chaperone, verdict.
        TimeOut = "time-out",
        /// Gate and findings.
        Exam = "exam",
        /// Glasses and massage.
        Collection = "collection",
        /// Scan the tubes.
        VerifyLabels = "verify-labels",
        /// End the visit.
        Close = "close",
        /// Send requisition and order.
        Order = "order",
        /// Read and sign the note.
        Sign = "sign",
        /// Ask the patient who withdrew what becomes of the specimens.
        Held = "held",
        /// A rule stops it: explain, look after the patient, end it.
        Stop = "stop",
        /// Nothing.
        Nothing = "nothing",
    }
}

/// What Today knows of one procedure when it asks for the next act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// How far the visit has come.
    pub visit: VisitStatus,
    /// How far the procedure has come.
    pub procedure: ProcedureStatus,
    /// Check-in has been closed.
    pub checked_in: bool,
    /// A rule stops an act of this procedure.
    pub stopped: bool,
    /// A consent stands for this procedure.
    pub consented: bool,
    /// The gate and the findings are recorded.
    pub examined: bool,
    /// Every planned specimen has its end.
    pub collected: bool,
    /// The patient withdrew and has not said what becomes of the specimens.
    pub held: bool,
    /// Labels not yet verified.
    pub open_labels: usize,
    /// At least one specimen exists.
    pub has_specimens: bool,
    /// The order has gone out.
    pub ordered: bool,
    /// The note is signed.
    pub signed: bool,
}

/// The next act for a procedure, from what is recorded of it.
///
/// ```
/// use clinic::procedure::ProcedureStatus;
/// use clinic::visit::{NextAct, Progress, VisitStatus, next_act};
/// let booked = Progress {
///     visit: VisitStatus::Booked, procedure: ProcedureStatus::Planned, checked_in: false, stopped: false, consented: false,
///     examined: false, collected: false, held: false, open_labels: 0, has_specimens: false, ordered: false, signed: false,
/// };
/// assert_eq!(next_act(booked), NextAct::Arrive);
/// assert_eq!(next_act(Progress { visit: VisitStatus::Arrived, ..booked }), NextAct::CheckIn);
/// ```
#[must_use]
pub fn next_act(progress: Progress) -> NextAct {
    match progress.visit {
        VisitStatus::Cancelled | VisitStatus::NoShow | VisitStatus::EnteredInError => return NextAct::Nothing,
        VisitStatus::Booked => return NextAct::Arrive,
        VisitStatus::Arrived | VisitStatus::InRoom | VisitStatus::Done | VisitStatus::LeftEarly => {}
    }
    if progress.held && progress.has_specimens && !progress.procedure.is_open() {
        return NextAct::Held;
    }
    if progress.open_labels > 0 && !progress.procedure.is_open() {
        return NextAct::VerifyLabels;
    }
    if progress.procedure.is_open() {
        return match () {
            () if !progress.checked_in => NextAct::CheckIn,
            // Nobody is asked to agree to what will not be done.
            () if progress.stopped => NextAct::Stop,
            () if !progress.consented => NextAct::Consent,
            () if progress.procedure == ProcedureStatus::Planned => NextAct::TimeOut,
            () if !progress.examined => NextAct::Exam,
            () => NextAct::Collection,
        };
    }
    if progress.has_specimens && !progress.ordered {
        return NextAct::Order;
    }
    if matches!(progress.visit, VisitStatus::Arrived | VisitStatus::InRoom) {
        return NextAct::Close;
    }
    if progress.signed { NextAct::Nothing } else { NextAct::Sign }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_leaves_with_an_unverified_tube() {
        let room = VisitStatus::Booked.arrive().unwrap().enter_room().unwrap();
        assert_eq!(room.close(ProcedureStatus::Finished, 1), Err(VisitRefusal::OpenLabels(1)));
        assert_eq!(room.close(ProcedureStatus::Underway, 0), Err(VisitRefusal::ProcedureOpen));
        assert_eq!(room.close(ProcedureStatus::AbortedSafety, 0), Ok(VisitStatus::Done));
        assert_eq!(VisitStatus::Done.arrive(), Err(VisitRefusal::NotBooked(VisitStatus::Done)));
    }
}
