//! Messages over a line: HL7's minimal lower layer protocol, both ends. What a message says is not known here.
//!
//! The line itself keeps no secret: it is for this computer, a trusted network, or a tunnel.

mod client;
mod frame;
mod listener;

pub use client::{Patience, SendRefusal, Sent, converse};
pub use frame::{FrameFault, Frames, LONGEST};
pub use listener::{Answers, Listener};
