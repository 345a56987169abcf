//! What a note is written from: plain values, gathered from the records of one procedure.
//!
//! Words from closed vocabularies arrive as the vocabulary writes them (`left-lateral`); an empty option was not recorded.

pub use super::facts_results::{CriticalFacts, ResultFacts, ToldFacts};
use crate::Moment;
use crate::consent::chaperone::Chaperone;
use crate::consent::{Consent, Identity};
use crate::procedure::{Act, ProcedureKind, ProcedureStatus};
use crate::screening::Group;
use crate::specimen::SpecimenRole;
use std::collections::BTreeMap;

/// Everything that was recorded of one procedure.
#[derive(Debug, Clone)]
pub struct NoteFacts {
    /// The clinic's name.
    pub clinic: String,
    /// The procedure.
    pub kind: ProcedureKind,
    /// How far it came, or how it ended.
    pub status: ProcedureStatus,
    /// The patient as named on papers.
    pub patient: Identity,
    /// Completed years at the visit.
    pub age: Option<u32>,
    /// When the patient came.
    pub came_at: Moment,
    /// Why it was done, in words.
    pub indication: String,
    /// Vital signs, each measurement once, in order.
    pub vitals: Vec<VitalsFacts>,
    /// The symptoms asked at check-in.
    pub symptoms: Answers,
    /// History, medicines, allergies and timing.
    pub history: Answers,
    /// What the safety check said, each time it was asked for a decision.
    pub verdicts: Vec<VerdictFacts>,
    /// Every consent of the visit, as of the end of it.
    pub consents: Vec<Consent>,
    /// The visit was recorded on another patient at first: what was signed then stays sealed there.
    pub consent_elsewhere: bool,
    /// The chaperone, as last recorded.
    pub chaperone: Option<Chaperone>,
    /// The time-out.
    pub time_out: Option<TimeOutFacts>,
    /// The five gate answers.
    pub gate: Option<GateFacts>,
    /// The findings.
    pub findings: Option<FindingsFacts>,
    /// The massage.
    pub massage: Option<MassageFacts>,
    /// The planned glasses in their order.
    pub glasses: Vec<GlassFacts>,
    /// Other tests in the room: dipstick, microscopy; each a whole sentence.
    pub room_tests: Vec<String>,
    /// Why and how it was stopped.
    pub stop: Option<StopFacts>,
    /// When the visit ended.
    pub ended_at: Option<Moment>,
    /// The laboratory order.
    pub order: Option<OrderFacts>,
    /// What the patient was given and told before leaving.
    pub aftercare: Option<AftercareFacts>,
    /// The latest results, and what became of them.
    pub result: Option<ResultFacts>,
    /// Every critical result of the visit, the first one first.
    pub criticals: Vec<CriticalFacts>,
    /// What followed from the act, as it is known now.
    pub adverse_events: Vec<EventFacts>,
    /// Every attempt to call.
    pub calls: Vec<CallFacts>,
    /// What was put right or entered afterwards.
    pub corrections: Vec<CorrectionFacts>,
    /// The urologist's own words.
    pub remarks: Option<String>,
}

/// One measurement.
#[derive(Debug, Clone)]
pub struct VitalsFacts {
    /// When.
    pub at: Moment,
    /// With its unit, as entered.
    pub temperature: Option<String>,
    /// Beats a minute.
    pub pulse: Option<u16>,
    /// Systolic and diastolic, mmHg.
    pub pressure: Option<(u16, u16)>,
    /// Breaths a minute.
    pub breaths: Option<u16>,
}

/// Answers to a list of questions.
#[derive(Debug, Clone, Default)]
pub struct Answers {
    /// What applies, with a detail such as “new or worse” or “INR 2.4”.
    pub present: Vec<(String, Option<String>)>,
    /// What was asked and does not apply.
    pub absent: Vec<String>,
    /// What was asked and is not known.
    pub unknown: Vec<String>,
    /// What was measured, with its value and unit, such as “INR” and “2.4”.
    pub measured: Vec<(String, String)>,
    /// What there was no reason to measure.
    pub unmeasured: Vec<String>,
    /// The list of the safety screen that a matter stands in, where it is known; without it a long list is one sentence.
    pub topics: BTreeMap<String, Group>,
}

