//! Requisitions on paper that were scanned in, with what was read from them.

use crate::countersignature::Scan;
use crate::{Error, Event, Reading, Stamp, Word, Writing};
use clinic::Moment;
use clinic::consent::ScanKind;
use clinic::ids::{PatientId, ProcedureId, RequisitionScanId};
use clinic::requisition::ReadIdentifiers;
use serde::Serialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// One scan, as the order shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct RequisitionScanView {
    /// The scan.
    pub scan_id: RequisitionScanId,
    /// What kind of file it is.
    pub kind: ScanKind,
    /// What was read from it and compared.
    pub identifiers: ReadIdentifiers,
    /// SHA-256 of the file, in lower-case hexadecimal.
    pub sha256: String,
    /// When it was attached.
    pub at: Moment,
    /// By whom.
    pub by: String,
}

impl Reading {
    /// The scans of a procedure's requisitions, the first one first.
    pub async fn requisition_scans_of(&mut self, procedure: ProcedureId) -> Result<Vec<RequisitionScanView>, Error> {
        let id = Uuid::from(procedure);
        let rows = sqlx::query!(
            r#"
            select
                requisition_scan.id as "id: Uuid",
                requisition_scan.kind as "kind: Word<ScanKind>",
                requisition_scan.sha256,
                requisition_scan.identifiers,
                requisition_scan.at as "at: Stamp",
                staff.name
            from requisition_scan
            join staff on staff.id = requisition_scan.staff
            where requisition_scan.procedure = ?
            order by requisition_scan.at, requisition_scan.id
            "#,
            id,
        )
        .fetch_all(self.conn())
        .await?;
        let mut scans = Vec::new();
        for row in rows {
            let damaged = |problem| Error::Damaged(format!("scan of a requisition: {problem}"));
            scans.push(RequisitionScanView {
                scan_id: row.id.into(),
                kind: row.kind.0,
                identifiers: serde_json::from_str(&row.identifiers).map_err(damaged)?,
                sha256: crate::audit::hex(&row.sha256),
                at: row.at.into(),
                by: row.name,
            });
        }
        Ok(scans)
    }

    /// One scan with its bytes, and whose procedure it belongs to. Bytes that no longer have the hash they were stored with
    /// are not given out.
    pub async fn requisition_scan(&mut self, scan: RequisitionScanId) -> Result<Option<(Scan, ProcedureId)>, Error> {
        let id = Uuid::from(scan);
        let row = sqlx::query!(
            r#"
            select kind as "kind: Word<ScanKind>", body, sha256, procedure as "procedure: Uuid"
            from requisition_scan
            where id = ?
            "#,
            id,
        )
        .fetch_optional(self.conn())
        .await?;
        let Some(row) = row else { return Ok(None) };
        if Sha256::digest(&row.body).as_slice() != row.sha256.as_slice() {
            return Err(Error::Damaged(format!("the scan {scan} of a requisition")));
        }
        Ok(Some((Scan { kind: row.kind.0, body: row.body }, row.procedure.into())))
    }
}

impl Writing {
    /// Keeps the scan of a requisition, with what was read from it.
    pub async fn keep_requisition_scan(
        &mut self,
        procedure: ProcedureId,
        scan: &Scan,
        identifiers: &ReadIdentifiers,
        patient: PatientId,
    ) -> Result<RequisitionScanId, Error> {
        #[derive(Serialize)]
        struct Kept<'a> {
            kind: ScanKind,
            sha256: String,
            identifiers: &'a ReadIdentifiers,
        }
        let new: RequisitionScanId = self.id();
        let (id, of, kind) = (Uuid::from(new), Uuid::from(procedure), Word(scan.kind));
        let digest = Sha256::digest(&scan.body).to_vec();
        let body = serde_json::to_string(identifiers).map_err(|problem| Error::Damaged(problem.to_string()))?;
        let (at, staff) = (Stamp::from(self.now()), Uuid::from(self.who().staff));
        sqlx::query!(
            "
            insert into requisition_scan (id, procedure, kind, body, sha256, identifiers, at, staff)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            ",
            id,
            of,
            kind,
            scan.body,
            digest,
            body,
            at,
            staff,
        )
        .execute(self.conn())
        .await?;
        let kept = Kept { kind: scan.kind, sha256: crate::audit::hex(&digest), identifiers };
        let event = Event::first("requisition.scan", format!("requisition-scan/{new}"), &kept).about(patient);
        self.trace(event).await?;
        Ok(new)
    }
}
