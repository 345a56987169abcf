//! Putting an entry right: the rules of `clinic` decide, the people prove who they are.

use crate::form::optional;
use crate::second::SecondPerson;
use crate::{Deed, Desk, Refusal};
use clinic::Moment;
use clinic::ids::{StaffId, VisitId};
use clinic::screening::{Correction, CorrectionRefused, Picture, Verdicts};
use records::Writing;
use records::conduct::NewCorrectedAlone;
use records::visit::VisitState;

/// Whose entry is to be put right, and when it was made.
pub(super) struct Entry {
    pub(super) by: StaffId,
    pub(super) at: Moment,
}

/// What is kept beside the correction.
#[derive(Default)]
pub(super) struct Settled {
    pub(super) reason: Option<String>,
    pub(super) second_person: Option<StaffId>,
    /// A stop falls that elsewhere a second person would have had to confirm.
    alone: bool,
}

impl Settled {
    /// Keeps, where it was done alone, what was put right: it is listed by month for somebody else to look at.
    pub(super) async fn keep_if_alone(
        &self,
        writing: &mut Writing,
        state: &VisitState,
        what: String,
    ) -> Result<(), Refusal> {
        if !self.alone {
            return Ok(());
        }
        let new = NewCorrectedAlone { what, reason: self.reason.clone().unwrap_or_default() };
        Ok(writing.note_corrected_alone(state.visit_id, state.patient_id, &new).await?)
    }
}

/// Looks whether these entries may be put right by the person at the desk.
pub(super) async fn settle(
    desk: &Desk,
    visit: VisitId,
    entries: &[Entry],
    (before, after): &(Verdicts, Verdicts),
    picture: &Picture,
    reason: Option<String>,
    second: Option<SecondPerson>,
) -> Result<Settled, Refusal> {
    if entries.is_empty() {
        return Ok(Settled::default());
    }
    let closed = desk.records.reading().await?.check_in_of(visit).await?.is_some();
    let reason = optional(reason);
    let correction = |entry: &Entry, second_person, single_handed| Correction {
        entered_by: entry.by,
        corrected_by: desk.who.staff,
        check_in_closed: closed,
        reason: reason.as_deref().unwrap_or_default(),
        second_person,
        single_handed,
        before,
        picture,
        after,
        entered_at: entry.at,
    };
    let single_handed = desk.clinic.single_handed;
    let check = |second, alone| entries.iter().find_map(|entry| correction(entry, second, alone).check().err());
    let refused = |second| check(second, single_handed);
    let alone = single_handed && check(None, false).is_some();
    match (refused(None), second) {
        (None, None) => Ok(Settled { reason, second_person: None, alone }),
        (Some(why @ CorrectionRefused::ReasonMissing), _) | (Some(why), None) => Err(why.into()),
        (_, Some(second)) => {
            // Only a urologist lifts a stop, proven again; a second pair of eyes confirms it.
            desk.may(Deed::CorrectBlock)?;
            desk.confirm_passphrase(&second.own_passphrase).await?;
            let person = match second.name.trim() {
                "" => None,
                name => Some(desk.second_person(name, &second.passphrase, Deed::CheckIn).await?.staff),
            };
            match refused(person) {
                None => Ok(Settled { reason, second_person: person, alone: alone && person.is_none() }),
                Some(why) => Err(why.into()),
            }
        }
    }
}

impl From<CorrectionRefused> for Refusal {
    fn from(refused: CorrectionRefused) -> Self {
        let (field, code) = match refused {
            CorrectionRefused::ReasonMissing => ("reason", "correction-reason"),
            CorrectionRefused::SecondPersonMissing => ("second", "correction-second-person"),
            CorrectionRefused::SecondPersonIsTheFirst => ("second", "correction-same-person"),
            CorrectionRefused::TwoReadingsMissing => ("temperature", "correction-two-readings"),
            CorrectionRefused::SymptomOrAntipyretic => ("temperature", "correction-symptom"),
        };
        let text = refused.to_string();
        let mut letters = text.chars();
        let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
        Self::field(field, code, format!("{first}{}.", letters.as_str()))
    }
}
