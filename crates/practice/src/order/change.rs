//! What a laboratory is told of an order that it has: cancelled, or changed, by the same way as the order itself.

use super::message::{self, Errand};
use super::{further, typeset};
use crate::{Desk, Refusal};
use clinic::catalogue;
use clinic::ids::SpecimenId;
use clinic::kit;
use clinic::order::{OrderAnswers, OrderChangeKind, OrderContent};
use clinic::specimen::{CustodyEvent, DiscardReason, Specimen};
use delivery::folder::{FileName, FolderRefusal, deliver, make_folder};
use exchange::hl7::oml::OrderControl;
use records::Writing;
use records::order::{NewOrderChange, OrderChangeRecord};
use records::specimen::{CustodyEntry, SpecimenRecord};
use records::visit::VisitState;
use std::path::Path;

/// Cancels the order of a set within a step. Gives whether the laboratory had it, and so is told; an order that never
/// left is only not written any more.
pub(crate) async fn cancel(
    desk: &Desk,
    writing: &mut Writing,
    visit: &VisitState,
    reason: &str,
) -> Result<bool, Refusal> {
    let Some(order) = writing.standing_order(visit.procedure_id).await? else { return Ok(false) };
    if order.sent {
        tell(desk, writing, visit, OrderChangeKind::Cancel, reason).await?;
    }
    writing.cancel_order(order.id, reason, visit.patient_id).await?;
    Ok(order.sent)
}

/// Tells the laboratory within a step that its order says something else now. Gives whether it had one.
pub(crate) async fn change(
    desk: &Desk,
    writing: &mut Writing,
    visit: &VisitState,
    reason: &str,
) -> Result<bool, Refusal> {
    match writing.standing_order(visit.procedure_id).await? {
        Some(order) if order.sent => tell(desk, writing, visit, OrderChangeKind::Change, reason).await.map(|()| true),
        _ => Ok(false),
    }
}

/// Orders within a step what was taken beside a set since its own order was made.
pub(super) async fn add(
    desk: &Desk,
    writing: &mut Writing,
    visit: &VisitState,
    (content, answers): (&OrderContent, &OrderAnswers),
    specimens: &[SpecimenRecord],
) -> Result<(), Refusal> {
    let order = writing.standing_order(visit.procedure_id).await?.ok_or_else(|| Refusal::not_found("order"))?;
    let (messages, _) = writing.messages_of_group(order.group_number).await?;
    let control_id = format!("{}-{}", order.group_number.compact(), messages + 1);
    let errand = Errand { control: OrderControl::New, control_id: control_id.clone(), turn: order.turn };
    let message = message::oml(desk, writing, visit, content, answers, &errand).await?;
    let paper = message::requisition(desk, writing, visit, content, answers, specimens).await?;
    let codes: Vec<_> = content.lines.iter().map(|line| line.role.code()).collect();
    let change = NewOrderChange {
        id: writing.id(),
        order: order.id,
        kind: OrderChangeKind::Add,
        reason: format!("{} taken beside the set", codes.join(", ")),
        message: message.message().map_err(|refusal| message::refused(&refusal))?,
        message_file: format!("{control_id}-{}.hl7", OrderChangeKind::Add),
        requisition: Some((typeset(paper).await?, format!("{control_id}-requisition.pdf"))),
        control_id,
    };
    writing.queue_order_change(&change, visit.patient_id).await?;
    super::note_ordered(writing, desk, visit, content, specimens).await
}

