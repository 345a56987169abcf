//! Signing on, and what the window shows before anybody has.

use crate::Refusal;
use crate::kit::numbered;
use crate::settings;
use crate::station::{Places, Session, Station, Tile};
use clinic::ids::StaffId;
use clinic::staff::Role;
use clinic::{Ids, Moment};
use records::clinic::{ClinicView, KitPaper};
use records::staff::StaffView;
use records::{Event, Records, Who, Writing};
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::sync::Arc;
use vault::{Condition, FailedAttempt, OpenVault, Passphrase, UnlockError, VaultError};
use zeroize::Zeroizing;

/// What the window shows: nothing yet, something it cannot use, the lock page, or the clinic.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(tag = "state", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum StationView {
    /// No vault in this folder yet.
    Empty {
        /// The folder.
        folder: String,
    },
    /// There is something, but not a vault that this version can open. It was not touched.
    Unusable {
        /// Which, and what to do.
        refusal: Refusal,
    },
    /// A vault, locked: nothing of any patient is shown.
    Locked {
        /// Who may sign on.
        people: Vec<Tile>,
    },
    /// Open for one person.
    Open {
        /// The clinic.
        clinic: ClinicView,
        /// Who is signed on.
        who: WhoView,
        /// The groups of the recovery kit that must still be typed back, counted from 1; none once it is on paper.
        kit_asked: Vec<u32>,
        /// No recovery kit is known, on paper or on its way there: one must be made.
        kit_missing: bool,
        /// The clinic's day.
        today: String,
    },
}

/// Who is signed on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct WhoView {
    /// The person.
    pub staff_id: StaffId,
    /// Name as printed on papers.
    pub name: String,
    /// What the person may be.
    pub roles: Vec<Role>,
}

/// A person signing on.
#[derive(Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct SignOn {
    /// The sign-on name.
    pub name: String,
    /// The passphrase.
    pub passphrase: String,
}

/// What to show now.
pub async fn state(station: &Station) -> Result<StationView, Refusal> {
    station.lock_if_due().await;
    if let Some(session) = station.session().await {
        let desk = session.desk(station.instant());
        let paper = desk.records.reading().await?.kit_paper().await?;
        let kit_missing = paper == KitPaper::Missing;
        let kit_asked = match paper {
            KitPaper::Asked(asked) => asked.iter().map(|group| numbered(group).0).collect(),
            KitPaper::Confirmed | KitPaper::Missing => Vec::new(),
        };
        let today = desk.today().to_string();
        let who = WhoView { staff_id: desk.who.staff, name: desk.who.name, roles: desk.who.roles };
        return Ok(StationView::Open { clinic: desk.clinic, who, kit_asked, kit_missing, today });
    }
    Ok(match station.condition() {
        Condition::Missing => StationView::Empty { folder: station.folder().display().to_string() },
        Condition::Ready(lock) => StationView::Locked {
            people: lock
                .people
                .into_iter()
                .map(|tile| Tile { staff_id: tile.staff_id.into(), name: tile.sign_on_name })
                .collect(),
        },
        other => StationView::Unusable { refusal: unusable(other) },
    })
}

/// Signs a person on. A wrong passphrase and an unknown name get the same answer after the same time.
pub async fn sign_on(station: &Station, request: SignOn) -> Result<StationView, Refusal> {
    station.lock().await;
    let typed = Zeroizing::new(request.passphrase);
    let folder = station.folder();
    let instant = station.instant();
    let name = request.name;
    let open = tokio::task::spawn_blocking(move || {
        vault::unlock(&folder, name.trim(), &Passphrase::from_typed(&typed), instant.timestamp_millis())
    })
    .await
    .map_err(|problem| Refusal::unexpected(&problem))?
    .map_err(unlock_refusal)?;
    enter(station, open).await?;
    state(station).await
}

/// Opens the record room for the person who unlocked the vault.
async fn enter(station: &Station, open: OpenVault) -> Result<(), Refusal> {
    let mut ids = station.ids();
    let staff = StaffId::from(open.staff_id());
    let failed = open.take_failed_attempts().map_err(vault_refusal)?;
    let utc = Moment::in_zone(station.instant(), chrono_tz::UTC);
    let session = ids.next(utc);
    let records = open_records(&open, ids).await?;
    let Standing { clinic, person, places } = standing(&records, staff, &station.folder()).await?;
    let who = Who { staff, name: person.name, roles: person.roles, session };
    let session = Arc::new(Session::new(open, records, who, clinic, places, station.instant())?);
    let desk = session.desk(station.instant());
    let mut writing = desk.writing().await?;
    note_failed(&mut writing, &failed).await?;
    writing.note(Event::seen("sign-on", format!("staff/{staff}"), &())).await?;
    writing.commit().await?;
    drop(desk);
    let session = Arc::try_unwrap(session).map_err(|_| Refusal::locked())?;
    station.begin(session).await;
    Ok(())
}

/// What the record says of the person who unlocked the vault.
pub(crate) struct Standing {
    pub(crate) clinic: ClinicView,
    pub(crate) person: StaffView,
    pub(crate) places: Places,
}

