//! Which columns a month's table has, with and without identities, and what stands in each cell.

use crate::Refusal;
use chrono::NaiveDate;
use clinic::patient::BirthDate;
use clinic::procedure::ProcedureStatus;
use clinic::specimen::{SpecimenRole, SpecimenStatus};
use exchange::csv::Table;
use records::export::{ExportGlass, ExportProcedure};
use serde::Serialize;

/// One column, as the preview explains it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct FieldView {
    /// As the heading has it.
    pub name: String,
    /// What stands in it.
    pub meaning: String,
}

/// The column that numbers the rows of a table without identities.
pub(super) const ROW: (&str, &str) = ("row", "a new random number; it means nothing outside this table");

/// Fewer rows than this may be recognised by somebody who knows the clinic.
const SMALL: usize = 11;

type Cell = fn(&ExportProcedure) -> String;

/// Everything that may leave without an identity: what is not on this list does not. No free text, no day, no number.
const DEIDENTIFIED: &[(&str, &str, Cell)] = &[
    ("year", "year of the visit", |row| row.date.chars().take(4).collect()),
    ("age", "age at the visit in whole years; 90+ from ninety on", age),
    ("sex", "sex for the laboratory", |row| row.sex.to_string()),
    ("kind", "what was ordered", |row| row.kind.to_string()),
    ("indication", "why, as a code", |row| row.indication.clone()),
    ("outcome", "how it ended", outcome),
    ("vb1", "first-void urine: collected, or why not", |row| glass(row, SpecimenRole::Vb1)),
    ("vb2", "midstream urine: collected, or why not", |row| glass(row, SpecimenRole::Vb2)),
    ("eps", "prostatic secretion: collected, or why not", |row| glass(row, SpecimenRole::Eps)),
    ("vb3", "urine after massage: collected, or why not", |row| glass(row, SpecimenRole::Vb3)),
    ("pre_m", "midstream urine before a two-glass massage: collected, or why not", |row| {
        glass(row, SpecimenRole::PreM)
    }),
    ("post_m", "urine after a two-glass massage: collected, or why not", |row| glass(row, SpecimenRole::PostM)),
    ("pdu", "urine after the strokes of a DRE: collected, or why not", |row| glass(row, SpecimenRole::Pdu)),
    ("note_signed", "whether the note is signed", |row| yes_no(row.signed)),
];

/// What a urologist's confirmation adds.
const IDENTITY: &[(&str, &str, Cell)] = &[
    ("patient_number", "the clinic's number of the patient", |row| row.mrn.to_string()),
    ("family", "family name", |row| row.family.to_string()),
    ("given", "given names", |row| row.given.to_string()),
    ("birth_date", "birth date as far as it is known", |row| row.birth_date.to_string()),
    ("visit_date", "day of the visit", |row| row.date.clone()),
    ("urologist", "who examined", |row| row.urologist.clone().unwrap_or_default()),
    ("accessions", "numbers of the tubes", accessions),
];

/// The columns of the table, in their order.
pub(super) fn fields(identified: bool) -> Vec<FieldView> {
    let plain = DEIDENTIFIED.iter().map(|(name, meaning, _)| (*name, *meaning));
    let identity = IDENTITY.iter().map(|(name, meaning, _)| (*name, *meaning));
    let columns: Vec<_> =
        if identified { identity.chain(plain).collect() } else { std::iter::once(ROW).chain(plain).collect() };
    columns.into_iter().map(described).collect()
}

/// A column with its meaning.
pub(super) fn described((name, meaning): (&str, &str)) -> FieldView {
    FieldView { name: name.to_owned(), meaning: meaning.to_owned() }
}

/// The table with identities, in the order of the visits.
pub(super) fn identified(rows: &[ExportProcedure]) -> Result<Vec<u8>, Refusal> {
    let cells =
        rows.iter().map(|row| IDENTITY.iter().chain(DEIDENTIFIED).map(|(_, _, cell)| cell(row)).collect::<Vec<_>>());
    write(true, cells)
}

