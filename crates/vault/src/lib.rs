//! Keys and the locked file: who may open the clinic's records, and how the open database is guarded.
//!
//! A vault is a folder. `vault.keys` holds a slot for each person, sealed by their passphrase, and from it the root
//! key, from which every other key follows. `vault-eNNNN.db` is the encrypted database. This room opens both and
//! knows nothing of what is stored there.

mod attempts;
mod by_kit;
mod chance;
mod condition;
mod cost;
mod database;
mod guard;
mod hex;
mod key_file;
mod lock_file;
mod open;
mod passphrase;
mod people;
mod pin;
mod private;
mod recovery;
mod root;
mod seal;
mod slot;

pub use attempts::{FailedAttempt, wait_after};
pub use by_kit::{ByKit, unlock_with_kit};
pub use condition::{Condition, Lock, Tile, look};
pub use cost::Cost;
pub use database::{Connection, Connections};
pub use open::{NewVault, OpenVault, UnlockError, VaultError, create, is_damage, unlock};
pub use passphrase::{Passphrase, Strength, WeakPassphrase, strength};
pub use pin::{is_pin, keep_pin};
pub use recovery::{KitError, RecoveryKit, check_kit, groups_as_typed, is_group};
pub use seal::Seal;

#[cfg(test)]
mod tests;
