//! Which columns the table of overrides has, and what stands in each cell. It speaks of urologists and rules: no patient's
//! name, number or day, and nothing that somebody typed.

use super::FieldView;
use super::table::{ROW, age_at, described, few, shuffled, written, yes_no};
use crate::Refusal;
use records::export::ExportOverride;

type Cell = fn(&ExportOverride) -> String;

const COLUMNS: &[(&str, &str, Cell)] = &[
    ("year", "year of the visit", |row| row.date.chars().take(4).collect()),
    ("age", "age at the visit in whole years; 90+ from ninety on", |row| age_at(&row.date, row.birth_date)),
    ("kind", "what was ordered", |row| row.kind.to_string()),
    ("indication", "why, as a code", |row| row.indication.clone()),
    ("act", "the act that it was overridden for", |row| row.act.to_string()),
    ("rule", "the item or rule of the safety screen", |row| row.rule.clone()),
    ("reason", "why the urologist went on, as a code", |row| row.reason.to_string()),
    ("patient_told", "whether the patient was told", |row| yes_no(row.patient_told)),
    ("urologist", "who overrode it", |row| row.urologist.clone()),
];

/// The columns in their order.
pub(super) fn fields() -> Vec<FieldView> {
    let columns = COLUMNS.iter().map(|(name, meaning, _)| (*name, *meaning));
    std::iter::once(ROW).chain(columns).map(described).collect()
}

/// The table; `chance` gives each row its number and its place.
pub(super) fn deidentified(rows: &[ExportOverride], chance: &[[u8; 8]]) -> Result<Vec<u8>, Refusal> {
    let cells = rows.iter().map(|row| COLUMNS.iter().map(|(_, _, cell)| cell(row)).collect());
    written(&fields(), shuffled(cells, chance).into_iter())
}

/// What to think about before it is given away.
pub(super) fn warning(rows: &[ExportOverride]) -> Option<String> {
    few(rows.len()).filter(|_| !rows.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clinic::patient::BirthDate;
    use clinic::procedure::{Act, ProcedureKind};
    use clinic::screening::OverrideReason;
    use insta::assert_snapshot;

    #[test]
    fn an_override_is_told_without_its_patient_and_without_its_words() {
        let row = ExportOverride {
            date: "2026-11-20".to_owned(),
            birth_date: BirthDate::parse("1931-04-09").unwrap(),
            kind: ProcedureKind::FourGlass,
            indication: "ind-four-glass".to_owned(),
            act: Act::Massage,
            rule: "anticoagulant".to_owned(),
            reason: OverrideReason::Other,
            patient_told: true,
            urologist: "Dr. Ines Kaya".to_owned(),
        };
        let table = deidentified(std::slice::from_ref(&row), &[[0, 0, 0, 0, 0, 0, 0x0a, 0xbc]]).unwrap();
        assert_snapshot!(String::from_utf8(table).unwrap().replace('\r', ""), @r"
        row,year,age,kind,indication,act,rule,reason,patient_told,urologist
        0000000000000abc,2026,90+,four-glass,ind-four-glass,mas,anticoagulant,other,yes,Dr. Ines Kaya
        ");
        assert!(warning(&[row]).is_some() && warning(&[]).is_none());
    }
}
