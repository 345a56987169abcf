//! The laboratory order: made from what exists, stored with its bytes, then written to the laboratory's folder.

mod change;
mod further;
mod laboratory;
mod message;

pub(crate) use change::{cancel, change, write_changes};
pub(crate) use message::reason;

use crate::form::{Form, optional, sentence};
use crate::{Deed, Desk, Refusal, symptom};
use clinic::afterwards::Told;
use clinic::catalogue;
use clinic::consent::{Consent, NoConsent, SpecimenWish, covering};
use clinic::ids::ProcedureId;
use clinic::kit;
use clinic::order::{OrderAnswers, OrderContent, OrderRefusal};
use clinic::patient::YesNoUnknown;
use clinic::procedure::Act;
use clinic::specimen::{CustodyEvent, Specimen};
use delivery::folder::{FileName, FolderRefusal, deliver, make_folder};
use exchange::hl7::oml::OrderControl;
use message::Errand;
use paperwork::requisition::Requisition;
use records::Writing;
pub use records::order::OrderView;
use records::order::{NewOrder, OrderRecord};
use records::specimen::{CustodyEntry, SpecimenRecord};
use records::visit::VisitState;
use serde::{Deserialize, Serialize};
use std::path::Path;
use uuid::Uuid;

/// An order with the questions a laboratory asks with it.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct MakeOrder {
    /// For which set.
    pub procedure_id: ProcedureId,
    /// Antibiotics within the last four weeks. “Not known” is an answer and is printed.
    pub antibiotics: YesNoUnknown,
    /// Days without ejaculation, as typed; empty when not known.
    pub abstinence_days: Option<String>,
    /// A remark for the laboratory.
    pub remark: Option<String>,
    /// The row of the clinic's table of symptoms; none is the rule.
    #[serde(default)]
    pub symptom: Option<Uuid>,
}

impl From<OrderRefusal> for Refusal {
    fn from(refusal: OrderRefusal) -> Self {
        Self::new(refusal.code(), sentence(&refusal.to_string()))
    }
}

/// Makes the order of a set and writes its files. Made once; writing again sends the same bytes under the same number.
pub async fn make(desk: &Desk, request: MakeOrder) -> Result<OrderView, Refusal> {
    desk.may(Deed::SendOrders)?;
    let mut form = Form::default();
    let days = optional(request.abstinence_days);
    let abstinence = match days.as_deref().map(str::parse::<u16>) {
        None => None,
        Some(Ok(days)) if days <= 999 => Some(days),
        Some(_) => {
            form.refuse("abstinenceDays", "write whole days, or leave it empty when not known");
            None
        }
    };
    form.check()?;
    let mut writing = desk.writing().await?;
    let visit = writing.visit_of_procedure(request.procedure_id).await?;
    crate::withdrawal::refuse_held(&mut writing, visit.visit_id, desk.now).await?;
    let specimens = writing.specimens_of(request.procedure_id).await?;
    ready(&mut writing, &visit, &specimens).await?;
    let standing = writing.order_of(request.procedure_id).await?;
    let content = match &standing {
        None => content(&mut writing, desk, &visit, &specimens).await?,
        // The set has its order; what was taken beside it since then follows under the same group number.
        Some(order) if order.cancelled_at.is_none() => {
            let lines = further::unordered(&mut writing, &specimens, desk.now).await?;
            OrderContent::beside(order.group_number, lines)?
        }
        Some(_) => return Err(OrderRefusal::WrittenAlready.into()),
    };
    let stands = consent_stands(&mut writing, &visit, desk).await?;
    let answers = OrderAnswers {
        // Nothing that the procedure gave is asked for: nothing is said of its consent, unless it stands.
        consent: (content.names_a_glass() || stands).then_some(stands),
        antibiotics: request.antibiotics,
        abstinence_days: abstinence,
        remark: remark(&mut writing, &specimens, optional(request.remark)).await?,
        symptom: match request.symptom {
            Some(row) => Some(symptom::chosen(&mut writing, row, desk.today()).await?),
            None => None,
        },
    };
    if standing.is_some() {
        change::add(desk, &mut writing, &visit, (&content, &answers), &specimens).await?;
        writing.use_draft("order", &visit.procedure_id.to_string()).await?;
        writing.commit().await?;
        write_changes(desk, &visit).await?;
        return write_files(desk, &visit).await;
    }
    let (messages, orders) = writing.messages_of_group(content.group).await?;
    let group = content.group.compact();
    let errand =
        Errand { control: OrderControl::New, control_id: format!("{group}-{}", messages + 1), turn: orders + 1 };
    let message = message::oml(desk, &mut writing, &visit, &content, &answers, &errand).await?;
    let paper = message::requisition(desk, &mut writing, &visit, &content, &answers, &specimens).await?;
    // A second order of the same tubes lies beside the cancelled one, and never over it.
    let name = if orders == 0 { group } else { format!("{group}-{}", orders + 1) };
    let order = NewOrder {
        id: writing.id(),
        procedure: visit.procedure_id,
        group_number: content.group,
        control_id: message.control_id.as_str().to_owned(),
        message: message.message().map_err(|refusal| message::refused(&refusal))?,
        requisition: typeset(paper).await?,
        message_file: format!("{name}-order.hl7"),
        requisition_file: format!("{name}-requisition.pdf"),
        answers,
        turn: errand.turn,
    };
    writing.queue_order(&order, visit.patient_id).await?;
    note_ordered(&mut writing, desk, &visit, &content, &specimens).await?;
    writing.use_draft("order", &visit.procedure_id.to_string()).await?;
    writing.commit().await?;
    write_files(desk, &visit).await
}