/// The table without identities. `chance` gives each row its number; the rows stand in the order of these, because the
/// order of the visits would tell their days.
pub(super) fn deidentified(rows: &[ExportProcedure], chance: &[[u8; 8]]) -> Result<Vec<u8>, Refusal> {
    let cells = rows.iter().map(|row| DEIDENTIFIED.iter().map(|(_, _, cell)| cell(row)).collect());
    write(false, shuffled(cells, chance).into_iter())
}

/// The rows in the order of their numbers.
pub(super) fn shuffled(rows: impl Iterator<Item = Vec<String>>, chance: &[[u8; 8]]) -> Vec<Vec<String>> {
    let number = |chance: &[u8; 8]| format!("{:016x}", u64::from_be_bytes(*chance));
    let mut numbered: Vec<Vec<String>> =
        rows.zip(chance).map(|(row, chance)| std::iter::once(number(chance)).chain(row).collect()).collect();
    numbered.sort();
    numbered
}

/// What to think about before a table without identities is given away; nothing when it is large and even enough.
pub(super) fn warning(rows: &[ExportProcedure]) -> Option<String> {
    if rows.is_empty() {
        return None;
    }
    let alike = |row: &ExportProcedure| (age(row), row.kind, row.indication.clone(), row.status);
    let single = rows.iter().filter(|row| rows.iter().filter(|other| alike(row) == alike(other)).count() == 1).count();
    if let Some(few) = few(rows.len()) {
        return Some(few);
    }
    (single > 0).then(|| {
        format!(
            "{single} rows are the only ones of their age, procedure, reason and outcome: think of who will read them."
        )
    })
}

/// Said of a table with so few rows that they speak of somebody.
pub(super) fn few(rows: usize) -> Option<String> {
    let said = if rows == 1 { "1 row".to_owned() } else { format!("{rows} rows") };
    (rows < SMALL).then(|| format!("Only {said}: somebody who knows the clinic may recognise a patient in so few."))
}

fn write(identified: bool, rows: impl Iterator<Item = Vec<String>>) -> Result<Vec<u8>, Refusal> {
    written(&fields(identified), rows)
}

/// The bytes of a table.
pub(super) fn written(fields: &[FieldView], rows: impl Iterator<Item = Vec<String>>) -> Result<Vec<u8>, Refusal> {
    let heading: Vec<&str> = fields.iter().map(|field| field.name.as_str()).collect();
    let mut table = Table::new(&heading).map_err(|problem| Refusal::unexpected(&problem))?;
    for row in rows {
        table.row(&row).map_err(|problem| Refusal::unexpected(&problem))?;
    }
    table.finish().map_err(|problem| Refusal::unexpected(&problem))
}

fn age(row: &ExportProcedure) -> String {
    age_at(&row.date, row.birth_date)
}

/// Whole years on a day; from ninety on they would tell who it is.
pub(super) fn age_at(date: &str, birth_date: BirthDate) -> String {
    let years = date.parse::<NaiveDate>().ok().and_then(|day| birth_date.age(day));
    match years {
        None => "unknown".to_owned(),
        Some(90..) => "90+".to_owned(),
        Some(years) => years.to_string(),
    }
}

fn outcome(row: &ExportProcedure) -> String {
    match row.status {
        ProcedureStatus::Planned | ProcedureStatus::Underway => "open".to_owned(),
        ended => ended.to_string(),
    }
}

fn glass(row: &ExportProcedure, role: SpecimenRole) -> String {
    match row.glasses.iter().find(|glass| glass.role == role) {
        None => String::new(),
        Some(ExportGlass { status: SpecimenStatus::Planned, .. }) => "awaited".to_owned(),
        Some(ExportGlass { status: SpecimenStatus::NotObtained, reason, .. }) => {
            reason.map_or_else(|| "not-obtained".to_owned(), |reason| reason.to_string())
        }
        Some(_) => "collected".to_owned(),
    }
}

