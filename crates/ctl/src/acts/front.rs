//! The door: founding and signing on, people and settings, patients, and the day's list.

use super::acts;
use practice::again::{self, Purpose};
use practice::founding::{self, CreateClinic};
use practice::kit::{self, ConfirmKit};
use practice::merge::{self, MergePatients, UnmergePatients};
use practice::patient::{self, PatientId, RegisterPatient};
use practice::pin::{self, SetPin};
use practice::recovery::{self, UnlockWithKit};
use practice::settings::{self, Setting};
use practice::sign_on::{self, SignOn};
use practice::staff::{self, AddStaff};
use practice::today;
use practice::visit::{self, BookVisit, VisitId};
use practice::{Desk, Refusal};
use std::future::{Ready, ready};

acts! { BEFORE_SIGN_ON = Station(station) {
    station_state {} => sign_on::state(station), "What is in the vault's folder, and who may sign on.";
    create_clinic(request: CreateClinic) => founding::create_clinic(station, request),
        "Founds a clinic and signs its first person on; the answer is the recovery kit.";
    unlock_with_kit(request: UnlockWithKit) => recovery::unlock_with_kit(station, request),
        "Comes in with the recovery kit and a new passphrase.";
    sign_on(request: SignOn) => sign_on::sign_on(station, request), "Somebody else signs on, within a play.";
} }

acts! { ACTS = Desk(desk) {
    check_kit_groups { typed: String } => known(desk, kit::check_groups(&typed)),
        "Which groups of a typed recovery kit are free of slips.";
    confirm_recovery_kit(request: ConfirmKit) => kit::confirm_kit(desk, request),
        "Types two groups of the recovery kit back from its paper.";
    make_recovery_kit { passphrase: String } => kit::make_kit(desk, &passphrase), "Makes the next recovery kit.";
    secret_asked { purpose: Purpose } => again::asked(desk, purpose), "Whether PIN or passphrase is asked for.";
    my_pin {} => pin::mine(desk), "Whether a PIN is set.";
    set_pin(request: SetPin) => pin::set(desk, request), "Sets one's own PIN.";
    stop_pin {} => pin::stop(desk), "Takes one's own PIN away.";
    staff_list {} => staff::list(desk), "The people of the clinic.";
    add_staff(request: AddStaff) => staff::add(desk, request), "Adds a person.";
    settings {} => settings::list(desk), "What is set for the whole clinic.";
    keep_settings(request: Vec<Setting>) => settings::keep(desk, request), "Changes what is set.";
    find_patients { text: String } => patient::find(desk, &text), "Finds patients by name, number or birth date.";
    register_patient(request: RegisterPatient) => patient::register(desk, request), "Registers a patient.";
    patient { patient_id: PatientId } => patient::open(desk, patient_id), "Opens a chart.";
    patient_numbered { number: String } => merge::numbered(desk, &number), "Whose number this is.";
    merge_patients(request: MergePatients) => merge::merge(desk, request), "Merges two charts of one person.";
    unmerge_patients(request: UnmergePatients) => merge::unmerge(desk, request), "Takes a merge back.";
    indications {} => known(desk, visit::indications()), "Why a procedure is done, to choose from.";
    book_visit(request: BookVisit) => visit::book(desk, request), "Books a visit.";
    today { date: Option<String> } => today::list(desk, date), "The day's list.";
    arrive { visit_id: VisitId } => visit::arrive(desk, visit_id), "The patient has come.";
    close_visit { visit_id: VisitId } => visit::close(desk, visit_id), "Closes a visit.";
} }

/// What needs no record, only somebody who is signed on.
fn known<T>(_: &Desk, view: T) -> Ready<Result<T, Refusal>> {
    ready(Ok(view))
}
