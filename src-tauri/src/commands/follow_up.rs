//! Calls after a visit.

use super::{Answer, Station, desk};
use practice::follow_up::{self, CallRoom, FollowUpRoom, LogCall};
use practice::visit::VisitId;

#[tauri::command]
#[specta::specta]
pub(crate) async fn follow_up(station: Station<'_>) -> Answer<FollowUpRoom> {
    follow_up::list(&desk(&station).await?).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn call(station: Station<'_>, visit_id: VisitId) -> Answer<CallRoom> {
    follow_up::call(&desk(&station).await?, visit_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn log_call(station: Station<'_>, request: LogCall) -> Answer<CallRoom> {
    follow_up::log(&desk(&station).await?, request).await
}
