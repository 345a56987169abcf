//! Who and what is meant: one id type for each noun, and the one source of new ids.

use crate::Moment;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident,)+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type)]
        #[serde(transparent)]
        #[specta(transparent)]
        pub struct $name(Uuid);

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

ids! {
    /// One vault.
    VaultId,
    /// One person of the clinic.
    StaffId,
    /// One patient.
    PatientId,
    /// One attendance at the clinic.
    VisitId,
    /// One procedure within a visit.
    ProcedureId,
    /// One answer of the safety screen.
    AnswerId,
    /// One consent to one procedure.
    ConsentId,
    /// One digital rectal examination.
    ExamId,
    /// One specimen, from its planning to its end.
    SpecimenId,
    /// One printed label.
    LabelId,
    /// One laboratory order for one specimen set.
    OrderId,
    /// What a laboratory was told of an order afterwards.
    OrderChangeId,
    /// One telephone call to a laboratory.
    LaboratoryCallId,
    /// Two charts that are read as one.
    MergeId,
    /// One visit that was recorded on the wrong patient.
    WrongPatientId,
    /// One version of a procedure note.
    NoteId,
    /// One version of the results of a set.
    ResultId,
    /// One critical result.
    CriticalId,
    /// One version of what was reported of a further specimen.
    FurtherReportId,
    /// One requisition on paper that was scanned in.
    RequisitionScanId,
    /// One questionnaire as it was filled in.
    QuestionnaireId,
    /// One incident.
    IncidentId,
    /// One adverse event, through all its versions.
    AdverseEventId,
    /// One export.
    ExportId,
}

/// The only source of new ids: UUIDv7 that never goes back, even when the clock does.
#[derive(Debug)]
pub struct Ids {
    last_ms: u64,
    counter: u32,
    state: u64,
}

impl Ids {
    /// A source whose random part follows from `seed`; main seeds it from the system, a demo from its own number.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self { last_ms: 0, counter: 0, state: seed }
    }

    /// The next id. Two ids made by one source sort in the order in which they were made.
    pub fn next<Id: From<Uuid>>(&mut self, now: Moment) -> Id {
        let now_ms = u64::try_from(now.utc_ms()).unwrap_or(0);
        if now_ms > self.last_ms {
            self.last_ms = now_ms;
            self.counter = 0;
        } else {
            self.counter += 1;
            // The 12-bit counter is full: borrow the next millisecond, so that order holds.
            if self.counter == 1 << 12 {
                self.last_ms += 1;
                self.counter = 0;
            }
        }
        let mut random = [0_u8; 10];
        let [high, low] = u16::try_from(self.counter).unwrap_or(0).to_be_bytes();
        random[0] = high;
        random[1] = low;
        random[2..].copy_from_slice(&self.random().to_be_bytes());
        Id::from(uuid::Builder::from_unix_timestamp_millis(self.last_ms, &random).into_uuid())
    }

    /// SplitMix64: spread, not secrecy. Nothing secret is ever derived from an id.
    fn random(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_keep_their_order_when_the_clock_goes_back() {
        let mut ids = Ids::new(7);
        let noon: Moment = "2026-11-22T12:00:00Z".parse().unwrap();
        let mut last: PatientId = ids.next(noon);
        for step in 0..10_000_i64 {
            let next: PatientId = ids.next(noon.plus(chrono::TimeDelta::milliseconds(-step)));
            assert!(next > last, "id {step} sorts before its predecessor");
            last = next;
        }
    }
}
