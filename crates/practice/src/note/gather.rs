//! Gathering the facts of a note from the records of one procedure.

use super::gather_after;
use super::gather_body::{dipstick, findings, gate, glasses, massage, stop};
use super::gather_put_right::put_right;
use super::gather_results;
use crate::consent::identity;
use crate::consent::presence::shown;
use crate::{Desk, Refusal};
use clinic::Moment;
use clinic::consent::Consent;
use clinic::consent::chaperone::{Chaperone, Stay};
use clinic::indication;
use clinic::note::facts::{
    Answers, CorrectionFacts, OrderFacts, OverrideFacts, TimeOutFacts, VerdictFacts, VitalsFacts,
};
use clinic::note::{NoteFacts, matter};
use clinic::screening::{Fired, FiredStands, Group, Override, OverrideReason, Reply, Said, Unit, item};
use records::Reading;
use records::chaperone::StayEntry;
use records::note::{KeptVerdict, NoteVisit};
use records::screening::StoredAnswer;
use records::staff::StaffView;
use records::visit::VisitState;

/// Everything that was recorded of a procedure, for its note. Reads one consistent moment.
pub(super) async fn gather(desk: &Desk, reading: &mut Reading, state: &VisitState) -> Result<NoteFacts, Refusal> {
    let (visit, procedure) = (state.visit_id, state.procedure_id);
    let hours = reading.note_visit(procedure).await?;
    let patient =
        reading.patient(state.patient_id, desk.today()).await?.ok_or_else(|| Refusal::not_found("patient"))?;
    let staff = reading.staff().await?;
    let came_at = hours.arrived_at.unwrap_or(desk.now);
    let mut consents: Vec<Consent> = Vec::new();
    for stored in reading.consents_of(visit, desk.now).await? {
        consents.push(shown(reading, stored.consent).await?);
    }
    let given = consents.iter().rev().find_map(given_evidence);
    let seen = reading.chaperone_entries(visit).await?;
    let answers = reading.answers_of(state, desk.now).await?;
    let answers: Vec<StoredAnswer> = answers.into_iter().filter(|answer| answer.visit == visit).collect();
    let vitals = reading.vitals_of(state, hours_before(came_at)).await?;
    let felt = reading.gate_of(procedure).await?;
    let found = reading.findings_of(procedure).await?;
    let earlier = reading.earlier_findings(state.patient_id, procedure).await?;
    let time_out = reading.time_out_of(visit).await?;
    let collection = reading.collection(state).await?;
    let safety = reading.safety_stop_of(procedure).await?;
    let overrides = reading.overrides_of(visit).await?;
    let kept = reading.kept_verdicts(visit).await?;
    let second_identifier = if patient.identity.birth_date.full().is_some() { "birth date" } else { "number" };
    let steps = Steps { gate: felt.as_ref().map(|gate| gate.at), time_out: time_out.as_ref().map(|taken| taken.at) };
    let specimens = reading.specimens_shown(procedure).await?;
    let mut glasses = glasses(&specimens, collection.as_ref());
    for (facts, record) in glasses.iter_mut().zip(&specimens) {
        let entry = reading.entry_of(record, desk.now).await?;
        if record.specimen.catch().is_some_and(|catch| catch.amount.insufficient(entry.minimum)) {
            facts.flags.insert(0, "it is less than the laboratory wants".to_owned());
        }
        facts.flags.extend(crate::tube::sentences(reading, record).await?);
        facts.flags.extend(crate::further::sentences(reading, record).await?);
    }
    Ok(NoteFacts {
        clinic: desk.clinic.name.clone(),
        kind: state.kind,
        status: state.procedure_status,
        patient: identity(&patient),
        age: patient.identity.birth_date.age(came_at.date()),
        came_at,
        indication: indication_words(state, &hours),
        vitals: vitals.iter().filter(|one| one.visit == visit).map(|one| vital_facts(&one.signs)).collect(),
        symptoms: answer_facts(&answers, |group| group == Group::Symptoms),
        history: answer_facts(&answers, |group| !matches!(group, Group::Symptoms | Group::Finding | Group::Dipstick)),
        verdicts: kept
            .iter()
            .filter(|kept| state.kind.acts().contains(&kept.verdict.act))
            .map(|kept| verdict_facts(kept, &steps, &overrides, &staff))
            .collect(),
        chaperone: chaperone(given, seen),
        consent_elsewhere: reading.wrong_patient_of(visit).await?.is_some_and(|one| one.right.visit_id == visit),
        consents,
        time_out: time_out.map(|taken| TimeOutFacts {
            at: taken.at,
            by: taken.name,
            identifiers: vec!["name".to_owned(), second_identifier.to_owned()],
        }),
        findings: found.map(|found| findings(&found, felt.as_ref(), urologist(&hours, &staff), earlier.as_ref())),
        massage: collection.as_ref().and_then(massage),
        glasses,
        room_tests: dipstick(&answers),
        stop: stop(safety.as_ref(), collection.as_ref(), &steps, state.kind),
        // A stop that came later, such as during the strokes, was not the gate's.
        gate: felt.map(|felt| gate(&felt, safety.as_ref().is_none_or(|stop| stop.at > felt.at))),
        ended_at: hours.ended_at,
        order: order(reading, state).await?,
        aftercare: gather_after::aftercare(reading, visit).await?,
        result: gather_results::result(reading, state).await?,
        criticals: gather_results::criticals(reading, state).await?,
        adverse_events: gather_after::adverse_events(reading, state).await?,
        calls: gather_after::calls(reading, visit).await?,
        corrections: corrections(reading, state).await?,
        remarks: None,
    })
}

