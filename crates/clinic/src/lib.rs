//! The language of the clinic and its rules. Pure: no input or output, no clock, no chance, no SQL.
//!
//! Every noun a clinician says has one file here, and the same word names its file in every other room.

pub mod accession;
pub mod adverse_event;
pub mod aftercare;
pub mod afterwards;
pub mod canonical;
pub mod catalogue;
pub mod codes;
pub mod collection;
pub mod conduct;
pub mod consent;
pub mod content;
pub mod critical;
pub mod departure;
pub mod downtime;
pub mod exam;
pub mod export;
pub mod follow_up;
pub mod further;
pub mod ids;
pub mod incident;
pub mod indication;
pub mod interpretation;
pub mod kit;
pub mod label;
pub mod merge;
pub mod moment;
pub mod note;
pub mod order;
pub mod patient;
pub mod pin;
pub mod premises;
pub mod preparation;
pub mod procedure;
pub mod questionnaire;
pub mod relabel;
pub mod requisition;
pub mod result;
#[cfg(test)]
mod safety_walk;
pub mod screening;
pub mod specimen;
pub mod staff;
pub mod symptom;
pub mod telling;
pub mod visit;
mod words;
pub mod wrong_patient;

pub use ids::Ids;
pub use moment::Moment;
pub use words::UnknownWord;
