//! The urologist's overrides: one passphrase covers all of one time-out; each keeps its own reason.

use super::{CheckInRoom, is_open, judge_again, picture, room};
use crate::form::{Form, optional};
use crate::{Deed, Desk, Refusal};
use clinic::ids::VisitId;
use clinic::procedure::Act;
use clinic::screening::{Override, OverrideReason, judge};
use serde::Deserialize;

/// One override, as typed.
#[derive(Debug, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct OneOverride {
    /// The item or rule, as the verdict names it.
    pub id: String,
    /// For which act.
    pub act: Act,
    /// Why.
    pub reason: OverrideReason,
    /// In the urologist's own words.
    pub text: Option<String>,
    /// The patient was told.
    pub patient_told: bool,
}

/// All overrides of one time-out.
#[derive(Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct OverrideRules {
    /// The visit.
    pub visit_id: VisitId,
    /// What is overridden.
    pub overrides: Vec<OneOverride>,
    /// The urologist's passphrase, again.
    pub passphrase: String,
}

/// Overrides relative items and rules for this visit.
///
/// # Errors
/// Beside each that is absolute, is not needed, or lacks its words; `passphrase-wrong`.
pub async fn override_rules(desk: &Desk, request: OverrideRules) -> Result<CheckInRoom, Refusal> {
    desk.may(Deed::Override)?;
    let visit = request.visit_id;
    let wanted: Vec<Override> = request.overrides.into_iter().map(|one| one.by(desk)).collect();
    {
        let mut reading = desk.records.reading().await?;
        let state = reading.visit_state(visit).await?;
        is_open(&state)?;
        let verdicts = judge(&picture::load(&mut reading, &state, desk.now).await?);
        let mut form = Form::default();
        for one in &wanted {
            if let Some(verdict) = verdicts.on(one.act) {
                form.read(&one.id, one.check(verdict));
            }
        }
        form.check()?;
    }
    desk.confirm_passphrase(&request.passphrase).await?;
    let mut writing = desk.writing().await?;
    let state = writing.visit_state(visit).await?;
    for one in &wanted {
        writing.override_rule(visit, state.patient_id, one).await?;
    }
    judge_again(&mut writing, visit).await?;
    writing.commit().await?;
    room(desk, visit).await
}

impl OneOverride {
    fn by(self, desk: &Desk) -> Override {
        Override {
            id: self.id,
            act: self.act,
            reason: self.reason,
            text: optional(self.text),
            patient_told: self.patient_told,
            by: desk.who.staff,
            at: desk.now,
        }
    }
}
