//! The trail: appended inside every step, chained by hash, sealed by the vault's audit key.

mod trail;
mod verify;

pub use trail::{TrailFilter, TrailRow, TrailView};
pub use verify::{TrailFault, TrailVerdict};

use crate::{Error, Event, Stamp, Writing};
use serde::Serialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// The last entry of the chain.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Head {
    pub(crate) seq: i64,
    pub(crate) hash: [u8; 32],
}

/// The canonical body of an entry: these fields, in this order, as UTF-8 JSON. The stored bytes are what is hashed.
#[derive(Serialize)]
struct Body<'a> {
    format: &'static str,
    seq: i64,
    utc_ms: i64,
    offset_minutes: i32,
    session: Uuid,
    actor: Uuid,
    roles: &'a str,
    action: &'a str,
    object: &'a str,
    old_version: Option<i64>,
    new_version: Option<i64>,
    patient: Option<Uuid>,
    purpose: Option<&'a str>,
    change: String,
}

/// The format of [`Body`]; its first field, so that a later form can be told from this one.
pub(crate) const FORMAT: &str = "fourglass-audit-1";

pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing into a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

pub(crate) async fn append<R: Serialize>(writing: &mut Writing, event: &Event<'_, R>) -> Result<(), Error> {
    let head = match writing.head {
        Some(head) => head,
        None => last(writing).await?,
    };
    let request = serde_json::to_vec(event.request).map_err(|problem| Error::Damaged(problem.to_string()))?;
    let roles = writing.who.roles.iter().map(|role| role.as_str()).collect::<Vec<_>>().join(" ");
    let actor = Uuid::from(writing.who.staff);
    let patient = event.patient.map(Uuid::from);
    let seq = head.seq + 1;
    let body = serde_json::to_vec(&Body {
        format: FORMAT,
        seq,
        utc_ms: writing.now.utc_ms(),
        offset_minutes: writing.now.offset_minutes(),
        session: writing.who.session,
        actor,
        roles: &roles,
        action: event.action,
        object: &event.object,
        old_version: event.old_version,
        new_version: event.new_version,
        patient,
        purpose: event.purpose,
        change: hex(&Sha256::digest(&request)),
    })
    .map_err(|problem| Error::Damaged(problem.to_string()))?;
    let hash: [u8; 32] = Sha256::new().chain_update(&body).chain_update(head.hash).finalize().into();
    let mac = writing.seal.mac(&hash);

    let (prev, link, mac_column) = (&head.hash[..], &hash[..], &mac[..]);
    let at = Stamp::from(writing.now);
    sqlx::query!(
        "insert into audit (seq, body, prev, hash, mac) values (?, ?, ?, ?, ?)",
        seq,
        body,
        prev,
        link,
        mac_column,
    )
    .execute(writing.conn())
    .await?;
    sqlx::query!(
        "insert into audit_index (seq, at, actor, action, object, patient) values (?, ?, ?, ?, ?, ?)",
        seq,
        at,
        actor,
        event.action,
        event.object,
        patient,
    )
    .execute(writing.conn())
    .await?;
    sqlx::query!(
        "insert into change (seq, action, object, old_version, new_version, request) values (?, ?, ?, ?, ?, ?)",
        seq,
        event.action,
        event.object,
        event.old_version,
        event.new_version,
        request,
    )
    .execute(writing.conn())
    .await?;
    writing.head = Some(Head { seq, hash });
    Ok(())
}

async fn last(writing: &mut Writing) -> Result<Head, Error> {
    let row =
        sqlx::query!("select seq, hash from audit order by seq desc limit 1").fetch_optional(writing.conn()).await?;
    match row {
        None => Ok(Head { seq: 0, hash: [0; 32] }),
        Some(row) => {
            let hash = row.hash.try_into().map_err(|_| Error::Damaged("audit hash".to_owned()))?;
            Ok(Head { seq: row.seq, hash })
        }
    }
}

impl Writing {
    /// Records something that changes no table: a sign-on, an opened chart, a printed paper, a refused attempt.
    pub async fn note<R: Serialize>(&mut self, event: Event<'_, R>) -> Result<(), Error> {
        self.trace(event).await
    }
}
