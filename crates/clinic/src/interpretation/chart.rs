//! What a chart of the glasses shows: for each organism a bar a glass, open where the laboratory cut the value off, with
//! the line that a ten-fold rise has to reach; and the leukocytes beside their threshold.

use super::{Glass, SetResults};
use crate::result::{Count, Culture, LeukocyteLevel, Organism, Standing};
use crate::specimen::SpecimenRole;
use serde::Serialize;

/// The chart of one set.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Chart {
    /// Each organism that grew anywhere; one without a name when nothing did.
    pub organisms: Vec<ChartOrganism>,
    /// The leukocytes of every glass.
    pub leukocytes: Vec<ChartLeukocytes>,
}

/// One organism over the glasses.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ChartOrganism {
    /// Its name; none when nothing grew anywhere.
    pub name: Option<String>,
    /// What finding it means.
    pub standing: Option<Standing>,
    /// What a glass after massage has to reach, in cfu/mL; none when the urines before it have no upper end.
    pub tenfold: Option<f64>,
    /// A bar a glass.
    pub bars: Vec<ChartBar>,
}

/// One organism in one glass.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ChartBar {
    /// Which glass.
    pub role: SpecimenRole,
    /// In words, as it was read; as received where it was not.
    pub words: String,
    /// The lower end in cfu/mL; none when there is nothing to draw.
    pub from: Option<f64>,
    /// The upper end in cfu/mL; none when there is none.
    pub to: Option<f64>,
    /// Why it is not interpretable.
    pub problem: Option<String>,
}

/// The leukocytes of one glass.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ChartLeukocytes {
    /// Which glass.
    pub role: SpecimenRole,
    /// In words, with method and lens; none when they were not counted.
    pub words: Option<String>,
    /// Where they stand; none when no threshold decides.
    pub level: Option<LeukocyteLevel>,
    /// Why they are not interpretable.
    pub problem: Option<String>,
}

impl SetResults {
    /// What a chart of these results shows.
    #[must_use]
    pub fn chart(&self) -> Chart {
        let mut names: Vec<&Organism> = Vec::new();
        for role in self.roles() {
            for (organism, _) in self.glass(*role).map(Glass::grown).unwrap_or_default() {
                if !names.iter().any(|known| known.is(organism)) {
                    names.push(organism);
                }
            }
        }
        let mut organisms: Vec<ChartOrganism> =
            names.into_iter().map(|organism| self.organism(Some(organism))).collect();
        if organisms.is_empty() {
            organisms.push(self.organism(None));
        }
        Chart { organisms, leukocytes: self.roles().iter().map(|role| self.cells(*role)).collect() }
    }

    fn organism(&self, organism: Option<&Organism>) -> ChartOrganism {
        let before = self.before().filter_map(|glass| glass.count_of(organism?));
        let highest = before.map(|count| count.interval().hi()).collect::<Option<Vec<u64>>>();
        let line = highest.and_then(|ends| ends.into_iter().max()).map(|most| per_millilitre(most.saturating_mul(10)));
        ChartOrganism {
            name: organism.map(|organism| organism.name().to_owned()),
            standing: organism.map(Organism::standing),
            tenfold: line,
            bars: self.roles().iter().map(|role| self.bar(*role, organism)).collect(),
        }
    }

    /// The urines before the massage.
    fn before(&self) -> impl Iterator<Item = &Glass> {
        let roles = self.roles().iter().filter(|role| !role.follows_massage());
        roles.filter_map(|role| self.glass(*role))
    }

    fn bar(&self, role: SpecimenRole, organism: Option<&Organism>) -> ChartBar {
        let glass = self.glass(role);
        let received = match glass.map(|glass| &glass.report.culture) {
            Some(Culture::NoGrowth { received }) => Some(received),
            Some(Culture::Growth { isolates }) => {
                let found = isolates.iter().find(|isolate| organism.is_some_and(|other| isolate.organism.is(other)));
                found.map(|isolate| &isolate.count)
            }
            Some(Culture::Missing) | None => None,
        };
        let bar = |words: String, count: Option<Count>, problem: Option<String>| ChartBar {
            role,
            words,
            from: count.map(|count| per_millilitre(count.interval().lo())),
            to: count.and_then(|count| count.interval().hi()).map(per_millilitre),
            problem,
        };
        match received.map(|received| (received, received.read())) {
            Some((_, Ok(count))) => bar(count.words(), Some(count), None),
            Some((received, Err(problem))) => bar(received.to_string(), None, Some(problem.to_string())),
            None if glass.is_some_and(Glass::is_cultured) => bar("not reported".to_owned(), None, None),
            None => bar("no culture".to_owned(), None, None),
        }
    }

    fn cells(&self, role: SpecimenRole) -> ChartLeukocytes {
        let seen = self.glass(role).and_then(|glass| glass.report.leukocytes.as_ref());
        let read = seen.map(crate::result::ReceivedLeukocytes::read);
        ChartLeukocytes {
            role,
            words: seen.map(crate::result::ReceivedLeukocytes::words),
            level: read.and_then(Result::ok).and_then(|read| read.level(role)),
            problem: read.and_then(Result::err).map(|problem| problem.to_string()),
        }
    }
}

/// Thousandths as a number to draw; what is beyond four thousand million is off every scale.
fn per_millilitre(thousandths: u64) -> f64 {
    f64::from(u32::try_from(thousandths / 1000).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::super::testing::set;
    use crate::procedure::ProcedureKind;

    fn check(kind: ProcedureKind, story: &str, expect: &[&str]) {
        let chart = set(kind, story).chart();
        let told: Vec<String> = (chart.organisms.iter())
            .map(|one| {
                let bars = one.bars.iter().map(|bar| match (bar.from, bar.to) {
                    (None, _) => format!("{} {}", bar.role, bar.words),
                    (Some(from), Some(to)) => format!("{} {from} to {to}", bar.role),
                    (Some(from), None) => format!("{} {from} on", bar.role),
                });
                let line = one.tenfold.map_or_else(|| "no line".to_owned(), |line| format!("line {line}"));
                let name = one.name.as_deref().unwrap_or("nothing");
                format!("{name}: {}; {line}", bars.collect::<Vec<_>>().join(", "))
            })
            .collect();
        assert_eq!(told, expect, "{story}");
    }

    #[test]
    fn each_organism_has_its_bars_and_the_line_it_has_to_reach() {
        check(
            ProcedureKind::FourGlass,
            "lasting; vb1 no growth <100; vb2 E. coli <1e3; eps E. coli >1e5 + CoNS 200; vb3 CoNS some",
            &[
                "Escherichia coli: vb1 0 to 100, vb2 0 to 1000, eps 100000 on, vb3 not reported; line 10000",
                "Coagulase-negative staphylococci: vb1 0 to 100, vb2 not reported, eps 200 to 200, vb3 some cfu/mL; line 10000",
            ],
        );
        check(
            ProcedureKind::FourGlass,
            "lasting; vb2 no growth; eps no growth",
            &["nothing: vb1 no culture, vb2 0 to 1000, eps 0 to 1000, vb3 no culture; no line"],
        );
        check(
            ProcedureKind::TwoGlass,
            "lasting; pre-m E. coli 100; post-m E. coli 1e4",
            &["Escherichia coli: pre-m 100 to 100, eps no culture, post-m 10000 to 10000; line 1000"],
        );
    }
}