/// Looks up a person who unlocked the vault; one who no longer works here stays outside, and the room is closed.
pub(crate) async fn standing(records: &Records, staff: StaffId, folder: &Path) -> Result<Standing, Refusal> {
    let mut reading = records.reading().await?;
    let clinic = reading.clinic().await?.ok_or_else(unfinished)?;
    let person = reading.staff_member(staff).await?.filter(|person| person.active);
    let places = settings::places(&mut reading, folder).await?;
    drop(reading);
    let Some(person) = person else {
        records.close().await;
        return Err(Refusal::new("not-active", "This person no longer works here. Ask an administrator."));
    };
    Ok(Standing { clinic, person, places })
}

/// Writes down what was tried at the lock page since the last session.
pub(crate) async fn note_failed(writing: &mut Writing, failed: &[FailedAttempt]) -> Result<(), Refusal> {
    for attempt in failed {
        let whose = attempt.staff_id.map_or_else(|| "staff/unknown".to_owned(), |staff| format!("staff/{staff}"));
        let action = if attempt.with_kit { "recovery-kit.refused" } else { "sign-on.failed" };
        writing.note(Event::seen(action, whose, &attempt.at_ms)).await?;
    }
    Ok(())
}

pub(crate) async fn open_records(open: &OpenVault, ids: Ids) -> Result<Records, Refusal> {
    let mut maintenance = open.maintenance().await.map_err(vault_refusal)?;
    records::migrate(&mut maintenance).await?;
    // The guard is set up from the tables that are there, so the guarded connections open after the migrations.
    drop(maintenance);
    Ok(Records::new(open.writer(), open.readers(), open.seal(), ids))
}

fn unfinished() -> Refusal {
    Refusal::new(
        "clinic-unfinished",
        "This vault was begun but its clinic was never founded. Begin again in a new folder.",
    )
}

pub(crate) fn unlock_refusal(problem: UnlockError) -> Refusal {
    match problem {
        UnlockError::Refused { wait_seconds: 0 } => Refusal::field(
            "passphrase",
            "sign-on-refused",
            "Name and passphrase do not fit. Check Caps Lock and type again.",
        ),
        UnlockError::Refused { wait_seconds } => Refusal::field(
            "passphrase",
            "sign-on-wait",
            format!("Name and passphrase do not fit. The next try counts after {wait_seconds} s."),
        ),
        UnlockError::Stopped => Refusal::field(
            "passphrase",
            "sign-on-stopped",
            "A hundred wrong passphrases in a row stopped this name. A colleague's sign-on or the recovery kit ends it.",
        ),
        UnlockError::Kit(problem) => {
            Refusal::field("kit", "kit-mistyped", format!("Look at the kit again: {problem}."))
        }
        UnlockError::WrongKit { wait_seconds } => {
            let wait = match wait_seconds {
                0 => String::new(),
                seconds => format!(" The next try counts after {seconds} s."),
            };
            Refusal::field(
                "kit",
                if wait_seconds == 0 { "kit-wrong" } else { "kit-wait" },
                format!("This recovery kit does not belong to this vault, or a newer one has replaced it.{wait}"),
            )
        }
        UnlockError::KitTooSoon { wait_seconds } => Refusal::field(
            "kit",
            "kit-wait",
            format!(
                "After wrong kits this one came too soon and was not looked at. The next try counts after {wait_seconds} s."
            ),
        ),
        UnlockError::Unusable(condition) => unusable(condition),
        UnlockError::Failed(problem) => vault_refusal(problem),
    }
}

pub(crate) fn vault_refusal(problem: VaultError) -> Refusal {
    match problem {
        VaultError::InUse => Refusal::new(
            "vault-in-use",
            "This vault is open in another Fourglass. Close it there first; two at once could lose a record.",
        ),
        VaultError::Occupied(_) => Refusal::new(
            "folder-not-empty",
            "This folder already holds something. Choose an empty one for a new vault.",
        ),
        problem if problem.is_damage() => unusable(Condition::Damaged("its database cannot be read".to_owned())),
        other => Refusal::unexpected(&other),
    }
}

/// Why a folder cannot be used as a vault. It was only looked at.
fn unusable(condition: Condition) -> Refusal {
    match condition {
        Condition::Foreign(what) => Refusal::new(
            "vault-foreign",
            format!("This folder is not a Fourglass vault: {what}. Nothing was touched; choose another folder."),
        ),
        Condition::Newer(version) => Refusal::new(
            "vault-newer",
            format!(
                "This vault was made by a newer Fourglass (format {version}). Nothing was touched; update this program."
            ),
        ),
        Condition::Damaged(what) => Refusal::new(
            "vault-damaged",
            format!("This vault is damaged: {what}. Nothing was touched; restore the last backup into a new folder."),
        ),
        Condition::Missing | Condition::Ready(_) => Refusal::new(
            "vault-missing",
            "There is no vault in this folder. Choose the folder, or found a clinic in it.",
        ),
    }
}
