//! Founding a clinic: its vault, its first person, and the recovery kit that must be on paper before the first patient.

use crate::Refusal;
use crate::form::Form;
use crate::kit::{self, RecoveryKitView};
use crate::sign_on::{open_records, vault_refusal};
use crate::staff::{check_roles, parse_sign_on_name};
use crate::station::{Places, Session, Station};
use clinic::Moment;
use clinic::ids::{StaffId, VaultId};
use clinic::patient::NamePart;
use clinic::premises::{SiteLetter, TemperatureUnit, parse_zone};
use clinic::staff::Role;
use records::clinic::ClinicView;
use records::staff::StaffView;
use records::{Event, Who};
use serde::Deserialize;
use vault::{NewVault, Passphrase, RecoveryKit};
use zeroize::Zeroizing;

/// A clinic and its first person, as typed at the first run.
#[derive(Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct CreateClinic {
    /// As printed on papers.
    pub clinic_name: String,
    /// IANA name of its zone.
    pub zone: String,
    /// First letter of its accession numbers.
    pub site_letter: String,
    /// How its thermometers read.
    pub temperature_unit: TemperatureUnit,
    /// One person may be urologist and administrator.
    pub single_handed: bool,
    /// Short name for signing on.
    pub sign_on_name: String,
    /// Name as printed on papers.
    pub name: String,
    /// What the first person is; an administrator among them, or nobody could add the others.
    pub roles: Vec<Role>,
    /// At least 15 characters.
    pub passphrase: String,
}

/// Founds a clinic: a vault, its first person, and a recovery kit. The person is signed on afterwards.
pub async fn create_clinic(station: &Station, request: CreateClinic) -> Result<RecoveryKitView, Refusal> {
    let (clinic, person, passphrase) = read_founding(request)?;
    let kit = found(station, clinic, person, passphrase).await?;
    kit::show(&station.desk().await?, &kit).await
}

/// Makes the vault and writes its first step; `person` gets their id here.
pub(crate) async fn found(
    station: &Station,
    clinic: ClinicView,
    person: StaffView,
    passphrase: Passphrase,
) -> Result<RecoveryKit, Refusal> {
    let zone = parse_zone(&clinic.zone).map_err(|problem| Refusal::field("zone", "fields", problem.to_string()))?;
    let now = Moment::in_zone(station.instant(), zone);
    let mut ids = station.ids();
    let vault_id: VaultId = ids.next(now);
    let person = StaffView { staff_id: ids.next(now), ..person };
    let (staff_id, sign_on_name) = (person.staff_id.into(), person.sign_on_name.clone());
    let (folder, cost) = (station.folder(), station.cost);
    let (open, kit) = tokio::task::spawn_blocking(move || {
        let cost = cost.unwrap_or_else(vault::Cost::calibrated);
        vault::create(&folder, NewVault { vault_id: vault_id.into(), staff_id, sign_on_name, passphrase, cost })
    })
    .await
    .map_err(|problem| Refusal::unexpected(&problem))?
    .map_err(vault_refusal)?;

    let who =
        Who { staff: person.staff_id, name: person.name.clone(), roles: person.roles.clone(), session: ids.next(now) };
    let records = open_records(&open, ids).await?;
    // An invented clinic has nothing to lose, so nobody is asked to type back its kit.
    let asked = if clinic.fictional { Vec::new() } else { kit::asked_of(&kit) };
    let mut writing = records.writing(&who, now).await?;
    writing.found_clinic(&clinic, &asked).await?;
    writing.add_staff(&person).await?;
    writing.note(Event::seen("sign-on", format!("staff/{}", person.staff_id), &())).await?;
    writing.commit().await?;
    let places = Places::beside(&station.folder());
    station.begin(Session::new(open, records, who, clinic, places, station.instant())?).await;
    Ok(kit)
}

fn read_founding(request: CreateClinic) -> Result<(ClinicView, StaffView, Passphrase), Refusal> {
    let mut form = Form::default();
    let typed = Zeroizing::new(request.passphrase);
    let clinic_name = form.read("clinicName", NamePart::parse(&request.clinic_name));
    form.read("zone", parse_zone(&request.zone));
    let site_letter = form.read("siteLetter", SiteLetter::parse(&request.site_letter));
    let sign_on_name = form.read("signOnName", parse_sign_on_name(&request.sign_on_name));
    let name = form.read("name", NamePart::parse(&request.name));
    form.read("roles", check_roles(&request.roles, request.single_handed));
    if !request.roles.contains(&Role::Administrator) {
        form.refuse("roles", "the first person must be an administrator, or nobody could add the others");
    }
    let names = [request.sign_on_name.as_str(), request.name.as_str(), request.clinic_name.as_str()];
    let passphrase = form.read("passphrase", Passphrase::parse(&typed, &names));
    let (Some(clinic_name), Some(site_letter), Some(sign_on_name), Some(name), Some(passphrase), true) =
        (clinic_name, site_letter, sign_on_name, name, passphrase, form.is_clean())
    else {
        return Err(form.refusal());
    };
    let clinic = ClinicView {
        name: clinic_name.as_str().to_owned(),
        zone: request.zone.trim().to_owned(),
        site_letter,
        temperature_unit: request.temperature_unit,
        single_handed: request.single_handed,
        fictional: false,
    };
    let person = StaffView {
        staff_id: StaffId::from(uuid::Uuid::nil()),
        sign_on_name,
        name: name.as_str().to_owned(),
        roles: request.roles,
        active: true,
    };
    Ok((clinic, person, passphrase))
}
