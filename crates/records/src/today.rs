//! The day's list: one row for each procedure, with everything that decides what comes next.

use crate::collection::InterruptedMassage;
use crate::patient::PatientRow;
use crate::{Error, Reading, Stamp, Word};
use chrono::{NaiveDate, TimeDelta};
use clinic::Moment;
use clinic::ids::{ProcedureId, VisitId};
use clinic::patient::{BirthDate, LaboratorySex, Mrn, NamePart};
use clinic::procedure::{ProcedureKind, ProcedureStatus};
use clinic::visit::{CancelledBy, NextAct, Progress, VisitStatus, next_act};
use serde::Serialize;
use uuid::Uuid;

/// One procedure of the day.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TodayRow {
    /// The visit.
    pub visit_id: VisitId,
    /// The procedure.
    pub procedure_id: ProcedureId,
    /// Local time, `09:15`.
    pub time: String,
    /// Who is expected.
    pub patient: PatientRow,
    /// What is ordered.
    pub kind: ProcedureKind,
    /// Id of the indication.
    pub indication: String,
    /// How far the visit has come.
    pub status: VisitStatus,
    /// How far the procedure has come.
    pub procedure_status: ProcedureStatus,
    /// What to do next.
    pub next_act: NextAct,
    /// Another patient of the day has the same family name.
    pub same_name: bool,
    /// One light for each act that the procedure asks of the patient.
    pub lights: Vec<Light>,
    /// The last temperature, pulse and blood pressure with their hour, in one line.
    pub vitals: Option<String>,
    /// The word of the consent's state.
    pub consent: Option<String>,
    /// The glasses of the set, in their order.
    pub glasses: Vec<GlassView>,
    /// Who called the visit off; the reason stands in the chart alone.
    pub called_off: Option<CancelledBy>,
}

/// The verdict on one act, as it was last judged.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Light {
    /// Word of the act.
    pub act: String,
    /// Word of the verdict.
    pub verdict: String,
    /// The first reason, in words; "see chart" where it is nobody's business in a list.
    pub reason: Option<String>,
}

/// One glass of a set.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct GlassView {
    /// Word of its role.
    pub role: String,
    /// Word of its state.
    pub state: String,
}

/// Work that somebody must still finish.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct OpenLoop {
    /// Which kind.
    pub kind: String,
    /// How many.
    pub count: u32,
    /// In words.
    pub words: String,
}

/// The list of one day.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TodayView {
    /// The day, `2026-11-22`.
    pub date: String,
    /// In the order of their times; what does not take place stands last.
    pub rows: Vec<TodayRow>,
    /// What is open in the clinic, from any day.
    pub open_loops: Vec<OpenLoop>,
    /// Massages during which the station stopped, until somebody says what happened.
    pub interrupted: Vec<InterruptedMassage>,
}

struct Row {
    visit_id: Uuid,
    procedure_id: Uuid,
    time: String,
    patient_id: Uuid,
    family: Word<NamePart>,
    given: Word<NamePart>,
    birth_date: Word<BirthDate>,
    mrn: Word<Mrn>,
    sex: Word<LaboratorySex>,
    kind: Word<ProcedureKind>,
    indication: String,
    status: Word<VisitStatus>,
    procedure_status: Word<ProcedureStatus>,
    checked_in: bool,
    stopped: bool,
    consent: Option<String>,
    held: bool,
    examined: bool,
    planned_glasses: i64,
    tubes: i64,
    open_labels: i64,
    ordered: bool,
    signed: bool,
    called_off: Option<Word<CancelledBy>>,
}

impl Row {
    fn progress(&self) -> Progress {
        Progress {
            visit: self.status.0,
            procedure: self.procedure_status.0,
            checked_in: self.checked_in,
            stopped: self.stopped,
            consented: self.consent.as_deref() == Some("given"),
            held: self.held,
            examined: self.examined,
            collected: self.planned_glasses == 0,
            open_labels: usize::try_from(self.open_labels).unwrap_or(usize::MAX),
            has_specimens: self.tubes > 0,
            ordered: self.ordered,
            signed: self.signed,
        }
    }
}

