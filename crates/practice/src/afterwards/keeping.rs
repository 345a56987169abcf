//! Keeping what was told: each part in its own place with both its times, in the order in which it happened.

use super::Entry;
use super::typed::{GlassEnd, Read};
use crate::collection::end_procedure;
use crate::collection::keep::{Set, keep, load};
use crate::form::{Form, sentence};
use crate::refusal::FieldRefusal;
use crate::{Refusal, exam, screening, stop};
use clinic::Moment;
use clinic::accession::Accession;
use clinic::afterwards::Told;
use clinic::collection::{CollectionRefusal, MassageTold, Step};
use clinic::downtime::{self, ReservedState};
use clinic::exam::Gate;
use clinic::ids::{ProcedureId, VisitId};
use clinic::procedure::{Act, ProcedureStatus};
use clinic::screening::{Reply, Said, VitalSigns};
use clinic::specimen::SpecimenRole;
use records::Writing;
use records::screening::NewAnswer;
use records::visit::VisitState;

/// Keeps all of it, and gives the acts on the body that were told, each with its hour.
pub(super) async fn keep_all(
    entry: &Entry<'_>,
    writing: &mut Writing,
    state: &VisitState,
    read: &Read,
) -> Result<Vec<(Act, Moment)>, Refusal> {
    if let Some((consent, then)) = &read.consent {
        entry.tell(writing, state, Told::Consent(consent.clone()), *then).await?;
    }
    if let Some(signs) = &read.vitals {
        writing.measure(state.visit_id, state.patient_id, signs, None).await?;
        entry.tell(writing, state, Told::Vitals { words: vital_words(signs) }, signs.at).await?;
    }
    keep_answers(entry, writing, state, read).await?;
    let mut done = examined(entry, writing, state, read).await?;
    if state.kind.act_on_gland().is_some() {
        done.extend(collected(entry, writing, state, read).await?);
    } else if read.massage.is_some() || !read.glasses.is_empty() {
        return Err(CollectionRefusal::NothingToCollect(state.kind).into());
    }
    Ok(done)
}

async fn keep_answers(
    entry: &Entry<'_>,
    writing: &mut Writing,
    state: &VisitState,
    read: &Read,
) -> Result<(), Refusal> {
    let Some(then) = read.answered_at.filter(|_| !read.answers.is_empty()) else { return Ok(()) };
    let mut present = Vec::new();
    for (answered, stated) in &read.answers {
        let (item, reply) = (answered.item, answered.reply);
        let new = NewAnswer {
            item: item.id.clone(),
            reply,
            detail: answered.detail.clone(),
            stated: *stated,
            corrects: None,
        };
        writing.give_answer_of(state.visit_id, state.patient_id, &new, then).await?;
        if !matches!(reply, Reply::Said(Said::No | Said::NoReasonToMeasure)) {
            present.push(format!("{} ({})", item.question.trim_end_matches(['?', '.']), reply.text()));
        }
    }
    let count = u32::try_from(read.answers.len()).unwrap_or(u32::MAX);
    entry.tell(writing, state, Told::Answers { count, present }, then).await
}

async fn examined(
    entry: &Entry<'_>,
    writing: &mut Writing,
    state: &VisitState,
    read: &Read,
) -> Result<Vec<(Act, Moment)>, Refusal> {
    let mut done = Vec::new();
    if let Some(gate) = &read.gate {
        writing.feel_gate(state.procedure_id, state.patient_id, gate).await?;
        entry.tell(writing, state, Told::Gate { words: gate_words(gate) }, gate.at).await?;
        done.push((Act::Dre, gate.at));
    }
    let Some((stated, then)) = &read.findings else { return Ok(done) };
    let Some(gate) = writing.gate_of(state.procedure_id).await? else {
        return Err(Refusal::field("gate.inspection", "gate-before", "Answer the five questions of the gate too."));
    };
    let known = exam::cancer_known(&screening::verdicts(writing, state, entry.desk.now).await?);
    let findings = stated.clone().close(&gate, known).map_err(|refused| {
        let mut form = Form::default();
        for why in &refused {
            form.refuse(&format!("findings.{}", why.field()), why);
        }
        form.refusal()
    })?;
    writing.state_findings_of(state.procedure_id, state.patient_id, &findings, *then).await?;
    entry.tell(writing, state, Told::Findings { words: findings.impression.to_string() }, *then).await?;
    if done.is_empty() {
        done.push((Act::Dre, *then));
    }
    Ok(done)
}

