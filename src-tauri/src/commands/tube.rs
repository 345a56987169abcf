//! Transport tubes.

use super::{Answer, Station, desk};
use practice::specimen::SpecimenId;
use practice::tube::{self, FillTubes, TubeRoom};

#[tauri::command]
#[specta::specta]
pub(crate) async fn transport_tubes(station: Station<'_>, specimen_id: SpecimenId) -> Answer<Option<TubeRoom>> {
    tube::room(&desk(&station).await?, specimen_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn fill_tubes(station: Station<'_>, request: FillTubes) -> Answer<Option<TubeRoom>> {
    tube::fill(&desk(&station).await?, request).await
}
