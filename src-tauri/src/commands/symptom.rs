//! The clinic's table of symptom codes.

use super::{Answer, Station, desk};
use practice::symptom::{self, AddSymptom, EndSymptom, SymptomRow};

#[tauri::command]
#[specta::specta]
pub(crate) async fn symptoms(station: Station<'_>) -> Answer<Vec<SymptomRow>> {
    symptom::list(&desk(&station).await?).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn symptoms_of_today(station: Station<'_>) -> Answer<Vec<SymptomRow>> {
    symptom::of_today(&desk(&station).await?).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn add_symptom(station: Station<'_>, request: AddSymptom) -> Answer<Vec<SymptomRow>> {
    symptom::add(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn end_symptom(station: Station<'_>, request: EndSymptom) -> Answer<Vec<SymptomRow>> {
    symptom::end(&desk(&station).await?, request).await
}
