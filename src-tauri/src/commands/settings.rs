//! What an administrator sets for the whole clinic.

use practice::settings::{self, Setting, SettingView};

use super::{Answer, Station, desk};

#[tauri::command]
#[specta::specta]
pub(crate) async fn settings(station: Station<'_>) -> Answer<Vec<SettingView>> {
    settings::list(&desk(&station).await?).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn keep_settings(station: Station<'_>, request: Vec<Setting>) -> Answer<Vec<SettingView>> {
    settings::keep(&desk(&station).await?, request).await
}
