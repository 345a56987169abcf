//! Tubes that were labelled anew, with what their collector signed.

use crate::{Error, Event, Reading, Stamp, Writing};
use clinic::ids::{PatientId, SpecimenId, StaffId};
use clinic::relabel::CollectorStatement;
use serde::Serialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// One relabelling, as the timeline of the tube shows it.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct RelabelView {
    /// When.
    pub at: Stamp,
    /// Who signed.
    pub by: String,
    /// Who confirmed it; none where one person works alone.
    pub second: Option<String>,
    /// The statement in the first person.
    pub statement: String,
    /// What the laboratory is told.
    pub remark: String,
    /// SHA-256 of the statement, in lower-case hexadecimal.
    pub sha256: String,
}

impl Reading {
    /// How often a tube was labelled anew, in order. A statement whose bytes changed is not given out.
    pub async fn relabels_of(&mut self, specimen: SpecimenId) -> Result<Vec<RelabelView>, Error> {
        let id = Uuid::from(specimen);
        let rows = sqlx::query!(
            r#"
            select
                relabel.form,
                relabel.sha256,
                relabel.at as "at: Stamp",
                staff.name,
                second.name as "second?"
            from relabel
            join staff on staff.id = relabel.staff
            left join staff as second on second.id = relabel.second_person
            where relabel.specimen = ?
            order by relabel.at, relabel.id
            "#,
            id,
        )
        .fetch_all(self.conn())
        .await?;
        let view = rows.into_iter().map(|row| {
            let damaged = || Error::Damaged(format!("the statement of specimen {id}"));
            let kept: CollectorStatement = serde_json::from_str(&row.form).map_err(|_| damaged())?;
            if crate::audit::hex(&Sha256::digest(row.form.as_bytes())) != row.sha256 {
                return Err(damaged());
            }
            Ok(RelabelView {
                at: row.at,
                by: row.name,
                second: row.second,
                statement: kept.sentence(),
                remark: kept.remark(),
                sha256: row.sha256,
            })
        });
        view.collect()
    }
}

impl Writing {
    /// Keeps what the collector signed.
    pub async fn keep_relabel(
        &mut self,
        specimen: SpecimenId,
        statement: &CollectorStatement,
        second: Option<StaffId>,
        patient: PatientId,
    ) -> Result<(), Error> {
        let id: Uuid = self.id();
        let of = Uuid::from(specimen);
        let form = serde_json::to_string(statement).map_err(|problem| Error::Damaged(problem.to_string()))?;
        let sha256 = crate::audit::hex(&Sha256::digest(form.as_bytes()));
        let (at, staff) = (Stamp::from(self.now()), Uuid::from(self.who().staff));
        let second = second.map(Uuid::from);
        sqlx::query!(
            "insert into relabel (id, specimen, form, sha256, at, staff, second_person) values (?, ?, ?, ?, ?, ?, ?)",
            id,
            of,
            form,
            sha256,
            at,
            staff,
            second,
        )
        .execute(self.conn())
        .await?;
        self.trace(Event::first("specimen.relabel", format!("specimen/{of}"), statement).about(patient)).await
    }
}
