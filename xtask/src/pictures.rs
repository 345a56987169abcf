//! `cargo xtask pictures`: plays the window journeys and keeps a dozen of their pictures for the readers of the README.

use std::fs;
use std::path::Path;

use crate::house::{House, Outcome, files_under, fresh_folder, run};
use crate::run::{PROGRAMS, window_journeys};
use crate::{setup, ui};

/// The journey and the picture, as the journeys name them; kept under the picture's name.
const KEPT: [(&str, &str); 13] = [
    ("first-run", "doors"),
    ("four-glass-visit", "recovery-kit"),
    ("four-glass-visit", "check-in-answered"),
    ("four-glass-visit", "what-the-patient-reads"),
    ("four-glass-visit", "today"),
    ("examination-alone", "time-out"),
    ("examination-alone", "findings"),
    ("four-glass-visit", "massage"),
    ("four-glass-visit", "four-glasses"),
    ("four-glass-visit", "note-signed"),
    ("four-glass-visit", "audit"),
    ("feverish-man", "stop"),
    ("results", "result"),
];

/// Plays every journey, then copies; a picture that no journey took is an error, so that no README shows an old one.
pub(crate) fn pictures(house: &House, words: &[String]) -> Outcome {
    if let Some(word) = words.first() {
        return Err(format!("`pictures` takes no words, not even `{word}`"));
    }
    setup::setup(house)?;
    ui::build(house)?;
    run(house.cargo().args(PROGRAMS))?;
    let taken = house.at("target/walkthrough");
    fresh_folder(&taken)?;
    run(&mut window_journeys(house, &["--", "--test-threads=1"]))?;
    let kept = house.at("docs/pictures");
    fresh_folder(&kept)?;
    for (journey, name) in KEPT {
        keep(&taken.join(journey), name, &kept)?;
    }
    println!("{} pictures kept in {}", KEPT.len(), kept.display());
    Ok(())
}

/// A journey numbers its pictures: `07-today.png` is kept as `today.png`.
fn keep(journey: &Path, name: &str, kept: &Path) -> Outcome {
    let ending = format!("-{name}.png");
    let picture = files_under(journey, &ending).into_iter().next();
    let picture = picture.ok_or_else(|| format!("no journey took the picture `{name}` in {}", journey.display()))?;
    fs::copy(&picture, kept.join(format!("{name}.png")))
        .map(drop)
        .map_err(|why| format!("could not keep {}: {why}", picture.display()))
}