async fn collected(
    entry: &Entry<'_>,
    writing: &mut Writing,
    state: &VisitState,
    read: &Read,
) -> Result<Vec<(Act, Moment)>, Refusal> {
    if read.massage.is_none() && read.glasses.is_empty() {
        return Ok(Vec::new());
    }
    let mut set = load(writing, state.procedure_id).await?;
    for (role, end) in read.glasses.iter().filter(|(role, _)| !role.follows_massage()) {
        set = keep_glass(entry, writing, set, *role, end).await?;
    }
    let mut done = Vec::new();
    if let Some(massage) = &read.massage {
        let (act, began) = (set.collection.act(), massage.began);
        let told = set.collection.clone().massage_afterwards(massage.clone(), entry.teller());
        let told = told.map_err(|refusal| {
            let place = if matches!(refusal, CollectionRefusal::StrokesImplausible(_)) { "strokes" } else { "began" };
            within("massage", &[("at", place)], refusal.into())
        })?;
        set = keep(writing, set, told, Some(entry.desk)).await?;
        entry.tell(writing, state, Told::Massage { words: massage_words(massage) }, began).await?;
        if set.visit.procedure_status == ProcedureStatus::Planned {
            writing.move_procedure(&set.visit, ProcedureStatus::Underway).await?;
            set.visit = writing.visit_of_procedure(state.procedure_id).await?;
        }
        done.push((act, began));
    }
    for (role, end) in read.glasses.iter().filter(|(role, _)| role.follows_massage()) {
        set = keep_glass(entry, writing, set, *role, end).await?;
    }
    // What is told whole is finished: nobody is asked to press a button for an act that is over.
    if set.collection.step() == Step::Finish {
        let finished = set.collection.clone().finish(entry.desk.now, entry.desk.who.staff)?;
        set = keep(writing, set, finished, None).await?;
        end_procedure(writing, &set).await?;
    }
    Ok(done)
}

async fn keep_glass(
    entry: &Entry<'_>,
    writing: &mut Writing,
    set: Set,
    role: SpecimenRole,
    end: &GlassEnd,
) -> Result<Set, Refusal> {
    let collection = set.collection.clone();
    let (told, then, words) = match end {
        GlassEnd::Caught(catch, number) => {
            if let Some(number) = number {
                use_reserved(writing, set.visit.procedure_id, role, *number).await?;
            }
            let told = collection.receive_afterwards(role, catch.clone(), entry.teller());
            (told, catch.at, format!("collected, {}", catch.amount))
        }
        GlassEnd::NotObtained(reason, then) => {
            let told = collection.not_obtained_afterwards(role, *reason, *then, entry.teller());
            (told, *then, format!("not obtained: {}", reason.words()))
        }
    };
    let place = format!("glasses.{role}");
    let told = told.map_err(|refusal| within(&place, &[("at", "time")], refusal.into()))?;
    let visit = set.visit;
    let set = keep(writing, set, told, Some(entry.desk)).await?;
    entry.tell(writing, &visit, Told::Glass { role, words }, then).await?;
    Ok(set)
}

