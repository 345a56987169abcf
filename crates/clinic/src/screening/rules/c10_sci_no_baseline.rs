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
    use crate::procedure::Act;
    use crate::screening::judge;
    use crate::screening::testing::{check, picture};

    #[test]
    fn nothing_begins_without_a_baseline_pressure() {
        check("C10", "sci-t6 yes; vitals 31 minutes ago", "dre A, mas A, pdu A");
        check("C10", "sci-t6 mitigated; vitals 31 minutes ago", "dre A, mas A, pdu A");
        check("C10", "sci-t6 yes; vitals 30 minutes ago", "silent");
        check("C10", "sci-t6 no; vitals 31 minutes ago", "silent");
    }

    #[test]
    fn it_waits_for_the_pressure_and_ends_nothing() {
        let ends = |story: &str| judge(&picture(story)).on(Act::Massage).unwrap().ends_the_act();
        assert!(!ends("gate none normal; sci-t6 yes; vitals 31 minutes ago"));
        assert!(ends("gate severe boggy; sci-t6 yes; vitals 31 minutes ago"));
    }
}
