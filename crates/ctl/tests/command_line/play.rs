//! Plays: each of the five procedures from its booking to the signed note, as a script gives it to `fourglassctl`.

use super::{ADMINISTRATOR, Clinic, NURSE, code, json, told};
use serde_json::Value;
use std::path::Path;
use std::process::Output;

fn play(clinic: &Clinic, name: &str) -> Output {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/command_line/plays").join(name);
    clinic.by(NURSE, &["play", file.to_str().unwrap()])
}

/// The lines that were answered.
fn answers(played: &Output) -> Vec<Value> {
    String::from_utf8_lossy(&played.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn all_five_procedures_are_played_from_the_booking_to_the_signed_note() {
    let clinic = Clinic::made("1");
    for kind in ["dre", "eps", "four-glass", "post-dre-urine", "two-glass"] {
        let played = play(&clinic, &format!("{kind}.jsonl"));
        assert_eq!(code(&played), Some(0), "{kind}: {}", told(&played));
        let answers = answers(&played);
        let booked = answers.iter().find(|line| line["act"] == "book_visit").unwrap();
        assert_eq!(booked["answer"]["kind"], kind);
        let signed = &answers[answers.len() - 2];
        assert_eq!((&signed["act"], &signed["answer"]["status"]), (&"sign_note".into(), &"finished".into()));
        assert_eq!(signed["answer"]["versions"].as_array().unwrap().len(), 1);
        assert_eq!(answers.last().unwrap()["done"], answers.len() - 1);
    }
    let listed = json(&clinic.by(ADMINISTRATOR, &["procedures", "--json"]));
    let finished = listed["procedures"].as_array().unwrap().iter().filter(|row| row["status"] == "finished").count();
    assert_eq!(finished, 6, "{listed}");
    assert_eq!(code(&clinic.by(ADMINISTRATOR, &["audit", "verify"])), Some(0));
}

#[test]
fn a_play_ends_at_the_first_refusal_and_says_where() {
    let clinic = Clinic::made("1");
    let check = |lines: &str, exit: i32, says: &str, done: usize| {
        let file = clinic.folder.path().join("play.jsonl");
        std::fs::write(&file, lines).unwrap();
        let played = clinic.by(NURSE, &["play", file.to_str().unwrap()]);
        assert_eq!(code(&played), Some(exit), "{}", told(&played));
        assert!(told(&played).contains(says), "{}", told(&played));
        assert_eq!(answers(&played).len(), done, "{lines}");
    };
    let list = r#"{"act": "today", "called": "day"}"#;
    check(&format!("# The day.\n\n{list}\n{{\"act\": \"staff_list\"}}\n{list}\n"), 1, "Line 4: ", 1);
    check(r#"{"act": "staff_list", "refused": "not-permitted"}"#, 0, "", 2);
    check(r#"{"act": "staff_list", "refused": "locked"}"#, 1, "Line 1: ", 0);
    check(r#"{"act": "today", "refused": "locked"}"#, 1, "and was done", 0);
    check(&format!("{list}\n{{\"act\": \"today\", \"request\": {{\"date\": \"$day.date\"}}}}"), 0, "", 3);
    check(&format!("{list}\n{{\"act\": \"today\", \"request\": {{\"date\": \"$1.date\"}}}}"), 0, "", 3);
    check(&format!("{list}\n{{\"act\": \"today\", \"request\": {{\"date\": \"$1.hour\"}}}}"), 2, "Line 2: ", 1);
    check(r#"{"act": "find_patients", "request": {"text": "$$1"}}"#, 0, "", 2);
    check(&format!("{list}\n{{\"act\": \"dance\"}}"), 2, "Line 2: ", 0);
    check(&format!("{list}\nnot a line"), 2, "Line 2 ", 0);
}

#[test]
fn a_clinic_is_founded_by_a_play() {
    let folder = tempfile::tempdir().unwrap();
    let (vault, file) = (folder.path().join("vault"), folder.path().join("play.jsonl"));
    let founding = r#"{"act": "create_clinic", "called": "kit", "request": {"clinicName": "A Clinic", "zone": "Europe/Berlin",
        "siteLetter": "U", "temperatureUnit": "degC", "singleHanded": true, "signOnName": "kaya", "name": "Dr. Ines Kaya",
        "roles": ["administrator", "urologist"], "passphrase": "seven quiet herons cross"}}"#;
    std::fs::write(&file, founding.replace('\n', " ") + "\n{\"act\": \"staff_list\"}\n{\"act\": \"station_state\"}\n")
        .unwrap();
    let played = super::run(&["--vault", vault.to_str().unwrap(), "play", file.to_str().unwrap()], None);
    assert_eq!(code(&played), Some(0), "{}", told(&played));
    let state = &answers(&played)[2]["answer"];
    assert_eq!((&state["state"], &state["clinic"]["name"]), (&"open".into(), &"A Clinic".into()));
}
