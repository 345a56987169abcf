//! The note: written, signed, amended, checked.

use super::{Answer, Station, desk};
use practice::note::{self, NoteRoom, ProcedureId, SignNote, VersionReport};

#[tauri::command]
#[specta::specta]
pub(crate) async fn note_room(station: Station<'_>, procedure_id: ProcedureId) -> Answer<NoteRoom> {
    note::room(&desk(&station).await?, procedure_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn sign_note(station: Station<'_>, request: SignNote) -> Answer<NoteRoom> {
    note::sign(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn verify_note(station: Station<'_>, procedure_id: ProcedureId) -> Answer<Vec<VersionReport>> {
    note::verify(&desk(&station).await?, procedure_id).await
}
