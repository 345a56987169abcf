//! The clinic itself, as far as its rules depend on it: zone, site letter, units, who is there.

use crate::words::words;
use serde::{Deserialize, Serialize};

words! {
    /// The unit in which this clinic's thermometers read.
    pub enum TemperatureUnit {
        /// Degrees Celsius.
        Celsius = "degC",
        /// Degrees Fahrenheit.
        Fahrenheit = "degF",
    }
}

/// One capital letter that begins every accession number of this clinic; two sites need two letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(try_from = "String", into = "String")]
#[specta(transparent)]
pub struct SiteLetter(#[specta(type = String)] char);

/// Why a text cannot be a site letter.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the site letter is one letter from A to Z, but not I or O, which are misread")]
pub struct NotASiteLetter;

impl SiteLetter {
    /// Reads the letter as typed.
    pub fn parse(text: &str) -> Result<Self, NotASiteLetter> {
        let mut letters = text.trim().chars();
        match (letters.next().map(|letter| letter.to_ascii_uppercase()), letters.next()) {
            (Some(letter @ 'A'..='Z'), None) if !matches!(letter, 'I' | 'O') => Ok(Self(letter)),
            _ => Err(NotASiteLetter),
        }
    }

    /// The letter.
    #[must_use]
    pub const fn letter(self) -> char {
        self.0
    }
}

impl std::str::FromStr for SiteLetter {
    type Err = NotASiteLetter;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl TryFrom<String> for SiteLetter {
    type Error = NotASiteLetter;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<SiteLetter> for String {
    fn from(site: SiteLetter) -> Self {
        site.0.to_string()
    }
}

impl std::fmt::Display for SiteLetter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// Reads the name of a time zone, such as `Europe/Berlin`.
///
/// # Errors
/// The name itself, when no zone of the IANA database is called so.
pub fn parse_zone(name: &str) -> Result<chrono_tz::Tz, NotAZone> {
    name.trim().parse().map_err(|_| NotAZone(name.to_owned()))
}

/// Why a text cannot be a time zone.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a time zone such as Europe/Berlin")]
pub struct NotAZone(pub String);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_letter_is_one_letter_that_nobody_misreads() {
        assert_eq!(SiteLetter::parse(" u ").map(SiteLetter::letter), Ok('U'));
        for text in ["", "UU", "I", "O", "7", "Ü"] {
            assert_eq!(SiteLetter::parse(text), Err(NotASiteLetter), "{text}");
        }
    }

    #[test]
    fn a_zone_has_a_name() {
        assert!(parse_zone("Europe/Berlin").is_ok());
        assert!(parse_zone("CET+1 or so").is_err());
    }
}