/// The safety check at one step.
#[derive(Debug, Clone)]
pub struct VerdictFacts {
    /// At which step, such as “check-in”, “time-out”, “examination”.
    pub step: String,
    /// When.
    pub at: Moment,
    /// What it was asked about.
    pub act: Act,
    /// The verdict's word: `clear`, `proceed-with-notes`, `needs-override`, `blocked`, `incomplete`.
    pub verdict: String,
    /// Why: the sentence of each rule that fired.
    pub reasons: Vec<String>,
    /// What a urologist overrode.
    pub overrides: Vec<OverrideFacts>,
}

/// One override of a relative item.
#[derive(Debug, Clone)]
pub struct OverrideFacts {
    /// Which item, in words.
    pub item: String,
    /// The reason's word, or the free text for “other”.
    pub reason: String,
    /// By whom.
    pub by: String,
    /// When.
    pub at: Moment,
    /// The patient was told.
    pub patient_told: bool,
}

/// The time-out.
#[derive(Debug, Clone)]
pub struct TimeOutFacts {
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: String,
    /// The identifiers that were said aloud.
    pub identifiers: Vec<String>,
}

/// The five answers before the massage.
#[derive(Debug, Clone)]
pub struct GateFacts {
    /// When.
    pub at: Moment,
    /// One press answered all five.
    pub as_one: bool,
    /// What the eye saw.
    pub inspection: String,
    /// Tenderness.
    pub tenderness: String,
    /// Consistency.
    pub consistency: String,
    /// Warm.
    pub warmth: bool,
    /// Fluctuant.
    pub fluctuance: bool,
    /// The massage might follow.
    pub passed: bool,
}

/// What the finger found.
#[derive(Debug, Clone, Default)]
pub struct FindingsFacts {
    /// When.
    pub at: Option<Moment>,
    /// By whom.
    pub examiner: Option<String>,
    /// Who supervised.
    pub supervised_by: Option<String>,
    /// Who typed for the examiner.
    pub typed_by: Option<String>,
    /// Why it was not completed, when it was not.
    pub incomplete: Option<String>,
    /// By rectum, or by vagina after vaginoplasty.
    pub route: Option<String>,
    /// Position of the patient.
    pub position: Option<String>,
    /// Material of the glove.
    pub glove: Option<String>,
    /// Lubricant.
    pub lubricant: Option<String>,
    /// What was seen around the anus.
    pub perianal: Vec<String>,
    /// Tone of the sphincter.
    pub tone: Option<String>,
    /// Anal pain.
    pub anal_pain: Option<String>,
    /// How much of the gland could be reached.
    pub reached: Option<String>,
    /// Estimated size with its unit, such as “40 mL”.
    pub size: Option<String>,
    /// Symmetry.
    pub symmetry: Option<String>,
    /// Consistency of the whole gland.
    pub consistency: Option<String>,
    /// The median sulcus.
    pub sulcus: Option<String>,
    /// The margins.
    pub margins: Option<String>,
    /// Mobility.
    pub mobility: Option<String>,
    /// Tenderness with its side.
    pub tenderness: Option<String>,
    /// Nodules, one a place.
    pub nodules: Vec<NoduleFacts>,
    /// Indurated areas: sectors and extent.
    pub indurations: Vec<(Vec<String>, Option<String>)>,
    /// Sectors that were said to be normal in one act.
    pub other_sectors_normal: bool,
    /// Seminal vesicles.
    pub seminal_vesicles: Option<String>,
    /// Pelvic floor.
    pub pelvic_floor: Option<String>,
    /// A mass of the rectum, described.
    pub rectal_mass: Option<String>,
    /// Stool.
    pub stool: Option<String>,
    /// Blood on the glove.
    pub blood: Option<String>,
    /// Pain from 0 to 10 before, during and after.
    pub pain: [Option<u8>; 3],
    /// The overall impression.
    pub overall: Option<String>,
    /// Suspected clinical T category.
    pub suspected_t: Option<String>,
    /// Why it is suspected.
    pub rationale: Option<String>,
    /// What is arranged where a finding asks for somebody else.
    pub arranged: Option<String>,
    /// The examiner's own words.
    pub remarks: Option<String>,
    /// With which earlier examination it was compared.
    pub compared_with: Option<String>,
    /// What the one act “all unstated findings normal” stated.
    pub stated_together: Vec<String>,
}

/// One nodule.
#[derive(Debug, Clone, Default)]
pub struct NoduleFacts {
    /// Sectors by their title, the patient's side first.
    pub sectors: Vec<String>,
    /// Greatest diameter in millimetres.
    pub diameter_mm: Option<u16>,
    /// Firmness.
    pub firmness: Option<String>,
    /// Margin.
    pub margin: Option<String>,
    /// Tender.
    pub tender: Option<bool>,
    /// Crosses the midline.
    pub crosses_midline: Option<bool>,
    /// Suspicious: `no`, `equivocal`, `yes`.
    pub suspicious: Option<String>,
    /// Against the last examination.
    pub change: Option<String>,
}

