//! The exact bytes of what is hashed and signed: JSON written once, one top-level field a line, never re-serialised.
//!
//! A line for each field lets a later check say which part no longer is what was sealed, not only that something is not.

use serde::{Deserialize, Serialize};

/// Bytes that were written once and are stored, hashed and signed as they stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Canonical(String);

/// A value could not be written as JSON; only a programming mistake leads here.
#[derive(Debug, thiserror::Error)]
#[error("field “{field}” cannot be written in canonical form: {cause}")]
pub struct NotCanonical {
    field: &'static str,
    cause: serde_json::Error,
}

/// A canonical form that is being written, field by field.
#[derive(Debug)]
pub struct Writer {
    text: String,
    fault: Option<NotCanonical>,
}

impl Canonical {
    /// Begins a form; its first field names the version of the format, such as `fourglass/consent/1`.
    #[must_use]
    pub fn begin(format: &'static str) -> Writer {
        Writer { text: format!("{{\"format\":\"{format}\""), fault: None }
    }

    /// The text as stored.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The bytes as hashed and signed.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl Writer {
    /// Adds one field on a line of its own. JSON strings hold no line break, so lines and fields are the same thing.
    #[must_use]
    pub fn field(mut self, name: &'static str, value: &impl Serialize) -> Self {
        match serde_json::to_string(value) {
            Ok(json) => {
                for piece in [",\n\"", name, "\":", &json] {
                    self.text.push_str(piece);
                }
            }
            Err(cause) => self.fault = self.fault.or(Some(NotCanonical { field: name, cause })),
        }
        self
    }

    /// The finished form.
    ///
    /// # Errors
    /// When one of the values could not be written.
    pub fn finish(mut self) -> Result<Canonical, NotCanonical> {
        if let Some(fault) = self.fault {
            return Err(fault);
        }
        self.text.push('}');
        Ok(Canonical(self.text))
    }
}

/// The digest of one part, in lower-case hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct PartDigest {
    /// The field's name.
    pub name: String,
    /// SHA-256 of its line.
    pub sha256: String,
}

/// What was computed over the bytes when they were sealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Sealed {
    /// SHA-256 of all the bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// The vault's keyed digest of all the bytes, in lower-case hexadecimal.
    pub mac: String,
    /// One digest for each line.
    pub parts: Vec<PartDigest>,
}

/// What a check of a seal found to be other than it was sealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type, thiserror::Error)]
#[serde(rename_all = "kebab-case", tag = "fault")]
pub enum SealFault {
    /// The bytes of one part changed.
    #[error("the part “{name}” (line {line}) no longer holds the bytes that were sealed")]
    Part {
        /// The part's name when it was sealed.
        name: String,
        /// Its line, counted from 1.
        line: u32,
    },
    /// Lines were added or taken away.
    #[error("the sealed text had {sealed} lines and now has {found}")]
    Shape {
        /// Lines when sealed.
        sealed: u32,
        /// Lines now.
        found: u32,
    },
    /// The bytes stand, but the stored SHA-256 is not theirs.
    #[error("the stored hash is not the hash of the sealed bytes")]
    Hash,
    /// The bytes and their hash stand, but the stored keyed digest is not this vault's.
    #[error("the stored keyed digest is not the one this vault makes over the sealed bytes")]
    Mac,
    /// The bytes stand, but the list of the parts' digests was changed.
    #[error("the stored digest of the part “{name}” was changed; the sealed bytes stand")]
    PartList {
        /// The part's name in the bytes.
        name: String,
    },
    /// A column beside the bytes says something else than the bytes do.
    #[error("the record’s “{name}” differs from what was sealed")]
    Column {
        /// The column.
        name: String,
    },
    /// A signature over the bytes does not hold.
    #[error("the signature does not belong to these bytes and this person’s key")]
    Signature,
}

/// Seals bytes: `digest` is SHA-256 and `mac` the vault's keyed digest, which this room does not have itself.
pub fn seal(bytes: &[u8], digest: impl Fn(&[u8]) -> [u8; 32], mac: impl Fn(&[u8]) -> [u8; 32]) -> Sealed {
    let parts = lines(bytes)
        .enumerate()
        .map(|(at, line)| PartDigest { name: name_of(line, at), sha256: hex(&digest(line)) })
        .collect();
    Sealed { sha256: hex(&digest(bytes)), mac: hex(&mac(bytes)), parts }
}

