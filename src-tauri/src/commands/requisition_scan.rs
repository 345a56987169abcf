//! Requisitions on paper, scanned in.

use super::{Answer, Station, desk};
use practice::document::PrintedPaper;
use practice::requisition_scan::{self, AttachRequisition, ProcedureId, RequisitionScanId, RequisitionScanView};

#[tauri::command]
#[specta::specta]
pub(crate) async fn requisition_scans(
    station: Station<'_>,
    procedure_id: ProcedureId,
) -> Answer<Vec<RequisitionScanView>> {
    requisition_scan::list(&desk(&station).await?, procedure_id).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn attach_requisition(
    station: Station<'_>,
    request: AttachRequisition,
) -> Answer<Vec<RequisitionScanView>> {
    requisition_scan::attach(&desk(&station).await?, request).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn print_requisition_scan(station: Station<'_>, scan_id: RequisitionScanId) -> Answer<PrintedPaper> {
    requisition_scan::print(&desk(&station).await?, scan_id).await
}
