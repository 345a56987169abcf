//! Which versions of which translations a qualified translator has read.

use crate::{Error, Event, Reading, Stamp, Writing};
use clinic::Moment;
use clinic::consent::TranslationReview;
use serde::Serialize;
use uuid::Uuid;

/// A review, with who recorded it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredReview {
    /// The digest of the file that was read.
    pub text_sha256: String,
    /// The review.
    pub review: TranslationReview,
    /// Who recorded it.
    pub recorded_by: String,
    /// When.
    pub at: Moment,
}

/// Which file was read: what it is called, and its digest.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReadEdition<'text> {
    /// Which text.
    pub text: &'text str,
    /// Its version.
    pub version: &'text str,
    /// Its language.
    pub language: &'text str,
    /// SHA-256 of its file, in hexadecimal.
    pub text_sha256: &'text str,
}

struct Row {
    text_sha256: String,
    reviewer: String,
    qualification: String,
    reviewed_on: String,
    recorded_by: String,
    at: Stamp,
}

impl Reading {
    /// Every review, the oldest first.
    pub async fn translation_reviews(&mut self) -> Result<Vec<StoredReview>, Error> {
        let rows = sqlx::query_as!(
            Row,
            r#"
            select
                translation_review.text_sha256,
                translation_review.reviewer,
                translation_review.qualification,
                translation_review.reviewed_on,
                staff.name as recorded_by,
                translation_review.at as "at: Stamp"
            from translation_review
            join staff on staff.id = translation_review.staff
            order by translation_review.at
            "#
        )
        .fetch_all(self.conn())
        .await?;
        let review = |row: Row| StoredReview {
            text_sha256: row.text_sha256,
            review: TranslationReview {
                reviewer: row.reviewer,
                qualification: row.qualification,
                reviewed_on: row.reviewed_on,
            },
            recorded_by: row.recorded_by,
            at: row.at.into(),
        };
        Ok(rows.into_iter().map(review).collect())
    }

    /// The review of one file, if there is one.
    pub async fn translation_review(&mut self, text_sha256: &str) -> Result<Option<TranslationReview>, Error> {
        let reviews = self.translation_reviews().await?;
        Ok(reviews.into_iter().find(|stored| stored.text_sha256 == text_sha256).map(|stored| stored.review))
    }
}

impl Writing {
    /// Marks one version of a translation as reviewed.
    ///
    /// # Errors
    /// [`Error::Stale`] when it was marked meanwhile.
    pub async fn mark_reviewed(&mut self, edition: ReadEdition<'_>, review: &TranslationReview) -> Result<(), Error> {
        #[derive(Serialize)]
        struct Marked<'mark> {
            #[serde(flatten)]
            edition: ReadEdition<'mark>,
            #[serde(flatten)]
            review: &'mark TranslationReview,
        }
        if self.translation_review(edition.text_sha256).await?.is_some() {
            return Err(Error::Stale("review"));
        }
        let (staff, at) = (Uuid::from(self.who().staff), Stamp::from(self.now));
        sqlx::query!(
            "
            insert into translation_review (
                text_sha256, text, version, language, reviewer, qualification, reviewed_on, staff, at
            )
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ",
            edition.text_sha256,
            edition.text,
            edition.version,
            edition.language,
            review.reviewer,
            review.qualification,
            review.reviewed_on,
            staff,
            at,
        )
        .execute(self.conn())
        .await?;
        let what = format!("consent-text/{}/{}/{}", edition.text, edition.language, edition.version);
        self.trace(Event::seen("consent-text.review", what, &Marked { edition, review })).await
    }
}
