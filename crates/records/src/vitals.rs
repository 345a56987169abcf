//! Vital signs: every reading is kept, a mistyped one beside the one that puts it right.

use crate::screening::Corrects;
use crate::visit::VisitState;
use crate::{Error, Event, Reading, Stamp, Word, Writing};
use clinic::Moment;
use clinic::ids::{PatientId, VisitId};
use clinic::screening::{Temperature, TemperatureUnit, VitalSigns};
use serde::Serialize;
use uuid::Uuid;

/// A reading that nobody has put right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct StoredVitals {
    /// The reading, for the one that puts it right.
    pub id: Uuid,
    /// The visit at which it was taken.
    pub visit: VisitId,
    /// What was measured.
    pub signs: VitalSigns,
}

struct Row {
    id: Uuid,
    visit: Uuid,
    at: Stamp,
    staff: Uuid,
    temperature: Option<i64>,
    temperature_unit: Option<Word<TemperatureUnit>>,
    pulse: Option<i64>,
    systolic: Option<i64>,
    diastolic: Option<i64>,
    breaths: Option<i64>,
}

impl Row {
    fn stored(self) -> Result<StoredVitals, Error> {
        let damaged = || Error::Damaged(format!("vital signs {}", self.id));
        let number = |value: Option<i64>| value.map(u16::try_from).transpose().map_err(|_| damaged());
        let temperature = match (self.temperature, self.temperature_unit) {
            (Some(tenths), Some(Word(unit))) => {
                Some(Temperature { tenths: i32::try_from(tenths).map_err(|_| damaged())?, unit })
            }
            _ => None,
        };
        let signs = VitalSigns {
            at: self.at.into(),
            by: self.staff.into(),
            temperature,
            pulse: number(self.pulse)?,
            systolic: number(self.systolic)?,
            diastolic: number(self.diastolic)?,
            breaths: number(self.breaths)?,
        };
        Ok(StoredVitals { id: self.id, visit: self.visit.into(), signs })
    }
}

impl Reading {
    /// The readings that speak to a visit, of its patient since `since`, the oldest first; those that were put right are
    /// left out, and so is what was entered in error on this patient at another visit.
    pub async fn vitals_of(&mut self, visit: &VisitState, since: Moment) -> Result<Vec<StoredVitals>, Error> {
        let (id, of_visit) = (Uuid::from(visit.patient_id), Uuid::from(visit.visit_id));
        let since = Stamp::from(since);
        let rows = sqlx::query_as!(
            Row,
            r#"
            select
                vital_signs.id as "id: Uuid",
                vital_signs.visit as "visit: Uuid",
                vital_signs.at as "at: Stamp",
                vital_signs.staff as "staff: Uuid",
                vital_signs.temperature,
                vital_signs.temperature_unit as "temperature_unit: Word<TemperatureUnit>",
                vital_signs.pulse,
                vital_signs.systolic,
                vital_signs.diastolic,
                vital_signs.breaths
            from vital_signs
            join visit on visit.id = vital_signs.visit
            where (vital_signs.patient = ?1 or vital_signs.patient in (select merged from patient_merge where kept = ?1 and undone_at is null))
                and vital_signs.at >= ?2
                and (visit.id = ?3 or visit.status <> 'entered-in-error')
                and not exists (select 1 from vital_signs as later where later.corrects = vital_signs.id)
            order by vital_signs.at, vital_signs.id
            "#,
            id,
            since,
            of_visit,
        )
        .fetch_all(self.conn())
        .await?;
        rows.into_iter().map(Row::stored).collect()
    }
}

impl Writing {
    /// Adds a reading; `corrects` names the mistyped one that it replaces.
    pub async fn measure(
        &mut self,
        visit: VisitId,
        patient: PatientId,
        signs: &VitalSigns,
        corrects: Option<&Corrects<Uuid>>,
    ) -> Result<(), Error> {
        let id: Uuid = self.id();
        let (visit_id, patient_id) = (Uuid::from(visit), Uuid::from(patient));
        let (at, staff) = (Stamp::from(signs.at), Uuid::from(signs.by));
        let temperature = signs.temperature.map(|temperature| temperature.tenths);
        let unit = signs.temperature.map(|temperature| Word(temperature.unit));
        let wrong = corrects.map(|corrects| corrects.id);
        let reason = corrects.and_then(|corrects| corrects.reason.as_deref());
        let second = corrects.and_then(|corrects| corrects.second_person).map(Uuid::from);
        sqlx::query!(
            "
            insert into vital_signs (
                id, visit, patient, at, staff, temperature, temperature_unit, pulse, systolic, diastolic, breaths,
                corrects, reason, second_person
            )
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ",
            id,
            visit_id,
            patient_id,
            at,
            staff,
            temperature,
            unit,
            signs.pulse,
            signs.systolic,
            signs.diastolic,
            signs.breaths,
            wrong,
            reason,
            second,
        )
        .execute(self.conn())
        .await?;
        let action = if corrects.is_some() { "vitals.correct" } else { "vitals.measure" };
        let request = (signs, corrects);
        let event = Event::first(action, format!("vital-signs/{id}"), &request).about(patient);
        self.trace(Event { purpose: reason, ..event }).await
    }
}
