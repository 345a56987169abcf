//! One process for one vault: `vault.lock` is held from unlocking to locking.

use crate::{VaultError, private};
use std::fs::{File, TryLockError};
use std::path::Path;

/// Held while this process has the vault open. The system lets go of it even when the process is killed.
pub(crate) struct LockFile {
    _file: File,
}

impl LockFile {
    /// Takes the lock of the vault in `dir`, or says that another process has it.
    pub(crate) fn take(dir: &Path) -> Result<Self, VaultError> {
        let file = private::open_or_make(&dir.join("vault.lock"))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(VaultError::InUse),
            Err(TryLockError::Error(cause)) => Err(VaultError::Io(cause)),
        }
    }
}
