//! What changed between two versions of a text: statement by statement, and within a statement word by word.

use super::text::RenderedText;
use crate::words::words;
use serde::Serialize;

words! {
    /// How a statement or a word of it differs.
    pub enum TextChange {
        /// In both.
        Same = "same",
        /// In the later version only.
        Added = "added",
        /// In the earlier version only.
        Removed = "removed",
        /// A statement of both, in other words.
        Changed = "changed",
    }
}

/// A run of words that are in both versions, or in one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct WordRun {
    /// In which.
    pub change: TextChange,
    /// The words, with single spaces.
    pub text: String,
}

/// One statement that is not the same in both versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct StatementChange {
    /// Which statement: the title, an element, a risk, or what is agreed to.
    pub statement: String,
    /// Added, removed or changed.
    pub change: TextChange,
    /// Its words, in the order in which they are read.
    pub words: Vec<WordRun>,
}

/// What is different in `later`, in its order; what it no longer says comes last. Empty when both say the same.
#[must_use]
pub fn difference(earlier: &RenderedText, later: &RenderedText) -> Vec<StatementChange> {
    let (before, after) = (statements(earlier), statements(later));
    let whole = |name: &str, change: TextChange, text: &str| StatementChange {
        statement: name.to_owned(),
        change,
        words: vec![WordRun { change, text: text.to_owned() }],
    };
    let said = after.iter().filter_map(|(name, text)| match before.iter().find(|(known, _)| known == name) {
        None => Some(whole(name, TextChange::Added, text)),
        Some((_, old)) if old == text => None,
        Some((_, old)) => {
            Some(StatementChange { statement: name.clone(), change: TextChange::Changed, words: compare(old, text) })
        }
    });
    let gone = before.iter().filter(|(name, _)| !after.iter().any(|(known, _)| known == name));
    said.chain(gone.map(|(name, text)| whole(name, TextChange::Removed, text))).collect()
}

/// Everything a text says, each statement under its name.
fn statements(text: &RenderedText) -> Vec<(String, &str)> {
    let elements = text.groups.iter().flat_map(|group| &group.elements);
    let mut all = vec![("title".to_owned(), text.title.as_str())];
    all.extend(elements.map(|said| (said.element.to_string(), said.text.as_str())));
    all.extend(text.risks.iter().map(|risk| (risk.risk.clone(), risk.text.as_str())));
    all.push(("statement".to_owned(), text.statement.as_str()));
    all
}

/// The words of both, by their longest common sequence.
fn compare(old: &str, new: &str) -> Vec<WordRun> {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.split_whitespace().collect(), new.split_whitespace().collect());
    // common[i][j]: how many words old[i..] and new[j..] have in common, in order.
    let mut common = vec![vec![0_usize; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            common[i][j] =
                if old[i] == new[j] { common[i + 1][j + 1] + 1 } else { common[i + 1][j].max(common[i][j + 1]) };
        }
    }
    let (mut i, mut j, mut runs) = (0, 0, Vec::<WordRun>::new());
    while i < old.len() || j < new.len() {
        let (change, word) = if i < old.len() && j < new.len() && old[i] == new[j] {
            (i, j) = (i + 1, j + 1);
            (TextChange::Same, new[j - 1])
        } else if i < old.len() && (j == new.len() || common[i + 1][j] >= common[i][j + 1]) {
            i += 1;
            (TextChange::Removed, old[i - 1])
        } else {
            j += 1;
            (TextChange::Added, new[j - 1])
        };
        match runs.last_mut().filter(|run| run.change == change) {
            Some(run) => run.text.extend([" ", word]),
            None => runs.push(WordRun { change, text: word.to_owned() }),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::super::edition::versions;
    use super::super::text::RiskText;
    use super::super::tongue::Tongue;
    use super::*;
    use std::fmt::Write;

    fn rendered(version: usize) -> RenderedText {
        versions("four-glass", Tongue::English)[version].text.render("Ada Brandt", "urologist", &[])
    }

    /// The difference on one line a statement: words added in [+…], removed in [-…].
    fn told(earlier: &RenderedText, later: &RenderedText) -> String {
        let mut told = String::new();
        for one in difference(earlier, later) {
            write!(told, "{} {}:", one.statement, one.change).unwrap();
            for words in one.words {
                match words.change {
                    TextChange::Same if words.text.chars().count() > 40 => write!(told, " …").unwrap(),
                    TextChange::Same => write!(told, " {}", words.text).unwrap(),
                    TextChange::Added => write!(told, " [+{}]", words.text).unwrap(),
                    TextChange::Removed | TextChange::Changed => write!(told, " [-{}]", words.text).unwrap(),
                }
            }
            told.push('\n');
        }
        told
    }

    #[test]
    fn the_same_text_has_no_difference() {
        assert_eq!(told(&rendered(0), &rendered(0)), "");
    }

    #[test]
    fn the_two_versions_of_the_four_glass_text() {
        insta::assert_snapshot!(told(&rendered(0), &rendered(1)), @r"
        who changed: … [+Nobody in training examines you unless you were asked first, by name.]
        right-to-stop changed: … [+before the test or during it,] …
        ");
    }

    #[test]
    fn a_risk_that_is_new_one_that_is_gone_and_a_word_that_is_another() {
        let (before, mut after) = (rendered(0), rendered(0));
        after.risks.retain(|risk| risk.risk != "risk-psa");
        after.risks.push(RiskText {
            risk: "risk-cold".to_owned(),
            text: "The gel can feel cold.".to_owned(),
            only_if: None,
        });
        after.title = "Four-glass test with massage of the prostate".to_owned();
        insta::assert_snapshot!(told(&before, &after), @r"
        title changed: Four-glass test with [-prostate] massage [+of the prostate]
        risk-cold added: [+The gel can feel cold.]
        risk-psa removed: [-A PSA blood test can read higher for some days afterwards.]
        ");
    }
}
