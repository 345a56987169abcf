//! What a laboratory was told of an order that it has: cancelled, or changed, with the message as it was made.

use crate::{Error, Event, Reading, Stamp, Word, Writing};
use clinic::accession::Accession;
use clinic::ids::{OrderChangeId, OrderId, PatientId, ProcedureId};
use clinic::order::{OrderAnswers, OrderChangeKind, OrderStatus};
use serde::Serialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// One change of an order, as its room shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct OrderChangeView {
    /// The change.
    pub change_id: OrderChangeId,
    /// Cancelled or changed.
    pub kind: OrderChangeKind,
    /// The message's own number (MSH-10).
    pub control_id: String,
    /// Why.
    pub reason: String,
    /// How far its message has come.
    pub status: OrderStatus,
    /// When it was made.
    pub at: Stamp,
    /// By whom.
    pub by: String,
    /// Name of the message's file.
    pub message_file: String,
    /// Why it could not be written.
    pub failure: Option<String>,
}

/// A change with its bytes, loaded to be written.
#[derive(Debug, Clone)]
pub struct OrderChangeRecord {
    /// The change.
    pub id: OrderChangeId,
    /// The exact bytes of the message.
    pub message: Vec<u8>,
    /// Name of its file.
    pub message_file: String,
    /// The paper that says the same, as PDF, with the name of its file.
    pub requisition: Option<(Vec<u8>, String)>,
    /// The version that was read.
    pub version: i64,
}

/// An order that the laboratory has, loaded to be changed.
#[derive(Debug, Clone)]
pub struct OrderAtLaboratory {
    /// The order.
    pub id: OrderId,
    /// The number its groups share.
    pub group_number: Accession,
    /// What was answered with it.
    pub answers: OrderAnswers,
    /// Which order of its group of tubes it is.
    pub turn: i64,
    /// Its message lies in the laboratory's folder.
    pub sent: bool,
}

/// A change as it is made.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewOrderChange {
    /// The change.
    pub id: OrderChangeId,
    /// Of which order.
    pub order: OrderId,
    /// Cancelled or changed.
    pub kind: OrderChangeKind,
    /// The message's own number.
    pub control_id: String,
    /// Why.
    pub reason: String,
    /// The exact bytes of the message; the trail keeps what was asked alone.
    #[serde(skip)]
    pub message: Vec<u8>,
    /// Name of its file.
    pub message_file: String,
    /// The paper that says the same, as PDF, with the name of its file; none for a cancellation.
    #[serde(skip)]
    pub requisition: Option<(Vec<u8>, String)>,
}

impl Reading {
    /// The order of a set that stands: made, and not cancelled.
    pub async fn standing_order(&mut self, procedure: ProcedureId) -> Result<Option<OrderAtLaboratory>, Error> {
        let id = Uuid::from(procedure);
        let row = sqlx::query!(
            r#"
            select
                id as "id: Uuid",
                group_number as "group_number: Word<Accession>",
                answers,
                turn,
                status as "status: Word<OrderStatus>"
            from lab_order
            where procedure = ? and cancelled_at is null
            "#,
            id,
        )
        .fetch_optional(self.conn())
        .await?;
        let Some(row) = row else { return Ok(None) };
        let answers = row.answers.as_deref().map(serde_json::from_str).transpose();
        Ok(Some(OrderAtLaboratory {
            id: row.id.into(),
            group_number: row.group_number.0,
            answers: answers.map_err(|problem| Error::Damaged(format!("order {id}: {problem}")))?.unwrap_or_default(),
            turn: row.turn,
            sent: row.status.0 == OrderStatus::Written,
        }))
    }

    /// How many messages of this group of tubes were made, and how many orders among them.
    pub async fn messages_of_group(&mut self, group: Accession) -> Result<(i64, i64), Error> {
        let group = group.compact();
        let counted = sqlx::query!(
            r#"
            select
                (select count(*) from lab_order where group_number = ?1) as "orders!: i64",
                (
                    select count(*) from order_change
                    join lab_order on lab_order.id = order_change.lab_order
                    where lab_order.group_number = ?1
                ) as "changes!: i64"
            "#,
            group,
        )
        .fetch_one(self.conn())
        .await?;
        Ok((counted.orders + counted.changes, counted.orders))
    }

