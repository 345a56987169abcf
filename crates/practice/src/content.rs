//! The clinical content as people read it: every rule, threshold, text and kit with its source, and its adoption.

use crate::{Deed, Desk, Refusal, permission};
use clinic::content::{self, ContentFile, SignOff};
use records::Reading;
pub use records::content::Adoption;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The content as its room shows it.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ContentRoom {
    /// The first half of the digest over every file: what is adopted.
    pub edition: String,
    /// Every file with its rows.
    pub files: Vec<ContentFile>,
    /// How many rows wait for a clinician.
    pub awaiting: u32,
    /// Who adopted this edition; none until somebody has.
    pub adoption: Option<Adoption>,
    /// Whether the person who looks may adopt it now.
    pub may_adopt: bool,
}

/// Adopting an edition.
#[derive(Debug, Clone, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct AdoptContent {
    /// The edition that was read.
    pub edition: String,
    /// The urologist's own passphrase.
    pub passphrase: String,
}

/// Every file of content with its rows.
pub async fn room(desk: &Desk) -> Result<ContentRoom, Refusal> {
    desk.may(Deed::ReadContent)?;
    let adoption = desk.records.reading().await?.adoption_of(digest()).await?;
    let rows = content::all().iter().flat_map(|file| &file.rows);
    let awaiting = rows.filter(|row| row.sign_off == SignOff::Awaiting).count();
    Ok(ContentRoom {
        edition: edition(),
        files: content::all().to_vec(),
        awaiting: u32::try_from(awaiting).unwrap_or(u32::MAX),
        may_adopt: adoption.is_none() && permission::may(&desk.who.roles, Deed::AdoptContent),
        adoption,
    })
}

/// Adopts the edition that was read, in the adopter's name.
///
/// # Errors
/// `other-edition` when it is not the one this program carries; beside `passphrase` when it is not the adopter's.
pub async fn adopt(desk: &Desk, request: AdoptContent) -> Result<ContentRoom, Refusal> {
    desk.may(Deed::AdoptContent)?;
    if request.edition != edition() {
        return Err(Refusal::new("other-edition", "The program was renewed meanwhile: read this edition first."));
    }
    desk.confirm_passphrase(&request.passphrase).await?;
    let mut writing = desk.writing().await?;
    let versions = content::all().iter().map(|file| format!("{} {}", file.id, file.version));
    writing.adopt_content(digest(), &versions.collect::<Vec<_>>().join(", ")).await?;
    writing.commit().await?;
    room(desk).await
}

/// Whether papers may go without “not for clinical use”: a urologist has adopted exactly this content, and the clinic
/// is a real one.
pub(crate) async fn is_adopted(desk: &Desk, reading: &mut Reading) -> Result<bool, Refusal> {
    Ok(!desk.clinic.fictional && reading.adoption_of(digest()).await?.is_some())
}

fn edition() -> String {
    clinic::canonical::hex(&digest()[..8])
}

/// The digest over every file, each with its length before it, so that no border can be moved.
fn digest() -> [u8; 32] {
    let add = |hash: Sha256, file: &ContentFile| {
        hash.chain_update(u64::try_from(file.file.len()).unwrap_or(u64::MAX).to_be_bytes()).chain_update(file.file)
    };
    content::all().iter().fold(Sha256::new(), add).finalize().into()
}