/// When the steps of the visit were taken, to say at which of them something was.
pub(super) struct Steps {
    pub(super) gate: Option<Moment>,
    pub(super) time_out: Option<Moment>,
}

impl Steps {
    fn named(&self, at: Moment) -> &'static str {
        match (self.gate, self.time_out) {
            (Some(gate), _) if at >= gate => "the examination",
            (_, Some(time_out)) if at >= time_out => "the time-out",
            _ => "check-in",
        }
    }
}

/// Vital signs are taken in the hours before the time-out; a day back covers every visit.
fn hours_before(came_at: Moment) -> Moment {
    came_at.plus(chrono::TimeDelta::hours(-12))
}

/// The chaperone as last recorded: what was agreed with the hours seen since, or that the visit was rebooked for one.
fn chaperone(given: Option<Chaperone>, seen: Vec<StayEntry>) -> Option<Chaperone> {
    let stay = Stay::told(seen.iter().map(|entry| (entry.event, entry.at)));
    let rebooked = seen.into_iter().rev().find_map(|entry| entry.chaperone);
    rebooked.or(given.map(|given| given.seen(stay)))
}

fn given_evidence(consent: &Consent) -> Option<Chaperone> {
    match consent {
        Consent::Given(given) | Consent::Withdrawn { given, .. } | Consent::Expired { given, .. } => {
            Some(given.evidence.chaperone.clone())
        }
        Consent::Offered(_) | Consent::Declined { .. } => None,
    }
}

fn urologist<'a>(hours: &NoteVisit, staff: &'a [StaffView]) -> Option<&'a str> {
    let person = staff.iter().find(|person| Some(person.staff_id) == hours.urologist);
    person.map(|person| person.name.as_str())
}

fn indication_words(state: &VisitState, hours: &NoteVisit) -> String {
    indication::find(state.kind, &hours.indication)
        .map_or_else(|| hours.indication.clone(), |found| found.title.clone())
}

fn vital_facts(signs: &clinic::screening::VitalSigns) -> VitalsFacts {
    VitalsFacts {
        at: signs.at,
        temperature: signs.temperature.map(clinic::screening::Temperature::text),
        pulse: signs.pulse,
        pressure: signs.systolic.zip(signs.diastolic),
        breaths: signs.breaths,
    }
}

/// The last answer to each item of the groups that `of` names.
fn answer_facts(answers: &[StoredAnswer], of: impl Fn(Group) -> bool) -> Answers {
    let mut facts = Answers::default();
    for (place, answer) in answers.iter().enumerate() {
        let later = answers[place + 1..].iter().any(|other| other.item == answer.item);
        let Some(asked) = item(&answer.item).filter(|asked| of(asked.group) && !later) else { continue };
        let what = matter(&asked.question);
        facts.topics.insert(what.clone(), asked.group);
        let beside = |text: String| Some(answer.detail.iter().fold(text, |text, more| format!("{text}, {more}")));
        let detail = |text: &str| beside(text.to_owned());
        match answer.standing.reply {
            Reply::Said(Said::No) => facts.absent.push(what),
            Reply::Said(Said::Yes) => facts.present.push((what, answer.detail.clone())),
            Reply::Said(Said::YesMitigated) => facts.present.push((what, detail("the precaution is confirmed"))),
            Reply::Said(Said::Usual) => facts.present.push((what, detail("usual for this patient"))),
            Reply::Said(Said::NewOrWorse) => facts.present.push((what, detail("new or worse in the last 7 days"))),
            Reply::Said(Said::NotKnown) => facts.unknown.push(what),
            Reply::Said(Said::NoReasonToMeasure) => facts.unmeasured.push(what),
            Reply::Said(Said::Drawn | Said::NotDrawn | Said::Deferred) | Reply::Dated(_) => {
                facts.present.push((what, beside(answer.standing.reply.text())));
            }
            Reply::Measured { unit: Unit::Hours, .. } => {
                facts.present.push((what, detail(&answer.standing.reply.text())));
            }
            Reply::Measured { value, unit } => {
                let unit = if unit == Unit::Ratio { String::new() } else { format!(" {unit}") };
                facts.measured.push((what, format!("{value}{unit}")));
            }
        }
    }
    facts
}

