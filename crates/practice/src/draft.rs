//! What somebody is typing, kept as they type.

use crate::{Desk, Refusal};
pub use records::draft::DraftView;
use serde::Deserialize;

/// A draft to keep.
#[derive(Debug, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct SaveDraft {
    /// The screen.
    pub place: String,
    /// What it is about: a visit, a patient, or nothing.
    pub subject: String,
    /// The screen's own JSON; at most 256 KiB.
    pub body: String,
}

/// Which draft to take up again.
#[derive(Debug, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct LoadDraft {
    /// The screen.
    pub place: String,
    /// What it is about.
    pub subject: String,
}

const LARGEST: usize = 256 * 1024;

/// Keeps a draft over the one before it, and shows it with its hour.
pub async fn save(desk: &Desk, request: SaveDraft) -> Result<DraftView, Refusal> {
    if request.body.len() > LARGEST {
        return Err(Refusal::new("draft-too-large", "This is more text than a draft can hold (256 KiB)."));
    }
    desk.records.keep_draft(&desk.who, &request.place, &request.subject, &request.body, desk.now).await?;
    Ok(DraftView { body: request.body, saved_at: desk.now.into() })
}

/// The draft kept there; none when there is none.
pub async fn load(desk: &Desk, request: LoadDraft) -> Result<Option<DraftView>, Refusal> {
    Ok(desk.records.reading().await?.draft(&desk.who, &request.place, &request.subject).await?)
}
