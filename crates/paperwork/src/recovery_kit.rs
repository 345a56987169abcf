//! The recovery kit on paper: the groups that open the vault when every passphrase is lost, to be locked away.

use crate::barcode::{Square, qr};
use crate::letterhead::Letterhead;
use crate::press::{PaperRefusal, Template, set};
use crate::typeset::Typeset;
use clinic::Moment;
use serde::Serialize;

/// A kit to be printed once. The caller wipes it afterwards.
pub struct RecoveryKitPaper<'kit> {
    /// The clinic.
    pub letterhead: Letterhead,
    /// Which kit this is, so that an outdated paper can be told.
    pub kit_number: String,
    /// When it was made.
    pub made_at: Moment,
    /// By whom.
    pub made_by: String,
    /// The groups, in order.
    pub groups: &'kit [String],
    /// The whole kit in one line, for the QR code.
    pub line: &'kit str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Values<'kit> {
    letterhead: &'kit Letterhead,
    number: &'kit str,
    made_at: String,
    made_by: &'kit str,
    groups: &'kit [String],
    code: Square,
}

/// Sets a recovery kit.
///
/// # Errors
/// When it has no groups.
pub fn set_recovery_kit(paper: &RecoveryKitPaper<'_>) -> Result<Typeset, PaperRefusal> {
    if paper.groups.is_empty() {
        return Err(PaperRefusal::Empty);
    }
    let values = Values {
        letterhead: &paper.letterhead,
        number: &paper.kit_number,
        made_at: paper.made_at.label_text(),
        made_by: &paper.made_by,
        groups: paper.groups,
        code: qr(paper.line)?,
    };
    set(Template::RecoveryKit, &values, &format!("recovery kit {}", paper.kit_number), paper.made_at)
}

#[cfg(test)]
pub(crate) mod tests;
