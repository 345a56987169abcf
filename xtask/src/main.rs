//! `cargo xtask`: every command of the project, one file each.

mod house;
mod queries;

use house::House;

const USAGE: &str = "\
cargo xtask COMMAND

  queries      build the plain schema file from migrations/ and refresh .sqlx/ (--check: only compare)
";

fn main() {
    let mut words = std::env::args().skip(1);
    let command = words.next().unwrap_or_default();
    let rest: Vec<String> = words.collect();
    let house = House::find();
    let outcome = match command.as_str() {
        "queries" => queries::queries(&house, &rest),
        "" | "help" | "--help" | "-h" => {
            print!("{USAGE}");
            Ok(())
        }
        other => Err(format!("there is no command `{other}`\n\n{USAGE}")),
    };
    if let Err(why) = outcome {
        eprintln!("\n{why}");
        std::process::exit(1);
    }
}
