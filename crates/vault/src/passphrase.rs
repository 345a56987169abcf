//! Passphrases: which are refused when they are chosen, and the one form in which they are compared.

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// Fragments that guessing programs try first; each counts as two characters, however long it is.
const WELL_KNOWN: &str = include_str!("well_known.txt");
/// Rows of a keyboard: walking along one is no surprise.
const ROWS: [&str; 6] =
    ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop"];
const LEAST: usize = 15;
const MOST: usize = 256;
/// How many characters must be left to guess when everything well known has been folded together.
const LEAST_LEFT: usize = 10;

/// A passphrase in normal form C, wiped when dropped. It has no `Debug`, and no way back to text.
pub struct Passphrase(Zeroizing<String>);

/// Why a passphrase may not be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WeakPassphrase {
    /// Fewer than 15 characters.
    #[error("use at least 15 characters; a sentence is easier to remember than a puzzle")]
    TooShort,
    /// More than 256 characters.
    #[error("use at most 256 characters")]
    TooLong,
    /// Made of what guessing programs try first.
    #[error("this is made of words, runs or repetitions that are tried first; add words that do not belong together")]
    Guessable,
    /// It holds the name of the person or the clinic.
    #[error("leave out your own name, the sign-on name and the name of the clinic")]
    HoldsAName,
    /// It holds a control character, which some keyboards cannot type again.
    #[error("leave out tabs, line breaks and other control characters")]
    ControlCharacter,
}

/// How much guessing stands between a thief and a passphrase; an estimate, and a low one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Strength {
    /// The estimate in bits: each more doubles the work.
    pub bits: u32,
}

impl Passphrase {
    /// A passphrase that somebody chooses. `names` are the person's, the sign-on name and the clinic's.
    ///
    /// # Errors
    /// When it is too short or long, well known, repetitive, or holds one of the names.
    pub fn parse(text: &str, names: &[&str]) -> Result<Self, WeakPassphrase> {
        let chosen = Self::from_typed(text);
        let length = chosen.0.chars().count();
        if length < LEAST {
            return Err(WeakPassphrase::TooShort);
        }
        if length > MOST {
            return Err(WeakPassphrase::TooLong);
        }
        if chosen.0.chars().any(char::is_control) {
            return Err(WeakPassphrase::ControlCharacter);
        }
        let plain = fold(&chosen.0);
        if names.iter().flat_map(|name| parts(name)).any(|part| plain.contains(part.as_str())) {
            return Err(WeakPassphrase::HoldsAName);
        }
        if left_to_guess(&plain) < LEAST_LEFT {
            return Err(WeakPassphrase::Guessable);
        }
        Ok(chosen)
    }

    /// A passphrase as typed to unlock: no question is asked of it but whether it is the right one.
    #[must_use]
    pub fn from_typed(text: &str) -> Self {
        Self(Zeroizing::new(text.nfc().collect()))
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// An honest, low estimate for the meter beside the field: words count as words, not as letters.
#[must_use]
pub fn strength(text: &str) -> Strength {
    let normal = Zeroizing::new(text.nfc().collect::<String>());
    let plain = fold(&normal);
    let left = left_to_guess(&plain);
    let words: usize = normal
        .split_whitespace()
        .map(|word| {
            if word.chars().all(char::is_alphabetic) {
                (word.chars().count() * 5 / 2).min(12)
            } else {
                word.chars().count() * 4
            }
        })
        .sum();
    Strength { bits: u32::try_from(words.min(left * 4)).unwrap_or(u32::MAX) }
}

/// Lower case letters and digits only: capitals, spaces and signs between well-known words surprise nobody.
fn fold(text: &str) -> Zeroizing<String> {
    Zeroizing::new(text.to_lowercase().chars().filter(|sign| sign.is_alphanumeric()).collect())
}

/// The parts of a name that are long enough to be recognised inside a sentence.
fn parts(name: &str) -> Vec<Zeroizing<String>> {
    name.split(|sign: char| !sign.is_alphanumeric())
        .map(|part| fold(&part.nfc().collect::<String>()))
        .filter(|part| part.chars().count() >= 4)
        .collect()
}

/// How many characters `plain` has once well-known fragments, runs and repetitions are folded together.
fn left_to_guess(plain: &str) -> usize {
    let mut rest = Zeroizing::new(plain.to_owned());
    let mut count = 0;
    let mut fragments: Vec<&str> = WELL_KNOWN.lines().collect();
    fragments.sort_by_key(|fragment| std::cmp::Reverse(fragment.len()));
    for fragment in fragments {
        let found = rest.matches(fragment).count();
        if found > 0 {
            // A fragment that comes again adds nothing.
            count += 2;
            rest = Zeroizing::new(rest.replace(fragment, "\n"));
        }
    }
    let mut seen: Vec<[char; 3]> = Vec::new();
    let signs = Zeroizing::new(rest.chars().filter(|sign| *sign != '\n').collect::<Vec<char>>());
    for (index, sign) in signs.iter().enumerate() {
        let before = index.checked_sub(2).map(|start| [signs[start], signs[start + 1], *sign]);
        let known = before.is_some_and(|three| seen.contains(&three) || is_run(three));
        seen.extend(before);
        if !known {
            count += 1;
        }
    }
    count
}

/// Whether three characters stand still or walk along the alphabet, the digits or a row of keys.
fn is_run(three: [char; 3]) -> bool {
    let text: String = three.iter().collect();
    let back: String = three.iter().rev().collect();
    three[0] == three[1] && three[1] == three[2] || ROWS.iter().any(|row| row.contains(&text) || row.contains(&back))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Result<(), WeakPassphrase>) {
        let names = ["Dr. Ada Quill", "ada.quill", "Northside Urology"];
        assert_eq!(Passphrase::parse(text, &names).map(|_| ()), expect, "{text}");
    }

    #[test]
    fn a_sentence_is_welcome_and_a_puzzle_is_not_asked_for() {
        check("seven quiet herons cross", Ok(()));
        check("maple  tin-opener 4 blue", Ok(()));
        check("früh am Morgen Möwen", Ok(()));
    }

    #[test]
    fn what_is_tried_first_is_refused() {
        check("short but good", Err(WeakPassphrase::TooShort));
        check("password password password", Err(WeakPassphrase::Guessable));
        check("Correct Horse Battery Staple", Err(WeakPassphrase::Guessable));
        check("qwertyuiopasdfghjkl", Err(WeakPassphrase::Guessable));
        check("1234567890123456", Err(WeakPassphrase::Guessable));
        check("aaaaaaaaaaaaaaaaaaaa", Err(WeakPassphrase::Guessable));
        check("gulls gulls gulls gulls", Err(WeakPassphrase::Guessable));
        check("Welcome2026! Urology", Err(WeakPassphrase::HoldsAName));
        check("my name is Quill, I am", Err(WeakPassphrase::HoldsAName));
        check("seven quiet\therons cross", Err(WeakPassphrase::ControlCharacter));
        check(&"ab cd ".repeat(50), Err(WeakPassphrase::TooLong));
    }

    #[test]
    fn an_accent_typed_in_two_strokes_is_the_same_passphrase() {
        assert_eq!(Passphrase::from_typed("Mo\u{308}wen").bytes(), Passphrase::from_typed("M\u{f6}wen").bytes());
    }

    #[test]
    fn the_meter_counts_words_as_words() {
        assert!(strength("password password password").bits < 20);
        assert!(strength("seven quiet herons cross").bits < strength("seven quiet herons cross nine wet bridges").bits);
    }
}
