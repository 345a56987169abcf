//! The clinic day through the practice itself, without a window.

mod adverse_event;
mod aftercare;
mod audit;
mod checklist;
mod collection;
mod conduct;
mod consent;
mod consent_languages;
mod consent_people;
mod content;
mod demo;
mod exam;
mod export;
mod follow_up;
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
