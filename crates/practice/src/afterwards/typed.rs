//! What was typed from the sheet of paper, read whole: every refusal stands beside its field, and none is a clinical one.

use super::request::{AnswersThen, ConsentThen, GlassThen, MassageThen, RecordAfterwards, VitalsThen};
use crate::collection::GlassMeasure;
use crate::form::Form;
use crate::refusal::FieldRefusal;
use crate::{Deed, Desk, Refusal};
use chrono::{NaiveDate, NaiveTime, TimeZone};
use clinic::Moment;
use clinic::accession::Accession;
use clinic::afterwards::ConsentTold;
use clinic::collection::{MassageTold, Strokes};
use clinic::exam::{Gate, StatedFindings};
use clinic::patient::BirthDate;
use clinic::premises::parse_zone;
use clinic::procedure::ProcedureKind;
use clinic::screening::{Answered, AskedOf, Stated, VitalSigns};
use clinic::specimen::{Amount, Catch, CollectedHow, NotObtainedReason, SpecimenRole, Volume};

/// How one glass ended, as read.
pub(super) enum GlassEnd {
    Caught(Catch, Option<Accession>),
    NotObtained(NotObtainedReason, Moment),
}

/// Everything as read.
#[derive(Default)]
pub(super) struct Read {
    pub(super) consent: Option<(ConsentTold, Moment)>,
    pub(super) vitals: Option<VitalSigns>,
    pub(super) answers: Vec<(Answered, Stated)>,
    pub(super) answered_at: Option<Moment>,
    pub(super) gate: Option<Gate>,
    pub(super) findings: Option<(StatedFindings, Moment)>,
    pub(super) massage: Option<MassageTold>,
    pub(super) glasses: Vec<(SpecimenRole, GlassEnd)>,
}

impl Read {
    /// Whether a tube gets a label of this.
    pub(super) fn makes_labels(&self) -> bool {
        self.glasses.iter().any(|(_, end)| matches!(end, GlassEnd::Caught(..)))
    }

    /// Whether more was done than asking and measuring.
    pub(super) fn in_the_room(&self) -> bool {
        self.gate.is_some() || self.findings.is_some() || self.massage.is_some() || !self.glasses.is_empty()
    }

    fn moments(&self) -> impl Iterator<Item = Moment> + '_ {
        let glasses = self.glasses.iter().map(|(_, end)| match end {
            GlassEnd::Caught(catch, _) => catch.at,
            GlassEnd::NotObtained(_, at) => *at,
        });
        let single = [
            self.consent.as_ref().map(|(_, at)| *at),
            self.vitals.map(|signs| signs.at),
            self.answered_at,
            self.gate.as_ref().map(|gate| gate.at),
            self.findings.as_ref().map(|(_, at)| *at),
            self.massage.as_ref().map(|massage| massage.began),
        ];
        single.into_iter().flatten().chain(glasses)
    }
}

/// The hours of a day long past or of this morning.
struct Hours<'a> {
    desk: &'a Desk,
    day: Option<NaiveDate>,
    birth: BirthDate,
}

impl Hours<'_> {
    fn read(&self, form: &mut Form, field: &str, text: &str) -> Option<Moment> {
        let typed = NaiveTime::parse_from_str(text.trim(), "%H:%M");
        let time = form.read(field, typed.map_err(|_| "write the time as hours:minutes, such as 09:15"))?;
        let zone = form.read(field, parse_zone(&self.desk.clinic.zone))?;
        let instant = zone.from_local_datetime(&self.day?.and_time(time)).earliest();
        let instant = form.read(field, instant.ok_or("the clocks skipped this time on that day"))?;
        let then = Moment::in_zone(instant.to_utc(), zone);
        if then > self.desk.now {
            form.refuse(field, "this time lies in the future");
            return None;
        }
        if self.birth.plausible(then.date()).is_err() {
            form.refuse(field, "the patient was not born then");
            return None;
        }
        Some(then)
    }
}

