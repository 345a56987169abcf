//! The root key of a vault: sealed to each person and to each recovery kit, and the source of every other key.

use crate::hex::Hex;
use crate::{VaultError, chance};
use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use hpke::kem::X25519HkdfSha256;
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use uuid::Uuid;
use zeroize::Zeroizing;

/// 32 random bytes made once, when the vault is.
pub(crate) struct RootKey {
    bytes: Zeroizing<[u8; 32]>,
    vault_id: Uuid,
}

/// What a key is for. Each purpose has its own key, so that none can be turned against another.
#[derive(Clone, Copy)]
pub(crate) enum Purpose {
    /// The pages of the database of one epoch.
    Database,
    /// The chain of the audit trail.
    Audit,
    /// `vault.keys` itself.
    KeyFile,
}

/// The secret half of a person's or a kit's key agreement.
pub(crate) struct AgreementSecret(<X25519HkdfSha256 as Kem>::PrivateKey);

/// The root key in a box that one secret opens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SealedRoot {
    encapsulated: Hex,
    sealed: Hex,
}

impl RootKey {
    pub(crate) fn make(vault_id: Uuid) -> Result<Self, VaultError> {
        Ok(Self { bytes: chance::make_secret()?, vault_id })
    }

    pub(crate) fn vault_id(&self) -> Uuid {
        self.vault_id
    }

    /// Puts the root key into a box for the holder of `recipient`; `holder` names the person or kit it is for.
    pub(crate) fn seal_to(&self, recipient: &Hex, holder: Uuid) -> Result<SealedRoot, VaultError> {
        let key = <X25519HkdfSha256 as Kem>::PublicKey::from_bytes(&recipient.0).map_err(|_| VaultError::Tampered)?;
        let (encapsulated, sealed) = hpke::single_shot_seal::<
            hpke::aead::AesGcm256,
            hpke::kdf::HkdfSha256,
            X25519HkdfSha256,
        >(
            &OpModeS::Base, &key, &info(self.vault_id, holder), self.bytes.as_ref(), b""
        )
        .map_err(|_| VaultError::Tampered)?;
        Ok(SealedRoot { encapsulated: Hex::from(encapsulated.to_bytes().as_slice()), sealed: Hex(sealed) })
    }

    /// Opens the box with `secret`; none when the box was made for somebody else or was changed.
    pub(crate) fn open(sealed: &SealedRoot, secret: &AgreementSecret, vault_id: Uuid, holder: Uuid) -> Option<Self> {
        let encapsulated = <X25519HkdfSha256 as Kem>::EncappedKey::from_bytes(&sealed.encapsulated.0).ok()?;
        let opened = hpke::single_shot_open::<hpke::aead::AesGcm256, hpke::kdf::HkdfSha256, X25519HkdfSha256>(
            &OpModeR::Base,
            &secret.0,
            &encapsulated,
            &info(vault_id, holder),
            &sealed.sealed.0,
            b"",
        );
        let opened = Zeroizing::new(opened.ok()?);
        let mut bytes = Zeroizing::new([0; 32]);
        if opened.len() != bytes.len() {
            return None;
        }
        bytes.copy_from_slice(&opened);
        Some(Self { bytes, vault_id })
    }

    /// The key for `purpose` in `epoch`.
    pub(crate) fn derive(&self, purpose: Purpose, epoch: u32) -> Zeroizing<[u8; 32]> {
        let name = match purpose {
            Purpose::Database => "database",
            Purpose::Audit => "audit",
            Purpose::KeyFile => "key file",
        };
        let mut key = Zeroizing::new([0; 32]);
        let expanded = Hkdf::<Sha256>::new(Some(self.vault_id.as_bytes()), self.bytes.as_ref())
            .expand(format!("fourglass 1 {name} epoch {epoch}").as_bytes(), key.as_mut());
        assert!(expanded.is_ok(), "32 bytes are always within what HKDF-SHA256 can give");
        key
    }
}

impl AgreementSecret {
    /// The key pair that follows from 32 secret bytes; the same bytes give the same pair.
    pub(crate) fn derive(seed: &[u8; 32]) -> (Self, Hex) {
        let (secret, public) = X25519HkdfSha256::derive_keypair(seed);
        (Self(secret), Hex::from(public.to_bytes().as_slice()))
    }
}

/// HMAC-SHA256, ready to be fed.
pub(crate) fn mac(key: &[u8; 32]) -> Hmac<Sha256> {
    // HMAC pads a short key with zeros to its block of 64; doing so here leaves no length that could be refused.
    let mut block = Zeroizing::new([0; 64]);
    block[..32].copy_from_slice(key);
    <Hmac<Sha256> as KeyInit>::new((&*block).into())
}

/// HMAC-SHA256 of `bytes`.
pub(crate) fn mac_of(key: &[u8; 32], bytes: &[u8]) -> [u8; 32] {
    mac(key).chain_update(bytes).finalize().into_bytes().into()
}

/// Binds a box to its vault and holder, so that a box moved to another slot does not open.
fn info(vault_id: Uuid, holder: Uuid) -> Vec<u8> {
    format!("fourglass 1 root {vault_id} for {holder}").into_bytes()
}
