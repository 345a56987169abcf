//! Making a vault, and opening it with a passphrase. With the recovery kit it is opened in [`crate::by_kit`].
//!
//! The functions here derive keys and so take half a second to a second: call them where waiting holds up nobody.

use crate::attempts::{Attempts, FailedAttempt, Wait};
use crate::condition::{self, Condition, Tile};
use crate::cost::Cost;
use crate::database::{self, Connection, Connections, DatabaseKey, Work};
use crate::key_file::{self, KeyFile};
use crate::lock_file::LockFile;
use crate::passphrase::Passphrase;
use crate::private;
use crate::recovery::{KitError, RecoveryKit};
use crate::root::{Purpose, RootKey};
use crate::seal::Seal;
use crate::slot::{self, Holder, Secrets, Slot};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use uuid::Uuid;

/// What a new vault begins with.
pub struct NewVault {
    /// Its id for ever.
    pub vault_id: Uuid,
    /// The first person.
    pub staff_id: Uuid,
    /// How they sign on.
    pub sign_on_name: String,
    /// What they chose.
    pub passphrase: Passphrase,
    /// What a guess at it shall cost.
    pub cost: Cost,
}

/// A vault while somebody is signed on. Dropping it wipes the keys and lets the next process in.
///
/// Close what came out of [`OpenVault::writer`] and [`OpenVault::readers`] first.
pub struct OpenVault {
    pub(crate) dir: PathBuf,
    pub(crate) vault_id: Uuid,
    pub(crate) staff_id: Uuid,
    pub(crate) root: RootKey,
    keys: Mutex<KeyFile>,
    seal: Seal,
    database: PathBuf,
    database_key: Arc<DatabaseKey>,
    _lock: LockFile,
}

