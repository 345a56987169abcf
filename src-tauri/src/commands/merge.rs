//! Two charts of one person.

use super::{Answer, Station, desk};
use practice::merge::{self, MergePatients, PatientId, UnmergePatients};
use practice::patient::PatientView;

#[tauri::command]
#[specta::specta]
pub(crate) async fn merge_patients(station: Station<'_>, request: MergePatients) -> Answer<PatientView> {
    merge::merge(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn unmerge_patients(station: Station<'_>, request: UnmergePatients) -> Answer<PatientView> {
    merge::unmerge(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn patient_numbered(station: Station<'_>, number: String) -> Answer<Option<PatientId>> {
    merge::numbered(&desk(&station).await?, &number).await
}