fn accessions(row: &ExportProcedure) -> String {
    row.glasses.iter().filter_map(|glass| glass.accession.as_deref()).collect::<Vec<_>>().join(" ")
}

pub(super) fn yes_no(yes: bool) -> String {
    if yes { "yes" } else { "no" }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use clinic::patient::{LaboratorySex, Mrn, NamePart};
    use clinic::procedure::ProcedureKind;
    use clinic::specimen::NotObtainedReason;
    use insta::assert_snapshot;

    fn weber() -> ExportProcedure {
        let glass = |role, status, reason, accession: Option<&str>| ExportGlass {
            role,
            status,
            reason,
            accession: accession.map(str::to_owned),
        };
        ExportProcedure {
            procedure_id: uuid::Uuid::from_u128(7).into(),
            date: "2026-11-20".to_owned(),
            mrn: Mrn::parse("FG-1042").unwrap(),
            family: NamePart::parse("=Weber").unwrap(),
            given: NamePart::parse("Karl, Otto").unwrap(),
            birth_date: BirthDate::parse("1931-04-09").unwrap(),
            sex: LaboratorySex::Male,
            kind: ProcedureKind::FourGlass,
            indication: "cbp".to_owned(),
            status: ProcedureStatus::Finished,
            urologist: Some("Dr. Ines Kaya".to_owned()),
            signed: true,
            glasses: vec![
                glass(SpecimenRole::Vb1, SpecimenStatus::NotObtained, Some(NotObtainedReason::CannotVoid), None),
                glass(SpecimenRole::Vb2, SpecimenStatus::Packed, None, Some("U2600000124")),
            ],
        }
    }

    #[test]
    fn without_identity_no_name_number_or_day_is_left() {
        let table = deidentified(&[weber()], &[[0, 0, 0, 0, 0, 0, 0x0a, 0xbc]]).unwrap();
        assert_snapshot!(String::from_utf8(table).unwrap().replace('\r', ""), @r"
        row,year,age,sex,kind,indication,outcome,vb1,vb2,eps,vb3,pre_m,post_m,pdu,note_signed
        0000000000000abc,2026,90+,male,four-glass,cbp,finished,cannot-void,collected,,,,,,yes
        ");
        let text = fields(false).iter().map(|field| field.name.clone()).collect::<Vec<_>>().join(" ");
        for (name, _, _) in IDENTITY {
            assert!(!text.split(' ').any(|field| field == *name), "{name}");
        }
    }

    #[test]
    fn the_order_of_the_rows_does_not_tell_the_days() {
        let (mut first, second) = (weber(), weber());
        first.birth_date = BirthDate::parse("1970").unwrap();
        let table = deidentified(&[first, second], &[[9; 8], [1; 8]]).unwrap();
        let text = String::from_utf8(table).unwrap();
        assert!(text.lines().nth(1).is_some_and(|line| line.contains("90+")), "{text}");
    }

    #[test]
    fn with_identity_a_name_is_still_no_formula() {
        let text = String::from_utf8(identified(&[weber()]).unwrap()).unwrap();
        assert!(text.contains("FG-1042,'=Weber,\"Karl, Otto\",1931-04-09,2026-11-20"), "{text}");
    }

    #[test]
    fn few_or_single_rows_are_warned_about() {
        assert_eq!(warning(&[]), None);
        assert!(warning(&[weber()]).is_some_and(|words| words.contains("Only 1")));
        assert_eq!(warning(&vec![weber(); 12]), None);
        let mut rows = vec![weber(); 12];
        rows[0].birth_date = BirthDate::parse("1970").unwrap();
        assert!(warning(&rows).is_some_and(|words| words.starts_with("1 rows are the only ones")));
    }
}
