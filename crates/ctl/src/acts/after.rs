//! After the procedure: note and papers, aftercare and calls, adverse events, and visits on the wrong patient.

use super::acts;
use practice::adverse_event::{self, CorrectEvent, RecordEvent, ReviewEvent};
use practice::aftercare::{self, CheckDeparture, GiveSheet};
use practice::collection::ProcedureId;
use practice::consent::ConsentId;
use practice::document::{self, ShowNote};
use practice::follow_up::{self, LogCall};
use practice::laboratory_call::CallLaboratory;
use practice::note::{self, SignNote};
use practice::patient::PatientId;
use practice::questionnaire::{self, EnterQuestionnaire};
use practice::visit::VisitId;
use practice::wrong_patient::{self, PutRightPatient, SignLateStatement, WrongPatientId};

acts! { ACTS = Desk(desk) {
    note_room { procedure_id: ProcedureId } => note::room(desk, procedure_id), "The note as it would be signed.";
    sign_note(request: SignNote) => note::sign(desk, request), "Signs or amends the note.";
    verify_note { procedure_id: ProcedureId } => note::verify(desk, procedure_id), "Checks the note's signatures.";
    note_pages(request: ShowNote) => document::note_pages(desk, request), "The note as pictures, SVG.";
    consent_pages { consent_id: ConsentId } => document::consent_pages(desk, consent_id),
        "A consent as pictures, SVG.";
    print_note { procedure_id: ProcedureId } => document::print_note(desk, procedure_id), "Writes the note as PDF.";
    print_consent { consent_id: ConsentId } => document::print_consent(desk, consent_id), "Writes a consent as PDF.";
    print_result { procedure_id: ProcedureId } => document::print_result(desk, procedure_id),
        "Writes the results as PDF.";
    questionnaires { patient_id: PatientId } => questionnaire::room(desk, patient_id), "NIH-CPSI and IPSS by course.";
    enter_questionnaire(request: EnterQuestionnaire) => questionnaire::enter(desk, request), "Enters a questionnaire.";
    aftercare { visit_id: VisitId } => aftercare::room(desk, visit_id), "What must be done before the patient goes.";
    sheet_pages(request: GiveSheet) => aftercare::sheet_pages(desk, request), "The sheet as pictures, SVG.";
    give_sheet(request: GiveSheet) => aftercare::give_sheet(desk, request), "Prints and gives the sheet.";
    check_departure(request: CheckDeparture) => aftercare::check(desk, request), "Looks at the patient before the end.";
    patient_gone { visit_id: VisitId } => aftercare::left(desk, visit_id), "The patient went without waiting.";
    follow_up {} => follow_up::list(desk), "The calls that are owed.";
    call { visit_id: VisitId } => follow_up::call(desk, visit_id), "One call.";
    log_call(request: LogCall) => follow_up::log(desk, request), "What was said, or that nobody answered.";
    adverse_events { visit_id: VisitId } => adverse_event::room(desk, visit_id), "Adverse events of a visit.";
    adverse_events_of { patient_id: PatientId } => adverse_event::of_patient(desk, patient_id),
        "Adverse events of a patient.";
    record_adverse_event(request: RecordEvent) => adverse_event::record(desk, request), "Records an adverse event.";
    correct_adverse_event(request: CorrectEvent) => adverse_event::correct(desk, request), "Puts an event right.";
    review_adverse_event(request: ReviewEvent) => adverse_event::review(desk, request), "A urologist reviews an event.";
    wrong_patient { visit_id: VisitId } => wrong_patient::room(desk, visit_id), "A visit on the wrong patient.";
    wrong_patients_open {} => wrong_patient::open(desk), "What of them is not finished.";
    put_right_patient(request: PutRightPatient) => wrong_patient::put_right(desk, request),
        "Moves a visit to the patient whose it is.";
    call_about_wrong_patient { wrong_patient_id: WrongPatientId, request: CallLaboratory } =>
        wrong_patient::call_laboratory(desk, wrong_patient_id, request), "The laboratory was told by telephone.";
    cancel_wrong_order_again { wrong_patient_id: WrongPatientId } =>
        wrong_patient::cancel_again(desk, wrong_patient_id), "Writes a cancellation that did not arrive again.";
    sign_late_statement(request: SignLateStatement) => wrong_patient::state_late(desk, request),
        "The author of a note says what was wrong in it.";
} }
