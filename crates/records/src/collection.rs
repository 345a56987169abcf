//! Collections: what was recorded of one specimen set, and the room's view of it.

use crate::label::LabelView;
use crate::specimen::{CustodyEntry, SpecimenRecord};
use crate::{Error, Event, Reading, Stamp, Word, Writing};
use chrono::Datelike;
use clinic::Moment;
use clinic::accession::Accession;
use clinic::catalogue::CatalogueEntry;
use clinic::collection::{Afterwards, Collection, CollectionEvent, CollectionRefusal, Recorded};
use clinic::ids::{PatientId, ProcedureId, SpecimenId, StaffId, VisitId};
use clinic::patient::NamePart;
use clinic::specimen::{
    Appearance, CustodyEvent, DiscardReason, NotObtainedReason, Specimen, SpecimenRole, SpecimenStatus,
};
use serde::Serialize;
use uuid::Uuid;

use crate::visit::VisitState;

/// One glass, as its tile shows it.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct CollectionGlass {
    /// The specimen.
    pub specimen_id: SpecimenId,
    /// Which glass.
    pub role: SpecimenRole,
    /// What it is, in words.
    pub title: String,
    /// The volume to aim at.
    pub target: String,
    /// Where it stands.
    pub status: SpecimenStatus,
    /// Its number, in the eleven signs of the bar code.
    pub accession: Option<Accession>,
    /// When it was collected.
    pub collected_at: Option<Moment>,
    /// How much, in words.
    pub amount: Option<String>,
    /// How it looks, when somebody said so.
    pub appearance: Option<Appearance>,
    /// Less than the laboratory wants: it may answer “quantity not sufficient”.
    pub insufficient: bool,
    /// Why there is none.
    pub reason: Option<NotObtainedReason>,
    /// Why it was thrown away.
    pub discarded: Option<DiscardReason>,
    /// The label that counts; none before it was stamped.
    pub label: Option<LabelView>,
}

struct EventRow {
    at: Stamp,
    staff: Uuid,
    body: String,
    happened_at: Option<Stamp>,
    because: Option<String>,
}

impl EventRow {
    fn recorded(self) -> Result<Recorded, Error> {
        let event: CollectionEvent =
            serde_json::from_str(&self.body).map_err(|problem| Error::Damaged(problem.to_string()))?;
        let told = self.happened_at.zip(self.because);
        let afterwards = told.map(|(happened, because)| Afterwards { happened: happened.into(), because });
        Ok(Recorded { at: self.at.into(), by: StaffId::from(self.staff), event, afterwards })
    }
}

/// A massage during which the station stopped: nobody has said yet how it ended.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct InterruptedMassage {
    /// The procedure.
    pub procedure_id: ProcedureId,
    /// Its visit.
    pub visit_id: VisitId,
    /// The patient.
    pub patient_id: PatientId,
    /// Family name.
    pub family: NamePart,
    /// Given names.
    pub given: NamePart,
}

impl Reading {
    /// Massages that were begun before the station was opened at `opened`, and have no end.
    pub async fn interrupted_massages(&mut self, opened: Moment) -> Result<Vec<InterruptedMassage>, Error> {
        let opened = Stamp::from(opened);
        let rows = sqlx::query!(
            r#"
            select
                procedure.id as "procedure_id: Uuid",
                procedure.visit as "visit_id: Uuid",
                patient_now.now as "patient_id!: Uuid",
                patient.family as "family: Word<NamePart>",
                patient.given as "given: Word<NamePart>"
            from collection_event as started
            join procedure on procedure.id = started.procedure
            join visit on visit.id = procedure.visit
            join patient_now on patient_now.id = visit.patient
            join patient on patient.id = patient_now.now
            where started.body ->> '$.what' = 'massage-started' and started.at < ?
                and not exists (
                    select 1
                    from collection_event as later
                    where later.procedure = started.procedure and later.place > started.place
                        and later.body ->> '$.what' like 'massage-%'
                )
            order by started.at
            "#,
            opened,
        )
        .fetch_all(self.conn())
        .await?;
        let read = rows.into_iter().map(|row| InterruptedMassage {
            procedure_id: row.procedure_id.into(),
            visit_id: row.visit_id.into(),
            patient_id: row.patient_id.into(),
            family: row.family.0,
            given: row.given.0,
        });
        Ok(read.collect())
    }

