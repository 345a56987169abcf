//! `cargo xtask setup`: everything that a fresh machine with Rust and Node still lacks.

use std::path::Path;
use std::process::Command;

use crate::house::{House, Outcome, ask, on_path, run};
use crate::ui;

/// What the build, the window and its journeys need of Debian, beyond Rust and Node.
const PACKAGES: [&str; 12] = [
    "build-essential",
    "perl",
    "pkg-config",
    "sqlite3",
    "dbus",
    "xauth",
    "xvfb",
    "poppler-utils",
    "libwebkit2gtk-4.1-dev",
    "webkit2gtk-driver",
    "librsvg2-dev",
    "libayatana-appindicator3-dev",
];

/// The oldest Node that builds the user interface.
const NODE: (u32, u32) = (20, 19);

/// Installs what is missing, or says in words what a person has to install.
pub(crate) fn setup(house: &House) -> Outcome {
    node()?;
    system_packages()?;
    ui::packages(house)
}

fn node() -> Outcome {
    let wanted = format!("{}.{}", NODE.0, NODE.1);
    let Some(answer) = ask(Command::new("node").arg("--version")) else {
        return Err(format!("Node is not installed. The window's pages are built with Node {wanted} or newer."));
    };
    let mut numbers = answer.trim_start_matches('v').split('.').map(|part| part.parse().unwrap_or(0));
    let found = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    if found < NODE {
        return Err(format!("Node {answer} is too old: install Node {wanted} or newer, then start this again."));
    }
    if !on_path("npm") {
        return Err(format!("Node {answer} is here, but npm is not on the path: install it, then start this again."));
    }
    Ok(())
}

fn system_packages() -> Outcome {
    if !Path::new("/etc/debian_version").exists() || !on_path("dpkg-query") {
        println!("setup   this is not Debian; the build needs what Debian calls {}", PACKAGES.join(", "));
        return Ok(());
    }
    let missing: Vec<&str> = PACKAGES.into_iter().filter(|package| !installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("setup   installing {}", missing.join(", "));
    let by_hand = format!("apt-get install --yes {}", missing.join(" "));
    let root = ask(Command::new("id").arg("-u")).is_some_and(|id| id == "0");
    if !root && !on_path("sudo") {
        return Err(format!("These Debian packages are missing. As root, run:\n\n  {by_hand}"));
    }
    let apt = |words: &[&str]| {
        let mut line: Vec<&str> = if root { vec![] } else { vec!["sudo"] };
        line.extend(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        line.extend(words);
        run(Command::new(line[0]).args(&line[1..]))
    };
    apt(&["update", "--quiet"])?;
    let mut install = vec!["install", "--yes", "--quiet", "--no-install-recommends"];
    install.extend(&missing);
    apt(&install).map_err(|why| format!("{why}. By hand, as root:\n\n  {by_hand}"))
}

fn installed(package: &str) -> bool {
    let state = ask(Command::new("dpkg-query").args(["-W", "-f=${db:Status-Status}", package]));
    state.is_some_and(|state| state == "installed")
}
