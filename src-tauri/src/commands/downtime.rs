//! Downtime packs.

use super::{Answer, Station, desk};
use practice::downtime::{self, DowntimePack, PrintPack, PrintedPack, VoidPack};

#[tauri::command]
#[specta::specta]
pub(crate) async fn downtime_packs(station: Station<'_>) -> Answer<Vec<DowntimePack>> {
    downtime::list(&desk(&station).await?).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn print_downtime_pack(station: Station<'_>, request: PrintPack) -> Answer<PrintedPack> {
    downtime::print(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn void_downtime_pack(station: Station<'_>, request: VoidPack) -> Answer<Vec<DowntimePack>> {
    downtime::void(&desk(&station).await?, request).await
}
