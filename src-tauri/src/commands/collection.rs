//! The procedure room.

use super::{Answer, Station, desk};
use practice::collection::{
    self, AccountForMassage, CollectionView, EndGlass, ExplainMassage, FirstUrines, ProcedureId, ReceiveGlass,
    StopMassage,
};

#[tauri::command]
#[specta::specta]
pub(crate) async fn collection(station: Station<'_>, procedure_id: ProcedureId) -> Answer<CollectionView> {
    collection::open(&desk(&station).await?, procedure_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn receive_first_urines(station: Station<'_>, request: FirstUrines) -> Answer<CollectionView> {
    collection::receive_first_urines(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn receive_glass(station: Station<'_>, request: ReceiveGlass) -> Answer<CollectionView> {
    collection::receive(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn end_glass(station: Station<'_>, request: EndGlass) -> Answer<CollectionView> {
    collection::not_obtained(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn start_massage(station: Station<'_>, procedure_id: ProcedureId) -> Answer<CollectionView> {
    collection::start_massage(&desk(&station).await?, procedure_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn stop_massage(station: Station<'_>, request: StopMassage) -> Answer<CollectionView> {
    collection::stop_massage(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn account_for_massage(station: Station<'_>, request: AccountForMassage) -> Answer<CollectionView> {
    collection::account_for_massage(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn explain_massage(station: Station<'_>, request: ExplainMassage) -> Answer<CollectionView> {
    collection::explain_massage(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn finish_collection(station: Station<'_>, procedure_id: ProcedureId) -> Answer<CollectionView> {
    collection::finish(&desk(&station).await?, procedure_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn patient_left(station: Station<'_>, procedure_id: ProcedureId) -> Answer<CollectionView> {
    collection::patient_left(&desk(&station).await?, procedure_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn collect_no_more(station: Station<'_>, procedure_id: ProcedureId) -> Answer<CollectionView> {
    collection::collect_no_more(&desk(&station).await?, procedure_id).await
}
