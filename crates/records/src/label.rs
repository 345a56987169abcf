//! The print ledger: every label that was issued, what it says, where its bytes went, and whether it was read back.

use crate::{Error, Event, Reading, Stamp, Word, Writing};
use clinic::ids::{LabelId, PatientId, ProcedureId, SpecimenId};
use clinic::label::{
    LabelCheck, LabelContent, LabelStatus, PrintWay, PrintedLabel, ReprintReason, VerifiedBy, VoidReason,
};
use serde::Serialize;
use uuid::Uuid;

/// Where one label's bytes went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct PrintRow {
    /// As what.
    pub way: PrintWay,
    /// The file or the queue.
    pub target: String,
    /// When.
    pub at: Stamp,
    /// Why it did not get there.
    pub failure: Option<String>,
}

/// One label of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct LabelView {
    /// The label.
    pub label_id: LabelId,
    /// Which print of its specimen's label.
    pub serial: i32,
    /// How it stands.
    pub status: LabelStatus,
    /// What stands on it.
    pub content: LabelContent,
    /// When it was issued.
    pub issued_at: Stamp,
    /// By whom.
    pub issued_by: String,
    /// Why it replaces the one before it.
    pub reprint_reason: Option<ReprintReason>,
    /// When it was read back.
    pub verified_at: Option<Stamp>,
    /// How.
    pub verified_how: Option<VerifiedBy>,
    /// Why it was voided.
    pub void_reason: Option<VoidReason>,
    /// Where its bytes went; empty until it was sent anywhere.
    pub prints: Vec<PrintRow>,
}

/// A label, loaded to be changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabelRecord {
    /// The label.
    pub id: LabelId,
    /// Whose.
    pub specimen: SpecimenId,
    /// How it stands.
    pub label: PrintedLabel,
    /// The version that was read.
    pub version: i64,
}

/// A label as it is issued.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewLabel {
    /// The label.
    pub id: LabelId,
    /// Whose.
    pub specimen: SpecimenId,
    /// What stands on it; its serial too.
    pub content: LabelContent,
    /// Why it replaces the one before it.
    pub reprint_reason: Option<ReprintReason>,
}

struct Row {
    id: Uuid,
    specimen: Uuid,
    serial: i64,
    status: Word<LabelStatus>,
    content: String,
    issued_at: Stamp,
    issued_by: String,
    reprint_reason: Option<Word<ReprintReason>>,
    verified_at: Option<Stamp>,
    verified_by: Option<Uuid>,
    verified_how: Option<Word<VerifiedBy>>,
    void_reason: Option<Word<VoidReason>>,
    version: i64,
}

impl Row {
    fn damaged(&self) -> Error {
        Error::Damaged(format!("label {}", self.id))
    }

    fn label(&self) -> Option<PrintedLabel> {
        let serial = u32::try_from(self.serial).ok()?;
        Some(match self.status.0 {
            LabelStatus::Unverified => PrintedLabel::Unverified { serial },
            LabelStatus::Verified => {
                let (by, how) = (self.verified_by?.into(), self.verified_how.as_ref()?.0);
                PrintedLabel::Verified { serial, check: LabelCheck { at: self.verified_at?.into(), by, how } }
            }
            LabelStatus::Voided => PrintedLabel::Voided { serial, reason: self.void_reason.as_ref()?.0 },
        })
    }

    fn view(self, prints: Vec<PrintRow>) -> Result<LabelView, Error> {
        let content = serde_json::from_str(&self.content).map_err(|_| self.damaged())?;
        Ok(LabelView {
            label_id: self.id.into(),
            serial: i32::try_from(self.serial).map_err(|_| self.damaged())?,
            status: self.status.0,
            content,
            issued_at: self.issued_at,
            issued_by: self.issued_by,
            reprint_reason: self.reprint_reason.map(|word| word.0),
            verified_at: self.verified_at,
            verified_how: self.verified_how.map(|word| word.0),
            void_reason: self.void_reason.map(|word| word.0),
            prints,
        })
    }
}

