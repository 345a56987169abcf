//! The cast of the journeys: fictional people and one clinic of theirs, the same in the practice and in the window.

use practice::demo::{self, Player};
use practice::{Clock, Desk, Station};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

pub use practice::demo::{ADMINISTRATOR, NURSE, UROLOGIST};

/// A clinic in a temporary folder, whose clock stands still until it is moved.
pub struct ClinicDay {
    /// The station.
    pub station: Station,
    hour: Arc<AtomicI64>,
    folder: tempfile::TempDir,
}

impl ClinicDay {
    /// The fictional clinic on the morning of Monday, 23 Nov 2026, 08:00 in Berlin; locked.
    ///
    /// # Panics
    /// When it cannot be founded: the journey has failed.
    pub async fn begin() -> Self {
        let morning = 1_795_417_200_000;
        let hour = Arc::new(AtomicI64::new(morning));
        let folder = tempfile::tempdir().unwrap_or_else(|problem| panic!("no temporary folder: {problem}"));
        let station = demo::found(folder.path().join("vault"), clock(&hour), 42)
            .await
            .unwrap_or_else(|refusal| panic!("the clinic was not founded: {refusal}"))
            .0;
        Self { station, hour, folder }
    }

    /// The folder that holds the vault and whatever else the journey makes.
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// Lets `minutes` pass.
    pub fn wait_minutes(&self, minutes: i64) {
        self.wait_seconds(minutes * 60);
    }

    /// Lets `seconds` pass.
    pub fn wait_seconds(&self, seconds: i64) {
        self.hour.fetch_add(seconds * 1000, Ordering::SeqCst);
    }

    /// One of the cast signs on, and stands at the desk.
    ///
    /// # Panics
    /// When the sign-on is refused: the journey has failed.
    pub async fn desk(&self, player: Player) -> Desk {
        demo::play(&self.station, player).await.unwrap_or_else(|refusal| panic!("{}: {refusal}", player.name));
        self.now().await
    }

    /// The desk of whoever is signed on, at the present hour.
    ///
    /// # Panics
    /// When nobody is signed on: the journey has failed.
    pub async fn now(&self) -> Desk {
        self.station.desk().await.unwrap_or_else(|refusal| panic!("nobody is signed on: {refusal}"))
    }

    /// The program ends without warning and is started again; nobody is signed on.
    pub async fn restart(self) -> Self {
        let Self { station, hour, folder } = self;
        let vault = station.folder();
        station.lock().await;
        drop(station);
        Self { station: Station::new(vault, clock(&hour), 43), hour, folder }
    }
}

fn clock(hour: &Arc<AtomicI64>) -> Clock {
    let hour = Arc::clone(hour);
    Arc::new(move || chrono::DateTime::from_timestamp_millis(hour.load(Ordering::SeqCst)).unwrap_or_default())
}
