//! A fictional clinic to look around in: an invented cast, in a vault of its own that says so on every paper.

mod ink;
mod people;
mod plan;
mod report;
mod room;
mod visit;

pub use visit::look_after;

use crate::Refusal;
use crate::founding;
use crate::patient;
use crate::sign_on::{self, SignOn};
use crate::staff::{self, AddStaff};
use crate::station::{Clock, Station};
use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use clinic::Moment;
use clinic::ids::{PatientId, StaffId};
use clinic::premises::{SiteLetter, TemperatureUnit};
use clinic::staff::Role;
use plan::{PlannedVisit, instant};
use records::clinic::ClinicView;
use records::staff::StaffView;
use room::{Hands, Rooms};
use serde::Serialize;
use std::collections::BTreeMap;
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

/// Finished visits of the clinic to look around in: every ending, and made while somebody waits.
const LOOK_AROUND: u32 = 9;

/// Everybody, in the order in which they are named.
const CAST: [Player; 3] = [UROLOGIST, NURSE, ADMINISTRATOR];

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
    Ok((station, CAST.to_vec()))
}

/// A fictional year: what `fourglassctl demo` makes, and the window's clinic to look around in.
#[derive(Debug, Clone, Copy)]
pub struct Year {
    /// How many visits came to an end in it.
    pub procedures: u32,
    /// The same number tells the same year.
    pub seed: u64,
    /// Its last day.
    pub until: NaiveDate,
}

/// Founds the fictional clinic in `folder` and lets it work for a year by the acts that people use. The clock is moved
/// by hand, so every rule about time holds.
pub async fn make(folder: PathBuf, year: Year) -> Result<Vec<Player>, Refusal> {
    let (station, rooms) = play_year(folder, year).await?;
    drop(rooms);
    station.lock().await;
    Ok(CAST.to_vec())
}

async fn play_year(folder: PathBuf, year: Year) -> Result<(Station, Rooms), Refusal> {
    let visits = plan::plan(year.procedures, year.seed, year.until);
    let hands = Hands::default();
    let first = visits.first().map_or(year.until, |visit| visit.date);
    let opening = first.checked_sub_days(Days::new(1)).unwrap_or(first);
    hands.put(instant(opening, hour(9), chrono_tz::UTC));
    let (station, _) = found(folder, hands.clock(), year.seed).await?;
    play(&station, UROLOGIST).await?;
    let mut rooms = Rooms::open(&station, hands, NURSE.name).await?;
    let mut known: BTreeMap<u32, PatientId> = BTreeMap::new();
    let mut today = None;
    for planned in &visits {
        if today != Some(planned.date) {
            rooms.begin_day(planned.date, hour(8)).await?;
            today = Some(planned.date);
            visit::call(&rooms.nurse()).await?;
            report::morning(&rooms).await?;
        }
        rooms.at(planned.date, planned.time - TimeDelta::minutes(15));
        let patient = comes(&rooms, planned, year.seed, &mut known).await?;
        let row = visit::book(&rooms, patient, planned).await?;
        rooms.wait(3);
        visit::play(&rooms, planned, &row).await?;
    }
    Ok((station, rooms))
}

/// Whoever is expected: registered at the first visit, found again afterwards.
async fn comes(
    rooms: &Rooms,
    planned: &PlannedVisit,
    seed: u64,
    known: &mut BTreeMap<u32, PatientId>,
) -> Result<PatientId, Refusal> {
    if let Some(patient) = known.get(&planned.person) {
        return Ok(*patient);
    }
    let typed = people::typed(planned.person, seed, planned.date);
    let patient = patient::register(&rooms.nurse(), typed).await?.identity.patient_id;
    known.insert(planned.person, patient);
    Ok(patient)
}

fn hour(hour: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default()
}

/// Signs one of the cast on.
pub async fn play(station: &Station, player: Player) -> Result<(), Refusal> {
    let request = SignOn { name: player.name.to_owned(), passphrase: player.passphrase.to_owned() };
    sign_on::sign_on(station, request).await.map(drop)
}

/// Makes a fictional clinic beside the station's own folder, with a year behind it and patients expected today, and
/// turns the station to it.
pub async fn look_around(station: &Station) -> Result<LookAroundView, Refusal> {
    let folder = station.folder().with_file_name("fictional-clinic");
    if matches!(vault::look(&folder), vault::Condition::Missing) {
        let now = Moment::in_zone(station.instant(), chrono_tz::Europe::Berlin);
        let yesterday = now.date().checked_sub_days(Days::new(1)).unwrap_or(now.date());
        let year = Year { procedures: LOOK_AROUND, seed: station.seed(), until: yesterday };
        let (made, mut rooms) = play_year(folder.clone(), year).await?;
        rooms.begin_day_at(station.instant()).await?;
        for planned in plan::expected(now.date(), station.seed()) {
            let typed = people::typed(planned.person, station.seed(), planned.date);
            let patient = patient::register(&rooms.nurse(), typed).await?.identity.patient_id;
            visit::book(&rooms, patient, &planned).await?;
        }
        drop(rooms);
        made.lock().await;
    }
    station.turn_to(folder).await;
    Ok(LookAroundView { people: CAST.to_vec() })
}
