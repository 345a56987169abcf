//! The time-out: two identifiers said aloud, consent and chaperone stand, the urologist's own questions, the verdict.

use crate::consent::PresenceAsk;
use crate::consent::presence;
use crate::screening::{self, CheckInRoom, SecondPerson};
use crate::{Deed, Desk, Refusal};
use clinic::consent::chaperone::{PresenceConfirmed, Stay};
use clinic::consent::{Consent, covering};
use clinic::ids::VisitId;
use clinic::procedure::{Act, ProcedureStatus};
use clinic::screening::emergency::EMERGENCY;
use clinic::screening::{AskedOf, Said, Stated, TypedAnswer};
use records::Reading;
use records::time_out::TimeOutTaken;
use serde::{Deserialize, Serialize};

/// Whether consent covers one act, with who is the chaperone.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ConsentLine {
    /// The act.
    pub act: Act,
    /// Covered now.
    pub covered: bool,
    /// What the record says, in words.
    pub words: String,
}

/// What the time-out shows.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TimeOutRoom {
    /// The questions with their answers and the verdicts.
    #[serde(flatten)]
    pub room: CheckInRoom,
    /// Consent to each act.
    pub consent: Vec<ConsentLine>,
    /// The chaperone, in words; none while no consent is given.
    pub chaperone: Option<String>,
    /// The chaperone, when they are of the clinic and have not yet confirmed being there. They need not.
    pub presence: Option<PresenceAsk>,
    /// Somebody was named who is to be in the room.
    pub chaperone_named: bool,
    /// When they came and left.
    pub stay: Stay,
    /// A urologist declared that the examination cannot wait.
    pub emergency: bool,
}

/// The time-out as the urologist takes it.
#[derive(Debug, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TakeTimeOut {
    /// The visit.
    pub visit_id: VisitId,
    /// The patient said their name.
    pub name_said: bool,
    /// The patient said their birth date, or the number was read where it is not fully known.
    pub second_identifier_said: bool,
    /// Consent and chaperone still stand.
    pub consent_stands: bool,
}

/// The urologist's own questions, answered by one “none of these” or singly.
#[derive(Debug, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct AnswerAsUrologist {
    /// The visit.
    pub visit_id: VisitId,
    /// The items that are so.
    pub yes: Vec<String>,
    /// The items that nobody can say.
    pub not_known: Vec<String>,
    /// Why an earlier answer was wrong.
    pub reason: Option<String>,
    /// Who else looked, when a stop falls.
    pub second: Option<SecondPerson>,
}

/// What the time-out shows of one visit.
pub async fn room(desk: &Desk, visit: VisitId) -> Result<TimeOutRoom, Refusal> {
    desk.may(Deed::CheckIn)?;
    let room = screening::room(desk, visit).await?;
    let mut reading = desk.records.reading().await?;
    let stored = reading.consents_of(visit, desk.now).await?;
    let mut consents: Vec<Consent> = Vec::with_capacity(stored.len());
    for one in stored {
        consents.push(presence::shown(&mut reading, one.consent).await?);
    }
    let line = |act: &Act| match covering(&consents, *act) {
        Ok(given) => {
            let words = format!("given {}, recorded by {}", given.at.local().format("%H:%M"), given.recorded_by.name);
            ConsentLine { act: *act, covered: true, words }
        }
        Err(why) => ConsentLine { act: *act, covered: false, words: why.to_string() },
    };
    let consent = room.kind.acts().iter().map(line).collect();
    let given = room.kind.acts().iter().find_map(|act| covering(&consents, *act).ok());
    let presence = match given {
        Some(given) => presence::ask(desk, &mut reading, given).await?,
        None => None,
    };
    let chaperone_named = given.is_some_and(|given| given.evidence.chaperone.present.is_some());
    let chaperone = given.map(|given| {
        let chaperone = &given.evidence.chaperone;
        match (&chaperone.present, chaperone.response) {
            (Some(present), _) => {
                let confirmed = match present.confirmed {
                    PresenceConfirmed::NotConfirmed => "",
                    PresenceConfirmed::Passphrase | PresenceConfirmed::Pin => ", confirmed by own sign-on",
                };
                let trained = if present.trained { "" } else { ", not trained as a chaperone" };
                format!("{} ({}){trained}{confirmed}", present.name, present.role)
            }
            (None, Some(response)) => format!("offered, {response}"),
            (None, None) => "not offered".to_owned(),
        }
    });
    let stay = reading.chaperone_stay(visit).await?;
    let emergency = is_emergency(&mut reading, visit).await?;
    Ok(TimeOutRoom { room, consent, chaperone, presence, chaperone_named, stay, emergency })
}

