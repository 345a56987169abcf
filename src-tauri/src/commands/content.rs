//! The clinical content.

use super::{Answer, Station, desk};
use practice::content::{self, AdoptContent, ContentRoom};

#[tauri::command]
#[specta::specta]
pub(crate) async fn content(station: Station<'_>) -> Answer<ContentRoom> {
    content::room(&desk(&station).await?).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn adopt_content(station: Station<'_>, request: AdoptContent) -> Answer<ContentRoom> {
    content::adopt(&desk(&station).await?, request).await
}
