//! Incidents: opened once, never changed, and reviewed by somebody else.

use crate::{Error, Event, Reading, Stamp, Word, Writing};
use clinic::Moment;
use clinic::ids::{IncidentId, PatientId, StaffId, VisitId};
use clinic::incident::IncidentKind;
use serde::Serialize;
use uuid::Uuid;

/// An incident to be opened.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewIncident {
    /// What kind.
    pub kind: IncidentKind,
    /// Whom it befell.
    pub patient: PatientId,
    /// In which visit; none when it belongs to none.
    pub visit: Option<VisitId>,
    /// What happened, in words.
    pub words: String,
}

/// One incident as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredIncident {
    /// This incident.
    pub id: IncidentId,
    /// The number people speak of.
    pub number: u32,
    /// What kind.
    pub kind: IncidentKind,
    /// Whom it befell.
    pub patient: PatientId,
    /// Their name, family name first.
    pub patient_name: String,
    /// In which visit.
    pub visit: Option<VisitId>,
    /// What happened.
    pub words: String,
    /// When it was opened.
    pub at: Moment,
    /// By whom.
    pub by: StaffId,
    /// Their name.
    pub by_name: String,
    /// What somebody else found.
    pub review: Option<IncidentReview>,
}

/// What a colleague found, and what is done about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct IncidentReview {
    /// In words.
    pub words: String,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: String,
}

impl Reading {
    /// Every incident, the newest first. Whom it befell is read as the charts are read now; what is said of a visit that was
    /// recorded on the wrong patient befell the right one.
    pub async fn incidents(&mut self) -> Result<Vec<StoredIncident>, Error> {
        let rows = sqlx::query!(
            r#"
            select
                incident.id as "id: Uuid",
                incident.number as "number: u32",
                incident.kind as "kind: Word<IncidentKind>",
                patient.id as "patient: Uuid",
                patient.family || ', ' || patient.given as "patient_name!: String",
                coalesce(moved.id, incident.visit) as "visit: Uuid",
                incident.words,
                incident.at as "at: Stamp",
                incident.staff as "staff: Uuid",
                opener.name as opener,
                review.words as "review_words?",
                review.at as "review_at?: Stamp",
                reviewer.name as "reviewer?"
            from incident
            left join visit_now on visit_now.id = incident.visit and incident.kind <> 'wrong-patient'
            left join visit moved on moved.id = visit_now.now
            join patient_now on patient_now.id = coalesce(moved.patient, incident.patient)
            join patient on patient.id = patient_now.now
            join staff opener on opener.id = incident.staff
            left join incident_review review on review.incident = incident.id
            left join staff reviewer on reviewer.id = review.staff
            order by incident.number desc
            "#,
        )
        .fetch_all(self.conn())
        .await?;
        let incidents = rows.into_iter().map(|row| StoredIncident {
            id: row.id.into(),
            number: row.number,
            kind: row.kind.0,
            patient: row.patient.into(),
            patient_name: row.patient_name,
            visit: row.visit.map(VisitId::from),
            words: row.words,
            at: row.at.into(),
            by: row.staff.into(),
            by_name: row.opener,
            review: row.review_words.zip(row.review_at).zip(row.reviewer).map(|((words, at), by)| IncidentReview {
                words,
                at: at.into(),
                by,
            }),
        });
        Ok(incidents.collect())
    }
}

impl Reading {
    /// When each incident of a kind was opened that nobody has reviewed.
    pub async fn unreviewed_since(&mut self, kind: IncidentKind) -> Result<Vec<Moment>, Error> {
        let word = Word(kind);
        let rows = sqlx::query_scalar!(
            r#"
            select at as "at: Stamp"
            from incident
            where kind = ?
                and not exists (select 1 from incident_review where incident_review.incident = incident.id)
            "#,
            word,
        )
        .fetch_all(self.conn())
        .await?;
        Ok(rows.into_iter().map(Moment::from).collect())
    }
}

impl Writing {
    /// Opens an incident and gives its number.
    pub async fn open_incident(&mut self, incident: &NewIncident) -> Result<u32, Error> {
        let new: IncidentId = self.id();
        let number = sqlx::query_scalar!(r#"select coalesce(max(number), 0) + 1 as "number!: u32" from incident"#)
            .fetch_one(self.conn())
            .await?;
        let (id, patient, visit) = (Uuid::from(new), Uuid::from(incident.patient), incident.visit.map(Uuid::from));
        let (kind, at, staff) = (Word(incident.kind), Stamp::from(self.now()), Uuid::from(self.who().staff));
        sqlx::query!(
            "insert into incident (id, number, kind, patient, visit, words, at, staff) values (?, ?, ?, ?, ?, ?, ?, ?)",
            id,
            number,
            kind,
            patient,
            visit,
            incident.words,
            at,
            staff,
        )
        .execute(self.conn())
        .await?;
        self.trace(Event::first("incident.open", format!("incident/{new}"), incident).about(incident.patient)).await?;
        Ok(number)
    }

    /// Keeps the review of an incident.
    ///
    /// # Errors
    /// [`Error::Taken`] when it was reviewed already.
    pub async fn review_incident(&mut self, incident: &StoredIncident, words: &str) -> Result<(), Error> {
        let id = Uuid::from(incident.id);
        let (at, staff) = (Stamp::from(self.now()), Uuid::from(self.who().staff));
        sqlx::query!(
            "insert into incident_review (incident, words, at, staff) values (?, ?, ?, ?)",
            id,
            words,
            at,
            staff,
        )
        .execute(self.conn())
        .await
        .map_err(|problem| crate::taken(problem, "incident"))?;
        let object = format!("incident/{}", incident.id);
        self.trace(Event::first("incident.review", object, &words).about(incident.patient)).await
    }
}
