//! What check-in, time-out and the stop screen show of one visit: the questions with their answers, and the verdicts.

use super::asking::{given_here, latest};
use super::picture;
use crate::patient::PatientView;
use crate::{Deed, Desk, Refusal};
use chrono::TimeDelta;
use clinic::Moment;
use clinic::ids::{ProcedureId, VisitId};
use clinic::premises::TemperatureUnit;
use clinic::procedure::{ProcedureKind, ProcedureStatus};
use clinic::screening::{
    AppliesIf, AskedOf, Group, Item, Kind, Picture, Reply, Said, Unit, VerdictWord, Verdicts, against_chart, asked,
    judge, limits,
};
use clinic::visit::VisitStatus;
use records::screening::StoredAnswer;
use records::time_out::ClosedBy;
use records::visit::VisitState;
use records::vitals::StoredVitals;
use serde::Serialize;

/// What kind of answer a question takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum AnswerKind {
    /// No, usual, new or worse, not known.
    Symptom,
    /// Yes, no, not known.
    YesNo,
    /// A value, or no reason to measure.
    Number,
    /// No, or the day on which it was.
    Date,
    /// No, or so many hours ago.
    Hours,
    /// One of its own words.
    OneOf,
}

/// An answer as it stands.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct AnswerView {
    /// The answer.
    pub reply: Reply,
    /// In words.
    pub words: String,
    /// What was written beside it.
    pub detail: Option<String>,
    /// When it was given.
    pub at: Moment,
    /// It was given at this visit, and not before it at booking.
    pub this_visit: bool,
    /// Young enough to count; an old one is asked again or confirmed.
    pub fresh: bool,
}

/// One question of the page.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct AskedItem {
    /// Its id.
    pub id: String,
    /// Its list.
    pub group: Group,
    /// Who answers it.
    pub asked_of: AskedOf,
    /// The question.
    pub question: String,
    /// What an answer may be.
    pub kind: AnswerKind,
    /// The units of a value.
    pub units: Vec<Unit>,
    /// The words of the field for the day or the hours.
    pub field: Option<String>,
    /// The words of its own that it takes.
    pub words: Vec<Said>,
    /// What may be written beside a yes.
    pub detail: Option<String>,
    /// The answer holds for today alone.
    pub today: bool,
    /// The precaution that can be confirmed.
    pub mitigation: Option<String>,
    /// May stay unanswered.
    pub optional: bool,
    /// Can be asked at booking already.
    pub early: bool,
    /// Why it is asked.
    pub reason: String,
    /// Where that is from.
    pub source: String,
    /// The answer, if there is one.
    pub answer: Option<AnswerView>,
    /// The chart says otherwise: in words, for whoever asks.
    pub against_chart: Option<String>,
}

/// One visit as check-in and time-out show it.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct CheckInRoom {
    /// The visit.
    pub visit_id: VisitId,
    /// The procedure.
    pub procedure_id: ProcedureId,
    /// What is ordered.
    pub kind: ProcedureKind,
    /// How far the visit has come; while it is booked, only what can be asked early is asked.
    pub visit_status: VisitStatus,
    /// How far the procedure has come.
    pub procedure_status: ProcedureStatus,
    /// The patient.
    pub patient: PatientView,
    /// The unit of the clinic's thermometers.
    pub temperature_unit: TemperatureUnit,
    /// One person works alone here.
    pub single_handed: bool,
    /// The questions, in the order of asking.
    pub items: Vec<AskedItem>,
    /// The readings of the last 24 hours, the oldest first.
    pub vitals: Vec<StoredVitals>,
    /// When the latest temperature stops counting.
    pub vitals_until: Option<Moment>,
    /// What the rules say to each act of this procedure.
    pub verdicts: Verdicts,
    /// The heaviest word of them.
    pub word: VerdictWord,
    /// Whether check-in is closed.
    pub check_in: Option<ClosedBy>,
    /// Whether the time-out was taken.
    pub time_out: Option<ClosedBy>,
}

