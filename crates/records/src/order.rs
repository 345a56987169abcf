//! Laboratory orders: the message as it was made, and whether it got into the laboratory's folder.

mod change;

pub use change::{NewOrderChange, OrderAtLaboratory, OrderChangeRecord, OrderChangeView};

use crate::staff::StaffView;
use crate::{Error, Event, Reading, Stamp, Word, Writing};
use clinic::accession::Accession;
use clinic::ids::{OrderId, PatientId, ProcedureId};
use clinic::order::{OrderAnswers, OrderStatus};
use serde::Serialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// One order, as the handoff board shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct OrderView {
    /// The order.
    pub order_id: OrderId,
    /// The number its groups share, in eleven signs.
    pub group_number: Accession,
    /// The message's own number (MSH-10).
    pub control_id: String,
    /// How far it has come.
    pub status: OrderStatus,
    /// When it was made.
    pub ordered_at: Stamp,
    /// By whom.
    pub ordered_by: String,
    /// When its file was written.
    pub written_at: Option<Stamp>,
    /// Name of the message's file.
    pub message_file: String,
    /// Name of the requisition's file.
    pub requisition_file: String,
    /// SHA-256 of the message, in lower-case hexadecimal.
    pub sha256: String,
    /// Why it could not be written.
    pub failure: Option<String>,
    /// When it was cancelled.
    pub cancelled_at: Option<Stamp>,
    /// What the laboratory was told of it afterwards, in order.
    pub changes: Vec<OrderChangeView>,
}

/// An order with its bytes, loaded to be written.
#[derive(Debug, Clone)]
pub struct OrderRecord {
    /// The order.
    pub id: OrderId,
    /// How far it has come.
    pub status: OrderStatus,
    /// The exact bytes of the message.
    pub message: Vec<u8>,
    /// The paper that goes with it, as PDF.
    pub requisition: Vec<u8>,
    /// Name of the message's file.
    pub message_file: String,
    /// Name of the requisition's file.
    pub requisition_file: String,
    /// It was cancelled, and goes nowhere any more.
    pub cancelled: bool,
    /// The version that was read.
    pub version: i64,
}

/// An order as it is made.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewOrder {
    /// The order.
    pub id: OrderId,
    /// For which set.
    pub procedure: ProcedureId,
    /// The number its groups share.
    pub group_number: Accession,
    /// The message's own number.
    pub control_id: String,
    /// The exact bytes of the message; the trail keeps their digest alone.
    #[serde(skip)]
    pub message: Vec<u8>,
    /// The paper that goes with it, as PDF.
    #[serde(skip)]
    pub requisition: Vec<u8>,
    /// Name of the message's file.
    pub message_file: String,
    /// Name of the requisition's file.
    pub requisition_file: String,
    /// What was answered with it.
    pub answers: OrderAnswers,
    /// Which order of its group of tubes it is.
    pub turn: i64,
}

struct Row {
    id: Uuid,
    group_number: Word<Accession>,
    control_id: String,
    status: Word<OrderStatus>,
    ordered_at: Stamp,
    ordered_by: String,
    message: Vec<u8>,
    sha256: Vec<u8>,
    requisition: Vec<u8>,
    written_at: Option<Stamp>,
    message_file: String,
    requisition_file: String,
    failure: Option<String>,
    cancelled_at: Option<Stamp>,
    version: i64,
}

impl Reading {
    /// The order of a set; none before it was made.
    pub async fn order_of(&mut self, procedure: ProcedureId) -> Result<Option<OrderView>, Error> {
        let Some(row) = self.order_row(procedure).await? else { return Ok(None) };
        let changes = self.order_changes_of(procedure).await?;
        Ok(Some(OrderView {
            order_id: row.id.into(),
            group_number: row.group_number.0,
            control_id: row.control_id,
            status: row.status.0,
            ordered_at: row.ordered_at,
            ordered_by: row.ordered_by,
            written_at: row.written_at,
            message_file: row.message_file,
            requisition_file: row.requisition_file,
            sha256: crate::audit::hex(&row.sha256),
            failure: row.failure,
            cancelled_at: row.cancelled_at,
            changes,
        }))
    }

