//! The people of the clinic.

use practice::staff::{self, AddStaff, StaffView};

use super::{Answer, Station, desk};

#[tauri::command]
#[specta::specta]
pub(crate) async fn staff_list(station: Station<'_>) -> Answer<Vec<StaffView>> {
    staff::list(&desk(&station).await?).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn add_staff(station: Station<'_>, request: AddStaff) -> Answer<StaffView> {
    staff::add(&desk(&station).await?, request).await
}
