//! One window or command line on one vault: locked, or open for one person at a time.

use crate::again::Again;
use crate::{Desk, Refusal};
use chrono::{DateTime, TimeDelta, Utc};
use clinic::ids::StaffId;
use clinic::premises::parse_zone;
use clinic::{Ids, Moment};
use records::clinic::ClinicView;
use records::{Records, Who};
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use tokio::sync::{Mutex as AsyncMutex, RwLock as AsyncRwLock};
use vault::{Condition, Passphrase};
use zeroize::Zeroizing;

/// Where the hour comes from: the system's clock in a program, a set one in a demo or a test.
pub type Clock = Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>;

/// Minutes without a touch after which the station locks.
const IDLE_MINUTES: i64 = 5;
/// Hours after sign-on when it locks whatever is done.
const LONGEST_HOURS: i64 = 12;
/// Minutes for which the patient may read without a touch.
const LONGEST_HOLD_MINUTES: i64 = 30;

/// Where what leaves the vault is put.
#[derive(Debug, Clone)]
pub struct Places {
    /// The vault's folder, beside which everything goes that has no place of its own.
    pub beside: PathBuf,
    /// Labels, as PDF and ZPL.
    pub labels: PathBuf,
    /// Requisitions and orders for the laboratory.
    pub orders: PathBuf,
    /// Papers that a person asked for.
    pub papers: PathBuf,
    /// Exports.
    pub exports: PathBuf,
}

impl Places {
    /// The folders beside a vault.
    pub(crate) fn beside(folder: &Path) -> Self {
        let outgoing = folder.join("outgoing");
        Self {
            beside: folder.to_owned(),
            labels: outgoing.join("labels"),
            orders: outgoing.join("orders"),
            papers: outgoing.join("papers"),
            exports: outgoing.join("exports"),
        }
    }
}

/// A station on one vault.
pub struct Station {
    folder: RwLock<PathBuf>,
    clock: Clock,
    seed: u64,
    sources: AtomicU64,
    pub(crate) cost: Option<vault::Cost>,
    open: AsyncRwLock<Option<Arc<Session>>>,
}

/// One person's stay at the station.
pub(crate) struct Session {
    pub(crate) vault: vault::OpenVault,
    pub(crate) records: Records,
    pub(crate) who: Who,
    clinic: RwLock<ClinicView>,
    /// Begun with the recovery kit.
    pub(crate) by_kit: bool,
    places: RwLock<Places>,
    zone: chrono_tz::Tz,
    since: DateTime<Utc>,
    idle_from: Mutex<DateTime<Utc>>,
    pub(crate) again: AsyncMutex<Again>,
    /// One printing at a time: two would send the same label twice, and the second would find its file there.
    pub(crate) printing: AsyncMutex<()>,
    ended: AtomicBool,
}

impl Station {
    /// A station on the vault in `folder`, whether or not one is there yet. `seed` is chance from the system.
    #[must_use]
    pub fn new(folder: PathBuf, clock: Clock, seed: u64) -> Self {
        Self {
            folder: RwLock::new(folder),
            clock,
            seed,
            sources: AtomicU64::new(0),
            cost: None,
            open: AsyncRwLock::new(None),
        }
    }

    /// The same station with a fixed cost of key derivation for new people, for tests and demos.
    #[must_use]
    pub fn with_cost(self, cost: vault::Cost) -> Self {
        Self { cost: Some(cost), ..self }
    }