    /// The order of a set with its bytes. Bytes that no longer have the hash they were stored with are not given out.
    pub async fn order_record(&mut self, procedure: ProcedureId) -> Result<Option<OrderRecord>, Error> {
        let Some(row) = self.order_row(procedure).await? else { return Ok(None) };
        if Sha256::digest(&row.message).as_slice() != row.sha256.as_slice() {
            return Err(Error::Damaged(format!("the message of order {}", row.id)));
        }
        Ok(Some(OrderRecord {
            id: row.id.into(),
            status: row.status.0,
            message: row.message,
            requisition: row.requisition,
            message_file: row.message_file,
            requisition_file: row.requisition_file,
            cancelled: row.cancelled_at.is_some(),
            version: row.version,
        }))
    }

    async fn order_row(&mut self, procedure: ProcedureId) -> Result<Option<Row>, Error> {
        let id = Uuid::from(procedure);
        Ok(sqlx::query_as!(
            Row,
            r#"
            select
                lab_order.id as "id: Uuid",
                lab_order.group_number as "group_number: Word<Accession>",
                lab_order.control_id,
                lab_order.status as "status: Word<OrderStatus>",
                lab_order.ordered_at as "ordered_at: Stamp",
                staff.name as ordered_by,
                lab_order.message,
                lab_order.sha256,
                lab_order.requisition,
                lab_order.written_at as "written_at: Stamp",
                lab_order.message_file,
                lab_order.requisition_file,
                lab_order.failure,
                lab_order.cancelled_at as "cancelled_at: Stamp",
                lab_order.version
            from lab_order
            join staff on staff.id = lab_order.ordered_by
            where lab_order.procedure = ?
            "#,
            id,
        )
        .fetch_optional(self.conn())
        .await?)
    }
}

impl Reading {
    /// The urologist of a procedure: whoever took its time-out.
    pub async fn urologist_of(&mut self, procedure: ProcedureId) -> Result<Option<StaffView>, Error> {
        let id = Uuid::from(procedure);
        let urologist = sqlx::query_scalar!(r#"select urologist as "urologist: Uuid" from procedure where id = ?"#, id)
            .fetch_optional(self.conn())
            .await?
            .flatten();
        match urologist {
            Some(urologist) => self.staff_member(urologist.into()).await,
            None => Ok(None),
        }
    }
}

impl Writing {
    /// Keeps an order with its message before anything of it leaves the vault.
    ///
    /// # Errors
    /// [`Error::Taken`] when the set has its order already.
    pub async fn queue_order(&mut self, order: &NewOrder, patient: PatientId) -> Result<(), Error> {
        let (id, procedure) = (Uuid::from(order.id), Uuid::from(order.procedure));
        let (group, status) = (order.group_number.compact(), Word(OrderStatus::Queued));
        let (at, by) = (Stamp::from(self.now()), Uuid::from(self.who().staff));
        let digest = Sha256::digest(&order.message).to_vec();
        let answers = serde_json::to_string(&order.answers).map_err(|problem| Error::Damaged(problem.to_string()))?;
        sqlx::query!(
            "
            insert into lab_order (
                id, procedure, group_number, control_id, status, ordered_at, ordered_by, message, sha256,
                requisition, message_file, requisition_file, answers, turn, version
            )
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
            ",
            id,
            procedure,
            group,
            order.control_id,
            status,
            at,
            by,
            order.message,
            digest,
            order.requisition,
            order.message_file,
            order.requisition_file,
            answers,
            order.turn,
        )
        .execute(self.conn())
        .await
        .map_err(|problem| crate::taken(problem, "order"))?;
        self.trace(Event::first("order.queue", format!("order/{id}"), order).about(patient)).await
    }

    /// Keeps that an order's files lie in the laboratory's folder, or why they do not.
    ///
    /// # Errors
    /// [`Error::Stale`] when it is no longer in the version that was read.
    pub async fn move_order(
        &mut self,
        from: &OrderRecord,
        failure: Option<&str>,
        patient: PatientId,
    ) -> Result<(), Error> {
        let id = Uuid::from(from.id);
        let status = if failure.is_none() { OrderStatus::Written } else { OrderStatus::Failed };
        let written_at = failure.is_none().then(|| Stamp::from(self.now()));
        let word = Word(status);
        let moved = sqlx::query!(
            "
            update lab_order
            set status = ?, written_at = ?, failure = ?, version = version + 1
            where id = ? and version = ?
            ",
            word,
            written_at,
            failure,
            id,
            from.version,
        )
        .execute(self.conn())
        .await?
        .rows_affected();
        if moved == 0 {
            return Err(Error::Stale("order"));
        }
        let object = format!("order/{id}");
        self.trace(Event::next("order.move", object, from.version, &(status, failure)).about(patient)).await
    }
}
