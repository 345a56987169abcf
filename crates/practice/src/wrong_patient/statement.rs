//! The late statement: the right patient owns what was done, in words of a version, signed or heard or declined.

use super::{WrongPatientId, WrongPatientRoom, room};
use crate::{Deed, Desk, Refusal};
use clinic::consent::signature::{DrawnSignature, Signature};
use clinic::ids::StaffId;
use clinic::wrong_patient::{LateStatement, StatementAnswer, StatementText};
use records::Reading;
use records::wrong_patient::WrongPatientView;
use serde::Deserialize;

/// How the right patient answers.
#[derive(Debug, Clone, Deserialize, specta::Type)]
#[serde(tag = "answer", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum LateStatementAnswer {
    /// Signed on the screen.
    Signed {
        /// As it was drawn.
        signature: DrawnSignature,
    },
    /// Said, and heard by somebody of the clinic.
    Heard {
        /// Who heard it.
        witness_id: StaffId,
    },
    /// Declined.
    Declined,
}

/// The right patient answers to the statement.
#[derive(Debug, Clone, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct SignLateStatement {
    /// Which putting right.
    pub wrong_patient_id: WrongPatientId,
    /// The answer.
    pub answer: LateStatementAnswer,
}

/// Keeps what the right patient says. Said once; nothing of it is changed afterwards.
///
/// # Errors
/// Beside `signature` or `witnessId`: what is missing; `taken` when it was said before.
pub async fn state_late(desk: &Desk, request: SignLateStatement) -> Result<WrongPatientRoom, Refusal> {
    desk.may(Deed::RecordConsent)?;
    let mut writing = desk.writing().await?;
    let view = writing.wrong_patient(request.wrong_patient_id).await?;
    let (answer, signature, witness) = match request.answer {
        LateStatementAnswer::Signed { signature } => {
            let signature = Signature::parse(signature).map_err(|refusal| {
                Refusal::field("signature", "not-a-signature", crate::form::sentence(&refusal.to_string()))
            })?;
            (StatementAnswer::Signed, Some(signature), None)
        }
        LateStatementAnswer::Heard { witness_id } => {
            let person =
                writing.staff_member(witness_id).await?.filter(|one| one.active && witness_id != desk.who.staff);
            let person = person.ok_or_else(|| {
                Refusal::field("witnessId", "witness-unfit", "Choose a colleague who heard the patient say it.")
            })?;
            (StatementAnswer::Heard, None, Some(person.name))
        }
        LateStatementAnswer::Declined => (StatementAnswer::Declined, None, None),
    };
    let patient = writing.patient(view.right.patient.patient_id, desk.today()).await?;
    let patient = patient.ok_or_else(|| Refusal::not_found("patient"))?;
    let statement = LateStatement {
        content_version: StatementText::current().version.clone(),
        text: text(desk, &mut writing, &view).await?,
        identity: crate::consent::identity(&patient),
        answer,
        signature,
        witness,
        recorded_by: desk.who.name.clone(),
        at: desk.now,
    };
    writing.keep_late_statement(request.wrong_patient_id, &statement).await?;
    writing.commit().await?;
    room(desk, view.right.visit_id).await
}

/// The statement as this patient reads it.
pub(super) async fn text(desk: &Desk, reading: &mut Reading, view: &WrongPatientView) -> Result<String, Refusal> {
    let state = reading.visit_state(view.right.visit_id).await?;
    let came = reading.note_visit(state.procedure_id).await?.arrived_at.unwrap_or(desk.now);
    let day = came.date().format("%-d %b %Y").to_string();
    let procedure = format!("a {}", state.kind.name());
    Ok(StatementText::current().render(&desk.clinic.name, &day, &procedure))
}
