//! What already happened, recorded afterwards.

use super::{Answer, Station, desk};
use practice::afterwards::{self, AfterwardsRoom, RecordAfterwards};
use practice::visit::{BookVisit, VisitId, VisitRow};

#[tauri::command]
#[specta::specta]
pub(crate) async fn afterwards(station: Station<'_>, visit_id: VisitId) -> Answer<AfterwardsRoom> {
    afterwards::room(&desk(&station).await?, visit_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn record_afterwards(station: Station<'_>, request: RecordAfterwards) -> Answer<AfterwardsRoom> {
    afterwards::record(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn book_past_visit(station: Station<'_>, request: BookVisit) -> Answer<VisitRow> {
    afterwards::book_past(&desk(&station).await?, request).await
}
