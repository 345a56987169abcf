//! Everything that the window may ask of the practice, one file per noun. This list is the only one: the build script
//! declares it, `cargo xtask bindings` writes it into the capability and into the user interface's hatch.

mod adverse_event;
mod aftercare;
mod afterwards;
mod audit;
mod booking;
mod chaperone;
mod collection;
mod conduct;
mod consent;
mod content;
mod critical;
mod document;
mod downtime;
mod draft;
mod exam;
mod export;
mod follow_up;
mod further;
mod incident;
mod label;
mod laboratory_value;
mod merge;
mod note;
mod order;
mod patient;
mod pin;
mod questionnaire;
mod requisition_scan;
mod result;
mod screening;
mod settings;
mod specimen;
mod staff;
mod station;
mod symptom;
mod translation;
mod tube;
mod visit;
mod withdrawal;
mod wrong_patient;

#[cfg(test)]
mod bindings;

use practice::{Desk, Refusal};
use tauri::{State, Wry};
use tauri_specta::{Builder, ErrorHandlingMode, collect_commands};

/// The station behind this window.
type Station<'w> = State<'w, practice::Station>;

/// What every command gives: the view, or the one refusal.
type Answer<T> = Result<T, Refusal>;

/// The commands with their types. A refused command throws the refusal.
pub(crate) fn commands() -> Builder<Wry> {
    // One shape for both ways: what is sent and what comes back is written the same.
    Builder::new().error_handling(ErrorHandlingMode::Throw).disable_serde_phases().commands(collect_commands![
        station::station_state,
        station::create_clinic,
        station::confirm_recovery_kit,
        station::make_recovery_kit,
        station::check_kit_groups,
        station::unlock_with_kit,
        station::look_around,
        station::sign_on,
        station::lock_station,
        station::touch,
        station::hold,
        pin::secret_asked,
        pin::my_pin,
        pin::set_pin,
        pin::stop_pin,
        staff::staff_list,
        staff::add_staff,
        settings::settings,
        settings::keep_settings,
        patient::find_patients,
        patient::register_patient,
        patient::patient,
        merge::merge_patients,
        merge::unmerge_patients,
        merge::patient_numbered,
        visit::book_visit,
        visit::today,
        visit::arrive,
        visit::close_visit,
        visit::cancel_visit,
        visit::did_not_come,
        booking::visit_room,
        booking::name_referrer,
        booking::keep_post_address,
        booking::preparation_pages,
        booking::make_preparation,
        booking::letter_pages,
        booking::make_letter,
        visit::indications,
        consent::consent_room,
        consent::offer_consent,
        consent::give_consent,
        consent::decline_consent,
        consent::withdraw_consent,
        consent::verify_consent,
        consent::leave_reading,
        consent::confirm_presence,
        consent::countersign_consent,
        consent::concur_for_minor,
        consent::print_consent_scan,
        translation::consent_texts,
        translation::read_consent_text,
        translation::mark_translation_reviewed,
        chaperone::chaperone_arrived,
        chaperone::chaperone_left,
        chaperone::rebook_for_chaperone,
        note::note_room,
        note::sign_note,
        note::verify_note,
        document::note_pages,
        document::consent_pages,
        document::print_note,
        document::print_consent,
        document::print_result,
        screening::check_in,
        screening::give_answers,
        screening::confirm_unchanged,
        screening::measure_vitals,
        screening::close_check_in,
        screening::override_rules,
        screening::time_out,
        screening::answer_as_urologist,
        screening::take_time_out,
        screening::declare_emergency,
        screening::stop,
        screening::end_for_safety,
        afterwards::afterwards,
        afterwards::record_afterwards,
        afterwards::book_past_visit,
        exam::exam,
        exam::answer_gate,
        exam::read_findings,
        exam::state_findings,
        collection::collection,
        collection::receive_first_urines,
        collection::receive_glass,
        collection::end_glass,
        collection::start_massage,
        collection::stop_massage,
        collection::account_for_massage,
        collection::explain_massage,
        collection::finish_collection,
        collection::patient_left,
        collection::collect_no_more,
        label::print_labels,
        label::verify_label,
        label::reprint_label,
        label::label_pictures,
        downtime::downtime_packs,
        downtime::print_downtime_pack,
        downtime::void_downtime_pack,
        specimen::specimen,
        specimen::find_specimen,
        specimen::handoff,
        specimen::store_specimens,
        specimen::pack_specimen,
        specimen::discard_specimen,
        specimen::report_specimen_fault,
        further::further,
        further::take_further,
        further::enter_further_report,
        laboratory_value::laboratory_values,
        laboratory_value::keep_laboratory_values,
        requisition_scan::requisition_scans,
        requisition_scan::attach_requisition,
        requisition_scan::print_requisition_scan,
        tube::transport_tubes,
        tube::fill_tubes,
        specimen::relabel_specimen,
        specimen::correct_collection_time,
        withdrawal::withdrawal_room,
        withdrawal::patient_asked_to_stop,
        withdrawal::answer_for_specimens,
        wrong_patient::wrong_patient,
        wrong_patient::wrong_patients_open,
        wrong_patient::put_right_patient,
        wrong_patient::call_about_wrong_patient,
        wrong_patient::cancel_wrong_order_again,
        wrong_patient::sign_late_statement,
        order::order,
        order::make_order,
        order::write_order_again,
        symptom::symptoms,
        symptom::symptoms_of_today,
        symptom::add_symptom,
        symptom::end_symptom,
        result::result_room,
        result::enter_result,
        result::judge_result,
        result::attach_result_scan,
        result::print_result_scan,
        result::acknowledge_result,
        result::tell_result,
        critical::criticals,
        critical::receive_critical,
        critical::tell_urologist,
        critical::reach_patient,
        questionnaire::questionnaires,
        questionnaire::enter_questionnaire,
        aftercare::aftercare,
        aftercare::sheet_pages,
        aftercare::give_sheet,
        aftercare::check_departure,
        aftercare::patient_gone,
        follow_up::follow_up,
        follow_up::call,
        follow_up::log_call,
        adverse_event::adverse_events,
        adverse_event::adverse_events_of,
        adverse_event::record_adverse_event,
        adverse_event::correct_adverse_event,
        adverse_event::review_adverse_event,
        conduct::conduct_figures,
        conduct::review_conduct,
        audit::audit_trail,
        audit::verify_audit,
        content::content,
        content::adopt_content,
        export::preview_export,
        export::make_export,
        export::exports,
        incident::incidents,
        incident::review_incident,
        draft::save_draft,
        draft::load_draft,
    ])
}

/// The desk of whoever is signed on.
async fn desk(station: &Station<'_>) -> Answer<Desk> {
    station.desk().await
}
