//! What the clinic's own laboratory says of each kind of specimen: every version, with who said so and from when it counts.

use crate::specimen::SpecimenRecord;
use crate::{Error, Event, Reading, Stamp, Word, Writing};
use clinic::Moment;
use clinic::catalogue::{self, CatalogueEntry, LaboratoryValues};
use clinic::specimen::SpecimenRole;
use serde::Serialize;
use uuid::Uuid;

/// One version of the laboratory's own values of a kind of specimen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct LaboratoryVersion {
    /// Its number, from 1.
    pub version: i32,
    /// What differs from what is shipped; nothing where the shipped values stand again.
    pub values: LaboratoryValues,
    /// The day from which it counts.
    pub effective_on: String,
    /// When it was written.
    pub at: Moment,
    /// By whom.
    pub by: String,
}

impl Reading {
    /// Every version for a kind of specimen, the first one first.
    pub async fn laboratory_versions(&mut self, role: SpecimenRole) -> Result<Vec<LaboratoryVersion>, Error> {
        let role = Word(role);
        let rows = sqlx::query!(
            r#"
            select
                laboratory_value.version as "version: i32",
                laboratory_value.body,
                laboratory_value.effective_on,
                laboratory_value.at as "at: Stamp",
                staff.name
            from laboratory_value
            join staff on staff.id = laboratory_value.staff
            where laboratory_value.role = ?
            order by laboratory_value.version
            "#,
            role,
        )
        .fetch_all(self.conn())
        .await?;
        let mut versions = Vec::new();
        for row in rows {
            let damaged = |problem| Error::Damaged(format!("values of the laboratory: {problem}"));
            versions.push(LaboratoryVersion {
                version: row.version,
                values: serde_json::from_str(&row.body).map_err(damaged)?,
                effective_on: row.effective_on,
                at: row.at.into(),
                by: row.name,
            });
        }
        Ok(versions)
    }

    /// The version that counts for a kind of specimen on the day of `now`; none where the shipped values stand.
    pub async fn laboratory_version_now(&mut self, role: SpecimenRole, now: Moment) -> Result<Option<i64>, Error> {
        let (role, today) = (Word(role), now.date().to_string());
        Ok(sqlx::query_scalar!(
            r#"
            select version
            from laboratory_value
            where role = ? and effective_on <= ?
            order by effective_on desc, version desc
            limit 1
            "#,
            role,
            today,
        )
        .fetch_optional(self.conn())
        .await?)
    }

    /// What a specimen is: by the version it was stamped under, and before that by the one that counts now.
    pub async fn entry_of(&mut self, record: &SpecimenRecord, now: Moment) -> Result<CatalogueEntry, Error> {
        let version = match record.accession {
            Some(_) => record.laboratory_version,
            None => self.laboratory_version_now(record.role, now).await?,
        };
        self.entry_in(record.role, version).await
    }

    /// What a kind of specimen is today.
    pub async fn entry_now(&mut self, role: SpecimenRole, now: Moment) -> Result<CatalogueEntry, Error> {
        let version = self.laboratory_version_now(role, now).await?;
        self.entry_in(role, version).await
    }

    async fn entry_in(&mut self, role: SpecimenRole, version: Option<i64>) -> Result<CatalogueEntry, Error> {
        let shipped = catalogue::entry(role);
        let Some(version) = version else { return Ok(shipped.clone()) };
        let word = Word(role);
        let body =
            sqlx::query_scalar!("select body from laboratory_value where role = ? and version = ?", word, version)
                .fetch_optional(self.conn())
                .await?
                .ok_or_else(|| Error::Damaged(format!("version {version} of the laboratory’s values of {role}")))?;
        let values: LaboratoryValues =
            serde_json::from_str(&body).map_err(|problem| Error::Damaged(problem.to_string()))?;
        Ok(values.over(shipped))
    }
}

impl Writing {
    /// Adds a version of the laboratory's own values, counted from `effective_on`.
    ///
    /// # Errors
    /// [`Error::Taken`] when somebody else added this version first.
    pub async fn keep_laboratory_values(
        &mut self,
        role: SpecimenRole,
        version: i64,
        values: &LaboratoryValues,
        effective_on: &str,
    ) -> Result<(), Error> {
        let word = Word(role);
        let body = serde_json::to_string(values).map_err(|problem| Error::Damaged(problem.to_string()))?;
        let (at, staff) = (Stamp::from(self.now()), Uuid::from(self.who().staff));
        sqlx::query!(
            "
            insert into laboratory_value (role, version, body, effective_on, at, staff) values (?, ?, ?, ?, ?, ?)
            ",
            word,
            version,
            body,
            effective_on,
            at,
            staff,
        )
        .execute(self.conn())
        .await
        .map_err(|problem| crate::taken(problem, "version"))?;
        let object = format!("laboratory-value/{role}");
        self.trace(Event::next("laboratory-value.keep", object, version, &(values, effective_on))).await
    }
}
