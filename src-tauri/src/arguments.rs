//! What may be said when the program is started: which vault, and nothing else.

use std::ffi::OsString;
use std::path::PathBuf;

/// The words after the program's name.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Arguments {
    /// The vault's folder when one was named with `--vault`.
    pub(crate) vault: Option<PathBuf>,
}

impl Arguments {
    /// Reads the words; a word it does not know is answered with the usage.
    pub(crate) fn parse(words: impl IntoIterator<Item = OsString>) -> Result<Self, String> {
        let mut words = words.into_iter();
        let mut vault = None;
        while let Some(word) = words.next() {
            match word.to_str() {
                Some("--vault") => vault = Some(words.next().ok_or("--vault wants a folder after it.")?.into()),
                _ => return Err("usage: fourglass [--vault FOLDER]".to_owned()),
            }
        }
        Ok(Self { vault })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(words: &[&str]) -> Result<Arguments, String> {
        Arguments::parse(words.iter().map(OsString::from))
    }

    #[test]
    fn the_vault_is_the_only_thing_to_say() {
        assert_eq!(parse(&[]), Ok(Arguments { vault: None }));
        assert_eq!(parse(&["--vault", "/clinic"]), Ok(Arguments { vault: Some("/clinic".into()) }));
        assert_eq!(parse(&["--vault"]), Err("--vault wants a folder after it.".to_owned()));
        assert_eq!(parse(&["--passphrase", "x"]), Err("usage: fourglass [--vault FOLDER]".to_owned()));
    }
}
