//! The people of the clinic.

use crate::{Error, Event, Reading, Writing};
use clinic::ids::StaffId;
use clinic::staff::Role;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// One person, as the list of people shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct StaffView {
    /// The person.
    pub staff_id: StaffId,
    /// Short name typed or tapped at sign-on.
    pub sign_on_name: String,
    /// Name as printed on papers.
    pub name: String,
    /// What the person may be.
    pub roles: Vec<Role>,
    /// Still works here.
    pub active: bool,
}

struct Row {
    id: Uuid,
    sign_on_name: String,
    name: String,
    roles: String,
    active: bool,
}

impl TryFrom<Row> for StaffView {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let roles: Result<Vec<Role>, _> = row.roles.split(' ').map(str::parse).collect();
        Ok(Self {
            staff_id: row.id.into(),
            sign_on_name: row.sign_on_name,
            name: row.name,
            roles: roles.map_err(|problem| Error::Damaged(problem.to_string()))?,
            active: row.active,
        })
    }
}

impl Reading {
    /// Everybody, by name.
    pub async fn staff(&mut self) -> Result<Vec<StaffView>, Error> {
        sqlx::query_as!(
            Row,
            r#"
            select id as "id: Uuid", sign_on_name, name, roles, active as "active: bool"
            from staff
            order by name collate nocase
            "#
        )
        .fetch_all(self.conn())
        .await?
        .into_iter()
        .map(StaffView::try_from)
        .collect()
    }

    /// One person.
    pub async fn staff_member(&mut self, staff: StaffId) -> Result<Option<StaffView>, Error> {
        let id = Uuid::from(staff);
        sqlx::query_as!(
            Row,
            r#"
            select id as "id: Uuid", sign_on_name, name, roles, active as "active: bool"
            from staff
            where id = ?
            "#,
            id,
        )
        .fetch_optional(self.conn())
        .await?
        .map(StaffView::try_from)
        .transpose()
    }
}

impl Writing {
    /// Adds a person.
    ///
    /// # Errors
    /// [`Error::Taken`] when somebody already signs on by that name.
    pub async fn add_staff(&mut self, person: &StaffView) -> Result<(), Error> {
        let id = Uuid::from(person.staff_id);
        let roles = person.roles.iter().map(|role| role.as_str()).collect::<Vec<_>>().join(" ");
        sqlx::query!(
            "insert into staff (id, sign_on_name, name, roles, active, version) values (?, ?, ?, ?, ?, 1)",
            id,
            person.sign_on_name,
            person.name,
            roles,
            person.active,
        )
        .execute(self.conn())
        .await
        .map_err(|problem| crate::taken(problem, "sign-on name"))?;
        self.trace(Event::first("staff.add", format!("staff/{id}"), person)).await
    }

    /// A person's keys were replaced: the trail keeps both public halves, the one that checks what was signed before
    /// and the one for what follows.
    pub async fn replace_keys(
        &mut self,
        staff: StaffId,
        (old, new): (Option<[u8; 32]>, Option<[u8; 32]>),
    ) -> Result<(), Error> {
        #[derive(Serialize)]
        #[serde(rename_all = "camelCase")]
        struct Keys {
            old_public_key: Option<String>,
            new_public_key: Option<String>,
        }
        let hex = |key: Option<[u8; 32]>| key.map(|key| clinic::canonical::hex(&key));
        let keys = Keys { old_public_key: hex(old), new_public_key: hex(new) };
        self.trace(Event::seen("staff.keys-replaced", format!("staff/{staff}"), &keys)).await
    }
}
