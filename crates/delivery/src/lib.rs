//! What leaves the house: files in folders, jobs in printer queues, and messages over a line (MLLP). No clinical rule is known here.

pub mod folder;
pub mod label_printer;
pub mod mllp;
pub mod printer;
