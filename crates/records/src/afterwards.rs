//! What was recorded afterwards: added to a visit with both its times and the reason, and never changed.

use crate::{Error, Event, Reading, Stamp, Writing};
use clinic::Moment;
use clinic::afterwards::Told;
use clinic::ids::{PatientId, StaffId, VisitId};
use serde::Serialize;
use uuid::Uuid;

/// One thing that was told.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewTold {
    /// What.
    pub told: Told,
    /// When it happened.
    pub happened: Moment,
    /// Why it was not recorded then.
    pub because: String,
    /// Who stood by, where somebody had to.
    pub second_person: Option<StaffId>,
    /// The recovery kit stood in for a second person.
    pub by_kit: bool,
}

/// The same as it stands in the record.
#[derive(Debug, Clone)]
pub struct StoredTold {
    /// What.
    pub told: Told,
    /// When it happened.
    pub happened: Moment,
    /// When it was written down.
    pub noted: Moment,
    /// By whom.
    pub by: String,
    /// Why it was not recorded then.
    pub because: String,
    /// Who stood by.
    pub second_person: Option<String>,
    /// The recovery kit stood in for a second person.
    pub by_kit: bool,
}

impl Reading {
    /// Everything that was told of a visit, in the order in which it happened.
    pub async fn told_of(&mut self, visit: VisitId) -> Result<Vec<StoredTold>, Error> {
        let id = Uuid::from(visit);
        let rows = sqlx::query!(
            r#"
            select
                afterwards.body,
                afterwards.happened_at as "happened: Stamp",
                afterwards.noted_at as "noted: Stamp",
                staff.name,
                afterwards.because,
                second.name as "second_person?",
                afterwards.by_kit
            from afterwards
            join staff on staff.id = afterwards.staff
            left join staff as second on second.id = afterwards.second_person
            where afterwards.visit = ?
            order by afterwards.happened_at, afterwards.id
            "#,
            id,
        )
        .fetch_all(self.conn())
        .await?;
        let stored = rows.into_iter().map(|row| {
            let told = serde_json::from_str(&row.body).map_err(|problem| Error::Damaged(problem.to_string()))?;
            Ok(StoredTold {
                told,
                happened: row.happened.into(),
                noted: row.noted.into(),
                by: row.name,
                because: row.because,
                second_person: row.second_person,
                by_kit: row.by_kit != 0,
            })
        });
        stored.collect()
    }
}

impl Writing {
    /// Keeps one thing that was told.
    pub async fn tell(&mut self, visit: VisitId, patient: PatientId, new: &NewTold) -> Result<(), Error> {
        let id: Uuid = self.id();
        let (visit_id, patient_id) = (Uuid::from(visit), Uuid::from(patient));
        let body = serde_json::to_string(&new.told).map_err(|problem| Error::Damaged(problem.to_string()))?;
        let (happened, noted) = (Stamp::from(new.happened), Stamp::from(self.now()));
        let staff = Uuid::from(self.who().staff);
        let second = new.second_person.map(Uuid::from);
        sqlx::query!(
            "
            insert into afterwards (
                id, visit, patient, body, happened_at, noted_at, staff, because, second_person, by_kit
            )
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ",
            id,
            visit_id,
            patient_id,
            body,
            happened,
            noted,
            staff,
            new.because,
            second,
            new.by_kit,
        )
        .execute(self.conn())
        .await?;
        let event = Event::first("afterwards.tell", format!("visit/{visit}"), new).about(patient);
        self.trace(event.because(&new.because)).await
    }
}
