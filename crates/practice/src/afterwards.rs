//! What already happened is entered afterwards: on paper in a power cut, or done before somebody knew better.
//!
//! One request carries whatever is known, with the passphrase of who enters it and the reason why so late. Nothing is
//! refused for what it was, only what cannot have been; the rules are asked of its hour, and what they forbade opens an
//! incident. There is no start button here and no timer.

mod judging;
mod keeping;
mod request;
mod room;
mod typed;
mod visit;

pub use clinic::afterwards::DoneAgainst;
pub use request::{
    AnswersThen, ConsentThen, FindingsThen, GateThen, GlassThen, MassageThen, RecordAfterwards, StoodBy, VitalsThen,
};
pub use room::{AfterwardsRoom, ToldView, room};
pub use visit::book_past;

use crate::form::optional;
use crate::{Deed, Desk, Refusal, screening};
use clinic::Moment;
use clinic::afterwards::Told;
use clinic::collection::Teller;
use clinic::ids::StaffId;
use clinic::incident::IncidentKind;
use clinic::visit::VisitStatus;
use records::Writing;
use records::afterwards::NewTold;
use records::incident::NewIncident;
use records::visit::VisitState;

/// Who enters it, why so late, and who stood by when a late label was made.
struct Entry<'a> {
    desk: &'a Desk,
    because: String,
    second_person: Option<StaffId>,
    by_kit: bool,
}

impl Entry<'_> {
    fn teller(&self) -> Teller<'_> {
        Teller { by: self.desk.who.staff, now: self.desk.now, because: &self.because }
    }

    async fn tell(&self, writing: &mut Writing, state: &VisitState, told: Told, then: Moment) -> Result<(), Refusal> {
        let new = NewTold {
            told,
            happened: then,
            because: self.because.clone(),
            second_person: self.second_person,
            by_kit: self.by_kit,
        };
        Ok(writing.tell(state.visit_id, state.patient_id, &new).await?)
    }
}

/// Records what happened before, and shows what the rules say of it.
///
/// # Errors
/// Beside each field that cannot have been; `because` and `passphrase` when they are missing or wrong; `second` when a
/// late label has nobody who stands by.
pub async fn record(desk: &Desk, request: RecordAfterwards) -> Result<AfterwardsRoom, Refusal> {
    desk.may(Deed::RecordAfterwards)?;
    may_tell(desk, &request)?;
    let visit = request.visit_id;
    let (state, birth, answered) = {
        let mut reading = desk.records.reading().await?;
        let state = reading.visit_state(visit).await?;
        let patient =
            reading.patient(state.patient_id, desk.today()).await?.ok_or_else(|| Refusal::not_found("patient"))?;
        let answers = reading.answers_of(&state, desk.now).await?;
        let here: Vec<String> =
            answers.into_iter().filter(|answer| answer.visit == visit).map(|answer| answer.item).collect();
        (state, patient.identity.birth_date, here)
    };
    let read = typed::read(desk, &request, state.kind, birth, &answered)?;
    let because = optional(Some(request.because)).unwrap_or_default();
    desk.confirm_passphrase(&request.passphrase).await?;
    let (second_person, by_kit) = stand_by(desk, request.second, read.makes_labels()).await?;
    let entry = Entry { desk, because, second_person, by_kit };

    let mut writing = desk.writing().await?;
    let state = come_in(&mut writing, visit, read.first().unwrap_or(desk.now), read.in_the_room()).await?;
    let done = keeping::keep_all(&entry, &mut writing, &state, &read).await?;
    let judged = judging::judge(&mut writing, desk, &state, &done).await?;
    for (then, done) in judged {
        let reasons = done.reasons();
        if done.is_incident() {
            let words = format!(
                "Recorded afterwards at {}: {} was done at {} against the rules: {}.",
                desk.now.long_text(),
                clinic::afterwards::act_name(done.act),
                then.long_text(),
                reasons.join("; ")
            );
            let (kind, patient) = (IncidentKind::AgainstRule, state.patient_id);
            writing.open_incident(&NewIncident { kind, patient, visit: Some(visit), words }).await?;
        }
        entry.tell(&mut writing, &state, Told::Judged(done), then).await?;
    }
    screening::judge_again(&mut writing, visit).await?;
    if read.gate.is_some() || read.findings.is_some() {
        keeping::follow_what_was_felt(&mut writing, visit).await?;
    }
    writing.use_draft("afterwards", &visit.to_string()).await?;
    writing.commit().await?;
    room(desk, visit).await
}

/// Each part needs what it would have needed at its hour.
fn may_tell(desk: &Desk, request: &RecordAfterwards) -> Result<(), Refusal> {
    let parts = [
        (request.consent.is_some(), Deed::RecordConsent),
        (request.vitals.is_some() || request.answers.is_some(), Deed::CheckIn),
        (request.gate.is_some() || request.findings.is_some(), Deed::EnterFindings),
        (request.massage.is_some(), Deed::Massage),
        (!request.glasses.is_empty(), Deed::HandleSpecimens),
    ];
    parts.into_iter().filter(|(told, _)| *told).try_for_each(|(_, deed)| desk.may(deed))
}

/// A label that is made late has a second person beside it; where one works alone, the recovery kit.
async fn stand_by(desk: &Desk, second: Option<StoodBy>, needed: bool) -> Result<(Option<StaffId>, bool), Refusal> {
    if !needed {
        return Ok((None, false));
    }
    let missing = || {
        let words = if desk.clinic.single_handed {
            "A late label needs the recovery kit, because you work alone."
        } else {
            "A late label needs a second person, who types their passphrase."
        };
        Refusal::field("second", "second-person-missing", words)
    };
    let second = second.ok_or_else(missing)?;
    match (second.name.trim(), second.kit.trim()) {
        ("", "") => Err(missing()),
        ("", kit) if desk.clinic.single_handed => desk.confirm_kit(kit).await.map(|()| (None, true)),
        ("", _) => Err(missing()),
        (name, _) => {
            let person =
                desk.second_person(name, &second.passphrase, Deed::HandleSpecimens).await.map_err(|refusal| {
                    // Two passphrases stand on this page: this one is theirs.
                    let fields = refusal
                        .fields
                        .into_iter()
                        .map(|beside| crate::refusal::FieldRefusal { field: "second".to_owned(), ..beside });
                    Refusal { fields: fields.collect(), ..refusal }
                })?;
            Ok((Some(person.staff), false))
        }
    }
}

/// The patient was here, whatever the screen knew of it.
async fn come_in(
    writing: &mut Writing,
    visit: clinic::ids::VisitId,
    first: Moment,
    in_the_room: bool,
) -> Result<VisitState, Refusal> {
    let state = writing.visit_state(visit).await?;
    let moves = match state.status {
        VisitStatus::Booked | VisitStatus::NoShow | VisitStatus::Cancelled => true,
        VisitStatus::Arrived => in_the_room,
        VisitStatus::InRoom | VisitStatus::Done | VisitStatus::LeftEarly => false,
        VisitStatus::EnteredInError => {
            let words = "This visit was entered in error: record it at the right patient's visit.";
            return Err(Refusal::new("visit-entered-in-error", words));
        }
    };
    if moves {
        writing.came_before(&state, first).await?;
    }
    Ok(writing.visit_state(visit).await?)
}
