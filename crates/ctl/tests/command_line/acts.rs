//! The list of acts: it and the window's name the same, and each says what it needs.

use super::{Clinic, NURSE, code, json, run, told};
use serde_json::Value;

const HATCH: &str = include_str!("../../../../ui/src/practice/bindings.ts");

/// What only a window needs.
const OF_A_WINDOW: [(&str, &str); 4] = [
    ("look_around", "turns the window to another vault; `fourglassctl demo` makes one"),
    ("lock_station", "every command ends by locking"),
    ("touch", "says that somebody is at the keys"),
    ("hold", "says that the patient is reading"),
];

/// Each command of the window with what it is given: `(request: BookVisit)` or `(visitId: VisitId, items: string[])`.
fn commands() -> Vec<(String, String)> {
    let list = HATCH.split_once("export const commands = {").unwrap().1.split_once("\n};").unwrap().0;
    let lines = list.lines().filter(|line| line.contains("__TAURI_INVOKE"));
    let mut commands: Vec<_> = lines.map(command).collect();
    commands.sort();
    commands
}

fn command(line: &str) -> (String, String) {
    let given = line.split_once('(').unwrap().1.split_once(") =>").unwrap().0;
    let name = line.split("(\"").nth(1).unwrap().split('"').next().unwrap();
    let fields: Vec<_> = given.split(", ").filter_map(|field| field.split_once(": ")).collect();
    let needs = match fields.as_slice() {
        [("request" | "which", request)] => match request.strip_suffix("[]") {
            Some(each) => format!("Vec<{each}>"),
            None => (*request).to_owned(),
        },
        fields => fields.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", "),
    };
    (name.to_owned(), needs)
}

#[test]
fn the_command_line_does_whatever_the_window_does() {
    let listed = json(&run(&["acts", "--json"], None));
    let text = |act: &Value, field: &str| act[field].as_str().unwrap().to_owned();
    let mut acts: Vec<_> =
        listed.as_array().unwrap().iter().map(|act| (text(act, "name"), text(act, "needs"))).collect();
    acts.sort();
    let commands = commands();
    for (name, why) in OF_A_WINDOW {
        assert!(commands.iter().any(|command| command.0 == name), "{name} ({why}) is no command any more");
    }
    let of_both: Vec<_> =
        commands.into_iter().filter(|command| OF_A_WINDOW.iter().all(|(name, _)| *name != command.0)).collect();
    assert_eq!(acts, of_both);
    assert!(listed.as_array().unwrap().iter().all(|act| text(act, "says").ends_with('.')));
}

#[test]
fn an_act_says_what_its_request_is_made_of() {
    let asked = run(&["acts", "book_visit"], None);
    let words = String::from_utf8(asked.stdout.clone()).unwrap();
    assert!(words.starts_with("book_visit: Books a visit.\nNeeds: BookVisit\n"), "{words}");
    for part in ["patientId: PatientId,", "\"four-glass\"", "not before today"] {
        assert!(words.contains(part), "{part}\n{words}");
    }
    let unknown = run(&["acts", "book_visits"], None);
    assert_eq!((code(&unknown), told(&unknown).contains("fourglassctl acts")), (Some(2), true));
}

#[test]
fn one_act_is_done_from_a_file_or_from_standard_input() {
    let clinic = Clinic::made("1");
    let file = clinic.folder.path().join("request.json");
    std::fs::write(&file, r#"{ "text": "zzz" }"#).unwrap();
    let found = clinic.by(NURSE, &["do", "find_patients", "--request", file.to_str().unwrap()]);
    assert_eq!((code(&found), json(&found)), (Some(0), Value::Array(vec![])), "{}", told(&found));

    let passphrase = clinic.folder.path().join("passphrase");
    std::fs::write(&passphrase, NURSE.1).unwrap();
    let vault = clinic.vault();
    let piped = |act: &str, request: &str| {
        let words = ["--vault", vault.to_str().unwrap(), "--as", NURSE.0, "--json", "do", act];
        run(&[&words[..], &["--passphrase-file", passphrase.to_str().unwrap()]].concat(), Some(request))
    };
    assert_eq!(json(&piped("find_patients", r#"{ "text": "zzz" }"#)), Value::Array(vec![]));
    assert!(json(&piped("handoff", "")).is_array(), "nothing is asked of an act that needs nothing");

    let patient = r#"{ "family": " ", "given": "Anton", "birthDate": "1961-02-29", "sex": "male", "hasProstate": "yes",
        "mayLeaveMessage": "no", "underCustody": false, "anotherPerson": false }"#;
    let refused = piped("register_patient", patient);
    let fields =
        json(&refused)["fields"].as_array().unwrap().iter().map(|beside| beside["field"].clone()).collect::<Vec<_>>();
    assert_eq!((code(&refused), fields), (Some(1), vec!["family".into(), "birthDate".into()]));
    assert!(told(&refused).contains("  birthDate: "), "{}", told(&refused));

    for request in ["", "{", r#"{ "test": "zzz" }"#] {
        let unread = piped("find_patients", request);
        assert_eq!((code(&unread), json(&unread)["code"].as_str()), (Some(2), Some("request")), "{request}");
    }
    assert_eq!(code(&piped("touch", "")), Some(2), "that is the window's own");
    let refused = piped("staff_list", "");
    assert_eq!((code(&refused), json(&refused)["code"].as_str()), (Some(1), Some("not-permitted")));
}
