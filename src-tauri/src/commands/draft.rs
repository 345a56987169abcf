//! What somebody is typing.

use practice::draft::{self, DraftView, LoadDraft, SaveDraft};

use super::{Answer, Station, desk};

#[tauri::command]
#[specta::specta]
pub(crate) async fn save_draft(station: Station<'_>, request: SaveDraft) -> Answer<DraftView> {
    draft::save(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn load_draft(station: Station<'_>, request: LoadDraft) -> Answer<Option<DraftView>> {
    draft::load(&desk(&station).await?, request).await
}
