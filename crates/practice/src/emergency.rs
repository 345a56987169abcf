//! The examination that cannot wait: one decision of the urologist stands for consent, interpreter and chaperone, for the
//! examination alone, and a colleague reviews it within 72 hours.

use crate::form::{Form, optional};
use crate::time_out::{self, TimeOutRoom};
use crate::{Deed, Desk, Refusal, screening};
use clinic::ids::VisitId;
use clinic::incident::IncidentKind;
use clinic::procedure::Act;
use clinic::screening::emergency::{BEST_INTERESTS, EMERGENCY};
use clinic::screening::{Override, OverrideReason};
use records::incident::NewIncident;
use serde::Deserialize;

/// How the matter of capacity stands in an emergency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum EmergencyCapacity {
    /// The patient can decide.
    Present,
    /// The patient cannot, and the urologist acts in their best interests.
    BestInterests,
}

/// Why the examination cannot wait.
#[derive(Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct DeclareEmergency {
    /// The visit.
    pub visit_id: VisitId,
    /// Why it cannot wait, in one line.
    pub reason: String,
    /// Whether the patient can decide; never taken for granted.
    pub capacity: Option<EmergencyCapacity>,
    /// The patient was told.
    pub patient_told: Option<bool>,
    /// The urologist's passphrase, again.
    pub passphrase: String,
}

/// Declares it: what consent asks is one override of the examination, and the review is owed from now on.
///
/// # Errors
/// Beside what was not said; `consent-refused` where the patient declines: that stays absolute; `passphrase-wrong`.
pub async fn declare(desk: &Desk, request: DeclareEmergency) -> Result<TimeOutRoom, Refusal> {
    desk.may(Deed::Override)?;
    let mut form = Form::default();
    let reason = form.line("reason", optional(Some(request.reason)), 200);
    if reason.is_none() {
        form.refuse("reason", "say why the examination cannot wait");
    }
    let capacity = form.read("capacity", request.capacity.ok_or("say whether the patient can decide"));
    let told = form.read("patientTold", request.patient_told.ok_or("say whether the patient was told"));
    let (Some(reason), Some(capacity), Some(told), true) = (reason, capacity, told, form.is_clean()) else {
        return Err(form.refusal());
    };
    let visit = request.visit_id;
    {
        let mut reading = desk.records.reading().await?;
        let state = reading.visit_state(visit).await?;
        screening::is_open(&state)?;
        let verdicts = screening::verdicts(&mut reading, &state, desk.now).await?;
        let dre = verdicts.on(Act::Dre);
        if dre.is_some_and(|verdict| verdict.fired.iter().any(|fired| fired.id == "consent-refused")) {
            return Err(Refusal::new("consent-refused", "The patient declines. No emergency overrides that."));
        }
        if dre.is_some_and(|verdict| verdict.fired.iter().any(|fired| fired.id == EMERGENCY)) {
            return Err(Refusal::new("emergency-declared", "The emergency is declared already."));
        }
    }
    desk.confirm_passphrase(&request.passphrase).await?;
    let mut writing = desk.writing().await?;
    let state = writing.visit_state(visit).await?;
    let patient = state.patient_id;
    let decision = |id: &str| Override {
        id: id.to_owned(),
        act: Act::Dre,
        reason: OverrideReason::Other,
        text: Some(reason.clone()),
        patient_told: told,
        by: desk.who.staff,
        at: desk.now,
    };
    writing.override_rule(visit, patient, &decision(EMERGENCY)).await?;
    let mut words = format!("Emergency examination, because {reason}.");
    if capacity == EmergencyCapacity::BestInterests {
        writing.override_rule(visit, patient, &decision(BEST_INTERESTS)).await?;
        words.push_str(" The patient could not decide: best interests, emergency.");
    }
    let kind = IncidentKind::EmergencyExamination;
    if let Some(until) = kind.review_until(desk.now) {
        words = format!("{words} To be reviewed by somebody else until {}.", until.long_text());
    }
    writing.open_incident(&NewIncident { kind, patient, visit: Some(visit), words }).await?;
    screening::judge_again(&mut writing, visit).await?;
    writing.commit().await?;
    time_out::room(desk, visit).await
}
