//! `cargo xtask queries`: what every `query!` of the record room asks, checked against the migrations and kept in `.sqlx/`.
//!
//! The vault is encrypted, so the macros cannot look at a real one. Debian's `sqlite3` builds a plain file of the same
//! shape from `migrations/`; the compiler asks that file, and its answers are committed so that nobody else needs it.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::house::{House, Outcome, files_under, fresh_folder, read, run, write};

/// Options of virtual tables that Debian's sqlite3 is too old to know. They do not change what a query is told.
const NEWER_THAN_DEBIAN: &str = "contentless_delete = 1, ";

/// Refreshes `.sqlx/`, or with `--check` only compares; `--schema` stops after the plain schema file.
pub(crate) fn queries(house: &House, words: &[String]) -> Outcome {
    let schema = build_schema(house)?;
    println!("schema  {}", schema.display());
    println!("        to let your own builds ask it: export DATABASE_URL=sqlite://{}", schema.display());
    match words.first().map(String::as_str) {
        Some("--schema") => Ok(()),
        Some("--check") => check(house),
        None => refresh(house),
        Some(other) => Err(format!("`queries` knows --check and --schema, not `{other}`")),
    }
}

/// Fails when `.sqlx/` is not what the present code and migrations give.
pub(crate) fn check(house: &House) -> Outcome {
    let fresh = ask_compiler(house)?;
    let kept = answers_in(&house.at(".sqlx"))?;
    if fresh == kept {
        println!("queries {} kept in .sqlx, all fresh", kept.len());
        return Ok(());
    }
    let stale = kept.iter().filter(|(name, text)| fresh.get(*name) != Some(*text)).count();
    let missing = fresh.keys().filter(|name| !kept.contains_key(*name)).count();
    Err(format!(".sqlx has {stale} stale and {missing} missing queries: run `cargo xtask queries` and commit .sqlx"))
}

fn refresh(house: &House) -> Outcome {
    let fresh = ask_compiler(house)?;
    let kept_in = house.at(".sqlx");
    let kept = answers_in(&kept_in)?;
    for name in kept.keys().filter(|name| !fresh.contains_key(*name)) {
        fs::remove_file(kept_in.join(name)).map_err(|why| format!("could not remove .sqlx/{name}: {why}"))?;
    }
    fs::create_dir_all(&kept_in).map_err(|why| format!("could not make .sqlx: {why}"))?;
    let changed: Vec<_> = fresh.iter().filter(|(name, text)| kept.get(*name) != Some(*text)).collect();
    for (name, text) in &changed {
        write(&kept_in.join(name), text)?;
    }
    println!("queries {} in .sqlx, {} of them new", fresh.len(), changed.len());
    Ok(())
}

/// Compiles the record room against the schema file and returns what each `query!` was told, by file name.
fn ask_compiler(house: &House) -> Outcome<BTreeMap<String, String>> {
    let schema = build_schema(house)?;
    let answers = house.target.join("queries").join(std::process::id().to_string());
    fresh_folder(&answers)?;
    // The macros leave no trace of what they asked, so cargo believes the room is up to date. A cfg that nobody reads
    // makes it compile again, and of all builds only this one.
    let once = format!("asked_by=\"{}\"", std::process::id());
    let mut compiler = house.cargo();
    compiler.args(["rustc", "--quiet", "--package", "records", "--lib", "--profile", "check", "--", "--cfg", &once]);
    compiler.env("DATABASE_URL", format!("sqlite://{}", schema.display()));
    compiler.env("SQLX_OFFLINE_DIR", &answers).env("SQLX_OFFLINE", "false");
    let outcome = run(&mut compiler);
    let found = answers_in(&answers);
    fs::remove_dir_all(&answers).map_err(|why| format!("could not remove {}: {why}", answers.display()))?;
    outcome.map_err(|why| format!("{why}; .sqlx was left as it is"))?;
    found
}

fn answers_in(folder: &Path) -> Outcome<BTreeMap<String, String>> {
    let mut answers = BTreeMap::new();
    for path in files_under(folder, ".json") {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        answers.insert(name, read(&path)?);
    }
    Ok(answers)
}

/// The plain file with the shape of a vault, built anew only when a migration has changed.
pub(crate) fn build_schema(house: &House) -> Outcome<PathBuf> {
    let mut script = String::new();
    for migration in files_under(&house.at("migrations"), ".sql") {
        script.push_str(&read(&migration)?.replace(NEWER_THAN_DEBIAN, ""));
        script.push('\n');
    }
    let schema = house.target.join("schema.db");
    let built_from = house.target.join("schema.sql");
    if schema.exists() && fs::read_to_string(&built_from).is_ok_and(|last| last == script) {
        return Ok(schema);
    }
    fs::create_dir_all(&house.target).map_err(|why| format!("could not make {}: {why}", house.target.display()))?;
    let draft = house.target.join(format!("schema-{}.db", std::process::id()));
    let built = run_sqlite(&draft, &script);
    if built.is_ok() {
        fs::rename(&draft, &schema).map_err(|why| format!("could not place {}: {why}", schema.display()))?;
        write(&built_from, &script)?;
    } else {
        fs::remove_file(&draft).ok();
    }
    built.map(|()| schema)
}

fn run_sqlite(file: &Path, script: &str) -> Outcome {
    let mut sqlite = Command::new("sqlite3");
    sqlite.args(["-batch", "-bail"]).arg(file).stdin(Stdio::piped());
    let mut child =
        sqlite.spawn().map_err(|why| format!("could not start sqlite3 ({why}): run `cargo xtask setup`"))?;
    let mut input = child.stdin.take().ok_or("sqlite3 has no standard input")?;
    // Writing the user version makes a file even of an empty script.
    let written = input.write_all(b"pragma user_version = 1;\n").and_then(|()| input.write_all(script.as_bytes()));
    drop(input);
    let status = child.wait().map_err(|why| format!("sqlite3 did not end: {why}"))?;
    written.map_err(|why| format!("sqlite3 stopped reading the migrations: {why}"))?;
    if status.success() { Ok(()) } else { Err("a migration was refused; the line above says which".to_owned()) }
}