    /// What the laboratory was told of the order of a set, in order.
    pub async fn order_changes_of(&mut self, procedure: ProcedureId) -> Result<Vec<OrderChangeView>, Error> {
        let id = Uuid::from(procedure);
        let rows = sqlx::query!(
            r#"
            select
                order_change.id as "id: Uuid",
                order_change.kind as "kind: Word<OrderChangeKind>",
                order_change.control_id,
                order_change.reason,
                order_change.status as "status: Word<OrderStatus>",
                order_change.at as "at: Stamp",
                staff.name,
                order_change.message_file,
                order_change.failure
            from order_change
            join lab_order on lab_order.id = order_change.lab_order
            join staff on staff.id = order_change.staff
            where lab_order.procedure = ?
            order by order_change.at, order_change.id
            "#,
            id,
        )
        .fetch_all(self.conn())
        .await?;
        let changes = rows.into_iter().map(|row| OrderChangeView {
            change_id: row.id.into(),
            kind: row.kind.0,
            control_id: row.control_id,
            reason: row.reason,
            status: row.status.0,
            at: row.at,
            by: row.name,
            message_file: row.message_file,
            failure: row.failure,
        });
        Ok(changes.collect())
    }

    /// The changes of a set's order that lie in no folder yet, with their bytes, the oldest first.
    pub async fn order_changes_to_write(&mut self, procedure: ProcedureId) -> Result<Vec<OrderChangeRecord>, Error> {
        let id = Uuid::from(procedure);
        let rows = sqlx::query!(
            r#"
            select
                order_change.id as "id: Uuid",
                order_change.message,
                order_change.sha256,
                order_change.message_file,
                order_change.requisition,
                order_change.requisition_file,
                order_change.version
            from order_change
            join lab_order on lab_order.id = order_change.lab_order
            where lab_order.procedure = ? and order_change.status <> 'written'
            order by order_change.at, order_change.id
            "#,
            id,
        )
        .fetch_all(self.conn())
        .await?;
        let read = rows.into_iter().map(|row| {
            if Sha256::digest(&row.message).as_slice() != row.sha256.as_slice() {
                return Err(Error::Damaged(format!("the message of order change {}", row.id)));
            }
            Ok(OrderChangeRecord {
                id: row.id.into(),
                message: row.message,
                message_file: row.message_file,
                requisition: row.requisition.zip(row.requisition_file),
                version: row.version,
            })
        });
        read.collect()
    }
}

impl Writing {
    /// Keeps a change with its message before anything of it leaves the vault. A cancelled order is not written again.
    pub async fn queue_order_change(&mut self, change: &NewOrderChange, patient: PatientId) -> Result<(), Error> {
        let (id, order) = (Uuid::from(change.id), Uuid::from(change.order));
        let (kind, status) = (Word(change.kind), Word(OrderStatus::Queued));
        let (at, by) = (Stamp::from(self.now()), Uuid::from(self.who().staff));
        let digest = Sha256::digest(&change.message).to_vec();
        let (requisition, requisition_file) = change.requisition.as_ref().map(|(paper, name)| (paper, name)).unzip();
        sqlx::query!(
            "
            insert into order_change (
                id, lab_order, kind, control_id, reason, status, at, staff, message, sha256, message_file, requisition,
                requisition_file, version
            )
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
            ",
            id,
            order,
            kind,
            change.control_id,
            change.reason,
            status,
            at,
            by,
            change.message,
            digest,
            change.message_file,
            requisition,
            requisition_file,
        )
        .execute(self.conn())
        .await?;
        let event = Event::first("order.change", format!("order-change/{id}"), change).about(patient);
        self.trace(event.because(&change.reason)).await
    }

    /// An order is no longer one: it is not written again.
    pub async fn cancel_order(&mut self, order: OrderId, reason: &str, patient: PatientId) -> Result<(), Error> {
        let (id, at) = (Uuid::from(order), Stamp::from(self.now()));
        sqlx::query!("update lab_order set cancelled_at = ?, version = version + 1 where id = ?", at, id)
            .execute(self.conn())
            .await?;
        self.trace(Event::seen("order.cancel", format!("order/{id}"), &reason).about(patient).because(reason)).await
    }

    /// Keeps that a change's file lies in the laboratory's folder, or why it does not.
    ///
    /// # Errors
    /// [`Error::Stale`] when it is no longer in the version that was read.
    pub async fn move_order_change(
        &mut self,
        from: &OrderChangeRecord,
        failure: Option<&str>,
        patient: PatientId,
    ) -> Result<(), Error> {
        let id = Uuid::from(from.id);
        let status = if failure.is_none() { OrderStatus::Written } else { OrderStatus::Failed };
        let written_at = failure.is_none().then(|| Stamp::from(self.now()));
        let word = Word(status);
        let moved = sqlx::query!(
            "
            update order_change
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
        let object = format!("order-change/{id}");
        self.trace(Event::next("order-change.move", object, from.version, &(status, failure)).about(patient)).await
    }
}
