//! A PIN as it is kept inside the encrypted record: an Argon2id digest, which opens nothing by itself.

use crate::cost::Cost;
use crate::hex::Hex;
use crate::passphrase::Passphrase;
use crate::{VaultError, chance};
use serde::{Deserialize, Serialize};

/// What is kept of a PIN, and what checks it.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Kept {
    cost: Cost,
    salt: Hex,
    digest: Hex,
}

/// The text that is kept of `pin`. Takes a fifth of a second.
///
/// # Errors
/// When the system gives no random bytes, or has not the memory.
pub fn keep_pin(pin: &str) -> Result<String, VaultError> {
    let salt: [u8; 16] = chance::make_public()?;
    let cost = Cost::floor();
    let digest = cost.derive(&Passphrase::from_typed(pin), &salt).ok_or(VaultError::NoMemory)?;
    let kept = Kept { cost, salt: Hex::from(salt.as_slice()), digest: Hex::from(digest.as_slice()) };
    Ok(serde_json::to_string(&kept).map_err(std::io::Error::other)?)
}

/// Whether `pin` is the one of which `kept` was kept. Takes a fifth of a second.
#[must_use]
pub fn is_pin(kept: &str, pin: &str) -> bool {
    let Some(kept) = serde_json::from_str::<Kept>(kept).ok().filter(|kept| kept.cost.is_accepted()) else {
        return false;
    };
    let (Some(salt), Some(digest)) = (kept.salt.array::<16>(), kept.digest.array::<32>()) else { return false };
    let derived = kept.cost.derive(&Passphrase::from_typed(pin), &salt);
    // Without an early end, so that the time tells nothing of how much was right.
    derived
        .is_some_and(|derived| derived.iter().zip(digest).fold(0, |differs, (one, other)| differs | one ^ other) == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_is_known_again_and_nothing_else_is() {
        let kept = keep_pin("482915").unwrap();
        assert!(is_pin(&kept, "482915"));
        assert!(!is_pin(&kept, "482916") && !is_pin(&kept, ""));
        assert!(!kept.contains("482915"));
        assert_ne!(keep_pin("482915").unwrap(), kept, "salted");
        assert!(
            !is_pin("", "482915") && !is_pin(&kept.replace("65536", "8"), "482915"),
            "a cheapened one counts as none"
        );
    }
}