impl Reading {
    /// Every label of a specimen, the latest last.
    pub async fn labels_of(&mut self, specimen: SpecimenId) -> Result<Vec<LabelView>, Error> {
        let mut views = Vec::new();
        for row in self.label_rows(specimen).await? {
            let prints = self.prints_of(row.id.into()).await?;
            views.push(row.view(prints)?);
        }
        Ok(views)
    }

    /// The label of a specimen that counts: the latest, unless it was voided. Loaded to be changed.
    pub async fn live_label(&mut self, specimen: SpecimenId) -> Result<Option<LabelRecord>, Error> {
        let Some(row) = self.label_rows(specimen).await?.pop() else { return Ok(None) };
        let label = row.label().ok_or_else(|| row.damaged())?;
        Ok(Some(LabelRecord { id: row.id.into(), specimen: row.specimen.into(), label, version: row.version }))
    }

    /// Whether any printer or folder has taken this label.
    pub async fn was_printed(&mut self, label: LabelId) -> Result<bool, Error> {
        let id = Uuid::from(label);
        let found = sqlx::query_scalar!(
            r#"select exists (select 1 from label_print where label = ? and failure is null) as "found: bool""#,
            id,
        );
        Ok(found.fetch_one(self.conn()).await?)
    }

    /// Labels of a set that were issued and not sent anywhere yet, with what stands on them.
    pub async fn labels_to_print(&mut self, procedure: ProcedureId) -> Result<Vec<LabelToPrint>, Error> {
        let id = Uuid::from(procedure);
        let rows = sqlx::query!(
            r#"
            select label.id as "id: Uuid", label.specimen as "specimen: Uuid", label.content
            from label
            join specimen on specimen.id = label.specimen
            where specimen.procedure = ?
                and label.status = 'unverified'
                and not exists (select 1 from label_print where label_print.label = label.id)
            order by specimen.further, specimen.position
            "#,
            id,
        )
        .fetch_all(self.conn())
        .await?;
        let read = |id: Uuid, specimen: Uuid, content: &str| {
            let content = serde_json::from_str(content).map_err(|_| Error::Damaged(format!("label {id}")))?;
            Ok(LabelToPrint { id: id.into(), specimen: specimen.into(), content })
        };
        rows.iter().map(|row| read(row.id, row.specimen, &row.content)).collect()
    }

    /// How many labels of a visit were issued and neither read back nor voided.
    pub async fn open_labels(&mut self, procedure: ProcedureId) -> Result<usize, Error> {
        let id = Uuid::from(procedure);
        let open = sqlx::query_scalar!(
            "
            select count(*)
            from label
            join specimen on specimen.id = label.specimen
            where specimen.procedure = ? and label.status = 'unverified'
            ",
            id,
        )
        .fetch_one(self.conn())
        .await?;
        Ok(usize::try_from(open).unwrap_or(usize::MAX))
    }

    async fn label_rows(&mut self, specimen: SpecimenId) -> Result<Vec<Row>, Error> {
        let id = Uuid::from(specimen);
        Ok(sqlx::query_as!(
            Row,
            r#"
            select
                label.id as "id: Uuid",
                label.specimen as "specimen: Uuid",
                label.serial,
                label.status as "status: Word<LabelStatus>",
                label.content,
                label.issued_at as "issued_at: Stamp",
                staff.name as issued_by,
                label.reprint_reason as "reprint_reason: Word<ReprintReason>",
                label.verified_at as "verified_at: Stamp",
                label.verified_by as "verified_by: Uuid",
                label.verified_how as "verified_how: Word<VerifiedBy>",
                label.void_reason as "void_reason: Word<VoidReason>",
                label.version
            from label
            join staff on staff.id = label.issued_by
            where label.specimen = ?
            order by label.serial
            "#,
            id,
        )
        .fetch_all(self.conn())
        .await?)
    }

    async fn prints_of(&mut self, label: LabelId) -> Result<Vec<PrintRow>, Error> {
        let id = Uuid::from(label);
        let rows = sqlx::query!(
            r#"
            select way as "way: Word<PrintWay>", target, at as "at: Stamp", failure
            from label_print
            where label = ?
            order by seq
            "#,
            id,
        )
        .fetch_all(self.conn())
        .await?;
        let row_of = |way: Word<PrintWay>, target, at, failure| PrintRow { way: way.0, target, at, failure };
        Ok(rows.into_iter().map(|row| row_of(row.way, row.target, row.at, row.failure)).collect())
    }
}