impl Reading {
    /// The list of `day`, what is open in the clinic since a month before it, and what was interrupted before the station
    /// was opened at `opened`.
    pub async fn today(&mut self, day: NaiveDate, opened: Moment) -> Result<TodayView, Error> {
        let rows = self.rows_of(day).await?;
        let families: Vec<(Uuid, String)> =
            rows.iter().map(|row| (row.patient_id, row.family.0.as_str().to_lowercase())).collect();
        let mut list = Vec::with_capacity(rows.len());
        for (row, (patient, family)) in rows.into_iter().zip(&families) {
            list.push(TodayRow {
                next_act: next_act(row.progress()),
                same_name: families.iter().any(|(other, name)| other != patient && name == family),
                // What does not take place is not judged in a list.
                lights: if row.status.0.is_called_off() { Vec::new() } else { self.lights_of(row.visit_id).await? },
                vitals: self.vitals_line(row.visit_id).await?,
                glasses: self.glass_row(row.procedure_id).await?,
                visit_id: row.visit_id.into(),
                procedure_id: row.procedure_id.into(),
                time: row.time,
                patient: PatientRow {
                    patient_id: row.patient_id.into(),
                    family: row.family.0,
                    given: row.given.0,
                    birth_date: row.birth_date.0,
                    mrn: row.mrn.0,
                    sex: row.sex.0,
                },
                kind: row.kind.0,
                indication: row.indication,
                status: row.status.0,
                procedure_status: row.procedure_status.0,
                consent: row.consent,
                called_off: row.called_off.map(|Word(by)| by),
            });
        }
        // What does not take place stands after what does.
        list.sort_by_key(|row| row.status.is_called_off());
        let open_loops = self.open_loops(day).await?;
        let interrupted = self.interrupted_massages(opened).await?;
        Ok(TodayView { date: day.to_string(), rows: list, open_loops, interrupted })
    }

    async fn rows_of(&mut self, day: NaiveDate) -> Result<Vec<Row>, Error> {
        let date = day.to_string();
        Ok(sqlx::query_as!(
            Row,
            r#"
            select
                visit.id as "visit_id: Uuid",
                procedure.id as "procedure_id: Uuid",
                visit.booked_time as time,
                patient.id as "patient_id: Uuid",
                patient.family as "family: Word<NamePart>",
                patient.given as "given: Word<NamePart>",
                patient.birth_date as "birth_date: Word<BirthDate>",
                patient.mrn as "mrn: Word<Mrn>",
                patient.sex as "sex: Word<LaboratorySex>",
                procedure.kind as "kind: Word<ProcedureKind>",
                procedure.indication,
                visit.status as "status: Word<VisitStatus>",
                procedure.status as "procedure_status: Word<ProcedureStatus>",
                exists (select 1 from check_in where check_in.visit = visit.id) as "checked_in!: bool",
                exists (
                    select 1 from verdict
                    where verdict.visit = visit.id and verdict.word = 'blocked'
                ) as "stopped!: bool",
                (
                    select state from consent
                    where consent.procedure = procedure.id
                    order by offered_at desc
                    limit 1
                ) as "consent: String",
                exists (
                    select 1 from consent
                    where consent.procedure = procedure.id and consent.state = 'withdrawn'
                        and coalesce(consent.ending ->> '$.answered.wish', consent.ending ->> '$.specimens') = 'held'
                ) as "held!: bool",
                exists (select 1 from exam where exam.procedure = procedure.id) as "examined!: bool",
                (
                    select count(*) from specimen
                    where specimen.procedure = procedure.id and specimen.status = 'planned'
                ) as "planned_glasses!: i64",
                (
                    select count(*) from specimen
                    where specimen.procedure = procedure.id and specimen.accession is not null
                        and specimen.status <> 'discarded'
                ) as "tubes!: i64",
                (
                    select count(*) from label
                    join specimen on specimen.id = label.specimen
                    where specimen.procedure = procedure.id and label.status = 'unverified'
                ) as "open_labels!: i64",
                exists (select 1 from lab_order where lab_order.procedure = procedure.id) as "ordered!: bool",
                exists (
                    select 1 from note
                    join note_version on note_version.note = note.id
                    where note.procedure = procedure.id
                ) as "signed!: bool",
                (
                    select by_whom from called_off
                    where called_off.visit = visit.id and visit.status = 'cancelled'
                    order by called_off.place desc
                    limit 1
                ) as "called_off: Word<CancelledBy>"
            from visit
            join patient_now on patient_now.id = visit.patient
            join patient on patient.id = patient_now.now
            join procedure on procedure.visit = visit.id
            where visit.booked_date = ?
            order by visit.booked_time, visit.id
            "#,
            date,
        )
        .fetch_all(self.conn())
        .await?)
    }

    async fn lights_of(&mut self, visit: Uuid) -> Result<Vec<Light>, Error> {
        Ok(sqlx::query_as!(
            Light,
            r#"
            select act, word as verdict, nullif(reason, '') as "reason: String"
            from verdict
            where visit = ?
            order by case act when 'dre' then 1 when 'mas' then 2 else 3 end
            "#,
            visit,
        )
        .fetch_all(self.conn())
        .await?)
    }

