//! The two things that the record room may do with keys: chain an entry of the trail, and sign as the person at work.

use crate::root::{Purpose, RootKey, mac_of};
use crate::slot::Secrets;
use ed25519_dalek::{Signer, SigningKey};
use std::sync::Arc;
use zeroize::Zeroizing;

/// Cheap to clone; the keys are wiped when the last clone goes, which is when the vault is locked.
#[derive(Clone)]
pub struct Seal(Arc<Keys>);

struct Keys {
    audit: Zeroizing<[u8; 32]>,
    signing: SigningKey,
}

impl Seal {
    pub(crate) fn new(root: &RootKey, epoch: u32, secrets: &Secrets) -> Self {
        Self(Arc::new(Keys { audit: root.derive(Purpose::Audit, epoch), signing: secrets.signing_key() }))
    }

    /// HMAC-SHA256 of `bytes` under the vault's audit key.
    #[must_use]
    pub fn mac(&self, bytes: &[u8]) -> [u8; 32] {
        mac_of(&self.0.audit, bytes)
    }

    /// Ed25519 signature of `bytes` by the person whose passphrase opened the vault.
    #[must_use]
    pub fn sign(&self, bytes: &[u8]) -> [u8; 64] {
        self.0.signing.sign(bytes).to_bytes()
    }

    /// The public key that checks [`Seal::sign`].
    #[must_use]
    pub fn public_key(&self) -> [u8; 32] {
        self.0.signing.verifying_key().to_bytes()
    }

    /// Whether `signature` over `bytes` was made with the secret half of `public_key`.
    #[must_use]
    pub fn verify(public_key: &[u8; 32], bytes: &[u8], signature: &[u8; 64]) -> bool {
        ed25519_dalek::VerifyingKey::from_bytes(public_key)
            .is_ok_and(|key| key.verify_strict(bytes, &ed25519_dalek::Signature::from_bytes(signature)).is_ok())
    }
}
