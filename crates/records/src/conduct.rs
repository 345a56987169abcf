//! What the figures of conduct are counted from, and who has reviewed them.

mod alone;

pub use alone::{CorrectedAlone, NewCorrectedAlone};

use crate::{Error, Event, Reading, Stamp, Word, Writing};
use chrono::NaiveDate;
use clinic::Moment;
use clinic::conduct::ConductCounts;
use clinic::ids::{PatientId, StaffId, VisitId};
use clinic::patient::BirthDate;
use serde::Serialize;
use uuid::Uuid;

/// A procedure that somebody began.
#[derive(Debug, Clone, Copy)]
pub struct BegunProcedure {
    /// Its visit.
    pub visit: VisitId,
    /// On whom, as the chart is read now.
    pub patient: PatientId,
    /// When this person was born.
    pub birth_date: BirthDate,
    /// Who took the time-out, and so examined.
    pub examiner: StaffId,
    /// When.
    pub at: Moment,
}

/// One review of one examiner's month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ConductReview {
    /// The figures as they stood.
    pub counts: ConductCounts,
    /// In words.
    pub words: String,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: String,
}

impl Reading {
    /// Every procedure begun on the days from `from` to `to`, the earliest first; none that was entered in error.
    pub async fn begun_procedures(&mut self, from: NaiveDate, to: NaiveDate) -> Result<Vec<BegunProcedure>, Error> {
        let (from, to) = (from.to_string(), to.to_string());
        let rows = sqlx::query!(
            r#"
            select
                visit.id as "visit: Uuid",
                patient.id as "patient: Uuid",
                patient.birth_date as "birth_date: Word<BirthDate>",
                coalesce(procedure.urologist, time_out.taken_by) as "examiner!: Uuid",
                time_out.taken_at as "at: Stamp"
            from time_out
            join visit on visit.id = time_out.visit
            join procedure on procedure.visit = visit.id
            join patient_now on patient_now.id = visit.patient
            join patient on patient.id = patient_now.now
            where visit.booked_date between ? and ? and procedure.status <> 'entered-in-error'
            order by time_out.taken_at
            "#,
            from,
            to,
        )
        .fetch_all(self.conn())
        .await?;
        let begun = rows.into_iter().map(|row| BegunProcedure {
            visit: row.visit.into(),
            patient: row.patient.into(),
            birth_date: row.birth_date.0,
            examiner: row.examiner.into(),
            at: row.at.into(),
        });
        Ok(begun.collect())
    }

    /// Every review of one examiner's month, in order.
    pub async fn conduct_reviews(&mut self, examiner: StaffId, month: &str) -> Result<Vec<ConductReview>, Error> {
        let id = Uuid::from(examiner);
        let rows = sqlx::query!(
            r#"
            select review.counts, review.words, review.at as "at: Stamp", staff.name
            from conduct_review review
            join staff on staff.id = review.staff
            where review.examiner = ? and review.month = ?
            order by review.place
            "#,
            id,
            month,
        )
        .fetch_all(self.conn())
        .await?;
        let damaged = |_| Error::Damaged(format!("review of {month}"));
        rows.into_iter()
            .map(|row| {
                let counts = serde_json::from_str(&row.counts).map_err(damaged)?;
                Ok(ConductReview { counts, words: row.words, at: row.at.into(), by: row.name })
            })
            .collect()
    }
}

impl Writing {
    /// Keeps that somebody else has looked at these figures.
    pub async fn review_conduct(
        &mut self,
        examiner: StaffId,
        month: &str,
        counts: &ConductCounts,
        words: &str,
    ) -> Result<(), Error> {
        let id = Uuid::from(examiner);
        let body = serde_json::to_string(counts).map_err(|problem| Error::Damaged(problem.to_string()))?;
        let (at, staff) = (Stamp::from(self.now()), Uuid::from(self.who().staff));
        sqlx::query!(
            "
            insert into conduct_review (examiner, month, place, counts, words, at, staff)
            values (
                ?1, ?2, (select coalesce(max(place), 0) + 1 from conduct_review where examiner = ?1 and month = ?2),
                ?3, ?4, ?5, ?6
            )
            ",
            id,
            month,
            body,
            words,
            at,
            staff,
        )
        .execute(self.conn())
        .await?;
        self.trace(Event::first("conduct.review", format!("conduct/{examiner}/{month}"), &(counts, words))).await
    }
}
