//! Everything the rules may look at, gathered from the record in one consistent moment.

use crate::Refusal;
use crate::settings::LATEX_FREE_SETTING;
use chrono::TimeDelta;
use clinic::Moment;
use clinic::afterwards::{ConsentTold, Told};
use clinic::consent::chaperone::{ChaperoneOffer, ChaperoneOutcome, ChaperoneResponse};
use clinic::consent::{self, Consent, Given, NoConsent};
use clinic::procedure::Act;
use clinic::screening::{Capacity, ChaperoneStands, ConsentFacts, Examined, Interpreter, Picture, Point, limits};
use records::Reading;
use records::consent::StoredConsent;
use records::visit::VisitState;

/// Why an examination is one gentle palpation: acute prostatitis is what is looked for.
const GENTLE_INDICATION: &str = "ind-dre-abp";

/// The picture of a visit at `now`.
pub(super) async fn load(reading: &mut Reading, state: &VisitState, now: Moment) -> Result<Picture, Refusal> {
    let patient = reading.patient(state.patient_id, now.date()).await?.ok_or_else(|| Refusal::not_found("patient"))?;
    let mut picture = Picture::empty(now, patient.identity.birth_date);
    let in_room = reading.time_out_of(state.visit_id).await?.is_some();
    picture.kind = Some(state.kind);
    picture.point = if in_room { Point::TimeOut } else { Point::CheckIn };
    for stored in reading.answers_of(state, now).await? {
        // In the order of their hours: the latest answer to an item stands.
        picture.answers.insert(stored.item, stored.standing);
    }
    let since = now.plus(-TimeDelta::hours(limits().fever_memory_hours));
    let stored = reading.vitals_of(state, since).await?;
    picture.vitals = stored.into_iter().map(|stored| stored.signs).collect();
    let consents = reading.consents_of(state.visit_id, now).await?;
    let consents: Vec<Consent> = consents.into_iter().map(|stored| stored.consent).collect();
    picture.consent = consent_facts(&consents);
    picture.consent.concurred = reading.concurrence_of(state.visit_id).await?.is_some();
    if let Some(gate) = reading.gate_of(state.procedure_id).await? {
        let findings = reading.findings_of(state.procedure_id).await?.map(|stored| stored.findings);
        picture.examined = Some(Examined { gate, findings });
    }
    picture.became_tender = reading.collection(state).await?.and_then(|collection| collection.became_tender());
    picture.latex_free = reading.setting(LATEX_FREE_SETTING).await?.as_deref() == Some("yes");
    picture.overrides = reading.overrides_of(state.visit_id).await?;
    let ordered = reading.note_visit(state.procedure_id).await?;
    picture.gentle = ordered.indication == GENTLE_INDICATION;
    Ok(picture)
}

/// The picture of a visit as it was `then`: what had happened by that hour, whenever it was written down. Consent that
/// was told counts here, and only here: it is an account, and nothing is begun on it.
pub(crate) async fn load_then(reading: &mut Reading, state: &VisitState, then: Moment) -> Result<Picture, Refusal> {
    let mut picture = load(reading, state, then).await?;
    picture.vitals.retain(|signs| signs.at <= then);
    picture.examined = picture.examined.filter(|examined| examined.gate.at <= then);
    let consents = reading.consents_of(state.visit_id, then).await?;
    let as_it_was = |stored: StoredConsent| stored.consent.as_it_was(then);
    let consents: Vec<Consent> = consents.into_iter().filter_map(as_it_was).collect();
    picture.consent = consent_facts(&consents);
    for told in reading.told_of(state.visit_id).await? {
        if let Told::Consent(consent) = told.told
            && told.happened <= then
        {
            add_told(&mut picture.consent, &consent);
        }
    }
    Ok(picture)
}

fn add_told(facts: &mut ConsentFacts, told: &ConsentTold) {
    facts.given.extend(told.acts.iter().filter(|act| !facts.given.contains(act)).copied().collect::<Vec<_>>());
    let chaperone = if told.chaperone_offered { ChaperoneStands::Settled } else { ChaperoneStands::NotOffered };
    facts.chaperone = Some(facts.chaperone.unwrap_or(chaperone));
    facts.capacity = Some(facts.capacity.unwrap_or(Capacity::Present));
    facts.interpreter = Some(facts.interpreter.unwrap_or(Interpreter::NotNeeded));
}

/// What the consents of a visit say to each act. Capacity, interpreter and chaperone come from the latest that was given.
fn consent_facts(consents: &[Consent]) -> ConsentFacts {
    let mut facts = ConsentFacts::default();
    let mut latest: Option<&Given> = None;
    for act in Act::ALL {
        match consent::covering(consents, *act) {
            Ok(given) => {
                facts.given.push(*act);
                latest = latest.filter(|known| known.at >= given.at).or(Some(given));
            }
            Err(NoConsent::Declined | NoConsent::Withdrawn) => facts.declined.push(*act),
            Err(NoConsent::Expired | NoConsent::OtherAct | NoConsent::NotRecorded) => {}
        }
    }
    if let Some(given) = latest {
        facts.capacity = Some(match given.evidence.capacity {
            consent::Capacity::Present | consent::Capacity::Fluctuating { .. } => Capacity::Present,
            consent::Capacity::Lacking { .. } => Capacity::Represented,
        });
        let interpreter = &given.evidence.interpreter;
        facts.interpreter = Some(if interpreter.is_some() { Interpreter::Present } else { Interpreter::NotNeeded });
        facts.chaperone = Some(chaperone(given));
    }
    facts
}

fn chaperone(given: &Given) -> ChaperoneStands {
    let chaperone = &given.evidence.chaperone;
    let wanted = matches!(chaperone.response, Some(ChaperoneResponse::Accepted | ChaperoneResponse::Requested));
    match (&chaperone.offer, chaperone.outcome) {
        (ChaperoneOffer::No { .. }, _) => ChaperoneStands::NotOffered,
        (_, ChaperoneOutcome::Rebooked) => ChaperoneStands::Unavailable,
        (_, ChaperoneOutcome::ProceededWithout) if wanted || chaperone.clinician_requires => {
            ChaperoneStands::Unavailable
        }
        _ => ChaperoneStands::Settled,
    }
}
