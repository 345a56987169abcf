//! Opening the vault with the printed recovery kit, the last way in when passphrases are lost.
//!
//! It goes in two steps: first the vault is open and nothing on the disk has changed, so that the record can say who
//! may come in and note that the kit is used; only then the keys change.

use crate::attempts::Attempts;
use crate::open::{OpenVault, UnlockError, VaultError, take};
use crate::passphrase::Passphrase;
use crate::recovery::{KitSecret, RecoveryKit};
use crate::root::RootKey;
use crate::slot::{Secrets, Slot};
use std::path::Path;
use uuid::Uuid;

/// A vault that the kit has opened for a person whose new keys are not yet in force.
pub struct ByKit {
    open: OpenVault,
    secrets: Secrets,
    kit_id: Uuid,
}

/// Opens the vault in `dir` with the kit as typed or scanned, for the person who signs on as `sign_on_name`. Quick: no
/// passphrase stands behind a kit.
///
/// # Errors
/// When the kit is mistyped, not this vault's, or comes too soon after wrong ones, or nobody signs on by that name.
pub fn unlock_with_kit(dir: &Path, kit: &str, sign_on_name: &str, now_ms: i64) -> Result<ByKit, UnlockError> {
    let secret = KitSecret::parse(kit)?.agreement().0;
    let (keys, lock) = take(dir)?;
    let mut attempts = Attempts::read(dir)?;
    match attempts.kit_wait(now_ms) {
        0 => {}
        wait_seconds => return Err(UnlockError::KitTooSoon { wait_seconds }),
    }
    let vault_id = keys.keys.vault_id;
    let person = keys.keys.slot_of(sign_on_name).map(|slot| slot.staff_id);
    let opened = keys.keys.kits.iter().find_map(|kit| {
        let root = RootKey::open(&kit.root, &secret, vault_id, kit.kit_id)?;
        Some((kit.kit_id, root))
    });
    let Some((kit_id, root)) = opened else {
        let wait_seconds = attempts.count_kit(person, now_ms);
        attempts.write(dir)?;
        return Err(UnlockError::WrongKit { wait_seconds });
    };
    if !keys.is_genuine(&root) {
        return Err(VaultError::Tampered.into());
    }
    let staff_id = person.ok_or(VaultError::UnknownPerson)?;
    // The old secrets are lost with the passphrase, so the person gets new ones; the trail says so.
    let secrets = Secrets::make()?;
    let open = OpenVault::new(dir, keys.keys, root, staff_id, &secrets, lock);
    Ok(ByKit { open, secrets, kit_id })
}

impl ByKit {
    /// The open vault. It chains the trail as ever; its keys are still the old ones.
    #[must_use]
    pub fn vault(&self) -> &OpenVault {
        &self.open
    }

    /// Which kit opened it.
    #[must_use]
    pub fn kit_id(&self) -> Uuid {
        self.kit_id
    }

    /// Gives the person `passphrase` and the new keys, and makes the next kit; the old one opens nothing any more. Both
    /// come into force together, by one renaming. Takes half a second.
    ///
    /// # Errors
    /// When the disk refuses; the old kit is then still good.
    pub fn let_in(self, passphrase: &Passphrase) -> Result<(OpenVault, RecoveryKit), VaultError> {
        let Self { open, secrets, kit_id: _ } = self;
        let mut next = open.keys().clone();
        let Some(old) = next.slots.iter().find(|slot| slot.staff_id == open.staff_id) else {
            return Err(VaultError::UnknownPerson);
        };
        let name = old.sign_on_name.clone();
        let slot = Slot::seal(&open.root, &old.next_holder(), &secrets, passphrase, old.cost)?;
        next.put(slot);
        let (kit, kit_slot) = RecoveryKit::make(&open.root)?;
        next.kits = vec![kit_slot];
        next.commit_for_good(&open.dir, &open.root)?;
        *open.keys() = next;
        let mut attempts = Attempts::read(&open.dir)?;
        attempts.forgive_kits();
        attempts.forgive(&name);
        attempts.write(&open.dir)?;
        Ok((open, kit))
    }
}
