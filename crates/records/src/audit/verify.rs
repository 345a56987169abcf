//! Whether the trail is whole: every entry in its place, unchanged, chained, sealed, and saying what its neighbours say.
//!
//! What this cannot see is a trail whose newest entries were cut off together with the rows they stand for.

use super::{FORMAT, hex};
use crate::{Error, Reading, Records, Stamp};
use clinic::Moment;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// What the verification found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TrailVerdict {
    /// Nothing was found.
    pub whole: bool,
    /// How many entries were read.
    pub entries: i32,
    /// Time of the first.
    pub first_at: Option<Moment>,
    /// Time of the last.
    pub last_at: Option<Moment>,
    /// The last hash of the chain, in hexadecimal: write it down, and a later shorter trail is told by it.
    pub head: String,
    /// What is wrong, by entry; at most a hundred.
    pub faults: Vec<TrailFault>,
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TrailFault {
    /// At which entry.
    pub seq: i32,
    /// What, in words.
    pub what: String,
}

/// So many are told; after that the rest of the trail cannot be trusted anyway.
const MOST_FAULTS: usize = 100;
/// How many entries are held in memory at once.
const PAGE: i64 = 1000;

struct Row {
    seq: i64,
    body: Vec<u8>,
    prev: Vec<u8>,
    hash: Vec<u8>,
    mac: Vec<u8>,
    at: Option<Stamp>,
    actor: Option<Uuid>,
    action: Option<String>,
    object: Option<String>,
    patient: Option<Uuid>,
    request: Option<Vec<u8>>,
    change_action: Option<String>,
    change_object: Option<String>,
    old_version: Option<i64>,
    new_version: Option<i64>,
}

#[derive(Deserialize)]
struct Body {
    format: String,
    seq: i64,
    utc_ms: i64,
    offset_minutes: i32,
    actor: Uuid,
    action: String,
    object: String,
    old_version: Option<i64>,
    new_version: Option<i64>,
    patient: Option<Uuid>,
    change: String,
}

struct Walk {
    seq: i64,
    hash: Vec<u8>,
    verdict: TrailVerdict,
}

impl Records {
    /// Reads the whole trail and checks every entry of it.
    pub async fn verify_trail(&self) -> Result<TrailVerdict, Error> {
        let mut reading = self.reading().await?;
        let verdict = TrailVerdict {
            whole: true,
            entries: 0,
            first_at: None,
            last_at: None,
            head: String::new(),
            faults: Vec::new(),
        };
        let mut walk = Walk { seq: 0, hash: vec![0; 32], verdict };
        loop {
            let rows = reading.trail_page(walk.seq).await?;
            if rows.is_empty() {
                break;
            }
            for row in rows {
                walk.step(&row, &self.seal);
            }
        }
        for seq in reading.orphans().await? {
            walk.fault(seq, "stands beside no entry of the trail: the entry is missing");
        }
        walk.verdict.head = hex(&walk.hash);
        walk.verdict.whole = walk.verdict.faults.is_empty();
        Ok(walk.verdict)
    }
}

impl Walk {
    fn step(&mut self, row: &Row, seal: &vault::Seal) {
        if row.seq != self.seq + 1 {
            self.fault(row.seq, &format!("follows {}: entries between them are missing", self.seq));
        }
        if row.prev != self.hash {
            self.fault(row.seq, "does not name the entry before it");
        }
        if Sha256::new().chain_update(&row.body).chain_update(&row.prev).finalize().as_slice() != row.hash {
            self.fault(row.seq, "was changed: its hash does not fit its text");
        }
        if seal.mac(&row.hash)[..] != row.mac[..] {
            self.fault(row.seq, "was not sealed with this vault's key");
        }
        match serde_json::from_slice::<Body>(&row.body) {
            Ok(body) => self.compare(row, &body),
            Err(_) => self.fault(row.seq, "has a text that cannot be read"),
        }
        self.seq = row.seq;
        self.hash.clone_from(&row.hash);
        self.verdict.entries += 1;
    }

    /// The columns that are searched and the stored request must say what the sealed text says.
    fn compare(&mut self, row: &Row, body: &Body) {
        let at = Moment::new(body.utc_ms, body.offset_minutes).ok();
        self.verdict.first_at = self.verdict.first_at.or(at);
        self.verdict.last_at = at.or(self.verdict.last_at);
        if body.format != FORMAT || body.seq != row.seq {
            self.fault(row.seq, "has a text that belongs to another place");
        }
        let index = row.at.map(Moment::from) == at
            && row.actor == Some(body.actor)
            && row.action.as_ref() == Some(&body.action)
            && row.object.as_ref() == Some(&body.object)
            && row.patient == body.patient;
        if !index {
            self.fault(row.seq, "is listed with other words than its text has");
        }
        let change = row.request.as_ref().is_some_and(|request| hex(&Sha256::digest(request)) == body.change)
            && row.change_action.as_ref() == Some(&body.action)
            && row.change_object.as_ref() == Some(&body.object)
            && row.old_version == body.old_version
            && row.new_version == body.new_version;
        if !change {
            self.fault(row.seq, "stands for a request that is missing or was changed");
        }
    }

    fn fault(&mut self, seq: i64, what: &str) {
        if self.verdict.faults.len() < MOST_FAULTS {
            let seq = i32::try_from(seq).unwrap_or(i32::MAX);
            self.verdict.faults.push(TrailFault { seq, what: what.to_owned() });
        }
    }
}

impl Reading {
    async fn trail_page(&mut self, after: i64) -> Result<Vec<Row>, Error> {
        Ok(sqlx::query_as!(
            Row,
            r#"
            select
                audit.seq,
                audit.body,
                audit.prev,
                audit.hash,
                audit.mac,
                audit_index.at as "at?: Stamp",
                audit_index.actor as "actor?: Uuid",
                audit_index.action as "action?",
                audit_index.object as "object?",
                audit_index.patient as "patient?: Uuid",
                change.request as "request?",
                change.action as "change_action?",
                change.object as "change_object?",
                change.old_version,
                change.new_version
            from audit
            left join audit_index on audit_index.seq = audit.seq
            left join change on change.seq = audit.seq
            where audit.seq > ?
            order by audit.seq
            limit ?
            "#,
            after,
            PAGE,
        )
        .fetch_all(self.conn())
        .await?)
    }

    /// Rows that lost the entry they belong to.
    async fn orphans(&mut self) -> Result<Vec<i64>, Error> {
        Ok(sqlx::query_scalar!(
            r#"
            select seq as "seq!: i64"
            from (select seq from change union select seq from audit_index)
            where seq not in (select seq from audit)
            order by seq
            limit 100
            "#
        )
        .fetch_all(self.conn())
        .await?)
    }
}

#[cfg(test)]
mod tests;
