//! What is said to other systems: HL7 v2, FHIR R4 and CSV.
//!
//! Pure: values in, bytes out. Neither disk nor network is known here, and messages are judged by the standard, not by
//! a reader of our own.

pub mod csv;
pub mod fhir;
pub mod hl7;
