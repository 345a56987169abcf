//! The window of Fourglass. The only room that asks the machine for the hour and for chance; everything behind the
//! commands takes them as parameters.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

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
    if let Err(why) = window::open(&arguments) {
        eprintln!("The window could not be opened: {why}");
        std::process::exit(1);
    }
}
