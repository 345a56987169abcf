//! The patient stops, or takes a consent back.

use super::{Answer, Station, desk};
use practice::collection::ProcedureId;
use practice::consent::VisitId;
use practice::withdrawal::{self, AnswerForSpecimens, WithdrawalRoom};

#[tauri::command]
#[specta::specta]
pub(crate) async fn withdrawal_room(station: Station<'_>, visit_id: VisitId) -> Answer<WithdrawalRoom> {
    withdrawal::room(&desk(&station).await?, visit_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn patient_asked_to_stop(station: Station<'_>, procedure_id: ProcedureId) -> Answer<WithdrawalRoom> {
    withdrawal::ask_to_stop(&desk(&station).await?, procedure_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn answer_for_specimens(station: Station<'_>, request: AnswerForSpecimens) -> Answer<WithdrawalRoom> {
    withdrawal::answer(&desk(&station).await?, request).await
}
