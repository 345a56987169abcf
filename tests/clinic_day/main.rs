//! The clinic day through the practice itself, without a window.

mod afterwards;
mod audit;
mod checklist;
mod collection;
mod consent;
mod demo;
mod downtime;
mod emergency;
mod export;
mod note;
mod patient;
mod pin;
mod procedures;
mod questionnaire;
mod recovery;
mod result;
mod safety;
mod sign_on;
mod single_handed;
mod together;
mod vaults;
