//! The clinic day through the practice itself, without a window.

mod afterwards;
mod audit;
mod checklist;
mod collection;
mod consent;
mod demo;
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
mod together;
mod vaults;
