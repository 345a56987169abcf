//! Results.

use super::{Answer, Station, desk};
use practice::document::PrintedPaper;
use practice::result::{
    self, AcknowledgeResult, AttachScan, EnterResult, JudgeResult, ProcedureId, ResultId, ResultRoom,
};
use practice::telling::{self, TellResult};

#[tauri::command]
#[specta::specta]
pub(crate) async fn result_room(station: Station<'_>, procedure_id: ProcedureId) -> Answer<ResultRoom> {
    result::room(&desk(&station).await?, procedure_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn enter_result(station: Station<'_>, request: EnterResult) -> Answer<ResultRoom> {
    result::enter(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn judge_result(station: Station<'_>, request: JudgeResult) -> Answer<ResultRoom> {
    result::judge(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn attach_result_scan(station: Station<'_>, request: AttachScan) -> Answer<ResultRoom> {
    result::attach_scan(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn print_result_scan(station: Station<'_>, result_id: ResultId) -> Answer<PrintedPaper> {
    result::print_scan(&desk(&station).await?, result_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn acknowledge_result(station: Station<'_>, request: AcknowledgeResult) -> Answer<ResultRoom> {
    result::acknowledge(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn tell_result(station: Station<'_>, request: TellResult) -> Answer<ResultRoom> {
    telling::tell(&desk(&station).await?, request).await
}
