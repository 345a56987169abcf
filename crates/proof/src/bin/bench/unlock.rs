//! From an accepted passphrase to the list of today: what the program adds to the key derivation.

use crate::table::{Table, median};
use crate::{Outcome, said};
use practice::demo::{self, NURSE};
use practice::{Clock, Station, today};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use vault::Passphrase;

const TIMES: usize = 9;

pub(crate) async fn measure(table: &mut Table) -> Outcome {
    let folder = tempfile::tempdir().map_err(said)?;
    let (station, _) = demo::found(folder.path().join("vault"), system_clock(), 7).await.map_err(said)?;
    let mut whole = Vec::new();
    let mut derivation = Vec::new();
    for _ in 0..TIMES {
        whole.push(to_today(&station).await?);
        station.lock().await;
        derivation.push(derive(&station.folder())?);
    }
    let derived = median(&derivation);
    let rest: Vec<Duration> = whole.iter().map(|time| time.saturating_sub(derived)).collect();
    table.add("Key derivation", &derivation, "Argon2id at its floor, 64 MiB; a clinic's own is set to 0.5 to 1 s");
    table.add("Unlock to Today, key derivation taken off", &rest, "open, check migrations, trace, read the day");
    Ok(())
}

async fn to_today(station: &Station) -> Outcome<Duration> {
    let started = Instant::now();
    demo::play(station, NURSE).await.map_err(said)?;
    let desk = station.desk().await.map_err(said)?;
    today::list(&desk, None).await.map_err(said)?;
    Ok(started.elapsed())
}

/// Everything of the unlocking before the database is opened.
fn derive(folder: &Path) -> Outcome<Duration> {
    let started = Instant::now();
    let passphrase = Passphrase::from_typed(NURSE.passphrase);
    let open = vault::unlock(folder, NURSE.name, &passphrase, 0).map_err(said)?;
    let took = started.elapsed();
    drop(open);
    Ok(took)
}

/// The machine's clock: what is measured here runs in real time.
pub(crate) fn system_clock() -> Clock {
    let begun = Instant::now();
    // Monday morning in the fictional clinic; it goes on at the pace of the machine.
    let morning = chrono::DateTime::from_timestamp_millis(1_795_417_200_000).unwrap_or_default();
    Arc::new(move || morning + chrono::TimeDelta::from_std(begun.elapsed()).unwrap_or_default())
}
