//! Whose paper it is: the clinic as every paper names it, from its settings.

use crate::{Desk, Refusal, content};
use paperwork::{Letterhead, PaperSize, Standing};
use records::Reading;

/// The setting with the clinic's address, a line each.
pub const ADDRESS_SETTING: &str = "clinic-address";
/// The setting with the clinic's telephone.
pub const TELEPHONE_SETTING: &str = "clinic-telephone";
/// The setting with the size of its paper: `a4` or `us-letter`.
pub const PAPER_SETTING: &str = "paper-size";

/// The head of a paper. Until a named urologist has adopted the content, every page says that it is not for clinical use.
pub(crate) async fn letterhead(desk: &Desk, reading: &mut Reading) -> Result<Letterhead, Refusal> {
    let address = reading.setting(ADDRESS_SETTING).await?.unwrap_or_default();
    let telephone = reading.setting(TELEPHONE_SETTING).await?.unwrap_or_default();
    let paper = match reading.setting(PAPER_SETTING).await?.as_deref() {
        Some("us-letter") => PaperSize::UsLetter,
        _ => PaperSize::A4,
    };
    Ok(Letterhead {
        clinic: desk.clinic.name.clone(),
        address: address.lines().map(str::to_owned).collect(),
        telephone,
        paper,
        standing: if content::is_adopted(desk, reading).await? {
            Standing::Adopted
        } else {
            Standing::NotForClinicalUse
        },
    })
}
