//! What is printed: words for people, JSON for programs, and an exit code for both.

use crate::acts::{self, Act};
use practice::Refusal;
use practice::audit::TrailVerdict;
use practice::demo::Player;
use practice::procedure::{ProcedureRow, StatusView};
use serde::Serialize;
use serde_json::json;
use std::io::Write;
use std::process::ExitCode;

/// What a command gives.
pub(crate) enum Answer {
    /// A fictional clinic was made.
    Demo { people: Vec<Player>, procedures: u32 },
    /// The clinic in figures.
    Status(StatusView),
    /// The list.
    Procedures(Vec<ProcedureRow>),
    /// Papers that were written.
    Papers { out: String, papers: Vec<String> },
    /// The trail was read.
    Verified(TrailVerdict),
    /// Every act.
    Acts,
    /// One act with the types of its request.
    Act { act: &'static Act, shape: String },
    /// What an act answered.
    Done(serde_json::Value),
    /// So many acts of a play, each of which was printed as it was done.
    Played(usize),
}

impl Answer {
    /// Prints it, and says how the program ends.
    pub(crate) fn print(&self, as_json: bool) -> ExitCode {
        say(&if as_json { format!("{}\n", self.json()) } else { self.words() });
        match self {
            Self::Verified(verdict) if !verdict.whole => ExitCode::from(5),
            _ => ExitCode::SUCCESS,
        }
    }

    fn json(&self) -> serde_json::Value {
        match self {
            Self::Demo { people, procedures } => json!({ "people": people, "procedures": procedures }),
            Self::Status(status) => to_json(status),
            Self::Procedures(procedures) => json!({ "procedures": procedures }),
            Self::Papers { out, papers } => json!({ "out": out, "papers": papers }),
            Self::Verified(verdict) => to_json(verdict),
            Self::Acts => acts::all().map(Act::json).collect(),
            Self::Act { act, shape } => json!({ "act": act.json(), "shape": shape }),
            Self::Done(answer) => answer.clone(),
            Self::Played(acts) => json!({ "done": acts }),
        }
    }

    fn words(&self) -> String {
        match self {
            Self::Demo { people, procedures } => {
                let cast = people
                    .iter()
                    .map(|player| format!("  {:<8} {:<14} {}\n", player.name, player.role.as_str(), player.passphrase));
                format!(
                    "A fictional clinic with {procedures} visits. Its people and their passphrases:\n{}",
                    lines(cast)
                )
            }
            Self::Status(status) => {
                let invented = if status.fictional { " (fictional)" } else { "" };
                let figures = &status.figures;
                let counts = [
                    ("people", figures.staff),
                    ("patients", figures.patients),
                    ("procedures", figures.procedures),
                    ("of them open", figures.open_procedures),
                    ("notes not signed", figures.unsigned_notes),
                    ("exports", figures.exports),
                    ("audit entries", figures.audit_entries),
                ];
                let counts = counts.iter().map(|(what, count)| format!("  {what:<18} {count}\n"));
                format!("{}{invented}, {}\n{}", status.clinic, status.today, lines(counts))
            }
            Self::Procedures(procedures) => lines(procedures.iter().map(|row| {
                let status = row.called_off.map_or(row.status.as_str(), |status| status.as_str());
                format!("{}  {}  {:<14} {status}\n", row.id, row.date, row.kind.as_str())
            })),
            Self::Papers { out, papers } => lines(papers.iter().map(|paper| format!("{out}/{paper}\n"))),
            Self::Verified(verdict) if verdict.whole => {
                format!("The trail is whole: {} entries, head {}.\n", verdict.entries, verdict.head)
            }
            Self::Verified(verdict) => {
                let faults = verdict.faults.iter().map(|fault| format!("  entry {} {}\n", fault.seq, fault.what));
                format!("The trail is NOT whole: {} entries.\n{}", verdict.entries, lines(faults))
            }
            Self::Acts => lines(acts::all().map(|act| format!("{:<26} {:<22} {}\n", act.name, act.needs(), act.says))),
            Self::Act { act, shape } => format!("{}: {}\nNeeds: {}\n\n{shape}\n", act.name, act.says, act.needs()),
            Self::Done(answer) => format!("{answer:#}\n"),
            Self::Played(acts) => format!("{{\"done\":{acts}}}\n"),
        }
    }
}

/// Prints a refusal in words on standard error, and as JSON on standard output where that was asked for.
pub(crate) fn refuse(refusal: &Refusal, as_json: bool) -> ExitCode {
    eprintln!("{}", refusal.message);
    for beside in refusal.fields.iter().filter(|beside| beside.message != refusal.message) {
        eprintln!("  {}: {}", beside.field, beside.message);
    }
    if as_json {
        say(&format!("{}\n", to_json(refusal)));
    }
    ExitCode::from(match refusal.code.as_str() {
        "unexpected" => 70,
        code if code.starts_with("vault-") || code == "clinic-unfinished" => 3,
        code if code.starts_with("sign-on-") || code == "not-active" => 4,
        "arguments" | "request" => 2,
        _ => 1,
    })
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.collect()
}

/// Whoever reads us may stop reading; then there is nobody left to tell.
pub(crate) fn say(text: &str) {
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
}

fn to_json<T: Serialize>(view: &T) -> serde_json::Value {
    serde_json::to_value(view).unwrap_or_else(|problem| json!({ "code": "unexpected", "message": problem.to_string() }))
}
