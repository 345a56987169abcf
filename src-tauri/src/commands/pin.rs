//! Saying again who one is: what is asked for, and the PIN that a person sets for themselves.

use super::{Answer, Station, desk};
use practice::again::{self, Purpose, Secret};
use practice::pin::{self, PinView, SetPin};

#[tauri::command]
#[specta::specta]
pub(crate) async fn secret_asked(station: Station<'_>, purpose: Purpose) -> Answer<Secret> {
    again::asked(&desk(&station).await?, purpose).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn my_pin(station: Station<'_>) -> Answer<PinView> {
    pin::mine(&desk(&station).await?).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn set_pin(station: Station<'_>, request: SetPin) -> Answer<PinView> {
    pin::set(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn stop_pin(station: Station<'_>) -> Answer<PinView> {
    pin::stop(&desk(&station).await?).await
}
