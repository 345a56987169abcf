//! The people of the journeys, and how they found their clinic and come to the desk.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use practice::Station;
use practice::demo::Player;
use practice::founding::{CreateClinic, create_clinic};
use practice::kit::{ConfirmKit, confirm_kit};
use practice::staff::{self, AddStaff};
use tests::{ADMINISTRATOR, NURSE, UROLOGIST};

use crate::window::{Step, Window};

/// From the two doors to a clinic with three people and its recovery kit on paper.
pub(crate) async fn found_clinic(window: &Window, vault: &Path) -> Step {
    window.press("Create the clinic").await?;
    window.fill("Clinic name", "Harbour Street Urology").await?;
    window.fill("Name", ADMINISTRATOR.full_name).await?;
    window.fill("Sign-on name", ADMINISTRATOR.name).await?;
    window.fill("Passphrase", "too short").await?;
    window.fill("The same passphrase again", "too short").await?;
    window.press("Create the clinic").await?;
    window.see("15").await?;
    window.picture("a-passphrase-too-short").await?;
    window.fill("Passphrase", ADMINISTRATOR.passphrase).await?;
    window.fill("The same passphrase again", ADMINISTRATOR.passphrase).await?;
    window.press("Create the clinic").await?;

    window.find("heading", "Print the recovery kit").await?;
    window.picture("recovery-kit").await?;
    let groups = read_kit(&papers(vault).join("recovery-kit.pdf"))?;
    type_groups_back(window, &groups).await?;

    window.find("heading", "Practice").await?;
    for person in [&UROLOGIST, &NURSE] {
        add(window, person).await?;
    }
    window.picture("three-people").await?;
    window.press("Lock").await
}

/// The kit is printed, and the two groups that are asked for are typed back from it.
pub(crate) async fn type_groups_back(window: &Window, groups: &[String]) -> Step {
    window.press("It is printed").await?;
    for (place, group) in groups.iter().enumerate() {
        let label = format!("Group {}", place + 1);
        if window.has("field", &label).await? {
            window.fill(&label, group).await?;
        }
    }
    window.picture("two-groups-typed-back").await?;
    window.press("The kit is on paper").await
}

/// Somebody signs on.
pub(crate) async fn sign_on(window: &Window, person: &Player) -> Step {
    window.press(person.name).await?;
    window.fill(&format!("Passphrase of {}", person.name), person.passphrase).await?;
    window.press("Sign on").await?;
    window.find("button", "Lock").await.map(drop)
}

/// One person leaves the station, the next takes it.
pub(crate) async fn change_to(window: &Window, person: &Player) -> Step {
    window.press("Lock").await?;
    window.find("heading", "Who is here?").await?;
    sign_on(window, person).await
}

/// Where the clinic's papers are put.
pub(crate) fn papers(vault: &Path) -> PathBuf {
    vault.join("outgoing/papers")
}

/// Leaves what the journey wrote beside its pictures.
pub(crate) fn keep_papers(window: &Window, vault: &Path) -> Step {
    let (from, to) = (vault.join("outgoing"), window.pictures().join("papers"));
    let copied = Command::new("cp").arg("-r").arg(&from).arg(&to).status();
    let copied = copied.map_err(|why| format!("the papers were not kept: {why}"))?;
    if copied.success() { Ok(()) } else { Err(format!("the papers in {} were not kept", from.display())) }
}

async fn add(window: &Window, person: &Player) -> Step {
    window.press("Add a person").await?;
    window.tap("dialog", "Add a person").await?;
    window.fill("Name", person.full_name).await?;
    window.fill("Sign-on name", person.name).await?;
    window.tick("Is", &role(person)).await?;
    window.fill("Passphrase", person.passphrase).await?;
    window.fill("The same passphrase again", person.passphrase).await?;
    window.press("Add to the clinic").await?;
    window.see(&format!("{} can sign on now.", person.full_name)).await
}

/// What the person is, as the box says it.
fn role(person: &Player) -> String {
    let (first, rest) = person.role.as_str().split_at(1);
    first.to_uppercase() + rest
}

/// The same clinic, founded without its window, for journeys that begin at the desk.
pub(crate) async fn founded_already(vault: &Path) -> Step {
    let founded = practice::demo::found(vault.to_path_buf(), Arc::new(the_hour), 7).await;
    let (station, _) = founded.map_err(|refusal| format!("the clinic was not founded: {refusal}"))?;
    station.lock().await;
    Ok(())
}

/// A clinic of an administrator and a nurse, founded in earnest and without its window, with its kit on paper: the
/// groups of that kit.
pub(crate) async fn founded_in_earnest(vault: &Path) -> Step<Vec<String>> {
    let said = |refusal: practice::Refusal| format!("the clinic was not founded: {refusal}");
    let station = Station::new(vault.to_path_buf(), Arc::new(the_hour), 7);
    let request = CreateClinic {
        clinic_name: "Harbour Street Urology".to_owned(),
        zone: "Europe/Berlin".to_owned(),
        site_letter: "H".to_owned(),
        temperature_unit: "degC".parse().map_err(|_| "there is no such unit".to_owned())?,
        single_handed: false,
        sign_on_name: ADMINISTRATOR.name.to_owned(),
        name: ADMINISTRATOR.full_name.to_owned(),
        roles: vec![ADMINISTRATOR.role],
        passphrase: ADMINISTRATOR.passphrase.to_owned(),
    };
    let kit = create_clinic(&station, request).await.map_err(said)?;
    let desk = station.desk().await.map_err(said)?;
    let answers = kit.asked.iter().map(|number| kit.groups[*number as usize - 1].clone()).collect();
    confirm_kit(&desk, ConfirmKit { answers }).await.map_err(said)?;
    let nurse = AddStaff {
        sign_on_name: NURSE.name.to_owned(),
        name: NURSE.full_name.to_owned(),
        roles: vec![NURSE.role],
        passphrase: NURSE.passphrase.to_owned(),
    };
    staff::add(&desk, nurse).await.map_err(said)?;
    drop(desk);
    station.lock().await;
    Ok(kit.groups)
}

#[expect(clippy::disallowed_methods, reason = "the window that opens this vault next lives by the machine's clock")]
pub(crate) fn the_hour() -> chrono::DateTime<chrono::Utc> {
    chrono::Utc::now()
}

/// The groups of the printed kit, read from its paper as a person would: a number, then its group.
pub(crate) fn read_kit(paper: &Path) -> Step<Vec<String>> {
    let text = Command::new("pdftotext").arg("-layout").arg(paper).arg("-").output();
    let text = text.map_err(|why| format!("the kit could not be read ({why}): run `cargo xtask setup`"))?;
    let text = String::from_utf8_lossy(&text.stdout).into_owned();
    let words: Vec<&str> = text.split_whitespace().collect();
    let groups = groups_from(&words);
    if groups.len() < 2 { Err(format!("no groups stand on the kit:\n{text}")) } else { Ok(groups) }
}

/// Numbers in order, each followed by five signs that are set so widely that they may read as several words.
fn groups_from(words: &[&str]) -> Vec<String> {
    let mut groups: Vec<String> = Vec::new();
    let mut words = words.iter();
    // Other words may stand between two rows.
    while words.any(|word| *word == (groups.len() + 1).to_string()) {
        let mut group = String::new();
        while group.len() < 5 {
            let Some(word) = words.next() else { return groups };
            group.push_str(word);
        }
        groups.push(group);
    }
    groups
}
