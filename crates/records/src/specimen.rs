//! Specimens: where each planned glass stands, and the chain of custody that brought it there.

mod custody;

pub use custody::{CustodyEntry, CustodyRow};

use crate::label::LabelView;
use crate::relabel::RelabelView;
use crate::{Error, Event, Reading, Stamp, Word, Writing};
use clinic::Moment;
use clinic::accession::Accession;
use clinic::ids::{PatientId, ProcedureId, SpecimenId, StaffId, VisitId};
use clinic::label::{LabelCheck, VerifiedBy};
use clinic::specimen::{Amount, Appearance, Catch, CollectedHow, Handled, Specimen, SpecimenRole, SpecimenStatus};
use serde::Serialize;
use uuid::Uuid;

/// One specimen, loaded to be changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpecimenRecord {
    /// The specimen.
    pub id: SpecimenId,
    /// Whose set it belongs to.
    pub procedure: ProcedureId,
    /// Which glass.
    pub role: SpecimenRole,
    /// Its place among the planned glasses, from 1.
    pub position: i64,
    /// How many were planned.
    pub planned_of: i64,
    /// Its number, once it was stamped.
    pub accession: Option<Accession>,
    /// Who collected or received it.
    pub collected_by: Option<StaffId>,
    /// Its place among what was taken beside the glasses, from 1; 0 for a glass. Its position is then that of a bottle in
    /// its draw.
    pub further: i64,
    /// The version of the laboratory's own values under which it was stamped; none where the shipped ones stood.
    pub laboratory_version: Option<i64>,
    /// Where it stands.
    pub specimen: Specimen,
    /// The version that was read.
    pub version: i64,
}

/// One tube with everything that happened to it.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct SpecimenView {
    /// The specimen.
    pub specimen_id: SpecimenId,
    /// The procedure.
    pub procedure_id: ProcedureId,
    /// The visit.
    pub visit_id: VisitId,
    /// Which glass.
    pub role: SpecimenRole,
    /// Where it stands.
    pub status: SpecimenStatus,
    /// Its number, in the eleven signs of the bar code.
    pub accession: Option<Accession>,
    /// When it was collected.
    pub collected_at: Option<Moment>,
    /// It carries another patient's name: nobody's until it is relabelled or thrown away.
    pub quarantined: bool,
    /// Why it cannot be had a second time, where that is so: then it may be relabelled.
    pub irretrievable: Option<String>,
    /// Its running clock, while the culture waits.
    pub clock: Option<clinic::collection::TimerView>,
    /// Its labels, the latest last.
    pub labels: Vec<LabelView>,
    /// What its collector signed when it was labelled anew.
    pub relabels: Vec<RelabelView>,
    /// What happened, in order.
    pub custody: Vec<CustodyRow>,
}

struct Row {
    id: Uuid,
    procedure: Uuid,
    role: Word<SpecimenRole>,
    position: i64,
    planned_of: i64,
    status: Word<SpecimenStatus>,
    accession: Option<Word<Accession>>,
    collected_at: Option<Stamp>,
    collected_by: Option<Uuid>,
    further: i64,
    laboratory_version: Option<i64>,
    amount: Option<Word<Amount>>,
    appearance: Option<Word<Appearance>>,
    how: Option<Word<CollectedHow>>,
    verified_at: Option<Stamp>,
    verified_by: Option<Uuid>,
    verified_how: Option<Word<VerifiedBy>>,
    handled_at: Option<Stamp>,
    handled_by: Option<Uuid>,
    storage_place: Option<String>,
    reason: Option<String>,
    version: i64,
}

impl Row {
    fn catch(&self) -> Option<Catch> {
        Some(Catch {
            at: self.collected_at?.into(),
            amount: self.amount.as_ref()?.0,
            appearance: self.appearance.as_ref().map(|word| word.0),
            how: self.how.as_ref()?.0,
        })
    }

    fn check(&self) -> Option<LabelCheck> {
        let by = self.verified_by?.into();
        Some(LabelCheck { at: self.verified_at?.into(), by, how: self.verified_how.as_ref()?.0 })
    }

    fn handled(&self) -> Option<Handled> {
        let place = self.storage_place.clone().unwrap_or_default();
        Some(Handled { at: self.handled_at?.into(), by: self.handled_by?.into(), place })
    }

