//! What is said to the patient before a consent: a versioned text with its twelve elements, its risks and its sources.

use super::review::TranslationReview;
use super::tongue::Tongue;
use crate::procedure::{Act, ProcedureKind};
use crate::words::words;
use serde::{Deserialize, Serialize};

words! {
    /// The twelve things a consent has to speak of.
    pub enum Element {
        /// Who will do it, and any trainee.
        Who = "who",
        /// What will be done, why, how long.
        What = "what",
        /// How examination, massage and strokes differ.
        Difference = "difference",
        /// What it feels like.
        Discomfort = "discomfort",
        /// What can go wrong.
        Risks = "risks",
        /// What it is good for, honestly.
        Benefit = "benefit",
        /// What else could be done, including nothing.
        Alternatives = "alternatives",
        /// What happens to samples and results.
        Specimens = "specimens",
        /// Saying no, and stopping, with the agreed signal.
        RightToStop = "right-to-stop",
        /// The offer of a chaperone.
        Chaperone = "chaperone",
        /// Questions were answered.
        Questions = "questions",
        /// Understanding was checked in the patient's own words.
        Understanding = "understanding",
    }
}

words! {
    /// The four groups in which the twelve elements are spoken and confirmed.
    pub enum SpokenGroup {
        /// What will be done, by whom and why.
        WhatAndWhy = "what-and-why",
        /// Risks and alternatives.
        RisksAndAlternatives = "risks-and-alternatives",
        /// Rights, stopping, samples, chaperone.
        RightsAndChaperone = "rights-and-chaperone",
        /// Questions, and understanding in the patient's own words.
        Questions = "questions-and-teach-back",
    }
}

words! {
    /// The least form in which a consent to this text counts.
    pub enum ConsentForm {
        /// Spoken, and recorded by the clinician.
        Verbal = "verbal",
        /// Signed by the patient, or spoken before a witness.
        Written = "written",
    }
}

words! {
    /// How far a text has come.
    pub enum TextApproval {
        /// No named urologist has adopted it: papers carry “not for clinical use”.
        AwaitingSignOff = "awaiting-clinical-sign-off",
        /// Adopted by a named urologist of the clinic.
        Adopted = "adopted",
        /// A translation nobody qualified has read; it cannot be signed.
        NotReviewed = "not-reviewed-by-a-translator",
    }
}

impl Element {
    /// The group in which it is spoken.
    #[must_use]
    pub const fn group(self) -> SpokenGroup {
        match self {
            Self::Who | Self::What | Self::Difference | Self::Benefit => SpokenGroup::WhatAndWhy,
            Self::Discomfort | Self::Risks | Self::Alternatives => SpokenGroup::RisksAndAlternatives,
            Self::Specimens | Self::RightToStop | Self::Chaperone => SpokenGroup::RightsAndChaperone,
            Self::Questions | Self::Understanding => SpokenGroup::Questions,
        }
    }
}

impl SpokenGroup {
    /// Its heading on the screen and the paper.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::WhatAndWhy => "What will be done, and why",
            Self::RisksAndAlternatives => "What can go wrong, and what else could be done",
            Self::RightsAndChaperone => "Your rights, stopping, and a chaperone",
            Self::Questions => "Your questions",
        }
    }
}

/// What is said of one element.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ElementText {
    /// Which of the twelve.
    pub element: Element,
    /// The sentences; `{examiner}` and `{role}` are filled in.
    pub text: String,
}

/// One risk in the patient's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RiskText {
    /// The risk's id, which adverse events refer to.
    pub risk: String,
    /// The statement.
    pub text: String,
    /// Said only when this holds for the patient, such as `sci-t6`.
    #[serde(default)]
    pub only_if: Option<String>,
}

