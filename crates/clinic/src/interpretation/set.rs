//! The results of one set, whichever its test: the glasses it plans, and the table that is asked about them.

use super::{Circumstances, FourGlass, Glass, Suggestion, TwoGlass};
use crate::procedure::ProcedureKind;
use crate::specimen::SpecimenRole;
use serde::{Deserialize, Serialize};

/// One glass in its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct SetGlass {
    /// Which.
    pub role: SpecimenRole,
    /// What was reported of it.
    pub glass: Glass,
}

/// One set with its results.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct SetResults {
    /// What was done.
    pub kind: ProcedureKind,
    /// What has to be known beside the glasses.
    pub circumstances: Circumstances,
    /// Each glass of which something was reported.
    pub glasses: Vec<SetGlass>,
}

impl SetResults {
    /// The glasses that this test plans, in the order of their collection.
    #[must_use]
    pub const fn roles(&self) -> &'static [SpecimenRole] {
        SpecimenRole::planned_for(self.kind)
    }

    /// The glass of this role; none when nothing was reported of it.
    #[must_use]
    pub fn glass(&self, role: SpecimenRole) -> Option<&Glass> {
        self.glasses.iter().find(|one| one.role == role).map(|one| &one.glass)
    }

    /// What these results suggest: by the two-glass table for its test, by the four-glass table for every other, where
    /// a glass that the test does not plan is missing.
    #[must_use]
    pub fn suggest(&self) -> Suggestion {
        let glass = |role| self.glass(role).cloned().unwrap_or_default();
        let circumstances = self.circumstances.clone();
        if self.kind != ProcedureKind::TwoGlass {
            let (vb1, vb2) = (glass(SpecimenRole::Vb1), glass(SpecimenRole::Vb2));
            let (eps, vb3) = (glass(SpecimenRole::Eps), glass(SpecimenRole::Vb3));
            return FourGlass { circumstances, vb1, vb2, eps, vb3 }.suggest();
        }
        let (pre_m, post_m) = (glass(SpecimenRole::PreM), glass(SpecimenRole::PostM));
        let mut suggestion = TwoGlass { circumstances, pre_m, post_m }.suggest();
        if self.glass(SpecimenRole::Eps).is_some() {
            suggestion.cautions.push("EPS has no place in the two-glass table: it is to be read by itself".to_owned());
        }
        suggestion
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::set;
    use ProcedureKind::{Eps, FourGlass, TwoGlass};

    use super::*;

    fn check(kind: ProcedureKind, story: &str, expect: &str) {
        let found = set(kind, story).suggest();
        assert_eq!(format!("{}; {}", found.row, found.cautions.join(", ")), expect, "{story}");
    }

    #[test]
    fn each_test_has_its_table() {
        check(FourGlass, "lasting; vb1 no growth; vb2 no growth; eps E. coli 1e4", "four-glass-5; ");
        check(TwoGlass, "lasting; pre-m no growth; post-m E. coli 1e4", "two-glass-1; ");
        let drops = "EPS has no place in the two-glass table: it is to be read by itself";
        check(
            TwoGlass,
            "lasting; pre-m no growth; post-m E. coli 1e4; eps E. coli 1e5",
            &format!("two-glass-1; {drops}"),
        );
        // Secretion alone has nothing to be compared with.
        check(Eps, "lasting; eps E. coli 1e5", "four-glass-2; ");
    }
}
