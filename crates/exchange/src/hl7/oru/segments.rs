//! The segments of a result message, put together: which remark belongs to which line, which tube to which test.

use super::super::reading::{Message, Row};
use super::observation::{code, observation};
use super::{Header, NotTaken, ReportedPatient, ReportedSpecimen, ReportedTest};

/// MSH.
pub(super) fn header(message: &Message) -> Header {
    let row = message.header();
    Header {
        route: [3, 4, 5, 6].map(|field| [1, 2, 3].map(|part| row.part(field, part))),
        sent: row.part(7, 1),
        kind: row.part(9, 1),
        event: row.part(9, 2),
        control_id: row.part(10, 1),
        processing: row.part(11, 1),
        version: row.part(12, 1),
        accept_wanted: row.part(15, 1),
        application_wanted: row.part(16, 1),
    }
}

/// What a remark (NTE) below the last line belongs to.
enum Last {
    Message,
    Test,
    Observation,
}

/// The patient and the tests.
pub(super) fn gather(message: &Message) -> Result<(ReportedPatient, Vec<ReportedTest>), NotTaken> {
    let mut patient = None;
    let mut tests: Vec<ReportedTest> = Vec::new();
    let mut order = None;
    let mut last = Last::Message;
    for row in message.rows() {
        match row.name() {
            "PID" if patient.is_some() => {
                return Err(NotTaken::Order("two patients stand in one message".to_owned()));
            }
            "PID" => patient = Some(identity(row)),
            "ORC" => order = Some(row),
            "OBR" => {
                tests.push(test(row, order.take()));
                last = Last::Test;
            }
            "OBX" => {
                let Some(test) = tests.last_mut() else { return Err(stray("OBX", "before its test (OBR)")) };
                test.observations.push(observation(row)?);
                last = Last::Observation;
            }
            "SPM" => {
                let Some(test) = tests.last_mut() else { return Err(stray("SPM", "before its test (OBR)")) };
                test.specimens.push(specimen(row));
                last = Last::Test;
            }
            "NTE" => remark(row, &last, tests.last_mut()),
            "MSH" if !tests.is_empty() || patient.is_some() => {
                return Err(stray("MSH", "in the middle of a message"));
            }
            _ => {}
        }
    }
    Ok((patient.unwrap_or_default(), tests))
}

fn stray(segment: &str, place: &str) -> NotTaken {
    NotTaken::Order(format!("{segment} stands {place}"))
}

fn remark(row: Row, last: &Last, test: Option<&mut ReportedTest>) {
    let words = row.text(3);
    let (false, Some(test)) = (words.is_empty(), test) else { return };
    match (last, test.observations.last_mut()) {
        (Last::Observation, Some(observation)) => observation.notes.push(words),
        _ => test.notes.push(words),
    }
}

fn identity(row: Row) -> ReportedPatient {
    let numbers = [3, 2, 4].into_iter().flat_map(|field| row.values(field)).map(|value| value.part(1));
    ReportedPatient {
        numbers: numbers.filter(|number| !number.is_empty()).collect(),
        names: row.values(5).map(|name| (name.part(1), name.part(2))).collect(),
        birth_date: row.part(7, 1),
        sex: row.part(8, 1),
    }
}

fn test(row: Row, order: Option<Row>) -> ReportedTest {
    let ordered = |field| order.map_or_else(String::new, |order| order.part(field, 1));
    let either = |here: String, there: String| if here.is_empty() { there } else { here };
    ReportedTest {
        placer: either(row.part(2, 1), ordered(2)),
        group: ordered(4),
        filler: either(row.part(3, 1), ordered(3)),
        test: row.values(4).next().map(code).unwrap_or_default(),
        collected: row.part(7, 1),
        reported: row.part(22, 1),
        status: row.part(25, 1),
        parent: (row.sub(26, 1, 1), row.part(26, 2)),
        parent_order: row.sub(29, 1, 1),
        specimens: Vec::new(),
        observations: Vec::new(),
        notes: Vec::new(),
    }
}

fn specimen(row: Row) -> ReportedSpecimen {
    ReportedSpecimen {
        placer: row.sub(2, 1, 1),
        filler: row.sub(2, 2, 1),
        kind: row.values(4).next().map(code).unwrap_or_default(),
        received: row.part(18, 1),
        rejected: row.values(21).map(code).collect(),
        condition: row.values(24).next().map(code).unwrap_or_default(),
    }
}
