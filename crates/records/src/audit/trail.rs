//! The trail as it is read: the newest first, narrowed to a time, a person, an action or a thing.

use crate::{Error, Reading, Stamp};
use clinic::Moment;
use clinic::ids::{PatientId, StaffId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What somebody looks for in the trail. What is left out narrows nothing.
#[derive(Debug, Clone, Default)]
pub struct TrailFilter {
    /// Not before.
    pub from: Option<Moment>,
    /// Before this.
    pub until: Option<Moment>,
    /// Done by this person.
    pub actor: Option<StaffId>,
    /// Beginning of the action, such as `export` or `patient.register`.
    pub action: Option<String>,
    /// On this patient.
    pub patient: Option<PatientId>,
    /// On this object, such as `visit/0198…`.
    pub object: Option<String>,
    /// Older than this entry: the next page.
    pub before: Option<i32>,
}

/// One entry of the trail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TrailRow {
    /// Its place in the chain, from 1.
    pub seq: i32,
    /// When it was done, by this station's clock.
    pub at: Moment,
    /// Who did it.
    pub actor: StaffId,
    /// Their name; empty when they are not in the list of people.
    pub actor_name: String,
    /// The roles they held at that moment.
    pub roles: String,
    /// Noun and verb, such as `patient.register`.
    pub action: String,
    /// Noun and id.
    pub object: String,
    /// Whose record it touched: the id alone, which says nothing to somebody who may not open charts.
    pub patient: Option<PatientId>,
    /// Why, where a reason was asked for.
    pub purpose: Option<String>,
    /// The version it replaced.
    pub old_version: Option<i32>,
    /// The version it made.
    pub new_version: Option<i32>,
}

/// One page of the trail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TrailView {
    /// The newest first.
    pub rows: Vec<TrailRow>,
    /// There are older ones that fit: ask again with `before` the last of these.
    pub more: bool,
}

/// How many entries a page has.
const PAGE: usize = 100;

struct Row {
    seq: i64,
    at: Stamp,
    body: Vec<u8>,
    actor_name: Option<String>,
}

/// What the canonical body says; the trail is read from what was hashed, not from the columns beside it.
#[derive(Deserialize)]
struct Body {
    actor: Uuid,
    roles: String,
    action: String,
    object: String,
    old_version: Option<i32>,
    new_version: Option<i32>,
    patient: Option<Uuid>,
    purpose: Option<String>,
}

impl TryFrom<Row> for TrailRow {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let body: Body = serde_json::from_slice(&row.body)
            .map_err(|problem| Error::Damaged(format!("audit {}: {problem}", row.seq)))?;
        Ok(Self {
            seq: i32::try_from(row.seq).unwrap_or(i32::MAX),
            at: row.at.into(),
            actor: body.actor.into(),
            actor_name: row.actor_name.unwrap_or_default(),
            roles: body.roles,
            action: body.action,
            object: body.object,
            patient: body.patient.map(PatientId::from),
            purpose: body.purpose,
            old_version: body.old_version,
            new_version: body.new_version,
        })
    }
}

impl Reading {
    /// One page of the trail.
    pub async fn trail(&mut self, filter: &TrailFilter) -> Result<TrailView, Error> {
        let (from, until) = (filter.from.map(Stamp::from), filter.until.map(Stamp::from));
        let (actor, patient) = (filter.actor.map(Uuid::from), filter.patient.map(Uuid::from));
        let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
        let rows = sqlx::query_as!(
            Row,
            r#"
            select
                audit.seq,
                audit_index.at as "at: Stamp",
                audit.body,
                staff.name as "actor_name?"
            from audit_index
            join audit on audit.seq = audit_index.seq
            left join staff on staff.id = audit_index.actor
            where (?1 is null or audit_index.at >= ?1)
                and (?2 is null or audit_index.at < ?2)
                and (?3 is null or audit_index.actor = ?3)
                and (?4 is null or substr(audit_index.action, 1, length(?4)) = ?4)
                and (?5 is null or audit_index.patient = ?5)
                and (?6 is null or audit_index.object = ?6)
                and (?7 is null or audit_index.seq < ?7)
            order by audit_index.seq desc
            limit ?8
            "#,
            from,
            until,
            actor,
            filter.action,
            patient,
            filter.object,
            filter.before,
            limit,
        )
        .fetch_all(self.conn())
        .await?;
        let more = rows.len() > PAGE;
        let rows: Result<Vec<_>, _> = rows.into_iter().take(PAGE).map(TrailRow::try_from).collect();
        Ok(TrailView { rows: rows?, more })
    }
}
