//! `cargo xtask bench`: the measurements of `crates/proof`, in a release build, as a table and as `target/bench.json`.

use std::process::Command;

use crate::house::{House, Outcome, on_path, run};
use crate::{setup, ui};

/// Builds for release and measures; the window's start only where there is a display, its own or one out of sight.
pub(crate) fn bench(house: &House, words: &[String]) -> Outcome {
    setup::setup(house)?;
    ui::build(house)?;
    run(house.cargo().args(["build", "--release", "-p", "proof", "-p", "fourglass", "--bins"]))?;
    let released = |name: &str| house.target.join("release").join(name);
    let folder = house.at("target");
    std::fs::create_dir_all(&folder).map_err(|why| format!("could not make {}: {why}", folder.display()))?;
    let shown = std::env::var_os("DISPLAY").is_some_and(|display| !display.is_empty());
    let mut command = if !shown && on_path("xvfb-run") {
        let mut hidden = Command::new("xvfb-run");
        hidden.args(["--auto-servernum", "--server-args=-screen 0 1920x1200x24", "dbus-run-session", "--"]);
        hidden.arg(released("bench"));
        hidden
    } else {
        Command::new(released("bench"))
    };
    command.arg("--program").arg(released("fourglass")).arg("--json").arg(folder.join("bench.json"));
    run(command.args(words).env("GDK_BACKEND", "x11").env_remove("WAYLAND_DISPLAY"))
}