/// Writes an order's files once more, after what kept them from their folder was put right.
pub async fn write_again(desk: &Desk, procedure: ProcedureId) -> Result<OrderView, Refusal> {
    desk.may(Deed::SendOrders)?;
    let visit = desk.records.reading().await?.visit_of_procedure(procedure).await?;
    write_changes(desk, &visit).await?;
    write_files(desk, &visit).await
}

/// The order of a set; none before it was made.
pub async fn of(desk: &Desk, procedure: ProcedureId) -> Result<Option<OrderView>, Refusal> {
    desk.may(Deed::SendOrders)?;
    Ok(desk.records.reading().await?.order_of(procedure).await?)
}

/// Says in the custody of every tube of an order that it was ordered.
async fn note_ordered(
    writing: &mut Writing,
    desk: &Desk,
    visit: &VisitState,
    content: &OrderContent,
    specimens: &[SpecimenRecord],
) -> Result<(), Refusal> {
    for line in &content.lines {
        let Some(record) = specimens.iter().find(|record| record.accession == Some(line.accession)) else { continue };
        let note = Some(format!("order {}", content.group));
        let entry = CustodyEntry { note, ..CustodyEntry::new(CustodyEvent::Ordered, desk.now) };
        writing.note_custody(record.id, &entry, visit.patient_id).await?;
    }
    Ok(())
}

/// Refuses an order while a tube carries another patient's name, or a label that nobody has read back.
async fn ready(writing: &mut Writing, visit: &VisitState, specimens: &[SpecimenRecord]) -> Result<(), Refusal> {
    let quarantined = writing.quarantined_of(visit.procedure_id).await?;
    let quarantined = |record: &&SpecimenRecord| quarantined.contains(&record.id);
    if let Some(record) = specimens.iter().find(quarantined) {
        return Err(OrderRefusal::Quarantined(record.role).into());
    }
    let unverified = specimens.iter().find(|record| matches!(record.specimen, Specimen::Collected(_)));
    match unverified {
        Some(record) => Err(OrderRefusal::LabelUnverified(record.role).into()),
        None => Ok(()),
    }
}

