//! Papers: pages to look at, and files to keep.

use super::{Answer, Station, desk};
use practice::consent::ConsentId;
use practice::document::{self, PrintedPaper, ShowNote};
use practice::note::ProcedureId;

#[tauri::command]
#[specta::specta]
pub(crate) async fn note_pages(station: Station<'_>, request: ShowNote) -> Answer<Vec<String>> {
    document::note_pages(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn consent_pages(station: Station<'_>, consent_id: ConsentId) -> Answer<Vec<String>> {
    document::consent_pages(&desk(&station).await?, consent_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn print_note(station: Station<'_>, procedure_id: ProcedureId) -> Answer<PrintedPaper> {
    document::print_note(&desk(&station).await?, procedure_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn print_consent(station: Station<'_>, consent_id: ConsentId) -> Answer<PrintedPaper> {
    document::print_consent(&desk(&station).await?, consent_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn print_result(station: Station<'_>, procedure_id: ProcedureId) -> Answer<PrintedPaper> {
    document::print_result(&desk(&station).await?, procedure_id).await
}
