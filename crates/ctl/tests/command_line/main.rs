//! `fourglassctl` as a script uses it: what it prints, with which exit code, and where the passphrase may come from.
#![expect(clippy::unwrap_used, reason = "a story that cannot set its stage has nothing to tell")]

mod acts;
mod play;

use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const NURSE: (&str, &str) = ("abara", "maple tin-opener 4 blue");
const ADMINISTRATOR: (&str, &str) = ("lind", "slow ferry under yellow fog");

/// A fictional clinic in a folder of its own.
struct Clinic {
    folder: tempfile::TempDir,
    people: Value,
}

impl Clinic {
    fn made(procedures: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let vault = folder.path().join("vault");
        let words = [
            "demo",
            vault.to_str().unwrap(),
            "--procedures",
            procedures,
            "--seed",
            "9",
            "--until",
            "2026-11-20",
            "--json",
        ];
        let made = run(&words, None);
        assert!(made.status.success(), "{}", told(&made));
        Self { people: json(&made), folder }
    }

    fn vault(&self) -> PathBuf {
        self.folder.path().join("vault")
    }

    /// A command by one of the cast, the passphrase piped in.
    fn by(&self, (name, passphrase): (&str, &str), words: &[&str]) -> Output {
        let vault = self.vault();
        let mut all = vec!["--vault", vault.to_str().unwrap(), "--as", name];
        all.extend(words);
        run(&all, Some(passphrase))
    }
}

fn run(words: &[&str], input: Option<&str>) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fourglassctl"));
    command.args(words).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut pipe = child.stdin.take().unwrap();
    // The program may have ended without asking.
    let _ = writeln!(pipe, "{}", input.unwrap_or_default());
    drop(pipe);
    child.wait_with_output().unwrap()
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("no JSON: {}", told(output)))
}

fn code(output: &Output) -> Option<i32> {
    output.status.code()
}

fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_script_makes_a_clinic_lists_it_takes_its_papers_and_checks_its_trail() {
    let clinic = Clinic::made("4");
    assert_eq!(clinic.people["procedures"], 4);
    let named = clinic.people["people"].as_array().unwrap().iter().any(|person| {
        (person["name"].as_str(), person["role"].as_str(), person["passphrase"].as_str())
            == (Some("abara"), Some("nurse"), Some(NURSE.1))
    });
    assert!(named, "{}", clinic.people);

    let status = json(&clinic.by(ADMINISTRATOR, &["status", "--json"]));
    assert_eq!((&status["procedures"], &status["fictional"]), (&4.into(), &true.into()));
    let listed = json(&clinic.by(ADMINISTRATOR, &["--json", "procedures"]));
    let rows = listed["procedures"].as_array().unwrap();
    assert_eq!(rows.len(), 4);
    assert_eq!(rows[3]["date"], "2026-11-20");
    let mut fields: Vec<_> = rows[0].as_object().unwrap().keys().cloned().collect();
    fields.sort();
    assert_eq!(fields, ["calledOff", "date", "id", "kind", "status"]);

    let finished = rows.iter().find(|row| row["status"] == "finished").unwrap()["id"].as_str().unwrap();
    let out = clinic.folder.path().join("papers");
    let words = ["papers", finished, "--out", out.to_str().unwrap(), "--json"];
    let refused = clinic.by(ADMINISTRATOR, &words);
    assert_eq!((code(&refused), json(&refused)["code"].as_str()), (Some(1), Some("not-permitted")));
    assert!(!out.exists(), "nothing is written for somebody who may not");
    let papers = clinic.by(NURSE, &words);
    assert!(papers.status.success(), "{}", told(&papers));
    let all = ["consent.pdf", "labels.pdf", "labels.zpl", "note.pdf", "order.hl7", "requisition.pdf", "result.pdf"];
    assert_eq!(files(&out), all);
    assert!(std::fs::read(out.join("labels.pdf")).unwrap().starts_with(b"%PDF"));
    assert!(std::fs::read_to_string(out.join("order.hl7")).unwrap().starts_with("MSH|"));
    assert!(std::fs::read_to_string(out.join("labels.zpl")).unwrap().contains("^XA"));

    let verified = clinic.by(ADMINISTRATOR, &["audit", "verify", "--json"]);
    assert_eq!((code(&verified), &json(&verified)["whole"]), (Some(0), &true.into()));
    assert!(files(&clinic.vault()).iter().all(|name| !name.ends_with("-wal")), "closed, so that it can be copied");
}

#[test]
fn what_is_wrong_is_said_in_words_and_by_the_exit_code() {
    let clinic = Clinic::made("1");
    let wrong = clinic.by(("lind", "not the right passphrase"), &["status"]);
    assert_eq!((code(&wrong), wrong.stdout.is_empty()), (Some(4), true));
    assert!(told(&wrong).contains("do not fit"), "{}", told(&wrong));
    let nobody = clinic.by(("nobody", "not the right passphrase"), &["status"]);
    assert_eq!((code(&nobody), told(&nobody)), (Some(4), told(&wrong)), "one answer for both");

    let unknown = clinic.by(NURSE, &["papers", "7", "--out", "/nowhere"]);
    assert_eq!(code(&unknown), Some(2));
    let other = clinic.by(NURSE, &["papers", "019ab3c2-0000-7000-8000-000000000001", "--out", "/nowhere"]);
    assert_eq!(code(&other), Some(1));

    let empty = clinic.folder.path().join("nothing");
    let words = ["--vault", empty.to_str().unwrap(), "--as", "lind", "status", "--json"];
    let missing = run(&words, Some(ADMINISTRATOR.1));
    assert_eq!((code(&missing), json(&missing)["code"].as_str()), (Some(3), Some("vault-missing")));
    assert!(!empty.exists(), "looking makes nothing");
    let again = run(&["demo", clinic.vault().to_str().unwrap()], None);
    assert_eq!(code(&again), Some(1));

    assert_eq!(code(&run(&["--vault", "x", "status"], None)), Some(2));
    assert_eq!(code(&run(&["status", "--passphrase", "x"], None)), Some(2), "there is no such argument");
}

#[test]
fn the_passphrase_may_come_from_a_file() {
    let clinic = Clinic::made("1");
    let file = clinic.folder.path().join("passphrase");
    std::fs::write(&file, format!("{}\r\nnot part of it\n", ADMINISTRATOR.1)).unwrap();
    let vault = clinic.vault();
    let words =
        ["--vault", vault.to_str().unwrap(), "--as", "lind", "--passphrase-file", file.to_str().unwrap(), "status"];
    let status = run(&words, None);
    assert!(status.status.success(), "{}", told(&status));
    assert!(String::from_utf8_lossy(&status.stdout).starts_with("Fourglass Demonstration Clinic (fictional)"));
}
