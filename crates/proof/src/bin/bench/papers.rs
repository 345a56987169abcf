//! Labels: what stands between a stamp and the printer.

use crate::table::Table;
use crate::{Outcome, said};
use clinic::Moment;
use clinic::accession::Accession;
use clinic::label::LabelContent;
use clinic::patient::{BirthDate, Mrn, NamePart};
use clinic::specimen::SpecimenRole;
use paperwork::zpl::{Density, write_labels};
use std::time::{Duration, Instant};

const TIMES: u32 = 60;

pub(crate) fn measure(table: &mut Table) -> Outcome {
    let at: Moment = "2026-11-22T09:15:00+01:00".parse().map_err(said)?;
    let started = Instant::now();
    paperwork::label::set_labels(&[label(SpecimenRole::Vb1, 1, at)?], at).and_then(|set| set.pdf()).map_err(said)?;
    table.add("First label as PDF, engine cold", &[started.elapsed()], "once after the program starts");
    let mut one = Vec::new();
    let mut four = Vec::new();
    let mut zpl = Vec::new();
    let mut drawn = Vec::new();
    for turn in 0..TIMES {
        // Every label is another one, as in the clinic: nothing may come from the cache but what all labels share.
        let counter = 100 + turn * 10;
        let single = [label(SpecimenRole::Eps, counter, at)?];
        let set = SpecimenRole::FOUR_GLASS.map(|role| label(role, counter + 1, at));
        let set = set.into_iter().collect::<Outcome<Vec<_>>>()?;
        let greek =
            LabelContent { family: NamePart::parse("Παπαδόπουλος").map_err(said)?, ..single[0].clone() };
        one.push(timed(|| paperwork::label::set_labels(&single, at).and_then(|set| set.pdf()).map_err(said))?);
        four.push(timed(|| paperwork::label::set_labels(&set, at).and_then(|set| set.pdf()).map_err(said))?);
        zpl.push(timed(|| write_labels(&single, Density::Dpi203).map_err(said))?);
        drawn.push(timed(|| write_labels(std::slice::from_ref(&greek), Density::Dpi203).map_err(said))?);
    }
    table.add("Label as PDF, warm", &one, "PDF/A-2u, one page");
    table.add("Four labels as PDF, warm", &four, "PDF/A-2u, four pages");
    table.add("Label as ZPL", &zpl, "a name in the printer's own letters");
    table.add("Label as ZPL, name drawn", &drawn, "a Greek name, sent as dots");
    Ok(())
}

fn timed<T>(work: impl FnOnce() -> Outcome<T>) -> Outcome<Duration> {
    let started = Instant::now();
    work()?;
    Ok(started.elapsed())
}

fn label(role: SpecimenRole, counter: u32, at: Moment) -> Outcome<LabelContent> {
    let position = SpecimenRole::FOUR_GLASS.iter().zip(1..).find(|(glass, _)| **glass == role).map_or(1, |(_, at)| at);
    Ok(LabelContent {
        family: NamePart::parse("Lindqvist").map_err(said)?,
        given: NamePart::parse("Henrik Johan").map_err(said)?,
        birth: BirthDate::parse("1961-04-09").map_err(said)?,
        mrn: Mrn::parse(&format!("FG-{counter:06}")).map_err(said)?,
        role,
        position,
        of: 4,
        accession: Accession::new('U', 2026, counter, position).map_err(said)?,
        collected_at: at,
        collector_initials: "RO".to_owned(),
        source: "post-massage urine".to_owned(),
        clinic: "Riverside Urology".to_owned(),
        storage: "2-8 °C".to_owned(),
        serial: 1,
        late: false,
    })
}