async fn content(
    writing: &mut Writing,
    desk: &Desk,
    visit: &VisitState,
    specimens: &[SpecimenRecord],
) -> Result<OrderContent, Refusal> {
    let collection = writing.collection(visit).await?;
    let record_of = |role| specimens.iter().find(|record| record.role == role);
    let discarded = |role| match record_of(role)?.specimen {
        Specimen::Discarded(_, reason, _) => Some(reason),
        _ => None,
    };
    let beside = further::unordered(writing, specimens, desk.now).await?;
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

/// What was typed for the laboratory, after what its tubes have to tell: that one was labelled anew, and by whom, and
/// what bears on the result of one that was taken beside the glasses.
async fn remark(writing: &mut Writing, specimens: &[SpecimenRecord], typed: Option<String>) -> Result<String, Refusal> {
    let mut lines = Vec::new();
    for record in specimens.iter().filter(|record| record.specimen.status().is_here()) {
        if let Some(facts) = writing.further_of(record.id).await? {
            lines.extend(facts.sentences(record.role));
        }
        lines.extend(writing.relabels_of(record.id).await?.pop().map(|relabel| relabel.remark));
    }
    lines.extend(typed);
    Ok(lines.join("\n"))
}

async fn consent_stands(writing: &mut Writing, visit: &VisitState, desk: &Desk) -> Result<bool, Refusal> {
    let stored = writing.consents_of(visit.visit_id, desk.now).await?;
    let consents: Vec<Consent> = stored.into_iter().map(|stored| stored.consent).collect();
    // What was taken under a consent is still covered when that consent has run out with the visit.
    let covers = |act| matches!(covering(&consents, act), Ok(_) | Err(NoConsent::Expired));
    if [Act::Massage, Act::PostDreStrokes, Act::Dre].into_iter().any(covers) {
        return Ok(true);
    }
    // Whoever withdrew and says “send them” has agreed to the order of what was taken before.
    let sends = |consent: &Consent| match consent {
        Consent::Withdrawn { withdrawal, .. } => withdrawal.wish() == SpecimenWish::Send,
        _ => false,
    };
    if consents.iter().any(sends) {
        return Ok(true);
    }
    // What was agreed to on paper was agreed to.
    let told = writing.told_of(visit.visit_id).await?;
    if told.iter().any(|stored| matches!(&stored.told, Told::Consent(consent) if !consent.acts.is_empty())) {
        return Ok(true);
    }
    // What was recorded on the wrong patient is owned by the late statement of the right one.
    let put_right = writing.wrong_patient_of(visit.visit_id).await?;
    Ok(put_right.and_then(|one| one.statement).is_some_and(|statement| statement.answer.agrees()))
}

async fn typeset(paper: Requisition) -> Result<Vec<u8>, Refusal> {
    let pdf = move || paperwork::requisition::set_requisition(&paper).and_then(|paper| paper.pdf());
    let pdf = tokio::task::spawn_blocking(pdf).await.map_err(|problem| Refusal::unexpected(&problem))?;
    pdf.map_err(|refusal| Refusal::new("paper-refused", sentence(&refusal.to_string())))
}

/// Puts the stored bytes of message and requisition into the folder for the laboratory. Why they are not there stands
/// beside the order; it is not a refusal of the act, for the order exists.
async fn write_files(desk: &Desk, visit: &VisitState) -> Result<OrderView, Refusal> {
    let procedure = visit.procedure_id;
    let order = desk.records.reading().await?.order_record(procedure).await?;
    let order = order.ok_or_else(|| Refusal::not_found("order"))?;
    if order.status.may_be_written() && !order.cancelled {
        let folder = desk.places.orders.clone();
        let files = order.clone();
        let written = tokio::task::spawn_blocking(move || write_both(&folder, &files))
            .await
            .map_err(|problem| Refusal::unexpected(&problem))?;
        let failure = written.err().map(|refusal| refusal.to_string());
        let mut writing = desk.writing().await?;
        writing.move_order(&order, failure.as_deref(), visit.patient_id).await?;
        writing.commit().await?;
    }
    let view = desk.records.reading().await?.order_of(procedure).await?;
    view.ok_or_else(|| Refusal::not_found("order"))
}

/// The paper first: a laboratory that sees the message may ask for it.
fn write_both(folder: &Path, order: &OrderRecord) -> Result<(), FolderRefusal> {
    make_folder(folder)?;
    deliver(folder, &FileName::parse(&order.requisition_file)?, &order.requisition)?;
    deliver(folder, &FileName::parse(&order.message_file)?, &order.message).map(drop)
}
