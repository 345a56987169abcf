//! Labelling a tube anew that cannot be had a second time: only then, and only by the one who collected it.

use crate::Moment;
use crate::accession::Accession;
use crate::ids::StaffId;
use crate::specimen::{SpecimenRole, SpecimenStatus};
use serde::{Deserialize, Serialize};

/// The tube as it stands, and who would sign for it.
#[derive(Debug, Clone, Copy)]
pub struct Relabel {
    /// Which glass.
    pub role: SpecimenRole,
    /// Where it stands.
    pub status: SpecimenStatus,
    /// The catalogue says that it cannot be had again.
    pub irretrievable: bool,
    /// Who collected it.
    pub collected_by: Option<StaffId>,
    /// Who would sign.
    pub signs: StaffId,
}

/// Why a tube is not labelled anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RelabelRefusal {
    /// Another one can be collected.
    #[error("{} can be collected again: a tube with the wrong label is thrown away", .0.code())]
    CanBeHadAgain(SpecimenRole),
    /// There is no tube here.
    #[error("this specimen is {}: there is no tube to label", .0.as_str())]
    NotHere(SpecimenStatus),
    /// Somebody else collected it.
    #[error("whoever collected it signs this statement: they sign on and relabel it")]
    NotTheCollector,
}

impl RelabelRefusal {
    /// The stable name of this refusal.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::CanBeHadAgain(_) => "can-be-had-again",
            Self::NotHere(_) => "tube-not-here",
            Self::NotTheCollector => "not-the-collector",
        }
    }
}

impl Relabel {
    /// Whether it may be labelled anew.
    pub fn check(self) -> Result<(), RelabelRefusal> {
        if !self.irretrievable {
            return Err(RelabelRefusal::CanBeHadAgain(self.role));
        }
        if !self.status.is_here() {
            return Err(RelabelRefusal::NotHere(self.status));
        }
        if self.collected_by == Some(self.signs) { Ok(()) } else { Err(RelabelRefusal::NotTheCollector) }
    }
}

/// What the collector signs, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CollectorStatement {
    /// Which glass.
    pub role: SpecimenRole,
    /// Its number.
    pub accession: Accession,
    /// The patient as the new label names them.
    pub patient: String,
    /// When it was collected.
    pub collected_at: Moment,
    /// Who collected it.
    pub collector: String,
    /// How they know whose it is, in their own words.
    pub words: String,
    /// When it was signed.
    pub at: Moment,
}

impl CollectorStatement {
    /// The statement in the first person.
    #[must_use]
    pub fn sentence(&self) -> String {
        format!(
            "I, {}, collected this {} from {} at {}. {}",
            self.collector,
            self.role.code(),
            self.patient,
            self.collected_at.local().format("%H:%M on %-d %b %Y"),
            self.words
        )
    }

    /// What the laboratory is told with the order.
    #[must_use]
    pub fn remark(&self) -> String {
        format!("{} was relabelled by its collector, {}: {}", self.role.code(), self.collector, self.words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_collector_labels_anew_what_cannot_be_had_again() {
        let [collector, other] = [1, 2].map(|number| StaffId::from(uuid::Uuid::from_u128(number)));
        let eps = Relabel {
            role: SpecimenRole::Eps,
            status: SpecimenStatus::Verified,
            irretrievable: crate::catalogue::entry(SpecimenRole::Eps).irretrievable.is_some(),
            collected_by: Some(collector),
            signs: collector,
        };
        let said = |tube: Relabel| tube.check().map_err(|refusal| refusal.to_string());
        assert_eq!(said(eps), Ok(()));
        assert_eq!(Relabel { signs: other, ..eps }.check(), Err(RelabelRefusal::NotTheCollector));
        assert_eq!(
            said(Relabel { status: SpecimenStatus::Discarded, ..eps }).unwrap_err(),
            "this specimen is discarded: there is no tube to label"
        );
        for role in SpecimenRole::ALL.iter().filter(|role| **role != SpecimenRole::Eps) {
            let irretrievable = crate::catalogue::entry(*role).irretrievable.is_some();
            let refused = Relabel { role: *role, irretrievable, ..eps }.check();
            assert_eq!(refused, Err(RelabelRefusal::CanBeHadAgain(*role)), "{role}");
        }
    }
}
