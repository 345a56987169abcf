//! Requisitions that came on paper: scanned in, with two identifiers read from each and compared with the patient.

use crate::consent::read_scan;
use crate::document::{PrintedPaper, keep_as};
use crate::form::Form;
use crate::{Deed, Desk, Refusal};
pub use clinic::ids::{ProcedureId, RequisitionScanId};
use clinic::requisition::{MeantPatient, ReadIdentifiers};
pub use records::requisition_scan::RequisitionScanView;
use serde::{Deserialize, Serialize};

/// A paper is attached to the order of a visit.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct AttachRequisition {
    /// Of which procedure.
    pub procedure_id: ProcedureId,
    /// The scan, in Base64.
    pub file: String,
    /// What was read from it.
    pub identifiers: ReadIdentifiers,
}

/// The requisitions that were scanned in for a procedure.
pub async fn list(desk: &Desk, procedure: ProcedureId) -> Result<Vec<RequisitionScanView>, Refusal> {
    desk.may(Deed::SendOrders)?;
    Ok(desk.records.reading().await?.requisition_scans_of(procedure).await?)
}

/// Keeps the scan of a requisition.
///
/// # Errors
/// Beside `file` what is no scan; beside each identifier what differs from the patient.
pub async fn attach(desk: &Desk, request: AttachRequisition) -> Result<Vec<RequisitionScanView>, Refusal> {
    desk.may(Deed::SendOrders)?;
    let scan = read_scan(&request.file)?;
    let mut writing = desk.writing().await?;
    let visit = writing.visit_of_procedure(request.procedure_id).await?;
    let patient = writing.patient(visit.patient_id, desk.today()).await?;
    let patient = patient.ok_or_else(|| Refusal::not_found("patient"))?.identity;
    let meant = MeantPatient {
        family: patient.family.as_str(),
        given: patient.given.as_str(),
        birth_date: patient.birth_date,
        mrn: &patient.mrn,
    };
    let mut form = Form::default();
    for (field, why) in request.identifiers.check(&meant).err().into_iter().flatten() {
        form.refuse(field, why);
    }
    form.check()?;
    let procedure = request.procedure_id;
    writing.keep_requisition_scan(procedure, &scan, &request.identifiers, visit.patient_id).await?;
    writing.commit().await?;
    list(desk, procedure).await
}

/// Writes the scan of a requisition as a file into the folder for papers.
pub async fn print(desk: &Desk, scan: RequisitionScanId) -> Result<PrintedPaper, Refusal> {
    desk.may(Deed::PrintPapers)?;
    let found = desk.records.reading().await?.requisition_scan(scan).await?;
    let (kept, _) = found.ok_or_else(|| Refusal::not_found("scan"))?;
    let (stem, object) = (format!("requisition-{scan}"), format!("requisition-scan/{scan}"));
    keep_as(desk, stem, kept.kind.as_str(), kept.body, object).await
}
