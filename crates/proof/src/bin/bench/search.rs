//! Finding one patient among very many, as the nurse types.

use crate::table::Table;
use crate::unlock::system_clock;
use crate::{Outcome, said};
use clinic::patient::{BirthDate, LaboratorySex, NamePart, YesNoUnknown};
use practice::demo::{self, NURSE};
use practice::{Desk, patient};
use records::patient::{NewPatient, PatientDetails};
use std::time::Instant;

/// Patients registered in one step: as an import would, not as a nurse does.
const STEP: u32 = 500;
const TIMES: usize = 40;

const FAMILY: [&str; 20] = [
    "Lindqvist",
    "Okafor",
    "Sommer",
    "Bernardes",
    "Çelik",
    "Dubois",
    "Eriksen",
    "Fischer",
    "García",
    "Horvat",
    "Ivanov",
    "Jansen",
    "Kowalski",
    "López",
    "Müller",
    "Nowak",
    "Özdemir",
    "Petrov",
    "Rossi",
    "Schmidt",
];
const GIVEN: [&str; 10] = ["Henrik", "Anton", "Chidi", "José", "Mehmet", "Luc", "Piotr", "Dimitri", "Marco", "Wilhelm"];

pub(crate) async fn measure(table: &mut Table, patients: u32) -> Outcome {
    let folder = tempfile::tempdir().map_err(said)?;
    let (station, _) = demo::found(folder.path().join("vault"), system_clock(), 11).await.map_err(said)?;
    demo::play(&station, NURSE).await.map_err(said)?;
    let desk = station.desk().await.map_err(said)?;
    for step in 0..patients / STEP {
        register(&desk, step * STEP).await?;
    }
    for (name, typed) in [
        ("three letters of a family name", "sch"),
        ("family and given name", "okafor chi"),
        ("accents left out", "ozdemir meh"),
        ("a number", "FG-099999"),
        ("a birth date", "1961-04-09"),
        ("nobody", "zzyzx"),
    ] {
        let mut times = Vec::new();
        let mut found = 0;
        for _ in 0..TIMES {
            let desk = station.desk().await.map_err(said)?;
            let started = Instant::now();
            found = patient::find(&desk, typed).await.map_err(said)?.len();
            times.push(started.elapsed());
        }
        table.add(&format!("Search among {patients} patients: {name}"), &times, format!("“{typed}”, {found} shown"));
    }
    Ok(())
}

async fn register(desk: &Desk, from: u32) -> Outcome {
    let mut writing = desk.writing().await.map_err(said)?;
    for number in from..from + STEP {
        let name = |names: &[&str], step: u32| -> Outcome<NamePart> {
            let count = u32::try_from(names.len()).unwrap_or(1);
            let chosen = usize::try_from(number / step % count).unwrap_or(0);
            NamePart::parse(&format!("{}{}", names[chosen], if step == 1 { syllable(number) } else { "" }))
                .map_err(said)
        };
        let birth_date = format!("{}-{:02}-{:02}", 1935 + number % 60, 1 + number / 7 % 12, 1 + number / 3 % 28);
        let patient = NewPatient {
            id: writing.id(),
            mrn: None,
            family: name(&FAMILY, 1)?,
            given: name(&GIVEN, 20)?,
            birth_date: BirthDate::parse(&birth_date).map_err(said)?,
            sex: LaboratorySex::Male,
            details: PatientDetails {
                gender: None,
                name_used: None,
                pronoun: None,
                has_prostate: YesNoUnknown::Yes,
                phone: None,
                may_leave_message: YesNoUnknown::No,
                allergies: None,
                under_custody: false,
            },
        };
        writing.register_patient(&patient).await.map_err(said)?;
    }
    writing.commit().await.map_err(said)
}

/// Endings that spread the family names, so that no search meets a twentieth of the clinic.
fn syllable(number: u32) -> &'static str {
    const ENDS: [&str; 12] =
        ["", "-Adler", "-Braun", "-Costa", "-Duarte", "-Engel", "-Falk", "-Gross", "son", "berg", "mann", "ström"];
    ENDS[usize::try_from(number / 200 % 12).unwrap_or(0)]
}
