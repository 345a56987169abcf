//! The number on a tube: site, year, counter, container and a check character, made to be read aloud.
//!
//! `U26-000123-3 7` is the third container of the 123rd collection of 2026 at site U. The check character
//! (ISO 7064 MOD 37,36) catches every single mistyped sign, so that a wrong number is refused before it is searched.

use crate::specimen::SpecimenRole;
use serde::{Deserialize, Serialize};

/// One accession number with a right check character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type)]
#[serde(try_from = "String", into = "String")]
#[specta(transparent)]
pub struct Accession(#[specta(type = String)] Parts);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Parts {
    site: u8,
    year: u8,
    counter: u32,
    container: u8,
}

/// Why a text or a set of numbers is no accession number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAnAccession {
    /// It has another form.
    #[error("an accession number looks like U26-000123-3 7")]
    Form,
    /// The last sign does not follow from the others: something was mistyped.
    #[error("the check character does not fit: one sign is wrong, read the number again")]
    CheckCharacter,
}

const SIGNS: &[u8; 36] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
/// Collections one site may have in a year.
const LAST_COUNTER: u32 = 999_999;

impl Accession {
    /// The number of container `container` (1 to 9) of the `counter`th collection of `year` at `site`;
    /// container 0 is the collection itself.
    ///
    /// # Errors
    /// When the site is no capital letter, the counter is not 1 to 999,999 or the container over 9.
    pub fn new(site: char, year: i32, counter: u32, container: u8) -> Result<Self, NotAnAccession> {
        let year = u8::try_from(year.rem_euclid(100)).map_err(|_| NotAnAccession::Form)?;
        match u8::try_from(site) {
            Ok(site) if site.is_ascii_uppercase() && (1..=LAST_COUNTER).contains(&counter) && container <= 9 => {
                Ok(Self(Parts { site, year, counter, container }))
            }
            _ => Err(NotAnAccession::Form),
        }
    }

    /// Reads a number as scanned or typed, with or without `-` and spaces, in either case.
    ///
    /// # Errors
    /// When it has another form, or its check character is wrong.
    pub fn parse(text: &str) -> Result<Self, NotAnAccession> {
        let signs: String = text.trim().chars().filter(|sign| !matches!(sign, '-' | ' ')).collect();
        let signs = signs.to_ascii_uppercase();
        if signs.len() != 11 || !signs.is_ascii() {
            return Err(NotAnAccession::Form);
        }
        let site = signs.chars().next().ok_or(NotAnAccession::Form)?;
        let digits = |from: usize, to: usize| -> Result<u32, NotAnAccession> {
            let part = &signs[from..to];
            let plain = part.bytes().all(|sign| sign.is_ascii_digit());
            if plain { part.parse().map_err(|_| NotAnAccession::Form) } else { Err(NotAnAccession::Form) }
        };
        let (year, counter, container) = (digits(1, 3)?, digits(3, 9)?, digits(9, 10)?);
        let container = u8::try_from(container).map_err(|_| NotAnAccession::Form)?;
        let number = Self::new(site, year.cast_signed(), counter, container)?;
        if number.compact() == signs { Ok(number) } else { Err(NotAnAccession::CheckCharacter) }
    }

    /// The eleven signs without separators: what the bar code holds and other systems are sent.
    #[must_use]
    pub fn compact(self) -> String {
        let body = self.body();
        format!("{body}{}", check_character(&body))
    }

    /// The last four signs, typed from the applied tube where there is no scanner.
    #[must_use]
    pub fn last_four(self) -> String {
        self.compact()[7..].to_owned()
    }

    /// The number of the whole collection: what its containers share.
    #[must_use]
    pub fn collection(self) -> Self {
        Self(Parts { container: 0, ..self.0 })
    }

    /// The number of the tube that holds `role` in this collection; none of what stands beside its glasses.
    #[must_use]
    pub fn tube(self, role: SpecimenRole) -> Option<Self> {
        role.container().map(|container| Self(Parts { container, ..self.0 }))
    }

    /// The number of the next container beside the glasses of this collection: the first of the digits 5 to 9 that
    /// neither a planned glass nor an earlier container has. None when all are taken: then a collection of its own
    /// begins.
    #[must_use]
    pub fn beside(self, planned: &[SpecimenRole], taken: &[Self]) -> Option<Self> {
        let is_free = |container: &u8| {
            let planned = planned.iter().any(|role| role.container() == Some(*container));
            let taken = taken.iter().any(|number| number.collection() == self && number.container() == *container);
            !planned && !taken
        };
        (5..=9).find(is_free).map(|container| Self(Parts { container, ..self.collection().0 }))
    }

