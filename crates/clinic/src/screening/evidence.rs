//! Why a rule fired: the facts it read, joined so that a rule's condition reads like its sentence.

/// One fact that a rule read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fact {
    /// The item or vital sign.
    pub id: &'static str,
    /// The fact with its time: `Temperature 38.2 °C at 09:12`.
    pub text: String,
    /// False when nobody knows and the worst was taken for the sake of the question.
    pub known: bool,
}

/// The facts of one rule, at least one.
pub(super) type Evidence = Vec<Fact>;

/// Every one of them.
pub(super) fn all<const N: usize>(parts: [Option<Evidence>; N]) -> Option<Evidence> {
    parts.into_iter().collect::<Option<Vec<_>>>().map(|found| found.concat())
}

/// One of them or more.
pub(super) fn any<const N: usize>(parts: [Option<Evidence>; N]) -> Option<Evidence> {
    at_least(1, parts)
}

/// So many of them, or more.
pub(super) fn at_least<const N: usize>(least: usize, parts: [Option<Evidence>; N]) -> Option<Evidence> {
    let found: Vec<Evidence> = parts.into_iter().flatten().collect();
    (found.len() >= least).then(|| found.concat())
}
