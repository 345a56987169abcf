//! The audit room: who did what and why, and whether the trail is whole.

use crate::form::{Form, optional};
use crate::{Deed, Desk, Refusal, permission};
use chrono::{Days, NaiveDate, NaiveTime, TimeDelta, TimeZone};
use clinic::Moment;
use clinic::ids::{PatientId, StaffId};
use clinic::premises::parse_zone;
use records::Event;
use records::audit::TrailFilter;
pub use records::audit::{TrailFault, TrailRow, TrailVerdict, TrailView};
use serde::{Deserialize, Serialize};

/// What somebody looks for. What is left out narrows nothing.
#[derive(Debug, Clone, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", default)]
pub struct ReadTrail {
    /// First day, `2026-11-22`.
    pub from: Option<String>,
    /// Last day, included.
    pub until: Option<String>,
    /// Done by this person.
    pub staff_id: Option<StaffId>,
    /// Beginning of the action, such as `export` or `patient.register`.
    pub action: Option<String>,
    /// On this patient.
    pub patient_id: Option<PatientId>,
    /// On this object, such as `visit/0198…`.
    pub object: Option<String>,
    /// Older than this entry: the next page.
    pub before: Option<i32>,
}

/// One page of the trail. Whoever may not read all of it sees their own entries. Reading it is itself an entry.
pub async fn trail(desk: &Desk, request: ReadTrail) -> Result<TrailView, Refusal> {
    let reads_all = permission::may(&desk.who.roles, Deed::ReadAudit);
    let mut form = Form::default();
    let from = form.read("from", read_day(desk, request.from.as_deref(), 0)).flatten();
    let until = form.read("until", read_day(desk, request.until.as_deref(), 1)).flatten();
    form.check()?;
    let filter = TrailFilter {
        from,
        until,
        actor: if reads_all { request.staff_id } else { Some(desk.who.staff) },
        action: optional(request.action.clone()),
        patient: request.patient_id,
        object: optional(request.object.clone()),
        before: request.before,
    };
    let mut writing = desk.writing().await?;
    let view = writing.trail(&filter).await?;
    writing.note(Event::seen("audit.read", "audit".to_owned(), &request)).await?;
    writing.commit().await?;
    Ok(view)
}

/// Checks every entry of the trail. That it was checked, and with what outcome, is the next entry.
pub async fn verify(desk: &Desk) -> Result<TrailVerdict, Refusal> {
    desk.may(Deed::VerifyAudit)?;
    let verdict = desk.records.verify_trail().await?;
    let mut writing = desk.writing().await?;
    writing.note(Event::seen("audit.verify", "audit".to_owned(), &verdict)).await?;
    writing.commit().await?;
    Ok(verdict)
}

/// The start of a day in the clinic's zone, `later` days on.
fn read_day(desk: &Desk, text: Option<&str>, later: u64) -> Result<Option<Moment>, &'static str> {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else { return Ok(None) };
    let words = "write a day that exists, as day month year (22 11 2026)";
    let day: NaiveDate = text.parse().map_err(|_| words)?;
    let zone = parse_zone(&desk.clinic.zone).map_err(|_| "the clinic's zone is not known")?;
    let start = day.checked_add_days(Days::new(later)).ok_or(words)?.and_time(NaiveTime::MIN);
    // Where a change of the clocks skips midnight, the day begins at the first minute there is.
    let instant = (0..4).find_map(|half| zone.from_local_datetime(&(start + TimeDelta::minutes(30 * half))).earliest());
    Ok(instant.map(|instant| Moment::in_zone(instant.to_utc(), zone)))
}