    /// Its place within the collection: 1 to 9, or 0 for the collection itself.
    #[must_use]
    pub const fn container(self) -> u8 {
        self.0.container
    }

    fn body(self) -> String {
        let Parts { site, year, counter, container } = self.0;
        format!("{}{year:02}{counter:06}{container}", char::from(site))
    }
}

/// ISO 7064 MOD 37,36 over digits and capital letters.
fn check_character(body: &str) -> char {
    let doubled = |sum: usize| (if sum == 0 { 36 } else { sum }) * 2 % 37;
    let sum = body.bytes().fold(18, |sum, sign| {
        let value = SIGNS.iter().position(|known| *known == sign).unwrap_or(0);
        (doubled(sum) + value) % 36
    });
    char::from(SIGNS[(37 - doubled(sum)) % 36])
}

impl std::fmt::Display for Accession {
    /// In groups that can be read aloud: `U26-000123-3 7`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let text = self.compact();
        write!(f, "{}-{}-{} {}", &text[0..3], &text[3..9], &text[9..10], &text[10..])
    }
}

impl std::str::FromStr for Accession {
    type Err = NotAnAccession;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl TryFrom<String> for Accession {
    type Error = NotAnAccession;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<Accession> for String {
    fn from(number: Accession) -> Self {
        number.compact()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn check_characters_agree_with_published_ones() {
        for (body, check) in [
            ("U260001231", 'B'),
            ("U260001232", '9'),
            ("U260001233", '7'),
            ("U260001234", '5'),
            ("U26000123", 'P'),
            ("A12425GABC1234002", 'M'),
        ] {
            assert_eq!(check_character(body), check, "{body}");
        }
    }

    #[test]
    fn a_number_is_read_however_it_is_typed() {
        let number = Accession::new('U', 2026, 123, 3).unwrap();
        assert_eq!(number.to_string(), "U26-000123-3 7");
        for text in ["U260001233 7", "u26-000123-3 7", " U2600012337\n", "U26 000123 3 7"] {
            assert_eq!(Accession::parse(text), Ok(number), "{text}");
        }
        assert_eq!(number.last_four(), "2337");
        assert_eq!((number.container(), number.collection().container()), (3, 0));
        assert_eq!(number.collection().tube(SpecimenRole::Eps), Some(number));
        assert_eq!(number.collection().tube(SpecimenRole::Msu), None);
    }

    #[test]
    fn what_stands_beside_the_glasses_takes_the_digits_they_leave_free() {
        let set = Accession::new('U', 2026, 123, 0).unwrap();
        let next = |planned: &[SpecimenRole], taken: &[Accession]| set.beside(planned, taken).map(Accession::container);
        assert_eq!(next(&SpecimenRole::FOUR_GLASS, &[]), Some(5));
        assert_eq!(next(&[SpecimenRole::PreM, SpecimenRole::Eps, SpecimenRole::PostM], &[]), Some(7));
        let mut taken: Vec<_> = set.beside(&[], &[]).into_iter().collect();
        while let Some(number) = set.beside(&[], &taken) {
            taken.push(number);
        }
        assert_eq!(taken.iter().map(|number| number.container()).collect::<Vec<_>>(), [5, 6, 7, 8, 9]);
    }

    #[test]
    fn a_mistyped_number_is_refused_before_it_is_searched() {
        for text in ["U2600012336", "U2600012437", "V2600012337"] {
            assert_eq!(Accession::parse(text), Err(NotAnAccession::CheckCharacter), "{text}");
        }
        for text in ["", "FG-1042", "U26000123", "U26000123377", "12600012337", "U26O0012337", "Ü2600012337"] {
            assert_eq!(Accession::parse(text), Err(NotAnAccession::Form), "{text}");
        }
        assert!(Accession::new('u', 2026, 1, 1).is_err(), "a site is a capital letter");
        assert!(Accession::new('U', 2026, 0, 1).is_err() && Accession::new('U', 2026, 1_000_000, 1).is_err());
    }

    proptest! {
        #[test]
        fn every_single_wrong_sign_is_caught(counter in 1_u32..1_000_000, container in 0_u8..10, at in 0_usize..11, other in 0_usize..36) {
            let right = Accession::new('U', 2026, counter, container).unwrap().compact();
            let mut wrong = right.clone().into_bytes();
            prop_assume!(wrong[at] != SIGNS[other]);
            wrong[at] = SIGNS[other];
            prop_assert!(Accession::parse(&String::from_utf8(wrong).unwrap()).is_err());
            prop_assert!(Accession::parse(&right).is_ok());
        }
    }
}
