//! `vault.keys`: two lines of JSON. The first says who may open the vault, the second proves that nobody changed it.
//!
//! The second line carries a plain digest, so that a damaged file is told from a wrong passphrase, and a MAC under a
//! key that follows from the root, so that a changed one is told at the first unlocking.

use crate::hex::Hex;
use crate::root::{Purpose, RootKey, SealedRoot, mac};
use crate::slot::Slot;
use crate::{VaultError, private};
use hmac::Mac;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::io;
use std::path::{Path, PathBuf};
use unicode_normalization::UnicodeNormalization;
use uuid::Uuid;

/// The one format this program writes.
pub(crate) const FORMAT_VERSION: u32 = 1;
const FORMAT: &str = "fourglass vault keys";
const NAME: &str = "vault.keys";
/// Beyond this a file is not ours; nobody's clinic has so many people.
const MOST_BYTES: u64 = 4 * 1024 * 1024;

/// The first line.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct KeyFile {
    format: String,
    version: u32,
    pub(crate) vault_id: Uuid,
    /// Counts every change, so that two copies can be put in order.
    pub(crate) generation: u32,
    /// Which database file and keys are in force.
    pub(crate) epoch: u32,
    pub(crate) slots: Vec<Slot>,
    pub(crate) kits: Vec<KitSlot>,
}

/// What the key file holds of one recovery kit.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct KitSlot {
    pub(crate) kit_id: Uuid,
    /// So that the root key can be changed without the paper at hand.
    pub(crate) agreement_key: Hex,
    pub(crate) root: SealedRoot,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Proof {
    sha256: Hex,
    mac: Hex,
}

/// A key file as read, with the bytes that its proof speaks of.
pub(crate) struct ReadKeyFile {
    pub(crate) keys: KeyFile,
    line: Vec<u8>,
    mac: Hex,
}

/// Why a key file cannot be used.
#[derive(Debug)]
pub(crate) enum Unreadable {
    Missing,
    Foreign,
    Damaged(&'static str),
    Newer(u32),
    Io(io::Error),
}

/// Enough of the first line to tell whose it is.
#[derive(Deserialize)]
struct Header {
    format: String,
    version: u32,
}

impl KeyFile {
    pub(crate) fn new(vault_id: Uuid) -> Self {
        let (slots, kits) = (Vec::new(), Vec::new());
        Self { format: FORMAT.to_owned(), version: FORMAT_VERSION, vault_id, generation: 0, epoch: 1, slots, kits }
    }

    /// Reads the key file of the vault in `dir`.
    pub(crate) fn read(dir: &Path) -> Result<ReadKeyFile, Unreadable> {
        let path = dir.join(NAME);
        match std::fs::metadata(&path) {
            Ok(about) if about.len() > MOST_BYTES => return Err(Unreadable::Foreign),
            Ok(_) => {}
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Err(Unreadable::Missing),
            Err(cause) => return Err(Unreadable::Io(cause)),
        }
        parse(&std::fs::read(path).map_err(Unreadable::Io)?)
    }

    /// The person who signs on as `name`, in whatever case and form it is typed.
    pub(crate) fn slot_of(&self, name: &str) -> Option<&Slot> {
        let name = sign_on_form(name);
        self.slots.iter().find(|slot| sign_on_form(&slot.sign_on_name) == name)
    }

    /// Puts `slot` in the place of the same person's, or adds it.
    pub(crate) fn put(&mut self, slot: Slot) {
        self.slots.retain(|other| other.staff_id != slot.staff_id);
        self.slots.push(slot);
    }

    /// Writes the next generation. Killed anywhere, this leaves either the old file or the new one in force.
    pub(crate) fn commit(&mut self, dir: &Path, root: &RootKey) -> Result<(), VaultError> {
        self.generation += 1;
        self.stage(dir, root)?;
        keep_previous(dir)?;
        private::swap_in(&staged(dir), &dir.join(NAME))?;
        Ok(())
    }

