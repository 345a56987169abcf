//! The window of Fourglass. The only room that asks the machine for the hour and for chance; everything behind the
//! commands takes them as parameters.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::sync::Arc;

use chrono::{DateTime, Utc};

mod arguments;
mod commands;
mod window;

fn main() {
    window::say_only_where_it_broke();
    let arguments = match arguments::Arguments::parse(std::env::args_os().skip(1)) {
        Ok(arguments) => arguments,
        Err(why) => {
            eprintln!("{why}");
            std::process::exit(2);
        }
    };
    if !has_display() {
        eprintln!(
            "There is no display here. Start Fourglass from a desktop session; `fourglassctl` works without one."
        );
        std::process::exit(1);
    }
    let opened = seed().and_then(|seed| {
        window::open(&arguments, Arc::new(the_hour), seed)
            .map_err(|why| format!("The window could not be opened: {why}"))
    });
    if let Err(why) = opened {
        eprintln!("{why}");
        std::process::exit(1);
    }
}

#[expect(clippy::disallowed_methods, reason = "a program's main is the one place that asks the machine for the hour")]
fn the_hour() -> DateTime<Utc> {
    Utc::now()
}

/// The window's toolkit would end the program without a word.
fn has_display() -> bool {
    let named = |name| std::env::var_os(name).is_some_and(|display| !display.is_empty());
    !cfg!(target_os = "linux") || named("DISPLAY") || named("WAYLAND_DISPLAY")
}

fn seed() -> Result<u64, String> {
    getrandom::u64().map_err(|why| format!("The system gave no random numbers: {why}"))
}
