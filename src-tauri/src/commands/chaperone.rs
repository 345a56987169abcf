//! The chaperone in the room.

use super::{Answer, Station, desk};
use practice::chaperone::{self, RebookForChaperone};
use practice::consent::ConsentRoom;
use practice::screening::VisitId;
use practice::time_out::TimeOutRoom;

#[tauri::command]
#[specta::specta]
pub(crate) async fn chaperone_arrived(station: Station<'_>, visit_id: VisitId) -> Answer<TimeOutRoom> {
    chaperone::arrived(&desk(&station).await?, visit_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn chaperone_left(station: Station<'_>, visit_id: VisitId) -> Answer<TimeOutRoom> {
    chaperone::left(&desk(&station).await?, visit_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn rebook_for_chaperone(station: Station<'_>, request: RebookForChaperone) -> Answer<ConsentRoom> {
    chaperone::rebook(&desk(&station).await?, request).await
}
