//! HL7 version 2: what is written (2.5.1, by a small typed writer) and what is read (2.3 to 2.5.1).

pub mod ack;
pub mod codes;
pub mod oml;
pub mod oru;
pub mod parts;
pub mod reading;
mod writer;

pub use oml::OmlOrder;
