//! A visit that was recorded on the wrong patient.

use super::{Answer, Station, desk};
use practice::laboratory_call::CallLaboratory;
use practice::wrong_patient::{
    self, PutRightPatient, SignLateStatement, VisitId, WrongPatientId, WrongPatientRoom, WrongPatientView,
};

#[tauri::command]
#[specta::specta]
pub(crate) async fn wrong_patient(station: Station<'_>, visit_id: VisitId) -> Answer<WrongPatientRoom> {
    wrong_patient::room(&desk(&station).await?, visit_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn wrong_patients_open(station: Station<'_>) -> Answer<Vec<WrongPatientView>> {
    wrong_patient::open(&desk(&station).await?).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn put_right_patient(station: Station<'_>, request: PutRightPatient) -> Answer<WrongPatientRoom> {
    wrong_patient::put_right(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn call_about_wrong_patient(
    station: Station<'_>,
    wrong_patient_id: WrongPatientId,
    request: CallLaboratory,
) -> Answer<WrongPatientRoom> {
    wrong_patient::call_laboratory(&desk(&station).await?, wrong_patient_id, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn cancel_wrong_order_again(
    station: Station<'_>,
    wrong_patient_id: WrongPatientId,
) -> Answer<WrongPatientRoom> {
    wrong_patient::cancel_again(&desk(&station).await?, wrong_patient_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn sign_late_statement(station: Station<'_>, request: SignLateStatement) -> Answer<WrongPatientRoom> {
    wrong_patient::state_late(&desk(&station).await?, request).await
}