/// Reads the whole request. `answered` are the items that have an answer at this visit.
pub(super) fn read(
    desk: &Desk,
    request: &RecordAfterwards,
    kind: ProcedureKind,
    birth: BirthDate,
    answered: &[String],
) -> Result<Read, Refusal> {
    let mut form = Form::default();
    if request.because.trim().is_empty() {
        form.refuse("because", "say why it was not recorded when it happened");
    }
    form.line("because", Some(request.because.clone()), 200);
    let day: Option<NaiveDate> = form.read(
        "date",
        request.date.trim().parse().map_err(|_| "write a day that exists, as day month year (22 11 2026)"),
    );
    let hours = Hours { desk, day, birth };
    let agreed = request.consent.as_ref().and_then(|told| consent(&mut form, &hours, told, kind));
    let mut read = Read { consent: agreed, ..Read::default() };
    if let Some(told) = &request.vitals {
        read.vitals = vitals(&mut form, &hours, told)?;
    }
    if let Some(told) = &request.answers {
        read.answered_at = hours.read(&mut form, "answers.time", &told.time);
        read.answers = answers(&mut form, desk, told, day, answered)?;
    }
    if let Some(told) = &request.gate
        && let Some(at) = hours.read(&mut form, "gate.time", &told.time)
    {
        match told.gate.clone().close(desk.who.staff, at) {
            Ok(gate) => read.gate = Some(gate),
            Err(refused) => {
                for why in refused {
                    form.refuse(&format!("gate.{}", why.field()), why);
                }
            }
        }
    }
    if let Some(told) = &request.findings {
        let at = hours.read(&mut form, "findings.time", &told.time);
        read.findings = at.map(|at| (told.findings.clone(), at));
    }
    read.massage = request.massage.as_ref().and_then(|told| massage(&mut form, &hours, told));
    let mut glasses: Vec<_> = request.glasses.iter().collect();
    glasses.sort_by_key(|told| told.role.container());
    for told in glasses {
        if let Some(end) = glass(&mut form, &hours, told) {
            read.glasses.push((told.role, end));
        }
    }
    if form.is_clean() && read.moments().next().is_none() {
        form.refuse("date", "enter at least one thing that happened");
    }
    form.check()?;
    Ok(read)
}

impl Read {
    /// When the first of it happened.
    pub(super) fn first(&self) -> Option<Moment> {
        self.moments().min()
    }
}

fn consent(
    form: &mut Form,
    hours: &Hours<'_>,
    told: &ConsentThen,
    kind: ProcedureKind,
) -> Option<(ConsentTold, Moment)> {
    let at = hours.read(form, "consent.time", &told.time);
    let how = form.line("consent.how", Some(told.how.clone()), 300);
    if how.is_none() {
        form.refuse("consent.how", "say how it was given, to whom, and who was there");
    }
    let acts = told.acts.iter().copied().filter(|act| kind.acts().contains(act)).collect();
    Some((ConsentTold { acts, chaperone_offered: told.chaperone_offered, how: how? }, at?))
}

fn vitals(form: &mut Form, hours: &Hours<'_>, told: &VitalsThen) -> Result<Option<VitalSigns>, Refusal> {
    let at = hours.read(form, "vitals.time", &told.time);
    let read = told.vitals.read(hours.desk.who.staff, at.unwrap_or(hours.desk.now));
    let signs = match read {
        Ok(signs) => signs,
        Err(refused) => {
            for beside in &refused {
                form.refuse(&format!("vitals.{}", beside.field), &beside.why);
            }
            return Ok(None);
        }
    };
    let unusual = signs.unusual();
    if let (false, Some(first)) = (told.confirmed, unusual.first()) {
        let message = first.question.clone();
        let beside = |field, message| FieldRefusal { field: format!("vitals.{field}"), message };
        let fields = unusual.into_iter().map(|one| beside(one.field, one.question)).collect();
        return Err(Refusal { fields, ..Refusal::new("confirm-unusual", message) });
    }
    Ok(at.map(|_| signs))
}

