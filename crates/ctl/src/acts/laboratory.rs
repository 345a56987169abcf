//! Labels, tubes and their way out of the house, orders, and results.

use super::acts;
use practice::collection::ProcedureId;
use practice::collection_time::{self, CorrectCollectionTime};
use practice::critical::{self, ReachPatient, ReceiveCritical, TellUrologist};
use practice::downtime::{self, PrintPack, VoidPack};
use practice::label::{self, ReprintLabel, VerifyLabel};
use practice::order::{self, MakeOrder};
use practice::patient::PatientId;
use practice::relabel::{self, RelabelSpecimen};
use practice::result::{self, AcknowledgeResult, AttachScan, EnterResult, JudgeResult, ResultId};
use practice::specimen::{self, DiscardSpecimen, PackSpecimen, SpecimenId, StoreSpecimens};
use practice::telling::{self, TellResult};
use practice::tube::{self, FillTubes};

acts! { ACTS = Desk(desk) {
    print_labels { procedure_id: ProcedureId } => label::print(desk, procedure_id),
        "Prints the labels that are not printed yet.";
    verify_label(request: VerifyLabel) => label::verify(desk, request), "A label was read back from its tube.";
    reprint_label(request: ReprintLabel) => label::reprint(desk, request), "Prints a label again, and why.";
    label_pictures { specimen_id: SpecimenId } => label::pictures(desk, specimen_id), "A label as pictures, SVG.";
    downtime_packs {} => downtime::list(desk), "The packs of blank forms.";
    print_downtime_pack(request: PrintPack) => downtime::print(desk, request),
        "Prints a pack with numbers reserved for it.";
    void_downtime_pack(request: VoidPack) => downtime::void(desk, request), "Voids what was left of a pack.";
    specimen { specimen_id: SpecimenId } => specimen::open(desk, specimen_id), "One tube with its custody.";
    find_specimen { text: String } => specimen::find(desk, &text), "Finds a tube by its number.";
    handoff {} => specimen::handoff(desk), "The tubes that are still in the house.";
    store_specimens(request: StoreSpecimens) => specimen::store(desk, request), "Tubes are put away.";
    pack_specimen(request: PackSpecimen) => specimen::pack(desk, request), "A tube is packed for the courier.";
    discard_specimen(request: DiscardSpecimen) => specimen::discard(desk, request), "A tube is discarded, and why.";
    relabel_specimen(request: RelabelSpecimen) => relabel::relabel(desk, request),
        "A tube in quarantine gets its right label.";
    correct_collection_time(request: CorrectCollectionTime) => collection_time::correct(desk, request),
        "Puts the time of a collection right.";
    transport_tubes { specimen_id: SpecimenId } => tube::room(desk, specimen_id), "The tubes of a kit.";
    fill_tubes(request: FillTubes) => tube::fill(desk, request), "The tubes of a kit are filled.";
    order { procedure_id: ProcedureId } => order::of(desk, procedure_id), "The order, if there is one.";
    make_order(request: MakeOrder) => order::make(desk, request), "Writes the order and its requisition.";
    write_order_again { procedure_id: ProcedureId } => order::write_again(desk, procedure_id),
        "Writes an order that did not arrive again.";
    result_room { procedure_id: ProcedureId } => result::room(desk, procedure_id), "The results with what they suggest.";
    enter_result(request: EnterResult) => result::enter(desk, request), "Types a result in, twice.";
    judge_result(request: JudgeResult) => result::judge(desk, request), "A urologist agrees, or says why not.";
    attach_result_scan(request: AttachScan) => result::attach_scan(desk, request), "Attaches the scan of a report.";
    print_result_scan { result_id: ResultId } => result::print_scan(desk, result_id),
        "Writes the scan of a report as it came.";
    acknowledge_result(request: AcknowledgeResult) => result::acknowledge(desk, request),
        "A urologist has read a result, and says what follows.";
    tell_result(request: TellResult) => telling::tell(desk, request), "The patient was told a result, or not reached.";
    criticals { patient_id: PatientId } => critical::room(desk, patient_id), "The critical results of a patient.";
    receive_critical(request: ReceiveCritical) => critical::receive(desk, request),
        "The laboratory called a critical result.";
    tell_urologist(request: TellUrologist) => critical::tell_urologist(desk, request),
        "The urologist was told of it, and what follows.";
    reach_patient(request: ReachPatient) => critical::reach_patient(desk, request),
        "The patient of it was reached, or not.";
} }
