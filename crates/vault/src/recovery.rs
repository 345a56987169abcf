//! The recovery kit: 256 random bits on paper, which open the vault when every passphrase is lost.
//!
//! Written in Crockford's base 32 as thirteen groups of four, each with a fifth sign that catches any one mistyped
//! sign, any two swapped neighbours and any two swapped groups, so that a slip is told at its group.

use crate::hex::Hex;
use crate::key_file::KitSlot;
use crate::root::{AgreementSecret, RootKey};
use crate::{VaultError, chance};
use uuid::Uuid;
use zeroize::{Zeroize, Zeroizing};

const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUPS: usize = 13;
const DATA_SIGNS: usize = 4;

/// A kit that was just made: shown and printed once, then forgotten.
pub struct RecoveryKit {
    /// Which kit this is; printed on it, so that an outdated paper can be told.
    pub kit_id: Uuid,
    groups: Vec<String>,
}

/// Why a typed kit cannot be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KitError {
    /// Not thirteen groups.
    #[error("a recovery kit has 13 groups of 5 signs")]
    WrongLength,
    /// The group with this number, counted from 1, is mistyped.
    #[error("group {0} is mistyped")]
    Mistyped(usize),
}

/// The secret of a kit.
pub(crate) struct KitSecret(Zeroizing<[u8; 32]>);

impl RecoveryKit {
    /// A fresh kit and the key file's half of it.
    pub(crate) fn make(root: &RootKey) -> Result<(Self, KitSlot), VaultError> {
        let secret = KitSecret(chance::make_secret()?);
        let kit_id = uuid::Builder::from_random_bytes(chance::make_public()?).into_uuid();
        let agreement_key = secret.agreement().1;
        let root = root.seal_to(&agreement_key, kit_id)?;
        let slot = KitSlot { kit_id, agreement_key, root };
        Ok((Self { kit_id, groups: secret.groups() }, slot))
    }

    /// The thirteen groups, to be shown and printed.
    #[must_use]
    pub fn groups(&self) -> &[String] {
        &self.groups
    }

    /// The whole kit in one line, for its QR code.
    #[must_use]
    pub fn line(&self) -> Zeroizing<String> {
        Zeroizing::new(self.groups.join("-"))
    }

    /// Whether `typed` is the group with this number, counted from 1; case and look-alike signs are forgiven.
    #[must_use]
    pub fn has_group(&self, number: usize, typed: &str) -> bool {
        number.checked_sub(1).and_then(|index| self.groups.get(index)).is_some_and(|group| is_group(group, typed))
    }

    /// The numbers of two different groups, counted from 1, that shall be typed back from paper.
    #[must_use]
    pub fn asked_groups(&self) -> [usize; 2] {
        let chance = self.kit_id.as_bytes();
        let first = usize::from(chance[0]) % GROUPS;
        let second = (first + 1 + usize::from(chance[1]) % (GROUPS - 1)) % GROUPS;
        [first.min(second) + 1, first.max(second) + 1]
    }
}

/// Whether `typed` is this group of a kit; case and look-alike signs are forgiven.
#[must_use]
pub fn is_group(group: &str, typed: &str) -> bool {
    let typed = Zeroizing::new(plain_signs(typed).collect::<String>());
    group == *typed
}

/// Whether `typed` can be a recovery kit at all; which one it is, only the vault can say.
///
/// # Errors
/// When it has not thirteen groups, or one of them is mistyped.
pub fn check_kit(typed: &str) -> Result<(), KitError> {
    KitSecret::parse(typed).map(drop)
}

/// Which groups of a kit that is being typed are whole so far, and of those, whether each can be right at its place.
#[must_use]
pub fn groups_as_typed(typed: &str) -> Vec<bool> {
    let signs = Zeroizing::new(plain_signs(typed).collect::<String>());
    let groups = signs.as_bytes().chunks_exact(DATA_SIGNS + 1).enumerate();
    groups.map(|(index, group)| index < GROUPS && read_group(index, group).is_some()).collect()
}

impl Drop for RecoveryKit {
    fn drop(&mut self) {
        self.groups.iter_mut().for_each(Zeroize::zeroize);
    }
}

impl KitSecret {
    /// Reads a kit as typed or scanned; spaces, dashes and case do not matter.
    pub(crate) fn parse(typed: &str) -> Result<Self, KitError> {
        let signs = Zeroizing::new(plain_signs(typed).collect::<String>());
        if signs.len() != GROUPS * (DATA_SIGNS + 1) {
            return Err(KitError::WrongLength);
        }
        let mut bits = Bits::default();
        for (index, group) in signs.as_bytes().chunks(DATA_SIGNS + 1).enumerate() {
            let values = read_group(index, group).ok_or(KitError::Mistyped(index + 1))?;
            values.iter().for_each(|value| bits.push(*value));
        }
        let mut secret = Zeroizing::new([0; 32]);
        secret.copy_from_slice(&bits.bytes[..32]);
        Ok(Self(secret))
    }

