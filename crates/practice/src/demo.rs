//! A fictional clinic to look around in: an invented cast, in a vault of its own that says so on every paper.

use crate::Refusal;
use crate::founding;
use crate::sign_on::{self, SignOn};
use crate::staff::{self, AddStaff};
use crate::station::{Clock, Station};
use clinic::ids::StaffId;
use clinic::premises::{SiteLetter, TemperatureUnit};
use clinic::staff::Role;
use records::clinic::ClinicView;
use records::staff::StaffView;
use serde::Serialize;
use std::path::PathBuf;
use vault::{Cost, Passphrase};

/// One of the cast.
#[derive(Debug, Clone, Copy, Serialize, specta::Type)]
pub struct Player {
    /// Signs on as.
    pub name: &'static str,
    /// As papers print it.
    #[serde(skip)]
    pub full_name: &'static str,
    /// What the person is.
    pub role: Role,
    /// No secret: the clinic is invented.
    pub passphrase: &'static str,
}

/// The urologist of the cast.
pub const UROLOGIST: Player =
    Player { name: "kaya", full_name: "Dr. Ines Kaya", role: Role::Urologist, passphrase: "seven quiet herons cross" };
/// The nurse of the cast.
pub const NURSE: Player =
    Player { name: "abara", full_name: "Tom Abara", role: Role::Nurse, passphrase: "maple tin-opener 4 blue" };
/// The administrator of the cast; founds the clinic.
pub const ADMINISTRATOR: Player = Player {
    name: "lind",
    full_name: "Marta Lind",
    role: Role::Administrator,
    passphrase: "slow ferry under yellow fog",
};

/// What the window shows after making the fictional clinic.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct LookAroundView {
    /// Who can be played, with their passphrases.
    pub people: Vec<Player>,
}

/// Founds the fictional clinic and its cast in `folder`, and leaves the station locked on it.
pub async fn found(folder: PathBuf, clock: Clock, seed: u64) -> Result<(Station, Vec<Player>), Refusal> {
    let station = Station::new(folder, clock, seed).with_cost(Cost::floor());
    let clinic = ClinicView {
        name: "Fourglass Demonstration Clinic".to_owned(),
        zone: "Europe/Berlin".to_owned(),
        site_letter: SiteLetter::parse("U").map_err(|problem| Refusal::unexpected(&problem))?,
        temperature_unit: TemperatureUnit::Celsius,
        single_handed: false,
        fictional: true,
    };
    let first = StaffView {
        staff_id: StaffId::from(uuid::Uuid::nil()),
        sign_on_name: ADMINISTRATOR.name.to_owned(),
        name: ADMINISTRATOR.full_name.to_owned(),
        roles: vec![ADMINISTRATOR.role],
        active: true,
    };
    founding::found(&station, clinic, first, Passphrase::from_typed(ADMINISTRATOR.passphrase)).await?;
    let desk = station.desk().await?;
    for player in [UROLOGIST, NURSE] {
        let person = AddStaff {
            sign_on_name: player.name.to_owned(),
            name: player.full_name.to_owned(),
            roles: vec![player.role],
            passphrase: player.passphrase.to_owned(),
        };
        staff::add(&desk, person).await?;
    }
    drop(desk);
    station.lock().await;
    Ok((station, vec![UROLOGIST, NURSE, ADMINISTRATOR]))
}

/// Signs one of the cast on.
pub async fn play(station: &Station, player: Player) -> Result<(), Refusal> {
    let request = SignOn { name: player.name.to_owned(), passphrase: player.passphrase.to_owned() };
    sign_on::sign_on(station, request).await.map(drop)
}

/// Makes a fictional clinic beside the station's own folder and turns the station to it.
pub async fn look_around(station: &Station) -> Result<LookAroundView, Refusal> {
    let folder = station.folder().with_file_name("fictional-clinic");
    if matches!(vault::look(&folder), vault::Condition::Missing) {
        found(folder.clone(), station.clock(), station.seed()).await?;
    }
    station.turn_to(folder).await;
    Ok(LookAroundView { people: vec![UROLOGIST, NURSE, ADMINISTRATOR] })
}
