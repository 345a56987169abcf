//! Where things lie in the clone, and how another program is started from it.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a command returns: nothing, or one sentence saying what went wrong and what to do.
pub(crate) type Outcome<T = ()> = Result<T, String>;

/// The clone that the command was started in, and the folder its build goes to.
pub(crate) struct House {
    /// The folder with the workspace's `Cargo.toml`.
    pub(crate) root: PathBuf,
    /// Cargo's build folder: `CARGO_TARGET_DIR`, or `target/` of the clone.
    pub(crate) target: PathBuf,
}

impl House {
    /// Finds the clone at run time, not when xtask was compiled: two clones may share one build folder.
    pub(crate) fn find() -> Self {
        let manifest = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let root = manifest.and_then(|folder| folder.parent().map(Path::to_path_buf));
        let root = root.unwrap_or_else(|| std::env::current_dir().unwrap_or_else(|_| PathBuf::from(".")));
        let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |set| root.join(set));
        Self { root, target }
    }

    /// A path inside the clone.
    pub(crate) fn at(&self, inside: &str) -> PathBuf {
        self.root.join(inside)
    }

    /// The user interface's folder.
    pub(crate) fn ui(&self) -> PathBuf {
        self.at("ui")
    }

    /// A debug program that cargo built.
    pub(crate) fn program(&self, name: &str) -> PathBuf {
        self.target.join("debug").join(name)
    }

    /// Cargo, started in the clone with the same build folder.
    pub(crate) fn cargo(&self) -> Command {
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.current_dir(&self.root).env("CARGO_TARGET_DIR", &self.target);
        // These describe xtask itself; a build script that sees them would take them for its own and rebuild.
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("CARGO_PKG_") || name == "CARGO_MANIFEST_DIR" {
                cargo.env_remove(&name);
            }
        }
        cargo
    }

    /// Npm, started in the user interface's folder.
    pub(crate) fn npm(&self) -> Command {
        let mut npm = Command::new("npm");
        npm.current_dir(self.ui());
        npm
    }

    /// A program that npm installed, without npm's own start-up time.
    pub(crate) fn ui_tool(&self, name: &str) -> Command {
        let mut tool = Command::new(self.ui().join("node_modules/.bin").join(name));
        tool.current_dir(self.ui());
        tool
    }
}

/// Runs a program with its output on ours, and fails in words when it fails.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let line = spoken(command);
    let status = command.status().map_err(|why| format!("could not start `{line}`: {why}"))?;
    if status.success() { Ok(()) } else { Err(format!("`{line}` failed ({status})")) }
}

/// Runs a program and returns what it wrote on standard output, trimmed; `None` when it is missing or fails.
pub(crate) fn ask(command: &mut Command) -> Option<String> {
    let answer = command.stderr(Stdio::null()).stdin(Stdio::null()).output().ok()?;
    answer.status.success().then(|| String::from_utf8_lossy(&answer.stdout).trim().to_owned())
}

/// Says whether a program of this name is on the path.
pub(crate) fn on_path(name: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(name).is_file())
}

/// The command as a person would type it.
pub(crate) fn spoken(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_else(|| OsStr::new("?"));
    let words = std::iter::once(program).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

/// Every file under a folder whose name ends so, in a fixed order.
pub(crate) fn files_under(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// Empties a folder, or makes it.
pub(crate) fn fresh_folder(folder: &Path) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|why| format!("could not empty {}: {why}", folder.display()))?;
    }
    fs::create_dir_all(folder).map_err(|why| format!("could not make {}: {why}", folder.display()))
}

/// Reads a text file, naming it when it cannot be read.
pub(crate) fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|why| format!("could not read {}: {why}", path.display()))
}

/// Writes a file, naming it when it cannot be written.
pub(crate) fn write(path: &Path, text: &str) -> Outcome {
    fs::write(path, text).map_err(|why| format!("could not write {}: {why}", path.display()))
}
