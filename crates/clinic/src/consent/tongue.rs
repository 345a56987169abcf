//! The languages in which consent is written, with the few words that stand around a text in each.

use super::text::SpokenGroup;
use crate::words::words;

words! {
    /// A language in which the texts are shipped. Every other one is spoken by an interpreter, from the English text.
    pub enum Tongue {
        /// English, in which the texts were written.
        English = "en",
        /// Spanish.
        Spanish = "es",
        /// German.
        German = "de",
    }
}

impl Tongue {
    /// Its name in English, for staff.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Spanish => "Spanish",
            Self::German => "German",
        }
    }

    /// What somebody is, as a text says it of anybody: the field of work rather than a word with a gender.
    #[must_use]
    pub fn role(self, role: &str) -> String {
        let said = match (self, role) {
            (Self::Spanish, "urologist") => "urología",
            (Self::Spanish, "nurse") => "enfermería",
            (Self::Spanish, "administrator") => "administración",
            (Self::German, "urologist") => "Urologie",
            (Self::German, "nurse") => "Pflege",
            (Self::German, "administrator") => "Verwaltung",
            _ => role,
        };
        said.to_owned()
    }

    /// The heading of a spoken group.
    #[must_use]
    pub const fn group(self, group: SpokenGroup) -> &'static str {
        match (self, group) {
            (Self::English, group) => group.title(),
            (Self::Spanish, SpokenGroup::WhatAndWhy) => "Qué se va a hacer y por qué",
            (Self::Spanish, SpokenGroup::RisksAndAlternatives) => "Qué puede salir mal y qué otras opciones hay",
            (Self::Spanish, SpokenGroup::RightsAndChaperone) => "Sus derechos, parar y quién acompaña",
            (Self::Spanish, SpokenGroup::Questions) => "Sus preguntas",
            (Self::German, SpokenGroup::WhatAndWhy) => "Was gemacht wird und warum",
            (Self::German, SpokenGroup::RisksAndAlternatives) => "Was schiefgehen kann und was es sonst gibt",
            (Self::German, SpokenGroup::RightsAndChaperone) => "Ihre Rechte, Aufhören und eine Begleitung",
            (Self::German, SpokenGroup::Questions) => "Ihre Fragen",
        }
    }
}
