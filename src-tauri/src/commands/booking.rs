//! The day around a visit.

use super::{Answer, Station, desk};
use practice::booking::{self, KeepPostAddress, MakePreparation, NameReferrer, VisitRoom};
use practice::patient::PatientView;
use practice::visit::VisitId;

#[tauri::command]
#[specta::specta]
pub(crate) async fn visit_room(station: Station<'_>, visit_id: VisitId) -> Answer<VisitRoom> {
    booking::room(&desk(&station).await?, visit_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn name_referrer(station: Station<'_>, request: NameReferrer) -> Answer<VisitRoom> {
    booking::name_referrer(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn keep_post_address(station: Station<'_>, request: KeepPostAddress) -> Answer<PatientView> {
    booking::keep_post_address(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn preparation_pages(station: Station<'_>, request: MakePreparation) -> Answer<Vec<String>> {
    booking::preparation_pages(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn make_preparation(station: Station<'_>, request: MakePreparation) -> Answer<VisitRoom> {
    booking::make_preparation(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn letter_pages(station: Station<'_>, visit_id: VisitId) -> Answer<Vec<String>> {
    booking::letter_pages(&desk(&station).await?, visit_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn make_letter(station: Station<'_>, visit_id: VisitId) -> Answer<VisitRoom> {
    booking::make_letter(&desk(&station).await?, visit_id).await
}
