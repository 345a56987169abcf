//! Coming in with the recovery kit: a person who lost the passphrase gets a new one, new keys, and the clinic its next kit.
//!
//! The order keeps the vault openable wherever the program ends. The record first says that the kit is used and the next
//! one missing; then passphrase, keys and kit change by one renaming; then the record knows the next kit. Ended before
//! the renaming, the old kit and passphrase still open. Ended after it, the new passphrase opens, and the record asks an
//! administrator for a new kit until one is on paper.

use crate::Refusal;
use crate::form::Form;
use crate::kit::{self, RecoveryKitView};
use crate::sign_on::{Standing, note_failed, open_records, standing, unlock_refusal, vault_refusal};
use crate::station::{Session, Station, blocking};
use clinic::Moment;
use clinic::premises::parse_zone;
use records::{Event, Records, Who};
use serde::Deserialize;
use uuid::Uuid;
use vault::{ByKit, OpenVault, Passphrase, RecoveryKit, UnlockError, VaultError};
use zeroize::Zeroizing;

/// A person who comes in with the recovery kit.
#[derive(Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct UnlockWithKit {
    /// The sign-on name.
    pub name: String,
    /// The thirteen groups, as typed from the paper or scanned from its code.
    pub kit: String,
    /// The new passphrase.
    pub passphrase: String,
}

/// Opens the vault with the kit and signs the person on. The kit opens nothing any more; the next one is shown.
///
/// # Errors
/// Beside each field: a mistyped group by its number, a kit that is not this vault's or was replaced, a wait after wrong
/// ones, a weak passphrase; `not-active`. Nothing has changed then.
pub async fn unlock_with_kit(station: &Station, request: UnlockWithKit) -> Result<RecoveryKitView, Refusal> {
    station.lock().await;
    let UnlockWithKit { name, kit, passphrase } = request;
    let (kit, typed) = (Zeroizing::new(kit), Zeroizing::new(passphrase));
    let mut form = Form::default();
    form.read("kit", vault::check_kit(&kit));
    form.read("passphrase", Passphrase::parse(&typed, &[&name]));
    form.check()?;
    let by_kit = open(station, name, kit).await?;
    let mut ids = station.ids();
    let session = ids.next(Moment::in_zone(station.instant(), chrono_tz::UTC));
    let records = open_records(by_kit.vault(), ids).await?;
    let allowed = look(station, &by_kit, &records, &typed).await;
    let (standing, passphrase) = match allowed {
        Ok(allowed) => allowed,
        Err(refusal) => {
            records.close().await;
            return Err(refusal);
        }
    };
    let kit = come_in(station, by_kit, records, session, (standing, passphrase)).await?;
    kit::show(&station.desk().await?, &kit).await
}

async fn open(station: &Station, name: String, kit: Zeroizing<String>) -> Result<ByKit, Refusal> {
    let (folder, now_ms) = (station.folder(), station.instant().timestamp_millis());
    let opened = blocking(move || vault::unlock_with_kit(&folder, &kit, name.trim(), now_ms)).await?;
    opened.map_err(|problem| match problem {
        UnlockError::Failed(VaultError::UnknownPerson) => {
            Refusal::field("name", "name-unknown", "Nobody signs on by this name. Choose one of the people.")
        }
        other => unlock_refusal(other),
    })
}

/// Whether this person may come in, and the new passphrase, which must hold none of the names that the record knows.
async fn look(
    station: &Station,
    by_kit: &ByKit,
    records: &Records,
    typed: &str,
) -> Result<(Standing, Passphrase), Refusal> {
    let standing = standing(records, by_kit.vault().staff_id().into(), &station.folder()).await?;
    let Standing { clinic, person, .. } = &standing;
    let names = [person.sign_on_name.as_str(), person.name.as_str(), clinic.name.as_str()];
    let mut form = Form::default();
    match form.read("passphrase", Passphrase::parse(typed, &names)) {
        Some(passphrase) => Ok((standing, passphrase)),
        None => Err(form.refusal()),
    }
}

/// From the opened vault to the new session, one step after the other.
async fn come_in(
    station: &Station,
    by_kit: ByKit,
    records: Records,
    session: Uuid,
    (standing, passphrase): (Standing, Passphrase),
) -> Result<RecoveryKit, Refusal> {
    let Standing { clinic, person, places } = standing;
    let staff = person.staff_id;
    let zone = parse_zone(&clinic.zone).map_err(|problem| Refusal::unexpected(&problem))?;
    let now = Moment::in_zone(station.instant(), zone);
    let who = Who { staff, name: person.name, roles: person.roles, session };

    let old_key = write_down_use(&by_kit, &records, &who, now).await?;
    let (open, kit) = change_keys(by_kit, passphrase).await?;
    let mut writing = records.writing(&who, now).await?;
    writing.keep_kit(kit.kit_id, &kit::asked_of(&kit)).await?;
    writing.replace_keys(staff, (old_key, open.public_key_of(staff.into()))).await?;
    writing.stop_pin("recovery kit").await?;
    writing.note(Event::seen("sign-on", format!("staff/{staff}"), &()).because("recovery kit")).await?;
    writing.commit().await?;
    let session = Session::new(open, records, who, clinic, places, station.instant())?;
    station.begin(session.by_kit()).await;
    Ok(kit)
}

/// The record says who uses which kit, before anything changes. Gives the key that checks what was signed until now.
async fn write_down_use(
    by_kit: &ByKit,
    records: &Records,
    who: &Who,
    now: Moment,
) -> Result<Option<[u8; 32]>, Refusal> {
    let failed = by_kit.vault().take_failed_attempts().map_err(vault_refusal)?;
    let mut writing = records.writing(who, now).await?;
    note_failed(&mut writing, &failed).await?;
    writing.use_kit(by_kit.kit_id()).await?;
    writing.commit().await?;
    Ok(by_kit.vault().public_key_of(who.staff.into()))
}

async fn change_keys(by_kit: ByKit, passphrase: Passphrase) -> Result<(OpenVault, RecoveryKit), Refusal> {
    blocking(move || by_kit.let_in(&passphrase)).await?.map_err(vault_refusal)
}

#[cfg(test)]
mod tests;
