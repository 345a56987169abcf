//! The consent texts: their versions and languages, what changed, and what a translator has reviewed.

use practice::translation::{self, MarkReviewed, TextReading, TextView, WhichText};

use super::{Answer, Station, desk};

#[tauri::command]
#[specta::specta]
pub(crate) async fn consent_texts(station: Station<'_>) -> Answer<Vec<TextView>> {
    translation::list(&desk(&station).await?).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn read_consent_text(station: Station<'_>, which: WhichText) -> Answer<TextReading> {
    translation::read(&desk(&station).await?, which).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn mark_translation_reviewed(station: Station<'_>, request: MarkReviewed) -> Answer<Vec<TextView>> {
    translation::mark_reviewed(&desk(&station).await?, request).await
}
