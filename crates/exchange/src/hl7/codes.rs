//! The codes that orders carry: what each specimen is, where it comes from, and which tests are usual.
//!
//! SNOMED CT stands first and HL7 table 0487 second. Table 0487 has no code for prostatic fluid: its `PROST` means
//! "Prosthetic Device" and is never sent.

use clinic::specimen::SpecimenRole;

/// One code with its name and the system it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coded {
    /// The code; empty when only the text is known.
    pub code: String,
    /// The name, always sent.
    pub name: String,
    /// The coding system as HL7 table 0396 names it: `LN`, `SCT`, `L`, `99...`.
    pub system: String,
}

impl Coded {
    /// A code of `system`.
    #[must_use]
    pub fn new(code: &str, name: &str, system: &str) -> Self {
        Self { code: code.to_owned(), name: name.to_owned(), system: system.to_owned() }
    }
}

/// What one role of the four glasses is called by other systems.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SpecimenCodes {
    /// SNOMED CT code and name of the specimen (SPM-4.1, 4.2).
    pub snomed: (&'static str, &'static str),
    /// HL7 table 0487 code and name (SPM-4.4, 4.5).
    pub table_0487: (&'static str, &'static str),
    /// How it was obtained, in words (SPM-7.2): no code is certain enough to be sent.
    pub method: &'static str,
    /// SNOMED CT code and name of the place it comes from (SPM-8), where that is one place.
    pub site: Option<(&'static str, &'static str)>,
    /// The source in words, which laboratories ask for (SPM-14).
    pub source: &'static str,
}

/// The codes of one role.
#[must_use]
pub fn specimen_codes(role: SpecimenRole) -> SpecimenCodes {
    match role {
        SpecimenRole::Vb1 => SpecimenCodes {
            snomed: ("698276005", "First stream urine specimen"),
            table_0487: ("UR", "Urine"),
            method: "First 10 mL of voided urine",
            site: None,
            source: "VB1 first-void urine (urethra)",
        },
        SpecimenRole::Vb2 => SpecimenCodes {
            snomed: ("258574006", "Mid-stream urine specimen"),
            table_0487: ("URINM", "Urine, Midstream"),
            method: "Midstream urine before prostatic massage",
            site: None,
            source: "VB2 midstream urine (bladder)",
        },
        SpecimenRole::Eps => SpecimenCodes {
            snomed: ("258471001", "Prostatic massage fluid sample"),
            table_0487: ("SECRE", "Secretion(s)"),
            method: "Expressed by prostatic massage",
            site: Some(("41216001", "Prostatic structure")),
            source: "EPS expressed prostatic secretion, after massage",
        },
        SpecimenRole::Vb3 => SpecimenCodes {
            snomed: ("122575003", "Urine specimen"),
            table_0487: ("UR", "Urine"),
            method: "Urine collection after prostatic massage",
            site: None,
            source: "VB3 first urine after prostatic massage",
        },
    }
}

/// Quantitative culture as it is usually ordered for one role. No LOINC culture code names prostatic fluid, so
/// secretion is ordered under the code for any specimen.
#[must_use]
pub fn culture(role: SpecimenRole) -> Coded {
    match role {
        SpecimenRole::Eps => Coded::new("6463-4", "Bacteria identified in Specimen by Culture", "LN"),
        SpecimenRole::Vb1 | SpecimenRole::Vb2 | SpecimenRole::Vb3 => {
            Coded::new("630-4", "Bacteria identified in Urine by Culture", "LN")
        }
    }
}

/// Whether a LOINC code carries its right check digit (Luhn's, over the digits before the hyphen).
#[must_use]
pub fn loinc_holds(code: &str) -> bool {
    let Some((digits, check)) = code.split_once('-') else { return false };
    let digits: Option<Vec<u32>> = digits.chars().map(|digit| digit.to_digit(10)).collect();
    let (Some(digits), Ok(check)) = (digits, check.parse::<u32>()) else { return false };
    let doubled = |digit: u32| if digit > 4 { digit * 2 - 9 } else { digit * 2 };
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, &digit)| if place % 2 == 0 { doubled(digit) } else { digit })
        .sum();
    !digits.is_empty() && (10 - sum % 10) % 10 == check
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Verhoeff's check over the whole number, as SNOMED CT identifiers carry it.
    fn snomed_holds(code: &str) -> bool {
        const TIMES: [&str; 10] = [
            "0123456789",
            "1234067895",
            "2340178956",
            "3401289567",
            "4012395678",
            "5987604321",
            "6598710432",
            "7659821043",
            "8765932104",
            "9876543210",
        ];
        const PERMUTED: [&str; 8] = [
            "0123456789",
            "1576283094",
            "5803796142",
            "8916043527",
            "9453126870",
            "4286573901",
            "2793806415",
            "7046913258",
        ];
        let at = |row: &str, column: usize| usize::from(row.as_bytes()[column] - b'0');
        code.bytes()
            .rev()
            .enumerate()
            .fold(0, |check, (place, digit)| at(TIMES[check], at(PERMUTED[place % 8], usize::from(digit - b'0'))))
            == 0
    }

    #[test]
    fn every_code_we_send_carries_its_check_digit() {
        for role in SpecimenRole::FOUR_GLASS {
            let codes = specimen_codes(role);
            assert!(snomed_holds(codes.snomed.0), "{}", codes.snomed.0);
            assert!(codes.site.is_none_or(|(code, _)| snomed_holds(code)));
            assert!(loinc_holds(&culture(role).code), "{}", culture(role).code);
            assert_ne!(codes.table_0487.0, "PROST");
        }
        assert!(!snomed_holds("698276006"));
    }

    #[test]
    fn loinc_codes_are_told_from_invented_ones() {
        for code in ["630-4", "6463-4", "664-3", "5821-4", "2857-1", "96718-2", "72348-6"] {
            assert!(loinc_holds(code), "{code}");
        }
        // A public national guide gives these as codes of prostatic fluid; no such codes exist.
        assert!(!loinc_holds("19132-8") && !loinc_holds("19147-6"));
        assert!(!loinc_holds("630") && !loinc_holds("630-5") && !loinc_holds("-0") && !loinc_holds("63O-4"));
    }
}
