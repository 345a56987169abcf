//! Sets whose results wait for somebody: for the laboratory, for the urologist, or for the patient to be told.

use crate::patient::PatientRow;
use crate::{Error, Reading, Stamp, Word};
use clinic::Moment;
use clinic::ids::{ProcedureId, VisitId};
use clinic::patient::{BirthDate, LaboratorySex, Mrn, NamePart};
use clinic::procedure::ProcedureKind;
use clinic::result::ResultStage;
use serde::Serialize;
use uuid::Uuid;

/// One set whose results wait.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct OpenResult {
    /// The set.
    pub procedure_id: ProcedureId,
    /// Its visit.
    pub visit_id: VisitId,
    /// Whose.
    pub patient: PatientRow,
    /// In custody: the health unit is told.
    pub under_custody: bool,
    /// What was done.
    pub kind: ProcedureKind,
    /// What they wait for.
    pub stage: ResultStage,
    /// From when its term is counted.
    pub since: Moment,
    /// How often somebody has tried to tell.
    pub attempts: u32,
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
    under_custody: bool,
    kind: Word<ProcedureKind>,
    sent_at: Option<Stamp>,
    entered_at: Option<Stamp>,
    read_at: Option<Stamp>,
    attempts: i64,
}

impl Row {
    /// What it waits for, and since when; none when nothing was sent anywhere.
    fn stage(&self) -> Option<(ResultStage, Moment)> {
        match (self.entered_at, self.read_at) {
            (_, Some(read)) => Some((ResultStage::ToTell, read.into())),
            (Some(entered), None) => Some((ResultStage::ToRead, entered.into())),
            (None, None) => self.sent_at.map(|sent| (ResultStage::Awaited, sent.into())),
        }
    }
}

impl Reading {
    /// Every set whose results wait for somebody, whoever waits longest first.
    pub async fn open_results(&mut self) -> Result<Vec<OpenResult>, Error> {
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
                patient.under_custody as "under_custody: bool",
                procedure.kind as "kind: Word<ProcedureKind>",
                lab_order.written_at as "sent_at?: Stamp",
                latest.at as "entered_at?: Stamp",
                result_acknowledgement.at as "read_at?: Stamp",
                (select count(*) from result_telling where result_telling.result = latest.id) as "attempts!: i64"
            from procedure
            join visit on visit.id = procedure.visit
            join patient_now on patient_now.id = visit.patient
            join patient on patient.id = patient_now.now
            left join lab_order on lab_order.procedure = procedure.id and lab_order.status = 'written'
            left join result as latest on latest.procedure = procedure.id
                and latest.version = (select max(version) from result where result.procedure = procedure.id)
            left join result_acknowledgement on result_acknowledgement.result = latest.id
            where procedure.status <> 'entered-in-error'
                -- The score of a kit is not typed in: nothing here could ever close it.
                and procedure.kind in ('four-glass', 'two-glass', 'eps')
                and (
                    latest.id is not null
                    or lab_order.id is not null
                        and lab_order.cancelled_at is null
                        and exists (
                            select 1 from specimen
                            where specimen.procedure = procedure.id and specimen.accession is not null
                                and specimen.status <> 'discarded'
                        )
                )
                and not exists (
                    select 1 from result_telling
                    where result_telling.result = latest.id and result_telling.ends = 1
                )
            "#,
        )
        .fetch_all(self.conn())
        .await?;
        let mut open: Vec<OpenResult> = rows
            .into_iter()
            .filter_map(|row| {
                let (stage, since) = row.stage()?;
                Some(OpenResult {
                    procedure_id: row.procedure_id.into(),
                    visit_id: row.visit_id.into(),
                    patient: PatientRow {
                        patient_id: row.patient_id.into(),
                        family: row.family.0,
                        given: row.given.0,
                        birth_date: row.birth_date.0,
                        mrn: row.mrn.0,
                        sex: row.sex.0,
                    },
                    under_custody: row.under_custody,
                    kind: row.kind.0,
                    stage,
                    since,
                    attempts: u32::try_from(row.attempts).unwrap_or(u32::MAX),
                })
            })
            .collect();
        open.sort_by_key(|one| one.since);
        Ok(open)
    }
}
