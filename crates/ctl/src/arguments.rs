//! What may be typed after `fourglassctl`. A passphrase never is: other programs can read a command line.

use chrono::NaiveDate;
use clap::{Parser, Subcommand};
use std::path::PathBuf;

/// Fourglass without its window: the same acts, the same permissions, the same trail.
#[derive(Debug, Parser)]
#[command(name = "fourglassctl", version, after_help = EXIT_CODES)]
pub(crate) struct Arguments {
    /// Folder of the vault.
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) vault: Option<PathBuf>,
    /// Who signs on.
    #[arg(long = "as", global = true, value_name = "NAME")]
    pub(crate) name: Option<String>,
    /// File whose first line is the passphrase; without it, the first line of standard input.
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) passphrase_file: Option<PathBuf>,
    /// Answer in JSON on standard output, refusals too.
    #[arg(long, global = true)]
    pub(crate) json: bool,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make a fictional clinic with a year of finished visits; its people and passphrases are printed.
    Demo {
        /// Folder for it: empty, or not there yet.
        dir: PathBuf,
        /// How many visits.
        #[arg(long, default_value_t = 40, value_parser = clap::value_parser!(u32).range(1..=10_000))]
        procedures: u32,
        /// The same number makes the same clinic.
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// Last day of the year, such as 2026-11-20; without it, yesterday.
        #[arg(long, value_name = "DATE")]
        until: Option<NaiveDate>,
    },
    /// The clinic in figures; no patient is named.
    Status,
    /// Every procedure with its kind, state and day; no patient is named.
    Procedures,
    /// Write every paper that a procedure has into a folder.
    Papers {
        /// The procedure's id, as `procedures` lists it.
        procedure: String,
        /// Folder for the papers; made when it is not there.
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
    /// The audit trail.
    #[command(subcommand)]
    Audit(AuditCommand),
    /// Every act that the window can do: its name, what it needs, and what it does.
    Acts {
        /// One act: the types of its request, written out.
        act: Option<String>,
    },
    /// Do one act; its answer is JSON on standard output.
    Do {
        /// The act's name, as `acts` lists it.
        act: String,
        /// File with the request as JSON. Without it, standard input when the passphrase has a file of its own.
        #[arg(long, value_name = "FILE")]
        request: Option<PathBuf>,
    },
    /// Do acts one after the other, within one sign-on, up to the first refusal.
    #[command(after_help = PLAY)]
    Play {
        /// File with one act a line, as JSON.
        file: PathBuf,
    },
}

/// What to do with the audit trail.
#[derive(Debug, Subcommand)]
pub(crate) enum AuditCommand {
    /// Check every entry: its place, its chain, its seal, and what it stands for.
    Verify,
}

const PLAY: &str = r#"\
A line names an act and its request, and may give its answer a name for the lines after it:
  {"act": "today", "called": "day"}
  {"act": "book_visit", "request": {"patientId": "$2.patientId", "date": "$day.date", ...}}
A text such as "$day.date" is replaced by that value of an earlier answer, named or by the number of its line;
one that begins with two dollars is meant as it stands, less the first. A line with "refused": "CODE" must be refused
for that reason. Empty lines and lines that begin with # are passed over. Somebody else takes over by the act sign_on.
Each answer is a line of JSON on standard output."#;

const EXIT_CODES: &str = "\
Exit codes:
  0   done
  1   refused; the reason is on standard error
  2   the command line or the request was not understood
  3   the vault cannot be used: missing, not ours, damaged, newer, or open elsewhere
  4   the sign-on was refused
  5   the audit trail is not whole
  70  something went wrong that should not have

The passphrase comes from --passphrase-file or standard input, never from the command line or the environment.";
