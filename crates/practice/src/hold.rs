//! What keeps a tube where it is: it carries another patient's name, or its patient withdrew and has not said what shall
//! become of it.

use crate::{Desk, Refusal};
use records::Reading;
use records::specimen::SpecimenRecord;

/// Refuses every step of a held tube towards the laboratory, and every new label for it. A label that it carries already
/// is read back all the same: whose it is must be sure, whatever becomes of it.
///
/// # Errors
/// `specimen-quarantined` or `specimens-held`.
pub(crate) async fn refuse_held_tube(
    desk: &Desk,
    reading: &mut Reading,
    record: &SpecimenRecord,
) -> Result<(), Refusal> {
    refuse_quarantined(reading, record).await?;
    let visit = reading.visit_of_procedure(record.procedure).await?;
    crate::withdrawal::refuse_held(reading, visit.visit_id, desk.now).await
}

/// Refuses every step of a tube that carries another patient's name.
///
/// # Errors
/// `specimen-quarantined`.
pub(crate) async fn refuse_quarantined(reading: &mut Reading, record: &SpecimenRecord) -> Result<(), Refusal> {
    if reading.quarantined_of(record.procedure).await?.contains(&record.id) {
        let number = record.accession.map_or_else(|| record.role.code().to_owned(), |number| number.to_string());
        let words = format!(
            "Tube {number} carries another patient’s name. Put it aside: it is relabelled or thrown away first."
        );
        return Err(Refusal::field("accession", "specimen-quarantined", words));
    }
    Ok(())
}
