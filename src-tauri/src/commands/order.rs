//! Laboratory orders.

use super::{Answer, Station, desk};
use practice::collection::ProcedureId;
use practice::order::{self, MakeOrder, OrderView};

#[tauri::command]
#[specta::specta]
pub(crate) async fn make_order(station: Station<'_>, request: MakeOrder) -> Answer<OrderView> {
    order::make(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn write_order_again(station: Station<'_>, procedure_id: ProcedureId) -> Answer<OrderView> {
    order::write_again(&desk(&station).await?, procedure_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn order(station: Station<'_>, procedure_id: ProcedureId) -> Answer<Option<OrderView>> {
    order::of(&desk(&station).await?, procedure_id).await
}
