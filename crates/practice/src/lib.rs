//! What people do: every act of a signed-on person, each with its permission, its one transaction, its trace and its view.
//!
//! A [`Station`] is one window or one command line on one vault. Signed on, it gives a [`Desk`] for each act: who, when,
//! and the open record. Acts are plain functions over a desk, one file per noun.

pub mod adverse_event;
pub mod aftercare;
pub mod afterwards;
pub mod again;
pub mod audit;
pub mod chaperone;
pub mod collection;
pub mod collection_time;
pub mod conduct;
pub mod consent;
pub mod content;
pub mod demo;
pub mod desk;
pub mod document;
pub mod downtime;
pub mod draft;
pub mod emergency;
pub mod exam;
pub mod export;
pub mod follow_up;
pub mod form;
pub mod founding;
pub mod further;
mod hold;
pub mod incident;
pub mod kit;
pub mod label;
pub mod laboratory_call;
pub mod laboratory_value;
pub mod letterhead;
pub mod merge;
pub mod note;
pub mod order;
pub mod patient;
pub mod permission;
pub mod pin;
pub mod procedure;
pub mod questionnaire;
pub mod recovery;
pub mod refusal;
pub mod relabel;
pub mod requisition_scan;
pub mod result;
pub mod screening;
pub mod second;
pub mod settings;
pub mod sign_on;
pub mod specimen;
pub mod staff;
pub mod station;
pub mod stop;
pub mod time_out;
pub mod today;
pub mod translation;
pub mod tube;
pub mod visit;
pub mod withdrawal;
pub mod wrong_patient;

pub use desk::Desk;
pub use permission::Deed;
pub use refusal::Refusal;
pub use station::{Clock, Station};
