//! What the record of a visit says beside its results: an acute picture, and clocks that were red or that nobody saw.

use crate::Refusal;
use clinic::collection::{Lasted, TimeLevel, Timer};
use clinic::specimen::CustodyEvent;
use records::Reading;
use records::specimen::SpecimenRecord;
use records::visit::VisitState;

/// The rules and items that say acute prostatitis, or fever.
const ACUTE: [&str; 4] = ["C01", "C02", "fever", "acute-bacterial-prostatitis"];

/// Whether an acute picture stands at this visit.
pub(super) async fn acute(reading: &mut Reading, state: &VisitState) -> Result<bool, Refusal> {
    let mut verdicts: Vec<_> =
        reading.kept_verdicts(state.visit_id).await?.into_iter().map(|kept| kept.verdict).collect();
    verdicts.extend(reading.safety_stop_of(state.procedure_id).await?.map(|stop| stop.verdict));
    Ok(verdicts.iter().flat_map(|verdict| &verdict.fired).any(|fired| ACUTE.contains(&fired.id.as_str())))
}

/// The clocks that were red, or of which the record does not know how long they ran.
pub(super) async fn late(
    reading: &mut Reading,
    state: &VisitState,
    specimens: &[SpecimenRecord],
) -> Result<Vec<Timer>, Refusal> {
    let mut late: Vec<Timer> = Vec::new();
    if let Some(collection) = reading.collection(state).await? {
        let doubtful = collection
            .intervals(None)
            .into_iter()
            .filter(|interval| interval.level == TimeLevel::Red || interval.lasted == Lasted::NotKnown);
        late.extend(doubtful.map(|interval| interval.timer));
    }
    for record in specimens {
        let Some(catch) = record.specimen.catch() else { continue };
        let custody = reading.custody_of(record.id).await?;
        let at = |events: &[CustodyEvent]| {
            let found = custody.iter().find(|row| events.contains(&row.event));
            found.map(|row| clinic::Moment::from(row.at).since(catch.at))
        };
        let warm = at(&[CustodyEvent::Stored, CustodyEvent::Packed]);
        if warm.is_none_or(|span| Timer::CultureAmbient.level(span) == TimeLevel::Red) {
            late.push(Timer::CultureAmbient);
        }
        if at(&[CustodyEvent::Packed]).is_some_and(|span| Timer::CultureCold.level(span) == TimeLevel::Red) {
            late.push(Timer::CultureCold);
        }
    }
    late.sort_unstable();
    late.dedup();
    Ok(late)
}