/// Compares bytes with the seal that was stored beside them. Empty when everything stands.
///
/// The keyed digest decides between changed bytes and a changed hash: whoever edits the file cannot make it.
pub fn faults(
    bytes: &[u8],
    sealed: &Sealed,
    digest: impl Fn(&[u8]) -> [u8; 32],
    mac: impl Fn(&[u8]) -> [u8; 32],
) -> Vec<SealFault> {
    let now = seal(bytes, digest, mac);
    match (now.sha256 == sealed.sha256, now.mac == sealed.mac) {
        (true, true) => changed_parts(&now, sealed).map(|(_, name)| SealFault::PartList { name }).collect(),
        (false, true) => vec![SealFault::Hash],
        (true, false) => vec![SealFault::Mac],
        (false, false) => {
            let mut found: Vec<SealFault> =
                changed_parts(sealed, &now).map(|(line, name)| SealFault::Part { name, line }).collect();
            if now.parts.len() != sealed.parts.len() {
                found.push(SealFault::Shape { sealed: count(sealed.parts.len()), found: count(now.parts.len()) });
            }
            // Every line stands: then it is both stored values that were replaced.
            if found.is_empty() { vec![SealFault::Hash, SealFault::Mac] } else { found }
        }
    }
}

/// Lower-case hexadecimal, as hashes are stored, printed and compared.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The parts of `named` whose digest is another in `other`, with their line.
fn changed_parts<'a>(named: &'a Sealed, other: &'a Sealed) -> impl Iterator<Item = (u32, String)> + 'a {
    named.parts.iter().enumerate().filter_map(|(at, part)| {
        let same = other.parts.get(at).is_some_and(|there| there.sha256 == part.sha256);
        (!same).then(|| (count(at + 1), part.name.clone()))
    })
}

fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.split(|byte| *byte == b'\n')
}

/// The field's name as the line begins with it; its number when the line was damaged beyond that.
fn name_of(line: &[u8], at: usize) -> String {
    let text = String::from_utf8_lossy(line);
    let mut quoted = text.split('"');
    match (quoted.next(), quoted.next()) {
        (Some("" | "{"), Some(name)) => name.to_owned(),
        _ => format!("{}", at + 1),
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Stands in for SHA-256: this room has none, and a test needs only that other bytes give another digest.
    fn digest(bytes: &[u8]) -> [u8; 32] {
        let mut sum = [0_u8; 32];
        for (at, byte) in bytes.iter().enumerate() {
            sum[at % 32] = sum[at % 32].rotate_left(3) ^ byte;
        }
        sum
    }

    fn mac(bytes: &[u8]) -> [u8; 32] {
        digest(&[b"key", bytes].concat())
    }

    fn form() -> Canonical {
        Canonical::begin("fourglass/test/1").field("name", &"Ann\nLee").field("mark", &7).finish().unwrap()
    }

    #[test]
    fn the_form_is_json_with_a_field_a_line() {
        assert_eq!(form().as_str(), "{\"format\":\"fourglass/test/1\",\n\"name\":\"Ann\\nLee\",\n\"mark\":7}");
        let read: serde_json::Value = serde_json::from_slice(form().as_bytes()).unwrap();
        assert_eq!(read["name"], "Ann\nLee");
    }

    #[test]
    fn every_single_flipped_bit_is_reported_with_its_part() {
        let form = form();
        let sealed = seal(form.as_bytes(), digest, mac);
        assert_eq!(faults(form.as_bytes(), &sealed, digest, mac), []);
        for at in 0..form.as_bytes().len() {
            let mut bytes = form.as_bytes().to_vec();
            bytes[at] ^= 1;
            let found = faults(&bytes, &sealed, digest, mac);
            let line = lines(&form.as_bytes()[..at]).count() - 1;
            let expected = ["format", "name", "mark"][line];
            assert!(
                matches!(found.first(), Some(SealFault::Part { name, .. }) if name == expected),
                "byte {at}: {found:?}"
            );
        }
    }

    #[test]
    fn a_changed_seal_is_told_from_changed_bytes() {
        let form = form();
        let sealed = seal(form.as_bytes(), digest, mac);
        let check = |change: fn(&mut Sealed)| {
            let mut stored = sealed.clone();
            change(&mut stored);
            faults(form.as_bytes(), &stored, digest, mac)
        };
        assert_eq!(check(|s| s.sha256.push('0')), [SealFault::Hash]);
        assert_eq!(check(|s| s.mac.push('0')), [SealFault::Mac]);
        assert_eq!(check(|s| s.parts[1].sha256.push('0')), [SealFault::PartList { name: "name".into() }]);
        let mut longer = form.as_bytes().to_vec();
        longer.extend(b"\n");
        assert!(faults(&longer, &sealed, digest, mac).contains(&SealFault::Shape { sealed: 3, found: 4 }));
    }
}
