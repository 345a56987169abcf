//! One process for one vault: `vault.lock` is held from unlocking to locking.

use crate::{VaultError, private};
use std::fs::{File, TryLockError};
use std::path::Path;
use std::time::Duration;

/// Somebody may still be finishing: an act that was at work when the station locked lets go when it is done.
const PATIENCE: u32 = 30;
const GLANCE: Duration = Duration::from_millis(50);

/// Held while this process has the vault open. The system lets go of it even when the process is killed.
pub(crate) struct LockFile {
    _file: File,
}

impl LockFile {
    /// Takes the lock of the vault in `dir`, or says that another process has it.
    pub(crate) fn take(dir: &Path) -> Result<Self, VaultError> {
        let file = private::open_or_make(&dir.join("vault.lock"))?;
        for _ in 0..PATIENCE {
            match file.try_lock() {
                Ok(()) => return Ok(Self { _file: file }),
                Err(TryLockError::WouldBlock) => std::thread::sleep(GLANCE),
                Err(TryLockError::Error(cause)) => return Err(VaultError::Io(cause)),
            }
        }
        Err(VaultError::InUse)
    }
}
