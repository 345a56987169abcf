//! The laboratory that gets the orders, and the names the two systems call each other by.

use crate::{Desk, Refusal};
use exchange::hl7::oml::Acknowledgement;
use exchange::hl7::parts::Designator;
use records::Reading;

/// The laboratory and the four designators of a message; each is a setting, `NAME` or `NAME^OID`.
pub(super) struct Laboratory {
    pub(super) name: Vec<String>,
    pub(super) sending_application: Designator,
    pub(super) sending_facility: Designator,
    pub(super) receiving_application: Designator,
    pub(super) receiving_facility: Designator,
    pub(super) acknowledgement: Acknowledgement,
}

pub(super) async fn laboratory(desk: &Desk, reading: &mut Reading) -> Result<Laboratory, Refusal> {
    let name = reading.setting("laboratory-name").await?.unwrap_or_default();
    let acknowledgement = match reading.setting("hl7-acknowledgement").await?.as_deref() {
        Some("enhanced") => Acknowledgement::Enhanced,
        _ => Acknowledgement::Original,
    };
    Ok(Laboratory {
        name: name.lines().map(str::to_owned).collect(),
        sending_application: designator(reading, "hl7-sending-application", "FOURGLASS").await?,
        sending_facility: designator(reading, "hl7-sending-facility", &desk.clinic.name).await?,
        receiving_application: designator(reading, "hl7-receiving-application", "LAB").await?,
        receiving_facility: designator(reading, "hl7-receiving-facility", "LAB").await?,
        acknowledgement,
    })
}

async fn designator(reading: &mut Reading, setting: &str, otherwise: &str) -> Result<Designator, Refusal> {
    let kept = reading.setting(setting).await?;
    let (name, oid) = match kept.as_deref() {
        Some(kept) => kept.split_once('^').unwrap_or((kept, "")),
        None => (otherwise, ""),
    };
    Ok(Designator::new(name, oid))
}