/// The massage.
#[derive(Debug, Clone)]
pub struct MassageFacts {
    /// First stroke.
    pub started: Moment,
    /// Last stroke; none when nobody observed it.
    pub stopped: Option<Moment>,
    /// Recorded afterwards: its hours are those of a sheet of paper, and no duration is reckoned from them.
    pub told: bool,
    /// Nobody observed the end, and somebody said afterwards that it was carried on and completed.
    pub said_completed: bool,
    /// Strokes on the patient's right and left, if counted.
    pub strokes: Option<(u8, u8)>,
    /// Why they were not as many as a kit asks for.
    pub strokes_why: Option<String>,
    /// Why it was broken off, when it was.
    pub broken_off: Option<String>,
    /// Why it took longer than planned, when it did.
    pub long_because: Option<String>,
}

/// One planned glass and its end.
#[derive(Debug, Clone)]
pub struct GlassFacts {
    /// Which.
    pub role: SpecimenRole,
    /// How it ended.
    pub end: GlassEnd,
    /// Warnings that travel with it, each a whole sentence.
    pub flags: Vec<String>,
}

/// How a glass ended.
#[derive(Debug, Clone)]
pub enum GlassEnd {
    /// Caught.
    Collected {
        /// When.
        at: Moment,
        /// How much, such as “10 mL” or “drops”.
        amount: Option<String>,
        /// How it looked.
        appearance: Option<String>,
        /// Who handled the cup, such as “collected by the patient”.
        how: Option<String>,
        /// Its number.
        accession: Option<String>,
        /// The applied label was read back.
        label_verified: bool,
    },
    /// It never existed.
    NotObtained {
        /// Why.
        reason: String,
        /// When that was said.
        at: Option<Moment>,
    },
    /// It existed and was thrown away.
    Discarded {
        /// When.
        at: Moment,
        /// Why.
        reason: String,
    },
    /// Nothing was recorded of it.
    Open,
}

/// How a procedure was stopped.
#[derive(Debug, Clone)]
pub struct StopFacts {
    /// When.
    pub at: Moment,
    /// How far it had come, such as “during the massage”.
    pub during: String,
    /// Why, each reason in words.
    pub reasons: Vec<String>,
    /// What was done about it.
    pub done: Vec<String>,
}

/// The laboratory order.
#[derive(Debug, Clone)]
pub struct OrderFacts {
    /// Its number.
    pub number: String,
    /// To whom.
    pub laboratory: String,
    /// When it was sent; none while it waits.
    pub sent_at: Option<Moment>,
    /// What it carries.
    pub roles: Vec<SpecimenRole>,
    /// The tests asked for.
    pub tests: Vec<String>,
}

/// What the patient had before leaving.
#[derive(Debug, Clone)]
pub struct AftercareFacts {
    /// When.
    pub at: Moment,
    /// What was checked and is so, such as “feels well”.
    pub checked: Vec<String>,
    /// The patient went without waiting for the check.
    pub left: bool,
    /// The version of the sheet that was given, and its language.
    pub sheet: Option<(String, String)>,
    /// When the clinic will call.
    pub call_due: Option<String>,
}

/// One adverse event, in its last version.
#[derive(Debug, Clone)]
pub struct EventFacts {
    /// What is known.
    pub event: crate::adverse_event::AdverseEvent,
    /// When that was written.
    pub at: Moment,
    /// By whom.
    pub by: String,
    /// Why it follows an earlier version.
    pub reason: Option<String>,
    /// The risk stood in the text the patient agreed to.
    pub consented: bool,
    /// Who has reviewed it, and in which words.
    pub reviews: Vec<(String, String)>,
}

/// One attempt to call.
#[derive(Debug, Clone)]
pub struct CallFacts {
    /// What came of it.
    pub attempt: crate::follow_up::CallAttempt,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: String,
}

/// Something put right or entered afterwards.
#[derive(Debug, Clone)]
pub struct CorrectionFacts {
    /// What, in words.
    pub what: String,
    /// The old value; none when it is a late entry.
    pub old: Option<String>,
    /// The value that holds.
    pub new: String,
    /// Why.
    pub reason: String,
    /// By whom.
    pub by: String,
    /// When it was entered.
    pub at: Moment,
    /// When it happened, of what was recorded afterwards.
    pub happened: Option<Moment>,
}