    /// Why there is no tube, in the words of its state.
    fn why<R: std::str::FromStr>(&self) -> Option<R> {
        self.reason.as_ref()?.parse().ok()
    }

    fn specimen(&self) -> Option<Specimen> {
        Some(match self.status.0 {
            SpecimenStatus::Planned => Specimen::Planned,
            SpecimenStatus::Collected => Specimen::Collected(self.catch()?),
            SpecimenStatus::Verified => Specimen::Verified(self.catch()?, self.check()?),
            SpecimenStatus::Stored => Specimen::Stored(self.catch()?, self.check()?, self.handled()?),
            SpecimenStatus::Packed => Specimen::Packed(self.catch()?, self.check()?, self.handled()?),
            SpecimenStatus::NotObtained => Specimen::NotObtained(self.why()?, self.handled()?),
            SpecimenStatus::Discarded => Specimen::Discarded(self.catch()?, self.why()?, self.handled()?),
        })
    }
}

impl TryFrom<Row> for SpecimenRecord {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        let specimen = row.specimen().ok_or_else(|| Error::Damaged(format!("specimen {}", row.id)))?;
        Ok(Self {
            id: row.id.into(),
            procedure: row.procedure.into(),
            role: row.role.0,
            position: row.position,
            planned_of: row.planned_of,
            accession: row.accession.map(|word| word.0),
            collected_by: row.collected_by.map(Into::into),
            further: row.further,
            laboratory_version: row.laboratory_version,
            specimen,
            version: row.version,
        })
    }
}

impl Reading {
    /// The specimens of a set in the order of their collection, then what was taken beside it; empty before anything is
    /// planned or taken.
    pub async fn specimens_of(&mut self, procedure: ProcedureId) -> Result<Vec<SpecimenRecord>, Error> {
        self.tubes(procedure, false).await
    }

    /// The same to look at: of a set that was entered in error also those that now belong to the right patient.
    pub async fn specimens_shown(&mut self, procedure: ProcedureId) -> Result<Vec<SpecimenRecord>, Error> {
        self.tubes(procedure, true).await
    }

    async fn tubes(&mut self, procedure: ProcedureId, moved: bool) -> Result<Vec<SpecimenRecord>, Error> {
        let id = Uuid::from(procedure);
        let rows = sqlx::query_as!(
            Row,
            r#"
            select
                id as "id: Uuid",
                procedure as "procedure: Uuid",
                role as "role: Word<SpecimenRole>",
                position,
                planned_of,
                status as "status: Word<SpecimenStatus>",
                accession as "accession: Word<Accession>",
                collected_at as "collected_at: Stamp",
                collected_by as "collected_by: Uuid",
                further,
                laboratory_version,
                amount as "amount: Word<Amount>",
                appearance as "appearance: Word<Appearance>",
                how as "how: Word<CollectedHow>",
                verified_at as "verified_at: Stamp",
                verified_by as "verified_by: Uuid",
                verified_how as "verified_how: Word<VerifiedBy>",
                handled_at as "handled_at: Stamp",
                handled_by as "handled_by: Uuid",
                storage_place,
                reason,
                version
            from specimen
            where procedure = ?1
                or (?2 and procedure in (select to_procedure from wrong_patient where wrong_patient.procedure = ?1))
            order by further, position
            "#,
            id,
            moved,
        )
        .fetch_all(self.conn())
        .await?;
        rows.into_iter().map(SpecimenRecord::try_from).collect()
    }

