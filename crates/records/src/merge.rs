//! Charts of one person that are read as one: nothing is moved, so taking them apart gives each their own back.

use crate::patient::PatientRow;
use crate::{Error, Event, Reading, Stamp, Writing};
use clinic::ids::{MergeId, PatientId, StaffId};
use clinic::merge::Merge;
use clinic::patient::Mrn;
use serde::Serialize;
use uuid::Uuid;

/// One merge that stands, as the chart shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct MergeView {
    /// The merge.
    pub merge_id: MergeId,
    /// The chart that is read as part of this one.
    pub merged: PatientRow,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Stamp,
    /// Who merged them.
    pub by: String,
    /// Who confirmed it; none where one person works alone.
    pub second: Option<String>,
}

/// Both charts of a merge.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Pair {
    /// The chart that stays.
    pub kept: PatientId,
    /// The chart that is read as part of it.
    pub merged: PatientId,
}

/// What is written with a merge or its taking back.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Settled {
    /// Why.
    pub reason: String,
    /// Who confirmed it.
    pub second_person: Option<StaffId>,
}

impl Reading {
    /// As which chart this one is read now: itself, unless it was merged.
    pub async fn patient_now(&mut self, patient: PatientId) -> Result<PatientId, Error> {
        let id = Uuid::from(patient);
        let now = sqlx::query_scalar!(r#"select now as "now!: Uuid" from patient_now where id = ?"#, id)
            .fetch_optional(self.conn())
            .await?;
        Ok(now.map_or(patient, PatientId::from))
    }

    /// Whose number this is or was, as the chart it is read as now.
    pub async fn patient_numbered(&mut self, mrn: &Mrn) -> Result<Option<PatientId>, Error> {
        let number = mrn.as_str();
        let found = sqlx::query_scalar!(
            r#"
            select patient_now.now as "now!: Uuid"
            from patient
            join patient_now on patient_now.id = patient.id
            where patient.mrn = ?
            "#,
            number,
        )
        .fetch_optional(self.conn())
        .await?;
        Ok(found.map(PatientId::from))
    }

    /// The charts that are read as part of this one, in the order in which they came.
    pub async fn merges_of(&mut self, patient: PatientId) -> Result<Vec<MergeView>, Error> {
        let id = Uuid::from(patient);
        let rows = sqlx::query!(
            r#"
            select
                patient_merge.id as "id: Uuid",
                patient_merge.merged as "merged: Uuid",
                patient_merge.reason,
                patient_merge.at as "at: Stamp",
                staff.name,
                second.name as "second?"
            from patient_merge
            join staff on staff.id = patient_merge.staff
            left join staff as second on second.id = patient_merge.second_person
            where patient_merge.kept = ? and patient_merge.undone_at is null
            order by patient_merge.at, patient_merge.id
            "#,
            id,
        )
        .fetch_all(self.conn())
        .await?;
        let mut merges = Vec::new();
        for row in rows {
            let merged = self.patient_row(row.merged.into()).await?.ok_or(Error::NotFound("patient"))?;
            merges.push(MergeView {
                merge_id: row.id.into(),
                merged,
                reason: row.reason,
                at: row.at,
                by: row.name,
                second: row.second,
            });
        }
        Ok(merges)
    }

    /// The two charts of a merge that stands; none once it was taken back.
    pub async fn merge(&mut self, merge: MergeId) -> Result<Option<Pair>, Error> {
        let id = Uuid::from(merge);
        let row = sqlx::query!(
            r#"
            select kept as "kept: Uuid", merged as "merged: Uuid"
            from patient_merge
            where id = ? and undone_at is null
            "#,
            id,
        )
        .fetch_optional(self.conn())
        .await?;
        Ok(row.map(|row| Pair { kept: row.kept.into(), merged: row.merged.into() }))
    }

    /// How two charts stand to each other, for the rules.
    pub async fn merge_stands(&mut self, pair: Pair) -> Result<Merge, Error> {
        let (kept, merged) = (Uuid::from(pair.kept), Uuid::from(pair.merged));
        let stands = sqlx::query!(
            r#"
            select
                exists (
                    select 1 from visit
                    where visit.patient in (?1, ?2) and visit.status in ('booked', 'arrived', 'in-room')
                ) as "open_visit!: bool",
                exists (
                    select 1
                    from specimen
                    join procedure on procedure.id = specimen.procedure
                    join visit on visit.id = procedure.visit
                    left join quarantine on quarantine.specimen = specimen.id and quarantine.released_at is null
                    where visit.patient in (?1, ?2)
                        and (
                            specimen.status in ('collected', 'verified', 'stored')
                            or (specimen.status = 'packed' and quarantine.specimen is not null)
                        )
                ) as "tubes_here!: bool",
                exists (
                    select 1 from patient_merge
                    where patient_merge.merged in (?1, ?2) and patient_merge.undone_at is null
                ) as "merged_already!: bool",
                exists (
                    select 1 from patient_merge
                    where patient_merge.kept = ?2 and patient_merge.undone_at is null
                ) as "holds_another!: bool"
            "#,
            kept,
            merged,
        )
        .fetch_one(self.conn())
        .await?;
        Ok(Merge {
            same: pair.kept == pair.merged,
            open_visit: stands.open_visit,
            tubes_here: stands.tubes_here,
            merged_already: stands.merged_already,
            holds_another: stands.holds_another,
        })
    }
}

impl Writing {
    /// From now on one chart is read as part of the other.
    pub async fn merge_patients(&mut self, pair: Pair, settled: &Settled) -> Result<MergeId, Error> {
        let merge: MergeId = self.id();
        let (id, kept, merged) = (Uuid::from(merge), Uuid::from(pair.kept), Uuid::from(pair.merged));
        let (at, staff) = (Stamp::from(self.now()), Uuid::from(self.who().staff));
        let second = settled.second_person.map(Uuid::from);
        sqlx::query!(
            "
            insert into patient_merge (id, kept, merged, reason, at, staff, second_person)
            values (?, ?, ?, ?, ?, ?, ?)
            ",
            id,
            kept,
            merged,
            settled.reason,
            at,
            staff,
            second,
        )
        .execute(self.conn())
        .await?;
        // Both charts are touched, so both are told of in the trail.
        let object = format!("merge/{id}");
        let first = Event::first("patient.merge", object.clone(), &pair).about(pair.kept);
        self.trace(first.because(&settled.reason)).await?;
        self.trace(Event::seen("patient.merge", object, &pair).about(pair.merged).because(&settled.reason)).await?;
        Ok(merge)
    }

    /// Each chart is its own again.
    ///
    /// # Errors
    /// [`Error::Stale`] when it was taken back meanwhile.
    pub async fn unmerge_patients(&mut self, merge: MergeId, pair: Pair, settled: &Settled) -> Result<(), Error> {
        let id = Uuid::from(merge);
        let (at, staff) = (Stamp::from(self.now()), Uuid::from(self.who().staff));
        let second = settled.second_person.map(Uuid::from);
        let undone = sqlx::query!(
            "
            update patient_merge
            set undone_at = ?, undone_by = ?, undone_second = ?, undone_reason = ?
            where id = ? and undone_at is null
            ",
            at,
            staff,
            second,
            settled.reason,
            id,
        )
        .execute(self.conn())
        .await?
        .rows_affected();
        if undone == 0 {
            return Err(Error::Stale("merge"));
        }
        let object = format!("merge/{id}");
        let first = Event::next("patient.unmerge", object.clone(), 1, &pair).about(pair.kept);
        self.trace(first.because(&settled.reason)).await?;
        self.trace(Event::seen("patient.unmerge", object, &pair).about(pair.merged).because(&settled.reason)).await
    }
}
