//! A kit that opens nothing.

use super::*;
use crate::label::tests::{now, scan};
use crate::requisition::tests::letterhead;
use rxing::BarcodeFormat;

pub(crate) const LINE: &str = "7Q2MX-0V9KA-4CH1R-W8D3T-ZE5NP-1J6GB-9YS2F-3XA7Q-K0MVD-5RT4C-H8WPE-2ZN6J-G1B9S";

pub(crate) fn set_kit() -> Typeset {
    let groups: Vec<String> = LINE.split('-').map(str::to_owned).collect();
    let paper = RecoveryKitPaper {
        letterhead: letterhead(),
        kit_number: "3f2b8c51-6d1e-4a6f-9a07-5a1c0c9d7e42".to_owned(),
        made_at: now(),
        made_by: "Dr Ada Okafor".to_owned(),
        groups: &groups,
        line: LINE,
    };
    set_recovery_kit(&paper).unwrap()
}

#[test]
fn a_kit_is_one_page_and_its_code_says_the_same_as_its_groups() {
    let typeset = set_kit();
    assert_eq!(typeset.page_count(), 1);
    assert_eq!(scan(&typeset, 0, 200.0, BarcodeFormat::QR_CODE), LINE);
}