async fn tell(
    desk: &Desk,
    writing: &mut Writing,
    visit: &VisitState,
    kind: OrderChangeKind,
    reason: &str,
) -> Result<(), Refusal> {
    let order = writing.standing_order(visit.procedure_id).await?.ok_or_else(|| Refusal::not_found("order"))?;
    let specimens = writing.specimens_of(visit.procedure_id).await?;
    let ordered = ordered(writing, &specimens).await?;
    let content = content(writing, desk, visit, (&specimens, &ordered), kind).await?;
    let (messages, _) = writing.messages_of_group(order.group_number).await?;
    let control_id = format!("{}-{}", order.group_number.compact(), messages + 1);
    let (control, event) = match kind {
        OrderChangeKind::Cancel => (OrderControl::Cancel, CustodyEvent::OrderCancelled),
        OrderChangeKind::Change | OrderChangeKind::Add => (OrderControl::Change, CustodyEvent::OrderChanged),
    };
    let errand = Errand { control, control_id: control_id.clone(), turn: order.turn };
    let mut answers = order.answers;
    answers.remark =
        [answers.remark.as_str(), reason].into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
    let message = message::oml(desk, writing, visit, &content, &answers, &errand).await?;
    let requisition = match kind {
        OrderChangeKind::Cancel => None,
        OrderChangeKind::Change | OrderChangeKind::Add => {
            let paper = message::requisition(desk, writing, visit, &content, &answers, &specimens).await?;
            Some((typeset(paper).await?, format!("{control_id}-requisition.pdf")))
        }
    };
    let change = NewOrderChange {
        id: writing.id(),
        order: order.id,
        kind,
        reason: reason.to_owned(),
        message: message.message().map_err(|refusal| message::refused(&refusal))?,
        message_file: format!("{control_id}-{kind}.hl7"),
        requisition,
        control_id,
    };
    writing.queue_order_change(&change, visit.patient_id).await?;
    for record in specimens.iter().filter(|record| ordered.contains(&record.id)) {
        let entry = CustodyEntry { note: Some(reason.to_owned()), ..CustodyEntry::new(event, desk.now) };
        writing.note_custody(record.id, &entry, visit.patient_id).await?;
    }
    Ok(())
}

/// The tubes that the laboratory was sent an order for.
async fn ordered(writing: &mut Writing, specimens: &[SpecimenRecord]) -> Result<Vec<SpecimenId>, Refusal> {
    let mut ordered = Vec::new();
    for record in specimens {
        if writing.is_ordered(record.id).await? {
            ordered.push(record.id);
        }
    }
    Ok(ordered)
}

/// A cancellation names every tube of the order, also one that was thrown away since; a change names what exists.
async fn content(
    writing: &mut Writing,
    desk: &Desk,
    visit: &VisitState,
    (specimens, ordered): (&[SpecimenRecord], &[SpecimenId]),
    kind: OrderChangeKind,
) -> Result<OrderContent, Refusal> {
    let collection = writing.collection(visit).await?;
    let record_of = |role| specimens.iter().find(|record| record.role == role);
    let cancels = |record: &SpecimenRecord| kind == OrderChangeKind::Cancel && ordered.contains(&record.id);
    let discarded = |role| {
        let record = record_of(role)?;
        match record.specimen {
            Specimen::Discarded(..) if cancels(record) => None,
            Specimen::Discarded(_, reason, _) => Some(reason),
            _ => None::<DiscardReason>,
        }
    };
    let mut beside = Vec::new();
    for record in specimens.iter().filter(|record| ordered.contains(&record.id)) {
        if cancels(record) || record.specimen.status().is_here() {
            beside.extend(further::line(writing, record, desk.now).await?);
        }
    }
    let entries = further::entries(writing, specimens, desk.now).await?;
    let kit = message::reason(writing, visit).await?.and_then(|reason| kit::for_indication(&reason.id));
    Ok(OrderContent::of(
        further::set_of(collection.as_ref(), visit, specimens, &beside),
        beside,
        kit,
        |role| record_of(role).and_then(|record| record.accession),
        discarded,
        |role| entries.get(&role).unwrap_or_else(|| catalogue::entry(role)).clone(),
    )?)
}

/// Writes what the laboratory is to be told into its folder. Why it is not there stands beside the change.
pub(crate) async fn write_changes(desk: &Desk, visit: &VisitState) -> Result<(), Refusal> {
    let waiting = desk.records.reading().await?.order_changes_to_write(visit.procedure_id).await?;
    for change in waiting {
        let folder = desk.places.orders.clone();
        let files = change.clone();
        let written = tokio::task::spawn_blocking(move || write(&folder, &files))
            .await
            .map_err(|problem| Refusal::unexpected(&problem))?;
        let failure = written.err().map(|refusal| refusal.to_string());
        let mut writing = desk.writing().await?;
        writing.move_order_change(&change, failure.as_deref(), visit.patient_id).await?;
        writing.commit().await?;
    }
    Ok(())
}

fn write(folder: &Path, change: &OrderChangeRecord) -> Result<(), FolderRefusal> {
    make_folder(folder)?;
    if let Some((paper, name)) = &change.requisition {
        deliver(folder, &FileName::parse(name)?, paper)?;
    }
    deliver(folder, &FileName::parse(&change.message_file)?, &change.message).map(drop)
}
