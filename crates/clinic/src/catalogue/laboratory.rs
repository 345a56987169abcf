//! What the clinic's own laboratory says of a kind of specimen, where that differs from what is shipped. What it says
//! nothing of stays as it was shipped.

use super::CatalogueEntry;
use crate::specimen::Volume;
use serde::{Deserialize, Serialize};

/// The laboratory's own values of one kind of specimen; none where the shipped one stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct LaboratoryValues {
    /// What it is collected in.
    pub container: Option<String>,
    /// The least volume.
    pub minimum_ml: Option<Volume>,
    /// How it is kept and carried.
    pub storage: Option<String>,
    /// Hours at room temperature.
    pub ambient_hours: Option<u16>,
    /// Hours cold.
    pub cold_hours: Option<u16>,
    /// The laboratory's own code of the test.
    pub local_code: Option<String>,
    /// What it calls the test.
    pub local_name: Option<String>,
}

/// The same as typed; what is empty stays as shipped.
#[derive(Debug, Clone, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TypedLaboratoryValues {
    /// What it is collected in.
    pub container: String,
    /// The least volume in millilitres.
    pub minimum_ml: String,
    /// How it is kept and carried.
    pub storage: String,
    /// Hours at room temperature.
    pub ambient_hours: String,
    /// Hours cold.
    pub cold_hours: String,
    /// The laboratory's own code of the test.
    pub local_code: String,
    /// What it calls the test.
    pub local_name: String,
}