/// One version of one consent text in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ConsentText {
    /// Which text, the same in every version and language.
    pub id: String,
    /// Semantic version.
    pub version: String,
    /// Its language.
    pub language: Tongue,
    /// Its title.
    pub title: String,
    /// The procedure it is for.
    pub kind: ProcedureKind,
    /// The acts a consent to it covers, and no other.
    pub acts: Vec<Act>,
    /// The least form that counts. Spoken is the least for any intimate examination; writing for massage is our default.
    pub minimum_form: ConsentForm,
    /// How far it has come.
    pub approval: TextApproval,
    /// First day of use.
    pub effective_from: chrono::NaiveDate,
    /// The twelve elements.
    pub elements: Vec<ElementText>,
    /// The risks, in the order in which they are said.
    pub risks: Vec<RiskText>,
    /// What the patient agrees to, in the first person.
    pub statement: String,
    /// What it rests on.
    pub sources: Vec<String>,
}

/// Why a file is not a consent text.
#[derive(Debug, thiserror::Error)]
pub enum NotAConsentText {
    /// Not JSON of this form.
    #[error("the consent text cannot be read: {0}")]
    Unreadable(#[from] serde_json::Error),
    /// An element is missing or said twice.
    #[error("the element “{0}” must be there exactly once")]
    Element(Element),
    /// The version is not three numbers.
    #[error("a consent text has a semantic version such as 1.0.0")]
    Version,
    /// There is no risk, no act, no statement or no source.
    #[error("a consent text needs its acts, its risks, a statement and its sources")]
    Incomplete,
}

impl ConsentText {
    /// Reads a content file.
    ///
    /// # Errors
    /// When it has another form, lacks one of the twelve elements or says one twice.
    pub fn parse(json: &str) -> Result<Self, NotAConsentText> {
        let text: Self = serde_json::from_str(json)?;
        for element in Element::ALL {
            if text.elements.iter().filter(|said| said.element == *element).count() != 1 {
                return Err(NotAConsentText::Element(*element));
            }
        }
        if semantic(&text.version).is_none() {
            return Err(NotAConsentText::Version);
        }
        let whole = !text.acts.is_empty() && !text.risks.is_empty() && !text.sources.is_empty();
        if whole && !text.statement.trim().is_empty() { Ok(text) } else { Err(NotAConsentText::Incomplete) }
    }

    /// The text as this patient will read it: the examiner's name filled in, risks that do not apply left out.
    #[must_use]
    pub fn render(&self, examiner: &str, role: &str, holds: &[&str]) -> RenderedText {
        let role = self.language.role(role);
        let fill = |text: &str| text.replace("{examiner}", examiner).replace("{role}", &role);
        let risks: Vec<RiskText> = self
            .risks
            .iter()
            .filter(|risk| risk.only_if.as_deref().is_none_or(|condition| holds.contains(&condition)))
            .cloned()
            .collect();
        let group = |group: SpokenGroup| RenderedGroup {
            group,
            title: self.language.group(group).to_owned(),
            elements: self
                .elements
                .iter()
                .filter(|said| said.element.group() == group)
                .map(|said| ElementText { element: said.element, text: fill(&said.text) })
                .collect(),
        };
        RenderedText {
            id: self.id.clone(),
            version: self.version.clone(),
            language: self.language,
            title: self.title.clone(),
            approval: self.approval,
            minimum_form: self.minimum_form,
            groups: SpokenGroup::ALL.iter().map(|spoken| group(*spoken)).collect(),
            risks,
            statement: self.statement.clone(),
            sources: self.sources.clone(),
            review: None,
        }
    }
}

/// One group as the patient reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct RenderedGroup {
    /// Which group.
    pub group: SpokenGroup,
    /// Its heading.
    pub title: String,
    /// What is said, in order.
    pub elements: Vec<ElementText>,
}

