//! What was taken beside the glasses, as lines of an order, and what each container is by the laboratory's own values.

use crate::Refusal;
use clinic::Moment;
use clinic::catalogue::CatalogueEntry;
use clinic::collection::Collection;
use clinic::order::OrderLine;
use clinic::specimen::SpecimenRole;
use records::Reading;
use records::specimen::SpecimenRecord;
use records::visit::VisitState;
use std::collections::BTreeMap;

/// What each glass of a set is, by the version it was stamped under.
pub(super) async fn entries(
    reading: &mut Reading,
    specimens: &[SpecimenRecord],
    now: Moment,
) -> Result<BTreeMap<SpecimenRole, CatalogueEntry>, Refusal> {
    let mut entries = BTreeMap::new();
    for record in specimens.iter().filter(|record| !record.role.is_further()) {
        entries.insert(record.role, reading.entry_of(record, now).await?);
    }
    Ok(entries)
}

/// The tubes beside the glasses that are here and that no order names yet.
pub(super) async fn unordered(
    reading: &mut Reading,
    specimens: &[SpecimenRecord],
    now: Moment,
) -> Result<Vec<OrderLine>, Refusal> {
    let mut lines = Vec::new();
    for record in specimens.iter().filter(|record| record.specimen.status().is_here()) {
        if !reading.is_ordered(record.id).await? {
            lines.extend(line(reading, record, now).await?);
        }
    }
    Ok(lines)
}

/// The set that an order speaks of. A procedure that was stopped before anything of it was caught has no part in the order
/// of what was taken beside it: its glasses may still be awaited, and hold nothing up.
pub(super) fn set_of<'a>(
    collection: Option<&'a Collection>,
    visit: &VisitState,
    specimens: &[SpecimenRecord],
    beside: &[OrderLine],
) -> Option<&'a Collection> {
    let caught = specimens.iter().any(|record| !record.role.is_further() && record.specimen.catch().is_some());
    collection.filter(|_| beside.is_empty() || caught || visit.procedure_status.is_open())
}

/// One tube beside the glasses as a line of an order; none for a glass, and for one that was never collected.
pub(super) async fn line(
    reading: &mut Reading,
    record: &SpecimenRecord,
    now: Moment,
) -> Result<Option<OrderLine>, Refusal> {
    if !record.role.is_further() {
        return Ok(None);
    }
    let (Some(accession), Some(catch)) = (record.accession, record.specimen.catch().cloned()) else { return Ok(None) };
    let entry = reading.entry_of(record, now).await?;
    let ordered = entry.ordered.clone();
    let further = Some(reading.further_of(record.id).await?.unwrap_or_default());
    Ok(Some(OrderLine { role: record.role, accession, catch, entry, ordered, further }))
}
