//! `cargo xtask`: every command of the project, one file each.

mod bench;
mod bindings;
#[cfg(test)]
mod coverage;
mod house;
mod pictures;
mod queries;
mod run;
mod setup;
mod tally;
mod test;
mod ui;

use house::House;

const USAGE: &str = "\
cargo xtask COMMAND

  run       set up, build, and open the window; without a display, play the four-glass visit and keep its pictures
  test      everything: format, lints, unit tests, journeys, the real window, freshness of generated files
  setup     only install what is missing: system packages by apt, the user interface's packages by npm
  bindings  rewrite what is generated from the window's commands: ui/src/practice/bindings.ts and the capability
  bench     measure what people wait for, in a release build: a table, and target/bench.json
  pictures  play the window journeys and keep a dozen of their pictures in docs/pictures/
  queries   check the record room's SQL against migrations/ and refresh .sqlx/ (--check: only compare)
";

fn main() {
    let mut words = std::env::args().skip(1);
    let command = words.next().unwrap_or_default();
    let rest: Vec<String> = words.collect();
    let house = House::find();
    let outcome = match command.as_str() {
        "run" => run::run_window(&house, &rest),
        "test" => test::test(&house, &rest),
        "setup" => setup::setup(&house),
        "bench" => bench::bench(&house, &rest),
        "bindings" => bindings::bindings(&house, &rest),
        "pictures" => pictures::pictures(&house, &rest),
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
