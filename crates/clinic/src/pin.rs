//! The shape of a PIN: short enough for gloves, and none of those that are tried first.

/// Why digits cannot be a PIN.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PinRefusal {
    /// Not six to eight digits.
    #[error("use six to eight digits and nothing else")]
    NotDigits,
    /// One digit all along.
    #[error("use more than one digit")]
    AllSame,
    /// Up or down the row, such as 345678 or 654321.
    #[error("use digits that do not run up or down in order")]
    Running,
}

/// Whether `text` has the shape of any PIN. No passphrase has it: the shortest is fifteen characters.
#[must_use]
pub fn is_pin_shaped(text: &str) -> bool {
    (6..=8).contains(&text.len()) && text.bytes().all(|sign| sign.is_ascii_digit())
}

/// Whether `text` may be chosen as a PIN.
///
/// # Errors
/// When it is not six to eight digits, or among those that are tried first.
pub fn check_pin(text: &str) -> Result<(), PinRefusal> {
    if !is_pin_shaped(text) {
        return Err(PinRefusal::NotDigits);
    }
    // Each step from one digit to the next, around the end of the row: 0 after 9 and 9 before 0.
    let steps: Vec<u8> = text.as_bytes().windows(2).map(|two| (two[1] + 10 - two[0]) % 10).collect();
    match steps.first() {
        Some(first) if steps.iter().any(|step| step != first) => Ok(()),
        Some(0) => Err(PinRefusal::AllSame),
        Some(1 | 9) => Err(PinRefusal::Running),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_is_six_to_eight_digits_that_are_not_tried_first() {
        let refused = |text: &str| check_pin(text).err();
        for good in ["482915", "1234567".replace('4', "9").as_str(), "00000001", "135790"] {
            assert_eq!(refused(good), None, "{good}");
        }
        for odd in ["", "48291", "482915736", "48 915", "48291a", "٤٨٢٩١٥"] {
            assert_eq!(refused(odd), Some(PinRefusal::NotDigits), "{odd}");
        }
        assert_eq!(refused("777777"), Some(PinRefusal::AllSame));
        for running in ["123456", "87654321", "890123", "210987"] {
            assert_eq!(refused(running), Some(PinRefusal::Running), "{running}");
        }
    }
}
