//! What was taken beside the glasses of a procedure: what each container is, its number, and what was reported of it.

use crate::specimen::{CustodyEntry, SpecimenRecord};
use crate::visit::VisitState;
use crate::{Error, Event, Reading, Stamp, Word, Writing};
use clinic::Moment;
use clinic::accession::Accession;
use clinic::catalogue;
use clinic::further::{FurtherFacts, FurtherReport};
use clinic::ids::{FurtherReportId, PatientId, ProcedureId, SpecimenId};
use clinic::specimen::{CustodyEvent, SpecimenRole, SpecimenStatus};
use serde::Serialize;
use uuid::Uuid;

/// One version of a report, as its room shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct StoredFurtherReport {
    /// This version.
    pub report_id: FurtherReportId,
    /// Its number, from 1.
    pub version: i32,
    /// What was typed in.
    pub report: FurtherReport,
    /// Why it follows an earlier one.
    pub reason: Option<String>,
    /// When it was entered.
    pub at: Moment,
    /// By whom.
    pub by: String,
}

fn read<T: serde::de::DeserializeOwned>(body: &str, what: &str) -> Result<T, Error> {
    serde_json::from_str(body).map_err(|problem| Error::Damaged(format!("{what}: {problem}")))
}

fn write(value: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|problem| Error::Damaged(problem.to_string()))
}

impl Reading {
    /// What a further specimen is beside its role; none for a glass.
    pub async fn further_of(&mut self, specimen: SpecimenId) -> Result<Option<FurtherFacts>, Error> {
        let id = Uuid::from(specimen);
        let body = sqlx::query_scalar!("select body from further_specimen where specimen = ?", id)
            .fetch_optional(self.conn())
            .await?;
        body.map(|body| read(&body, "further specimen")).transpose()
    }

    /// Every version of what was reported of a further specimen, the first one first.
    pub async fn further_reports_of(&mut self, specimen: SpecimenId) -> Result<Vec<StoredFurtherReport>, Error> {
        let id = Uuid::from(specimen);
        let rows = sqlx::query!(
            r#"
            select
                further_report.id as "id: Uuid",
                further_report.version as "version: i32",
                further_report.body,
                further_report.reason,
                further_report.at as "at: Stamp",
                staff.name
            from further_report
            join staff on staff.id = further_report.staff
            where further_report.specimen = ?
            order by further_report.version
            "#,
            id,
        )
        .fetch_all(self.conn())
        .await?;
        let mut versions = Vec::new();
        for row in rows {
            versions.push(StoredFurtherReport {
                report_id: row.id.into(),
                version: row.version,
                report: read(&row.body, "further report")?,
                reason: row.reason,
                at: row.at.into(),
                by: row.name,
            });
        }
        Ok(versions)
    }

    /// Whether an order that stands names a specimen.
    pub async fn is_ordered(&mut self, specimen: SpecimenId) -> Result<bool, Error> {
        let id = Uuid::from(specimen);
        let last = sqlx::query_scalar!(
            r#"
            select event as "event: Word<CustodyEvent>"
            from custody
            where specimen = ? and event in ('ordered', 'order-changed', 'order-cancelled')
            order by seq desc
            limit 1
            "#,
            id,
        )
        .fetch_optional(self.conn())
        .await?;
        Ok(last.is_some_and(|Word(event)| event != CustodyEvent::OrderCancelled))
    }
}