    /// What was recorded of the collection of a procedure; none before it is planned.
    pub async fn collection(&mut self, visit: &VisitState) -> Result<Option<Collection>, Error> {
        let id = Uuid::from(visit.procedure_id);
        let planned = sqlx::query_scalar!("select version from collection where procedure = ? and planned = 1", id)
            .fetch_optional(self.conn())
            .await?;
        if planned.is_none() {
            return Ok(None);
        }
        let rows = sqlx::query_as!(
            EventRow,
            r#"
            select at as "at: Stamp", staff as "staff: Uuid", body, happened_at as "happened_at: Stamp", because
            from collection_event
            where procedure = ?
            order by place
            "#,
            id,
        )
        .fetch_all(self.conn())
        .await?;
        let record: Result<Vec<_>, _> = rows.into_iter().map(EventRow::recorded).collect();
        Collection::replay(visit.kind, record?)
            .map(Some)
            .map_err(|problem: CollectionRefusal| Error::Damaged(problem.to_string()))
    }

    /// The glasses of a set, each with the label that counts. What was taken beside them is not among them.
    pub async fn glasses_of(&mut self, procedure: ProcedureId, now: Moment) -> Result<Vec<CollectionGlass>, Error> {
        let mut glasses = Vec::new();
        let shown = self.specimens_shown(procedure).await?;
        for record in shown.into_iter().filter(|record| !record.role.is_further()) {
            let label = self.labels_of(record.id).await?.pop();
            let entry = self.entry_of(&record, now).await?;
            glasses.push(glass(&record, &entry, label));
        }
        Ok(glasses)
    }

    /// The last sign of life of the session in which a massage began: a trace in the trail, or the pulse of the massage,
    /// before the first sign-on after it. None while nobody has signed on since.
    pub async fn last_alive(&mut self, procedure: ProcedureId, began: Moment) -> Result<Option<Moment>, Error> {
        let subject = procedure.to_string();
        let began = Stamp::from(began);
        let next = sqlx::query_scalar!(
            r#"select min(at) as "at: Stamp" from audit_index where action = 'sign-on' and at > ?"#,
            began,
        )
        .fetch_one(self.conn())
        .await?;
        let Some(opened) = next else { return Ok(None) };
        let alive = sqlx::query_scalar!(
            r#"
            select max(at) as "at: Stamp"
            from (
                select max(at) as at from audit_index where at < ?1
                union all
                select max(saved_at) from draft where place = 'massage' and subject = ?2 and saved_at < ?1
            )
            "#,
            opened,
            subject,
        )
        .fetch_one(self.conn())
        .await?;
        Ok(alive.map(Moment::from))
    }
}

fn glass(record: &SpecimenRecord, entry: &CatalogueEntry, label: Option<LabelView>) -> CollectionGlass {
    let catch = record.specimen.catch();
    CollectionGlass {
        specimen_id: record.id,
        role: record.role,
        title: entry.title.clone(),
        target: entry.target.clone(),
        status: record.specimen.status(),
        accession: record.accession,
        collected_at: catch.map(|catch| catch.at),
        amount: catch.map(|catch| catch.amount.to_string()),
        appearance: catch.and_then(|catch| catch.appearance),
        insufficient: catch.is_some_and(|catch| catch.amount.insufficient(entry.minimum)),
        reason: match record.specimen {
            Specimen::NotObtained(reason, _) => Some(reason),
            _ => None,
        },
        discarded: match record.specimen {
            Specimen::Discarded(_, reason, _) => Some(reason),
            _ => None,
        },
        label,
    }
}

