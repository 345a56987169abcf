//! Consent, check-in and time-out, and what is done in the procedure room.

use super::acts;
use practice::afterwards::{self, RecordAfterwards};
use practice::chaperone::{self, RebookForChaperone};
use practice::collection::{
    self, AccountForMassage, EndGlass, ExplainMassage, FirstUrines, ProcedureId, ReceiveGlass, StopMassage,
};
use practice::consent::{
    self, ConcurForMinor, ConfirmPresence, ConsentId, Countersign, DeclineConsent, GiveConsent, OfferConsent,
    WithdrawConsent,
};
use practice::emergency::{self, DeclareEmergency};
use practice::exam::{self, AnswerGate, StateFindings};
use practice::screening::{self, GiveAnswers, MeasureVitals, OverrideRules};
use practice::stop;
use practice::time_out::{self, AnswerAsUrologist, TakeTimeOut};
use practice::translation::{self, MarkReviewed, WhichText};
use practice::visit::{BookVisit, VisitId};
use practice::withdrawal::{self, AnswerForSpecimens};

acts! { CONSENT = Desk(desk) {
    consent_room { visit_id: VisitId } => consent::room(desk, visit_id), "Consent as its room shows it.";
    offer_consent(request: OfferConsent) => consent::offer(desk, request), "Puts a text before the patient.";
    give_consent(request: GiveConsent) => consent::give(desk, request), "The patient agrees.";
    decline_consent(request: DeclineConsent) => consent::decline(desk, request), "The patient declines.";
    withdraw_consent(request: WithdrawConsent) => consent::withdraw(desk, request), "The patient takes it back.";
    verify_consent { consent_id: ConsentId } => consent::verify(desk, consent_id), "Checks a consent's seal.";
    leave_reading { passphrase: String } => consent::leave_reading(desk, &passphrase),
        "Leaves the screen that the patient reads alone.";
    confirm_presence(request: ConfirmPresence) => consent::confirm_presence(desk, request),
        "An interpreter, witness or chaperone signs on for having been there.";
    countersign_consent(request: Countersign) => consent::countersign(desk, request), "A clinician signs a consent.";
    concur_for_minor(request: ConcurForMinor) => consent::concur(desk, request),
        "A second clinician agrees that a minor decides.";
    print_consent_scan { consent_id: ConsentId } => consent::print_scan(desk, consent_id),
        "Writes the scan of a signed paper as a file.";
    consent_texts {} => translation::list(desk), "The consent texts with their versions and languages.";
    read_consent_text(request: WhichText) => translation::read(desk, request), "One text, and what changed in it.";
    mark_translation_reviewed(request: MarkReviewed) => translation::mark_reviewed(desk, request),
        "A translator has read a text.";
    chaperone_arrived { visit_id: VisitId } => chaperone::arrived(desk, visit_id), "The chaperone has come.";
    chaperone_left { visit_id: VisitId } => chaperone::left(desk, visit_id), "The chaperone has gone.";
    rebook_for_chaperone(request: RebookForChaperone) => chaperone::rebook(desk, request),
        "Another day, when a chaperone can be there.";
    withdrawal_room { visit_id: VisitId } => withdrawal::room(desk, visit_id), "Stopping and taking back.";
    patient_asked_to_stop { procedure_id: ProcedureId } => withdrawal::ask_to_stop(desk, procedure_id),
        "The patient said stop.";
    answer_for_specimens(request: AnswerForSpecimens) => withdrawal::answer(desk, request),
        "What becomes of the tubes of a withdrawn consent.";
} }

acts! { CHECK = Desk(desk) {
    check_in { visit_id: VisitId } => screening::room(desk, visit_id), "Check-in as its room shows it.";
    give_answers(request: GiveAnswers) => screening::answer(desk, request), "Answers questions of check-in.";
    confirm_unchanged { visit_id: VisitId, items: Vec<String> } =>
        screening::confirm_unchanged(desk, visit_id, items), "Answers of the last visit still hold.";
    measure_vitals(request: MeasureVitals) => screening::measure(desk, request), "Temperature, pulse, pressure.";
    close_check_in { visit_id: VisitId } => screening::close_check_in(desk, visit_id), "Check-in is complete.";
    override_rules(request: OverrideRules) => screening::override_rules(desk, request),
        "A urologist goes on against a rule that allows it.";
    time_out { visit_id: VisitId } => time_out::room(desk, visit_id), "The time-out as its room shows it.";
    answer_as_urologist(request: AnswerAsUrologist) => time_out::answer(desk, request), "The urologist's own questions.";
    take_time_out(request: TakeTimeOut) => time_out::take(desk, request), "Name, second identifier, consent.";
    declare_emergency(request: DeclareEmergency) => emergency::declare(desk, request),
        "A urologist declares an emergency.";
    stop { visit_id: VisitId } => stop::room(desk, visit_id), "The stop screen.";
    end_for_safety { visit_id: VisitId } => stop::end(desk, visit_id), "Ends a visit that a rule has stopped.";
    afterwards { visit_id: VisitId } => afterwards::room(desk, visit_id), "The page for what no screen saw.";
    record_afterwards(request: RecordAfterwards) => afterwards::record(desk, request), "Enters what no screen saw.";
    book_past_visit(request: BookVisit) => afterwards::book_past(desk, request), "A visit on a day that is over.";
} }

acts! { ROOM = Desk(desk) {
    exam { visit_id: VisitId } => exam::room(desk, visit_id), "The examination as its room shows it.";
    answer_gate(request: AnswerGate) => exam::answer_gate(desk, request), "The five answers of the finger.";
    read_findings(request: StateFindings) => exam::read_findings(desk, request), "Reads findings without keeping them.";
    state_findings(request: StateFindings) => exam::state_findings(desk, request), "States the findings.";
    collection { procedure_id: ProcedureId } => collection::open(desk, procedure_id), "The glasses, and what is next.";
    receive_first_urines(request: FirstUrines) => collection::receive_first_urines(desk, request), "VB1 and VB2.";
    receive_glass(request: ReceiveGlass) => collection::receive(desk, request), "A glass was caught.";
    end_glass(request: EndGlass) => collection::not_obtained(desk, request), "A glass was not obtained, and why.";
    start_massage { procedure_id: ProcedureId } => collection::start_massage(desk, procedure_id),
        "Massage or strokes begin.";
    stop_massage(request: StopMassage) => collection::stop_massage(desk, request), "Massage or strokes end.";
    account_for_massage(request: AccountForMassage) => collection::account_for_massage(desk, request),
        "What became of a massage whose end nobody saw.";
    explain_massage(request: ExplainMassage) => collection::explain_massage(desk, request),
        "Why a massage took longer than three minutes.";
    finish_collection { procedure_id: ProcedureId } => collection::finish(desk, procedure_id), "Every glass has an end.";
    patient_left { procedure_id: ProcedureId } => collection::patient_left(desk, procedure_id),
        "The patient went before the end.";
    collect_no_more { procedure_id: ProcedureId } => collection::collect_no_more(desk, procedure_id),
        "Nothing more is collected.";
} }
