//! HL7 version 2.5.1: a small typed writer, and the messages that are made with it.

pub mod codes;
pub mod oml;
pub mod parts;
mod writer;

pub use oml::OmlOrder;