    /// The key pair that follows from the secret.
    pub(crate) fn agreement(&self) -> (AgreementSecret, Hex) {
        AgreementSecret::derive(&self.0)
    }

    fn groups(&self) -> Vec<String> {
        let bit = |index: usize| self.0.get(index / 8).map_or(0, |byte| byte >> (7 - index % 8) & 1);
        (0..GROUPS)
            .map(|group| {
                let mut values = Zeroizing::new([0_u8; DATA_SIGNS]);
                for (place, value) in values.iter_mut().enumerate() {
                    let start = (group * DATA_SIGNS + place) * 5;
                    *value = (start..start + 5).fold(0, |sign, index| sign << 1 | bit(index));
                }
                let check = check_sign(group, values.as_ref());
                values.iter().chain([&check]).map(|value| char::from(SIGNS[usize::from(*value)])).collect()
            })
            .collect()
    }
}

/// 260 bits as they are typed, five at a time. The last four carry nothing.
struct Bits {
    bytes: Zeroizing<[u8; 33]>,
    filled: usize,
}

impl Default for Bits {
    fn default() -> Self {
        Self { bytes: Zeroizing::new([0; 33]), filled: 0 }
    }
}

impl Bits {
    fn push(&mut self, value: u8) {
        for place in (0..5).rev() {
            self.bytes[self.filled / 8] |= (value >> place & 1) << (7 - self.filled % 8);
            self.filled += 1;
        }
    }
}

/// The values of one group; none when a sign is not of the alphabet or the check sign does not fit.
fn read_group(index: usize, group: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let values: Option<Vec<u8>> = group.iter().map(|sign| value(*sign)).collect();
    let mut values = Zeroizing::new(values?);
    let check = values.pop()?;
    (check_sign(index, &values) == check).then_some(values)
}

/// A weighted sum in the field of 32 elements: a different weight for each place, and one more for the group's number.
fn check_sign(group: usize, values: &[u8]) -> u8 {
    let mut weight = 1;
    let mut sum = u8::try_from(group + 1).unwrap_or(0);
    for value in values {
        weight = times(weight, 2);
        sum ^= times(*value, weight);
    }
    sum
}

/// Multiplication in the field of 32 elements, modulo x^5 + x^2 + 1.
fn times(left: u8, right: u8) -> u8 {
    let (mut left, mut right, mut product) = (left, right, 0);
    while right > 0 {
        if right & 1 == 1 {
            product ^= left;
        }
        left <<= 1;
        if left & 32 != 0 {
            left ^= 0b10_0101;
        }
        right >>= 1;
    }
    product
}

fn value(sign: u8) -> Option<u8> {
    SIGNS.iter().position(|other| *other == sign).and_then(|index| u8::try_from(index).ok())
}

/// Capitals without separators, with the look-alikes that Crockford's alphabet leaves out put right.
fn plain_signs(typed: &str) -> impl Iterator<Item = char> {
    typed.chars().filter(char::is_ascii_alphanumeric).map(|sign| match sign.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kit_is_read_back_as_sloppily_as_people_type() {
        let secret = KitSecret(Zeroizing::new(std::array::from_fn(|index| u8::try_from(index * 37 % 251).unwrap())));
        let line = secret.groups().join("-");
        assert_eq!(secret.groups().len(), 13);
        let sloppy = line.to_lowercase().replace('-', "  ").replace('0', "o").replace('1', "l");
        assert!(KitSecret::parse(&sloppy).unwrap().0 == secret.0);
    }

    #[test]
    fn a_slip_is_told_at_its_group() {
        let groups = KitSecret(Zeroizing::new([0xA7; 32])).groups();
        for index in 0..13 {
            for place in 0..5 {
                let mut wrong = groups.clone();
                let old = wrong[index].as_bytes()[place];
                let new = SIGNS[(usize::from(value(old).unwrap()) + 11) % 32];
                wrong[index].replace_range(place..=place, &char::from(new).to_string());
                assert_eq!(KitSecret::parse(&wrong.concat()).err(), Some(KitError::Mistyped(index + 1)));
            }
        }
        let mut swapped = groups.clone();
        swapped.swap(2, 7);
        assert_eq!(KitSecret::parse(&swapped.concat()).err(), Some(KitError::Mistyped(3)));
        assert_eq!(KitSecret::parse("F0UR-G1ASS").err(), Some(KitError::WrongLength));
        assert_eq!(groups_as_typed(&format!("{} {} {} 7", groups[0], groups[1], groups[1])), [true, true, false]);
        let whole = groups.concat();
        assert_eq!(groups_as_typed(&format!("{whole}{}", groups[0])), [[true; 13].as_slice(), &[false]].concat());
    }
}
