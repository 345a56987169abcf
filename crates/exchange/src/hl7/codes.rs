//! The codes that orders carry, each with its name and system, and the check digit of a LOINC code.

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
