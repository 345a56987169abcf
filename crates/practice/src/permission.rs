//! Who may do what: one table, asked by every act in its first line. Screens may hide; only this refuses.

use clinic::staff::Role::{self, Administrator, Nurse, Urologist};

/// Something a person may or may not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Deed {
    /// Search patients and open charts.
    OpenChart,
    /// See today's list with names.
    SeeToday,
    /// Register patients, book visits and call them off.
    RegisterPatient,
    /// Check-in: vitals, symptoms, history.
    CheckIn,
    /// Record consent, refusal, withdrawal, chaperone.
    RecordConsent,
    /// Confirm by their own sign-on that they are there as chaperone.
    BeChaperone,
    /// Concur, by their own sign-on, that a patient under 18 be massaged.
    ConcurForMinor,
    /// Take the time-out.
    TakeTimeOut,
    /// Enter gate answers and findings; a nurse types for the urologist in the room.
    EnterFindings,
    /// Massage, strokes, stop.
    Massage,
    /// Record afterwards what already happened.
    RecordAfterwards,
    /// Override a relative rule.
    Override,
    /// Correct an absolute answer from block to clear.
    CorrectBlock,
    /// Stamp, label, verify, hand off specimens.
    HandleSpecimens,
    /// Put right what was recorded on the wrong patient or at the wrong time, relabel, merge; a second person confirms.
    PutRight,
    /// Send requisitions and orders.
    SendOrders,
    /// Type in what a laboratory reports.
    EnterResults,
    /// Agree or disagree with what the rules suggest of it.
    JudgeResults,
    /// Type in the numbers of a questionnaire.
    EnterQuestionnaires,
    /// Give the aftercare sheet, and look after the patient before leaving.
    GiveAftercare,
    /// See the calls that are owed, and make them.
    FollowUp,
    /// Record what followed from an act, and put it right.
    RecordAdverseEvents,
    /// Review what followed from an act.
    ReviewAdverseEvents,
    /// Print the papers of one chart.
    PrintPapers,
    /// Write, sign and amend notes.
    SignNote,
    /// Export without identity.
    ExportDeidentified,
    /// Export with identity; needs a second confirmation.
    ExportIdentified,
    /// Confirm somebody else's identified export.
    ConfirmIdentifiedExport,
    /// Staff, roles, laboratories, settings.
    KeepClinic,
    /// Read the whole audit trail.
    ReadAudit,
    /// Verify the audit trail.
    VerifyAudit,
    /// See how far the clinic's open work has come, as counts.
    SeeCounts,
    /// Read every rule, threshold, text and kit with its source.
    ReadContent,
    /// Adopt an edition of the content for this clinic.
    AdoptContent,
    /// See and review the figures of other examiners.
    SeeConduct,
    /// See that incidents were opened, when and by whom.
    SeeIncidents,
    /// Review an incident that a colleague opened.
    ReviewIncident,
}

/// The table. A role that is not listed may not.
pub const TABLE: &[(Deed, &[Role])] = &[
    (Deed::OpenChart, &[Urologist, Nurse]),
    (Deed::SeeToday, &[Urologist, Nurse]),
    (Deed::RegisterPatient, &[Urologist, Nurse]),
    (Deed::CheckIn, &[Urologist, Nurse]),
    (Deed::RecordConsent, &[Urologist, Nurse]),
    (Deed::BeChaperone, &[Urologist, Nurse, Administrator]),
    (Deed::ConcurForMinor, &[Urologist, Nurse]),
    (Deed::TakeTimeOut, &[Urologist]),
    (Deed::EnterFindings, &[Urologist, Nurse]),
    (Deed::Massage, &[Urologist, Nurse]),
    (Deed::RecordAfterwards, &[Urologist, Nurse]),
    (Deed::Override, &[Urologist]),
    (Deed::CorrectBlock, &[Urologist]),
    (Deed::HandleSpecimens, &[Urologist, Nurse]),
    (Deed::PutRight, &[Urologist, Nurse]),
    (Deed::SendOrders, &[Urologist, Nurse]),
    (Deed::EnterResults, &[Urologist, Nurse]),
    (Deed::JudgeResults, &[Urologist]),
    (Deed::EnterQuestionnaires, &[Urologist, Nurse]),
    (Deed::GiveAftercare, &[Urologist, Nurse]),
    (Deed::FollowUp, &[Urologist, Nurse]),
    (Deed::RecordAdverseEvents, &[Urologist, Nurse]),
    (Deed::ReviewAdverseEvents, &[Urologist]),
    (Deed::PrintPapers, &[Urologist, Nurse]),
    (Deed::SignNote, &[Urologist]),
    (Deed::ExportDeidentified, &[Urologist, Administrator]),
    (Deed::ExportIdentified, &[Urologist, Administrator]),
    (Deed::ConfirmIdentifiedExport, &[Urologist]),
    (Deed::KeepClinic, &[Administrator]),
    (Deed::ReadAudit, &[Administrator]),
    (Deed::VerifyAudit, &[Urologist, Nurse, Administrator]),
    (Deed::SeeCounts, &[Urologist, Nurse, Administrator]),
    (Deed::ReadContent, &[Urologist, Nurse, Administrator]),
    (Deed::AdoptContent, &[Urologist]),
    (Deed::SeeConduct, &[Urologist, Administrator]),
    (Deed::SeeIncidents, &[Urologist, Nurse, Administrator]),
    (Deed::ReviewIncident, &[Urologist, Administrator]),
];

/// Whether somebody with these roles may do it.
pub fn may(roles: &[Role], deed: Deed) -> bool {
    TABLE.iter().any(|(listed, allowed)| *listed == deed && roles.iter().any(|role| allowed.contains(role)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt::Write;

    #[test]
    fn the_table_is_what_the_clinic_agreed() {
        let mut table = String::new();
        for (deed, _) in TABLE {
            let marks: String = Role::ALL.iter().map(|role| if may(&[*role], *deed) { " ●" } else { " –" }).collect();
            writeln!(table, "{:<24}{marks}", format!("{deed:?}")).unwrap();
        }
        insta::assert_snapshot!(table);
    }

    #[test]
    fn an_administrator_never_opens_a_chart_and_nobody_else_keeps_the_clinic() {
        assert!(!may(&[Administrator], Deed::OpenChart));
        assert!(!may(&[Administrator], Deed::SeeToday));
        assert!(!may(&[Urologist, Nurse], Deed::KeepClinic));
        assert!(!may(&[], Deed::SeeCounts));
    }
}
