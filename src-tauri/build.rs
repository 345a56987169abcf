//! Builds the window's context, and declares the commands that a capability may grant.

use std::fs;

fn main() {
    // The pages are baked into the program, which cargo cannot see by itself.
    println!("cargo:rerun-if-changed=../ui/dist");
    println!("cargo:rerun-if-changed=src/commands.rs");
    println!("cargo:rerun-if-changed=capabilities");
    let listed = fs::read_to_string("src/commands.rs").expect("src/commands.rs lists the commands");
    let manifest = tauri_build::AppManifest::new().commands(Vec::leak(commands(&listed)));
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest)).expect("the window's context builds");
}

/// The last word of every path in the one `collect_commands![…]`, so that the list is kept once.
fn commands(listed: &str) -> Vec<&'static str> {
    let list = listed.split_once("collect_commands![").and_then(|(_, rest)| rest.split_once(']'));
    let (list, _) = list.expect("src/commands.rs has one collect_commands![…]");
    let lines = list.lines().map(|line| line.split("//").next().unwrap_or_default());
    let joined: String = lines.collect();
    let names = joined.split(',').filter_map(|path| path.rsplit("::").next().map(str::trim).map(str::to_owned));
    names.filter(|name| !name.is_empty()).map(|name| &*name.leak()).collect()
}
