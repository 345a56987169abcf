//! The clinic day through the practice itself, without a window.

mod patient;
mod sign_on;