    /// The last reading in one line, such as `36.8 °C · 72/min · 128/78 · 09:12`.
    async fn vitals_line(&mut self, visit: Uuid) -> Result<Option<String>, Error> {
        let last = sqlx::query!(
            r#"
            select at as "at: Stamp", temperature, temperature_unit, pulse, systolic, diastolic
            from vital_signs
            where visit = ?
                and not exists (select 1 from vital_signs as later where later.corrects = vital_signs.id)
            order by at desc, id desc
            limit 1
            "#,
            visit,
        )
        .fetch_optional(self.conn())
        .await?;
        Ok(last.map(|reading| {
            let temperature = reading.temperature.map(|tenths| {
                let unit = if reading.temperature_unit.as_deref() == Some("degF") { "°F" } else { "°C" };
                format!("{}.{} {unit}", tenths / 10, tenths % 10)
            });
            let pressure = reading.systolic.zip(reading.diastolic).map(|(over, under)| format!("{over}/{under}"));
            let hour = Moment::from(reading.at).local().format("%H:%M").to_string();
            let parts = [temperature, reading.pulse.map(|pulse| format!("{pulse}/min")), pressure, Some(hour)];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        }))
    }

    async fn glass_row(&mut self, procedure: Uuid) -> Result<Vec<GlassView>, Error> {
        Ok(sqlx::query_as!(
            GlassView,
            "select role, status as state from specimen where procedure = ? and further = 0 order by position",
            procedure,
        )
        .fetch_all(self.conn())
        .await?)
    }

    /// Work that somebody must still finish, of the month up to `day`.
    async fn open_loops(&mut self, day: NaiveDate) -> Result<Vec<OpenLoop>, Error> {
        let (to, from) = (day.to_string(), (day - TimeDelta::days(31)).to_string());
        let open = sqlx::query!(
            r#"
            select
                count(*) filter (
                    where procedure.status not in ('planned', 'underway', 'entered-in-error')
                    and not exists (
                        select 1 from note
                        join note_version on note_version.note = note.id
                        where note.procedure = procedure.id
                    )
                ) as "unsigned!: i64",
                count(*) filter (
                    where exists (
                        select 1 from specimen
                        join label on label.specimen = specimen.id
                        where specimen.procedure = procedure.id and label.status = 'unverified'
                    )
                ) as "unverified!: i64",
                count(*) filter (
                    where procedure.status not in ('planned', 'underway', 'entered-in-error')
                    and exists (
                        select 1 from specimen
                        where specimen.procedure = procedure.id and specimen.accession is not null
                        and specimen.status <> 'discarded'
                    )
                    and not exists (
                        select 1 from lab_order
                        where lab_order.procedure = procedure.id and lab_order.status = 'written'
                    )
                ) as "unordered!: i64"
            from visit
            join procedure on procedure.visit = visit.id
            where visit.booked_date between ? and ?
            "#,
            from,
            to,
        )
        .fetch_one(self.conn())
        .await?;
        let unreviewed = sqlx::query_scalar!(
            r#"
            select count(*) as "open!: i64"
            from incident
            where not exists (select 1 from incident_review where incident_review.incident = incident.id)
            "#
        )
        .fetch_one(self.conn())
        .await?;
        let misplaced = i64::try_from(self.wrong_patients_open().await?.len()).unwrap_or(i64::MAX);
        let loops = [
            (
                "wrong-patients",
                misplaced,
                [
                    "visit moved to the right patient, not yet settled",
                    "visits moved to the right patient, not yet settled",
                ],
            ),
            ("unreviewed-incidents", unreviewed, ["incident to review", "incidents to review"]),
            ("unsigned-notes", open.unsigned, ["note to sign", "notes to sign"]),
            (
                "unverified-labels",
                open.unverified,
                ["procedure with labels to verify", "procedures with labels to verify"],
            ),
            (
                "unsent-orders",
                open.unordered,
                ["set without an order at the laboratory", "sets without an order at the laboratory"],
            ),
        ];
        Ok(loops
            .into_iter()
            .filter(|(_, count, _)| *count > 0)
            .map(|(kind, count, [one, many])| OpenLoop {
                kind: kind.to_owned(),
                count: u32::try_from(count).unwrap_or(u32::MAX),
                words: if count == 1 { one } else { many }.to_owned(),
            })
            .collect())
    }
}
