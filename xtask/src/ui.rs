//! The user interface's own tools: its packages, and the pages that cargo bakes into the window.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use crate::house::{House, Outcome, files_under, run};

/// What a built page depends on, besides everything under `src/`.
const SOURCES: [&str; 4] = ["index.html", "package-lock.json", "vite.config.ts", "tsconfig.json"];

/// Installs the packages of the lock file, when the lock file is newer than what lies there.
pub(crate) fn packages(house: &House) -> Outcome {
    let locked = changed(&house.ui().join("package-lock.json"));
    let installed = changed(&house.ui().join("node_modules/.package-lock.json"));
    if installed.is_some() && installed >= locked {
        return Ok(());
    }
    println!("setup   npm ci");
    run(house.npm().args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]))
}

/// Builds `ui/dist`, which must exist before cargo touches the window, when a source is newer.
pub(crate) fn build(house: &House) -> Outcome {
    let folder = house.ui();
    let built = changed(&folder.join("dist/index.html"));
    let sources = SOURCES.iter().map(|name| folder.join(name)).chain(files_under(&folder.join("src"), ""));
    let newest = sources.filter_map(|path| changed(&path)).max();
    if built.is_some() && built >= newest {
        return Ok(());
    }
    run(house.ui_tool("vite").args(["build", "--logLevel", "warn"]))
}

fn changed(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|facts| facts.modified()).ok()
}
