//! The system's printer queues. What is known afterwards is "handed to the queue", never "printed".

use std::ffi::OsString;
use std::path::Path;
use std::process::{Output, Stdio};
use std::time::Duration;
use tokio::io::AsyncWriteExt;
use tokio::process::Command;

/// How long the spooler may take before it counts as gone.
const PATIENCE: Duration = Duration::from_secs(20);

/// The name of a queue: 1 to 127 letters, digits, `-`, `_` or `.`, not beginning with `-`, which would be an option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueName(String);

impl QueueName {
    /// Reads a queue name.
    ///
    /// # Errors
    /// When it holds a sign that is no part of queue names.
    pub fn parse(name: &str) -> Result<Self, PrinterRefusal> {
        let fits = (1..=127).contains(&name.len())
            && !name.starts_with('-')
            && name.bytes().all(|sign| sign.is_ascii_alphanumeric() || b"-_.".contains(&sign));
        if fits { Ok(Self(name.to_owned())) } else { Err(PrinterRefusal::NotAQueue(name.to_owned())) }
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// In which language the job is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Job {
    /// A PDF, which the queue's driver turns into its printer's language.
    Pdf,
    /// ZPL, which passes through untouched.
    Zpl,
}

/// The queue took the job. Whether paper came out, no spooler can say: ask the person, and scan the label back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandedToQueue {
    /// The queue's own number of the job, when it named one.
    pub job: Option<String>,
}

/// Why a job is not in its queue.
#[derive(Debug, thiserror::Error)]
pub enum PrinterRefusal {
    /// No queue can have this name.
    #[error("“{0}” cannot be the name of a printer queue")]
    NotAQueue(String),
    /// This machine has no spooler.
    #[error("this computer has no printing system: the paper stays a file")]
    NoSpooler,
    /// The spooler did not answer in time. The job may or may not be in the queue.
    #[error("the printing system did not answer: look at the printer before printing again")]
    NoAnswer,
    /// The spooler said no.
    #[error("the printing system refused: {0}")]
    Refused(String),
    /// The spooler could not be run.
    #[error("the printing system could not be used: {0}")]
    Spooler(#[from] std::io::Error),
}

/// The system's spooler, reached by its two programs (CUPS), run without a shell.
#[derive(Debug, Clone)]
pub struct Spooler {
    print: OsString,
    list: OsString,
    patience: Duration,
}

impl Default for Spooler {
    fn default() -> Self {
        Self { print: "lp".into(), list: "lpstat".into(), patience: PATIENCE }
    }
}

impl Spooler {
    /// The programs of another spooler that understands the same options, in `folder`.
    #[must_use]
    pub fn at(folder: &Path, patience: Duration) -> Self {
        Self { print: folder.join("lp").into(), list: folder.join("lpstat").into(), patience }
    }

    /// Hands `bytes` to `queue`. They go through a pipe, so no file with a patient's name is left in a spool of ours,
    /// and `title`, which queues show to anybody, must not name one.
    ///
    /// # Errors
    /// When there is no spooler, no such queue, or no answer.
    pub async fn hand_over(
        &self,
        queue: &QueueName,
        job: Job,
        title: &str,
        bytes: &[u8],
    ) -> Result<HandedToQueue, PrinterRefusal> {
        let mut command = Command::new(&self.print);
        command.args(["-d", queue.as_str(), "-t", title]);
        if job == Job::Zpl {
            command.args(["-o", "raw"]);
        }
        let output = self.run(command, bytes).await?;
        let said = String::from_utf8_lossy(&output.stdout);
        if !output.status.success() {
            return Err(PrinterRefusal::Refused(first_line(&output.stderr)));
        }
        // "request id is ZEBRA-12 (0 file(s))"; other languages word it differently, the number stands first in CUPS.
        let prefix = format!("{}-", queue.as_str());
        let job = said.split_whitespace().find(|word| word.starts_with(&prefix)).map(str::to_owned);
        Ok(HandedToQueue { job })
    }

    /// The queues of this machine, in the spooler's order. None is no fault.
    ///
    /// # Errors
    /// When there is no spooler, or it does not answer.
    pub async fn queues(&self) -> Result<Vec<QueueName>, PrinterRefusal> {
        let mut command = Command::new(&self.list);
        command.arg("-e");
        let output = self.run(command, &[]).await?;
        // lpstat also fails when there is simply no queue.
        let names = String::from_utf8_lossy(&output.stdout);
        Ok(names.lines().filter_map(|line| QueueName::parse(line.trim()).ok()).collect())
    }

    async fn run(&self, mut command: Command, input: &[u8]) -> Result<Output, PrinterRefusal> {
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true);
        let mut child = command.spawn().map_err(|fault| match fault.kind() {
            std::io::ErrorKind::NotFound => PrinterRefusal::NoSpooler,
            _ => PrinterRefusal::Spooler(fault),
        })?;
        let pipe = child.stdin.take();
        let conversation = async {
            if let Some(mut pipe) = pipe {
                // A program that refuses early closes its end; what it says then counts, not the broken pipe.
                if let Err(fault) = pipe.write_all(input).await {
                    tracing::debug!(%fault, "the spooler stopped reading");
                }
            }
            child.wait_with_output().await
        };
        match tokio::time::timeout(self.patience, conversation).await {
            Ok(output) => Ok(output?),
            Err(_) => Err(PrinterRefusal::NoAnswer),
        }
    }
}

fn first_line(said: &[u8]) -> String {
    let text = String::from_utf8_lossy(said);
    let line = text.lines().next().unwrap_or("no reason given");
    line.chars().filter(|sign| !sign.is_control()).take(200).collect()
}

#[cfg(test)]
#[cfg(unix)]
mod tests;
