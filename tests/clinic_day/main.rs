//! The clinic day through the practice itself, without a window.

mod collection;
mod consent;
mod note;
mod patient;
mod safety;
mod sign_on;
