//! Labels.

use super::{Answer, Station, desk};
use practice::collection::ProcedureId;
use practice::label::{self, LabelView, ReprintLabel, VerifyLabel};
use practice::specimen::SpecimenId;

#[tauri::command]
#[specta::specta]
pub(crate) async fn print_labels(station: Station<'_>, procedure_id: ProcedureId) -> Answer<Vec<LabelView>> {
    label::print(&desk(&station).await?, procedure_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn verify_label(station: Station<'_>, request: VerifyLabel) -> Answer<LabelView> {
    label::verify(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn reprint_label(station: Station<'_>, request: ReprintLabel) -> Answer<LabelView> {
    label::reprint(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn label_pictures(station: Station<'_>, specimen_id: SpecimenId) -> Answer<Vec<String>> {
    label::pictures(&desk(&station).await?, specimen_id).await
}
