//! How much there is: measured in millilitres, or said as drops, enough or low when hands are not free to read a scale.

use super::SpecimenRole;
use serde::{Deserialize, Serialize};

/// A measured volume in hundredths of a millilitre, as finely as a cup or a pipette is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type)]
#[serde(try_from = "String", into = "String")]
#[specta(transparent)]
pub struct Volume(#[specta(type = String)] u32);

/// Why a volume is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAVolume {
    /// Not a number of millilitres.
    #[error("write the volume in millilitres, such as 10 or 0.5")]
    Unreadable,
    /// No such glass holds that much or that little.
    #[error("{role} is between {from} and {to} mL: check the number", role = .role.code(), from = .range.0, to = .range.1)]
    OutOfRange {
        /// Which glass.
        role: SpecimenRole,
        /// The least and the most it can hold.
        range: (Volume, Volume),
    },
    /// “Drops” is said of EPS, “enough” and “low” of urine.
    #[error("{role} is not measured in that way", role = .0.code())]
    OtherMeasure(SpecimenRole),
}

impl Volume {
    /// A volume of `hundredths` of a millilitre.
    #[must_use]
    pub const fn of_hundredths(hundredths: u32) -> Self {
        Self(hundredths)
    }

    /// In hundredths of a millilitre.
    #[must_use]
    pub const fn hundredths(self) -> u32 {
        self.0
    }

    /// Reads millilitres as typed: digits with at most two decimals after a point or a comma.
    ///
    /// # Errors
    /// When it is no such number.
    pub fn parse(text: &str) -> Result<Self, NotAVolume> {
        let text = text.trim().replace(',', ".");
        let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
        let digits = |part: &str, most: usize| part.len() <= most && part.bytes().all(|sign| sign.is_ascii_digit());
        if whole.is_empty() || !digits(whole, 6) || !digits(decimals, 2) || text.ends_with('.') {
            return Err(NotAVolume::Unreadable);
        }
        format!("{whole}{decimals:0<2}").parse().map(Self).map_err(|_| NotAVolume::Unreadable)
    }

    /// The least and the most a container of this role can hold: urine 0.1 to 200 mL, EPS 0.01 to 5 mL, a tube or bottle
    /// of blood and a jar of seminal fluid 0.1 to 20 mL.
    #[must_use]
    pub const fn range(role: SpecimenRole) -> (Self, Self) {
        match role {
            SpecimenRole::Eps => (Self(1), Self(500)),
            SpecimenRole::BloodCulture | SpecimenRole::PsaSerum | SpecimenRole::Semen => (Self(10), Self(2_000)),
            _ => (Self(10), Self(20_000)),
        }
    }
}

impl std::fmt::Display for Volume {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.0 / 100, self.0 % 100) {
            (whole, 0) => write!(f, "{whole}"),
            (whole, rest) if rest % 10 == 0 => write!(f, "{whole}.{}", rest / 10),
            (whole, rest) => write!(f, "{whole}.{rest:02}"),
        }
    }
}

impl TryFrom<String> for Volume {
    type Error = NotAVolume;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<Volume> for String {
    fn from(volume: Volume) -> Self {
        volume.to_string()
    }
}

/// How much of a specimen there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "kind", content = "ml", rename_all = "kebab-case")]
pub enum Amount {
    /// Urine: at least what the laboratory wants.
    Enough,
    /// Urine: less than the laboratory wants; it may be refused as insufficient.
    Low,
    /// EPS: drops too few to measure.
    Drops,
    /// Measured.
    Measured(Volume),
}

impl Amount {
    /// Whether a glass of `role` can hold this.
    ///
    /// # Errors
    /// When the measure is not used for it, or the volume lies outside its range.
    pub fn fits(self, role: SpecimenRole) -> Result<(), NotAVolume> {
        let range = Volume::range(role);
        match self {
            Self::Measured(volume) if volume < range.0 || volume > range.1 => {
                Err(NotAVolume::OutOfRange { role, range })
            }
            Self::Drops if role != SpecimenRole::Eps => Err(NotAVolume::OtherMeasure(role)),
            Self::Enough | Self::Low if role == SpecimenRole::Eps => Err(NotAVolume::OtherMeasure(role)),
            Self::Measured(_) | Self::Drops | Self::Enough | Self::Low => Ok(()),
        }
    }

    /// Whether it is less than `minimum`, so that the laboratory may refuse it (QNS). Without a minimum only “low” is.
    #[must_use]
    pub fn insufficient(self, minimum: Option<Volume>) -> bool {
        match self {
            Self::Low => true,
            Self::Measured(volume) => minimum.is_some_and(|minimum| volume < minimum),
            Self::Enough | Self::Drops => false,
        }
    }
}

impl std::fmt::Display for Amount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Enough => f.write_str("enough"),
            Self::Low => f.write_str("low"),
            Self::Drops => f.write_str("drops"),
            Self::Measured(volume) => write!(f, "{volume} mL"),
        }
    }
}

impl std::str::FromStr for Amount {
    type Err = NotAVolume;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "enough" => Ok(Self::Enough),
            "low" => Ok(Self::Low),
            "drops" => Ok(Self::Drops),
            measured => Volume::parse(measured.strip_suffix(" mL").unwrap_or(measured)).map(Self::Measured),
        }
    }
}
