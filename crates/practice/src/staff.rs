//! The people of the clinic: who they are, and adding one.

use crate::form::Form;
use crate::{Deed, Desk, Refusal};
use clinic::patient::NamePart;
use clinic::staff::Role;
pub use records::staff::StaffView;
use serde::Deserialize;
use std::sync::Arc;
use vault::{Passphrase, VaultError};
use zeroize::Zeroizing;

/// A person as the administrator adds them; the passphrase is typed by that person.
#[derive(Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct AddStaff {
    /// Short name for signing on.
    pub sign_on_name: String,
    /// Name as printed on papers.
    pub name: String,
    /// What the person may be.
    pub roles: Vec<Role>,
    /// Chosen by the person.
    pub passphrase: String,
}

/// Everybody who works here.
pub async fn list(desk: &Desk) -> Result<Vec<StaffView>, Refusal> {
    desk.may(Deed::KeepClinic)?;
    Ok(desk.records.reading().await?.staff().await?)
}

/// Adds a person: a key slot in the vault, then a row in the record. A slot without a row cannot sign on.
pub async fn add(desk: &Desk, request: AddStaff) -> Result<StaffView, Refusal> {
    desk.may(Deed::KeepClinic)?;
    let mut form = Form::default();
    let passphrase = Zeroizing::new(request.passphrase);
    let sign_on_name = form.read("signOnName", parse_sign_on_name(&request.sign_on_name));
    let name = form.read("name", NamePart::parse(&request.name));
    form.read("roles", check_roles(&request.roles, desk.clinic.single_handed));
    let names = [request.sign_on_name.as_str(), request.name.as_str(), desk.clinic.name.as_str()];
    let chosen = form.read("passphrase", Passphrase::parse(&passphrase, &names));
    let (Some(sign_on_name), Some(name), Some(chosen), true) = (sign_on_name, name, chosen, form.is_clean()) else {
        return Err(form.refusal());
    };
    let mut writing = desk.writing().await?;
    let person = StaffView {
        staff_id: writing.id(),
        sign_on_name,
        name: name.as_str().to_owned(),
        roles: request.roles,
        active: true,
    };
    writing.add_staff(&person).await.map_err(|problem| match problem {
        records::Error::Taken(_) => name_taken(),
        other => other.into(),
    })?;
    let session = Arc::clone(&desk.session);
    let (staff_id, sign_on_name) = (person.staff_id, person.sign_on_name.clone());
    tokio::task::spawn_blocking(move || session.vault.add_person(staff_id.into(), &sign_on_name, &chosen))
        .await
        .map_err(|problem| Refusal::unexpected(&problem))?
        .map_err(|problem| match problem {
            VaultError::NameTaken => name_taken(),
            other => Refusal::unexpected(&other),
        })?;
    writing.commit().await?;
    Ok(person)
}

fn name_taken() -> Refusal {
    Refusal::field("signOnName", "sign-on-name-taken", "Somebody already signs on by this name. Choose another.")
}

/// Short, on one line, without spaces at its ends.
pub(crate) fn parse_sign_on_name(text: &str) -> Result<String, &'static str> {
    let name = text.trim();
    let fits = (1..=40).contains(&name.chars().count()) && !name.chars().any(char::is_control);
    if fits { Ok(name.to_owned()) } else { Err("choose a short name of 1 to 40 characters for signing on") }
}

/// An administrator never opens charts, so the two do not go together, except where one person is the whole clinic.
pub(crate) fn check_roles(roles: &[Role], single_handed: bool) -> Result<(), &'static str> {
    let administrator = roles.contains(&Role::Administrator);
    match roles {
        [] => Err("choose what this person is"),
        _ if administrator && roles.len() > 1 && !single_handed => {
            Err("an administrator does not also treat patients, except in a declared single-handed practice")
        }
        _ => Ok(()),
    }
}
