//! A consent as screens show it, made from what is stored.

use super::StoredConsent;
use clinic::Moment;
use clinic::consent::text::RenderedText;
use clinic::consent::{Clinician, Consent, ConsentState, Evidence, ExpiryCause, Given, Withdrawal};
use clinic::ids::{ConsentId, ProcedureId, VisitId};
use clinic::procedure::{Act, ProcedureKind};
use serde::{Deserialize, Serialize};

/// A consent as screens show it.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ConsentView {
    /// The consent.
    pub consent_id: ConsentId,
    /// Its visit.
    pub visit_id: VisitId,
    /// Its procedure.
    pub procedure_id: ProcedureId,
    /// What it is for.
    pub kind: ProcedureKind,
    /// The acts it covers, and no other.
    pub acts: Vec<Act>,
    /// Where it stands now.
    pub state: ConsentState,
    /// The version, to be sent back with a change.
    pub version: i32,
    /// Under 18 on the day it was asked.
    pub minor: bool,
    /// The language in which an interpreter reads it out.
    pub spoken: Option<String>,
    /// The text as this patient reads it.
    pub text: RenderedText,
    /// Who will examine.
    pub examiner: Clinician,
    /// Who asked.
    pub offered_by: Clinician,
    /// When it was asked.
    pub offered_at: Moment,
    /// What was given.
    pub given: Option<GivenView>,
    /// How it was declined.
    pub declined: Option<DeclineView>,
    /// How it was taken back.
    pub withdrawal: Option<Withdrawal>,
    /// How it ran out.
    pub expired: Option<ExpiryView>,
}

/// What was given, with its seal.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct GivenView {
    /// When.
    pub at: Moment,
    /// Until when it stands at most.
    pub until: Moment,
    /// Who recorded it.
    pub recorded_by: Clinician,
    /// What shows it.
    pub evidence: Evidence,
    /// SHA-256 of the sealed bytes, in hexadecimal.
    pub sha256: String,
}

/// How a consent was declined.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct DeclineView {
    /// When.
    pub at: Moment,
    /// Who recorded it.
    pub recorded_by: Clinician,
    /// A reason, if one was given.
    pub reason: Option<String>,
}

/// How a consent ran out.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ExpiryView {
    /// When.
    pub at: Moment,
    /// Why.
    pub cause: ExpiryCause,
}

impl From<StoredConsent> for ConsentView {
    fn from(stored: StoredConsent) -> Self {
        let state = stored.consent.state();
        let offered = stored.consent.offered().clone();
        let sha256 = stored.sealed.map_or_else(String::new, |sealed| sealed.sha256);
        let given_view = |given: &Given| GivenView {
            at: given.at,
            until: given.at.plus(Given::STANDS),
            recorded_by: given.recorded_by.clone(),
            evidence: given.evidence.clone(),
            sha256: sha256.clone(),
        };
        let (mut given, mut declined, mut withdrawn, mut expired) = (None, None, None, None);
        match &stored.consent {
            Consent::Offered(_) => {}
            Consent::Given(what) => given = Some(given_view(what)),
            Consent::Declined { at, recorded_by, reason, .. } => {
                let (recorded_by, reason) = (recorded_by.clone(), reason.clone());
                declined = Some(DeclineView { at: *at, recorded_by, reason });
            }
            Consent::Withdrawn { given: what, withdrawal } => {
                given = Some(given_view(what));
                withdrawn = Some(withdrawal.clone());
            }
            Consent::Expired { given: what, at, cause } => {
                given = Some(given_view(what));
                expired = Some(ExpiryView { at: *at, cause: *cause });
            }
        }
        Self {
            consent_id: offered.consent,
            visit_id: offered.visit,
            procedure_id: offered.procedure,
            kind: offered.kind,
            acts: offered.acts,
            state,
            version: i32::try_from(stored.version).unwrap_or(i32::MAX),
            minor: offered.minor,
            spoken: offered.spoken,
            text: offered.text,
            examiner: offered.examiner,
            offered_by: offered.offered_by,
            offered_at: offered.offered_at,
            given,
            declined,
            withdrawal: withdrawn,
            expired,
        }
    }
}
