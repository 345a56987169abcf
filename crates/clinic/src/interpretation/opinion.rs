//! What the urologist makes of a suggestion: agrees, or disagrees and says why. Nobody else, and nothing by default.

use super::Category;
use serde::{Deserialize, Serialize};

/// A urologist's answer to a suggestion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Opinion {
    /// It is so.
    Agrees,
    /// It is not so.
    Disagrees {
        /// Why, in words.
        reason: String,
        /// What it is instead, where that can be said.
        instead: Option<Category>,
    },
}

/// Why an opinion does not stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OpinionRefused {
    /// Disagreement without a reason.
    #[error("write in 3 to 500 characters why you disagree")]
    ReasonMissing,
    /// It disagrees with itself.
    #[error("this is what was suggested: agree, or name another")]
    SameCategory,
}

impl Opinion {
    /// The opinion as it is kept, with its reason trimmed.
    ///
    /// # Errors
    /// What is missing for it to stand.
    pub fn on(self, suggested: Category) -> Result<Self, OpinionRefused> {
        match self {
            Self::Agrees => Ok(Self::Agrees),
            Self::Disagrees { instead: Some(instead), .. } if instead == suggested => Err(OpinionRefused::SameCategory),
            Self::Disagrees { reason, instead } => {
                let reason = reason.trim().to_owned();
                let said = (3..=500).contains(&reason.chars().count());
                if said { Ok(Self::Disagrees { reason, instead }) } else { Err(OpinionRefused::ReasonMissing) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn disagreement_has_a_reason_and_another_name() {
        let disagrees = |reason: &str, instead| Opinion::Disagrees { reason: reason.to_owned(), instead };
        assert_eq!(Opinion::Agrees.on(Category::NihII), Ok(Opinion::Agrees));
        assert_eq!(disagrees(" ", None).on(Category::NihII), Err(OpinionRefused::ReasonMissing));
        let same = disagrees("contaminated", Some(Category::NihII)).on(Category::NihII);
        assert_eq!(same, Err(OpinionRefused::SameCategory));
        let kept = disagrees(" contaminated ", Some(Category::Doubtful)).on(Category::NihII);
        assert_eq!(kept, Ok(disagrees("contaminated", Some(Category::Doubtful))));
    }
}
