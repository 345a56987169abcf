//! Incidents.

use super::{Answer, Station, desk};
use practice::incident::{self, IncidentView, ReviewIncident};

#[tauri::command]
#[specta::specta]
pub(crate) async fn incidents(station: Station<'_>) -> Answer<Vec<IncidentView>> {
    incident::list(&desk(&station).await?).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn review_incident(station: Station<'_>, request: ReviewIncident) -> Answer<Vec<IncidentView>> {
    incident::review(&desk(&station).await?, request).await
}
