//! What a laboratory reports of a further specimen, typed in from its report with two identifiers compared.

use super::{FurtherRoom, room};
use crate::form::Form;
use crate::{Deed, Desk, Refusal};
use clinic::further::{FurtherReport, TypedReportLine, read_report};
use clinic::ids::SpecimenId;
use clinic::result::ReportIdentifier;
use clinic::specimen::SpecimenStatus;
use serde::{Deserialize, Serialize};

/// A report as typed in.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct EnterFurtherReport {
    /// Of which specimen.
    pub specimen_id: SpecimenId,
    /// How many versions were on the screen; another one since then refuses this.
    pub after_version: i32,
    /// What on the report names the patient or the tube; two at least, each compared.
    pub identifiers: Vec<ReportIdentifier>,
    /// Its lines, each value twice.
    pub lines: Vec<TypedReportLine>,
    /// Why an earlier one is corrected; empty for the first.
    pub reason: Option<String>,
}

/// Keeps a report. A later one is a further version, with a reason.
///
/// # Errors
/// Beside each field what cannot stand; `no-specimen` for a tube that was thrown away; `stale` when somebody entered
/// another version meanwhile.
pub async fn enter_report(desk: &Desk, request: EnterFurtherReport) -> Result<FurtherRoom, Refusal> {
    desk.may(Deed::EnterResults)?;
    let mut writing = desk.writing().await?;
    let record = writing.specimen(request.specimen_id).await?;
    let visit = writing.visit_of_procedure(record.procedure).await?;
    crate::wrong_patient::refuse_results(&mut writing, visit.visit_id).await?;
    let status = record.specimen.status();
    if !record.role.is_further() || !status.is_here() || status == SpecimenStatus::Collected {
        let said = "There is no tube of this specimen with a label that was read back: nothing of it can be reported.";
        return Err(Refusal::new("no-specimen", said));
    }
    let known = writing.further_reports_of(record.id).await?.len();
    if i32::try_from(known) != Ok(request.after_version) {
        return Err(records::Error::Stale("report").into());
    }
    let mut form = Form::default();
    let lines = read_report(&request.lines).unwrap_or_else(|refused| {
        for (field, why) in refused {
            form.refuse(&field, why);
        }
        Vec::new()
    });
    let mut identifiers = request.identifiers;
    identifiers.sort_unstable();
    identifiers.dedup();
    if identifiers.len() < 2 {
        form.refuse("identifiers", "compare two identifiers on the report with the patient and tick them");
    }
    let reason = form.line("reason", request.reason, 300).filter(|_| known > 0);
    if known > 0 && reason.is_none() {
        form.refuse("reason", "write why the earlier report is corrected");
    }
    form.check()?;
    let report = FurtherReport { identifiers, lines };
    let version = i64::from(request.after_version) + 1;
    writing.keep_further_report(record.id, version, &report, reason.as_deref(), visit.patient_id).await?;
    writing.commit().await?;
    room(desk, record.procedure).await
}
