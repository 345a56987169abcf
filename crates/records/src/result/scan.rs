//! The scan of the report that results were typed from, kept as it came with its digest.

use crate::countersignature::Scan;
use crate::{Error, Event, Reading, Stamp, Word, Writing};
use clinic::Moment;
use clinic::consent::ScanKind;
use clinic::ids::{PatientId, ResultId};
use serde::Serialize;
use uuid::Uuid;

/// What is known of a scan without opening it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ScanView {
    /// What kind of file it is.
    pub kind: ScanKind,
    /// How many bytes it has.
    pub bytes: u32,
    /// SHA-256, in hexadecimal.
    pub sha256: String,
    /// When it was attached.
    pub at: Moment,
    /// By whom.
    pub by: String,
}

impl Reading {
    /// What is known of the scan of a version of results; none when none was attached.
    pub async fn result_scan_view(&mut self, result: ResultId) -> Result<Option<ScanView>, Error> {
        let id = Uuid::from(result);
        let row = sqlx::query!(
            r#"
            select
                kind as "kind: Word<ScanKind>",
                length(body) as "bytes!: i64",
                lower(hex(sha256)) as "sha256!: String",
                at as "at: Stamp",
                staff.name
            from result_scan
            join staff on staff.id = result_scan.staff
            where result = ?
            "#,
            id,
        )
        .fetch_optional(self.conn())
        .await?;
        Ok(row.map(|row| ScanView {
            kind: row.kind.0,
            bytes: u32::try_from(row.bytes).unwrap_or(u32::MAX),
            sha256: row.sha256,
            at: row.at.into(),
            by: row.name,
        }))
    }

    /// The scan itself.
    pub async fn result_scan(&mut self, result: ResultId) -> Result<Option<Scan>, Error> {
        let id = Uuid::from(result);
        let row = sqlx::query!(r#"select kind as "kind: Word<ScanKind>", body from result_scan where result = ?"#, id)
            .fetch_optional(self.conn())
            .await?;
        Ok(row.map(|row| Scan { kind: row.kind.0, body: row.body }))
    }
}

impl Writing {
    /// Attaches the scan of the report to a version of results.
    ///
    /// # Errors
    /// [`Error::Stale`] when one was attached meanwhile.
    pub async fn attach_scan(
        &mut self,
        result: ResultId,
        patient: PatientId,
        scan: &Scan,
        sha256: &[u8],
    ) -> Result<(), Error> {
        #[derive(Serialize)]
        struct Kept {
            kind: ScanKind,
            bytes: usize,
            sha256: String,
        }
        if self.result_scan_view(result).await?.is_some() {
            return Err(Error::Stale("scan"));
        }
        let (id, kind) = (Uuid::from(result), Word(scan.kind));
        let (at, staff) = (Stamp::from(self.now()), Uuid::from(self.who().staff));
        sqlx::query!(
            "insert into result_scan (result, kind, sha256, body, at, staff) values (?, ?, ?, ?, ?, ?)",
            id,
            kind,
            sha256,
            scan.body,
            at,
            staff,
        )
        .execute(self.conn())
        .await?;
        let digest = self.result_scan_view(result).await?.map(|kept| kept.sha256).unwrap_or_default();
        let kept = Kept { kind: scan.kind, bytes: scan.body.len(), sha256: digest };
        self.trace(Event::first("result.scan", format!("result-scan/{result}"), &kept).about(patient)).await
    }
}
