//! One person's place in the key file: two key pairs, sealed under what their passphrase derives.

use crate::cost::Cost;
use crate::hex::{self, Hex};
use crate::passphrase::Passphrase;
use crate::root::{AgreementSecret, RootKey, SealedRoot};
use crate::{VaultError, chance};
use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Key, Nonce};
use ed25519_dalek::SigningKey;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use zeroize::Zeroizing;

/// What the key file holds of one person. No roles and no patient data.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Slot {
    pub(crate) staff_id: Uuid,
    pub(crate) sign_on_name: String,
    version: u32,
    agreement_key: Hex,
    pub(crate) signing_key: Hex,
    pub(crate) cost: Cost,
    salt: Hex,
    nonce: Hex,
    secrets: Hex,
    root: SealedRoot,
}

/// Whose slot is sealed, and for which time.
pub(crate) struct Holder<'a> {
    pub(crate) staff_id: Uuid,
    pub(crate) sign_on_name: &'a str,
    /// Counts how often the slot has been sealed anew.
    pub(crate) version: u32,
}

/// A person's secrets, in memory only while they are signed on. Both halves are wiped when dropped.
pub(crate) struct Secrets {
    agreement: Zeroizing<[u8; 32]>,
    signing: Zeroizing<[u8; 32]>,
}

impl Secrets {
    pub(crate) fn make() -> Result<Self, VaultError> {
        Ok(Self { agreement: chance::make_secret()?, signing: chance::make_secret()? })
    }

    pub(crate) fn signing_key(&self) -> SigningKey {
        SigningKey::from_bytes(&self.signing)
    }

    fn agreement_secret(&self) -> (AgreementSecret, Hex) {
        AgreementSecret::derive(&self.agreement)
    }
}

impl Slot {
    /// A slot for somebody, sealed under `passphrase`, whose guessing costs `cost`.
    pub(crate) fn seal(
        root: &RootKey,
        holder: &Holder<'_>,
        secrets: &Secrets,
        passphrase: &Passphrase,
        cost: Cost,
    ) -> Result<Self, VaultError> {
        let salt: [u8; 16] = chance::make_public()?;
        let nonce: [u8; 12] = chance::make_public()?;
        let (_, agreement_key) = secrets.agreement_secret();
        let sealed_root = root.seal_to(&agreement_key, holder.staff_id)?;
        let signing_key = Hex::from(secrets.signing_key().verifying_key().as_bytes().as_slice());
        let mut slot = Self {
            staff_id: holder.staff_id,
            sign_on_name: holder.sign_on_name.trim().to_owned(),
            version: holder.version,
            agreement_key,
            signing_key,
            cost,
            salt: Hex::from(salt.as_slice()),
            nonce: Hex::from(nonce.as_slice()),
            secrets: Hex(Vec::new()),
            root: sealed_root,
        };
        let mut both = Zeroizing::new([0; 64]);
        both[..32].copy_from_slice(secrets.agreement.as_ref());
        both[32..].copy_from_slice(secrets.signing.as_ref());
        let kek = cost.derive(passphrase, &salt).ok_or(VaultError::NoMemory)?;
        let sealed = cipher(&kek)
            .encrypt(&Nonce::from(nonce), Payload { msg: both.as_ref(), aad: &slot.bound_to(root.vault_id()) })
            .map_err(|_| VaultError::Tampered)?;
        slot.secrets = Hex(sealed);
        Ok(slot)
    }

    /// The person's secrets, when `passphrase` is theirs and nothing that is bound to the seal was changed.
    pub(crate) fn open(&self, vault_id: Uuid, passphrase: &Passphrase) -> Option<Secrets> {
        let kek = self.cost.derive(passphrase, &self.salt.array()?)?;
        let nonce: [u8; 12] = self.nonce.array()?;
        let payload = Payload { msg: &self.secrets.0, aad: &self.bound_to(vault_id) };
        let both = Zeroizing::new(cipher(&kek).decrypt(&Nonce::from(nonce), payload).ok()?);
        if both.len() != 64 {
            return None;
        }
        let mut secrets = Secrets { agreement: Zeroizing::new([0; 32]), signing: Zeroizing::new([0; 32]) };
        secrets.agreement.copy_from_slice(&both[..32]);
        secrets.signing.copy_from_slice(&both[32..]);
        Some(secrets)
    }

    /// The root key, out of this person's box.
    pub(crate) fn open_root(&self, vault_id: Uuid, secrets: &Secrets) -> Option<RootKey> {
        RootKey::open(&self.root, &secrets.agreement_secret().0, vault_id, self.staff_id)
    }

    /// The same holder, for the next sealing.
    pub(crate) fn next_holder(&self) -> Holder<'_> {
        Holder { staff_id: self.staff_id, sign_on_name: &self.sign_on_name, version: self.version.saturating_add(1) }
    }

    /// Whether every part has the length it must have, and the derivation is not cheaper than allowed.
    pub(crate) fn is_whole(&self) -> bool {
        self.cost.is_accepted()
            && self.salt.array::<16>().is_some()
            && self.nonce.array::<12>().is_some()
            && self.secrets.array::<80>().is_some()
            && self.signing_key.array::<32>().is_some()
            && self.agreement_key.array::<32>().is_some()
    }

    /// What the seal is bound to: a slot moved to another vault or person, rolled back, or cheapened does not open.
    fn bound_to(&self, vault_id: Uuid) -> Vec<u8> {
        format!(
            "fourglass 1 slot, vault {vault_id}, person {}, version {}, {}, salt {}",
            self.staff_id,
            self.version,
            self.cost.text(),
            hex::write(&self.salt.0)
        )
        .into_bytes()
    }
}

/// Costs as much as opening a real slot, for a name that nobody has.
pub(crate) fn open_nobodys(cost: Cost, passphrase: &Passphrase) {
    let kek = cost.derive(passphrase, &[0; 16]);
    drop(kek.map(|kek| cipher(&kek).decrypt(&Nonce::from([0; 12]), [0; 80].as_slice())));
}

fn cipher(kek: &[u8; 32]) -> Aes256Gcm {
    Aes256Gcm::new(&Key::<Aes256Gcm>::from(*kek))
}
