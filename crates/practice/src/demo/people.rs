//! The patients of the fictional year. Nobody of these names is meant; the names are made by a table and a number.

use super::plan::Chance;
use crate::patient::RegisterPatient;
use chrono::{Datelike, NaiveDate};
use clinic::patient::{LaboratorySex, YesNoUnknown};

const FAMILY: [&str; 32] = [
    "Aalto",
    "Baptiste",
    "Castellano",
    "Dvořák",
    "Eriksson",
    "Fontaine",
    "Grünwald",
    "Haddad",
    "Ivanov",
    "Janssen",
    "Kowalski",
    "Lindqvist",
    "Moreau",
    "Nakamura",
    "O’Sullivan",
    "Petrović",
    "Quispe",
    "Rossi",
    "Sørensen",
    "Tanaka",
    "Ülker",
    "Vasquez",
    "Weissbach",
    "Xavier",
    "Yılmaz",
    "Zimmer",
    "Achterberg",
    "Brandtner",
    "Czerny",
    "Delacroix",
    "Ekström",
    "Farkas",
];
const SECOND: [&str; 12] = ["", "", "", "", "", "", "-Holm", "-Berg", "-Stein", "-Maar", "-Lund", "-Feld"];
const GIVEN: [&str; 28] = [
    "Anton", "Bruno", "Carlos", "David", "Emil", "Felix", "Georg", "Hugo", "Ivo", "Jonas", "Karim", "Leon", "Marek",
    "Nils", "Oskar", "Paul", "Quentin", "Rafael", "Stefan", "Tomás", "Uwe", "Viktor", "Walter", "Xaver", "Yusuf",
    "Zoltán", "Milan", "Pekka",
];
const ALLERGIES: [&str; 6] = ["", "", "", "", "Penicillin: rash", "Nuts"];

/// Person `number` of the year, as the nurse types them on `today`.
pub(super) fn typed(number: u32, seed: u64, today: NaiveDate) -> RegisterPatient {
    let mut chance = Chance::new(seed ^ (u64::from(number) + 1).wrapping_mul(0x5851_f42d_4c95_7f2d));
    let mut pick = |from: &[&str]| {
        let place = usize::try_from(chance.below(u32::try_from(from.len()).unwrap_or(1))).unwrap_or(0);
        from[place].to_owned()
    };
    let family = format!("{}{}", pick(&FAMILY), pick(&SECOND));
    let given = pick(&GIVEN);
    let allergies = Some(pick(&ALLERGIES)).filter(|text| !text.is_empty());
    let year = today.year() - 24 - i32::try_from(chance.below(62)).unwrap_or(0);
    let (month, day) = (1 + chance.below(12), 1 + chance.below(28));
    RegisterPatient {
        mrn: None,
        family,
        given,
        birth_date: format!("{year:04}-{month:02}-{day:02}"),
        sex: LaboratorySex::Male,
        gender: None,
        name_used: None,
        pronoun: None,
        has_prostate: YesNoUnknown::Yes,
        phone: Some(format!("+49 30 0000 {:04}", number % 10_000)),
        may_leave_message: if chance.below(3) > 0 { YesNoUnknown::Yes } else { YesNoUnknown::No },
        allergies,
        under_custody: false,
        // Two of the table's people may share name and birth date; they are different people.
        another_person: true,
    }
}
