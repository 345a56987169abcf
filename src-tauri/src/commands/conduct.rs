//! Figures of conduct.

use super::{Answer, Station, desk};
use practice::conduct::{self, ConductRoom, ReviewConduct};

#[tauri::command]
#[specta::specta]
pub(crate) async fn conduct_figures(station: Station<'_>, month: Option<String>) -> Answer<ConductRoom> {
    conduct::figures(&desk(&station).await?, month).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn review_conduct(station: Station<'_>, request: ReviewConduct) -> Answer<ConductRoom> {
    conduct::review(&desk(&station).await?, request).await
}
