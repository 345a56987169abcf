//! The audit trail.

use practice::audit::{self, ReadTrail, TrailVerdict, TrailView};

use super::{Answer, Station, desk};

#[tauri::command]
#[specta::specta]
pub(crate) async fn audit_trail(station: Station<'_>, request: ReadTrail) -> Answer<TrailView> {
    audit::trail(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn verify_audit(station: Station<'_>) -> Answer<TrailVerdict> {
    audit::verify(&desk(&station).await?).await
}
