//! Critical results.

use super::{Answer, Station, desk};
use practice::critical::{self, CriticalRoom, ReachPatient, ReceiveCritical, TellUrologist};
use practice::patient::PatientId;

#[tauri::command]
#[specta::specta]
pub(crate) async fn criticals(station: Station<'_>, patient_id: PatientId) -> Answer<CriticalRoom> {
    critical::room(&desk(&station).await?, patient_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn receive_critical(station: Station<'_>, request: ReceiveCritical) -> Answer<CriticalRoom> {
    critical::receive(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn tell_urologist(station: Station<'_>, request: TellUrologist) -> Answer<CriticalRoom> {
    critical::tell_urologist(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn reach_patient(station: Station<'_>, request: ReachPatient) -> Answer<CriticalRoom> {
    critical::reach_patient(&desk(&station).await?, request).await
}
