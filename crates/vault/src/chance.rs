//! The one place where this room asks the system for secret random bytes.

use crate::VaultError;
use zeroize::Zeroizing;

/// `N` fresh random bytes, wiped when dropped.
pub(crate) fn make_secret<const N: usize>() -> Result<Zeroizing<[u8; N]>, VaultError> {
    let mut bytes = Zeroizing::new([0; N]);
    getrandom::fill(bytes.as_mut()).map_err(|_| VaultError::NoChance)?;
    Ok(bytes)
}

/// `N` fresh random bytes that need no wiping: salts and nonces.
pub(crate) fn make_public<const N: usize>() -> Result<[u8; N], VaultError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| VaultError::NoChance)?;
    Ok(bytes)
}
