//! Tubes and their way out of the house.

use super::{Answer, Station, desk};
use practice::collection_time::{self, CorrectCollectionTime};
use practice::relabel::{self, RelabelSpecimen};
use practice::specimen::{
    self, DiscardSpecimen, FoundSpecimen, HandoffSet, PackSpecimen, ReportFault, SpecimenId, SpecimenView,
    StoreSpecimens,
};

#[tauri::command]
#[specta::specta]
pub(crate) async fn specimen(station: Station<'_>, specimen_id: SpecimenId) -> Answer<SpecimenView> {
    specimen::open(&desk(&station).await?, specimen_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn find_specimen(station: Station<'_>, text: String) -> Answer<Option<FoundSpecimen>> {
    specimen::find(&desk(&station).await?, &text).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn handoff(station: Station<'_>) -> Answer<Vec<HandoffSet>> {
    specimen::handoff(&desk(&station).await?).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn store_specimens(station: Station<'_>, request: StoreSpecimens) -> Answer<Vec<HandoffSet>> {
    specimen::store(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn pack_specimen(station: Station<'_>, request: PackSpecimen) -> Answer<Vec<HandoffSet>> {
    specimen::pack(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn discard_specimen(station: Station<'_>, request: DiscardSpecimen) -> Answer<SpecimenView> {
    specimen::discard(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn report_specimen_fault(station: Station<'_>, request: ReportFault) -> Answer<SpecimenView> {
    specimen::report_fault(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn relabel_specimen(station: Station<'_>, request: RelabelSpecimen) -> Answer<SpecimenView> {
    relabel::relabel(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn correct_collection_time(
    station: Station<'_>,
    request: CorrectCollectionTime,
) -> Answer<SpecimenView> {
    collection_time::correct(&desk(&station).await?, request).await
}
