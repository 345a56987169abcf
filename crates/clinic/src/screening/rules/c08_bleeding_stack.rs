//! C08, bleeding stack: an anticoagulant or an INR above 3.0, together with few platelets, a bleeding disorder or bleeding
//! from the rectum.
//!
//! An INR of 3.0 to 4.5 alone stays what its item says. Source: clinic design; awaiting clinical sign-off.

use super::{Evidence, Picture};
use crate::screening::evidence::{all, any};

pub(super) fn fires(picture: &Picture) -> Option<Evidence> {
    let thinned = any([picture.yes("anticoagulant"), picture.fires("inr")]);
    let bleeds = any([picture.fires("platelets"), picture.yes("bleeding-diathesis"), picture.yes("rectal-bleeding")]);
    all([thinned, bleeds])
}

#[cfg(test)]
mod tests {
    use crate::screening::testing::check;

    #[test]
    fn two_reasons_to_bleed_stop_the_massage() {
        check("C08", "anticoagulant yes; rectal-bleeding yes", "dre N, mas A, pdu R");
        check("C08", "anticoagulant yes; bleeding-diathesis yes", "dre N, mas A, pdu R");
        check("C08", "anticoagulant yes; blood-risk yes; platelets 49", "dre N, mas A, pdu R");
        check("C08", "blood-risk yes; inr 3.1; rectal-bleeding yes", "dre N, mas A, pdu R");
        check("C08", "blood-risk yes; inr 3.1; platelets 120", "silent");
        check("C08", "blood-risk yes; inr 3.0; rectal-bleeding yes", "silent");
        check("C08", "anticoagulant yes", "silent");
    }
}
