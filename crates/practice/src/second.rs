//! Two people: whoever puts something right says again who they are, and a second person confirms it by their own passphrase.

use crate::{Deed, Desk, Refusal};
use clinic::ids::StaffId;
use serde::Deserialize;

/// The second person, who stands at the desk and says who they are.
#[derive(Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct SecondPerson {
    /// The first person's own passphrase, again.
    pub own_passphrase: String,
    /// The second person's sign-on name; empty when somebody works alone.
    pub name: String,
    /// Their passphrase.
    pub passphrase: String,
}

// Passphrases never reach a log, not even by way of `{:?}`.
impl std::fmt::Debug for SecondPerson {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SecondPerson").field("name", &self.name).finish_non_exhaustive()
    }
}

impl Desk {
    /// Both say who they are. None for the second only in a clinic that has declared that one person works alone.
    ///
    /// # Errors
    /// Beside `ownPassphrase`, `second` or `secondPassphrase`: what did not fit; or `locked`.
    pub(crate) async fn two_people(&self, second: &SecondPerson, deed: Deed) -> Result<Option<StaffId>, Refusal> {
        let name = second.name.trim();
        if name.is_empty() && !self.clinic.single_handed {
            let words = "A second person confirms this: they type their sign-on name and their own passphrase.";
            return Err(Refusal::field("second", "second-person-missing", words));
        }
        self.confirm_passphrase(&second.own_passphrase).await.map_err(|refusal| refusal.beside("ownPassphrase"))?;
        if name.is_empty() {
            return Ok(None);
        }
        let person = self.second_person(name, &second.passphrase, deed).await;
        Ok(Some(person.map_err(|refusal| refusal.beside("secondPassphrase"))?.staff))
    }
}
