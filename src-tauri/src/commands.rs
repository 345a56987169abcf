//! Everything that the window may ask of the practice, one file per noun. This list is the only one: the build script
//! declares it, `cargo xtask bindings` writes it into the capability and into the user interface's hatch.

use tauri::Wry;
use tauri_specta::{Builder, ErrorHandlingMode, collect_commands};

/// The commands with their types. A refused command throws the refusal.
pub(crate) fn commands() -> Builder<Wry> {
    Builder::new().error_handling(ErrorHandlingMode::Throw).commands(collect_commands![])
}

#[cfg(test)]
mod bindings;
