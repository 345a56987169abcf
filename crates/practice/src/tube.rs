//! Transport tubes: the urine of a kit goes from its cup into the tubes that travel.

use crate::form::Form;
use crate::{Deed, Desk, Refusal};
use clinic::collection::TimerView;
use clinic::ids::SpecimenId;
pub use clinic::kit::TypedTube;
use clinic::kit::{self, Kit};
use clinic::specimen::{CustodyEvent, Specimen};
use records::Reading;
use records::specimen::{CustodyEntry, SpecimenRecord};
pub use records::tube::Filling;
use serde::{Deserialize, Serialize};

/// The tubes of one specimen as its room shows them.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TubeRoom {
    /// What the kit is called.
    pub kit: String,
    /// What it asks for, in words.
    pub asks: String,
    /// How many tubes it has.
    pub tubes: u8,
    /// Millilitres into each; none where the leaflet decides.
    pub tube_ml: Option<String>,
    /// What was filled; none until it was.
    pub filling: Option<Filling>,
    /// What the laboratory may refuse of it.
    pub flags: Vec<String>,
    /// The clocks that run until it is filled.
    pub timers: Vec<TimerView>,
}

/// The tubes are filled.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct FillTubes {
    /// From the cup of this specimen.
    pub specimen_id: SpecimenId,
    /// Each tube.
    pub tubes: Vec<TypedTube>,
    /// Cup and tubes were inverted as the kit says.
    pub inverted: bool,
}

/// The transport tubes of a specimen; none where no kit asks for any.
pub async fn room(desk: &Desk, specimen: SpecimenId) -> Result<Option<TubeRoom>, Refusal> {
    desk.may(Deed::HandleSpecimens)?;
    let mut reading = desk.records.reading().await?;
    let record = reading.specimen(specimen).await?;
    let Some(kit) = kit_of(&mut reading, &record).await? else { return Ok(None) };
    let filling = reading.filling_of(specimen).await?;
    let collected = record.specimen.catch().map(|catch| catch.at);
    let cold = matches!(record.specimen, Specimen::Stored(..));
    Ok(Some(TubeRoom {
        kit: kit.title.clone(),
        asks: asks(kit),
        tubes: kit.tubes,
        tube_ml: kit.tube_ml.map(|volume| volume.to_string()),
        flags: flags(kit, &record, filling.as_ref()),
        timers: match (collected, &filling) {
            (Some(collected), None) => kit::clocks(kit, collected, cold, desk.now),
            _ => Vec::new(),
        },
        filling,
    }))
}

/// Keeps what was filled into the tubes.
///
/// # Errors
/// `no-kit` for a specimen without one, `nothing-caught` before there is urine; beside each field what cannot stand.
pub async fn fill(desk: &Desk, request: FillTubes) -> Result<Option<TubeRoom>, Refusal> {
    desk.may(Deed::HandleSpecimens)?;
    let mut writing = desk.writing().await?;
    let record = writing.specimen(request.specimen_id).await?;
    let kit = kit_of(&mut writing, &record).await?;
    let kit =
        kit.ok_or_else(|| Refusal::new("no-kit", "This specimen belongs to no kit: nothing is filled from it."))?;
    if record.specimen.catch().is_none() {
        return Err(Refusal::new("nothing-caught", "There is no urine to fill from: stamp it first."));
    }
    let tubes = kit::fill(kit, &request.tubes, request.inverted, desk.today()).map_err(|refused| {
        let mut form = Form::default();
        for why in refused {
            form.refuse(&why.field(), &why);
        }
        form.refusal()
    })?;
    let patient = writing.visit_of_procedure(record.procedure).await?.patient_id;
    writing.fill_tubes(record.id, patient, (&kit.id, kit::content_version()), &tubes).await?;
    let lots: Vec<String> = tubes.iter().map(|tube| format!("lot {} until {}", tube.lot, tube.expires_on)).collect();
    let entry = CustodyEntry { note: Some(lots.join("; ")), ..CustodyEntry::new(CustodyEvent::Processed, desk.now) };
    writing.note_custody(record.id, &entry, patient).await?;
    writing.commit().await?;
    room(desk, request.specimen_id).await
}

/// Refuses to pack a cup whose tubes are not filled.
pub(crate) async fn filled_before_packing(reading: &mut Reading, record: &SpecimenRecord) -> Result<(), Refusal> {
    let unfilled = kit_of(reading, record).await?.is_some() && reading.filling_of(record.id).await?.is_none();
    if unfilled {
        return Err(Refusal::field("accession", "tubes-not-filled", "Fill the transport tubes of its kit first."));
    }
    Ok(())
}

/// What the note says of the tubes of a specimen, each a whole sentence.
pub(crate) async fn sentences(reading: &mut Reading, record: &SpecimenRecord) -> Result<Vec<String>, Refusal> {
    let Some(kit) = kit_of(reading, record).await? else { return Ok(Vec::new()) };
    let Some(filling) = reading.filling_of(record.id).await? else { return Ok(Vec::new()) };
    let each = filling.tubes.iter().map(|tube| format!("{} mL in lot {}", tube.volume, tube.lot));
    let filled = format!(
        "It was filled into the transport tubes of {} at {}: {}.",
        kit.title,
        filling.at.local().format("%H:%M"),
        each.collect::<Vec<_>>().join(", ")
    );
    Ok([vec![filled], flags(kit, record, Some(&filling))].concat())
}

/// The kit whose tubes a specimen fills.
async fn kit_of(reading: &mut Reading, record: &SpecimenRecord) -> Result<Option<&'static Kit>, Refusal> {
    if !record.role.is_of_a_kit() {
        return Ok(None);
    }
    let visit = reading.visit_of_procedure(record.procedure).await?;
    let reason = crate::order::reason(reading, &visit).await?;
    Ok(reason.and_then(|reason| kit::for_indication(&reason.id)))
}

fn flags(kit: &Kit, record: &SpecimenRecord, filling: Option<&Filling>) -> Vec<String> {
    match (record.specimen.catch(), filling) {
        (Some(catch), Some(filling)) => kit::flags(kit, &filling.tubes, catch.at, filling.at),
        _ => Vec::new(),
    }
}

fn asks(kit: &Kit) -> String {
    let into = kit.tube_ml.map_or_else(|| "as its leaflet says".to_owned(), |volume| format!("{volume} mL each"));
    let hours = kit.tube_hours.map_or_else(String::new, |hours| format!(", within {hours} h of the urine"));
    let tubes = if kit.tubes == 1 { "one tube".to_owned() } else { format!("{} tubes", kit.tubes) };
    format!("Invert the cup five times, fill {tubes}, {into}{hours}; invert each five times. Keep it {}.", kit.storage)
}
