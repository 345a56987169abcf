//! C12, bacteria in the urine of a patient at risk: a valve, a weakened defence or few neutrophils, with nitrite or a
//! culture that is positive or still awaited.
//!
//! Source: general professional knowledge; awaiting clinical sign-off.

use super::{Evidence, Picture};
use crate::screening::evidence::{all, any};

pub(super) fn fires(picture: &Picture) -> Option<Evidence> {
    let at_risk = any([picture.yes("endocarditis-risk"), picture.yes("immunosuppression"), picture.fires("anc")]);
    all([at_risk, any([picture.yes("dipstick-nitrite"), picture.yes("urine-culture")])])
}

#[cfg(test)]
mod tests {
    use crate::screening::testing::check;

    #[test]
    fn bacteria_are_treated_first_where_they_could_settle() {
        check("C12", "endocarditis-risk yes; dipstick-nitrite yes", "mas A");
        check("C12", "immunosuppression yes; urine-culture yes", "mas A");
        check("C12", "blood-risk yes; anc 0.9; urine-culture yes", "mas A");
        check("C12", "blood-risk yes; anc 1.0; urine-culture yes", "silent");
        check("C12", "endocarditis-risk yes; dipstick-leukocytes yes", "silent");
        check("C12", "urine-culture yes", "silent");
    }
}