/// A text as one patient read it; kept whole with the consent, so that no later version changes what was agreed to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct RenderedText {
    /// Which text.
    pub id: String,
    /// Its version.
    pub version: String,
    /// Its language.
    pub language: Tongue,
    /// Its title.
    pub title: String,
    /// How far it had come.
    pub approval: TextApproval,
    /// The least form that counts.
    pub minimum_form: ConsentForm,
    /// The four groups.
    pub groups: Vec<RenderedGroup>,
    /// The risks that apply to this patient; they belong to the element “risks”.
    pub risks: Vec<RiskText>,
    /// What the patient agrees to.
    pub statement: String,
    /// What the text rests on.
    pub sources: Vec<String>,
    /// Who reviewed the translation, once somebody qualified did.
    #[serde(default)]
    pub review: Option<TranslationReview>,
}

impl RenderedText {
    /// The same text with its review, after which a translation is as far as the text it was made from.
    #[must_use]
    pub fn reviewed(self, review: Option<TranslationReview>) -> Self {
        match review {
            Some(review) if self.approval == TextApproval::NotReviewed => {
                Self { approval: TextApproval::AwaitingSignOff, review: Some(review), ..self }
            }
            _ => self,
        }
    }
}

/// The three numbers of a semantic version, to be compared; none when it is not one.
#[must_use]
pub fn semantic(version: &str) -> Option<(u16, u16, u16)> {
    let numbers: Vec<u16> = version.split('.').map_while(|number| number.parse().ok()).collect();
    match (numbers.as_slice(), version.split('.').count()) {
        ([major, minor, patch], 3) => Some((*major, *minor, *patch)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DRE: &str = include_str!("../../../../content/consent/dre.en.json");
    const FOUR_GLASS: &str = include_str!("../../../../content/consent/four-glass.en.json");

    #[test]
    fn massage_names_the_risks_that_only_massage_has() {
        let risks = |json| {
            let text = ConsentText::parse(json).unwrap();
            text.render("Ada Brandt", "urologist", &[]).risks.into_iter().map(|risk| risk.risk).collect::<Vec<_>>()
        };
        for risk in ["risk-bleeding", "risk-cellulitis", "risk-cancer-spread", "risk-retention", "risk-no-sample"] {
            assert!(risks(FOUR_GLASS).contains(&risk.to_owned()), "{risk}");
            assert!(!risks(DRE).contains(&risk.to_owned()), "{risk}");
        }
    }

    #[test]
    fn the_examiner_is_named_and_a_spinal_risk_is_said_only_where_it_applies() {
        let text = ConsentText::parse(FOUR_GLASS).unwrap();
        let plain = text.render("Ada Brandt", "urologist", &[]);
        assert!(plain.groups[0].elements[0].text.starts_with("Ada Brandt, urologist, will"));
        assert!(plain.risks.iter().all(|risk| risk.risk != "risk-ad"));
        let spinal = text.render("Ada Brandt", "urologist", &["sci-t6"]);
        assert!(spinal.risks.iter().any(|risk| risk.risk == "risk-ad"));
    }

    #[test]
    fn a_text_that_leaves_an_element_out_is_not_taken_in() {
        let without = FOUR_GLASS.replace("\"element\": \"alternatives\"", "\"element\": \"benefit\"");
        assert!(matches!(ConsentText::parse(&without), Err(NotAConsentText::Element(Element::Benefit))));
        let mistyped = FOUR_GLASS.replace("\"statement\"", "\"statment\"");
        assert!(matches!(ConsentText::parse(&mistyped), Err(NotAConsentText::Unreadable(_))));
    }

    #[test]
    fn a_version_is_three_numbers() {
        assert_eq!(semantic("1.10.2"), Some((1, 10, 2)));
        assert!(semantic("1.10.2") > semantic("1.9.9"));
        for text in ["1.0", "1.0.0.0", "1.0.x", "", "v1.0.0"] {
            assert_eq!(semantic(text), None, "{text}");
        }
        let unnumbered = DRE.replace("\"version\": \"1.0.0\"", "\"version\": \"first\"");
        assert!(matches!(ConsentText::parse(&unnumbered), Err(NotAConsentText::Version)));
    }
}
