//! A label printer on the network (ZPL over TCP, port 9100), asked before and after whether it can print and has printed.
//!
//! “Printed” is said only when the printer said so. A queue of the system cannot: see [`crate::printer`].

mod status;

pub use status::{Status, Trouble, Unreadable};

use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{Instant, sleep, timeout};

/// Asks a printer how it is (host status).
const ASK: &[u8] = b"~HS\r\n";
/// No printer answers at greater length.
const LONGEST: usize = 1024;

/// How long the printer may take.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// Until it lets us in.
    pub connect: Duration,
    /// Until it says how it is.
    pub answer: Duration,
    /// Until the label is out.
    pub printing: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        let [connect, answer, printing] = [5, 5, 20].map(Duration::from_secs);
        Self { connect, answer, printing }
    }
}

/// A printer at its address.
#[derive(Debug, Clone)]
pub struct LabelPrinter {
    address: String,
    /// Length of the labels that should be in it, in its own dots.
    label: u32,
    patience: Patience,
}

/// Why a label is not known to be printed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PrintRefusal {
    /// Nobody is there. Nothing was sent.
    #[error("the label printer at {address} cannot be reached: {why}")]
    NotReached {
        /// Where.
        address: String,
        /// What the system said.
        why: String,
    },
    /// It said why it cannot print. Nothing was sent.
    #[error("the label printer cannot print: {}", words(.0))]
    NotReady(Vec<Trouble>),
    /// It has the label in its memory and said why it does not come out. It comes once that is put right.
    #[error("the label is in the printer and comes out when this is put right: {}", words(.0))]
    Stuck(Vec<Trouble>),
    /// The label was sent, or a part of it, and nobody knows what became of it.
    #[error("it is not known whether the label was printed ({0}): look at the printer before printing again")]
    NotKnown(String),
}

fn words(troubles: &[Trouble]) -> String {
    troubles.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

impl LabelPrinter {
    /// A printer at `address` with labels of `label` dots in length.
    #[must_use]
    pub fn at(address: &str, label: u32, patience: Patience) -> Self {
        Self { address: address.to_owned(), label, patience }
    }

    /// How it is.
    ///
    /// # Errors
    /// When it cannot be reached or does not say.
    pub async fn status(&self) -> Result<Status, PrintRefusal> {
        let mut line = self.connect().await?;
        self.ask(&mut line).await.map_err(|why| self.not_reached(why))
    }

    /// Prints `zpl` and waits until the printer says that nothing of it is left to print.
    ///
    /// # Errors
    /// When it cannot print, or nobody knows whether it did.
    pub async fn print(&self, zpl: &[u8]) -> Result<(), PrintRefusal> {
        let mut line = self.connect().await?;
        let before = self.ask(&mut line).await.map_err(|why| self.not_reached(why))?;
        let troubles = before.troubles(self.label);
        if !troubles.is_empty() {
            return Err(PrintRefusal::NotReady(troubles));
        }
        match timeout(self.patience.answer, line.write_all(zpl)).await {
            Ok(Ok(())) => {}
            Ok(Err(fault)) => return Err(PrintRefusal::NotKnown(fault.to_string())),
            Err(_) => return Err(PrintRefusal::NotKnown("it stopped reading".to_owned())),
        }
        let start = Instant::now();
        loop {
            let now = self.ask(&mut line).await.map_err(PrintRefusal::NotKnown)?;
            let troubles = now.troubles(self.label);
            match (now.is_done(), troubles.is_empty()) {
                (true, true) => return Ok(()),
                (_, false) => return Err(PrintRefusal::Stuck(troubles)),
                (false, true) if start.elapsed() > self.patience.printing => {
                    return Err(PrintRefusal::NotKnown("it is still printing something".to_owned()));
                }
                (false, true) => sleep(Duration::from_millis(100)).await,
            }
        }
    }

    fn not_reached(&self, why: String) -> PrintRefusal {
        PrintRefusal::NotReached { address: self.address.clone(), why }
    }

    async fn connect(&self) -> Result<TcpStream, PrintRefusal> {
        match timeout(self.patience.connect, TcpStream::connect(&self.address)).await {
            Ok(Ok(line)) => Ok(line),
            Ok(Err(fault)) => Err(self.not_reached(fault.to_string())),
            Err(_) => Err(self.not_reached("no answer".to_owned())),
        }
    }

    /// Asks for the status and reads its three lines.
    async fn ask(&self, line: &mut TcpStream) -> Result<Status, String> {
        let conversation = async {
            line.write_all(ASK).await.map_err(|fault| fault.to_string())?;
            let mut said = Vec::new();
            loop {
                let mut piece = [0; 256];
                let many = line.read(&mut piece).await.map_err(|fault| fault.to_string())?;
                if many == 0 {
                    return Err("it closed the connection".to_owned());
                }
                said.extend_from_slice(&piece[..many]);
                if status::is_whole(&said) {
                    return Status::read(&said).map_err(|why| why.to_string());
                }
                if said.len() > LONGEST {
                    return Err("what it says is no status of a label printer".to_owned());
                }
            }
        };
        match timeout(self.patience.answer, conversation).await {
            Ok(said) => said,
            Err(_) => Err("it does not say how it is".to_owned()),
        }
    }
}

#[cfg(test)]
mod tests;
