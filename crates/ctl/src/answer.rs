//! What is printed: words for people, JSON for programs, and an exit code for both.

use practice::Refusal;
use practice::audit::TrailVerdict;
use practice::demo::Player;
use practice::procedure::{ProcedureRow, StatusView};
use serde::Serialize;
use serde_json::json;
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
}

impl Answer {
    /// Prints it, and says how the program ends.
    pub(crate) fn print(&self, as_json: bool) -> ExitCode {
        if as_json {
            println!("{}", self.json());
        } else {
            self.words();
        }
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
        }
    }

    fn words(&self) {
        match self {
            Self::Demo { people, procedures } => {
                println!("A fictional clinic with {procedures} visits. Its people and their passphrases:");
                for player in people {
                    println!("  {:<8} {:<14} {}", player.name, player.role, player.passphrase);
                }
            }
            Self::Status(status) => {
                let invented = if status.fictional { " (fictional)" } else { "" };
                println!("{}{invented}, {}", status.clinic, status.today);
                let figures = &status.figures;
                for (what, count) in [
                    ("people", figures.staff),
                    ("patients", figures.patients),
                    ("procedures", figures.procedures),
                    ("of them open", figures.open_procedures),
                    ("notes not signed", figures.unsigned_notes),
                    ("exports", figures.exports),
                    ("audit entries", figures.audit_entries),
                ] {
                    println!("  {what:<18} {count}");
                }
            }
            Self::Procedures(procedures) => {
                for row in procedures {
                    println!("{}  {}  {:<14} {}", row.id, row.date, row.kind, row.status);
                }
            }
            Self::Papers { out, papers } => {
                for paper in papers {
                    println!("{out}/{paper}");
                }
            }
            Self::Verified(verdict) if verdict.whole => {
                println!("The trail is whole: {} entries, head {}.", verdict.entries, verdict.head);
            }
            Self::Verified(verdict) => {
                println!("The trail is NOT whole: {} entries, {} faults.", verdict.entries, verdict.faults.len());
                for fault in &verdict.faults {
                    println!("  entry {} {}", fault.seq, fault.what);
                }
            }
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
        println!("{}", to_json(refusal));
    }
    ExitCode::from(match refusal.code.as_str() {
        "unexpected" => 70,
        code if code.starts_with("vault-") || code == "clinic-unfinished" => 3,
        code if code.starts_with("sign-on-") || code == "not-active" => 4,
        "arguments" => 2,
        _ => 1,
    })
}

fn to_json<T: Serialize>(view: &T) -> serde_json::Value {
    serde_json::to_value(view).unwrap_or_else(|problem| json!({ "code": "unexpected", "message": problem.to_string() }))
}
