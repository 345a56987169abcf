//! One glass as the tables see it: what it holds of an organism, and where its leukocytes stand.

use super::content::thresholds;
use super::{Mark, Truth};
use crate::result::{
    Count, Culture, GlassReport, Interval, LeukocyteLevel, LeukocyteMethod, Leukocytes, Organism, Standing, Upper,
};
use crate::specimen::SpecimenRole;
use crate::words::words;
use serde::{Deserialize, Serialize};

words! {
    /// Why the report of a glass may not be taken for what it says.
    pub enum GlassFlag {
        /// Swapped, unlabelled, or its label was never verified.
        Identity = "identity",
        /// Poured together with another specimen.
        Pooled = "pooled",
        /// Sent as a swab: it grows, but cannot be counted.
        Swab = "swab",
    }
}

impl GlassFlag {
    /// As a reason says it.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Identity => "its identity is in doubt",
            Self::Pooled => "it was pooled with another specimen",
            Self::Swab => "it was sent as a swab, which gives no count",
        }
    }
}

/// One glass: what was reported of it, and what speaks against taking that for what it says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Glass {
    /// What the laboratory reported.
    pub report: GlassReport,
    /// What speaks against it.
    pub flags: Vec<GlassFlag>,
}

impl Glass {
    /// Whether there is a culture.
    pub(super) fn is_cultured(&self) -> bool {
        match &self.report.culture {
            Culture::Missing => false,
            Culture::NoGrowth { .. } => true,
            Culture::Growth { isolates } => !isolates.is_empty(),
        }
    }

    /// Why the specimen may be somebody else's or somewhere else's.
    pub(super) fn doubt(&self) -> Option<GlassFlag> {
        self.flags.iter().copied().find(|flag| matches!(flag, GlassFlag::Identity | GlassFlag::Pooled))
    }

    /// Every organism that grew, with its count; what could not be read may be anything.
    pub(super) fn grown(&self) -> Vec<(&Organism, Count)> {
        let Culture::Growth { isolates } = &self.report.culture else { return Vec::new() };
        let swab = self.flags.contains(&GlassFlag::Swab);
        let unknown = Count::Grew(Interval::ANYTHING);
        let count = |count: Result<Count, _>| if swab { unknown } else { count.unwrap_or(unknown) };
        isolates.iter().map(|isolate| (&isolate.organism, count(isolate.count.read()))).collect()
    }

    /// How much there may be of `organism`; none without a culture.
    ///
    /// Beside another organism that may reach bacteriuria it could have been overgrown, so it may be anything: different
    /// organisms are not compared.
    pub(super) fn count_of(&self, organism: &Organism) -> Option<Count> {
        let unknown = Count::Grew(Interval::ANYTHING);
        match &self.report.culture {
            _ if !self.is_cultured() => None,
            Culture::Missing => None,
            Culture::NoGrowth { .. } if self.flags.contains(&GlassFlag::Swab) => Some(unknown),
            Culture::NoGrowth { received } => Some(received.read().unwrap_or(unknown)),
            Culture::Growth { .. } => {
                let grown = self.grown();
                if let Some((_, count)) = grown.iter().find(|(grew, _)| grew.is(organism)) {
                    return Some(*count);
                }
                let sparse = grown.iter().all(|(_, count)| count.interval().stays_under(thresholds().bacteriuria()));
                let below = Interval::new(0, Upper::Under(thresholds().no_growth_limit()));
                Some(Count::Grew(below.filter(|_| sparse).unwrap_or(Interval::ANYTHING)))
            }
        }
    }

    /// Whether any organism of these standings reaches bacteriuria.
    pub(super) fn bacteriuria(&self, standing: impl Fn(Standing) -> Truth) -> Truth {
        let threshold = thresholds().bacteriuria();
        let reached = |count: Count| reaches(count, threshold);
        let grown = self.grown();
        if grown.is_empty() {
            // Nothing grew, or what is written of that cannot be read; a swab cannot be counted.
            let count = if let Culture::NoGrowth { received } = &self.report.culture {
                received.read().unwrap_or(Count::Grew(Interval::ANYTHING))
            } else {
                Count::Grew(Interval::ANYTHING)
            };
            return reached(count);
        }
        Truth::any(grown.iter().map(|(organism, count)| standing(organism.standing()).and(reached(*count))))
    }

    /// The leukocytes, where they were read.
    pub(super) fn leukocytes(&self) -> Option<Leukocytes> {
        self.report.leukocytes.as_ref().and_then(|seen| seen.read().ok())
    }

    /// Whether its leukocytes reach the threshold of their method.
    pub(super) fn many_leukocytes(&self, role: SpecimenRole) -> Truth {
        match self.leukocytes().and_then(|seen| seen.level(role)) {
            Some(LeukocyteLevel::Significant) => Truth::Yes,
            Some(LeukocyteLevel::Low) => Truth::No,
            None => Truth::Open,
        }
    }

    /// The method that its leukocytes were counted by.
    pub(super) fn method(&self) -> Option<LeukocyteMethod> {
        self.report.leukocytes.as_ref().map(|seen| seen.method)
    }

    /// What is reported of `organism`, in words: `EPS 100 000`.
    pub(super) fn said_of(&self, name: &str, organism: &Organism) -> Option<String> {
        self.count_of(organism).map(|count| format!("{name} {}", count.words()))
    }

    /// Its leukocytes in words: `EPS 12 /HPF, wet mount`.
    pub(super) fn said_of_leukocytes(&self, name: &str) -> String {
        let seen = self.report.leukocytes.as_ref();
        seen.map_or_else(|| format!("{name} not counted"), |seen| format!("{name} {}", seen.words()))
    }
}

/// Whether a count reaches `threshold`.
pub(super) fn reaches(count: Count, threshold: u64) -> Truth {
    let interval = count.interval();
    if interval.reaches(threshold) {
        return Truth::Yes;
    }
    if interval.stays_under(threshold) { Truth::No } else { Truth::Open }
}

/// Whether finding an organism of this standing means a uropathogen; of an unlisted one only the urologist knows.
pub(super) const fn uropathogen(standing: Standing) -> Truth {
    match standing {
        Standing::Uropathogen => Truth::Yes,
        Standing::Doubtful => Truth::No,
        Standing::Unlisted => Truth::Open,
    }
}

/// What has to be said beside any outcome of these glasses: values that were left out, organisms that nobody listed.
pub(super) fn cautions(glasses: &[(&str, &Glass)]) -> Vec<String> {
    let mut said = Vec::new();
    for (name, glass) in glasses {
        said.extend(glass.report.not_interpretable().into_iter().map(|words| format!("{name}: {words}")));
        if glass.flags.contains(&GlassFlag::Swab) {
            said.push(format!("{name}: {}", GlassFlag::Swab.words()));
        }
        let unlisted = glass.grown().into_iter().filter(|(organism, _)| organism.standing() == Standing::Unlisted);
        said.extend(
            unlisted.map(|(organism, _)| format!("{name}: {organism} is in neither list: the urologist decides")),
        );
    }
    let mut methods: Vec<LeukocyteMethod> = glasses.iter().filter_map(|(_, glass)| glass.method()).collect();
    methods.sort_unstable();
    methods.dedup();
    if methods.len() > 1 {
        said.push("Leukocytes were counted by different methods: they are not compared".to_owned());
    }
    said
}

/// The mark of a glass that is missing.
pub(super) fn missing(name: &str) -> Mark {
    Mark { id: format!("{}-missing", name.to_lowercase()), sentence: format!("{name} is missing") }
}