fn verdict_facts(kept: &KeptVerdict, steps: &Steps, overrides: &[Override], staff: &[StaffView]) -> VerdictFacts {
    let verdict = &kept.verdict;
    let stands = |fired: &&Fired| fired.stands == FiredStands::Stands;
    let noted = |fired: &&Fired| fired.stands == FiredStands::Mitigated;
    let mut reasons: Vec<String> =
        verdict.fired.iter().filter(stands).map(|fired| said_with(&fired.reason, &fired.evidence)).collect();
    reasons
        .extend(verdict.fired.iter().filter(noted).map(|fired| format!("{} (precaution taken)", bare(&fired.reason))));
    reasons.extend(verdict.missing.iter().map(|missing| bare(&missing.sentence)));
    let title = |id: &str| verdict.fired.iter().find(|fired| fired.id == id).map(|fired| fired.title.clone());
    let made = overrides.iter().filter(|made| made.act == verdict.act).map(|made| OverrideFacts {
        item: title(&made.id).unwrap_or_else(|| made.id.clone()),
        reason: match (made.reason, &made.text) {
            (OverrideReason::Other, Some(text)) => text.clone(),
            (reason, _) => reason.as_str().to_owned(),
        },
        by: staff.iter().find(|person| person.staff_id == made.by).map_or_else(String::new, |one| one.name.clone()),
        at: made.at,
        patient_told: made.patient_told,
    });
    VerdictFacts {
        step: steps.named(kept.at).to_owned(),
        at: kept.at,
        act: verdict.act,
        verdict: verdict.word.as_str().to_owned(),
        reasons,
        overrides: made.collect(),
    }
}

/// A rule's sentence with the facts it read.
pub(super) fn said_with(reason: &str, evidence: &[String]) -> String {
    let reason = bare(reason);
    if evidence.is_empty() { reason } else { format!("{reason} ({})", evidence.join(", ")) }
}

/// A sentence without its full stop, to stand in another.
pub(super) fn bare(sentence: &str) -> String {
    sentence.trim().trim_end_matches('.').to_owned()
}

async fn order(reading: &mut Reading, state: &VisitState) -> Result<Option<OrderFacts>, Refusal> {
    let Some(order) = reading.order_of(state.procedure_id).await? else { return Ok(None) };
    let name = reading.setting("laboratory-name").await?.unwrap_or_else(|| "the laboratory".to_owned());
    let specimens = reading.specimens_of(state.procedure_id).await?;
    let exists = specimens.iter().filter(|record| record.accession.is_some());
    Ok(Some(OrderFacts {
        number: order.group_number.to_string(),
        laboratory: name.lines().next().unwrap_or_default().to_owned(),
        sent_at: order.written_at.map(Moment::from),
        roles: exists.map(|record| record.role).collect(),
        tests: Vec::new(),
    }))
}

async fn corrections(reading: &mut Reading, state: &VisitState) -> Result<Vec<CorrectionFacts>, Refusal> {
    let made = reading.corrections_of(state.visit_id).await?;
    let what = |id: &str| match item(id) {
        Some(asked) => bare(&asked.question),
        None => "temperature".to_owned(),
    };
    let facts = made.into_iter().map(|one| CorrectionFacts {
        what: what(&one.item),
        old: Some(one.old),
        new: one.new,
        reason: one.reason.unwrap_or_else(|| "put right before check-in was closed".to_owned()),
        by: one.by,
        at: one.at,
        happened: None,
    });
    let mut facts: Vec<CorrectionFacts> = facts.collect();
    for stored in reading.told_of(state.visit_id).await? {
        let stood_by = match (&stored.second_person, stored.by_kit) {
            (Some(name), _) => format!("; {name} stood by"),
            (None, true) => "; shown to be the owner by the recovery kit".to_owned(),
            (None, false) => String::new(),
        };
        facts.push(CorrectionFacts {
            what: stored.told.title(),
            old: None,
            new: format!("{}{stood_by}", stored.told.words()),
            reason: stored.because,
            by: stored.by,
            at: stored.noted,
            happened: Some(stored.happened),
        });
    }
    facts.extend(put_right(reading, state).await?);
    facts.sort_by_key(|one| one.at);
    Ok(facts)
}