/// The tube carries a label of the downtime pack: its number becomes the set's.
async fn use_reserved(
    writing: &mut Writing,
    procedure: ProcedureId,
    role: SpecimenRole,
    number: Accession,
) -> Result<(), Refusal> {
    let (state, own) = (writing.reserved(number).await?, writing.number_of_set(procedure).await?);
    downtime::check_use(number, state, role, procedure, own).map_err(|refused| {
        Refusal::field(&format!("glasses.{role}.number"), refused.code(), sentence(&refused.to_string()))
    })?;
    match state {
        Some(ReservedState::Reserved) => Ok(writing.use_reserved(procedure, number.collection()).await?),
        _ => Ok(()),
    }
}

/// A gate that stops is one that stops, also when it is told: a procedure that is still open ends here. An examination
/// alone ends with its findings.
pub(super) async fn follow_what_was_felt(writing: &mut Writing, visit: VisitId) -> Result<(), Refusal> {
    let state = writing.visit_state(visit).await?;
    let massaged = writing.collection(&state).await?.is_some_and(|set| set.was_massaged());
    if !state.procedure_status.is_open() {
        return Ok(());
    }
    if state.kind.act_on_gland().is_none() {
        if writing.findings_of(state.procedure_id).await?.is_some() {
            writing.move_procedure(&state, ProcedureStatus::Finished).await?;
        }
        return Ok(());
    }
    if massaged {
        return Ok(());
    }
    let verdicts = screening::judge_again(writing, visit).await?;
    let blocked = state.kind.act_on_gland().and_then(|act| verdicts.on(act)).filter(|verdict| verdict.ends_the_act());
    match blocked {
        Some(verdict) => stop::stop(writing, &state, verdict).await,
        None => Ok(()),
    }
}

/// A refusal about one part stands beside that part's field.
fn within(part: &str, names: &[(&str, &str)], refusal: Refusal) -> Refusal {
    let named = |field: &str| {
        names.iter().find(|(from, _)| *from == field).map_or_else(|| field.to_owned(), |(_, to)| (*to).to_owned())
    };
    let mut fields: Vec<FieldRefusal> = refusal
        .fields
        .into_iter()
        .map(|beside| FieldRefusal { field: format!("{part}.{}", named(&beside.field)), ..beside })
        .collect();
    // What is about the whole part stands at its time, where the eye is.
    if fields.is_empty() {
        let field = format!("{part}.{}", names.first().map_or("time", |(_, to)| to));
        fields.push(FieldRefusal { field, message: refusal.message.clone() });
    }
    Refusal { fields, ..refusal }
}

fn vital_words(signs: &VitalSigns) -> String {
    let parts = [
        signs.temperature.map(clinic::screening::Temperature::text),
        signs.pulse.map(|pulse| format!("pulse {pulse}")),
        signs.systolic.zip(signs.diastolic).map(|(upper, lower)| format!("{upper}/{lower} mmHg")),
        signs.breaths.map(|breaths| format!("{breaths} breaths/min")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn gate_words(gate: &Gate) -> String {
    let seen: Vec<&str> = gate.inspection.iter().map(|seen| seen.as_str()).collect();
    let yes_no = |yes| if yes { "yes" } else { "no" };
    format!(
        "inspection {}, tenderness {}, consistency {}, warm: {}, fluctuant: {}",
        seen.join(" and "),
        gate.tenderness,
        gate.consistency,
        yes_no(gate.warmth),
        yes_no(gate.fluctuance)
    )
}

fn massage_words(massage: &MassageTold) -> String {
    let ended = massage.ended.map_or_else(
        || "its end was not observed".to_owned(),
        |ended| format!("ended at {}", ended.local().format("%H:%M")),
    );
    let strokes = massage.strokes.as_ref().map_or_else(
        || "strokes not counted".to_owned(),
        |strokes| format!("{} strokes right, {} left", strokes.right, strokes.left),
    );
    let broken = massage.reason.map(|reason| format!(", broken off ({reason})")).unwrap_or_default();
    format!("{ended}, {strokes}{broken}")
}