/// A label that waits to be sent to file and printer.
#[derive(Debug, Clone)]
pub struct LabelToPrint {
    /// The label.
    pub id: LabelId,
    /// Whose.
    pub specimen: SpecimenId,
    /// What stands on it.
    pub content: LabelContent,
}

/// One attempt to get a label's bytes somewhere.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PrintAttempt {
    /// As what.
    pub way: PrintWay,
    /// The file or the queue.
    pub target: String,
    /// Why it did not get there.
    pub failure: Option<String>,
}

impl Writing {
    /// Issues a label; it waits to be read back.
    pub async fn issue_label(&mut self, label: &NewLabel, patient: PatientId) -> Result<(), Error> {
        let (id, specimen) = (Uuid::from(label.id), Uuid::from(label.specimen));
        let serial = label.content.serial;
        let status = Word(LabelStatus::Unverified);
        let content = serde_json::to_string(&label.content).map_err(|problem| Error::Damaged(problem.to_string()))?;
        let (issued_at, issued_by) = (Stamp::from(self.now()), Uuid::from(self.who().staff));
        let reason = label.reprint_reason.map(Word);
        sqlx::query!(
            "
            insert into label (
                id, specimen, serial, status, content, issued_at, issued_by, reprint_reason, version
            )
            values (?, ?, ?, ?, ?, ?, ?, ?, 1)
            ",
            id,
            specimen,
            serial,
            status,
            content,
            issued_at,
            issued_by,
            reason,
        )
        .execute(self.conn())
        .await?;
        self.trace(Event::first("label.issue", format!("label/{id}"), label).about(patient)).await
    }

    /// Keeps that a label was read back or voided.
    ///
    /// # Errors
    /// [`Error::Stale`] when it is no longer in the version that was read.
    pub async fn move_label(&mut self, from: &LabelRecord, to: &PrintedLabel, patient: PatientId) -> Result<(), Error> {
        let id = Uuid::from(from.id);
        let status = Word(to.status());
        let check = match to {
            PrintedLabel::Verified { check, .. } => Some(check),
            _ => None,
        };
        let voided = match to {
            PrintedLabel::Voided { reason, .. } => Some(Word(*reason)),
            _ => None,
        };
        let verified_at = check.map(|check| Stamp::from(check.at));
        let verified_by = check.map(|check| Uuid::from(check.by));
        let verified_how = check.map(|check| Word(check.how));
        let voided_at = voided.map(|_| Stamp::from(self.now()));
        // A voided label keeps who had verified it.
        let moved = sqlx::query!(
            "
            update label
            set
                status = ?,
                verified_at = coalesce(?, verified_at),
                verified_by = coalesce(?, verified_by),
                verified_how = coalesce(?, verified_how),
                voided_at = ?,
                void_reason = ?,
                version = version + 1
            where id = ? and version = ?
            ",
            status,
            verified_at,
            verified_by,
            verified_how,
            voided_at,
            voided,
            id,
            from.version,
        )
        .execute(self.conn())
        .await?
        .rows_affected();
        if moved == 0 {
            return Err(Error::Stale("label"));
        }
        let object = format!("label/{id}");
        self.trace(Event::next("label.move", object, from.version, &to.status()).about(patient)).await
    }

    /// Keeps where a label's bytes went, or why they went nowhere.
    pub async fn note_print(
        &mut self,
        label: LabelId,
        attempt: &PrintAttempt,
        patient: PatientId,
    ) -> Result<(), Error> {
        let id = Uuid::from(label);
        let (way, at, staff) = (Word(attempt.way), Stamp::from(self.now()), Uuid::from(self.who().staff));
        sqlx::query!(
            "insert into label_print (label, way, target, at, staff, failure) values (?, ?, ?, ?, ?, ?)",
            id,
            way,
            attempt.target,
            at,
            staff,
            attempt.failure,
        )
        .execute(self.conn())
        .await?;
        self.trace(Event::seen("label.print", format!("label/{id}"), attempt).about(patient)).await
    }
}
