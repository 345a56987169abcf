//! Downtime packs and the numbers on their labels: reserved from the clinic's own counter, then used or voided.

use crate::{Error, Event, Reading, Stamp, Word, Writing};
use clinic::Moment;
use clinic::accession::Accession;
use clinic::downtime::ReservedState;
use clinic::ids::ProcedureId;
use clinic::procedure::ProcedureKind;
use serde::Serialize;
use uuid::Uuid;

/// One pack with the fate of its numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct DowntimePack {
    /// The pack.
    pub pack_id: Uuid,
    /// What its forms are for.
    pub kind: ProcedureKind,
    /// When it was printed.
    pub printed_at: Moment,
    /// By whom.
    pub by: String,
    /// Its first number.
    pub first: Accession,
    /// Its last number.
    pub last: Accession,
    /// Numbers that wait on their sheets.
    pub reserved: u32,
    /// Numbers on tubes.
    pub used: u32,
    /// Numbers that will never be used.
    pub voided: u32,
}

impl Reading {
    /// Every pack, the newest first.
    pub async fn downtime_packs(&mut self) -> Result<Vec<DowntimePack>, Error> {
        let rows = sqlx::query!(
            r#"
            select
                downtime_pack.id as "id!: Uuid",
                downtime_pack.kind as "kind!: Word<ProcedureKind>",
                downtime_pack.printed_at as "printed_at!: Stamp",
                staff.name as "name!",
                min(reserved_number.number) as "first!: Word<Accession>",
                max(reserved_number.number) as "last!: Word<Accession>",
                sum(reserved_number.status = 'reserved') as "reserved!: u32",
                sum(reserved_number.status = 'used') as "used!: u32",
                sum(reserved_number.status = 'voided') as "voided!: u32"
            from downtime_pack
            join staff on staff.id = downtime_pack.staff
            join reserved_number on reserved_number.pack = downtime_pack.id
            group by downtime_pack.id
            order by downtime_pack.printed_at desc, downtime_pack.id desc
            "#,
        )
        .fetch_all(self.conn())
        .await?;
        let packs = rows.into_iter().map(|row| DowntimePack {
            pack_id: row.id,
            kind: row.kind.0,
            printed_at: row.printed_at.into(),
            by: row.name,
            first: row.first.0,
            last: row.last.0,
            reserved: row.reserved,
            used: row.used,
            voided: row.voided,
        });
        Ok(packs.collect())
    }

    /// Where a reserved number stands; none when no pack has it.
    pub async fn reserved(&mut self, number: Accession) -> Result<Option<ReservedState>, Error> {
        let number = number.collection().compact();
        let row = sqlx::query!(
            r#"select status, procedure as "procedure: Uuid" from reserved_number where number = ?"#,
            number,
        )
        .fetch_optional(self.conn())
        .await?;
        Ok(row.map(|row| match (row.status.as_str(), row.procedure) {
            (_, Some(procedure)) => ReservedState::Used(procedure.into()),
            ("reserved", None) => ReservedState::Reserved,
            _ => ReservedState::Voided,
        }))
    }

    /// The number a set has already.
    pub async fn number_of_set(&mut self, procedure: ProcedureId) -> Result<Option<Accession>, Error> {
        let id = Uuid::from(procedure);
        let number = sqlx::query_scalar!(
            r#"select number as "number: Word<Accession>" from collection where procedure = ?"#,
            id,
        )
        .fetch_optional(self.conn())
        .await?;
        Ok(number.flatten().map(|Word(number)| number))
    }
}

impl Writing {
    /// Reserves the next `sets` numbers for a pack.
    pub async fn print_pack(&mut self, kind: ProcedureKind, sets: u32) -> Result<Vec<Accession>, Error> {
        let pack: Uuid = self.id();
        let (word, at, staff) = (Word(kind), Stamp::from(self.now()), Uuid::from(self.who().staff));
        sqlx::query!(
            "insert into downtime_pack (id, kind, printed_at, staff) values (?, ?, ?, ?)",
            pack,
            word,
            at,
            staff
        )
        .execute(self.conn())
        .await?;
        let mut numbers = Vec::new();
        for _ in 0..sets {
            let number = self.next_accession().await?;
            let text = number.compact();
            sqlx::query!(
                "insert into reserved_number (number, pack, status, version) values (?, ?, 'reserved', 1)",
                text,
                pack,
            )
            .execute(self.conn())
            .await?;
            numbers.push(number);
        }
        self.trace(Event::first("downtime.print", format!("downtime-pack/{pack}"), &(kind, &numbers))).await?;
        Ok(numbers)
    }

    /// The set of a procedure carries this reserved number from now on.
    ///
    /// # Errors
    /// [`Error::Stale`] when it is no longer reserved.
    pub async fn use_reserved(&mut self, procedure: ProcedureId, number: Accession) -> Result<(), Error> {
        let (text, id) = (number.compact(), Uuid::from(procedure));
        let (at, staff) = (Stamp::from(self.now()), Uuid::from(self.who().staff));
        let used = sqlx::query!(
            "
            update reserved_number
            set status = 'used', procedure = ?, settled_at = ?, settled_by = ?, version = version + 1
            where number = ? and status = 'reserved'
            ",
            id,
            at,
            staff,
            text,
        )
        .execute(self.conn())
        .await?
        .rows_affected();
        if used == 0 {
            return Err(Error::Stale("reserved number"));
        }
        sqlx::query!("update collection set number = ?, version = version + 1 where procedure = ?", text, id)
            .execute(self.conn())
            .await?;
        let object = format!("reserved-number/{text}");
        self.trace(Event::next("downtime.use", object, 1, &procedure)).await
    }

    /// Voids what is still reserved of a pack, and gives how many those were.
    pub async fn void_pack(&mut self, pack: Uuid, reason: &str) -> Result<u32, Error> {
        let (at, staff) = (Stamp::from(self.now()), Uuid::from(self.who().staff));
        let voided = sqlx::query!(
            "
            update reserved_number
            set status = 'voided', void_reason = ?, settled_at = ?, settled_by = ?, version = version + 1
            where pack = ? and status = 'reserved'
            ",
            reason,
            at,
            staff,
            pack,
        )
        .execute(self.conn())
        .await?
        .rows_affected();
        let voided = u32::try_from(voided).unwrap_or(u32::MAX);
        let event = Event::next("downtime.void", format!("downtime-pack/{pack}"), 1, &voided);
        self.trace(event.because(reason)).await?;
        Ok(voided)
    }
}
