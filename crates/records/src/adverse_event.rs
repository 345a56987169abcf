//! Adverse events with all their versions, what was known at the act, and who has reviewed which version.

use crate::{Error, Event, Reading, Stamp, Writing};
use clinic::Moment;
use clinic::adverse_event::{AdverseEvent, Snapshot};
use clinic::ids::{AdverseEventId, PatientId, VisitId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// One event as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct StoredEvent {
    /// The event.
    pub event_id: AdverseEventId,
    /// After which visit.
    pub visit_id: VisitId,
    /// Whose.
    pub patient_id: PatientId,
    /// The risk it belongs to.
    pub risk: String,
    /// What was known when the act was done.
    pub snapshot: Snapshot,
    /// Every version, the first one first; never empty.
    pub versions: Vec<EventVersion>,
    /// Who has reviewed it, in order.
    pub reviews: Vec<EventReview>,
}

/// One version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct EventVersion {
    /// Counted from 1.
    pub version: u32,
    /// What is known.
    pub event: AdverseEvent,
    /// Why it follows the one before.
    pub reason: Option<String>,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: String,
}

/// One review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct EventReview {
    /// Of which version.
    pub version: u32,
    /// In words.
    pub words: String,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: String,
}

/// The first version of an event.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewEvent {
    /// The event.
    pub id: AdverseEventId,
    /// After which visit.
    pub visit: VisitId,
    /// Whose.
    pub patient: PatientId,
    /// The risk it belongs to.
    pub risk: String,
    /// What was known when the act was done.
    pub snapshot: Snapshot,
    /// What is known of it.
    pub event: AdverseEvent,
    /// The version of the table of terms.
    pub content_version: String,
}

/// A further version.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NextVersion {
    /// What is known now.
    pub event: AdverseEvent,
    /// The version of the table of terms.
    pub content_version: String,
    /// Why.
    pub reason: String,
}

fn read<T: for<'json> Deserialize<'json>>(body: &str) -> Result<T, Error> {
    serde_json::from_str(body).map_err(|problem| Error::Damaged(format!("adverse event: {problem}")))
}

fn write(value: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|problem| Error::Damaged(problem.to_string()))
}

fn number(version: i64) -> u32 {
    u32::try_from(version).unwrap_or(u32::MAX)
}

impl Reading {
    /// Every event of a patient, as the chart is read now, the earliest first; none of a visit that was entered in error.
    pub async fn adverse_events_of(&mut self, patient: PatientId) -> Result<Vec<StoredEvent>, Error> {
        let id = Uuid::from(patient);
        let events = sqlx::query_scalar!(
            r#"
            select adverse_event.id as "id: Uuid"
            from adverse_event
            join visit on visit.id = adverse_event.visit
            join patient_now on patient_now.id = adverse_event.patient
            where patient_now.now = (select now from patient_now where id = ?)
                and visit.status <> 'entered-in-error'
            order by adverse_event.at, adverse_event.id
            "#,
            id,
        )
        .fetch_all(self.conn())
        .await?;
        self.adverse_events(events).await
    }

    /// Every event of one visit, also of one that was entered in error.
    pub async fn adverse_events_at(&mut self, visit: VisitId) -> Result<Vec<StoredEvent>, Error> {
        let id = Uuid::from(visit);
        let events =
            sqlx::query_scalar!(r#"select id as "id: Uuid" from adverse_event where visit = ? order by at, id"#, id)
                .fetch_all(self.conn())
                .await?;
        self.adverse_events(events).await
    }

    async fn adverse_events(&mut self, events: Vec<Uuid>) -> Result<Vec<StoredEvent>, Error> {
        let mut all = Vec::with_capacity(events.len());
        for event in events {
            all.push(self.adverse_event(event.into()).await?);
        }
        Ok(all)
    }

    /// One event.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub async fn adverse_event(&mut self, event: AdverseEventId) -> Result<StoredEvent, Error> {
        let id = Uuid::from(event);
        let row = sqlx::query!(
            r#"
            select visit as "visit: Uuid", patient as "patient: Uuid", risk, snapshot
            from adverse_event
            where id = ?
            "#,
            id,
        )
        .fetch_optional(self.conn())
        .await?
        .ok_or(Error::NotFound("adverse event"))?;
        Ok(StoredEvent {
            event_id: event,
            visit_id: row.visit.into(),
            patient_id: row.patient.into(),
            risk: row.risk,
            snapshot: read(&row.snapshot)?,
            versions: self.event_versions(id).await?,
            reviews: self.event_reviews(id).await?,
        })
    }

