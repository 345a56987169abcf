//! `cargo xtask run`: from a fresh clone to the open window, or to its pictures where nothing can be shown.

use std::process::Command;

use crate::house::{House, Outcome, files_under, fresh_folder, run};
use crate::{setup, ui};

/// The journey that a machine without a display plays instead.
const VISIT: &str = "the_four_glass_visit";

/// Sets up, builds, and opens the window; the words after `run` go to the program (`--vault FOLDER`).
pub(crate) fn run_window(house: &House, words: &[String]) -> Outcome {
    setup::setup(house)?;
    ui::build(house)?;
    run(house.cargo().args(PROGRAMS))?;
    let display = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if display("DISPLAY") || display("WAYLAND_DISPLAY") || cfg!(not(target_os = "linux")) {
        return run(Command::new(house.program("fourglass")).args(words));
    }
    println!("\nThere is no display here, so the four-glass visit is played through the real window, out of sight.\n");
    let folder = house.at("target/walkthrough");
    fresh_folder(&folder)?;
    run(&mut window_journeys(house, &[VISIT, "--", "--nocapture"]))?;
    println!("\nIts pictures and papers are in {}:", folder.display());
    for file in files_under(&folder, "") {
        println!("  {}", file.strip_prefix(&folder).unwrap_or(&file).display());
    }
    Ok(())
}

/// The one selection of the workspace that everything is built with: a second one would build the libraries again.
pub(crate) const PROGRAMS: [&str; 5] = ["build", "--workspace", "--bins", "--features", "tests/window"];

/// The window journeys on a display and a bus of their own, their pictures going to `target/walkthrough/` of the clone.
pub(crate) fn window_journeys(house: &House, words: &[&str]) -> Command {
    let cargo = house.cargo();
    let mut command = Command::new("xvfb-run");
    command.args(["--auto-servernum", "--server-args=-screen 0 1920x1200x24", "dbus-run-session", "--"]);
    command.arg(cargo.get_program()).args(["test", "--workspace", "--features", "tests/window", "--test", "window"]);
    command.args(words).current_dir(&house.root);
    for (name, value) in cargo.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    // A journey that is shown on the desk of whoever runs it would be disturbed by their keys.
    command.env_remove("WAYLAND_DISPLAY").env("GDK_BACKEND", "x11");
    command.env("FOURGLASS_PROGRAM", house.program("fourglass"));
    command.env("FOURGLASS_WALKTHROUGH", house.at("target/walkthrough"));
    command
}
