//! Results.

use super::{Answer, Station, desk};
use practice::result::{self, EnterResult, JudgeResult, ProcedureId, ResultRoom};

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
