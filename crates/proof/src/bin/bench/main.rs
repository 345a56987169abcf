//! `bench`: how long what people wait for takes, on this machine, in this build. Prints a table; writes JSON beside it.
//!
//! Nothing here passes or fails: a timed test would fail on a busy machine and prove nothing on an idle one.

mod bare;
mod cold;
mod papers;
mod search;
mod steps;
mod table;
mod unlock;
mod visit;

use std::path::PathBuf;
use table::Table;

/// What a measurement gives up with: one sentence.
type Outcome<T = ()> = Result<T, String>;

/// Patients the search looks through, unless another number is asked for.
const PATIENTS: u32 = 100_000;

const USAGE: &str = "bench [--json FILE] [--program FOURGLASS] [--patients NUMBER]";

fn main() {
    let mut words = std::env::args().skip(1);
    let mut json = None;
    let mut program = None;
    let mut patients = PATIENTS;
    while let Some(word) = words.next() {
        match word.as_str() {
            "--json" => json = words.next().map(PathBuf::from),
            "--program" => program = words.next().map(PathBuf::from),
            "--patients" => patients = words.next().and_then(|number| number.parse().ok()).unwrap_or(PATIENTS),
            other => return fail(&format!("bench knows no `{other}`\n\n{USAGE}")),
        }
    }
    if let Err(why) = tracing::subscriber::set_global_default(steps::Listener) {
        return fail(&why.to_string());
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let measured =
        runtime.map_err(|why| why.to_string()).and_then(|runtime| runtime.block_on(measure(program, patients)));
    let written = measured.and_then(|table| {
        json.map_or(Ok(()), |file| {
            std::fs::write(&file, table.json()).map_err(|why| format!("{} could not be written: {why}", file.display()))
        })
    });
    if let Err(why) = written {
        fail(&why);
    }
}

fn fail(why: &str) {
    eprintln!("{why}");
    std::process::exit(1);
}

async fn measure(program: Option<PathBuf>, patients: u32) -> Outcome<Table> {
    let mut table = Table::new();
    papers::measure(&mut table)?;
    unlock::measure(&mut table).await?;
    visit::measure(&mut table).await?;
    search::measure(&mut table, patients).await?;
    match program {
        Some(program) => cold::measure(&mut table, &program).await?,
        None => table.skip("Cold start to the passphrase prompt", "no window program was named"),
    }
    Ok(table)
}

/// A refusal or an error as a sentence.
fn said(problem: impl std::fmt::Display) -> String {
    problem.to_string()
}
