//! C14, PSA ordered: its blood is neither drawn nor put off, and the examination would raise it.
//!
//! Source: Int Urol Nephrol 2022;54:2117 and two series on DRE and free PSA.

use super::{Evidence, Picture};
use crate::screening::answer::{Reply, Said};
use crate::screening::content::item;

pub(super) fn fires(picture: &Picture) -> Option<Evidence> {
    let ordered = picture.yes("psa-draw-pending")?;
    let settled = item("psa-blood").and_then(|blood| picture.answer(blood));
    (!matches!(settled, Some(Reply::Said(Said::Drawn | Said::Deferred)))).then_some(ordered)
}

#[cfg(test)]
mod tests {
    use crate::screening::testing::check;

    #[test]
    fn blood_is_drawn_first() {
        check("C14", "psa-draw-pending yes", "dre N, mas N, pdu N");
        check("C14", "psa-draw-pending yes; psa-blood not-drawn", "dre N, mas N, pdu N");
        check("C14", "psa-draw-pending yes; psa-blood unknown", "dre N, mas N, pdu N");
        check("C14", "psa-draw-pending yes; psa-blood drawn", "silent");
        check("C14", "psa-draw-pending yes; psa-blood deferred", "silent");
        check("C14", "psa-draw-pending no", "silent");
    }
}
