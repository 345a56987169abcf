//! The day around the visit, and what is taken beside the glasses.

use super::acts;
use practice::booking::{self, KeepPostAddress, MakePreparation, NameReferrer};
use practice::calling_off::{self, CancelVisit};
use practice::further::{self, EnterFurtherReport, ProcedureId, TakeFurther};
use practice::laboratory_value::{self, KeepLaboratoryValues};
use practice::requisition_scan::{self, AttachRequisition, RequisitionScanId};
use practice::specimen::{self, ReportFault};
use practice::symptom::{self, AddSymptom, EndSymptom};
use practice::visit::VisitId;

acts! { ACTS = Desk(desk) {
    visit_room { visit_id: VisitId } => booking::room(desk, visit_id), "What is booked, with its papers.";
    cancel_visit(request: CancelVisit) => calling_off::cancel(desk, request), "Calls a visit off: who does, and why.";
    did_not_come { visit_id: VisitId } => calling_off::did_not_come(desk, visit_id), "The patient did not come.";
    name_referrer(request: NameReferrer) => booking::name_referrer(desk, request), "Who referred the patient.";
    keep_post_address(request: KeepPostAddress) => booking::keep_post_address(desk, request),
        "Where the patient wants post to go.";
    preparation_pages(request: MakePreparation) => booking::preparation_pages(desk, request),
        "The preparation sheet as pictures, SVG.";
    make_preparation(request: MakePreparation) => booking::make_preparation(desk, request),
        "Makes the preparation sheet.";
    letter_pages { visit_id: VisitId } => booking::letter_pages(desk, visit_id),
        "The letter to the referrer as pictures, SVG.";
    make_letter { visit_id: VisitId } => booking::make_letter(desk, visit_id), "Makes the letter to the referrer.";
    symptoms {} => symptom::list(desk), "The clinic's table of symptom codes.";
    symptoms_of_today {} => symptom::of_today(desk), "The symptom codes that hold today.";
    add_symptom(request: AddSymptom) => symptom::add(desk, request), "Adds a symptom code.";
    end_symptom(request: EndSymptom) => symptom::end(desk, request), "Ends a symptom code with a day.";
    further { procedure_id: ProcedureId } => further::room(desk, procedure_id),
        "What was taken beside the glasses, and what can be.";
    take_further(request: TakeFurther) => further::take(desk, request), "Takes a specimen beside the glasses.";
    enter_further_report(request: EnterFurtherReport) => further::enter_report(desk, request),
        "Types in what was reported of it.";
    report_specimen_fault(request: ReportFault) => specimen::report_fault(desk, request),
        "A specimen was mislabelled, lost or rejected.";
    laboratory_values {} => laboratory_value::list(desk), "The laboratory's own values beside the catalogue's.";
    keep_laboratory_values(request: KeepLaboratoryValues) => laboratory_value::keep(desk, request),
        "Changes them from a day on.";
    requisition_scans { procedure_id: ProcedureId } => requisition_scan::list(desk, procedure_id),
        "The requisitions on paper that were scanned in.";
    attach_requisition(request: AttachRequisition) => requisition_scan::attach(desk, request),
        "Scans a requisition in, with two identifiers read from it.";
    print_requisition_scan { scan_id: RequisitionScanId } => requisition_scan::print(desk, scan_id),
        "Writes the scan of a requisition as it came.";
} }
