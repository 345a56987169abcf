//! Adverse events.

use super::{Answer, Station, desk};
use practice::adverse_event::{self, CorrectEvent, EventRoom, RecordEvent, ReviewEvent, StoredEvent};
use practice::patient::PatientId;
use practice::visit::VisitId;

#[tauri::command]
#[specta::specta]
pub(crate) async fn adverse_events(station: Station<'_>, visit_id: VisitId) -> Answer<EventRoom> {
    adverse_event::room(&desk(&station).await?, visit_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn adverse_events_of(station: Station<'_>, patient_id: PatientId) -> Answer<Vec<StoredEvent>> {
    adverse_event::of_patient(&desk(&station).await?, patient_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn record_adverse_event(station: Station<'_>, request: RecordEvent) -> Answer<EventRoom> {
    adverse_event::record(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn correct_adverse_event(station: Station<'_>, request: CorrectEvent) -> Answer<EventRoom> {
    adverse_event::correct(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn review_adverse_event(station: Station<'_>, request: ReviewEvent) -> Answer<EventRoom> {
    adverse_event::review(&desk(&station).await?, request).await
}
