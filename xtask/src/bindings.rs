//! `cargo xtask bindings`: what is generated from the list of the window's commands.

use crate::house::{House, Outcome, run};
use crate::{setup, ui};

/// Rewrites the user interface's hatch and the capability; with `--check` only compares.
pub(crate) fn bindings(house: &House, words: &[String]) -> Outcome {
    setup::setup(house)?;
    // The old pages will do: only the window's crate wants them, and only to exist.
    if !house.at("ui/dist/index.html").exists() {
        ui::build(house)?;
    }
    let mut test = house.cargo();
    test.args(["test", "--quiet", "--workspace", "--features", "tests/window", "--bin", "fourglass", "commands::"]);
    match words.first().map(String::as_str) {
        Some("--check") => {}
        None => drop(test.env("FOURGLASS_REWRITE", "1")),
        Some(other) => return Err(format!("`bindings` knows --check, not `{other}`")),
    }
    run(&mut test)
}
