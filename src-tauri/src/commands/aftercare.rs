//! The end of a visit.

use super::{Answer, Station, desk};
use practice::aftercare::{self, AftercareRoom, CheckDeparture, GiveSheet};
use practice::visit::VisitId;

#[tauri::command]
#[specta::specta]
pub(crate) async fn aftercare(station: Station<'_>, visit_id: VisitId) -> Answer<AftercareRoom> {
    aftercare::room(&desk(&station).await?, visit_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn sheet_pages(station: Station<'_>, request: GiveSheet) -> Answer<Vec<String>> {
    aftercare::sheet_pages(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn give_sheet(station: Station<'_>, request: GiveSheet) -> Answer<AftercareRoom> {
    aftercare::give_sheet(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn check_departure(station: Station<'_>, request: CheckDeparture) -> Answer<AftercareRoom> {
    aftercare::check(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn patient_gone(station: Station<'_>, visit_id: VisitId) -> Answer<AftercareRoom> {
    aftercare::left(&desk(&station).await?, visit_id).await
}
