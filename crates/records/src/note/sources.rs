//! What a note is written from and no other room asks for: the hours of the visit, the verdicts as kept, what was put right.

use crate::{Error, Reading, Stamp, Word};
use clinic::Moment;
use clinic::ids::{ProcedureId, StaffId, VisitId};
use clinic::screening::{EventDate, Said, Temperature, TemperatureUnit, Unit, Verdict};
use uuid::Uuid;

/// The hours of a visit and what was ordered.
#[derive(Debug, Clone)]
pub struct NoteVisit {
    /// When the patient came.
    pub arrived_at: Option<Moment>,
    /// When the visit ended.
    pub ended_at: Option<Moment>,
    /// Id of the indication.
    pub indication: String,
    /// The urologist of the time-out.
    pub urologist: Option<StaffId>,
}

/// A verdict as it was last kept.
#[derive(Debug, Clone)]
pub struct KeptVerdict {
    /// The verdict.
    pub verdict: Verdict,
    /// When it was judged.
    pub at: Moment,
}

/// An entry that was put right.
#[derive(Debug, Clone)]
pub struct Correction {
    /// The item, or `vital-signs`.
    pub item: String,
    /// What stood before, in words.
    pub old: String,
    /// What stands.
    pub new: String,
    /// Why.
    pub reason: Option<String>,
    /// Who put it right.
    pub by: String,
    /// When.
    pub at: Moment,
}

impl Reading {
    /// The hours of the visit of a procedure.
    pub async fn note_visit(&mut self, procedure: ProcedureId) -> Result<NoteVisit, Error> {
        let id = Uuid::from(procedure);
        let row = sqlx::query!(
            r#"
            select
                visit.arrived_at as "arrived_at: Stamp",
                visit.ended_at as "ended_at: Stamp",
                procedure.indication,
                procedure.urologist as "urologist: Uuid"
            from procedure
            join visit on visit.id = procedure.visit
            where procedure.id = ?
            "#,
            id,
        )
        .fetch_optional(self.conn())
        .await?
        .ok_or(Error::NotFound("procedure"))?;
        Ok(NoteVisit {
            arrived_at: row.arrived_at.map(Moment::from),
            ended_at: row.ended_at.map(Moment::from),
            indication: row.indication,
            urologist: row.urologist.map(StaffId::from),
        })
    }

    /// The verdicts of a visit as they were last kept: what was known when the act was done, not what is known today.
    pub async fn kept_verdicts(&mut self, visit: VisitId) -> Result<Vec<KeptVerdict>, Error> {
        let id = Uuid::from(visit);
        let rows = sqlx::query!(
            r#"select body, judged_at as "judged_at: Stamp" from verdict where visit = ? order by act"#,
            id,
        )
        .fetch_all(self.conn())
        .await?;
        let kept = rows.into_iter().map(|row| {
            let verdict = serde_json::from_str(&row.body);
            let verdict = verdict.map_err(|problem| Error::Damaged(format!("verdict: {problem}")))?;
            Ok(KeptVerdict { verdict, at: row.judged_at.into() })
        });
        kept.collect()
    }

    /// Answers and temperatures of a visit that put an earlier entry right.
    pub async fn corrections_of(&mut self, visit: VisitId) -> Result<Vec<Correction>, Error> {
        let id = Uuid::from(visit);
        let answers = sqlx::query!(
            r#"
            select
                later.item,
                later.said as "said: Word<Said>",
                later.value,
                later.unit as "unit: Word<Unit>",
                later.dated as "dated: Word<EventDate>",
                earlier.said as "old_said: Word<Said>",
                earlier.value as old_value,
                earlier.unit as "old_unit: Word<Unit>",
                earlier.dated as "old_dated: Word<EventDate>",
                later.reason,
                later.at as "at: Stamp",
                staff.name
            from answer as later
            join answer as earlier on earlier.id = later.corrects
            join staff on staff.id = later.staff
            where later.visit = ?
            order by later.at, later.id
            "#,
            id,
        )
        .fetch_all(self.conn())
        .await?;
        let readings = sqlx::query!(
            r#"
            select
                later.temperature,
                later.temperature_unit as "unit: Word<TemperatureUnit>",
                earlier.temperature as old_temperature,
                earlier.temperature_unit as "old_unit: Word<TemperatureUnit>",
                later.reason,
                later.at as "at: Stamp",
                staff.name
            from vital_signs as later
            join vital_signs as earlier on earlier.id = later.corrects
            join staff on staff.id = later.staff
            where later.visit = ?
            order by later.at, later.id
            "#,
            id,
        )
        .fetch_all(self.conn())
        .await?;
        let mut corrections: Vec<Correction> = answers
            .into_iter()
            .map(|row| Correction {
                item: row.item,
                old: said(row.old_said, row.old_value, row.old_unit, row.old_dated),
                new: said(row.said, row.value, row.unit, row.dated),
                reason: row.reason,
                by: row.name,
                at: row.at.into(),
            })
            .collect();
        corrections.extend(readings.into_iter().map(|row| Correction {
            item: "vital-signs".to_owned(),
            old: degrees(row.old_temperature, row.old_unit),
            new: degrees(row.temperature, row.unit),
            reason: row.reason,
            by: row.name,
            at: row.at.into(),
        }));
        Ok(corrections)
    }
}

fn said(
    said: Option<Word<Said>>,
    value: Option<f64>,
    unit: Option<Word<Unit>>,
    dated: Option<Word<EventDate>>,
) -> String {
    match (dated, said, value, unit) {
        (Some(Word(day)), ..) => day.text(),
        (None, Some(Word(said)), ..) => said.as_str().replace('-', " "),
        (None, None, Some(value), Some(Word(unit))) => format!("{value} {unit}"),
        _ => "nothing".to_owned(),
    }
}

fn degrees(tenths: Option<i64>, unit: Option<Word<TemperatureUnit>>) -> String {
    match (tenths.map(i32::try_from), unit) {
        (Some(Ok(tenths)), Some(Word(unit))) => Temperature { tenths, unit }.text(),
        _ => "no temperature".to_owned(),
    }
}
