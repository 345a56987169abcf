//! The consent texts as whoever keeps the clinic sees them: versions, languages, what changed, and what was reviewed.

use crate::consent::digest;
use crate::form::Form;
use crate::{Deed, Desk, Refusal};
use clinic::Moment;
pub use clinic::consent::difference::StatementChange;
use clinic::consent::difference::difference;
use clinic::consent::edition::{Edition, all, effective_until, in_force, versions};
pub use clinic::consent::text::RenderedText;
use clinic::consent::text::TextApproval;
use clinic::consent::{ReviewRefusal, Tongue, TranslationReview};
use clinic::procedure::ProcedureKind;
use records::translation::ReadEdition;
use serde::{Deserialize, Serialize};

/// One version of one text in one language.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TextView {
    /// Which text.
    pub id: String,
    /// The procedure it is for.
    pub kind: ProcedureKind,
    /// Its language.
    pub language: Tongue,
    /// Its version.
    pub version: String,
    /// Its title.
    pub title: String,
    /// SHA-256 of its file, in hexadecimal.
    pub sha256: String,
    /// How far it has come, its review taken in.
    pub approval: TextApproval,
    /// First day of use.
    pub effective_from: String,
    /// Last day of use; none while no later version is known.
    pub effective_until: Option<String>,
    /// Read today.
    pub in_force: bool,
    /// The version before it.
    pub earlier: Option<String>,
    /// The review of the translation.
    pub review: Option<ReviewView>,
}

/// A review, with who recorded it.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ReviewView {
    /// The review.
    #[serde(flatten)]
    pub review: TranslationReview,
    /// Who recorded it.
    pub recorded_by: String,
    /// When.
    pub recorded_at: Moment,
}

/// One version of one text in one language, to be read or reviewed.
#[derive(Debug, Clone, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct WhichText {
    /// Which text.
    pub id: String,
    /// Its language.
    pub language: Tongue,
    /// Its version.
    pub version: String,
}

/// A qualified translator has read one version of a translation.
#[derive(Debug, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct MarkReviewed {
    /// Which.
    pub which: WhichText,
    /// The translator.
    pub reviewer: String,
    /// What makes them one.
    pub qualification: String,
    /// The day on which they read it, `2026-11-22`.
    pub reviewed_on: String,
}

/// One version of a text, whole, and what is different from the version before it.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TextReading {
    /// The text, with places for the examiner and with every risk.
    pub text: RenderedText,
    /// What has changed since the version before; none for the first.
    pub changes: Option<Vec<StatementChange>>,
}

/// Every version of every text in every language.
pub async fn list(desk: &Desk) -> Result<Vec<TextView>, Refusal> {
    desk.may(Deed::KeepClinic)?;
    let reviews = desk.records.reading().await?.translation_reviews().await?;
    let view = |edition: &Edition| {
        let sha256 = digest(edition);
        let stored = reviews.iter().find(|stored| stored.text_sha256 == sha256);
        let text = render(edition).reviewed(stored.map(|stored| stored.review.clone()));
        let current = in_force(&text.id, text.language, desk.today());
        TextView {
            kind: edition.text.kind,
            effective_from: edition.text.effective_from.to_string(),
            effective_until: effective_until(edition).map(|day| day.to_string()),
            in_force: current.is_some_and(|current| current.text.version == text.version),
            earlier: earlier(edition).map(|earlier| earlier.text.version.clone()),
            review: stored.map(|stored| ReviewView {
                review: stored.review.clone(),
                recorded_by: stored.recorded_by.clone(),
                recorded_at: stored.at,
            }),
            id: text.id,
            language: text.language,
            version: text.version,
            title: text.title,
            approval: text.approval,
            sha256,
        }
    };
    Ok(all().iter().map(view).collect())
}

/// One version as it is read, beside what has changed in it.
pub async fn read(desk: &Desk, which: WhichText) -> Result<TextReading, Refusal> {
    desk.may(Deed::KeepClinic)?;
    let edition = find(&which)?;
    let review = desk.records.reading().await?.translation_review(&digest(edition)).await?;
    let text = render(edition).reviewed(review);
    Ok(TextReading { changes: earlier(edition).map(|before| difference(&render(before), &text)), text })
}

/// Marks one version of a translation as reviewed: from now on it can be signed.
///
/// # Errors
/// Beside each field; `translation-not-needed` for the text the translations were made from; `stale` when it was marked
/// meanwhile.
pub async fn mark_reviewed(desk: &Desk, request: MarkReviewed) -> Result<Vec<TextView>, Refusal> {
    desk.may(Deed::KeepClinic)?;
    let edition = find(&request.which)?;
    if edition.text.approval != TextApproval::NotReviewed {
        return Err(Refusal::new("translation-not-needed", "This text is no translation; nobody needs to review it."));
    }
    let read = TranslationReview::parse(&request.reviewer, &request.qualification, &request.reviewed_on, desk.today());
    let review = read.map_err(|refusals| {
        let mut form = Form::default();
        for refusal in refusals {
            let field = match refusal {
                ReviewRefusal::Reviewer => "reviewer",
                ReviewRefusal::Qualification => "qualification",
                ReviewRefusal::Day => "reviewedOn",
            };
            form.refuse(field, refusal);
        }
        form.refusal()
    })?;
    let mut writing = desk.writing().await?;
    let of = ReadEdition {
        text: &edition.text.id,
        version: &edition.text.version,
        language: edition.text.language.as_str(),
        text_sha256: &digest(edition),
    };
    writing.mark_reviewed(of, &review).await?;
    writing.commit().await?;
    list(desk).await
}

fn find(which: &WhichText) -> Result<&'static Edition, Refusal> {
    let of = versions(&which.id, which.language);
    let found = of.into_iter().find(|edition| edition.text.version == which.version);
    found.ok_or_else(|| Refusal::not_found("consent text"))
}

/// The version before this one.
fn earlier(edition: &Edition) -> Option<&'static Edition> {
    let of = versions(&edition.text.id, edition.text.language);
    let place = of.iter().position(|known| known.text.version == edition.text.version)?;
    of.get(place.checked_sub(1)?).copied()
}

/// The text with places for names, and with every risk that is said to anybody.
fn render(edition: &Edition) -> RenderedText {
    edition.text.render("{examiner}", "{role}", &["sci-t6"])
}
