//! `fourglassctl`: the practice at a command line. Asks the machine for the hour and for chance; everything else is
//! done by the acts that the window uses too.

mod acts;
mod answer;
mod arguments;
mod play;

use acts::Act;
use answer::Answer;
use arguments::{Arguments, AuditCommand, Command};
use chrono::{DateTime, Days, Utc};
use clap::Parser;
use practice::demo::{self, Year};
use practice::sign_on::{self, SignOn};
use practice::{Desk, Refusal, Station, audit, procedure};
use serde_json::Value;
use std::io::{BufRead, IsTerminal, Read};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use zeroize::Zeroizing;

/// No passphrase is longer; a file that is much longer is another file.
const LONGEST_LINE: u64 = 4096;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let as_json = arguments.json;
    let done = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|problem| Refusal::unexpected(&problem))
        .and_then(|runtime| runtime.block_on(run(arguments)));
    match done {
        Ok(answer) => answer.print(as_json),
        Err(refusal) => answer::refuse(&refusal, as_json),
    }
}

async fn run(arguments: Arguments) -> Result<Answer, Refusal> {
    let Arguments { vault, name, passphrase_file, json: _, command } = arguments;
    if let Command::Demo { dir, procedures, seed, until } = command {
        let until = until.or_else(|| the_hour().date_naive().checked_sub_days(Days::new(1)));
        let year = Year { procedures, seed, until: until.unwrap_or_default() };
        return Ok(Answer::Demo { people: demo::make(dir, year).await?, procedures });
    }
    if let Command::Acts { act } = command {
        let Some(act) = act else { return Ok(Answer::Acts) };
        let act = acts::named(&act)?;
        return Ok(Answer::Act { act, shape: act.shape()? });
    }
    let Some(vault) = vault else { return Err(Refusal::new("arguments", "Say which vault with --vault DIR.")) };
    let step = step(command, passphrase_file.is_some())?;
    let station = Station::new(vault, Arc::new(the_hour), chance()?);
    match name {
        Some(name) => {
            let passphrase = passphrase(passphrase_file.as_deref())?;
            sign_on::sign_on(&station, SignOn { name, passphrase: passphrase.to_string() }).await?;
        }
        None if step.needs_nobody() => {}
        None => return Err(Refusal::new("arguments", "Say who you are with --as NAME.")),
    }
    let answer = take(&station, step).await;
    // Closing the database puts the write-ahead log back into it, so the folder can be copied as it stands.
    station.lock().await;
    answer
}

/// What is done in the vault, read and understood before anybody signs on.
enum Step {
    /// One act with its request.
    Act(&'static Act, Value),
    /// A play.
    Play(Vec<play::Line>),
    /// A command of its own.
    Command(Command),
}

impl Step {
    /// It begins before anybody has signed on.
    fn needs_nobody(&self) -> bool {
        match self {
            Self::Act(act, _) => act.is_before_sign_on(),
            Self::Play(lines) => lines.first().is_some_and(|line| line.act.is_before_sign_on()),
            Self::Command(_) => false,
        }
    }
}

fn step(command: Command, input_is_free: bool) -> Result<Step, Refusal> {
    Ok(match command {
        Command::Do { act, request } => {
            let act = acts::named(&act)?;
            let free = input_is_free || act.is_before_sign_on();
            Step::Act(act, play::request(request.as_deref(), !act.needs_nothing() && free)?)
        }
        Command::Play { file } => Step::Play(play::lines(&file)?),
        command => Step::Command(command),
    })
}

async fn take(station: &Station, step: Step) -> Result<Answer, Refusal> {
    match step {
        Step::Act(act, request) => act.run(station, request).await.map(Answer::Done),
        Step::Play(lines) => play::play(station, lines).await.map(Answer::Played),
        Step::Command(command) => answer_to(&station.desk().await?, command).await,
    }
}

async fn answer_to(desk: &Desk, command: Command) -> Result<Answer, Refusal> {
    Ok(match command {
        Command::Demo { .. } | Command::Acts { .. } | Command::Do { .. } | Command::Play { .. } => {
            return Err(Refusal::new("arguments", "This is done without a desk."));
        }
        Command::Status => Answer::Status(procedure::status(desk).await?),
        Command::Procedures => Answer::Procedures(procedure::list(desk).await?),
        Command::Papers { procedure, out } => {
            let id = procedure.parse().map_err(|_| {
                Refusal::field(
                    "procedure",
                    "arguments",
                    "That is no procedure's id; `fourglassctl procedures` lists them.",
                )
            })?;
            let papers = procedure::papers(desk, id, &out).await?;
            Answer::Papers { out: out.display().to_string(), papers }
        }
        Command::Audit(AuditCommand::Verify) => Answer::Verified(audit::verify(desk).await?),
    })
}

/// The first line of the file, or of standard input; without its line end, and otherwise as it is.
fn passphrase(file: Option<&Path>) -> Result<Zeroizing<String>, Refusal> {
    let unreadable = |what: &str| Refusal::new("arguments", format!("The passphrase could not be read from {what}."));
    let mut line = Zeroizing::new(String::new());
    match file {
        Some(path) => {
            let name = path.display().to_string();
            let file = std::fs::File::open(path).map_err(|_| unreadable(&name))?;
            std::io::BufReader::new(file.take(LONGEST_LINE)).read_line(&mut line).map_err(|_| unreadable(&name))?;
        }
        None if std::io::stdin().is_terminal() => {
            return Err(Refusal::new(
                "arguments",
                "Pipe the passphrase in, or name its file with --passphrase-file: typed here it would be seen.",
            ));
        }
        None => {
            let input = std::io::stdin().lock().take(LONGEST_LINE);
            std::io::BufReader::new(input).read_line(&mut line).map_err(|_| unreadable("standard input"))?;
        }
    }
    let passphrase = line.trim_end_matches(['\n', '\r']);
    Ok(Zeroizing::new(passphrase.to_owned()))
}

#[expect(clippy::disallowed_methods, reason = "a program's main is the one place that asks the machine for the hour")]
fn the_hour() -> DateTime<Utc> {
    Utc::now()
}

fn chance() -> Result<u64, Refusal> {
    getrandom::u64().map_err(|_| Refusal::new("unexpected", "The system gave no random numbers."))
}