    async fn event_versions(&mut self, event: Uuid) -> Result<Vec<EventVersion>, Error> {
        let rows = sqlx::query!(
            r#"
            select made.version, made.body, made.reason, made.at as "at: Stamp", staff.name
            from adverse_event_version made
            join staff on staff.id = made.staff
            where made.event = ?
            order by made.version
            "#,
            event,
        )
        .fetch_all(self.conn())
        .await?;
        rows.into_iter()
            .map(|row| {
                let (version, event) = (number(row.version), read(&row.body)?);
                Ok(EventVersion { version, event, reason: row.reason, at: row.at.into(), by: row.name })
            })
            .collect()
    }

    async fn event_reviews(&mut self, event: Uuid) -> Result<Vec<EventReview>, Error> {
        let rows = sqlx::query!(
            r#"
            select review.version, review.words, review.at as "at: Stamp", staff.name
            from adverse_event_review review
            join staff on staff.id = review.staff
            where review.event = ?
            order by review.at
            "#,
            event,
        )
        .fetch_all(self.conn())
        .await?;
        let review = rows.into_iter().map(|row| EventReview {
            version: number(row.version),
            words: row.words,
            at: row.at.into(),
            by: row.name,
        });
        Ok(review.collect())
    }
}

impl Writing {
    /// Records an event.
    pub async fn record_adverse_event(&mut self, new: &NewEvent) -> Result<(), Error> {
        let (id, visit, patient) = (Uuid::from(new.id), Uuid::from(new.visit), Uuid::from(new.patient));
        let snapshot = write(&new.snapshot)?;
        let (at, staff) = (Stamp::from(self.now()), Uuid::from(self.who().staff));
        sqlx::query!(
            "
            insert into adverse_event (id, visit, patient, risk, snapshot, at, staff)
            values (?, ?, ?, ?, ?, ?, ?)
            ",
            id,
            visit,
            patient,
            new.risk,
            snapshot,
            at,
            staff,
        )
        .execute(self.conn())
        .await?;
        self.add_event_version(id, 1, &new.event, &new.content_version, None).await?;
        let object = format!("adverse-event/{}", new.id);
        self.trace(Event::first("adverse-event.record", object, new).about(new.patient)).await
    }

    /// Adds the next version of an event.
    pub async fn correct_adverse_event(&mut self, from: &StoredEvent, next: &NextVersion) -> Result<(), Error> {
        let known = from.versions.last().map_or(0, |last| i64::from(last.version));
        let id = Uuid::from(from.event_id);
        self.add_event_version(id, known + 1, &next.event, &next.content_version, Some(&next.reason)).await?;
        let object = format!("adverse-event/{}", from.event_id);
        let event = Event::next("adverse-event.correct", object, known, next).because(&next.reason);
        self.trace(event.about(from.patient_id)).await
    }

    async fn add_event_version(
        &mut self,
        event: Uuid,
        version: i64,
        known: &AdverseEvent,
        content_version: &str,
        reason: Option<&str>,
    ) -> Result<(), Error> {
        let body = write(known)?;
        let (at, staff) = (Stamp::from(self.now()), Uuid::from(self.who().staff));
        sqlx::query!(
            "
            insert into adverse_event_version (event, version, body, content_version, reason, at, staff)
            values (?, ?, ?, ?, ?, ?, ?)
            ",
            event,
            version,
            body,
            content_version,
            reason,
            at,
            staff,
        )
        .execute(self.conn())
        .await?;
        Ok(())
    }

    /// A urologist has reviewed the last version.
    ///
    /// # Errors
    /// [`Error::Taken`] when this person has reviewed it already.
    pub async fn review_adverse_event(&mut self, event: &StoredEvent, words: &str) -> Result<(), Error> {
        let id = Uuid::from(event.event_id);
        let version = event.versions.last().map_or(1, |last| i64::from(last.version));
        let (at, staff) = (Stamp::from(self.now()), Uuid::from(self.who().staff));
        let known = sqlx::query_scalar!(
            r#"
            select count(*) as "count!: i64" from adverse_event_review
            where event = ? and version = ? and staff = ?
            "#,
            id,
            version,
            staff,
        )
        .fetch_one(self.conn())
        .await?;
        if known > 0 {
            return Err(Error::Taken("review"));
        }
        sqlx::query!(
            "insert into adverse_event_review (event, version, staff, words, at) values (?, ?, ?, ?, ?)",
            id,
            version,
            staff,
            words,
            at,
        )
        .execute(self.conn())
        .await?;
        let object = format!("adverse-event/{}", event.event_id);
        self.trace(Event::seen("adverse-event.review", object, &words).about(event.patient_id)).await
    }
}
