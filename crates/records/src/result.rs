//! Results of a set: each version as it was typed in, what was suggested of it, and what the urologist made of that.

mod open;
mod scan;
mod telling;

pub use open::OpenResult;
pub use scan::ScanView;
pub use telling::{Acknowledged, StoredTelling};

use crate::{Error, Event, Reading, Stamp, Writing};
use clinic::Moment;
use clinic::ids::{PatientId, ProcedureId, ResultId};
use clinic::interpretation::{Opinion, SetResults, Suggestion};
use clinic::result::{NumbersChecked, ReadIdentifier, ReportIdentifier, ReportSource};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A report as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct KeptReport {
    /// What on the report named the patient or the tubes.
    pub identifiers: Vec<ReportIdentifier>,
    /// The same with what the report said; empty in a report from before that was typed.
    #[serde(default)]
    pub read: Vec<ReadIdentifier>,
    /// How the report came; none in one from before that was asked.
    #[serde(default)]
    pub source: Option<ReportSource>,
    /// How the numbers were checked.
    #[serde(default)]
    pub checked: NumbersChecked,
    /// Why there is no scan of it; none when there is.
    #[serde(default)]
    pub no_scan: Option<String>,
    /// Every glass, and what was known beside them.
    pub set: SetResults,
}

/// What a urologist made of a suggestion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct StoredOpinion {
    /// Agrees or disagrees.
    pub opinion: Opinion,
    /// When.
    pub at: Moment,
    /// Who.
    pub by: String,
}

/// One version of the results of a set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredResult {
    /// This version.
    pub id: ResultId,
    /// Of which set.
    pub procedure: ProcedureId,
    /// Its number, from 1.
    pub version: i64,
    /// What was typed in.
    pub report: KeptReport,
    /// What the rules of that day suggested.
    pub suggestion: Suggestion,
    /// Why it follows an earlier version.
    pub reason: Option<String>,
    /// When it was entered.
    pub at: Moment,
    /// Who entered it.
    pub by: String,
    /// What urologists made of it, the latest last.
    pub opinions: Vec<StoredOpinion>,
}

struct Row {
    id: Uuid,
    version: i64,
    body: String,
    suggestion: String,
    reason: Option<String>,
    at: Stamp,
    name: String,
}

fn read<T: DeserializeOwned>(body: &str, what: &str) -> Result<T, Error> {
    serde_json::from_str(body).map_err(|problem| Error::Damaged(format!("{what}: {problem}")))
}

fn write(value: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|problem| Error::Damaged(problem.to_string()))
}

impl Reading {
    /// Every version of the results of a set, the first one first.
    pub async fn results_of(&mut self, procedure: ProcedureId) -> Result<Vec<StoredResult>, Error> {
        let id = Uuid::from(procedure);
        let rows = sqlx::query_as!(
            Row,
            r#"
            select
                result.id as "id: Uuid",
                result.version,
                result.body,
                result.suggestion,
                result.reason,
                result.at as "at: Stamp",
                staff.name
            from result
            join staff on staff.id = result.staff
            where result.procedure = ?
            order by result.version
            "#,
            id,
        )
        .fetch_all(self.conn())
        .await?;
        let mut versions = Vec::new();
        for row in rows {
            versions.push(StoredResult {
                id: row.id.into(),
                procedure,
                version: row.version,
                report: read(&row.body, "result")?,
                suggestion: read(&row.suggestion, "suggestion")?,
                reason: row.reason,
                at: row.at.into(),
                by: row.name,
                opinions: self.opinions_of(row.id).await?,
            });
        }
        Ok(versions)
    }

    async fn opinions_of(&mut self, result: Uuid) -> Result<Vec<StoredOpinion>, Error> {
        let rows = sqlx::query!(
            r#"
            select result_opinion.body, result_opinion.at as "at: Stamp", staff.name
            from result_opinion
            join staff on staff.id = result_opinion.staff
            where result_opinion.result = ?
            order by result_opinion.place
            "#,
            result,
        )
        .fetch_all(self.conn())
        .await?;
        let opinions = rows
            .into_iter()
            .map(|row| Ok(StoredOpinion { opinion: read(&row.body, "opinion")?, at: row.at.into(), by: row.name }));
        opinions.collect()
    }

    /// The set that a version of results belongs to.
    pub async fn procedure_of_result(&mut self, result: ResultId) -> Result<ProcedureId, Error> {
        let id = Uuid::from(result);
        let found = sqlx::query_scalar!(r#"select procedure as "procedure: Uuid" from result where id = ?"#, id)
            .fetch_optional(self.conn())
            .await?;
        found.map(ProcedureId::from).ok_or(Error::NotFound("result"))
    }
}

impl Writing {
    /// Adds the results of a set, or a further version of them with its reason.
    pub async fn keep_result(
        &mut self,
        procedure: ProcedureId,
        patient: PatientId,
        report: &KeptReport,
        suggestion: &Suggestion,
        reason: Option<&str>,
    ) -> Result<ResultId, Error> {
        let new: ResultId = self.id();
        let (id, procedure_id) = (Uuid::from(new), Uuid::from(procedure));
        let known = sqlx::query_scalar!("select count(*) from result where procedure = ?", procedure_id)
            .fetch_one(self.conn())
            .await?;
        let version = known + 1;
        let (body, suggested) = (write(report)?, write(suggestion)?);
        let (at, staff) = (Stamp::from(self.now()), Uuid::from(self.who().staff));
        sqlx::query!(
            "
            insert into result (id, procedure, version, body, suggestion, content_version, reason, at, staff)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ",
            id,
            procedure_id,
            version,
            body,
            suggested,
            suggestion.content_version,
            reason,
            at,
            staff,
        )
        .execute(self.conn())
        .await?;
        let (object, request) = (format!("result/{procedure}"), (report, suggestion));
        let event = if known == 0 {
            Event::first("result.enter", object, &request)
        } else {
            Event::next("result.correct", object, known, &request)
        };
        let event = match reason {
            Some(reason) => event.because(reason),
            None => event,
        };
        self.trace(event.about(patient)).await?;
        Ok(new)
    }

    /// Adds what the urologist makes of a suggestion.
    pub async fn judge_result(&mut self, result: ResultId, patient: PatientId, opinion: &Opinion) -> Result<(), Error> {
        let id = Uuid::from(result);
        let known = sqlx::query_scalar!("select count(*) from result_opinion where result = ?", id)
            .fetch_one(self.conn())
            .await?;
        let place = known + 1;
        let body = write(opinion)?;
        let (at, staff) = (Stamp::from(self.now()), Uuid::from(self.who().staff));
        sqlx::query!(
            "insert into result_opinion (result, place, body, at, staff) values (?, ?, ?, ?, ?)",
            id,
            place,
            body,
            at,
            staff,
        )
        .execute(self.conn())
        .await?;
        let object = format!("result-opinion/{result}");
        let event = if known == 0 {
            Event::first("result.judge", object, opinion)
        } else {
            Event::next("result.judge", object, known, opinion)
        };
        self.trace(event.about(patient)).await
    }
}
