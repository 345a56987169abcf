//! What is taken beside the glasses of a procedure.

use super::{Answer, Station, desk};
use practice::further::{self, EnterFurtherReport, FurtherRoom, ProcedureId, TakeFurther};

#[tauri::command]
#[specta::specta]
pub(crate) async fn further(station: Station<'_>, procedure_id: ProcedureId) -> Answer<FurtherRoom> {
    further::room(&desk(&station).await?, procedure_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn take_further(station: Station<'_>, request: TakeFurther) -> Answer<FurtherRoom> {
    further::take(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn enter_further_report(station: Station<'_>, request: EnterFurtherReport) -> Answer<FurtherRoom> {
    further::enter_report(&desk(&station).await?, request).await
}