impl Writing {
    /// Plans the set of a procedure: one specimen for each glass, awaited.
    pub async fn plan_collection(&mut self, visit: &VisitState) -> Result<Collection, Error> {
        let collection =
            Collection::plan(visit.kind).map_err(|_| Error::NotFound("guided collection for this procedure"))?;
        let procedure = Uuid::from(visit.procedure_id);
        let planned_at = Stamp::from(self.now());
        // Something may have been taken beside it before: then its number is there, and now its glasses follow.
        sqlx::query!(
            "
            insert into collection (procedure, planned_at, planned, version) values (?, ?, 1, 1)
            on conflict (procedure) do update
            set planned_at = excluded.planned_at, planned = 1, version = version + 1
            ",
            procedure,
            planned_at,
        )
        .execute(self.conn())
        .await?;
        let planned_of = i64::try_from(collection.planned().len()).unwrap_or(i64::MAX);
        let status = Word(SpecimenStatus::Planned);
        for (role, position) in collection.planned().iter().zip(1_i64..) {
            let specimen: SpecimenId = self.id();
            let (id, role) = (Uuid::from(specimen), Word(*role));
            sqlx::query!(
                "
                insert into specimen (id, procedure, role, position, planned_of, status, version)
                values (?, ?, ?, ?, ?, ?, 1)
                ",
                id,
                procedure,
                role,
                position,
                planned_of,
                status,
            )
            .execute(self.conn())
            .await?;
            let entry = CustodyEntry::new(CustodyEvent::Planned, self.now());
            self.add_custody(specimen, &entry).await?;
        }
        let object = format!("collection/{procedure}");
        self.trace(Event::first("collection.plan", object, &collection.planned()).about(visit.patient_id)).await?;
        Ok(collection)
    }

    /// Keeps what an act added to a collection after its first `known` entries.
    pub async fn record_collection(
        &mut self,
        visit: &VisitState,
        collection: &Collection,
        known: usize,
    ) -> Result<(), Error> {
        let procedure = Uuid::from(visit.procedure_id);
        for (recorded, index) in collection.record().iter().zip(1_i64..).skip(known) {
            let at = Stamp::from(recorded.at);
            let staff = Uuid::from(recorded.by);
            let body = serde_json::to_string(&recorded.event).map_err(|problem| Error::Damaged(problem.to_string()))?;
            let told = recorded.afterwards.as_ref();
            let happened = told.map(|told| Stamp::from(told.happened));
            let because = told.map(|told| told.because.as_str());
            sqlx::query!(
                "
                insert into collection_event (procedure, place, at, staff, body, happened_at, because)
                values (?, ?, ?, ?, ?, ?, ?)
                ",
                procedure,
                index,
                at,
                staff,
                body,
                happened,
                because,
            )
            .execute(self.conn())
            .await?;
            let object = format!("collection/{procedure}");
            let request = (&recorded.event, told);
            let event = Event::next("collection.record", object, index, &request).about(visit.patient_id);
            self.trace(Event { purpose: because, ..event }).await?;
        }
        Ok(())
    }

    /// The collection's own accession number; the first stamp of a set issues it, from the counter of clinic and year.
    pub async fn collection_number(&mut self, procedure: ProcedureId) -> Result<Accession, Error> {
        let id = Uuid::from(procedure);
        let issued = sqlx::query_scalar!(
            r#"select number as "number: Word<Accession>" from collection where procedure = ?"#,
            id,
        )
        .fetch_optional(self.conn())
        .await?
        .ok_or(Error::NotFound("collection"))?;
        if let Some(Word(number)) = issued {
            return Ok(number);
        }
        let number = self.next_accession().await?;
        let text = number.compact();
        sqlx::query!("update collection set number = ?, version = version + 1 where procedure = ?", text, id)
            .execute(self.conn())
            .await?;
        Ok(number)
    }

    /// The next number of clinic and year.
    pub(crate) async fn next_accession(&mut self) -> Result<Accession, Error> {
        let year = self.now().date().year();
        let site = self.clinic().await?.ok_or(Error::NotFound("clinic"))?.site_letter.letter();
        let counter = self.next_number(&format!("accession-{site}-{year}")).await?;
        let damaged = |_| Error::Damaged(format!("accession counter {counter}"));
        let counter = u32::try_from(counter).map_err(|_| Error::Damaged("accession counter".to_owned()))?;
        Accession::new(site, year, counter, 0).map_err(damaged)
    }
}
