//! Sending one message and waiting for what comes back. A connection carries one message: nothing that comes late can be
//! taken for the answer to another.

use super::frame::{FrameFault, Frames};
use futures_util::{SinkExt, StreamExt};
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_util::codec::Framed;

/// How long the other end may take.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// Until it lets us in.
    pub connect: Duration,
    /// Until it has answered, and again for a second answer.
    pub answer: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { connect: Duration::from_secs(10), answer: Duration::from_secs(30) }
    }
}

/// What came back, and whether it is all that was waited for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// Every frame that came, in its order.
    pub answers: Vec<Vec<u8>>,
    /// Why waiting for another ended early; nothing when the last one was the last.
    pub cut_short: Option<String>,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum SendRefusal {
    /// Nothing was sent: it may be sent again without asking.
    #[error("no connection to {address}: {why}")]
    NotConnected {
        /// Where to.
        address: String,
        /// What the system said.
        why: String,
    },
    /// Something was sent; whether it arrived is not known.
    #[error("it is not known whether the message arrived: {0}")]
    Unknown(String),
}

/// Sends `message` to `address` and reads answers for as long as `more` says of the last one that another follows.
///
/// # Errors
/// When nothing was sent, or when nothing usable came back.
pub async fn converse(
    address: &str,
    message: &[u8],
    patience: Patience,
    more: impl Fn(&[u8]) -> bool,
) -> Result<Sent, SendRefusal> {
    let not_connected = |why: String| SendRefusal::NotConnected { address: address.to_owned(), why };
    let stream = match timeout(patience.connect, TcpStream::connect(address)).await {
        Ok(Ok(stream)) => stream,
        Ok(Err(fault)) => return Err(not_connected(fault.to_string())),
        Err(_) => return Err(not_connected(format!("no answer within {} s", patience.connect.as_secs_f32()))),
    };
    stream.set_nodelay(true).map_err(|fault| not_connected(fault.to_string()))?;
    let mut line = Framed::new(stream, Frames::default());
    match timeout(patience.answer, line.send(message)).await {
        Ok(Ok(())) => {}
        Ok(Err(fault)) => return Err(SendRefusal::Unknown(fault.to_string())),
        Err(_) => return Err(SendRefusal::Unknown("the other end stopped reading".to_owned())),
    }
    let mut answers = Vec::new();
    loop {
        match next(&mut line, patience.answer).await {
            Ok(answer) => {
                let last = !more(&answer);
                answers.push(answer);
                if last {
                    return Ok(Sent { answers, cut_short: None });
                }
            }
            Err(why) if answers.is_empty() => return Err(SendRefusal::Unknown(why)),
            Err(why) => return Ok(Sent { answers, cut_short: Some(why) }),
        }
    }
}

async fn next(line: &mut Framed<TcpStream, Frames>, patience: Duration) -> Result<Vec<u8>, String> {
    match timeout(patience, line.next()).await {
        Ok(Some(Ok(answer))) => Ok(answer),
        Ok(Some(Err(FrameFault::Line(fault)))) => Err(format!("the connection broke: {fault}")),
        Ok(Some(Err(fault))) => Err(fault.to_string()),
        Ok(None) => Err("the connection was closed without an answer".to_owned()),
        Err(_) => Err(format!("no answer within {} s", patience.as_secs_f32())),
    }
}

#[cfg(test)]
mod tests;
