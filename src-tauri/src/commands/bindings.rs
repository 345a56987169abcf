//! The generated files that repeat the list of commands: fresh when this test passes, rewritten by `cargo xtask bindings`.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use specta_typescript::Typescript;

use super::commands;

const HATCH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/src/practice/bindings.ts");
const CAPABILITY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/capabilities/main.json");

#[test]
fn the_hatch_and_the_capability_name_every_command_there_is() {
    let folder = tempfile::tempdir().unwrap();
    let draft = folder.path().join("bindings.ts");
    commands().export(Typescript::default(), &draft).unwrap();
    let hatch = fs::read_to_string(&draft).unwrap();

    let mut capability: Value = serde_json::from_str(&fs::read_to_string(CAPABILITY).unwrap()).unwrap();
    capability["permissions"] = names(&hatch).iter().map(|name| json!(format!("allow-{name}"))).collect();
    let capability = serde_json::to_string_pretty(&capability).unwrap() + "\n";

    check(Path::new(HATCH), &hatch);
    check(Path::new(CAPABILITY), &capability);
}

/// The commands as the framework calls them, dashed, in the order of the file.
fn names(hatch: &str) -> Vec<String> {
    // A call may name its answer: `__TAURI_INVOKE<StationView>("station_state")`.
    let calls = hatch.split("__TAURI_INVOKE").skip(1).filter(|rest| rest.starts_with(['<', '(']));
    let names = calls.filter_map(|rest| rest.split_once("(\"")?.1.split('"').next());
    names.map(|name| name.replace('_', "-")).collect()
}

fn check(file: &Path, expected: &str) {
    if std::env::var_os("FOURGLASS_REWRITE").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, expected).unwrap();
    }
    let kept = fs::read_to_string(file).unwrap_or_default();
    assert!(kept == expected, "{} is stale: run `cargo xtask bindings`", file.display());
}
