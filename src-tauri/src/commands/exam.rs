//! The examination.

use super::{Answer, Station, desk};
use practice::exam::{self, AnswerGate, ExamRoom, FindingsReading, StateFindings};
use practice::screening::VisitId;

#[tauri::command]
#[specta::specta]
pub(crate) async fn exam(station: Station<'_>, visit_id: VisitId) -> Answer<ExamRoom> {
    exam::room(&desk(&station).await?, visit_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn answer_gate(station: Station<'_>, request: AnswerGate) -> Answer<ExamRoom> {
    exam::answer_gate(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn state_findings(station: Station<'_>, request: StateFindings) -> Answer<ExamRoom> {
    exam::state_findings(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn read_findings(station: Station<'_>, request: StateFindings) -> Answer<FindingsReading> {
    exam::read_findings(&desk(&station).await?, request).await
}
