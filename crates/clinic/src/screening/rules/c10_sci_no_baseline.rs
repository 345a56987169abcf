//! C10, spinal cord injury without a baseline: nothing begins before a blood pressure of the last 30 minutes is there.
//!
//! The precaution of the item is incomplete without it, also when somebody confirmed it. Source: Can-SCIP/PVA 2020, J.2.

use super::{Evidence, Picture};
use crate::screening::evidence::all;

pub(super) fn fires(picture: &Picture) -> Option<Evidence> {
    all([picture.yes("sci-t6"), picture.no_baseline_pressure()])
}

#[cfg(test)]
mod tests {
    use crate::screening::testing::check;

    #[test]
    fn nothing_begins_without_a_baseline_pressure() {
        check("C10", "sci-t6 yes; vitals 31 minutes ago", "dre A, mas A, pdu A");
        check("C10", "sci-t6 mitigated; vitals 31 minutes ago", "dre A, mas A, pdu A");
        check("C10", "sci-t6 yes; vitals 30 minutes ago", "silent");
        check("C10", "sci-t6 no; vitals 31 minutes ago", "silent");
    }
}
