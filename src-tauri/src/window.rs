//! The one window: how it opens, what it keeps from the disk, and what a second start does.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::time::Duration;

use practice::{Clock, Station};
use tauri::{AppHandle, Manager, WebviewWindowBuilder, Wry};

use crate::arguments::Arguments;
use crate::commands;

/// Opens the window and stays until it is closed. `clock` and `seed` are the machine's hour and chance.
pub(crate) fn open(arguments: &Arguments, clock: Clock, seed: u64) -> tauri::Result<()> {
    let context = tauri::generate_context!();
    let vault = vault_folder(arguments, &context.config().identifier);
    let commands = commands::commands();
    tauri::Builder::default()
        .plugin(one_window_per_vault(&context.config().identifier, &vault))
        .manage(Station::new(vault, clock, seed))
        .invoke_handler(commands.invoke_handler())
        .setup(|app| {
            show(app.handle())?;
            tauri::async_runtime::spawn(lock_when_due(app.handle().clone()));
            Ok(())
        })
        .run(context)
}

/// Locks an untouched station even when its page has stopped asking.
async fn lock_when_due(app: AppHandle) {
    loop {
        tokio::time::sleep(Duration::from_secs(5)).await;
        app.state::<Station>().lock_if_due().await;
    }
}

/// Replaces the panic message, which could quote a patient, by the place in the source.
pub(crate) fn say_only_where_it_broke() {
    std::panic::set_hook(Box::new(|panic| match panic.location() {
        Some(place) => eprintln!("Fourglass broke at {}:{}.", place.file(), place.line()),
        None => eprintln!("Fourglass broke at an unknown place."),
    }));
}

fn show(app: &AppHandle) -> tauri::Result<()> {
    let Some(config) = app.config().app.windows.first() else { return Err(tauri::Error::WindowNotFound) };
    // A webview keeps caches and storage on disk unless it is told to be private; a driven one cannot be private.
    let driven = std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some();
    WebviewWindowBuilder::from_config(app, config)?.incognito(!driven).build()?;
    Ok(())
}

/// A second start on the same vault brings the first window forward and ends; another vault is another program.
fn one_window_per_vault(identifier: &str, vault: &Path) -> tauri::plugin::TauriPlugin<Wry> {
    let mut digest = DefaultHasher::new();
    vault.hash(&mut digest);
    tauri_plugin_single_instance::Builder::new()
        .dbus_id(format!("{identifier}.v{:x}", digest.finish()))
        .callback(|app, _, _| bring_forward(app))
        .build()
}

fn bring_forward(app: &AppHandle) {
    if let Some(window) = app.get_webview_window("main") {
        // A window that will not come forward is no reason to end the program that owns the vault.
        window.unminimize().and_then(|()| window.show()).and_then(|()| window.set_focus()).ok();
    }
}

/// The named folder, or the one of this program in the person's own data; made absolute, so that two ways of writing
/// one folder are one vault.
fn vault_folder(arguments: &Arguments, identifier: &str) -> PathBuf {
    let named = arguments.vault.clone().unwrap_or_else(|| own_data().join(identifier).join("vault"));
    named.canonicalize().or_else(|_| std::path::absolute(&named)).unwrap_or(named)
}

fn own_data() -> PathBuf {
    let set = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|folder| folder.is_absolute());
    let home = || set("HOME").unwrap_or_else(std::env::temp_dir);
    if cfg!(target_os = "windows") {
        set("LOCALAPPDATA").unwrap_or_else(std::env::temp_dir)
    } else if cfg!(target_os = "macos") {
        home().join("Library/Application Support")
    } else {
        set("XDG_DATA_HOME").unwrap_or_else(|| home().join(".local/share"))
    }
}
