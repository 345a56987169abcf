//! The laboratory's own values.

use super::{Answer, Station, desk};
use practice::laboratory_value::{self, KeepLaboratoryValues, LaboratorySpecimen};

#[tauri::command]
#[specta::specta]
pub(crate) async fn laboratory_values(station: Station<'_>) -> Answer<Vec<LaboratorySpecimen>> {
    laboratory_value::list(&desk(&station).await?).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn keep_laboratory_values(
    station: Station<'_>,
    request: KeepLaboratoryValues,
) -> Answer<Vec<LaboratorySpecimen>> {
    laboratory_value::keep(&desk(&station).await?, request).await
}
