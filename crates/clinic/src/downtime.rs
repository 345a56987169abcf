//! The downtime pack: blank forms with reserved labels, for the hours without a screen. Every reserved number ends as used
//! or as voided.

use crate::accession::Accession;
use crate::ids::ProcedureId;
use crate::specimen::SpecimenRole;

/// Where a reserved number stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReservedState {
    /// On a sheet of labels that nobody has used.
    Reserved,
    /// On the tubes of this procedure.
    Used(ProcedureId),
    /// It will never be used.
    Voided,
}

/// Why a number from a tube cannot be that glass's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UseRefused {
    /// No pack has it.
    #[error("this number was not reserved on a downtime pack: read it from the tube again")]
    NotReserved,
    /// It was voided.
    #[error("this number was voided: look for another label on the tube")]
    Voided,
    /// Another procedure has it.
    #[error("this number is on another patient’s tube: put the tube aside and look for the right one")]
    UsedElsewhere,
    /// The set has a number of its own already.
    #[error("this set already has the number {0}: its tubes share it")]
    AnotherSet(Accession),
    /// The label is one for another glass.
    #[error("this label is not the one for {}: look which glass it stands on", .0.code())]
    AnotherGlass(SpecimenRole),
}

impl UseRefused {
    /// The stable name of this refusal.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotReserved => "number-not-reserved",
            Self::Voided => "number-voided",
            Self::UsedElsewhere => "number-used-elsewhere",
            Self::AnotherSet(_) => "number-of-another-set",
            Self::AnotherGlass(_) => "number-of-another-glass",
        }
    }
}

/// Whether the tube of `role` of this procedure may carry the reserved number that was read from it. `own` is the number
/// the set has already.
///
/// # Errors
/// When the number is not reserved, voided, used elsewhere, or belongs to another set or glass.
pub fn check_use(
    number: Accession,
    state: Option<ReservedState>,
    role: SpecimenRole,
    procedure: ProcedureId,
    own: Option<Accession>,
) -> Result<(), UseRefused> {
    if Some(number) != number.tube(role) {
        return Err(UseRefused::AnotherGlass(role));
    }
    match state {
        None => return Err(UseRefused::NotReserved),
        Some(ReservedState::Voided) => return Err(UseRefused::Voided),
        Some(ReservedState::Used(other)) if other != procedure => return Err(UseRefused::UsedElsewhere),
        Some(ReservedState::Used(_) | ReservedState::Reserved) => {}
    }
    match own {
        Some(own) if own != number.collection() => Err(UseRefused::AnotherSet(own)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_reserved_number_is_used_once_by_its_own_glass() {
        let set = |counter| Accession::new('U', 2026, counter, 0).unwrap();
        let [mine, other] = [1, 2].map(|n| ProcedureId::from(Uuid::from_u128(n)));
        let vb1 = set(7).tube(SpecimenRole::Vb1).unwrap();
        let check = |number, state, own| check_use(number, state, SpecimenRole::Vb1, mine, own);
        assert_eq!(check(vb1, Some(ReservedState::Reserved), None), Ok(()));
        assert_eq!(check(vb1, Some(ReservedState::Used(mine)), Some(set(7))), Ok(()), "its second tube");
        assert_eq!(check(vb1, None, None), Err(UseRefused::NotReserved));
        assert_eq!(check(vb1, Some(ReservedState::Voided), None), Err(UseRefused::Voided));
        assert_eq!(check(vb1, Some(ReservedState::Used(other)), None), Err(UseRefused::UsedElsewhere));
        assert_eq!(check(vb1, Some(ReservedState::Reserved), Some(set(8))), Err(UseRefused::AnotherSet(set(8))));
        let vb2 = set(7).tube(SpecimenRole::Vb2).unwrap();
        assert_eq!(check(vb2, Some(ReservedState::Reserved), None), Err(UseRefused::AnotherGlass(SpecimenRole::Vb1)));
    }
}