    /// Writes the next generation twice, so that the one kept before it opens nothing either: for what was taken away.
    pub(crate) fn commit_for_good(&mut self, dir: &Path, root: &RootKey) -> Result<(), VaultError> {
        self.commit(dir, root)?;
        self.commit(dir, root)
    }

    /// Writes the next generation beside the one in force, which stays as it is.
    pub(crate) fn stage(&self, dir: &Path, root: &RootKey) -> Result<(), VaultError> {
        let mut bytes = serde_json::to_vec(self).map_err(io::Error::other)?;
        let proof = Proof {
            sha256: Hex::from(Sha256::digest(&bytes).as_slice()),
            mac: Hex::from(self.proof(root, &bytes).finalize().into_bytes().as_slice()),
        };
        bytes.push(b'\n');
        serde_json::to_writer(&mut bytes, &proof).map_err(io::Error::other)?;
        bytes.push(b'\n');
        private::write_through(&staged(dir), &bytes)?;
        Ok(())
    }

    fn proof(&self, root: &RootKey, line: &[u8]) -> hmac::Hmac<Sha256> {
        mac(&root.derive(Purpose::KeyFile, self.epoch)).chain_update(line)
    }
}

impl ReadKeyFile {
    /// Whether the file is as somebody who held the root key wrote it.
    pub(crate) fn is_genuine(&self, root: &RootKey) -> bool {
        self.keys.proof(root, &self.line).verify_slice(&self.mac.0).is_ok()
    }
}

/// The file's path while it is being written; left over only when that was interrupted.
pub(crate) fn staged(dir: &Path) -> PathBuf {
    dir.join("vault.keys.new")
}

/// The generation before the one in force.
pub(crate) fn previous(dir: &Path) -> PathBuf {
    dir.join("vault.keys.prev")
}

/// The database file of `epoch`.
pub(crate) fn database(dir: &Path, epoch: u32) -> PathBuf {
    dir.join(format!("vault-e{epoch:04}.db"))
}

/// Sign-on names are compared without case, outer spaces and differences in how accents are typed.
pub(crate) fn sign_on_form(name: &str) -> String {
    name.trim().nfc().collect::<String>().to_lowercase()
}

fn keep_previous(dir: &Path) -> io::Result<()> {
    match std::fs::read(dir.join(NAME)) {
        Ok(bytes) => {
            let half = dir.join("vault.keys.prev.new");
            private::write_through(&half, &bytes)?;
            private::swap_in(&half, &previous(dir))
        }
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(cause) => Err(cause),
    }
}

fn parse(bytes: &[u8]) -> Result<ReadKeyFile, Unreadable> {
    let mut lines = bytes.split(|byte| *byte == b'\n');
    let line = lines.next().unwrap_or_default().to_vec();
    let Ok(header) = serde_json::from_slice::<Header>(&line) else {
        // A cut or flipped file of ours still begins as ours do; anything else belongs to somebody else.
        let ours = line.starts_with(format!("{{\"format\":\"{FORMAT}\"").as_bytes());
        return Err(if ours { Unreadable::Damaged("the key file is cut off or altered") } else { Unreadable::Foreign });
    };
    if header.format != FORMAT {
        return Err(Unreadable::Foreign);
    }
    if header.version > FORMAT_VERSION {
        return Err(Unreadable::Newer(header.version));
    }
    let proof: Proof = lines
        .next()
        .and_then(|second| serde_json::from_slice(second).ok())
        .ok_or(Unreadable::Damaged("the key file's second line is missing"))?;
    if proof.sha256.0 != Sha256::digest(&line).as_slice() {
        return Err(Unreadable::Damaged("the key file does not match its own digest"));
    }
    let keys: KeyFile =
        serde_json::from_slice(&line).map_err(|_| Unreadable::Damaged("the key file lacks something it must have"))?;
    if keys.slots.is_empty() || !keys.slots.iter().all(Slot::is_whole) {
        return Err(Unreadable::Damaged("the key file holds a slot that this program would never write"));
    }
    Ok(ReadKeyFile { keys, line, mac: proof.mac })
}