impl Writing {
    /// Makes room for one container beside the glasses of a procedure: awaited, and collected in the same step. `of` is the
    /// place of the bottle in its draw, and how many the draw has.
    pub async fn add_further(
        &mut self,
        visit: &VisitState,
        role: SpecimenRole,
        of: (i64, i64),
        facts: &FurtherFacts,
    ) -> Result<SpecimenRecord, Error> {
        let procedure = Uuid::from(visit.procedure_id);
        let (at, staff) = (Stamp::from(self.now()), Uuid::from(self.who().staff));
        sqlx::query!(
            "
            insert into collection (procedure, planned_at, planned, version) values (?, ?, 0, 1)
            on conflict (procedure) do nothing
            ",
            procedure,
            at,
        )
        .execute(self.conn())
        .await?;
        let place = sqlx::query_scalar!(
            r#"select coalesce(max(further), 0) + 1 as "place!: i64" from specimen where procedure = ?"#,
            procedure,
        )
        .fetch_one(self.conn())
        .await?;
        let specimen: SpecimenId = self.id();
        let (id, word, status) = (Uuid::from(specimen), Word(role), Word(SpecimenStatus::Planned));
        let (position, planned_of) = of;
        sqlx::query!(
            "
            insert into specimen (id, procedure, role, position, planned_of, further, status, version)
            values (?, ?, ?, ?, ?, ?, ?, 1)
            ",
            id,
            procedure,
            word,
            position,
            planned_of,
            place,
            status,
        )
        .execute(self.conn())
        .await?;
        let body = write(facts)?;
        let content_version = &catalogue::catalogue().version;
        sqlx::query!(
            "
            insert into further_specimen (specimen, body, content_version, at, staff, version)
            values (?, ?, ?, ?, ?, 1)
            ",
            id,
            body,
            content_version,
            at,
            staff,
        )
        .execute(self.conn())
        .await?;
        self.add_custody(specimen, &CustodyEntry::new(CustodyEvent::Planned, self.now())).await?;
        let object = format!("specimen/{specimen}");
        self.trace(Event::first("specimen.add-further", object, &(role, facts)).about(visit.patient_id)).await?;
        self.specimen(specimen).await
    }

    /// The next number beside the glasses of a procedure: of its own collection while a digit is free, then of a new one.
    pub async fn further_number(
        &mut self,
        procedure: ProcedureId,
        planned: &[SpecimenRole],
    ) -> Result<Accession, Error> {
        let set = self.collection_number(procedure).await?;
        let taken: Vec<_> =
            self.specimens_of(procedure).await?.into_iter().filter_map(|record| record.accession).collect();
        if let Some(number) = set.beside(planned, &taken) {
            return Ok(number);
        }
        let own = self.next_accession().await?;
        own.beside(&[], &[]).ok_or_else(|| Error::Damaged(format!("collection number {own}")))
    }

    /// Keeps what a further specimen is, after something of it was put right.
    pub async fn change_further(
        &mut self,
        specimen: SpecimenId,
        facts: &FurtherFacts,
        patient: PatientId,
    ) -> Result<(), Error> {
        let (id, body) = (Uuid::from(specimen), write(facts)?);
        let version = sqlx::query_scalar!(
            "update further_specimen set body = ?, version = version + 1 where specimen = ? returning version",
            body,
            id,
        )
        .fetch_optional(self.conn())
        .await?
        .ok_or(Error::NotFound("further specimen"))?;
        let object = format!("specimen/{specimen}");
        self.trace(Event::next("specimen.change-further", object, version, facts).about(patient)).await
    }

    /// Adds what was reported of a further specimen, or a further version of it with its reason.
    pub async fn keep_further_report(
        &mut self,
        specimen: SpecimenId,
        version: i64,
        report: &FurtherReport,
        reason: Option<&str>,
        patient: PatientId,
    ) -> Result<(), Error> {
        let new: FurtherReportId = self.id();
        let (id, of, body) = (Uuid::from(new), Uuid::from(specimen), write(report)?);
        let (at, staff) = (Stamp::from(self.now()), Uuid::from(self.who().staff));
        sqlx::query!(
            "insert into further_report (id, specimen, version, body, reason, at, staff) values (?, ?, ?, ?, ?, ?, ?)",
            id,
            of,
            version,
            body,
            reason,
            at,
            staff,
        )
        .execute(self.conn())
        .await
        .map_err(|problem| crate::taken(problem, "report"))?;
        let object = format!("further-report/{new}");
        self.trace(Event::first("further-report.enter", object, &(specimen, report)).about(patient)).await
    }
}