/// One value that cannot stand, by the name of its field.
pub type ValueRefused = (&'static str, String);

/// The most hours that are believed: a year.
const MOST_HOURS: u16 = 8_784;

impl LaboratoryValues {
    /// Reads what was typed for `shipped`. A value that says what is shipped anyway is none of the laboratory's own.
    ///
    /// # Errors
    /// Each value that cannot stand, with its range.
    pub fn read(shipped: &CatalogueEntry, typed: &TypedLaboratoryValues) -> Result<Self, Vec<ValueRefused>> {
        let mut refused = Vec::new();
        let text = |refused: &mut Vec<ValueRefused>, field, typed: &str, most: usize, shipped: &str| {
            let words = typed.split_whitespace().collect::<Vec<_>>().join(" ");
            if words.chars().count() > most || words.chars().any(char::is_control) {
                refused.push((field, format!("write at most {most} characters")));
            }
            (!words.is_empty() && words != shipped).then_some(words)
        };
        let range = Volume::range(shipped.role);
        let minimum = match typed.minimum_ml.trim() {
            "" => None,
            typed => match Volume::parse(typed) {
                Ok(volume) if volume >= range.0 && volume <= range.1 => Some(volume),
                Ok(_) => {
                    let words = format!("{} takes between {} and {} mL", shipped.role.code(), range.0, range.1);
                    refused.push(("minimumMl", words));
                    None
                }
                Err(problem) => {
                    refused.push(("minimumMl", problem.to_string()));
                    None
                }
            },
        };
        let hours = |refused: &mut Vec<ValueRefused>, field, typed: &str| match typed.trim() {
            "" => None,
            typed => {
                let read = typed.parse::<u16>().ok().filter(|hours| (1..=MOST_HOURS).contains(hours));
                if read.is_none() {
                    refused.push((field, format!("write whole hours between 1 and {MOST_HOURS}")));
                }
                read
            }
        };
        let values = Self {
            container: text(&mut refused, "container", &typed.container, 60, &shipped.container),
            minimum_ml: minimum.filter(|volume| shipped.minimum != Some(*volume)),
            storage: text(&mut refused, "storage", &typed.storage, 40, &shipped.storage),
            ambient_hours: hours(&mut refused, "ambientHours", &typed.ambient_hours)
                .filter(|hours| shipped.ambient_hours != Some(*hours)),
            cold_hours: hours(&mut refused, "coldHours", &typed.cold_hours)
                .filter(|hours| shipped.cold_hours != Some(*hours)),
            local_code: text(&mut refused, "localCode", &typed.local_code, 20, &shipped.ordered.local),
            local_name: text(&mut refused, "localName", &typed.local_name, 80, &shipped.ordered.title),
        };
        let plain = |code: &String| code.bytes().all(|sign| sign.is_ascii_graphic() && !b"|^&~\\".contains(&sign));
        if values.local_code.as_ref().is_some_and(|code| !plain(code)) {
            refused.push(("localCode", "write letters, digits and dashes, without spaces".to_owned()));
        }
        if refused.is_empty() { Ok(values) } else { Err(refused) }
    }

    /// The entry as this laboratory has it.
    #[must_use]
    pub fn over(&self, shipped: &CatalogueEntry) -> CatalogueEntry {
        let mut entry = shipped.clone();
        if let Some(container) = &self.container {
            entry.container.clone_from(container);
        }
        entry.minimum = self.minimum_ml.or(entry.minimum);
        if let Some(storage) = &self.storage {
            entry.storage.clone_from(storage);
        }
        entry.ambient_hours = self.ambient_hours.or(entry.ambient_hours);
        entry.cold_hours = self.cold_hours.or(entry.cold_hours);
        if let Some(code) = &self.local_code {
            entry.ordered.local.clone_from(code);
        }
        if let Some(name) = &self.local_name {
            entry.ordered.title.clone_from(name);
        }
        entry
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::entry;
    use crate::specimen::SpecimenRole;

    fn said(typed: &TypedLaboratoryValues) -> String {
        match LaboratoryValues::read(entry(SpecimenRole::Vb1), typed) {
            Ok(values) => {
                let own = values.over(entry(SpecimenRole::Vb1));
                let minimum = own.minimum.map(|volume| volume.to_string()).unwrap_or_default();
                format!("{}, {minimum} mL, {} h, {}", own.container, own.cold_hours.unwrap_or(0), own.ordered.local)
            }
            Err(refused) => refused.iter().map(|(field, why)| format!("{field}: {why}")).collect::<Vec<_>>().join("; "),
        }
    }

    #[test]
    fn the_laboratory_says_otherwise_where_it_says_something() {
        let empty = TypedLaboratoryValues::default();
        assert_eq!(said(&empty), "Sterile screw cup, 5 mL, 24 h, 4G-VB1");
        let boric = TypedLaboratoryValues {
            container: " Boric acid  tube ".into(),
            minimum_ml: "8,5".into(),
            cold_hours: "48".into(),
            local_code: "UCULT-1".into(),
            ..empty.clone()
        };
        assert_eq!(said(&boric), "Boric acid tube, 8.5 mL, 48 h, UCULT-1");
        let same = TypedLaboratoryValues { minimum_ml: "5".into(), container: "Sterile screw cup".into(), ..empty };
        assert_eq!(LaboratoryValues::read(entry(SpecimenRole::Vb1), &same), Ok(LaboratoryValues::default()));
    }

    #[test]
    fn what_cannot_be_is_refused_with_its_range() {
        let empty = TypedLaboratoryValues::default();
        let check = |typed: TypedLaboratoryValues, expect: &str| assert_eq!(said(&typed), expect);
        check(
            TypedLaboratoryValues { minimum_ml: "900".into(), ..empty.clone() },
            "minimumMl: VB1 takes between 0.1 and 200 mL",
        );
        check(
            TypedLaboratoryValues { ambient_hours: "0".into(), cold_hours: "soon".into(), ..empty.clone() },
            "ambientHours: write whole hours between 1 and 8784; coldHours: write whole hours between 1 and 8784",
        );
        check(
            TypedLaboratoryValues { local_code: "A|B".into(), ..empty.clone() },
            "localCode: write letters, digits and dashes, without spaces",
        );
        check(TypedLaboratoryValues { storage: "x".repeat(41), ..empty }, "storage: write at most 40 characters");
    }
}
