//! Patients.

use practice::patient::{self, PatientId, PatientRow, PatientView, RegisterPatient};

use super::{Answer, Station, desk};

#[tauri::command]
#[specta::specta]
pub(crate) async fn find_patients(station: Station<'_>, text: String) -> Answer<Vec<PatientRow>> {
    patient::find(&desk(&station).await?, &text).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn register_patient(station: Station<'_>, request: RegisterPatient) -> Answer<PatientView> {
    patient::register(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn patient(station: Station<'_>, patient_id: PatientId) -> Answer<PatientView> {
    patient::open(&desk(&station).await?, patient_id).await
}
