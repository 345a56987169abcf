//! Tables for somebody outside.

use practice::export::{self, ExportPreview, ExportView, MakeExport, PreviewExport};

use super::{Answer, Station, desk};

#[tauri::command]
#[specta::specta]
pub(crate) async fn preview_export(station: Station<'_>, request: PreviewExport) -> Answer<ExportPreview> {
    export::preview(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn make_export(station: Station<'_>, request: MakeExport) -> Answer<ExportView> {
    export::make(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn exports(station: Station<'_>) -> Answer<Vec<ExportView>> {
    export::ledger(&desk(&station).await?).await
}
