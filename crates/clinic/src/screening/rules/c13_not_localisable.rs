//! C13, not localisable: an infection of the urine, a catheter or an antibiotic before a test that compares glasses.
//!
//! Source: Meares & Stamey method; awaiting clinical sign-off.

use super::{Evidence, Picture};
use crate::procedure::ProcedureKind;
use crate::screening::evidence::any;

pub(super) fn fires(picture: &Picture) -> Option<Evidence> {
    if !matches!(picture.kind, None | Some(ProcedureKind::FourGlass | ProcedureKind::TwoGlass)) {
        return None;
    }
    any([picture.yes("acute-uti"), picture.yes("catheter"), picture.fires("recent-antibiotics")])
}

#[cfg(test)]
mod tests {
    use crate::screening::testing::check;

    #[test]
    fn glasses_that_cannot_be_compared() {
        check("C13", "for four-glass; catheter yes", "mas N");
        check("C13", "for two-glass; acute-uti yes", "mas N");
        check("C13", "for four-glass; recent-antibiotics on 2026-11-13", "mas N");
        check("C13", "for four-glass; recent-antibiotics on 2026-11-12", "silent");
        check("C13", "for eps; catheter yes", "silent");
    }
}
