//! Who may open the vault: adding and removing people, changing a passphrase, asking for it again.

use crate::OpenVault;
use crate::open::VaultError;
use crate::passphrase::Passphrase;
use crate::recovery::{KitSecret, RecoveryKit};
use crate::root::RootKey;
use crate::slot::{self, Holder, Secrets, Slot};
use uuid::Uuid;

impl OpenVault {
    /// Gives somebody a place in the vault. What they may do there is not the vault's affair. Takes half a second.
    ///
    /// # Errors
    /// When somebody signs on by that name already, or the disk refuses.
    pub fn add_person(&self, staff_id: Uuid, sign_on_name: &str, passphrase: &Passphrase) -> Result<(), VaultError> {
        let mut keys = self.keys();
        if keys.slot_of(sign_on_name).is_some() || keys.slots.iter().any(|slot| slot.staff_id == staff_id) {
            return Err(VaultError::NameTaken);
        }
        let Some(cost) = keys.slots.first().map(|slot| slot.cost) else { return Err(VaultError::Tampered) };
        let secrets = Secrets::make()?;
        let holder = Holder { staff_id, sign_on_name, version: 1 };
        let slot = Slot::seal(&self.root, &holder, &secrets, passphrase, cost)?;
        let mut next = keys.clone();
        next.put(slot);
        next.commit(&self.dir, &self.root)?;
        *keys = next;
        Ok(())
    }

    /// Takes somebody's place away, so that they cannot unlock this copy of the vault any more.
    ///
    /// An older copy of the folder still opens for them; only a change of the root key would end that.
    ///
    /// # Errors
    /// When they are not there or are the one signed on, or the disk refuses.
    pub fn remove_person(&self, staff_id: Uuid) -> Result<(), VaultError> {
        let mut keys = self.keys();
        if staff_id == self.staff_id || !keys.slots.iter().any(|slot| slot.staff_id == staff_id) {
            return Err(VaultError::UnknownPerson);
        }
        let mut next = keys.clone();
        next.slots.retain(|slot| slot.staff_id != staff_id);
        next.commit_for_good(&self.dir, &self.root)?;
        *keys = next;
        Ok(())
    }

    /// Seals the slot of the person signed on anew. Nothing else changes, and nobody else is needed.
    ///
    /// # Errors
    /// When `present` is not their passphrase, or the disk refuses.
    pub fn change_passphrase(&self, present: &Passphrase, chosen: &Passphrase) -> Result<(), VaultError> {
        let mut keys = self.keys();
        let Some(old) = keys.slots.iter().find(|slot| slot.staff_id == self.staff_id) else {
            return Err(VaultError::UnknownPerson);
        };
        let secrets = old.open(self.vault_id, present).ok_or(VaultError::WrongPassphrase)?;
        let slot = Slot::seal(&self.root, &old.next_holder(), &secrets, chosen, old.cost)?;
        let mut next = keys.clone();
        next.put(slot);
        next.commit_for_good(&self.dir, &self.root)?;
        *keys = next;
        Ok(())
    }

    /// Whether this is the passphrase of the person signed on: asked again before a signature. Takes half a second.
    #[must_use]
    pub fn check_passphrase(&self, passphrase: &Passphrase) -> bool {
        let slot = self.keys().slots.iter().find(|slot| slot.staff_id == self.staff_id).cloned();
        slot.is_some_and(|slot| slot.open(self.vault_id, passphrase).is_some())
    }

    /// Who a second person is, when `passphrase` is theirs: for acts that need two. An unknown name takes as long.
    #[must_use]
    pub fn recognise(&self, sign_on_name: &str, passphrase: &Passphrase) -> Option<Uuid> {
        let (slot, cost) = {
            let keys = self.keys();
            (keys.slot_of(sign_on_name).cloned(), keys.slots.first()?.cost)
        };
        let Some(slot) = slot else {
            slot::open_nobodys(cost, passphrase);
            return None;
        };
        slot.open(self.vault_id, passphrase).map(|_| slot.staff_id)
    }

    /// Whether this is the recovery kit that opens this vault now: where one person works alone, it stands in for a
    /// second. It opens nothing here and stays good.
    #[must_use]
    pub fn knows_kit(&self, typed: &str) -> bool {
        let Ok(secret) = KitSecret::parse(typed) else { return false };
        let secret = secret.agreement().0;
        let keys = self.keys();
        keys.kits.iter().any(|kit| RootKey::open(&kit.root, &secret, self.vault_id, kit.kit_id).is_some())
    }

    /// The public key that checks what this person signs; none when they have no place in the vault.
    #[must_use]
    pub fn public_key_of(&self, staff_id: Uuid) -> Option<[u8; 32]> {
        self.keys().slots.iter().find(|slot| slot.staff_id == staff_id).and_then(|slot| slot.signing_key.array())
    }

    /// Makes a new recovery kit and lets the old one open nothing any more.
    ///
    /// # Errors
    /// When the disk refuses; the old kit is then still good.
    pub fn make_kit(&self) -> Result<RecoveryKit, VaultError> {
        let mut keys = self.keys();
        let (kit, slot) = RecoveryKit::make(&self.root)?;
        let mut next = keys.clone();
        next.kits = vec![slot];
        next.commit_for_good(&self.dir, &self.root)?;
        *keys = next;
        Ok(kit)
    }
}