/// The room of one visit.
pub async fn room(desk: &Desk, visit: VisitId) -> Result<CheckInRoom, Refusal> {
    desk.may(Deed::CheckIn)?;
    let mut reading = desk.records.reading().await?;
    let state = reading.visit_state(visit).await?;
    let patient =
        reading.patient(state.patient_id, desk.today()).await?.ok_or_else(|| Refusal::not_found("patient"))?;
    let picture = picture::load(&mut reading, &state, desk.now).await?;
    let stored = latest(reading.answers_of(&state, desk.now).await?);
    let mut verdicts = judge(&picture);
    verdicts.acts.retain(|verdict| state.kind.acts().contains(&verdict.act));
    let word = verdicts.acts.iter().map(|verdict| verdict.word).max().unwrap_or(VerdictWord::Incomplete);
    let since = desk.now.plus(-TimeDelta::hours(limits().fever_memory_hours));
    // A count is asked for once its first question was answered with anything but “no”.
    let makes_sense = |item: &&Item| match &item.applies_if {
        Some(AppliesIf::YesTo(other) | AppliesIf::Symptom(other)) => stored.contains_key(other),
        _ => true,
    };
    let said_no = |item: &str| stored.get(item).is_some_and(|stored| stored.standing.reply == Reply::Said(Said::No));
    let against = against_chart(patient.details.allergies.as_deref(), said_no);
    let question = |item: &'static Item| {
        let asked = asked_item(&picture, item, &state, stored.get(&item.id))?;
        let words = against.iter().find(|(id, _)| *id == item.id).map(|(_, words)| words.clone());
        Some(AskedItem { against_chart: words, ..asked })
    };
    Ok(CheckInRoom {
        visit_id: visit,
        procedure_id: state.procedure_id,
        kind: state.kind,
        visit_status: state.status,
        procedure_status: state.procedure_status,
        patient,
        temperature_unit: desk.clinic.temperature_unit,
        single_handed: desk.clinic.single_handed,
        items: asked(&picture).into_iter().filter(|item| makes_sense(item)).filter_map(question).collect(),
        vitals: reading.vitals_of(&state, since).await?,
        vitals_until: picture.temperature().map(|(_, at)| at.plus(TimeDelta::minutes(limits().vitals_minutes))),
        verdicts,
        word,
        check_in: reading.check_in_of(visit).await?,
        time_out: reading.time_out_of(visit).await?,
    })
}

/// A question as the page asks it; nothing for what follows from elsewhere.
fn asked_item(picture: &Picture, item: &Item, state: &VisitState, stored: Option<&StoredAnswer>) -> Option<AskedItem> {
    if matches!(item.asked_of, AskedOf::Derived | AskedOf::Inspection) {
        return None;
    }
    let (mut units, mut field, mut words) = (Vec::new(), None, Vec::new());
    let kind = match &item.kind {
        Kind::Symptom => AnswerKind::Symptom,
        Kind::YesNo | Kind::Age => AnswerKind::YesNo,
        Kind::Number(number) => {
            units = number.units.iter().map(|row| row.unit).collect();
            AnswerKind::Number
        }
        Kind::Date(dated) => {
            field = Some(dated.name.clone());
            AnswerKind::Date
        }
        Kind::Hours(hours) => {
            field = Some(hours.name.clone());
            AnswerKind::Hours
        }
        Kind::OneOf(own) => {
            words.clone_from(own);
            AnswerKind::OneOf
        }
        Kind::Temperature | Kind::Consent | Kind::Derived => return None,
    };
    let answer = stored.map(|stored| AnswerView {
        reply: stored.standing.reply,
        words: stored.standing.reply.text(),
        detail: stored.detail.clone(),
        at: stored.standing.at,
        this_visit: given_here(stored, state),
        fresh: picture.is_fresh(item, &stored.standing),
    });
    Some(AskedItem {
        id: item.id.clone(),
        group: item.group,
        asked_of: item.asked_of,
        question: item.question.clone(),
        kind,
        units,
        field,
        words,
        detail: item.detail.clone(),
        today: item.today,
        mitigation: item.mitigation.clone(),
        optional: item.optional,
        early: item.asked_early(),
        reason: item.reason.clone(),
        source: item.source.clone(),
        answer,
        against_chart: None,
    })
}
