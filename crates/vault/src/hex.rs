//! Bytes as the key file writes them: lower-case hexadecimal, because a person may have to compare them on paper.

use serde::{Deserialize, Serialize};

/// Bytes that are not secret: public keys, salts, nonces and sealed boxes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(crate) struct Hex(pub(crate) Vec<u8>);

/// The text was not pairs of hexadecimal digits.
#[derive(Debug, thiserror::Error)]
#[error("not hexadecimal")]
pub(crate) struct NotHex;

impl Hex {
    /// The bytes, when there are exactly `N` of them.
    pub(crate) fn array<const N: usize>(&self) -> Option<[u8; N]> {
        self.0.as_slice().try_into().ok()
    }
}

impl From<&[u8]> for Hex {
    fn from(bytes: &[u8]) -> Self {
        Self(bytes.to_vec())
    }
}

impl From<Hex> for String {
    fn from(hex: Hex) -> Self {
        write(&hex.0)
    }
}

impl TryFrom<String> for Hex {
    type Error = NotHex;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let digits = text.as_bytes();
        if !digits.len().is_multiple_of(2) {
            return Err(NotHex);
        }
        digits
            .chunks(2)
            .map(|pair| Some(digit(pair[0])? << 4 | digit(pair[1])?))
            .collect::<Option<_>>()
            .map(Self)
            .ok_or(NotHex)
    }
}

/// `bytes` in lower-case hexadecimal.
pub(crate) fn write(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|byte| [char::from(DIGITS[usize::from(byte >> 4)]), char::from(DIGITS[usize::from(byte & 15)])])
        .collect()
}

fn digit(sign: u8) -> Option<u8> {
    match sign {
        b'0'..=b'9' => Some(sign - b'0'),
        b'a'..=b'f' => Some(sign - b'a' + 10),
        _ => None,
    }
}