/// Why a vault could not be made, changed or read.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// The folder holds something already.
    #[error("the folder already holds something")]
    Occupied(Condition),
    /// Another process has the vault open.
    #[error("the vault is open in another program")]
    InUse,
    /// Somebody with this sign-on name is there already.
    #[error("somebody signs on with this name already")]
    NameTaken,
    /// Nobody of this id or name.
    #[error("nobody of that name")]
    UnknownPerson,
    /// The present passphrase is not this one.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// Something is not as this program wrote it.
    #[error("the vault's keys are not as this program wrote them")]
    Tampered,
    /// The system gave no random bytes.
    #[error("the system gives no random numbers")]
    NoChance,
    /// Deriving a key needs more memory than there is.
    #[error("not enough memory to derive a key")]
    NoMemory,
    /// Built with a SQLite or SQLCipher that has known faults.
    #[error("built with a database library that must not be used")]
    OldSqlite,
    /// The file system refused.
    #[error("the file system refused: {0}")]
    Io(#[from] std::io::Error),
    /// The database refused, or is not what the key says.
    #[error("the database refused")]
    Database(#[from] sqlx::Error),
}

impl VaultError {
    /// Whether the database file itself is broken or was not encrypted with this vault's key.
    #[must_use]
    pub fn is_damage(&self) -> bool {
        matches!(self, Self::Database(cause) if is_damage(cause))
    }
}

/// Whether the database says that its file is broken, or not encrypted with this key.
#[must_use]
pub fn is_damage(problem: &sqlx::Error) -> bool {
    let sqlx::Error::Database(cause) = problem else { return false };
    // SQLITE_NOTADB and SQLITE_CORRUPT with its kinds.
    cause.code().and_then(|code| code.parse::<i32>().ok()).is_some_and(|code| matches!(code & 0xff, 11 | 26))
}

/// Why a vault was not unlocked.
#[derive(Debug, thiserror::Error)]
pub enum UnlockError {
    /// Wrong passphrase, unknown person, or too soon: which of them is not told. The next attempt counts after the wait.
    #[error("the name or the passphrase is not right")]
    Refused {
        /// Seconds until another attempt is looked at; 0 is at once.
        wait_seconds: u32,
    },
    /// A hundred wrong passphrases in a row: a colleague's unlocking or the recovery kit ends it.
    #[error("stopped after a hundred wrong passphrases")]
    Stopped,
    /// There is no whole vault of ours in the folder.
    #[error("there is no vault to unlock")]
    Unusable(Condition),
    /// The recovery kit is mistyped.
    #[error(transparent)]
    Kit(#[from] KitError),
    /// The recovery kit is not one of this vault, or has been replaced. The next kit counts after the wait.
    #[error("this recovery kit does not belong to this vault, or was replaced by a newer one")]
    WrongKit {
        /// Seconds until another kit is looked at; 0 is at once.
        wait_seconds: u32,
    },
    /// After wrong kits, this one came too soon and was not looked at.
    #[error("too many wrong recovery kits in a row")]
    KitTooSoon {
        /// Seconds until another kit is looked at.
        wait_seconds: u32,
    },
    /// Anything else.
    #[error(transparent)]
    Failed(#[from] VaultError),
}

/// Makes a vault in `dir`, which must be empty or missing, and leaves it open.
///
/// # Errors
/// When the folder holds something, or the disk refuses; what was written then counts as nothing.
pub fn create(dir: &Path, new: NewVault) -> Result<(OpenVault, RecoveryKit), VaultError> {
    match condition::look(dir) {
        Condition::Missing => {}
        found => return Err(VaultError::Occupied(found)),
    }
    private::make_folder(dir)?;
    let lock = LockFile::take(dir)?;
    let root = RootKey::make(new.vault_id)?;
    let secrets = Secrets::make()?;
    let mut keys = KeyFile::new(new.vault_id);
    let NewVault { vault_id: _, staff_id, sign_on_name, passphrase, cost } = new;
    let holder = Holder { staff_id, sign_on_name: &sign_on_name, version: 1 };
    keys.put(Slot::seal(&root, &holder, &secrets, &passphrase, cost)?);
    let (kit, kit_slot) = RecoveryKit::make(&root)?;
    keys.kits.push(kit_slot);
    // The staged key file marks the folder as a beginning, so that a crash before the commit leaves it free again.
    keys.stage(dir, &root)?;
    let open = OpenVault::new(dir, keys, root, staff_id, &secrets, lock);
    database::make(&open.database, &open.database_key)?;
    open.keys().commit(dir, &open.root)?;
    Ok((open, kit))
}

/// Opens the vault in `dir` for the person who signs on as `sign_on_name`.
///
/// # Errors
/// A wrong passphrase and an unknown name are refused alike and take the same time.
pub fn unlock(dir: &Path, sign_on_name: &str, passphrase: &Passphrase, now_ms: i64) -> Result<OpenVault, UnlockError> {
    let (keys, lock) = take(dir)?;
    let mut attempts = Attempts::read(dir)?;
    match attempts.wait(sign_on_name, now_ms) {
        Wait::No => {}
        Wait::Seconds(wait_seconds) => return Err(UnlockError::Refused { wait_seconds }),
        Wait::Stopped => return Err(UnlockError::Stopped),
    }
    let slot = keys.keys.slot_of(sign_on_name);
    let secrets = if let Some(slot) = slot {
        slot.open(keys.keys.vault_id, passphrase)
    } else {
        slot::open_nobodys(keys.keys.slots.first().map_or(Cost::floor(), |slot| slot.cost), passphrase);
        None
    };
    let (Some(slot), Some(secrets)) = (slot, secrets) else {
        let wait = attempts.count(sign_on_name, slot.map(|slot| slot.staff_id), now_ms);
        attempts.write(dir)?;
        return Err(match wait {
            Wait::No => UnlockError::Refused { wait_seconds: 0 },
            Wait::Seconds(wait_seconds) => UnlockError::Refused { wait_seconds },
            Wait::Stopped => UnlockError::Stopped,
        });
    };
    let root = slot.open_root(keys.keys.vault_id, &secrets).ok_or(VaultError::Tampered)?;
    if !keys.is_genuine(&root) {
        return Err(VaultError::Tampered.into());
    }
    attempts.forgive(sign_on_name);
    attempts.write(dir)?;
    let staff_id = slot.staff_id;
    Ok(OpenVault::new(dir, keys.keys, root, staff_id, &secrets, lock))
}

/// Reads the key file of a whole vault and takes its lock.
pub(crate) fn take(dir: &Path) -> Result<(key_file::ReadKeyFile, LockFile), UnlockError> {
    // Looked at first without the lock file, so that nothing is written into a folder that is not ours.
    condition::read(dir).map_err(UnlockError::Unusable)?;
    let lock = LockFile::take(dir)?;
    let keys = condition::read(dir).map_err(UnlockError::Unusable)?;
    Ok((keys, lock))
}

impl OpenVault {
    pub(crate) fn new(
        dir: &Path,
        keys: KeyFile,
        root: RootKey,
        staff_id: Uuid,
        secrets: &Secrets,
        lock: LockFile,
    ) -> Self {
        let epoch = keys.epoch;
        Self {
            dir: dir.to_owned(),
            vault_id: keys.vault_id,
            staff_id,
            seal: Seal::new(&root, epoch, secrets),
            database: key_file::database(dir, epoch),
            database_key: Arc::new(DatabaseKey(root.derive(Purpose::Database, epoch))),
            keys: Mutex::new(keys),
            root,
            _lock: lock,
        }
    }

    /// Which vault this is.
    #[must_use]
    pub fn vault_id(&self) -> Uuid {
        self.vault_id
    }

    /// Who is signed on.
    #[must_use]
    pub fn staff_id(&self) -> Uuid {
        self.staff_id
    }

    /// How the person signed on is called on the lock page.
    #[must_use]
    pub fn sign_on_name(&self) -> String {
        let keys = self.keys();
        keys.slots
            .iter()
            .find(|slot| slot.staff_id == self.staff_id)
            .map(|slot| slot.sign_on_name.clone())
            .unwrap_or_default()
    }

    /// Everybody who may unlock the vault.
    #[must_use]
    pub fn people(&self) -> Vec<Tile> {
        condition::tiles(&self.keys())
    }

    /// What chains the audit trail and signs as the person signed on.
    #[must_use]
    pub fn seal(&self) -> Seal {
        self.seal.clone()
    }

    /// The connection that writes. Close it before the vault is dropped.
    #[must_use]
    pub fn writer(&self) -> Connections {
        database::connections(&self.database, Arc::clone(&self.database_key), Work::Writing)
    }

    /// Up to three connections that can only read.
    #[must_use]
    pub fn readers(&self) -> Connections {
        database::connections(&self.database, Arc::clone(&self.database_key), Work::Reading)
    }

    /// A connection without the guard, for migrations and checks; close it before asking for a writer.
    ///
    /// # Errors
    /// When the database is damaged or the disk refuses.
    pub async fn maintenance(&self) -> Result<Connection, VaultError> {
        database::open(&self.database, &self.database_key, Work::Maintaining).await
    }

    /// Wrong passphrases since the last session, for the audit trail; they are forgotten here once taken.
    ///
    /// # Errors
    /// When the disk refuses; they are then kept.
    pub fn take_failed_attempts(&self) -> Result<Vec<FailedAttempt>, VaultError> {
        let mut attempts = Attempts::read(&self.dir)?;
        let failed = attempts.failed().to_vec();
        if !failed.is_empty() {
            attempts.forget_failed();
            attempts.write(&self.dir)?;
        }
        Ok(failed)
    }

    pub(crate) fn keys(&self) -> MutexGuard<'_, KeyFile> {
        // A panic between reading and committing leaves the copy in memory ahead of the file, never torn.
        self.keys.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