    /// One specimen.
    pub async fn specimen(&mut self, specimen: SpecimenId) -> Result<SpecimenRecord, Error> {
        let id = Uuid::from(specimen);
        let procedure = sqlx::query_scalar!(r#"select procedure as "procedure: Uuid" from specimen where id = ?"#, id)
            .fetch_optional(self.conn())
            .await?
            .ok_or(Error::NotFound("specimen"))?;
        let of_set = self.specimens_of(procedure.into()).await?;
        of_set.into_iter().find(|record| record.id == specimen).ok_or(Error::NotFound("specimen"))
    }

    /// The specimen that carries this number.
    pub async fn specimen_numbered(&mut self, accession: Accession) -> Result<Option<SpecimenId>, Error> {
        let number = accession.compact();
        let found = sqlx::query_scalar!(r#"select id as "id: Uuid" from specimen where accession = ?"#, number)
            .fetch_optional(self.conn())
            .await?;
        Ok(found.map(SpecimenId::from))
    }

    /// One specimen with its labels, its custody and its clock at `now`.
    pub async fn specimen_view(&mut self, specimen: SpecimenId, now: Moment) -> Result<SpecimenView, Error> {
        let record = self.specimen(specimen).await?;
        let visit = self.visit_of_procedure(record.procedure).await?;
        let entry = self.entry_of(&record, now).await?;
        Ok(SpecimenView {
            specimen_id: specimen,
            procedure_id: record.procedure,
            visit_id: visit.visit_id,
            role: record.role,
            status: record.specimen.status(),
            accession: record.accession,
            collected_at: record.specimen.catch().map(|catch| catch.at),
            quarantined: self.quarantined_of(record.procedure).await?.contains(&specimen),
            irretrievable: entry.irretrievable.as_ref().map(|why| why.because.clone()),
            clock: record.specimen.clock(&entry, now),
            labels: self.labels_of(specimen).await?,
            relabels: self.relabels_of(specimen).await?,
            custody: self.custody_of(specimen).await?,
        })
    }
}

impl Writing {
    /// Moves a specimen on, with its line in the chain of custody. `to` is `from` with what the step changed.
    ///
    /// # Errors
    /// [`Error::Stale`] when it is no longer in the version that was read.
    pub async fn move_specimen(
        &mut self,
        from: &SpecimenRecord,
        to: &SpecimenRecord,
        entry: &CustodyEntry,
        patient: PatientId,
    ) -> Result<(), Error> {
        let id = Uuid::from(from.id);
        let (mut check, mut handled, mut reason) = (None, None, None);
        match &to.specimen {
            Specimen::Planned | Specimen::Collected(_) => {}
            Specimen::Verified(_, verified) => check = Some(verified),
            Specimen::Stored(_, verified, by) | Specimen::Packed(_, verified, by) => {
                (check, handled) = (Some(verified), Some(by));
            }
            Specimen::NotObtained(why, by) => (reason, handled) = (Some(why.as_str()), Some(by)),
            Specimen::Discarded(_, why, by) => (reason, handled) = (Some(why.as_str()), Some(by)),
        }
        let catch = to.specimen.catch();
        let status = Word(to.specimen.status());
        let accession = to.accession.map(Accession::compact);
        let collected_at = catch.map(|catch| Stamp::from(catch.at));
        let collected_by = to.collected_by.map(Uuid::from);
        let amount = catch.map(|catch| Word(catch.amount));
        let appearance = catch.and_then(|catch| catch.appearance).map(Word);
        let how = catch.map(|catch| Word(catch.how));
        let verified_at = check.map(|check| Stamp::from(check.at));
        let verified_by = check.map(|check| Uuid::from(check.by));
        let verified_how = check.map(|check| Word(check.how));
        let handled_at = handled.map(|handled| Stamp::from(handled.at));
        let handled_by = handled.map(|handled| Uuid::from(handled.by));
        let storage_place = handled.map(|handled| handled.place.clone()).filter(|place| !place.is_empty());
        let moved = sqlx::query!(
            "
            update specimen
            set
                status = ?, accession = ?, collected_at = ?, collected_by = ?, amount = ?, appearance = ?, how = ?,
                verified_at = ?, verified_by = ?, verified_how = ?, handled_at = ?, handled_by = ?, storage_place = ?,
                reason = ?, laboratory_version = ?, version = version + 1
            where id = ? and version = ?
            ",
            status,
            accession,
            collected_at,
            collected_by,
            amount,
            appearance,
            how,
            verified_at,
            verified_by,
            verified_how,
            handled_at,
            handled_by,
            storage_place,
            reason,
            to.laboratory_version,
            id,
            from.version,
        )
        .execute(self.conn())
        .await?
        .rows_affected();
        if moved == 0 {
            return Err(Error::Stale("specimen"));
        }
        self.add_custody(from.id, entry).await?;
        let object = format!("specimen/{id}");
        self.trace(Event::next("specimen.move", object, from.version, entry).about(patient)).await
    }
}
