//! Incidents of the clinic: the list, and the review by somebody who did not open it.

use crate::{Deed, Desk, Refusal, permission};
use clinic::Moment;
use clinic::ids::{IncidentId, PatientId};
use clinic::incident::{self, IncidentKind, ReviewRefused};
use records::Reading;
pub use records::incident::IncidentReview;
use records::incident::StoredIncident;
use serde::{Deserialize, Serialize};

/// One incident as the list shows it.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct IncidentView {
    /// This incident.
    pub incident_id: IncidentId,
    /// The number people speak of.
    pub number: u32,
    /// What kind.
    pub kind: IncidentKind,
    /// When it was opened.
    pub at: Moment,
    /// By whom.
    pub by: String,
    /// Whom it befell and what happened; none for whoever may not read charts.
    pub chart: Option<IncidentChart>,
    /// What a colleague found.
    pub review: Option<IncidentReview>,
    /// Until when a colleague looks at it; none where nothing says when, or somebody has.
    pub review_until: Option<Moment>,
    /// That hour has passed.
    pub overdue: bool,
    /// Whether the person who looks may review it now.
    pub reviewable: bool,
}

/// The part of an incident that belongs to a chart.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct IncidentChart {
    /// Whom it befell.
    pub patient_id: PatientId,
    /// Their name, family name first.
    pub patient: String,
    /// What happened.
    pub words: String,
}

/// What a colleague found.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ReviewIncident {
    /// The incident.
    pub incident_id: IncidentId,
    /// What was found and what is done about it.
    pub words: String,
}

/// Every incident, the newest first. Whoever may not read charts sees number, kind, age and owner.
pub async fn list(desk: &Desk) -> Result<Vec<IncidentView>, Refusal> {
    desk.may(Deed::SeeIncidents)?;
    let incidents = desk.records.reading().await?.incidents().await?;
    let charts = permission::may(&desk.who.roles, Deed::OpenChart);
    let reviews = permission::may(&desk.who.roles, Deed::ReviewIncident);
    Ok(incidents.into_iter().map(|incident| view(desk, incident, charts, reviews)).collect())
}

/// Keeps a review.
///
/// # Errors
/// Beside `words` when nothing was written; `own-incident` when the reviewer opened it.
pub async fn review(desk: &Desk, request: ReviewIncident) -> Result<Vec<IncidentView>, Refusal> {
    desk.may(Deed::ReviewIncident)?;
    let mut writing = desk.writing().await?;
    let known = writing.incidents().await?;
    let found = known.iter().find(|one| one.id == request.incident_id);
    let found = found.ok_or_else(|| Refusal::not_found("incident"))?;
    let words =
        incident::review(found.by, desk.who.staff, desk.clinic.single_handed, &request.words).map_err(|why| {
            let code = match why {
                ReviewRefused::NoWords => "no-words",
                ReviewRefused::OwnIncident => "own-incident",
            };
            Refusal::field("words", code, why.to_string())
        })?;
    writing.review_incident(found, &words).await?;
    writing.commit().await?;
    list(desk).await
}

/// How many reviews are overdue, for the strip of open loops.
pub(crate) async fn overdue(reading: &mut Reading, now: Moment) -> Result<u32, Refusal> {
    let kind = IncidentKind::EmergencyExamination;
    let opened = reading.unreviewed_since(kind).await?;
    let late = opened.into_iter().filter(|opened| kind.review_is_overdue(*opened, now)).count();
    Ok(u32::try_from(late).unwrap_or(u32::MAX))
}

fn view(desk: &Desk, incident: StoredIncident, charts: bool, reviews: bool) -> IncidentView {
    let waits = incident.review.is_none();
    IncidentView {
        review_until: incident.kind.review_until(incident.at).filter(|_| waits),
        overdue: waits && incident.kind.review_is_overdue(incident.at, desk.now),
        incident_id: incident.id,
        number: incident.number,
        kind: incident.kind,
        at: incident.at,
        by: incident.by_name,
        reviewable: reviews && waits && (incident.by != desk.who.staff || desk.clinic.single_handed),
        chart: charts.then_some(IncidentChart {
            patient_id: incident.patient,
            patient: incident.patient_name,
            words: incident.words,
        }),
        review: incident.review,
    }
}
