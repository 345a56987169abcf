//! Tubes that carry another patient's name, and how each becomes somebody's again.

use crate::{Error, Event, Reading, Stamp, Writing};
use clinic::ids::{PatientId, ProcedureId, SpecimenId, WrongPatientId};
use uuid::Uuid;

impl Reading {
    /// The tubes of a set that carry another patient's name.
    pub async fn quarantined_of(&mut self, procedure: ProcedureId) -> Result<Vec<SpecimenId>, Error> {
        let id = Uuid::from(procedure);
        let held = sqlx::query_scalar!(
            r#"
            select quarantine.specimen as "specimen: Uuid"
            from quarantine
            join specimen on specimen.id = quarantine.specimen
            where specimen.procedure = ? and quarantine.released_at is null
            "#,
            id,
        )
        .fetch_all(self.conn())
        .await?;
        Ok(held.into_iter().map(SpecimenId::from).collect())
    }
}

impl Writing {
    /// A tube carries the wrong name: it is nobody's.
    pub async fn quarantine(
        &mut self,
        specimen: SpecimenId,
        wrong_patient: WrongPatientId,
        patient: PatientId,
    ) -> Result<(), Error> {
        let (id, of, since) = (Uuid::from(specimen), Uuid::from(wrong_patient), Stamp::from(self.now()));
        sqlx::query!(
            "
            insert into quarantine (specimen, wrong_patient, since) values (?, ?, ?)
            on conflict (specimen) do update
            set wrong_patient = excluded.wrong_patient, since = excluded.since, released_at = null, released_how = null
            ",
            id,
            of,
            since,
        )
        .execute(self.conn())
        .await?;
        self.trace(Event::first("specimen.quarantine", format!("specimen/{id}"), &wrong_patient).about(patient)).await
    }

    /// A tube is relabelled or gone: nothing holds it any more. Nothing happens to one that was not held.
    pub async fn release_quarantine(
        &mut self,
        specimen: SpecimenId,
        how: &'static str,
        patient: PatientId,
    ) -> Result<(), Error> {
        let (id, at) = (Uuid::from(specimen), Stamp::from(self.now()));
        let released = sqlx::query!(
            "update quarantine set released_at = ?, released_how = ? where specimen = ? and released_at is null",
            at,
            how,
            id,
        )
        .execute(self.conn())
        .await?
        .rows_affected();
        if released == 0 {
            return Ok(());
        }
        self.trace(Event::seen("specimen.release", format!("specimen/{id}"), &how).about(patient)).await
    }
}
