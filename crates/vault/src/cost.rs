//! What one guess at a passphrase costs: the parameters of Argon2id, and where they may not go.

use crate::passphrase::Passphrase;
use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};
use std::time::Instant;
use zeroize::Zeroizing;

const FLOOR_KIB: u32 = 64 * 1024;
const CEILING_KIB: u32 = 256 * 1024;
const PASSES: u32 = 3;
const LANES: u32 = 4;

/// The middle of the half second to second that a person is asked to wait.
const AIM_MS: u128 = 750;

/// Argon2id's memory, passes and lanes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Cost {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

impl Cost {
    /// The least that is ever accepted: 64 MiB, three passes, four lanes.
    #[must_use]
    pub const fn floor() -> Self {
        Self { memory_kib: FLOOR_KIB, passes: PASSES, lanes: LANES }
    }

    /// What takes this machine 0.5 to 1 s, between the floor and 256 MiB. Runs the floor once to find out.
    #[must_use]
    pub fn calibrated() -> Self {
        let started = Instant::now();
        let probe = Passphrase::from_typed("how long does this machine take");
        if Self::floor().derive(&probe, &[0; 16]).is_none() {
            return Self::floor();
        }
        let took_ms = started.elapsed().as_millis().max(1);
        let memory_mib = u32::try_from(64 * AIM_MS / took_ms).unwrap_or(u32::MAX);
        Self { memory_kib: memory_mib.saturating_mul(1024).clamp(FLOOR_KIB, CEILING_KIB), ..Self::floor() }
    }

    /// Whether a key file may ask for this. Less would make guessing cheap; much more would only stop the machine.
    pub(crate) const fn is_accepted(self) -> bool {
        self.memory_kib >= FLOOR_KIB
            && self.memory_kib <= 4 * CEILING_KIB
            && self.passes >= PASSES
            && self.passes <= 16
            && self.lanes >= LANES
            && self.lanes <= 16
    }

    /// The key that `passphrase` gives under `salt`; none when the machine has not the memory.
    pub(crate) fn derive(self, passphrase: &Passphrase, salt: &[u8; 16]) -> Option<Zeroizing<[u8; 32]>> {
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(32)).ok()?;
        let mut key = Zeroizing::new([0; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(passphrase.bytes(), salt, key.as_mut())
            .ok()?;
        Some(key)
    }

    /// The parameters as a slot's seal binds them.
    pub(crate) fn text(self) -> String {
        format!("argon2id m={} t={} p={}", self.memory_kib, self.passes, self.lanes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_file_cannot_talk_us_into_a_cheap_derivation() {
        assert!(Cost::floor().is_accepted());
        assert!(!Cost { memory_kib: FLOOR_KIB - 1, ..Cost::floor() }.is_accepted());
        assert!(!Cost { passes: 2, ..Cost::floor() }.is_accepted());
        assert!(!Cost { lanes: 1, ..Cost::floor() }.is_accepted());
        assert!(!Cost { memory_kib: u32::MAX, ..Cost::floor() }.is_accepted());
    }
}
