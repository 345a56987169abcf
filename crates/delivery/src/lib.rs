//! What leaves the house: files in folders and jobs in printer queues. No clinical rule is known here.

pub mod folder;
pub mod printer;