async fn is_emergency(reading: &mut Reading, visit: VisitId) -> Result<bool, Refusal> {
    Ok(reading.overrides_of(visit).await?.iter().any(|made| made.id == EMERGENCY))
}

/// Answers the urologist's own questions: what is not named as so or unknown is answered “no”, in one explicit act.
pub async fn answer(desk: &Desk, request: AnswerAsUrologist) -> Result<TimeOutRoom, Refusal> {
    desk.may(Deed::TakeTimeOut)?;
    let visit = request.visit_id;
    let asked =
        screening::room(desk, visit).await?.items.into_iter().filter(|item| item.asked_of == AskedOf::Urologist);
    let alone = request.yes.is_empty() && request.not_known.is_empty();
    let answers = asked.map(|item| TypedAnswer {
        said: Some(match () {
            () if request.yes.contains(&item.id) => Said::Yes,
            () if request.not_known.contains(&item.id) => Said::NotKnown,
            () => Said::No,
        }),
        item: item.id,
        value: None,
        unit: None,
        detail: None,
        stated: if alone { Stated::NoneOfThese } else { Stated::Singly },
    });
    let answers = answers.collect();
    let (reason, second) = (request.reason, request.second);
    screening::answer(desk, screening::GiveAnswers { visit_id: visit, answers, reason, second }).await?;
    room(desk, visit).await
}

/// Takes the time-out: the patient is in the room, and the examination may begin.
///
/// # Errors
/// Beside what was not said; `check-in-open`; `not-cleared` while anything stands against the examination.
pub async fn take(desk: &Desk, request: TakeTimeOut) -> Result<TimeOutRoom, Refusal> {
    desk.may(Deed::TakeTimeOut)?;
    let emergency = is_emergency(&mut desk.records.reading().await?, request.visit_id).await?;
    let mut form = crate::form::Form::default();
    for (field, said, ask) in [
        ("nameSaid", request.name_said, "ask the patient to say their name"),
        ("secondIdentifierSaid", request.second_identifier_said, "ask the patient to say their birth date"),
        ("consentStands", request.consent_stands || emergency, "ask whether consent and chaperone still stand"),
    ] {
        if !said {
            form.refuse(field, ask);
        }
    }
    form.check()?;
    let visit = request.visit_id;
    let mut writing = desk.writing().await?;
    let state = writing.visit_state(visit).await?;
    screening::is_open(&state)?;
    if writing.check_in_of(visit).await?.is_none() {
        return Err(Refusal::new("check-in-open", "Check-in is still open. Close it first."));
    }
    let taken = TimeOutTaken {
        identifiers: vec!["name".to_owned(), "second-identifier".to_owned()],
        consent_stands: request.consent_stands,
        content_version: clinic::screening::checklist().version.clone(),
    };
    writing.take_time_out(visit, state.patient_id, &taken).await?;
    // With the time-out in the same step, what was only waited for now stops: nothing is taken while it does.
    screening::clear_for(&mut writing, &state, Act::Dre, desk.now).await?;
    writing.move_visit(&state, state.status.enter_room()?).await?;
    writing.move_procedure(&state, ProcedureStatus::Underway).await?;
    screening::judge_again(&mut writing, visit).await?;
    writing.commit().await?;
    room(desk, visit).await
}
