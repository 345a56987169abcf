//! `cargo xtask test`: everything that has to hold, cheapest first. A step that fails does not keep the others from running.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::house::{House, Outcome, fresh_folder, on_path};
use crate::run::{PROGRAMS, window_journeys};
use crate::tally::Tally;
use crate::{queries, setup, ui};

/// The one selection that is built, so that no step builds the libraries for itself.
const EVERYTHING: [&str; 3] = ["--workspace", "--features", "tests/window"];

/// Runs everything and ends with one line, `N passed, N failed`.
pub(crate) fn test(house: &House, words: &[String]) -> Outcome {
    if let Some(word) = words.first() {
        return Err(format!("`test` takes no words, not even `{word}`: it runs everything"));
    }
    let mut tally = Tally::default();
    tally.step("setup", || setup::setup(house));

    tally.program("format, Rust", house.cargo().args(["fmt", "--all", "--check"]));
    tally.program("format and lint, UI", house.ui_tool("biome").args(["check", "--error-on-warnings", "."]));
    tally.program("types, UI", house.ui_tool("tsc").arg("--noEmit"));
    tally.program("unit tests, UI", house.ui_tool("vitest").arg("run"));
    tally.step("pages", || ui::build(house));

    tally.step("queries are fresh", || queries::check(house));
    let mut clippy = house.cargo();
    clippy.arg("clippy").args(EVERYTHING).args(["--all-targets", "--quiet", "--", "--deny", "warnings"]);
    tally.program("lint, Rust", &mut clippy);
    tally.program("build", house.cargo().args(PROGRAMS).arg("--quiet"));
    tally.program("unit tests, Rust", &mut cargo_test(house, &["--lib", "--bins"]));
    tally.program("doctests", &mut cargo_test(house, &["--doc"]));
    let rooms = room_tests(house);
    tally.program("journeys", &mut cargo_test(house, &rooms.iter().map(String::as_str).collect::<Vec<_>>()));

    tally.step("a display out of sight", || {
        let missing = ["xvfb-run", "dbus-run-session", "WebKitWebDriver"].into_iter().find(|name| !on_path(name));
        missing.map_or(Ok(()), |name| Err(format!("{name} is missing: run `cargo xtask setup`")))?;
        fresh_folder(&house.at("target/walkthrough"))
    });
    let mut window = window_journeys(house, &["--quiet", "--", "--nocapture", "--test-threads=1"]);
    tally.program("window journeys", &mut window);
    tally.close()
}

fn cargo_test(house: &House, words: &[&str]) -> Command {
    let mut cargo = house.cargo();
    cargo.arg("test").args(EVERYTHING).args(["--quiet", "--no-fail-fast"]).args(words);
    cargo
}

/// The clinic day, and each room's own targets, by name: the window's needs a display and is run by itself. A target is a
/// file of `tests/`, or a folder of it with a `main.rs`.
fn room_tests(house: &House) -> Vec<String> {
    let entries = |folder: PathBuf| fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let found = entries(house.at("crates")).flat_map(|room| entries(room.join("tests")));
    let targets = found.filter(|path| path.extension().is_some_and(|end| end == "rs") || path.join("main.rs").exists());
    let mut names: Vec<String> =
        targets.filter_map(|path| Some(path.file_stem()?.to_string_lossy().into_owned())).collect();
    names.push("clinic_day".to_owned());
    names.sort();
    names.into_iter().flat_map(|name| ["--test".to_owned(), name]).collect()
}
