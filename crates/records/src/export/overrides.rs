//! The overrides of a month, as a table is made of them: no patient's identity, and no words that somebody typed.

use crate::{Error, Reading, Word};
use clinic::patient::BirthDate;
use clinic::procedure::{Act, ProcedureKind};
use clinic::screening::OverrideReason;

/// One override of one rule for one act.
#[derive(Debug, Clone)]
pub struct ExportOverride {
    /// Day of the visit, `2026-11-22`.
    pub date: String,
    /// Birth date of the patient, for the age.
    pub birth_date: BirthDate,
    /// What was ordered.
    pub kind: ProcedureKind,
    /// Id of its indication.
    pub indication: String,
    /// For which act.
    pub act: Act,
    /// The item or rule.
    pub rule: String,
    /// Why.
    pub reason: OverrideReason,
    /// The patient was told.
    pub patient_told: bool,
    /// Who overrode it.
    pub urologist: String,
}

struct Row {
    date: String,
    birth_date: Word<BirthDate>,
    kind: Word<ProcedureKind>,
    indication: String,
    act: Word<Act>,
    rule: String,
    reason: Word<OverrideReason>,
    patient_told: bool,
    urologist: String,
}

impl Reading {
    /// What was overridden at the visits of `month` (`2026-11`), in order. Visits entered in error are left out.
    pub async fn overrides_of_month(&mut self, month: &str) -> Result<Vec<ExportOverride>, Error> {
        let rows = sqlx::query_as!(
            Row,
            r#"
            select
                visit.booked_date as date,
                patient.birth_date as "birth_date: Word<BirthDate>",
                procedure.kind as "kind: Word<ProcedureKind>",
                procedure.indication,
                rule_override.act as "act: Word<Act>",
                rule_override.rule,
                rule_override.reason as "reason: Word<OverrideReason>",
                rule_override.patient_told as "patient_told: bool",
                staff.name as urologist
            from rule_override
            join visit on visit.id = rule_override.visit
            join procedure on procedure.visit = visit.id
            join patient_now on patient_now.id = visit.patient
            join patient on patient.id = patient_now.now
            join staff on staff.id = rule_override.staff
            where substr(visit.booked_date, 1, 7) = ? and visit.status <> 'entered-in-error'
            order by rule_override.at, rule_override.id
            "#,
            month,
        )
        .fetch_all(self.conn())
        .await?;
        let made = rows.into_iter().map(|row| ExportOverride {
            date: row.date,
            birth_date: row.birth_date.0,
            kind: row.kind.0,
            indication: row.indication,
            act: row.act.0,
            rule: row.rule,
            reason: row.reason.0,
            patient_told: row.patient_told,
            urologist: row.urologist,
        });
        Ok(made.collect())
    }
}