    /// The vault's folder.
    pub fn folder(&self) -> PathBuf {
        self.folder.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Turns to another vault. Locks first.
    pub async fn turn_to(&self, folder: PathBuf) {
        self.lock().await;
        *self.folder.write().unwrap_or_else(PoisonError::into_inner) = folder;
    }

    pub(crate) fn instant(&self) -> DateTime<Utc> {
        (self.clock)()
    }

    pub(crate) fn seed(&self) -> u64 {
        self.seed
    }

    /// A source of ids for a sign-on. Each has its own chance, so that a clock set back between two never repeats an id.
    pub(crate) fn ids(&self) -> Ids {
        Ids::new(self.seed.wrapping_add(self.sources.fetch_add(1, Ordering::Relaxed)))
    }

    /// The desk of whoever is signed on. Asking for it counts as a touch.
    ///
    /// # Errors
    /// `locked`, also when the time of the session has run out meanwhile.
    pub async fn desk(&self) -> Result<Desk, Refusal> {
        self.lock_if_due().await;
        let session = self.open.read().await.clone().ok_or_else(Refusal::locked)?;
        session.touch(self.instant());
        Ok(session.desk(self.instant()))
    }

    pub(crate) async fn begin(&self, session: Session) {
        *self.open.write().await = Some(Arc::new(session));
    }

    pub(crate) async fn session(&self) -> Option<Arc<Session>> {
        self.open.read().await.clone()
    }

    /// Somebody is there: keys, pointer, scanner.
    pub async fn touch(&self) {
        if let Some(session) = self.session().await {
            session.touch(self.instant());
        }
    }

    /// The patient is reading: the idle lock waits, at most half an hour from now.
    pub async fn hold(&self) {
        if let Some(session) = self.session().await {
            session.touch(self.instant() + TimeDelta::minutes(LONGEST_HOLD_MINUTES - IDLE_MINUTES));
        }
    }

    /// Locks when nobody has touched it for five minutes, or twelve hours after the sign-on.
    pub async fn lock_if_due(&self) -> bool {
        let due = self.session().await.is_some_and(|session| session.is_over(self.instant()));
        if due {
            self.lock().await;
        }
        due
    }

    /// Locks: the step under way is finished or undone, the database closed, the keys wiped.
    pub async fn lock(&self) {
        let Some(session) = self.open.write().await.take() else { return };
        // Waits for the step under way. The keys are wiped with the last hold on the session: here, or with the desk
        // of an act that was still at work.
        session.records.close().await;
    }

    /// What the vault's folder holds.
    pub(crate) fn condition(&self) -> Condition {
        vault::look(&self.folder())
    }
}

impl Session {
    pub(crate) fn new(
        vault: vault::OpenVault,
        records: Records,
        who: Who,
        clinic: ClinicView,
        places: Places,
        since: DateTime<Utc>,
    ) -> Result<Self, Refusal> {
        let zone = parse_zone(&clinic.zone).map_err(|problem| Refusal::unexpected(&problem))?;
        let (places, idle_from) = (RwLock::new(places), Mutex::new(since));
        let clinic = RwLock::new(clinic);
        let (again, printing, ended) = (AsyncMutex::default(), AsyncMutex::default(), AtomicBool::new(false));
        Ok(Self { vault, records, who, clinic, by_kit: false, places, zone, since, idle_from, again, printing, ended })
    }

    /// The same session, begun with the recovery kit instead of a passphrase.
    pub(crate) fn by_kit(self) -> Self {
        Self { by_kit: true, ..self }
    }

    fn touch(&self, instant: DateTime<Utc>) {
        let mut idle_from = self.idle_from.lock().unwrap_or_else(PoisonError::into_inner);
        *idle_from = instant.max(*idle_from);
    }

    /// The session is over: whoever asks for a desk next finds the station locked.
    pub(crate) fn end(&self) {
        self.ended.store(true, Ordering::Relaxed);
    }

    /// When this person signed on here; what ran before that, nobody at this station saw through to its end.
    pub(crate) fn opened_at(&self) -> Moment {
        Moment::in_zone(self.since, self.zone)
    }

    fn is_over(&self, instant: DateTime<Utc>) -> bool {
        let idle_from = *self.idle_from.lock().unwrap_or_else(PoisonError::into_inner);
        self.ended.load(Ordering::Relaxed)
            || instant - idle_from >= TimeDelta::minutes(IDLE_MINUTES)
            || instant - self.since >= TimeDelta::hours(LONGEST_HOURS)
    }

    /// The clinic as it stands.
    pub(crate) fn clinic(&self) -> ClinicView {
        self.clinic.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The clinic declared something else of itself: it counts from the next act on.
    pub(crate) fn declare(&self, clinic: ClinicView) {
        *self.clinic.write().unwrap_or_else(PoisonError::into_inner) = clinic;
    }

    /// Another folder was set for what leaves the vault.
    pub(crate) fn move_places(&self, places: Places) {
        *self.places.write().unwrap_or_else(PoisonError::into_inner) = places;
    }

    pub(crate) fn desk(self: &Arc<Self>, instant: DateTime<Utc>) -> Desk {
        Desk {
            who: self.who.clone(),
            now: Moment::in_zone(instant, self.zone),
            records: self.records.clone(),
            clinic: self.clinic(),
            places: self.places.read().unwrap_or_else(PoisonError::into_inner).clone(),
            session: Arc::clone(self),
        }
    }
}

/// Whether `passphrase` is that of the person signed on.
pub(crate) async fn is_own_passphrase(session: Arc<Session>, passphrase: &str) -> Result<bool, Refusal> {
    let typed = Zeroizing::new(passphrase.to_owned());
    blocking(move || session.vault.check_passphrase(&Passphrase::from_typed(&typed))).await
}

/// Whose name and passphrase these are; an unknown name takes as long.
pub(crate) async fn recognise(session: Arc<Session>, name: &str, passphrase: &str) -> Result<Option<StaffId>, Refusal> {
    let name = name.trim().to_owned();
    let typed = Zeroizing::new(passphrase.to_owned());
    let found = blocking(move || session.vault.recognise(&name, &Passphrase::from_typed(&typed))).await?;
    Ok(found.map(StaffId::from))
}

/// Deriving a key takes most of a second, so it is done where that holds up nobody.
pub(crate) async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Refusal> {
    tokio::task::spawn_blocking(work).await.map_err(|problem| Refusal::unexpected(&problem))
}

/// One person on the lock page.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Tile {
    /// The person.
    pub staff_id: StaffId,
    /// As they sign on.
    pub name: String,
}