fn answers(
    form: &mut Form,
    desk: &Desk,
    told: &AnswersThen,
    day: Option<NaiveDate>,
    answered: &[String],
) -> Result<Vec<(Answered, Stated)>, Refusal> {
    let mut read = Vec::new();
    for typed in &told.answers {
        let field = format!("answers.{}", typed.item);
        if answered.contains(&typed.item) {
            form.refuse(&field, "check-in has an answer to this: put it right there");
        }
        let today = day.unwrap_or_else(|| desk.today());
        if let Some(answered) = form.read(&field, clinic::screening::read(typed, today)) {
            if answered.item.asked_of == AskedOf::Urologist {
                desk.may(Deed::TakeTimeOut)?;
            }
            read.push((answered, typed.stated));
        }
    }
    Ok(read)
}

fn massage(form: &mut Form, hours: &Hours<'_>, told: &MassageThen) -> Option<MassageTold> {
    let began = hours.read(form, "massage.began", &told.began);
    let typed = told.ended.as_deref().map(str::trim).filter(|text| !text.is_empty());
    let ended = typed.map(|text| hours.read(form, "massage.ended", text));
    if let (Some(began), Some(Some(ended))) = (began, ended)
        && ended < began
    {
        form.refuse("massage.ended", "the last stroke cannot come before the first");
    }
    let ended = match ended {
        None => None,
        Some(read) => Some(read?),
    };
    let strokes = strokes(form, told);
    Some(MassageTold { began: began?, ended, reason: told.reason, strokes })
}

/// Both sides or neither: a side that nobody counted is not none.
fn strokes(form: &mut Form, told: &MassageThen) -> Option<Strokes> {
    let typed = |text: &Option<String>| text.as_deref().map(str::trim).unwrap_or_default().to_owned();
    let (right, left) = (typed(&told.strokes_right), typed(&told.strokes_left));
    if right.is_empty() && left.is_empty() {
        return None;
    }
    if let (Ok(right), Ok(left)) = (right.parse(), left.parse()) {
        return Some(Strokes { right, left, why: None });
    }
    let open = right.is_empty() || left.is_empty();
    let how = if open { "count both sides, or leave both open" } else { "write whole numbers, such as 4 and 4" };
    form.refuse("massage.strokes", how);
    None
}

fn glass(form: &mut Form, hours: &Hours<'_>, told: &GlassThen) -> Option<GlassEnd> {
    let field = |name: &str| format!("glasses.{}.{name}", told.role);
    let at = hours.read(form, &field("time"), &told.time);
    let measure = match (told.measure, told.reason) {
        (None, Some(reason)) => return Some(GlassEnd::NotObtained(reason, at?)),
        (Some(measure), None) => measure,
        _ => {
            form.refuse(&field("amount"), "say how much there is, or why there is none");
            return None;
        }
    };
    let amount = match measure {
        GlassMeasure::Enough => Ok(Amount::Enough),
        GlassMeasure::Low => Ok(Amount::Low),
        GlassMeasure::Drops => Ok(Amount::Drops),
        GlassMeasure::Measured => Volume::parse(told.ml.as_deref().unwrap_or_default()).map(Amount::Measured),
    };
    let fits = amount.and_then(|amount| amount.fits(told.role).map(|()| amount));
    let amount = form.read(&field("amount"), fits);
    let typed = told.number.as_deref().map(str::trim).filter(|text| !text.is_empty());
    let number = typed.map(|text| form.read(&field("number"), Accession::parse(text)));
    let number = match number {
        None => None,
        Some(read) => Some(read?),
    };
    let how = told.how.unwrap_or(CollectedHow::ByPatient);
    let catch = Catch { at: at?, amount: amount?, appearance: told.appearance, how };
    Some(GlassEnd::Caught(catch, number))
}
