//! What lies in a folder, found out without a passphrase and without touching anything.

use crate::key_file::{self, KeyFile, ReadKeyFile, Unreadable};
use std::path::Path;
use uuid::Uuid;

/// What a folder holds, as far as can be seen from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// Nothing yet: a vault can be made here.
    Missing,
    /// A vault, locked.
    Ready(Lock),
    /// Something that is not a vault of ours; the sentence says what.
    Foreign(String),
    /// A vault of ours that is not whole; the sentence says what is wrong.
    Damaged(String),
    /// A vault made by a newer version of the program, with that format version.
    Newer(u32),
}

/// A vault that can be unlocked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lock {
    /// Which vault.
    pub vault_id: Uuid,
    /// Who may unlock it.
    pub people: Vec<Tile>,
}

/// One person as the lock page shows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tile {
    /// Who.
    pub staff_id: Uuid,
    /// As they sign on.
    pub sign_on_name: String,
}

/// What lies in `dir`. Reads only.
#[must_use]
pub fn look(dir: &Path) -> Condition {
    match read(dir) {
        Ok(read) => Condition::Ready(Lock { vault_id: read.keys.vault_id, people: tiles(&read.keys) }),
        Err(condition) => condition,
    }
}

pub(crate) fn tiles(keys: &KeyFile) -> Vec<Tile> {
    keys.slots.iter().map(|slot| Tile { staff_id: slot.staff_id, sign_on_name: slot.sign_on_name.clone() }).collect()
}

/// The key file of a whole vault, or what else lies there.
pub(crate) fn read(dir: &Path) -> Result<ReadKeyFile, Condition> {
    let read = match KeyFile::read(dir) {
        Ok(read) => read,
        Err(Unreadable::Missing) => return Err(without_keys(dir)),
        Err(Unreadable::Foreign) => {
            return Err(Condition::Foreign("vault.keys there was not written by this program".to_owned()));
        }
        Err(Unreadable::Damaged(what)) => return Err(Condition::Damaged(what.to_owned())),
        Err(Unreadable::Newer(version)) => return Err(Condition::Newer(version)),
        Err(Unreadable::Io(cause)) => {
            return Err(Condition::Damaged(format!("vault.keys cannot be read ({})", cause.kind())));
        }
    };
    match std::fs::metadata(key_file::database(dir, read.keys.epoch)) {
        // The smallest database is one page.
        Ok(about) if about.len() >= 512 => Ok(read),
        Ok(_) => Err(Condition::Damaged("the database file is cut off".to_owned())),
        Err(_) => Err(Condition::Damaged("the database file is missing".to_owned())),
    }
}

/// Whether somebody began to make a vault here and was interrupted before it counted.
pub(crate) fn is_unfinished(dir: &Path) -> bool {
    key_file::staged(dir).exists() && !key_file::previous(dir).exists()
}

/// A folder without `vault.keys`: empty, half made, somebody else's, or a vault that has lost its keys.
fn without_keys(dir: &Path) -> Condition {
    let entries = match std::fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => return Condition::Missing,
        Err(cause) => return Condition::Foreign(format!("the folder cannot be read ({})", cause.kind())),
    };
    if is_unfinished(dir) {
        return Condition::Missing;
    }
    let names: Vec<String> = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    if names.iter().any(|name| name.starts_with("vault-e") || name.starts_with("vault.keys")) {
        return Condition::Damaged("the vault is there, but its key file is missing".to_owned());
    }
    let others = names.iter().any(|name| !name.starts_with('.') && name != "vault.lock" && name != "attempts");
    if others {
        Condition::Foreign("the folder holds other files; choose an empty one".to_owned())
    } else {
        Condition::Missing
    }
}
