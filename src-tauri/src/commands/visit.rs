//! Visits and the day's list.

use practice::calling_off::{self, CancelVisit};
use practice::today::{self, TodayView};
use practice::visit::{self, BookVisit, Indication, VisitId, VisitRow};

use super::{Answer, Station, desk};

#[tauri::command]
#[specta::specta]
pub(crate) async fn book_visit(station: Station<'_>, request: BookVisit) -> Answer<VisitRow> {
    visit::book(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn arrive(station: Station<'_>, visit_id: VisitId) -> Answer<()> {
    visit::arrive(&desk(&station).await?, visit_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn indications() -> Answer<Vec<Indication>> {
    Ok(visit::indications())
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn today(station: Station<'_>, date: Option<String>) -> Answer<TodayView> {
    today::list(&desk(&station).await?, date).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn close_visit(station: Station<'_>, visit_id: VisitId) -> Answer<()> {
    visit::close(&desk(&station).await?, visit_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn cancel_visit(station: Station<'_>, request: CancelVisit) -> Answer<()> {
    calling_off::cancel(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn did_not_come(station: Station<'_>, visit_id: VisitId) -> Answer<()> {
    calling_off::did_not_come(&desk(&station).await?, visit_id).await
}
