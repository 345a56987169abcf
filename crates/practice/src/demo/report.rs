//! What the laboratory of the fictional year reports: typed in when it comes, read and told the next morning.

use super::room::Rooms;
use crate::result::{self, AcknowledgeResult, EnterResult, ResultGlass, TypedCulture, TypedGlassResult, TypedIsolate};
use crate::telling::{self, TellResult, TypedTelling};
use crate::{Refusal, follow_up};
use clinic::ids::ProcedureId;
use clinic::interpretation::Symptoms;
use clinic::patient::YesNoUnknown;
use clinic::result::{LeukocyteMethod, ReadIdentifier, ReportIdentifier, ReportSource, ResultAction, ResultStage};
use clinic::specimen::SpecimenRole;
use clinic::telling::ToldBy;
use uuid::Uuid;

/// The results of the morning: what has come is typed in, what was typed in before is read, and the patient is told.
pub(super) async fn morning(rooms: &Rooms) -> Result<(), Refusal> {
    for waiting in follow_up::list(&rooms.nurse()).await?.results {
        let procedure = waiting.row.procedure_id;
        match waiting.row.stage {
            ResultStage::Awaited => comes(rooms, procedure).await?,
            ResultStage::ToRead | ResultStage::ToTell => told(rooms, procedure).await?,
            ResultStage::Closed => {}
        }
    }
    Ok(())
}

async fn comes(rooms: &Rooms, procedure_id: ProcedureId) -> Result<(), Refusal> {
    let nurse = rooms.nurse();
    let room = result::room(&nurse, procedure_id).await?;
    let identity = &room.patient.identity;
    let read = |kind, text: String| ReadIdentifier { kind, text };
    // Every third man has something to be treated.
    let grows = Uuid::from(procedure_id).as_bytes()[15].is_multiple_of(3);
    let there = room.glasses.iter().filter(|glass| glass.absence.is_none());
    let request = EnterResult {
        procedure_id,
        after_version: 0,
        source: Some(ReportSource::Portal),
        scan: None,
        no_scan: Some("The portal of this fictional laboratory gives no file".to_owned()),
        read: vec![
            read(ReportIdentifier::Name, format!("{}, {}", identity.family, identity.given)),
            read(ReportIdentifier::Mrn, identity.mrn.to_string()),
        ],
        seen_by: None,
        glasses: there.map(|glass| glass_report(glass, grows)).collect(),
        symptoms: Some(Symptoms::Lasting),
        antibiotic_7d: Some(YesNoUnknown::No),
        reason: None,
    };
    result::enter(&nurse, request).await.map(drop)
}

fn glass_report(glass: &ResultGlass, grows: bool) -> TypedGlassResult {
    let growth = grows && glass.role.follows_massage();
    let count = if glass.role == SpecimenRole::Eps { "100 000" } else { "20 000" };
    let isolate =
        TypedIsolate { organism: "E. coli".to_owned(), count: count.to_owned(), count_again: count.to_owned() };
    let leukocytes = if growth { "14" } else { "2" };
    TypedGlassResult {
        role: glass.role,
        culture: if growth { TypedCulture::Growth } else { TypedCulture::NoGrowth },
        unit: "cfu/mL".to_owned(),
        limit: String::new(),
        limit_again: String::new(),
        isolates: if growth { vec![isolate] } else { Vec::new() },
        leukocytes: leukocytes.to_owned(),
        leukocytes_again: leukocytes.to_owned(),
        method: Some(LeukocyteMethod::WetMount),
        magnification: "400".to_owned(),
        flags: Vec::new(),
    }
}

async fn told(rooms: &Rooms, procedure: ProcedureId) -> Result<(), Refusal> {
    let room = result::room(&rooms.urologist(), procedure).await?;
    let Some(last) = room.versions.last() else { return Ok(()) };
    let result_id = last.result_id;
    if last.acknowledged.is_none() {
        let plan = Some("Told by telephone; comes again if it does not get better".to_owned());
        let read = AcknowledgeResult { result_id, action: Some(ResultAction::Call), plan };
        result::acknowledge(&rooms.urologist(), read).await?;
    }
    let telling = TypedTelling::Told {
        by: Some(ToldBy::Telephone),
        identifiers: vec![ReportIdentifier::Name, ReportIdentifier::BirthDate],
        to: None,
        said: "What was found, and what follows from it".to_owned(),
        plan: None,
    };
    telling::tell(&rooms.nurse(), TellResult { result_id, telling }).await.map(drop)
}
