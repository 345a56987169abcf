//! The station itself: what it shows, founding, signing on, locking, and the signs that somebody is there.

use practice::demo::{self, LookAroundView};
use practice::founding::{self, CreateClinic};
use practice::kit::{self, ConfirmKit, RecoveryKitView};
use practice::recovery::{self, UnlockWithKit};
use practice::sign_on::{self, SignOn, StationView};

use super::{Answer, Station, desk};

#[tauri::command]
#[specta::specta]
pub(crate) async fn station_state(station: Station<'_>) -> Answer<StationView> {
    sign_on::state(&station).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn create_clinic(station: Station<'_>, request: CreateClinic) -> Answer<RecoveryKitView> {
    founding::create_clinic(&station, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn confirm_recovery_kit(station: Station<'_>, request: ConfirmKit) -> Answer<()> {
    kit::confirm_kit(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn make_recovery_kit(station: Station<'_>, passphrase: String) -> Answer<RecoveryKitView> {
    kit::make_kit(&desk(&station).await?, &passphrase).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn check_kit_groups(typed: String) -> Answer<Vec<bool>> {
    Ok(kit::check_groups(&typed))
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn unlock_with_kit(station: Station<'_>, request: UnlockWithKit) -> Answer<RecoveryKitView> {
    recovery::unlock_with_kit(&station, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn look_around(station: Station<'_>) -> Answer<LookAroundView> {
    demo::look_around(&station).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn sign_on(station: Station<'_>, request: SignOn) -> Answer<StationView> {
    sign_on::sign_on(&station, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn lock_station(station: Station<'_>) -> Answer<()> {
    station.lock().await;
    Ok(())
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn touch(station: Station<'_>) -> Answer<()> {
    station.touch().await;
    Ok(())
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn hold(station: Station<'_>) -> Answer<()> {
    station.hold().await;
    Ok(())
}
