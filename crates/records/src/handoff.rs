//! The handoff board: every set whose tubes or order are still in the house.

use crate::order::OrderView;
use crate::patient::PatientRow;
use crate::{Error, Reading, Word};
use clinic::Moment;
use clinic::accession::Accession;
use clinic::collection::TimerView;
use clinic::consent::{Consent, SpecimenWish};
use clinic::ids::{ProcedureId, SpecimenId, VisitId};
use clinic::patient::{BirthDate, LaboratorySex, Mrn, NamePart};
use clinic::procedure::ProcedureKind;
use clinic::specimen::{SpecimenRole, SpecimenStatus};
use serde::Serialize;
use uuid::Uuid;

/// One tube on the board.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct HandoffTube {
    /// The specimen.
    pub specimen_id: SpecimenId,
    /// Which glass.
    pub role: SpecimenRole,
    /// Where it stands.
    pub status: SpecimenStatus,
    /// Its number.
    pub accession: Option<Accession>,
    /// It carries another patient's name.
    pub quarantined: bool,
    /// It was taken beside the glasses, and no order names it yet.
    pub unordered: bool,
    /// It is put into no refrigerator.
    pub never_cold: bool,
    /// The clock of its culture.
    pub clock: Option<TimerView>,
}

/// One set on the board.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct HandoffSet {
    /// The procedure.
    pub procedure_id: ProcedureId,
    /// The visit.
    pub visit_id: VisitId,
    /// Whose.
    pub patient: PatientRow,
    /// What was done.
    pub kind: ProcedureKind,
    /// Day of the visit.
    pub date: String,
    /// Every planned glass, in order.
    pub tubes: Vec<HandoffTube>,
    /// The order; none before it was made.
    pub order: Option<OrderView>,
    /// What is missing before it can leave, in words; empty when nothing is.
    pub missing: Vec<String>,
}

struct Row {
    procedure_id: Uuid,
    visit_id: Uuid,
    patient_id: Uuid,
    family: Word<NamePart>,
    given: Word<NamePart>,
    birth_date: Word<BirthDate>,
    mrn: Word<Mrn>,
    sex: Word<LaboratorySex>,
    kind: Word<ProcedureKind>,
    date: String,
}

impl Reading {
    /// Sets with a tube in the house or an order not yet written, and those of `today` that are done; the oldest first.
    pub async fn handoff(&mut self, now: Moment) -> Result<Vec<HandoffSet>, Error> {
        let today = now.date().to_string();
        let rows = sqlx::query_as!(
            Row,
            r#"
            select
                procedure.id as "procedure_id: Uuid",
                visit.id as "visit_id: Uuid",
                patient.id as "patient_id: Uuid",
                patient.family as "family: Word<NamePart>",
                patient.given as "given: Word<NamePart>",
                patient.birth_date as "birth_date: Word<BirthDate>",
                patient.mrn as "mrn: Word<Mrn>",
                patient.sex as "sex: Word<LaboratorySex>",
                procedure.kind as "kind: Word<ProcedureKind>",
                visit.booked_date as date
            from procedure
            join visit on visit.id = procedure.visit
            join patient_now on patient_now.id = visit.patient
            join patient on patient.id = patient_now.now
            where exists (
                    select 1 from specimen
                    where specimen.procedure = procedure.id
                        and (
                            specimen.status in ('collected', 'verified', 'stored')
                            or (specimen.status = 'packed' and visit.booked_date = ?1)
                        )
                )
                or exists (
                    select 1 from lab_order
                    where lab_order.procedure = procedure.id and lab_order.status <> 'written'
                        and lab_order.cancelled_at is null
                )
                or exists (
                    select 1 from order_change
                    join lab_order on lab_order.id = order_change.lab_order
                    where lab_order.procedure = procedure.id and order_change.status <> 'written'
                )
            order by visit.booked_date, visit.booked_time
            "#,
            today,
        )
        .fetch_all(self.conn())
        .await?;
        let mut sets = Vec::new();
        for row in rows {
            sets.push(self.handoff_set(row, now).await?);
        }
        Ok(sets)
    }

    async fn handoff_set(&mut self, row: Row, now: Moment) -> Result<HandoffSet, Error> {
        let procedure_id = row.procedure_id.into();
        let order = self.order_of(procedure_id).await?;
        let quarantined = self.quarantined_of(procedure_id).await?;
        let mut tubes = Vec::new();
        for record in self.specimens_of(procedure_id).await? {
            let entry = self.entry_of(&record, now).await?;
            let further = record.role.is_further() && record.specimen.status().is_here();
            tubes.push(HandoffTube {
                specimen_id: record.id,
                role: record.role,
                status: record.specimen.status(),
                accession: record.accession,
                quarantined: quarantined.contains(&record.id),
                never_cold: record.role.never_cold(),
                unordered: further && !self.is_ordered(record.id).await?,
                clock: record.specimen.clock(&entry, now),
            });
        }
        let consents = self.consents_of(row.visit_id.into(), now).await?;
        let held = consents.iter().any(|stored| match &stored.consent {
            Consent::Withdrawn { withdrawal, .. } => withdrawal.wish() == SpecimenWish::Held,
            _ => false,
        });
        let missing = if held {
            vec!["held: the patient withdrew consent and has not said what becomes of it".to_owned()]
        } else {
            missing(&tubes, order.as_ref())
        };
        Ok(HandoffSet {
            procedure_id,
            visit_id: row.visit_id.into(),
            patient: PatientRow {
                patient_id: row.patient_id.into(),
                family: row.family.0,
                given: row.given.0,
                birth_date: row.birth_date.0,
                mrn: row.mrn.0,
                sex: row.sex.0,
            },
            kind: row.kind.0,
            date: row.date,
            tubes,
            order,
            missing,
        })
    }
}

fn missing(tubes: &[HandoffTube], order: Option<&OrderView>) -> Vec<String> {
    let mut missing: Vec<String> = (tubes.iter())
        .filter_map(|tube| match tube.status {
            SpecimenStatus::Discarded => None,
            _ if tube.quarantined => Some(format!("{} carries another patient’s name", tube.role.code())),
            SpecimenStatus::Planned => Some(format!("{} has no end yet", tube.role.code())),
            SpecimenStatus::Collected => Some(format!("the label of {} is not verified", tube.role.code())),
            _ => None,
        })
        .collect();
    match order {
        None => missing.push("the order is not made".to_owned()),
        Some(order) if order.cancelled_at.is_some() => {}
        Some(_) if tubes.iter().any(|tube| tube.unordered) => {
            let codes: Vec<_> = tubes.iter().filter(|tube| tube.unordered).map(|tube| tube.role.code()).collect();
            missing.push(format!("{} not yet ordered", codes.join(", ")));
        }
        Some(order) if order.status != clinic::order::OrderStatus::Written => {
            missing.push("the order is not in the laboratory’s folder".to_owned());
        }
        Some(_) => {}
    }
    missing
}
