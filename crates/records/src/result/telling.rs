//! The urologist's word on what follows from a result, and every attempt to tell the patient.

use crate::{Error, Event, Reading, Stamp, Word, Writing};
use clinic::Moment;
use clinic::ids::{PatientId, ResultId};
use clinic::result::ResultAction;
use clinic::telling::{Telling, is_over};
use serde::Serialize;
use uuid::Uuid;

/// The urologist has read a version, and says what follows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Acknowledged {
    /// What follows.
    pub action: ResultAction,
    /// In words; may be empty.
    pub plan: Option<String>,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: String,
}

/// One attempt to tell as it was kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct StoredTelling {
    /// What came of it.
    pub telling: Telling,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: String,
}

impl Reading {
    /// The urologist's word on a version; none while nobody has read it.
    pub async fn acknowledged(&mut self, result: ResultId) -> Result<Option<Acknowledged>, Error> {
        let id = Uuid::from(result);
        let row = sqlx::query!(
            r#"
            select action as "action: Word<ResultAction>", plan, at as "at: Stamp", staff.name
            from result_acknowledgement
            join staff on staff.id = result_acknowledgement.staff
            where result = ?
            "#,
            id,
        )
        .fetch_optional(self.conn())
        .await?;
        let kept =
            row.map(|row| Acknowledged { action: row.action.0, plan: row.plan, at: row.at.into(), by: row.name });
        Ok(kept)
    }

    /// Every attempt to tell a version, in order.
    pub async fn tellings_of(&mut self, result: ResultId) -> Result<Vec<StoredTelling>, Error> {
        let id = Uuid::from(result);
        let rows = sqlx::query!(
            r#"
            select body, at as "at: Stamp", staff.name
            from result_telling
            join staff on staff.id = result_telling.staff
            where result = ?
            order by place
            "#,
            id,
        )
        .fetch_all(self.conn())
        .await?;
        let told = rows.into_iter().map(|row| {
            let telling = super::read(&row.body, "telling")?;
            Ok(StoredTelling { telling, at: row.at.into(), by: row.name })
        });
        told.collect()
    }
}

impl Writing {
    /// The urologist has read a version.
    ///
    /// # Errors
    /// [`Error::Stale`] when somebody has said so meanwhile.
    pub async fn acknowledge_result(
        &mut self,
        result: ResultId,
        patient: PatientId,
        action: ResultAction,
        plan: Option<&str>,
    ) -> Result<(), Error> {
        if self.acknowledged(result).await?.is_some() {
            return Err(Error::Stale("result"));
        }
        let (id, word) = (Uuid::from(result), Word(action));
        let (at, staff) = (Stamp::from(self.now()), Uuid::from(self.who().staff));
        sqlx::query!(
            "insert into result_acknowledgement (result, action, plan, at, staff) values (?, ?, ?, ?, ?)",
            id,
            word,
            plan,
            at,
            staff,
        )
        .execute(self.conn())
        .await?;
        let request = (action, plan);
        self.trace(Event::first("result.acknowledge", format!("result/{result}"), &request).about(patient)).await
    }

    /// Adds an attempt to tell the patient.
    pub async fn add_telling(&mut self, result: ResultId, patient: PatientId, telling: &Telling) -> Result<(), Error> {
        let id = Uuid::from(result);
        let (body, ends) = (super::write(telling)?, is_over(std::slice::from_ref(telling)));
        let (at, staff) = (Stamp::from(self.now()), Uuid::from(self.who().staff));
        sqlx::query!(
            "
            insert into result_telling (result, place, body, ends, at, staff)
            values (?1, (select coalesce(max(place), 0) + 1 from result_telling where result = ?1), ?2, ?3, ?4, ?5)
            ",
            id,
            body,
            ends,
            at,
            staff,
        )
        .execute(self.conn())
        .await?;
        self.trace(Event::first("result.tell", format!("result/{result}"), telling).about(patient)).await
    }
}
